"""A hit: one stretch of words that names an actor, before it is known which hits are one actor."""

from collections.abc import Iterable
from dataclasses import dataclass

from testigo.records.codes import ActorType
from testigo.reference.register import RegisterActor

ARMED: frozenset[ActorType] = frozenset({"armed_group", "criminal_group"})
BODIES: frozenset[ActorType] = frozenset(
    {"state_force", "government", "court", "outlet", "organisation", "civilian_group"}
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that name an actor. `name`: as it goes into the record, without an article; `form` as in ActorMention.

    is_sure: the words themselves show the type; else it gives way to what other hits of the same actor show.
    """

    start: int
    end: int
    sentence: int
    name: str
    type: ActorType
    form: str = "name"
    entries: tuple[RegisterActor, ...] = ()
    is_sure: bool = True


def free_of(hits: Iterable[Hit], taken: Iterable[tuple[int, int]]) -> tuple[Hit, ...]:
    """Keep the hits that touch none of these spans; both sorted or not."""
    ends = sorted(taken)
    kept, at = [], 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        while at < len(ends) and ends[at][1] <= hit.start:
            at += 1
        if at == len(ends) or ends[at][0] >= hit.end:
            kept.append(hit)
    return tuple(kept)
