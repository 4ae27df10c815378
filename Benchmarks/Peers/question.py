"""The questions that all peers answer, the rules behind them, and the slow obvious answer.

counts(P, D): of the events at positions 1..P, and of those effective at the end of day D at the latest, how many
measures there are in each area and official status. A measure counts when it is proposed at that reading; in two areas it
counts in each; "*" stands for the whole municipality and "-" for none. An answer is lines of "area<TAB>status<TAB>count",
sorted by their bytes.

trail(M): the lines whose subject is measure M, in order. An answer is those lines with their LFs.

The rules, for the events of one measure among the first P (Sources/Projections/Fold.swift,
Sources/LedgerDomain/Measure): drop the reversed ones; of the corrections that are not reversed the latest known sets each
field; drop those effective after D; order by (effective, position), undated first; then take the furthest step reached.

usage: question.py LEDGER DAY KNOWN-POSITION MEASURE   (all answers, as JSON)
"""

import glob
import json
import sys

STEPS = {
    "referred-back": 1, "tabled": 1, "rejected": 2, "approved": 2, "in-progress": 3, "paused": 3, "withdrawn": 4,
    "implemented": 5, "partly-implemented": 5, "not-implemented": 5, "proposed": 1,
}
SIMPLE = {
    "proposed": "proposed", "referred-back": "referred-back", "tabled": "tabled", "approved": "approved",
    "rejected": "rejected", "started": "in-progress", "paused": "paused", "withdrawn": "withdrawn",
}
EXTENTS = {"full": "implemented", "partial": "partly-implemented", "none": "not-implemented"}


def areas_of(data):
    """The areas that a proposal or an amendment states; None where it states none."""
    return ["*"] if data.get("municipalityWide") else data.get("areas")


class Measure:
    """The fold of one measure; `take` expects events in the order of the fold."""

    __slots__ = ("status", "areas", "founded", "started", "approved")

    def __init__(self):
        self.status, self.areas, self.founded, self.started, self.approved = None, ["-"], False, False, False

    def reach(self, status):
        if self.status is not None:
            if STEPS[self.status] > STEPS[status] or status == "proposed":
                return
        self.status = status

    def take(self, kind, data):
        if kind == "proposed":
            self.founded, self.areas = True, areas_of(data) or ["-"]
        if kind == "amended" and self.founded and areas_of(data):
            self.areas = areas_of(data)
        if kind == "resumed":
            if self.status == "paused" and not self.started:
                self.status = None
                self.reach("approved" if self.approved else "proposed")
            else:
                self.reach("in-progress")
        elif kind == "implemented":
            self.reach(EXTENTS[data["extent"]])
        elif kind in SIMPLE:
            self.started = self.started or kind == "started"
            self.approved = self.approved or kind == "approved"
            self.reach(SIMPLE[kind])


def in_order(events, day):
    """The events of one measure that count, corrected, in the order of the fold: (effective, position, kind, data)."""
    reversed_ids = {e["data"]["event"] for e in events if e["type"] == "liggare.entry.reversed"}
    corrections = {}
    for e in events:
        if e["type"] == "liggare.entry.corrected" and e["id"] not in reversed_ids:
            corrections.setdefault(e["data"]["event"], {})[e["data"]["field"]] = e["data"].get("new")
    facts = []
    for e in events:
        if not e["type"].startswith("liggare.measure.") or e["id"] in reversed_ids:
            continue
        effective, data = e.get("effective"), e["data"]
        for field, new in corrections.get(e["id"], {}).items():
            if field == "effective":
                effective = new
            else:
                data = {**data, field: new}
        if effective is None or day is None or effective <= day:
            facts.append((effective or "", e["position"], e["type"][16:], data))
    return sorted(facts, key=lambda fact: fact[:2])


def read(paths, through=None):
    """The events about measures at positions 1..through, by measure."""
    measures = {}
    for path in paths:
        with open(path, "rb") as file:
            for line in file:
                if b'"subject":"M-' in line:
                    event = json.loads(line)
                    if through is None or event["position"] <= through:
                        measures.setdefault(event["subject"], []).append(event)
    return measures


def counts(measures, day=None):
    totals = {}
    for events in measures.values():
        measure = Measure()
        for _, _, kind, data in in_order(events, day):
            measure.take(kind, data)
        if measure.founded:
            for area in measure.areas:
                totals[area, measure.status] = totals.get((area, measure.status), 0) + 1
    return answer((area, status, n) for (area, status), n in totals.items())


def answer(rows):
    """The canonical text of an answer."""
    return "".join(sorted(f"{area}\t{status}\t{count}\n" for area, status, count in rows))


def trail(paths, measure):
    mark = f'"subject":"{measure}"'.encode()
    return b"".join(line for path in paths for line in open(path, "rb") if mark in line).decode()


def main(ledger, day, known, measure):
    """Prints the answers as JSON: of everything, as of the day, as of the day as known then, and the trail."""
    paths = sorted(glob.glob(f"{ledger}/events/*.jsonl"))
    measures = read(paths)
    answers = {"whole": counts(measures), "dated": counts(measures, day), "trail": trail(paths, measure)}
    through = {subject: [e for e in events if e["position"] <= int(known)] for subject, events in measures.items()}
    answers["both"] = counts(through, day)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
