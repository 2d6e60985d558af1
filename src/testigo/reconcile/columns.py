"""Profiles side by side as columns, so that many pairs are compared at once.

A column of numbers holds NaN where a report says nothing. A column of sets holds each profile's tokens, hashed to 32
bits and sorted, one after the other; `shared` finds what two profiles of each pair have in common.
"""

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from testigo.reconcile.profiling import Profile

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Sets:
    """A set of tokens for each profile. starts: (profiles + 1,); tokens, weights: one after the other."""

    def __init__(self, rows: Iterable[Iterable[tuple[str, float]]]) -> None:
        sizes, tokens, weights = [0], list[int](), list[float]()
        for row in rows:
            known = sorted({zlib.crc32(token.encode()): weight for token, weight in row}.items())
            sizes.append(len(known))
            tokens += (token for token, _ in known)
            weights += (weight for _, weight in known)
        self.starts: Ints = np.cumsum(np.array(sizes, dtype=np.int64))
        self.tokens = np.array(tokens, dtype=np.uint64)
        self.weights: Floats = np.array(weights, dtype=np.float64)

    def sizes(self, rows: Ints) -> Ints:
        """Tell how many tokens each of these profiles has."""
        sizes: Ints = self.starts[rows + 1] - self.starts[rows]
        return sizes

    def _laid_out(self, rows: Ints) -> tuple[npt.NDArray[np.uint64], Ints]:
        """Give the tokens of these rows, each marked with its row's place in the list, and where each stands."""
        sizes = self.sizes(rows)
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        at: Ints = (
            np.arange(total, dtype=np.int64) - np.repeat(ends - sizes, sizes) + np.repeat(self.starts[rows], sizes)
        )
        owner = np.repeat(np.arange(len(rows), dtype=np.uint64), sizes)
        return (owner << np.uint64(32)) | self.tokens[at], at

    def shared(self, left: Ints, right: Ints, other: "Sets | None" = None) -> tuple[Ints, Floats]:
        """For each pair: how many tokens are shared, and the sum of the products of their weights.

        other: the sets of the right-hand profiles, these same ones where not given.
        """
        mine, mine_at = self._laid_out(left)
        theirs, theirs_at = (other or self)._laid_out(right)
        found = np.searchsorted(theirs, mine)
        hit = found < len(theirs)
        hit[hit] = theirs[found[hit]] == mine[hit]
        owner = (mine[hit] >> np.uint64(32)).astype(np.int64)
        product = self.weights[mine_at[hit]] * (other or self).weights[theirs_at[found[hit]]]
        count: Ints = np.bincount(owner, minlength=len(left)).astype(np.int64)
        summed: Floats = np.bincount(owner, weights=product, minlength=len(left)).astype(np.float64)
        return count, summed


class Columns:
    """What fields compare: numbers by name, sets by name, each made when first asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.profiles = profiles
        self._sets: dict[str, Sets] = {}
        self._numbers: dict[str, Floats] = {}
        self._signatures: tuple[npt.NDArray[np.uint8], Flags] | None = None

    def sets(self, name: str, tokens: Callable[[Profile], Iterable[Any]]) -> Sets:
        """Give a column of sets; tokens: each a string, or a string with its weight."""
        if name not in self._sets:
            rows = ((t if isinstance(t, tuple) else (str(t), 1.0) for t in tokens(p)) for p in self.profiles)
            self._sets[name] = Sets(rows)
        return self._sets[name]

    def signatures(self) -> tuple[npt.NDArray[np.uint8], Flags]:
        """Give the texts' signatures, one row of bytes each, and which profiles have one."""
        if self._signatures is None:
            size = max((len(p.signature or "") // 2 for p in self.profiles), default=0)
            signs = np.zeros((len(self.profiles), size), dtype=np.uint8)
            for row, p in enumerate(self.profiles):
                raw = bytes.fromhex(p.signature or "")
                signs[row, : len(raw)] = np.frombuffer(raw, dtype=np.uint8)
            self._signatures = signs, np.array([bool(p.signature) for p in self.profiles])
        return self._signatures

    def numbers(self, name: str, value: Callable[[Profile], float | None]) -> Floats:
        """Give a column of numbers, NaN where the profile says nothing."""
        if name not in self._numbers:
            told = (value(p) for p in self.profiles)
            self._numbers[name] = np.array([np.nan if v is None else v for v in told], dtype=np.float64)
        return self._numbers[name]


def first_true(*levels: Flags) -> Ints:
    """Give for each pair the number of the first level that holds, one more than there are where none does."""
    return np.select(levels, list(range(len(levels))), default=len(levels)).astype(np.int64)
