"""Changes small ledgers in every way listed here and asks two independent verifiers what they see.

    mutate.py [--liggare PROGRAM] [--sample N | --full] [--jobs N] [--seed N]

The small ledgers are prefixes of `journal/exempel`. Each mutation belongs to a list:

- A, accidents: the folder alone must reveal the damage, and where it is: in the line that was changed, in the next one
  (whose `prev` no longer fits), or, for the last line, in the checkpoint, which nothing but that line can contradict.
- B, forgeries: whoever has the folder recomputes positions, versions, `prev`, copy and checkpoint. The folder alone
  reveals nothing; a checkpoint that was kept elsewhere must.
- C, beyond the checkpoint: what an append left that was never acknowledged. A torn batch is lawful and only reported;
  in no case may an acknowledged line be missing from what is taken for good.
- D, the grammar: ledgers that are right in all but one thing, which the documents allow or do not; positions, `prev`,
  copy and checkpoint are made to fit. Both verifiers must say what the documents say.

The verifier in Python (`Tests/Outside/liggare_verify.py`) runs on all of them in this process. The program `liggare`
runs on a sample of N mutations of each list, or on all with --full, a process each; its verdict and the first place it
names are compared with the other's. The program alone reads `data` by its type, so a change there may be met earlier
by it, or only by it: such differences are counted apart. Ends with 1 if a mutation is revealed by neither the folder
nor the kept checkpoint, or not located, or if the verifiers differ otherwise.
"""

import argparse
import base64
import collections
import concurrent.futures
import dataclasses
import functools
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Outside"))

import liggare_verify as verifier  # noqa: E402

# A line is read again and again, changed or not: what is read once is kept.
read_line_once = verifier.read_line


@functools.lru_cache(maxsize=4096)
def outcome_of_line(line):
    try:
        return read_line_once(line), None
    except verifier.Damage as damage:
        return None, damage


def read_line(line):
    read, damage = outcome_of_line(line)
    if damage:
        raise dataclasses.replace(damage)
    return read


verifier.read_line = read_line
verifier.leaf_hash = functools.lru_cache(maxsize=4096)(verifier.leaf_hash)

EXEMPEL = os.path.join(HERE, "..", "..", "journal", "exempel")
SEGMENT = "events/000000000001.jsonl"


@dataclasses.dataclass
class Mutation:
    """A changed folder. `places` are the (file, line) of which one must be named, a line of None being any in the file;
    `kept` is the checkpoint of before; `expected` the verdict, where the list does not say it."""

    list: str
    name: str
    files: dict
    places: list
    kept: bytes
    in_schema: bool = False
    expected: str | None = None


# Ledgers.


def checkpoint_of(lines, source):
    root = base64.b64encode(verifier.root_of([verifier.leaf_hash(line) for line in lines])).decode()
    return f"{verifier.origin_of(source)}\n{len(lines)}\n{root}\n".encode()


def folder_of(lines, covered=None, edges=()):
    """A ledger's folder with these lines, in segments that end after the line counts in `edges`."""
    first = json.loads(lines[0])
    files = {
        "ledger.json": (verifier.pretty(first["data"]) + "\n").encode(),
        "checkpoint": checkpoint_of(lines[:covered], first["source"]),
    }
    borders = [0, *edges, len(lines)]
    for start, end in zip(borders, borders[1:]):
        files[f"events/{start + 1:012}.jsonl"] = b"".join(line + b"\n" for line in lines[start:end])
    return files


def prefix(minimum):
    """The first lines of the example ledger: so many, or a few more where a batch would be cut."""
    with open(os.path.join(EXEMPEL, SEGMENT), "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    while minimum < len(lines) and not json.loads(lines[minimum]).get("batch", "1/").startswith("1/"):
        minimum += 1
    return lines[:minimum]


def edges_of(lines):
    """The line counts after which a batch is whole."""
    edges = []
    for count, line in enumerate(lines, 1):
        place, _, of = json.loads(line).get("batch", "1/1").partition("/")
        if place == of:
            edges.append(count)
    return edges


# List A.


def line_at(data, byte):
    return data[:byte].count(b"\n") + 1


def places_of_byte(file, data, byte):
    """Where a change at a byte may be seen: in its line or the next; for the last line, in the checkpoint."""
    if not file.startswith("events/"):
        return [(file, None)]
    line = line_at(data, byte)
    is_last = line == data.count(b"\n")
    return [(file, line), (file, line + 1)] + ([("checkpoint", 2), ("checkpoint", 3)] if is_last else [])


def schema_spans(data):
    """The bytes of a segment whose meaning only a reader of the event types knows."""
    spans, start = set(), 0
    for line in data.split(b"\n")[:-1]:
        event, places = read_line(line)
        names = list(event)
        for name in ("data", "type", "subject", "dataschema"):
            if name in event:
                after = names.index(name) + 1
                end = places[names[after]] if after < len(names) else len(line)
                spans.update(range(start + places[name], start + end))
        start += len(line) + 1
    return spans


def bytes_mutations(kind, folder, file, kept, prefix_name, start=0):
    data = folder[file]
    schema = schema_spans(data) if file.startswith("events/") else set()
    for byte, value in enumerate(data[start:], start):
        places, is_schema = places_of_byte(file, data, byte), byte in schema
        others = [value ^ 0x01, value ^ 0x20, value ^ 0x80]
        changed = [(f"^{value ^ other:02x}", bytes([other])) for other in others]
        for name, replacement in [*changed, ("removed", b""), ("doubled", bytes([value] * 2))]:
            mutated = data[:byte] + replacement + data[byte + 1 :]
            title = f"{prefix_name}byte {name}"
            # An LF more at the end stands beyond the checkpoint.
            is_beyond = file == SEGMENT and name == "doubled" and byte == len(data) - 1
            yield Mutation("C" if is_beyond else kind, title, {**folder, file: mutated}, places, kept, is_schema)


def with_lines(folder, file, lines):
    return {**folder, file: b"".join(line + b"\n" for line in lines)}


def lines_mutations(folder, kept):
    lines = folder[SEGMENT].split(b"\n")[:-1]
    ends = [("checkpoint", 2), ("checkpoint", 3)]
    for n in range(len(lines)):
        near = [(SEGMENT, n + 1), (SEGMENT, n + 2)]
        near += ends if n >= len(lines) - 2 else []
        copy = [("ledger.json", None)] if n == 0 else []
        if n + 1 < len(lines):
            swapped = lines[:n] + [lines[n + 1], lines[n]] + lines[n + 2 :]
            yield Mutation("A", "line swapped", with_lines(folder, SEGMENT, swapped), near + copy, kept)
        yield Mutation("A", "line dropped", with_lines(folder, SEGMENT, lines[:n] + lines[n + 1 :]), near + copy, kept)
        yield Mutation("A", "line repeated", with_lines(folder, SEGMENT, lines[: n + 1] + lines[n:]), near, kept)
    data = folder[SEGMENT]
    for byte in range(len(data)):
        # In the line that is cut, at the beginning of its batch, or, between two lines, by the checkpoint's size.
        whole = data[:byte].count(b"\n")
        places = [(SEGMENT, whole + 1), (SEGMENT, max(e + 1 for e in [0, *edges_of(lines)] if e <= whole))]
        places += ends if data[:byte].endswith(b"\n") else [(SEGMENT, None)] if byte == 0 else []
        yield Mutation("A", "tail cut", {**folder, SEGMENT: data[:byte]}, places, kept)


def segments_mutations(folder, kept):
    names = sorted(name for name in folder if name.startswith("events/"))
    for index, name in enumerate(names):
        after = [(n, None) for n in names[index:]] + [(n, 1) for n in names[index:]] + [("checkpoint", 2)]
        without = {n: data for n, data in folder.items() if n != name}
        yield Mutation("A", "segment missing", without, after, kept)
        yield Mutation("A", "segment emptied", {**folder, name: b""}, after, kept)
        for other in (f"events/{int(name[7:19]) + 1:012}.jsonl", name.replace(".jsonl", ".json")):
            yield Mutation("A", "segment renamed", {**without, other: folder[name]}, [(other, None), *after], kept)
        for other in names[index + 1 :]:
            exchanged = {**folder, name: folder[other], other: folder[name]}
            yield Mutation("A", "segments exchanged", exchanged, after, kept)
        for other in names[index + 1 : index + 2]:
            merged = {n: data for n, data in folder.items() if n != other}
            merged[name] = folder[name] + folder[other]
            yield Mutation("C", "segments merged", merged, [], kept)
    bare = {name: data for name, data in folder.items() if name not in names}
    yield Mutation("A", "all segments missing", bare, [("checkpoint", 2)], kept)


def checkpoint_mutations(folder, lines, kept):
    source = json.loads(lines[0])["source"]
    place = [("checkpoint", n) for n in (None, 1, 2, 3)]
    other = checkpoint_of(lines, "urn:uuid:00000000-0000-4000-8000-000000000000")
    yield Mutation("A", "checkpoint of another ledger", {**folder, "checkpoint": other}, place, kept)
    with open(os.path.join(EXEMPEL, "checkpoint"), "rb") as file:
        yield Mutation("A", "checkpoint of a longer book", {**folder, "checkpoint": file.read()}, place, kept)
    yield Mutation("A", "checkpoint missing", {n: d for n, d in folder.items() if n != "checkpoint"}, place, kept)
    yield Mutation("A", "checkpoint empty", {**folder, "checkpoint": b""}, place, kept)
    without = {name: data for name, data in folder.items() if name != "ledger.json"}
    yield Mutation("A", "copy missing", without, [("ledger.json", None)], kept)
    for size in edges_of(lines)[:-1]:
        old = {**folder, "checkpoint": checkpoint_of(lines[:size], source)}
        yield Mutation("B", "checkpoint old", old, [], kept)
        right, forged = kept.split(b"\n"), checkpoint_of(lines[:size], source).split(b"\n")
        mixed = b"\n".join([right[0], forged[1], right[2], b""])
        yield Mutation("A", "checkpoint's size that of an older one", {**folder, "checkpoint": mixed}, place, kept)
        mixed = b"\n".join([right[0], right[1], forged[2], b""])
        yield Mutation("A", "checkpoint's root that of an older one", {**folder, "checkpoint": mixed}, place, kept)


def sealed_mutations():
    lines = prefix(60)
    folder = folder_of(lines)
    committed = {c for line in lines for c in verifier.commitments_in(json.loads(line)["data"])}
    for commitment in committed:
        path = os.path.join(EXEMPEL, "sealed", commitment)
        if os.path.exists(path):
            folder[f"sealed/{commitment}"] = verifier.read_bytes(path)
    kept = folder["checkpoint"]
    names = sorted(name for name in folder if name.startswith("sealed/"))
    bare = {name: data for name, data in folder.items() if name not in names}
    yield Mutation("D", "a copy without sealed values", bare, [], kept, expected="sound")
    orphan = {**bare, "sealed/" + "0" * 64: b"x"}
    yield Mutation("D", "a copy without sealed values, but an orphan", orphan, [], kept, expected="sound")
    for name in names[:2]:
        for mutation in bytes_mutations("A", folder, name, kept, "sealed "):
            mutation.places = [(name, None)]
            yield mutation
        yield Mutation("A", "sealed missing", {n: d for n, d in folder.items() if n != name}, [(name, None)], kept)
    exchanged = {**folder, names[0]: folder[names[1]], names[1]: folder[names[0]]}
    yield Mutation("A", "sealed exchanged", exchanged, [(n, line) for n in names for line in (None, 2)], kept)


# List B.


def rechained(lines):
    """The lines as a forger writes them: positions, subject versions and `prev` made to fit, all else as it is."""
    forged, versions, previous = [], collections.Counter(), None
    for position, line in enumerate(lines, 1):
        event = json.loads(line)
        versions[event["subject"]] += 1
        event["position"], event["subjectversion"] = position, versions[event["subject"]]
        event.pop("prev", None)
        if previous:
            event["prev"] = verifier.leaf_hash(previous).hex()[:16]
        previous = compact(event)
        forged.append(previous)
    return forged


def forgeries(lines, kept):
    def forged(name, changed):
        return Mutation("B", name, folder_of(rechained(changed)), [], kept)

    for n, line in enumerate(lines):
        event = json.loads(line)
        changes = {"recordedby": "Någon Annan", "time": event["time"].replace("2022", "2021"),
                   "effective": "2022-01-09", "id": event["id"][:-1] + ("0" if event["id"][-1] != "0" else "1")}
        for member, value in changes.items():
            yield forged(f"{member} forged", lines[:n] + [compact({**event, member: value})] + lines[n + 1 :])
    batches = [lines[start:end] for start, end in zip([0, *edges_of(lines)], edges_of(lines))]
    # Nothing is slipped in after the last batch: that is an append, which a kept checkpoint does not contradict.
    for n in range(1, len(batches)):
        others = batches[:n] + batches[n + 1 :]
        yield forged("batch removed", [line for batch in others for line in batch])
        if n + 1 < len(batches):
            swapped = batches[:n] + [batches[n + 1], batches[n]] + batches[n + 2 :]
            yield forged("batches swapped", [line for batch in swapped for line in batch])
        slipped_in = batches[:n] + [[with_new_id(line) for line in batches[n]]] + batches[n:]
        yield forged("batch slipped in", [line for batch in slipped_in for line in batch])
        cut = folder_of([line for batch in batches[:n] for line in batch])
        yield Mutation("B", "cut at a batch's edge", cut, [], kept)


def with_new_id(line):
    return line[:27] + bytes([line[27] ^ 1]) + line[28:]


# List C.


def beyond_mutations(lines, covered):
    folder = folder_of(lines, covered)
    kept = folder["checkpoint"]
    data = folder[SEGMENT]
    start = sum(len(line) + 1 for line in lines[:covered])
    for byte in range(start, len(data)):
        yield Mutation("C", "tail beyond the checkpoint cut", {**folder, SEGMENT: data[:byte]}, [], kept)
    yield from bytes_mutations("C", folder, SEGMENT, kept, "beyond the checkpoint: ", start)
    for n in range(covered, len(lines)):
        changes = {"dropped": lines[:n] + lines[n + 1 :], "repeated": lines[: n + 1] + lines[n:]}
        if n + 1 < len(lines):
            changes["swapped"] = lines[:n] + [lines[n + 1], lines[n]] + lines[n + 2 :]
        for name, changed in changes.items():
            title = f"beyond the checkpoint: line {name}"
            yield Mutation("C", title, with_lines(folder, SEGMENT, changed), [], kept)


# List D.

UPPER = "ABCDEF00-0000-4000-8000-000000000001"
ENVELOPE = {
    "sound": [
        {"id": "00000000-0000-0000-0000-000000000000"}, {"id": "ffffffff-ffff-ffff-ffff-ffffffffffff"},
        {"time": "0000-01-01T00:00:00.000Z"}, {"time": "9999-12-31T23:59:59.999Z"},
        {"time": "2024-02-29T00:00:00.000Z"}, {"effective": "0000-02-29"}, {"effective": "9999-12-31"},
        {"effective": "2022-01-01T23:59:59Z"}, {"effective": None}, {"subject": "T-9999"}, {"subject": "T-10000"},
        {"subject": "T-999999999"}, {"recordedby": " "}, {"recordedby": "\u00a0"}, {"recordedby": "\ue000"},
        {"recordedby": "\U0001f600"}, {"recordedby": "\u2028"}, {"recordedby": "\ufeff"}, {"recordedby": "a\u0308"},
        {"recordedby": '"\\/'}, {"correlationid": "00000000-0000-4000-8000-000000000001"},
        {"causationid": "00000000-0000-4000-8000-000000000001"},
    ],
    "damage": [
        {"specversion": "1.1"}, {"specversion": 1}, {"specversion": None}, {"id": UPPER}, {"id": "0"}, {"id": ""},
        {"id": None}, {"id": UPPER.lower() + " "}, {"source": "urn:uuid:00000000-0000-4000-8000-00000000000b"},
        {"type": "liggare.ledger.opened"}, {"type": "Liggare"}, {"subject": "T-0000"}, {"subject": "T-001"},
        {"subject": "T-00012"}, {"subject": "t-0001"}, {"subject": "T0001"}, {"subject": "Z-0001"},
        {"subject": "T-1000000000"}, {"subject": "T-0001 "}, {"subject": "T-\u0661\u0661\u0661\u0661"},
        {"subject": None}, {"time": "2022-01-10T07:52:00Z"}, {"time": "2022-01-10T07:52:00.0000Z"},
        {"time": "2022-01-10T07:52:00.000+00:00"}, {"time": "2022-02-29T00:00:00.000Z"},
        {"time": "2022-01-10T24:00:00.000Z"}, {"time": "2022-01-10T23:59:60.000Z"},
        {"time": "2022-01-10T07:60:00.000Z"}, {"time": "2022-01-10t07:52:00.000z"},
        {"time": "2022-01-10 07:52:00.000Z"}, {"time": "2022-13-01T00:00:00.000Z"},
        {"time": "2022-00-10T00:00:00.000Z"}, {"time": None}, {"time": 1}, {"effective": "2022-02-30"},
        {"effective": "2022-1-1"}, {"effective": "20220101"}, {"effective": ""},
        {"effective": "2022-01-01T23:59:59.000Z"}, {"effective": "2022-01-01T23:59Z"},
        {"effective": "2022-01-01T23:59:60Z"}, {"effective": "2022-01-01T24:00:00Z"},
        {"effective": "2022-01-01T12:00:00+01:00"}, {"effective": False}, {"recordedby": ""},
        {"recordedby": "\u007f"}, {"recordedby": "\u0080"}, {"recordedby": "\u009f"}, {"recordedby": "\ufdd0"},
        {"recordedby": "\ufffe"}, {"recordedby": "\U0001ffff"}, {"recordedby": "\U0010fffe"}, {"recordedby": "a\tb"},
        {"recordedby": "a\nb"}, {"recordedby": None}, {"recordedby": ["a"]}, {"batch": "1/1"}, {"batch": "1/2"},
        {"batch": "2/2"}, {"batch": "0/2"}, {"batch": "3/2"}, {"batch": ""}, {"batch": "1"},
        {"correlationid": UPPER}, {"correlationid": ""}, {"causationid": "x"}, {"causationid": 7}, {"position": "9"},
        {"position": 8}, {"position": 10}, {"position": 2147483648}, {"position": True}, {"subjectversion": 0},
        {"subjectversion": 2}, {"subjectversion": "1"}, {"subjectversion": None},
        {"dataschema": "urn:liggare:meeting.scheduled:1"}, {"dataschema": "urn:liggare:meeting.scheduled:02"},
        {"dataschema": "urn:liggare:liggare.meeting.scheduled:2"}, {"dataschema": "urn:liggare:body.registered:2"},
        {"dataschema": "urn:liggare:meeting.scheduled"}, {"dataschema": ""}, {"prev": "0123456789ABCDEF"},
        {"prev": "0123456789abcdef"}, {"prev": None}, {"prev": ""}, {"data": {}}, {"data": []}, {"data": "x"},
        {"data": None}, {"traceparent": "x"}, {"datacontenttype": "application/json"},
    ],
}
SOURCES = {
    "sound": ["a:b", "https://example.se/ledger", "urn:x-a:%C3%A5", "A:b", "x-y.z:b", "a:b?c=d", "a://", "a:///b",
              "a:" + "b" * 253],
    "damage": ["a:", "ab", ":ab", "a:b#c", "a:b+c", "a+b:c", "a:b c", "1a:b", "a:%zz", "a:%c", "a:å", "a:" + "b" * 254,
               "//a/b", 'a:"b"', "a:b\\c", "a:<b>", "a:{b}", "a:|", "a:^", "a:`", "http://[::1]/"],
}


def compact(event):
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def replaced(event, changes):
    """The event with members replaced, or added in their place; None takes one away."""
    changed = {**event, **changes}
    known = list(verifier.MEMBERS)
    names = sorted(changed, key=lambda name: known.index(name) if name in known else len(known))
    return {name: changed[name] for name in names if changed[name] is not None}


def grammar():
    lines = prefix(9)
    kept = folder_of(lines)["checkpoint"]

    def probe(name, expected, files):
        return Mutation("D", name, files, [], kept, expected=expected)

    last = json.loads(lines[-1])
    for expected, cases in ENVELOPE.items():
        for changes in cases:
            in_data = "data" in changes and changes["data"] == {}
            files = folder_of(lines[:-1] + [compact(replaced(last, changes))])
            one = probe(f"envelope {expected}", "sound" if in_data else expected, files)
            yield dataclasses.replace(one, in_schema=in_data)
    room = 65_535 - len(compact(replaced(last, {"recordedby": ""})))
    for count, expected in ((room, "sound"), (room + 1, "damage")):
        yield probe(f"longest line {expected}", expected,
                    folder_of(lines[:-1] + [compact(replaced(last, {"recordedby": "a" * count}))]))
    for expected, sources in SOURCES.items():
        for source in sources:
            events = [json.loads(line) for line in lines]
            events[0]["data"]["identity"] = source
            changed = rechained([compact({**event, "source": source}) for event in events])
            yield probe(f"source {expected}", expected, folder_of(changed))
    text = lines[-1]
    place = text.index(b'"recordedby":"') + 14
    for raw in (b"\\/", b"\\u0041", b"\\ud800", b"\\ud83d\\ude00", b"\\u00e5", b"\\u007f", b"\r", b"\0", b"\\x",
                b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff"):
        yield probe("characters damage", "damage", folder_of(lines[:-1] + [text[:place] + raw + text[place:]]))
    position = b',"position":9'
    for old, new in ((position, b',"position":09'), (position, b',"position":9.0'), (position, b',"position":9e0'),
                     (position, b',"position":+9'), (position, position * 2), (b"9,", b"9 ,"), (b"}", b"},"),
                     (b'{"spec', b'{ "spec'), (b'{"spec', b'\xef\xbb\xbf{"spec'), (b',"prev"', b',,"prev"'),
                     (b',"subject":', b',"subject":"T-0001","subject":'), (b'"prev"', b'"\\u0070rev"'),
                     (b',"prev":', b',"prev": '), (b'"1.0"', b"'1.0'"), (b'"1.0"', b"1.0")):
        at = text.rindex(old)
        yield probe("JSON damage", "damage", folder_of(lines[:-1] + [text[:at] + new + text[at + len(old) :]]))
    yield from folder_grammar(lines, probe)


def folder_grammar(lines, probe):
    """What else may lie in a folder, and what may not."""
    folder = folder_of(lines)
    text = folder["checkpoint"]
    data = folder[SEGMENT]
    signature = base64.b64encode(bytes(68)).decode().encode()
    signed = text + b"\n\xe2\x80\x94 example.se/key " + signature + b"\n"
    for name, expected, changes in [
        ("checkpoint with a signature", "sound", {"checkpoint": signed}),
        ("checkpoint with two signatures", "sound", {"checkpoint": signed + signed[len(text) + 1 :]}),
        ("checkpoint with an extension line", "sound", {"checkpoint": text + b"more\n"}),
        ("checkpoint with an extension line and a signature", "sound",
         {"checkpoint": text + b"more\n" + signed[len(text) :]}),
        ("checkpoint without its last LF", "damage", {"checkpoint": text[:-1]}),
        ("checkpoint with CRLF", "damage", {"checkpoint": text.replace(b"\n", b"\r\n")}),
        ("checkpoint with an empty line at its end", "damage", {"checkpoint": text + b"\n"}),
        ("checkpoint with an LF after the signatures", "damage", {"checkpoint": signed + b"\n"}),
        ("checkpoint with size 09", "damage", {"checkpoint": text.replace(b"\n9\n", b"\n09\n")}),
        ("checkpoint with size 0", "damage", {"checkpoint": checkpoint_of([], json.loads(lines[0])["source"])}),
        ("checkpoint with size 2^63", "damage", {"checkpoint": text.replace(b"\n9\n", b"\n9223372036854775808\n")}),
        ("checkpoint with base64 that is not canonical", "damage",
         {"checkpoint": text[:-3] + bytes([text[-3] + 1]) + text[-2:]}),
        ("checkpoint with a byte order mark", "damage", {"checkpoint": b"\xef\xbb\xbf" + text}),
        ("hidden file in events", "sound", {"events/.swp": b"x"}),
        ("other file in events", "damage", {"events/notes.txt": b"x"}),
        ("empty segment at the end", "tail", {"events/000000000010.jsonl": b""}),
        ("segment name with 13 digits", "damage", {"events/0000000000001.jsonl": b"x"}),
        ("presented document", "sound", {"presented/" + "0" * 64: b"x"}),
        ("orphan in sealed", "sound", {"sealed/" + "0" * 64: b"x"}),
        ("hidden file in sealed", "sound", {"sealed/.x": b"x"}),
        ("lines set aside", "sound", {"set-aside/000000000010-0123456789abcdef.jsonl": b"x"}),
        ("file unknown", "sound", {"README.txt": b"x"}),
        ("ledger.json without its LF", "damage", {"ledger.json": folder["ledger.json"][:-1]}),
        ("ledger.json compact", "damage", {"ledger.json": compact(json.loads(folder["ledger.json"]))}),
        ("lines with CRLF", "damage", {SEGMENT: data.replace(b"\n", b"\r\n")}),
        ("byte order mark before the lines", "damage", {SEGMENT: b"\xef\xbb\xbf" + data}),
    ]:
        yield probe(name, expected, {**folder, **changes})
    for number in (2, 0, "1", -1, None):
        opening = json.loads(lines[0])
        opening["data"]["format"] = number
        opening["data"] = {name: value for name, value in opening["data"].items() if value is not None}
        yield probe("format damage", "damage", folder_of(rechained([compact(opening), *lines[1:]])))
    opening = json.loads(lines[0])
    another = compact({**opening, "subject": "L-0002"})
    yield probe("opening of another subject than L-0001", "damage", folder_of(rechained([another, *lines[1:]])))
    first = folder_of(lines[:1])
    without = {name: d for name, d in first.items() if name != "checkpoint"}
    yield probe("one line without a checkpoint", "sound", without)
    yield probe("one line without a checkpoint, with a document", "damage", {**without, "presented/" + "0" * 64: b"x"})
    yield probe("one line without a checkpoint, with a sealed value", "damage", {**without, "sealed/" + "0" * 64: b"x"})
    yield probe("nothing but a checkpoint", "damage", {"checkpoint": text})
    yield probe("nothing but ledger.json", "none", {"ledger.json": folder["ledger.json"]})
    yield probe("nothing", "none", {})
    yield probe("a batch in two segments", "damage", folder_of(lines, edges=(5,)))
    yield probe("a segment for each batch", "sound", folder_of(lines, edges=(1, 2, 8)))
    yield probe("a checkpoint within a batch", "sound", {**folder, "checkpoint": folder_of(lines, 5)["checkpoint"]})


def all_mutations():
    lines = prefix(9)
    folder = folder_of(lines)
    kept = folder["checkpoint"]
    for file in (SEGMENT, "ledger.json", "checkpoint"):
        yield from bytes_mutations("A", folder, file, kept, f"{os.path.dirname(file) or file} ")
    yield from lines_mutations(folder, kept)
    yield from segments_mutations(folder_of(lines, edges=(2, 8)), kept)
    yield from checkpoint_mutations(folder, lines, kept)
    yield from sealed_mutations()
    yield from forgeries(lines, kept)
    yield from beyond_mutations(lines, 2)
    yield from grammar()


# The verifiers. A verdict is ("sound" | "tail" | "damage" | "none", places (file, line), count of good lines).


def ask_python(files, kept=None):
    try:
        report = verifier.verify_ledger(files)
    except verifier.NotALedger:
        return "none", [], 0
    damages = list(report.damages)
    if kept:
        damages += verifier.compare_kept(verifier.parse_checkpoint(kept, "kept"), report, "kept")
    verdict = "damage" if damages else "tail" if report.tail else "sound"
    return verdict, [(damage.file, damage.line) for damage in damages], len(report.leaves)


class Program:
    """The program on a folder of its own, written anew where it differs."""

    def __init__(self, program):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="liggare-mutate-")
        self.written = {}

    def ask(self, files):
        for name in set(self.written) - set(files):
            os.remove(os.path.join(self.folder, name))
        for name, data in files.items():
            if self.written.get(name) != data:
                path = os.path.join(self.folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(data)
        for name in {os.path.dirname(name) for name in self.written if "/" in name}:
            if not os.listdir(os.path.join(self.folder, name)):
                os.rmdir(os.path.join(self.folder, name))
        self.written = dict(files)
        command = [self.program, "journal", "verify", "--journal", self.folder, "--json", "--lang", "en"]
        ended = subprocess.run(command, capture_output=True, check=False)
        if ended.returncode not in (0, 3):
            return ("none" if ended.returncode == 2 else f"exit {ended.returncode}"), [], 0, [ended.stderr.decode()]
        answer = json.loads(ended.stdout)
        damages = answer.get("damages", [])
        verdict = "damage" if damages else "tail" if self.reports_tail(answer) else "sound"
        if (ended.returncode == 0) != (not damages):
            verdict = f"exit {ended.returncode} with {len(damages)} damages"
        places = [(damage.get("file"), damage.get("line")) for damage in damages]
        return verdict, places, answer["size"], [damage["problem"] for damage in damages]

    def reports_tail(self, answer):
        """Whether something at the end does not count. Where the JSON does not say, the text for people does."""
        if "tail" in answer:
            return bool(answer["tail"])
        command = [self.program, "journal", "verify", "--journal", self.folder, "--lang", "en"]
        return b"never acknowledged" in subprocess.run(command, capture_output=True, check=False).stdout


asked = None


def start_program(program):
    global asked
    asked = Program(program)


def ask_program(files):
    return asked.ask(files)


# Judgement.


def is_near(place, places):
    """Whether the place is one of these; one without a line stands for any line of its file."""
    return place in places or (place[0], None) in places


def is_near_file(place, places):
    """The same where the program names a file without a line."""
    return is_near(place, places) or place[1] is None and place[0] in {file for file, _ in places}


def judge(mutation):
    """How the Python verifier does: ("folder" | "kept" | "neither" …, whether it is right for the list)."""
    verdict, places, good = ask_python(mutation.files)
    if mutation.expected:
        return verdict, verdict == mutation.expected
    if mutation.list == "C":
        covered = int(mutation.kept.split(b"\n")[1])
        return verdict, verdict == "damage" or good >= covered
    if verdict in ("damage", "none"):
        is_located = mutation.list == "B" or verdict == "none" or is_near(places[0], mutation.places)
        return "folder" if is_located else "folder, not located", is_located and mutation.list == "A"
    with_kept, _, _ = ask_python(mutation.files, mutation.kept)
    return ("kept checkpoint", mutation.list == "B") if with_kept == "damage" else ("neither", False)


def compare(mutation, answer):
    """How the program's answer stands to the Python verifier's."""
    verdict, places, good, _ = answer
    mine, my_places, my_good = ask_python(mutation.files)
    schema = "schema: " if mutation.in_schema else ""
    if verdict != mine:
        return f"{schema}verdict differs"
    if verdict != "damage":
        return "same" if good == my_good else f"{schema}count differs"
    if places[:1] == my_places[:1]:
        return "same"
    return "same file, no line given" if places[0] == (my_places[0][0], None) else f"{schema}place differs"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--liggare", help="the program; without it only the Python verifier is asked")
    parser.add_argument("--sample", type=int, default=500, help="mutations of each list for the program")
    parser.add_argument("--full", action="store_true", help="every mutation for the program")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5, help="examples of each finding")
    options = parser.parse_args()
    mutations, outcomes, findings = [], collections.Counter(), collections.defaultdict(list)
    original = {"A": folder_of(prefix(9)), "segments": folder_of(prefix(9), edges=(2, 8))}
    for name, files in original.items():
        if ask_python(files)[0] != "sound":
            raise SystemExit(f"the ledger {name} is not sound before it is changed: {ask_python(files)}")
    for mutation in all_mutations():
        if mutation.files in original.values():
            continue
        outcome, is_right = judge(mutation)
        outcomes[mutation.list, mutation.name, outcome] += 1
        if not is_right:
            findings["python: " + outcome].append((mutation, ask_python(mutation.files)))
        mutations.append(mutation)
    print(f"verifier in Python, {len(mutations)} mutations")
    for (kind, name, outcome), count in sorted(outcomes.items()):
        print(f"  {kind}  {name:<44}{count:>7}  {outcome}")
    if options.liggare:
        run_program(options, mutations, findings)
    for name, cases in sorted(findings.items()):
        print(f"{name}: {len(cases)}")
        for mutation, answers in cases[: options.show]:
            print(f"    {mutation.list} {mutation.name} {mutation.places[-1:]}: {answers}")
    return 1 if any(not name.startswith("schema") for name in findings) else 0


def run_program(options, mutations, findings):
    chosen = mutations
    if not options.full:
        draw = random.Random(options.seed)
        lists = [[m for m in mutations if m.list == kind] for kind in "ABCD"]
        chosen = [m for some in lists for m in draw.sample(some, min(len(some), options.sample))]
    counts, revealed = collections.Counter(), collections.Counter()
    with concurrent.futures.ProcessPoolExecutor(options.jobs, initializer=start_program,
                                                initargs=(options.liggare,)) as pool:
        folder_answers = pool.map(ask_program, [m.files for m in chosen], chunksize=64)
        forged = [m for m in chosen if m.list == "B"]
        kept_answers = pool.map(ask_program, [{**m.files, "checkpoint": m.kept} for m in forged], chunksize=64)
        for mutation, answer in zip(chosen, folder_answers):
            outcome = compare(mutation, answer)
            counts[mutation.list, outcome] += 1
            revealed[mutation.list, "folder alone: " + answer[0]] += 1
            if mutation.list == "A" and (answer[0] != "damage" or not is_near_file(answer[1][0], mutation.places)):
                findings["program: not revealed or not located"].append((mutation, answer))
            if not outcome.startswith("same"):
                findings[outcome].append((mutation, (answer, ask_python(mutation.files))))
        for mutation, answer in zip(forged, kept_answers):
            revealed["B", "kept checkpoint in the folder's place: " + answer[0]] += 1
            if answer[0] != "damage" and mutation.name != "checkpoint old":
                findings["program: not revealed by the kept checkpoint"].append((mutation, answer))
        list(pool.map(clean_up, range(options.jobs * 4)))
    print(f"program, {len(chosen)} mutations and {len(forged)} again with the kept checkpoint")
    for (kind, outcome), count in sorted(revealed.items()):
        print(f"  {kind}  {outcome:<44}{count:>7}")
    print("the verifiers against each other")
    for (kind, outcome), count in sorted(counts.items()):
        print(f"  {kind}  {outcome:<44}{count:>7}")


def clean_up(_):
    shutil.rmtree(asked.folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
