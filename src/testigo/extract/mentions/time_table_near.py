"""The tables of expressions that count from the document's day or another event, of lengths, hours and vague words."""

from testigo.extract.mentions import time_forms as f
from testigo.extract.mentions import time_hours as hours
from testigo.extract.mentions import time_lengths as lengths
from testigo.extract.mentions import time_relative as rel
from testigo.extract.mentions.time_forms import (
    COUNT,
    GENITIVE,
    HEDGE,
    NUMBER,
    PART,
    PART_UNNAMED,
    TO,
    UNIT,
    UNITS_ONLY,
    ZONE,
)
from testigo.extract.mentions.time_reader import Row, behind
from testigo.extract.mentions.time_words import FEASTS, FULL_WEEKDAY, SHORT_WEEKDAY, WEEKDAY_STEM

_HEDGED = f"{HEDGE}?"
_TIMES = rf"(?P<count>{NUMBER}|{f.VAGUE_COUNT})"
_TOLD = r"last|next|this\s+past|this\s+coming|this|past|the\s+previous|previous|(?:the\s+)?coming|following"
_RANK = r"past|last|previous|next|coming|first|final|latest|following|preceding|initial"
_MORE = r"more|straight|consecutive|full|whole|long|further|additional|extra|other"
_DAY_PART = r"day|night|morning|afternoon|evening"

NEAR_DAYS: tuple[Row, ...] = (
    (rf"\b(?:(?P<which>(?i:{_TOLD}))\s+)?(?P<weekday>{FULL_WEEKDAY})\b(?!s\b){PART}"
     rf"(?:,?\s+(?:of\s+)?(?:the\s+)?(?P<of_week>(?i:last|this|next|previous|following))\s+week\b)?{GENITIVE}", rel.read_weekday),
    (rf"\b(?P<week_of>(?i:last|this|next|previous))\s+week(?:\s+on|\s?[-–]|,)?\s+(?P<weekday>{FULL_WEEKDAY}){PART}", rel.read_weekday),
    (rf"\b(?P<weekday>{FULL_WEEKDAY}){PART_UNNAMED}{TO}(?P<second>{FULL_WEEKDAY})\b{PART}", rel.read_weekdays),
    (r"\b(?P<near>(?i:today|tonight|the\s+day\s+after\s+tomorrow|tomorrow|the\s+day\s+before\s+yesterday|yesterday|overnight|last\s+night|"
     rf"this\s+(?:morning|afternoon|evening)))\b{PART}{GENITIVE}", rel.read_near_day),
    (rf"\b(?P<weekday>{WEEKDAY_STEM})(?:s\b|\s+(?:nights|mornings|afternoons|evenings)\b)", lengths.read_set),
    (rf"\b(?i:every|each)\s+(?:other\s+)?(?P<weekday>{FULL_WEEKDAY})\b(?:\s+(?:night|morning|afternoon|evening))?", lengths.read_set),
)  # fmt: skip
SHORT_DAYS: tuple[Row, ...] = (
    (rf"(?<=[Oo]n\s)(?P<which>)(?P<weekday>{SHORT_WEEKDAY})(?P<of_week>)", rel.read_weekday),
)
# The tables from here to AGO are matched whatever the case.
LENGTHS: tuple[Row, ...] = (
    (rf"{behind('over at during on this')}the\s+weekend\b", rel.read_the_weekend),
    (r"\b(?:(?P<when>earlier|later|late|early)\s+(?:in\s+)?)?(?:the\s+)?(?P<which>this|last|next|current)\s+(?:calendar\s+|fiscal\s+)?"
     rf"(?P<unit>weekend|week|month|year|decade|century)\b(?!-){GENITIVE}", rel.read_period),
    (r"\bthe\s+(?:past|last)\s+(?P<unit>week|month|year|decade|century|quarter|day)\b(?!-)", rel.read_the_past),
    (r"\bpast\s+(?P<unit>week|month|year|decade|century)\b", rel.read_the_past),
    (rf"\b(?:each\s+of\s+)?(?:at\s+least\s+)?(?:the\s+)?(?P<which>{_RANK})\s+(?:(?:about|almost|nearly|at\s+least)\s+)?"
     rf"{_TIMES}(?:\s+(?:or|to)\s+(?:so|{NUMBER}))?\s+(?:fiscal\s+)?{UNIT}(?!-)", lengths.read_past),
    (rf"(?<=\bin\s)(?P<only_ahead>){COUNT}\s+{UNIT}(?!-)", lengths.read_hence),
    (rf"\b{_HEDGED}{_TIMES}(?P<half>\s+and\s+a\s+half)?(?:\s+(?:{_MORE}))?\s+{UNIT}", lengths.read_length),
    (rf"\b{_HEDGED}{_TIMES}-{UNIT}(?:-long)?(?!-old|\s+old)", lengths.read_length),
    (rf"\b{_HEDGED}(?P<count>an?|one|half\s+an?)\s+(?:full\s+|whole\s+)?(?P<loose>){UNIT}(?!-)", lengths.read_length),
    (rf"\bthe\s+(?P<count>{NUMBER})\s+{UNIT}", lengths.read_length),
    (rf"{behind('in for of throughout during')}the\s+(?:full\s+|fiscal\s+|calendar\s+|whole\s+)?year\b(?!-|[’']s)", rel.read_the_year),
    (r"\b(?:the\s+|a\s+)?year-(?:earlier|ago)(?:\s+period)?\b", lengths.read_year_earlier),
    (rf"(?:\b(?!the\s+early\s+hours)(?:many|several|some|the\s+early|the\s+intervening|those|these)\s+)?(?P<bare>)\b{UNITS_ONLY}(?!-)",
     lengths.read_length),
    (r"\b(?P<unit>(?:hour|day|night|week|month|year|decade)s?)-long\b", lengths.read_long),
    (r"\b(?P<unit>hours|days|weeks|months|years|decades|centuries)-old\b", lengths.read_long),
    (rf"\b(?:every|each)\s+(?:(?P<count>other|{NUMBER}|few|{f.ORDINAL})\s+)?{UNIT}(?!-|\s+of\b)", lengths.read_set),
    (rf"(?<=\bin\s){COUNT}\s+{UNIT}[’'](?:s\s+)?\s*time\b", lengths.read_hence),
    (rf"\b{COUNT}\s+{UNIT}\s+(?:from|after)\s+(?:now|(?P<origin>today|tomorrow|yesterday))\b", lengths.read_hence),
    (r"\b(?:the\s+)?coming\s+(?P<unit>weeks|months|years|days|decades)\b|\bthe\s+(?:weeks|months|years|days)\s+(?:ahead|to\s+come)\b",
     hours.read_some_future),
    (r"\brecent\s+(?:weeks|months|years|days|decades|quarters|times)(?:\s+and\s+(?:weeks|months|years|days))?\b", hours.read_some_past),
)  # fmt: skip
DISTANCES: tuple[Row, ...] = (
    (rf"\b{_HEDGED}{COUNT}\s+(?:more\s+)?{UNIT}\s+(?P<side>earlier|later|before|after|afterwards?|previously|prior)\b(?:\s+that)?",
     lengths.read_distance),
    (rf"\b(?:the|that|on\s+the)\s+(?P<side>next|following|previous|same|preceding)\s+(?:very\s+)?"
     rf"(?P<unit>{_DAY_PART}|week|weekend|month|year)\b(?!-)",
     lengths.read_next_to),
    (r"\bthe\s+(?P<unit>day|night|week|month|year)\s+(?P<side>before|after)\b(?!\s+(?:yesterday|tomorrow))", lengths.read_next_to),
    (rf"(?<!\bof\s)\b(?:later\s+|earlier\s+)?(?P<side>that)(?:\s+same)?\s+(?P<unit>{_DAY_PART}|week|month|year)\b(?!-)",
     lengths.read_next_to),
)  # fmt: skip
VAGUE: tuple[Row, ...] = (
    (r"(?:\bright\s+now\b|\bnow\b|\bcurrently\b|\bthe\s+present\b|\bpresently\b|\bnowadays\b|\bthese\s+days\b)(?!-)", hours.read_now),
    (r"\brecently\b|(?<=\bin\s)the\s+(?:recent\s+|distant\s+)?past\b|\blately\b", hours.read_some_past),
    (r"(?<=\bin\s)the\s+(?:near\s+|immediate\s+|foreseeable\s+|distant\s+)?future\b|\bthe\s+(?:near|short)\s+term\b",
     hours.read_some_future),
)  # fmt: skip
AGO: tuple[Row, ...] = (
    (rf"\b{_HEDGED}{COUNT}\s+{UNIT}\s+ago\b", lengths.read_ago),
    (rf"\b(?P<hedge>(?:many\s+)?)(?P<count>(?!))?{UNITS_ONLY}\s+ago\b", lengths.read_ago),
)
FROM_NOW: tuple[Row, ...] = (
    (rf"\b{_TIMES}\s+(?P<weekday>{WEEKDAY_STEM})s?\s+from\s+(?:now|today)\b", lengths.read_weekdays_from_now),
)
ADVERBS: tuple[Row, ...] = (
    (
        r"\b(?P<adverb>[Dd]aily|[Ww]eekly|[Mm]onthly|[Aa]nnually|[Yy]early|[Hh]ourly|[Nn]ightly|[Ff]ortnightly)\b(?!-)",
        lengths.read_set,
    ),
)
_NO_FIGURE = r"(?<![\d:.,$-])\b"
HOURS: tuple[Row, ...] = (
    (rf"{_NO_FIGURE}(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d))?\s?(?P<half>[ap]\.\s?m\b\.?|[ap]m\b|[AP]\.?M\b\.?){ZONE}?", hours.read_clock),
    (rf"{_NO_FIGURE}(?P<h>\d{{1,2}}):(?P<m>[0-5]\d)(?::\d\d)?(?![\d:])(?P<sure>{ZONE}|\s?(?:hours|hrs|h)\b)?", hours.read_clock),
    (rf"{_NO_FIGURE}(?P<h>[0-2]\d):?(?P<m>[0-5]\d)\s?(?P<sure>(?:hours|hrs)\b(?:{ZONE})?|(?:GMT|UTC|local\s+time)\b)", hours.read_clock),
    (rf"{_NO_FIGURE}(?P<h>\d{{1,2}})\s(?P<sure>o[’']clock)\b(?:\s+(?:in\s+the|at)\s+(?P<said>morning|afternoon|evening|night))?",
     hours.read_clock),
    (rf"{_NO_FIGURE}(?P<h>\d{{1,2}})\s(?P<sure>in\s+the)\s+(?P<said>morning|afternoon|evening)\b", hours.read_clock),
)  # fmt: skip
NAMED_HOURS: tuple[Row, ...] = (
    (rf"\b(?P<named>(?i:noon|midday|midnight))\b{ZONE}?", hours.read_named_hour),
    (rf"{behind('at before after by')}(?P<named>dawn|daybreak|sunrise|dusk|nightfall|sunset|sundown)\b", hours.read_part_of_day),
    (rf"{behind('in during')}the\s+(?P<named>(?:early\s+|late\s+)?(?:morning|afternoon|evening)|(?:early|small)\s+(?:morning\s+)?hours)"
     r"\b(?!\s+of\b)", hours.read_part_of_day),
)  # fmt: skip
FEAST: tuple[Row, ...] = ((rf"\b(?:(?:last|this|next)\s+)?(?:{FEASTS})\b", hours.read_feast),)
