"""Differing tolls: which reports of one day and province tell one act, and which range of dead stands.

    python benchmarks/tolls.py [DATA] [--json]

DATA holds groups.jsonl: reports on Syria of one place and day, with different tolls; no gold. Fifteen groups were read
by hand (tolls_expected.json: ids and figures alone). Each group is read and reconciled by itself: pairs of its reports
that are rightly one or apart, and of those that should be one the range of dead, beside two rules: all apart, all one.
"""

import datetime
import itertools
import json
import re
from pathlib import Path
from typing import Any

from common import need_data, parser, show
from testigo.extract import Reader, extract
from testigo.read import read_text
from testigo.reconcile import reconcile
from testigo.records import CaseIncident, Report
from testigo.resolve import resolve

EXPECTED = Path(__file__).with_name("tolls_expected.json")
Pair = frozenset[str]
TOP = 300  # characters in which a heading's day is looked for
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAME = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
HEADINGS = tuple(
    re.compile(way, re.IGNORECASE)
    for way in (
        rf"\b(?P<day>\d\d?) {_NAME} (?P<year>20\d\d)",
        rf"\b{_NAME} (?P<day>\d\d?) (?P<year>20\d\d)",
        r"\b(?P<day>\d\d)[-.](?P<month>\d\d)[-.](?P<year>20\d\d)",
    )
)


def wanted_pairs(group: dict[str, Any]) -> set[Pair]:
    """Give the pairs of reports whose chief incidents are one."""
    return {frozenset(p) for ids in group["together"] for p in itertools.combinations(ids, 2)}


def read_group(documents: list[dict[str, Any]], day: str, reader: Reader) -> dict[str, Report]:
    """Read the reports of a group, by the set's ids."""
    return {
        d["id"]: extract(read_text(d["text"], title=d["title"], published=published(d["text"], day)).document, reader)
        for d in documents
    }


def published(text: str, day: str) -> str:
    """Give the day that a text is headed with, in any of the outlets' ways; the group's own where it has none."""
    top = text[:TOP]
    for way in HEADINGS:
        if found := way.search(top):
            month = found["month"]
            number = MONTHS.index(month[:3].lower()) + 1 if month.isalpha() else int(month)
            return datetime.date(int(found["year"]), number, int(found["day"])).isoformat()
    return day


def stands(reports: dict[str, Report]) -> tuple[dict[str, CaseIncident], set[Pair]]:
    """Give the case incident of each report's chief incident, and the pairs that share one."""
    every = list(reports.values())
    incidents = resolve(every, reconcile(every).partition)
    chief = {(r.document.name, i.id): name for name, r in reports.items() for i in r.incidents if i.main}
    found = {chief[key]: i for i in incidents for m in i.members if (key := (m.document, m.report_incident)) in chief}
    names = sorted(found)
    return found, {frozenset((a, b)) for a, b in itertools.combinations(names, 2) if found[a].id == found[b].id}


def judged(found: set[Pair], wanted: set[Pair], every: set[Pair]) -> dict[str, int]:
    """Count pairs."""
    return {
        "pairs": len(every), "right": len(every) - len(found ^ wanted), "one, kept apart": len(wanted - found),
        "apart, made one": len(found - wanted),
    }  # fmt: skip


def main() -> None:
    given = parser(__doc__, "bench/tolls").parse_args()
    need_data(given.data)
    groups = [json.loads(line) for line in (given.data / "groups.jsonl").open(encoding="utf-8")]
    reader = Reader.open()
    rows = {
        name: dict.fromkeys(("pairs", "right", "one, kept apart", "apart, made one"), 0)
        for name in ("testigo", "all apart", "all one")
    }
    notes = {}
    for expected in json.loads(EXPECTED.read_text("utf-8"))["groups"]:
        group = groups[expected["index"]]
        reports = read_group(group["docs"], group["date"], reader)
        every = {frozenset(p) for p in itertools.combinations(reports, 2)}
        incidents, found = stands(reports)
        wanted = wanted_pairs(expected)
        for name, pairs in (("testigo", found), ("all apart", set()), ("all one", every)):
            for key, count in judged(pairs, wanted, every).items():
                rows[name][key] += count
        notes[f"{expected['index']}: {expected['why']}"] = _said(expected, incidents, found == wanted)
    show(rows, given.json, {"groups": notes})


def _said(expected: dict[str, Any], incidents: dict[str, CaseIncident], right: bool) -> str:
    told = []
    for ids, killed in zip(expected["together"], expected["killed"], strict=True):
        have = [[f.low, f.best, f.high] for f in (incidents[i].killed for i in ids if i in incidents)]
        told.append(f"killed {killed} wanted, {'stands' if killed in have else f'{have} found'}")
    return "; ".join([("as read" if right else "not as read"), *told])


if __name__ == "__main__":
    main()
