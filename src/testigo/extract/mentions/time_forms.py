"""Pieces of patterns that the tables of expressions share: a day, a year, a count, a unit, a part of the day.

Repeats are bounded, so that a line of any length is read in one pass.
"""

from testigo.extract.mentions.number_words import SMALL, TENS, UNITS
from testigo.extract.mentions.time_words import ANY_MONTH, ANY_WEEKDAY, ORDINAL_WORD

_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_ORDINAL}(?!\d|:\d|[.,/]\d|%|\w|-[a-zA-Z])"
DAY_1, DAY_2 = rf"(?P<day>{DAY})", rf"(?P<second>{DAY})"
MONTH_1, MONTH_2 = rf"(?P<month>{ANY_MONTH})", rf"(?P<month2>{ANY_MONTH})"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d\d\d|\.\d|\s?(?:hours|hrs|h|GMT|UTC|local|am|pm)\b)"
TOLD_YEAR = r"(?i:this|last|next)\s+(?i:year)\b"
YEAR_1, YEAR_2 = rf"(?:,?\s+(?P<year>{YEAR}))?", rf"(?:,?\s+(?P<year2>{YEAR}))?"
YEAR_LINK = r"(?:\s?,?\s+(?:(?:of|in)\s+)?|,\s*)"
# Two digits are a year only after a day and a month and before no noun ("3 JAN 90 --").
SHORT_YEAR = r"[’'‘]?[5-9]\d(?=\s*(?:[,.;()\[\]–—-]|$|\s(?i:in|at|on|by|when|the|to|from|and|that)\b))"
NOT_INSIDE = r"(?<![\d.,$/€£#-])(?<!\d:)\b"
TO = r"(?P<to>\s?[-–—/]\s?|\s+(?:to|through|until|till|and|&|thru)\s+)"
MID = r"(?:(?i:early|late|mid)[\s-]+)?"
DAYPART = r"(?P<daypart>(?i:night|morning|afternoon|evening|early\s+morning|lunchtime|noon|midday|midnight|dawn))"
PART = rf"(?:\s+{DAYPART}\b)?"
PART_UNNAMED = PART.replace("?P<daypart>", "?:")
GENITIVE = r"(?:[’']s\b|[’'](?=\s))?"
WEEKDAY_FIRST = (
    rf"(?:\b(?P<weekday>{ANY_WEEKDAY}){PART}"
    r"(?:,?\s+|\s\(|,?\s+(?:the|on)\s+))?"
)
SEASON = r"(?P<season>(?i:summer|winter|spring|autumn|fall))"
SMALL_WORD = (
    rf"(?:(?:{'|'.join(TENS)})[\s-](?:{'|'.join(list(UNITS)[:9])})|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
)
NUMBER = rf"(?:\d{{1,3}}(?![\d.,]\d|\d)|{SMALL_WORD}|(?:a|one)\s+hundred|a\s+dozen)\b"
VAGUE_COUNT = (
    r"(?:(?:a\s+|the\s+)?few|several|many|some|a\s+couple(?:\s+of)?|a\s+number\s+of|countless|numerous|dozens\s+of)\b"
)
COUNT = rf"(?P<count>{NUMBER}|(?:an?|half\s+an?)\b|{VAGUE_COUNT})"
UNIT_WORDS = r"second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)"
UNIT = rf"(?P<unit>{UNIT_WORDS})s?\b"
UNITS_ONLY = r"(?P<unit>minutes|hours|days|nights|weeks|months|years|decades|centuries)\b"
HEDGE = (
    r"(?P<hedge>(?:(?:more|less|longer|fewer|later)\s+than|no\s+(?:more|less)\s+than|over|almost|nearly|about|some|around|at\s+least|"
    r"up\s+to|at\s+most|just\s+over|just\s+under|just|only|roughly|approximately|under|barely|as\s+(?:many|much|long)\s+as)\s+)"
)
ORDINAL = rf"(?:{ORDINAL_WORD}|\d{{1,2}}(?:st|nd|rd|th)\b)"
ZONE = r"(?:\s?\(?(?:GMT|UTC|[ECMP][SD]?T|BST|CET|EET|MSK|IST|WIB|local(?:\s+time)?|Eastern(?:\s+[Tt]ime)?|Central|Pacific)\b\)?)"
MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
