"""Ages that no unit marks: "Luis Ferro, 41,", "a boy, 8, dies", "aged 5", "both 16"."""

from collections.abc import Sequence

from testigo.extract.mentions.kinds import KINDS, MODIFIERS
from testigo.extract.mentions.number_words import Figure
from testigo.extract.mentions.time_words import MONTHS
from testigo.extract.page import Token

AGED = frozenset("aged age ages".split())
OF_AGE = frozenset("boy girl man woman child son daughter baby youth teenager".split())
_ENDS_AN_AGE = frozenset(". , ; and when last on shortly this in days".split()) | {""}
_BEHIND_AN_AGE = frozenset((",", ".", "", ";", "-", "–", "—", ")", ":"))
# A figure before one of these counts people of its own ("man killed, 3 wounded").
_HARMED = frozenset(
    "killed dead wounded injured hurt missing shot stabbed arrested detained others more were are have hospitalized"
    " kidnapped abducted critical critically seriously injuries fatally".split()
)
_BETWEEN_AGES = frozenset((",", "and", "to", "or", "-", "–", "months", "month", "years", "weeks", "days", "old"))
_NAME_SUFFIX = frozenset("jr sr ii iii iv".split())


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def is_age(tokens: Sequence[Token], figure: Figure) -> bool:
    """Is it an age set off behind a name (", 41,", "(41)") or a kind ("boy, 8,"), after "aged", or "boy of 9"?"""
    if figure.low is None or figure.low > 115 or figure.last - figure.first > 3:
        return False
    first = figure.first
    before, after = _low(tokens, first - 1), _low(tokens, figure.last)
    if before in AGED or (
        before in {"between", "from", "about", "around", "over", "under"} and _low(tokens, first - 2) in AGED
    ):
        return True
    if _is_in_row(tokens, first) or (before == "also" and _low(tokens, first - 2) == "," and after in {",", ")"}):
        return True
    if before == "of" and _low(tokens, first - 2) in OF_AGE and after not in {"the", "them"}:
        return True
    if before in {"was", "is", "as", ":"} and _low(tokens, first - 2) == "age":
        return True
    if before in {"under", "turned", "turning"} and after in _ENDS_AN_AGE:
        return True
    who = first - 2 - (_low(tokens, first - 2) == ".") if before in {",", "("} else -1
    who -= who >= 1 and _low(tokens, who) == "," and _low(tokens, who + 1) in _NAME_SUFFIX
    if before == "(" and not (who >= 1 and tokens[who - 1].is_capital and figure.low < 100):
        return False
    closed = after in (
        {",", ".", "", ";", "-", "–", "—", "of", "from", "and", "both", "was", "were"} if before == "," else {")", ","}
    )
    named = who >= 0 and tokens[who].is_capital and tokens[who].text[0].isalpha() and tokens[who].lower not in MONTHS
    return (named and closed) or _is_of_one(tokens, figure)


def _is_in_row(tokens: Sequence[Token], at: int) -> bool:
    """Does it stand in a row of ages ("ages 6 and 16", "ages 3 months to 10", "two sons, 10 and 12,")?"""
    i = at - 1
    while i >= 0 and at - i < 10 and (tokens[i].lower.isdigit() or tokens[i].lower in _BETWEEN_AGES):
        i -= 1
    row = [t.lower for t in tokens[i + 1 : at + 4]]
    mine = at - i - 1
    word = _low(tokens, i)
    if word in AGED or (word == "be" and _low(tokens, i - 2) in {"believed", "thought"}):
        return True
    kind = KINDS.get(word)
    joined = row[1:4] if row[:1] == [","] else []
    is_pair = len(joined) == 3 and joined[1] == "and" and joined[0].isdigit() and joined[2].isdigit()
    return bool(kind and kind.plural and is_pair and mine <= 3) and [*row, ""][4] not in KINDS


def _is_of_one(tokens: Sequence[Token], figure: Figure) -> bool:
    """Is it set off behind one person told by kind ("a boy, 8, dies"), or said of each of two ("both 16, were")?"""
    before, after = _low(tokens, figure.first - 1), _low(tokens, figure.last)
    if before == "both":
        return after in {",", "", ".", ")", ";"}
    if before == ";" or (before != "," and not (before == "and" and _low(tokens, figure.first - 2) == ",")):
        return False
    kind = KINDS.get(_low(tokens, figure.first - 2 - (before == "and")))
    if kind is None or kind.plural or after in KINDS or after in MODIFIERS:
        return False
    return after in _BEHIND_AN_AGE or (after.isalpha() and after not in _HARMED)
