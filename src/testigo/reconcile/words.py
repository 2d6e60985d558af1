"""The rarest words of a text: what two reports of one act share when names, streets and odd details recur.

A word's weight is its frequency in the text, damped, times how rare it is. Rarity comes from a shipped table of common
words, never from the case at hand: adding a report must not change how two others compare.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

from testigo.records import Report
from testigo.reference.names import fold_name

TABLE = Path(__file__).parent / "data" / "common_words.csv"
LONGEST = 20_000  # words of a text that are looked at
RAREST = 9.0  # the weight of a word that the table does not know: it stands in fewer than one text in 500
Span = tuple[int, int]
_REACH = 400  # characters: a sentence without a stop is cut there
_YEAR = 2.0
_TELLING = 3.0  # bits; a commoner word makes no phrase
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _rarity() -> dict[str, float]:
    if not TABLE.exists():
        return {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["word"]: -math.log2(float(row["share"])) for row in csv.DictReader(file)}


def rarity(word: str) -> float:
    """Tell how rare a word is, in bits. A year is common whatever the table's age."""
    if len(word) == len("2016") and word.isdigit() and word[:2] in ("19", "20"):
        return _YEAR
    return _rarity().get(word, RAREST)


def rare_words(report: Report, spans: Sequence[Span], whole: bool, most: int) -> tuple[tuple[str, float], ...]:
    """Give the heaviest words with their weights, unit length over all; of the whole text, or the spans' sentences.

    A word counts once more where the title has it, and once more where a sentence around the spans has it: pages carry
    much that is not about the act.
    """
    text = report.document.text
    own = Counter(islice(_words(text, list(_sentences(text, spans))), LONGEST))
    counts, title = own, set[str]()
    if whole:
        skipped = [(s.start, s.end) for s in report.document.segments if s.kind in ("related", "furniture")]
        counts = Counter(islice(_words(text, list(_kept(len(text), skipped))), LONGEST))
        title = set(folded_words(text, 0, len(report.document.title or "")))
    weights = {w: (1 + math.log(n) + (w in title) + (w in own)) * rarity(w) for w, n in counts.items()}
    norm = math.sqrt(sum(x * x for x in weights.values())) or 1.0
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple((w, round(x / norm, 4)) for w, x in heaviest)


def phrases(report: Report, spans: Sequence[Span], whole: bool, most: int) -> tuple[tuple[str, float], ...]:
    """Give the rarest pairs of neighbouring words of the title and the spans' sentences, with how rare they are, in bits.

    "dice game" and "bunny friend" tell an act better than their words do apart.
    """
    text = report.document.text
    stretches = list(_sentences(text, spans))
    title_ends = len(report.document.title or "")
    if whole and title_ends:
        stretches = [(0, title_ends), *((max(s, title_ends), e) for s, e in stretches if e > title_ends)]
    found: Counter[str] = Counter()
    for start, end in stretches:
        words = list(islice(folded_words(text, start, end), LONGEST))
        found.update(f"{a} {b}" for a, b in pairwise(words) if min(rarity(a), rarity(b)) >= _TELLING)
    weights = {p: sum(map(rarity, p.split(" ", 1))) for p in found}
    rarest = sorted(weights.items(), key=lambda item: (-item[1] * (1 + math.log(found[item[0]])), item[0]))[:most]
    return tuple((p, round(x, 2)) for p, x in rarest)


def _words(text: str, stretches: Iterable[Span]) -> Iterator[str]:
    return (word for start, end in stretches for word in folded_words(text, start, end))


def _kept(size: int, skipped: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for start, end in skipped:
        yield at, start
        at = end
    yield at, size


def _sentences(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Widen spans to the stops around them; stretches that touch are one."""
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        first, last = max(at, start - _REACH), min(len(text), end + _REACH)
        left = max(first, text.rfind(". ", first, start) + 1, text.rfind("\n", first, start) + 1)
        right = min((e for e in (text.find(". ", end, last), text.find("\n", end, last)) if e >= 0), default=last)
        yield left, right
        at = right


def folded_words(text: str, start: int, end: int) -> Iterator[str]:
    """Give the words of a stretch of text as they are weighed: folded, single letters left out."""
    for match in _WORD.finditer(text, start, end):
        word = fold_name(match[0].removesuffix("'s").removesuffix("’s"))
        if len(word) > 1:
            yield word
