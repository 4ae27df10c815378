"""Reads and verifies ledgers and their proofs, independently of the program that writes them.

    liggare_verify.py ledger DIR [--checkpoint FILE] [--vkey VKEY]...
    liggare_verify.py checkpoint FILE [--vkey VKEY]...
    liggare_verify.py inclusion --proof FILE --line FILE|- [--checkpoint FILE] [--vkey VKEY]...
    liggare_verify.py consistency --from CHECKPOINT --to CHECKPOINT --proof FILE [--vkey VKEY]...
    liggare_verify.py anchor TEXT --checkpoint FILE | --ledger DIR
    liggare_verify.py tiles DIR [--vkey VKEY]...
    liggare_verify.py bundle DIR|FILE.zip [--checkpoint FILE] [--manifest SHA256] [--vkey VKEY]...
    liggare_verify.py selftest [FOLDER]

Python 3.11, standard library only. Written from the documents, not from the program: the documentation comments of
LineFormat, LedgerFolder, LedgerCopy, JournalReading, Checkpoint, PrintedCheckpoint, Commitment, Sealing and EvidenceBundle under
`Sources`; RFC 6962 and 9162 (the tree and its proofs), RFC 8785 section 3.2.2.2 (strings), RFC 8032 (Ed25519), and C2SP
tlog-checkpoint, signed-note, tlog-tiles, tlog-proof and, for the text of a consistency proof, tlog-witness. What `data`
must hold for each type of event is not checked here.

In a bundle of evidence this file lies as `verify.py`; started there without any argument, it verifies that bundle. Whoever
does not trust the bundle does not trust the verifier in it either, and uses one from elsewhere.

Ends with 0 where all is as it must be, 3 where something is not, 2 where it was not asked rightly or a file cannot be
read. Places are counted as people do for lines and positions (from 1) and from 0 for bytes.
"""

import argparse
import base64
import dataclasses
import hashlib
import itertools
import json
import os
import re
import struct
import sys
import zipfile
import zlib
from datetime import datetime

# The tree (RFC 6962 section 2.1): hashes are 32 bytes.


def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(line):
    return sha256(b"\x00" + line)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root_of(leaves):
    """The root over leaf hashes. Neighbours are joined level by level; an odd last one moves up as it is."""
    if not leaves:
        return sha256(b"")
    level = list(leaves)
    while len(level) > 1:
        joined = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = joined + level[len(level) & ~1 :]
    return level[0]


def root_by_inclusion(leaf, index, size, proof):
    """The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2); None for a proof of another shape."""
    if not 0 <= index < size:
        return None
    place, last, root = index, size - 1, leaf
    for hash in proof:
        if last == 0:
            return None
        if place & 1 or place == last:
            root = node_hash(hash, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = node_hash(root, hash)
        place, last = place >> 1, last >> 1
    return root if last == 0 else None


def is_consistent(size1, size2, root1, root2, proof):
    """Whether the tree of size1 leaves is the beginning of that of size2 (RFC 9162 section 2.1.4.2).

    An empty tree is the beginning of every tree, so a proof about it says nothing: size1 = 0 is refused.
    """
    if not 0 < size1 <= size2:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if size1 & (size1 - 1) == 0:
        proof = [root1, *proof]
    if not proof:
        return False
    place, last = size1 - 1, size2 - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = proof[0]
    for hash in proof[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(hash, first), node_hash(hash, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, hash)
        place, last = place >> 1, last >> 1
    return last == 0 and first == root1 and second == root2


# Ed25519 (RFC 8032 section 5.1): points are x, y, z, t with x/z, y/z on the curve and xy = zt.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_sum(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    g, h = 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = point_sum(result, point)
        point, number = point_sum(point, point), number >> 1
    return result


def point_from(data):
    """The point of 32 bytes (section 5.1.3); None where they encode none, or one not in its only form."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_ONE % P
    if x * x % P != square or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def point_bytes(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point_from((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519_verifies(key, message, signature):
    """Whether the signature is the key's (section 5.1.7), by the equation without cofactor, which is the stricter."""
    point = point_from(key) if len(key) == 32 else None
    if point is None or len(signature) != 64:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    if scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    minus = (P - point[0], point[1], 1, P - point[3])
    return point_bytes(point_sum(point_times(scalar, BASE), point_times(challenge, minus))) == signature[:32]


# What is wrong, and where.


@dataclasses.dataclass
class Damage(Exception):
    """A place that is not as it must be. Byte: from 0; in a line while the line is read, in the file in a report."""

    expected: str
    found: str
    byte: int | None = None
    line: int | None = None
    position: int | None = None
    file: str | None = None

    def __str__(self):
        parts = [self.file]
        places = [(name, getattr(self, name)) for name in ("line", "byte", "position")]
        parts += [f"{name} {value}" for name, value in places if value is not None]
        place = ", ".join(part for part in parts if part)
        return f"{place + ': ' if place else ''}expected {self.expected}; found {self.found}"


class Mistyped(Damage):
    """Something wrong in what was typed, which says nothing about any book."""


def shown(data, limit=60):
    """Bytes or text for a message: printable, and cut."""
    text = data.decode("utf-8", "backslashreplace") if isinstance(data, bytes) else str(data)
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return "nothing" if not text else text if len(text) <= limit else text[:limit] + "…"


# Texts: base64, checkpoints, signed notes.


def base64_bytes(text, count=None):
    """The bytes of standard base64 (RFC 4648 section 4) in its one canonical form; None for any other text."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    is_canonical = base64.b64encode(data).decode() == text
    return data if is_canonical and count in (None, len(data)) else None


@dataclasses.dataclass
class Checkpoint:
    origin: str
    size: int
    root: bytes
    text: str
    signatures: list

    def says_same(self, other):
        return (self.origin, self.size, self.root) == (other.origin, other.size, other.root)


@dataclasses.dataclass
class Signature:
    name: str
    key_id: bytes
    data: bytes


def parse_note(data, lines_at_least, file):
    """Text and signature lines of a C2SP signed note; the signatures may be absent, as in an unsigned checkpoint."""

    def refuse(line, expected, found):
        raise Damage(expected, shown(found), line=line, file=file)

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Damage("UTF-8", "bytes that are none", byte=error.start, line=line, file=file) from None
    lines = text.split("\n")
    if lines.pop() != "":
        refuse(len(lines) + 1, "an LF at the end", "none")
    for number, line in enumerate(lines, 1):
        if re.search("[\x00-\x1f\x7f]", line):
            refuse(number, "no control characters", line)
    if len(lines) < lines_at_least:
        refuse(len(lines) + 1, f"{lines_at_least} lines at least", "the end")
    if "" not in lines[lines_at_least:]:
        return lines, []
    border = len(lines) - 1 - lines[::-1].index("")
    signatures = []
    for number, line in enumerate(lines[border + 1 :], border + 2):
        match = re.fullmatch(r"\u2014 ([^\s+]+) (\S+)", line)
        content = base64_bytes(match[2]) if match else None
        if content is None or len(content) < 5:
            refuse(number, "— NAME BASE64, a signature of a signed note", line)
        signatures.append(Signature(match[1], content[:4], content[4:]))
    if not signatures:
        refuse(len(lines) + 1, "a signature after the empty line", "the end")
    return lines[:border], signatures


def parse_checkpoint(data, file="checkpoint"):
    """A C2SP tlog-checkpoint, signed or not."""
    lines, signatures = parse_note(data, 3, file)

    def refuse(line, expected):
        raise Damage(expected, shown(lines[line - 1]), line=line, file=file)

    if not lines[0]:
        refuse(1, "an origin that is not empty")
    if not re.fullmatch("0|[1-9][0-9]{0,18}", lines[1]) or int(lines[1]) >= 2**63:
        refuse(2, "a size, decimal without leading zeros")
    root = base64_bytes(lines[2], 32)
    if root is None:
        refuse(3, "a root, 32 bytes in canonical base64")
    for number, line in enumerate(lines[3:], 4):
        if not line:
            refuse(number, "no empty line before that of the signatures")
    return Checkpoint(lines[0], int(lines[1]), root, "".join(line + "\n" for line in lines), signatures)


@dataclasses.dataclass
class Key:
    name: str
    key_id: bytes
    public: bytes


def parse_vkey(text):
    """A verifier key of C2SP signed-note with an Ed25519 key: NAME+ID+BASE64, the id being that of name and key."""
    match = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)", text)
    material = base64_bytes(match[3], 33) if match else None
    if material is None or material[0] != 1:
        raise Mistyped("a verifier key of type Ed25519, NAME+ID+BASE64", shown(text))
    key_id = sha256(match[1].encode() + b"\n" + material)[:4]
    if key_id.hex() != match[2]:
        raise Mistyped(f"the key id {key_id.hex()} of the verifier key {match[1]}", match[2])
    return Key(match[1], key_id, material[1:])


def check_signatures(checkpoint, keys, file):
    """The names of the known keys that signed. A signature by a known key that does not verify is refused, and so is a
    checkpoint without any by a known key, if there are known keys; signatures by others are passed over."""
    verified = []
    for signature in checkpoint.signatures:
        for key in keys:
            if (key.name, key.key_id) == (signature.name, signature.key_id):
                if not ed25519_verifies(key.public, checkpoint.text.encode(), signature.data):
                    raise Damage(f"a signature by {key.name}", "one that does not verify", file=file)
                verified.append(key.name)
    if keys and not verified:
        raise Damage("a signature by a known key", f"{len(checkpoint.signatures)} by others", file=file)
    return verified


# Strict JSON in its canonical form. What a line must be has one text, so the reader takes only that.

STRING = re.compile(rb'"((?:[^"\\\x00-\x1f]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[0-9a-f]))*)"')
STRING_START = re.compile(STRING.pattern[:-1])
INTEGER = re.compile(rb"(?:0|[1-9][0-9]*)(?![0-9.eE+-])")
WORDS = {b"true": True, b"false": False}
DEPTH_LIMIT = 64


class CanonicalReader:
    """Reads one JSON value, compact, with strings escaped as RFC 8785 does and integers without sign, and refuses all
    else at the byte where it begins. `places` has the bytes where the values in the outermost object begin, `names`
    those of their names."""

    def __init__(self, text):
        try:
            text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Damage("UTF-8", "bytes that are none", error.start) from None
        self.text = text
        self.places = {}
        self.names = {}

    def read(self):
        value, end = self.value(0, 0)
        if end != len(self.text):
            self.refuse(end, "the end of the line")
        return value

    def refuse(self, at, expected):
        raise Damage(expected, shown(self.text[at : at + 12]) if at < len(self.text) else "the end", at)

    def value(self, at, depth):
        first = self.text[at : at + 1]
        if first == b'"':
            return self.string(at)
        if first in (b"{", b"["):
            if depth == DEPTH_LIMIT:
                self.refuse(at, f"arrays and objects at most {DEPTH_LIMIT} deep")
            return (self.object if first == b"{" else self.array)(at + 1, depth + 1)
        if match := INTEGER.match(self.text, at):
            return int(match[0]), match.end()
        for word, value in WORDS.items():
            if self.text.startswith(word, at):
                return value, at + len(word)
        self.refuse(at, "a string, an object, an array, an integer without sign, true or false")

    def string(self, at):
        match = STRING.match(self.text, at)
        if not match:
            place = STRING_START.match(self.text, at)
            self.refuse(place.end() if place else at, "a string with the escapes of RFC 8785" if place else "a string")
        raw = match[1].decode("utf-8")
        return json.loads(f'"{raw}"') if "\\" in raw else raw, match.end()

    def object(self, at, depth):
        members = {}
        if self.text[at : at + 1] == b"}":
            return members, at + 1
        while True:
            name, end = self.string(at)
            if name in members:
                self.refuse(at, f"the member {shown(name)} once")
            if self.text[end : end + 1] != b":":
                self.refuse(end, "a colon")
            if depth == 1:
                self.names[name], self.places[name] = at, end + 1
            members[name], end = self.value(end + 1, depth)
            if self.text[end : end + 1] == b"}":
                return members, end + 1
            if self.text[end : end + 1] != b",":
                self.refuse(end, "a comma or a closing brace")
            at = end + 1

    def array(self, at, depth):
        elements = []
        if self.text[at : at + 1] == b"]":
            return elements, at + 1
        while True:
            element, end = self.value(at, depth)
            elements.append(element)
            if self.text[end : end + 1] == b"]":
                return elements, end + 1
            if self.text[end : end + 1] != b",":
                self.refuse(end, "a comma or a closing bracket")
            at = end + 1


# One line (LineFormat).

BYTE_LIMIT = 65_535
INTEGER_LIMIT = 2_147_483_647
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = "[0-9]{2}:[0-9]{2}:[0-9]{2}"


def is_date(text):
    """Whether the Gregorian calendar has the day; year 0000, which Python does not know, is a leap year as 2000 is."""
    try:
        datetime.strptime("2000" + text[4:] if text.startswith("0000") else text, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def is_moment(text):
    return is_date(text[:10]) and text[11:13] < "24" and text[14:16] < "60" and text[17:19] < "60"


def is_person(text):
    """Not empty, without the characters that a CloudEvents string may not have: controls and noncharacters."""
    codes = [ord(c) for c in text]
    controls = any(c < 0x20 or 0x7F <= c <= 0x9F for c in codes)
    return bool(codes) and not controls and not any(0xFDD0 <= c <= 0xFDEF or c & 0xFFFE == 0xFFFE for c in codes)


def is_identity(text):
    pattern = r"[A-Za-z][A-Za-z0-9.-]*:(?:[A-Za-z0-9._~:/?@!$&'()*,;=-]|%[0-9A-Fa-f]{2})+"
    return 3 <= len(text) <= 255 and re.fullmatch(pattern, text) is not None


def is_batch(text):
    match = re.fullmatch("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})", text)
    return match is not None and int(match[1]) <= int(match[2]) and int(match[2]) >= 2


def is_integer(value):
    return type(value) is int and 1 <= value <= INTEGER_LIMIT


def text_like(pattern, test=lambda text: True):
    matches = re.compile(pattern).fullmatch
    return lambda value: isinstance(value, str) and matches(value) is not None and test(value)


def text_that(test):
    return lambda value: isinstance(value, str) and test(value)


# Every member in its order: whether it must be there, what it must be in words, and the test.
MEMBERS = {
    "specversion": (True, '"1.0"', text_like(r"1\.0")),
    "id": (True, "a UUID in lower case", text_like(UUID)),
    "source": (True, "an absolute URI of 3 to 255 bytes without + # [ ]", text_that(is_identity)),
    "type": (True, '"liggare." and the type of a fact', text_like(r"liggare\.[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*")),
    "subject": (True, "the letter of a kind, a hyphen and a number 0001...999999999",
                text_like("[BCDEFGILMPRST]-(?!0000)([0-9]{4}|[1-9][0-9]{4,8})")),
    "time": (True, "RFC 3339 in UTC with three decimals", text_like(rf"{DATE}T{CLOCK}\.[0-9]{{3}}Z", is_moment)),
    "dataschema": (False, "urn:liggare:TYPE:VERSION", text_like(r"urn:liggare:[a-z.-]+:[1-9][0-9]{0,9}")),
    "data": (True, "an object", lambda value: isinstance(value, dict)),
    "position": (True, f"an integer 1...{INTEGER_LIMIT}", is_integer),
    "subjectversion": (True, f"an integer 1...{INTEGER_LIMIT}", is_integer),
    "effective": (False, "a date, or a second in UTC",
                  lambda value: text_like(DATE, is_date)(value) or text_like(f"{DATE}T{CLOCK}Z", is_moment)(value)),
    "recordedby": (True, "a text, not empty, without control characters and noncharacters", text_that(is_person)),
    "batch": (False, "PLACE/COUNT in a batch of 2...999999", text_that(is_batch)),
    "correlationid": (False, "a UUID in lower case", text_like(UUID)),
    "causationid": (False, "a UUID in lower case", text_like(UUID)),
    "prev": (False, "16 hexadecimal digits in lower case", text_like("[0-9a-f]{16}")),
}


def read_line(line):
    """The members of a line, given without its LF, and the byte where the value of each begins."""
    if not line:
        raise Damage("a line", "an empty one", 0)
    if len(line) > BYTE_LIMIT:
        raise Damage(f"at most {BYTE_LIMIT} bytes", f"{len(line)}", BYTE_LIMIT)
    reader = CanonicalReader(line)
    event = reader.read()
    if not isinstance(event, dict):
        raise Damage("an object", shown(line, 12), 0)
    check_order(list(event), reader.names, len(line))
    for name, value in event.items():
        _, expected, test = MEMBERS[name]
        if not test(value):
            raise Damage(f"{name}: {expected}", shown(json.dumps(value, ensure_ascii=False)), reader.places[name])
    if "dataschema" in event:
        _, _, type, version = event["dataschema"].split(":")
        if "liggare." + type != event["type"] or int(version) < 2:
            raise Damage(f"dataschema: the type {event['type']} without liggare., from version 2",
                         event["dataschema"], reader.places["dataschema"])
    return event, reader.places


def check_order(names, places, length):
    """Refuses unknown, missing and misplaced members."""
    known = list(MEMBERS)
    for name in names:
        if name not in MEMBERS:
            raise Damage("a member of the envelope", shown(name), places[name])
    for earlier, later in zip(names, names[1:]):
        if known.index(earlier) > known.index(later):
            raise Damage(f"{later} before {earlier}", "it after that", places[later])
    for name, (is_required, _, _) in MEMBERS.items():
        if is_required and name not in names:
            after = [places[n] for n in names if known.index(n) > known.index(name)]
            raise Damage(f"the member {name}", "none", after[0] if after else length)


# Lines one after another.


class Chain:
    """What each line must have in common with all before it: `check` refuses a wrong one, `take` counts a right one."""

    def __init__(self):
        self.count = 0
        self.source = None
        self.previous = None
        self.next_place = None
        self.ids = {}
        self.versions = {}
        self.last_time = ""
        self.clock_steps = 0

    def check(self, event, places):
        def demand(is_right, name, expected, found):
            if not is_right:
                raise Damage(f"{name}: {expected}", shown(found), places.get(name))

        position = self.count + 1
        opens = event["type"] == "liggare.ledger.opened"
        demand(event["position"] == position, "position", position, event["position"])
        prev = self.previous.hex()[:16] if self.previous else None
        demand(event.get("prev") == prev, "prev", prev or "none in line 1", event.get("prev", "none"))
        demand(opens == (position == 1), "type", "ledger.opened in line 1 and no other", event["type"])
        demand(event["source"] == (self.source or event["source"]), "source", self.source, event["source"])
        if opens:
            stated = event["data"].get("identity")
            demand(stated == event["source"], "data", f"the identity {event['source']}", stated)
            demand(event["subject"] == "L-0001", "subject", "L-0001", event["subject"])
            form = event["data"].get("format")
            demand(form == 1, "data", "format 1, the only one that this program knows", form)
        version = self.versions.get(event["subject"], 0) + 1
        demand(event["subjectversion"] == version, "subjectversion", version, event["subjectversion"])
        first = self.ids.get(event["id"])
        demand(first is None, "id", "one not used before", f"that of position {first}")
        if self.next_place or not event.get("batch", "1/").startswith("1/"):
            expected = self.next_place or "none, or a first place"
            demand(event.get("batch") == self.next_place, "batch", expected, event.get("batch", "none"))

    def take(self, event, leaf):
        self.count += 1
        self.source = event["source"]
        self.previous = leaf
        self.ids[event["id"]] = self.count
        self.versions[event["subject"]] = event["subjectversion"]
        place, count = map(int, event.get("batch", "1/1").split("/"))
        self.next_place = f"{place + 1}/{count}" if place < count else None
        self.clock_steps += event["time"] < self.last_time
        self.last_time = event["time"]


# A ledger's folder (LedgerFolder), as a dictionary: the path in the folder, and the bytes; None where no permission.


class NotALedger(Exception):
    pass


def read_folder(folder):
    """Reads the checkpoint first: a ledger may grow meanwhile, and what it covers is in the files read after it."""
    files = {}
    if not os.path.isdir(folder):
        raise NotALedger(f"{folder} is no folder")
    for name in ("checkpoint", "ledger.json"):
        if os.path.lexists(os.path.join(folder, name)):
            files[name] = read_bytes(os.path.join(folder, name))
    for directory in ("events", "sealed", "presented", "set-aside"):
        path = os.path.join(folder, directory)
        try:
            names = sorted(os.listdir(path))
        except FileNotFoundError:
            continue
        for name in names:
            if directory in ("events", "sealed"):
                files[f"{directory}/{name}"] = read_bytes(os.path.join(path, name), may_refuse=directory == "sealed")
            else:
                files[f"{directory}/{name}"] = b""
    return files


def read_bytes(path, may_refuse=False):
    try:
        with open(path, "rb") as file:
            return file.read()
    except PermissionError:
        if may_refuse:
            return None
        raise
    except IsADirectoryError:
        raise Damage("a file", "a folder", file=path) from None


@dataclasses.dataclass
class Report:
    damages: list = dataclasses.field(default_factory=list)
    counts: dict = dataclasses.field(default_factory=dict)
    leaves: list = dataclasses.field(default_factory=list)
    tail: Damage | None = None
    tail_bytes: int = 0
    events: list = dataclasses.field(default_factory=list)
    checkpoint: Checkpoint | None = None


@dataclasses.dataclass
class Line:
    file: str
    number: int
    start: int
    content: bytes
    is_finished: bool


def lines_of(file, data):
    start = 0
    for number, piece in enumerate(data.split(b"\n"), 1):
        if start < len(data):
            yield Line(file, number, start, piece, start + len(piece) < len(data))
        start += len(piece) + 1


def verify_ledger(files):
    """Looks at everything in a ledger's folder. Lines are read up to the first wrong one; the other questions (root,
    copy, sealed values) are asked all the same of what there is."""
    if not any(name.startswith("events/") for name in files) and "checkpoint" not in files:
        raise NotALedger("no journal: neither events nor a checkpoint")
    report = Report()
    try:
        if "checkpoint" in files:
            report.checkpoint = parse_checkpoint(files["checkpoint"])
    except Damage as damage:
        report.damages.append(damage)
    chain = read_lines(files, report)
    check_checkpoint(files, report, chain)
    check_copy(files, report)
    check_sealed(files, report)
    report.counts.update(lines=chain.count, subjects=len(chain.versions), clock_steps=chain.clock_steps)
    return report


def read_lines(files, report):
    """Hashes every line, then reads them into `report` up to the first that is wrong: a damage, or, beyond the
    checkpoint, the tail."""
    chain = Chain()
    names = sorted(name for name in files if name.startswith("events/") and not name.startswith("events/."))
    report.leaves = [leaf_hash(line.content) for name in names for line in lines_of(name, files[name])]
    for name in names:
        expected = f"events/{chain.count + 1:012}.jsonl"
        if name != expected:
            wanted = f"a segment with the name {expected}"
            report.damages.append(Damage(wanted, name, file=name, position=chain.count + 1))
            break
        if not read_segment(name, files[name], chain, report, is_last=name == names[-1]):
            break
    return chain


def read_segment(name, data, chain, report, is_last):
    """Reads a segment's lines; False where one was wrong. A batch lies in one segment, so none is left unfinished."""
    lines = list(lines_of(name, data))
    start, was_read = 0, False
    try:
        if not lines:
            raise Damage("lines", "none", 0)
        for number, line in enumerate(lines):
            start, was_read = start if chain.next_place else number, False
            if not line.is_finished:
                raise Damage("an LF at the end of the line", "the end of the file", len(line.content))
            event, places = read_line(line.content)
            was_read = True
            chain.check(event, places)
            chain.take(event, report.leaves[chain.count])
            report.events.append(event)
        if chain.next_place:
            number, was_read = start, False
            raise Damage(f"the place {chain.next_place} of a batch", "the end of the segment", 0)
    except Damage as damage:
        line = lines[number] if lines else Line(name, 1, 0, b"", False)
        first = int(name[7:19]) + start
        damage.file, damage.line, damage.byte = name, line.number, line.start + (damage.byte or 0)
        damage.position = int(name[7:19]) + line.number - 1
        covered = report.checkpoint.size if report.checkpoint else INTEGER_LIMIT
        if is_last and not was_read and covered < first and not later_append(lines[start:], first):
            report.tail, report.tail_bytes = damage, len(data) - (lines[start].start if lines else 0)
            chain.count = first - 1
            del report.leaves[first - 1 :], report.events[first - 1 :]
        else:
            report.damages.append(damage)
        return False
    return True


def later_append(lines, first):
    """Whether a readable line stands among them that the batch beginning at position `first` cannot have."""
    for line in lines:
        try:
            event, _ = read_line(line.content)
        except Damage:
            continue
        place = int(event["batch"].split("/")[0]) if "batch" in event else None
        is_of_batch = place is not None and event["position"] - place + 1 == first
        if line.is_finished and event["position"] > first and not is_of_batch:
            return True
    return False


def check_checkpoint(files, report, chain):
    checkpoint = report.checkpoint
    if checkpoint is None:
        own = {f"sealed/{hex}" for event in report.events for hex in commitments_in(event["data"])}
        later = [name for name in files if name.startswith(("presented/", "set-aside/", "sealed/")) and name not in own]
        if "checkpoint" not in files and (len(report.leaves) != 1 or later):
            report.damages.append(Damage("a checkpoint", "none", file="checkpoint"))
        return
    report.damages += compare_checkpoint(checkpoint, chain, report.leaves, "checkpoint")


def compare_checkpoint(checkpoint, chain, leaves, file):
    """What a checkpoint says and the lines do not bear out."""
    if chain.source and checkpoint.origin != origin_of(chain.source):
        return [Damage(f"the origin {origin_of(chain.source)}", shown(checkpoint.origin), line=1, file=file)]
    if not 1 <= checkpoint.size <= len(leaves):
        return [Damage(f"a size 1...{len(leaves)}, which is all lines", str(checkpoint.size), line=2, file=file)]
    root = root_of(leaves[: checkpoint.size])
    if root != checkpoint.root:
        stated = base64.b64encode(checkpoint.root).decode()
        computed = base64.b64encode(root).decode()
        return [Damage(f"the root {computed} of the first {checkpoint.size} lines", stated, line=3, file=file)]
    return []


def origin_of(source):
    """The identity without its scheme and the slashes after that, if anything follows those."""
    rest = source.partition(":")[2]
    return rest.lstrip("/") or rest


def pretty(value):
    """The text for people: a member or element a line, indented by two spaces."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def check_copy(files, report):
    if not report.events:
        return
    expected = (pretty(report.events[0]["data"]) + "\n").encode()
    if "ledger.json" not in files:
        report.damages.append(Damage("a copy of event 1", "none", file="ledger.json"))
        return
    found = files["ledger.json"]
    if found != expected:
        byte = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
        line, end = found[:byte].count(b"\n") + 1, byte + 20
        wanted = f"{shown(expected[byte:end])}, as event 1 says"
        report.damages.append(Damage(wanted, shown(found[byte:end]), byte, line, file="ledger.json"))


# Sealed values (Commitment, Sealing).


def commitments_in(value):
    """The commitments in an event's data: every {"sealed": 64 hexadecimal digits}."""
    if isinstance(value, dict):
        if list(value) == ["sealed"] and text_like("[0-9a-f]{64}")(value["sealed"]):
            yield value["sealed"]
        for member in value.values():
            yield from commitments_in(member)
    elif isinstance(value, list):
        for element in value:
            yield from commitments_in(element)


def commitment_of(field, salt, value):
    parts = [b"liggare/commitment/1\n", bytes([len(field)]), field, salt, len(value).to_bytes(8, "big"), value]
    return sha256(b"".join(parts))


SEALING = [
    (rb"liggare sealed value 1", "liggare sealed value 1"),
    (rb"commitment ([0-9a-f]{64})", "commitment and 64 hexadecimal digits"),
    (rb"field ([!-~]{1,255})", "field and a name"),
    (rb"salt ([0-9a-f]{32})", "salt and 32 hexadecimal digits"),
    (rb"bytes (0|[1-9][0-9]*)", "bytes and a number"),
    (rb"", "an empty line"),
]


def check_sealing(file, data, commitment):
    """Refuses what opens no commitment or another one. What was found is not repeated: it may be personal."""
    at, stated = 0, []
    for number, (pattern, expected) in enumerate(SEALING, 1):
        match = re.compile(pattern + b"\n").match(data, at)
        if not match:
            raise Damage(expected, "something else", at, number, file=file)
        at, stated = match.end(), stated + [group.decode() for group in match.groups()]
    stated_commitment, field, salt, size = stated
    value = data[at:]
    if len(value) != int(size) + 1 or value[-1:] != b"\n":
        raise Damage(f"a value of {size} bytes and an LF", f"{len(value)} bytes", at, 7, file=file)
    computed = commitment_of(field.encode(), bytes.fromhex(salt), value[:-1]).hex()
    if computed != stated_commitment:
        raise Damage(f"the commitment {computed} of what the file holds", stated_commitment, line=2, file=file)
    if computed != commitment:
        raise Damage(f"a value that opens {commitment}", f"one that opens {computed}", line=2, file=file)


def check_sealed(files, report):
    """Every commitment of the lines: its file opens it, or an event erased it and no file is there. A copy of a ledger
    may come without any sealed values; one that has some must have all that were not erased."""
    committed, erased = {}, set()
    for event in report.events:
        for commitment in commitments_in(event["data"]):
            committed.setdefault(commitment, event["position"])
        if event["type"] == "liggare.entry.value-erased":
            erased.update(event["data"].get("commitments", []))
    there = {name.removeprefix("sealed/"): data for name, data in files.items() if name.startswith("sealed/")}
    there = {name: data for name, data in there.items() if text_like("[0-9a-f]{64}")(name)}
    counts = dict.fromkeys(("commitments", "opened", "erased", "absent", "unreadable"), 0)
    counts["commitments"] = len(committed)
    for commitment, position in committed.items():
        file = f"sealed/{commitment}"
        try:
            if commitment in erased:
                counts["erased"] += commitment not in there
                if commitment in there:
                    raise Damage("no file: an event erased the value", "a file", file=file)
            elif commitment not in there:
                counts["absent"] += 1
                if set(there) & set(committed):
                    raise Damage("the file of a value that no event erased", "none", file=file)
            elif there[commitment] is None:
                counts["unreadable"] += 1
            else:
                check_sealing(file, there[commitment], commitment)
                counts["opened"] += 1
        except Damage as damage:
            damage.position = position
            report.damages.append(damage)
    counts["orphans"] = len(set(there) - set(committed))
    report.counts["sealed"] = counts


# Proofs.


def hashes_of(lines, file, first_line):
    hashes = [base64_bytes(line, 32) for line in lines]
    if None in hashes:
        number = hashes.index(None)
        raise Damage("a hash, 32 bytes in canonical base64", shown(lines[number]), line=first_line + number, file=file)
    return hashes


def parse_inclusion(data, file):
    """A C2SP tlog-proof: the index, the hashes and the checkpoint that they lead to. Extra data is passed over."""
    head, border, note = data.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1":
        raise Damage("c2sp.org/tlog-proof@v1", shown(lines[0]), line=1, file=file)
    if not border:
        raise Damage("an empty line and a checkpoint", "the end", line=len(lines) + 1, file=file)
    at = 2 if len(lines) > 1 and lines[1].startswith("extra ") else 1
    if at == 2 and not base64_bytes(lines[1][6:]):
        raise Damage("extra and base64 of a byte or more", shown(lines[1]), line=2, file=file)
    match = re.fullmatch("index (0|[1-9][0-9]{0,18})", lines[at]) if len(lines) > at else None
    if not match:
        raise Damage("index and a number", shown(lines[at] if len(lines) > at else ""), line=at + 1, file=file)
    return int(match[1]), hashes_of(lines[at + 1 :], file, at + 2), parse_checkpoint(note, file + " (checkpoint)")


def parse_consistency(data, file):
    """The body of C2SP tlog-witness's add-checkpoint: `old` and the earlier size, the hashes, an empty line, the later
    checkpoint. Plain hashes, one a line, do too. Gives the earlier size and the checkpoint, None where absent."""
    head, border, note = data.partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    lines = lines[:-1] if lines[-1] == "" else lines
    match = re.fullmatch("old (0|[1-9][0-9]{0,18})", lines[0]) if lines else None
    hashes = hashes_of(lines[1 if match else 0 :], file, 2 if match else 1)
    return int(match[1]) if match else None, hashes, parse_checkpoint(note, file + " (checkpoint)") if border else None


def check_inclusion(line, index, hashes, checkpoint, file):
    if index >= checkpoint.size:
        raise Damage(f"an index below the checkpoint's size {checkpoint.size}", str(index), file=file)
    root = root_by_inclusion(leaf_hash(line), index, checkpoint.size, hashes)
    if root != checkpoint.root:
        found = base64.b64encode(root).decode() if root else f"{len(hashes)} hashes, which is another shape of proof"
        raise Damage(f"the root {base64.b64encode(checkpoint.root).decode()}", found, file=file)


# An exported log (C2SP tlog-tiles).

TILE = 256


def tile_path(level, index, width):
    """Of a level or "entries": the index in groups of three digits, all but the last after an x; a partial width."""
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return f"tile/{level}/{'/'.join(groups)}" + ("" if width == TILE else f".p/{width}")


def entries_of(bundle, count, file):
    """The entries of a bundle, each after its length in two bytes, big-endian."""
    entries, at = [], 0
    while at < len(bundle):
        size = int.from_bytes(bundle[at : at + 2], "big")
        if at + 2 + size > len(bundle):
            raise Damage(f"an entry of {size} bytes", f"{max(0, len(bundle) - at - 2)}", at, file=file)
        entries.append(bundle[at + 2 : at + 2 + size])
        at += 2 + size
    if len(entries) != count:
        raise Damage(f"{count} entries", str(len(entries)), file=file)
    return entries


def verify_tiles(read, names):
    """Recomputes a log from its entry bundles: every hash of every tile, and the root. `read` gives a file's bytes,
    None where there is none; `names` are all files under `tile`. Gives the checkpoint and what was counted."""
    checkpoint = parse_checkpoint(must(read, "checkpoint"))
    size, wanted, leaves = checkpoint.size, set(), []

    def widths(count):
        return [(n, min(TILE, count - n * TILE)) for n in range((count + TILE - 1) // TILE)]

    for index, width in widths(size):
        path = tile_path("entries", index, width)
        wanted.add(path)
        leaves += map(leaf_hash, entries_of(must(read, path), width, path))
    levels = [leaves]
    while len(levels[-1]) >= TILE:
        below = levels[-1]
        levels.append([root_of(below[n * TILE : (n + 1) * TILE]) for n in range(len(below) // TILE)])
    for level, row in enumerate(levels):
        for index, width in widths(len(row)):
            path = tile_path(level, index, width)
            wanted.add(path)
            compare_tile(must(read, path), row[index * TILE : index * TILE + width], path)
    older = check_older_tiles(read, set(names) - wanted, levels)
    if root_of(leaves) != checkpoint.root:
        stated, computed = (base64.b64encode(root).decode() for root in (checkpoint.root, root_of(leaves)))
        raise Damage(f"the root {computed} of {size} entries", stated, line=3, file="checkpoint")
    bundles = sum(path.startswith("tile/entries/") for path in wanted)
    return checkpoint, {"entries": size, "bundles": bundles, "tiles": len(wanted) - bundles, "older": older}


def must(read, path):
    data = read(path)
    if data is None:
        raise Damage("a file", "none", file=path)
    return data


def compare_tile(data, hashes, path):
    expected = b"".join(hashes)
    if data != expected:
        byte = next((i for i, (a, b) in enumerate(zip(expected, data)) if a != b), min(len(expected), len(data)))
        raise Damage(f"{len(hashes)} hashes computed from the entries", "others" if len(data) == len(expected)
                     else f"{len(data)} bytes", byte, file=path)


def check_older_tiles(read, paths, levels):
    """Partial tiles and bundles of the log when it was smaller may be kept; they must be beginnings of what is now."""
    for path in sorted(paths):
        match = re.fullmatch(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})\.p/([1-9][0-9]{0,2})", path)
        index = int(match[2].replace("x", "").replace("/", "")) if match else 0
        width = int(match[3]) if match else 0
        level = 0 if not match or match[1] == "entries" else int(match[1])
        row = levels[level] if level < len(levels) else []
        hashes = row[index * TILE : index * TILE + width]
        place = "entries" if match and match[1] == "entries" else level
        if not match or width >= TILE or len(hashes) != width or tile_path(place, index, width) != path:
            raise Damage(f"no such file in a log of {len(levels[0])} entries", "one", file=path)
        data = must(read, path)
        if match[1] == "entries":
            data = b"".join(map(leaf_hash, entries_of(data, width, path)))
        compare_tile(data, hashes, path)
    return len(paths)


# A bundle of evidence (EvidenceBundle).


def read_bundle(path):
    """The files of a bundle, a folder or a ZIP: a dictionary of names and bytes. What lies deeper is among them, since it
    does not belong there."""
    if os.path.isdir(path):
        files = {}
        for folder, _, names in os.walk(path):
            for name in names:
                full = os.path.join(folder, name)
                files[os.path.relpath(full, path).replace(os.sep, "/")] = read_bytes(full)
        return files
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if len(set(names)) < len(names):
                raise Damage("each name once", "a name twice", file=path)
            files = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Damage("a folder, or a ZIP archive that is whole", shown(str(error)), file=path) from None
    if read_bytes(path) != zip_of(files):
        wanted = "the archive as it was written, byte for byte; one packed again is unpacked first, and the folder verified"
        raise Damage(wanted, "another archive of its files", file=path)
    return files


def zip_of(files):
    """The one archive of these files: stored, in the order of names, of 1980-01-01, without attributes (ZIPArchive)."""
    body, directory = b"", b""
    for name, data in sorted((name.encode(), data) for name, data in files.items()):
        numbers = (20, 1 << 11, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(name), 0)
        common = struct.pack("<HHHHHIIIHH", *numbers)
        directory += b"PK\1\2\x14\0" + common + bytes(10) + struct.pack("<I", len(body)) + name
        body += b"PK\3\4" + common + name + data
    count = len(files)
    return body + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(body), 0)


def parse_pretty(files, name):
    """A JSON file that has the one form for people: a member or element a line, two spaces, an LF at the end."""
    try:
        value = json.loads(must(files.get, name).decode("utf-8"))
        text = (pretty(value) + "\n").encode()
    except (ValueError, RecursionError):
        raise Damage("JSON", "something else", file=name) from None
    if text != files[name]:
        raise Damage("JSON as it is written for people, byte for byte", "another form of it", file=name)
    if not isinstance(value, dict):
        raise Damage("an object", shown(files[name][:12]), file=name)
    return value


def check_manifest(files):
    """The manifest, and every file against it: first its own digest, so that the file that was changed is the one named."""
    manifest = parse_pretty(files, "manifest.json")
    rest = {name: value for name, value in manifest.items() if name != "sha256"}
    digest = sha256((pretty(rest) + "\n").encode()).hex()
    if list(manifest)[-1:] != ["sha256"] or manifest["sha256"] != digest:
        raise Damage(f"sha256 {digest} as the last member", shown(str(manifest.get("sha256"))), file="manifest.json")
    if (manifest.get("kind"), manifest.get("version")) != ("liggare.evidence", 1):
        raise Damage("liggare.evidence, version 1", shown(str(manifest.get("kind"))), file="manifest.json")
    stated = {}
    for entry in manifest["files"]:
        if entry["name"] in stated or list(entry) != ["name", "bytes", "sha256"]:
            raise Damage("name, bytes and sha256 of each file once", shown(str(entry)), file="manifest.json")
        stated[entry["name"]] = entry
    if list(stated) != sorted(stated, key=str.encode) or "manifest.json" in stated:
        raise Damage("the other files in the order of their names", shown(str(list(stated))), file="manifest.json")
    damages = []
    for name in sorted({*stated, *files} - {"manifest.json"}, key=str.encode):
        if name not in files:
            damages.append(Damage("a file", "none", file=name))
        elif name not in stated:
            damages.append(Damage("no file that the manifest does not name", "one", file=name))
        elif len(files[name]) != stated[name]["bytes"]:
            damages.append(Damage(f"{stated[name]['bytes']} bytes", str(len(files[name])), file=name))
        elif sha256(files[name]).hex() != stated[name]["sha256"]:
            damages.append(Damage(f"SHA-256 {stated[name]['sha256']}", sha256(files[name]).hex(), file=name))
    return manifest, damages


def check_bundle_lines(files, checkpoint):
    """Every line of the bundle with its proof. Gives the events by position, and the proofs."""
    proofs = parse_pretty(files, "proofs.json")
    root = base64.b64encode(checkpoint.root).decode()
    for name, expected in (("kind", "liggare.evidence.proofs"), ("version", 1), ("origin", checkpoint.origin),
                           ("size", checkpoint.size), ("root", root)):
        if proofs.get(name) != expected:
            raise Damage(f"{name} {expected}", shown(str(proofs.get(name))), file="proofs.json")
    lines = list(lines_of("lines.jsonl", must(files.get, "lines.jsonl")))
    events = {}
    if len(lines) != len(proofs["inclusion"]):
        counts = f"{len(lines)} lines, {len(proofs['inclusion'])} proofs"
        file = "lines.jsonl" if len(lines) < len(proofs["inclusion"]) else "proofs.json"
        raise Damage("a proof for each line, and a line for each proof", counts, file=file)
    for line, proof in zip(lines, proofs["inclusion"]):
        try:
            if not line.is_finished:
                raise Damage("an LF at the end of the line", "the end of the file", len(line.content))
            event, _ = read_line(line.content)
            position = event["position"]
            if position <= max(events, default=0):
                raise Damage("lines in the order of their positions", f"position {position}")
            if (position == 1) != (event["type"] == "liggare.ledger.opened") or not events and position != 1:
                raise Damage("the opening of the ledger, and first", f"position {position}, {event['type']}")
            if origin_of(event["source"]) != checkpoint.origin:
                raise Damage(f"a source whose origin is {checkpoint.origin}", event["source"])
        except Damage as damage:
            damage.file, damage.line, damage.byte = "lines.jsonl", line.number, line.start + (damage.byte or 0)
            raise
        hashes = hashes_of(proof["hashes"], "proofs.json", 1)
        stated = {"position": position, "index": position - 1, "leaf": base64.b64encode(leaf_hash(line.content)).decode()}
        if {name: proof.get(name) for name in stated} != stated:
            # Where the leaf that the proof states leads to the root, it is the line that is another.
            leaf = base64_bytes(proof["leaf"], 32)
            is_proof = leaf and root_by_inclusion(leaf, proof["index"], checkpoint.size, hashes) == checkpoint.root
            file = "lines.jsonl" if is_proof and proof["position"] == proof["index"] + 1 else "proofs.json"
            raise Damage(f"the line and the proof of {stated}", shown(str(proof)), file=file)
        check_inclusion(line.content, position - 1, hashes, checkpoint, "lines.jsonl")
        events[position] = event
    return events, proofs


def check_since(files, proofs, checkpoint):
    """The earlier checkpoint that the bundle goes on from, and the proof that it does; None where there is neither."""
    stated = proofs.get("consistency")
    if ("since.checkpoint" in files) != (stated is not None):
        raise Damage("a consistency proof if and only if there is since.checkpoint", "one of them", file="proofs.json")
    if stated is None:
        return None
    since = parse_checkpoint(files["since.checkpoint"], "since.checkpoint")
    expected = {"from": since.size, "fromRoot": base64.b64encode(since.root).decode(), "to": checkpoint.size}
    if since.origin != checkpoint.origin or {name: stated.get(name) for name in expected} != expected:
        raise Damage(f"the proof of {expected}", shown(str(stated)), file="proofs.json")
    hashes = hashes_of(stated["hashes"], "proofs.json", 1)
    if not is_consistent(since.size, checkpoint.size, since.root, checkpoint.root, hashes):
        raise Damage(f"a proof that size {since.size} is the beginning of size {checkpoint.size}", "one that is none",
                     file="proofs.json")
    return since


def corrected(event, corrections):
    """What an entry says once corrections are worked in: its data, and when it was effective."""
    data, effective = json.loads(json.dumps(event["data"])), event.get("effective")
    for correction in corrections:
        path, new = correction["field"].split("."), correction.get("new")
        if path == ["effective"]:
            effective = new
            continue
        place = data
        for name in path[:-1]:
            place = place.setdefault(name, {})
        if new is None:
            place.pop(path[-1], None)
        else:
            place[path[-1]] = new
    return data, effective


def exactly(value):
    """A text that two values have in common if they are the same but for the order of members."""
    return json.dumps(value, sort_keys=True)


def loosely(value):
    """The same, where a member that says no, or nothing, may as well be absent: so it is written after a correction."""
    def bare(value):
        if isinstance(value, dict):
            members = {name: bare(member) for name, member in value.items()}
            return {name: member for name, member in members.items() if member is not False and member not in ([], {})}
        return [bare(element) for element in value] if isinstance(value, list) else value

    return exactly(bare(value))


def subsets(items):
    """All of the items first, then with fewer and fewer of them; the order stays."""
    for count in range(len(items), -1, -1):
        yield from itertools.combinations(items, count)


def check_entry(entry, events):
    """An entry of trace.json against its line. Its data is the line's with the corrections that stand worked in; one that
    no longer fits, since an older one was reversed, leaves the entry as it is. Lines of an older schema are lifted by the
    program, which is not done here: of those the envelope is compared. Gives whether the data was compared."""
    check_mark(entry, events)
    event = events[entry["position"]]
    if "liggare." + entry["type"] != event["type"] or entry["subject"] != event["subject"]:
        raise Damage(f"{event['type']} of {event['subject']}", f"{entry['type']} of {entry['subject']}")
    for name, member in (("causation", "causationid"), ("correlation", "correlationid")):
        if entry.get(name) != event.get(member):
            raise Damage(f"{name} {event.get(member)}", str(entry.get(name)))
    changes = entry.get("corrections", [])
    for change in changes:
        check_mark(change, events)
        data = events[change["position"]]["data"]
        if data.get("event") != entry["id"] or any(exactly(data.get(name)) != exactly(change.get(name)) for name in CORRECTION):
            raise Damage("a correction as its line has it", shown(str(change)))
        if "reversed" in change:
            check_reversal(change["reversed"], change["id"], events)
    if "reversed" in entry:
        check_reversal(entry["reversed"], entry["id"], events)
    version = int(event.get("dataschema", "1").rpartition(":")[2])
    standing = [change for change in changes if "reversed" not in change]
    if version != entry.get("schema", 1):
        return False
    said = [corrected(event, some) for some in subsets(standing[-8:])]
    form = loosely if standing else exactly
    if form([entry["data"], entry.get("effective")]) not in [form(list(one)) for one in said]:
        raise Damage("data and effective as the line and its corrections have them", shown(str(entry["data"])))
    return True


CORRECTION = ("field", "old", "new", "reason", "orderedBy", "decision")


def check_mark(entry, events):
    """That what the trace says of an entry's envelope is what its line says."""
    event = events.get(entry["position"])
    if event is None:
        raise Damage("an entry whose line is in lines.jsonl", f"position {entry['position']}")
    for name, member in (("id", "id"), ("recorded", "time"), ("recordedBy", "recordedby")):
        if entry[name] != event[member]:
            raise Damage(f"{name} {event[member]}", shown(str(entry[name])))


def check_reversal(entry, target, events):
    check_mark(entry, events)
    data = events[entry["position"]]["data"]
    if data.get("event") != target or any(data.get(name) != entry.get(name) for name in ("reason", "orderedBy")):
        raise Damage("a reversal as its line has it", shown(str(entry)))


def check_bundle_trace(files, events):
    """trace.json against the lines: each entry is one of them, and each of them an entry, or the opening of the ledger."""
    trace = parse_pretty(files, "trace.json")
    entries = trace["entries"] + trace.get("later", [])
    shown_positions, lifted = set(), 0
    for entry in entries:
        try:
            lifted += not check_entry(entry, events)
        except Damage as damage:
            damage.file, damage.position = "trace.json", entry.get("position")
            raise
    for entry in entries_in(entries):
        shown_positions.add(entry["position"])
    if shown_positions | {1} != set(events):
        others = sorted((shown_positions | {1}) ^ set(events))
        raise Damage("an entry for each line, and a line for each entry", f"positions {others[:8]}", file="trace.json")
    return trace, len(entries), lifted


def compare_manifest(manifest, trace, checkpoint):
    """That what the manifest says of the bundle is what the files in it say."""
    root = base64.b64encode(checkpoint.root).decode()
    expected = {"kind": "liggare.evidence", "version": 1, "subject": trace["subject"]}
    if "title" in trace:
        expected["title"] = trace["title"]
    expected |= {"basis": trace["basis"], "origin": checkpoint.origin, "size": checkpoint.size, "root": root}
    found = {name: value for name, value in manifest.items() if name not in ("files", "sha256")}
    if list(found.items()) != list(expected.items()):
        wrong = [name for name in [*expected, *found] if found.get(name) != expected.get(name)]
        raise Damage("what trace.json and the checkpoint say", f"another {(wrong or ['order'])[0]}", file="manifest.json")
    basis = trace["basis"]
    if (basis.get("root"), basis.get("size")) != (root, checkpoint.size):
        raise Damage(f"a basis of size {checkpoint.size} and the checkpoint's root", shown(str(basis)), file="trace.json")


def run_bundle(options):
    """Everything in a bundle of evidence: the manifest, the lines, the proofs, the checkpoint, the trace."""
    files = read_bundle(options.bundle)
    print(options.bundle)
    damages = verify_bundle(files, options)
    return damages


def verify_bundle(files, options):
    manifest, damages = check_malformed("manifest.json", check_manifest, files)
    if damages:
        return damages
    fingerprint = sha256(files["manifest.json"]).hex()
    if options.manifest and options.manifest.lower() != fingerprint:
        raise Damage(f"SHA-256 {options.manifest.lower()}, as you have it", fingerprint, file="manifest.json")
    checkpoint = parse_checkpoint(must(files.get, "checkpoint"))
    events, proofs = check_malformed("proofs.json", check_bundle_lines, files, checkpoint)
    since = check_malformed("proofs.json", check_since, files, proofs, checkpoint)
    trace, count, lifted = check_malformed("trace.json", check_bundle_trace, files, events)
    check_malformed("manifest.json", compare_manifest, manifest, trace, checkpoint)
    say("subject", f"{trace['subject']} {trace.get('title', '')}".strip())
    say("ledger", f"{trace['basis']['ledger']}, {trace['basis']['owner']}; {checkpoint.origin}")
    say("manifest", f"{len(files) - 1} files; SHA-256 of the manifest: {fingerprint}"
        + ("" if options.manifest else " (compare it with the one that you were given)"))
    say("inclusion", f"{len(events)} lines are in the log of size {checkpoint.size}, "
        f"root {base64.b64encode(checkpoint.root).decode()}")
    say("trace", f"{count} entries are as their lines have them" + (f"; {lifted} of an older schema by envelope" if lifted
                                                                   else ""))
    if since:
        say("consistency", f"the first {since.size} lines are those of since.checkpoint")
    vouch_for_bundle(checkpoint, since, options)
    say("not checked", "that trace.html, trace.txt and chain.svg say what trace.json says, and what is found: the manifest "
        "shows only that they are as they were made")
    return []


def vouch_for_bundle(checkpoint, since, options):
    """That the bundle's checkpoint is the one that is held, or goes on from it, or is signed by a key that is trusted."""
    if options.checkpoint:
        kept = load_checkpoint(options.checkpoint, options.vkey)
        if kept.says_same(checkpoint):
            say("kept", f"the checkpoint is the one in {options.checkpoint}")
        elif since and kept.says_same(since):
            say("kept", f"the log goes on from the checkpoint in {options.checkpoint}, size {kept.size}")
        else:
            raise Damage(f"the checkpoint of {options.checkpoint}, size {kept.size}, or one that goes on from it",
                         f"size {checkpoint.size}" + (f", from size {since.size}" if since else ""), file="checkpoint")
        return
    names = check_signatures(checkpoint, keys_of(options), "checkpoint")
    if names:
        say("signed by", ", ".join(names))
    else:
        say("not checked", "who vouches for the checkpoint: give --checkpoint or --vkey")


def check_malformed(file, check, *arguments):
    """A check of JSON that may have any shape: where it has none that fits, the file is named."""
    try:
        return check(*arguments)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise Damage("the members that it must have", shown(repr(error)), file=file) from None


# The printed checkpoint (PrintedCheckpoint).

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def base32(data, bits):
    number = int.from_bytes(data, "big") >> (len(data) * 8 - bits)
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(bits - 5, -5, -5))


def printed_checkpoint(checkpoint):
    origin, size = checkpoint.origin.encode(), checkpoint.size.to_bytes(8, "big")
    parts = [b"liggare/printed-checkpoint/1\n", len(origin).to_bytes(8, "big"), origin, size, checkpoint.root]
    fingerprint = sha256(b"".join(parts))[:20]
    text = base32(fingerprint, 160)
    groups = " ".join(text[i : i + 4] for i in range(0, 32, 4))
    return f"{checkpoint.size}: {groups} / {check_group(size, fingerprint)}"


def check_group(size, fingerprint):
    return base32(sha256(b"liggare/printed-checkpoint/check/1\n" + size + fingerprint)[:3], 20)


def parse_printed(text):
    """Size and characters of a printed checkpoint as somebody typed it; refuses one that was mistyped."""
    match = re.fullmatch(r"\s*(0|[1-9][0-9]{0,18})[:\s](.*)", text, re.DOTALL)
    if not match or int(match[1]) >= 2**63:
        raise Mistyped("a size, and a colon or a space", shown(text))
    # Spaces, line ends, hyphens of any length, and the two signs do not matter.
    typed = re.sub("[\\s:/\u2010-\u2015-]", "", match[2])
    typed = (typed.upper() if typed.isascii() else typed).translate(str.maketrans("ILO", "110"))
    wrong = [c for c in typed if c not in CROCKFORD]
    if wrong or len(typed) != 36:
        raise Mistyped("36 characters, digits and letters without U", f"{len(typed)}, of which wrong: {len(wrong)}")
    fingerprint = sum(CROCKFORD.index(c) << 5 * (31 - i) for i, c in enumerate(typed[:32])).to_bytes(20, "big")
    if check_group(int(match[1]).to_bytes(8, "big"), fingerprint) != typed[32:]:
        raise Mistyped("a check group that fits the other characters", typed[32:])
    return int(match[1]), typed


# The commands. Each gives the damages found, after printing what it looked at.


def say(name, text):
    print(f"  {name:<12}{text}")


def run_ledger(options):
    report = verify_ledger(files := read_folder(options.folder))
    counts, sealed, checkpoint = report.counts, report.counts["sealed"], report.checkpoint
    segments = {name: data for name, data in files.items() if name.startswith("events/") and "/." not in name}
    print(options.folder)
    say("lines", f"{counts['lines']} right, about {counts['subjects']} subjects; {len(segments)} segments, "
        f"{sum(map(len, segments.values()))} bytes; {counts['clock_steps']} clock steps backwards")
    if checkpoint:
        say("checkpoint", f"size {checkpoint.size}, root {base64.b64encode(checkpoint.root).decode()}, "
            f"{len(checkpoint.signatures)} signatures; {max(0, len(report.leaves) - checkpoint.size)} lines beyond it")
    say("sealed", ", ".join(f"{count} {name}" for name, count in sealed.items()))
    if report.tail:
        say("tail", f"{report.tail_bytes} bytes beyond the checkpoint do not count: {report.tail}")
    damages = report.damages
    if options.checkpoint:
        kept = load_checkpoint(options.checkpoint, options.vkey)
        damages = damages + compare_kept(kept, report, options.checkpoint)
        say("kept", f"the lines were held against {options.checkpoint}, size {kept.size}")
    elif options.vkey and checkpoint:
        say("signed by", ", ".join(check_signatures(checkpoint, keys_of(options), "checkpoint")))
    say("not checked", "data against its type's schema; presented documents"
        + ("" if options.checkpoint else "; whether lines and checkpoint were changed together (see --checkpoint)"))
    return damages


def compare_kept(kept, report, file):
    """What a checkpoint that was kept elsewhere says and the ledger does not bear out."""
    chain = Chain()
    chain.source = report.events[0]["source"] if report.events else None
    damages = compare_checkpoint(kept, chain, report.leaves, file)
    if report.checkpoint and report.checkpoint.size < kept.size:
        damages.append(Damage(f"a size of {kept.size} or more, as {file} has", str(report.checkpoint.size), line=2,
                              file="checkpoint"))
    return damages


def keys_of(options):
    return [parse_vkey(text) for text in options.vkey]


def load_checkpoint(path, vkeys):
    checkpoint = parse_checkpoint(read_input(path), path)
    check_signatures(checkpoint, [parse_vkey(text) for text in vkeys], path)
    return checkpoint


def read_input(path):
    return sys.stdin.buffer.read() if path == "-" else read_bytes(path)


def run_checkpoint(options):
    checkpoint = parse_checkpoint(read_input(options.file), options.file)
    names = check_signatures(checkpoint, keys_of(options), options.file)
    say("origin", checkpoint.origin)
    say("size", checkpoint.size)
    say("root", f"{base64.b64encode(checkpoint.root).decode()}, {checkpoint.root.hex()}")
    for signature in checkpoint.signatures:
        outcome = "verified" if signature.name in names else "not checked, no such key was given"
        say("signature", f"{signature.name}+{signature.key_id.hex()}: {outcome}")
    if not checkpoint.signatures:
        say("signature", "none")
    return []


def run_inclusion(options):
    index, hashes, checkpoint = parse_inclusion(read_input(options.proof), options.proof)
    check_vouched(checkpoint, options, options.proof)
    line = read_input(options.line).removesuffix(b"\n")
    check_inclusion(line, index, hashes, checkpoint, options.proof)
    try:
        position = read_line(line)[0]["position"]
    except Damage as damage:
        damage.file = options.line
        raise
    if position != index + 1:
        raise Damage(f"the line of position {index + 1}", f"position {position}", file=options.line)
    say("inclusion", f"the line is position {position} of {checkpoint.origin}, size {checkpoint.size}")
    say_unvouched(options)
    return []


def check_vouched(checkpoint, options, file):
    """That a proof's checkpoint is the one that is held, or is signed by the keys that are trusted."""
    if options.checkpoint:
        kept = load_checkpoint(options.checkpoint, options.vkey)
        if not kept.says_same(checkpoint):
            raise Damage(f"the checkpoint of {options.checkpoint}, size {kept.size}",
                         f"one of size {checkpoint.size} or of another log", file=file)
    else:
        check_signatures(checkpoint, keys_of(options), file)


def say_unvouched(options):
    if not options.checkpoint and not options.vkey:
        say("not checked", "who vouches for the checkpoint: give --checkpoint or --vkey")


def entries_in(entries):
    """All that a trace shows, with corrections and reversals."""
    for entry in entries:
        yield entry
        yield from entries_in(entry.get("corrections", []))
        yield from entries_in([entry["reversed"]] if "reversed" in entry else [])


def run_trace(options):
    """The proofs in an answer of `audit trace --proofs --json`, each of the ledger's line at that position."""
    lines = b"".join(read_bytes(path) for path in options.lines).split(b"\n")
    file, proved, beyond = options.answer, 0, 0
    try:
        answer = json.loads(read_input(file))
        checkpoint = parse_checkpoint(answer["checkpoint"].encode(), file + " (checkpoint)")
        check_vouched(checkpoint, options, file)
        for entry in entries_in(answer["entries"] + answer.get("later", [])):
            position, proof = entry["position"], entry.get("proof")
            if proof is None and position > checkpoint.size:
                beyond += 1
                continue
            if proof is None or (proof["index"], proof["size"]) != (position - 1, checkpoint.size):
                raise Damage(f"a proof of index {position - 1}, size {checkpoint.size}", shown(str(proof)), file=file)
            line = lines[position - 1]
            check_inclusion(line, position - 1, hashes_of(proof["hashes"], file, 1), checkpoint, file)
            event = read_line(line)[0]
            if (event["position"], event["id"]) != (position, entry["id"]):
                raise Damage(f"position {position}, {event['id']}", shown(entry["id"]), file=file)
            proved += 1
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Damage("an answer of audit trace --proofs --json, and its lines", shown(repr(error)), file=file) from None
    say("inclusion", f"{proved} entries are lines of {checkpoint.origin}, size {checkpoint.size}; {beyond} beyond it")
    say_unvouched(options)
    return []


def run_consistency(options):
    earlier, later = load_checkpoint(options.earlier, options.vkey), load_checkpoint(options.to, options.vkey)
    size, hashes, checkpoint = parse_consistency(read_input(options.proof), options.proof)
    if earlier.origin != later.origin:
        raise Damage(f"the origin {earlier.origin}", later.origin, line=1, file=options.to)
    if size not in (None, earlier.size):
        raise Damage(f"old {earlier.size}", f"old {size}", line=1, file=options.proof)
    if checkpoint and not checkpoint.says_same(later):
        raise Damage(f"the checkpoint of {options.to}", f"another, of size {checkpoint.size}", file=options.proof)
    if not is_consistent(earlier.size, later.size, earlier.root, later.root, hashes):
        raise Damage(f"a proof that size {earlier.size} is the beginning of size {later.size}", "one that is none",
                     file=options.proof)
    say("consistency", f"the first {earlier.size} of {later.size} lines of {later.origin} are unchanged")
    return []


def run_anchor(options):
    size, typed = parse_printed(options.text)
    if options.checkpoint:
        checkpoint = load_checkpoint(options.checkpoint, [])
        damages = []
    else:
        report = verify_ledger(read_folder(options.ledger))
        damages = report.damages
        if size > len(report.leaves) or not report.events:
            raise Damage(f"{size} lines at least", str(len(report.leaves)), file=options.ledger)
        origin = origin_of(report.events[0]["source"])
        checkpoint = Checkpoint(origin, size, root_of(report.leaves[:size]), "", [])
    printed = printed_checkpoint(checkpoint)
    if parse_printed(printed) != (size, typed):
        damages = [*damages, Damage(printed, shown(options.text), file=options.checkpoint or options.ledger)]
    else:
        say("anchor", f"{printed} is that of {checkpoint.origin} at size {size}")
    return damages


def run_tiles(options):
    paths = [os.path.relpath(os.path.join(folder, name), options.folder)
             for folder, _, names in os.walk(os.path.join(options.folder, "tile")) for name in names]

    def read(path):
        full = os.path.join(options.folder, path)
        return read_bytes(full) if os.path.isfile(full) else None

    checkpoint, counts = verify_tiles(read, paths)
    names = check_signatures(checkpoint, keys_of(options), "checkpoint")
    print(options.folder)
    say("log", f"{checkpoint.origin}, size {checkpoint.size}, root {base64.b64encode(checkpoint.root).decode()}")
    say("files", f"{counts['bundles']} entry bundles, {counts['tiles']} tiles, all recomputed from the entries; "
        f"{counts['older']} partial ones of earlier sizes")
    say("signed by", ", ".join(names) or "not checked")
    return []


# Known answers.

LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = """6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328""".split()

# RFC 8032 section 7.1, tests 1 to 3: public key, message, signature.
SIGNATURES = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
     "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
]

# The example of C2SP signed-note.
NOTE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
NOTE = ("This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1E"
        "RYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")

CANONICAL = ['{}', '[]', '""', '0', '10', 'true', '{"a":{"b":[1,"å"]}}', r'"\u0000\b\t\n\f\r\"\\\u001f"',
             '"\x7f\u2028😀"']
REFUSED = ['', ' {}', '{} ', '{"a":1,"a":2}', '{"a":1,}', '[1,]', '{"a" :1}', '-1', '01', '1.0', '1e2', 'null', '"',
           "'a'", r'"\/"', r'"\u0041"', r'"\ud800"', r'"\ud83d\ude00"', r'"\u000A"', r'"\u000a"', '"\t"', '\ufeff{}',
           'NaN', '{"a"}', '[' * 65 + ']' * 65]


def refuses(action, *arguments):
    try:
        action(*arguments)
    except Damage:
        return True
    return False


def self_checks():
    """Name and outcome of every known answer."""
    leaves = [leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]
    for size, root in enumerate(ROOTS, 1):
        yield f"RFC 6962 root of {size} leaves", root_of(leaves[:size]).hex() == root
    yield "RFC 6962 root of none", root_of([]) == sha256(b"")
    for size in range(1, 35):
        yield f"every inclusion proof at size {size}, and each with a bit of each hash flipped", check_proofs(size)
    for key, message, signature in SIGNATURES:
        key, message, signature = map(bytes.fromhex, (key, message, signature))
        yield "RFC 8032 signature", ed25519_verifies(key, message, signature)
        for byte in (0, 31, 32, 63):
            wrong = bytes(b ^ (i == byte) for i, b in enumerate(signature))
            yield f"RFC 8032 signature, byte {byte} changed", not ed25519_verifies(key, message, wrong)
        yield "RFC 8032 signature of another message", not ed25519_verifies(key, message + b"!", signature)
        larger = signature[:32] + (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")
        yield "RFC 8032 signature with S beyond the order", not ed25519_verifies(key, message, larger)
    lines, signatures = parse_note(NOTE.encode(), 1, "note")
    note, key = Checkpoint("", 0, b"", "\n".join(lines) + "\n", signatures), parse_vkey(NOTE_KEY)
    yield "C2SP signed note", check_signatures(note, [key], "note") == ["example.com/foo"]
    note.text = note.text.upper()
    yield "C2SP signed note, changed", refuses(check_signatures, note, [key], "note")
    yield "C2SP verifier key with another id", refuses(parse_vkey, NOTE_KEY.replace("530d", "530e"))
    for text in CANONICAL:
        yield f"canonical {text!r}", json.loads(text) == CanonicalReader(text.encode()).read()
    for text in REFUSED:
        yield f"refused {shown(text, 20)!r}", refuses(lambda: CanonicalReader(text.encode()).read())
    for raw in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"):
        yield f"refused UTF-8 {raw!r}", refuses(CanonicalReader, b'"' + raw + b'"')
    commitment = commitment_of(b"note", bytes(range(16)), b"Anna").hex()
    yield "commitment", commitment == "88e5d24986699a6ab378246c574ad9b4eb384479050a7090e95f8530bd69b43f"
    printed = printed_checkpoint(Checkpoint("liggare.example/katrineholm", 4711, leaf_hash(b"abc"), "", []))
    yield "printed checkpoint", printed == "4711: JNA6 BDT4 MBQ6 F6JZ 919Q 2K3W HKDZ J2RV / R3NQ"
    typed = "4711\n" + printed[5:].lower().replace(" ", "").replace("1", "l").replace("0", "o")
    yield "printed checkpoint, typed carelessly", parse_printed(typed) == parse_printed(printed)
    for place in range(5, len(printed)):
        if printed[place] in CROCKFORD:
            other = printed[:place] + CROCKFORD[CROCKFORD.index(printed[place]) ^ 1] + printed[place + 1 :]
            yield f"printed checkpoint, character {place} mistyped", refuses(parse_printed, other)
    yield from proof_text_checks()
    yield from tiles_checks()
    yield "tile path", tile_path(0, 1234067, 5) == "tile/0/x001/x234/067.p/5"


def check_proofs(size):
    leaves = [sha256(bytes([number])) for number in range(size)]
    for index in range(size):
        proof = inclusion_proof(leaves, index)
        for number in range(len(proof) + 1):
            wrong = [bytes([h[0] ^ 1]) + h[1:] if n == number else h for n, h in enumerate(proof)]
            is_right = root_by_inclusion(leaves[index], index, size, wrong) == root_of(leaves)
            if is_right != (number == len(proof)):
                return False
        if root_by_inclusion(leaves[index], index, size, [*proof, leaves[0]]) is not None:
            return False
    for size1 in range(1, size):
        proof = consistency_proof(leaves, size1)
        root1, root2 = root_of(leaves[:size1]), root_of(leaves)
        for number in range(len(proof) + 1):
            wrong = [bytes([h[0] ^ 1]) + h[1:] if n == number else h for n, h in enumerate(proof)]
            if is_consistent(size1, size, root1, root2, wrong) != (number == len(proof)):
                return False
    return True


def proof_text_checks():
    """Texts of proofs as somebody else would write them, right ones and each damaged in one way."""
    entries = [b"entry %d" % number for number in range(13)]
    leaves = [leaf_hash(entry) for entry in entries]

    def checkpoint_text(size):
        return f"example.com/log\n{size}\n{base64.b64encode(root_of(leaves[:size])).decode()}\n"

    def hash_lines(hashes):
        return "".join(base64.b64encode(hash).decode() + "\n" for hash in hashes)

    def checked(text, entry):
        index, hashes, checkpoint = parse_inclusion(text.encode(), "proof")
        check_inclusion(entry, index, hashes, checkpoint, "proof")

    hashes = hash_lines(inclusion_proof(leaves, 7))
    text = f"c2sp.org/tlog-proof@v1\nindex 7\n{hashes}\n{checkpoint_text(13)}"
    yield "tlog-proof", not refuses(checked, text, entries[7])
    yield "tlog-proof with extra data", not refuses(checked, text.replace("index", "extra AAAA\nindex"), entries[7])
    yield "tlog-proof of another entry", refuses(checked, text, entries[8])
    damaged = {"title": ("@v1", "@v2"), "index": ("index 7", "index 07"), "another index": ("index 7", "index 6"),
               "index beyond": ("index 7", "index 13"), "extra": ("index", "extra AAA\nindex"), "hash": ("=\n", "\n"),
               "no empty line": ("\n\n", "\n"), "size of another shape": ("\n13\n", "\n8\n")}
    for name, (old, new) in damaged.items():
        yield f"tlog-proof, damaged: {name}", refuses(checked, text.replace(old, new, 1), entries[7])
    text = f"old 6\n{hash_lines(consistency_proof(leaves, 6))}\n{checkpoint_text(13)}"
    size, hashes, checkpoint = parse_consistency(text.encode(), "proof")
    yield "consistency text", is_consistent(size, 13, root_of(leaves[:6]), checkpoint.root, hashes)
    shorter = is_consistent(size, 13, root_of(leaves[:6]), checkpoint.root, hashes[1:])
    yield "consistency text with a hash less", not shorter


def tiles_checks():
    """A log of 600 entries as files, and with one file changed, missing or too many."""
    entries = [b"%d" % number * (number % 5) for number in range(600)]
    leaves = [leaf_hash(entry) for entry in entries]
    files = {"checkpoint": f"example.com/log\n600\n{base64.b64encode(root_of(leaves)).decode()}\n".encode()}
    packed = [len(entry).to_bytes(2, "big") + entry for entry in entries]
    for index, width in enumerate((256, 256, 88)):
        files[tile_path(0, index, width)] = b"".join(leaves[index * 256 : index * 256 + width])
        files[tile_path("entries", index, width)] = b"".join(packed[index * 256 : index * 256 + width])
    files[tile_path(1, 0, 2)] = root_of(leaves[:256]) + root_of(leaves[256:512])

    def passes(changes):
        changed = {path: data for path, data in {**files, **changes}.items() if data is not None}
        return not refuses(verify_tiles, changed.get, [path for path in changed if path.startswith("tile/")])

    yield "tlog-tiles", passes({})
    yield "tlog-tiles with a partial tile of before", passes({tile_path(0, 2, 7): b"".join(leaves[512:519])})
    yield "tlog-tiles with a wrong tile of before", not passes({tile_path(0, 2, 7): b"".join(leaves[511:518])})
    yield "tlog-tiles with a bundle of before", passes({tile_path("entries", 0, 3): b"".join(packed[:3])})
    for path in files:
        yield f"tlog-tiles without {path}", not passes({path: None})
        # The origin, in the first line of the checkpoint, is a claim that only a signature supports.
        for byte in (16 if path == "checkpoint" else 0, len(files[path]) // 2, len(files[path]) - 1):
            other = files[path][:byte] + bytes([files[path][byte] ^ 1]) + files[path][byte + 1 :]
            yield f"tlog-tiles, {path}, byte {byte} changed", not passes({path: other})
        yield f"tlog-tiles, {path} with a byte more", not passes({path: files[path] + b"x"})
    for path in ("tile/2/000.p/1", "tile/0/003.p/1", "tile/0/2", "tile/0/002", "tile/0/000.p/256", "tile/x",
                 "tile/0/x000/001"):
        yield f"tlog-tiles with {path}", not passes({path: leaves[0]})


def split_of(leaves):
    return 1 << (len(leaves) - 1).bit_length() - 1


def inclusion_proof(leaves, index):
    """PATH of RFC 6962 section 2.1.1, the slow recursive way; for the known answers only."""
    if len(leaves) == 1:
        return []
    k = split_of(leaves)
    if index < k:
        return inclusion_proof(leaves[:k], index) + [root_of(leaves[k:])]
    return inclusion_proof(leaves[k:], index - k) + [root_of(leaves[:k])]


def consistency_proof(leaves, size1, is_whole=True):
    """SUBPROOF of RFC 6962 section 2.1.2."""
    if size1 == len(leaves):
        return [] if is_whole else [root_of(leaves)]
    k = split_of(leaves)
    if size1 <= k:
        return consistency_proof(leaves[:k], size1, is_whole) + [root_of(leaves[k:])]
    return consistency_proof(leaves[k:], size1 - k, False) + [root_of(leaves[:k])]


def folder_checks(folder):
    """The vectors of transparency-dev/merkle: a JSON file each, with sizes, roots, proof and whether it is wrong."""
    for path, _, names in sorted(os.walk(folder)):
        for name in sorted(name for name in names if name.endswith(".json")):
            with open(os.path.join(path, name), encoding="utf-8") as file:
                case = json.load(file)
            texts = [case["root1"], case["root2"], *(case["proof"] or [])]
            root1, root2, *proof = (base64.b64decode(text) for text in texts)
            accepted = is_consistent(case["size1"], case["size2"], root1, root2, proof)
            yield os.path.join(os.path.basename(path), name), accepted != case["wantErr"]


def run_selftest(options):
    outcomes = list(self_checks()) + (list(folder_checks(options.folder)) if options.folder else [])
    say("known answers", f"  {len(outcomes)}, {sum(is_right for _, is_right in outcomes)} right")
    return [Damage("the known answer", "another", file=name) for name, is_right in outcomes if not is_right]


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="liggare_verify.py", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name, run, help, *files, keys=True):
        one = commands.add_parser(name, help=help, description=help)
        one.set_defaults(run=run)
        for file in files:
            one.add_argument(file)
        if keys:
            one.add_argument("--vkey", action="append", default=[], help="a verifier key that you trust")
        return one

    ledger = command("ledger", run_ledger, "verify a ledger's folder", "folder")
    ledger.add_argument("--checkpoint", help="a checkpoint that was kept elsewhere")
    command("checkpoint", run_checkpoint, "read a checkpoint and verify its signatures", "file")
    inclusion = command("inclusion", run_inclusion, "verify that a line is in the log of a checkpoint")
    inclusion.add_argument("--checkpoint", help="the checkpoint that you hold, if not the proof's own")
    inclusion.add_argument("--proof", required=True)
    inclusion.add_argument("--line", required=True, help="the line's bytes, - for standard input")
    trace = command("trace", run_trace, "verify the proofs in an answer of audit trace --proofs --json")
    trace.add_argument("--checkpoint", help="the checkpoint that you hold, if not the answer's own")
    trace.add_argument("--answer", required=True, help="the JSON, - for standard input")
    trace.add_argument("--lines", required=True, nargs="+", help="the files in events/, in order")
    consistency = command("consistency", run_consistency, "verify that a checkpoint's log goes on in a later one")
    consistency.add_argument("--from", required=True, dest="earlier", metavar="CHECKPOINT")
    consistency.add_argument("--to", required=True, metavar="CHECKPOINT")
    consistency.add_argument("--proof", required=True)
    anchor = command("anchor", run_anchor, "hold a printed checkpoint against the book", "text", keys=False)
    where = anchor.add_mutually_exclusive_group(required=True)
    where.add_argument("--checkpoint", help="a checkpoint as a file")
    where.add_argument("--ledger", help="a ledger's folder, whose lines are read and hashed")
    command("tiles", run_tiles, "verify an exported tlog-tiles log", "folder")
    bundle = command("bundle", run_bundle, "verify a bundle of evidence, with all that is in it", "bundle")
    bundle.add_argument("--checkpoint", help="the checkpoint that you hold: the bundle's, or the one that it goes on from")
    bundle.add_argument("--manifest", metavar="SHA256", help="the manifest's SHA-256, as you were given it")
    selftest = command("selftest", run_selftest, "known answers", keys=False)
    selftest.add_argument("folder", nargs="?", help="vectors of transparency-dev/merkle, testdata/consistency")
    here = os.path.dirname(os.path.abspath(__file__))
    if arguments is None and len(sys.argv) == 1 and os.path.exists(os.path.join(here, "manifest.json")):
        arguments = ["bundle", here]
    options = parser.parse_args(arguments)
    try:
        damages = options.run(options)
    except (OSError, NotALedger, Mistyped) as error:
        print(f"liggare_verify.py: {error}", file=sys.stderr)
        return 2
    except Damage as damage:
        damages = [damage]
    for damage in damages:
        print(f"DAMAGE {damage}")
    print(f"{len(damages)} damages" if damages else "all is as it must be")
    return 3 if damages else 0


if __name__ == "__main__":
    sys.exit(main())
