"""When it happened: the narrowest date that most sources are compatible with; else most sources, then the newest.

Two dates are compatible when one day can satisfy both. A day without a year ("--09-17") is compatible with that day of
any year, and is wider than any day that has one.
"""

import re
from collections.abc import Hashable, Sequence
from datetime import date

from testigo.records import ResolvedDate
from testigo.records.values import DateValue
from testigo.resolve.agreed import Told, agreed
from testigo.resolve.telling import Telling, firmest
from testigo.resolve.trace import Trace

_DAYS_IN_A_WIDE_PERIOD = 10**6
_UNKNOWN = ResolvedDate(start=None, end=None, precision="unknown")


def resolve_date(tellings: Sequence[Telling], trace: Trace) -> ResolvedDate:
    """Give the date that stands; bounds null and the words where no source gives a day."""
    told = [t for t in tellings if t.claim.predicate == "date"]
    for telling in told:
        if telling.rejected or telling.denied:
            why = "a person rejected it" if telling.rejected else "denied: it marks the value disputed"
            trace.leave("date", telling, why)
    usable = firmest([t for t in told if not t.rejected])
    bounded = [t for t in usable if t.value.start or t.value.end]
    chosen = agreed([Told(t.value, t) for t in bounded or usable], _key, compatible_dates, _width, "date", trace)
    if chosen is None:
        return _UNKNOWN
    text = None if chosen.start or chosen.end else chosen.text
    return ResolvedDate(start=chosen.start, end=chosen.end, precision=chosen.precision, text=text)


def compatible_dates(one: DateValue, other: DateValue) -> bool:
    """Tell whether some day satisfies both; bounds that nobody knows satisfy nothing but their own words."""
    if not (one.start or one.end) or not (other.start or other.end):
        return one.text == other.text and not (one.start or one.end or other.start or other.end)
    if _yearless(one) or _yearless(other):
        return _same_day_of_year(one, other)
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _key(value: DateValue) -> Hashable:
    return value.start, value.end, value.precision, value.text if not (value.start or value.end) else None


def _yearless(value: DateValue) -> bool:
    return (value.start or value.end or "").startswith("--")


def _same_day_of_year(one: DateValue, other: DateValue) -> bool:
    """Compare by month and day; a value with a year that is wider than a month holds any."""
    if any(not _yearless(v) and _width(v)[0] > 31 for v in (one, other)):
        return True
    first, last = _month_day(one.start or one.end), _month_day(one.end or one.start)
    return first <= _month_day(other.end or other.start) and _month_day(other.start or other.end) <= last


def _month_day(day: str | None) -> str:
    return re.sub(r"^(\d{4}|-)-", "", day or "")[:5]


def _first(value: DateValue) -> str:
    return (value.start or "0000-01-01")[:10]


def _last(value: DateValue) -> str:
    return (value.end or "9999-12-31")[:10]


def _width(value: DateValue) -> tuple[int, int]:
    """Give the days that a date spans, and 0 where it tells the hour."""
    hour = 0 if value.precision == "time" else 1
    if not (value.start and value.end) or _yearless(value):
        return _DAYS_IN_A_WIDE_PERIOD, hour
    try:
        days = (date.fromisoformat(value.end[:10]) - date.fromisoformat(value.start[:10])).days
    except ValueError:  # a month or year written short
        return _DAYS_IN_A_WIDE_PERIOD, hour
    return days, hour
