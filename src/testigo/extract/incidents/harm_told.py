"""The harm of one incident's events in text order, with the parts told of a count given that count's own harm."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testigo.extract.incidents.events import Event
from testigo.extract.incidents.harm import Harm

TOLL = re.compile(
    r"\b(?:death |casualty )?tolls?\b(?! (?:road|booth|plaza|bridge))|\bnumber of (?:the )?(?:dead|deaths|people killed|"
    r"fatalities)\b",
    re.IGNORECASE,
)


def harms_of(events: Sequence[Event]) -> Iterator[tuple[Event, Harm]]:
    """Give every event's harms; "two of them were children" gets the harm of those counted just before.

    A part whose whole came to more than one kind of harm, or to none, is left out: unsure means silent.
    """
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
