"""Sentences with expected readings: what the shipped reader must make of each (tests/readings/README.md)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from testigo.extract import Reader, extract
from testigo.extract.page import Page
from testigo.extract.reading import find_mentions
from testigo.read import read_text
from testigo.records import Partition, Report, dump
from testigo.resolve import resolve

_FIGURES = ("killed", "injured", "abducted", "missing", "arrested", "displaced")
_FOLDER = Path(__file__).with_name("readings")
_ROWS = [
    pytest.param(json.loads(line), id=f"{path.stem}:{number}")
    for path in sorted(_FOLDER.glob("*.jsonl"))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
]


@cache
def _reader() -> Reader:
    return Reader.open()


def _range(figure: dict[str, Any] | None) -> Any:
    if not figure or (figure["low"] is None and figure["high"] is None):
        return None
    low, high = figure["low"], None if figure.get("open_high") else figure["high"]
    return low if low == high else [None if figure.get("open_low") else low, high]


def _chief(report: Report) -> dict[str, Any] | None:
    found = [dump(i) for i in resolve([report], Partition()) if any(m.main for m in i.members)]
    return found[0] if found else None


def _figure(chief: dict[str, Any], key: str) -> Any:
    name, _, group = key.partition(".")
    figure = chief.get(name)
    return _range(((figure or {}).get("by_group") or {}).get(group) if group else figure)


def _date(chief: dict[str, Any]) -> Any:
    date = chief.get("date") or {}
    start, end = date.get("start"), date.get("end")
    return start if start == end else [start, end]


def _of_chief(chief: dict[str, Any], key: str) -> Any:
    place = chief.get("place") or {}
    if key.partition(".")[0] in _FIGURES:
        return _figure(chief, key)
    if key == "date":
        return _date(chief)
    if key == "victims":
        return sorted(([v["name"], v["age"], v["fate"]] for v in chief["victims"]), key=str)
    if key == "perpetrators":
        return sorted(p["name"] or p.get("description") for p in chief["perpetrators"])
    return place.get({"place": "name"}.get(key, key))


def _places(report: Report, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give, for each of the words, what the report's place of those words is, in the form that is wanted."""
    text = report.document.text
    of = {text[a:b]: p for p in report.places for a, b in p.mentions}
    out: dict[str, Any] = {}
    for words, want in wanted.items():
        place = of.get(words)
        if place is None:
            out[words] = None
        elif isinstance(want, list):
            out[words] = [place.country, place.type]
        else:
            out[words] = place.gazetteer if want and ":" in want else place.country or "?"
    return out


def _times(report: Report) -> dict[str, Any]:
    page = Page(report.document)
    return {
        page.text[t.core_start : t.end]: t.day_start if t.day_start == t.day_end else [t.day_start, t.day_end]
        for t in find_mentions(page, _reader()).times
    }


def _sorted(key: str, want: Any) -> Any:
    return sorted(want, key=str) if key in ("victims", "perpetrators") else want


@pytest.mark.parametrize("row", _ROWS)
def test_is_read_as_expected(row: dict[str, Any]) -> None:
    document = read_text(row["text"], title=row.get("title"), published=row.get("published")).document
    report = extract(document, _reader())
    chief = _chief(report)
    for key, want in row["expect"].items():
        if key == "incidents":
            got: Any = len(report.incidents)
        elif key == "chief":
            got = chief is not None
        elif key == "times":
            got = _times(report)
        elif key == "places":
            got = _places(report, want)
        else:
            assert chief is not None, "no chief incident"
            got = _of_chief(chief, key)
        assert got == _sorted(key, want), (key, row["about"])


def test_the_table_is_as_large_as_promised() -> None:
    rows: list[Any] = [p.values[0] for p in _ROWS]
    assert len(rows) >= 400
    assert sum(bool(r.get("adversarial")) for r in rows) >= 100
    assert len({r["text"] for r in rows}) == len(rows)
