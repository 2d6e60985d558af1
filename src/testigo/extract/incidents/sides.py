"""The sides of a clash: every armed body that its sentences tell of, but for those who only speak, flee or help.

A clash has participants whoever began it. Forces of a state and their allies stand against armed groups; two armed
groups stand against one another in the order told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.whos import SAYS
from testigo.extract.page import Page
from testigo.records.values import DoerValue

_ARMED = frozenset(("armed_group", "criminal_group", "state_force", "force", "party"))
_SPOKEN = re.compile(
    r"\b(?:according\s+to|told|said|statement\s+(?:by|from)|spokes\w+\s+(?:of|for))\s+(?:the\s+)?$", re.IGNORECASE
)
_SPEAKS = re.compile(
    rf"(?:{SAYS.pattern})|\s+(?:said|spokes\w+|sources?|officials?|commander|chief|leader)\b", re.IGNORECASE
)
_HELD = re.compile(r"(?:[-\s]+|\s+is\s+)(?:held|controlled|run)\b", re.IGNORECASE)
_MOST_SPANS = 3
_REACH = 40  # characters before a side in which a speaker's verb stands


class Side(Protocol):
    """Who may be a side: offsets, the actor's id, the party, the type."""

    @property
    def start(self) -> int:
        """Where its words begin."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def actor(self) -> str | None:
        """The actor's id, None for a party."""

    @property
    def type(self) -> str:
        """The actor's type, "party" for a party."""

    @property
    def is_of_the_state(self) -> bool:
        """Is it a force of a state?"""


_S = TypeVar("_S", bound=Side)


def draft_sides(
    page: Page,
    incident: str,
    told: Sequence[tuple[Event, Sequence[_S]]],
    describe: Callable[[_S, int | None], DoerValue],
) -> Iterator[Draft]:
    """Draft the participants of one clash, each once, in text order; describe: makes a side's value."""
    found: dict[str, tuple[_S, list[tuple[int, int]]]] = {}
    for event, sides in told:
        if not any(t.kind == "armed_clash" for t in event.triggers) and not event.harms:
            continue
        for who in sides:
            if not _fights(page, event, who):
                continue
            value = describe(who, None)
            spans = found.setdefault(value.actor or (value.description or "").lower(), (who, []))[1]
            if len(spans) < _MOST_SPANS and all(page.sentence_at(a) != page.sentence_at(who.start) for a, _ in spans):
                spans.append((who.start, who.end))
    whos = [who for who, _ in found.values()]
    for n, (who, spans) in enumerate(found.values(), 1):
        yield Draft(incident, "participant", describe(who, _side_of(who, n, whos)), tuple(spans))


def _side_of(who: Side, number: int, whos: Sequence[Side]) -> int | None:
    """Number a side: the state's forces are one, armed groups another; of one kind alone, two are two sides."""
    if len({w.is_of_the_state for w in whos}) > 1:
        return 1 if who.is_of_the_state == whos[0].is_of_the_state else 2
    return number if len(whos) == 2 else None


def _fights(page: Page, event: Event, who: Side) -> bool:
    if who.type not in _ARMED:
        return False
    before = page.text[max(event.start, who.start - _REACH) : who.start]
    after = page.text[who.end : min(event.end, who.end + _REACH)]
    return not (_SPOKEN.search(before) or _SPEAKS.match(after) or _HELD.match(after))
