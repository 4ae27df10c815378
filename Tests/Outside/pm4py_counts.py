#!/usr/bin/env python3
"""What pm4py counts in a log.

    pm4py_counts.py ocel FILE.json    events, objects, relations, relations between objects
    pm4py_counts.py xes FILE.xes      events, cases, activities
    pm4py_counts.py same LOG.csv FILE.xes
        whether an event log in CSV and what was exported of it in XES have the same cases, and each case the same
        activities at the same seconds by the same resources; of the export only the recorded activities count
"""
import sys
import warnings

warnings.filterwarnings("ignore")
import pandas  # noqa: E402
import pm4py  # noqa: E402


def rows(frame, case):
    times = pandas.to_datetime(frame["time:timestamp"], utc=True, format="ISO8601").dt.floor("s")
    return sorted(zip(frame[case], times, frame["concept:name"], frame["org:resource"]))


def main():
    kind, path = sys.argv[1], sys.argv[2]
    if kind == "ocel":
        log = pm4py.read_ocel2_json(path)
        print(f"events {len(log.events)} objects {len(log.objects)} relations {len(log.relations)} between {len(log.o2o)}")
    elif kind == "xes":
        log = pm4py.read_xes(path)
        cases, names = log["case:concept:name"].nunique(), log["concept:name"].nunique()
        print(f"events {len(log)} cases {cases} activities {names}")
    else:
        log = pandas.read_csv(path)
        exported = pm4py.read_xes(sys.argv[3])
        activities = exported[exported["liggare:type"] == "case.activity-recorded"]
        same = rows(log, "case:concept:name") == rows(activities, "case:liggare:registryNumber")
        print(f"events {len(log)} {len(activities)} cases {exported['case:concept:name'].nunique()} same {same}")


main()
