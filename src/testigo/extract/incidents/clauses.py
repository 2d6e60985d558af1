"""Where one sentence tells of several events: it looks back, or it gives each of several towns a toll of its own.

"12 died in a bombing in Kirkuk and nine were killed in Basra" is two; "killed 12 in Kirkuk, Iraq" is one. A figure that
shares its verb with one before it ("12 died in Kirkuk, nine in Basra") gets that verb's harm.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from testigo.extract.incidents.harm import Harm, Who
from testigo.extract.incidents.triggers import Trigger
from testigo.extract.mentions.found import PlaceMention, Places, Time
from testigo.extract.page import Sentence

_LOOKS_BACK = re.compile(
    r"\b(?:since|compared (?:with|to)|reminiscent of|similar to|recall(?:s|ed|ing))\b", re.IGNORECASE
)
_JOINT = re.compile(r"[,;]| (?:and|while|but|as) ")
_IN_TOWN = re.compile(r"\s+(?:more\s+|others\s+)?(?:in|at|near)\s+(?:the (?:town|city|village) of\s+)?", re.IGNORECASE)
_AREAS = frozenset(("settlement", "second_level", "first_level"))
_SET_IN = frozenset(("in", "at", "near", "outside"))


def look_back(sentence: Sentence, triggers: Sequence[Trigger], times: Sequence[Time]) -> int | None:
    """Give where the sentence begins to look back, if something stands on both sides."""
    for m in _LOOKS_BACK.finditer(sentence.text):
        at = sentence.start + m.start()
        after = [t for t in triggers if t.start > at]
        dated = [t for t in times if at <= t.start <= at + 40]
        if after and (dated or after[0].start - at < 60) and any(t.start < at for t in triggers):
            return at
        if dated and after:
            return at
    return None


def with_shared_verbs(
    harms: Sequence[Harm], whos: Sequence[Who], towns: Sequence[PlaceMention], text: str
) -> list[Harm]:
    """Add the harm of figures that share the verb before them: "12 died in Kirkuk, nine in Basra"."""
    out = list(harms)
    told = {w.start for h in harms for w in h.whos}
    starts = {t.start for t in towns}
    for who in whos:
        if who.start in told or not (who.party and who.party.is_counted):
            continue
        m = _IN_TOWN.match(text, who.end)
        earlier = [h for h in harms if max(h.start, h.whos[0].start) < who.start]
        if m and m.end() in starts and earlier and any(t.end <= who.start for t in towns):
            verb = earlier[-1]
            out.append(Harm(verb.predicate, verb.sentence, verb.start, verb.end, (who,), ("",)))
    return sorted(out, key=where)


def where(harm: Harm) -> int:
    """Give where a harm stands: at its verb, or at its people where they share the verb of others before."""
    return max(harm.start, harm.whos[0].start)


def towns_in(mentions: Sequence[PlaceMention], places: Places) -> list[PlaceMention]:
    """Give the towns and areas that words put something in."""
    return [m for m in mentions if m.form == "name" and m.hint in _SET_IN and places.by_id(m.place).type in _AREAS]


def cuts_between_towns(
    text: str, harms: Sequence[Harm], towns: Sequence[PlaceMention], places: Places
) -> Iterator[int]:
    """Give the joints between parts that each have a toll and a town of their own."""
    begun = 0
    for first, second in pairwise(harms):
        there = min(second.whos[0].start, where(second))
        before = [t for t in towns if begun <= t.start and t.end <= there]
        after = [t for t in towns if t.start >= there]
        if not before or not after or before[-1].place == after[0].place or before[-1].start < first.start:
            continue
        if are_one(before[-1].place, after[0].place, places):
            continue
        joint = _JOINT.search(text, before[-1].end, there + 1)
        if joint:
            begun = joint.end()
            yield joint.end()


def are_one(a: str, b: str, places: Places) -> bool:
    """Is one the other, or does it hold the other?"""
    return a == b or a in holders(b, places) or b in holders(a, places)


def holders(place_id: str, places: Places) -> set[str]:
    """Give all places that hold this one."""
    todo, seen = [place_id], {place_id}
    while todo:
        for parent in places.by_id(todo.pop()).within:
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return seen
