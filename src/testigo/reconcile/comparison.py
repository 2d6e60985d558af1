"""How likely it is that two report incidents are one, and why, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from testigo.reconcile.columns import Columns, Floats
from testigo.reconcile.fields import FIELDS, levels
from testigo.reconcile.profiling import Member, Profile
from testigo.reconcile.reasons import say
from testigo.reconcile.weights import Weights, shipped_weights

_CHUNK = 50_000  # pairs compared at a time: about 100 MB
LEAST_WEIGHT = 0.25  # bits; what weighs less is no reason


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field says. weight: in bits, above 0 for one incident, below 0 against; words: for people."""

    field: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair that was compared. a is before b. score: the chance that the two are one incident, 0 to 1."""

    a: Member
    b: Member
    score: float
    reasons: tuple[Reason, ...] = ()


def compare(a: Profile, b: Profile, weights: Weights | None = None) -> Comparison:
    """Compare two incidents with all reasons, heaviest first."""
    told = weights or shipped_weights()
    first, second = sorted((a, b), key=lambda p: p.member)
    found = levels(Columns((first, second)), np.array([0]), np.array([1]))
    reasons = [
        Reason(name, told.of[name][level], words)
        for name, level in zip(FIELDS, found[0].tolist(), strict=True)
        if abs(told.of[name][level]) >= LEAST_WEIGHT and (words := say(name, level, first, second))
    ]
    score = float(_chances(_bits(found, told))[0])
    return Comparison(
        first.member, second.member, score, tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.field)))
    )


def scores(
    profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]], weights: Weights | None = None
) -> list[float]:
    """Give the scores of many pairs of these profiles, without reasons."""
    told = weights or shipped_weights()
    if not pairs:
        return []
    cols, both = Columns(profiles), np.array(pairs, dtype=np.int64)
    found: list[float] = []
    for start in range(0, len(both), _CHUNK):
        part = both[start : start + _CHUNK]
        found += _chances(_bits(levels(cols, part[:, 0], part[:, 1]), told)).tolist()
    return found


def _bits(found: "np.ndarray[tuple[int, ...], np.dtype[np.int8]]", weights: Weights) -> Floats:
    """Add up what the levels weigh: (pairs, fields) to (pairs,)."""
    total: Floats = np.full(len(found), weights.base)
    for column, name in enumerate(FIELDS):
        total += np.array(weights.of[name])[found[:, column].astype(np.int64)]
    return total


def _chances(bits: Floats) -> Floats:
    chances: Floats = np.round(1 / (1 + np.exp2(-np.clip(bits, -40, 40))), 6)
    return chances
