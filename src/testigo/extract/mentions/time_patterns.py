"""The table of expressions of date: a pattern for each form, and the function that reads its match into bounds.

Patterns look at one sentence's text; wrapped lines are blanks. Repeats are bounded, so that a line of any length is
read in one pass. Where several match, the longest that begins first is taken, and of equals the one higher up.
"""

import re
from collections.abc import Callable

from testigo.extract.mentions import time_calendar as cal
from testigo.extract.mentions import time_relative as rel
from testigo.extract.mentions.number_words import SMALL
from testigo.extract.mentions.time_days import Context, Day, When
from testigo.extract.mentions.time_words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    FULL_MONTH,
    FULL_WEEKDAY,
    SHORT_MONTH,
    SHORT_WEEKDAY,
)

Reader = Callable[[re.Match[str], Context, str], When | None]

_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_ORDINAL}(?!\d|:\d|[.,/]\d|%|\w)"
_DAY_1, _DAY_2 = rf"(?P<day>{_DAY})", rf"(?P<second>{_DAY})"
_MONTH_1, _MONTH_2 = rf"(?P<month>{ANY_MONTH})", rf"(?P<month2>{ANY_MONTH})"
_YEAR = r"(?:19|20)\d\d(?!\d|,\d\d\d|\.\d)"
_TOLD_YEAR = r"(?i:this|last|next)\s+(?i:year)\b"
_YEAR_1, _YEAR_2 = rf"(?:,?\s+(?P<year>{_YEAR}))?", rf"(?:,?\s+(?P<year2>{_YEAR}))?"
_YEAR_LINK = r"(?:,?\s+(?:of\s+)?|,\s*)"
# Two digits are a year only after a day and a month and before no noun ("3 JAN 90 --").
_SHORT_YEAR = r"[5-9]\d(?=\s*(?:[,.;()\[\]–—-]|$|\s(?i:in|at|on|by|when|the|to|from|and|that)\b))"
_NOT_INSIDE = r"(?<![\d.,$/€£#:-])\b"
_TO = r"(?P<to>\s?[-–—/]\s?|\s+(?:to|through|until|till|and)\s+)"
_MID = r"(?:(?i:early|late|mid)[\s-]+)?"
_PART = r"(?:\s+(?i:night|morning|afternoon|evening|early\s+morning|lunchtime|noon|midnight))?"
_GENITIVE = r"(?:[’']s\b|[’'](?=\s))?"
_WEEKDAY_FIRST = rf"(?:\b(?P<weekday>{ANY_WEEKDAY}){_PART}(?:,?\s+|\s\(|,?\s+(?:the|on)\s+))?"
_SEASON = r"(?P<season>(?i:summer|winter|spring|autumn|fall))"
_COUNT = rf"(?P<count>\d{{1,3}}|a|an|{'|'.join(SMALL)}|(?:a\s+)?few|several|many|a\s+couple\s+of)"
_UNIT = r"(?P<unit>minute|hour|day|night|week|weekend|month|year|decade)s?\b"
_HEDGE = r"(?P<hedge>(?:(?:more|less)\s+than|over|almost|nearly|about|some|around|at\s+least|up\s+to|the)\s+)?"

# What a sentence must hold (in lower case) for a group of patterns to be tried at all: most sentences hold little.
_DIGITS = tuple("0123456789")
_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_SEASONS = tuple("summer winter spring autumn fall".split())
_UNITS = tuple("minute hour day night week month year decade".split())
_NEAR = tuple("day night morning afternoon evening tomorrow".split())

_DAYS: tuple[tuple[str, Reader], ...] = (
    (rf"(?:\b(?P<which>(?i:last|this\s+past))\s+)?{_WEEKDAY_FIRST}\b{_MONTH_1}\s?{_DAY_1}(?:{_YEAR_LINK}(?P<year>{_YEAR}|{_TOLD_YEAR}))?{_GENITIVE}",
     cal.read_day),
    (rf"{_WEEKDAY_FIRST}(?:\b(?i:the)\s+(?=\d+[a-zA-Z]))?{_NOT_INSIDE}{_DAY_1}\s+(?:of\s+)?{_MONTH_1}"
     rf"(?:{_YEAR_LINK}(?P<year>{_YEAR}|{_TOLD_YEAR}|{_SHORT_YEAR}))?{_GENITIVE}", cal.read_day),
    (r"(?<![\d/-])(?P<y>(?:19|20)\d\d)(?P<mark>[-/])(?P<m>\d\d)(?P=mark)(?P<d>\d\d)(?![\d/-])", cal.read_iso),
    (r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)",
     cal.read_slashes),
)  # fmt: skip
_STRETCHES: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d/])9/11(?![\d/])", cal.read_nine_eleven),
    (rf"\b{_MONTH_1}\s{_DAY_1}{_TO}{_DAY_2}{_YEAR_2}", cal.read_days),
    (rf"{_NOT_INSIDE}{_DAY_1}{_TO}{_DAY_2}\s+(?:of\s+)?{_MONTH_2}{_YEAR_2}", cal.read_days),
    (rf"\b{_MONTH_1}\s{_DAY_1}{_YEAR_1},?{_TO}{_MONTH_2}\s{_DAY_2}{_YEAR_2}", cal.read_days),
    (rf"{_NOT_INSIDE}{_DAY_1}\s{_MONTH_1}{_YEAR_1},?{_TO}{_DAY_2}\s{_MONTH_2}{_YEAR_2}", cal.read_days),
    (rf"{_NOT_INSIDE}(?P<year>{_YEAR}){_TO}(?P<second>{_YEAR}|\d\d(?!\d|[,.-]\d|\s[a-z]+s\b))", cal.read_years),
    (rf"(?<![\d.,$/€£#:-]){_MID}\b(?P<year>{_YEAR})(?![-–/]\d|%|s\b){_GENITIVE}", cal.read_year),
    (rf"\b(?:(?i:the)\s+)?{_MID}(?P<decade>(?:19|20)\d0)[’']?s\b", cal.read_decade),
    (rf"\b(?i:the)\s+{_MID}[’'‘]?(?P<decade>[2-9]0)[’']?s\b", cal.read_decade),
    (rf"\b(?:(?i:last|next|this|the)\s+)?{_SEASON}\s+(?:of\s+)?(?P<year>{_YEAR})", cal.read_season),
)  # fmt: skip
_MONTH: tuple[tuple[str, Reader], ...] = (
    (rf"\b{_MID}{_MONTH_1}(?:,?\s+(?:of\s+)?)(?P<year>{_YEAR}|{_TOLD_YEAR}){_GENITIVE}", cal.read_month_year),
    (rf"\b{_MID}{_MONTH_1}{_YEAR_1}{_TO}{_MID}(?P<second>{ANY_MONTH}){_YEAR_2}(?!\s?\d)", cal.read_months),
    (rf"\b(?:(?P<which>(?i:last|next|this\s+coming|this\s+past|this))\s+)?{_MID}(?P<month>{FULL_MONTH}|{SHORT_MONTH})"
     r"(?!\w|-\w)(?:[’']s\b)?", cal.read_month),
)  # fmt: skip
_SEASON_ALONE: tuple[tuple[str, Reader], ...] = ((rf"\b(?i:last|next|this)\s+{_SEASON}(?P<year>)\b", cal.read_season),)
_NEAR_DAYS: tuple[tuple[str, Reader], ...] = (
    (rf"\b(?:(?P<which>(?i:last|next|this\s+past|this\s+coming|this|past|the\s+previous))\s+)?(?P<weekday>{FULL_WEEKDAY})"
     rf"\b(?!s\b){_PART}(?:,?\s+(?:of\s+)?(?P<of_week>(?i:last|this|next))\s+week\b)?{_GENITIVE}", rel.read_weekday),
    (rf"\b(?P<weekday>{FULL_WEEKDAY}){_PART}{_TO}(?P<second>{FULL_WEEKDAY})\b{_PART}", rel.read_weekdays),
    (r"\b(?P<near>(?i:today|tonight|the\s+day\s+after\s+tomorrow|tomorrow|the\s+day\s+before\s+yesterday|yesterday|overnight|last\s+night|"
     rf"this\s+(?:morning|afternoon|evening)))\b{_PART}{_GENITIVE}", rel.read_near_day),
)  # fmt: skip
_LENGTHS: tuple[tuple[str, Reader], ...] = (
    (r"(?:(?<=\b[Oo]ver\s)|(?<=\b[Aa]t\s))(?i:the\s+weekend)\b", rel.read_the_weekend),
    (r"\b(?:(?P<part>(?i:earlier|later|late|early))\s+)?(?P<which>(?i:this|last|next))\s+"
     rf"(?P<unit>(?i:weekend|week|month|year))\b(?!-){_GENITIVE}", rel.read_period),
    (rf"(?i:\bthe\s+(?:past|last|previous)\s+{_COUNT}\s+{_UNIT})", rel.read_past),
    (rf"(?i:(?:(?<=\bfor\s)|(?<=\bafter\s)|(?<=\bwithin\s)|(?<=\blasted\s)){_HEDGE}{_COUNT}\s+{_UNIT})(?!\s+ago)",
     rel.read_duration),
)  # fmt: skip
_AGO: tuple[tuple[str, Reader], ...] = ((rf"(?i:\b{_HEDGE}{_COUNT}\s+{_UNIT}\s+ago\b)", rel.read_ago),)
_ON: tuple[tuple[str, Reader], ...] = (
    (rf"(?<=[Oo]n\s)(?P<which>)(?P<weekday>{SHORT_WEEKDAY})(?P<of_week>)", rel.read_weekday),
)


def _compiled(table: tuple[tuple[str, Reader], ...]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(pattern), read) for pattern, read in table)


_DAY_PATTERNS = _compiled(_DAYS)
_GROUPS = (
    (_DIGITS, _DAY_PATTERNS + _compiled(_STRETCHES)),
    (_MONTHS, _compiled(_MONTH)),
    (_SEASONS, _compiled(_SEASON_ALONE)),
    (_NEAR, _compiled(_NEAR_DAYS)),
    (("on",), _compiled(_ON)),
    (_UNITS, _compiled(_LENGTHS)),
    (("ago",), _compiled(_AGO)),
)


def patterns_for(lower: str) -> list[tuple[re.Pattern[str], Reader]]:
    """Give the patterns that can match in a sentence, told from its text in lower case."""
    return [row for needed, rows in _GROUPS if any(word in lower for word in needed) for row in rows]


def find_day(text: str, reference: Day | None) -> When | None:
    """Find the one day that a dateline names, None where it names none."""
    for pattern, read in _DAY_PATTERNS:
        for match in pattern.finditer(text):
            when = read(match, Context(reference, None, None), "")
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
