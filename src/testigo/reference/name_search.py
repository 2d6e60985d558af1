"""Many names looked for in one text at once. The one file that knows ahocorasick-rs.

Theory: text and names are folded alike, letter by letter, so that a folded offset can be led back to the text. Blanks
and punctuation become one blank; apostrophes and dots inside words vanish, but a possessive 's becomes a word.
Whole words only: a match must begin and end beside a blank. What folding forgives too much is checked on the words as
written: acronyms and short names letter by letter, other names by having a capital, none across a sentence's end.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from testigo.reference.names import fold_name, is_acronym

SHORT = 5  # up to so many letters a name is taken only as written: "Amal" and "amal", "ETA" and "eta" differ
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[^\WA-Z]['’\")]*[.!?;]\s|\n\s*\n")
_DOTTED = re.compile(r"\b[A-Z](?:\.[A-Z])+$")
_NOT_INSIDE = frozenset(',:;—–|[]"“”')  # a name written across one of these is two things, unless it has one itself
_OTHER_AMERICAS = (" south ", " latin ", " central ", " north ", " african ", " native ")
_DROPPED = frozenset(".'’‘`´ʿʾʻʼ\"“”")


class NameSearch:
    """Names, each with the ids of those who bear it, ready to be looked for."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        bearers: dict[str, dict[str, set[str]]] = {}
        for name, owner in names:
            for key in _keys(name):
                bearers.setdefault(key, {}).setdefault(name, set()).add(owner)
        self._patterns = sorted(bearers)
        self._bearers = [bearers[key] for key in self._patterns]
        self._automaton = AhoCorasick(self._patterns) if self._patterns else None

    def find(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """Find the longest names, first come first: start, end in the text, and the bearers' ids in order."""
        if self._automaton is None:
            return []
        folded, offsets = _fold_text(text)
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        found: list[tuple[int, int, tuple[str, ...]]] = []
        at = 0
        for pattern, begin, end in sorted(matches, key=lambda match: (match[1], -match[2])):
            if begin < at or folded[begin - 1] != " ":
                continue
            if folded.startswith("american ", begin) and folded[max(0, begin - 9) : begin].endswith(_OTHER_AMERICAS):
                continue
            if folded[end] != " " and not (folded[end : end + 2] == "s " and text[offsets[end]] == "s"):  # "ISILs"
                continue
            start, stop = offsets[begin], offsets[end - 1] + 1
            if text[stop : stop + 1] == "." and _DOTTED.search(text[start:stop]):
                stop += 1  # "U.N." with its last dot
            owners = self._owners(pattern, text[start:stop])
            if owners:
                found.append((start, stop, owners))
                at = end
        return found

    def _owners(self, pattern: int, written: str) -> tuple[str, ...]:
        if not any(map(str.isupper, written)) or written.count("(") != written.count(")"):
            return ()
        spelled = self._bearers[pattern]
        return tuple(sorted({owner for name, owners in spelled.items() if _agrees(name, written) for owner in owners}))


def _keys(name: str) -> set[str]:
    """Fold a name as text is folded: with its possessive as a word and grown together, "The" kept before one word."""
    keys = {fold_name(_POSSESSIVE.sub(" s", name)), fold_name(name)} - {""}
    if name.startswith("The ") and all(" " not in key for key in keys):
        return {f"the {key}" for key in keys}
    return keys


def _agrees(name: str, written: str) -> bool:
    """Is this spelling near enough to the name for its kind?"""
    if _NOT_INSIDE & set(written) - set(name) or ("." not in name and _SENTENCE_END.search(written)):
        return False
    if name.startswith("The ") and name.count(" ") == 1:
        return re.fullmatch(r"The\W+[A-Z]\w*", written) is not None
    bare, seen = name.replace(".", ""), written.replace(".", "")
    if is_acronym(name) or len(bare) <= SHORT:
        return bare == seen
    return written[0].isupper() or not name[0].isupper() or written.startswith("al")


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    if char in _DROPPED or unicodedata.combining(char):
        return ""
    return fold_name(char) or " "


def _fold_text(text: str) -> tuple[str, list[int]]:
    """Fold a text to single-blanked words between two blanks, and say for each folded letter where it was."""
    marked = _POSSESSIVE.sub(" s", text)  # of the same length, so offsets hold
    letters, offsets = [" "], [-1]
    for position, char in enumerate(marked):
        for letter in _fold_char(char):
            if letter != " " or letters[-1] != " ":
                letters.append(letter)
                offsets.append(position)
    return "".join(letters) + "  ", offsets
