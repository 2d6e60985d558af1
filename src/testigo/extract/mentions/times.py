"""Find expressions of date and resolve them against the document's own day.

Theory: one table of patterns (time_patterns) each with a function that reads its match into bounds; the longest match
at a place wins. The preposition before it is part of the text, and opens a bound ("since 2008"). A document's own day
is that of its dateline, else the day it was published; without either a relative date keeps its words only.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from testigo.extract.mentions.found import Time
from testigo.extract.mentions.time_days import Context, When, day_from_iso, opened
from testigo.extract.mentions.time_direction import direction
from testigo.extract.mentions.time_patterns import find_day, order_of_slashes, patterns_for
from testigo.extract.mentions.time_reader import Reader
from testigo.extract.page import Page, Sentence
from testigo.records.codes import DatePrecision

_PREPOSITION = re.compile(
    r"\b(?:(?:late|early|earlier|later|back|starting|beginning)\s+)?"
    r"(?:(?:on|in|at|by|since|until|till|from|during|before|after|over|around|between|for|within|through|throughout|as\s+of)\s+"
    r"(?:about\s+|around\s+)?(?:the\s+(?:night|morning|evening|afternoon|end|beginning|start|middle|"
    r"(?:early\s+|late\s+)?hours)\s+of\s+(?:the\s+)?)?|"
    r"the\s+(?:night|morning|evening|afternoon|end|beginning|start)\s+of\s+|(?<=early\s)|(?<=late\s)|"
    r"(?<=starting\s)|(?<=beginning\s))$",
    re.IGNORECASE,
)
# What may stand between an hour and its day: "10 p.m. on Wednesday", "Wednesday at about 10 p.m.".
_JOINT = re.compile(
    r"[\s,]*(?:on|at|around|about|by|just|shortly|approximately|roughly|some\s?time|late|early|before|after|the\s+night\s+of|in)?"
    r"(?:\s+(?:about|around|before|after|approximately|roughly|the))?[\s,]*",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:posted|published|updated|modified|created|issued|released|filed|last\s+update|uploaded)"
    r"(?:\s+(?:on|at|by[^:]{0,40}))?\s*:?\s*$",
    re.IGNORECASE,
)
_OPENING = {
    "since": "since", "until": "until", "till": "until", "by": "until", "before": "before", "after": "after",
    "starting": "since", "beginning": "since", "from": "since",
}  # fmt: skip
_LOOK_BACK = 110


def document_day(page: Page, published: str | None) -> str | None:
    """Give the day that relative dates count from: the dateline's, else the day published.

    A dateline without a year ("March 11") takes it from `published`; without that it stays "--03-11", from which
    no weekday can be told.
    """
    reference = day_from_iso(published)
    for segment in page.document.segments:
        if segment.kind == "dateline":
            when = find_day(page.text[segment.start : segment.end], reference)
            if when is not None and when.start:
                return when.start
    return reference.isoformat() if reference else None


def find_times(page: Page, published: str | None) -> tuple[Time, ...]:
    """Find every expression that can be the date of something, and lengths told of an act ("for two hours").

    In text order, none inside another. What cannot be resolved has no bounds and keeps its text.
    """
    return tuple(t for t in find_expressions(page, published) if t.kind == "date" or _is_told_length(page.text, t))


_TELLS_LENGTH = re.compile(r"\b(?:for|after|within|lasted)\s$", re.IGNORECASE)


def _is_told_length(text: str, time: Time) -> bool:
    return time.kind == "duration" and bool(_TELLS_LENGTH.search(text, max(0, time.core_start - 10), time.core_start))


def find_expressions(page: Page, published: str | None) -> tuple[Time, ...]:
    """Find every expression of time, with hours, lengths, what returns, and vague words ("now", "recently")."""
    day = document_day(page, published)
    context = Context(day_from_iso(day), day, order_of_slashes(page.text, page.document.outlet, page.document.url))
    return tuple(
        time for sentence in page.sentences for time in _joined(sentence, list(_in_sentence(sentence, context)))
    )


def _in_sentence(sentence: Sentence, context: Context) -> Iterator[Time]:
    taken, told = 0, ""  # told: what stands before an hour, which the day behind it shares
    for match, read in _matches(sentence):
        if match.start() < taken:
            continue
        before = sentence.text[max(taken, match.start() - _LOOK_BACK) : match.start()]
        when = read(match, context, direction(sentence.text, match, told + before))
        if when is None:
            continue
        taken, told = match.end(), before + match.group() if when.kind == "hour" else ""
        yield _time(sentence, match, before, when)


def _matches(sentence: Sentence) -> list[tuple[re.Match[str], Reader]]:
    """Give every match, the longest first where several begin together, then that of the earlier pattern."""
    patterns = enumerate(patterns_for(sentence.lower))
    found = [(m, read, rank) for rank, (pattern, read) in patterns for m in pattern.finditer(sentence.text)]
    found.sort(key=lambda f: (f[0].start(), -f[0].end(), f[2]))
    return [(m, read) for m, read, _ in found]


def _time(sentence: Sentence, match: re.Match[str], before: str, when: When) -> Time:
    """Make the expression, its preposition before it; a genitive ("Tuesday’s attack") has none."""
    is_genitive = match.group().endswith(("’s", "'s"))
    lead = None if is_genitive or when.kind == "vague" else _PREPOSITION.search(before)
    width = len(lead.group()) if lead else 0
    opening = _OPENING.get(lead.group().split()[0].lower() if lead and width else "")
    named = (when.start, when.end, when.precision)
    is_opened = bool(opening and when.kind == "date" and when.precision != "unknown" and not _is_closed(match, opening))
    if is_opened and opening:
        when = opened(when, opening)
    start, end = sentence.start + match.start(), sentence.start + match.end()
    text = sentence.text[match.start() - width : match.end()]
    return Time(
        start - width, end, start, sentence.index, when.start, when.end, when.precision, text,
        is_since=is_opened and opening == "since", is_duration=when.kind != "date", kind=when.kind, amount=when.amount,
        anchor=when.anchor, anchor_end=_event_at(sentence, match, when), clock=when.clock, part=when.part,
        direction=_direction_word(lead.group()) if is_opened and lead else "", named=named, is_stamp=bool(_STAMP.search(before)),
    )  # fmt: skip


def _direction_word(lead: str) -> str:
    word = lead.split(maxsplit=1)[0].lower()
    return {"till": "until", "by": "until", "from": "since", "starting": "since", "beginning": "since"}.get(word, word)


def _event_at(sentence: Sentence, match: re.Match[str], when: When) -> int | None:
    """Give where the words of the event begin that a distance counts from, None where it points back in the text."""
    if when.anchor not in ("before", "after") or not match.group().lower().endswith(("before", "after", "prior")):
        return None
    follows = re.match(
        r"\s+(?:to\s+)?(?=[\w“\"])(?!(?:and|but|or|that|then)\b)", sentence.text[match.end() : match.end() + 20]
    )
    return sentence.start + match.end() + follows.end() if follows else None


def _is_closed(match: re.Match[str], opening: str) -> bool:
    """A stretch told with both its ends stays as it is."""
    return "second" in match.re.groupindex and match["second"] is not None and opening != "until"


def _joined(sentence: Sentence, times: list[Time]) -> Iterator[Time]:
    """Join an hour to the day beside it: "10 p.m. on Wednesday", "Wednesday at about 10 p.m."."""
    at = 0
    while at < len(times):
        here = times[at]
        after = times[at + 1] if at + 1 < len(times) else None
        whole = _join(sentence, here, after) if after else None
        yield whole or here
        at += 2 if whole else 1


def _join(sentence: Sentence, one: Time, other: Time) -> Time | None:
    day, hour = (one, other) if one.kind == "date" else (other, one)
    is_day = (
        day.kind == "date"
        and day.precision in ("day", "unknown")
        and not day.anchor
        and not day.clock
        and not day.amount
    )
    if hour.kind != "hour" or not is_day or day.direction:
        return None
    between = sentence.text[one.end - sentence.start : max(one.end, other.core_start) - sentence.start]
    if len(between) > 30 or not _JOINT.fullmatch(between):
        return None
    precision: DatePrecision = "time" if hour.clock and day.day_start else day.precision
    text = sentence.text[one.start - sentence.start : other.end - sentence.start]
    return replace(
        day, start=one.start, core_start=one.core_start, end=other.end, text=text, precision=precision,
        clock=hour.clock, part=hour.part or day.part, named=(day.day_start, day.day_end, precision),
    )  # fmt: skip
