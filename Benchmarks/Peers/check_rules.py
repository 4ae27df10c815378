"""Holds the rules of question.py against the program: `measure list --json` at several readings of both clocks.

usage: check_rules.py LEDGER LIGGARE   (a small ledger: the program lists every measure with its history)
"""

import glob
import json
import subprocess
import sys

import question

ledger, liggare = sys.argv[1:]
paths = sorted(glob.glob(f"{ledger}/events/*.jsonl"))
READINGS = [(None, None), ("2022-03-31", None), ("2023-06-30", None), ("2023-06-30", "2023-07-15T00:00:00Z"),
            ("2022-12-31", "2022-06-01T00:00:00Z"), ("2022-02-01", "2024-01-01T00:00:00Z")]
failures = 0
for day, known in READINGS:
    command = [liggare, "measure", "list", "--json", "--journal", ledger]
    command += ["--as-of", day] if day else []
    command += ["--known-at", known] if known else []
    listed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    totals = {}
    for row in listed["rows"]:
        if not row.get("plan"):
            continue
        plan = row["plan"]
        for area in (["*"] if plan.get("municipalityWide") else plan.get("areas") or ["-"]):
            totals[area, row["status"]] = totals.get((area, row["status"]), 0) + 1
    theirs = question.answer((area, status, n) for (area, status), n in totals.items())
    ours = question.counts(question.read(paths, listed["basis"]["position"]), day)
    failures += theirs != ours
    print(f"as of {day}, known at {known}: {len(ours.splitlines())} rows, {'equal' if theirs == ours else 'DIFFERENT'}")
sys.exit(1 if failures else 0)
