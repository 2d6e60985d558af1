"""Tell whether the words beside a date point ahead or back: "will meet Friday", "killed Friday"."""

import re

# Words that point ahead, with nothing between them and the date that tells of a thing done.
_AHEAD = (
    r"will|would|shall|must|won’t|won't|going\s+to|due|scheduled|planned|plans?\s+to|set\s+(?:to|for)|expect(?:ed|s)|slated|"
    r"vowed\s+to|threatened\s+to|upcoming|is\s+to|are\s+to|starting|deadline|postponed|adjourned|delayed|extended"
)
_DONE = (
    r"(?-i:[a-z]+ed|[A-Z]+ED)\b|(?:said|says|told|met|took|made|began|left|came|saw|held|went|"
    r"got|found|shot|hit|fell|after|attack|following|have|because|was|were|had|over|despite)\b"
)
_FUTURE = re.compile(
    rf"(?:\b(?:{_AHEAD})|[’']ll)\b(?:[\s,]+(?:(?:be|get|been|being)\s+\w+|(?!{_DONE})[\w’'-]+)){{0,9}}[\s,]*$"
    r"|\bas\s+(?:early|soon)\s+as\s+$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|died|shot|slain|dead|took|began|came|went|left|held|hit|fell|struck|broke|since|after)\b"
    r"(?:\s+[\w’'-]+){0,4}\s+$"
)
_DEADLINE = re.compile(r"\b(?:by|until|till|through|to|expires?|payable|effective|effect)\s+$", re.IGNORECASE)
# The date opens the sentence, and its verb points ahead: "On Friday, the court will …".
_FUTURE_AFTER = re.compile(
    r"[\s,]+(?:(?!(?:said|says|told|after|when|who|that|which)\b)[\w’'-]+\s+){0,10}"
    r"(?:will|shall|plans?\s+to|(?:is|are)\s+(?:expected|due|scheduled|set)\s+to)\b",
    re.IGNORECASE,
)
_OPENS = frozenset(("", "on", "in", "by", "from"))


def direction(text: str, match: re.Match[str], before: str) -> str:
    """Give "coming" (ahead), "near" (a deadline), "past" (a deed done), or "" where nothing tells.

    text: the sentence's; before: what stands before the date, no further than another date.
    """
    if _FUTURE.search(before):
        return "coming"
    opens = match.start() < 8 and before.strip(" “\"'‘").lower() in _OPENS
    if opens and _FUTURE_AFTER.match(text, match.end()):
        return "coming"
    if _DEADLINE.search(before):
        return "near"
    return "past" if _PAST.search(before) else ""
