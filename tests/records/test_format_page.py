"""The page about the formats shows records that load, and leaves out no word of the lists."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from testigo.records import CaseIncident, Decision, Partition, codes, dump, load, load_report
from testigo.records.values import VALUE_TYPES
from testigo.resolve import resolve

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "format.md").read_text("utf-8")
LISTS = [
    codes.SegmentKind, codes.PublishedFrom, codes.ActorType, codes.PlaceType, codes.IncidentKind, codes.Scope,
    codes.Stance, codes.DatePrecision, codes.Group, codes.Fate, codes.Sex, codes.DoerRole, codes.Stage, codes.Effect,
    codes.WeaponType, codes.MethodType, codes.Verb,
]  # fmt: skip


def shown() -> dict[str, dict[str, Any]]:
    records = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)]
    return {record["format"]: record for record in records}


def test_the_records_shown_load_and_dump_equal() -> None:
    records = shown()
    report = load_report(records["testigo-report/1"])
    assert dump(report) == dump(load_report(dump(report)))
    assert json.loads(json.dumps(dump(report))) == records["testigo-report/1"]
    assert load(records["testigo-decision/1"], Decision).verb == "correct"
    assert load(records["testigo-incident/1"], CaseIncident).killed.open_high


def test_the_incident_shown_is_what_the_report_shown_gives() -> None:
    records = shown()
    (incident,) = resolve([load_report(records["testigo-report/1"])], Partition())
    assert json.loads(json.dumps(dump(incident))) == records["testigo-incident/1"]


def test_the_decision_shown_corrects_the_report_shown() -> None:
    records = shown()
    decision = load(records["testigo-decision/1"], Decision)
    (incident,) = resolve([load_report(records["testigo-report/1"])], Partition(), [decision])
    assert incident.killed.low == 17


@pytest.mark.parametrize("words", LISTS, ids=str)
def test_every_word_of_a_list_has_its_place(words: Any) -> None:
    assert not [w for w in get_args(words) if f"`{w}`" not in PAGE]


def test_every_predicate_has_its_place() -> None:
    assert not [p for p in VALUE_TYPES if f"`{p}`" not in PAGE]
