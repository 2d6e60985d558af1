"""The rarest words of a text: what two reports of one act share when names, streets and odd details recur.

A word's weight is its frequency in the text, damped, times how rare it is. Rarity comes from a shipped table of common
words, never from the case at hand: adding a report must not change how two others compare.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from testigo.records import Report
from testigo.reference.names import fold_name

TABLE = Path(__file__).parent / "data" / "common_words.csv"
LONGEST = 20_000  # words of a text that are looked at
RAREST = 9.0  # the weight of a word that the table does not know: it stands in fewer than one text in 500
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _rarity() -> dict[str, float]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["word"]: -math.log2(float(row["share"])) for row in csv.DictReader(file)}


def rarity(word: str) -> float:
    """Tell how rare a word is, in bits."""
    return _rarity().get(word, RAREST)


def rare_words(report: Report, spans: Sequence[tuple[int, int]] | None, most: int) -> tuple[tuple[str, float], ...]:
    """Give the heaviest words with their weights, unit length over all; of the given spans' sentences or all the text."""
    counts = Counter(islice(_words(report, spans), LONGEST))
    weights = {w: (1 + math.log(n)) * rarity(w) for w, n in counts.items()}
    norm = math.sqrt(sum(x * x for x in weights.values())) or 1.0
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple((w, round(x / norm, 4)) for w, x in heaviest)


def _words(report: Report, spans: Sequence[tuple[int, int]] | None) -> Iterator[str]:
    text = report.document.text
    if spans is None:
        skipped = [s for s in report.document.segments if s.kind in ("related", "furniture")]
        for start, end in _kept(len(text), [(s.start, s.end) for s in skipped]):
            yield from folded_words(text, start, end)
        return
    for start, end in _sentences(text, spans):
        yield from folded_words(text, start, end)


def _kept(size: int, skipped: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in skipped:
        yield at, start
        at = end
    yield at, size


def _sentences(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Widen spans to the stops around them; stretches that touch are one."""
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        left = max(at, text.rfind(". ", at, start) + 1, text.rfind("\n", at, start) + 1)
        ends = [e for e in (text.find(". ", end), text.find("\n", end)) if e >= 0]
        right = min(ends, default=len(text))
        yield left, right
        at = right


def folded_words(text: str, start: int, end: int) -> Iterator[str]:
    """Give the words of a stretch of text as they are weighed: folded, single letters left out."""
    for match in _WORD.finditer(text, start, end):
        word = fold_name(match[0].removesuffix("'s").removesuffix("’s"))
        if len(word) > 1:
            yield word
