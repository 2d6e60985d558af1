"""The words of the calendar: months, weekdays, ordinals, seasons, feasts, and what tells a year from a count.

Months must begin with a capital (reports in capitals included): "may" and "march" are everyday words.
Short forms ("Mar", "Sat") are read only beside a figure, where nothing else can be meant.
"""

import re

from testigo.extract.mentions.number_words import SMALL, TENS, UNITS

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
SPANISH_MONTHS = {
    name: number
    for number, names in enumerate(
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre".split(), 1
    )
    for name in names.split("|")
}
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
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_ORDINAL_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
sixteenth seventeenth eighteenth nineteenth".split()
)
ORDINALS = (
    {word: number for number, word in enumerate(_ORDINAL_UNITS, 1)}
    | {"twentieth": 20, "thirtieth": 30}
    | {
        f"{tens}{mark}{unit}": base + number
        for tens, base in (("twenty", 20), ("thirty", 30))
        for number, unit in enumerate(_ORDINAL_UNITS[:9], 1)
        for mark in ("-", " ")
        if base + number <= 31
    }
)
# Days that have a name; which day of which year they are is left to the reader (format: they are kept as text).
FEASTS = (
    r"Christmas(?:\s+(?:Eve|Day))?|Boxing\s+Day|New\s+Year[’']?s?(?:\s+(?:Eve|Day))?|Easter(?:\s+(?:Sunday|Monday|Day|Week|weekend))?"
    r"|Good\s+Friday|Palm\s+Sunday|Holy\s+Week|Ash\s+Wednesday|Maundy\s+Thursday|Pentecost|All\s+(?:Saints|Souls)[’']?\s+Day"
    r"|Ramadan|Eid(?:\s+al[- ]\w+|(?!\s+[A-Z]))|Ashura|Arbaeen|Nowruz|Muharram|Diwali|Passover|Yom\s+Kippur|Rosh\s+Hashanah|Hanukkah|Purim"
    r"|Thanksgiving(?:\s+Day)?|Halloween|(?:Independence|Election|Labou?r|Memorial|Veterans|Republic|Victory|May|Mother[’']?s"
    r"|Father[’']?s|Valentine[’']?s|Inauguration|Columbus|Bastille|Army|National|"
    r"Martyrs[’']?|Liberation|Women[’']?s|Fathers|Mothers)\s+Day"
    r"|Nakba\s+Day|Day\s+of\s+the\s+Dead|Black\s+Friday|Lunar\s+New\s+Year|Tet"
)


def _cased(names: list[str]) -> str:
    return "|".join(f"{n.capitalize()}|{n.upper()}" for n in sorted(names, key=len, reverse=True))


def _short(names: dict[str, int], full: list[str]) -> str:
    return rf"(?:(?:{_cased([n for n in names if n not in full])})\b\.?)"


_MONTH_NAMES = [m for m in MONTHS if len(m) > 4 or m in {"may", "june", "july"}]
_WEEKDAY_NAMES = [d for d in WEEKDAYS if d.endswith("day")]
FULL_MONTH = rf"(?:(?:{_cased(_MONTH_NAMES)})\b)"
ANY_MONTH = rf"(?:{FULL_MONTH}|{_short(MONTHS, _MONTH_NAMES)})"
# Beside a figure also in lower case, but for those that are words.
_WORDS = frozenset("may march mar".split())
LOWER_MONTH = rf"(?:(?:{'|'.join(sorted((m for m in MONTHS if m not in _WORDS), key=len, reverse=True))})\b)"
# The short forms that are no words or names of their own.
SHORT_MONTH = r"(?:(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b\.?)"
WEEKDAY_STEM = rf"(?i:{'|'.join(_WEEKDAY_NAMES)})"
FULL_WEEKDAY = rf"(?:{WEEKDAY_STEM}\b)"
SHORT_WEEKDAY = _short(WEEKDAYS, _WEEKDAY_NAMES)
ANY_WEEKDAY = rf"(?:{FULL_WEEKDAY}|{SHORT_WEEKDAY})"
SPANISH_MONTH = rf"(?i:{'|'.join(SPANISH_MONTHS)})\b"
ORDINAL_WORD = rf"(?i:{'|'.join(sorted((o.replace(' ', '[ ]') for o in ORDINALS), key=len, reverse=True))})\b"

# A year stands after one of these, or before a word that no count of people would stand before.
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|between|to|and|through|late|early|mid|end|year|fiscal|for|into|copyright|©"
    r"|spring|summer|autumn|fall|winter|circa|than|"
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


_ADDRESS = re.compile(
    r"\s+(?:blocks?\b|(?:[NSEW]\.?\s+)?[A-Z][\w.]+\s+(?:Street|St|Road|Rd|Avenue|Ave|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way|Court|Ct|Place)\b)"
)


def month_number(word: str) -> int:
    """Give 1 to 12 for a month's name or its short form, in English or Spanish."""
    plain = word.strip().rstrip(".").lower()
    return MONTHS[plain] if plain in MONTHS else SPANISH_MONTHS[plain]


def weekday_number(word: str) -> int:
    """Give 0 (Monday) to 6 for a weekday's name or its short form."""
    return WEEKDAYS[word.strip().rstrip(".").lower()]


def day_number(word: str) -> int:
    """Give the day of the month that "16", "16th", "sixteenth" or "twenty-first" says."""
    plain = " ".join(word.lower().split())
    return ORDINALS[plain] if plain in ORDINALS else int(re.sub(r"\D", "", plain))


def small_number(word: str) -> int | None:
    """Give the number of a few digits or words ("12", "two", "twenty-five", "a"); None for "several" and the like."""
    plain = word.lower().strip()
    if plain.isdigit():
        return int(plain)
    if plain in ("a", "an"):
        return 1
    if plain in SMALL:
        return SMALL[plain]
    parts = re.split(r"[\s-]+", plain)
    if len(parts) == 2 and parts[0] in TENS and parts[1] in UNITS:
        return TENS[parts[0]] + UNITS[parts[1]]
    return {
        "a dozen": 12,
        "a couple of": 2,
        "a couple": 2,
        "a hundred": 100,
        "a thousand": 1000,
        "one hundred": 100,
    }.get(" ".join(parts))


def is_year(text: str, start: int, end: int) -> bool:
    """Tell a year from a count, a house number or an hour by the words beside four bare digits."""
    if not re.fullmatch(r"(?:1[6-9]|20)\d\d", text[start:end]):
        return False
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    counted = _COUNTED.match(after)
    if _ADDRESS.match(after):
        return False
    if before.endswith("©"):
        return True
    if re.search(r"\band\s+$", before) and re.match(r"\s+[a-z]+s\b", after):
        return bool(
            re.search(r"\b(?:1[6-9]|20)\d\d\s+and\s+$", before)
        )  # "the 2013 and 2014 votes", not "and 2014 rifles"
    if _YEAR_BEFORE.search(before):
        return not (counted and re.search(r"\b(?:of|by|to|and|from|between|than|after|before)\s+$", before))
    if counted or before.endswith(("$", "€", "£", "#")):
        return False
    if _YEAR_BARE_BEFORE.search(before):
        return bool(re.match(r"[’'\s)\]–-]", after)) and not re.match(r"\s*block\b", after)
    is_inside = before[-1:].isspace() and not before.rstrip().endswith((".", "$"))
    return is_inside and bool(re.match(r"\s+[a-z]", after))
