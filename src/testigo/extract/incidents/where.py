"""Where one incident was, as drafts of claims: the town, what holds it, the spot.

The place is the first town that an event of violence puts the act in ("in", "at", "near", "outside"), the
headline and lead first; places that hold it or lie in it join, places apart do not: a wrong place is worse than none.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.means import site_in
from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.page import Page
from testigo.records.codes import PlaceType
from testigo.records.values import PlaceValue

_SET_IN = frozenset(("in", "at", "near", "outside", "inside", "on", "around", "across", "off", "throughout"))
# From the narrowest to the widest: which place of an event is the incident's own.
_NARROW: tuple[PlaceType, ...] = (
    "settlement", "neighbourhood", "second_level", "site", "street", "region", "water", "first_level", "other", "country",
)  # fmt: skip
_TOWNS = frozenset(("settlement",))
_COUNTIES = frozenset(("second_level",))
_AGENCY = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)?,?)? (?:[Pp]olice|PD\b|[Ss]heriff|[Mm]etropolitan Police|[Ff]ire [Dd]epartment|[Ff]irefighters"
    r"|officers|detectives|authorities)"
)
_POLICE_BEAT = re.compile(
    r"\b(?:police|sheriff\S*|deput(?:y|ies)|detectives?|coroner|homicide|officers|suspects?|investigators)\b",
    re.IGNORECASE,
)
_SPOT_BEFORE = re.compile(r"\b(?:in|inside|at|outside|near) (?:an?|the|her|his|their|one) (?:\w+ )?$", re.IGNORECASE)
_SPOT_AFTER = re.compile(
    r" (?:\w+ )?(?:home|house|apartment|apartments|bar|club|nightclub|hotel|motel|park|store|market|mosque|church|restaurant|"
    r"neighbou?rhood|street|mall|gas station|parking lot|school|suburb|residence|café|cafe|complex|area|district)\b",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(
    r"(?:\bblock of [^,.;]{3,40}|\b(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way)\.?),? (?:near|off|at) $"
)
_LOOSE = frozenset(("neighbourhood", "site", "street"))  # spots that say nothing of their town


def draft_places(page: Page, incident: str, events: Sequence[Event], places: Places) -> Iterator[Draft]:
    """Draft the places of one incident: its town or the narrowest told, what holds it, and the kind of spot."""
    told = [(e, m) for e in events for m in e.places if _is_set_in(page, e, m, places)]
    home = _home(told, page, events, places)
    sited = False
    yield from _fallback(page, incident, events, home, places)
    for event, mention in told:
        if home is None or not _is_one(mention.place, home, places):
            continue
        site = None if sited else site_in(page, event)
        sited = sited or site is not None
        start = _with_preposition(page, mention)
        spans: tuple[tuple[int, int], ...] = ((start, mention.end),)
        if site and (site[2] <= start or site[1] >= mention.end):
            spans = tuple(sorted((*spans, (site[1], site[2]))))
        value = PlaceValue(place=mention.place, site=site[0] if site else None)
        yield Draft(incident, "place", value, spans)
    if not sited:
        for event in events:
            site = site_in(page, event)
            if site:
                yield Draft(incident, "place", PlaceValue(site=site[0]), ((site[1], site[2]),))
                return


def _is_set_in(page: Page, event: Event, mention: PlaceMention, places: Places) -> bool:
    """Do the words put the act there, rather than name where somebody or something is from?"""
    if mention.form not in ("name", "description") or _is_a_crossing(page, event, mention, places):
        return False
    if mention.hint in _SET_IN or mention.hint.startswith(("in ", "at ", "near ")):
        return True
    if mention.hint == "" and (
        _follows_a_place(page, mention, event) or _names_the_act(page, mention, event) or _names_a_spot(page, mention)
    ):
        return True
    return mention.hint == "of" and page.text[max(event.start, mention.start - 60) : mention.start].lower().rstrip().endswith(
        ("town of", "city of", "village of", "province of", "district of", "market of", "port of", "suburb of", "state of",
         "region of", "territory of", "outskirts of", "north of", "south of", "east of", "west of", "area of", "hamlet of",
         "bombing of", "shelling of", "attack on", "capital of", "center of", "centre of", "department of",
         "municipality of", "city centre of", "streets of", "side of", "part of", "edge of", "outside of", "downtown of")
    )  # fmt: skip


def _is_a_crossing(page: Page, event: Event, mention: PlaceMention, places: Places) -> bool:
    """Does an address name a street by its bare name ("the 500 block of West Charleston near Buffalo")?"""
    if mention.hint not in ("near", "off", "at") or places.by_id(mention.place).type not in _TOWNS:
        return False
    return bool(_ADDRESS_BEFORE.search(page.text, max(event.start, mention.start - 60), mention.start))


def _follows_a_place(page: Page, mention: PlaceMention, event: Event) -> bool:
    """Is it the container behind a comma ("in Fort Worth, Texas")?"""
    before = [p for p in event.places if p.end <= mention.start]
    return bool(before) and page.text[before[-1].end : mention.start].strip(" \n") == "," and before[-1].hint in _SET_IN


def _names_the_act(page: Page, mention: PlaceMention, event: Event) -> bool:
    """Does the place stand right before the act's noun ("the Bourbon Street shooting")?"""
    after = [t for t in event.triggers if t.start >= mention.end and t.is_noun and t.force == "act"]
    return bool(after) and page.text[mention.end : after[0].start].strip() in ("", "’s", "'s")


def _names_a_spot(page: Page, mention: PlaceMention) -> bool:
    """Does the town tell whose spot it was, behind a preposition ("inside a Detroit house", "at a Reno bar")?"""
    before = page.text[max(0, mention.start - 24) : mention.start]
    return bool(_SPOT_BEFORE.search(before) and _SPOT_AFTER.match(page.text, mention.end))


def _home(
    told: Sequence[tuple[Event, PlaceMention]], page: Page, events: Sequence[Event], places: Places
) -> str | None:
    """Choose the incident's own place: the first town that the act is put in, else the narrowest place.

    A town that the words put it only near or west of loses to the town whose police tell of it: "near Lynn" may be a
    street's crossing.
    """
    with_act = [m for e, m in told if e.triggers or e.harms]
    towns = [m for m in with_act if places.by_id(m.place).type in _TOWNS]
    if towns:
        best = min(towns, key=lambda m: _looseness(m, places))
        if _looseness(best, places) and _of_the_police(page, events, places):
            return None
        return best.place
    every = [m.place for _, m in told]
    return min(every, key=lambda p: _NARROW.index(places.by_id(p).type)) if every else None


def _looseness(mention: PlaceMention, places: Places) -> int:
    """Say how loosely the words put the act there: "in" a town, "west of" one, "at" a name that no table knows."""
    if mention.hint == "at" and places.by_id(mention.place).gazetteer is None:
        return 2
    return 1 if mention.hint in ("of", "", "near", "off", "on", "around") else 0


def _is_one(a: str, b: str, places: Places) -> bool:
    """Does one hold the other, as far as the text or the gazetteer tells?"""
    if a == b or a in _holders(b, places) or b in _holders(a, places):
        return True
    first, second = places.by_id(a), places.by_id(b)
    if "country" in (first.type, second.type):
        return first.country == second.country
    if "settlement" in (first.type, second.type):
        return False  # a street is in a town only where something says so
    return bool({first.type, second.type} & _LOOSE) and first.country == second.country


def _holders(place: str, places: Places) -> set[str]:
    out: set[str] = set()
    todo = [place]
    while todo:
        for parent in places.by_id(todo.pop()).within:
            if parent not in out:
                out.add(parent)
                todo.append(parent)
    return out


def _with_preposition(page: Page, mention: PlaceMention) -> int:
    hint = mention.hint
    begun = max(0, mention.start - len(hint) - 4)
    before = page.text[begun : mention.start].rstrip()
    if hint and before.lower().endswith(hint):
        return begun + len(before) - len(hint)
    return mention.start


def _fallback(page: Page, incident: str, events: Sequence[Event], home: str | None, places: Places) -> Iterator[Draft]:
    """Where no words put the act in a town: the town of the police who tell of it, a local report's own, their county.

    A dateline is where a report was filed, which is where the act was only in a local report of police work that names
    no other country. Anything else stays silent.
    """
    if home is not None and places.by_id(home).type not in _LOOSE:
        return
    mention = _of_the_police(page, events, places) or _of_a_local_report(page, places)
    if mention:
        yield Draft(incident, "place", PlaceValue(place=mention.place), ((mention.start, mention.end),))


def _of_the_police(
    page: Page, events: Sequence[Event], places: Places, types: frozenset[str] = _TOWNS
) -> PlaceMention | None:
    """Give the one town whose police, sheriff or firemen stand in the first events, else in the report."""
    first = [m for e in events[:6] for m in e.places]
    for mentions in (first, places.mentions):
        told = [
            m
            for m in mentions
            if places.by_id(m.place).type in types and (m.form == "agency" or _AGENCY.match(page.text, m.end))
        ]
        if len({m.place for m in told}) == 1:
            return told[0]
    return None


def _of_a_local_report(page: Page, places: Places) -> PlaceMention | None:
    """Give the town of the dateline, else the only town named, where a local paper tells of police work at home."""
    countries = {p.country for p in places.places if p.country}
    towns = [m for m in places.mentions if places.by_id(m.place).type in _TOWNS and m.form != "description"]
    lines = [m for m in towns if m.form == "dateline"] or (towns if len({m.place for m in towns}) == 1 else [])
    if not lines or len(countries) > 1:
        return None
    return lines[0] if _POLICE_BEAT.search(page.text) else None
