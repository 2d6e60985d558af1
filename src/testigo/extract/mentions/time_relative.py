"""Read dates that count from the document's own day: weekdays, "yesterday", "last week", "two days ago".

Without that day they have no bounds and keep their words. Readers are as in time_calendar.
"""

import datetime as dt
import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.time_calendar import SHIFTS, is_between, words_before
from testigo.extract.mentions.time_days import UNKNOWN, Context, Day, When
from testigo.extract.mentions.time_words import weekday_number

_NAMED_DAYS = re.compile(
    r"\b(?:good|black|bloody|easter|palm|ash|holy|cyber|super|fat|every|each|one|freaky|ruby)\s+$", re.IGNORECASE
)
# Words before a given name; in West Africa people are called after the day of their birth.
_NAMING = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Chief|Dr|Pastor|Rev|Comrade|Prof|Engr|Sgt|Capt|Col|Gen|as|named|called|one|is)\.?\s+$"
)
_ONE_DAY = dt.timedelta(days=1)
_PARTS = {
    "morning": "morning", "early morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night",
    "lunchtime": "noon", "noon": "noon", "midday": "noon", "midnight": "midnight", "dawn": "dawn", "dusk": "dusk",
}  # fmt: skip


def part_of(match: re.Match[str]) -> str | None:
    """Give the part of the day that a match names."""
    word = match.groupdict().get("daypart")
    return _PARTS.get(" ".join(word.lower().split())) if word else None


def read_weekday(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "Tuesday", "last Friday", "Tuesday of last week"; a genitive tells of what has happened.

    "last Tuesday" is the one before the document's day (of seven reports of a known day where the two differ four meant it,
    three that of the week before); "next Tuesday" is next week's: one of this week has no such word.
    """
    if _NAMED_DAYS.search(words_before(match)) or _is_a_person(match):
        return None
    reference, number, groups = context.reference, weekday_number(match["weekday"]), match.groupdict()
    part = part_of(match)
    if reference is None:
        return When(None, None, "unknown", part=part)
    of_week = groups.get("of_week") or groups.get("week_of")
    if of_week:
        monday = days.monday_of(reference, SHIFTS[of_week.lower()])
        return _on(monday + dt.timedelta(days=number), part)
    told = " ".join((groups.get("which") or "").lower().split())
    is_genitive = match.group().endswith(("’s", "'s"))
    if told in {"last", "the previous", "previous"}:
        return _on(days.weekday(reference, number, "last"), part)
    if told in {"next", "following"}:
        return _on(days.monday_of(reference, 1) + dt.timedelta(days=number), part)
    if told in {"this coming", "coming", "the coming"}:
        return _on(days.weekday(reference, number, "next"), part)
    is_ahead = which == "coming" and not is_genitive
    return _on(days.weekday(reference, number, "coming" if is_ahead else ""), part)


def _is_a_person(match: re.Match[str]) -> bool:
    """Is it a given name ("Mr Sunday Adeyemo", "identified as Friday Udo")?"""
    follows = re.match(r"\s[A-Z][a-z]", match.string[match.end() : match.end() + 3])
    return bool(follows and _NAMING.search(words_before(match)))


def _on(day: Day, part: str | None) -> When:
    return When(day.isoformat(), day.isoformat(), "day", part=part)


def read_weekdays(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "Saturday to Sunday", "between Monday and Wednesday"."""
    if match["to"].strip().lower() in {"and", "&"} and not is_between(match):
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
    word, part = " ".join(match["near"].lower().split()), part_of(match)
    if match["near"][0].isupper() and re.search(r"\b[A-Z]\w*\s$", words_before(match)) and not match.string.isupper():
        return None
    if word in {"tonight", "last night"}:
        part = "night"
    elif word.startswith("this "):
        part = _PARTS[word.split()[1]]
    if context.reference is None:
        is_same_day = word.startswith(("today", "tonight", "this")) and context.day
        return When(context.day, context.day, "day", part=part) if is_same_day else UNKNOWN
    if word == "overnight":
        return days.between(context.reference - _ONE_DAY, context.reference, "span")
    if word.startswith("the day"):
        return _on(context.reference + 2 * _ONE_DAY * (1 if word.endswith("tomorrow") else -1), part)
    if word.startswith(("yesterday", "last night")):
        return _on(context.reference - _ONE_DAY, part)
    return _on(context.reference + _ONE_DAY if word.startswith("tomorrow") else context.reference, part)


def read_period(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "this week" (Monday to the document's day), "last month", "later this year", "the previous week"."""
    reference, told, unit = context.reference, match["which"].lower(), match["unit"].lower()
    if reference is None:
        return UNKNOWN
    shift = SHIFTS[told]
    if unit == "weekend":
        return _weekend(reference, shift)
    whole = {
        "week": lambda: days.week(reference, shift),
        "month": lambda: days.shifted_month(reference, shift),
        "year": lambda: days.year(reference.year + shift),
        "decade": lambda: days.years((reference.year // 10 + shift) * 10, (reference.year // 10 + shift) * 10 + 9),
        "century": lambda: days.years(
            (reference.year // 100 + shift) * 100, (reference.year // 100 + shift) * 100 + 99
        ),
    }[unit]()
    if shift:
        return whole
    if unit in {"decade", "century"}:
        return whole
    if which == "coming" or (match["when"] or "").lower() == "later":
        return When(reference.isoformat(), whole.end, whole.precision)
    return When(whole.start, reference.isoformat(), whole.precision)


def _weekend(reference: Day, shift: int) -> When:
    saturday = days.weekday(reference, 5, "next" if shift > 0 else "")
    if shift < 0 and reference.weekday() >= 5:
        saturday -= dt.timedelta(days=7)
    return days.between(saturday, saturday + _ONE_DAY, "span")


def read_the_weekend(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "over the weekend"."""
    return _weekend(context.reference, 1 if which == "coming" else 0) if context.reference else UNKNOWN


def read_the_past(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the past week", "the past year": told from the document's day back, so no week or year of the calendar."""
    letter = {"week": "W", "month": "M", "year": "Y", "quarter": "Q"}.get(match["unit"].lower())
    amount = f"P1{letter}" if letter else {"decade": "P10Y", "century": "P100Y", "day": "P1D"}[match["unit"].lower()]
    return When(None, None, "unknown", amount=amount)


_NOT_THIS_YEAR = re.compile(
    r"\s+(?:before|after|since|that|when|which|in\s+which|to|of|he|she|they|it|\d|two\b|one\b)", re.IGNORECASE
)
_ENDED = re.compile(r"\s+(?:ended|ending|to)\b", re.IGNORECASE)


def read_the_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "of the year", "for the year" (the document's own); "the year ended March 31" is a length."""
    if _ENDED.match(match.string, match.end()):
        return When(None, None, "unknown", kind="duration", amount="P1Y")
    if _NOT_THIS_YEAR.match(match.string, match.end()):
        return None
    if context.reference is None:
        return UNKNOWN
    whole = days.year(context.reference.year)
    return whole if which == "coming" else When(whole.start, context.reference.isoformat(), "year")
