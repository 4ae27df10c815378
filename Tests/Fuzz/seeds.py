"""Writes the seeds of a fuzz target into a folder: seeds.py TARGET LEDGER FOLDER."""
import base64, hashlib, pathlib, re, struct, sys

target, ledger, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
folder.mkdir(parents=True, exist_ok=True)
lines = (ledger / "events/000000000001.jsonl").read_bytes().splitlines()
checkpoint = (ledger / "checkpoint").read_bytes()


def seed(data):
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def note(text, names):
    signatures = [b"\xe2\x80\x94 %s %s\n" % (n.encode(), base64.b64encode(bytes(range(68)))) for n in names]
    return text + b"\n" + b"".join(signatures)


def printed(origin, size, root):
    """A printed checkpoint, as PrintedCheckpoint says it."""
    def words(data, count):
        number = int.from_bytes(data, "big")
        bits = 8 * len(data)
        digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        return "".join(digits[number >> (bits - 5 * (i + 1)) & 31] for i in range(count))

    number = struct.pack(">Q", int(size))
    tag = b"liggare/printed-checkpoint/1\n" + struct.pack(">Q", len(origin)) + origin
    fingerprint = hashlib.sha256(tag + number + base64.b64decode(root)).digest()[:20]
    check = hashlib.sha256(b"liggare/printed-checkpoint/check/1\n" + number + fingerprint).digest()[:5]
    text = words(fingerprint, 32)
    groups = " ".join(text[i : i + 4] for i in range(0, 32, 4))
    return f"{int(size)}: {groups} / {words(check, 4)}".encode()


if target == "LineReader":
    kinds = {}
    for line in lines:
        # The target's own ledger, and of each type of event some lines: short ones and one with everything.
        line = re.sub(rb'"source":"[^"]*"', b'"source":"urn:uuid:00000000-0000-4000-8000-00000000000a"', line)
        kinds.setdefault(re.search(rb'"type":"([^"]*)"', line)[1], []).append(line)
    for kind in kinds.values():
        kind.sort(key=len)
        for line in {kind[0], kind[len(kind) // 2], kind[-1]}:
            seed(line)
elif target == "Notes":
    for text in [checkpoint, checkpoint + b"extension\n"]:
        for names in [[], ["a"], ["liggare.example/ledger", "witness"]]:
            seed(note(text, names) if names else text)
    seed(note(b"any text\n\nat all\n", ["a"]))
    seed(b"a+0a0b0c0d+" + base64.b64encode(b"\x01" + bytes(32)))
elif target == "Proofs":
    hashes = b"".join(base64.b64encode(hashlib.sha256(bytes([i])).digest()) + b"\n" for i in range(10))
    for extra in [b"", b"extra AAEC\n"]:
        seed(b"pc2sp.org/tlog-proof@v1\n" + extra + b"index 7\n" + hashes + b"\n" + checkpoint)
        seed(b"pc2sp.org/tlog-proof@v1\n" + extra + b"index 0\n\n" + note(checkpoint, ["a"]))
    for path in [b"tile/0/000", b"tile/0/x001/x234/067", b"tile/3/000.p/17", b"tile/entries/x001/002.p/255"]:
        seed(b"t" + path)
    for count in [1, 3, 255]:
        seed(b"b" + bytes([count]) + b"".join(struct.pack(">H", len(l)) + l for l in lines[:count]))
    seed(b"c" + printed(*checkpoint.split(b"\n")[:3]))
elif target == "CacheHeader":
    for tables in [0, 1, 3]:
        note_text = b'{"count":1,"range":[],"segments":[{"name":"events/000000000001.jsonl","bytes":9}]}'
        blocks, body, places = [], b"", []
        for number in range(tables):
            table = bytes(range(200)) * (40 * (number * 5 + 1))
            places.append((number, len(table), len(body)))
            for at in range(0, len(table), 16384):
                blocks.append(hashlib.sha256(table[at : at + 16384]).digest()[:8][::-1])
            body += table + bytes(-len(table) % 16384)
        size = 16 + 32 + 8 + 8 + 3 + 8 + len(note_text) + 8 + 24 * tables + 8 * len(blocks)
        head = struct.pack("<QQ", size, 3) + b"key" + struct.pack("<Q", len(note_text)) + note_text
        head += struct.pack("<Q", tables)
        for number, length, offset in places:
            head += struct.pack("<QQQ", number, length, size + offset)
        seed(head + b"".join(blocks) + body)
else:
    sys.exit(f"no target {target}")
