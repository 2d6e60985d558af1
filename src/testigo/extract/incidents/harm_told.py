"""The harm of one incident's events in text order, with the parts told of a count given that count's own harm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testigo.extract.incidents.events import Event
from testigo.extract.incidents.harm import Harm
from testigo.extract.mentions.parties import Party

TOLL = re.compile(
    r"\b(?:death |casualty )?tolls?\b(?! (?:road|booth|plaza|bridge))|\bnumber of (?:the )?(?:dead|deaths|people killed|"
    r"fatalities)\b",
    re.IGNORECASE,
)


def harms_of(events: Sequence[Event]) -> Iterator[tuple[Event, Harm]]:
    """Give every event's harms; "two of them were children" gets the harm of those counted just before.

    A part whose whole came to more than one kind of harm, or to none, is left out: unsure means silent. So is what
    somebody did to himself where others came to harm: he is no victim (`own_deaths` tells of him).
    """
    told = list(_harms_of(events))
    beside_others = any(_is_of_others(h, points_back=False) for _, h in told)
    yield from ((e, h) for e, h in told if not (beside_others and h.of_self))


def has_others(events: Sequence[Event]) -> bool:
    """Did anybody come to harm by another's hand?"""
    return any(_is_of_others(h) for _, h in _harms_of(events))


def own_deaths(events: Sequence[Event]) -> Iterator[Harm]:
    """Give the deaths by their own hand of those who harmed others: "killed four before he shot himself dead"."""
    told = list(_harms_of(events))
    if any(_is_of_others(h) for _, h in told):
        yield from (h for _, h in told if h.of_self and h.predicate == "killed" and len(h.whos) == 1)


def _is_of_others(harm: Harm, *, points_back: bool = True) -> bool:
    """Did somebody who is not told as a doer come to bodily harm by another's hand?

    points_back: do "he" and "the victim" count too, who may be the one who did it to himself?
    """
    if harm.of_self or harm.predicate not in ("killed", "injured", "shot", "casualties"):
        return False
    parties = (w.party for w in harm.whos)
    return any(not p or not (p.kind.group == "perpetrators" or (_points_back(p) and not points_back)) for p in parties)


def _points_back(party: Party) -> bool:
    return party.is_one and party.is_definite and party.kind.generic


def _harms_of(events: Sequence[Event]) -> Iterator[tuple[Event, Harm]]:
    before: set[str] = set()
    for event in events:
        inside: set[str] = {"killed"} if TOLL.search(event.sentence.text) else set()
        for harm in event.harms:
            if harm.predicate == "same":
                said = inside or before
                if len(said) == 1:
                    yield event, replace(harm, predicate=next(iter(said)))
            else:
                if harm.predicate != "named":
                    inside.add(harm.predicate)
                yield event, harm
        before = inside or before
