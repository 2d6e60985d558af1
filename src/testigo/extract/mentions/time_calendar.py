"""Read dates that name a day of the calendar, alone or as the ends of a stretch.

A reader takes the match of its pattern, the context and the direction in which its words point ("" is the past,
"coming" the future, "near" a deadline), and gives bounds, or None where the match is no date after all (the verb "May
have", a number of people).
"""

import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.time_days import UNKNOWN, Context, Day, When
from testigo.extract.mentions.time_words import ORDINALS, day_number, month_number, weekday_number

VERB_MAY = re.compile(r"\s+(?:have|be|not|also|never|still)\b", re.IGNORECASE)
_ATTACKS = re.compile(r"[,’']?s?\s+(?:(?:terror\w*|al\S+)\s+)?(?:attack|hijack|terror)", re.IGNORECASE)
# The year is told elsewhere in the text, not by the document's own day.
ANOTHER_YEAR = re.compile(r"\s+(?:of\s+)?(?:that|the\s+(?:same|following|previous|next))\s+year\b", re.IGNORECASE)
# "the 27th" is a day of the month only before one of these, never "the 27th floor".
_DAY_ENDS = re.compile(
    r"\s*(?:[,.;:!?)]|$|\s(?:of\s+(?:this|last|next)|and|at|in|when|by|after|before|with|for|that|the|he|she|they|a|an)\b)",
    re.IGNORECASE,
)
SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "following": 1, "coming": 1}


def words_before(match: re.Match[str]) -> str:
    """Give the few words that stand before a match."""
    return match.string[max(0, match.start() - 24) : match.start()]


def is_between(match: re.Match[str]) -> bool:
    """Is its "and" that of "between … and …"?"""
    return bool(re.search(r"\b(?:between)\s+(?:(?:early|late|mid)[\s-]+)?$", words_before(match), re.IGNORECASE))


def read_day(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "May 16, 2016", "Tuesday, Jan. 27", "16 May", "May 16 last year", "May twenty-first"."""
    groups = match.groupdict()
    number, day, told_year = month_number(match["month"]), day_number(match["day"]), groups.get("year")
    year = year_of(told_year, context)
    following = match.string[match.end() : match.end() + 40]
    month_first = match.start("month") < match.start("day")
    if _is_no_day(match, number, month_first and not groups.get("weekday"), following):
        return None
    if year is not None:
        return exact(year, number, day)
    if told_year:
        return UNKNOWN
    if (number, day) == (9, 11) and _ATTACKS.match(following):
        return read_nine_eleven(match, context, which)
    named = weekday_number(match["weekday"]) if groups.get("weekday") else None
    reference = None if ANOTHER_YEAR.match(following) else context.reference
    return days.day_without_year(number, day, reference, which, named)


def _is_no_day(match: re.Match[str], month: int, is_bare: bool, following: str) -> bool:
    """Is it "In May 16 people were killed", or "the second May have …"?"""
    if match.groupdict().get("year"):
        return False
    if is_bare and re.search(r"\b(?i:in)\s+$", words_before(match)):
        return True
    is_word = match["day"].lower() in ORDINALS
    return (month == 5 and (not is_bare or is_word) and bool(VERB_MAY.match(following))) or (
        is_word and is_bare and bool(re.match(r"\s+[a-z]+(?:s|er)\b(?!\s+(?:and|or)\b)", following)) and month in (3, 5)
    )


def exact(year: int, number: int, day: int) -> When:
    """One whole day, unknown where the calendar has none."""
    found = days.make_day(year, number, day)
    return days.on(found) if found else UNKNOWN


def year_of(words: str | None, context: Context) -> int | None:
    """Give the year that is written or told ("last year"), None where there is none or the document has no day."""
    if not words or words.lstrip("’'‘")[0].isdigit():
        return days.full_year(words.lstrip("’'‘")) if words else None
    shift = SHIFTS[words.split()[0].lower()]
    return context.reference.year + shift if context.reference else None


def read_iso(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "2016-05-16", "2016/5/16", "20160516"; None where no calendar has the day."""
    day = days.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return days.on(day) if day else None


def read_slashes(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "5/16/16", "5/16": the order that is possible, else the document's, else unresolved; points: day first."""
    first, second, digits = int(match["a"]), int(match["b"]), match.groupdict().get("y")
    order = "dmy" if match["mark"] == "." and digits else context.slashes
    readings = {"mdy": (first, second), "dmy": (second, first)}
    possible = {how: md for how, md in readings.items() if days.make_day(2000, *md)}
    if not possible:
        return None
    if len(possible) == 2 and first != second and not order:
        return UNKNOWN
    how = next(iter(possible)) if len(possible) == 1 or first == second else order or "mdy"
    if digits:
        return exact(days.full_year(digits, context.reference), *possible[how])
    return days.day_without_year(*possible[how], context.reference, which)


def read_nine_eleven(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read the name of a day: "9/11", "the Sept. 11 attacks"."""
    return days.on(Day(2001, 9, 11))


def read_day_alone(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "on the 27th", "Friday the 15th", "the 20th of next month": the nearest such day; the weekday must fit."""
    groups = match.groupdict()
    if not (groups.get("weekday") or groups.get("told")):
        follows = _DAY_ENDS.match(match.string, match.end())
        if not re.search(r"\b(?:on|for)\s+$", words_before(match), re.IGNORECASE) or not follows:
            return None
    reference, number = context.reference, day_number(match["day"])
    if reference is None:
        return UNKNOWN
    if groups.get("told"):
        whole = days.shifted_month(reference, SHIFTS[groups["told"].lower()])
        return exact(int((whole.start or "")[:4]), int((whole.start or "")[5:7]), number)
    named = weekday_number(match["weekday"]) if groups.get("weekday") else None
    shifts = (0, 1, 2) if which == "coming" else (0, -1, 1, -2)
    found = []
    for shift in shifts:
        start = days.day_from_iso(days.shifted_month(reference, shift).start) or reference
        day = days.make_day(start.year, start.month, number)
        if day and (named is None or day.weekday() == named):
            found.append(day)
    past = [d for d in found if d <= reference] if which != "coming" else [d for d in found if d >= reference]
    return days.on((past or found)[0]) if past or found else UNKNOWN


def read_nth_weekday(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the first Friday of July", "the second Monday of next month", "the last Sunday in May 2016"."""
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}[match["nth"].lower()]
    number = weekday_number(match["weekday"])
    if match["month"]:
        year = year_of(match["year"], context)
        whole = (
            days.month(month_number(match["month"]), year)
            if year
            else days.month_without_year(month_number(match["month"]), context.reference, which)
        )
    elif context.reference:
        whole = days.shifted_month(context.reference, SHIFTS[match["told"].lower()])
    else:
        return UNKNOWN
    start = days.day_from_iso(whole.start)
    day = days.nth_weekday(number, nth, start.month, start.year) if start else None
    return days.on(day) if day else UNKNOWN


def read_days(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "22 to 23 May", "May 30 to June 2, 2020"; "May 3 and 17" is no stretch."""
    groups = match.groupdict()
    month = groups.get("month") or groups["month2"]
    month2 = groups.get("month2") or month
    first, second = day_number(match["day"]), day_number(match["second"])
    is_next = month == month2 and second == first + 1
    if match["to"].strip().lower() in {"and", "&"} and not (is_between(match) or is_next):
        return None
    late = _day_of(month2, second, groups.get("year2"), context, which)
    early = _day_of(month, first, groups.get("year") or groups.get("year2") or _same_year(late), context, which)
    if early.start and late.end and early.start > late.end and not groups.get("year") and late.end[0] != "-":
        early = _day_of(month, first, str(int(late.end[:4]) - 1), context, which)
    return When(early.start, late.end, "span") if (early.start or "~") <= (late.end or "") else UNKNOWN


def _same_year(late: When) -> str | None:
    return late.start[:4] if late.start and late.start[0] != "-" else None


def _day_of(month: str, day: int, year: str | None, context: Context, which: str) -> When:
    if year is None:
        return days.day_without_year(month_number(month), day, context.reference, which)
    return exact(days.full_year(year), month_number(month), day)
