"""Read hours and vague words: "9:30 p.m.", "at dawn", "now", "recently"; and feasts, which are kept as text.

An hour beside a day is joined to it (times.py). Readers are as in time_calendar.
"""

import re

from testigo.extract.mentions.time_calendar import words_before
from testigo.extract.mentions.time_days import Context, When
from testigo.extract.mentions.time_lengths import amount_of

_AT = re.compile(
    r"\b(?:at|around|about|before|after|by|until|till|from|since|between|to|and|approximately|roughly|past)\s+$", re.I
)
_NAMES = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def read_clock(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "9:30 p.m.", "10 o’clock", "21:30 GMT", "2130 hours"; bare "21:30" only behind "at", "around" …"""
    groups = match.groupdict()
    hour, minute = int(groups["h"]), int(groups.get("m") or 0)
    half = re.sub(r"[^apm]", "", (groups.get("half") or "").lower())[:1]
    said = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}.get((groups.get("said") or "").lower(), "")
    half = half or said
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12 and not groups.get("m")):
        return None
    if not (half or groups.get("sure") or _AT.search(words_before(match))):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return When(None, None, "unknown", kind="hour", clock=f"{hour:02}:{minute:02}")


def read_named_hour(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "noon", "midnight", "midday"; not "High Noon"."""
    if re.search(r"\b(?:high|\w+[’']s)\s+$", words_before(match), re.IGNORECASE):
        return None
    word = match["named"].lower()
    part = "midnight" if word == "midnight" else "noon"
    return When(None, None, "unknown", kind="hour", clock=_NAMES[word], part=part)


def read_part_of_day(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "at dawn", "before nightfall", "in the early hours": an hour that no day stands beside yet."""
    word = match["named"].lower().split()[-1]
    part = {"dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn", "dusk": "dusk", "nightfall": "dusk", "sunset": "dusk",
            "sundown": "dusk", "hours": "night"}.get(word, word)  # fmt: skip
    return When(None, None, "unknown", kind="hour", part=part)


def read_now(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "now", "currently"."""
    return _vague("now")


def read_some_past(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "recently", "recent years", "in the past"."""
    return _vague("past")


def read_some_future(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the future", "the coming months" (of which nobody says how many)."""
    unit = match.groupdict().get("unit")
    return When(None, None, "unknown", kind="vague", amount=amount_of(None, unit) if unit else None, part="future")


def _vague(part: str) -> When:
    return When(None, None, "unknown", kind="vague", part=part)


def read_feast(match: re.Match[str], context: Context, which: str) -> When | None:
    """Keep a feast or a day with a name as text: which day of which year is the reader's to say."""
    return When(None, None, "unknown")
