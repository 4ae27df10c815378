"""Runs all peers on the same ledger with the same questions, compares their answers, and writes what was measured.

usage: run.py --ledger DIR --benchmarks PROGRAM [--liggare PROGRAM] [--folder DIR] [--runs N] [--json FILE]
              [--plain-events N] [--library-events N] [--appends N] [--skip-load]

Each figure is the median of the runs of a cold process with a warm file cache: wall time, CPU time and largest resident
set as wait4 counts them. "inside" leaves out the interpreter's start and the library's import, where there is one.
Needs: sqlite3, ledger, hledger, openssl (Debian), and duckdb, eventsourcing (PyPI) in the interpreter that runs this.
"""

import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import plaintext_peer
import question
import sqlite_peer

HERE = os.path.dirname(os.path.abspath(__file__))
DAY, KNOWN, MEASURE = "2023-06-30", "2023-07-15T00:00:00Z", "M-0007"
ROWS = []


def run(command):
    """One process: its output, what it wrote to standard error, and what it cost."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        return process.returncode, out.read(), errors.read().decode("utf-8", "replace"), {
            "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "residentKilobytes": usage.ru_maxrss}


def add(work, peer, events, costs, equal=None, note=""):
    row = {"work": work, "peer": peer, "events": events, "note": note, "equal": equal}
    for name in ("wall", "cpu", "inside"):
        values = [cost[name] for cost in costs if cost.get(name) is not None]
        if values:
            row[name + "Milliseconds"] = round(statistics.median(values) * 1000, 3)
    row["residentKilobytes"] = max((cost.get("residentKilobytes", 0) for cost in costs), default=0)
    ROWS.append(row)
    print(f"{work:8} {peer:44} {events:>9}", f"{row.get('wallMilliseconds', 0):>10.1f} ms",
          f"inside {row['insideMilliseconds']:.1f} ms" if "insideMilliseconds" in row else "",
          f"CPU {row.get('cpuMilliseconds', 0):.1f} ms, {row['residentKilobytes'] // 1024} MiB",
          {True: "equal", False: "DIFFERENT", None: ""}[equal], note, flush=True)


def measure(work, peer, events, command, runs, expected=None, canonical=lambda text: text, note=""):
    """Once to warm the caches, then the runs; every answer is compared with the expected one."""
    costs, equal = [], None if expected is None else True
    for index in range(-1, runs):
        code, output, errors, cost = run(command)
        if code != 0:
            print(f"{work:8} {peer:44} failed with {code}: {errors[-300:]}", flush=True)
            return
        if expected is not None:
            equal = equal and canonical(output.decode()) == expected
        try:
            cost["inside"] = float(errors.split()[-1]) if command[0] == sys.executable else None
        except (IndexError, ValueError):
            cost["inside"] = None
        if index >= 0:
            costs.append(cost)
    add(work, peer, events, costs, equal, note)


def positions_known(paths):
    """How many lines were recorded by KNOWN, and how many there are; times never step backwards in a generated ledger."""
    known = total = 0
    for path in paths:
        with open(path, "rb") as file:
            for line in file:
                start = line.index(b'"time":"') + 8
                total += 1
                known += line[start:start + 24] <= KNOWN.replace("Z", ".000Z").encode()
    return known, total


def reference(ledger, known):
    """The answers that are expected, from a process of its own: what this one holds would show in every child's memory."""
    code, output, errors, cost = run([sys.executable, f"{HERE}/question.py", ledger, DAY, str(known), MEASURE])
    if code:
        sys.exit(f"question.py: {errors[-500:]}")
    return json.loads(output), cost


def program_answer(output):
    """What `measure count --json` says, as an answer."""
    rows = json.loads(output)["rows"]
    return question.answer((row["area"], row["status"], row["count"]) for row in rows)


def trail_is_told(lines, output):
    """Whether the program's trace, which tells of cases and decisions too, has every line of the measure's trail."""
    def positions(value):
        if isinstance(value, dict):
            found = {value["position"]} if isinstance(value.get("position"), int) else set()
            return found.union(*(positions(member) for member in value.values()))
        return set().union(*(positions(element) for element in value)) if isinstance(value, list) else set()

    return {json.loads(line)["position"] for line in lines.splitlines()} <= positions(json.loads(output))


def timed_load(peer, events, command):
    code, _, errors, cost = run(command)
    if code:
        sys.exit(f"{peer}: {errors[-500:]}")
    add("load", peer, events, [cost])


def smaller(options, events, name):
    """A ledger of fewer events from the same generator, for peers that would take minutes."""
    folder = f"{options.folder}/{name}"
    if not os.path.exists(f"{folder}/checkpoint"):
        subprocess.run([options.benchmarks, "generate", "--events", str(events), "--seed", "1", "--out", folder], check=True)
    return folder


def audit(options, total, peer):
    """The auditor's questions beside SQLite's plain table, and the exports beside what sqlite3 and pm4py write and read."""
    folder, runs = options.folder, options.runs
    plain = f"{folder}/plain.db"
    python = peer("audit")

    def ask(*words):
        return [options.liggare, *words, "--journal", options.ledger]

    rules = json.loads(run(python + ["rules", plain])[1])
    expected = {rule: tested for rule, (tested, _) in rules.items()}
    measure("rules", "SQLite, 3 rules of the book", total, python + ["rules", plain], runs)
    measure("rules", "liggare audit findings, all rules", total, ask("audit", "findings"), runs)
    measure("rules", "liggare audit findings, 3 rules", total,
            ask("audit", "findings", "--json", *(word for rule in rules for word in ("--rule", rule))), runs, expected,
            lambda text: {rule["id"]: rule["tested"] for rule in json.loads(text)["rules"]})
    # The ledger's days are those of Stockholm, two hours before UTC in summer.
    first, last = "2023-06-30T22:00:00.000Z", "2023-07-01T22:00:00.000Z"
    expected = json.loads(run(python + ["between", plain, first, last])[1])
    measure("diff", "SQLite, subjects with an event", total, python + ["between", plain, first, last], runs, expected, json.loads)
    measure("diff", "liggare audit diff, known", total,
            ask("audit", "diff", "--from", "known:2023-06-30", "--to", "known:2023-07-01", "--json"), runs, expected,
            lambda text: sorted(subject["subject"] for subject in json.loads(text)["subjects"]))
    measure("diff", "liggare audit diff, effective", total,
            ask("audit", "diff", "--from", "2023-06-30", "--to", "2023-07-01"), runs)
    expected = json.loads(run(python + ["status", plain, MEASURE])[1])[-1]
    measure("why", "SQLite, index on the subject", total, python + ["status", plain, MEASURE], runs, expected,
            lambda text: json.loads(text)[-1])
    measure("why", "liggare audit why", total, ask("audit", "why", f"{MEASURE}.status", "--json"), runs, expected,
            lambda text: json.loads(text)["entry"]["position"])
    measure("export", "sqlite3 -csv, the table", total,
            ["sqlite3", "-batch", "-readonly", "-csv", plain,
             f".output {folder}/sqlite.csv", "SELECT position, id, type, subject, effective, time, data FROM event;"], runs)
    out = f"{folder}/export"
    for form in ("jsonl", "ocel", "xes", "csv", "sql"):
        measure("export", f"liggare, {form}", total, ask("journal", "export", f"{out}.{form}", "--format", form, "--force"), runs)
    small = smaller(options, options.plain_events, f"plain-{options.plain_events}")
    for form, task in (("xes", "xes"), ("ocel", "ocel")):
        run([options.liggare, "journal", "export", f"{out}-small.{form}", "--format", form, "--force", "--journal", small])
        for work in ("read", "write"):
            measure("export", f"pm4py {work}s {form}", options.plain_events,
                    python + [f"{work}-{task}", f"{out}-small.{form}", f"{out}-pm4py.{form}"], 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ledger", required=True)
    parser.add_argument("--benchmarks", required=True)
    parser.add_argument("--liggare")
    parser.add_argument("--folder", default=".build/peers-data")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--plain-events", type=int, default=100_000)
    parser.add_argument("--library-events", type=int, default=50_000)
    parser.add_argument("--appends", type=int, default=2000)
    parser.add_argument("--json")
    parser.add_argument("--skip-load", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    paths = sorted(glob.glob(f"{options.ledger}/events/*.jsonl"))
    known, total = positions_known(paths)
    python = [sys.executable]

    def peer(name):
        return python + [f"{HERE}/{name}_peer.py"]

    folder, runs = options.folder, options.runs
    if not options.skip_load:
        timed_load("SQLite, plain and tuned", total, peer("sqlite") + ["load", options.ledger, folder])
        timed_load("DuckDB, own file", total, peer("duckdb") + ["load", options.ledger, folder])
    measure("bytes", "openssl dgst -sha256", total, ["openssl", "dgst", "-sha256", *paths], runs)
    measure("bytes", "wc -l", total, ["wc", "-l", *paths], runs)

    expected, cost = reference(options.ledger, known)
    whole, dated, both, lines = (expected[name] for name in ("whole", "dated", "both", "trail"))
    add("replay", "question.py, the reference", total, [cost], None, "three readings and a trail")
    now = ([], whole, "replay")
    readings = [now, ([str(2**31), DAY], dated, "as-of"), ([str(known), DAY], both, "both")]
    for arguments, expected, work in readings:
        for name, label in (("counts-plain", "SQLite, JSON in a table"), ("counts-tuned", "SQLite, tuned table of facts")):
            measure(work, label, total, sqlite_peer.command(name, folder, *arguments), runs, expected,
                    lambda text: sqlite_peer.canonical("counts", text))
        for name, label in (("counts-lines", "DuckDB on JSON Lines"), ("counts-own", "DuckDB, own file")):
            measure(work, label, total, peer("duckdb") + [name, options.ledger, folder, *arguments], runs, expected)
    measure("state", "SQLite, table of the answer", total, sqlite_peer.command("counts-ready", folder), runs, whole,
            lambda text: sqlite_peer.canonical("counts", text))
    measure("trace", "SQLite, index on the subject", total, sqlite_peer.command("trail", folder, MEASURE), runs, lines)
    measure("trace", "DuckDB, index on the subject", total, peer("duckdb") + ["trail", options.ledger, folder, MEASURE], runs, lines)
    measure("trace", "grep -h over the lines", total, ["grep", "-hF", f'"subject":"{MEASURE}"', *paths], runs, lines)

    small = smaller(options, options.plain_events, f"plain-{options.plain_events}")
    timed_load("ledger and hledger: the fold, as transactions", options.plain_events, peer("plaintext") + ["load", small, folder])
    expected, _ = reference(small, 0)
    for program in ("ledger", "hledger"):
        for arguments, work in (([], "replay"), ([DAY], "as-of")):
            measure(work, f"{program}, facts corrected beforehand", options.plain_events,
                    plaintext_peer.command(f"counts-{program}", folder, *arguments), runs,
                    expected["dated" if arguments else "whole"], plaintext_peer.canonical)
        measure("trace", f"{program} register", options.plain_events,
                plaintext_peer.command(f"trail-{program}", folder, MEASURE), runs)
    small = smaller(options, options.library_events, f"library-{options.library_events}")
    timed_load("eventsourcing", options.library_events, peer("eventsourcing") + ["load", small, folder])
    expected, _ = reference(small, 0)
    for arguments, work in (([], "replay"), ([str(2**31), DAY], "as-of")):
        measure(work, "eventsourcing", options.library_events, peer("eventsourcing") + ["counts", folder, *arguments], runs,
                expected["dated" if arguments else "whole"])
    measure("trace", "eventsourcing", options.library_events, peer("eventsourcing") + ["trail", folder, MEASURE], runs,
            expected["trail"])

    for batch, count, names in ((1, options.appends, ("bare", "bare-preallocated", "sqlite")),
                                (1000, max(5, options.appends // 100), ("bare", "sqlite", "duckdb", "eventsourcing"))):
        seconds, ratios = {name: [] for name in names}, {name: [] for name in names}
        for _ in range(max(5, runs)):
            # In turn, so that what else the disk does falls on all alike; the ratio is that of one round.
            for name in names:
                code, output, errors, _ = run(peer("append") + [name, f"{folder}/append", str(batch), str(count)])
                if code:
                    sys.exit(f"{name}: {errors[-500:]}")
                seconds[name].append(float(output))
                ratios[name].append(seconds["bare"][-1] / seconds[name][-1])
        for name in names:
            rate = round(batch * count / statistics.median(seconds[name]))
            add("append" if batch == 1 else "batch", name, batch * count, [{"wall": value} for value in seconds[name]], None,
                f"{rate} events/s, {statistics.median(ratios[name]):.2f} of bare in its round")
    if options.liggare:
        base = [options.liggare, "measure", "count", "--json", "--journal", options.ledger]
        for more, expected, work in ((["--no-cache"], whole, "replay"), ([], whole, "state"),
                                     (["--as-of", DAY], dated, "as-of"), (["--as-of", DAY, "--known-at", KNOWN], both, "both")):
            measure(work, "liggare measure count", total, base + more, runs, expected, program_answer)
        measure("trace", "liggare audit trace", total,
                [options.liggare, "audit", "trace", MEASURE, "--json", "--journal", options.ledger], runs,
                "all of them", lambda text: "all of them" if trail_is_told(lines, text) else "some are missing")
        audit(options, total, peer)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"kind": "liggare.benchmarks.peers", "version": 1, "ledger": options.ledger, "events": total,
                       "bytes": sum(os.path.getsize(path) for path in paths), "knownThrough": known, "day": DAY,
                       "runs": runs, "loadAverage": os.getloadavg(), "rows": ROWS}, file, ensure_ascii=False, indent=2)
            file.write("\n")
    return 1 if any(row["equal"] is False for row in ROWS) else 0


if __name__ == "__main__":
    sys.exit(main())
