"""Make the table of common words that reconciliation weighs words by.

    PYTHONPATH=src python training/matching/word_table.py [SHARED]

A word's share is the share of documents that hold it, in that collection of three where it is the highest: local news
of shootings (us_incidents, train), world news on armed groups (news), agency reports of a civil war (muc4, train). So a
word that any of them uses every day is common, whatever the case is about. Words under `LEAST` are left out, which
keeps names of people out of the table: to reconciliation they are rare.
"""

import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from testigo.reconcile.words import TABLE, folded_words

SHARED = Path(os.environ.get("TESTIGO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
COLLECTIONS = ("us_incidents/train.docs.jsonl", "news/docs.jsonl", "muc4/train.jsonl")
LEAST = 1 / 500  # of a collection's documents: 11 of us_incidents', and never under three documents
_BLANKS = re.compile(r"\s+")


def shares(path: Path) -> Iterator[tuple[str, float]]:
    """Give each common word of a collection with the share of its documents that hold it."""
    counts: Counter[str] = Counter()
    documents = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = _BLANKS.sub(" ", f"{row.get('title') or ''} {row['text']}")
            counts.update(set(folded_words(text, 0, len(text))))
            documents += 1
    least = max(3, LEAST * documents)
    return ((word, n / documents) for word, n in counts.items() if n >= least)


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    highest: dict[str, float] = {}
    for name in COLLECTIONS:
        for word, share in shares(shared / "bench" / name):
            highest[word] = max(share, highest.get(word, 0.0))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("word", "share"))
        out.writerows((word, f"{share:.3g}") for word, share in sorted(highest.items()))


if __name__ == "__main__":
    main()
