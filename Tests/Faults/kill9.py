#!/usr/bin/env python3
"""Kills two writers of one ledger at random moments, over and over, and looks at what is left.

    python3 Tests/Faults/kill9.py [--rounds 1000] [--seed 1] [--tool .build/release/FaultWriter]

Each round starts two writers that take turns at the lock, each with a discipline of its own (checkpoint at every append or
deferred, single events or batches, with or without sealed values, long or short segments), kills both with SIGKILL, and has
the ledger verified before and after recovery: sound, every acknowledged event there exactly once, nothing half there, no
value and no temporary file left over. A new ledger every 25 rounds. Ends with 1 at the first round that fails, and keeps
its ledger. Standard library only.
"""
import argparse
import collections
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Writer:
    """One of the two: its name, its discipline in this ledger, and the number of its next event."""

    def __init__(self, name, chance):
        self.name = name
        self.batch = chance.choice([1, 1, 3, 20])
        self.options = ["--batch", str(self.batch), "--hold", str(chance.choice([1, 5, 50, 100000]))]
        self.options += chance.choice([[], ["--deferred"]]) + chance.choice([[], ["--seal"]])
        self.options += chance.choice([[], ["--segment", "20000"]])
        self.next = 0

    def start(self, tool, ledger, log):
        self.log = log
        command = [tool, "append", ledger, self.name, str(self.next), "100000"] + self.options
        self.process = subprocess.Popen(command, stdout=open(log, "wb"), stderr=subprocess.PIPE)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        errors = self.process.communicate()[1].decode()
        if self.process.returncode != -signal.SIGKILL:
            raise SystemExit(f"writer {self.name} ended by itself: {self.process.returncode} {errors}")
        with open(self.log, encoding="ascii") as lines:
            seen = [line[:-1] for line in lines if line.endswith("\n")]
        self.next += len(seen) // self.batch * self.batch
        return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tool", default=".build/release/FaultWriter")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    scratch = tempfile.mkdtemp(prefix="liggare-kill9-")
    totals = collections.Counter()
    started = time.time()
    for round_ in range(given.rounds):
        if round_ % 25 == 0:
            ledger = os.path.join(scratch, f"ledger{round_}")
            shutil.rmtree(os.path.join(scratch, f"ledger{round_ - 25}"), ignore_errors=True)
            subprocess.run([given.tool, "create", ledger], check=True)
            writers = [Writer(name, chance) for name in "ab"]
            acknowledged = set()
        for writer in writers:
            writer.start(given.tool, ledger, os.path.join(scratch, writer.name))
        for writer in chance.sample(writers, 2):
            # Most of a writer's life is early: opening, recovery, first appends.
            time.sleep(chance.choice([0.01, 0.03, 0.1]) * chance.random())
            acknowledged.update(writer.kill())
        check = subprocess.run([given.tool, "check", ledger], input="".join(f"{i}\n" for i in sorted(acknowledged)),
                               capture_output=True, text=True)
        if check.returncode != 0:
            print(f"round {round_}, {ledger}: {check.stderr}", file=sys.stderr)
            raise SystemExit(1)
        events, _, adopted, set_aside, purged = map(int, check.stdout.split())
        totals["kills"] += 2
        totals["adopted entries"] += adopted
        totals["rounds with a recovery"] += bool(adopted or set_aside or purged)
        totals["rounds with a batch set aside"] += set_aside
        totals["orphaned values removed"] += purged
        if round_ % 25 == 24 or round_ == given.rounds - 1:
            totals["events"] += events
            totals["acknowledged events"] += len(acknowledged)
    shutil.rmtree(scratch)
    seconds = time.time() - started
    print(f"{given.rounds} rounds in {seconds:.0f} s, seed {given.seed}: nothing acknowledged lost, nothing doubled")
    for name, count in totals.items():
        print(f"  {count} {name}")


main()
