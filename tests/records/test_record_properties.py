"""What holds of every report that can be made."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whole_reports import reports

from testigo.records import FormatError, Report, dump, dump_json, load_report
from testigo.records.schema import schema_of

CHECKED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCHEMA = jsonschema.Draft202012Validator(schema_of("testigo-report/1"))


@CHECKED
@given(reports())
def test_what_is_dumped_loads_equal_and_dumps_the_same_again(report: Report) -> None:
    once = dump_json(report)
    assert load_report(once) == report
    assert dump_json(load_report(once)) == once


@CHECKED
@given(reports())
def test_every_dumped_report_keeps_the_published_schema(report: Report) -> None:
    SCHEMA.validate(json.loads(dump_json(report)))


@CHECKED
@given(reports().filter(lambda r: bool(r.claims)), st.data())
def test_no_record_with_a_wrong_offset_can_be_made(report: Report, data: Any) -> None:
    """Shifting one span, or changing the text below it, is refused on making and on loading."""
    claim = data.draw(st.sampled_from(report.claims))
    span = claim.evidence[0]
    text = report.document.text
    shift = data.draw(st.integers(-span.start, len(text)).filter(lambda s: s != 0))
    start, end = span.start + shift, span.end + shift
    if text[start:end] == span.quote:
        return  # the same words stand there too
    moved = msgspec.structs.replace(span, start=start, end=end)
    wrong = msgspec.structs.replace(claim, evidence=(moved, *claim.evidence[1:]))
    with pytest.raises(FormatError, match=claim.id):
        msgspec.structs.replace(report, claims=(wrong,))
    raw = dump(report)
    raw["claims"] = [dump(wrong)]
    with pytest.raises(FormatError, match=r"^doc\.txt: .*" + claim.id):
        load_report(raw, "doc.txt")


def test_the_worked_records_load_and_dump_equal(shared: Path) -> None:
    for name in ("one.json", "two.json"):
        raw = json.loads((shared / "reports" / "worked" / name).read_text("utf-8"))
        assert json.loads(dump_json(load_report(raw, name))) == raw
