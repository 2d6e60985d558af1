"""Dates: which words are one, and which days they mean.

In the tables an expression is written [words|days precision]; "day" is not written, an open end is empty, "?" is
unresolved, "since" and "duration" are said. All expressions of a text are marked. The document's day is a Wednesday,
2 June 2021, where nothing else is said.
"""

import hashlib
import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo.extract.mentions.found import Time
from testigo.extract.mentions.times import document_day, find_times
from testigo.extract.page import Page
from testigo.records import Document, Segment

_MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
PUBLISHED = "2021-06-02"


def page_of(text: str, **fields: object) -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(Document(id=f"sha256:{digest}", name="a report", text=text, **fields))  # type: ignore[arg-type]


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, str]]]:
    text, found, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        found.append((mark[1], len(text), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], found


def reading(time: Time) -> str:
    if time.is_duration:
        return "duration"
    days = time.day_start or "" if time.day_start == time.day_end else f"{time.day_start or ''}..{time.day_end or ''}"
    words = [days or "?", *([time.precision] if time.precision not in {"day", "unknown"} else [])]
    return " ".join(words + ["since"] * time.is_since)


WEEKDAYS = """
The bomb exploded [on Tuesday|2021-06-01].
The bomb exploded [on Wednesday|2021-06-02].
The bomb exploded [Thursday|2021-05-27].
It exploded [late on Thursday|2021-05-27].
It exploded [early Monday morning|2021-05-31].
[Tuesday night|2021-06-01] they came.
They came [last Friday|2021-05-28].
They came [last Wednesday|2021-05-26].
They come [next Friday|2021-06-11].
They come [this Friday|2021-05-28].
They will come [this Friday|2021-06-04].
They come [this coming Friday|2021-06-04].
[Tuesday’s|2021-06-01] attack
[Tuesday's|2021-06-01] attack
the [Tuesday|2021-06-01] attack
THEY ATTACKED [ON SUNDAY|2021-05-30] AGAIN.
They will withdraw [from Monday|2021-06-07.. span since].
The talks will be held [on Monday|2021-06-07].
He would be released [on Friday|2021-06-04].
They would appeal the sentence, announced [Monday|2021-05-31].
They will bury the dead of [Sunday’s|2021-05-30] attack.
It happened [on Tuesday of last week|2021-05-25].
They fought [from Saturday to Sunday|2021-05-29..2021-05-30 span].
They fought [between Monday and Wednesday|2021-05-31..2021-06-02 span].
They have fought [since Monday|2021-05-31.. span since].
They meet on Sundays.
They prayed [on Good Friday|?].
It was Bloody Sunday again.
They came [on Sat.|2021-05-29]
The sun shone and he sat.
""".strip().splitlines()

FULL_DAYS = """
He died [on May 16, 2016|2016-05-16].
He died [on 16 May 2016|2016-05-16].
He died [on the 16th of May 2016|2016-05-16].
He died [on May 16th, 2016|2016-05-16].
He died [on 2016-05-16|2016-05-16].
He died [on 5/16/16|2016-05-16].
He died [on 16/5/2016|2016-05-16].
He died [on 16.5.2016|2016-05-16].
He died [on 5/6/16|?].
[Sun 10 Jul 2016|2016-07-10] the rebels died.
He died [on Sunday, May 23|2021-05-23].
He died [on Sunday (May 23|2021-05-23]).
He died [on Sunday, Jan. 27|--01-27].
He died [on Sunday night, May 23rd|2021-05-23].
SAN SALVADOR, [3 JAN 90|1990-01-03] -- THE ARMY
MOSCOW, [6 JUL 89|1989-07-06] (AGENCY)
the [Aug. 5, 1999|1999-08-05], attack
[On 31 February 2016|?] nothing happened.
the attacks of [Sept. 11, 2001|2001-09-11]
the [September 11|2001-09-11] attacks
since the [9/11|2001-09-11] attacks
""".strip().splitlines()

DAYS_WITHOUT_YEAR = """
He died [on March 11|2021-03-11].
He died [on 11 March|2021-03-11].
He died [on June 3|2021-06-03].
He died [on September 17|2020-09-17].
He died [last Oct. 23|2020-10-23].
The trial is set [for Sept. 17|2021-09-17].
They must leave [by July 1|..2021-07-01 span].
He was shot [on Oct. 3 last year|2020-10-03].
He was shot [on Oct. 3|--10-03] of that year.
[the night of 22 to 23 May|2021-05-22..2021-05-23 span]
They fought [on May 22-23|2021-05-22..2021-05-23 span].
They fought [from May 30 to June 1|2021-05-30..2021-06-01 span].
They fought [between 30 December and 2 January|2020-12-30..2021-01-02 span].
In [May|2021-05-01..2021-05-31 month] 16 people died.
""".strip().splitlines()[:-1]

MONTHS = """
He died [in May|2021-05-01..2021-05-31 month].
He died [in July|2020-07-01..2020-07-31 month].
He died [last January|2021-01-01..2021-01-31 month].
He died [last June|2020-06-01..2020-06-30 month].
He died [in May 2016|2016-05-01..2016-05-31 month].
He died [in early May 2016|2016-05-01..2016-05-31 month].
He died [in May of 2016|2016-05-01..2016-05-31 month].
He died [in October last year|2020-10-01..2020-10-31 month].
the [January|2021-01-01..2021-01-31 month] bombing
[January’s|2021-01-01..2021-01-31 month] bombing
They have fought [since March|2021-03-01.. span since].
They fought [from January to March 2020|2020-01-01..2020-03-31 span].
They fought [between March and May|2021-03-01..2021-05-31 span].
He was shot [in July|--07 month] of that year.
It opened [in mid-April|2021-04-01..2021-04-30 month].
THE ARMY MAY ATTACK AND THE REBELS MARCH ON.
May have died
Soldiers march on the city and may attack.
August Gómez was shot.
[In May|2021-05-01..2021-05-31 month] 16 people died.
""".strip().splitlines()

YEARS = """
It began [in 1992|1992-01-01..1992-12-31 year].
It has gone on [since 2008|2008-01-01.. span since].
the [2021|2021-01-01..2021-12-31 year] ambush
It lasted [until 2010|..2010-12-31 span].
It began [before 2008|..2007-12-31 span].
It began [in late 2016|2016-01-01..2016-12-31 year].
[between 1980 and 2000|1980-01-01..2000-12-31 span] they fought.
[from 1980 to 2000|1980-01-01..2000-12-31 span] they fought.
They fought [in 2011-2013|2011-01-01..2013-12-31 span].
It began [in the 1980s|1980-01-01..1989-12-31 span].
It began [in the early 1990s|1990-01-01..1999-12-31 span].
It killed 2000 people [in 2014|2014-01-01..2014-12-31 year].
The 2000 block of Main Street
They seized 1950 kg.
[In the summer of 2016|2016-01-01..2017-12-31 season] they fought.
They fought [last summer|2020-01-01..2021-12-31 season].
""".strip().splitlines()

NEAR = """
He died [today|2021-06-02].
He died [yesterday|2021-06-01].
He died [yesterday morning|2021-06-01].
[Yesterday’s|2021-06-01] attack
He died [this morning|2021-06-02].
He died [last night|2021-06-01].
They leave [tomorrow|2021-06-03].
They leave [the day after tomorrow|2021-06-04].
He died [the day before yesterday|2021-05-31].
The raid came [overnight|2021-06-01..2021-06-02 span].
He died [this week|2021-05-31..2021-06-02 week].
He died [earlier this week|2021-05-31..2021-06-02 week].
He died [last week|2021-05-24..2021-05-30 week].
He died [last month|2021-05-01..2021-05-31 month].
He died [earlier this month|2021-06-01..2021-06-02 month].
He died [last year|2020-01-01..2020-12-31 year].
He died [this year|2021-01-01..2021-06-02 year].
He died [over the weekend|2021-05-29..2021-05-30 span].
He died [two days ago|2021-05-31].
He died [three weeks ago|2021-05-10..2021-05-16 week].
He died [two months ago|2021-04-01..2021-04-30 month].
He died [five years ago|2016-01-01..2016-12-31 year].
He died [a year ago|?].
He died [more than two years ago|?].
48 died [in the past 24 hours|2021-06-01..2021-06-02 span].
40 died [in the last two years|?].
They fought [for two hours|duration].
They fled [after three days|duration] of fighting.
a 24-year-old man
He reads Russia Today.
""".strip().splitlines()


@pytest.mark.parametrize("marked", WEEKDAYS + FULL_DAYS + DAYS_WITHOUT_YEAR + MONTHS + YEARS + NEAR)
def test_a_date_is_read_and_resolved(marked: str) -> None:
    """Every expression of the line is found with its preposition, resolved as marked, and nothing else is."""
    text, wanted = unmarked(marked)
    page = page_of(text)
    found = [(t.text, t.start, reading(t)) for t in find_times(page, PUBLISHED)]
    assert found == wanted
    assert all(text[t.start : t.end] == t.text for t in find_times(page, PUBLISHED))


UNDATED = """
He died [on Tuesday|?].
He died [yesterday|?].
He died [last week|?].
He died [on September 17|--09-17].
He died [in May|--05 month].
He died [on May 16, 2016|2016-05-16].
It has gone on [since 2008|2008-01-01.. span since].
He died [two days ago|?].
""".strip().splitlines()


@pytest.mark.parametrize("marked", UNDATED)
def test_without_a_day_of_its_own_a_report_keeps_the_words(marked: str) -> None:
    """A relative date is not guessed: it has its text and no bounds; a day without a year keeps what is known."""
    text, wanted = unmarked(marked)
    assert [(t.text, t.start, reading(t)) for t in find_times(page_of(text), None)] == wanted


def test_the_preposition_is_outside_the_core() -> None:
    """`core_start` begins at the date itself."""
    text = "He died on Tuesday."
    (time,) = find_times(page_of(text), PUBLISHED)
    assert text[time.core_start : time.end] == "Tuesday"


def dated(dateline: str) -> Page:
    text = f"{dateline} A bomb exploded on Tuesday."
    return page_of(text, segments=(Segment(start=0, end=len(dateline), kind="dateline"),))


@pytest.mark.parametrize(
    ("dateline", "published", "day"),
    [
        ("LIMA, March 11 -", None, "--03-11"),
        ("LIMA, March 11 -", "2004-03-13", "2004-03-11"),
        ("LIMA, 3 JAN 90 --", None, "1990-01-03"),
        ("LIMA, Dec. 31 -", "2020-01-01", "2019-12-31"),
        ("LIMA -", "2021-06-02", "2021-06-02"),
        ("LIMA -", None, None),
        ("LIMA -", "2021-06", None),
    ],
)
def test_a_dateline_gives_the_day_before_publication_does(
    dateline: str, published: str | None, day: str | None
) -> None:
    """The dateline's own day first, its year from `published`."""
    assert document_day(dated(dateline), published) == day


def test_weekdays_count_from_the_dateline() -> None:
    """A report put out later still tells of the Tuesday before its dateline."""
    times = find_times(dated("LIMA, March 11 -"), "2004-03-19")
    assert times[-1].day_start == "2004-03-09"


def test_another_date_settles_the_order_of_strokes() -> None:
    """Where one date of the text can be read only one way, the others follow it."""
    assert [t.day_start for t in find_times(page_of("On 5/6/16 and on 5/16/16."), None)] == ["2016-05-06", "2016-05-16"]


@given(st.text(alphabet="0123456789 ,.-–/MayTuesdonSc’slatwkrfmigh\n", max_size=80))
def test_any_text_gives_ordered_dates_inside_it(text: str) -> None:
    """Expressions come in order, do not overlap, and their bounds do not cross."""
    page = page_of(text)
    last = 0
    for time in find_times(page, PUBLISHED):
        assert last <= time.start <= time.core_start < time.end
        assert time.text == text[time.start : time.end]
        assert not (time.day_start and time.day_end) or time.day_start <= time.day_end
        last = time.end


# Measured 2026-11: day, month and year expressions (TIMEX3 DATE) with the gold days; re-run after a change.
FLOOR_OF_TEMPEVAL = 0.85
_VALUE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def gold_of(path: Path) -> tuple[str, str, list[tuple[int, int, str]]]:
    """Give a TimeML document's text, day of creation, and dates with offsets and value."""
    source = path.read_text(encoding="utf-8", errors="replace")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    assert day and body
    text, gold, opened = "", [], []
    for piece in re.split(r"(<[^>]+>)", body[1]):
        if piece.startswith("<TIMEX3"):
            opened.append((len(text), piece))
        elif piece.startswith("</TIMEX3"):
            start, tag = opened.pop()
            value = re.search(r'value="([^"]*)"', tag)
            if 'type="DATE"' in tag and value and _VALUE.fullmatch(value[1]):
                gold.append((start, len(text), value[1]))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, day[1], gold


def is_right(time: Time, value: str) -> bool:
    """Does one bound begin or end exactly as the gold value does (spans and "since" have the other end elsewhere)?"""
    bounds = (time.day_start or "", time.day_end or "")
    if time.precision == "span":
        return any(bound.startswith(value) for bound in bounds)
    length = {"day": 10, "month": 7, "year": 4}.get(time.precision, 0)
    return len(value) == length and bounds[0].startswith(value)


@pytest.mark.slow
def test_dates_in_news_are_read_as_often_as_measured(shared: Path) -> None:
    """A floor that only rises, over the gold documents of a public set."""
    right = total = 0
    for path in sorted((shared / "bench" / "dates" / "tempeval3").glob("*.tml")):
        text, day, gold = gold_of(path)
        times = find_times(page_of(text), day)
        for start, end, value in gold:
            total += 1
            right += any(t.core_start < end and start < t.end and is_right(t, value) for t in times)
    assert right / total >= FLOOR_OF_TEMPEVAL
