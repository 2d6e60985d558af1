"""Whole texts that tell of no violence whatever their words: exercises, and reviews of works of fiction.

A drill says so in its headline or its first sentence, and nobody dies in them. A review uses the words of its trade all
over; one alone ("the film's premiere was bombed") means nothing, several different ones do.
"""

import re

from testigo.extract.page import Page

_LEAD = 2  # sentences: the headline and the first
_EXERCISE = re.compile(
    r"\b(?:(?:military|naval|army|navy|joint|annual|yearly|training|live-fire|field) (?:exercises?|drills?)|war ?games?|"
    r"(?:in|during|for) (?:an?|the|their|its|the navy's|the army's) (?:\w+ )?(?:exercise|drill)|blank rounds|mock (?:attack|"
    r"battle|raid|village))\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:killed|dead|died|dies|deaths?|wounded|injured|ambush\w*)\b", re.IGNORECASE)
_TRADE = re.compile(
    r"\b(?:(film|movie|comedy|thriller|musical|sitcom|novel|screenplay)s?|(actor|actress|actresses|actors)|(director|directed)|"
    r"(audiences?)|(critics?|reviewers?)|(box office)|(premieres?|first night)|(stars out of|five stars|out of five)|(plot)|"
    r"(sequels?)|(performances?)|(soundtrack)|(starring|stars as)|(on screen|screenings?)|(the last act|first act))\b",
    re.IGNORECASE,
)
_ENOUGH_TRADE = 4  # different words of the trade


def tells_no_violence(page: Page) -> bool:
    """Is this text an exercise or a review, by its form?"""
    lead = " ".join(s.text for s in page.sentences if s.kind not in ("dateline", "furniture"))[:600]
    told_first = [s.text for s in page.sentences[: _LEAD + 2] if s.kind not in ("dateline", "furniture")]
    first = " ".join(told_first[:_LEAD])
    if _EXERCISE.search(first) and not _DEAD.search(first):
        return True
    if not _TRADE.search(lead):
        return False
    told = {m.lastindex for m in _TRADE.finditer(page.text)}
    return len(told) >= _ENOUGH_TRADE
