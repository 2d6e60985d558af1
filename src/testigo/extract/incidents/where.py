"""Where one incident was, as drafts of claims: its own place, what holds it, what lies in it, the kind of spot.

`where_rank` chooses the incident's own place among all that the report names, or none. Places that hold it or lie in it
join where the words of an event put the act there, and so does the rest of a list ("in Kirkuk, Mosul and Basra");
places apart do not: a wrong place is worse than none.
"""

from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.grouping import Group
from testigo.extract.incidents.means import site_in
from testigo.extract.incidents.where_rank import choose_place
from testigo.extract.incidents.where_report import ReportPlaces
from testigo.extract.incidents.where_words import SET_IN, is_set_in, with_preposition
from testigo.extract.mentions.found import PlaceMention
from testigo.extract.page import Page
from testigo.records.values import PlaceValue

_LOOSE = frozenset(("neighbourhood", "site", "street"))  # spots that say nothing of their town
_WIDE = frozenset(("country", "region", "first_level"))
_LINKS = frozenset(("and", "in", "the", "as", "well"))
_LIST_GAP = 12  # characters between two places of a list

Told = tuple[Event, PlaceMention]


def draft_places(report: ReportPlaces, incident: str, group: Group, groups: Sequence[Group]) -> Iterator[Draft]:
    """Draft the places of one incident: its own, those that hold it or lie in it, and the kind of spot."""
    page, places, events = report.page, report.places, group.events
    home = choose_place(report, group, groups)
    told = [(e, m) for e in events for m in e.places if is_set_in(page, e, m, places)]
    listed = {t[1].start: t for e, m in told if m.place == home for t in _list_around(report, e, m)}
    ours = {home, *(m.place for _, m in listed.values())} if home else set()
    alike = {p for p in {m.place for _, m in told} if any(_is_one(report, p, o) for o in ours)}
    own = [(e, m) for e, m in told if m.place in alike]
    if home and places.by_id(home).type in _WIDE:
        apart = _scattered(report, home, own)
        own = [(e, m) for e, m in own if m.place not in apart]
    own = sorted({**listed, **{t[1].start: t for t in own}}.values(), key=lambda t: t[1].start)
    if home and not any(m.place == home for _, m in own):
        mention = _best_mention(report, home, events)
        yield Draft(incident, "place", PlaceValue(place=home), (with_preposition(page, mention),))
    yield from _drafts(page, incident, own)
    if not any(site_in(page, event) for event, _ in own):
        yield from _bare_site(page, incident, events)


def _scattered(report: ReportPlaces, home: str, own: Sequence[Told]) -> set[str]:
    """Give the places within a wide one that lie apart: each is some other act's, or the report is on the whole land."""
    inner = list(dict.fromkeys(m.place for _, m in own if m.place not in report.holders(home) and m.place != home))
    first = next(iter(inner), None)
    if first is None or all(_is_one(report, first, p) for p in inner):
        return set()
    return set(inner)


def _drafts(page: Page, incident: str, own: Sequence[Told]) -> Iterator[Draft]:
    """Draft a claim a mention, the first with the kind of spot that its event names."""
    sited = False
    for event, mention in own:
        site = None if sited else site_in(page, event)
        sited = sited or site is not None
        start, end = with_preposition(page, mention)
        spans: tuple[tuple[int, int], ...] = ((start, end),)
        if site and (site[2] <= start or site[1] >= end):
            spans = tuple(sorted((*spans, (site[1], site[2]))))
        yield Draft(incident, "place", PlaceValue(place=mention.place, site=site[0] if site else None), spans)


def _bare_site(page: Page, incident: str, events: Sequence[Event]) -> Iterator[Draft]:
    """Draft the kind of spot alone, where no place goes with it."""
    for event in events:
        site = site_in(page, event)
        if site:
            yield Draft(incident, "place", PlaceValue(site=site[0]), ((site[1], site[2]),))
            return


def _best_mention(report: ReportPlaces, place: str, events: Sequence[Event]) -> PlaceMention:
    """Give the mention that shows best that the act was there: in an event's words, else the first of all."""
    mentions = [m for m in report.facts[place].mentions if not report.is_outlet(m)] or report.facts[place].mentions
    told = {e.sentence.index for e in events}
    return min(mentions, key=lambda m: (m.sentence not in told, m.form != "name", m.hint not in SET_IN, m.start))


def _list_around(report: ReportPlaces, event: Event, mention: PlaceMention) -> Iterator[Told]:
    """Give the places apart that only commas, "and" and their containers part from this one, on both sides."""
    named = [m for m in event.places if m.form == "name"]
    at = named.index(mention) if mention in named else len(named)
    for step in (-1, 1):
        here, i = mention, at + step
        while 0 <= i < len(named) and at < len(named):
            there = named[i]
            i += step
            if there.place in report.holders(here.place):
                if step > 0 and report.page.text[here.end : there.start].strip() == ",":
                    yield event, there  # "in Lyon, France, and Turin, Italy"
                continue
            if not _are_joined(report, *sorted((here, there), key=_start)):
                break
            if here.place not in report.holders(there.place):
                yield event, there
                here = there


def _start(mention: PlaceMention) -> int:
    return mention.start


def _are_joined(report: ReportPlaces, first: PlaceMention, second: PlaceMention) -> bool:
    """Do only commas, "and" and the first one's containers stand between two places of one kind?"""
    gap = report.page.text[first.end : second.start]
    held = [report.page.text[m.start : m.end] for m in report.places.in_sentence(first.sentence)
            if first.end <= m.start < second.start and m.place in report.holders(first.place)]  # fmt: skip
    for name in held:
        gap = gap.replace(name, "", 1)
    words = gap.replace(",", " ").split()
    alike = report.places.by_id(first.place).type == report.places.by_id(second.place).type
    return len(gap) <= _LIST_GAP and set(words) <= _LINKS and ("and" in words or (alike and "," in gap))


def _is_one(report: ReportPlaces, a: str, b: str) -> bool:
    """Does one hold the other, as far as the text or the gazetteer tells?"""
    if a == b or a in report.holders(b) or b in report.holders(a):
        return True
    first, second = report.places.by_id(a), report.places.by_id(b)
    if "country" in (first.type, second.type):
        return first.country == second.country
    if "settlement" in (first.type, second.type):
        return False  # a street is in a town only where something says so
    is_loose = bool({first.type, second.type} & _LOOSE) and first.country == second.country
    return is_loose and not _town_of(report, a) and not _town_of(report, b)


def _town_of(report: ReportPlaces, place: str) -> str | None:
    """Give the town that a street or quarter lies in: it is then nobody else's."""
    return next((p for p in sorted(report.holders(place)) if p in report.towns), None)
