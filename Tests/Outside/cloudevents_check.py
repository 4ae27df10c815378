"""Reads every line of journals with the official CloudEvents SDK for Python.

Usage: python3 Tests/Outside/cloudevents_check.py FILE...

Each line must parse as a structured-mode JSON event of CloudEvents 1.0, give back every attribute that the line states, and no other.
Needs the package `cloudevents` 2.x. Ends with 1 at the first line that does not pass.
"""

import json
import re
import sys

from cloudevents.core.formats.json import JSONFormat

REQUIRED = ("specversion", "id", "source", "type")
NAME = re.compile(r"^[a-z0-9]{1,20}$")


def in_utc(moment):
    """The SDK gives `time` as a datetime; the line has milliseconds and Z."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def check(path):
    count = 0
    with open(path, "rb") as file:
        for number, line in enumerate(file, start=1):
            stated = json.loads(line)
            event = JSONFormat().read(None, line)
            attributes = {**event.get_attributes(), "time": in_utc(event.get_time())}
            for name in REQUIRED:
                if not attributes.get(name):
                    raise SystemExit(f"{path}:{number}: {name} is missing")
            for name, value in stated.items():
                if not NAME.match(name):
                    raise SystemExit(f"{path}:{number}: the attribute name {name} is not allowed")
                read = event.get_data() if name == "data" else attributes.get(name)
                if read != value:
                    raise SystemExit(f"{path}:{number}: {name} is {read!r}, the line states {value!r}")
            extra = set(attributes) - set(stated)
            if extra - {"datacontenttype"}:
                raise SystemExit(f"{path}:{number}: the SDK added {sorted(extra)}")
            count += 1
    return count


if __name__ == "__main__":
    for path in sys.argv[1:]:
        print(f"{path}: {check(path)} events parsed by the CloudEvents SDK")
