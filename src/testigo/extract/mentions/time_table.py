"""The table of expressions that name the calendar: a pattern for each form, and the function that reads its match.

Patterns look at one sentence's text; wrapped lines are blanks. Where several match, the longest that begins first is
taken, and of equals the one higher up.
"""

from testigo.extract.mentions import time_calendar as cal
from testigo.extract.mentions import time_forms as f
from testigo.extract.mentions import time_spans as spans
from testigo.extract.mentions.time_forms import (
    DAY_1,
    DAY_2,
    GENITIVE,
    MID,
    MONTH_1,
    MONTH_2,
    NOT_INSIDE,
    ORDINAL,
    SEASON,
    TO,
    TOLD_YEAR,
    WEEKDAY_FIRST,
    YEAR,
    YEAR_1,
    YEAR_2,
    YEAR_LINK,
)  # fmt: skip
from testigo.extract.mentions.time_reader import Row, behind
from testigo.extract.mentions.time_words import (
    ANY_MONTH,
    ANY_WEEKDAY,
    FULL_MONTH,
    FULL_WEEKDAY,
    LOWER_MONTH,
    ORDINAL_WORD,
    SHORT_MONTH,
    SPANISH_MONTH,
)  # fmt: skip

_NO_FIGURE = r"(?!\s?(?:%|percent|million|billion))"
_MARK = r"(?P<mark>[-/.])"
_MONTH = rf"(?P<month>{ANY_MONTH}|{LOWER_MONTH})"
_NAMED_MONTH = rf"(?P<month>(?i:{LOWER_MONTH}))"
_YEAR_TOLD = rf"(?:{YEAR_LINK}(?P<year>{YEAR}|{TOLD_YEAR}))?"
_NTH_DAY = r"(?P<day>\d{1,2}(?:st|nd|rd|th)\b)"

DAYS: tuple[Row, ...] = (
    (rf"(?:\b(?P<which>(?i:last|this\s+past|this\s+coming))\s+)?{WEEKDAY_FIRST}\b{_MONTH}(?:\s?|,\s|\.\s|[-/])"
     rf"{DAY_1}{_YEAR_TOLD}{GENITIVE}", cal.read_day),
    (rf"{WEEKDAY_FIRST}(?:\b(?i:the)\s+(?=\d+[a-zA-Z]))?{NOT_INSIDE}{DAY_1}\.?\s+(?:of\s+)?{_MONTH}"
     rf"(?:{YEAR_LINK}(?P<year>{YEAR}|{TOLD_YEAR}|{f.SHORT_YEAR}))?{GENITIVE}", cal.read_day),
    (rf"{NOT_INSIDE}{DAY_1}\s+(?i:de)\s+(?P<month>{SPANISH_MONTH})(?:\s+(?i:de|del)\s+(?P<year>{YEAR}))?", cal.read_day),
    (r"(?<!\d)(?<!\d[-/.])(?P<y>(?:19|20)\d\d)(?P<mark>[-/.])(?P<m>\d\d?)(?P=mark)(?P<d>\d\d?)(?!\d|[-/.]\d)", cal.read_iso),
    (r"(?<![\w/.])(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w/]|[.,]\d)", cal.read_iso),
    (r"(?<![\d/.-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)", cal.read_slashes),
    (rf"(?<![\d/.-])\b(?P<day>\d{{1,2}}){_MARK}{_NAMED_MONTH}(?P=mark)(?P<year>{YEAR})", cal.read_day),
    (rf"\b{_NAMED_MONTH}{_MARK}(?P<day>\d{{1,2}})(?P=mark)(?P<year>{YEAR})", cal.read_day),
    (rf"(?<![\d/.-])\b(?P<year>{YEAR}){_MARK}{_NAMED_MONTH}(?P=mark)(?P<day>\d{{1,2}})(?!\d)", cal.read_day),
)  # fmt: skip
DAYS_IN_WORDS: tuple[Row, ...] = (
    (rf"{WEEKDAY_FIRST}\b(?P<month>{FULL_MONTH}|{SHORT_MONTH}|{LOWER_MONTH})\s+(?:the\s+)?(?P<day>{ORDINAL_WORD}){_YEAR_TOLD}{GENITIVE}",
     cal.read_day),
    (rf"{WEEKDAY_FIRST}(?:\b(?i:the)\s+)?\b(?P<day>{ORDINAL_WORD})\s+(?:of\s+)(?P<month>{ANY_MONTH}){_YEAR_TOLD}", cal.read_day),
    (rf"(?:\b(?i:the)\s+)?\b(?P<nth>(?i:first|second|third|fourth|fifth|last))\s+(?P<weekday>{FULL_WEEKDAY})\s+(?:of|in)\s+"
     rf"(?:(?:the\s+)?(?P<month>{ANY_MONTH}){_YEAR_TOLD}|(?P<told>this|last|next|previous)\s+month\b)", cal.read_nth_weekday),
)  # fmt: skip
STRETCHES: tuple[Row, ...] = (
    (r"(?<![\d/])9/11(?![\d/])", cal.read_nine_eleven),
    (rf"(?:(?<=\b[Oo]n\s)|(?P<weekday>{ANY_WEEKDAY})\s)(?P<a>\d{{1,2}})(?P<mark>[/.-])"
     r"(?P<b>\d{1,2})(?![\d/.-]\d|\d)", cal.read_slashes),
    (rf"\b{MONTH_1}\s{DAY_1}{TO}{DAY_2}{YEAR_2}", cal.read_days),
    (rf"{NOT_INSIDE}{DAY_1}{TO}{DAY_2}\s+(?:of\s+)?{MONTH_2}{YEAR_2}", cal.read_days),
    (rf"\b{MONTH_1}\s{DAY_1}{YEAR_1},?{TO}{MONTH_2}\s{DAY_2}{YEAR_2}", cal.read_days),
    (rf"{NOT_INSIDE}{DAY_1}\s{MONTH_1}{YEAR_1},?{TO}{DAY_2}\s{MONTH_2}{YEAR_2}", cal.read_days),
    (rf"{NOT_INSIDE}(?P<year>{YEAR}){TO}(?P<second>{YEAR}|\d\d(?!\d|[,.-]\d|\s[a-z]+s\b))", spans.read_years),
    (rf"(?<![\d.,$/€£#:-]){MID}\b(?P<year>{YEAR})(?![-–/]\d|%|s\b){_NO_FIGURE}{GENITIVE}", spans.read_year),
    (rf"\b(?P<sure>(?i:fiscal(?:\s+year)?|the\s+year))\s+(?P<year>{YEAR}){GENITIVE}", spans.read_year),
    (rf"{behind('in since of')}[’'‘](?P<year>[3-9]\d)\b(?![’']?s)", spans.read_short_year),
    (rf"\b(?:(?i:the)\s+)?{MID}(?P<decade>(?:19|20)\d0)[’']?s\b", spans.read_decade),
    (rf"\b(?i:the)\s+{MID}[’'‘]?(?P<decade>[2-9]0)[’']?s\b", spans.read_decade),
    (rf"\b(?:(?:(?P<which>(?i:last|next|this|the))|(?:the\s+)?(?:early|late|mid))[\s-]+)?{SEASON}\s+(?:of\s+)?"
     rf"(?P<year>{YEAR}|[’'‘]\d\d\b)", spans.read_season),
    (rf"\b[Tt]he\s+(?:early\s+|late\s+|mid-?\s?)?(?P<nth>{ORDINAL})[\s-]+[Cc]entury\b", spans.read_century),
    (rf"(?:\b(?P<weekday>{ANY_WEEKDAY})\s+(?:the\s+)|\bthe\s+|\b(?=\d{{1,2}}\w\w\s+of\s+(?:this|last|next))){_NTH_DAY}"
     r"(?:\s+of\s+(?P<told>this|last|next)\s+month\b)?", cal.read_day_alone),
    (rf"\b(?P<weekday>{ANY_WEEKDAY}),?\s+the\s+(?P<day>{ORDINAL_WORD})", cal.read_day_alone),
    (rf"\b(?P<weekday>{ANY_WEEKDAY})\s+{_NTH_DAY}", cal.read_day_alone),
)  # fmt: skip
_WRITTEN_YEAR = rf"(?:,?\s+(?:of\s+)?(?:fiscal\s+)?(?P<year>{YEAR}|{TOLD_YEAR}))?"
_QUARTER_YEAR = (
    rf"(?:(?P<year2>(?i:this|last|next)\s+year)[’']s\s+|(?P<year3>{YEAR})\s+|(?P<ago>year-(?:ago|earlier))\s+)?"
)
QUARTERS: tuple[Row, ...] = (
    (rf"\b(?:[Tt]he\s+)?(?:fiscal\s+|company[’']s\s+|current\s+)?{_QUARTER_YEAR}(?:fiscal\s+)?"
     rf"(?P<nth>(?i:first|second|third|fourth)|[1-4](?:st|nd|rd|th))(?:-|\s+)(?:fiscal\s+)?quarters?\b(?![’']s\s+hour){_WRITTEN_YEAR}",
     spans.read_quarter),
    (rf"\bQ(?P<q>[1-4])(?:\s+(?:of\s+)?(?P<year>{YEAR}))?\b", spans.read_quarter),
    (r"\b(?:the\s+)?(?P<which>(?i:this|last|next|latest|current|previous|recent))\s+quarter\b(?!-)", spans.read_quarter),
    (r"\b(?:[Tt]he\s+)?(?P<ago>year-(?:ago|earlier))\s+quarter\b", spans.read_quarter),
    (rf"{behind('in for of during over')}the\s+quarter\b(?!\s+of\b|-)", spans.read_quarter),
)  # fmt: skip
HALVES: tuple[Row, ...] = (
    (rf"\b(?:[Tt]he\s+)?(?P<nth>(?i:first|second|last|latter))\s+half\s+of\s+(?:the\s+year\s+)?(?P<year>{YEAR}|{TOLD_YEAR})",
     spans.read_half),
)  # fmt: skip
YEARS_IN_WORDS: tuple[Row, ...] = (
    (rf"\b(?:the\s+year\s+)?(?P<century>nineteen|eighteen)(?:[\s-]hundred\s+and)?[\s-](?P<rest>{f.SMALL_WORD})\b",
     spans.read_year_in_words),
    (r"\bthe\s+year\s+(?P<century>two)\s+thousand(?P<rest>(?!))?\b", spans.read_year_in_words),
)  # fmt: skip
MONTH: tuple[Row, ...] = (
    (rf"\b{MID}{MONTH_1}(?:,?\s+(?:of\s+)?)(?P<year>{YEAR}|{TOLD_YEAR}){GENITIVE}", spans.read_month_year),
    (rf"\b{MID}{MONTH_1}{YEAR_1}{TO}{MID}(?P<second>{ANY_MONTH}){YEAR_2}(?!\s?\d)", spans.read_months),
    (rf"\b(?:(?P<which>(?i:last|next|this\s+coming|this\s+past|this|the\s+past|the\s+previous))\s+)?{MID}"
     rf"(?P<month>{FULL_MONTH}|{SHORT_MONTH})(?!\w|-\w)(?:[’']s\b)?", spans.read_month),
)  # fmt: skip
SPANISH: tuple[Row, ...] = ((rf"\b(?P<month>{SPANISH_MONTH})\s+(?:de|del)\s+(?P<year>{YEAR})", spans.read_month_year),)
_PART_OF_IT = r"(?:(?:early|late|mid)[\s-]+)?"
SEASON_ALONE: tuple[Row, ...] = (
    (rf"\b(?P<which>(?i:last|next|this\s+past|this\s+coming|this))\s+{_PART_OF_IT}{SEASON}(?P<year>)\b"
     r"(?!\s+(?:from|of\s+(?!(?:19|20)\d\d))|-)", spans.read_season),
    (rf"{behind('in during since by over into throughout')}the\s+{_PART_OF_IT}{SEASON}(?P<year>)\b(?!\s+(?:of|from|and|or|line)\b|-)",
     spans.read_season),
    (rf"\b{SEASON}\s+of\s+(?P<year>last\s+year|this\s+year|next\s+year)\b", spans.read_season),
)  # fmt: skip
