"""The examples on the page about ranges give what the page says."""

import re
from pathlib import Path
from typing import Any

import pytest
from hand_reports import ends, n, report, resolve_one, said

from testigo.records import Report

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ranges.md"
_FIGURE = re.compile(r"(\d+) (\w+) (~?)(<=)?(\d+)(\+?)(?: (\w+))?$")


def examples() -> list[list[str]]:
    """Give the rows of the page's table of examples."""
    table = PAGE.read_text("utf-8").partition("## Examples")[2].partition("## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ]
    return rows[2:]


def reports_of(told: str) -> list[Report]:
    """Make a report for each day that is told of, and one for each speaker."""
    by_day: dict[tuple[str, str], list[Any]] = {}
    for line in told.split(", "):
        match = _FIGURE.match(line)
        assert match, line
        day, source, approx, upper_only, number, lower_only, group = match.groups()
        value = n(None if upper_only else int(number), None if lower_only else int(number), group or "all")
        speaker = () if source in ("report", "teaser") else source
        claim = said("killed", value | {"approx": bool(approx)}, by=speaker, teaser=source == "teaser")
        by_day.setdefault((day, "report" if source == "teaser" else source), []).append(claim)
    return [
        report(*claims, name=f"{source} {day}", published=f"2026-03-{int(day):02}")
        for (day, source), claims in by_day.items()
    ]


@pytest.mark.parametrize("row", examples(), ids=lambda row: row[0])
def test_an_example_of_the_page(row: list[str]) -> None:
    told, *numbers, flags = row
    killed = resolve_one(*reports_of(told)).killed
    assert ends(killed) == tuple(None if x == "–" else int(x) for x in numbers)
    assert {f for f in ("open_low", "open_high", "computed") if getattr(killed, f)} == set(flags.split(", ")) - {""}


def test_the_page_has_examples() -> None:
    assert len(examples()) >= 12
