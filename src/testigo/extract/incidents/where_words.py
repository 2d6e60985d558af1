"""Whether the words put an act at a place, rather than name where somebody or something is from."""

import re

from testigo.extract.incidents.events import Event
from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.page import Page

SET_IN = frozenset(("in", "at", "near", "outside", "inside", "on", "around", "across", "off", "throughout"))
_SPOT_BEFORE = re.compile(r"\b(?:in|inside|at|outside|near) (?:an?|the|her|his|their|one) (?:\w+ )?$", re.IGNORECASE)
_SPOT_AFTER = re.compile(
    r" (?:\w+ )?(?:home|house|apartment|apartments|bar|club|nightclub|hotel|motel|park|store|market|mosque|church|restaurant|"
    r"neighbou?rhood|street|mall|gas station|parking lot|school|suburb|residence|café|cafe|complex|area|district)\b",
    re.IGNORECASE,
)
_ADDRESS_BEFORE = re.compile(
    r"(?:\bblock of [^,.;]{3,40}|\b(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way)\.?),? (?:near|off|at) $"
)
_BLOCK_BEFORE = re.compile(r"\bblock of (?:(?:North|South|East|West|N\.?|S\.?|E\.?|W\.?) )?$")
_OF = (
    "town of", "city of", "village of", "province of", "district of", "market of", "port of", "suburb of", "state of",
    "region of", "territory of", "outskirts of", "north of", "south of", "east of", "west of", "area of", "hamlet of",
    "bombing of", "shelling of", "attack on", "capital of", "center of", "centre of", "department of",
    "municipality of", "city centre of", "streets of", "side of", "part of", "edge of", "outside of", "downtown of",
)  # fmt: skip


def is_set_in(page: Page, event: Event, mention: PlaceMention, places: Places) -> bool:
    """Do the words put the act there, rather than name where somebody or something is from?"""
    if mention.form not in ("name", "description") or is_a_crossing(page, mention, places):
        return False
    if mention.hint in SET_IN or mention.hint.startswith(("in ", "at ", "near ")):
        return True
    if mention.hint == "" and (
        _follows_a_place(page, mention, event) or _names_the_act(page, mention, event) or _names_a_spot(page, mention)
    ):
        return True
    before = page.text[max(event.start, mention.start - 60) : mention.start].lower().rstrip()
    return mention.hint == "of" and before.endswith(_OF)


def with_preposition(page: Page, mention: PlaceMention) -> tuple[int, int]:
    """Give a mention's offsets with the preposition right before it."""
    hint = mention.hint
    begun = max(0, mention.start - len(hint) - 4)
    before = page.text[begun : mention.start].rstrip()
    if hint and before.lower().endswith(hint):
        return begun + len(before) - len(hint), mention.end
    return mention.start, mention.end


def is_a_crossing(page: Page, mention: PlaceMention, places: Places) -> bool:
    """Does an address name a street by its bare name ("the 500 block of West Charleston near Buffalo")?"""
    if places.by_id(mention.place).type != "settlement" or mention.hint not in ("near", "off", "at", "of", ""):
        return False
    pattern = _BLOCK_BEFORE if mention.hint in ("of", "") else _ADDRESS_BEFORE
    return bool(pattern.search(page.text, max(0, mention.start - 60), mention.start))


def _follows_a_place(page: Page, mention: PlaceMention, event: Event) -> bool:
    """Is it the container behind a comma ("in Fort Worth, Texas")?"""
    before = [p for p in event.places if p.end <= mention.start]
    return bool(before) and page.text[before[-1].end : mention.start].strip(" \n") == "," and before[-1].hint in SET_IN


def _names_the_act(page: Page, mention: PlaceMention, event: Event) -> bool:
    """Does the place stand right before the act's noun ("the Bourbon Street shooting")?"""
    after = [t for t in event.triggers if t.start >= mention.end and t.is_noun and t.force == "act"]
    return bool(after) and page.text[mention.end : after[0].start].strip() in ("", "’s", "'s")


def _names_a_spot(page: Page, mention: PlaceMention) -> bool:
    """Does the town tell whose spot it was, behind a preposition ("inside a Detroit house", "at a Reno bar")?"""
    before = page.text[max(0, mention.start - 24) : mention.start]
    return bool(_SPOT_BEFORE.search(before) and _SPOT_AFTER.match(page.text, mention.end))
