"""Choices of the second model: which place of a report is where its chief incident was, or none of them.

Three sets, each with its own idea of the right place: a registry's city (US incidents), the templates' places (MUC-4)
and the tagged place of single sentences (event_place). A right place may be told wider where nothing narrower is named.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from softmax import Choice

from event_place_rows import Row
from testigo.extract import Reader
from testigo.extract.incidents.events import Event, Sources, find_events
from testigo.extract.incidents.genres import tells_no_violence
from testigo.extract.incidents.grouping import Group, group_events
from testigo.extract.incidents.triggers import find_triggers
from testigo.extract.incidents.where_rank import candidates
from testigo.extract.incidents.where_report import ReportPlaces
from testigo.extract.incidents.where_signs import puts, signs_of, signs_of_none
from testigo.extract.mentions.found import Mentions, Places
from testigo.extract.mentions.parties import find_parties
from testigo.extract.mentions.times import document_day
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions
from testigo.read import read_text
from testigo.records import Document
from testigo.reference import fold_name


@dataclass(frozen=True)
class Report:
    """A report with its first step done and its groups of events."""

    page: Page
    mentions: Mentions
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Labelled:
    """A report with the names of the right place, narrowest first: each level a set of folded names."""

    document: Document
    levels: tuple[frozenset[str], ...]
    key: str


def read(document: Document, reader: Reader) -> Report | None:
    """Take the first step and group the events; None where the document tells no violence."""
    page = Page(document)
    if tells_no_violence(page):
        return None
    mentions = find_mentions(page, reader)
    parties = find_parties(page, mentions.numbers)
    events = find_events(Sources(page, mentions, parties, find_triggers(page)))
    return Report(page, mentions, group_events(events, mentions.places, document_day(page, document.published)))


def us_incidents(folder: Path, split: str = "train") -> Iterator[Labelled]:
    """Give the reports of the registry's incidents with its city, then its state; a county where it names one."""
    with (folder / f"{split}.docs.jsonl").open(encoding="utf-8") as lines:
        texts = {d["id"]: d for d in map(json.loads, lines)}
    with (folder / f"{split}.gold.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            names = [n.strip(" )") for n in gold["city"].split("(")]
            if names[1:] == ["county"]:
                names = [f"{names[0]} County"]
            folded = {fold_name(n) for n in names}
            folded |= {f"st {n.removeprefix('saint ')}" for n in folded if n.startswith("saint ")}
            levels = (frozenset(folded), frozenset((fold_name(gold["state"]),)))
            for ident in gold["documents"]:
                text = texts[ident]
                read_in = read_text(
                    text["text"], title=text["title"], published=text.get("published"), outlet=text.get("outlet")
                )
                yield Labelled(read_in.document, levels, gold["incident"])


def muc(path: Path) -> Iterator[Labelled]:
    """Give the MUC-4 reports whose templates are all of one place, with that place's names, narrowest first."""
    with path.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            places = {v for t in item["templates"] for fill in t["slots"]["inc_loc"] for v in fill["value"]}
            if len(places) == 1:
                yield Labelled(read_text(item["text"]).document, _muc_levels(places.pop()), item["docid"])


def _muc_levels(said: str) -> tuple[frozenset[str], ...]:
    country, *inner = [re.sub(r"\([^)]*\)", "", part) for part in re.split(r":| - ", said)]
    names = [fold_name(part) for part in inner if part.strip()]
    return (*(frozenset((n,)) for n in reversed(names)), frozenset((fold_name(country),)))


def report_choice(report: Report, levels: Sequence[frozenset[str]]) -> Choice | None:
    """Give the places of the chief incident's report as candidates, the last of them none; None without one."""
    main = next((g for g in report.groups if g.is_main), None)
    if main is None:
        return None
    places = report.mentions.places
    told = ReportPlaces(report.page, places)
    ids, signs = signs_of_all(told, main, [e for g in report.groups if g is not main for e in g.events])
    right = [False] * len(ids)
    for level in levels:
        right = [_is_named(places, p, level) for p in ids]
        if any(right):
            break
    wider = len(levels) > 1 and not any(_is_named(places, p, levels[0]) for p in ids)
    return Choice(tuple(signs), (*right, wider or not any(right)))


def signs_of_all(told: ReportPlaces, group: Group, other: Sequence[Event]) -> tuple[list[str], list[dict[str, float]]]:
    """Give the places of a report that compete and the signs of each, those of no place last."""
    put, others = puts(told, group.events), puts(told, other) if other else {}
    ids = candidates(told, group, put)
    return ids, [signs_of(told, group.events, p, put, others) for p in ids] + [signs_of_none(told, put)]


def _is_named(places: Places, place_id: str, names: frozenset[str]) -> bool:
    """Is the place, or what directly holds it, one of these names?"""
    place = places.by_id(place_id)
    around = [place] + [p for p in map(places.by_id, place.within) if place.type not in ("first_level", "country")]
    return any(fold_name(n) in names for p in around for n in (p.name, *p.names))


def sentence_report(row: Row, reader: Reader) -> Choice | None:
    """Read one tagged sentence as a report of its own; None where its event word tells no chief incident."""
    report = read(row.document, reader)
    main = next((g for g in report.groups if g.is_main), None) if report else None
    if report is None or main is None or not any(e.start <= row.act[0] < e.end for e in main.events):
        return None
    places = report.mentions.places
    ids, signs = signs_of_all(ReportPlaces(report.page, places), main, ())
    own = {m.place for m in places.mentions if any(m.start < b and a < m.end for a, b in row.places)}
    right = [p in own for p in ids]
    return Choice(tuple(signs), (*right, not any(right)))


def digest(text: str) -> int:
    """Give a number by which reports are split, the same everywhere."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
