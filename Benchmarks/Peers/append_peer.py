"""Durable appends by peers, each line or batch acknowledged by the disk before the next.

usage: append_peer.py bare|bare-preallocated|sqlite|duckdb|eventsourcing FOLDER BATCH COUNT   (prints the seconds of the loop)
"""

import os
import shutil
import sqlite3
import sys
import time

LINE = "x" * 390


def bare(folder, batch, count, preallocated=False):
    """write and fdatasync of a batch of lines; preallocated: into a file that was written over once before."""
    data = (LINE + "\n").encode() * batch
    file = os.open(f"{folder}/bare", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    if preallocated:
        os.posix_fallocate(file, 0, len(data) * count)
        for _ in range(count):
            os.write(file, data)
        os.lseek(file, 0, os.SEEK_SET)
    os.fsync(file)

    def append(_):
        os.write(file, data)
        os.fdatasync(file)

    return append


def sqlite(folder, batch, count):
    """One transaction for each batch; write-ahead log, synchronous=FULL: the commit is synced before it returns."""
    database = sqlite3.connect(f"{folder}/append.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE event (position INTEGER PRIMARY KEY, subject TEXT, line TEXT)")

    def append(number):
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO event VALUES (?,?,?)",
            [(number * batch + place, "C-0001", LINE) for place in range(batch)])
        database.execute("COMMIT")

    return append


def duckdb(folder, batch, count):
    import duckdb as library

    database = library.connect(f"{folder}/append.duckdb")
    database.execute("CREATE TABLE event (position BIGINT, subject VARCHAR, line VARCHAR)")

    def append(number):
        positions = list(range(number * batch, (number + 1) * batch))
        database.execute(
            "INSERT INTO event SELECT unnest(?::BIGINT[]), 'C-0001', unnest(?::VARCHAR[])", [positions, [LINE] * batch])

    return append


def eventsourcing(folder, batch, count):
    """One aggregate, whose events of one batch are saved at once by the library's SQLite recorder."""
    import eventsourcing_peer as peer

    app = peer.application(folder)
    record = peer.MeasureRecord("M-9999")
    app.save(record)

    def append(_):
        for _ in range(batch):
            record.record(LINE)
        app.save(record)

    return append


def seconds(name, folder, batch, count):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    append = {
        "bare": bare, "bare-preallocated": lambda *sizes: bare(*sizes, preallocated=True), "sqlite": sqlite,
        "duckdb": duckdb, "eventsourcing": eventsourcing,
    }[name](folder, batch, count)
    start = time.perf_counter()
    for number in range(count):
        append(number)
    return time.perf_counter() - start


if __name__ == "__main__":
    print(f"{seconds(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])):.6f}")
    shutil.rmtree(sys.argv[2], ignore_errors=True)
