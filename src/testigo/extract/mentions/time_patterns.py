"""The tables of expressions made ready: which groups of patterns a sentence needs, and what a document's own day is."""

import re

from testigo.extract.mentions import time_forms as f
from testigo.extract.mentions import time_table as calendar
from testigo.extract.mentions import time_table_near as near
from testigo.extract.mentions.time_days import Context, Day, When
from testigo.extract.mentions.time_reader import Reader, compiled
from testigo.extract.mentions.time_words import SPANISH_MONTHS

_DAY_PATTERNS = compiled(calendar.DAYS)
# Each group with what a sentence in lower case must hold for the group to be tried: most sentences hold little.
_ANY_CASE = re.IGNORECASE
_UNIT = r"\b(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))\b"
_PART = r"\b(?:mornings?|afternoons?|evenings?|nights?)\b"
_GROUPS = tuple(
    (re.compile(needed), rows)
    for needed, rows in (
        (r"\d", _DAY_PATTERNS + compiled(calendar.STRETCHES)),
        (rf"\b(?:{'|'.join(f.MONTHS)})", compiled(calendar.MONTH)),
        (r"\b(?:first|second|third|fourth|fifth|last|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+(?:teen|tie)th)\b",
         compiled(calendar.DAYS_IN_WORDS)),
        (r"\bquarter|\bq[1-4]\b", compiled(calendar.QUARTERS)),
        (r"\bhalf of\b", compiled(calendar.HALVES)),
        (r"\b(?:nineteen|eighteen|the year two)\b", compiled(calendar.YEARS_IN_WORDS)),
        (rf"\b(?:{'|'.join(SPANISH_MONTHS)})\s+del?\b", compiled(calendar.SPANISH)),
        (r"\b(?:summer|winter|spring|autumn|fall)\b", compiled(calendar.SEASON_ALONE)),
        (r"day|night|tomorrow|\bthis (?:morning|afternoon|evening)", compiled(near.NEAR_DAYS)),
        (r"\bon\s", compiled(near.SHORT_DAYS)),
        (_UNIT, compiled(near.LENGTHS, _ANY_CASE)),
        (r"\b(?:earlier|later|before|after|afterwards?|previous|previously|prior|next|following|same|preceding|that)\b",
         compiled(near.DISTANCES, _ANY_CASE)),
        (r"\bago\b", compiled(near.AGO, _ANY_CASE)),
        (r"\bfrom (?:now|today)\b", compiled(near.FROM_NOW)),
        (r"\b(?:daily|weekly|monthly|annually|yearly|hourly|nightly|fortnightly)\b", compiled(near.ADVERBS)),
        (r"\d.{0,6}[ap]\.?\s?m\b|\d:\d\d|o[’']clock|\b\d{4}\s?(?:h|gmt|utc|local)|\d in the", compiled(near.HOURS)),
        (rf"\b(?:noon|midday|midnight|dawn|daybreak|sunrise|dusk|nightfall|sunset|sundown|hours)\b|{_PART}",
         compiled(near.NAMED_HOURS)),
        (r"\b(?:now|currently|present|presently|nowadays|these days|recently|lately|past|future|term)\b", compiled(near.VAGUE, _ANY_CASE)),
        (r"day|christmas|easter|new year|ramadan|\beid\b|week|muharram|arbaeen|ashura|nowruz|diwali|passover|kippur|hashanah|hanukkah|"
         r"purim|thanksgiving|halloween|pentecost|\btet\b", compiled(near.FEAST)),
    )
)  # fmt: skip


def patterns_for(lower: str) -> list[tuple[re.Pattern[str], Reader]]:
    """Give the patterns that can match in a sentence, told from its text in lower case."""
    return [row for needed, rows in _GROUPS if needed.search(lower) for row in rows]


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
