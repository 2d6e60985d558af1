"""Read dates that name the calendar: a day, a month, a year, and stretches of them.

A reader takes the match of its pattern, the context and the direction in which its words point ("" is the past,
"coming" the future, "near" a deadline), and gives bounds, or None where the match is no date after all (the verb "May
have", a number of people).
"""

import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.time_days import UNKNOWN, Context, Day, When
from testigo.extract.mentions.time_words import MONTHS, WEEKDAYS, is_year

_VERB_MAY = re.compile(r"\s+(?:have|be|not|also|never|still)\b", re.IGNORECASE)
_ATTACKS = re.compile(r"[,’']?s?\s+(?:(?:terror\w*|al\S+)\s+)?(?:attack|hijack|terror)", re.IGNORECASE)
# The year is told elsewhere in the text, not by the document's own day.
_ANOTHER_YEAR = re.compile(r"\s+(?:of\s+)?(?:that|the\s+(?:same|following|previous|next))\s+year\b", re.IGNORECASE)
# A month by itself is a date only behind one of these; months are names and verbs too.
_MONTH_LEAD = re.compile(
    r"\b(?:in|for|since|until|till|by|during|from|through|throughout|between|before|after|of|mid|early|late|around|as\s+of)"
    r"[\s-]+(?:(?:early|late|mid)[\s-]+)?$",
    re.IGNORECASE,
)


def month_number(word: str) -> int:
    """Give 1 to 12 for a month's name or its short form."""
    return MONTHS[word.strip().rstrip(".").lower()]


def weekday_number(word: str) -> int:
    """Give 0 (Monday) to 6 for a weekday's name or its short form."""
    return WEEKDAYS[word.strip().rstrip(".").lower()]


def words_before(match: re.Match[str]) -> str:
    """Give the few words that stand before a match."""
    return match.string[max(0, match.start() - 24) : match.start()]


def read_day(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "May 16, 2016", "Tuesday, Jan. 27", "16 May", "May 16 last year"."""
    number, day = month_number(match["month"]), _leading(match["day"])
    year = _year_of(match["year"], context)
    if year is not None:
        return _exact(year, number, day)
    if match["year"]:
        return UNKNOWN
    following = match.string[match.end() : match.end() + 40]
    month_first = match.start("month") < match.start("day")
    if month_first and match["weekday"] is None and re.search(r"\b(?i:in)\s+$", words_before(match)):
        return None  # "In May 16 people were killed"
    if number == 5 and not month_first and _VERB_MAY.match(following):
        return None
    if (number, day) == (9, 11) and _ATTACKS.match(following):
        return read_nine_eleven(match, context, which)
    named = weekday_number(match["weekday"]) if match["weekday"] else None
    reference = None if _ANOTHER_YEAR.match(following) else context.reference
    return days.day_without_year(number, day, reference, which, named)


def _leading(digits: str) -> int:
    return int(digits.rstrip("stndrhSTNDRH"))


def _exact(year: int, number: int, day: int) -> When:
    exact = days.make_day(year, number, day)
    return days.on(exact) if exact else UNKNOWN


def _year_of(words: str | None, context: Context) -> int | None:
    """Give the year that is written or told ("last year"), None where there is none or the document has no day."""
    if not words or words[0].isdigit():
        return days.full_year(words) if words else None
    shift = {"last": -1, "this": 0, "next": 1}[words.split()[0].lower()]
    return context.reference.year + shift if context.reference else None


def read_iso(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "2016-05-16"."""
    return _exact(int(match["y"]), int(match["m"]), int(match["d"]))


def read_slashes(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "5/16/16": the order that is possible, else the document's, else unresolved; points mean day first."""
    first, second, year = int(match["a"]), int(match["b"]), days.full_year(match["y"])
    order = "dmy" if match["mark"] == "." else context.slashes
    readings = {"mdy": days.make_day(year, first, second), "dmy": days.make_day(year, second, first)}
    possible = [day for day in readings.values() if day]
    if not possible:
        return None
    if len(possible) == 1 or first == second:
        return days.on(possible[0])
    return days.on(readings[order]) if order else UNKNOWN


def read_nine_eleven(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read the name of a day: "9/11", "the Sept. 11 attacks"."""
    return days.on(Day(2001, 9, 11))


def read_days(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "22 to 23 May", "May 30 to June 2, 2020"; "May 3 and 17" is no stretch."""
    groups = match.groupdict()
    month = groups.get("month") or groups["month2"]
    month2 = groups.get("month2") or month
    first, second = _leading(match["day"]), _leading(match["second"])
    is_between = re.search(r"\b(?i:between)\s+$", words_before(match))
    if match["to"].strip().lower() == "and" and not (is_between or (month == month2 and second == first + 1)):
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
    return _exact(days.full_year(year), month_number(month), day)


def read_month_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "May 2016", "early May last year"."""
    year = _year_of(match["year"], context)
    return days.month(month_number(match["month"]), year) if year else UNKNOWN


def read_months(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "from January to March 2020", "between Jan. 2014 and May 2015"."""
    number, second, year, year2 = (
        month_number(match["month"]),
        month_number(match["second"]),
        match["year"],
        match["year2"],
    )
    is_between = re.search(r"\b(?i:between)\s+(?:(?i:early|late|mid)[\s-]+)?$", words_before(match))
    if match["to"].strip().lower() == "and" and not is_between:
        return None
    last = days.month(second, int(year2)) if year2 else days.month_without_year(second, context.reference, which)
    if last.start is None or last.start.startswith("--"):
        return UNKNOWN
    first = days.month(number, int(year) if year else int(last.start[:4]) - (number > second))
    return When(first.start, last.end, "span") if (first.start or "") <= (last.end or "") else UNKNOWN


def read_month(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read a month by itself: only after a preposition, "last", "the" …"""
    word, told, before = match["month"].lower(), (match["which"] or "").lower().split(), words_before(match)
    following = match.string[match.end() : match.end() + 30]
    is_shouted = match.string.isupper()
    is_led = bool(_MONTH_LEAD.search(before)) or match.group().lower().startswith(("mid", "early", "late"))
    is_verb = word in {"may", "march"} and (is_shouted or not re.match(r"\s+[a-z]", following))
    is_attribute = re.search(r"(?:\b(?i:the|a|an|this|that)|[’']s)\s+$", before) and not is_verb
    if re.match(r"\s+(?:[A-Z]\w+|\d)", following) and not is_shouted and not (is_led or told):
        return None
    if not (told or is_led or is_attribute or match.group().endswith(("’s", "'s"))):
        return None
    if word == "may" and _VERB_MAY.match(following):
        return None
    how = {"": which, "last": "last", "next": "next", "this": "this", "this coming": "coming", "this past": ""}[
        " ".join(told)
    ]
    reference = None if _ANOTHER_YEAR.match(following) else context.reference
    return days.month_without_year(month_number(word), reference, how)


def read_year(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "1992" where the words beside it show that it is a year."""
    return days.year(int(match["year"])) if is_year(match.string, *match.span("year")) else None


def read_years(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "between 1980 and 2000", "2011-2013", "1980-90"."""
    first, last = int(match["year"]), match["second"]
    second = int(last) if len(last) == 4 else int(match["year"][:2] + last)
    if match["to"].strip().lower() == "and" and not re.search(r"\b(?i:between)\s+$", words_before(match)):
        return None
    return days.years(first, second) if first < second else None


def read_decade(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the 1980s", "the early '90s" (the whole decade)."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return days.years(first, first + 9)


def read_season(match: re.Match[str], context: Context, which: str) -> When | None:
    """Bound a season by its year only: which months it has depends on the half of the Earth."""
    year = match["year"]
    if not year:
        return When(None, None, "season")
    last = int(year) + (match["season"].lower() in {"winter", "summer"})
    return When(f"{year}-01-01", f"{last}-12-31", "season")
