"""Which spot the words hang under which: "Fort Worth, Texas", "X, in the province of Y", "the Syrian city of X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.place_spots import Spot
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


_WORD = r"(?!(?:and|or|but|as|when|while|where|after|before|killing|who)\b)[\w’'-]+\s+"
_COMMA = re.compile(r",\s+(?:of\s+)?$")
_IN = re.compile(
    rf"(?:,\s+(?:(?:a|an|the|another)\s+(?:{_WORD}){{1,6}}|(?:{_WORD}){{0,3}})|\s+)(?:in|of)\s+(?:the\s+)?(?:{_WORD}){{0,4}}$"
)
_PLAIN_IN = re.compile(rf",?\s+(?:also\s+|deep\s+|located\s+)?in\s+(?:the\s+)?(?:{_WORD}){{0,4}}$")
_IN_ANY = re.compile(rf"(?:{_IN.pattern})|(?:{_PLAIN_IN.pattern})")
_OWNS = re.compile(rf"[’']s\s+(?:{_WORD}){{0,3}}$")
_QUALIFIES = re.compile(rf"\s+(?:(?!(?:and|in|from|to|near|at|on)\b)[\w-]+\s+){{0,3}}({'|'.join(sorted(words.CLASSES))})(?:\s+of)?\s+$")


def find_links(page: Page, spots: Sequence[Spot]) -> tuple[Link, ...]:
    """Find the containments that the words between neighbouring spots say, in text order."""
    links = []
    for at in range(len(spots) - 1):
        inner, outer = spots[at], spots[at + 1]
        if inner.sentence != outer.sentence:
            continue
        beyond = _qualified(page, spots, at + 1) if _gap(page, inner, outer).strip() else None
        if beyond and inner.form != "demonym" and _IN_ANY.fullmatch(_gap(page, inner, outer)):
            links.append(Link(at, at + 2, inner.start, max(beyond.end, beyond.full_end), inner.sentence))
        else:
            links.extend(_between(page, at, inner, outer))
    return tuple(links)


def _gap(page: Page, first: Spot, second: Spot) -> str:
    return page.text[max(first.end, first.full_end) : second.start]


def _qualified(page: Page, spots: Sequence[Spot], at: int) -> Spot | None:
    """Give the spot that this one only qualifies ("the *Syrian* city of X", "*Iraq*’s X province")."""
    if at + 1 >= len(spots) or spots[at].sentence != spots[at + 1].sentence or spots[at].form == "description":
        return None
    gap = _gap(page, spots[at], spots[at + 1])
    owns = _OWNS.fullmatch(gap) if spots[at].form != "demonym" else _QUALIFIES.fullmatch(gap)
    return spots[at + 1] if owns else None


def _between(page: Page, at: int, first: Spot, second: Spot) -> Iterator[Link]:
    gap = _gap(page, first, second)
    if len(gap) > 90 or "\n\n" in gap:
        return
    start, end = max(0, first.start), max(second.end, second.full_end)
    if first.form == "description":
        return
    if first.form == "demonym" or _OWNS.fullmatch(gap):
        if first.form != "demonym" or _QUALIFIES.fullmatch(gap):
            opening = page.text[max(0, start - 4) : start].lower()
            start -= 4 if first.form == "demonym" and opening == "the " else 0
            yield Link(at + 1, at, start, second.end, first.sentence)
        return
    if second.form == "demonym":
        land = re.match(r"\s+([\w-]+)", page.text[second.end : second.end + 40])
        if _PLAIN_IN.fullmatch(gap) and land and land.group(1).lower() in words.LAND:
            yield Link(at, at + 1, start, second.end + land.end(), first.sentence)
        return
    if _COMMA.fullmatch(gap) or gap == " ":
        yield Link(at, at + 1, start, end, first.sentence, is_comma=True)
    elif _PLAIN_IN.fullmatch(gap) or (gap.startswith(",") and _IN.fullmatch(gap)):
        yield Link(at, at + 1, start, end, first.sentence)
