"""Arithmetic of days: from the words of a date and the document's own day to ISO bounds, as the format's Dates say.

`Day` is the day that a document resolves against. Past is the rule: a weekday is the most recent one up to that day,
a month or a day without a year the nearest that is not after it. Future only where the sentence says so.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace

from testigo.extract.mentions.found import TimeKind
from testigo.records.codes import DatePrecision

Day = dt.date
# A report may tell of a day just after the one on it (time zones, embargoed texts).
_AHEAD_DAYS = 3
_AHEAD_YEARS, _LATEST_YEAR = 15, 2049
# A day without a year is the one ahead where that is this near and the one behind this far ("holders of record Nov. 10").
_NEAR_AHEAD_DAYS, _FAR_BEHIND_DAYS = 70, 250
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class When:
    """What an expression means: bounds as in the record (`YYYY-MM-DD`, `--MM-DD`, `--MM` or None) and their precision.

    kind, amount, clock, part, anchor: as a `Time` has them (found.py).
    """

    start: str | None
    end: str | None
    precision: DatePrecision
    kind: TimeKind = "date"
    amount: str | None = None
    clock: str | None = None
    part: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What expressions resolve against: the document's day, and the order of day and month in "5/6/16"."""

    reference: Day | None
    day: str | None
    slashes: str | None


UNKNOWN = When(None, None, "unknown")


def day_from_iso(iso: str | None) -> Day | None:
    """Read a full ISO day, None for anything less ("2016-05", "--05-16") or impossible."""
    if not iso or not re.match(r"\d{4}-\d\d-\d\d", iso):
        return None
    try:
        return Day.fromisoformat(iso[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> Day | None:
    """Give the day, None where the calendar has none (31 February)."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def on(day: Day | None) -> When:
    """One whole day."""
    return between(day, day, "day")


def between(first: Day | None, last: Day | None, precision: DatePrecision) -> When:
    """From one day to another, both in it."""
    return When(first.isoformat() if first else None, last.isoformat() if last else None, precision)


def year(number: int) -> When:
    """A whole year."""
    return When(f"{number:04}-01-01", f"{number:04}-12-31", "year")


def years(first: int, last: int) -> When:
    """Whole years from one to another."""
    return When(f"{first:04}-01-01", f"{last:04}-12-31", "span")


def month(number: int, in_year: int) -> When:
    """A whole month."""
    last = calendar.monthrange(in_year, number)[1]
    return When(f"{in_year:04}-{number:02}-01", f"{in_year:04}-{number:02}-{last:02}", "month")


def shifted_month(reference: Day, months: int) -> When:
    """The whole month so many months before (below zero) or after the reference's."""
    index = reference.year * 12 + reference.month - 1 + months
    return month(index % 12 + 1, index // 12)


def quarter(number: int, in_year: int) -> When:
    """Three months of a year, 1 to 4."""
    last = calendar.monthrange(in_year, number * 3)[1]
    return When(f"{in_year:04}-{number * 3 - 2:02}-01", f"{in_year:04}-{number * 3:02}-{last:02}", "span")


def quarter_without_year(number: int, reference: Day, which: str = "") -> When:
    """The quarter nearest before or holding the reference; "coming": this year's unless it is well over.

    What is to come may be the account of the quarter just over ("will report third-quarter losses").
    """
    here = (reference.month - 1) // 3 + 1
    if which == "coming":
        return quarter(number, reference.year + (number < here - 1))
    return quarter(number, reference.year - (number > here))


def shifted_quarter(reference: Day, quarters: int) -> When:
    """The quarter so many before (below zero) or after the reference's."""
    index = reference.year * 4 + (reference.month - 1) // 3 + quarters
    return quarter(index % 4 + 1, index // 4)


def half(number: int, in_year: int) -> When:
    """Half a year, the first or the second."""
    bounds = ("01-01", "06-30") if number == 1 else ("07-01", "12-31")
    return When(f"{in_year:04}-{bounds[0]}", f"{in_year:04}-{bounds[1]}", "span")


def week(reference: Day, weeks: int = 0) -> When:
    """The Monday to Sunday that holds the reference, or so many weeks from it."""
    monday = monday_of(reference, weeks)
    return between(monday, monday + dt.timedelta(days=6), "week")


def monday_of(reference: Day, weeks: int = 0) -> Day:
    """The Monday of the reference's week, or of the one so many weeks from it."""
    return reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=weeks)


def weekday(reference: Day, number: int, which: str = "") -> Day:
    """The weekday nearest before or on the reference; "last": before it; "next": after it; "coming": on or after."""
    back = (reference.weekday() - number) % 7
    if which == "last":
        return reference - dt.timedelta(days=back or 7)
    ahead = (number - reference.weekday()) % 7
    if which == "next":
        return reference + dt.timedelta(days=ahead or 7)
    if which == "coming":
        return reference + dt.timedelta(days=ahead)
    return reference - dt.timedelta(days=back)


def nth_weekday(number: int, nth: int, month_number: int, in_year: int) -> Day | None:
    """The nth such weekday of a month (-1: the last), None where the month has no fifth."""
    if nth < 0:
        last = Day(in_year, month_number, calendar.monthrange(in_year, month_number)[1])
        return weekday(last, number)
    first = weekday(Day(in_year, month_number, 1), number, "coming")
    found = first + dt.timedelta(weeks=nth - 1)
    return found if found.month == month_number else None


def shifted(reference: Day, amount: str, sign: int) -> When:
    """Give the day, week, month or year so far from the reference ("P3D", "P2W", "P4M", "P10Y"), unknown for others."""
    told = re.fullmatch(r"P(\d{1,3})([DWMY])", amount)
    if told is None:
        return UNKNOWN
    count, unit = int(told[1]) * sign, told[2]
    if unit == "D":
        return on(reference + dt.timedelta(days=count))
    if unit == "W":
        return week(reference, count)
    return shifted_month(reference, count) if unit == "M" else year(reference.year + count)


def month_without_year(number: int, reference: Day | None, which: str = "") -> When:
    """The month nearest before or holding the reference; "last": over before it; "next", "coming": after it."""
    if reference is None:
        return When(f"--{number:02}", f"--{number:02}", "month")
    if which in {"next", "coming"}:
        is_ahead = number > reference.month or (which == "coming" and number == reference.month)
        return month(number, reference.year + (not is_ahead))
    if which == "this":
        return month(number, reference.year)
    if which == "near" and 0 < (number - reference.month) % 12 <= 3:
        return month_without_year(number, reference, "coming")
    is_past = number < reference.month or (which != "last" and number == reference.month)
    return month(number, reference.year - (not is_past))


def day_without_year(number: int, day: int, reference: Day | None, which: str = "", named: int | None = None) -> When:
    """The nearest such day not after the reference (a few days ahead allowed); "coming", "next": on or after it.

    The one ahead, too, where it is close and the one behind is not, unless the words tell of the past ("past").
    named: the weekday said beside it; only a year in which the day falls on it is right, and where none near is,
    the year stays unknown.
    """
    if make_day(2000, number, day) is None:
        return UNKNOWN
    text = f"--{number:02}-{day:02}"
    bare = When(text, text, "day")
    if reference is None:
        return bare
    years_to_try = range(reference.year + 1, reference.year - 9, -1)
    days = [d for y in years_to_try if (d := make_day(y, number, day)) is not None]
    if named is not None:
        days = [d for d in days if d.weekday() == named and abs(d.year - reference.year) < 2]
    limit = reference + dt.timedelta(days=_AHEAD_DAYS)
    ahead = [d for d in days if d >= reference]
    if which in {"coming", "next"} and ahead:
        return on(ahead[-1])
    past = [d for d in days if d <= limit]
    if which != "past" and ahead and past:
        is_near = (ahead[-1] - reference).days < _NEAR_AHEAD_DAYS and (reference - past[0]).days > _FAR_BEHIND_DAYS
        if is_near:
            return on(ahead[-1])
    return on(past[0]) if past else bare


def full_year(digits: str, reference: Day | None = None) -> int:
    """Read a year of two or four digits: two stand for 1950 to 2049, or for what is least far ahead of the reference."""
    number = int(digits)
    if len(digits) == 4:
        return number
    latest = reference.year + _AHEAD_YEARS if reference else _LATEST_YEAR
    return number + (2000 if number + 2000 <= latest else 1900)


def opened(when: When, how: str) -> When:
    """Open a bound: "since" has no end, "until" no start, "before" ends the day before, "after" begins at its start."""
    if when.start is None or when.start.startswith("--"):
        start, end = when.start if how in {"since", "after"} else None, when.end if how == "until" else None
    elif how in {"since", "after"}:
        start, end = when.start, None
    elif how == "until":
        start, end = None, when.end
    else:
        first = day_from_iso(when.start)
        start, end = None, (first - dt.timedelta(days=1)).isoformat() if first else None
    return replace(when, start=start, end=end, precision="span")
