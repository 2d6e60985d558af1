"""The page about the report that began it claims no more than is read, and copies nothing of it."""

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks")]
import seed_table  # noqa: E402

import facts  # noqa: E402

PAGE = seed_table.PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def report(shared: Path) -> Path:
    return shared / "reports" / "vraem"


def test_all_statements_are_there_once_with_an_answer() -> None:
    said = seed_table.told(PAGE)
    assert list(said) == list(range(1, 61))
    assert set(said.values()) <= set(seed_table.SAID.values())
    assert re.search(r"^Measured on testigo \d", PAGE, re.MULTILINE)


def test_the_sums_are_those_of_the_column() -> None:
    said = list(seed_table.told(PAGE).values())
    assert (
        f": {said.count('yes')} yes, {said.count('in part')} in part, {said.count('not yet')} not yet, of 60." in PAGE
    )


def test_the_page_claims_no_more_than_is_read(report: Path) -> None:
    hows, _ = facts.judged(report / "facts.json", facts.record_of(report / "report.txt"), checker(report))
    assert not seed_table.overclaimed(PAGE, hows)


def checker(report: Path) -> Path:
    return report.parents[1] / "bench" / "check_facts.py"


def test_it_would_notice_a_page_that_claims_too_much() -> None:
    hows = dict.fromkeys(range(1, 61), "missed")
    assert seed_table.overclaimed(seed_table.filled(PAGE, hows, "testigo 0"), hows) == []
    assert seed_table.overclaimed(seed_table.filled(PAGE, hows | {7: "found"}, "testigo 0"), hows) == [7]
    assert seed_table.overclaimed(seed_table.filled(PAGE, hows | {7: "partly"}, "testigo 0"), hows) == [7]


def test_no_run_of_six_words_is_the_reports(report: Path) -> None:
    words = re.findall(r"\w+", (report / "report.txt").read_text("utf-8").casefold())
    runs = {tuple(words[i : i + 6]) for i in range(len(words) - 5)}
    for line in PAGE.splitlines():
        ours = re.findall(r"\w+", line.casefold())
        assert not [ours[i : i + 6] for i in range(len(ours) - 5) if tuple(ours[i : i + 6]) in runs]


def test_the_numbers_are_those_of_the_list(report: Path) -> None:
    listed = [f["id"] for f in json.loads((report / "facts.json").read_text("utf-8")) if not f.get("never")]
    assert list(seed_table.told(PAGE)) == listed
