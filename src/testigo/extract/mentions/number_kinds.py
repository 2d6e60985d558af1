"""What a figure counts, read from its immediate neighbours: an age, money, a date, a calibre …, or people and things.

Only neighbours decide: a unit after it, a sign or label before it, a shape (hours, scores, telephone numbers). What
none of them explains is a count.
"""

import re
from collections.abc import Sequence

from testigo.extract.mentions.number_ages import AGED, OF_AGE, is_age
from testigo.extract.mentions.number_units import KIND_OF_UNIT, MONEY
from testigo.extract.mentions.number_words import SMALL, Figure
from testigo.extract.mentions.time_words import MONTHS, is_year
from testigo.extract.page import Sentence, Token

_ORDINAL_ENDS = frozenset("st nd rd th".split())
_CURRENCY = frozenset("$ £ € ¥ ₦ ₹".split())
_LABELS = frozenset(
    "no number nos # flight article section law resolution page chapter figure unit area zone phase gate district"
    " sector channel camp precinct ward boeing airbus battalion brigade division regiment detachment room apartment"
    " apt suite level game day grade model type version volume vol psalm case docket bill decree act paragraph annex"
    " engine station line platform pier lot club cell pavilion task cnn fox abc cbs nbc news tv radio top id badge"
    " extension ext fm box bus terminal tel phone telephone".split()
)
_ROADS = frozenset(
    "interstate route highway hwy road rd freeway sr cr exit milepost marker kilometer kilometre apt rte".split()
)
_STREETS = frozenset(
    "st street ave avenue rd road blvd boulevard dr drive ln lane ct court pl place way pkwy parkway hwy highway ter"
    " terrace cir circle freeway expressway pike trail plaza alley".split()
)
_COMPASS = frozenset("n s e w north south east west ne nw se sw".split())
# "one" behind these, or before those, stands for a thing named elsewhere ("no one", "the one", "one of them").
_PRONOUN_BEFORE = frozenset(
    "no the this any every some each which another my your his her our their loved old young new big small right"
    " wrong same number".split()
)
_PRONOUN_AFTER = frozenset(
    "of another who which whom that ’s 's should can must may might could would cannot does thing time way point hand"
    " reason side by such to step".split()
)
_PERSONS = frozenset("person man woman child boy girl survivor victim soldier officer civilian suspect".split())
_FRACTIONS = frozenset(
    "third thirds half halves quarter quarters fourth fourths fifth fifths sixth tenth tenths eighth".split()
)
_CALIBRES = frozenset("7.62 5.56 5.45 12.7 14.5 7.65".split())
_POINT_CALIBRES = frozenset("22 25 32 357 38 380 40 44 45 50".split())
_HOUR_AFTER = re.compile(r"\s?(?:a\.?m\b|p\.?m\b|hrs\b|hours\b|h\b)", re.IGNORECASE)
_GUN_AFTER = re.compile(r"\s?-?\s?(?:cal|gun|rifle|pistol|hand|magnum|semi)", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(?<!\d)(?:\d\d?-\d\d?-\d{4}|\d{4}-\d\d-\d\d)(?!\d)")
# Behind a hyphen these still count people; anything else ("16-page") describes.
_HYPHENED = frozenset("strong member members man men person people odd plus some".split())


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def kind_of(sentence: Sentence, tokens: Sequence[Token], figure: Figure) -> str:
    """Say what this figure counts; "count" where its neighbours do not show that it is something else."""
    if figure.words:
        return _unit_kind(tokens, figure.last, figure) or _word_kind(tokens, figure)
    return (
        _shape_kind(sentence, tokens, figure)
        or _sign_kind(tokens, figure)
        or _unit_kind(tokens, figure.last, figure)
        or _date_kind(sentence, tokens, figure)
        or ("age" if is_age(tokens, figure) else None)
        or _address_kind(tokens, figure)
        or _label_kind(tokens, figure)
        or ("other" if figure.low is None else "count")
    )


def _unit_kind(tokens: Sequence[Token], after: int, figure: Figure) -> str | None:
    """Read the unit behind a figure, also past a hyphen or "square"; "years old" is an age."""
    at = after + (_low(tokens, after) == "-")
    unit = _low(tokens, at)
    if unit == "blocks" and (figure.low or 0) >= 100:
        return "address"
    if unit == "of" and _low(tokens, at + 1) in MONEY:
        return "money"
    if unit in {"year", "years", "yr", "yrs", "month", "months", "weeks", "days"} and _is_age(tokens, at + 1):
        return "age"
    if unit in {"million", "billion"}:
        unit = _low(tokens, at + 1)
    if (
        unit in {"a", "p"}
        and _low(tokens, at + 1) in {".", "m"}
        and "m" in (_low(tokens, at + 2), _low(tokens, at + 1))
    ):
        return "time"
    if unit == "per" and _low(tokens, at + 1) == "cent":
        return "percent"
    if unit in {"u", "us"} and any(_low(tokens, at + k) in {"dollars", "dollar"} for k in (1, 2, 3, 4)):
        return "money"
    if unit in {"american", "canadian", "mexican", "colombian", "peruvian"} and _low(tokens, at + 1) in MONEY:
        return "money"
    if unit in _ORDINAL_ENDS and at == after and tokens[at].start == tokens[at - 1].end:
        return "ordinal"
    if unit in _FRACTIONS and figure.low is not None and figure.low < 20:
        return "other"
    head, _, rest = unit.partition("-")
    if rest and head in KIND_OF_UNIT:
        return "age" if rest.startswith("old") else KIND_OF_UNIT[head]
    is_described = at > after and unit.isalpha() and tokens[at].start == tokens[at - 1].end and unit not in _HYPHENED
    return KIND_OF_UNIT.get(unit, "other" if is_described else None)


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    at += _low(tokens, at) == "-"
    return _low(tokens, at) == "old" or (_low(tokens, at), _low(tokens, at + 1)) == ("of", "age")


def _word_kind(tokens: Sequence[Token], figure: Figure) -> str:
    before, after = _low(tokens, figure.first - 1), _low(tokens, figure.last)
    if before in AGED or (before == "of" and _low(tokens, figure.first - 2) in OF_AGE):
        return "age"
    if (
        tokens[figure.first].lower == "one"
        and figure.last == figure.first + 1
        and _is_pronoun(tokens, figure.last, before, after)
    ):
        return "other"
    if before in {"number", "channel", "day", "phase", "chapter", "grade", "unit"} and after not in {"people", "men"}:
        return "other"
    if (before, after) == ("at", ".") and figure.low and figure.low <= 12:
        return "time"
    return "count"


def _is_pronoun(tokens: Sequence[Token], last: int, before: str, after: str) -> bool:
    if after == "in":
        follows = _low(tokens, last + 1)
        return before in _PRONOUN_BEFORE or follows in {"which", "every"} or follows in SMALL or follows.isdigit()
    if before == "that" and after in {",", ".", ""}:
        return True
    return (before in _PRONOUN_BEFORE and after not in _PERSONS) or after in _PRONOUN_AFTER


def _shape_kind(sentence: Sentence, tokens: Sequence[Token], figure: Figure) -> str | None:
    """Read what stands against the digits without a blank: hours, dates with strokes, scores, codes."""
    text, low = sentence.text, tokens[figure.first].text
    start, end = tokens[figure.first].start - sentence.start, tokens[figure.last - 1].end - sentence.start
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if ":" in low or _HOUR_AFTER.match(after):
        return "time" if re.fullmatch(r"\d{1,2}[:.]\d\d(?:[:.]\d+)?|\d{1,4}", low) else "other"
    if _is_clock(low, before, after):
        return "time"
    is_emergency = low == "911" and not re.match(r"\s(?:people|persons|men|women|soldiers|civilians|others)", after)
    if is_emergency or (after.startswith(")") and ("(" not in before or re.match(r"\)\s?\d{3}-\d", after))):
        return "other"
    if low in _CALIBRES or re.match(r"\s?-?(?:mm|cal)\b|x\d", after):
        return "calibre"
    if before.endswith(".") and not re.search(r"[\w.]\.\Z", before):
        return "calibre" if low in _POINT_CALIBRES or _GUN_AFTER.match(after) else "other"
    if re.search(r"\d/\Z", before) or re.match(r"/\d", after) or _NUMERIC_DATE.search(before + low + after):
        return "date"
    if re.search(r"\d-\Z|[A-Za-z]-\Z|[A-Za-z@_/=]\Z", before) or re.match(r"-(?:\d|[A-Z]{3,4}\b(?!\s[A-Z]))", after):
        return "other"
    if re.match(r"[’']?s\b", after) and figure.low is not None:
        return "date" if figure.low >= 1000 or re.search(r"\bthe (?:late |early |mid-?)?[’']?\Z", before) else "age"
    if re.match(r"[A-Za-z]", after) and not re.match(
        r"(?:st|nd|rd|th|km|m|kg|g|cm|mph|kph|ft|lbs?)\b", after, re.IGNORECASE
    ):
        return "other"
    return None


def _is_clock(digits: str, before: str, after: str) -> bool:
    """Read an hour without a colon ("at 0715", "at approximately 1500 (2000 GMT)")."""
    if not re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", digits):
        return False
    is_at = re.search(r"\b(?:at|(?:about|around|approximately))\s+\Z", before, re.IGNORECASE)
    is_zone = re.match(r"\s(?:gmt|local|utc)\b", after, re.IGNORECASE)
    return bool(
        is_zone or digits[0] == "0" or (is_at and re.match(r"\s?(?:[(\[,.;]|today|on|and|this|in)", after.lower()))
    )


def _sign_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    before = _low(tokens, figure.first - 1)
    if before in _CURRENCY or (before == "/" and _low(tokens, figure.first - 2) == "s"):
        return "money"
    if before in {"usd", "us$", "rs", "eur", "gbp", "s/"} or (before == "." and _low(tokens, figure.first - 2) == "rs"):
        return "money"
    if before == "#":
        return "other"
    return None


def _date_kind(sentence: Sentence, tokens: Sequence[Token], figure: Figure) -> str | None:
    """Read a year, or a day of the month ("May 16", "22 to 23 May", "3 JAN 90")."""
    if figure.low is None or figure.last - figure.first > 3:
        return None
    first, last = tokens[figure.first], tokens[figure.last - 1]
    if is_year(sentence.text, first.start - sentence.start, first.end - sentence.start) and len(last.text) in {2, 4}:
        return "date"
    before = figure.first - 1 - (_low(tokens, figure.first - 1) == ".")
    is_behind_month = before >= 0 and tokens[before].lower in MONTHS and tokens[before].is_capital
    if figure.low > 31:
        is_short_year = is_behind_month and before > 0 and tokens[before - 1].text.isdigit() and len(first.text) == 2
        return "date" if is_short_year or (1900 <= figure.low < 2100 and _has_month(tokens, figure.first)) else None
    if is_behind_month and (figure.high or 99) <= 31:
        return None if _low(tokens, before - 1) == "in" else "date"
    after = figure.last + (_low(tokens, figure.last) == "of")
    is_month = after < len(tokens) and tokens[after].lower in MONTHS and tokens[after].is_capital
    is_verb = _low(tokens, after) == "may" and _low(tokens, after + 1) in {"have", "be", "not", "also", "never"}
    return "date" if is_month and not is_verb else None


def _has_month(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[k].lower in MONTHS and tokens[k].is_capital for k in range(max(0, at - 4), at))


def _address_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    before, after = _low(tokens, figure.first - 1), _low(tokens, figure.last)
    if before == "-":
        before = _low(tokens, figure.first - 2)
    before_dot = _low(tokens, figure.first - 2) if before == "." else ""
    if before in _ROADS or before_dot in {"hwy", "rte", "rd"}:
        return (
            "address" if figure.first and tokens[figure.first - 1].text[0] not in "abcdefghijklmnopqrstuvwxyz" else None
        )
    if before_dot == "s" and _low(tokens, figure.first - 4) == "u" and (figure.low or 0) < 1000:
        return (
            "address" if after in {"", ".", ",", "in", "near", "and", "at", "north", "south", "east", "west"} else None
        )
    if after == "block" or (after == "-" and _low(tokens, figure.last + 1) == "block"):
        return "address"
    return "address" if _street_follows(tokens, figure.last) else None


def _street_follows(tokens: Sequence[Token], at: int) -> bool:
    """Is it followed by capitals that end in a kind of street ("W. Arkansas 32" aside, "Maple Grove Ave")?"""
    for step in range(6):
        if at + step >= len(tokens):
            return False
        token = tokens[at + step]
        if token.text == "." and step == 1:
            continue
        if token.lower in _STREETS and step and token.is_capital:
            return True
        if not (token.is_capital or token.text[0].isdigit() or token.lower in _ORDINAL_ENDS):
            return False
        if (
            step == 0
            and token.lower in _COMPASS
            and token.is_capital
            and token.lower not in {"north", "south", "east", "west"}
        ):
            return True
    return False


def _label_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    before, dot = _low(tokens, figure.first - 1), 0
    if before == "." and _low(tokens, figure.first - 2) in {"no", "nos", "apt", "vol", "ext"}:
        before, dot = _low(tokens, figure.first - 2), 1
    if before == "no" and not dot:
        after = _low(tokens, figure.last)
        return "other" if after in {"", ".", ",", ")"} else None
    if before in _LABELS and (
        dot or tokens[figure.first - 1].is_capital or before in {"number", "page", "phone", "channel"}
    ):
        return "other"
    return None
