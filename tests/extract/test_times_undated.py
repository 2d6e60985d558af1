"""A report without a day of its own says which of its dates are lost by that."""

import hashlib

import pytest

from testigo.extract.mentions.time_problems import undated_problems
from testigo.extract.mentions.times import find_times
from testigo.extract.page import Page
from testigo.records import Document, Problem, Segment


def problems(text: str, published: str | None = None, dateline: int = 0) -> tuple[Problem, ...]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    segments = (Segment(start=0, end=dateline, kind="dateline"),) if dateline else ()
    page = Page(Document(id=f"sha256:{digest}", name="a", text=text, published=published, segments=segments))
    return undated_problems(page, find_times(page, published))


def test_relative_dates_without_a_day_are_a_problem() -> None:
    """The message names the first of them and the way out."""
    (problem,) = problems("Gunmen killed two men on Tuesday. Last week they had killed three.")
    assert problem.code == "no_date" and problem.stage == "extract"
    assert '"on Tuesday" and 1 more' in problem.message and "--published" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two men on 16 May 2016.",
        "Gunmen killed two men.",
        "Gunmen killed two men on Christmas Eve.",
        "The siege lasted for three days.",
        "They came back the next day.",
    ],
)
def test_a_report_that_needs_no_day_has_no_problem(text: str) -> None:
    """Full dates, feasts, lengths and days told from another event would not be resolved by a publication date."""
    assert problems(text) == ()


def test_a_day_given_or_a_full_dateline_is_enough() -> None:
    """Either resolves them."""
    assert problems("Gunmen killed two men on Tuesday.", published="2021-06-02") == ()
    line = "LIMA, 3 JAN 90 --"
    assert problems(f"{line} Gunmen killed two men on Tuesday.", dateline=len(line)) == ()


def test_a_dateline_without_a_year_is_not() -> None:
    """No weekday can be told from "March 11" alone."""
    line = "LIMA, March 11 -"
    (problem,) = problems(f"{line} Gunmen killed two men on Tuesday.", dateline=len(line))
    assert problem.code == "no_date"
