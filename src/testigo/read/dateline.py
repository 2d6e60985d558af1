"""The dateline that a report opens with: "CITY, Country, March 11 (Agency) —", "CITY (COUNTRY), 11 MAR 90 (AGENCY) --"."""

import re

from testigo.read.dates import MONTH

LONGEST = 130
_DATELINE = re.compile(
    r"(?P<city>[^\W\d_a-z][\w.'’\- ]{1,40}?)"
    r"(?:\s?\((?P<country>[^\W\d_a-z][^()\d\n]{1,30})\)(?=,))?"
    r"(?:[,/](?P<rest>[^()\n—–]{1,70}?))?"
    r"(?:\s?\((?P<agency>[^()\n]{2,40})\))?"
    r"\s?(?:—|–|--+|(?<=[\s)])-(?=\s))(?:\s\[TEXT\](?=\s))?"
)
_MONTH_DAY = re.compile(rf"\b(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})", re.I)
_NO_CITY = re.compile(
    r"(?:update[ds]?|exclusive|breaking(?: news)?|watch|video|photos?|listen|correction|attention|analysis|opinion"
    r"|urgent|note|file|related|live|more)\b",
    re.I,
)


def dateline_length(paragraph: str) -> int:
    """Give how many characters of a paragraph are its dateline, 0 for none.

    A dash alone makes no dateline: there must be a day, an agency in brackets, or a city in capitals besides.
    """
    found = _DATELINE.match(paragraph, 0, LONGEST)
    if not found or _NO_CITY.match(paragraph):
        return 0
    city, rest = found["city"], found["rest"] or ""
    day, shouts = _MONTH_DAY.search(rest), city.isupper() and len(city) >= 4
    told = day or found["agency"] or (shouts and (rest or not paragraph[:400].isupper()))
    return len(found[0].rstrip()) if told and (shouts or day or _is_titled(city)) else 0


def _is_titled(city: str) -> bool:
    return len(city.split()) <= 4 and all(w[:1].isupper() for w in city.split())
