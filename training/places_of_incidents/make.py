#!/usr/bin/env python3
"""Fit the table by which an incident's place is chosen among the places of its report.

    python training/places_of_incidents/make.py SHARED/bench [--incidents 1400] [--write]

In: event_place (train part), US incidents (train part) and MUC-4 (train part); their texts stay where they are, only
fitted numbers are kept. Two conditional logistic models, L2-regularised: the places of a sentence compete for its event
word; the places of a report, and none, compete for its chief incident. The second takes its first sign from the first,
so the first is fitted and written before.
A fifth of each set, by digest (of the sentence, of the incident), is never fitted on: its figures are printed.
Out, with --write: src/testigo/extract/incidents/where_weights.csv.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reports import Labelled, digest, muc, read, report_choice, sentence_report, us_incidents
from sentences import sentence_choices
from softmax import Bounds, Choice, fit

from event_place_rows import is_held_out, rows
from testigo.extract import Reader
from testigo.extract.incidents.where_weights import WEIGHTS, weights

PENALTY = 2.0  # 0.5 to 5 give the same within 0.005, 2026-11
# The more firmly words put an act at a place, the likelier it is, whatever a set of local news says of single steps. And
# the sets hardly know a spokesman in a capital or a meeting far from the act ("the army in X confirmed the attack"): the
# fit alone leaves the signs of them at or above zero, and X then beats "near Y" by a hair.
_UP: Bounds = (0.0, None)
BOUNDS: dict[str, Bounds] = {
    "any a body in it": (None, -0.3),
    "any behind a word of seat": (None, 0.0),
    "any owns": (None, 0.0),
    "put there firmest": _UP,
    "put there firmest in the lead": _UP,
    "put there, share of its sentence": _UP,
    "put there, firmness": _UP,
    "put there in the lead, firmness": _UP,
    "put there by the act, firmness": _UP,
    "put there by a reference, firmness": _UP,
}
SENTENCE_WEIGHT = 0.3  # of a single sentence beside a whole report


def main() -> None:
    """Fit both models, print what the held-out fifths give, write the table if asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bench", type=Path)
    options.add_argument("--incidents", type=int, default=1400, help="so many of the registry's incidents, by digest")
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    reader = Reader.open()
    pairs = list(sentence_choices(rows(given.bench / "event_place" / "train.jsonl"), reader))
    sentence = fit([c for row, c in pairs if not is_held_out(row.text)], PENALTY)
    report_on("sentence", [c for row, c in pairs if is_held_out(row.text)], sentence)
    if given.write:
        write(sentence, weights("report"))
    else:
        print("without --write the second model is fitted on the shipped first one")
    seen, held = report_sets(given.bench, given.incidents, reader)
    whole = fit([c for choices in seen.values() for c in choices], PENALTY, bounds=BOUNDS)
    for name, choices in held.items():
        report_on(name, choices, whole)
    if given.write:
        write(sentence, whole)


def report_sets(bench: Path, incidents: int, reader: Reader) -> tuple[dict[str, list[Choice]], dict[str, list[Choice]]]:
    """Read the sets of reports, split into those fitted on and the held-out fifths."""
    seen: dict[str, list[Choice]] = {"us": [], "muc": [], "event_place": []}
    held: dict[str, list[Choice]] = {"us": [], "muc": [], "event_place": []}
    for name, labelled in (("us", _some(list(us_incidents(bench / "us_incidents")), incidents)),
                           ("muc", list(muc(bench / "muc4" / "train.jsonl")))):  # fmt: skip
        for one in labelled:
            report = read(one.document, reader)
            choice = report_choice(report, one.levels) if report else None
            if choice:
                (held if digest(one.key) % 5 == 0 else seen)[name].append(choice)
    for row in rows(bench / "event_place" / "train.jsonl"):
        choice = sentence_report(row, reader) if row.places else None
        if choice and is_held_out(row.text):
            held["event_place"].append(choice)
        elif choice:
            seen["event_place"].append(Choice(choice.candidates, choice.right, SENTENCE_WEIGHT))
    return seen, held


def _some(labelled: Sequence[Labelled], incidents: int) -> list[Labelled]:
    keys = set(sorted({one.key for one in labelled}, key=lambda k: digest(f"pick {k}"))[:incidents])
    return [one for one in labelled if one.key in keys]


def report_on(name: str, choices: Sequence[Choice], table: dict[str, float]) -> None:
    """Print how often the likeliest candidate is right, beside the first one and the best possible."""
    chosen = [_likeliest(c, table) for c in choices if c.candidates]
    right = sum(c.right[at] for c, at in zip([c for c in choices if c.candidates], chosen, strict=True))
    first = sum(bool(c.right) and c.right[0] for c in choices)
    print(
        f"{name}: {len(choices)} held out, right {right / len(choices):.3f}, the first candidate {first / len(choices):.3f}"
    )


def _likeliest(choice: Choice, table: dict[str, float]) -> int:
    scores = [sum(table.get(sign, 0.0) * s for sign, s in signs.items()) for signs in choice.candidates]
    return scores.index(max(scores))


def write(sentence: dict[str, float], report: dict[str, float]) -> None:
    """Write the table, the strongest signs of each model first."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# What each sign counts for a place being an incident's; made by training/places_of_incidents/make.py\n"
        )
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("model", "sign", "weight"))
        for model, fitted in (("sentence", sentence), ("report", report)):
            for sign, weight in sorted(fitted.items(), key=lambda p: (-abs(p[1]), p[0])):
                table.writerow((model, sign, weight))
    weights.cache_clear()


if __name__ == "__main__":
    main()
