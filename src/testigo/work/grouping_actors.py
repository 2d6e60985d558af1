"""Which actors are one, from what the case keeps of them: those that the register knows by one id, and whom people tie."""

from collections.abc import Mapping

import msgspec

from testigo.reconcile import Links
from testigo.records import Actor
from testigo.work.heaps import heaps_of

Member = tuple[str, str]


class ActorFacts(msgspec.Struct, frozen=True):
    """What grouping needs of an actor."""

    type: str
    name: str
    register: str | None = None

    @classmethod
    def of(cls, actor: Actor) -> "ActorFacts":
        ids = actor.ids or {}
        first = "testigo" if "testigo" in ids else min(ids, default=None)
        return cls(actor.type, actor.name, f"{first}:{ids[first]}" if first else None)


def actor_keys(facts: ActorFacts) -> tuple[str, ...]:
    """Name the keys by which actors hang together."""
    return (f"a:{facts.register}",) if facts.register else ()


def group_actors(facts: Mapping[Member, ActorFacts], links: Links) -> list[tuple[Member, ...]]:
    """Give the groups, each sorted. Whom people keep apart stays apart, also from those that the register adds."""
    known: dict[str, list[Member]] = {}
    for member, told in sorted(facts.items()):
        if told.register:
            known.setdefault(told.register, []).append(member)
    edges = [*sorted(links.must), *((m[0], other) for m in known.values() for other in m[1:])]
    return [tuple(heap) for heap in heaps_of(facts, edges)]
