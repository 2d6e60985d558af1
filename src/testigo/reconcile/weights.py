"""The weights of a comparison: one row for each level of each field, learned by training/matching and shipped readable.

Fellegi and Sunter's weight of a level is log2(m/u): how much more often it holds of two reports of one incident (m)
than of two others that share a key (u). Their sum takes the fields for independent, which they are not (who shares a
town shares words too), so `weight`, in bits as well, is fitted over all fields at once and starts from no such belief;
`m`, `u` and `bits` stand beside it for the reader. The row `base` is what a pair starts from.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from testigo.reconcile.fields import FIELDS
from testigo.records import ConfigError

TABLE = Path(__file__).parent / "data" / "weights.csv"
COLUMNS = ("field", "level", "m", "u", "bits", "weight", "by_hand")
BASE = "base"


@dataclass(frozen=True, slots=True)
class Weights:
    """base: bits before any field is looked at. of: for each field, the weight of each of its levels, in bits."""

    base: float
    of: dict[str, tuple[float, ...]]


@cache
def shipped_weights() -> Weights:
    """Open the shipped table."""
    return read_weights(TABLE)


def read_weights(path: Path) -> Weights:
    """Read a table of weights. Raises ConfigError where a level is missing or is no number."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {(r["field"], r["level"]): r["weight"] for r in csv.DictReader(file)}
    try:
        told = {name: tuple(float(rows[name, level]) for level in levels) for name, (_, levels) in FIELDS.items()}
        return Weights(float(rows[BASE, ""]), told)
    except (KeyError, ValueError) as error:
        raise ConfigError(
            f"weights {path}: {error} is missing or no number. Make it with training/matching."
        ) from error
