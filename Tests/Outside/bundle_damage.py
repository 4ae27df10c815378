"""Damages a bundle of evidence in every way that there is, and looks whether the verifier names the file.

    bundle_damage.py DIR [--stride N] [--since]

Every byte of every file is changed in two ways (every Nth of the files beyond 3,000 bytes, by default every 211th, and the
first and last ones), each file is taken away, cut, made longer, and one is added. Then what an adversary would do: lines,
proofs, checkpoint and trace are changed and the manifest is made anew to fit.

Python 3.11, standard library only. Ends with 0 where each damage was named rightly, 3 where one was not.
"""

import argparse
import base64
import contextlib
import io
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import liggare_verify as verifier  # noqa: E402


def outcome(files):
    """The files that the verifier names; none where all is well."""
    options = argparse.Namespace(checkpoint=None, manifest=None, vkey=[])
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return [damage.file for damage in verifier.verify_bundle(files, options)]
        except verifier.Damage as damage:
            return [damage.file]


def remade(files):
    """The bundle with a manifest that fits its files."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = [{"name": name, "bytes": len(files[name]), "sha256": verifier.sha256(files[name]).hex()}
                         for name in sorted(files, key=str.encode) if name != "manifest.json"]
    del manifest["sha256"]
    manifest["sha256"] = verifier.sha256((verifier.pretty(manifest) + "\n").encode()).hex()
    return {**files, "manifest.json": (verifier.pretty(manifest) + "\n").encode()}


def accidents(files, stride):
    """Names of a damage, the file that it is in, and the bundle with it."""
    for name, data in files.items():
        step = 1 if len(data) <= 3000 else stride
        places = {*range(0, len(data), step), *range(min(64, len(data))), *range(max(0, len(data) - 64), len(data))}
        for place in sorted(places):
            for bits in (0x01, 0x20):
                other = data[:place] + bytes([data[place] ^ bits]) + data[place + 1 :]
                yield f"{name}, byte {place}", name, {**files, name: other}
        yield f"{name} away", name, {other: files[other] for other in files if other != name}
        yield f"{name} cut", name, {**files, name: data[:-1]}
        yield f"{name} empty", name, {**files, name: b""}
        yield f"{name} longer", name, {**files, name: data + b"\n"}
    for name in ("other.txt", "deeper/other.txt", "manifest.json.bak", ".hidden"):
        yield f"{name} added", name, {**files, name: b"x"}


def intentions(files):
    """The same of damages under a manifest that fits."""
    lines = files["lines.jsonl"].split(b"\n")
    for number in range(len(lines) - 1):
        data = lines[number].replace(b'"recordedby":"', b'"recordedby":"x', 1)
        changed = b"\n".join([*lines[:number], data, *lines[number + 1 :]])
        yield f"line {number + 1} changed", "lines.jsonl", {**files, "lines.jsonl": changed}
        without = b"\n".join(lines[:number] + lines[number + 1 :])
        yield f"line {number + 1} away", "lines.jsonl", {**files, "lines.jsonl": without}
    yield from changed_proofs(files)
    yield from changed_trace(files)
    checkpoint = files["checkpoint"].split(b"\n")
    root = base64.b64encode(bytes(32))
    yield "another root", "proofs.json", {**files, "checkpoint": b"\n".join([*checkpoint[:2], root, *checkpoint[3:]])}
    yield "another size", "proofs.json", {**files, "checkpoint": b"\n".join([checkpoint[0], b"1", *checkpoint[2:]])}
    yield "another origin", "proofs.json", {**files, "checkpoint": b"\n".join([b"other", *checkpoint[1:]])}
    for name, value in (("subject", "M-9999"), ("title", "x"), ("origin", "x"), ("size", 1), ("basis", {}), ("more", 1)):
        manifest = json.loads(files["manifest.json"])
        manifest[name] = value
        yield f"manifest's {name}", "manifest.json", {**files, "manifest.json": json.dumps(manifest).encode()}


def json_file(files, name, value):
    return {**files, name: (verifier.pretty(value) + "\n").encode()}


def changed_proofs(files):
    def change(action):
        proofs = json.loads(files["proofs.json"])
        action(proofs)
        return json_file(files, "proofs.json", proofs)

    count = len(json.loads(files["proofs.json"])["inclusion"])
    other = base64.b64encode(bytes(32)).decode()
    for number in range(count):
        for name, value in (("position", 7777), ("index", 7777), ("leaf", other)):
            yield f"proof {number}, {name}", "proofs.json", change(
                lambda proofs: proofs["inclusion"][number].update({name: value}))
        yield f"proof {number}, a hash", "lines.jsonl", change(
            lambda proofs: proofs["inclusion"][number]["hashes"].__setitem__(0, other))
        yield f"proof {number}, no hash", "lines.jsonl", change(
            lambda proofs: proofs["inclusion"][number].update(hashes=[]))
    yield "a proof away", "proofs.json", change(lambda proofs: proofs["inclusion"].pop())
    yield "proofs of another shape", "proofs.json", change(lambda proofs: proofs.update(inclusion=5))
    if "consistency" in json.loads(files["proofs.json"]):
        yield "consistency, a hash", "proofs.json", change(
            lambda proofs: proofs["consistency"]["hashes"].__setitem__(0, other))
        yield "consistency away", "proofs.json", change(lambda proofs: proofs.pop("consistency"))
        yield "consistency from elsewhere", "proofs.json", change(lambda proofs: proofs["consistency"].update({"from": 2}))
    else:
        yield "consistency from nowhere", "proofs.json", change(lambda proofs: proofs.update(consistency={}))


def changed_trace(files):
    def change(action):
        trace = json.loads(files["trace.json"])
        action(trace)
        return json_file(files, "trace.json", trace)

    trace = json.loads(files["trace.json"])
    for number, entry in enumerate(trace["entries"]):
        values = {"position": 7777, "id": "x", "subject": "M-9999", "type": "measure.x", "effective": "1999-01-01",
                  "recorded": "1999-01-01T00:00:00.000Z", "recordedBy": "x", "data": {"x": 1}, "causation": "x"}
        for name, value in values.items():
            yield f"entry {number}, {name}", "trace.json", change(
                lambda trace: trace["entries"][number].update({name: value}))
        yield f"entry {number} away", "trace.json", change(lambda trace: trace["entries"].pop(number))
        for index, correction in enumerate(entry.get("corrections", [])):
            for name in ("field", "new", "reason", "id", "recorded"):
                yield f"entry {number}, correction {index}, {name}", "trace.json", change(
                    lambda trace: trace["entries"][number]["corrections"][index].update({name: "x"}))
        if "reversed" in entry:
            yield f"entry {number}, reversal", "trace.json", change(
                lambda trace: trace["entries"][number]["reversed"].update(reason="x"))
    yield "entries of another shape", "trace.json", change(lambda trace: trace.update(entries=[1]))
    yield "another subject", "manifest.json", change(lambda trace: trace.update(subject="M-9999"))
    yield "another basis", "manifest.json", change(lambda trace: trace["basis"].update(owner="x"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bundle")
    parser.add_argument("--stride", type=int, default=211)
    options = parser.parse_args()
    files = verifier.read_bundle(options.bundle)
    count, wrong = 0, []
    if outcome(files) or outcome(remade(files)):
        wrong.append(("nothing", None, outcome(files)))
    for name, file, damaged in accidents(files, options.stride):
        count += 1
        if outcome(damaged) != [file]:
            wrong.append((name, file, outcome(damaged)))
    for name, file, damaged in intentions(files):
        count += 1
        if outcome(remade(damaged)) != [file]:
            wrong.append((name, file, outcome(remade(damaged))))
    for name, file, found in wrong[:20]:
        print(f"{name}: {file} was to be named, but {found} was")
    print(f"{count} damages, {len(wrong)} not named rightly")
    return 3 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
