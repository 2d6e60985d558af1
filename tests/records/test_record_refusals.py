"""Records that are not what their format says are refused, in words that name the document."""

import copy
from typing import Any

import pytest

from testigo.records import CaseIncident, Decision, FormatError, dump, load, load_report

TEXT = "At least 16 people died in Vega. The army denied it."
GOOD: dict[str, Any] = {
    "format": "testigo-report/1",
    "reader": {"name": "testigo", "version": "0.1.0", "model": "none", "gazetteer": "1", "register": "1"},
    "document": {"id": "sha256:" + "a" * 64, "name": "vega.txt", "text": TEXT, "x_shelf": 7},
    "actors": [{"id": "a1", "type": "state_force", "name": "army", "mentions": [[33, 41]]}],
    "places": [{"id": "p1", "type": "settlement", "name": "Vega", "x_mayor": {"name": "Ana"}}],
    "incidents": [{"id": "i1", "kind": "killing", "scope": "political", "main": True}],
    "claims": [
        {
            "id": "c1", "subject": "i1", "predicate": "killed",
            "value": {"low": 16, "high": None, "group": "all", "x_sure": True},
            "evidence": [{"start": 0, "end": 23, "quote": "At least 16 people died"}],
            "stance": "stated", "attributed_to": [[{"actor": "a1", "name": "army"}]], "confidence": 0.9,
        }
    ],
    "x_archive": ["kept"],
}  # fmt: skip


def changed(path: str, value: Any) -> dict[str, Any]:
    """Give the good record with one thing changed; a path is keys and list positions."""
    raw: Any = copy.deepcopy(GOOD)
    at = raw
    *way, last = [int(k) if k.isdigit() else k for k in path.split(".")]
    for key in way:
        at = at[key]
    at[last] = value
    return raw  # type: ignore[no-any-return]


def test_unknown_keys_come_back_on_dumping() -> None:
    out = dump(load_report(GOOD))
    assert out["x_archive"] == ["kept"]
    assert out["document"]["x_shelf"] == 7
    assert out["places"][0]["x_mayor"] == {"name": "Ana"}
    assert out["claims"][0]["value"]["x_sure"] is True


SPAN = {"start": 0, "end": 23, "quote": "At least 16 people died"}


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("format", "testigo-report/2", r"testigo-report/2 is newer than this program, .*Update testigo"),
        ("format", "other/1", r"'other/1' is unknown here; expected testigo-report/1"),
        ("format", None, r"None is unknown here"),
        ("document.id", "sha256:12", r"'sha256:12' is not sha256: and 64 digits"),
        ("claims.0.evidence.0", SPAN | {"start": 1, "end": 24}, r"claim c1: text\[1:24\] is .* the quote says"),
        ("claims.0.evidence.0", SPAN | {"end": 22}, r"22 characters, its quote 23"),
        ("claims.0.evidence.0", SPAN | {"start": 500, "end": 523}, r"claim c1: text\[500:523\] is ''"),
        ("claims.0.evidence.0", {"start": 3, "end": 3, "quote": ""}, r"span 3–3 is empty"),
        ("claims.0.evidence", [], r"claim c1: no evidence"),
        ("claims.0.predicate", "murdered", r"claim c1: unknown predicate 'murdered'"),
        ("claims.0.value", {"low": "many", "high": None}, r"low"),
        ("claims.0.value", {"low": 5, "high": 3}, r"low end 5 is above its high end 3"),
        ("claims.0.value", {"low": -1, "high": 3}, r"below zero"),
        ("claims.0.stance", "rumoured", r"rumoured"),
        ("claims.0.subject", "i9", r"claim c1: no 'i9' in this report"),
        ("claims.0.attributed_to", [[{"actor": "a9", "name": "x"}]], r"claim c1: no 'a9'"),
        ("claims.0.confidence", 1.5, r"confidence outside"),
        ("incidents.0.id", "a1", r"ids used twice: a1"),
        ("incidents.0.kind", "massacre", r"massacre"),
        ("actors.0.mentions", [[50, 99]], r"a1: mention 50–99 leaves the text"),
        ("places.0.within", ["p9"], r"place p1: no 'p9'"),
        ("document.segments", [{"start": 0, "end": 999, "kind": "body"}], r"leaves the text"),
    ],
)
def test_a_broken_report_is_refused_by_name(path: str, value: Any, words: str) -> None:
    with pytest.raises(FormatError, match=words) as caught:
        load_report(changed(path, value), "vega.json")
    assert caught.value.name == "vega.json" and str(caught.value).startswith("vega.json: ")


def test_codes_of_refusals_are_stable() -> None:
    codes = {}
    for said, value in (("newer", "testigo-report/7"), ("unknown", "x/1")):
        with pytest.raises(FormatError) as caught:
            load_report(changed("format", value), "vega.json")
        codes[said] = caught.value.code
    assert codes == {"newer": "newer_format", "unknown": "unknown_format"}


@pytest.mark.parametrize(("data", "words"), [("{", "not JSON"), ("[]", "list where one record"), (b"\xff", "not JSON")])
def test_what_is_no_record_at_all_is_refused(data: str | bytes, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        load_report(data, "x.json")


def test_other_formats_are_refused_for_their_own_kind() -> None:
    with pytest.raises(FormatError, match=r"'testigo-report/1' is unknown here; expected testigo-decision/1"):
        load(GOOD, Decision)
    with pytest.raises(FormatError, match=r"expected testigo-incident/1"):
        load(GOOD, CaseIncident)


def test_offsets_count_code_points_not_utf16_units() -> None:
    text = "𝄞𝄞 Vega 🕊 died"
    raw = changed("document.text", text)
    raw["actors"], raw["claims"][0]["attributed_to"] = [], []
    raw["claims"][0]["evidence"] = [{"start": 3, "end": 7, "quote": "Vega"}]
    assert load_report(raw).claims[0].quote == "Vega"
