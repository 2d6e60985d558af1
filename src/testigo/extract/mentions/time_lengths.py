"""Read lengths of time ("a two-hour siege"), distances ("two days ago", "three weeks later") and what returns ("daily").

A length's amount is ISO 8601: "PT2H", "P3D", "P10Y" (a decade), "PXW" where the words give no number. A distance from the
document's day is resolved as exactly as its unit allows; one from another event or date keeps its amount and says
before or after. Readers are as in time_calendar.
"""

import re

from testigo.extract.mentions import time_days as days
from testigo.extract.mentions.time_calendar import words_before
from testigo.extract.mentions.time_days import UNKNOWN, Context, When
from testigo.extract.mentions.time_words import ORDINALS, small_number, weekday_number

_LETTERS = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "night": "D", "weekend": "D", "week": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "centurie": "Y", "fortnight": "W",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "centurie": 100, "fortnight": 2, "weekend": 2}
# "$2 million a year", "four flights a week": a rate, no length.
_IS_A_LENGTH = re.compile(
    r"\b(?:for|in|within|after|over|than|nearly|almost|about|around|least|barely|just|only|half|took|takes|take|lasted|lasts?|last|"
    r"lasting|spent|spend|spending|spends|during|under|some|roughly|approximately|be|is|was|to|of|serve[ds]?|serving|served|"
    r"wait(?:ed|ing)?|stay(?:ed|ing)?|and|by|inside|every)\s+$",
    re.IGNORECASE,
)
_OLD = re.compile(r"[\s-]+(?:olds?|of\s+age)\b", re.IGNORECASE)
# "the second attack in two weeks", "the worst month in a year" look back.
_RANKED = re.compile(
    r"\b(?:first|second|third|last|latest|only|most|least|\w{3,}th|\w{2,}est|worst|times)\b", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:office|business|rush|working|work|visiting|school|dog|trading|opening|wee|early|late|man|happy|light|these|those|old)[\s-]+$",
    re.I,
)


def amount_of(count: str | None, unit: str, half: str | None = None) -> str:
    """Give a length in ISO 8601: ("two", "day") is "P2D", (None, "week") "PXW"."""
    word = unit.lower().rstrip("s")
    letter, number = _LETTERS[word], small_number(count) if count else None
    told = "X" if number is None else str(number * _TIMES.get(word, 1)) + (".5" if half else "")
    return f"PT{told}{letter[1]}" if letter[0] == "T" else f"P{told}{letter}"


def read_length(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "for two hours", "three-day", "at least 20 more years", "weeks"; an age is no length of time here."""
    if _OLD.match(match.string, match.end()):
        return None
    groups = match.groupdict()
    count = groups.get("count")
    if match["unit"].lower() == "quarter" and (match["unit"] + "s" in match.group()) and "-" in match.group():
        return None  # "three-quarters"
    if groups.get("bare") is not None and _OFFICE.search(words_before(match)):
        return None
    is_loose = (
        groups.get("loose") is not None and (count or "").lower() in {"a", "an", "one"} and not groups.get("hedge")
    )
    if is_loose and not _IS_A_LENGTH.search(words_before(match)):
        return None
    return _length(amount_of(count, match["unit"], groups.get("half")))


def _length(amount: str) -> When:
    return When(None, None, "unknown", kind="duration", amount=amount)


def read_long(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "day-long", "decades-long": one of them, or nobody knows how many."""
    unit = match["unit"].lower()
    return _length(amount_of(None if unit.endswith("s") else "one", unit))


def read_past(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the past 24 hours" (both days), "the next two weeks"; longer stretches have no bounds, as the format says."""
    count, unit = match["count"], match["unit"]
    is_a_day = unit.lower() == "hour" and small_number(count) == 24
    is_past = match["which"].lower() in {"past", "last", "previous"}
    if is_a_day and is_past and context.reference is not None:
        return days.between(context.reference - days.ONE_DAY, context.reference, "span")
    return When(None, None, "unknown", amount=amount_of(count, unit))


def read_ago(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "two days ago"; vaguer words ("a few weeks ago", "more than a month ago") have their amount, no bounds.

    "a year ago" and "a month ago" are said of what is about so long past: no bounds either.
    """
    amount, hedge = amount_of(match["count"], match["unit"]), match.groupdict().get("hedge")
    bare = When(None, None, "unknown", amount=amount, anchor="ago")
    vague = hedge or amount in {"P1Y", "P1M"} or re.search(r"[TX.]", amount)
    if context.reference is None or vague or match["unit"].lower() in {"decade", "century", "quarter"}:
        return bare
    found = days.shifted(context.reference, amount, -1)
    return When(found.start, found.end, found.precision, amount=amount, anchor="ago")


def read_hence(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "two weeks from now", "two days from today", "in two weeks’ time", and of what is to come "in two weeks"."""
    groups = match.groupdict()
    if groups.get("only_ahead") is not None and (
        which != "coming" or _RANKED.search(match.string, max(0, match.start() - 40), match.start())
    ):
        return None
    amount, reference = amount_of(match["count"], match["unit"]), context.reference
    if reference is None or re.search(r"[TXQ.]", amount):
        return When(None, None, "unknown", amount=amount, anchor="hence")
    shift = {"tomorrow": 1, "yesterday": -1}.get((groups.get("origin") or "").lower(), 0)
    found = days.shifted(reference + shift * days.ONE_DAY, amount, 1)
    return When(found.start, found.end, found.precision, amount=amount, anchor="hence")


def read_weekdays_from_now(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "two Sundays from now"."""
    count = small_number(match["count"])
    if context.reference is None or count is None:
        return UNKNOWN
    first = days.weekday(context.reference, weekday_number(match["weekday"]), "next")
    return days.on(first + (count - 1) * 7 * days.ONE_DAY)


def read_distance(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "two days later", "a week before the vote", "three days after …": counted from another date or event."""
    word = match["side"].lower()
    anchor = "before" if word in {"before", "earlier", "previously", "prior"} else "after"
    return When(None, None, "unknown", amount=amount_of(match["count"], match["unit"]), anchor=anchor)


def read_year_earlier(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the year-earlier period": a year before another that the text tells of."""
    return When(None, None, "unknown", amount="P1Y", anchor="before")


def read_next_to(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "the next day", "the day before", "the same week", "that night": next to another date or event."""
    word, unit = match["side"].lower(), match["unit"].lower()
    anchor = "same" if word in {"same", "that"} else "before" if word in {"before", "previous", "earlier"} else "after"
    part = unit if unit in {"morning", "afternoon", "evening", "night"} else None
    letter = {"weekend": "week"}.get(unit, "day" if part else unit)
    amount = None if anchor == "same" else amount_of("one", letter)
    return When(None, None, "unknown", amount=amount, anchor=anchor, part=part)


def read_set(match: re.Match[str], context: Context, which: str) -> When | None:
    """Read "every day", "each Friday", "daily", "on Sundays", "every two weeks"."""
    groups = match.groupdict()
    if groups.get("adverb"):
        word = groups["adverb"].lower()
        if groups["adverb"][0].isupper() and match.start() > 0:
            return None  # "the Daily Record"
        amount = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y",
                  "yearly": "P1Y", "hourly": "PT1H", "fortnightly": "P2W"}[word]  # fmt: skip
    elif groups.get("weekday"):
        amount = f"XXXX-WXX-{weekday_number(groups['weekday']) + 1}"
    else:
        count = groups.get("count")
        other = "two" if count and count.lower().startswith("other") else count
        number = ORDINALS.get((count or "").lower())
        amount = amount_of(str(number) if number else other or "one", match["unit"])
    return When(None, None, "unknown", kind="set", amount=amount)
