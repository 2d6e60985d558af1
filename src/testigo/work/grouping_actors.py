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
    heaps = [set(heap) for heap in heaps_of(facts, sorted(links.must))]
    of = {m: heap for heap in heaps for m in heap}
    known: dict[str, list[Member]] = {}
    for member, told in sorted(facts.items()):
        if told.register:
            known.setdefault(told.register, []).append(member)
    kept_apart: dict[Member, set[Member]] = {}
    for a, b in links.cannot:
        kept_apart.setdefault(a, set()).add(b)
        kept_apart.setdefault(b, set()).add(a)
    for alike in known.values():
        _join_alike(alike, of, kept_apart)
    return sorted({id(heap): tuple(sorted(heap)) for heap in of.values()}.values())


def _join_alike(alike: list[Member], of: dict[Member, set[Member]], kept_apart: Mapping[Member, set[Member]]) -> None:
    """Join the heaps of actors that the register knows by one id, each to the first that it may stand with."""
    met: list[set[Member]] = []
    for member in alike:
        own = of[member]
        if any(own is heap for heap in met):
            continue
        barred = {other for m in own for other in kept_apart.get(m, ())}
        into = next((heap for heap in met if not heap & barred), None)
        if into is None:
            met.append(own)
            continue
        into |= own
        of |= dict.fromkeys(own, into)
