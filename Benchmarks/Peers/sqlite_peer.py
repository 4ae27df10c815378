"""SQLite on the ledger's events: `plain` (a table of events with `data` as JSON text, default settings) and `tuned`.

`tuned` is a narrow table clustered by measure, the members taken out of the JSON beforehand, events named by position,
with settings for reading; `ready` is a table of the answer's grains, kept by whoever writes. Built once by `load`.

usage: sqlite_peer.py load LEDGER DIR | counts-plain|counts-tuned|counts-ready DIR [THROUGH] [DAY] | trail DIR MEASURE
"""

import glob
import json
import os
import sqlite3
import subprocess
import sys

import question
import rules


def load(ledger, folder):
    """Both databases. The tuned one is derived from the plain one, in its own file."""
    for name in ("plain.db", "tuned.db"):
        if os.path.exists(f"{folder}/{name}"):
            os.remove(f"{folder}/{name}")
    plain = sqlite3.connect(f"{folder}/plain.db")
    plain.execute("PRAGMA synchronous=off")
    plain.execute(
        "CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT, type TEXT, subject TEXT, time TEXT, effective TEXT,"
        " data TEXT, line TEXT)")

    def rows():
        for path in sorted(glob.glob(f"{ledger}/events/*.jsonl")):
            with open(path, encoding="utf-8", newline="\n") as file:
                for line in file:
                    event = json.loads(line)
                    data = json.dumps(event["data"], ensure_ascii=False, separators=(",", ":"))
                    yield (event["position"], event["id"], event["type"], event["subject"], event["time"],
                           event.get("effective"), data, line[:-1])

    plain.executemany("INSERT INTO event VALUES (?,?,?,?,?,?,?,?)", rows())
    plain.execute("CREATE INDEX event_subject ON event (subject)")
    plain.commit()
    columns = rules.extraction("data", lambda name: f"json_extract(data, '$.{name}')")
    plain.execute(f"ATTACH '{folder}/tuned.db' AS tuned")
    plain.execute(
        "CREATE TABLE tuned.fact (m INTEGER, position INTEGER, id INTEGER, kind TEXT, day INTEGER, extent TEXT, areas TEXT,"
        " target INTEGER, field TEXT, new TEXT, PRIMARY KEY (m, position)) WITHOUT ROWID")
    plain.execute("CREATE INDEX event_id ON event (id)")
    plain.execute(
        f"INSERT INTO tuned.fact SELECT m, position, position, kind, day, extent, areas,"
        f" (SELECT position FROM event WHERE id = target), field, new"
        f" FROM (SELECT {columns} FROM event WHERE {rules.ABOUT_MEASURES}) ORDER BY m, position")
    plain.execute("CREATE INDEX tuned.fact_correction ON fact (kind) WHERE kind IN ('corrected', 'reversed')")
    plain.commit()
    plain.execute("DETACH tuned")
    plain.execute("DROP INDEX event_id")
    plain.execute("VACUUM")
    tuned = sqlite3.connect(f"{folder}/tuned.db")
    tuned.execute("CREATE TABLE ready (area TEXT, status TEXT, measures INTEGER)")
    tuned.executemany("INSERT INTO ready VALUES (?,?,?)", tuned.execute(rules.query("sqlite", 2**31, None)).fetchall())
    tuned.execute("ANALYZE")
    tuned.commit()


def script(name, folder, arguments):
    """The SQL of one question and the database it is asked of, for the `sqlite3` program."""
    through = arguments[0] if arguments else 2**31
    day = arguments[1] if len(arguments) > 1 else None
    settings = "PRAGMA mmap_size=2000000000; PRAGMA cache_size=-200000; PRAGMA temp_store=memory; PRAGMA threads=2;"
    if name == "counts-plain":
        columns = rules.extraction("data", lambda name: f"json_extract(data, '$.{name}')")
        view = f"CREATE TEMP VIEW fact AS SELECT {columns} FROM event WHERE {rules.ABOUT_MEASURES};"
        return f"{folder}/plain.db", view + rules.query("sqlite", through, day) + ";"
    if name == "counts-tuned":
        return f"{folder}/tuned.db", settings + rules.query("sqlite", through, day) + ";"
    if name == "counts-ready":
        return f"{folder}/tuned.db", "SELECT * FROM ready;"
    return f"{folder}/plain.db", f"SELECT line FROM event WHERE subject = '{arguments[0]}' ORDER BY position;"


def command(name, folder, *arguments):
    """The command line of one question: the `sqlite3` program, so that no interpreter's start is counted."""
    database, sql = script(name, folder, arguments)
    return ["sqlite3", "-batch", "-readonly", "-separator", "\t", database, sql]


def canonical(name, output):
    """What the program prints, as an answer. PRAGMAs print a value each, which has no tab."""
    if name == "trail":
        return output
    return "".join(sorted(line + "\n" for line in output.splitlines() if "\t" in line))


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(*sys.argv[2:])
    else:
        run = subprocess.run(command(*sys.argv[1:]), capture_output=True, check=True, text=True)
        sys.stdout.write(canonical(sys.argv[1], run.stdout))
