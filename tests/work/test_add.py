"""Adding sources to a case."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from light import BLOCK, Light

from testigo.records import BusyError, ConfigError, Report, StoreError
from testigo.work.adding import Progress
from testigo.work.case import Case
from testigo.work.readers import Extractor


def test_every_source_is_counted_once(case: Case, sources: Path) -> None:
    result = case.add(sources, Light())
    assert (result.added, result.known, result.failed, result.unread) == (36, 1, 3, 1)
    assert result.done == 41
    assert [p.name for p in case.problems()] == ["35.txt", "36.txt", "37.txt", "r2"]


def test_added_again_nothing_is_new(full: Case, sources: Path, content_of: Callable[[Case], Any]) -> None:
    before = content_of(full)
    result = full.add(sources, Light())
    assert (result.added, result.known, result.failed, result.unread) == (0, 38, 3, 0)
    assert content_of(full) == before


def test_a_file_that_is_known_is_not_parsed_again(
    full: Case, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes are enough; under another name it is the same document, and that name is kept."""
    (tmp_path / "moved.txt").write_bytes((sources / "05.txt").read_bytes())

    def parse(*_: object) -> None:
        raise AssertionError("a known file was parsed")

    monkeypatch.setattr("testigo.read.sources.make_reading", parse)
    result = full.add([sources / "00.txt", tmp_path / "moved.txt"], Light())
    assert (result.known, result.done) == (2, 2)
    assert full.document("05.txt").names == ("32.txt", "moved.txt")


def test_the_same_bytes_twice_are_one_document(full: Case) -> None:
    document = full.document("05.txt")
    assert document.names == ("32.txt",)
    assert full.document("32.txt") == document
    assert full.report("32.txt").document.names == ("32.txt",)


def test_the_result_does_not_depend_on_jobs_or_order(
    full: Case, sources: Path, tmp_path: Path, content_of: Callable[[Case], Any]
) -> None:
    other = Case(tmp_path / "other")
    other.add(sources, Light(), jobs=2)
    assert content_of(other) == content_of(full)
    backwards = Case(tmp_path / "backwards")
    backwards.add(sorted(sources.iterdir(), reverse=True), Light())
    assert [r.claims for r in backwards.reports()] == [r.claims for r in full.reports()]
    assert {d.id: d.reprint_of for d in backwards.documents()} == {d.id: d.reprint_of for d in full.documents()}


def test_a_reprint_is_linked_and_kept(full: Case) -> None:
    one, two = full.document("33.txt"), full.document("34.txt")
    assert {one.reprint_of, two.reprint_of} in ({None, one.id}, {None, two.id})
    assert sum(d.reprint_of is not None for d in full.documents()) == 1


def test_a_fault_of_the_reader_is_told_and_its_document_kept(full: Case) -> None:
    (problem,) = (p for p in full.problems() if p.code == "internal_error")
    assert problem.name == "36.txt" and "ZeroDivisionError" in problem.message and "light.py" in problem.message
    assert full.document("36.txt").state == "failed"
    assert full.raw("36.txt").startswith(b"BOOM")


def test_what_failed_is_read_again_later(case: Case, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("BOOM went the reader that day in the town.")
    assert case.add(source, Light()).failed == 1

    assert case.add(source, _Mended()).added == 1
    assert case.problems() == []
    assert case.document("a.txt").state == "read"


class _Mended:
    """A reader that no text brings down."""

    def open(self) -> Extractor:
        return lambda document, problems: Report(reader=BLOCK, document=document, problems=problems)


def test_progress_tells_each_document(case: Case, sources: Path) -> None:
    told: list[Progress] = []
    case.add(sources, Light(), progress=told.append)
    assert [p.so_far.done for p in told] == list(range(1, 42))
    assert told[-1].total == 41 and told[0].name == "00.txt"


def test_dates_and_outlets_given_are_kept(case: Case, sources: Path) -> None:
    case.add(sources / "00.txt", Light(), published="2026-03-11", outlet="Correo Pardo")
    document = case.report("00.txt").document
    assert (document.published, document.published_from, document.outlet) == ("2026-03-11", "given", "Correo Pardo")


def test_a_case_that_is_not_there_is_not_made_by_looking(case: Case) -> None:
    with pytest.raises(StoreError, match="testigo add"):
        case.documents()
    assert not case.path.exists()


def test_a_wrong_option_makes_no_case(case: Case, sources: Path) -> None:
    with pytest.raises(ConfigError):
        case.add(sources, Light(), published="31 February 2026")
    assert not case.path.exists()
    with pytest.raises(ConfigError, match="at least one"):
        case.add(sources, Light(), jobs=0)


def test_a_second_add_waits_and_says_who_holds_the_case(full: Case, sources: Path) -> None:
    with Case(full.path, busy_timeout_s=0.2) as other, full.store.writing("testigo add"):
        with pytest.raises(BusyError, match="testigo add"):
            other.add(sources, Light())
        assert len(other.documents()) == len(full.documents())


@pytest.mark.slow
def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path, sources: Path) -> None:
    script = tmp_path / "script.py"
    words = "from testigo.work.case import Case\nfrom light import Light\n"
    script.write_text(
        words + f"Case({str(tmp_path / 'c')!r}, busy_timeout_s=0.1).add({str(sources)!r}, Light(), jobs=2)\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, env=_with_path(), timeout=60
    )
    assert done.returncode == 1
    assert "__main__" in done.stderr and "ConfigError" in done.stderr


def _with_path() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
