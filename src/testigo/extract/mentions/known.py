"""What the register knows by name, held against the text's own signs: capitals, longer names, places."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.hits import Hit
from testigo.extract.mentions.names import is_shouted
from testigo.extract.page import Page
from testigo.records.codes import ActorType
from testigo.reference.names import fold_name, is_acronym
from testigo.reference.register import Register, RegisterActor

Span = tuple[int, int]


def find_known(
    page: Page, register: Register, names: Sequence[Name], groups: Sequence[Hit], places: frozenset[Span]
) -> tuple[Hit, ...]:
    """Find the actors that the register knows.

    A name written without a capital, a place, and a part of a longer name are passed over. A name that is weak
    (ambiguous alone) counts only for actors whom a strong name, or a form of words, shows to be there.
    """
    shouted = is_shouted(page)
    longer = [(n.start, n.end) for n in names if " " in n.text and is_given_name(n.text.split()[0])]
    inside = Inside([*longer, *((g.start, g.end) for g in groups)])

    def stands(start: int, end: int) -> bool:
        is_name = shouted or any(c.isupper() for c in page.text[start:end])
        return is_name and (start, end) not in places and not inside.strictly(start, end)

    spans = [hit for hit in register.find(page.text, weak=True) if stands(hit[0], hit[1])]
    known = {e.id for start, end, entries in spans for e in entries if _is_strong(page.text[start:end], e)}
    formed = {(g.start, g.end): g.type for g in groups}
    backed = [
        (start, end, tuple(e for e in entries if e.id in known or formed.get((start, end)) == e.type))
        for start, end, entries in spans
    ]
    return tuple(_hits(page, backed))


def _is_strong(text: str, entry: RegisterActor) -> bool:
    return fold_name(text) in _strong_keys(entry)


@lru_cache(maxsize=4096)
def _strong_keys(entry: RegisterActor) -> frozenset[str]:
    return frozenset(fold_name(name) for name in entry.strong_names)


def _hits(page: Page, spans: Sequence[tuple[int, int, tuple[RegisterActor, ...]]]) -> Iterator[Hit]:
    reached = 0
    for start, end, entries in sorted(spans, key=lambda s: (s[0], -s[1])):
        sentence = page.sentence_at(start)
        if (
            start < reached
            or not entries
            or sentence is None
            or end > sentence.end
            or len({e.type for e in entries}) != 1
        ):
            continue
        reached = end
        text = page.text[start:end]
        kind: ActorType = entries[0].type  # type: ignore[assignment]  # the register checks it against the list
        yield Hit(start, end, sentence.index, text, kind, "acronym" if is_acronym(text) else "name", entries)


class Inside:
    """Spans that may be asked whether they hold another and more."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(set(spans))
        self._longest = max((end - start for start, end in self._spans), default=0)

    def strictly(self, start: int, end: int) -> bool:
        """Does a longer span hold this one?"""
        at = bisect_left(self._spans, (start - self._longest, 0))
        while at < len(self._spans) and self._spans[at][0] <= start:
            if self._spans[at][1] >= end and self._spans[at] != (start, end):
                return True
            at += 1
        return False
