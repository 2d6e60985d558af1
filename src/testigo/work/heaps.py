"""What hangs together by any chain of edges."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T", int, tuple[str, str])


def heaps_of(things: Iterable[T], edges: Iterable[tuple[T, T]]) -> list[list[T]]:
    """Give the things in heaps that no edge leaves, each sorted, by their first; edges to others are passed over."""
    up = {t: t for t in sorted(things)}
    for a, b in edges:
        if a in up and b in up:
            one, other = _top(up, a), _top(up, b)
            up[max(one, other)] = min(one, other)
    found: dict[T, list[T]] = {}
    for thing in up:
        found.setdefault(_top(up, thing), []).append(thing)
    return list(found.values())


def _top(up: dict[T, T], thing: T) -> T:
    while up[thing] != thing:
        up[thing] = up[up[thing]]
        thing = up[thing]
    return thing
