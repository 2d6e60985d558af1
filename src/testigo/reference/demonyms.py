"""Nationality words: which country "Peruvian" or "Filipino" speaks of."""

import csv
from functools import cache
from pathlib import Path

import msgspec

TABLE = Path(__file__).parent / "data" / "demonyms.csv"


class CountryWords(msgspec.Struct, frozen=True):
    """A country's code, its name as our rule-made names use it, and its nationality words, the commonest first."""

    country: str
    name: str
    words: tuple[str, ...]


@cache
def country_words() -> tuple[CountryWords, ...]:
    """List every country with its nationality words, by code."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(CountryWords(r["country"], r["name"], tuple(r["words"].split("|"))) for r in csv.DictReader(file))


@cache
def nationality_words() -> dict[str, tuple[str, ...]]:
    """Map each nationality word, as written ("Peruvian", "U.S."), to the codes of its countries.

    Most have one; "Congolese" and "Korean" have two.
    """
    codes: dict[str, tuple[str, ...]] = {}
    for entry in country_words():
        for word in entry.words:
            codes[word] = (*codes.get(word, ()), entry.country)
    return codes


def country_of_demonym(word: str) -> str | None:
    """Give the ISO 3166 code of a nationality word or its plural, None if it is none or may mean two countries.

    The capital counts: "Polish" is a nationality, "polish" is not.
    """
    words = nationality_words()
    codes = words.get(word) or words.get(word.removesuffix("s")) or ()
    return codes[0] if len(codes) == 1 else None
