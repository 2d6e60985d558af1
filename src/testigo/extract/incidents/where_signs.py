"""What a report says for and against each place being where one incident was: signs with a strength.

The first question is what the sentences that tell of the act say (`where_beside`): how firmly the best of them puts the
act there, and whether another place is put firmer. Then what the whole report says (`where_report`): headline, dateline,
whose police tell of it, how often it is named, whether it is only where somebody lives, is treated or is tried.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testigo.extract.incidents.events import Event
from testigo.extract.incidents.triggers import Trigger
from testigo.extract.incidents.where_report import Facts, ReportPlaces
from testigo.extract.incidents.where_words import is_a_crossing
from testigo.extract.mentions.place_home import distance_km

_LEAD = 4  # sentences
_CLIP = 6.0
_POLICE_KM = 80  # a town's police do not work farther away
_FAR = 6  # sentences
_HINTS = frozenset("in at near outside inside on around across of from to".split())
_KINDS = (
    "dateline", "agency", "caption", "related", "headline proper", "before a word of police", "before a word of spot",
    "before a word of act", "behind a word of care", "behind a word of law", "behind a word of home",
    "behind a word of seat",
    "a body in it", "before a word of people bare", "before a word of people", "before a word of office",
    "owns", "description",
)  # fmt: skip


@dataclass(frozen=True)
class Put:
    """How firmly an incident's sentences put it at a place.

    best: at best; act, loose: at best by a sentence that tells the act or harm, by one that only refers to it; lead: in
    the lead; share: the best one's share among the places of its sentence; firsts: how many sentences put it there
    before any other place; hint: the preposition there.
    """

    best: float = -_CLIP
    act: float = -_CLIP
    loose: float = -_CLIP
    lead: float = -_CLIP
    share: float = 0.0
    firsts: int = 0
    hint: str = ""

    def joined(self, other: "Put") -> "Put":
        """Take the firmer of two in each respect."""
        firmer = max(self, other, key=lambda p: p.best)
        return Put(
            firmer.best, max(self.act, other.act), max(self.loose, other.loose), max(self.lead, other.lead),
            max(self.share, other.share), self.firsts + other.firsts, firmer.hint,
        )  # fmt: skip


def acts_of(event: Event) -> list[tuple[int, int]]:
    """Give the offsets of an event's words of violence: its acts, else what it refers to or how it ended."""
    acts = [(t.start, t.end) for t in event.triggers if t.force == "act"] + [(h.start, h.end) for h in event.harms]
    return acts or [(t.start, t.end) for t in event.triggers]


def puts(report: ReportPlaces, events: Sequence[Event]) -> dict[str, Put]:
    """Score every place that stands in the incident's sentences by how firmly they put the act there."""
    found: dict[str, Put] = {}
    lead = max(events[0].sentence.index, _LEAD) if events else _LEAD
    for event in events:
        for place, put in _puts_of(report, event, event.sentence.index <= lead).items():
            found[place] = found[place].joined(put) if place in found else put
    return found


def _puts_of(report: ReportPlaces, event: Event, is_lead: bool) -> dict[str, Put]:
    acts = acts_of(event)
    tells = bool(event.harms) or any(t.force == "act" and not _points_back(report, t) for t in event.triggers)
    scored: dict[str, tuple[float, str]] = {}
    for mention in event.places:
        if (
            mention.form != "demonym"
            and not report.is_outlet(mention)
            and not is_a_crossing(report.page, mention, report.places)
        ):
            value = max(-_CLIP, min(_CLIP, report.put_there(event.sentence, acts, mention)))
            scored[mention.place] = max((value, mention.hint), scored.get(mention.place, (-_CLIP, "")))
    top = max((v for v, _ in scored.values()), default=0.0)
    whole = sum(math.exp(v) for v, _ in scored.values())
    return {
        place: Put(
            value, value if tells else -_CLIP, -_CLIP if tells else value, value if is_lead else -_CLIP,
            math.exp(value) / whole, int(value == top), hint,
        )
        for place, (value, hint) in scored.items()
    }  # fmt: skip


_POINTER = re.compile(r"\b(?:the|this|that|these|those)\s+$", re.IGNORECASE)


def _points_back(report: ReportPlaces, trigger: Trigger) -> bool:
    """Does a noun only point at what was told before ("the army in X confirmed the attack")?"""
    begun = max(0, trigger.start - 8)
    return trigger.is_noun and bool(_POINTER.search(report.page.text, begun, trigger.start))


def signs_of(
    report: ReportPlaces, events: Sequence[Event], place_id: str, put: Mapping[str, Put], others: Mapping[str, Put]
) -> dict[str, float]:
    """Name the signs for and against one place, each with its strength. others: what other incidents' sentences put."""
    place, facts = report.places.by_id(place_id), report.facts[place_id]
    own = put.get(place_id, Put())
    top = max((p.best for p in put.values()), default=-_CLIP)
    top_lead = max((p.lead for p in put.values()), default=-_CLIP)
    signs: dict[str, float] = {
        f"type {place.type}": 1.0,
        "in a table" if place.gazetteer else "in no table": 1.0,
        f"first named {min(3, facts.first)}": 1.0,
        **_firmness("put there", own.best),
        **_firmness("put there in the lead", own.lead),
        **_firmness("put there by the act", own.act),
        **_firmness("put there by a reference", own.loose),
        "share of its country": report.nations[str(place.country)] / max(1, report.nations.total()),
        "share of its first level": report.share_of_first_level(place_id),
    }
    if own.best > -_CLIP:
        signs["put there, share of its sentence"] = own.share
        signs[f"put there by {own.hint if own.hint in _HINTS else 'other words'}"] = 1.0
        signs["sentences that put it there first"] = math.log1p(own.firsts)
    if own.best == top > -_CLIP:
        signs["put there firmest"] = 1.0
    if own.lead == top_lead > -_CLIP:
        signs["put there firmest in the lead"] = 1.0
    signs |= _holding_signs(report, place_id, put)
    signs |= _kind_signs(report, place_id, facts)
    signs |= _near_signs(events, facts)
    if report.is_called_a_quarter(place_id):
        signs["called a quarter"] = 1.0
    if is_far_from_its_police(report, place_id):
        signs["far from the police that tell of it"] = 1.0
    other = others.get(place_id)
    if other and other.best > own.best:
        signs["another incident is put there firmer"] = 1.0
    return signs


def signs_of_none(report: ReportPlaces, put: Mapping[str, Put]) -> dict[str, float]:
    """Name the signs for no place at all."""
    top = max((p.best for p in put.values()), default=-_CLIP)
    return {
        "none": 1.0,
        f"none, put there at best {_step(top)}": 1.0,
        f"none, agencies {min(2, len(report.agencies))}": 1.0,
        f"none, towns {min(3, len(report.towns))}": 1.0,
        f"none, countries {min(2, len(report.countries))}": 1.0,
    }


def _firmness(name: str, value: float) -> dict[str, float]:
    return {f"{name} nowhere": 1.0} if value <= -_CLIP else {f"{name}, firmness": value / _CLIP}


def _step(value: float) -> str:
    return "nowhere" if value <= -_CLIP else str(max(-3, min(5, math.floor(value))))


def _holding_signs(report: ReportPlaces, place_id: str, put: Mapping[str, Put]) -> dict[str, float]:
    """Compare it with the places that it lies in and that lie in it."""
    own = put.get(place_id, Put()).best
    signs = {}
    for side, ids in (
        ("it lies in", report.places.by_id(place_id).within),
        ("lies in it", report.inside.get(place_id, ())),
    ):
        around = [(put[p].best, report.places.by_id(p).type) for p in ids if p in put]
        best, kind = max(around, default=(-_CLIP, ""))
        if best > own:
            signs[f"a {kind} that {side} is put firmer {_step(best)}"] = 1.0
    if report.inside.get(place_id):
        signs["holds places named"] = 1.0
    within = report.places.by_id(place_id).within
    if any(p in report.facts for p in within):
        signs["lies in a place named"] = 1.0
    if any(report.is_with_police(p) for p in within):
        signs["lies where the police that tell of it work"] = 1.0
    return signs


def _kind_signs(report: ReportPlaces, place_id: str, facts: Facts) -> dict[str, float]:
    """Say what its mentions are, and how many of all mentions of towns are its own."""
    count = len(facts.mentions)
    signs = {f"any {kind}": 1.0 for kind in _KINDS if facts.kinds[kind]}
    signs |= {
        f"only {kind}": 1.0 for kind in ("related", "caption", "dateline", "headline") if facts.kinds[kind] == count
    }
    signs["share of others' words"] = facts.kinds["of others"] / count
    if facts.kinds["of others"] == count:
        signs["only others' words"] = 1.0
    if facts.kinds["agency"] and len(report.agencies) == 1:
        signs["only agency"] = 1.0
    if facts.kinds["agency"]:
        signs["agency, times"] = math.log1p(facts.kinds["agency"])
    if place_id in report.towns:
        signs["share of towns' mentions"] = count / report.town_mentions
        if len(report.towns) == 1:
            signs["only town"] = 1.0
    signs["times named"] = math.log1p(count)
    if any(map(report.is_outlet, facts.mentions)):
        signs["in the outlet's name behind the headline"] = 1.0
    signs |= _dateline_signs(report, place_id, facts)
    outlet = _letters(report.page.document.outlet or "")
    if len(outlet) > 4 and len(facts.mentions[0:1]) and _letters(report.places.by_id(place_id).name) in outlet:
        signs["in the outlet's name"] = 1.0
    return signs


def _dateline_signs(report: ReportPlaces, place_id: str, facts: Facts) -> dict[str, float]:
    """Tell a local report's dateline from that of a wire, which is only where it was filed."""
    if not facts.kinds["dateline"]:
        return {}
    signs = {"dateline of a report of police work" if report.is_of_police else "dateline of another report": 1.0}
    again = len(facts.mentions) > facts.kinds["dateline"]
    signs["dateline named again" if again else "dateline not named again"] = 1.0
    if len(report.countries) > 1:
        signs["dateline of a report with several countries"] = 1.0
    if facts.kinds["agency"] or facts.kinds["before a word of police"]:
        signs["dateline with its own police"] = 1.0
    return signs


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def is_far_from_its_police(report: ReportPlaces, place_id: str) -> bool:
    """Is the only police that the report names in a town far away? Then a quarter's name was taken for a town's."""
    if len(report.agencies) != 1 or place_id in report.agencies:
        return False
    here, there = report.places.by_id(place_id), report.places.by_id(next(iter(report.agencies)))
    away = distance_km((here.lat, here.lon), (there.lat, there.lon))
    return here.type == "settlement" and _POLICE_KM < away < math.inf


def _near_signs(events: Iterable[Event], facts: Facts) -> dict[str, float]:
    """Say how far its nearest mention stands from the sentences that tell of the act."""
    told = sorted(e.sentence.index for e in events)
    if not told:
        return {}
    gap = min(_gap(told, m.sentence) for m in facts.mentions)
    return {f"sentences away {min(gap, _FAR)}" if gap < _NEARBY else "sentences away, many": 1.0}


_NEARBY = 4


def _gap(told: Sequence[int], sentence: int) -> int:
    at = bisect_left(told, sentence)
    return min(abs(told[i] - sentence) for i in (at - 1, at) if 0 <= i < len(told))
