"""Which of a report's dates is the incident's: every expression of date is weighed by its marks.

Each expression counts for exp(the sum of its marks' weights); a day counts for what its expressions count for together,
and "none of them" counts for one. A day's share of all is the chance that it is the incident's. The weights are learned
from reports whose incident's date is on record (training/dates_of_incidents/) and stand in `when_weights.csv`: a mark
above zero speaks for a date, one below against it.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from testigo.extract.incidents.when_beside import VIOLENT, is_stamp
from testigo.extract.incidents.when_marks import Days, Setting, days_between, days_of, marks_of
from testigo.extract.mentions.found import Time
from testigo.extract.page import Page

TABLE = Path(__file__).with_name("when_weights.csv")
OF_ANOTHER = "another told here"
ALWAYS = "always"  # the weight that every expression starts from
# Cross-validated, 2026-11: of the 81 dates of a lower chance 3 are right; re-run training/dates_of_incidents.
_LEAST_CHANCE = 0.3
_LIKELY = (
    0.6  # 0.6 and 0.8 do alike; news of war, which names many acts, needs it more than what the weights learn from
)
_MOST_DAYS = 3  # a stretch longer than a weekend that its end does not close says too little
_UNFIT = frozenset(("furniture", "related", "dateline"))
# The day of telling, arrest, court, naming or mourning is not the act's, whatever else speaks for it.
_NOT_THE_ACT = tuple("told court arrested named mourned printed ahead".split())
_OF_THE_ACT = frozenset(("right before act", "right before noun", "right before harm"))
_STRETCHES = frozenset(("week", "month", "season", "year"))


@dataclass(frozen=True)
class Chosen:
    """The day or stretch chosen, with the expressions that give it, those that say it best first, and its chance."""

    times: tuple[Time, ...]
    chance: float


@cache
def weights() -> dict[str, float]:
    """Load the learned weight of every mark."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["mark"]: float(row["weight"]) for row in csv.DictReader(file)}


def candidates(page: Page, times: Iterable[Time]) -> tuple[Time, ...]:
    """Give the expressions that may date an act: resolved, no length of time, not printed around the report."""
    return tuple(t for t in times if _is_closed(t) and _is_told(page, t))


def _is_told(page: Page, time: Time) -> bool:
    """Is it part of what is told: no length of time, no stamp, outside of furniture, teasers and datelines?"""
    sentence = page.sentences[time.sentence]
    return not (time.is_duration or time.is_stamp or sentence.kind in _UNFIT or is_stamp(sentence, time))


def undated(page: Page, times: Iterable[Time]) -> tuple[Time, ...]:
    """Give the expressions that no day could be found for, or whose stretch is open: a date in words, when none is whole."""
    return tuple(t for t in times if not _is_closed(t) and _is_told(page, t))


def _is_closed(time: Time) -> bool:
    if not time.day_start or time.day_start.startswith("--"):
        return False
    if time.precision in ("span", "unknown"):
        days = days_between(time.day_start, time.day_end)
        return days is not None and days < _MOST_DAYS
    return time.precision in _STRETCHES or time.day_end is not None


def choose(times: Sequence[Time], setting: Setting) -> Chosen | None:
    """Choose the day that the candidates' marks speak for, None where none is likely enough.

    A day that only sentences on another incident name stands back where the chief one's own dates make a day likely.
    """
    weight = {t: (_weight(marks), OF_ANOTHER in marks) for t, marks in marked(times, setting)}
    own = {days_of(t) for t, (_, of_another) in weight.items() if not of_another}
    counted = {t: w for t, (w, _) in weight.items()}
    told = _likeliest({t: w for t, w in counted.items() if days_of(t) in own})
    if told is None or told.chance < _LIKELY:
        told = _likeliest(counted)
    return told if told and told.chance >= _LEAST_CHANCE else None


def _likeliest(counted: Mapping[Time, float]) -> Chosen | None:
    shares: dict[Days, float] = defaultdict(float)
    for time, weight in counted.items():
        shares[days_of(time)] += weight
    if not shares:
        return None
    best = max(shares, key=lambda days: (shares[days], str(days)))
    told = sorted((t for t in counted if days_of(t) == best), key=lambda t: (-counted[t], t.start))
    return Chosen(tuple(told), shares[best] / (1 + sum(shares.values())))


def marked(times: Sequence[Time], setting: Setting) -> list[tuple[Time, frozenset[str]]]:
    """Give the candidates with their marks, without those that stand by the word for something else than the act."""
    pairs = ((t, marks_of(t, setting)) for t in times)
    return [(t, marks) for t, marks in pairs if not _is_of_something_else(marks)]


def _is_of_something_else(marks: frozenset[str]) -> bool:
    if marks & _OF_THE_ACT or "genitive" in marks:
        return False
    if any(f"right behind {name}" in marks for name in _NOT_THE_ACT):
        return True
    if any(f"right before {name}" in marks for name in _NOT_THE_ACT[:-1]) and not any(
        f"before {v}" in marks for v in VIOLENT
    ):
        return True
    return "nothing of violence beside" in marks and ("before arrested" in marks or "before court" in marks)


def _weight(marks: Iterable[str]) -> float:
    table = weights()
    return exp(min(30.0, table[ALWAYS] + sum(table.get(mark, 0.0) for mark in sorted(marks))))
