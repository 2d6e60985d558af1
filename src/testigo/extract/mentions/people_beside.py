"""What stands right beside a person's name: age, trade in apposition, words that tell a sex."""

import re

from testigo.extract.mentions.found import Name
from testigo.extract.mentions.number_words import SMALL
from testigo.extract.mentions.titles import FEMALE_WORDS, MALE_WORDS, NO_TRADES, ROLES
from testigo.extract.page import Sentence

_AGE_AFTER = re.compile(
    r"\s?[,(]\s?(?:aged? )?(?P<age>\d{1,3}(?:[- ](?:years?|months?|weeks?)(?:[- ]olds?)?|yoa)?)"
    r"(?=\s?[,.;)]| (?:and|was|is|were|of|from|who)\b|$)",
    re.IGNORECASE,
)
_AGE_OLD = re.compile(
    r"\s?,? (?:an? |who (?:was|is) )?(?P<age>\d{1,3})[- ](?:years?|months?|weeks?)[- ]old", re.IGNORECASE
)
_AGE_TOLD = re.compile(
    r"(?:, (?:an? |the )?[\w -]{3,40},|, who)? (?:was|is|turned|would have turned) (?:only |just |aged )?(?P<age>\d{1,2})"
    r"(?=[.,;]| (?:years old|and|when|at the time)\b|$)"
)
_SMALL_AGE = re.compile(r"[\w-]+?[- ]{1,2}(?:months?|weeks?|days?)(?:[- ]olds?)?\b", re.IGNORECASE)
_NUMBERS = "|".join(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
)
_AGE_BEFORE = re.compile(
    rf"\b(?P<age>\d{{1,3}}|{_NUMBERS}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_NUMBERS}))?)"
    r"[- ]{1,2}(?:years?|months?|weeks?)[- ]olds?(?: (?!and |or )[^\W\d][\w-]*){0,4}?,? $",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"(?:,? \d{1,3},?|,)? ?,? (?:an?|the) (?P<trade>(?:[a-záéíóúñ-]+ ){0,3}?(?P<noun>[a-záéíóúñ-]+))(?=[ ,.;:)]|$)"
)


def age_beside(sentence: Sentence, name: Name) -> tuple[str, tuple[int, int]] | None:
    at = name.end - sentence.start
    match = (
        _AGE_AFTER.match(sentence.text, at) or _AGE_OLD.match(sentence.text, at) or _AGE_TOLD.match(sentence.text, at)
    )
    if match:
        return _age_of(match, sentence.start)
    match = _AGE_BEFORE.search(sentence.text, max(0, name.start - sentence.start - 60), name.start - sentence.start)
    return _age_of(match, sentence.start) if match else None


def _age_of(match: re.Match[str], offset: int) -> tuple[str, tuple[int, int]] | None:
    number = re.match(r"\d+", match["age"])
    if number and int(number.group()) > 110:
        return None
    begun, end = match.span("age")
    small = _SMALL_AGE.match(match.string, begun)  # months and weeks are told with their unit
    end = max(end, small.end()) if small else end
    return match.string[begun:end], (offset + begun, offset + end)


def years_of(age: str | None) -> int | None:
    """Give the whole years of an age as said: "24", "Seventeen", "six-month-old" (0), None where it tells none."""
    folded = (age or "").casefold()
    if re.search(r"month|week|day", folded):
        return 0
    number = re.match(r"\d+", folded)
    if number:
        return int(number.group())
    words = [SMALL.get(w) for w in re.split(r"[- ]", folded)[:2]]
    return (words[0] + (words[1] or 0 if len(words) > 1 and words[0] >= 20 else 0)) if words and words[0] else None


def trade_beside(sentence: Sentence, name: Name) -> tuple[str, tuple[int, int], frozenset[str], bool] | None:
    """Read the apposition after a name: words, span, all its words in lower case, and whether it is a trade."""
    match = _TRADE.match(sentence.text, name.end - sentence.start)
    if not match or sentence.text[name.end - sentence.start] != ",":
        return None
    words = match["trade"].split()
    at = next((i for i, w in enumerate(words) if w in ROLES), -1)
    if at < 0:
        tail = sentence.text[match.end() : match.end() + 60].split()[:2]
        at = next((len(words) + i for i, w in enumerate(tail) if w.strip(".,;") in ROLES), -1)
        if at < 0:
            return None
        words = [*words, *(w.strip(".,;") for w in tail)]
    start = match.start("trade")
    trade = " ".join(words[: at + 1])
    if not sentence.text.startswith(trade, start):
        return None
    is_trade = words[at] not in NO_TRADES
    span = (sentence.start + start, sentence.start + start + len(trade))
    return trade, span, frozenset(words[: at + 1]), is_trade


def sex_words_beside(sentence: Sentence, name: Name) -> frozenset[str]:
    """Give the words right beside a name that tell a sex: "the boy, Ali Sabri", "Ann Moss, a 41-year-old woman"."""
    low = sentence.lower
    before = re.findall(r"[\w-]+", low[max(0, name.start - sentence.start - 24) : name.start - sentence.start])[-2:]
    after = low[name.end - sentence.start : name.end - sentence.start + 45]
    apposed = re.match(r",? ?(?:\d+,)? (?:an? )?(?:\d+-year-old )?(?P<word>\w+)", after) if after[:1] == "," else None
    words = set(before) | ({apposed["word"]} if apposed else set())
    return frozenset(words) & (
        (FEMALE_WORDS | MALE_WORDS) - {"her", "his", "him", "he", "she", "herself", "himself", "king", "queen"}
    )
