"""The table of what each sign counts for a place being an incident's, and scores by it.

`where_weights.csv` has a row a sign: model, sign, weight. Model `sentence` holds a place against the other places of
its sentence, model `report` against the other places of the report and against none at all. training/places_of_incidents makes it.
"""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("where_weights.csv")


@cache
def weights(model: str) -> Mapping[str, float]:
    """Give the weights of one model by sign; a sign that the table lacks counts nothing."""
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["sign"]: float(row["weight"]) for row in rows if row["model"] == model}


def score(model: str, signs: Iterable[str] | Mapping[str, float]) -> float:
    """Add up the weights of the signs present; of signs with a strength, weight times strength."""
    table = weights(model)
    if isinstance(signs, Mapping):
        return sum(table.get(sign, 0.0) * strength for sign, strength in signs.items())
    return sum(table.get(sign, 0.0) for sign in signs)
