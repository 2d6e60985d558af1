"""When each incident was, as drafts of claims.

The report's chief incident gets the date that all of the report's dates, weighed against one another, make likeliest
(`when_rank`); the others get the first day that the sentences telling them give, else the first date of any width. What
says the same day in other words joins the claim. The day of publication alone is never a date: some words must say when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testigo.extract.draft import Draft
from testigo.extract.incidents.events import Event
from testigo.extract.incidents.grouping import Group
from testigo.extract.incidents.triggers import Trigger
from testigo.extract.incidents.when_marks import Setting, days_between, days_of
from testigo.extract.incidents.when_rank import candidates, choose, undated
from testigo.extract.incidents.when_words import HOUR
from testigo.extract.mentions.found import Time
from testigo.extract.page import Page
from testigo.records.values import DateValue

_MOST_SPANS = 3
_HOUR_WITHIN = 3  # sentences after "overnight" whose hour tells which of the two days it was


@dataclass(frozen=True)
class Dated:
    """What incidents are dated from. today: the day that the report speaks from."""

    page: Page
    times: tuple[Time, ...]
    triggers: tuple[Trigger, ...]
    today: str | None


def draft_dates(source: Dated, incident: str, group: Group, groups: Sequence[Group]) -> Iterator[Draft]:
    """Draft the date of one incident: one claim for the day, with the words that give it best."""
    times = _chief_times(source, group, groups) if group.is_main else _told_times(group.events)
    if times:
        yield _draft(source, incident, times, group)
    for event in group.events:
        if event.sentence.kind == "related" and event.time:
            yield Draft(incident, "date", _date_value(event.time), ((event.time.start, event.time.end),))


def _chief_times(source: Dated, group: Group, groups: Sequence[Group]) -> tuple[Time, ...]:
    """Give the expressions of the day that the report as a whole makes likeliest; those unresolved come last."""
    own = {e.sentence.index for e in group.events}
    others = {e.sentence.index for g in groups if g is not group for e in g.events} - own
    for times in (candidates(source.page, source.times), undated(source.page, source.times)):
        setting = Setting(source.page, source.today, times, source.triggers, own, others)
        chosen = choose(times, setting)
        if chosen:
            return chosen.times
    return ()


def _told_times(events: Sequence[Event]) -> tuple[Time, ...]:
    """Give the expressions of the first day that the incident's own sentences give, else of its first date."""
    times = [e.time for e in events if e.time and e.sentence.kind != "related"]
    exact = [t for t in times if t.precision in ("time", "day") and t.day_start]
    known = exact or [t for t in times if t.day_start] or times
    return tuple(t for t in known if days_of(t) == days_of(known[0]))


def _draft(source: Dated, incident: str, times: Sequence[Time], group: Group) -> Draft:
    first = times[0]
    spans = tuple(sorted((t.start, t.end) for t in times[:_MOST_SPANS]))
    hour = _hour_of_night(source.page, first)
    if hour and first.day_start and first.day_end:
        day = first.day_start if hour[1] else first.day_end
        value = DateValue(start=day, end=day, precision="day", text=first.text)
        return Draft(incident, "date", value, ((first.start, first.end), hour[0]))
    return Draft(incident, "date", _date_value(first, group.events[0].looks_back), spans)


def _hour_of_night(page: Page, time: Time) -> tuple[tuple[int, int], bool] | None:
    """Give the hour that tells which day "overnight" was, and whether it lies before midnight."""
    if "night" not in time.text.lower() or days_between(time.day_start, time.day_end) != 1:
        return None
    for sentence in page.sentences[time.sentence : time.sentence + 1 + _HOUR_WITHIN]:
        for hour in HOUR.finditer(sentence.text):
            half = re.search(r"([ap])\.?m\b", hour.group(), re.IGNORECASE)
            if half:
                span = sentence.start + hour.start(), sentence.start + hour.end()
                return span, half.group(1).lower() == "p"
    return None


def _date_value(time: Time, looks_back: bool = False) -> DateValue:
    """Give a time as the record's date; "the worst since 2008, when …" names a year, not a stretch that goes on."""
    start = time.day_start
    if looks_back and time.is_since and start and re.search(r"\b(?:1[89]|20)\d\d$", time.text):
        return DateValue(start=f"{start[:4]}-01-01", end=f"{start[:4]}-12-31", precision="year", text=time.text)
    return DateValue(start=start, end=time.day_end, precision=time.precision, text=time.text)
