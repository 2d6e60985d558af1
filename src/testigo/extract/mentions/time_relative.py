"""Read dates that count from the document's own day: weekdays, "yesterday", "last week", "two days ago"; and durations.

Without that day they have no bounds and keep their words. Readers are as in time_calendar.
"""

import datetime as dt
import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.number_words import SMALL
from testigo.extract.mentions.time_calendar import weekday_number, words_before
from testigo.extract.mentions.time_days import DURATION, UNKNOWN, Context, Day, When

_NAMED_DAYS = re.compile(
    r"\b(?:good|black|bloody|easter|palm|ash|holy|cyber|super|fat|every|each|one)\s+$", re.IGNORECASE
)
_ONE_DAY = dt.timedelta(days=1)
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def read_weekday(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "Tuesday", "last Friday", "Tuesday of last week"; a genitive tells of what has happened."""
    if _NAMED_DAYS.search(words_before(match)):
        return None
    reference, number = context.reference, weekday_number(match["weekday"])
    if reference is None:
        return UNKNOWN
    if match["of_week"]:
        monday = days.day_from_iso(days.week(reference, _SHIFTS[match["of_week"].lower()]).start)
        return days.on(monday + dt.timedelta(days=number)) if monday else UNKNOWN
    told = " ".join((match["which"] or "").lower().split())
    is_genitive = match.group().endswith(("’s", "'s"))
    implied = "coming" if which == "coming" and not is_genitive else ""
    how = {"last": "last", "this past": "", "past": "", "next": "next", "this coming": "coming"}.get(told, implied)
    return days.on(days.weekday(reference, number, how))


def read_weekdays(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "Saturday to Sunday", "between Monday and Wednesday"."""
    if match["to"].strip().lower() == "and" and not re.search(r"\b(?i:between)\s+$", words_before(match)):
        return None
    if context.reference is None:
        return UNKNOWN
    first, second = weekday_number(match["weekday"]), weekday_number(match["second"])
    if which == "coming":
        early = days.weekday(context.reference, first, "coming")
        return days.between(early, days.weekday(early, second, "next"), "span")
    late = days.weekday(context.reference, second)
    return days.between(days.weekday(late, first, "last"), late, "span")


def read_near_day(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "today", "yesterday", "last night", "overnight" …; not "Russia Today"."""
    word = " ".join(match["near"].lower().split())
    if match["near"][0].isupper() and re.search(r"\b[A-Z]\w*\s$", words_before(match)) and not match.string.isupper():
        return None
    if context.reference is None:
        is_same_day = word.startswith(("today", "tonight", "this")) and context.day
        return When(context.day, context.day, "day") if is_same_day else UNKNOWN
    if word == "overnight":
        return days.between(context.reference - _ONE_DAY, context.reference, "span")
    if word.startswith("the day"):
        return days.on(context.reference + 2 * _ONE_DAY * (1 if word.endswith("tomorrow") else -1))
    if word.startswith(("yesterday", "last night")):
        return days.on(context.reference - _ONE_DAY)
    return days.on(context.reference + _ONE_DAY if word.startswith("tomorrow") else context.reference)


def read_period(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "this week" (Monday to the document's day), "last month", "later this year", "next week"."""
    reference, told, unit = context.reference, match["which"].lower(), match["unit"].lower()
    if reference is None:
        return UNKNOWN
    if unit == "weekend":
        return _weekend(reference, told)
    shift = _SHIFTS[told]
    whole = {
        "week": lambda: days.week(reference, shift),
        "month": lambda: days.shifted_month(reference, shift),
        "year": lambda: days.year(reference.year + shift),
    }[unit]()
    if told != "this":
        return whole
    if which == "coming" or (match["part"] or "").lower() == "later":
        return When(reference.isoformat(), whole.end, whole.precision)
    return When(whole.start, reference.isoformat(), whole.precision)


def _weekend(reference: Day, told: str) -> When:
    saturday = days.weekday(reference, 5, "next" if told == "next" else "")
    if told == "last" and reference.weekday() >= 5:
        saturday -= dt.timedelta(days=7)
    return days.between(saturday, saturday + _ONE_DAY, "span")


def read_the_weekend(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "over the weekend"."""
    return _weekend(context.reference, "next" if which == "coming" else "") if context.reference else UNKNOWN


def read_ago(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "two days ago"; vaguer words ("a few weeks ago", "a year ago", "more than a month ago") have no bounds."""
    words, unit, reference = match["count"].lower(), match["unit"].lower(), context.reference
    count = int(words) if words.isdigit() else 1 if words in {"a", "an"} else SMALL.get(words)
    if (
        reference is None
        or count is None
        or match["hedge"]
        or count > 400
        or (count == 1 and unit not in {"day", "week"})
    ):
        return UNKNOWN
    if unit in {"day", "night"}:
        return days.on(reference - dt.timedelta(days=count))
    if unit == "week":
        return days.week(reference, -count)
    if unit == "month":
        return days.shifted_month(reference, -count)
    return days.year(reference.year - count) if unit == "year" else UNKNOWN


def read_past(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the past 24 hours" (both days); longer stretches have no bounds, as the format says."""
    is_a_day = match["unit"].lower() == "hour" and match["count"].lower() in {"24", "twenty-four"}
    if is_a_day and context.reference is not None:
        return days.between(context.reference - _ONE_DAY, context.reference, "span")
    return UNKNOWN


def read_duration(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "for two hours": a length of time, never a date."""
    return DURATION
