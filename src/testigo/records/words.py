"""Values in plain English, for people: "at least 16", "Sunday 23 May 2021", "according to sources cited by …".

Words say no more than the value does. Unknown stays unsaid; a zero is written out.
"""

from datetime import date

from testigo.records.case import CaseDoer, CaseVictim, ResolvedDate, ResolvedFigure, ResolvedPlace
from testigo.records.nouns import Speaker
from testigo.records.report import Claim, Report
from testigo.records.values import DateValue, PeriodValue, RangeValue

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NO_FIGURE = "–"
CONTAINERS_SHOWN = 3
_SAID = {
    "air_or_artillery": "air or artillery strike", "first_level": "first-level division",
    "second_level": "second-level division", "self_harm": "self-harm",
}  # fmt: skip


def plain(code: str) -> str:
    """Give a word of a code list as people write it."""
    return _SAID.get(code, code.replace("_", " "))


def figure_words(value: RangeValue) -> str:
    """Give a figure as one would say it, with the group that it counts."""
    return " ".join(w for w in (_ends(value), _of_group(value.group), _as_of(value)) if w)


def _ends(value: RangeValue) -> str:
    low, high = value.low, value.high
    if low is None and high is None:
        return f"“{value.text}”"
    if low is None:
        return ("nearly " if value.approx else "up to ") + f"{high:,}"
    if high is None:
        return f"at least {low:,}"
    about = "about " if value.approx else ""
    return f"{about}{low:,}" if low == high else f"{about}{low:,} to {high:,}"


def _of_group(group: str | None) -> str:
    return plain(group) if group and group != "all" else ""


def _as_of(value: RangeValue) -> str:
    if value.date:
        return f"({date_words(value.date)})"
    return f"({period_words(value.start, value.end)})" if value.start or value.end else ""


def resolved_words(figure: ResolvedFigure | None) -> str:
    """Give a resolved figure in short: `14–16 (16)` is low, high and best; `+` stands for an open upper end."""
    if figure is None or (figure.high is None and figure.low is None):
        return NO_FIGURE
    more = "+" if figure.open_high else ""
    if figure.low is None:
        return f"≤{figure.high:,}" + (f" ({figure.best:,})" if figure.best is not None else "")
    if figure.low == figure.high:
        return f"{figure.low:,}{more}"
    best = f" ({figure.best:,})" if figure.best is not None else ""
    return f"{figure.low:,}–{figure.high:,}{more}{best}"


def resolved_figure_words(figure: ResolvedFigure) -> str:
    """Give a resolved figure in words: "at least 16", "14 to 16 or more, best 16"."""
    low, high, best = figure.low, figure.high, figure.best
    if high is None:
        return NO_FIGURE
    if low is None:
        return f"up to {high:,}" + (f", best {best:,}" if best is not None else "")
    if low == high:
        return f"at least {low:,}" if figure.open_high else f"{low:,}"
    more = " or more" if figure.open_high else ""
    return f"{low:,} to {high:,}{more}" + (f", best {best:,}" if best is not None else "")


def day_words(day: str | None, weekday: bool = False) -> str:
    """Give an ISO day as people write it; a day without a year says so."""
    if not day:
        return ""
    if day.startswith("--"):
        parts = [int(p) for p in day[2:].split("-")]
        named = MONTHS[parts[0] - 1] if len(parts) == 1 else f"{parts[1]} {MONTHS[parts[0] - 1]}"
        return f"{named}, year unknown"
    clock = f", {day[11:16]}" if "T" in day else ""
    parts = [int(p) for p in day[:10].split("-")]
    if len(parts) < 3:
        return f"{MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])
    year, month, number = parts
    try:
        name = WEEKDAYS[date(year, month, number).weekday()] + " " if weekday else ""
    except ValueError:
        name = ""
    return f"{name}{number} {MONTHS[month - 1]} {year}{clock}"


def date_words(value: DateValue | ResolvedDate) -> str:
    """Give a date as it is known: a day with its weekday, a month, a year, a stretch of days."""
    start, end, precision = value.start, value.end, value.precision
    if not start and not end:
        return f"“{value.text}”, not resolved" if value.text else "no date"
    if start and not start.startswith("--"):
        if precision == "year":
            return start[:4]
        if precision == "month":
            return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if start == end:
        return day_words(start, weekday=precision in ("day", "time"))
    return period_words(start, end)


def period_words(start: str | None, end: str | None) -> str:
    """Give a stretch of time; whole years are told as years."""
    if (start or "").endswith("-01-01") and (end or "").endswith("-12-31"):
        first, last = (start or "")[:4], (end or "")[:4]
        return first if first == last else f"{first} to {last}"
    if start == end:
        return day_words(start)
    if start and end:
        return f"{day_words(start)} to {day_words(end)}"
    return f"since {day_words(start)}" if start else f"until {day_words(end)}"


def value_period(value: DateValue | PeriodValue | object) -> str:
    """Give the time that a value carries beside what it says, if any."""
    told = getattr(value, "date", None)
    if told is not None:
        return date_words(told)
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    return period_words(start, end) if start or end else ""


def place_words(report: Report, place_id: str) -> str:
    """Give a place with what contains it, narrowest first."""
    names: list[str] = []
    waiting, seen = [place_id], {place_id}
    while waiting and len(names) <= CONTAINERS_SHOWN:
        place = report.place(waiting.pop(0))
        names.append(place.name)
        waiting += [p for p in place.within if p not in seen]
        seen |= set(place.within)
    return ", ".join(dict.fromkeys(names))


def resolved_place_words(place: ResolvedPlace | None) -> str:
    """Give a resolved place with its container and country."""
    if place is None:
        return "no place"
    names = ", ".join(dict.fromkeys(w for w in (place.name, place.container) if w))
    return f"{names} ({place.country})" if place.country and place.precision != "country" else names


def speaker_words(claim: Claim, report: Report) -> str:
    """Say on whose word a claim stands; nothing where the report speaks for itself."""
    return " and ".join(chain_words(chain, report) for chain in claim.attributed_to)


def chain_words(chain: tuple[Speaker, ...], report: Report) -> str:
    """Name a chain of speakers, the innermost first: "sources cited by La República", "Maj. Roe for the army"."""
    words = chain[-1].name
    for outer in reversed(chain[:-1]):
        is_outlet = outer.actor is not None and report.actor(outer.actor).type == "outlet"
        words += f" cited by {outer.name}" if is_outlet else f" for {outer.name}"
    return words


def doer_words(doer: CaseDoer) -> str:
    """Name a doer with the firmest stance, and who denies it."""
    name = doer.name or doer.description or "?"
    count = f" ({resolved_words(doer.count)})" if doer.count else ""
    stance = "" if doer.stance == "stated" else f" ({doer.stance})"
    denied = f", denied by {', '.join(doer.denied_by)}" if doer.denied_by else ""
    return f"{name}{count}{stance}{denied}"


def victim_words(victim: CaseVictim) -> str:
    """Name a victim with what is known: age, sex, fate, how firmly."""
    name = victim.name or victim.description or "?"
    age = f"aged {victim.age}" if victim.age and victim.age.isdigit() else victim.age
    count = resolved_words(victim.count) if victim.count else ""
    stance = "" if victim.stance == "stated" else victim.stance
    denied = f"denied by {', '.join(victim.denied_by)}" if victim.denied_by else ""
    return ", ".join(w for w in (name, count, age, victim.sex, plain(victim.fate or ""), stance, denied) if w)
