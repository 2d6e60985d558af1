"""Which spot the words hang under which: "Fort Worth, Texas", "X, in the province of Y", "the Syrian city of X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.place_beside import Spot
from testigo.extract.page import Page


@dataclass(frozen=True, slots=True)
class Link:
    """Spot number `inner` lies in spot number `outer`, as the words from start to end say. is_comma: a bare comma."""

    inner: int
    outer: int
    start: int
    end: int
    sentence: int
    is_comma: bool = False


_LONGEST_GAP = 90  # characters between two names that one phrase may join
_STOPS = "and|or|but|as|when|while|where|after|before|who|which|in|on|at|from|to|of|near|by|with|for"
_LOW = rf"(?!(?:{_STOPS})\b)[a-z’'-]+\s+"
_CLASS = "|".join(sorted(words.CLASSES, key=lambda w: (-len(w), w)))
_FILL = r"(?:(?:also|deep|located|situated|lying|far|just|high|both|both of them|again|elsewhere|all|another|part)\s+)*"
# From "in" to the container's name: "in", "in the Dominican province of", "in the north of the".
_TO = rf"in\s+(?:the\s+)?(?:{_LOW}){{0,3}}(?:of\s+(?:the\s+)?)?"
_COMMA = re.compile(r",\s+$")
_IN = re.compile(rf"(?:,\s+|\s+){_FILL}{_TO}$")
_CALLED = re.compile(
    rf",\s+(?:(?:a|an|the|another|one)\s+)?(?:{_LOW}){{0,4}}?(?:{_CLASS})s?\s+(?:{_LOW}){{0,4}}?(?:{_TO}|(?:of|on|near)\s+(?:the\s+)?)$"
)
_OWNS = re.compile(rf"[’']s\s+(?:{_LOW}){{0,3}}$")
_QUALIFIES = re.compile(rf"\s+(?:{_LOW}){{0,3}}(?:{_CLASS})(?:\s+of)?\s+$")


def find_links(page: Page, spots: Sequence[Spot]) -> tuple[Link, ...]:
    """Find the containments that the words between neighbouring spots say, in text order."""
    links: list[Link] = []
    for at in range(len(spots) - 1):
        inner, outer = spots[at], spots[at + 1]
        if inner.sentence == outer.sentence and inner.form not in ("description", "clue"):
            links.extend(_between(page, spots, at))
    return tuple(links)


def _between(page: Page, spots: Sequence[Spot], at: int) -> Iterator[Link]:
    first, second = spots[at], spots[at + 1]
    gap = _gap(page, first, second)
    if len(gap) > _LONGEST_GAP or "\n" in gap or second.form == "clue":
        return
    if first.form == "demonym" or _OWNS.fullmatch(gap):
        if first.form != "demonym" or _QUALIFIES.fullmatch(gap):
            yield Link(at + 1, at, _with_article(page, first), second.end, first.sentence)
        return
    says_in = bool(_IN.fullmatch(gap) or _CALLED.fullmatch(gap))
    beyond = _qualified(page, spots, at + 1) if says_in else None
    if beyond:
        yield Link(at, at + 2, first.start, max(beyond.end, beyond.full_end), first.sentence)
    elif second.form == "demonym":
        land = re.match(r"\s+([\w-]+)", page.text[second.end : second.end + 40])
        if says_in and land and land.group(1).lower() in words.LAND:
            yield Link(at, at + 1, first.start, second.end + land.end(), first.sentence)
    elif says_in or _COMMA.fullmatch(gap) or (gap == " " and second.start == first.end + 1):
        end = max(second.end, second.full_end)
        yield Link(at, at + 1, first.start, end, first.sentence, is_comma=not says_in)


def _gap(page: Page, first: Spot, second: Spot) -> str:
    return page.text[max(first.end, first.full_end) : second.start]


def _with_article(page: Page, spot: Spot) -> int:
    """Give the start of a demonym with the article before it ("the Dominican province")."""
    before = page.text[max(0, spot.start - 4) : spot.start]
    return spot.start - 4 if spot.form == "demonym" and before.lower() == "the " else spot.start


def _qualified(page: Page, spots: Sequence[Spot], at: int) -> Spot | None:
    """Give the spot that this one only qualifies ("the *Syrian* city of X", "*Iraq*’s X province")."""
    if at + 1 >= len(spots) or spots[at].sentence != spots[at + 1].sentence or spots[at].form == "description":
        return None
    gap = _gap(page, spots[at], spots[at + 1])
    owns = _QUALIFIES.fullmatch(gap) if spots[at].form == "demonym" else _OWNS.fullmatch(gap)
    return spots[at + 1] if owns else None
