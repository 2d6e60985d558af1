"""Give a report in capitals, as old wire copy is, the letters of prose, so that its names can be told from its words.

The cased text has the length of the printed one, so that offsets are the same; evidence is always the printed words.
A word that news writes small is written small, others keep their first capital; a title takes one before a name; names
that hold small words ("Shining Path") are looked up; an acronym stays as it is. The tables are counted, not written:
training/casing/make.py says how.
"""

import itertools
import re
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "data" / "words.txt"
NAMES = Path(__file__).parent / "data" / "names.txt"
_SHOWN = 4000  # characters that show whether a text is in capitals
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[(\[/]\s?$")
_MONTHS = frozenset("may march august".split())
_PARTICLES = frozenset("de del la las los y e da do dos".split())
_LONGEST_ACRONYM, _LONGEST_NAME = 6, 7
# Endings of English words; shorter words with them are as often Spanish names.
_ENDINGS = re.compile(r"(?:[ts]ion|ment|ness|it[yi]e?|ism|ist|ing|ed|[ai]ble|[ae]nce|ious|ive|i[zs]e|ful|less|ally)s?$")
_LONGEST_PLAIN = 7
_START = re.compile(r"(?:^|[^.]\w[.!?][\"”’)\]]?\s+|\n\s*\n\s*|\]\s+|:\s\s?)[\"“(\[]?$")


def is_in_capitals(text: str) -> bool:
    """Is a text printed in capitals?"""
    letters = [c for c in text[:_SHOWN] if c.isalpha()]
    return len(letters) > 40 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def cased(text: str) -> str:
    """Write a text in capitals as prose, of the same length. Time is linear in its length."""
    words = list(_WORD.finditer(text))
    out = [_written(text, words, n) for n in range(len(words))]
    _write_titles(text, words, out)
    _write_names(text, words, out)
    pieces, at = [], 0
    for word, written in zip(words, out, strict=True):
        pieces += [text[at : word.start()], written if len(written) == len(word.group()) else word.group()]
        at = word.end()
    return "".join(pieces) + text[at:]


def _written(text: str, words: list[re.Match[str]], n: int) -> str:
    """Write one word as it stands by itself."""
    word = words[n].group()
    low = word.lower()
    before, after = text[max(0, words[n].start() - 3) : words[n].start()], text[words[n].end() : words[n].end() + 2]
    if before.endswith(("’", "'")) and len(word) < 3:
        return low
    if before[-1:].isdigit():
        return low
    if _begins(text, words[n].start()):
        return word.capitalize()
    if low in _MONTHS and (before[-2:-1].isdigit() or after[1:2].isdigit()):
        return word.capitalize()
    if low in _words() or (len(low) > _LONGEST_PLAIN and _ENDINGS.search(low)):
        return low
    is_short = len(word) <= _LONGEST_ACRONYM
    if is_short and (not re.search(r"[aeiouy]", low) or (_MARKED.search(before) and after[:1] in (")", "]", "/"))):
        return word
    if low in _PARTICLES and n and n + 1 < len(words) and words[n + 1].group().lower() not in _words():
        return low if text[words[n - 1].end() : words[n].start()] == " " else word.capitalize()
    return word.capitalize()


def _begins(text: str, at: int) -> bool:
    """Does a sentence begin here? The stop of a shortened word ("U.S.") begins none; a mark like [TEXT] does."""
    before = text[max(0, at - 12) : at]
    if before.endswith("] ") and not re.search(r"\[\w{4,9}\]\s$", before):
        return False
    return not before.strip() or bool(_START.search(before))


def _write_titles(text: str, words: list[re.Match[str]], out: list[str]) -> None:
    """Give titles a capital before a capital, from the end on, so that a row of them takes one each."""
    for n in range(len(words) - 2, -1, -1):
        is_next = text[words[n].end() : words[n + 1].start()] in (" ", ". ")
        if out[n].islower() and is_next and out[n + 1][0].isupper() and _words().get(out[n]):
            out[n] = out[n].capitalize()


def _write_names(text: str, words: list[re.Match[str]], out: list[str]) -> None:
    """Write known names of several words as they are written."""
    n = 0
    while n < len(words):
        for name in _names().get(words[n].group().lower(), ()):
            end = n + len(name)
            here = words[n:end]
            if [w.group().lower() for w in here] == [w.lower() for w in name] and _are_together(text, here):
                out[n:end] = name
                n = end - 1
                break
        n += 1


def _are_together(text: str, words: list[re.Match[str]]) -> bool:
    return all(len(text[a.end() : b.start()]) == 1 for a, b in itertools.pairwise(words))


@cache
def _words() -> dict[str, bool]:
    """Give the words that are written small; true for those that take a capital before another."""
    lines = WORDS.read_text("utf-8").split()
    return {line.rstrip("+"): line.endswith("+") for line in lines}


@cache
def _names() -> dict[str, list[list[str]]]:
    """Give names of several words by their first word in small letters, the longest first."""
    out: dict[str, list[list[str]]] = {}
    for line in NAMES.read_text("utf-8").splitlines():
        name = _WORD.findall(line)
        if 1 < len(name) <= _LONGEST_NAME:
            out.setdefault(name[0].lower(), []).append(name)
    return {first: sorted(names, key=lambda n: (-len(n), n)) for first, names in out.items()}
