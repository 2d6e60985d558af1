"""Figures in digits and words, before their hedges: "30,000", "1.5 million", "two dozen", "a hundred and fifty".

A figure is a run of tokens. Digits may be followed by a scale ("1.5 million"); words add up as they are said. "a" and
"an" count only before a scale ("a dozen"). A word without a number ("dozens", "several") has a lower end only, as the
format reads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from testigo.extract.page import Token

UNITS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
}
TENS = {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SMALL = UNITS | TENS | {"fourty": 40}
SCALES = {
    "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
GROUPS = SCALES | {"dozen": 12}
# What a word without a number is at least, as the format has it.
VAGUE = {
    "several": 3, "dozens": 24, "tens": 20, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
}  # fmt: skip
_AFTER_SCORES = frozenset(
    "of more others killed dead injured wounded hurt missing arrested detained displaced were are have had was is"
    " feared reported kidnapped abducted die died flee fled".split()
)
_BEFORE_SCORES = frozenset("the test his her their its high low box exam and or".split())
_FIRST_WORDS = frozenset(SMALL) | {"a", "an", "half"}
MOST = 10**12


@dataclass(frozen=True, slots=True)
class Figure:
    """Tokens first..last (half-open) and what they say; low and high None where it is no whole number."""

    first: int
    last: int
    low: int | None
    high: int | None
    vague: bool = False
    words: bool = False


def figure_at(tokens: Sequence[Token], at: int) -> Figure | None:
    """Read the figure that begins at this token, None where none does."""
    token = tokens[at]
    if token.text[0].isdigit():
        return _digits(tokens, at)
    if token.lower in VAGUE:
        return _vague(tokens, at)
    if token.lower not in _FIRST_WORDS and "-" not in token.lower:
        return None
    return _set_phrase(tokens, at) or _words(tokens, at)


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _digits(tokens: Sequence[Token], at: int) -> Figure | None:
    text = tokens[at].text
    last = at + 1
    value = _value(text)
    if value is not None and 1 <= value < 1000 and "." not in text and _lower(tokens, last) == "000":
        value, last = value * 1000, last + 1
    half = _half_at(tokens, last)
    if value is not None and half:
        value, last = value + Fraction(1, 2), half
    while value is not None and _scales(tokens, last, value):
        value, last = value * _scale_at(tokens, last), last + 1
    whole = int(value) if value is not None and value.denominator == 1 and value <= MOST else None
    return Figure(at, last, whole, whole)


def _scales(tokens: Sequence[Token], at: int, value: Fraction) -> bool:
    """May the word here scale a figure in digits? "2016 Dozens" is a year before a word of its own."""
    scale = _scale_at(tokens, at)
    return bool(scale) and value < (100 if scale == 12 else MOST)


def _half_at(tokens: Sequence[Token], at: int) -> int:
    """Give the place of the scale behind "and a half" ("two and a half million"), 0 where those words are not."""
    words = [_lower(tokens, at + k) for k in range(4)]
    return at + 3 if words[:3] == ["and", "a", "half"] and words[3] in GROUPS else 0


def _scale_at(tokens: Sequence[Token], at: int) -> int:
    word = _lower(tokens, at)
    return 12 if word == "dozens" else GROUPS.get(word, 0)


def _value(text: str) -> Fraction | None:
    """Read digits: commas by threes, one point; None for anything else (hours, versions, codes)."""
    if len(text) > 18 or ":" in text or (len(text) > 1 and text[0] == "0" and text[1] != "."):
        return None
    if "," in text:
        head, *groups = text.split(".", maxsplit=1)[0].split(",")
        if not (0 < len(head) <= 3 and all(len(g) == 3 for g in groups)):
            return None
    plain = text.replace(",", "")
    if plain.count(".") > 1 or not plain.replace(".", "").isascii():
        return None
    return Fraction(plain)


def _vague(tokens: Sequence[Token], at: int) -> Figure | None:
    word, after = tokens[at].lower, _lower(tokens, at + 1)
    if word == "scores" and (after not in _AFTER_SCORES or _lower(tokens, at - 1) in _BEFORE_SCORES):
        return None
    low, last = VAGUE[word], at + 1
    if word == "several" and after in GROUPS:
        return Figure(at, at + 2, low * GROUPS[after], None, vague=True, words=True)
    if word == "tens" and after != "of":
        return None
    scale = _lower(tokens, at + 2).removesuffix("s")
    if after == "of" and _lower(tokens, at + 2) in VAGUE and scale in SCALES and word not in {"several", "millions"}:
        return Figure(at, at + 3, low * SCALES[scale], None, vague=True, words=True)
    return Figure(at, last, low, None, vague=True, words=True)


def _set_phrase(tokens: Sequence[Token], at: int) -> Figure | None:
    """Read "half a dozen", "a half-dozen", "half a million", "a couple"."""
    words = [_lower(tokens, at + k) for k in range(4)]
    if words[0] == "a" and words[1] == "couple":
        last = at + 3 if words[2] == "of" and words[3] in GROUPS else at + 2
        scale = GROUPS.get(_lower(tokens, last), 0)
        return Figure(at, last + 1 if scale else at + 2, 2 * (scale or 1), 2 * (scale or 1), words=True)
    if words[0] == "half" and words[1] in {"a", "-"} and words[2] in GROUPS:
        return Figure(at, at + 3, GROUPS[words[2]] // 2, GROUPS[words[2]] // 2, words=True)
    if words[0] == "a" and words[1] == "half" and words[2] in GROUPS:
        return Figure(at, at + 3, GROUPS[words[2]] // 2, GROUPS[words[2]] // 2, words=True)
    for k in (0, 1):
        if words[k] == "half-dozen" and (k == 0 or words[0] == "a"):
            return Figure(at, at + k + 1, 6, 6, words=True)
    if words[0] == "half" and words[1] in {"dozen", "million"}:
        return Figure(at, at + 2, GROUPS[words[1]] // 2, GROUPS[words[1]] // 2, words=True)
    return None


def _numerals(token: str) -> list[str]:
    """Split a numeral with hyphens ("twenty-one") into its words; empty where a part is no number."""
    parts = token.split("-")
    return parts if len(parts) < 5 and all(p in SMALL or p in GROUPS for p in parts) else []


def _words(tokens: Sequence[Token], at: int) -> Figure | None:
    has_article = tokens[at].lower in {"a", "an"}
    words = _numerals(_lower(tokens, at + has_article))
    half = _half_at(tokens, at + 1) if words and not has_article else 0
    if half:
        value = _fold(words) * (scale := GROUPS[_lower(tokens, half)]) + scale // 2
        return Figure(at, half + 1, value, value, words=True)
    if not words or (words[0] in GROUPS) != has_article:
        return None
    last = at + has_article + 1
    while last < len(tokens) and len(words) < 12:
        skip = tokens[last].lower == "and" and words[-1] in SCALES and _lower(tokens, last + 1) not in GROUPS
        more = _numerals(_lower(tokens, last + skip))
        if not more or not _goes_on(words[-1], more[0]):
            break
        words, last = words + more, last + skip + 1
    value = _fold(words)
    if _lower(tokens, last) == "dozens":
        value, last = value * 12, last + 1
    return Figure(at, last, value, value, words=True) if value <= MOST else None


def _goes_on(before: str, word: str) -> bool:
    """Tell "two hundred" and "hundred five", one numeral, from "two three", two."""
    if word in GROUPS:
        return before in SMALL or GROUPS[before] < GROUPS[word]
    return before in SCALES or (before in TENS and UNITS.get(word, 10) < 10)


def _fold(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in SMALL:
            group += SMALL[word]
        elif word in {"hundred", "dozen"}:
            group = (group or 1) * GROUPS[word]
        else:
            total, group = total + (group or 1) * GROUPS[word], 0
    return total + group
