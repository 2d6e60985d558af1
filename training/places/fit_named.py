#!/usr/bin/env python3
"""Fit the weights by which a capitalised name that the gazetteer knows is judged to be a place's.

    python training/places/fit_named.py SHARED/bench/places [--write]

In: LGL, TR-News and GeoWebNews (texts stay where they are). A spot that overlaps a tagged name of a place is one, a
spot that overlaps nothing is none; GeoWebNews' tags that are neither (a state's name for its government, a part of a
body's name) are left out. Logistic regression, L2; five folds by document. Run fit.py first: it needs those weights.
Out: src/testigo/extract/mentions/place_named.csv.
"""

import argparse
import csv
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from place_rows import Article, articles
from testigo.extract.mentions.place_choose import Chooser
from testigo.extract.mentions.place_links import find_links
from testigo.extract.mentions.place_named import NAMED, WEIGHTS
from testigo.extract.mentions.place_spots import find_spots
from testigo.reference import Gazetteer

SETS = ("lgl", "trnews", "gwn")
FOLDS, STRENGTH = 5, 1.0


def rows_of(article: Article, gazetteer: Gazetteer) -> list[tuple[list[float], int]]:
    """Give the features and the truth (1: a place's name) of each spot of an article that needs judging."""
    spots = find_spots(article.page, gazetteer, article.names)
    chooser = Chooser(gazetteer, article.page, spots, find_links(article.page, spots), article.outlet)
    found = []
    for at, spot in enumerate(spots):
        if spot.form in ("demonym", "description", "clue", "dateline") or spot.is_short:
            continue
        vector = chooser.named(at)
        is_gold = any(g.start < spot.end and spot.start < g.end for g in article.gold)
        is_other = any(start < spot.end and spot.start < end for start, end in article.other)
        if vector is not None and (is_gold or not is_other):
            found.append((list(vector), int(is_gold)))
    return found


def main() -> None:
    """Cross-validate; with --write, fit on everything and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    rows = [
        (name, i % FOLDS, vector, truth)
        for name in SETS
        for i, article in enumerate(articles(options.data / f"{name}.jsonl", gazetteer))
        for vector, truth in rows_of(article, gazetteer)
    ]
    features, truths = np.array([r[2] for r in rows]), np.array([r[3] for r in rows])
    sets, folds = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    guessed = np.zeros(len(rows))
    for fold in range(FOLDS):
        guessed[folds == fold] = fit(features[folds != fold], truths[folds != fold]).predict_proba(
            features[folds == fold]
        )[:, 1]
    print(json.dumps({name: _report(guessed[sets == name], truths[sets == name]) for name in SETS}, indent=1))
    if options.write:
        write(fit(features, truths).coef_[0])


def fit(features: np.ndarray, truths: np.ndarray) -> LogisticRegression:
    """Fit one model; the first feature is its constant."""
    return LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=5000).fit(features, truths)


def _report(guessed: np.ndarray, truths: np.ndarray) -> dict[str, float]:
    said = guessed >= 0.5
    right = float((said & (truths == 1)).sum())
    return {
        "spots": len(truths),
        "places": float(truths.mean()),
        "precision": right / max(1, said.sum()),
        "recall": right / truths.sum(),
    }


def write(weights: np.ndarray) -> None:
    """Write the weights as a table that a person can read."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["feature", "weight"])
        out.writerows((name, f"{weight:.3f}") for name, weight in zip(NAMED, weights, strict=True))


if __name__ == "__main__":
    main()
