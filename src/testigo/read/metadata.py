"""What the words themselves tell of a text's title, day and outlet."""

import re
from datetime import date

from testigo.read import forms
from testigo.read.dateline import dateline_length
from testigo.read.dates import MONTHS, day_in
from testigo.read.parsed import About

_LONGEST_TITLE = 200
_MOST_WORDS = 30
_TOP_LINES = 6
_NO_TITLE_END = (".", ",", ":", ";", "-", "–", "—", "…")
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)|/((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?=/)"
)
_AGENCY = re.compile(r"\(([^()\d]{2,40})\)\s?\W{1,3}$")
_DAY = re.compile(r"(?:(?P<m1>[A-Za-z]{3,9})\.? (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>[A-Za-z]{3,9}))")


def title_in(body: str) -> str | None:
    """Find the title that a plain text opens with: a line of its own with a blank line after it and no final stop."""
    head = body[: 4 * _LONGEST_TITLE].lstrip()
    first, _, rest = head.partition("\n")
    line = first.strip()
    words = line.split()
    if not words or len(line) > _LONGEST_TITLE or len(words) > _MOST_WORDS or line.endswith(_NO_TITLE_END):
        return None
    if rest[: len(rest) - len(rest.lstrip())].count("\n") < 1 or not rest.strip():
        return None
    if forms.credit_at(line) is not None or dateline_length(line):
        return None
    if forms.is_furniture(line) or forms.is_byline(line) or forms.is_stamp(line):
        return None
    return line


def day_in_url(url: str) -> str | None:
    """Find the day that an address carries ("/2016/05/16/", "/20160516/"), as an ISO day."""
    found = list(_URL_DAY.finditer(url))
    if not found:
        return None
    try:
        return date(*(int(part) for part in found[-1].groups() if part)).isoformat()
    except ValueError:
        return None


def day_in_top(body: str) -> str | None:
    """Find a day with its year in the lines at the top: one that only says when, or a dateline."""
    lines = [x.strip() for x in body[:2000].split("\n") if x.strip()][:_TOP_LINES]
    for line in lines:
        part = line if forms.is_stamp(line) else line[: dateline_length(line)]
        try:
            if day := day_in(part):
                return day
        except ValueError:
            continue
    return None


def outlet_in(dateline: str) -> str | None:
    """Find the agency that a dateline names in brackets ("(Reuters) —")."""
    found = _AGENCY.search(dateline.strip())
    return found[1].strip() if found else None


def dateline_contradicts(dateline: str, published: str, most_days: int = 14) -> bool:
    """Tell whether a dateline's day lies further from the publication day than a text takes to come out.

    The year is not told: the nearest one counts.
    """
    found = _DAY.search(dateline)
    month = MONTHS.get((found["m1"] or found["m2"]).lower()) if found else None
    if not found or not month:
        return False
    day, out = int(found["d1"] or found["d2"]), date.fromisoformat(published)
    near = []
    for year in (out.year - 1, out.year, out.year + 1):
        try:
            near.append(abs((out - date(year, month, day)).days))
        except ValueError:
            continue
    return bool(near) and min(near) > most_days


def filled(given: About, found: About) -> About:
    """Complete what was given with what was found; what was given wins, field by field."""
    day = given if given.published else found
    return About(
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        author=given.author or found.author,
        url=given.url or found.url,
        published=day.published,
        published_from="given" if day is given else day.published_from,
        language=given.language or found.language,
    )
