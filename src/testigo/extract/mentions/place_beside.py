"""A spot: words that may name a place, and what the words beside them say of it.

A spot remembers the preposition before it, the class noun beside it ("town of X", "X province", "X, a village") and
whether its neighbours show a person. It looks a few words far only, so that its cost does not grow with the sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testigo.extract.mentions import place_words as words
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.titles import ROLES, TITLES
from testigo.extract.page import Sentence
from testigo.reference import GazetteerPlace


@dataclass(frozen=True)
class Spot:
    """Words that may name a place.

    full_start, full_end: with the class noun beside it and, of an acronym, its expansion in brackets. kind: the type
    that a class noun gives, None where none stands. is_strong: the words put something there; is_attributive: they
    only say that something belongs there ("a Houma man"). is_scanned: its capitals show nothing. is_short: an
    abbreviation ("Fla."). is_listed: its class noun stands behind the list that it is in. opens: it begins a sentence.
    is_person: its neighbours show a person. candidates: what the gazetteer knows by this name. form: as of a mention,
    or "clue" for one that only helps to choose others.
    """

    start: int
    end: int
    sentence: int
    text: str
    form: str = "name"
    hint: str = ""
    kind: str | None = None
    full_start: int = -1
    full_end: int = -1
    is_strong: bool = False
    is_attributive: bool = False
    is_scanned: bool = False
    is_short: bool = False
    opens: bool = False
    is_person: bool = False
    is_listed: bool = False
    expansion: tuple[int, int] | None = None
    candidates: tuple[GazetteerPlace, ...] = ()

    @property
    def is_state(self) -> bool:
        """Is it first of all a country's name, or that of a division of the first level?"""
        return bool(self.candidates) and self.candidates[0].type in ("country", "first_level")

    def but(self, **changes: object) -> "Spot":
        """Give the same spot with these fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


_CLASS = "|".join(sorted((re.escape(w) for w in words.CLASSES), key=lambda w: (-len(w), w)))
_APPOSITION = re.compile(
    r",\s+(?:(?:a|an|the|another)\s+(?:(?!(?:in|of|at|on|near|and)\b)[\w’'-]+\s+){0,3}"
    rf"({_CLASS})|({_CLASS})s)\b"
)
_EXPANSION = re.compile(r"\s\(([^()]{6,120})\)")
_OPENS_EXPANSION = re.compile(r"(?:[Tt]he\s+)?([A-Z]\w*)")
_AGE_AFTER = re.compile(r",\s+(?:aged\s+)?\d{1,3}\b(?!\s*(?:,\s+\d{4}|\w))|\s+\(\d{1,2}\)")
_NEXT_WORD = re.compile(r"\s+([\w’'-]+)")
_OWNED = re.compile(r"[’']s(?:\s+[A-Z][\w’']*){1,6}")
_WORDS = re.compile(r"[\w’'-]+|[^\w\s]")
_CLASS_PLURAL = re.compile(
    r"\s+(counties|provinces|districts|governorates|states|departments|parishes|cities|towns|villages)\b"
)
_LIST_GAP = re.compile(r",?\s+(?:and|or)\s+|,\s+")
_PLACED = frozenset("in near outside inside throughout".split())
_BEFORE = 80  # characters looked at before a spot
_PLURALS = {"cities": "city", "counties": "county", "territories": "territory"}
# Class nouns that may stand before a name without "of" ("the village Qaryat Balut").
_BARE_CLASSES = frozenset("village town hamlet city capital".split())


def judged(spot: Spot, sentence: Sentence, surnames: frozenset[str]) -> Spot:
    """Add what the words beside a spot say of it."""
    if spot.form in ("demonym", "clue"):
        return spot
    text, at, end = sentence.text, spot.start - sentence.start, spot.end - sentence.start
    lows = [w.lower() for w in _WORDS.findall(text[max(0, at - _BEFORE) : at])]
    if lows and lows[-1] == "the":
        lows.pop()
    after = _NEXT_WORD.match(text, end)
    following = after.group(1).lower() if after else ""
    kind, hint = _said_before(spot.kind, lows)
    full_end = spot.end
    if kind is None and after and words.AFTER_NAME.get(following, "street") != "street":
        kind, full_end = words.AFTER_NAME[following], sentence.start + after.end()
    expansion = _expansion(spot, text, end)
    full_end = expansion[1] + 1 if expansion else full_end
    kind = kind or _called(spot, text, full_end - sentence.start, hint)
    part = lows[-1] if lows and lows[-1] in words.DIRECTIONS else ""
    if kind is None and not spot.candidates and part.endswith("ern"):
        kind = "region"  # "in eastern Ghouta": only land has an east
    belongs = following in words.ATTRIBUTED or (following == "sheriff" and kind == "second_level")
    is_agency = following in ("police", "deputies", "firefighters") and spot.form == "name"
    return spot.but(
        kind=kind, hint=hint, form="agency" if is_agency else spot.form, full_start=spot.start, full_end=full_end,
        is_strong=hint in words.PLACING or kind is not None or bool(part),
        is_attributive=belongs and bool(spot.candidates),
        is_person=not belongs and _is_person(spot, text, end, (*lows[-2:], hint, following), surnames),
        expansion=expansion,
    )  # fmt: skip


def share_class(spots: Sequence[Spot], text: str) -> tuple[Spot, ...]:
    """Let a plural class noun behind a list speak of the whole list ("Anbar, Diyala and Salahuddin provinces")."""
    told = list(spots)
    for at in range(len(told) - 1, -1, -1):
        spot = told[at]
        after = _CLASS_PLURAL.match(text, spot.end)
        follower = told[at + 1] if at + 1 < len(told) else None
        if (
            after
            and spot.form == "name"
            and spot.kind is None
            and (kind := words.CLASSES.get(_singular(after.group(1))))
        ):
            told[at] = spot.but(kind=kind, is_strong=True, is_listed=True)
        elif follower and follower.is_listed and (spot.form, spot.kind) == ("name", None):
            in_list = _LIST_GAP.fullmatch(text, spot.end, follower.start)
            told[at] = spot.but(kind=follower.kind, is_strong=True, is_listed=True) if in_list else spot
    return tuple(told)


def _said_before(kind: str | None, lows: list[str]) -> tuple[str | None, str]:
    """Read class noun and preposition before a name: "in the jungle town of", "near", "in eastern"."""
    if not lows:
        return kind, ""
    at = len(lows) - (2 if lows[-1] == "of" and len(lows) > 1 else 1)
    noun = _singular(lows[at])
    if noun in words.CLASSES and (lows[-1] == "of" or noun in _BARE_CLASSES):
        hints = [w for w in lows[max(0, at - 4) : at] if w in words.PLACING | words.LOOSE]
        return kind or words.CLASSES[noun], hints[-1] if hints else ""
    if lows[-1] in words.DIRECTIONS and len(lows) > 1 and lows[-2] in words.PLACING:
        return kind, lows[-2]
    return kind, lows[-1] if lows[-1] in words.PLACING | words.LOOSE else ""


def _called(spot: Spot, text: str, at: int, hint: str) -> str | None:
    """Read what an apposition calls the place (", a village"): not that of a state, whose town is meant."""
    found = _APPOSITION.match(text, at)
    if not found or spot.is_state or not (hint or spot.candidates or not spot.opens):
        return None
    return words.CLASSES[found.group(1) or found.group(2)]


def _expansion(spot: Spot, text: str, end: int) -> tuple[int, int] | None:
    """Give the brackets after an acronym or short name that spell it out as a stretch of land."""
    found = _EXPANSION.match(text, end)
    opening = _OPENS_EXPANSION.match(found.group(1)) if found else None
    if not found or not opening or spot.candidates or opening.group(1).lower() not in words.OF_NAMES:
        return None
    return spot.end + found.start(1) - end, spot.end + found.end(1) - end


def _is_person(spot: Spot, text: str, end: int, beside: tuple[str, ...], surnames: frozenset[str]) -> bool:
    """Do the neighbours show a person? beside: up to two words before, the preposition before, the word after."""
    *before, hint, following = beside
    parts = [p for p in re.split(r"[\s.]+", spot.text.casefold()) if p]
    if before and (before[-1] in TITLES | ROLES or (before[-1] == "." and before[0] in TITLES)):
        return True
    is_office = before[:1] and before[0] in TITLES | ROLES and before[-1] == "of"
    if spot.candidates and (hint in _PLACED or is_office or spot.kind is not None):
        return False  # "officials in Islamabad said", "the mayor of Lima said"
    if following in words.PERSON_AFTER or _AGE_AFTER.match(text, end):
        return True
    owned = _OWNED.match(text, end)
    if owned and set(owned.group().lower().split()[1:]) & words.NOT_PLACES and not spot.is_state:
        return True  # "St. John's University"
    if len(parts) == 1:
        return parts[0] in surnames
    return bool(parts) and not spot.candidates and is_given_name(parts[0])


def _singular(word: str) -> str:
    return word if word in words.CLASSES else _PLURALS.get(word, word.removesuffix("s"))
