"""Reports whose incident's date is on record: every date that they name, marked, and which of them is right.

Two sets, read by the shipped reader: news of shootings in the US with the registry's day (the reports of an incident are
read each by itself), and MUC-4's reports from Latin America, of which those are taken whose templates all have one
date. MUC-4 writes "- DD MMM YY" where the text tells no date: then none is right.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from testigo.extract import Reader
from testigo.extract.incidents.events import Sources, find_events
from testigo.extract.incidents.genres import tells_no_violence
from testigo.extract.incidents.grouping import group_events
from testigo.extract.incidents.triggers import find_triggers
from testigo.extract.incidents.when_marks import Setting
from testigo.extract.incidents.when_rank import candidates, marked
from testigo.extract.mentions.parties import find_parties
from testigo.extract.mentions.times import document_day
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions
from testigo.read import read_text
from testigo.records import Document

Stretch = tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """One expression of date: the days that it names, its marks, and whether they are the incident's."""

    days: Stretch
    marks: frozenset[str]
    is_right: bool


@dataclass(frozen=True)
class Example:
    """A report's candidates. key: what keeps reports of one incident in one part; right: the days on record, if told.

    is_clear: False where the nearest date lies a day off: registry and report then disagree, and neither teaches.
    """

    key: str
    right: Stretch | None
    candidates: tuple[Candidate, ...]
    is_clear: bool


def us_reports(folder: Path) -> Iterator[tuple[str, Stretch | None, Document]]:
    """Give the train part's reports with their incident's key and day."""
    texts = {row["id"]: row for row in _rows(folder / "train.docs.jsonl")}
    for gold in _rows(folder / "train.gold.jsonl"):
        for name in gold["documents"]:
            row = texts[name]
            document = read_text(
                row["text"], title=row["title"], published=row.get("published"), url=row["url"]
            ).document
            yield str(gold["incident"]), (gold["date"], gold["date"]), document


def muc_reports(folder: Path) -> Iterator[tuple[str, Stretch | None, Document]]:
    """Give the train part's reports that have templates, all of one date."""
    for row in _rows(folder / "train.jsonl"):
        told = {_first(t["slots"].get("inc_date")) for t in row["templates"]}
        if len(told) == 1:
            words = told.pop()
            right = _muc_days(words)
            if right or words is None or words.startswith("-"):
                yield row["docid"], right, read_text(row["text"], published=row["header"]["date_iso"]).document


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _first(slot: list[dict[str, Any]] | None) -> str | None:
    return slot[0]["value"][0] if slot else None


def _muc_days(words: str | None) -> Stretch | None:
    """Read "03 JAN 90" or "08 JAN 90 - 09 JAN 90"."""
    try:
        days = [datetime.strptime(part.strip().title(), "%d %b %y").date() for part in (words or "").split(" - ")]
    except ValueError:
        return None
    return days[0].isoformat(), days[-1].isoformat()


def example_of(key: str, right: Stretch | None, document: Document, reader: Reader) -> Example:
    """Read one report as far as its dates are marked."""
    page = Page(document)
    mentions, triggers = find_mentions(page, reader), find_triggers(page)
    today = document_day(page, document.published)
    events = find_events(Sources(page, mentions, find_parties(page, mentions.numbers), triggers))
    groups = group_events(events, mentions.places, today)
    chief = next((g for g in groups if g.is_main), None)
    if chief is None or tells_no_violence(page):
        return Example(key, right, (), True)
    own = {e.sentence.index for e in chief.events}
    others = {e.sentence.index for g in groups if g is not chief for e in g.events} - own
    times = candidates(page, mentions.times)
    pairs = marked(times, Setting(page, today, times, triggers, own, others))
    days = [((t.day_start or "")[:10], (t.day_end or t.day_start or "")[:10]) for t, _ in pairs]
    is_right = _right_among(days, right)
    told = tuple(Candidate(d, marks, r) for d, (_, marks), r in zip(days, pairs, is_right, strict=True))
    return Example(key, right, told, any(is_right) or not _is_a_day_off(days, right))


def _right_among(days: list[Stretch], right: Stretch | None) -> list[bool]:
    """Tell which candidates are right: those of the very days, else the narrowest that hold them or lie in them."""
    if right is None:
        return [False] * len(days)
    if right in days:
        return [d == right for d in days]
    single = right[0] == right[1]
    fits = [
        (d[0] <= right[0] and right[1] <= d[1]) if single else (right[0] <= d[0] and d[1] <= right[1]) for d in days
    ]
    widths = [_day(d[1]) - _day(d[0]) for d, fit in zip(days, fits, strict=True) if fit]
    return [fit and _day(d[1]) - _day(d[0]) == min(widths) for d, fit in zip(days, fits, strict=True)]


def _is_a_day_off(days: list[Stretch], right: Stretch | None) -> bool:
    return right is not None and any(a == b and abs(_day(a) - _day(right[0])) <= 1 for a, b in days)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
