#!/usr/bin/env python3
"""Many writers of one ledger at once, and readers beside them.

    python3 Tests/Faults/writers.py [--writers 16] [--events 1000] [--readers 2] [--tool .build/release/FaultWriter]

Each writer is a process that records its events, taking turns at the lock; each reader opens the journal over and over. All
must end with 0, and every event must be there exactly once. Standard library only.
"""
import argparse
import os
import shutil
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("--writers", type=int, default=16)
parser.add_argument("--events", type=int, default=1000)
parser.add_argument("--readers", type=int, default=2)
parser.add_argument("--seconds", type=int, default=10)
parser.add_argument("--tool", default=".build/release/FaultWriter")
given = parser.parse_args()
scratch = tempfile.mkdtemp(prefix="liggare-writers-")
ledger = os.path.join(scratch, "ledger")
subprocess.run([given.tool, "create", ledger], check=True)
started = time.time()
readers = [subprocess.Popen([given.tool, "read", ledger, str(given.seconds)], stdout=subprocess.PIPE, text=True)
           for _ in range(given.readers)]
writers = []
for index in range(given.writers):
    options = ["--hold", "250", "--segment", "200000"] + (["--deferred"] if index % 2 else [])
    command = [given.tool, "append", ledger, chr(ord("a") + index), "0", str(given.events)]
    writers.append(subprocess.Popen(command + options, stdout=subprocess.PIPE, text=True))
acknowledged = [line for writer in writers for line in writer.communicate()[0].splitlines()]
assert all(writer.returncode == 0 for writer in writers), [writer.returncode for writer in writers]
seconds = time.time() - started
for reader in readers:
    print("reader:", reader.communicate()[0].strip())
    assert reader.returncode == 0, reader.returncode
assert len(set(acknowledged)) == len(acknowledged) == given.writers * given.events, len(acknowledged)
check = subprocess.run([given.tool, "check", ledger], input="".join(f"{i}\n" for i in acknowledged), text=True,
                       capture_output=True)
assert check.returncode == 0, check.stderr
assert int(check.stdout.split()[0]) == len(acknowledged) + 1
print(f"{given.writers} writers, {len(acknowledged)} events in {seconds:.0f} s: each there exactly once")
shutil.rmtree(scratch)
