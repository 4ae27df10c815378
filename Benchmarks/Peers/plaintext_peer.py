"""ledger and hledger: each change of a measure's status or areas is a transaction that moves 1 between two accounts.

The fold is done beforehand, corrections and reversals included, which favours them: they only add up. They have one clock,
the effective day; what was known when is not asked of them. Undated facts are dated 1970-01-01.

usage: plaintext_peer.py load LEDGER DIR | counts-ledger|counts-hledger DIR [DAY] | trail-ledger|trail-hledger DIR MEASURE
"""

import datetime
import glob
import subprocess
import sys

import question

NAMES = {"*": "whole", "-": "none"}


def load(ledger, folder):
    measures = question.read(sorted(glob.glob(f"{ledger}/events/*.jsonl")))
    moves = []
    for subject, events in measures.items():
        measure, before = question.Measure(), set()
        for effective, position, kind, data in question.in_order(events, None):
            measure.take(kind, data)
            after = {(NAMES.get(area, area), measure.status) for area in measure.areas} if measure.founded else set()
            if after != before:
                moves.append((effective or "1970-01-01", position, subject, before - after, after - before))
                before = after
    with open(f"{folder}/measures.journal", "w", encoding="utf-8") as file:
        for day, _, subject, left, reached in sorted(moves, key=lambda move: move[:2]):
            file.write(f"{day} {subject}\n")
            for area, status in sorted(reached):
                file.write(f"    status:{area}:{status}  1\n")
            for area, status in sorted(left):
                file.write(f"    status:{area}:{status}  -1\n")
            file.write("    origin\n\n")


def command(name, folder, *arguments):
    """The command line of one question."""
    question_name, program = name.split("-")
    path = f"{folder}/measures.journal"
    if question_name == "trail":
        return [program, "-f", path, "register", f"payee:{arguments[0]}" if program == "hledger" else f"@{arguments[0]}"]
    end = []
    if arguments:
        after = datetime.date.fromisoformat(arguments[0]) + datetime.timedelta(days=1)
        end = ["--end", after.isoformat()]
    if program == "ledger":
        return [program, "-f", path, "balance", "^status", "--flat", "--no-total", "--format", "%(account)\t%(amount)\n", *end]
    return [program, "-f", path, "balance", "^status", "--flat", "--no-total", "-O", "csv", *end]


def canonical(output):
    """The balances as an answer."""
    rows, back = [], {name: sign for sign, name in NAMES.items()}
    for line in output.splitlines():
        account, _, amount = line.replace('","', "\t").replace('"', "").partition("\t")
        if account.startswith("status:"):
            _, area, status = account.split(":")
            rows.append((back.get(area, area), status, int(amount)))
    return question.answer(row for row in rows if row[2])


if __name__ == "__main__":
    if sys.argv[1] == "load":
        load(*sys.argv[2:])
    else:
        run = subprocess.run(command(*sys.argv[1:]), capture_output=True, check=True, text=True)
        sys.stdout.write(run.stdout if sys.argv[1].startswith("trail") else canonical(run.stdout))
