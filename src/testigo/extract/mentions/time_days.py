"""Arithmetic of days: from the words of a date and the document's own day to ISO bounds, as the format's Dates say.

`Day` is the day that a document resolves against. Past is the rule: a weekday is the most recent one up to that day,
a month or a day without a year the nearest that is not after it. Future only where the sentence says so.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from testigo.records.codes import DatePrecision

Day = dt.date
# A report may tell of a day just after the one on it (time zones, embargoed texts).
_AHEAD_DAYS = 3


@dataclass(frozen=True, slots=True)
class When:
    """Bounds as in the record (`YYYY-MM-DD`, `--MM-DD`, `--MM` or None) and their precision."""

    start: str | None
    end: str | None
    precision: DatePrecision
    is_duration: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What expressions resolve against: the document's day, and the order of day and month in "5/6/16"."""

    reference: Day | None
    day: str | None
    slashes: str | None


UNKNOWN = When(None, None, "unknown")
DURATION = When(None, None, "unknown", is_duration=True)


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


def week(reference: Day, weeks: int = 0) -> When:
    """The Monday to Sunday that holds the reference, or so many weeks from it."""
    monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=weeks)
    return between(monday, monday + dt.timedelta(days=6), "week")


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

    "near": the one ahead if it is close and the one behind is not (a deadline).

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
    if which == "near" and ahead and past and (ahead[-1] - reference).days < 70 and (reference - past[0]).days > 250:
        return on(ahead[-1])
    return on(past[0]) if past else bare


def full_year(digits: str) -> int:
    """Read a year of two or four digits: two stand for 1950 to 2049."""
    number = int(digits)
    return number if len(digits) == 4 else number + (1900 if number >= 50 else 2000)


def opened(when: When, how: str) -> When:
    """Open a bound: "since" has no end, "until" no start, "before" ends the day before, "after" begins at its start."""
    if when.start is None or when.start.startswith("--"):
        return When(when.start if how in {"since", "after"} else None, when.end if how == "until" else None, "span")
    if how in {"since", "after"}:
        return When(when.start, None, "span")
    if how == "until":
        return When(None, when.end, "span")
    first = day_from_iso(when.start)
    return between(None, first - dt.timedelta(days=1) if first else None, "span")
