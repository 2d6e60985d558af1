"""The narrowest value that most sources are compatible with; else the one that most give, then the newest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from testigo.resolve.telling import Telling
from testigo.resolve.trace import Trace
from testigo.resolve.votes import Vote, most_given

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Told(Generic[V]):
    """A value that one claim gives."""

    value: V
    telling: Telling


def agreed(
    told: Sequence[Told[V]],
    compatible: Callable[[V, V], bool],
    width: Callable[[V], Any],
    field: str,
    trace: Trace,
) -> V | None:
    """Choose one of the told values and note who is compatible with it; None where nothing is told.

    width: sorts the narrower first. The result does not depend on the order of `told`.
    """
    if not told:
        return None
    ordered = sorted(told, key=lambda t: t.telling.key)
    chosen = _narrowest(ordered, compatible, width) or _most_given(ordered, compatible)
    for t in ordered:
        if compatible(t.value, chosen.value):
            trace.use(field, t.telling, f"{t.telling.named_sources}: fits what stands")
        else:
            trace.leave(field, t.telling, "other sources, or newer ones, say otherwise")
    return chosen.value


def _narrowest(
    told: Sequence[Told[V]], compatible: Callable[[V, V], bool], width: Callable[[V], Any]
) -> Told[V] | None:
    everyone = {s.key for t in told for s in t.telling.sources}
    most = [t for t in told if 2 * _supporters(t, told, compatible) > len(everyone)]
    if not most:
        return None
    narrow = min(width(t.value) for t in most)
    narrowest = [t for t in most if width(t.value) == narrow]
    return max(narrowest, key=lambda t: (_supporters(t, told, compatible), t.telling.when))


def _supporters(one: Told[V], told: Sequence[Told[V]], compatible: Callable[[V, V], bool]) -> int:
    return len({s.key for t in told if compatible(t.value, one.value) for s in t.telling.sources})


def _most_given(told: Sequence[Told[V]], compatible: Callable[[V, V], bool]) -> Told[V]:
    """Choose by votes, a vote being for each told value that can be the same as another."""
    kinds: list[Told[V]] = []
    votes: list[Vote[int]] = []
    for t in told:
        index = next((i for i, k in enumerate(kinds) if compatible(k.value, t.value)), len(kinds))
        if index == len(kinds):
            kinds.append(t)
        votes += [Vote(index, s.key, t.telling.when) for s in t.telling.sources]
    return kinds[most_given(votes)]
