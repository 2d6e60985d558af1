"""Cut a text into BERT's word pieces, each with its characters.

The same pieces as the `tokenizers` library gives for an uncased BERT vocabulary (a test holds them side by side): controls
dropped, letters folded to lower case without marks, Chinese characters and punctuation each for themselves, then the
longest pieces of the vocabulary first. The library itself would bring a hub client and an HTTP stack along.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_LONGEST_WORD = 100  # longer ones are one unknown piece, as in BERT
_UNKNOWN = "[UNK]"
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
        (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))  # fmt: skip


class Pieces(NamedTuple):
    """A text's pieces: their numbers in the vocabulary, and the characters [start, end) of each."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class WordPieces:
    """A vocabulary, ready to cut texts."""

    def __init__(self, words: list[str]) -> None:
        self._ids = {w: n for n, w in enumerate(words)}
        self._unknown = self._ids[_UNKNOWN]
        self._cache: dict[str, list[tuple[int, int]]] = {}

    @classmethod
    def read(cls, path: Path) -> "WordPieces":
        """Read a vocabulary, one piece a line."""
        return cls(path.read_text("utf-8").splitlines())

    def cut(self, text: str) -> Pieces:
        """Cut a text; time is linear in its length."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for word, at in _words(text):
            left = at
            for number, end in self._pieces(word):
                ids.append(number)
                offsets.append((left[0], left[end - 1] + 1))
                left = left[end:]
        return Pieces(ids, offsets)

    def _pieces(self, word: str) -> list[tuple[int, int]]:
        """Give a word's pieces: number and length in letters."""
        known = self._cache.get(word)
        if known is None:
            known = self._found(word)
            if len(self._cache) < 50_000:
                self._cache[word] = known
        return known

    def _found(self, word: str) -> list[tuple[int, int]]:
        if len(word) > _LONGEST_WORD:
            return [(self._unknown, len(word))]
        out, start = [], 0
        while start < len(word):
            mark = "##" if start else ""
            end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in self._ids), None)
            if end is None:
                return [(self._unknown, len(word))]
            out.append((self._ids[mark + word[start:end]], end - start))
            start = end
        return out


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Give the folded words of a text, and for each of their letters the character it comes from."""
    letters: list[str] = []
    at: list[int] = []
    for n, char in enumerate(text):
        if _is_dropped(char):
            continue
        alone = _is_alone(char)
        if letters and (alone or char.isspace()):
            yield "".join(letters), at
            letters, at = [], []
        if char.isspace():
            continue
        folded = [c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn"]
        if alone:
            yield from ((c, [n]) for c in folded)
            continue
        letters += folded
        at += [n] * len(folded)
    if letters:
        yield "".join(letters), at


def _is_dropped(char: str) -> bool:
    if char in "\t\n\r":
        return False
    return char in "\0\ufffd" or unicodedata.category(char).startswith("C")


def _is_alone(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P") or any(a <= code <= b for a, b in _CJK)
