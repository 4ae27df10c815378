#!/usr/bin/env python3
"""Counts, from a log like receipt.csv and nothing else, which cases were open and which were past their deadline.

    case_counts.py LOG.csv 2011-06-01 2011-12-31 …

At 23:59:59 in Stockholm on each day: a case is open when it was opened by then and not closed by then, and past its
deadline when it is open and the deadline was before then. Answers with one JSON object: for each day the keys of
the open cases and of those past their deadline, sorted. Written from the question and the file, not from Liggare; the
standard library only.
"""
import csv
import json
import sys
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def moment(text):
    return datetime.fromisoformat(text) if text else None


def main():
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        cases = {row["case:concept:name"]: row for row in csv.DictReader(file)}
    answer = {}
    for day in sys.argv[2:]:
        then = datetime.combine(date.fromisoformat(day), time(23, 59, 59), STOCKHOLM)
        still_open, past = [], []
        for key, row in cases.items():
            closed, deadline = moment(row["case:enddate"]), moment(row["case:deadline"])
            if moment(row["case:startdate"]) > then or (closed and closed <= then):
                continue
            still_open.append(key)
            if deadline and deadline < then:
                past.append(key)
        answer[day] = {"open": sorted(still_open), "pastDeadline": sorted(past)}
    print(json.dumps(answer))


main()
