"""Draws the sample of `liggare audit sample` again, from its own words, or from what `--json` says of it.

    sample_check.py simple|systematic SEED N LETTER COUNT    the sample of LETTER-0001 … by number
    sample_check.py ANSWER.json POPULATION.txt                whether the answer is the sample of the numbers, one a line

Python, standard library only. Ends with 0 where the samples agree, 3 where they do not.
"""

import hashlib
import json
import sys


def key(seed, text):
    return hashlib.sha256(f"{seed}\n{text}".encode()).digest()


def draw(method, seed, size, population):
    if method == "simple":
        return sorted(population, key=lambda subject: key(seed, subject))[:size]
    count = len(population)
    start = int.from_bytes(key(seed, "start")[:8], "big") % count
    return [population[(start + i * count // size) % count] for i in range(size)]


if __name__ == "__main__":
    if len(sys.argv) == 6:
        method, seed, size, letter, count = sys.argv[1:]
        print(*draw(method, seed, int(size), [f"{letter}-{n:04d}" for n in range(1, int(count) + 1)]))
        sys.exit(0)
    with open(sys.argv[1], encoding="utf-8") as file:
        answer = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        population = file.read().split()
    stated = answer["population"]
    digest = hashlib.sha256("".join(subject + "\n" for subject in population).encode()).hexdigest()
    is_same = stated["size"] == len(population) and stated["digest"] == digest
    drawn = draw(answer["method"], answer["seed"], answer["size"], population)
    sys.exit(0 if is_same and drawn == [row["subject"] for row in answer["sample"]] else 3)
