"""Figures: how many were killed, hurt, taken, as drafts of claims.

A figure comes from a list of parties said to have come to one harm. A generic head ("people", "others") counts `all`; a
head that names a group ("soldiers", "children") counts that group, and is never added up here; a head of another kind
("porters") makes a victim and no figure. Only "Smith and two others" is added, for the words themselves add it.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.harm import Harm, Who
from testigo.extract.mentions.found import Number
from testigo.extract.mentions.parties import Party
from testigo.extract.page import Page, Sentence
from testigo.records.codes import Group as PeopleGroup
from testigo.records.values import RangeValue

_LONGEST_SPAN = 160  # beyond this many characters the people and the harm are quoted as two spans

_ZERO = (
    (re.compile(r"\b(?:no ?one|nobody|none)(?: else)? (?:was|were|is|has been|had been) (?:reported )?"
                r"(?:hurt|injured|harmed|struck|hit)\b", re.I), ("injured", "killed")),
    (re.compile(r"\b(?:no|zero) (?:reported |reports of (?:any )?|immediate reports of )?(?:casualties|victims)\b", re.I),
     ("injured", "killed")),
    (re.compile(r"\b(?:no ?one|nobody|none) (?:was|were) (?:shot|wounded)\b", re.I), ("injured",)),
    (re.compile(r"\b(?:no ?one|nobody|none) (?:was|were) killed\b|\bno (?:deaths|fatalities|one died)\b", re.I),
     ("killed",)),
    (re.compile(r"\b(?:no|without) (?:reported |reports of (?:any )?|serious )?injuries\b|\bno (?:other|one else's) "
                r"injuries\b", re.I), ()),
    (re.compile(r"(?<!serious )\binjuries were not reported\b|\bno injuries\b", re.I), ("injured",)),
)  # fmt: skip
_TOLL = re.compile(r"\b(?:death |casualty )?toll\b|\bnumber of (?:dead|deaths|people killed|fatalities)\b", re.I)
_INJURED_TOLL = re.compile(r"\bnumber of (?:wounded|injured|people (?:wounded|injured))\b", re.I)
_TO = re.compile(r"\b(?:to|at|of|as|reached|was|is|stood at|stands at|:)\s*$", re.I)
_FROM = re.compile(r"\b(?:from|earlier|previous(?:ly)?(?: toll of)?|up from)\s*$", re.I)


def draft_figures(page: Page, incident: str, events: Sequence[Event], numbers: Sequence[Number]) -> Iterator[Draft]:
    """Draft the figures of one incident from its events, in text order."""
    total: RangeValue | None = None
    for event in events:
        for harm in event.harms:
            for draft in _of_harm(page, incident, harm, total):
                value = draft.value
                if draft.predicate == "killed" and isinstance(value, RangeValue) and value.group == "all":
                    total = value
                yield draft
        yield from _of_tolls(incident, event, numbers)
        yield from _of_nobody(incident, event)


def _of_harm(page: Page, incident: str, harm: Harm, total: RangeValue | None) -> Iterator[Draft]:
    predicate = "casualties" if harm.predicate == "shot" else harm.predicate
    base = [w for w, link in zip(harm.whos, harm.links, strict=True) if link in ("", "and")]
    summed = _summed(base)
    if summed:
        yield Draft(incident, predicate, summed, _spans(page, base, harm))
    else:
        for who in base:
            value = _counted(who, predicate, is_alone=len(base) == 1)
            if value:
                yield Draft(incident, predicate, value, _spans(page, [who], harm))
    for who, link in zip(harm.whos, harm.links, strict=True):
        party = who.party
        if not party or link not in ("part", "all"):
            continue
        if link == "part" and party.is_counted and party.kind.group and predicate != "arrested":
            yield Draft(incident, predicate, _range(party, party.kind.group), ((who.start, who.end),))
        whole = summed or next((v for v in (_counted(w, predicate) for w in base) if v), None) or total
        if link == "all" and party.kind.group and whole and predicate == "killed":
            value = RangeValue(low=whole.low, high=whole.high, approx=whole.approx, group=party.kind.group)
            yield Draft(incident, predicate, value, ((who.start, who.end),))


def _counted(who: Who, predicate: str, is_alone: bool = False) -> RangeValue | None:
    """Give the figure that one party makes, None where its words count nobody or name no group.

    A counted kind that no group fits ("two teenagers") is the toll itself where it stands alone, a part of it in a list.
    """
    party = who.party
    if party is None or (party.low is None and party.high is None):
        return None
    if party.kind.generic or party.head in ("men", "man") or predicate == "arrested":
        single = party.is_one and not party.is_counted
        if single and (party.is_definite or party.head not in ("person", "individual", "resident")):
            return None
        return _range(party, "all")
    if party.kind.group and party.is_counted:
        return _range(party, party.kind.group)
    return _range(party, "all") if is_alone and party.is_counted and not party.is_part else None


def _range(party: Party, group: PeopleGroup | None) -> RangeValue:
    return RangeValue(
        low=party.low, high=party.high, approx=party.approx, group=group, text=party.phrase if party.vague else None
    )


def _summed(base: Sequence[Who]) -> RangeValue | None:
    """Add "Smith and two others", "a man and another person": the words themselves add them."""
    if len(base) < 2:
        return None
    last = base[-1].party
    if not last or not last.is_other or last.low is None:
        return None
    ends = [(1, 1) if w.party is None else (w.party.low, w.party.high) for w in base]
    if any(low is None for low, _ in ends):
        return None
    high = None if any(h is None for _, h in ends) else sum(h or 0 for _, h in ends)
    return RangeValue(low=sum(low or 0 for low, _ in ends), high=high, approx=last.approx, group="all")


def _spans(page: Page, whos: Sequence[Who], harm: Harm) -> tuple[tuple[int, int], ...]:
    start, end = min(w.start for w in whos), max(w.end for w in whos)
    whole = (min(start, harm.start), max(end, harm.end))
    if whole[1] - whole[0] <= _LONGEST_SPAN and len(page.text[end : harm.start]) < 60:
        return (whole,)
    return tuple(sorted(((start, end), (harm.start, harm.end))))


def _of_tolls(incident: str, event: Event, numbers: Sequence[Number]) -> Iterator[Draft]:
    """Read "the toll rose to 21 from 17": the new figure, and the one that it retires."""
    for pattern, predicate in ((_TOLL, "killed"), (_INJURED_TOLL, "injured")):
        head = pattern.search(event.sentence.text)
        if not head:
            continue
        new, old = _new_and_old(event, numbers, event.sentence.start + head.end())
        if old:
            yield Draft(incident, predicate, _all(old), ((old.start, old.end),))
        if new:
            first = min(event.sentence.start + head.start(), new.start)
            span = (first, new.end) if new.end - first < _LONGEST_SPAN else (new.start, new.end)
            value = _all(new)
            if old:
                value = RangeValue(
                    low=new.low,
                    high=new.high,
                    approx=new.approx,
                    group="all",
                    supersedes=f"draft:{old.start}:{old.end}",
                )
            yield Draft(incident, predicate, value, (span,))


def _new_and_old(event: Event, numbers: Sequence[Number], after: int) -> tuple[Number | None, Number | None]:
    sentence = event.sentence
    new = old = None
    for number in numbers:
        if number.sentence != sentence.index or number.kind != "count":
            continue
        before = sentence.text[: number.start - sentence.start]
        if _FROM.search(before):
            old = old or number
        elif number.start >= after and _TO.search(before):
            new = new or number
    return new, old


def _all(number: Number) -> RangeValue:
    return RangeValue(low=number.low, high=number.high, approx=number.approx, group="all")


def _of_nobody(incident: str, event: Event) -> Iterator[Draft]:
    """Read "no one was hurt" as zero, which is not unknown."""
    sentence: Sentence = event.sentence
    for pattern, predicates in _ZERO:
        m = pattern.search(sentence.text)
        if m and event.start <= sentence.start + m.start() < event.end and " else" not in m.group():
            span = (sentence.start + m.start(), sentence.start + m.end())
            for predicate in predicates:
                yield Draft(incident, predicate, RangeValue(low=0, high=0, group="all"), (span,))
            return
