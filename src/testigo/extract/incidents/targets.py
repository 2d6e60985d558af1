"""Things attacked: buildings, vehicles, lines, places taken; what kind, how many, what became of them.

A thing is a head from the table with the words before it that describe it. It is a target where a verb or noun of
attack governs it ("struck a warehouse", "the destruction of a mill"), where it is said to have been hit ("two buses
were burned"), or where it follows another in a row. A place is a target where it was taken ("captured Al-Dar").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.target_table import (
    BEFORE_NAME,
    COUNTS,
    EFFECTS,
    GOVERNS,
    HEADS,
    LATER,
    LEFT_STOPS,
    ROW_JOINT,
    SUFFERS,
    TAKES,
    VAGUE,
)
from testigo.extract.page import Page
from testigo.records.codes import Effect
from testigo.records.values import RangeValue, TargetValue

_WORD_BEFORE = re.compile(r"([\w’'.-]+)(\s+)$")
_MOST_WORDS = 3  # describing words kept before a head
_REACH = 90  # characters before a thing in which its verb stands
_SUFFERED = 70  # characters behind a thing in which its verb stands
_LONGEST_FIGURE = 5  # digits and more are no count of things
_TERRITORY = "territory"


@dataclass(frozen=True)
class _Thing:
    start: int
    end: int
    type: str
    before: int  # where its article or figure begins
    count: RangeValue | None


def draft_targets(page: Page, incident: str, events: Sequence[Event]) -> Iterator[Draft]:
    """Draft the things attacked in one incident, each kind of thing once, in text order."""
    seen: set[str] = set()
    for event in events:
        row: tuple[int, Effect | None] | None = None  # where the last target ended, and its effect
        for thing in _things(page.text, event):
            told = _governed(page.text, event, thing)
            if not told and row and ROW_JOINT.fullmatch(page.text, row[0], thing.before):
                told = (thing.before, thing.end, row[1])
            if not told:
                continue
            row = (thing.end, told[2])
            words = " ".join(page.text[thing.start : thing.end].split()).lower()
            if (thing.type == _TERRITORY) != (told[2] == "seized") and thing.type == _TERRITORY:
                continue
            key = words.removesuffix("s")
            if key in seen:
                continue
            seen.add(key)
            kind = None if thing.type == _TERRITORY else thing.type
            value = TargetValue(description=words, type=kind, count=thing.count, effect=told[2])
            yield Draft(incident, "target", value, ((told[0], told[1]),))
        yield from _taken_places(page, incident, event, seen)


def _things(text: str, event: Event) -> list[_Thing]:
    """Find the things of an event, the longest where two overlap, in text order."""
    hits = [(m.start(), m.end(), kind) for kind, p in HEADS for m in p.finditer(text, event.start, event.end)]
    hits.sort(key=lambda h: (h[0], -h[1]))
    out: list[_Thing] = []
    for start, end, kind in hits:
        if not out or start >= out[-1].end:
            out.append(_thing(text, max(event.start, out[-1].end if out else 0), start, end, kind))
    return out


def _thing(text: str, floor: int, start: int, end: int, kind: str) -> _Thing:
    """Stretch a head over the words that describe it, and read its figure."""
    at = start
    for _ in range(_MOST_WORDS):
        m = _WORD_BEFORE.search(text, max(floor, at - 30), at)
        if not m or m.group(1).lower() in LEFT_STOPS or m.group(1).lower().endswith(("ing", "ed", "ly")):
            break
        if m.group(1)[0].isdigit() or m.group(1).lower() in COUNTS or m.group(1).lower() in VAGUE:
            break
        if m.group(1).endswith((".", ",")):
            break
        at = m.start()
    before, count = at, None
    m = _WORD_BEFORE.search(text, max(floor, at - 30), at)
    said = m.group(1).lower() if m else ""
    if m and (said in COUNTS or (said.isdecimal() and len(said) < _LONGEST_FIGURE)):
        n = int(said) if said.isdecimal() else COUNTS[said]
        least = re.search(r"\bat\s+least\s+$", text[max(floor, m.start() - 12) : m.start()], re.IGNORECASE)
        before, count = m.start(), RangeValue(low=n, high=None if least else n)
    elif m and said in VAGUE | {"the", "their", "its", "his", "her", "this", "that", "these", "those"}:
        before = m.start()
    return _Thing(at, end, kind, before, count)


def _governed(text: str, event: Event, thing: _Thing) -> tuple[int, int, Effect | None] | None:
    """Give the words that say that a thing was attacked, and what became of it."""
    begun = max(event.start, thing.before - _REACH)
    head = GOVERNS.search(text[begun : thing.before])
    if not head:
        head = TAKES.search(text[begun : thing.before])
        if head:
            return begun + head.start(), thing.end, "seized"
    tail = SUFFERS.match(text[thing.end : min(event.end, thing.end + _SUFFERED)])
    if not head and not tail:
        return None
    words = " ".join(m.group() for m in (head, tail) if m)
    effect = next((e for e, p in EFFECTS if p.search(words)), None)
    start = begun + head.start() if head else thing.before
    end = thing.end + tail.end() if tail else thing.end
    if head and not effect:
        later = LATER.search(text, thing.end, min(event.end, thing.end + _SUFFERED))
        effect = next((e for e, p in EFFECTS if later and p.search(later.group())), None)
    return start, end, effect


def _taken_places(page: Page, incident: str, event: Event, seen: set[str]) -> Iterator[Draft]:
    """Read places that somebody took: "captured the town of Al-Dar"."""
    for place in event.places:
        begun = max(event.start, place.start - _REACH)
        before = BEFORE_NAME.sub("", page.text[begun : place.start])
        took = TAKES.search(before)
        words = " ".join(page.text[place.start : place.end].split())
        if took and words.lower() not in seen:
            seen.add(words.lower())
            value = TargetValue(description=words, effect="seized")
            yield Draft(incident, "target", value, ((begun + took.start(), place.end),))
