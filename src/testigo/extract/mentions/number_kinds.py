"""What a figure counts, read from its immediate neighbours: an age, money, a date, a calibre …, or people and things.

Only neighbours decide: a unit after it, a sign or label before it, a shape (hours, scores, telephone numbers). What
none of them explains is a count.
"""

import re
from collections.abc import Sequence

from testigo.extract.mentions.number_words import Figure
from testigo.extract.mentions.time_words import MONTHS, is_year
from testigo.extract.page import Sentence, Token

_UNITS = {
    "age": "year-old year-olds years-old yr-old month-old months-old week-old weeks-old day-old days-old y/o yo",
    "money": "dollar dollars peso pesos euro euros sol soles rupee rupees dinar dinars naira shilling shillings usd eur"
    " cent cents bolivars quetzales lempiras colones rubles roubles franc francs yen yuan riyal riyals lira birr"
    " kwacha rand real reais taka afghanis sterling",
    "percent": "percent percentage pct %",
    "time": "second seconds minute minutes hour hours hr hrs day days night nights week weeks weekend weekends month"
    " months year years decade decades century centuries o’clock o'clock am pm gmt utc minute-long hour-long day-long"
    " year-long week-long month-long hour-and-a-half",
    "measure": "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet ft inch"
    " inches kg kgs kilogram kilograms kilo kilos gram grams ton tons tonne tonnes lb lbs pound pounds degree degrees"
    " mph kph acre acres hectare hectares litre litres liter liters gallon gallons yard yards square cubic megawatt"
    " megawatts kilowatts volts cm knots barrels ounces ounce oz blocks sq magnitude-",
    "calibre": "caliber calibre mm gauge millimeter millimetre millimeters caliber-type",
    "other": "times fold percentage-point points point-blank th of-",
}  # fmt: skip
_KIND_OF_UNIT = {unit: kind for kind, units in _UNITS.items() for unit in units.split()}
_ORDINAL_ENDS = frozenset("st nd rd th".split())
_CURRENCY = frozenset("$ £ € ¥ ₦ ₹".split())
_LABELS = frozenset(
    "no number nos # flight article section law resolution page chapter figure unit area zone phase gate district"
    " sector channel camp precinct ward boeing airbus battalion brigade division regiment detachment room apartment"
    " apt suite level round game week day grade class model type version volume vol psalm case docket bill decree act"
    " paragraph annex engine station line platform pier block lot cell pavilion front column group task team cnn fox"
    " abc cbs nbc abc7 news tv radio top id badge extension ext fm p.o box bus tram terminal tel phone telephone"
).difference("block front column group team class round".split())
_ROADS = frozenset(
    "interstate route highway hwy i road rd freeway us u.s sr cr exit milepost marker kilometer kilometre km mile apt"
    " rte ruta carretera".split()
).difference(["us"])
_STREETS = frozenset(
    "st street ave avenue rd road blvd boulevard dr drive ln lane ct court pl place way pkwy parkway hwy highway ter"
    " terrace cir circle freeway expressway pike trail plaza alley".split()
)
_COMPASS = frozenset("n s e w north south east west ne nw se sw".split())
_AGED = frozenset("aged age ages".split())
_OF_AGE = frozenset("boy girl man woman child son daughter baby youth teenager".split())
_PRONOUN_BEFORE = frozenset(
    "no the this that any every some each which another my your his her our their loved day everyone lucky old young"
    " new big small first last next right wrong only same number whole".split()
)
_PRONOUN_AFTER = frozenset(
    "of another who which whom that ’s 's should can must may might could would cannot does another thing day night"
    " morning afternoon evening time way point hand reason side by such in's to where if when step family-".split()
)
_TIME_ONE = frozenset("day night morning afternoon evening weekend summer winter".split())
_FRACTIONS = frozenset(
    "third thirds half halves quarter quarters fourth fourths fifth fifths sixth tenth tenths eighth".split()
)
_NAME_SUFFIX = frozenset("jr sr ii iii iv".split())
_CALIBRES = frozenset("7.62 5.56 5.45 12.7 14.5 7.65".split())


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
        or _age_kind(tokens, figure)
        or _address_kind(tokens, figure)
        or _label_kind(tokens, figure)
        or ("other" if figure.low is None else "count")
    )


def _unit_kind(tokens: Sequence[Token], after: int, figure: Figure) -> str | None:
    """Read the unit behind a figure, also past a hyphen or "square"; "years old" is an age."""
    at = after + (_low(tokens, after) == "-")
    unit = _low(tokens, at).removesuffix(".")
    if unit in {"year", "years", "month", "months", "weeks", "days"} and _is_age(tokens, at + 1):
        return "age"
    if unit in {"million", "billion"}:
        unit = _low(tokens, at + 1)
    if unit in {"a", "p"} and _low(tokens, at + 1) in {".", "m"} and "m" in (_low(tokens, at + 2), _low(tokens, at + 1)):
        return "time"
    if unit == "per" and _low(tokens, at + 1) == "cent":
        return "percent"
    if unit in {"u", "us"} and any(_low(tokens, at + k) in {"dollars", "dollar"} for k in (1, 2, 3, 4)):
        return "money"
    if unit in {"american", "canadian", "mexican", "colombian", "peruvian"} and _low(tokens, at + 1) in _money_words():
        return "money"
    if unit in _ORDINAL_ENDS and at == after and tokens[at].start == tokens[at - 1].end:
        return "ordinal"
    if unit in _FRACTIONS and figure.low is not None and figure.low < 20:
        return "other"
    head, _, rest = unit.partition("-")
    if rest and head in _KIND_OF_UNIT:
        return "age" if rest.startswith("old") else _KIND_OF_UNIT[head]
    return _KIND_OF_UNIT.get(unit)


def _money_words() -> frozenset[str]:
    return frozenset(_UNITS["money"].split())


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    at += _low(tokens, at) == "-"
    return _low(tokens, at) == "old" or (_low(tokens, at), _low(tokens, at + 1)) == ("of", "age")


def _word_kind(tokens: Sequence[Token], figure: Figure) -> str:
    before, after = _low(tokens, figure.first - 1), _low(tokens, figure.last)
    if before in _AGED or (before == "of" and _low(tokens, figure.first - 2) in _OF_AGE):
        return "age"
    if tokens[figure.first].lower == "one" and figure.last == figure.first + 1 and _is_pronoun(tokens, before, after):
        return "other"
    if before in {"number", "no", "channel", "day", "phase", "chapter", "gate", "grade"} and after != "people":
        return "other"
    if (before, after) == ("at", ".") and figure.low and figure.low <= 12:
        return "time"
    return "count"


def _is_pronoun(tokens: Sequence[Token], before: str, after: str) -> bool:
    return before in _PRONOUN_BEFORE or after in _PRONOUN_AFTER


def _shape_kind(sentence: Sentence, tokens: Sequence[Token], figure: Figure) -> str | None:
    """Read what stands against the digits without a blank: hours, dates with strokes, scores, codes."""
    first, last = tokens[figure.first], tokens[figure.last - 1]
    text, low = sentence.text, first.text
    start, end = first.start - sentence.start, last.end - sentence.start
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if ":" in low or re.match(r"\s?(?:a\.?m\b|p\.?m\b|hrs\b|hours\b|h\b)", after, re.IGNORECASE):
        return "time" if re.fullmatch(r"\d{1,2}[:.]\d\d(?:[:.]\d+)?|\d{1,4}", low) else "other"
    if low in _CALIBRES or re.match(r"\s?-?(?:mm|cal)\b", after) or re.match(r"x\d", after):
        return "calibre"
    if before.endswith(".") and not re.search(r"[\w.]\.$", before):
        return "calibre" if re.match(r"-?\s?-?(?:cal|gun|rifle|pistol|hand|magnum|semi)", after, re.IGNORECASE) or (
            low in {"22", "25", "32", "357", "38", "380", "40", "44", "45", "50"}
        ) else "other"
    if re.search(r"\d[/.-]$", before) or re.match(r"[/-]\d+[/-]\d", after) or re.match(r"/\d", after):
        return "date" if "/" in before[-1:] + after[:1] or re.search(r"\d{4}-\d\d?-?$|^-\d\d?-\d\d", before + after) \
            else ("other" if not re.search(r"\d-$", before) else None)
    if re.search(r"[\w@_/]$", before) and not re.search(r"\d$", before) or re.search(r"[A-Za-z]-$", before):
        return "other"
    if re.match(r"[’']?s\b", after) and figure.low is not None:
        return "date" if figure.low >= 1000 or re.search(r"\bthe (?:late |early |mid-?)?[’']?$", before) else "age"
    if re.match(r"-\d{4}\b", after) and len(low) == 3:
        return "other"
    return None


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
    if figure.last - figure.first > 1 or figure.low is None:
        return None
    start, end = tokens[figure.first].start - sentence.start, tokens[figure.first].end - sentence.start
    if is_year(sentence.text, start, end):
        return "date"
    if figure.low > 31:
        return "date" if 1900 <= figure.low < 2100 and _has_month(tokens, figure.first) else None
    after = figure.last + (_low(tokens, figure.last) == "of")
    for at in (figure.first - 1, figure.first - 2 if _low(tokens, figure.first - 1) == "." else -1):
        if at >= 0 and tokens[at].lower in MONTHS and tokens[at].is_capital:
            return "date"
    is_month = after < len(tokens) and tokens[after].lower in MONTHS and tokens[after].is_capital
    modal = _low(tokens, after) == "may" and _low(tokens, after + 1) in {"have", "be", "not", "also", "never"}
    return "date" if is_month and not modal else None


def _has_month(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[k].lower in MONTHS and tokens[k].is_capital for k in range(max(0, at - 4), at))


def _age_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    """Read an age set off behind a name (", 41,", "(41)"), after "aged", or "boy of 9"."""
    if figure.low is None or figure.low > 115 or figure.last - figure.first > 1:
        return None
    first = figure.first
    before, after = _low(tokens, first - 1), _low(tokens, figure.last)
    if before in _AGED or (before in {"between", "from", "about", "around", "over", "under"} and _low(tokens, first - 2) in _AGED):
        return "age"
    if before == "of" and _low(tokens, first - 2) in _OF_AGE and after not in {"the", "them"}:
        return "age"
    if before in {"under", "turned", "turning"} and after in {"", ".", ",", ";", "and", "when", "last", "on"}:
        return "age"
    who = first - 2 - (_low(tokens, first - 2) == ".") if before in {",", "("} else -1
    who -= who >= 1 and _low(tokens, who) == "," and _low(tokens, who + 1) in _NAME_SUFFIX
    closed = after in ({",", ".", "", ";", "-", "–", "—", "of", "from", "and", "both", "was", "were"} if before == "," else {")", ","})
    named = who >= 0 and tokens[who].is_capital and tokens[who].text[0].isalpha() and tokens[who].lower not in MONTHS
    return "age" if named and closed else None


def _address_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    before, after = _low(tokens, figure.first - 1), _low(tokens, figure.last)
    if before == "-":
        before = _low(tokens, figure.first - 2)
    before_dot = _low(tokens, figure.first - 2) if before == "." else ""
    if before in _ROADS - {"mile", "km", "i"} or before_dot in {"hwy", "rte", "rd"}:
        return "address" if figure.first and tokens[figure.first - 1].text[0] not in "abcdefghijklmnopqrstuvwxyz" else None
    if before_dot == "s" and _low(tokens, figure.first - 4) == "u" and (figure.low or 0) < 1000:
        return "address" if after in {"", ".", ",", "in", "near", "and", "at", "north", "south", "east", "west"} else None
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
        if step == 0 and token.lower in _COMPASS and token.is_capital and token.lower not in {"north", "south", "east", "west"}:
            return True
    return False


def _label_kind(tokens: Sequence[Token], figure: Figure) -> str | None:
    before, dot = _low(tokens, figure.first - 1), 0
    if before == "." and _low(tokens, figure.first - 2) in {"no", "nos", "apt", "vol", "ext"}:
        before, dot = _low(tokens, figure.first - 2), 1
    if before == "no" and not dot:
        after = _low(tokens, figure.last)
        return "other" if after in {"", ".", ",", ")"} else None
    if before in _LABELS and (dot or tokens[figure.first - 1].is_capital or before in {"number", "page", "phone", "channel"}):
        return "other"
    return None
