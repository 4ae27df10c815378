"""The Python library `eventsourcing` with its SQLite recorder: one aggregate for each measure, folded when asked.

The library loads an aggregate by replaying its events; the rules of question.py are then applied to what it recorded.

usage: eventsourcing_peer.py load LEDGER DIR | counts DIR [THROUGH] [DAY] | trail DIR MEASURE
"""

import glob
import json
import os
import sys
import time
import uuid

os.environ.setdefault("PERSISTENCE_MODULE", "eventsourcing.sqlite")

from eventsourcing.application import Application  # noqa: E402
from eventsourcing.domain import Aggregate, event  # noqa: E402

import question  # noqa: E402


class MeasureRecord(Aggregate):
    """All that was recorded about one measure."""

    @event("Opened")
    def __init__(self, subject):
        self.subject = subject
        self.lines = []

    @staticmethod
    def create_id(subject):
        return uuid.uuid5(uuid.NAMESPACE_URL, subject)

    @event("Recorded")
    def record(self, line):
        self.lines.append(line)


def application(folder):
    return Application(env={"SQLITE_DBNAME": f"{folder}/eventsourcing.db"})


def load(ledger, folder):
    path = f"{folder}/eventsourcing.db"
    for name in (path, path + "-wal", path + "-shm", f"{folder}/measures.json"):
        if os.path.exists(name):
            os.remove(name)
    app, records = application(folder), {}
    for segment in sorted(glob.glob(f"{ledger}/events/*.jsonl")):
        with open(segment, encoding="utf-8", newline="\n") as file:
            for line in file:
                subject = json.loads(line)["subject"]
                if subject.startswith("M-"):
                    if subject not in records:
                        records[subject] = MeasureRecord(subject)
                    records[subject].record(line[:-1])
    pending = list(records.values())
    for start in range(0, len(pending), 200):
        app.save(*pending[start:start + 200])
    with open(f"{folder}/measures.json", "w", encoding="utf-8") as file:
        json.dump(sorted(records), file)


def ask(name, folder, arguments):
    start = time.perf_counter()
    app = application(folder)
    if name == "trail":
        record = app.repository.get(MeasureRecord.create_id(arguments[0]))
        answer = "".join(line + "\n" for line in record.lines)
    else:
        through = int(arguments[0]) if arguments else 2**31
        day = arguments[1] if len(arguments) > 1 else None
        with open(f"{folder}/measures.json", encoding="utf-8") as file:
            subjects = json.load(file)
        measures = {}
        for subject in subjects:
            record = app.repository.get(MeasureRecord.create_id(subject))
            events = [json.loads(line) for line in record.lines]
            measures[subject] = [e for e in events if e["position"] <= through]
        answer = question.counts(measures, day)
    sys.stdout.write(answer)
    sys.stderr.write(f"{time.perf_counter() - start:.6f}\n")


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(*sys.argv[2:])
    else:
        ask(sys.argv[1], sys.argv[2], sys.argv[3:])
