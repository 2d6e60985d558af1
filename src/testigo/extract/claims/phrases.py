"""Read short phrases off a sentence: a noun phrase at an offset, the items of a list."""

import re

from testigo.extract.claims.view import MARKS, View
from testigo.extract.page import Page

_MARK = "".join(MARKS.values())
_ARTICLE = re.compile(r"(?:the|an?|some|its|their|his|her)\s+|[\"\s]+")
_ENDS = frozenset(
    "and or but who whom which that is was were are be been has had have will would said says in on at to for from by with "
    "after before while when where because as into since until during under against than including about over it they "
    "he she we i nor not".split()
)
_PRONOUNS = frozenset(
    "it they them him her he she us we you i himself itself themselves this these those one each other".split()
)
_BETWEEN_ITEMS = re.compile(r"\s*,\s*(?:and |or )?|\s+and\s+(?![A-Z])|\s+as well as\s+")
_TOKEN = re.compile(rf"[\w'-]+|[{_MARK}]+|[^\w\s]|\s+")


def noun_phrase(
    view: View, at: int, most_words: int = 6, keeps: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """Give the offsets of the phrase that begins here, without its article; None where no plain phrase does.

    at, and what comes back: offsets into the document. The phrase ends at a mark of punctuation, at a verb or
    preposition (except those in `keeps`), at a time, and after `most_words` words.
    """
    base = view.sentence.start
    pos = at - base
    while article := _ARTICLE.match(view.text, pos):
        pos = article.end()
    begin = end = pos
    words = 0
    for token in _TOKEN.finditer(view.text, pos):
        text = token.group()
        if text.isspace():
            continue
        if not (text[0].isalnum() or text[0] in _MARK) or text[0] == MARKS["t"]:
            break
        if (text in _ENDS and text not in keeps) or words == most_words:
            break
        words += text not in keeps
        end = token.end()
    words_told = view.text[begin:end].split()
    while words_told and words_told[-1] in keeps | _ENDS:
        end = begin + len(view.text[begin:end].rstrip()) - len(words_told.pop())
    phrase = view.text[begin:end].rstrip()
    if not words_told or words_told[0] in _PRONOUNS or not re.search(r"[a-z]{3}|[\ue000-\uf8ff]", phrase):
        return None
    return base + begin, base + begin + len(phrase)


def items(page: Page, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Cut "A, B and C" into its items, each without blanks around it; offsets into the document.

    "and" between two capitalised words belongs to a name ("Corrupt Organizations and Something Act").
    """
    text = page.text[start:end]
    found, at = [], 0
    for cut in [*_BETWEEN_ITEMS.finditer(text), None]:
        stop = cut.start() if cut else len(text)
        piece = text[at:stop]
        if piece.strip():
            left = start + at + len(piece) - len(piece.lstrip())
            found.append((left, left + len(piece.strip())))
        at = cut.end() if cut else stop
    return tuple(found)
