"""Groups out of scored pairs, without chaining: two groups join only when all their pairs together speak for it.

Average linkage over the scores' bits (log2 of the odds), the surest two groups first. A chain A–B–C whose ends speak
against each other is cut where it is weakest. A pair that shares no key, or scored under `FLOOR`, counts as `FLOOR_BITS`
against. Each connected part is worked out by itself, so a new report touches only the part that it belongs to.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from testigo.reconcile.comparison import Comparison
from testigo.reconcile.profiling import Member, Profile

Pair = tuple[Member, Member]
FLOOR_BITS = -6.0  # swept -10 to -3 on us_incidents train, 2026-11: flat from -10 to -5, chains above
FLOOR = 1 / (1 + 2.0**-FLOOR_BITS)  # 0.015: whoever keeps pairs may leave out those below, and nothing changes
CEILING_BITS = 10.0
# Swept 0.15–0.4 on 600 incidents of train, 2026-12: B-cubed .942 at 0.4, .945 at 0.25 and 0.2, .943 at 0.15; deaths counted
# twice 8.3, 6.5, 5.2, 2.5; exactly right .848, .847, .837, .815. At 0.25 exactly right fell under its floor on dev.
JOINED_FROM = 0.32


@dataclass(frozen=True, slots=True)
class Links:
    """What people decided about pairs: `must` are one, `cannot` are not; each pair sorted. must wins over cannot."""

    must: frozenset[Pair] = frozenset()
    cannot: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Report incidents that are one. members: the founder first, then by day of publication.

    scores: for each member, how surely it belongs to the others, None where nothing was compared.
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
    known = {p.member: p for p in profiles}
    edges = {(c.a, c.b): c.score for c in comparisons if c.a in known and c.b in known and c.score >= FLOOR}
    joining = _Joining(sorted(known), edges, links)
    groups = [_group(members, known, edges) for members in joining.groups()]
    return tuple(sorted(groups, key=lambda g: g.members))


class _Joining:
    """Groups as they grow. Each has the number of its first member; bits: the sum over the scored pairs between two."""

    def __init__(self, members: Sequence[Member], edges: Mapping[Pair, float], links: Links) -> None:
        self._members: dict[int, list[Member]] = {i: [m] for i, m in enumerate(members)}
        self._of = {m: i for i, m in enumerate(members)}
        self._barred: dict[int, set[int]] = {}
        self._bits: dict[int, dict[int, float]] = {}
        self._scored: dict[int, dict[int, int]] = {}
        for (a, b), score in sorted(edges.items()):
            for i, j in ((self._of[a], self._of[b]), (self._of[b], self._of[a])):
                self._bits.setdefault(i, {})[j] = bits_of(score)
                self._scored.setdefault(i, {})[j] = 1
        for a, b in sorted(links.must):
            if a in self._of and b in self._of and self._of[a] != self._of[b]:
                self._join(self._of[a], self._of[b])
        for a, b in sorted(links.cannot):
            if a in self._of and b in self._of:
                self._barred.setdefault(self._of[a], set()).add(self._of[b])
                self._barred.setdefault(self._of[b], set()).add(self._of[a])
        self._documents = {i: {m[0] for m in ms} for i, ms in self._members.items()}

    def groups(self) -> list[list[Member]]:
        """Join the surest two until nothing speaks for joining any more."""
        waiting = [w for i in self._bits for w in self._offers(i) if w[1] < w[2]]
        heapq.heapify(waiting)
        while waiting:
            offer = heapq.heappop(waiting)
            _, i, j, sizes = offer
            if sizes != (self._size(i), self._size(j)) or not self._may(i, j):
                continue
            kept = self._join(i, j)
            self._documents[kept] = self._documents.pop(i) | self._documents.pop(j)
            for again in self._offers(kept):
                heapq.heappush(waiting, again)
        return list(self._members.values())

    def _offers(self, i: int) -> Iterator[tuple[float, int, int, tuple[int, int]]]:
        least = bits_of(JOINED_FROM)
        for j in self._bits.get(i, ()):
            mean = self._mean(i, j)
            if mean > least:
                first, second = min(i, j), max(i, j)
                yield -mean, first, second, (self._size(first), self._size(second))

    def _mean(self, i: int, j: int) -> float:
        pairs = self._size(i) * self._size(j)
        return (self._bits[i][j] + FLOOR_BITS * (pairs - self._scored[i][j])) / pairs

    def _size(self, i: int) -> int:
        return len(self._members.get(i, ()))

    def _may(self, i: int, j: int) -> bool:
        return j not in self._barred.get(i, ()) and not self._documents[i] & self._documents[j]

    def _join(self, i: int, j: int) -> int:
        """Make two groups one under the smaller number."""
        i, j = min(i, j), max(i, j)
        gone = self._members.pop(j)
        self._members[i] += gone
        self._of |= dict.fromkeys(gone, i)
        for sums in (self._bits, self._scored):
            _pour(sums, i, j)  # type: ignore[arg-type]
        for other in self._barred.pop(j, set()):
            self._barred[other].discard(j)
            self._barred[other].add(i)
            self._barred.setdefault(i, set()).add(other)
        return i


def _pour(sums: dict[int, dict[int, float]], i: int, j: int) -> None:
    """Add what stands between j and others to what stands between i and them."""
    mine, theirs = sums.setdefault(i, {}), sums.pop(j, {})
    mine.pop(j, None)
    for other, value in theirs.items():
        sums[other].pop(j, None)
        if other != i:
            mine[other] = mine.get(other, 0) + value
            sums[other][i] = mine[other]


def bits_of(score: float) -> float:
    """Give a score as bits: log2 of its odds, no further from 0 than one pair may weigh."""
    odds = max(score, 1e-9) / max(1 - score, 1e-9)
    return max(FLOOR_BITS, min(CEILING_BITS, round(math.log2(odds), 6)))


def _group(members: Sequence[Member], known: Mapping[Member, Profile], edges: Mapping[Pair, float]) -> Group:
    ordered = sorted(members, key=lambda m: (founding_order(known[m]), m))
    return Group(tuple(ordered), tuple(_score(m, ordered, edges) for m in ordered))


def founding_order(profile: Profile) -> tuple[bool, int]:
    """Sort the incident that founds a group first: the chief one of the earliest report."""
    return not profile.main, profile.published or 10**7


def _score(member: Member, members: Sequence[Member], edges: Mapping[Pair, float]) -> float | None:
    told = (edges.get((min(member, m), max(member, m))) for m in members if m != member)
    return max((s for s in told if s is not None), default=None)
