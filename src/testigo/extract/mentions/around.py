"""The few tokens around an offset: looked up, never scanned for, so that a sentence of any length stays cheap."""

from bisect import bisect_left
from operator import attrgetter

from testigo.extract.page import Sentence, Token

_START = attrgetter("start")
_END = attrgetter("end")


def tokens_before(sentence: Sentence, offset: int, count: int) -> tuple[Token, ...]:
    """Give up to so many tokens that end at or before this offset, in order."""
    at = bisect_left(sentence.tokens, offset + 1, key=_END)
    return sentence.tokens[max(0, at - count) : at]


def tokens_after(sentence: Sentence, offset: int, count: int) -> tuple[Token, ...]:
    """Give up to so many tokens that begin at or after this offset, in order."""
    at = bisect_left(sentence.tokens, offset, key=_START)
    return sentence.tokens[at : at + count]
