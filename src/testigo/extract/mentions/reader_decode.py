"""From the trained reader's scores to spans: Viterbi over outside, begin and inside, and the limits it is tuned by."""

from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = -1e9
_LEAST = 1e-6


@dataclass(frozen=True)
class Limits:
    """What decoding is tuned by, on documents held out of training; stored beside the weights.

    outside: added to the score of "outside", for each role; told: the least chance at which a kind of incident counts as
    told; belongs: at which a mention belongs to it. chances: for each role, and for `told`, slope and intercept by which
    the network's log odds become those of being right (training/reader/calibrate.py).
    """

    outside: tuple[float, ...] = (0.0,) * 6
    told: float = 0.5
    belongs: float = 0.5
    chances: dict[str, tuple[float, float]] = field(default_factory=dict)

    def calibrated(self, name: str, raw: Scores) -> Scores:
        """Turn the network's chances of one role into measured ones; unmeasured ones stay. Keeps their order."""
        if name not in self.chances:
            return raw
        slope, intercept = self.chances[name]
        clipped = np.clip(raw, _LEAST, 1 - _LEAST)
        odds = slope * np.log(clipped / (1 - clipped)) + intercept
        made: Scores = (1 / (1 + np.exp(-odds))).astype(np.float32)
        return made

    def as_dict(self) -> dict[str, Any]:
        """Give the limits as they are stored."""
        return asdict(self)


def best_path(scores: Scores, outside: float) -> list[tuple[int, int]]:
    """Decode one role into spans of tokens. scores: (tokens, 3) for outside, begin, inside, which follows begin or inside.

    Time is linear in the number of tokens.
    """
    if not len(scores):
        return []
    o, b, i = (scores[:, n].astype(float).tolist() for n in range(3))
    back: list[tuple[int, int]] = []
    so, sb, si = o[0] + outside, b[0], _NEVER
    for n in range(1, len(o)):
        free, freely = max((so, 0), (sb, 1), (si, 2))
        held, holding = max((sb, 1), (si, 2))
        back.append((freely, holding))
        so, sb, si = free + o[n] + outside, free + b[n], held + i[n]
    state = max((so, 0), (sb, 1), (si, 2))[1]
    path = [state]
    for freely, holding in reversed(back):
        state = holding if state == 2 else freely
        path.append(state)
    return _spans(path[::-1])


def _spans(path: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begun: int | None = None
    for n, state in enumerate([*path, 0]):
        if begun is not None and state != 2:
            out.append((begun, n))
            begun = None
        if state == 1:
            begun = n
    return out
