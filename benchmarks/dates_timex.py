"""Turn our expressions into TIMEX3 values, from fields that every `Time` has.

The bounds named (before a preposition opened them) are cut to their precision: a day, a month, a year, an ISO week, a
quarter, a weekend, a decade, a century; an hour and a part of the day follow a day. Lengths and repeated times have ISO
amounts already. What has no bounds but a distance from the document's day ("more than two years ago"), or before what the
text told last ("a year earlier"), is that day less the distance, in the distance's unit. A part of the day is written where
the day is the document's own: elsewhere half of the set's annotators leave it out. TimeML's codes: TMO, TAF, TEV, TNI
(parts of the day), SP, SU, FA, WI (seasons), H1, H2 (halves of a year).
"""

import calendar
import datetime as dt
import re

from testigo.extract.mentions.found import Time

_PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "noon": "T12:00",
    "midnight": "T24:00",
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_REFERENCES = {"now": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
_UNKNOWN = "XXXX-XX-XX"


def timex_value(time: Time, reference: dt.date) -> str:
    """Give the TIMEX3 value of an expression; reference: the document's day."""
    if time.kind == "vague":
        return time.amount or _REFERENCES.get(time.part or "", "PRESENT_REF")
    if time.kind in ("duration", "set"):
        return time.amount or "PXX"
    start, end, precision = time.named or (time.day_start, time.day_end, time.precision)
    if start is None or end is None or start.startswith("--"):
        return _from_distance(time, reference) if time.amount else _clock(time, reference.isoformat(), reference)
    if precision == "season" and time.part in _SEASONS:
        return f"{start[:4]}-{_SEASONS[time.part]}"
    is_day = start == end and precision not in ("week", "month", "year")
    return _clock(time, start, reference) if is_day else _stretch(start, end, precision)


def _clock(time: Time, day: str, reference: dt.date) -> str:
    """Write a day with its hour; with a part of the day where it is the document's own ("this morning")."""
    if time.clock:
        return f"{day}T{time.clock}"
    return day + _PARTS.get(time.part or "", "") if day == reference.isoformat() else day


def _stretch(start: str, end: str, precision: str) -> str:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    if precision in ("year", "month"):
        return start[: {"year": 4, "month": 7}[precision]]
    if precision == "week":
        return "{}-W{:02}".format(*first.isocalendar())
    if (last - first).days == 1 and first.weekday() == 5:
        return "{}-W{:02}-WE".format(*first.isocalendar())
    if (first.day, last.day) == (1, calendar.monthrange(last.year, last.month)[1]) and first.year == last.year:
        quarter = {(1, 3): 1, (4, 6): 2, (7, 9): 3, (10, 12): 4}.get((first.month, last.month))
        if quarter:
            return f"{first.year}-Q{quarter}"
        half = {(1, 6): 1, (7, 12): 2}.get((first.month, last.month))
        if half:
            return f"{first.year}-H{half}"
    years = last.year - first.year + 1
    if re.match(r"\d{4}-01-01", start) and end.endswith("-12-31"):
        return {1: start[:4], 10: start[:3], 100: start[:2]}.get(years, start[:4])
    return start


def _from_distance(time: Time, reference: dt.date) -> str:
    """Count from the document's day; a distance from an event that the text names is a length, as TimeML has it."""
    told = re.fullmatch(r"P(\d+)([YMWD])", time.amount or "")
    is_back = time.anchor == "ago" or (time.anchor == "before" and time.anchor_end is None)
    if told is None or not (is_back or time.anchor == "hence"):
        return time.amount or _UNKNOWN
    count = int(told[1]) * (-1 if is_back else 1)
    if told[2] == "Y":
        return f"{reference.year + count:04}"
    if told[2] == "M":
        index = reference.year * 12 + reference.month - 1 + count
        return f"{index // 12:04}-{index % 12 + 1:02}"
    day = reference + dt.timedelta(days=count * (7 if told[2] == "W" else 1))
    return "{}-W{:02}".format(*day.isocalendar()) if told[2] == "W" else day.isoformat()
