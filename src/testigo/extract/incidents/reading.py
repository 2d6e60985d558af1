"""From mentions to incidents: the second step, whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.draft import Draft
from testigo.extract.incidents.doers import draft_doers, draft_suspects, with_person
from testigo.extract.incidents.events import Event, Sources, find_events
from testigo.extract.incidents.figures import draft_figures, draft_whole_groups
from testigo.extract.incidents.genres import tells_no_violence
from testigo.extract.incidents.grouping import Group, group_events
from testigo.extract.incidents.means import draft_means
from testigo.extract.incidents.nature import kind_of, scope_of, stage_of
from testigo.extract.incidents.parts import NO_PARTS, draft_added_doers, find_parts, is_replaced
from testigo.extract.incidents.targets import draft_targets
from testigo.extract.incidents.traces import draft_traces
from testigo.extract.incidents.triggers import find_triggers
from testigo.extract.incidents.victims import draft_victims
from testigo.extract.incidents.when import Dated, draft_dates
from testigo.extract.incidents.when_relative import with_relative_dates
from testigo.extract.incidents.where import draft_places
from testigo.extract.incidents.where_report import ReportPlaces
from testigo.extract.mentions.found import Actors, Mentions, Person
from testigo.extract.mentions.parties import find_parties
from testigo.extract.page import Page, Sentence
from testigo.records import Incident
from testigo.records.codes import IncidentKind
from testigo.records.values import LinkValue

_BESIDE = 4  # sentences after the last one that tells an incident, in which its suspects may still be named


@dataclass(frozen=True)
class Told:
    """What the second step hands on: the incidents and the drafts of their claims."""

    incidents: tuple[Incident, ...]
    drafts: tuple[Draft, ...]


def tell_incidents(page: Page, mentions: Mentions, today: str | None) -> Told:
    """Find the incidents of a document and draft what it says of each.

    today: the day that the document speaks from, an ISO day or None.
    """
    told, groups = tell_by_rules(page, mentions, today)
    chief = next((n for n, group in enumerate(groups) if group.is_main), None)
    if chief is not None:
        told = _with_parts(page, mentions, told, groups[chief], told.incidents[chief])
    persons: dict[str, list[Person]] = {}
    for person in mentions.actors.persons:
        persons.setdefault(person.actor, []).append(person)
    return Told(told.incidents, tuple(with_person(d, persons) for d in told.drafts))


def _with_parts(page: Page, mentions: Mentions, told: Told, group: Group, chief: Incident) -> Told:
    """Add the people whose part in the chief incident only the words around their names show."""
    parts = find_parts(page, mentions.actors, chief.id, chief.scope, told.drafts)
    if parts == NO_PARTS:
        return told
    of_others = [d for d in told.drafts if d.subject != chief.id]
    kept = [d for d in told.drafts if d.subject == chief.id and not is_replaced(d, parts)]
    kept += draft_victims(chief.id, group.events, mentions.actors, parts)
    kept += draft_added_doers(page, chief.id, parts)
    return Told(told.incidents, tuple(_once((*kept, *of_others))))


def tell_by_rules(page: Page, mentions: Mentions, today: str | None) -> tuple[Told, tuple[Group, ...]]:
    """Tell the incidents as the rules read them, before the parts of named people are weighed; and their groups."""
    if tells_no_violence(page):
        return Told((), ()), ()
    parties = find_parties(page, mentions.numbers)
    triggers = find_triggers(page)
    events = find_events(Sources(page, mentions, parties, triggers))
    groups = group_events(events, mentions.places, today)
    dated = Dated(page, mentions.times, triggers, today)
    placed = ReportPlaces(page, mentions.places)
    incidents, drafts = [], []
    kept: list[Group] = []
    for group in groups:
        ident = f"i{len(kept) + 1}"
        told = list(_drafts(dated, placed, ident, group, groups, mentions))
        kind = kind_of(page, group, told)
        doers = list(draft_doers(page, ident, kind, group.events, mentions.actors, parties))
        if group.is_campaign and doers:
            continue  # a sum told of an actor is that actor's, not an incident
        told += doers
        stage = stage_of(kind, group)
        if stage:
            told.append(Draft(ident, "stage", stage[0], (stage[1],), stance="stated"))
        kept.append(group)
        incidents.append(_incident(page, ident, kind, group, mentions.actors))
        drafts += told
    drafts = with_relative_dates(page, kept, drafts)
    drafts += _comparisons(kept)
    for n, group in enumerate(kept, 1):
        if group.is_main:
            drafts += draft_suspects(page, f"i{n}", _told_beside(page, group, events), mentions.actors)
            drafts += draft_whole_groups(f"i{n}", _stretch(page, group), [d for d in drafts if d.subject == f"i{n}"])
    return Told(tuple(incidents), tuple(_once(drafts))), tuple(kept)


def _told_beside(page: Page, group: Group, events: Sequence[Event]) -> list[Sentence]:
    """Give the body's sentences within the incident's stretch, and just after it, that tell no event themselves."""
    taken = {e.sentence.index for e in events}
    return [s for s in _stretch(page, group) if s.index not in taken and s.kind in ("body", "quote_block")]


def _stretch(page: Page, group: Group) -> tuple[Sentence, ...]:
    first, last = group.events[0].sentence.index, group.events[-1].sentence.index
    return page.sentences[first : last + 1 + _BESIDE]


def _drafts(
    dated: Dated, placed: ReportPlaces, ident: str, group: Group, groups: Sequence[Group], mentions: Mentions
) -> Iterator[Draft]:
    events, page = group.events, dated.page
    yield from draft_figures(page, ident, events, mentions.numbers)
    yield from draft_victims(ident, events, mentions.actors)
    yield from draft_dates(dated, ident, group, groups)
    yield from draft_places(placed, ident, group, groups)
    yield from draft_means(page, ident, events)
    yield from draft_targets(page, ident, events)
    if group.is_main:
        yield from draft_traces(page, ident, events, mentions.actors)


def _incident(page: Page, ident: str, kind: IncidentKind, group: Group, actors: Actors) -> Incident:
    mentions = tuple((t.start, t.end) for e in group.events for t in e.triggers if t.force != "outcome")
    if not mentions:
        mentions = tuple((t.start, t.end) for e in group.events for t in e.triggers)
    if not mentions:
        mentions = tuple((h.start, h.end) for e in group.events for h in e.harms)
    return Incident(
        id=ident, kind=kind, scope=scope_of(page, kind, group, actors), main=group.is_main, mentions=mentions
    )


def _comparisons(groups: Sequence[Group]) -> Iterator[Draft]:
    """Say which incident the main one is compared with, where a look back follows it in one sentence."""
    main = next((n for n, g in enumerate(groups, 1) if g.is_main), None)
    if main is None:
        return
    for n, group in enumerate(groups, 1):
        first = group.events[0]
        if n == main or not first.looks_back:
            continue
        same = [e for e in groups[main - 1].events if e.sentence.index == first.sentence.index]
        if same and first.time:
            start = same[0].start
            end = first.time.end
            yield Draft(f"i{main}", "compared_with", LinkValue(incident=f"i{n}"), ((start, end),))


def _once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give each draft once, in the order found."""
    seen = set()
    for draft in drafts:
        key = (draft.subject, draft.predicate, str(draft.value), draft.spans, draft.stance)
        if key not in seen:
            seen.add(key)
            yield draft
