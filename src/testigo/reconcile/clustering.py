"""Groups out of scored pairs, without chaining: two groups join only when their members, taken together, speak for it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testigo.reconcile.comparison import Comparison
from testigo.reconcile.profiling import Member, Profile

Pair = tuple[Member, Member]
JOINED_FROM = 0.5  # two groups are one where the mean of their pairs speaks for it


@dataclass(frozen=True, slots=True)
class Links:
    """What people decided about pairs: `must` are one, `cannot` are not; each pair sorted. must wins over cannot."""

    must: frozenset[Pair] = frozenset()
    cannot: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Report incidents that are one. members: the founder first, then sorted.

    scores: for each member, how surely it belongs to the others, None where it stands alone.
    """

    members: tuple[Member, ...]
    scores: tuple[float | None, ...]


def cluster(
    profiles: Iterable[Profile], comparisons: Iterable[Comparison], links: Links | None = None
) -> tuple[Group, ...]:
    """Group report incidents, all of them, sorted by founder; the order of the input does not matter.

    Two incidents of one report stay apart unless `links.must` says otherwise.
    """
    links = links or Links()
    known = {p.member: p for p in sorted(profiles, key=lambda p: p.member)}
    edges = {(c.a, c.b): c.score for c in comparisons if c.a in known and c.b in known}
    parents = {m: m for m in known}
    for a, b in sorted(links.must):
        if a in known and b in known:
            _join(parents, a, b)
    cannot = {frozenset(p) for p in links.cannot}
    groups: dict[Member, set[Member]] = {}
    for m in known:
        groups.setdefault(_root(parents, m), set()).add(m)
    for (a, b), score in sorted(edges.items(), key=lambda e: (-e[1], e[0])):
        if score < JOINED_FROM:
            break
        one, other = groups[_root(parents, a)], groups[_root(parents, b)]
        if one is other or _barred(one, other, cannot):
            continue
        between = [edges.get((min(x, y), max(x, y)), 0.01) for x in one for y in other]
        if sum(map(_bits, between)) <= 0:
            continue
        _join(parents, a, b)
        root = _root(parents, a)
        groups[root] = one | other
    return tuple(_group(groups[r], known, edges) for r in sorted({_root(parents, m) for m in known}))


def _barred(one: set[Member], other: set[Member], cannot: set[frozenset[Member]]) -> bool:
    if {m[0] for m in one} & {m[0] for m in other}:
        return True
    return any(frozenset((x, y)) in cannot for x in one for y in other) if cannot else False


def _bits(score: float) -> float:
    return math.log2(max(score, 1e-9) / max(1 - score, 1e-9))


def _group(members: set[Member], known: Mapping[Member, Profile], edges: Mapping[Pair, float]) -> Group:
    ordered = sorted(members, key=lambda m: (founding_order(known[m]), m))
    scores = tuple(_score(m, ordered, edges) for m in ordered)
    return Group(tuple(ordered), scores)


def founding_order(profile: Profile) -> tuple[bool, int]:
    """Sort the incident that founds a group first: the chief one of the earliest report."""
    return not profile.main, profile.published or 10**7


def _score(member: Member, members: Sequence[Member], edges: Mapping[Pair, float]) -> float | None:
    told = [edges.get((min(member, m), max(member, m))) for m in members if m != member]
    return max((s for s in told if s is not None), default=None)


def _root(parents: dict[Member, Member], member: Member) -> Member:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member


def _join(parents: dict[Member, Member], a: Member, b: Member) -> None:
    a, b = _root(parents, a), _root(parents, b)
    parents[max(a, b)] = min(a, b)
