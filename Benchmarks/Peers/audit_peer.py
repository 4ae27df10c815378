"""The auditor's questions to SQLite's plain table of events, and the exports beside what pm4py and sqlite3 write.

SQLite is asked what a plain query can say: of three rules of the rule book how many were tested and found, which subjects
have an event between two days of recording, and which event set a measure's status. The answers are compared with ours. The other
rules need the fold at two clocks, holidays and lawful exceptions, which no query here has.

pm4py reads back what we wrote and counts; then it writes the same log itself, which is timed beside.

usage: audit_peer.py rules|between|status PLAIN.db …  |  audit_peer.py read-xes|read-ocel|write-xes|write-ocel FILE [OUT]
"""

import json
import sqlite3
import sys
import time

UNDATED = """
SELECT count(*), sum(effective IS NULL) FROM event
WHERE type NOT IN ('liggare.entry.corrected', 'liggare.entry.reversed')
"""
BACKWARDS = """
SELECT count(*) - 1, sum(time < before) FROM (SELECT time, lag(time) OVER (ORDER BY position) AS before FROM event)
"""
# Decisions whose authority is not known; a reversed one is none, and a correction of the kind would be seen.
UNKNOWN_AUTHORITY = """
SELECT count(*), sum(json_extract(data, '$.authority.kind') = 'unknown') FROM event
WHERE type = 'liggare.decision.made' AND id NOT IN
  (SELECT json_extract(data, '$.event') FROM event WHERE type = 'liggare.entry.reversed')
"""
STEPS = ("proposed", "referred-back", "tabled", "approved", "rejected", "started", "paused", "resumed", "withdrawn",
         "implemented")


def rules(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    answer = {}
    for rule, query in (("TI-04", BACKWARDS), ("TI-06", UNDATED), ("AU-06", UNKNOWN_AUTHORITY)):
        tested, found = database.execute(query).fetchone()
        answer[rule] = [tested, found or 0]
    return answer


def between(path, first, last):
    """The subjects with an event recorded after one moment and no later than another."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    query = "SELECT DISTINCT subject FROM event WHERE time > ? AND time <= ? ORDER BY subject"
    return [row[0] for row in database.execute(query, (first, last))]


def status(path, measure):
    """The positions of the events that moved a measure, in the order in which they were true: the last set its status."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    kinds = ", ".join(f"'liggare.measure.{step}'" for step in STEPS)
    query = f"SELECT position FROM event WHERE subject = ? AND type IN ({kinds}) ORDER BY effective, position"
    return [row[0] for row in database.execute(query, (measure,))]


def pm4py_task(task, path, out=None):
    import pm4py  # its import takes seconds and is told apart

    start = time.perf_counter()
    if task == "read-xes":
        log = pm4py.read_xes(path)
        answer = {"events": len(log), "cases": log["case:concept:name"].nunique()}
    elif task == "read-ocel":
        log = pm4py.read_ocel2_json(path)
        answer = {"events": len(log.events), "objects": len(log.objects), "relations": len(log.relations)}
    else:
        log = pm4py.read_xes(path) if task == "write-xes" else pm4py.read_ocel2_json(path)
        start = time.perf_counter()
        (pm4py.write_xes if task == "write-xes" else pm4py.write_ocel2_json)(log, out)
        answer = {}
    return answer, time.perf_counter() - start


if __name__ == "__main__":
    task, arguments = sys.argv[1], sys.argv[2:]
    if task in ("rules", "between", "status"):
        json.dump({"rules": rules, "between": between, "status": status}[task](*arguments), sys.stdout)
    else:
        answer, seconds = pm4py_task(task, *arguments)
        json.dump(answer, sys.stdout)
        print(seconds, file=sys.stderr)
