"""Days as publishers write them, to ISO days. What may be read in two ways is not read.

No clock: a day is read from the words alone, so two-digit years and days without a year are not read here.
"""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_WORDED = re.compile(
    rf"(?:(?P<m1>{MONTH})\s+{_DAY}(?:,\s*|\s+)(\d{{4}})|{_DAY}\s+(?:of\s+)?(?P<m2>{MONTH}),?\s+(\d{{4}}))\b", re.I
)
_LONGEST = 80


def read_day(words: str) -> str:
    """Give the ISO day that these words name.

    Raises ValueError, saying why, where they name none, one that no calendar has, or may be read in two ways.
    """
    said = words.strip()[:_LONGEST]
    for form in (_ISO, _COMPACT, _SLASHED):
        if found := form.match(said):
            return _day(said, *map(int, found.groups()))
    if found := _NUMBERS.match(said):
        return _numbers(said, *map(int, found.groups()))
    if day := day_in(said):
        return day
    raise ValueError(f"{said!r} is not a day that can be read. Write it as 2021-05-23.")


def day_in(words: str) -> str | None:
    """Find the first day written out with month name and year ("May 16, 2016", "16 May 2016"), as an ISO day."""
    found = _WORDED.search(words)
    if not found:
        return None
    month = MONTHS[(found["m1"] or found["m2"]).lower().rstrip(".")]
    _, day1, year1, day2, _, year2 = found.groups()
    return _day(found[0], int(year1 or year2), month, int(day1 or day2))


def _day(said: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise ValueError(f"{said!r} is a day that no calendar has ({error}). Write it as 2021-05-23.") from error


def _numbers(said: str, first: int, second: int, year: int) -> str:
    if first > 12 or first == second:
        return _day(said, year, second, first)
    if second > 12:
        return _day(said, year, first, second)
    raise ValueError(f"{said!r} may be day/month or month/day. Write it as 2021-05-23.")
