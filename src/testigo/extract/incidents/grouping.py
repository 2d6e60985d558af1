"""Which events make which incident.

A report is mostly about one incident, told again and again from new sides. So an event joins the incident that its
words fit, the latest first, and opens a new one only where they do not: another time, another town with a toll of its
own, a word such as "separate", or a look back. Three lines of thought decide what counts as a misfit:

    time     intervals that do not meet, or a past date deep in the text of a report on fresh violence
    place    two settlements apart, each with its own toll
    words    "separate", "another attack", "elsewhere", "since"

A bare reference ("the attack") always joins. An event that fits nowhere and brings neither time, place nor toll of its
own is dropped: unsure means silent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from testigo.extract.incidents.clauses import are_one, towns_in
from testigo.extract.incidents.events import Event
from testigo.extract.mentions.found import PlaceMention, Places, Time
from testigo.records.codes import IncidentKind

_FRESH_DAYS = 60  # an act dated longer ago than this, deep in a report on something newer, is a recalled one
_LEAD_SENTENCES = 4
_NEXT_TO = 3  # sentences
_BELOW = 2  # sentences from a headline to the lead, a dateline or a photo's caption between them
_WITHIN_REACH = 12  # incidents back that a sentence may still speak of; the first is always within reach
_COURT = re.compile(
    r"\b(?:sentenc(?:e|ed|es|ing)|convict(?:ed|ion|s)|trial|court|plead(?:ed|s)?|pled|verdict|jury|judge|appeal|prosecut\w+|"
    r"anniversar\w+|years? ago|commemorat\w+|memorial|remember(?:s|ed|ing)?|marks?|marked|exhum\w+|extradit\w+|acquitted)\b",
    re.IGNORECASE,
)
_JUBILEE = re.compile(r"\b(?:anniversar\w+|(?:\w+ )?years ago|commemorat\w+)\b", re.IGNORECASE)
_APART = frozenset(("kidnapping", "territorial_change", "robbery", "arson"))
_TOWN = frozenset(("settlement", "neighbourhood", "site", "second_level"))


@dataclass
class Group:
    """The events of one incident, in text order; what later events are held against is kept as they come."""

    events: list[Event] = field(default_factory=list)
    is_main: bool = False
    is_planned: bool = False
    is_campaign: bool = False
    is_arrest: bool = False
    time: Time | None = None
    kinds: set[IncidentKind] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    toll_towns: set[str] = field(default_factory=set)

    def add(self, event: Event, places: Places) -> "Group":
        """Take one more event in. `time` is the first that any gives, days before wider ones."""
        self.events.append(event)
        time = event.time
        if time and time.day_start and (self.time is None or (_is_exact(time) and not _is_exact(self.time))):
            self.time = time
        self.kinds |= {t.kind for t in event.triggers if t.force == "act"}
        self.towns |= {m.place for m in towns_in(event.places, places)}
        if event.harms:
            self.toll_towns |= _towns(event.places, places)
        return self


def _is_exact(time: Time) -> bool:
    return time.precision in ("time", "day")


def group_events(events: Sequence[Event], places: Places, today: str | None) -> tuple[Group, ...]:
    """Group events into incidents, in order of first mention; at most one is main."""
    groups: list[Group] = []
    late: list[Event] = []
    for event in events:
        if event.sentence.kind == "related":
            late.append(event)
        else:
            _place_event(event, groups, places, today)
    kept = [g for g in groups if _is_told(g)]
    _choose_main(kept, today)
    for event in late:
        _join_teaser(event, kept, places, today)
    return tuple(kept)


def _place_event(event: Event, groups: list[Group], places: Places, today: str | None) -> None:
    if event.is_planned:
        if event.places or event.time:
            groups.append(Group(is_planned=True).add(event, places))
        return
    if event.is_sum:
        groups.append(Group(is_campaign=True).add(event, places))
        return
    recent = groups if len(groups) <= _WITHIN_REACH else [groups[0], *groups[-_WITHIN_REACH:]]
    alike = [g for g in recent if not g.is_planned and not g.is_campaign and g.is_arrest == event.is_arrest]
    fitting = [g for g in alike if _fits(event, g, groups, places, today)] or [g for g in alike if _opens(event, g)]
    if event.is_arrest and not fitting:
        groups.append(Group(is_arrest=True).add(event, places))
        return
    if fitting:
        _best(event, fitting).add(event, places)
    elif (event.has_act and (not groups or _brings_its_own(event))) or (not groups and event.harms):
        groups.append(Group().add(event, places))


def _best(event: Event, fitting: list[Group]) -> Group:
    """Prefer the incident whose time the event shares, then the one told just before, then the first."""
    if event.time and event.time.day_start:
        for group in fitting:
            if group.time and _meet(event.time, group.time):
                return group
    near = [g for g in fitting if event.sentence.index - g.events[-1].sentence.index <= 1]
    return near[-1] if near else fitting[0]


def _fits(event: Event, group: Group, groups: list[Group], places: Places, today: str | None) -> bool:
    if event.looks_back or event.is_other:
        return False
    if group.events[0].looks_back and event.sentence.index - group.events[-1].sentence.index > 1:
        return False
    if event.time and event.time.day_start:
        if not event.has_act and _is_an_era(event.time):
            return False
        if group.time and not _is_late_death(event):
            if not _meet(event.time, group.time) or _is_next_day_elsewhere(event, group, places):
                return False
        elif group is groups[0] and _is_long_ago(event.time, today) and event.sentence.index > _LEAD_SENTENCES:
            return False
    if _is_of_somebody_else(event, group) or _is_of_another_kind(event, group):
        return False
    return not _is_elsewhere(event, group, places)


def _is_late_death(event: Event) -> bool:
    """Is it the death of one told before, of wounds got earlier: "he died on Sunday"?"""
    if event.has_act or not event.harms or event.places:
        return False
    whos = [w for h in event.harms for w in h.whos]
    return all(h.predicate == "killed" for h in event.harms) and all(
        w.actor or (w.party and w.party.is_one and w.party.is_definite) for w in whos
    )


def _opens(event: Event, group: Group) -> bool:
    """Is it the first sentence below the headline that alone has told the incident so far? It tells the same again."""
    last = group.events[-1].sentence
    return last.kind == "headline" and event.sentence.index - last.index <= _BELOW and not event.looks_back


def _is_of_somebody_else(event: Event, group: Group) -> bool:
    """Is it, far from the incident's own words, the wound of one named person with nothing to tie it there?"""
    if event.sentence.index - group.events[-1].sentence.index <= _NEXT_TO or event.time or event.places:
        return False
    if not event.harms or any(t.is_noun and t.force != "outcome" and t.kind != "armed_clash" for t in event.triggers):
        return False
    return all(w.actor for h in event.harms for w in h.whos)


def _is_of_another_kind(event: Event, group: Group) -> bool:
    """Is it a kidnapping beside a bombing, told with a toll of its own?"""
    mine = {t.kind for t in event.triggers if t.force == "act"}
    return bool(mine) and not mine & group.kinds and mine <= _APART and bool(event.harms) and bool(event.places)


def _is_elsewhere(event: Event, group: Group, places: Places) -> bool:
    """Do both name towns, apart from one another, and does the event bring its own toll?"""
    if not event.harms:
        return False
    mine = _towns(event.places, places)
    if not mine or not group.toll_towns:
        return False
    return not any(are_one(a, b, places) for a in mine for b in group.toll_towns)


def _is_next_day_elsewhere(event: Event, group: Group, places: Places) -> bool:
    """Do two tolls stand under two days, each with a place apart from the other's?"""
    days = [t.day_start for t in (event.time, group.time) if t and _is_exact(t)]
    if len(days) < 2 or days[0] == days[1] or not event.harms:
        return False
    mine = {m.place for m in towns_in(event.places, places)}
    return bool(mine and group.towns) and not any(are_one(a, b, places) for a in mine for b in group.towns)


def _towns(mentions: Sequence[PlaceMention], places: Places) -> set[str]:
    return {
        m.place
        for m in mentions
        if m.hint in ("in", "at", "near", "outside") and places.by_id(m.place).type in _TOWN and m.form == "name"
    }


def _meet(a: Time, b: Time) -> bool:
    """Do two stretches of days share a day? Open or yearless ones are taken to."""
    ends = (a.day_start, a.day_end or a.day_start, b.day_start, b.day_end or b.day_start)
    if any(e is None or e.startswith("--") for e in ends):
        return a.day_start == b.day_start or not all(e and e.startswith("--") for e in (a.day_start, b.day_start))
    first, first_end, second, second_end = (str(e)[:10] for e in ends)
    return first <= _one_day_on(second_end) and second <= _one_day_on(first_end)


def _one_day_on(day: str) -> str:
    """Allow one day: overnight acts are told under both dates."""
    try:
        return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
    except ValueError:
        return day


def _is_an_era(time: Time) -> bool:
    """Does it span more than a year, as a sum of deaths told of a war or a group does?"""
    start, end = time.day_start, time.day_end
    return bool(start and end and start[:4].isdigit() and end[:4].isdigit() and int(end[:4]) > int(start[:4]) + 1)


def _is_long_ago(time: Time, today: str | None) -> bool:
    if time.is_since:
        return True
    if not today or not time.day_end or time.day_end.startswith("--"):
        return time.precision == "year"
    try:
        return date.fromisoformat(today).toordinal() - date.fromisoformat(time.day_end[:10]).toordinal() > _FRESH_DAYS
    except ValueError:
        return False


def _brings_its_own(event: Event) -> bool:
    return bool(event.time and event.time.day_start) or bool(event.harms and (event.places or event.is_other))


def _is_told(group: Group) -> bool:
    """Is there enough to call it an incident: an act, or harm done beside one?"""
    if group.is_campaign or group.is_arrest:
        return True
    if not any(e.is_borne_out for e in group.events):
        return False
    acts = [t for e in group.events for t in e.triggers if t.force == "act"]
    singular = [t for t in acts if not (t.is_noun and t.word.endswith("s") and not t.word.endswith("ss"))]
    has_harm = any(e.harms for e in group.events)
    return bool(acts) and (bool(singular) or has_harm)


def _choose_main(groups: list[Group], today: str | None) -> None:
    """Mark the incident that the report exists for: the first that its headline or lead tells as fresh."""
    fresh = [
        g for g in groups if not (g.is_planned or g.is_campaign or g.events[0].looks_back or _is_recalled(g, today))
    ]
    for group in sorted(fresh, key=lambda g: g.is_arrest):
        if group.events[0].sentence.index < _LEAD_SENTENCES or len(group.events) >= _LEAD_SENTENCES:
            group.is_main = True
            return


def _is_recalled(group: Group, today: str | None) -> bool:
    """Is it past violence that a court or a day of remembrance brings up?"""
    first = [e.sentence.text for e in group.events[:3]]
    if group.time is None:
        return any(_JUBILEE.search(text) for text in first[:1])
    return _is_long_ago(group.time, today) and any(_COURT.search(text) for text in first)


def _join_teaser(event: Event, groups: list[Group], places: Places, today: str | None) -> None:
    """Let a teaser speak only about an incident that the body tells too."""
    main = next((g for g in groups if g.is_main), None)
    if main and event.has_act and _fits(event, main, groups, places, today):
        main.events.append(event)
        main.events.sort(key=lambda e: e.start)
