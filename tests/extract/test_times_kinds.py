"""Expressions of time that are no date by themselves, and what a date says besides its days; time linear in length."""

import hashlib
from time import process_time

import pytest

from testigo.extract.mentions.found import Time
from testigo.extract.mentions.times import find_expressions, find_times
from testigo.extract.page import Page
from testigo.records import Document

PUBLISHED = "2021-06-02"  # a Wednesday


def page_of(text: str) -> Page:
    return Page(Document(id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", name="a", text=text))


def only(text: str) -> Time:
    (time,) = find_expressions(page_of(text), PUBLISHED)
    return time


LENGTHS = [
    ("A two-hour gun battle broke out.", "two-hour", "PT2H"),
    ("They besieged the town for three days.", "three days", "P3D"),
    ("He got at least 20 more years.", "at least 20 more years", "P20Y"),
    ("They fought for two and a half years.", "two and a half years", "P2.5Y"),
    ("They held it for a couple of weeks.", "a couple of weeks", "P2W"),
    ("They held it for more than a decade.", "more than a decade", "P10Y"),
    ("It went on for weeks.", "weeks", "PXW"),
    ("a decades-long war", "decades-long", "PXY"),
    ("a day-long clash", "day-long", "P1D"),
    ("They fought for twenty-five years.", "twenty-five years", "P25Y"),
]
RETURNING = [
    ("They march every Friday.", "every Friday", "XXXX-WXX-5"),
    ("They march on Sundays.", "Sundays", "XXXX-WXX-7"),
    ("They shell it daily.", "daily", "P1D"),
    ("They meet every two weeks.", "every two weeks", "P2W"),
    ("They meet every other day.", "every other day", "P2D"),
    ("It kills thousands each year.", "each year", "P1Y"),
]


@pytest.mark.parametrize(("text", "words", "amount"), LENGTHS)
def test_a_length_has_an_amount_and_no_day(text: str, words: str, amount: str) -> None:
    """ISO 8601, X where the words give no number."""
    time = only(text)
    assert (time.kind, text[time.core_start : time.end], time.amount) == ("duration", words, amount)
    assert time.is_duration and time.day_start is None


@pytest.mark.parametrize(("text", "words", "amount"), RETURNING)
def test_what_returns_is_no_date(text: str, words: str, amount: str) -> None:
    """Its amount is the time between, or the weekday; `find_times` leaves it out."""
    time = only(text)
    assert (time.kind, text[time.core_start : time.end], time.amount) == ("set", words, amount)
    assert find_times(page_of(text), PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "clock", "part"),
    [
        ("It fell at 9:30 p.m. on Tuesday.", "21:30", None),
        ("It fell on Tuesday at about 10 p.m.", "22:00", None),
        ("It fell at noon Tuesday.", "12:00", "noon"),
        ("It fell at 0735 GMT on Tuesday.", "07:35", None),
        ("It fell at 4 o'clock in the morning on Tuesday.", "04:00", None),
        ("It fell at dawn on Tuesday.", None, "dawn"),
        ("It fell on Tuesday night.", None, "night"),
    ],
)
def test_an_hour_beside_a_day_is_joined_to_it(text: str, clock: str | None, part: str | None) -> None:
    """One expression, of the day, that tells the hour or the part of the day too."""
    time = only(text)
    assert (time.kind, time.day_start, time.clock, time.part) == ("date", "2021-06-01", clock, part)
    assert time.precision == ("time" if clock else "day")


def test_an_hour_alone_is_no_date() -> None:
    """Its day is told elsewhere."""
    time = only("The convoy was hit at 21:30.")
    assert (time.kind, time.clock, time.day_start) == ("hour", "21:30", None)
    assert find_times(page_of("The convoy was hit at 21:30."), PUBLISHED) == ()


@pytest.mark.parametrize("text", ["The score was 3:16 then.", "Psalm 23:4 was read.", "They won 2.30 points."])
def test_two_figures_are_no_hour_by_themselves(text: str) -> None:
    """Without "p.m.", a zone or "at" before them."""
    assert not [t for t in find_expressions(page_of(text), PUBLISHED) if t.kind == "hour"]


@pytest.mark.parametrize(
    ("text", "anchor", "amount", "event"),
    [
        ("He died three days after the ambush.", "after", "P3D", "the ambush"),
        ("He died two weeks before the vote.", "before", "P2W", "the vote"),
        ("He died the next day.", "after", "P1D", None),
        ("He died a week earlier.", "before", "P1W", None),
        ("He died that night.", "same", None, None),
        ("He died two days ago.", "ago", "P2D", None),
        ("He will die in two days.", "hence", "P2D", None),
    ],
)
def test_a_distance_says_what_it_counts_from(text: str, anchor: str, amount: str | None, event: str | None) -> None:
    """From the document's day it is resolved, from another event it keeps the words and where the event's begin."""
    time = only(text)
    assert (time.kind, time.anchor, time.amount) == ("date", anchor, amount)
    assert bool(time.day_start) == (anchor in ("ago", "hence"))
    told = None if time.anchor_end is None else text[time.anchor_end :].rstrip(".")
    assert told == event


def test_a_preposition_opens_a_bound_and_the_date_named_is_kept() -> None:
    """ "since 2008" goes on; `named` is the year itself."""
    time = only("It has been active since 2008.")
    assert (time.day_start, time.day_end, time.direction) == ("2008-01-01", None, "since")
    assert time.named == ("2008-01-01", "2008-12-31", "year")


def test_a_line_that_says_when_the_report_was_put_out_is_a_stamp() -> None:
    """ "Date:" in a bulletin is the incident's."""
    assert only("Updated: May 3, 2021").is_stamp
    assert not only("Date: May 3, 2021").is_stamp


@pytest.mark.parametrize("text", ["He is now the mayor.", "They recently met.", "It may come in the future."])
def test_vague_words_are_expressions_but_no_times(text: str) -> None:
    """They are found for whoever counts expressions; no claim is made of them."""
    assert only(text).kind == "vague"
    assert find_times(page_of(text), PUBLISHED) == ()


# Text without an end that a grammar of dates might go astray in: blanks, digits, words that many patterns begin with.
ENDLESS = [
    "on Tuesday and ",
    " ",
    "1",
    "12 ",
    "2014 ",
    "May 5, ",
    "May\n",
    "the last ",
    "twenty-",
    "a few ",
    "from May to ",
    "10:30 ",
    "5/6/",
]


@pytest.mark.parametrize("words", ENDLESS)
def test_a_line_without_an_end_takes_time_in_proportion(words: str) -> None:
    """Twice the text takes about twice the time (four times is quadratic; a slow machine is allowed some noise)."""

    def seconds(characters: int) -> float:
        page = page_of("It fell " + words * (characters // len(words)) + ".")
        begun = process_time()
        find_times(page, PUBLISHED)
        return process_time() - begun

    seconds(2_000)
    once = min(seconds(40_000) for _ in range(2))
    assert min(seconds(80_000) for _ in range(2)) < 3 * once + 0.1


def test_every_date_of_a_long_line_is_found() -> None:
    """Nothing is skipped where a line is cut."""
    assert len(find_times(page_of("on Tuesday and " * 10_000), PUBLISHED)) == 10_000
