"""Reads an iCalendar file with the package icalendar and writes each event as one line of JSON: uid, date, sequence, status, summary,
description. Exits 1 where the package finds an error in the file, or an event lacks what RFC 5545 requires.

    python icalendar_check.py FILE
"""

import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    data = file.read()

assert data.endswith(b"END:VCALENDAR\r\n"), "the last line has no CRLF"
assert b"\n" not in data.replace(b"\r\n", b""), "a line ends with LF alone"
assert all(len(line) <= 75 for line in data.split(b"\r\n")), "a line is longer than 75 octets"

calendar = icalendar.Calendar.from_ical(data)
assert str(calendar["VERSION"]) == "2.0" and "PRODID" in calendar
assert not calendar.errors, calendar.errors
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    assert event["DTSTAMP"].dt.tzinfo is not None, "DTSTAMP is not in UTC"
    print(
        json.dumps(
            {
                "uid": str(event["UID"]),
                "date": event["DTSTART"].dt.isoformat(),
                "sequence": int(event["SEQUENCE"]),
                "status": str(event["STATUS"]),
                "summary": str(event["SUMMARY"]),
                "description": str(event["DESCRIPTION"]),
            },
            ensure_ascii=False,
            sort_keys=True,
        )
    )
