"""Prints the JSON of a run, the harness's or the peers', as a Markdown table for RESULTS.md.

usage: table.py FILE…
"""

import json
import sys


def time(milliseconds):
    if milliseconds is None:
        return ""
    return f"{milliseconds / 1000:.2f} s" if milliseconds >= 1000 else f"{milliseconds:.1f} ms"


def memory(kilobytes):
    return f"{kilobytes / 1024:.0f} MiB" if kilobytes else ""


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def peers(run):
    marks = {True: "equal", False: "**different**", None: ""}
    table(["work", "peer", "events", "wall", "inside", "CPU", "memory", "answer", ""], [
        (row["work"], row["peer"], f"{row['events']:,}", time(row.get("wallMilliseconds")), time(row.get("insideMilliseconds")),
         time(row.get("cpuMilliseconds") or None), memory(row["residentKilobytes"]), marks[row["equal"]], row["note"])
        for row in run["rows"]])


def program(run):
    rows = []
    for row in run["rows"]:
        if "failure" in row:
            rows.append((row["subject"], row["name"], "–", "", "", row["failure"]))
            continue
        wall, counts = row["wallMicroseconds"], row["counts"]
        notes = [f"{counts[name] * 1_000_000 // wall:,} {name}/s" for name in ("events",) if name in counts and wall]
        notes += [f"{counts['syncs']:,} syncs"] if "syncs" in counts else []
        notes += [f"{counts['perMilleOfBare'] / 1000:.2f} of bare"] if "perMilleOfBare" in counts else []
        notes += [f"{counts['allocations']:,} allocations"] if "allocations" in counts else []
        notes += [f"{counts['bytes'] / wall:,.0f} MB/s"] if "bytes" in counts and wall else []
        rows.append((row["subject"], row["name"], time(wall / 1000), time(row.get("cpuMicroseconds", 0) / 1000 or None),
                     memory(row.get("residentKilobytes")), ", ".join(notes)))
    table(["subject", "what", "wall", "CPU", "memory", ""], rows)


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        run = json.load(file)
    print(f"{run['bytes']:,} bytes; medians of {run['runs']} runs\n")
    program(run) if run["kind"] == "liggare.benchmarks" else peers(run)
