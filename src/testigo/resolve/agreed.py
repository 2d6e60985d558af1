"""The narrowest value that most sources are compatible with; else the one that most give, then the newest."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from testigo.resolve.telling import Telling, When
from testigo.resolve.trace import Trace
from testigo.resolve.votes import Vote, most_given

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Told(Generic[V]):
    """A value that one claim gives."""

    value: V
    telling: Telling


@dataclass(slots=True, eq=False)
class _Value(Generic[V]):
    """A distinct value with all who give it, and after weighing all who are compatible with it."""

    value: V
    told: list[Told[V]]
    givers: set[str]
    supporters: set[str]
    newest: When


def agreed(
    told: Sequence[Told[V]],
    key: Callable[[V], Hashable],
    compatible: Callable[[V, V], bool],
    width: Callable[[V], Any],
    field: str,
    trace: Trace,
) -> V | None:
    """Choose one of the told values and note who is compatible with it; None where nothing is told.

    key: the same for values that are one. width: sorts the narrower first. The order of `told` changes nothing.
    """
    if not told:
        return None
    values = _distinct(told, key)
    for one in values:
        one.supporters = {s for other in values if compatible(other.value, one.value) for s in other.givers}
    chosen = _narrowest(values, width) or _most_given(values, compatible)
    for value in values:
        fits = compatible(value.value, chosen.value)
        for t in value.told:
            if fits:
                trace.use(field, t.telling, f"{t.telling.named_sources}: fits what stands")
            else:
                trace.leave(field, t.telling, "other sources, or newer ones, say otherwise")
    return chosen.value


def _distinct(told: Sequence[Told[V]], key: Callable[[V], Hashable]) -> list[_Value[V]]:
    """Give each value once, in the order of the claims' documents and ids."""
    values: dict[Hashable, _Value[V]] = {}
    for t in sorted(told, key=lambda t: t.telling.key):
        value = values.setdefault(key(t.value), _Value(t.value, [], set(), set(), t.telling.when))
        value.told.append(t)
        value.givers |= {s.key for s in t.telling.sources}
        value.newest = max(value.newest, t.telling.when)
    return list(values.values())


def _narrowest(values: Sequence[_Value[V]], width: Callable[[V], Any]) -> _Value[V] | None:
    everyone = set().union(*(v.givers for v in values))
    most = [v for v in values if 2 * len(v.supporters) > len(everyone)]
    if not most:
        return None
    narrow = min(width(v.value) for v in most)
    return max((v for v in most if width(v.value) == narrow), key=lambda v: (len(v.supporters), v.newest))


def _most_given(values: Sequence[_Value[V]], compatible: Callable[[V, V], bool]) -> _Value[V]:
    """Choose by votes, compatible values voting together for the first of them."""
    kinds: list[_Value[V]] = []
    votes: list[Vote[int]] = []
    for value in values:
        index = next((i for i, k in enumerate(kinds) if compatible(k.value, value.value)), len(kinds))
        if index == len(kinds):
            kinds.append(value)
        votes += [Vote(index, s.key, t.telling.when) for t in value.told for s in t.telling.sources]
    return kinds[most_given(votes)]
