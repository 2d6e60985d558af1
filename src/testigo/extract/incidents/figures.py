"""Figures: how many were killed, hurt, taken, as drafts of claims.

A figure comes from a list of parties said to have come to one harm. A generic head ("people", "others") counts `all`; a
head that names a group ("soldiers", "children") counts that group, and is never added up here; a head of another kind
("porters") makes a victim and no figure. Only "Smith and two others" is added, for the words themselves add it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.figures_joined import Joined, added, base_of, is_total, summed_of, survivors
from testigo.extract.incidents.harm import Harm, Who
from testigo.extract.incidents.harm_told import TOLL, harms_of, has_others, own_deaths
from testigo.extract.mentions.found import Number
from testigo.extract.mentions.kinds import KINDS
from testigo.extract.mentions.parties import Party
from testigo.extract.page import Page, Sentence
from testigo.records.codes import Group as PeopleGroup
from testigo.records.values import RangeValue

_MEN = frozenset(("men", "man"))
_COUNTED_SINGLY = ("person", "individual", "resident")
_LONGEST_SPAN = 160  # beyond this many characters the people and the harm are quoted as two spans

_NOBODY = r"\b(?:no[ -]?one|nobody|none)(?: else)?"
_NO = r"\b(?:no|zero|without)(?: (?:immediate|confirmed|known))?(?: reported| reports of(?: any)?)?"
# What says that nobody came to harm, and which figures it makes zero; the first that fits counts.
_ZERO = (
    (re.compile(_NOBODY + r" (?:was|were|is|has been|had been) (?:reported )?(?:hurt|injured|harmed|struck|hit)\b", re.I),
     ("injured", "killed")),
    (re.compile(_NO + r" (?:casualties|victims)\b(?! had| have| were identified)", re.I), ("injured", "killed")),
    (re.compile(_NOBODY + r" (?:was|were) (?:shot|wounded)\b", re.I), ("injured",)),
    (re.compile(_NOBODY + r" (?:was|were) killed\b|\bno (?:deaths|fatalities|one died)\b", re.I), ("killed",)),
    (re.compile(_NO + r" injuries\b|(?<!serious )\binjuries were not reported\b", re.I), ("injured",)),
)  # fmt: skip
_INJURED_TOLL = re.compile(r"\bnumber of (?:the )?(?:wounded|injured|people (?:wounded|injured))\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|at|of|as|reached|was|is|stood at|stands at|:)\s*$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:(?:up|raised|revised|rose|risen|rises|rising|increased|jumped|climbed|toll|dead|deaths)\b[^.;]{0,60}\bfrom(?: an? "
    r"(?:earlier|previous|initial)(?: \w+)?(?: of)?)?|(?:earlier|previous(?:ly)?|initial)(?: (?:death )?(?:toll|figure|count|"
    r"estimate))?(?: of)?)\s*$",
    re.IGNORECASE,
)
_ALL_WERE = re.compile(
    r"\b(?:all (?:of )?(?:the |those )?(?:dead|victims|killed|fatalities|who died|them) were|(?:the )?(?:dead|victims|fatalities)"
    r" were all) (?P<kind>civilians|soldiers|women|children|minors|officers|policemen|militants|fighters)\b",
    re.IGNORECASE,
)
_NEAR = 90  # characters before a figure in which the word that retires it stands


def draft_figures(page: Page, incident: str, events: Sequence[Event], numbers: Sequence[Number]) -> Iterator[Draft]:
    """Draft the figures of one incident from its events, in text order."""
    drafts: list[Draft] = []
    total: RangeValue | None = None
    joined = Joined()
    for _, harm in harms_of(events):
        if harm.predicate == "named":
            continue
        found = joined.take(harm, list(_of_harm(page, incident, harm, total)))
        for draft in found:
            if draft.predicate == "killed" and isinstance(draft.value, RangeValue) and draft.value.group == "all":
                total = draft.value
        drafts += found
    drafts = joined.without_shares(drafts)
    drafts += survivors(page, drafts)
    drafts += _of_own_hand(page, incident, events)
    harmed = {"injured" if h.predicate == "shot" else h.predicate for _, h in harms_of(events) if _is_bodily(h)}
    told = sorted(_with_tolls(page, incident, events, numbers, drafts), key=lambda d: d.spans[0])
    yield from (d for d in told if d.predicate not in harmed or not _is_zero(d.value))


# "… before killing himself": the doer's own death, of whom nothing else is told there.
_OWN_HAND = re.compile(
    r"\b(?:before|then|and) (?:\w+ly )?(?:kill(?:ed|ing)|fatally shot|fatally shooting|shooting and killing|shot and killed)"
    r" (?:himself|herself)\b|\b(?:before|then|and) (?:taking|took) (?:his|her) own life\b",
    re.IGNORECASE,
)


def _of_own_hand(page: Page, incident: str, events: Sequence[Event]) -> Iterator[Draft]:
    """Draft the perpetrator's own death, told apart from the deaths of those he harmed."""
    value = RangeValue(low=1, high=1, group="perpetrators")
    found = [Draft(incident, "killed", value, _spans(page, h.whos, h)) for h in own_deaths(events)]
    if not found and has_others(events):
        told = (_OWN_HAND.search(page.text, e.start, e.end) for e in events)
        found = [Draft(incident, "killed", value, (m.span(),)) for m in told if m]
    yield from found[:1]


def _with_tolls(
    page: Page, incident: str, events: Sequence[Event], numbers: Sequence[Number], drafts: list[Draft]
) -> Iterator[Draft]:
    """Give the drafts of harm with what each event's tolls and its "nobody" add to them or take from them."""
    drafts = sorted(drafts, key=lambda d: d.spans[0])
    begins = [d.spans[0][0] for d in drafts]
    starts = [n.start for n in numbers]
    reached = 0
    for event in events:
        told = numbers[bisect_left(starts, event.start) : bisect_left(starts, event.end)]
        first, last = bisect_left(begins, event.start, reached), bisect_left(begins, event.end, reached)
        yield from drafts[reached:first]
        yield from _of_tolls(page, incident, event, [n for n in told if n.kind == "count"], drafts[first:last])
        yield from _of_nobody(incident, event)
        reached = last
    yield from drafts[reached:]


def _of_harm(page: Page, incident: str, harm: Harm, total: RangeValue | None) -> Iterator[Draft]:
    predicate = "casualties" if harm.predicate == "shot" else harm.predicate
    base = base_of(harm) if "whole" not in harm.links else []  # one "among the 14 killed" is of the 14
    summed = summed_of(base)
    if summed:
        yield Draft(incident, predicate, summed, _spans(page, base, harm))
    else:
        grouped = _of_one_group(base)
        if grouped and predicate != "arrested":
            yield Draft(incident, predicate, grouped, _spans(page, base, harm))
            base = []
        are_plain = len({_sort_of(w) for w in base}) == 1
        for who in base:
            value = _counted(who, predicate, is_alone=len(base) == 1, are_plain=are_plain)
            is_rest = len(base) > 1 and bool(who.party and who.party.is_other)
            if value and not is_rest:  # "two cousins, their wives and | three others" are no total
                yield Draft(incident, predicate, value, _spans(page, [who], harm))
    for who, link in zip(harm.whos, harm.links, strict=True):
        value = _counted(who, predicate) if link == "whole" else None
        if value:
            yield Draft(incident, predicate, value, _spans(page, [who], harm))
    whole = summed or next((v for v in (_counted(w, predicate) for w in base) if v), None) or total
    for who, link in zip(harm.whos, harm.links, strict=True):
        value = _part(who, link, predicate, whole)
        if value:
            yield Draft(incident, predicate, value, ((who.start, who.end),))


def _part(who: Who, link: str, predicate: str, whole: RangeValue | None) -> RangeValue | None:
    """Give the figure of a part ("four of them minors") or of the whole in another word ("all civilians")."""
    party = who.party
    if not party or not party.kind.group or predicate == "arrested":
        return None
    if link == "part" and (party.is_counted or (party.is_one and not party.is_definite)):
        return _range(party, party.kind.group)
    if link == "all" and whole and predicate == "killed":
        return RangeValue(low=whole.low, high=whole.high, approx=whole.approx, group=party.kind.group)
    return None


def _of_one_group(base: Sequence[Who]) -> RangeValue | None:
    """Add "41 police officers and 15 soldiers": two kinds of one group, told in one list."""
    groups = {w.party.kind.group if w.party and w.party.is_counted else None for w in base}
    if len(base) < 2 or len(groups) > 1 or None in groups:
        return None
    return added(base, next(iter(groups)))


def _sort_of(who: Who) -> str:
    party = who.party
    return "named" if party is None else "plain" if party.kind.generic or party.head in _MEN else "kind"


def _counted(who: Who, predicate: str, is_alone: bool = False, are_plain: bool = True) -> RangeValue | None:
    """Give the figure that one party makes, None where its words count nobody or name no group.

    A counted kind that no group fits ("two teenagers") is the toll itself where it stands alone, a part of it in a list.
    are_plain: all of its row are told as people or men, nobody by name or another kind.
    """
    party = who.party
    if party is None or (party.low is None and party.high is None):
        return None
    if party.kind.generic or (party.head in _MEN and are_plain) or predicate == "arrested":
        single = party.is_one and not party.is_counted
        heads = _COUNTED_SINGLY + (("victim",) if party.is_other and predicate == "killed" else ())
        if single and (party.is_definite or party.head not in heads):
            return None  # "a second victim died" is one more, "the victim died" one told before
        return _range(party, "all")
    if party.kind.group == "perpetrators" and party.is_one and predicate == "killed":
        return _range(party, "perpetrators")
    if party.kind.group and party.is_counted:
        return _range(party, party.kind.group)
    return _range(party, "all") if is_alone and party.is_counted and not party.is_part else None


def _range(party: Party, group: PeopleGroup | None) -> RangeValue:
    return RangeValue(
        low=party.low, high=party.high, approx=party.approx, group=group, text=party.phrase if party.vague else None
    )


def _spans(page: Page, whos: Sequence[Who], harm: Harm) -> tuple[tuple[int, int], ...]:
    start, end = min(w.start for w in whos), max(w.end for w in whos)
    whole = (min(start, harm.start), max(end, harm.end))
    if whole[1] - whole[0] <= _LONGEST_SPAN and len(page.text[end : harm.start]) < 60:
        return (whole,)
    return tuple(sorted(((start, end), (harm.start, harm.end))))


def _of_tolls(
    page: Page, incident: str, event: Event, numbers: Sequence[Number], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Read "the toll rose to 21 from 17": the new figure, and the one that it retires; give all drafts with these."""
    old = next((n for n in numbers if _FROM.search(page.text[max(event.start, n.start - _NEAR) : n.start])), None)
    for pattern, predicate in ((TOLL, "killed"), (_INJURED_TOLL, "injured")):
        head = pattern.search(page.text, event.start, event.end)
        new = _new(page, numbers, head.end(), old) if head else None
        if head and new:
            span = (head.start(), new.end) if new.end - head.start() < _LONGEST_SPAN else (new.start, new.end)
            drafts = [*drafts, Draft(incident, predicate, _all(new), (span,))]
    if old is None:
        yield from drafts
        return
    retiring = next((d for d in drafts if _is_toll_in(d, event)), None)
    for draft in drafts:
        if draft is retiring and isinstance(draft.value, RangeValue):
            yield Draft(incident, "killed", _all(old), ((old.start, old.end),))
            value = msgspec.structs.replace(draft.value, supersedes=f"draft:{old.start}:{old.end}")
            yield replace(draft, value=value)
        elif not (draft.predicate in ("killed", "casualties") and draft.spans[0][0] <= old.start < draft.spans[-1][1]):
            yield draft


def _is_toll_in(draft: Draft, event: Event) -> bool:
    value = draft.value
    is_total = draft.predicate == "killed" and isinstance(value, RangeValue) and value.group == "all"
    return is_total and event.start <= draft.spans[0][0] < event.end


def _new(page: Page, numbers: Sequence[Number], after: int, old: Number | None) -> Number | None:
    """Give the figure that a toll is said to stand at."""
    for number in numbers:
        if (
            number is not old
            and number.start >= after
            and _TO.search(page.text[max(after, number.start - _NEAR) : number.start])
        ):
            return number
    return None


def _all(number: Number) -> RangeValue:
    return RangeValue(low=number.low, high=number.high, approx=number.approx, group="all")


def _of_nobody(incident: str, event: Event) -> Iterator[Draft]:
    """Read "no one was hurt" as zero, which is not unknown."""
    for pattern, predicates in _ZERO:
        m = pattern.search(event.sentence.text)
        start = event.sentence.start + m.start() if m else 0
        if m and event.start <= start < event.end and " else" not in m.group():
            for predicate in predicates:
                yield Draft(
                    incident, predicate, RangeValue(low=0, high=0, group="all"), ((start, start + len(m.group())),)
                )
            return


def draft_whole_groups(incident: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Read "all of the dead were civilians": the toll told before it, as the figure of a group."""
    totals = [d for d in drafts if d.predicate == "killed" and is_total(d.value)]
    for sentence in sentences:
        m = _ALL_WERE.search(sentence.text)
        before = [d for d in totals if d.spans[0][0] < sentence.end]
        if not m or not before or not isinstance(before[-1].value, RangeValue):
            continue
        kind = KINDS[m.group("kind").lower()]
        if kind.group:
            whole = before[-1].value
            value = RangeValue(low=whole.low, high=whole.high, approx=whole.approx, group=kind.group)
            yield Draft(incident, "killed", value, ((sentence.start + m.start(), sentence.start + m.end()),))


def _is_bodily(harm: Harm) -> bool:
    return harm.predicate in ("killed", "injured", "shot")


def _is_zero(value: object) -> bool:
    """Is it a "nobody was hurt"? Beside people who were, it speaks of others than they."""
    return isinstance(value, RangeValue) and value.high == 0
