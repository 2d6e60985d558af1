"""What can be done with a case once reports are in it."""

import io
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from light import Light
from msgspec.structs import replace

from testigo.exchange import Withholding
from testigo.records import ConfigError, Decision, FormatError, dump_json, load_report
from testigo.resolve.judged import active_decisions
from testigo.store import Original
from testigo.work.case import Case


def _killed(case: Case, name: str) -> dict[str, object]:
    """The target that names the claim `killed` of a document."""
    report = case.report(name)
    (claim,) = report.claims
    span = claim.evidence[0]
    return {"document": report.document.id, "predicate": "killed", "start": span.start, "end": span.end}


def test_reconciling_mints_ids_once_and_keeps_them(full: Case, sources: Path) -> None:
    first = full.reconcile()
    assert (first.incidents, first.minted, first.told) == (35, 35, 36)  # a text and its reprint are one
    ids = [i.id for i in full.incidents()]
    assert len(set(ids)) == 35
    assert full.reconcile().minted == 0
    (sources / "new.txt").write_text("Somebody new was killed in the village, the mayor said on Monday.")
    full.add(sources, Light())
    assert full.reconcile().minted == 1
    assert set(ids) < {i.id for i in full.incidents()}


def test_incidents_have_the_ids_they_will_keep_before_and_after(full: Case) -> None:
    before = [i.id for i in full.incidents()]
    one = full.incident(before[3])
    full.reconcile()
    reprint, first = sorted(full.document(n).id[7:15] + ":i1" for n in ("33.txt", "34.txt"))[::-1]
    assert [i.id for i in full.incidents()] == [i for i in before if i != reprint]
    assert full.incident(reprint).incident.id == first
    assert full.incident(before[3]) == one
    assert one.because["killed"][0].claim_id == "c1"


def test_any_unique_beginning_serves(full: Case) -> None:
    full.reconcile()
    ids = sorted(d.id for d in full.documents() if d.state == "read")
    for n, document in enumerate(ids):
        digits = document.removeprefix("sha256:")
        others = [i.removeprefix("sha256:") for i in (d.id for d in full.documents()) if i != document]
        length = next(k for k in range(1, 65) if not any(o.startswith(digits[:k]) for o in others))
        assert full.document(digits[:length]).id == document
        assert full.claim(f"{digits[:length]}:c1")[0].document.id == document
        assert full.incident(f"{digits[:length]}:i1").incident.id == f"{digits[:8]}:i1"
        if length > 1:
            with pytest.raises(ConfigError, match="may mean"):
                full.document(digits[: length - 1])
        if n > 5:
            break


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.document("zzz"), lambda c: c.document(""), lambda c: c.incident("zzz"), lambda c: c.actor("zzz"),
        lambda c: c.claim("00.txt:c9"), lambda c: c.claim("zzz:c1"), lambda c: c.purge(decision="zzz"),
        lambda c: c.purge(), lambda c: c.export("xml", io.StringIO()), lambda c: c.export("tables", io.StringIO()),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said(full: Case, ask: Callable[[Case], object]) -> None:
    with pytest.raises(ConfigError):
        ask(full)


def test_a_rejected_figure_does_not_stand_and_an_undo_brings_it_back(full: Case) -> None:
    full.reconcile()
    document = full.document("00.txt")
    case_id = f"{document.id[7:15]}:i1"
    before = full.incident(case_id).incident
    assert before.killed.best == 1
    decision = full.decide("reject", _killed(full, "00.txt"), by="ana", reason="a film")
    assert full.incident(case_id).incident.killed.best is None
    full.decide("undo", {"decision": decision.id[:10]}, by="ben")
    assert full.incident(case_id).incident == before
    assert [d.verb for d in full.decisions()] == ["reject", "undo"]
    assert full.check() == []


def test_a_correction_stands(full: Case) -> None:
    target = _killed(full, "00.txt") | {"document": "00.txt"}
    decision = full.decide(
        "correct", target, by="ana", at="2026-11-23T10:00:00Z", after={"low": 4, "high": 4, "group": "all"}
    )
    assert decision.at == "2026-11-23T10:00:00Z" and decision.target.document == full.document("00.txt").id
    assert full.incident(full.document("00.txt").id[7:15] + ":i1").incident.killed.best == 4


@pytest.mark.parametrize(
    ("verb", "target", "said", "error"),
    [
        ("reject", {"document": "00.txt", "predicate": "killed", "start": 3, "end": 5}, {}, ConfigError),
        ("add", {"document": "00.txt", "predicate": "killed", "start": 3, "end": 50000}, {}, ConfigError),
        ("note", {"document": "nowhere.txt"}, {}, ConfigError),
        ("merge", {"case": "zzz"}, {}, ConfigError),
        ("undo", {"decision": "zzz"}, {}, ConfigError),
        ("set", {"setting": "rule"}, {"after": "average"}, ConfigError),
        ("set", {"setting": "colour"}, {"after": "red"}, ConfigError),
        ("guess", {}, {}, FormatError),
        ("note", {}, {"by": ""}, FormatError),
    ],
)
def test_a_decision_that_means_nothing_is_not_appended(
    full: Case, verb: str, target: dict[str, object], said: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        full.decide(verb, target, **({"by": "ana"} | said))
    assert full.chain() == []


def test_a_correction_that_is_no_value_is_not_appended(full: Case) -> None:
    with pytest.raises(FormatError):
        full.decide("correct", _killed(full, "00.txt"), by="ana", after={"low": "many"})
    assert full.chain() == []


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_undoing_everything_is_as_if_nothing_was_decided(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever is decided, undone, and undone again: what stands is what the standing decisions say."""
    folder = tmp_path_factory.mktemp("case")
    with Case(folder / "case") as case:
        for name in ("a", "b"):
            (folder / f"{name}.txt").write_text(f"Gunmen killed one in {name}.")
            case.add(folder / f"{name}.txt", Light())
        before = case.incidents()
        made: list[Decision] = []
        for verb, which in data.draw(
            st.lists(st.tuples(st.sampled_from(["accept", "reject", "undo"]), st.integers(0, 9)), max_size=6)
        ):
            if verb == "undo" and made:
                made.append(case.decide("undo", {"decision": made[which % len(made)].id}, by="ana"))
            elif verb != "undo":
                made.append(case.decide(verb, _killed(case, "ab"[which % 2] + ".txt"), by="ana"))
        for decision in reversed(active_decisions(case.decisions())):
            case.decide("undo", {"decision": decision.id}, by="ben")
        assert case.incidents() == before
        assert len(case.decisions()) == len(case.chain())
        assert case.check() == []


def test_purge_erases_a_document_and_says_who_has_the_same_text(full: Case, sources: Path) -> None:
    decision = full.decide("accept", _killed(full, "33.txt"), by="ana", reason="seen myself")
    purged = full.purge(document="33.txt")
    assert purged.alike == (full.document("34.txt").id,)
    assert purged.decisions == (decision.id,)
    assert full.decisions() == [] and len(full.chain()) == 1
    assert full.check() == []
    assert full.document("34.txt").reprint_of is None
    assert full.add(sources, Light()).added == 1


def test_purge_erases_what_a_decision_says(full: Case) -> None:
    decision = full.decide("note", {"document": "00.txt"}, by="ana", reason="told by Rosa Quispe")
    full.purge(decision=decision.id[:8])
    assert full.decisions() == [] and full.chain()[0].id == decision.id
    assert b"Rosa Quispe" not in b"".join(p.read_bytes() for p in full.path.parent.glob(full.path.name + "*"))
    assert full.check() == []


@pytest.mark.parametrize(
    ("statement", "kind", "words"),
    [
        ("UPDATE raw SET body = :other WHERE document = :id", "bytes", "not those of"),
        ("UPDATE raw SET body = x'00' WHERE document = :id", "bytes", "damaged"),
        ("DELETE FROM raw WHERE document = :id", "bytes", "no document"),
        ("UPDATE reports SET record = :moved WHERE document = :id", "evidence", "says"),
        ("UPDATE reports SET record = x'00' WHERE document = :id", "evidence", "damaged"),
        ("UPDATE reports SET record = :stranger WHERE document = :id", "evidence", "its report is of"),
        ("DELETE FROM reports WHERE document = :id", "evidence", "its report is gone"),
        ("UPDATE contents SET content = replace(content, 'ana', 'eve')", "file", "not what was decided"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM documents WHERE id = :id", "file", "points at no"),
        ("DELETE FROM search_docsize", "file", "search index"),
    ],
)
def test_check_finds_what_does_not_hold(full: Case, statement: str, kind: str, words: str) -> None:
    full.decide("accept", _killed(full, "01.txt"), by="ana")
    assert full.check() == []
    report, other = full.report("00.txt"), full.report("01.txt")
    record = dump_json(report)
    values = {
        "id": report.document.id,
        "other": zlib.compress(b"something else"),
        "moved": zlib.compress(record.replace('"quote":"Report"', '"quote":"Nobody"').encode()),
        "stranger": zlib.compress(dump_json(other).encode()),
    }
    database = full.store._database
    pragma, _, change = statement.rpartition("; ")
    with database._engine.connect() as conn:  # type: ignore[attr-defined]
        driver = conn.connection.cursor()
        driver.execute(pragma or "SELECT 1").fetchall()
        driver.execute(change, {k: v for k, v in values.items() if f":{k}" in change})
        driver.close()
        conn.connection.dbapi_connection.execute("PRAGMA foreign_keys = ON")
    found = full.check()
    assert any(f.kind == kind and words in f.message and f.broken for f in found), found


def test_a_decision_whose_words_are_read_no_more_is_flagged_and_stays(full: Case) -> None:
    decision = full.decide("accept", _killed(full, "00.txt"), by="ana")
    report = full.report("00.txt")
    newer = replace(report, reader=replace(report.reader, version="2"), claims=(), incidents=())
    full.store.documents.save(newer, Original(full.raw("00.txt")))
    (finding,) = full.check()
    assert (finding.kind, finding.broken) == ("decision", False) and decision.id[:8] in finding.message
    assert full.decisions() == [decision]


def test_export(full: Case, tmp_path: Path) -> None:
    full.reconcile()
    out = io.StringIO()
    full.export("reports", out)
    assert [load_report(line) for line in out.getvalue().splitlines()] == list(full.reports())
    (path,) = full.export("incidents", tmp_path / "incidents.ndjson")
    assert [json.loads(line)["id"] for line in path.read_text().splitlines()] == [i.id for i in full.incidents()]
    files = full.export("tables", str(tmp_path / "tables"))
    assert (
        all(f.exists() for f in files) and len((tmp_path / "tables" / "incidents.csv").read_text().splitlines()) == 36
    )


def test_what_people_decided_to_withhold_is_withheld(full: Case, tmp_path: Path) -> None:
    where = full.report("00.txt").document.text.index("witness 0")
    full.decide("withhold", {"document": "00.txt", "start": where, "end": where + 7}, by="ana")
    with pytest.raises(ConfigError, match="whole text"):
        full.export("reports", io.StringIO())
    full.export("tables", tmp_path / "tables", Withholding(victims=True))
    assert "witness" not in (tmp_path / "tables" / "claims.csv").read_text()


def test_search(full: Case) -> None:
    assert [h.name for h in full.search('"witness 13"')] == ["01.txt"]


def test_actors_of_one_name_in_one_company_are_one_and_found_by_any_name(tmp_path: Path, worked: list[Any]) -> None:
    with Case(tmp_path / "case") as case:
        for report in worked:
            case._store(create=True).documents.save(report, Original(report.document.text.encode()))
        counts = case.reconcile()
        assert (counts.told, counts.actors) == (sum(len(r.incidents) for r in worked), len(case.actors()))
        one, two = (r.document.id for r in worked)
        together = {tuple(sorted(m)) for a in case.actors() if len(m := [tuple(m) for m in a.members]) > 1}
        assert together == {tuple(sorted(((one, a), (two, b)))) for a, b in (("a2", "a6"), ("a4", "a5"), ("a8", "a4"))}
        actor = case.actor("heron")
        assert actor.name == "Eladio Marún" and case.actor(actor.id) == actor
        assert len(case.actor("Josefa Almarén").members) == 2
