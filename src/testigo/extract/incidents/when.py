"""When one incident was, as drafts of claims.

The date comes from the first event that gives a day, else from the first that gives anything; later words for the same
day join it.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.mentions.found import Time
from testigo.extract.page import Page
from testigo.records.values import DateValue

_MOST_SPANS = 3


def draft_dates(page: Page, incident: str, events: Sequence[Event]) -> Iterator[Draft]:
    """Draft the date of one incident: one claim for the day, with all words that give it."""
    times = [e.time for e in events if e.time and e.sentence.kind != "related"]
    exact = [t for t in times if t.precision in ("time", "day") and t.day_start]
    known = exact or [t for t in times if t.day_start] or times
    if known:
        first = known[0]
        same = [t for t in known if (t.day_start, t.day_end) == (first.day_start, first.day_end)]
        spans = tuple((t.start, t.end) for t in same[:_MOST_SPANS])
        yield Draft(incident, "date", _date_value(first, events[0].looks_back), spans)
    for event in events:
        if event.sentence.kind == "related" and event.time:
            yield Draft(incident, "date", _date_value(event.time), ((event.time.start, event.time.end),))


def _date_value(time: Time, looks_back: bool = False) -> DateValue:
    """Give a time as the record's date; "the worst since 2008, when …" names a year, not a stretch that goes on."""
    start = time.day_start
    if looks_back and time.is_since and start and re.search(r"\b(?:1[89]|20)\d\d$", time.text):
        return DateValue(start=f"{start[:4]}-01-01", end=f"{start[:4]}-12-31", precision="year", text=time.text)
    return DateValue(start=start, end=time.day_end, precision=time.precision, text=time.text)
