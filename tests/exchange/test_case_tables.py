"""A case goes out as tidy tables with a data dictionary."""

import csv
import json
from pathlib import Path
from typing import get_args

import pytest
from case_by_hand import DOCUMENT, TEXT, a_report, an_incident, the_partition

from testigo.exchange import Withholding, write_tables
from testigo.exchange.columns import TABLES, Kind
from testigo.exchange.tables import cell, dictionary_text

Rows = list[dict[str, str]]


def tables_of(folder: Path) -> dict[str, Rows]:
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            found[path.stem] = list(csv.DictReader(lines))
    return found


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, Rows]:
    write_tables([a_report()], [an_incident()], tmp_path, the_partition())
    return tables_of(tmp_path)


def test_every_claim_row_has_its_words_document_offsets_stance_and_speakers(tables: dict[str, Rows]) -> None:
    killed, victim, split = tables["claims"]
    assert (killed["document"], killed["quote"], killed["speakers"]) == (
        "vega.txt",
        "at least 16 people killed",
        "police",
    )
    for row in tables["claims"]:
        assert row["stance"] == "stated" and row["document_id"] == DOCUMENT
        first = row["quote"].split(" … ")[0]
        assert TEXT[int(row["start"]) : int(row["end"])] == first
    assert (killed["low"], killed["high"], killed["incident_id"]) == ("16", "", "case-1")
    assert victim["spans"].count("-") == 2 and victim["quote"] == "Ana María Ruz, 41 … Ruz taught"
    assert (split["incident_id"], split["subject_name"]) == ("", "Front")
    assert json.loads(killed["value"]) == {"low": 16, "high": None, "group": "all"}


def test_unknown_is_empty_and_none_reported_is_zero(tables: dict[str, Rows]) -> None:
    (incident,) = tables["incidents"]
    assert (incident["killed_low"], incident["injured_low"]) == ("16", "")
    whole, minors = tables["casualties"]
    assert (whole["group"], whole["open_high"]) == ("all", "true")
    assert (minors["group"], minors["low"], minors["open_low"]) == ("minors", "0", "true")


def test_roles_members_actors_relations_places_and_documents(tables: dict[str, Rows]) -> None:
    victim, doer = tables["roles"]
    assert (victim["role"], victim["name"], victim["fate"]) == ("victim", "Ana María Ruz", "killed")
    assert (doer["role"], doer["actor_id"], doer["denied_by"]) == ("perpetrator", "abababab:a3", "Front")
    assert tables["members"][0]["report_incident"] == "i1"
    assert [a["name"] for a in tables["actors"]] == ["Ana María Ruz", "police", "Front", "League"]
    (tie,) = tables["relations"]
    assert (tie["actor"], tie["predicate"], tie["other"], tie["since"]) == (
        "Front",
        "split_from",
        "League",
        "2019-01-01",
    )
    assert tie["quote"] == "split from" and TEXT[int(tie["start"]) : int(tie["end"])] == "split from"
    assert [(p["name"], p["within"]) for p in tables["places"]] == [("Vega", "Sierra"), ("Sierra", "")]
    assert (tables["documents"][0]["claims"], tables["documents"][0]["published"]) == ("3", "2026-03-10")


def test_incidents_are_met_without_a_partition_by_their_members_names(tmp_path: Path) -> None:
    write_tables([a_report()], [an_incident()], tmp_path)
    assert tables_of(tmp_path)["claims"][0]["incident_id"] == "case-1"


def test_two_documents_of_one_name_are_not_guessed_apart(tmp_path: Path) -> None:
    write_tables([a_report(), a_report(id="sha256:" + "cd" * 32)], [an_incident()], tmp_path)
    assert {row["incident_id"] for row in tables_of(tmp_path)["claims"]} == {""}


def test_text_that_a_spreadsheet_would_run_is_guarded(tables: dict[str, Rows]) -> None:
    assert tables["documents"][0]["title"] == "'=SUM attack in Vega"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "\tx", "\rx"])
def test_guards_stand_in_text_columns_only(text: str) -> None:
    assert cell(text, "text") == "'" + text
    assert cell(text, "date") == text
    assert cell(-12.5, "number") == "-12.5"


def test_victims_names_are_withheld_from_every_table(tmp_path: Path) -> None:
    write_tables([a_report()], [an_incident()], tmp_path, the_partition(), Withholding(victims=True))
    for path in tmp_path.iterdir():
        written = path.read_text("utf-8")
        assert "Ruz" not in written and "Ana María" not in written, path.name
    rows = tables_of(tmp_path)
    assert rows["claims"][1]["quote"] == "[withheld], 41 … [withheld] taught"
    assert rows["roles"][0]["name"] == rows["actors"][0]["name"] == "[withheld]"


def test_the_order_of_what_is_given_changes_no_byte(tmp_path: Path) -> None:
    reports = [a_report(), a_report(id="sha256:" + "cd" * 32, name="a.txt")]
    incidents = [an_incident(), an_incident(id="b", members=[])]
    first = write_tables(reports, incidents, tmp_path / "1")
    second = write_tables(reports[::-1], incidents[::-1], tmp_path / "2")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_the_dictionary_explains_every_column_of_every_table(tables: dict[str, Rows], tmp_path: Path) -> None:
    explained = {(row["table"], row["column"]) for row in tables["data-dictionary"]}
    written = {(name, column) for name, rows in tables.items() if rows for column in rows[0]}
    assert written - {(t, c) for t, c in written if t == "data-dictionary"} == explained
    assert (tmp_path / "data-dictionary.md").read_text("utf-8") == dictionary_text()
    assert all(row["meaning"].endswith(".") for row in tables["data-dictionary"])


def test_columns_have_known_kinds_and_one_name_each() -> None:
    for table in TABLES:
        names = [c.name for c in table.columns]
        assert len(set(names)) == len(names), table.name
        assert {c.kind for c in table.columns} <= set(get_args(Kind)), table.name
