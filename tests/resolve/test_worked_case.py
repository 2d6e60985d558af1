"""The worked example: two records and a partition give the case that was written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from testigo.records import Grouping, Partition, Report, dump, load_report
from testigo.resolve import explain, resolve

SAME_INCIDENTS = (("i1", "i1"), ("i3", "i2"))
SAME_ACTORS = (("a1", "a2"), ("a2", "a6"), ("a4", "a5"), ("a8", "a4"))


@pytest.fixture(scope="module")
def worked(shared: Path) -> tuple[Report, Report, list[dict[str, Any]]]:
    folder = shared / "reports" / "worked"
    one, two = (load_report((folder / f).read_bytes(), f) for f in ("one.json", "two.json"))
    return one, two, json.loads((folder / "case.json").read_text("utf-8"))


def partition_of(one: Report, two: Report) -> Partition:
    """Say what the worked example says is one; ids are the founding member's."""

    def group(mine: str, theirs: str) -> Grouping:
        members = ((one.document.id, mine), (two.document.id, theirs))
        return Grouping(id=f"{one.document.id[7:15]}:{mine}", members=members)

    return Partition(
        incidents=tuple(group(*pair) for pair in SAME_INCIDENTS), actors=tuple(group(*pair) for pair in SAME_ACTORS)
    )


def unordered(data: Any) -> Any:
    """Give data whose lists compare without order."""
    if isinstance(data, dict):
        return {k: unordered(v) for k, v in data.items()}
    if isinstance(data, list):
        return sorted((unordered(d) for d in data), key=lambda d: json.dumps(d, sort_keys=True))
    return data


def test_two_worked_records_give_the_worked_case(worked: tuple[Report, Report, list[dict[str, Any]]]) -> None:
    one, two, case = worked
    got = [json.loads(json.dumps(dump(i))) for i in resolve([one, two], partition_of(one, two))]
    assert unordered(got) == unordered(case)


def test_every_value_of_the_worked_case_names_claims(worked: tuple[Report, Report, list[dict[str, Any]]]) -> None:
    """Each figure, date, place, person and weapon shown has at least one claim behind it."""
    one, two, _ = worked
    for resolution in explain([one, two], partition_of(one, two)):
        shown = dump(resolution.incident)
        lists = [f"{k}.{i}" for k in ("victims", "perpetrators") for i in range(len(shown[k]))]
        predicates = ("killed", "injured", "arrested", "displaced")
        figures = [k for k in predicates if shown.get(k, {}).get("high") is not None]
        groups = [f"killed.{g}" for g in shown["killed"].get("by_group", {})]
        for field in ["date", "place", *lists, *figures, *groups, *(["weapons"] if shown["weapons"] else [])]:
            assert any(use.used for use in resolution.because[field]), (shown["id"], field)
