"""Comparison of names: folding, acronyms, people.

Two spellings are one name when they fold alike. Folding is the only key by which the gazetteer and the register are
asked, and the gazetteer is built with this very function: change it and the build stamp changes with it.
This file imports nothing but the standard library, because the build reads it before the package exists.
"""

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ħ": "h", "ŧ": "t"}
)
# Marks inside a word that writers leave out at will: U.S. and US, Sana'a and Sanaa, Qur’an.
_DROPPED = re.compile(r"[.'’‘`´ʿʾʻʼ\"“”]")
_BREAKS = re.compile(r"[\W_]+")
_SMALL_WORDS = frozenset(
    "a al an and at da das de del der des di do dos du e el en et for in la las le les los of on the to und van von "
    "y".split()
)
_TITLES = frozenset(
    "mr mrs ms dr sr sra gen general col colonel lt maj major capt captain sgt commander comandante president minister "
    "sheikh sheik imam mullah comrade camarada don dona sir lord judge mayor governor senator".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())


def fold_name(text: str) -> str:
    """Bring a name to the form in which names are compared.

    Case, accents, apostrophes and dots vanish, other punctuation becomes one blank, a leading "the " falls off.
    Folding twice changes nothing. A name without a letter or digit folds to the empty string.
    """
    folded = _fold_once(text)
    while not text.isascii() and (again := _fold_once(folded)) != folded:  # few rare letters need a second turn
        folded = again
    return folded


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_PLAIN_LETTERS)
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _BREAKS.sub(" ", _DROPPED.sub("", text)).strip()
    while text.startswith("the "):
        text = text[4:]
    return text


def acronym_of(name: str) -> str:
    """Spell the acronym that a name would have: the first letters of its capitalised words.

    "Militarized Communist Party of Peru" gives "MPCP". Small words count only where they are capitalised inside a
    name of the writer's own ("The" never does); a hyphen opens a new word ("Al-Qaeda" gives "AQ").
    """
    words = [word for word in re.split(r"[\s\-–/]+", name) if word]
    initials = [word[0] for word in words if word[0].isupper() and word.casefold() not in _SMALL_WORDS]
    return "".join(initials)


def is_acronym(text: str) -> bool:
    """Is this written as an acronym: two to ten letters, mostly capitals, no blank ("MPCP", "U.N.", "FARC-EP")?"""
    letters = re.sub(r"[.\-&]", "", text.removesuffix("s") if text[-2:-1].isupper() else text)
    if not 2 <= len(letters) <= 10 or not letters.isalnum():
        return False
    capitals = sum(char.isupper() for char in letters)
    return capitals >= 2 and capitals >= 0.6 * len(letters)


def stands_for(acronym: str, name: str) -> bool:
    """May this acronym abbreviate that name: the same initials, small words counted or not?"""
    wanted = fold_name(acronym).replace(" ", "")
    every = [word[0] for word in fold_name(re.sub(r"[-–/]", " ", name)).split()]
    return len(wanted) >= 2 and wanted in (fold_name(acronym_of(name)), "".join(every))


def person_words(name: str) -> tuple[str, ...]:
    """Split a person's name into folded words, without titles, initials' dots and "Jr."."""
    words = [word for word in fold_name(name.replace("-", " ")).split() if word not in _SUFFIXES]
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return tuple(words)


def same_person_name(a: str, b: str) -> bool:
    """May these two be the name of one person: one is the other with parts left out or cut to initials?

    "Ana María Ruiz" agrees with "María Ruiz", "A. Ruiz" and "Ruiz". Order is kept; a first name alone
    ("Ana") agrees too, initials alone do not; the caller weighs how much a single shared word is worth. Silent about
    spelling: "Mohamed" and "Muhammad" are not the same here.
    """
    short, long = sorted((person_words(a), person_words(b)), key=len)
    rest = iter(long)
    pairs = [(word, next((other for other in rest if _agrees(word, other)), None)) for word in short]
    return all(other for _, other in pairs) and any(word == other and len(word) > 1 for word, other in pairs)


def _agrees(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) == 1 and word[0] == other[0])
