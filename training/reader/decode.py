"""From the heads' scores to incidents, in numpy: the same steps whether the scores come from PyTorch or from ONNX.

A document's tags are decoded role by role (Viterbi, a bias for O), mentions of one role that are one thing become one
entity, kinds of incident pass a threshold, and each entity goes to the kinds that it belongs to.
"""

import re
from dataclasses import dataclass

import numpy as np

from examples import KINDS, ROLES, Span

Array = np.ndarray


@dataclass(frozen=True)
class Thresholds:
    """What decoding is tuned by, on held-out documents. outside: added to O's score, for each role."""

    outside: tuple[float, ...] = (0.0,) * len(ROLES)
    told: float = 0.5
    belongs: float = 0.5
    least: float = 0.1


def best_path(scores: Array, outside: float) -> list[Span]:
    """Decode one role. scores: (tokens, 3) for O, B, I; an I follows a B or an I only."""
    o, b, i = (scores[:, n].astype(float).tolist() for n in range(3))
    back: list[tuple[int, int, int]] = []
    so, sb, si = o[0] + outside, b[0], -1e9
    for n in range(1, len(o)):
        first = max((so, 0), (sb, 1), (si, 2))
        inside = max((sb, 1), (si, 2))
        back.append((first[1], first[1], inside[1]))
        so, sb, si = first[0] + o[n] + outside, first[0] + b[n], inside[0] + i[n]
    state = max((so, 0), (sb, 1), (si, 2))[1]
    path = [state]
    for step in reversed(back):
        state = step[state]
        path.append(state)
    path.reverse()
    out, begun = [], None
    for n, s in enumerate([*path, 0]):
        if begun is not None and s != 2:
            out.append((begun, n))
            begun = None
        if s == 1:
            begun = n
    return out


@dataclass
class Found:
    """A mention as decoded: tokens, role, words, how likely it belongs to each kind (kinds,)."""

    start: int
    end: int
    role: int
    words: str
    kinds: Array


def fold(words: str) -> str:
    """Bring a mention's words to the form in which they are compared."""
    return " ".join(re.findall(r"\w+", words.lower()))


def acronym(words: str) -> str:
    """Give the first letters of a name's larger words."""
    return "".join(w[0] for w in fold(words).split() if w not in {"of", "the", "and", "for", "de", "la", "del", "y"})


def entities(mentions: list[Found]) -> list[list[Found]]:
    """Group a document's mentions of each role: equal words, one within the other, or an acronym of it."""
    out: list[list[Found]] = []
    for m in mentions:
        mine = fold(m.words)
        for group in out:
            if group[0].role == m.role and any(_is_one(mine, fold(g.words)) for g in group):
                group.append(m)
                break
        else:
            out.append([m])
    return out


def _is_one(a: str, b: str) -> bool:
    if a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    short, long = sorted((a, b), key=len)
    return " " not in short and len(short) > 2 and " " in long and short == acronym(long)


def templates(told: Array, mentions: list[Found], limits: Thresholds) -> list[dict[str, object]]:
    """Fill one template for each kind told, in the five-role form (unnamed victims left out)."""
    kinds = [k for k in range(len(KINDS)) if told[k] > limits.told]
    out: list[dict[str, object]] = []
    names = {"perp_ind": "PerpInd", "perp_org": "PerpOrg", "target": "Target", "victim": "Victim", "weapon": "Weapon"}
    groups = entities(mentions)
    for kind in kinds:
        filled: dict[str, object] = {"incident_type": KINDS[kind]} | {n: [] for n in names.values()}
        for group in groups:
            name = names.get(ROLES[group[0].role])
            score = np.max([m.kinds for m in group], axis=0)
            best = max(kinds, key=lambda k: score[k])
            if name and (score[kind] > limits.belongs or (kind == best and score.max() > limits.least)):
                words = sorted({m.words.lower() for m in group}, key=lambda w: (-len(w), w))
                filled[name].append(words)  # type: ignore[attr-defined]
        out.append(filled)
    return out
