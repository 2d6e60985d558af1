"""Find expressions of date and resolve them against the document's own day.

Theory: one table of patterns (time_patterns) each with a function that reads its match into bounds; the longest match
at a place wins. The preposition before it is part of the text, and opens a bound ("since 2008"). A document's own day
is that of its dateline, else the day it was published; without either a relative date keeps its words only.
"""

import re
from collections.abc import Iterator

from testigo.extract.mentions.found import Time
from testigo.extract.mentions.time_days import Context, When, day_from_iso, opened
from testigo.extract.mentions.time_patterns import Reader, find_day, order_of_slashes, patterns_for
from testigo.extract.page import Page, Sentence

_PREPOSITION = re.compile(
    r"\b(?:(?:late|early|earlier|later|back|starting|beginning)\s+)?"
    r"(?:(?:on|in|at|by|since|until|till|from|during|before|after|over|around|between|for|within|through|throughout|as\s+of)\s+"
    r"(?:about\s+|around\s+)?(?:the\s+(?:night|morning|evening|afternoon|end|beginning|start|middle|(?:early\s+|late\s+)?hours)\s+of\s+(?:the\s+)?)?|"
    r"the\s+(?:night|morning|evening|afternoon|end|beginning|start)\s+of\s+|(?<=early\s)|(?<=late\s)|"
    r"(?<=starting\s)|(?<=beginning\s))$",
    re.IGNORECASE,
)
# Words that point ahead, with nothing between them and the date that tells of a thing done.
_FUTURE = re.compile(
    r"(?:\b(?:will|would|shall|won’t|won't|going\s+to|due|scheduled|planned|plans?\s+to|set\s+(?:to|for)|expect(?:ed|s)|slated|"
    r"vowed\s+to|threatened\s+to|upcoming|is\s+to|are\s+to|starting|deadline|postponed|adjourned|delayed|extended)|[’']ll)"
    r"\b(?:[\s,]+(?:(?:be|get|been|being)\s+\w+|(?!(?-i:[a-z]+ed|[A-Z]+ED)\b|(?:said|says|told|met|took|made|began|left|came|saw|held|went|"
    r"got|found|shot|hit|fell|after|attack|following|have|because|was|were|had|over|despite)\b)[\w’'-]+)){0,9}[\s,]*$"
    r"|\bas\s+(?:early|soon)\s+as\s+$",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:by|until|till|through|to|expires?|payable|effective|effect)\s+$", re.IGNORECASE)
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
    """Find every expression of date, in text order, none inside another.

    What cannot be resolved has no bounds and keeps its text; lengths of time have `is_duration`. Hours, feasts and
    words relative to another event ("the next day") are left out.
    """
    day = document_day(page, published)
    context = Context(day_from_iso(day), day, order_of_slashes(page.text, page.document.outlet, page.document.url))
    return tuple(time for sentence in page.sentences for time in _in_sentence(sentence, context))


def _in_sentence(sentence: Sentence, context: Context) -> Iterator[Time]:
    taken = 0
    for match, read in _matches(sentence):
        if match.start() < taken:
            continue
        before = sentence.text[max(taken, match.start() - _LOOK_BACK) : match.start()]
        which = "coming" if _FUTURE.search(before) else "near" if _DEADLINE.search(before) else ""
        when = read(match, context, which)
        if when is None:
            continue
        taken = match.end()
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
    lead = None if is_genitive else _PREPOSITION.search(before)
    width = len(lead.group()) if lead else 0
    opening = _OPENING.get(lead.group().split()[0].lower() if lead and width else "")
    is_since = False
    if opening and when.precision != "unknown" and not _is_closed(match, opening):
        when = opened(when, opening)
        is_since = opening == "since"
    start = sentence.start + match.start()
    text = sentence.text[match.start() - width : match.end()]
    return Time(
        start - width, sentence.start + match.end(), start, sentence.index, when.start, when.end, when.precision, text,
        is_since=is_since, is_duration=when.is_duration,
    )  # fmt: skip


def _is_closed(match: re.Match[str], opening: str) -> bool:
    """A stretch told with both its ends stays as it is."""
    return "second" in match.re.groupindex and match["second"] is not None and opening != "until"
