"""Learn the weights of the parts that named people play, and write them as a readable table.

    python training/victims/learn.py SIGNS.jsonl.gz [--write TABLE.csv]

SIGNS is what collect.py gave. A multinomial logistic regression tells four parts: killed, injured, suspect, other. The
registry names people without their part: one whom the rules read as victim or doer counts as that; the others get
their part from the model itself, of the two or three that they may have had, and the model is learned again (three
rounds). Reports whose entry names nobody are left out: there the registry is silent, not the report.

A fifth of the incidents is held out: for each threshold the precision and recall over the names of an incident's reports
together is printed, beside the rules alone and beside taking everyone. With --write the table is learned from all.
"""

import argparse
import csv
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from testigo.extract.incidents.parts import PARTS

LEAST = 60  # people that a sign must be seen with
LEAST_HEADLINE = 150  # the same for a headline's word in the bodies' lower case: keeps names of towns out
STRENGTH = 0.02  # of the penalty's inverse; swept 0.005-0.1 on the held-out fifth
FAINT = 0.03  # a row whose weights are all below this is not written
ROUNDS = 3
MARKED_COUNT = 2  # the hand-marked set is small and sure
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)


@dataclass(frozen=True)
class Known:
    """One named person of one report. part: where it is known; may_be: the parts that it may have had otherwise."""

    group: str
    key: str | None
    signs: frozenset[str]
    part: str | None
    may_be: tuple[str, ...]
    counts: bool
    has_chief: bool
    is_marked: bool


def load(path: Path) -> tuple[list[Known], dict[str, set[str]]]:
    """Give every person, and the names that each incident's entry gives and its reports tell."""
    people: list[Known] = []
    wanted: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["set"] == "us":
                wanted[row["group"]] |= set(row["involved"])
            people += [_known(row, person) for person in row["people"]]
    return people, wanted


def _known(row: dict[str, Any], person: dict[str, Any]) -> Known:
    signs = frozenset(person["signs"])
    met = [k for k in person["keys"] if k in row["involved"]]
    part: str | None = "other"
    may_be: tuple[str, ...] = ()
    if met and row["parts"]:
        part = row["parts"][met[0]]
    elif met:
        part, may_be = _by_rules(signs, row["fate"])
    is_marked = row["set"] == "marked"
    counts = is_marked or bool(row["involved"])
    return Known(row["group"], person["first"], signs, part, may_be, counts, row["chief"], is_marked)


def _by_rules(signs: frozenset[str], fate: str | None) -> tuple[str | None, tuple[str, ...]]:
    victim = [s for s in signs if s.startswith("told victim") and not s.endswith("elsewhere")]
    doer = [s for s in signs if s.startswith("told perpetrator") and not s.endswith("elsewhere")]
    if victim and not doer:
        return fate or ("killed" if "told victim killed" in victim else "injured"), ()
    if doer and not victim:
        return "suspect", ()
    return None, ((fate,) if fate else ("killed", "injured")) + ("suspect",)


def vocabulary(people: Sequence[Known]) -> list[str]:
    """Choose the signs to weigh: common ones, no short words of the sentence, no headline's names."""
    count = Counter(s for p in people if p.counts for s in p.signs)
    return sorted(s for s, n in count.items() if n >= LEAST and _may_count(s, count))


def _may_count(sign: str, count: Counter[str]) -> bool:
    kind, _, word = sign.partition("=")
    if kind in ("s", "h") and (len(word) < 3 or word in _CALENDAR):
        return False
    return kind != "h" or count[f"s={word}"] >= LEAST_HEADLINE


def matrix(people: Sequence[Known], signs: Sequence[str]) -> csr_matrix:
    """Give which sign each person has: (people, signs), float64."""
    column = {s: n for n, s in enumerate(signs)}
    cells = [(r, column[s]) for r, p in enumerate(people) for s in sorted(p.signs) if s in column]
    rows, columns = zip(*cells, strict=True)
    made = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(people), len(signs)))
    return made


def learn(people: Sequence[Known], signs: Sequence[str]) -> LogisticRegression:
    """Learn from those whose part is known, then let the model settle the rest and learn again."""
    told = matrix(people, signs)
    parts = [p.part for p in people]
    sure = [n for n, part in enumerate(parts) if part]
    model = _fit(told[sure], [str(parts[n]) for n in sure])
    for _ in range(ROUNDS):
        chances = model.predict_proba(told)
        at = {part: n for n, part in enumerate(model.classes_)}
        settled = [
            p.part or max(p.may_be, key=lambda part, n=n: chances[n, at[part]])  # type: ignore[misc]
            for n, p in enumerate(people)
        ]
        model = _fit(told, settled)
    return model


def _fit(told: csr_matrix, parts: list[str]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=500).fit(told, parts)


def figures(people: Sequence[Known], wanted: dict[str, set[str]], takes: Callable[[int], bool]) -> tuple[float, float]:
    """Give precision and recall of the people taken, over the names of each incident's reports together."""
    have: dict[str, set[str]] = defaultdict(set)
    for n, p in enumerate(people):
        if p.has_chief and p.key and takes(n):
            have[p.group].add(p.key)
    right = sum(len(names & wanted[g]) for g, names in have.items())
    return right / max(1, sum(map(len, have.values()))), right / max(
        1, sum(len(wanted[p]) for p in {p.group for p in people})
    )


def is_told(person: Known) -> bool:
    """Do the rules read a part of this person in the chief incident?"""
    return any(s.startswith("told ") and not s.endswith("elsewhere") for s in person.signs)


def held_out(people: Sequence[Known], wanted: dict[str, set[str]]) -> None:
    """Print what the held-out fifth shows."""
    groups = sorted({p.group for p in people if not p.is_marked})
    random.Random(3).shuffle(groups)
    held = set(groups[: len(groups) // 5])
    kept = [p for p in people if p.counts and p.group not in held]
    kept += [p for p in kept if p.is_marked] * (MARKED_COUNT - 1)
    signs = vocabulary(kept)
    model = learn(kept, signs)
    test = [p for p in people if p.group in held]
    chances = model.predict_proba(matrix(test, signs))
    part_of = chances.max(axis=1)
    involved = 1 - chances[:, list(model.classes_).index("other")]
    print(
        f"{len(kept)} people learned from, {len(test)} held out, {len(signs)} signs, mean chance {part_of.mean():.2f}"
    )
    print("rules alone     p {:.3f} r {:.3f}".format(*figures(test, wanted, lambda n: is_told(test[n]))))
    print("everyone        p {:.3f} r {:.3f}".format(*figures(test, wanted, lambda n: True)))
    for low in (0.0, 0.15, 0.25, 0.35):
        for high in (0.5, 0.55, 0.6, 0.65, 0.7):
            p, r = figures(test, wanted, lambda n: involved[n] > (low if is_told(test[n]) else high))  # noqa: B023
            print(f"add from {high:.2f}, set aside below {low:.2f}: p {p:.3f} r {r:.3f}")


def table(model: LogisticRegression, signs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the table's rows: the constant, then every sign that is not faint."""
    order = [list(model.classes_).index(part) for part in PARTS]
    yield "always", *(f"{model.intercept_[n]:.2f}" for n in order)
    for column, sign in enumerate(signs):
        weights = [model.coef_[n, column] for n in order]
        if max(map(abs, weights)) >= FAINT:
            yield sign, *(f"{w:.2f}" for w in weights)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("signs", type=Path)
    args.add_argument("--write", type=Path)
    given = args.parse_args()
    people, wanted = load(given.signs)
    held_out(people, wanted)
    if given.write:
        kept = [p for p in people if p.counts]
        kept += [p for p in kept if p.is_marked] * (MARKED_COUNT - 1)
        signs = vocabulary(kept)
        with given.write.open("w", encoding="utf-8", newline="") as out:
            out.write(
                "# The weights of signs.py's signs for each part; made by training/victims/learn.py (see README.md there).\n"
            )
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(("sign", *PARTS))
            rows.writerows(table(learn(kept, signs), signs))


if __name__ == "__main__":
    main()
