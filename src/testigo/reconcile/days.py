"""Days as numbers: a report's dates as stretches of ordinals, narrowest first."""

from collections.abc import Iterable
from datetime import date

from testigo.records.values import DateValue

LONGEST_DAYS = 4000  # a longer stretch says nothing about one act


def ordinal(day: str | None) -> int | None:
    """Give a day's ordinal, None for one without a year or that is no day."""
    if not day or day.startswith("-"):
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def days_of(values: Iterable[DateValue], published: int | None) -> tuple[tuple[int, int], ...]:
    """Give the stretches that dates span, narrowest first, then earliest; an open end reaches to the day of telling."""
    found = set()
    for value in values:
        first, last = ordinal(value.start), ordinal(value.end)
        if first is None and value.start and value.start.startswith("--"):
            first = last = _with_year(value.start, published)
        if first is not None and last is None:
            last = max(first, published) if published else first
        if first is None:
            first = last
        if first is not None and last is not None and 0 <= last - first <= LONGEST_DAYS:
            found.add((first, last))
    return tuple(sorted(found, key=lambda d: (d[1] - d[0], d)))


def _with_year(day: str, published: int | None) -> int | None:
    """Give the last such day before the day of telling: "--09-17" told on 3 October 2016 is 17 September 2016."""
    if published is None or len(day) != len("--09-17"):
        return None
    year = date.fromordinal(published).year
    for candidate in (year, year - 1):
        try:
            found = date(candidate, int(day[2:4]), int(day[5:7])).toordinal()
        except ValueError:
            continue
        if found <= published + 1:
            return found
    return None
