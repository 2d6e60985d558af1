"""Figures that belong together: "two others" beside those told just before, "one man" among a told three."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from testigo.extract.draft import Draft
from testigo.extract.incidents.harm import Harm, Who
from testigo.extract.page import Page
from testigo.records.codes import Group as PeopleGroup
from testigo.records.values import RangeValue

_MOST_SPANS = 3
_LONGEST_ROW = 8
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_Spans = tuple[tuple[int, int], ...]


class Joined:
    """Harms of one incident in text order, each joined with the one of its kind before it where its words say so."""

    def __init__(self) -> None:
        self._before: dict[str, _Before] = {}
        self._last = ""
        self._narrow: set[_Spans] = set()
        self._replaced: set[_Spans] = set()

    def take(self, harm: Harm, found: list[Draft]) -> list[Draft]:
        """Give the drafts of one harm, with those told before it added to "two others" and "a third man"."""
        base = base_of(harm)
        told = self._before.get(harm.predicate)
        if self._last != harm.predicate:
            told = None  # "killed four and wounded | 32 others" speaks of others than the dead
        self._last = harm.predicate
        if (
            told
            and found
            and _are_others(base)
            and harm.sentence - told.sentence <= 1
            and len(told.base) < _LONGEST_ROW
        ):
            found = _with_those_before(found, told, base)
            if told.draft and found[0].value != told.draft.value:
                self._replaced.add(told.draft.spans)
            base = [*told.base, *base]
        elif len(base) == 1 and found and (many := _counted_up(base[0], harm.predicate)):
            found = [replace(found[0], value=RangeValue(low=many, high=many, group="all")), *found[1:]]
        elif _is_narrow(base):
            self._narrow.update(d.spans for d in found)
        alone = next((d for d in found if is_total(d.value)), None)
        self._before[harm.predicate] = _Before(harm.sentence, tuple(base), alone)
        return found

    def without_shares(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Leave out "one man died at the scene" where "three people were killed" is told: a share of that total."""
        most: dict[str, int] = {}
        for draft in drafts:
            value = draft.value
            if isinstance(value, RangeValue) and value.group == "all" and draft.spans not in self._narrow:
                most[draft.predicate] = max(most.get(draft.predicate, 0), value.low or 0)
        return [d for d in drafts if not self._is_share(d, most.get(d.predicate, 0))]

    def _is_share(self, draft: Draft, most: int) -> bool:
        value = draft.value
        if not isinstance(value, RangeValue) or value.group != "all":
            return False
        return draft.spans in self._replaced or (draft.spans in self._narrow and 0 < (value.high or 0) < most)


_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
# What counts the dead among those told before it; "11 shot, 3 dead" may be two counts.
_OF_THEM = re.compile(
    rf"(?:killing|fatally striking) {_N}(?: of them)?[\s,]*|{_N} of (?:them|whom)\b.{{0,30}}|{_N}(?: was| were)? fatally\b[\s,]*(?:in )?",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:others?|more)\b", re.IGNORECASE)


def survivors(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Read "five people were shot, one fatally": four were hurt, for the words count the dead among those shot.

    So were "four others", shot beside the dead of the same sentence.
    """
    totals = [d for d in drafts if is_total(d.value)]
    for shot in (d for d in totals if d.predicate == "casualties"):
        sentence = page.sentence_at(shot.spans[0][0])
        if sentence is None:
            continue
        dead = [d for d in totals if d.predicate == "killed" and sentence.start <= d.spans[0][0] < sentence.end]
        if _OTHERS.search(page.text, *shot.spans[-1]) and any(d.spans[0][0] < shot.spans[0][0] for d in dead):
            yield replace(shot, predicate="injured")
        for among in dead:
            left = _left(shot.value, among.value)
            start, end = among.spans[0]
            if left and left > 0 and shot.spans[-1][1] <= start and _OF_THEM.fullmatch(page.text, start, end):
                value = RangeValue(low=left, high=left, group="all")
                yield Draft(shot.subject, "injured", value, (*shot.spans, (start, end)))


def _left(whole: object, part: object) -> int | None:
    """Give how many are left of one exact figure without another."""
    if not (isinstance(whole, RangeValue) and isinstance(part, RangeValue)):
        return None
    return (whole.low or 0) - (part.low or 0) if _is_exact(whole) and _is_exact(part) else None


def _is_exact(value: RangeValue) -> bool:
    return value.low is not None and value.low == value.high and not value.approx


class _Before(NamedTuple):
    """The people told last of one harm, with the figure that they made."""

    sentence: int
    base: tuple[Who, ...]
    draft: Draft | None


def _counted_up(who: Who, predicate: str) -> int | None:
    """Give the toll that "a third person has died" tells of; None where its words count nobody up."""
    party = who.party
    if predicate != "killed" or not party or not party.is_one or not party.kind.generic or party.is_part:
        return None
    words = party.phrase.lower().split()
    return next((n for n, w in enumerate(_ORDINALS, 2) if w in words[:2]), None)


def base_of(harm: Harm) -> list[Who]:
    """Give the people that a harm counts, without the parts and wholes told of them."""
    return [w for w, link in zip(harm.whos, harm.links, strict=True) if link in ("", "and")]


def _are_others(base: Sequence[Who]) -> bool:
    """Are they "two others", "a third man": more than those told just before?"""
    party = base[0].party if len(base) == 1 else None
    return bool(party and party.is_other and party.low is not None and not party.vague and not party.is_definite)


def _with_those_before(found: Sequence[Draft], told: _Before, others: Sequence[Who]) -> list[Draft]:
    """Add "two others died" to "one man was pronounced dead" before it: the words themselves add them."""
    value = summed_of([*told.base, *others])
    if value is None or not is_total(found[0].value):
        return list(found)
    spans = tuple(sorted({*(told.draft.spans if told.draft else ()), *found[0].spans}))
    return [replace(found[0], value=value, spans=spans[-_MOST_SPANS:]), *found[1:]]


def _is_narrow(base: Sequence[Who]) -> bool:
    """Does what counts them tell more than that they are people: "one man", "two others"?"""
    party = base[0].party if len(base) == 1 else None
    return bool(party and (not party.kind.generic or party.is_other or party.phrase.lower().startswith("one of ")))


def summed_of(base: Sequence[Who]) -> RangeValue | None:
    """Add "Smith and two others", "a man and another person": the words themselves add them."""
    if len(base) < 2:
        return None
    last = base[-1].party
    if not last or not last.is_other or last.low is None:
        return None
    return added(base, "all")


def added(base: Sequence[Who], group: PeopleGroup | None) -> RangeValue | None:
    """Add up the people of a list, each named one as one; an open end leaves the sum open."""
    ends = [(1, 1) if w.party is None else (w.party.low, w.party.high) for w in base]
    if any(low is None for low, _ in ends):
        return None
    high = None if any(h is None for _, h in ends) else sum(h or 0 for _, h in ends)
    approx = any(w.party.approx for w in base if w.party)
    return RangeValue(low=sum(low or 0 for low, _ in ends), high=high, approx=approx, group=group)


def is_total(value: object) -> bool:
    """Is it a figure of all?"""
    return isinstance(value, RangeValue) and value.group == "all"
