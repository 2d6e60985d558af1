"""Reports and incidents go out as NDJSON, one record a line."""

import io
import json

import pytest
from case_by_hand import INCIDENT, REPORT, a_report, an_incident

from testigo.exchange import Withholding, read_reports, write_incidents, write_reports
from testigo.records import ConfigError, FormatError


def test_reports_come_back_as_they_went_out() -> None:
    reports = [a_report(), a_report(id="sha256:" + "cd" * 32, name="line\u2028break.txt")]
    out = io.StringIO()
    assert write_reports(reports, out) == 2
    lines = out.getvalue().split("\n")
    assert len(lines) == 3 and lines[-1] == ""
    assert list(read_reports(lines)) == reports
    assert json.loads(lines[0])["claims"][0]["evidence"] == REPORT["claims"][0]["evidence"]


def test_a_broken_line_is_named() -> None:
    with pytest.raises(FormatError, match=r"^old\.ndjson:3: format 'x/1' is unknown"):
        list(read_reports(["", "\n", '{"format": "x/1"}'], "old.ndjson"))


def test_incidents_go_out_one_a_line_in_the_order_given() -> None:
    out = io.StringIO()
    assert write_incidents([an_incident(), an_incident(id="b")], out) == 2
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert first == INCIDENT and second["id"] == "b"


def test_victims_names_are_withheld_from_incidents_wherever_they_stand() -> None:
    out = io.StringIO()
    write_incidents([an_incident()], out, Withholding(victims=True))
    incident = json.loads(out.getvalue())
    assert incident["victims"][0]["name"] == "[withheld]"
    assert incident["perpetrators"][0]["because"] == "leaflets naming [withheld]"
    assert incident["perpetrators"][0]["name"] == "Front"
    assert "Ruz" not in out.getvalue() and "Ana" not in out.getvalue()


def test_only_the_names_listed_are_withheld() -> None:
    out = io.StringIO()
    other = INCIDENT["victims"][0] | {"name": "Luis Paz"}
    write_incidents(
        [an_incident(victims=[*INCIDENT["victims"], other])], out, Withholding(names=frozenset({"luis paz"}))
    )
    assert [v["name"] for v in json.loads(out.getvalue())["victims"]] == ["Ana María Ruz", "[withheld]"]


def test_reports_refuse_to_withhold_because_the_text_names_them() -> None:
    out = io.StringIO()
    with pytest.raises(ConfigError, match=r"whole text.*Export to incidents or tables"):
        write_reports([a_report()], out, Withholding(victims=True))
    assert out.getvalue() == ""


def test_a_group_among_the_victims_is_withheld_as_a_victim_only() -> None:
    out = io.StringIO()
    front = INCIDENT["victims"][0] | {"name": "Front"}
    write_incidents([an_incident(victims=[front])], out, Withholding(victims=True))
    incident = json.loads(out.getvalue())
    assert incident["victims"][0]["name"] == "[withheld]"
    assert incident["perpetrators"][0]["name"] == "Front"
