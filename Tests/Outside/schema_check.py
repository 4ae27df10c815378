#!/usr/bin/env python3
"""Holds a JSON file against a JSON schema: as much of draft-07 as the schema of OCEL 2.0 uses.

    schema_check.py SCHEMA.json FILE.json

Types, required members, properties, items, and the format date-time; any other keyword is refused rather than passed over. Prints what
is wrong, at most ten places, and ends with 1 where anything is. The standard library only.
"""
import json
import sys
from datetime import datetime

TYPES = {"object": dict, "array": list, "string": str}
KNOWN = {"$schema", "type", "properties", "items", "required", "format"}


def problems(value, schema, path):
    unknown = set(schema) - KNOWN
    if unknown:
        yield f"{path}: the schema says {unknown}, which is not looked at here"
    if not isinstance(value, TYPES[schema["type"]]):
        yield f"{path}: is no {schema['type']}"
        return
    if schema.get("format") == "date-time":
        try:
            if datetime.fromisoformat(value).tzinfo is None:
                yield f"{path}: has no zone"
        except ValueError:
            yield f"{path}: is no date-time: {value}"
    for name in schema.get("required", []):
        if name not in value:
            yield f"{path}: has no {name}"
    for name, inner in schema.get("properties", {}).items():
        if name in value:
            yield from problems(value[name], inner, f"{path}.{name}")
    if "items" in schema:
        for index, element in enumerate(value):
            yield from problems(element, schema["items"], f"{path}[{index}]")


def main():
    schema, value = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
    found = [problem for _, problem in zip(range(10), problems(value, schema, "$"))]
    print("\n".join(found))
    sys.exit(1 if found else 0)


main()
