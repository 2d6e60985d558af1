"""Measure how often the exported reader is right at each chance that it gives, and store what corrects it.

    PYTHONPATH=src python training/reader/calibrate.py --muc SHARED/bench/muc4 [--dry-run] [--json]

On MUC-4's dev part: an entity is right if a key of its kind of incident has its words in its role (`told`: if a key of
the kind is there). For each role a slope and an intercept are fitted to the log odds (Platt 1999). The table printed
is cross-fitted: each half of the documents corrected by what was fitted on the other. What is stored is fitted on all.
"""

import argparse
import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from testigo.extract.mentions.reader_network import Network
from testigo.extract.mentions.reader_roles import fold, read_roles
from testigo.extract.page import Page
from testigo.read import read_text

SLOTS = {
    "perp_ind": "perp_ind_id", "perp_org": "perp_org_id", "target": "phys_tgt_id", "victim": "hum_tgt_name",
    "victim_desc": "hum_tgt_desc", "weapon": "inc_instr_id",
}  # fmt: skip
SHIPPED = Path(__file__).resolve().parents[2] / "src/testigo/extract/mentions/reader"
BINS = 10
Row = tuple[str, float, bool]  # role or `told`, raw chance, whether it is right


def rows_of(document: dict[str, Any], network: Network) -> Iterator[Row]:
    """Give every entity and kind that the network finds in one document, with its chance."""
    page = Page(read_text(document["text"], name=document["docid"]).document)
    found = read_roles(network, page)
    order = [t.kind for t in found.told]
    keys = [(t["slots"]["inc_type"][0]["value"][0].lower(), t["slots"]) for t in document["templates"]]
    for told in found.told:
        yield "told", told.chance, any(kind == told.kind for kind, _ in keys)
    likely = [t.kind for t in found.told if t.chance > 0.5]
    for entity in found.entities:
        role = entity[0].role
        words = {fold(page.text[m.start : m.end]) for m in entity}
        for kind in likely:
            chance = max(m.kinds[order.index(kind)] for m in entity)
            names = {fold(v) for k, slots in keys if k == kind for f in slots[SLOTS[role]] for v in f["value"]}
            yield role, chance, any(is_told(w, n) for w in words for n in names)


def is_told(words: str, name: str) -> bool:
    """Are these a key's words, or is one wholly within the other?"""
    return bool(re.search(rf"\b{re.escape(name)}\b", words) or re.search(rf"\b{re.escape(words)}\b", name))


def fit(rows: list[Row]) -> tuple[float, float]:
    """Fit slope and intercept by Newton's steps on the log loss, with a weak pull to slope 1, intercept 0."""
    x = np.array([math.log(max(c, 1e-6) / max(1 - c, 1e-6)) for _, c, _ in rows])
    y = np.array([float(right) for *_, right in rows])
    w = np.array([1.0, 0.0])
    design = np.stack([x, np.ones_like(x)], 1)
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(design @ w, -30, 30)))
        slope = design.T @ (p - y) + 0.5 * (w - [1.0, 0.0])
        curve = (design * (p * (1 - p))[:, None]).T @ design + 0.5 * np.eye(2)
        w = w - np.clip(np.linalg.solve(curve, slope), -0.5, 0.5)  # short steps: far ones overshoot on few rows
    return round(float(w[0]), 4), round(float(w[1]), 4)


def corrected(chance: float, by: tuple[float, float]) -> float:
    odds = by[0] * math.log(max(chance, 1e-6) / max(1 - chance, 1e-6)) + by[1]
    return 1 / (1 + math.exp(-odds))


def table(pairs: list[tuple[float, bool]]) -> tuple[list[dict[str, float]], float]:
    """Give the reliability table and the expected calibration error of (chance, right)."""
    out, error = [], 0.0
    for n in range(BINS):
        mine = [(c, r) for c, r in pairs if n / BINS <= c < (n + 1) / BINS or (n == BINS - 1 and c == 1)]
        if mine:
            said, was = sum(c for c, _ in mine) / len(mine), sum(r for _, r in mine) / len(mine)
            out.append({"from": n / BINS, "claims": len(mine), "said": round(said, 3), "right": round(was, 3)})
            error += abs(said - was) * len(mine) / len(pairs)
    return out, error


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muc", type=Path, required=True)
    parser.add_argument("--reader", type=Path, default=SHIPPED)
    parser.add_argument("--dry-run", action="store_true", help="store nothing")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    network = Network.open(given.reader)
    network = replace(network, limits=replace(network.limits, chances={}))
    lines = (given.muc / "dev.jsonl").read_text("utf-8").splitlines()
    halves: tuple[list[Row], list[Row]] = ([], [])
    for n, line in enumerate(lines):
        halves[n % 2].extend(rows_of(json.loads(line), network))
    every = [*halves[0], *halves[1]]
    crossed: list[tuple[float, bool]] = []
    for here, there in (halves, halves[::-1]):
        fits = {name: fit([r for r in there if r[0] == name]) for name in {r[0] for r in there}}
        crossed += [(corrected(c, fits.get(name, (1.0, 0.0))), right) for name, c, right in here]
    before, raw_error = table([(c, right) for _, c, right in every])
    after, error = table(crossed)
    if not given.dry_run:
        said = json.loads((given.reader / "reader.json").read_text("utf-8"))
        said["limits"]["chances"] = {
            name: fit([r for r in every if r[0] == name]) for name in sorted({r[0] for r in every})
        }
        (given.reader / "reader.json").write_text(json.dumps(said, indent=1) + "\n", "utf-8")
    figures = {
        "error": round(error, 4),
        "error_uncorrected": round(raw_error, 4),
        "table": after,
        "uncorrected": before,
    }
    print(json.dumps(figures) if given.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
