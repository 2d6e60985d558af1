"""The table of expressions of date: a pattern for each form, and the function that reads its match into bounds.

A reader gives None where the match is no date after all (the verb "May have", a number of people). Patterns look at
one sentence's text; wrapped lines are blanks. Repeats are bounded, so that a line of any length is read in one pass.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.number_words import SMALL
from testigo.extract.mentions.time_days import DURATION, UNKNOWN, Day, When
from testigo.extract.mentions.time_words import ANY_MONTH, ANY_WEEKDAY, FULL_MONTH, FULL_WEEKDAY, MONTHS, WEEKDAYS, is_year


@dataclass(frozen=True, slots=True)
class Context:
    """What expressions resolve against: the document's day, and the order of day and month in "5/6/16"."""

    reference: Day | None
    day: str | None
    slashes: str | None


Reader = Callable[[re.Match[str], Context, bool], When | None]

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\d:]|[.,/]\d|%)"
_YEAR = r"(?:19|20)\d\d(?!\d|,\d\d\d|\.\d)"
_AFTER_MONTH_YEAR = rf"(?:,?\s+|\s+of\s+|,\s*|\s+in\s+){_YEAR}"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|through|until|till|and)\s+)"
_PART = r"(?:\s+(?i:night|morning|afternoon|evening|early\s+morning|lunchtime|noon|midnight))"
_NUM = rf"(?:\d{{1,3}}|a|an|{'|'.join(SMALL)}|(?:a\s+)?few|several|many|a\s+couple\s+of)"
_UNIT = r"(?:minute|hour|day|night|week|weekend|month|year|decade)"
_GENITIVE = r"(?:[’']s\b|[’'](?=\s))?"
HINT = re.compile(
    rf"\d|day|night|morning|evening|afternoon|week|month|year|ago\b|summer|winter|spring|autumn|hour|minute|decade|"
    rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:{'|'.join(WEEKDAYS)})\b|yesterday|tomorrow|\bfall\b",
    re.IGNORECASE,
)


def _month(word: str) -> int:
    return MONTHS[word.strip().rstrip(".").lower()]


def _named_weekday(word: str | None) -> int | None:
    return WEEKDAYS[word.strip().rstrip(".").lower()] if word else None


def _number(digits: str) -> int:
    return int(re.match(r"\d+", digits).group())  # type: ignore[union-attr]


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 24) : match.start()]


def _which(is_future: bool) -> str:
    return "coming" if is_future else ""


def _read_day(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "May 16, 2016", "Tuesday, Jan. 27", "16 May"."""
    number, day, written = _month(match["month"]), _number(match["day"]), match["year"]
    following = match.string[match.end() : match.end() + 40]
    if written is None:
        if re.search(r"\b(?i:in)\s+$", _before(match)) and match["month"] == match.group()[: len(match["month"])]:
            return None
        if number == 5 and re.match(r"\s+(?i:have|be|not|also|never|still)\b", following):
            return None
    if written is not None:
        exact = days.make_day(days.full_year(written), number, day)
        return days.on(exact) if exact else UNKNOWN
    if (number, day) == (9, 11) and re.match(r"[,’']?s?\s+(?i:(?:terror\w*\s+|al\S+\s+)?(?:attack|hijack|terror))", following):
        return days.on(Day(2001, 9, 11))
    return days.day_without_year(number, day, context.reference, _which(is_future), _named_weekday(match["weekday"]))


def _read_iso(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    exact = days.make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return days.on(exact) if exact else UNKNOWN


def _read_slashes(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "5/16/16": the order that is possible, else the document's, else unresolved; points mean day first."""
    first, second, year = int(match["a"]), int(match["b"]), days.full_year(match["y"])
    order = "dmy" if match["mark"] == "." else context.slashes
    readings = {"mdy": days.make_day(year, first, second), "dmy": days.make_day(year, second, first)}
    possible = {o: d for o, d in readings.items() if d}
    if not possible:
        return None
    if len(possible) == 1 or first == second:
        return days.on(next(iter(possible.values())))
    return days.on(possible[order]) if order else UNKNOWN


def _read_nine_eleven(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    return days.on(Day(2001, 9, 11))


def _read_days(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "22 to 23 May", "May 30 to June 2, 2020"."""
    groups = match.groupdict()
    month = groups.get("month") or groups["month2"]
    month2 = groups.get("month2") or month
    year2 = groups.get("year2")
    first, second = _number(match["day"]), _number(match["second"])
    joint = match["to"].strip().lower()
    is_opened = re.search(r"\b(?i:between)\s+$", _before(match))
    if joint == "and" and not (is_opened or (month == month2 and second == first + 1)):
        return None
    late = _day_of(month2, second, year2, context, is_future)
    if late is None or late.start is None:
        return late
    early_year = groups.get("year") or year2 or (late.start[:4] if not late.start.startswith("--") else None)
    early = _day_of(month, first, early_year, context, is_future)
    if early is None or early.start is None:
        return UNKNOWN
    if early.start > late.start and not groups.get("year") and not early.start.startswith("--"):
        early = _day_of(month, first, str(int(early.start[:4]) - 1), context, is_future)
    return When(early.start, late.end, "span") if early and early.start and early.start <= (late.end or "") else UNKNOWN


def _day_of(month: str, day: int, year: str | None, context: Context, is_future: bool) -> When | None:
    if year is None:
        return days.day_without_year(_month(month), day, context.reference, _which(is_future))
    exact = days.make_day(days.full_year(year), _month(month), day)
    return days.on(exact) if exact else UNKNOWN


def _read_month_year(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    return days.month(_month(match["month"]), int(match["year"]))


def _read_months(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "from January to March 2020", "between Jan. 2014 and May 2015"."""
    year2, year = match["year2"], match["year"]
    last = days.month(_month(match["second"]), int(year2)) if year2 else days.month_without_year(
        _month(match["second"]), context.reference, _which(is_future)
    )
    if last.start is None or last.start.startswith("--"):
        return UNKNOWN
    in_year = int(year) if year else int(last.start[:4])
    if not year and _month(match["month"]) > _month(match["second"]):
        in_year -= 1
    first = days.month(_month(match["month"]), in_year)
    return When(first.start, last.end, "span") if (first.start or "") <= (last.end or "") else UNKNOWN


_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|during|from|through|throughout|between|before|after|of|mid|early|late|around|last|"
    r"as\s+of)[\s-]+(?:(?:early|late|mid)[\s-]+)?$|\bmid-$",
    re.IGNORECASE,
)


def _read_month(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read a month by itself: only after a preposition, "last", "the" …, as months are names and verbs too."""
    word, which = match["month"], (match["which"] or "").lower().split()
    before = _before(match)
    attributive = re.search(r"\b(?i:the|a|an|this|that)\s+$|[’']s\s+$", before) and word.lower() not in {"may", "march"}
    following = match.string[match.end() : match.end() + 12]
    if re.match(r"\s+(?:[A-Z]\w+|\d)", following) and not match.string.isupper() and not _MONTH_LEAD.search(before):
        return None
    if not (which or _MONTH_LEAD.search(before) or attributive or re.match(r"[’']s\b", following)):
        return None
    if word.lower() == "may" and re.match(r"\s+(?i:have|be|not|also|never)\b", following):
        return None
    how = "last" if which and which[0] == "last" else "next" if which and which[0] == "next" else _which(is_future)
    if which and which[0] == "this":
        how = "this" if len(which) == 1 else "coming" if which[1] == "coming" else ""
    return days.month_without_year(_month(word), context.reference, how)


def _read_year(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    start, end = match.span("year")
    number = int(match["year"])
    if not (1900 <= number <= 2099 and is_year(match.string, start, end)):
        return None
    return days.year(number)


def _read_years(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "between 1980 and 2000", "2011-2013", "1980-90"."""
    first, last = int(match["year"]), match["second"]
    second = int(last) if len(last) == 4 else int(match["year"][:2] + last)
    opened = re.search(r"\b(?i:between|from)\s+$", _before(match))
    joint = match["to"].strip().lower()
    if joint == "and" and not (opened and "between" in opened.group().lower()):
        return None
    return days.years(first, second) if first < second else None


def _read_decade(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return days.years(first, first + 9)


def _read_season(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Bound a season by its year only: which months it has depends on the half of the Earth."""
    year = match["year"]
    if not year:
        return When(None, None, "season")
    last = int(year) + (match["season"].lower() == "winter")
    return When(f"{year}-01-01", f"{last}-12-31", "season")


def _read_weekday(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    before = _before(match)
    if re.search(r"\b(?i:good|black|bloody|easter|palm|ash|holy|cyber|super|fat|every|each|one)\s+$", before):
        return None
    if context.reference is None:
        return UNKNOWN
    which = " ".join((match["which"] or "").lower().split())
    number = _named_weekday(match["weekday"])
    assert number is not None
    if match["of_week"]:
        weeks = {"last": -1, "this": 0, "next": 1}[match["of_week"].lower()]
        monday = days.week(context.reference, weeks).start
        return days.on(Day.fromisoformat(monday or "") + dt.timedelta(days=number))
    how = {"last": "last", "this past": "", "past": "", "next": "next", "this coming": "coming"}.get(which)
    if how is None:
        how = _which(is_future)
    return days.on(days.weekday(context.reference, number, how))


def _read_weekdays(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    joint = match["to"].strip().lower()
    if joint == "and" and not re.search(r"\b(?i:between)\s+$", _before(match)):
        return None
    if context.reference is None:
        return UNKNOWN
    first, second = _named_weekday(match["weekday"]), _named_weekday(match["second"])
    assert first is not None and second is not None
    if is_future:
        early = days.weekday(context.reference, first, "coming")
        return days.between(early, days.weekday(early, second, "next"), "span")
    late = days.weekday(context.reference, second)
    return days.between(days.weekday(late, first, "last"), late, "span")


def _read_near_day(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "today", "yesterday", "last night", "overnight" …"""
    word = " ".join(match["near"].lower().split())
    if match["near"][0].isupper() and re.search(r"\b[A-Z]\w*\s$", _before(match)) and not match.string.isupper():
        return None
    if word.startswith(("today", "tonight", "this")) and context.reference is None and context.day:
        return When(context.day, context.day, "day")
    if context.reference is None:
        return UNKNOWN
    one = dt.timedelta(days=1)
    if word == "overnight":
        return days.between(context.reference - one, context.reference, "span")
    if word == "the day before yesterday":
        return days.on(context.reference - 2 * one)
    if word.startswith(("yesterday", "last night")):
        return days.on(context.reference - one)
    return days.on(context.reference + one if word.startswith("tomorrow") else context.reference)


def _read_period(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "this week", "last month", "earlier this year", "next year"."""
    reference, which, unit = context.reference, match["which"].lower(), match["unit"].lower()
    if reference is None:
        return UNKNOWN
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "weekend":
        return _weekend(reference, which)
    if unit == "week":
        whole = days.week(reference, shift)
    elif unit == "month":
        whole = days.shifted_month(reference, shift)
    else:
        whole = days.year(reference.year + shift)
    if which != "this":
        return whole
    if is_future or (match["part"] or "").lower() == "later":
        return When(reference.isoformat(), whole.end, whole.precision)
    return When(whole.start, reference.isoformat(), whole.precision)


def _weekend(reference: Day, which: str) -> When:
    saturday = days.weekday(reference, 5, "next" if which == "next" else "")
    if which == "last" and reference.weekday() >= 5:
        saturday -= dt.timedelta(days=7)
    return days.between(saturday, saturday + dt.timedelta(days=1), "span")


def _read_the_weekend(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    if context.reference is None:
        return UNKNOWN
    return _weekend(context.reference, "next" if is_future else "")


def _read_ago(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "two days ago"; vaguer words ("a few weeks ago", "a year ago", "more than a month ago") have no bounds."""
    words = match["count"].lower()
    count = int(words) if words.isdigit() else 1 if words in {"a", "an"} else SMALL.get(words)
    unit, reference = match["unit"].lower(), context.reference
    if reference is None or count is None or match["hedge"] or (count == 1 and unit in {"year", "month", "decade"}):
        return UNKNOWN
    if unit in {"minute", "hour"}:
        hours = count if unit == "hour" else 0
        return days.on(reference) if hours < 6 else UNKNOWN
    if unit in {"day", "night"}:
        return days.on(reference - dt.timedelta(days=count))
    if unit == "week":
        return days.week(reference, -count)
    if unit == "month":
        return days.shifted_month(reference, -count)
    return days.year(reference.year - count) if unit == "year" and count < reference.year - 1 else UNKNOWN


def _read_past(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    """Read "the past 24 hours" (both days); longer stretches have no bounds, as the format says."""
    count, unit = match["count"].lower(), match["unit"].lower()
    if unit == "hour" and count in {"24", "twenty-four"} and context.reference is not None:
        return days.between(context.reference - dt.timedelta(days=1), context.reference, "span")
    return UNKNOWN


def _read_duration(match: re.Match[str], context: Context, is_future: bool) -> When | None:
    return DURATION


_WEEKDAY_FIRST = rf"(?:\b(?P<weekday>{ANY_WEEKDAY})(?:,|\s\(|\s(?:the|on))?\s+)?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{_WEEKDAY_FIRST}\b(?P<month>{ANY_MONTH})\s?(?P<day>{_DAY})(?:(?:,?\s+|\s+of\s+|,\s*)(?P<year>{_YEAR}))?{_GENITIVE}",
     _read_day),
    (rf"{_WEEKDAY_FIRST}(?<![\d.,$-])\b(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{ANY_MONTH})"
     rf"(?:(?:,?\s+|\s+of\s+|,\s*)(?P<year>{_YEAR}|[5-9]\d(?=\s*(?:[,.;)\]–—-]|$|\s(?i:in|at|on|by|when|the|to|from|and|that)\b))))?"
     rf"{_GENITIVE}", _read_day),
    (rf"\b(?P<month>{ANY_MONTH})\s(?P<day>{_DAY})(?P<to>{_TO}|/)(?P<second>{_DAY})(?:,?\s+(?P<year2>{_YEAR}))?", _read_days),
    (rf"(?<![\d.,$-])\b(?P<day>{_DAY})(?P<to>{_TO}|/)(?P<second>{_DAY})\s+(?:of\s+)?(?P<month2>{ANY_MONTH})"
     rf"(?:,?\s+(?P<year2>{_YEAR}))?", _read_days),
    (rf"\b(?P<month>{ANY_MONTH})\s(?P<day>{_DAY})(?:,?\s+(?P<year>{_YEAR}))?,?(?P<to>{_TO})(?P<month2>{ANY_MONTH})\s"
     rf"(?P<second>{_DAY})(?:,?\s+(?P<year2>{_YEAR}))?", _read_days),
    (rf"(?<![\d.,$-])\b(?P<day>{_DAY})\s(?P<month>{ANY_MONTH})(?:,?\s+(?P<year>{_YEAR}))?(?P<to>{_TO})(?P<second>{_DAY})\s"
     rf"(?P<month2>{ANY_MONTH})(?:,?\s+(?P<year2>{_YEAR}))?", _read_days),
    (r"(?<![\d/-])(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<d>\d\d)(?![\d/-])", _read_iso),
    (r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)", _read_slashes),
    (r"(?<![\d/])9/11(?![\d/])", _read_nine_eleven),
    (rf"\b(?:(?i:early|late|mid)[\s-]+)?(?P<month>{ANY_MONTH})(?:,?\s+|\s+of\s+)(?P<year>{_YEAR}){_GENITIVE}",
     _read_month_year),
    (rf"\b(?:(?i:early|late|mid)[\s-]+)?(?P<month>{ANY_MONTH})(?:,?\s+(?P<year>{_YEAR}))?(?P<to>\s?[-–]\s?|\s+(?:to|through|until|till)\s+|"
     rf"(?<=\s)and\s+)(?:(?i:early|late|mid)[\s-]+)?(?P<second>{ANY_MONTH})(?:,?\s+(?P<year2>{_YEAR}))?", _read_months),
    (rf"(?<=between\s)(?P<month>{ANY_MONTH})(?:,?\s+(?P<year>{_YEAR}))?\s+and\s+(?P<second>{ANY_MONTH})"
     rf"(?:,?\s+(?P<year2>{_YEAR}))?", _read_months),
    (rf"\b(?:(?P<which>(?i:last|next|this\s+coming|this\s+past|this))\s+)?(?:(?i:early|late|mid)[\s-]+)?(?P<month>{FULL_MONTH}|"
     rf"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b\.?)(?!\w|-\w)(?:[’']s\b)?", _read_month),
    (rf"(?<![\d.,/$€£#-])\b(?P<year>{_YEAR})(?P<to>\s?[-–]\s?|\s+(?:to|and|until|till|through)\s+)(?P<second>{_YEAR}|\d\d(?!\d|[,.-]\d))",
     _read_years),
    (rf"(?<![\d.,/$€£#:-])(?:\b(?i:early|late|mid)[\s-]+)?\b(?P<year>{_YEAR})(?![-–/]\d|%|s\b){_GENITIVE}", _read_year),
    (r"\b(?:(?i:the)\s+)?(?:(?i:early|late|mid)[\s-]+)?(?P<decade>(?:19|20)\d0)[’']?s\b", _read_decade),
    (r"\b(?i:the)\s+(?:(?i:early|late|mid)[\s-]+)?[’'‘]?(?P<decade>[2-9]0)[’']?s\b", _read_decade),
    (rf"\b(?:(?i:last|next|this|the)\s+)(?P<season>(?i:summer|winter|spring|autumn|fall))\s+(?:of\s+)?(?P<year>{_YEAR})", _read_season),
    (rf"\b(?P<season>(?i:summer|winter|spring|autumn|fall))\s+(?:of\s+)?(?P<year>{_YEAR})", _read_season),
    (r"\b(?i:last|next|this)\s+(?P<season>(?i:summer|winter|spring|autumn|fall))(?P<year>)\b", _read_season),
    (rf"\b(?:(?P<which>(?i:last|next|this\s+past|this\s+coming|this|past|the\s+previous))\s+)?(?P<weekday>{FULL_WEEKDAY})\b(?!s\b)"
     rf"(?:{_PART})?(?:,?\s+(?:of\s+)?(?P<of_week>(?i:last|this|next))\s+week\b)?{_GENITIVE}", _read_weekday),
    (rf"(?<=(?i:on)\s)(?P<which>)(?P<weekday>{ANY_WEEKDAY})(?P<of_week>)", _read_weekday),
    (rf"\b(?P<weekday>{FULL_WEEKDAY})(?:{_PART})?(?P<to>{_TO})(?P<second>{FULL_WEEKDAY})\b(?:{_PART})?", _read_weekdays),
    (r"\b(?P<near>(?i:today|tonight|tomorrow|the\s+day\s+before\s+yesterday|yesterday|overnight|last\s+night|"
     r"this\s+(?:morning|afternoon|evening)))\b"
     rf"(?:{_PART})?{_GENITIVE}", _read_near_day),
    (rf"\b(?:(?P<part>(?i:earlier|later|late|early))\s+)?(?P<which>(?i:this|last|next))\s+(?P<unit>(?i:weekend|week|month|year))\b{_GENITIVE}",
     _read_period),
    (r"(?<=(?i:over)\s)(?i:the\s+weekend)\b|(?<=(?i:at)\s)(?i:the\s+weekend)\b", _read_the_weekend),
    (rf"(?i:\b(?P<hedge>(?:more|less)\s+than\s+|over\s+|almost\s+|nearly\s+|about\s+|some\s+|around\s+)?(?P<count>{_NUM})\s+(?P<unit>{_UNIT})s?\s+ago\b)",
     _read_ago),
    (rf"(?i:\bthe\s+(?:past|last|previous)\s+(?P<count>{_NUM})\s+(?P<unit>{_UNIT})s?\b)", _read_past),
    (rf"(?i:(?<=\bfor\s)(?:(?:about|nearly|almost|over|more\s+than|at\s+least|up\s+to|some)\s+)?{_NUM}\s+{_UNIT}s?\b)", _read_duration),
    (rf"(?i:(?<=\bafter\s)(?:(?:about|nearly|almost|over|more\s+than|at\s+least|some)\s+)?{_NUM}\s+{_UNIT}s?\b)", _read_duration),
    (rf"(?i:(?<=\bwithin\s)(?:(?:about|the)\s+)?{_NUM}\s+{_UNIT}s?\b)", _read_duration),
)  # fmt: skip
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple((re.compile(p), read) for p, read in _TABLE)
_DAY_PATTERNS = [(p, read) for p, read in PATTERNS if read in {_read_day, _read_iso}]


def find_day(text: str, reference: Day | None) -> When | None:
    """Find the one day that a dateline names, None where it names none."""
    for pattern, read in _DAY_PATTERNS:
        for match in pattern.finditer(text):
            when = read(match, Context(reference, None, None), False)
            if when is not None and when.start:
                return when
    return None


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")


def order_of_slashes(text: str, outlet: str | None, url: str | None) -> str | None:
    """Tell "mdy" or "dmy" from another date of the text that can be read only one way, or from an address in the US."""
    orders = {"dmy" if int(a) > 12 else "mdy" for a, b in _SLASHED.findall(text) if (int(a) > 12) != (int(b) > 12)}
    if len(orders) == 1:
        return orders.pop()
    is_us = re.search(r"\.(?:gov|mil|us)(?:$|[/:])", f"{outlet or ''} {url or ''}")
    return "mdy" if is_us and not orders else None
