"""Learn the weights by which report incidents are matched, and write the table that reconciliation ships.

    PYTHONPATH=src:benchmarks python training/matching/learn.py [DATA] [--reports REPORTS]

DATA is the us_incidents set; its train part is read by Testigo itself, so that the weights know how often the reader is
wrong. REPORTS: report records, one a line, as `testigo export CASE --to reports` writes them, named by the set's ids;
without it, the texts are read (minutes). Needs scikit-learn.

Each pair of chief incidents that share a key is one example; it is true where the registry says so. m and u are shares
of levels among true and other pairs. The weights are those of a logistic regression over the levels, in bits. Levels
that hold of fewer than `FEW` pairs have no weight of their own, and those that the set cannot teach are set in BY_HAND.
"""

import argparse
import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from common import SHARED, need_data
from testigo.reconcile.blocking import pairs_of
from testigo.reconcile.columns import Columns
from testigo.reconcile.fields import FIELDS, levels
from testigo.reconcile.profiling import Profile, profiles
from testigo.reconcile.weights import BASE, COLUMNS, TABLE
from testigo.records import Report, load_report

FEW = 30
# Strangers that share a key grow with a collection: train, of 5,687 reports, has 190 pairs an incident, a case of 1,500
# some 70. Scores know nothing of the case that they stand in, so the odds are set for the smaller one, in bits.
SHIFT = 1.5
# What shootings in the United States cannot teach, with the reason; see the docs' page on reconciliation.
BY_HAND: dict[tuple[str, str], float] = {
    # One country throughout: "other countries" is there a town of the same name read wrongly, elsewhere it is a fact.
    ("place", "other countries"): -2.0,
    # Hardly any armed group is named there; among wars who did it tells acts apart, but outlets differ in names.
    ("groups", "two groups shared"): 1.5,
    ("groups", "a group shared"): 1.0,
    ("groups", "other groups"): -0.5,
    # Fewer than 20 incidents there killed ten or more: dozens told alike of one town are rarely two acts. Tolls apart
    # stay as learned, near nothing: outlets differ by half over a battle or a campaign.
    ("killed", "same toll of ten or more"): 2.0,
    ("injured", "same toll of ten or more"): 1.5,
    # All are shootings there: no strike is ever taken for a kidnapping.
    ("kind", "other kinds"): -1.5,
    # Learned on chief incidents alone. What a report tells in passing it tells in few words, so little speaks against
    # it; swept 0 to -5 over all incidents of train: pairwise F1 .847 to .870 at -3.
    ("part", "one is told in passing"): -3.0,
    ("part", "both are told in passing"): -3.0,
    ("part", "both are why the report exists"): 0.0,
}


def read_reports(path: Path) -> Iterator[Report]:
    """Open report records, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(load_report, lines)


def made_reports(documents: Path) -> Iterator[Report]:
    """Read the set's texts."""
    from testigo.work.readers import ReaderOptions  # noqa: PLC0415
    from testigo.work.reports import Failed  # noqa: PLC0415
    from testigo.work.reports import read_reports as read  # noqa: PLC0415

    for found in read([documents], ReaderOptions()):
        if not isinstance(found, Failed):
            yield found


def chief_profiles(reports: Iterator[Report]) -> tuple[list[Profile], dict[str, str]]:
    """Give the profiles of the reports' chief incidents and the documents' names, sorted by member."""
    names: dict[str, str] = {}
    kept: list[Profile] = []
    for report in reports:
        names[report.document.id] = report.document.name
        kept += [p for p in profiles([report]) if p.main]
    return sorted(kept, key=lambda p: p.member), names


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("data", nargs="?", type=Path, default=SHARED / "bench/us_incidents")
    args.add_argument("--reports", type=Path)
    given = args.parse_args()
    need_data(given.data)
    gold = [json.loads(line) for line in (given.data / "train.gold.jsonl").open(encoding="utf-8")]
    incident_of = {d: g["incident"] for g in gold for d in g["documents"]}
    told = read_reports(given.reports) if given.reports else made_reports(given.data / "train.docs.jsonl")
    known, names = chief_profiles(told)
    known = [p for p in known if names[p.document] in incident_of]
    pairs = np.array(pairs_of(known))
    number = {incident: i for i, incident in enumerate(sorted(set(incident_of.values())))}
    belongs = np.array([number[incident_of[names[p.document]]] for p in known])
    true = belongs[pairs[:, 0]] == belongs[pairs[:, 1]]
    found = compared(known, pairs)
    write(found, true)
    print(f"{len(known)} incidents, {len(pairs)} pairs, {int(true.sum())} true; {TABLE.name} written")


def compared(known: list[Profile], pairs: "np.ndarray") -> "np.ndarray":
    """Give the levels of all pairs: (pairs, fields)."""
    cols = Columns(known)
    parts = [pairs[i : i + 50_000] for i in range(0, len(pairs), 50_000)]
    return np.concatenate([levels(cols, p[:, 0], p[:, 1]) for p in parts])


def fitted(found: "np.ndarray", true: "np.ndarray") -> tuple[float, list[list[float]]]:
    """Fit all weights at once; give the base and the weight of each level of each field, in bits."""
    sizes = [len(names) for _, names in FIELDS.values()]
    starts = np.cumsum([0, *sizes])
    at = (found + starts[:-1]).ravel()
    ends = np.arange(0, len(at) + 1, len(sizes))
    table = csr_matrix((np.ones(len(at)), at, ends), shape=(len(found), starts[-1]))
    model = LogisticRegression(C=1.0, max_iter=500).fit(table, true)
    bits = model.coef_[0] / math.log(2)
    # Per field the mean over pairs is moved to the base, so that a weight says how far a level moves an ordinary pair.
    shares = np.asarray(table.mean(axis=0)).ravel()
    base = float(model.intercept_[0]) / math.log(2)
    told = []
    for start, size in zip(starts, sizes, strict=False):
        part, share = bits[start : start + size], shares[start : start + size]
        mean = float((part * share).sum())
        seen = share * len(found) >= FEW
        base += mean
        told.append([float(w) - mean if s else 0.0 for w, s in zip(part, seen, strict=True)])
    return base, told


def write(found: "np.ndarray", true: "np.ndarray") -> None:
    """Write the table."""
    base, weights = fitted(found, true)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        prior = math.log2(true.mean() / (1 - true.mean()))
        out.writerow((BASE, "", "", "", f"{prior:.2f}", f"{base + SHIFT:.3f}", ""))
        for column, (name, (_, level_names)) in enumerate(FIELDS.items()):
            for level, level_name in enumerate(level_names):
                m = float((found[true, column] == level).mean())
                u = float((found[~true, column] == level).mean())
                bits = math.log2((m + 1e-5) / (u + 1e-5))
                hand = BY_HAND.get((name, level_name))
                weight = weights[column][level] if hand is None else hand
                out.writerow(
                    (
                        name,
                        level_name,
                        f"{m:.4f}",
                        f"{u:.4f}",
                        f"{bits:.2f}",
                        f"{weight:.3f}",
                        "yes" * (hand is not None),
                    )
                )


if __name__ == "__main__":
    main()
