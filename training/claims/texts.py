"""The texts that labels were made on, found by set and row in the benchmark folder; none of them stands in this repo."""

import json
from pathlib import Path
from typing import Any

from testigo.read import read_text
from testigo.records import Document

SETS = {
    "news": "news/docs.jsonl",
    "muc4": "muc4/train.jsonl",
    "us": "us_incidents/train.docs.jsonl",
}


def document_of(row: dict[str, Any]) -> Document:
    """Give a row of a set as the document that the reader makes of it, its `name` the row's id."""
    header = row.get("header", {})
    return read_text(
        row["text"],
        title=row.get("title"),
        published=row.get("published") or header.get("date_iso"),
        outlet=row.get("outlet"),
        name=row.get("id") or row["docid"],
    ).document


class Texts:
    """The documents of all sets; a set's file is read when first asked for, a document made when it is."""

    def __init__(self, bench: Path) -> None:
        self._bench = bench
        self._sets: dict[str, dict[str, dict[str, Any]]] = {}

    def find(self, name: str, row: str) -> Document:
        """Give one document. Raises KeyError for a row that the set does not hold, FileNotFoundError without the set."""
        if name not in self._sets:
            with (self._bench / SETS[name]).open(encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
            self._sets[name] = {r.get("id") or r["docid"]: r for r in rows}
        return document_of(self._sets[name][row])
