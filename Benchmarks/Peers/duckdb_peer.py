"""DuckDB on the ledger: on its JSON Lines as they lie there, and on its own columnar file, built once by `load`.

Each question is a process of its own. It prints the answer, and on standard error the seconds from opening the database to
the last row, without the interpreter's start and the library's import.

usage: duckdb_peer.py load LEDGER DIR | counts-lines|counts-own LEDGER DIR [THROUGH] [DAY] | trail LEDGER DIR MEASURE
"""

import os
import sys
import time

import duckdb

import question
import rules

COLUMNS = (
    "{position: 'BIGINT', id: 'VARCHAR', type: 'VARCHAR', subject: 'VARCHAR', effective: 'VARCHAR', data: 'JSON'}")


def fact(source):
    """The relation of rules.py; a member is looked for only in the types that have it."""
    def where(kinds, expression):
        return "CASE WHEN type IN ({}) THEN {} END".format(", ".join(f"'liggare.{kind}'" for kind in kinds), expression)

    stating, entries = ("measure.proposed", "measure.amended"), ("entry.corrected", "entry.reversed")
    areas = """CASE WHEN data->>'$.municipalityWide' = 'true' THEN '["*"]' ELSE data->>'$.areas' END"""
    return f"""SELECT CAST(substr(subject, 3) AS BIGINT) AS m, position, id,
    CASE WHEN type LIKE 'liggare.measure.%' THEN substr(type, 17) ELSE substr(type, 15) END AS kind,
    CAST(replace(effective, '-', '') AS BIGINT) AS day,
    {where(("measure.implemented",), "data->>'$.extent'")} AS extent, {where(stating, areas)} AS areas,
    {where(entries, "data->>'$.event'")} AS target, {where(("entry.corrected",), "data->>'$.field'")} AS field,
    {where(("entry.corrected",), "data->>'$.new'")} AS new
    FROM {source} WHERE {rules.ABOUT_MEASURES}"""


def lines(ledger):
    return f"read_json('{ledger}/events/*.jsonl', format='newline_delimited', columns={COLUMNS})"


def load(ledger, folder):
    """Its own file: the facts with events named by position, sorted by measure, and every line by its subject."""
    if os.path.exists(f"{folder}/own.duckdb"):
        os.remove(f"{folder}/own.duckdb")
    own = duckdb.connect(f"{folder}/own.duckdb")
    own.execute(f"CREATE TEMP TABLE named AS {fact(lines(ledger))}")
    # What corrects or reverses an event that the question does not look at (a report) points at position 0.
    own.execute(
        "CREATE TABLE fact AS SELECT named.m, named.position, named.position AS id, named.kind, named.day, named.extent,"
        " named.areas, CASE WHEN named.target IS NOT NULL THEN coalesce(target.position, 0) END AS target, named.field, named.new FROM named"
        " LEFT JOIN named AS target ON target.id = named.target ORDER BY named.m, named.position")
    own.execute(
        "CREATE TABLE line AS SELECT position, subject, line FROM (SELECT"
        " CAST(line->>'$.position' AS BIGINT) AS position, line->>'$.subject' AS subject, line FROM"
        f" read_csv('{ledger}/events/*.jsonl', columns={{line: 'VARCHAR'}}, delim='\x01', quote='', escape='',"
        " header=false, auto_detect=false)) WHERE subject LIKE 'M-%' ORDER BY subject, position")
    own.execute("CREATE INDEX line_subject ON line (subject)")
    own.close()


def ask(name, ledger, folder, arguments):
    start = time.perf_counter()
    if name == "trail":
        database = duckdb.connect(f"{folder}/own.duckdb", read_only=True)
        rows = database.execute("SELECT line FROM line WHERE subject = ? ORDER BY position", arguments).fetchall()
        answer = "".join(f"{line}\n" for (line,) in rows)
    else:
        through = arguments[0] if arguments else 2**31
        day = arguments[1] if len(arguments) > 1 else None
        if name == "counts-own":
            database = duckdb.connect(f"{folder}/own.duckdb", read_only=True)
        else:
            database = duckdb.connect()
            database.execute(f"CREATE TEMP TABLE fact AS {fact(lines(ledger))}")
        answer = question.answer(database.execute(rules.query("duckdb", through, day)).fetchall())
    seconds = time.perf_counter() - start
    sys.stdout.write(answer)
    sys.stderr.write(f"{seconds:.6f}\n")


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(*sys.argv[2:])
    else:
        ask(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
