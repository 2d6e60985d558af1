"""Dates that count from another incident: "three days after the attack", "the next day", "hours after the attack".

The incident that they count from is the chief one where its words follow ("after the attack"), else the one told just
before. Its day, moved by the distance, gives the bounds: days stay days, weeks, months and years give the whole week,
month or year, hours and minutes may run into the next day. Without a day to count from the words stand alone, tied to
the other incident.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from testigo.extract.draft import Draft
from testigo.extract.incidents.grouping import Group
from testigo.extract.mentions.found import Bounds
from testigo.extract.mentions.time_days import Day, day_from_iso, shifted_month, week, year
from testigo.extract.page import Page
from testigo.records.values import DateValue

_NEAREST = 12  # incidents on either side among which the one told before is looked for
_AMOUNT = re.compile(r"P(T?)(\d+)([DWMYH])$")
_EVENT = r"the (?:attack|bombing|shooting|massacre|killings?|ambush|raid|blast|explosion|clash|assault)\b"
_THE_EVENT = re.compile(rf"\s+{_EVENT}", re.IGNORECASE)
_LOOSE = re.compile(
    rf"\b(?:(?:(?:a few|several|some|just|only) )?(?:hours|minutes) (?P<which>after|before)|(?:on )?(?P<same>the day) of) {_EVENT}",
    re.IGNORECASE,
)


def with_relative_dates(page: Page, groups: Sequence[Group], drafts: Sequence[Draft]) -> list[Draft]:
    """Give the drafts, dates that count from another incident resolved by its date.

    groups: in the order of their incidents' ids.
    """
    chief = next((n for n, g in enumerate(groups) if g.is_main), None)
    told = {d.subject: d for d in drafts if d.predicate == "date"}
    changed = {
        f"i{n + 1}": draft
        for n, group in enumerate(groups)
        if n != chief
        for draft in _relative(page, groups, n, chief, told)
    }
    kept = [d for d in drafts if d.predicate != "date" or d.subject not in changed]
    return [*kept, *changed.values()]


def _relative(
    page: Page, groups: Sequence[Group], own: int, chief: int | None, told: Mapping[str, Draft]
) -> Iterator[Draft]:
    """Draft the date of one incident from that of another, if its words count from it."""
    mine = told.get(f"i{own + 1}")
    if mine is None:
        yield from _loose(page, groups[own], f"i{own + 1}", chief, told)
        return
    time = next((e.time for e in groups[own].events if e.time and (e.time.start, e.time.end) in mine.spans), None)
    if time is None or time.anchor not in ("after", "before", "same") or time.day_start or time.day_end:
        return
    base = chief if time.anchor_end is not None else _told_before(groups, own)
    if base is not None:
        event = _THE_EVENT.match(page.text, time.end) if time.anchor_end is not None else None
        end = event.end() if event else time.end
        text = page.text[time.start : end]
        bounds = _moved(told.get(f"i{base + 1}"), time.amount, -1 if time.anchor == "before" else 1)
        value = DateValue(start=bounds[0], end=bounds[1], precision=bounds[2], text=text, relative_to=f"i{base + 1}")
        yield replace(mine, value=value, spans=((time.start, end),))


def _loose(page: Page, group: Group, ident: str, chief: int | None, told: Mapping[str, Draft]) -> Iterator[Draft]:
    """Read "hours after the attack" and "on the day of the attack" where the incident is first told."""
    first = group.events[0]
    words = _LOOSE.search(page.text, first.start, first.end)
    if words is None or chief is None:
        return
    amount = None if words["same"] else "PT1H"
    sign = -1 if (words["which"] or "").lower() == "before" else 1
    start, end, precision = _moved(told.get(f"i{chief + 1}"), amount, sign)
    value = DateValue(start=start, end=end, precision=precision, text=words.group(), relative_to=f"i{chief + 1}")
    yield Draft(ident, "date", value, (words.span(),))


def _told_before(groups: Sequence[Group], own: int) -> int | None:
    """Give the incident told last before this one begins (the first of all, or one near by in order)."""
    begun = groups[own].events[0].start
    last: tuple[int, int] | None = None
    for n in {0, *range(max(0, own - _NEAREST), min(len(groups), own + _NEAREST))} - {own}:
        at = bisect_left(groups[n].events, begun, key=lambda e: e.start)
        if at:
            last = max(last or (-1, -1), (groups[n].events[at - 1].start, n))
    return last[1] if last else None


def _moved(base: Draft | None, amount: str | None, sign: int) -> Bounds:
    """Move a date by an amount ("P3D", "P2W", None for the same day); unknown where the base's days are."""
    value = base.value if base else None
    if not isinstance(value, DateValue):
        return None, None, "unknown"
    first, last = day_from_iso(value.start), day_from_iso(value.end)
    if first is None or last is None:
        return None, None, "unknown"
    if amount is None:
        return value.start, value.end, value.precision
    told = _AMOUNT.match(amount)
    if told is None or last - first > timedelta(days=1):
        return None, None, "unknown"
    if told[1]:
        first, last = (first, last + timedelta(days=1)) if sign > 0 else (first - timedelta(days=1), last)
        return first.isoformat(), last.isoformat(), "span"
    return _by_unit(first, last, sign * int(told[2]), told[3])


def _by_unit(first: Day, last: Day, count: int, unit: str) -> Bounds:
    if unit == "D":
        shift = timedelta(days=count)
        return (first + shift).isoformat(), (last + shift).isoformat(), "day" if first == last else "span"
    when = (
        week(first, count) if unit == "W" else shifted_month(first, count) if unit == "M" else year(first.year + count)
    )
    return when.start, when.end, when.precision
