"""The texts that labels were made on, found by set and row in the benchmark folder; none of them stands in this repo."""

import json
from collections.abc import Iterator
from pathlib import Path

from testigo.read import read_text
from testigo.records import Document

SETS = {
    "news": "news/docs.jsonl",
    "muc4": "muc4/train.jsonl",
    "us": "us_incidents/train.docs.jsonl",
}


def read_set(bench: Path, name: str) -> Iterator[Document]:
    """Give each text of a set as the document that the reader makes of it, its `name` the row's id.

    Raises FileNotFoundError where the set is not there.
    """
    with (bench / SETS[name]).open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            header = row.get("header", {})
            yield read_text(
                row["text"],
                title=row.get("title"),
                published=row.get("published") or header.get("date_iso"),
                outlet=row.get("outlet"),
                name=row.get("id") or row["docid"],
            ).document


class Texts:
    """The documents of all sets, each set read once, when first asked for."""

    def __init__(self, bench: Path) -> None:
        self._bench = bench
        self._sets: dict[str, dict[str, Document]] = {}

    def find(self, name: str, row: str) -> Document:
        """Give one document. Raises KeyError for a row that the set does not hold."""
        if name not in self._sets:
            self._sets[name] = {d.name: d for d in read_set(self._bench, name)}
        return self._sets[name][row]
