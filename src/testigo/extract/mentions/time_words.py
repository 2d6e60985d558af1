"""The words of the calendar: months, weekdays, seasons, and what tells a year from a count.

Months and weekdays must begin with a capital (reports in capitals included): "may", "march" and "sun" are everyday
words. Short forms ("Mar", "Sat") are read only beside a figure, where nothing else can be meant.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip


def _cased(names: list[str]) -> str:
    return "|".join(f"{n.capitalize()}|{n.upper()}" for n in sorted(names, key=len, reverse=True))


def _short(names: dict[str, int], full: list[str]) -> str:
    return rf"(?:(?:{_cased([n for n in names if n not in full])})\b\.?)"


_MONTH_NAMES = [m for m in MONTHS if len(m) > 4 or m in {"may", "june", "july"}]
_WEEKDAY_NAMES = [d for d in WEEKDAYS if d.endswith("day")]
FULL_MONTH = rf"(?:(?:{_cased(_MONTH_NAMES)})\b)"
ANY_MONTH = rf"(?:{FULL_MONTH}|{_short(MONTHS, _MONTH_NAMES)})"
# The short forms that are no words or names of their own.
SHORT_MONTH = r"(?:(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b\.?)"
FULL_WEEKDAY = rf"(?:(?:{_cased(_WEEKDAY_NAMES)})\b)"
SHORT_WEEKDAY = _short(WEEKDAYS, _WEEKDAY_NAMES)
ANY_WEEKDAY = rf"(?:{FULL_WEEKDAY}|{SHORT_WEEKDAY})"

# A year stands after one of these, or before a word that no count of people would stand before.
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|between|to|and|through|late|early|mid|end|year|fiscal|for|into|copyright|©|spring|"
    r"summer|autumn|fall|winter|circa|than|"
    + "|".join(m for m in MONTHS)
    + r")[\s.,–-]{1,3}(?:the\s+|mid-|early\s+|late\s+)?$",
    re.IGNORECASE,
)
_YEAR_BARE_BEFORE = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|this|that)|[’']s|[(\[–-])\s?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:more|other|others|of\s+(?:the|them|its|their)|people|persons|men|women|children|soldiers|troops|fighters|"
    r"civilians|militants|police|policemen|officers|rebels|refugees|families|homes|houses|dead|killed|wounded|injured|"
    r"members|insurgents|guerrillas|prisoners|hostages|victims|deaths|casualties|others|residents|villagers|students|"
    r"displaced|missing|arrests|km|kilometers|kilometres|miles|meters|metres|feet|pounds|tons|kg|hours|local|gmt)\b",
    re.IGNORECASE,
)


def is_year(text: str, start: int, end: int) -> bool:
    """Tell a year from a count, a house number or an hour by the words beside four bare digits."""
    if not re.fullmatch(r"(?:1[6-9]|20)\d\d", text[start:end]):
        return False
    before, after = text[max(0, start - 30) : start], text[end : end + 24]
    counted = _COUNTED.match(after)
    if before.endswith("©"):
        return True
    if _YEAR_BEFORE.search(before):
        return not (counted and re.search(r"\b(?:of|by|to|and|from|between|than|after|before)\s+$", before))
    if counted or before.endswith(("$", "€", "£", "#")):
        return False
    if _YEAR_BARE_BEFORE.search(before):
        return bool(re.match(r"[’'\s)\]–-]", after)) and not re.match(r"\s*block\b", after)
    is_inside = before[-1:].isspace() and not before.rstrip().endswith((".", "$"))
    return is_inside and bool(re.match(r"\s+[a-z]", after))
