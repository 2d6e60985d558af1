"""Values in words: no more and no less than the value says."""

import pytest

from testigo.records import (
    Claim,
    Document,
    ReaderBlock,
    Report,
    ResolvedDate,
    ResolvedFigure,
    ResolvedPlace,
    Span,
    load_report,
)
from testigo.records.value_words import _WORDS, value_words
from testigo.records.values import VALUE_TYPES, DateValue, RangeValue
from testigo.records.words import (
    date_words,
    figure_words,
    period_words,
    resolved_figure_words,
    resolved_place_words,
    resolved_words,
)


@pytest.mark.parametrize(
    ("low", "high", "approx", "group", "words"),
    [
        (16, None, False, "all", "at least 16"),
        (0, 0, False, "all", "0"),
        (16, 16, False, None, "16"),
        (20, 20, True, "all", "about 20"),
        (None, 5, False, "all", "up to 5"),
        (None, 50, True, "all", "nearly 50"),
        (250, 300, False, "all", "250 to 300"),
        (4, 4, False, "minors", "4 minors"),
        (19, 19, False, "security_forces", "19 security forces"),
        (30001, None, False, "all", "at least 30,001"),
    ],
)
def test_figures(low, high, approx, group, words):
    assert figure_words(RangeValue(low=low, high=high, approx=approx, group=group)) == words


@pytest.mark.parametrize(
    ("low", "high", "best", "opened", "short", "long"),
    [
        (14, 16, 16, True, "14–16+ (16)", "14 to 16 or more, best 16"),
        (16, 16, 16, True, "16+", "at least 16"),
        (0, 0, 0, False, "0", "0"),
        (None, None, None, None, "–", "–"),
        (None, 5, None, False, "≤5", "up to 5"),
        (5, 8, 5, False, "5–8 (5)", "5 to 8, best 5"),
    ],
)
def test_resolved_figures(low, high, best, opened, short, long):
    """Unknown is a dash, never a zero."""
    figure = ResolvedFigure(low=low, high=high, best=best, open_high=opened, open_low=low is None)
    assert (resolved_words(figure), resolved_figure_words(figure)) == (short, long)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2021-05-23", "2021-05-23", "day", "Sunday 23 May 2021"),
        ("--09-17", "--09-17", "day", "17 September, year unknown"),
        ("2008-01-01", "2008-12-31", "year", "2008"),
        ("2021-01-01", "2021-01-31", "month", "January 2021"),
        ("1980-01-01", "2000-12-31", "span", "1980 to 2000"),
        ("2021-05-17", "2021-05-23", "week", "17 May 2021 to 23 May 2021"),
        ("2021-05-17", None, "span", "since 17 May 2021"),
        (None, None, "unknown", "“last spring”, not resolved"),
    ],
)
def test_dates(start, end, precision, words):
    text = "last spring" if start is None else None
    assert date_words(DateValue(start=start, end=end, precision=precision, text=text)) == words
    assert date_words(ResolvedDate(start=start, end=end, precision=precision, text=text)) == words


def test_a_period_with_one_end():
    assert (period_words("2020-01-01", None), period_words(None, "2020-01-01")) == (
        "since 1 January 2020",
        "until 1 January 2020",
    )


def test_a_place_tells_its_country_once():
    place = {"lat": None, "lon": None, "container": None}
    assert resolved_place_words(ResolvedPlace(name="Peru", country="PE", precision="country", **place)) == "Peru"
    assert (
        resolved_place_words(ResolvedPlace(name="Lima", country="PE", precision="settlement", **place)) == "Lima (PE)"
    )


def test_more_than_is_said_as_the_words_say_it():
    text = "More than 120 people have been killed"
    claim = Claim(
        id="c1", subject="i1", predicate="killed", value=RangeValue(low=121, high=None),
        evidence=(Span.of(text, 0, len(text)),),
    )  # fmt: skip
    document = Document(id="sha256:" + "0" * 64, name="x", text=text)
    reader = ReaderBlock(name="t", version="0", model="none", gazetteer="0", register="0")
    assert value_words(claim, Report(reader=reader, document=document)) == "more than 120"


def test_every_kind_of_value_has_words():
    assert set(VALUE_TYPES.values()) == set(_WORDS)


def test_every_claim_of_the_worked_example_can_be_said(shared):
    for path in sorted((shared / "reports" / "worked").glob("[ot]*.json")):
        report = load_report(path.read_bytes())
        for claim in report.claims:
            words = value_words(claim, report)
            assert words.strip() and "None" not in words, claim
