"""With what and how: weapons and methods.

Each table row is a pattern, the type that the record gives it, and nothing else; the words found are the description.
A weapon is a thing that the words name; a method is the way. What the kind of incident already says is neither.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.page import Page
from testigo.records.codes import MethodType, WeaponType
from testigo.records.values import MethodValue, WeaponValue

_WEAPONS: tuple[tuple[WeaponType, str], ...] = (
    ("firearm", r"(?:assault |sniper |automatic |semi-?automatic |hunting |high-powered )?rifles?|ak-?47s?|kalashnikovs?"
     r"|m-?16s?|machine[- ]?guns?|submachine[- ]?guns?|(?:hand|shot)guns?|pistols?|revolvers?|firearms?|guns?"
     r"|(?:automatic|small[- ]arms) fire|automatic weapons?|small arms"),
    ("explosive", r"(?:hand |rocket-propelled )?grenades?|dynamite|tnt|c-?4|(?:improvised )?explosive devices?|ieds?"
     r"|explosives|land ?mines?|(?:pipe|nail|petrol|homemade|time) bombs?|explosive (?:belt|vest)s?|suicide (?:belt|vest)s?"
     r"|molotov cocktails?|barrel bombs?|cluster (?:bombs?|munitions?)|rpgs?|booby traps?"),
    ("artillery", r"mortars?(?: (?:rounds?|shells?))?|artillery|rockets?|missiles?|howitzers?|tanks?|shells"),
    ("bladed", r"kni(?:fe|ves)|machetes?|axes?|swords?|daggers?|hatchets?"),
    ("aircraft", r"warplanes?|fighter jets?|helicopter gunships?|attack helicopters?|jets|military helicopters?"),
    ("drone", r"(?:armed |explosive )?drones?"),
    ("chemical", r"chlorine(?: gas)?|sarin|mustard gas|chemical weapons?|poison gas|nerve agents?|toxic gas"),
    ("vehicle", r"explosives-laden (?:car|truck|vehicle)s?"),
)  # fmt: skip
_METHODS: tuple[tuple[MethodType, str], ...] = (
    ("shooting", r"shot (?:to death|dead|and killed)|gunned down|drive-by(?: shooting)?|opened fire|gunshot wounds?|came"
     r" under fire|shots were fired|fatally shot|machine-gunned|shot in the (?:head|chest|back|neck|face|stomach|leg|arm)"),
    ("suicide_attack", r"suicide (?:bomb(?:ing|er|ers|ings)?|attack(?:s|ers?)?|car bomb(?:ing)?)|blew (?:himself|herself|"
     r"themselves) up"),
    ("car_bomb", r"(?:car|truck|vehicle) bomb(?:s|ing|ings)?"),
    ("roadside_bomb", r"roadside bomb(?:s|ing|ings)?"),
    ("beheading", r"beheaded|decapitated|beheadings?"),
    ("burning", r"burn(?:ed|t) (?:alive|down|to death|to the ground)|set (?:on fire|ablaze|fire to)|torched|charred"
     r"|some of the (?:bodies|corpses) were (?:found )?(?:charred|burned|burnt)"),
    ("ambush", r"ambush(?:ed|es)?"),
    ("raid", r"raid(?:ed|s)?"),
    ("crossfire", r"crossfire|cross-fire"),
)  # fmt: skip
_SITES = re.compile(
    r"\b(?:in|at|inside|outside|near) (?:an?|the|his|her|their|one of the) (?:(?:\w+[ -]){0,2}?)(bar|nightclub|night club|"
    r"club|market|marketplace|mosque|church|school|restaurant|cafe|café|hotel|house|home|apartment(?: complex)?|parking lot"
    r"|gas station|convenience store|store|park|checkpoint|bus stop|bus station|train station|airport|stadium|mall"
    r"|wedding|funeral|party|farm|police station|prison|university|campus|barracks|base|camp|bridge|street|alley|motel"
    r"|car wash|barbershop|grocery store|shopping center|square)\b(?=\s*(?:[.,;:)]|$)|\s+(?:in|on|at|near|when|where|after|before|during|"
    r"as|while|and|that|which|of|by|late|early|with|for|to|from|located|owned|around|about|just|outside|inside|shortly|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    re.IGNORECASE,
)


def _compiled(rows: Sequence[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)) for kind, pattern in rows)


_WEAPON_ROWS, _METHOD_ROWS = _compiled(_WEAPONS), _compiled(_METHODS)


def draft_means(page: Page, incident: str, events: Sequence[Event]) -> Iterator[Draft]:
    """Draft weapons and methods of one incident, each kind of thing once."""
    seen: set[tuple[str, str]] = set()
    for event in events:
        for predicate, rows in (("weapon", _WEAPON_ROWS), ("method", _METHOD_ROWS)):
            for kind, start, end in _found(page, event, rows):
                words = page.text[start:end].lower()
                if (predicate, words) in seen or _is_seized(page.text[event.start : start]):
                    continue
                seen.add((predicate, words))
                value = (
                    WeaponValue(description=words, type=kind)  # type: ignore[arg-type]
                    if predicate == "weapon"
                    else MethodValue(description=words, type=kind)  # type: ignore[arg-type]
                )
                yield Draft(incident, predicate, value, ((start, end),))


def _found(page: Page, event: Event, rows: Sequence[tuple[str, re.Pattern[str]]]) -> list[tuple[str, int, int]]:
    """Find a table's words in an event, the longest where two overlap."""
    hits = [(m.start(), m.end(), kind) for kind, p in rows for m in p.finditer(page.text, event.start, event.end)]
    hits.sort(key=lambda h: (h[0], -h[1]))
    out: list[tuple[str, int, int]] = []
    for start, end, kind in hits:
        if not out or start >= out[-1][2]:
            out.append((kind, start, end))
    return out


def _is_seized(before: str) -> bool:
    """Were these weapons found, seized or forbidden, rather than used?"""
    return bool(re.search(r"\b(?:seized|found|recovered|confiscated|without|no|illegal|possession of|permit|exchange for) "
                          r"(?:[\w,-]+ ){0,4}$", before, re.IGNORECASE))  # fmt: skip


def site_in(page: Page, event: Event) -> tuple[str, int, int] | None:
    """Give the kind of spot that an event names ("bar"), with the offsets of its phrase."""
    m = _SITES.search(page.text, event.start, event.end)
    return (m.group(1).lower(), m.start(), m.end()) if m else None
