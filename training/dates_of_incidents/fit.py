"""Learn what each mark of a date weighs (`when_weights.csv`), and say how well the weights do on reports not learned from.

    PYTHONPATH=src:training/places_of_incidents python training/dates_of_incidents/fit.py US_INCIDENTS MUC4 [--write]

US_INCIDENTS, MUC4: the folders of the two sets (their train parts are read, nothing else). Reading takes some ten minutes
on one core. The model is a conditional logit with "none of them" among the choices; one incident's reports always lie in
one of the five parts of the cross-validation. Needs numpy and scipy, as nothing does at run time.
"""

import argparse
import csv
import zlib
from collections import defaultdict
from collections.abc import Sequence
from math import exp
from pathlib import Path

from reports import Example, Stretch, example_of, muc_reports, us_reports
from softmax import Choice, fit

from testigo.extract import Reader
from testigo.extract.incidents.when_rank import ALWAYS, TABLE

PARTS = 5
PENALTY = 2.0  # of the squared weights; 1 and 2 do alike in cross-validation, 2026-11
LEAST = 20  # reports in which a mark must occur to get a weight
SMALLEST = 0.05  # a smaller weight is not written


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Give the weight of every mark."""
    return fit([_choice(e) for e in examples if e.candidates and e.is_clear], PENALTY, LEAST)


def _choice(example: Example) -> Choice:
    told = tuple({ALWAYS: 1.0} | dict.fromkeys(sorted(c.marks), 1.0) for c in example.candidates)
    right = tuple(c.is_right for c in example.candidates)
    return Choice(({}, *told), (not any(right), *right))


def chosen(example: Example, weights: dict[str, float]) -> tuple[Stretch | None, float]:
    """Give the likeliest stretch of days and its chance."""
    shares: dict[Stretch, float] = defaultdict(float)
    for c in example.candidates:
        shares[c.days] += exp(weights[ALWAYS] + sum(weights.get(m, 0.0) for m in c.marks))
    best = max(shares, key=lambda d: shares[d], default=None)
    return best, shares[best] / (1 + sum(shares.values())) if best else 0.0


def cross_validated(examples: Sequence[Example]) -> list[tuple[Example, Stretch | None, float]]:
    """Give for each report what weights learned from the other parts choose."""
    out = []
    for part in range(PARTS):
        weights = learn([e for e in examples if _part(e) != part])
        out += [(e, *chosen(e, weights)) for e in examples if _part(e) == part]
    return out


def _part(example: Example) -> int:
    return zlib.crc32(example.key.encode()) % PARTS


def figures(name: str, results: Sequence[tuple[Example, Stretch | None, float]]) -> None:
    """Print, for several least chances, how many reports get a date and how many of these dates are right."""
    told = [r for r in results if any(c.is_right for c in r[0].candidates)]
    named = sum(best in {c.days for c in e.candidates if c.is_right} for e, best, _ in told)
    print(
        f"{name}: {len(results)} reports; a right date stands among the candidates of {len(told)}, ranked first {named}"
    )
    for least in (0.0, 0.2, 0.3, 0.4, 0.5):
        said = [(e, best) for e, best, chance in results if best and chance >= least]
        right = sum(best == e.right for e, best in said)
        print(f"  chance >= {least}: {len(said)} get a date, {right} the right one ({right / max(1, len(said)):.3f})")


def write(weights: dict[str, float], path: Path) -> None:
    """Write the table, the marks that speak most for a date first."""
    kept = {m: round(w, 2) for m, w in weights.items() if m == ALWAYS or abs(w) >= SMALLEST}
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("mark", "weight"))
        out.writerows((m, f"{kept[m]:.2f}") for m in sorted(kept, key=lambda m: (m != ALWAYS, -kept[m], m)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("us_incidents", type=Path)
    parser.add_argument("muc4", type=Path)
    parser.add_argument("--write", action="store_true", help="write the shipped table")
    given = parser.parse_args()
    reader = Reader.open()
    us = [example_of(*told, reader) for told in us_reports(given.us_incidents)]
    muc = [example_of(*told, reader) for told in muc_reports(given.muc4)]
    results = cross_validated([*us, *muc])
    keys = {e.key for e in muc}
    figures("US incidents", [r for r in results if r[0].key not in keys])
    figures("MUC-4", [r for r in results if r[0].key in keys])
    weights = learn([*us, *muc])
    if given.write:
        write(weights, TABLE)


if __name__ == "__main__":
    main()
