"""A case written as lines and read back is the same case, with all that people decided and undid."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from telling import Telling, line

from testigo.records import FormatError, StoreError
from testigo.work.case import Case
from testigo.work.dumping import dump_case, load_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with a merge, a split, a correction, a rejection, and an undo of each kind."""
    texts = [line("2021-05-23", n, "Vega", "Ana Ruiz Soto") for n in (14, 16)] + [line("2020-02-01", 3, "Loma")]
    with Case(tmp_path / "c.testigo") as opened:
        for n, text in enumerate(texts):
            (tmp_path / f"{n}.txt").write_text(f"Report {n}. {text}")
            opened.add(tmp_path / f"{n}.txt", Telling(), published="2021-05-25")
        opened.reconcile()
        opened.decide("not_same", ("0.txt:i1", "1.txt:i1"), by="ana")
        opened.decide("merge", "2.txt:i1", by="ana", after={"case": "0.txt:i1"})
        opened.decide("correct", "1.txt:c1", by="ben", after={"low": 17, "high": 17})
        gone = opened.decide("reject", "2.txt:c1", by="ben", reason="Rosa Quispe said so")
        opened.decide("undo", "last", by="ana")
        opened.decide("undo", "last", by="ana")
        opened.purge(decision=gone.id)
        yield opened


def lines_of(case: Case) -> str:
    out = io.StringIO()
    dump_case(case, out)
    return out.getvalue()


def test_a_loaded_case_is_the_case(case: Case, tmp_path: Path) -> None:
    written = lines_of(case)
    path = tmp_path / "again.testigo"
    assert load_case(path, io.StringIO(written)) == 3
    with Case(path) as again:
        for _ in range(2):  # as loaded, and when it was brought together anew
            assert again.incidents() == case.incidents()
            assert again.chain() == case.chain()
            assert list(again.reports()) == list(case.reports())
            assert again.store.groups.ids() == case.store.groups.ids()
            assert again.check() == case.check()
            assert [h.name for h in again.search("vega 16")] == ["1.txt"]
            again.reconcile()
        assert lines_of(again).splitlines()[1:] == written.splitlines()[1:]
        again.decide("undo", again.decisions()[0].id, by="ben")
        case.decide("undo", case.decisions()[0].id, by="ben")
        assert again.incidents() == case.incidents()


def test_nothing_purged_is_in_a_dump(case: Case) -> None:
    assert "Quispe" not in lines_of(case)


def test_a_case_that_holds_something_is_not_loaded_over(case: Case) -> None:
    with pytest.raises(StoreError, match="already"):
        load_case(case.path, io.StringIO(lines_of(case)))
    assert len(case.documents()) == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda w: "", "empty"),
        (lambda w: "{}\n", "testigo-case/1"),
        (lambda w: w + "{", ":.*not JSON"),
        (lambda w: w + '{"table": "spoons"}\n', "no table 'spoons'"),
        (lambda w: w + '{"table": "names"}\n', "does not fit"),
        (lambda w: w.replace('"ana', '"eve'), "not what was decided"),
        (lambda w: "\n".join(x for x in w.splitlines() if '"table":"head"' not in x), "cut off"),
    ],
)
def test_lines_that_do_not_hold_make_no_case(case: Case, tmp_path: Path, change: object, words: str) -> None:
    written = (
        lines_of(case).replace('\\"by\\":\\"ana', '\\"by\\":\\"eve') if "decided" in words else change(lines_of(case))
    )  # type: ignore[operator]
    path = tmp_path / "bad.testigo"
    with pytest.raises(FormatError, match=words):
        load_case(path, io.StringIO(written))
    assert not path.exists()
