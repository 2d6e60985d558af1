#!/usr/bin/env python3
"""Fit the weights by which the places of a document are chosen.

    python training/places/fit.py SHARED/bench/places          print what cross-validation gives, write nothing
    python training/places/fit.py SHARED/bench/places --write  fit on all of it and write place_weights.csv

In: LGL, TR-News and GeoWebNews with gazetteer ids (their texts stay where they are; only fitted numbers are kept).
How: one conditional logistic model a round (the candidates of one name compete), L2-regularised; each later round sees
what the round before made of the document. Five folds, by document, the same document never on both sides.
Out: the table src/testigo/extract/mentions/place_weights.csv.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from place_rows import Article, articles, is_within
from testigo.extract.mentions.place_given import given_ranker
from testigo.extract.mentions.place_rank import FEATURES, ROUNDS, WEIGHTS
from testigo.reference import Gazetteer

SETS = ("lgl", "trnews", "gwn")
LAND = frozenset("AREA RGN CONT LK LKS SEA OCN STM GULF BAY STRT VAL MTS PEN ISLS ISL DSRT".split())
# Set by hand: the sets' own ids for stretches of land are not ours, so they teach nothing of our table of them, which
# is short and of names that mean the land ("the Sahel") before any town or province of the name.
BY_HAND = {"is_land": 10.0}
FOLDS = 5
PENALTY = 1.0  # swept 0.3-10 by cross-validation on the shared halves, 2026-11: flat between 0.5 and 3


class Doc:
    """One article with its ranker and, for each sense, how often the gold takes each candidate."""

    def __init__(self, article: Article, gazetteer: Gazetteer) -> None:
        self.article = article
        spans = [g.span for g in article.gold]
        self.ranker, self.at = given_ranker(article.page, gazetteer, article.names, spans, article.outlet)
        self.targets: dict[int, np.ndarray] = {}
        for gold, spot in zip(article.gold, self.at, strict=True):
            number = self.ranker.of[spot]
            if number < 0 or not (gold.covered or gold.code in LAND):
                continue
            seats = self.ranker.senses[number].seats
            if not gold.covered:  # a stretch of land or water that our own table may have under an id of its own
                right = [float(s.place.type in ("region", "water")) for s in seats]
            else:
                right = [float(s.place.id == gold.id) for s in seats]
            if gold.covered and not any(right):
                right = [float(is_within(s.place, gold, 25)) for s in seats]
            if any(right):
                row = self.targets.setdefault(number, np.zeros(len(seats)))
                row += np.array(right) / sum(right)


def groups(docs: Sequence[Doc]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Give the features (candidates, features) and targets (candidates,) of every sense that the gold speaks of."""
    for doc in docs:
        vectors = doc.ranker.vectors()
        for number, target in sorted(doc.targets.items()):
            yield np.array(vectors[number], dtype=float), target


def fit_round(docs: Sequence[Doc], penalty: float) -> np.ndarray:
    """Fit one round's weights on what the round before left in these documents."""
    pairs = list(groups(docs))
    features = np.concatenate([x for x, _ in pairs])
    targets = np.concatenate([t for _, t in pairs])
    sizes = np.array([len(t) for _, t in pairs])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    counts = np.add.reduceat(targets, starts)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = features @ w
        score -= np.repeat(np.maximum.reduceat(score, starts), sizes)
        grown = np.exp(score)
        total = np.add.reduceat(grown, starts)
        chance = grown / np.repeat(total, sizes)
        log = score - np.repeat(np.log(total), sizes)
        slope = features.T @ (np.repeat(counts, sizes) * chance - targets)
        return float(-(targets * log).sum() + penalty * (w**2).sum() / 2), slope + penalty * w

    return np.asarray(minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x)


def fit(docs: Sequence[Doc], penalty: float) -> list[np.ndarray]:
    """Fit all rounds, each upon the one before."""
    found: list[np.ndarray] = []
    for doc in docs:
        doc.ranker.chances = []
    for _ in range(ROUNDS):
        found.append(fit_round(docs, penalty))
        for doc in docs:
            doc.ranker.step(tuple(found[-1]))
    return found


def answers(doc: Doc, rounds: Sequence[np.ndarray]) -> Iterator[tuple[Any, Any, float]]:
    """Give for each covered gold name: the gold, the place chosen (None where none is known), its chance."""
    doc.ranker.chances = []
    for weighing in rounds:
        doc.ranker.step(tuple(weighing))
    for gold, spot in zip(doc.article.gold, doc.at, strict=True):
        number = doc.ranker.of[spot]
        if not gold.covered:
            continue
        if number < 0:
            yield gold, None, 0.0
            continue
        chances = doc.ranker.chances[number]
        best = max(range(len(chances)), key=lambda i: chances[i])
        yield gold, doc.ranker.senses[number].seats[best].place, chances[best]


def report(name: str, rows: Sequence[tuple[Any, Any, float]]) -> dict[str, float]:
    """Measure answers: all of them, and those left when the 15% with the least chance are refused."""
    kept = sorted(rows, key=lambda r: -r[2])[: round(0.85 * len(rows))]
    return {
        "rows": len(rows),
        "exact": sum(p is not None and p.id == g.id for g, p, _ in rows) / len(rows),
        "within_25": sum(p is not None and is_within(p, g, 25) for g, p, _ in rows) / len(rows),
        "within_161": sum(p is not None and is_within(p, g, 161) for g, p, _ in rows) / len(rows),
        "kept_161": sum(p is not None and is_within(p, g, 161) for g, p, _ in kept) / len(kept),
    }


def main() -> None:
    """Cross-validate; with --write, fit on everything and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    docs = {name: [Doc(a, gazetteer) for a in articles(options.data / f"{name}.jsonl", gazetteer)] for name in SETS}
    rows: dict[str, list[tuple[Any, Any, float]]] = {name: [] for name in SETS}
    for fold in range(FOLDS):
        learn = [d for name in SETS for i, d in enumerate(docs[name]) if i % FOLDS != fold]
        rounds = fit(learn, options.penalty)
        for name in SETS:
            for doc in docs[name][fold::FOLDS]:
                rows[name].extend(answers(doc, rounds))
    print(json.dumps({name: report(name, rows[name]) for name in SETS}, indent=1))
    if options.write:
        write(fit([d for name in SETS for d in docs[name]], options.penalty))


def write(rounds: Sequence[np.ndarray]) -> None:
    """Write the weights as a table that a person can read."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["feature", *(f"round_{n + 1}" for n in range(len(rounds)))])
        for number, name in enumerate(FEATURES):
            out.writerow([name, *(f"{BY_HAND.get(name, weighing[number]):.3f}" for weighing in rounds)])


if __name__ == "__main__":
    main()
