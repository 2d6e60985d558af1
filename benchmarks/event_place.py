#!/usr/bin/env python3
"""Measure which place of a sentence is taken for that of its event word.

    python benchmarks/event_place.py [DATA.jsonl] [--held-out] [--json]

Over rows with a place, each sentence and event word once, contradicting repetitions dropped: `right`, the share where
the place answered overlaps one that people tagged; `found`, the share where any place that the reader finds does, the
most that a choice among them can reach. The answer is the reader's own: its place mentions, held against one another by
the model that puts an incident's sentences at a place (`where_beside`).
Beside it in the same run: the place nearest to the event word, the first place of the sentence, nothing, and junk (one
of the sentence's places by lot, seed 0). Rows without a place are printed apart: half of them hold one by any reading.
--held-out: only the fifth of the sentences that training never sees.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from common import need_data, parser, show
from event_place_rows import Row, is_held_out, rows
from testigo.extract import Reader
from testigo.extract.incidents.where_beside import Line, signs_beside
from testigo.extract.incidents.where_weights import score
from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions


@dataclass(frozen=True)
class Read:
    """A row with its sentence's line of places."""

    row: Row
    page: Page
    places: Places
    line: Line

    @property
    def mentions(self) -> tuple[PlaceMention, ...]:
        """Give the places that compete."""
        return self.line.mentions


def read(row: Row, reader: Reader) -> Read | None:
    """Take the reader's first step; None where the event word stands in no sentence."""
    page = Page(row.document)
    sentence = page.sentence_at(row.act[0])
    if sentence is None:
        return None
    places = find_mentions(page, reader).places
    return Read(row, page, places, Line.of(sentence, places))


def ours(one: Read) -> PlaceMention:
    """Answer with the place that the reader's own model puts the event word at."""
    return max(
        one.mentions, key=lambda m: score("sentence", signs_beside(one.page, one.places, one.line, one.row.act, m))
    )


def nearest(one: Read) -> PlaceMention:
    """Answer with the place that fewest characters part from the event word."""
    start, end = one.row.act
    return min(one.mentions, key=lambda m: max(m.start - end, start - m.end))


def main() -> None:
    """Measure, print a table or JSON."""
    options = parser(__doc__, "bench/event_place/train.jsonl")
    options.add_argument("--held-out", action="store_true", help="only sentences that training never sees")
    given = options.parse_args()
    need_data(given.data)
    reader = Reader.open(register=None)
    chosen = [r for r in rows(given.data) if not given.held_out or is_held_out(r.text)]
    done = [(row, read(row, reader)) for row in chosen]
    lot = random.Random(0)
    systems: dict[str, Callable[[Read], PlaceMention] | None] = {
        "testigo": ours,
        "nearest place": nearest,
        "first place": lambda one: one.mentions[0],
        "nothing": None,
        "junk": lambda one: lot.choice(one.mentions),
    }
    placed = [pair for pair in done if pair[0].places]
    table = {name: figures(placed, answer) for name, answer in systems.items()}
    without = [one for row, one in done if not row.places]
    apart = {
        "rows": len(without),
        "rows in which the reader finds a place": sum(bool(o and o.mentions) for o in without),
    }
    show(table, given.json, {"rows without a place (no bar)": apart})


def figures(placed: list[tuple[Row, Read | None]], answer: Callable[[Read], PlaceMention] | None) -> dict[str, Any]:
    """Give the figures of one system."""
    right = found = 0
    for row, one in placed:
        if one and one.mentions and answer:
            right += _is_tagged(row, answer(one))
            found += any(_is_tagged(row, m) for m in one.mentions)
    count = max(1, len(placed))
    return {"rows": len(placed), "right": right / count, "found": found / count}


def _is_tagged(row: Row, mention: PlaceMention) -> bool:
    return any(mention.start < end and start < mention.end for start, end in row.places)


if __name__ == "__main__":
    main()
