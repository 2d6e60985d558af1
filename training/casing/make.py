"""Make the tables by which a report in capitals is given the letters of prose.

    PYTHONPATH=src python training/casing/make.py [SHARED]

Counted in news with ordinary letters (us_incidents' train part, and news), within sentences only. A word that is mostly
written small where no capital follows goes into words.txt, with a `+` where it takes a capital before another one (titles: "president",
"colonel"). Names of two and more words that hold such a word go into names.txt: those of the actor register, and those
that the collections hold `LEAST_NAME` times and hardly ever small. No text of the collections is in the tables.
"""

import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from testigo.extract.casing import NAMES, WORDS

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TESTIGO_SHARED", ROOT.parent / "shared"))
COLLECTIONS = ("us_incidents/train.docs.jsonl", "news/docs.jsonl")
LEAST_TITLE, LEAST_NAME = 5, 8
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")  # a word that a small letter or a comma goes before
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?: (?:of |the |for )*[A-Z][a-z]+){1,4}(?= [a-z]|[.,;])")


def texts(shared: Path) -> Iterator[str]:
    """Give the collections' texts that are in ordinary letters."""
    for name in COLLECTIONS:
        with (shared / "bench" / name).open(encoding="utf-8") as lines:
            for line in lines:
                text = re.sub(r"\s+", " ", json.loads(line)["text"])
                if sum(c.islower() for c in text) > 0.6 * sum(c.isalpha() for c in text):
                    yield text


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    title: Counter[str] = Counter()
    small_before: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in texts(shared):
        for found in _INSIDE.finditer(text):
            word = found.group()
            low = word.lower()
            is_before = text[found.end() : found.end() + 1] == " " and text[found.end() + 1 : found.end() + 2].isupper()
            if word.islower():
                small[low] += 1
                small_before[low] += is_before
            elif not word.isupper() or len(word) == 1:
                large[low] += 1
                title[low] += is_before
        names.update(_NAME.findall(text))
    # A title is mostly followed by a name: what counts is how a word is written where no capital follows.
    words = {w for w, n in small.items() if n - small_before[w] > large[w] - title[w] or n > large[w]}
    titles = {w for w in words if title[w] >= LEAST_TITLE and title[w] > small_before[w]}
    WORDS.write_text("".join(f"{w}{'+' * (w in titles)}\n" for w in sorted(words)), "utf-8")
    known = {n for n, times in names.items() if times >= LEAST_NAME} | set(register_names())
    kept = {n for n in known if any(w.lower() in words for w in _WORD.findall(n) if w[0].isupper())}
    NAMES.write_text("".join(f"{n}\n" for n in sorted(kept)), "utf-8")
    print(len(words), len(titles), len(kept))


def register_names() -> Iterator[str]:
    """Give the register's names of two and more words, and its acronyms."""
    for file in ("register.csv", "register_additions.csv"):
        with (ROOT / "src/testigo/reference/data" / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row["source"].startswith("made by rule"):
                    continue
                for name in (row["name"], *row["names"].split("|")):
                    if 1 < len(name.split()) < 8 and len(name) > 7 and name[0].isupper():
                        yield name


if __name__ == "__main__":
    main()
