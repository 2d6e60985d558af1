"""Fit a linear model by which the candidates of one choice compete: conditional logistic regression, L2-regularised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Bounds = tuple[float | None, float | None]
_NO_BOUNDS: Mapping[str, Bounds] = {}


@dataclass(frozen=True)
class Choice:
    """One choice: its candidates' signs with their strengths, which of them are right (one or more), and its weight."""

    candidates: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def fit(
    choices: Sequence[Choice], penalty: float, least: int = 5, bounds: Mapping[str, Bounds] = _NO_BOUNDS
) -> dict[str, float]:
    """Give each sign's weight; where several candidates are right, their chances add up.

    penalty: of the squared weights. least: choices in which a sign must occur to get a weight. bounds: between which
    values a sign's weight must lie, for signs that the choices at hand show in one light only.
    """
    usable = [c for c in choices if any(c.right) and not all(c.right)]
    seen: dict[str, int] = {}
    for choice in usable:
        for sign in {s for candidate in choice.candidates for s in candidate}:
            seen[sign] = seen.get(sign, 0) + 1
    names = sorted(s for s, n in seen.items() if n >= least)
    column = {name: at for at, name in enumerate(names)}
    rows, columns, values, starts, right, weights = [], [], [], [], [], []
    count = 0
    for choice in usable:
        starts.append(count)
        weights.append(choice.weight)
        for candidate, is_right in zip(choice.candidates, choice.right, strict=True):
            for sign, strength in candidate.items():
                if sign in column:
                    rows.append(count)
                    columns.append(column[sign])
                    values.append(strength)
            right.append(is_right)
            count += 1
    table = csr_matrix((values, (rows, columns)), shape=(count, len(names)))
    limits = [bounds.get(name, (None, None)) for name in names]
    solved = _solve(table, np.array(starts), np.array(right), np.array(weights), penalty, limits)
    return {name: round(float(w), 3) for name, w in zip(names, solved, strict=True)}


def _solve(
    table: csr_matrix, starts: np.ndarray, right: np.ndarray, weights: np.ndarray, penalty: float, limits: list[Bounds]
) -> np.ndarray:
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, table.shape[0])))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ w
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        whole = np.add.reduceat(chances, starts)
        good = np.where(right, chances, 0.0)
        part = np.add.reduceat(good, starts) + 1e-12
        value = -(weights * (np.log(part) - np.log(whole))).sum() + penalty * (w @ w) / 2
        slope = table.T @ (weights[group] * (chances / whole[group] - good / part[group])) + penalty * w
        return float(value), slope

    found = minimize(
        loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", bounds=limits, options={"maxiter": 500}
    )
    return np.asarray(found.x)
