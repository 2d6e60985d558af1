"""People told by kind and number, not by name: "two police officers", "a 23-year-old man", "12 others", "the victim".

A party is a determiner or figure, some modifiers and a head from the table of kinds; or a bare figure where the words
after it leave room for nobody else ("killing one", "12 dead"). What no table knows is no party: unsure means silent.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testigo.extract.mentions.found import Number
from testigo.extract.mentions.kinds import KINDS, MODIFIERS, Kind, kind_of_word
from testigo.extract.mentions.party_heads import (
    ADJECTIVE,
    AFTER_BARE,
    AFTER_ONE,
    ORDINALS,
    VERBS,
    age_behind,
    age_in,
    aged_head,
    aged_kind,
    head_behind_place,
    head_from,
    told_as_both,
    told_as_multiple,
)
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import Sex

_ARTICLES = frozenset(("a", "an"))
_PRONOUNS: dict[str, Sex] = {"he": "male", "him": "male", "she": "female", "her": "female"}
_OTHERS = frozenset(("other", "others", "more"))
_ANOTHER = frozenset(("another",))
_DEFINITE = frozenset("the this that these those his her their its our my".split())
_SOME = frozenset("some many several all both other most few".split())
_WHOLES = frozenset(
    "them whom these those dead wounded injured victims killed fatalities casualties missing deceased".split()
)
# What part of a whole these wholes say came to harm, and how.
_HARM_OF_WHOLE = {
    "dead": "killed", "killed": "killed", "fatalities": "killed", "deceased": "killed", "wounded": "injured",
    "injured": "injured", "missing": "missing",
}  # fmt: skip
_COPULAS = frozenset("were was are is , being believed to be reportedly also".split())
_ARE = frozenset("were was are is".split())
_COUNTED_HARM = frozenset("death deaths".split())
_MALE = frozenset(("he", "his", "him", "himself", "mr", "male"))
_FEMALE = frozenset(("she", "her", "herself", "mrs", "ms", "miss", "female"))


_HARMED = frozenset("dead wounded injured".split())


@dataclass(frozen=True, slots=True)
class Party:
    """People told by kind and number.

    start, end: the whole phrase, `phrase` its words, `text` those without article or figure; head: its head noun in
    lower case, "" for a bare figure; low, high: how many (None, None for an uncounted plural); is_counted: by a figure;
    is_other: "another", "others", "more"; is_all: "all civilians";
    is_part: "four of them"; whole: how those came to harm that it is part of ("nine of the dead"), None if not said.
    """

    start: int
    end: int
    sentence: int
    head: str
    head_start: int
    low: int | None
    high: int | None
    approx: bool
    vague: bool
    kind: Kind
    is_definite: bool
    is_other: bool
    is_counted: bool
    is_all: bool = False
    is_part: bool = False
    age: str | None = None
    sex: Sex | None = None
    text: str = ""
    phrase: str = ""
    whole: str | None = None

    @property
    def is_one(self) -> bool:
        """Is it exactly one person?"""
        return self.low == 1 and self.high == 1


_BARE = Kind(True, generic=True)


def find_parties(page: Page, numbers: Sequence[Number]) -> tuple[Party, ...]:
    """Find the parties of a document, in text order, none inside another."""
    found: list[Party] = []
    starts = [n.start for n in numbers]
    for sentence in page.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        found.extend(_in_sentence(page, sentence, numbers[first:last]))
    return tuple(found)


def _in_sentence(page: Page, sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Party]:
    tokens = sentence.tokens
    by_start = {n.start: n for n in numbers}
    at = 0
    while at < len(tokens):
        number = by_start.get(tokens[at].start)
        if number is not None:
            begin = _index_after(tokens, at, number.end)
            party, at = _counted(page, sentence, number, at, begin)
        else:
            party, at = _told(page, sentence, at)
        if party:
            yield party


def _index_after(tokens: Sequence[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _counted(page: Page, sentence: Sentence, number: Number, at: int, begin: int) -> tuple[Party | None, int]:
    """Read a figure with its head, or a bare one."""
    if number.kind == "age":
        head = _head(sentence.tokens, at, 7)
        if at and sentence.tokens[at - 1].lower in ("to", "and", "between") and aged_head(sentence.tokens, at) == head:
            return None, begin  # "ages 3 months to 10 years old"
        return (_made(page, sentence, _Phrase(number.start, head, at)), head + 1) if head is not None else (None, begin)
    is_one_of = number.low == number.high == 1 and _is_of(sentence.tokens, begin)
    if number.kind != "count" and not is_one_of:
        return None, begin
    head = _head(sentence.tokens, begin, 6)
    if head is not None and not _is_time_word(sentence.tokens, begin):
        return _made(page, sentence, _Phrase(number.start, head, begin, number=number)), head + 1
    tokens = sentence.tokens
    if begin < len(tokens) and tokens[begin].lower in _COUNTED_HARM:
        return _bare(page, sentence, number, tokens[begin].end, head="deaths"), begin + 1
    if _is_of(tokens, begin):
        return _part_of(page, sentence, number, begin)
    if begin + 1 < len(tokens) and tokens[begin].lower in _ARE:
        head = head_from(tokens, begin + 1, 4)
        if head is not None:
            return _made(page, sentence, _Phrase(number.start, head, begin + 1, number=number, is_part=True)), head + 1
    if number.low is not None and number.low >= 1900 and number.low <= 2100 and not number.approx:
        return None, begin
    if begin >= len(tokens) or tokens[begin].lower in AFTER_BARE:
        if tokens[begin - 1].lower == "couple":
            return _made(page, sentence, _Phrase(number.start, begin - 1, begin - 1, number=number)), begin
        return _bare(page, sentence, number, number.end), begin
    return None, begin


def _part_of(page: Page, sentence: Sentence, number: Number, begin: int) -> tuple[Party | None, int]:
    """Read "four of them minors", "two of the attackers", "nine of the dead were civilians"; `begin` is the "of"."""
    tokens = sentence.tokens
    whole = begin + 2 if begin + 2 < len(tokens) and tokens[begin + 1].lower in _DEFINITE else begin + 1
    if tokens[whole].lower not in _WHOLES and not kind_of_word(tokens[whole].text):
        return None, begin
    at = whole + 1
    while at < len(tokens) and tokens[at].lower in _COPULAS:
        at += 1
    head = head_from(tokens, at, 4) if at - whole < 6 else None
    if head is not None:
        party = _made(page, sentence, _Phrase(number.start, head, at, number=number, is_part=True))
        return replace(party, whole=_HARM_OF_WHOLE.get(tokens[whole].lower)), head + 1
    if tokens[whole].lower in _WHOLES:
        return _bare(page, sentence, number, tokens[whole].end, is_part=True), whole + 1
    party = _made(page, sentence, _Phrase(number.start, whole, whole, number=number))
    return party, whole + 1


def _head(tokens: Sequence[Token], at: int, reach: int) -> int | None:
    head = head_from(tokens, at, reach)
    return aged_head(tokens, at) if head is None else head


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].lower == "of"


def _is_time_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in ("hours", "days", "years", "months", "weeks", "minutes", "year")


def _told(page: Page, sentence: Sentence, at: int) -> tuple[Party | None, int]:
    """Read a phrase with an article or none: "a man", "the victims", "Gunmen"."""
    tokens = sentence.tokens
    word = tokens[at].lower
    if (word in _PRONOUNS and word != "her") or (
        word == "her" and at + 1 < len(tokens) and tokens[at + 1].lower == "and"
    ):
        return _pronoun(sentence, tokens[at]), at + 1
    multiple = told_as_both(tokens, at) or told_as_multiple(tokens, at)
    if multiple:
        many, last, harm = multiple
        return _so_many(page, sentence, (tokens[at].start, tokens[last].end), many, harm), last + 1
    if word in _ARTICLES or word in _ANOTHER or word in _DEFINITE or word in _SOME:
        head = _head(tokens, at + 1, 8)
        if head is not None and tokens[head].lower != "lives":
            return _made(page, sentence, _Phrase(tokens[at].start, head, at + 1, article=word)), head + 1
        ordinal = at + 1 if at + 1 < len(tokens) and tokens[at + 1].lower in ORDINALS else at
        is_one_more = word in _ANOTHER or (ordinal > at and (word in _ARTICLES or word == "the"))
        if is_one_more and ordinal + 1 < len(tokens) and tokens[ordinal + 1].lower in AFTER_ONE:
            return _so_many(page, sentence, (tokens[at].start, tokens[ordinal].end), 1), ordinal + 1
        return None, at + 1
    head = head_behind_place(tokens, at)
    if head is not None:
        return _made(page, sentence, _Phrase(tokens[at].start, head, at)), head + 1
    if word == "lives":
        return None, at + 1  # "their lives" are nobody else's; only a figure of lives counts people
    if word in KINDS or word in MODIFIERS or word in ORDINALS or (ADJECTIVE.match(word) and word not in VERBS):
        head = _head(tokens, at, 4)
        if head is not None:
            kind = kind_of_word(tokens[head].text)
            is_verb = at > 0 and head > at and word in _HARMED and not (kind and kind.plural)
            at += is_verb  # "wounded | trader X", "shot dead | human rights lawyer X"
            return _made(page, sentence, _Phrase(tokens[at].start, head, at)), head + 1
    return None, at + 1


def _so_many(page: Page, sentence: Sentence, span: tuple[int, int], many: int, head: str = "") -> Party:
    """Give one more person ("another", "a third"), or so many whose words are their harm ("a triple homicide")."""
    start, end = span
    text = page.text[start:end]
    return Party(
        start, end, sentence.index, head, start, many, many, approx=False, vague=False, kind=_BARE,
        is_definite=False, is_other=not head, is_counted=True, text=text, phrase=text,
    )  # fmt: skip


def _pronoun(sentence: Sentence, token: Token) -> Party:
    """Give "he" or "she" as a party of one; whom it means is settled later, among the victims told."""
    kind = Kind(False, generic=True, sex=_PRONOUNS[token.lower])
    return Party(
        token.start, token.end, sentence.index, token.lower, token.start, 1, 1, approx=False, vague=False, kind=kind,
        is_definite=True, is_other=False, is_counted=False, sex=kind.sex, text=token.text,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A party's phrase: offset where it starts; indices of its head and of its first word after article or figure."""

    start: int
    head: int
    begin: int
    article: str = ""
    number: Number | None = None
    is_part: bool = False


def _made(page: Page, sentence: Sentence, phrase: _Phrase) -> Party:
    token = sentence.tokens[phrase.head]
    number, article = phrase.number, phrase.article
    words = [t.lower for t in sentence.tokens[phrase.begin : phrase.head + 1]]
    said = page.text[phrase.start : token.end]
    age = age_in(said.lower())
    kind = kind_of_word(token.text) or aged_kind(age, said)
    low, high = (number.low, number.high) if number else (1, 1) if _is_single(article, kind) else (None, None)
    return Party(
        phrase.start, token.end, sentence.index, token.lower, token.start, low, high,
        approx=bool(number and number.approx), vague=bool(number and number.vague), kind=kind,
        is_definite=article in _DEFINITE, is_other=article == "another" or bool(_OTHERS.intersection(words)) or _is_next(words),
        is_counted=number is not None, is_all=article == "all", is_part=phrase.is_part,
        age=age or age_behind(sentence.tokens, phrase.head) if low == high == 1 else age, sex=kind.sex or _sex_of(words),
        text=page.text[sentence.tokens[phrase.begin].start : token.end], phrase=said,
    )  # fmt: skip


_RANKED = frozenset("lieutenant grader husband wife son daughter secretary minister sergeant captain".split())


def _is_next(words: Sequence[str]) -> bool:
    """Is it one more of those told before ("a third man", "the second victim"), not "a third grader"?"""
    return bool(ORDINALS.intersection(words[:2])) and words[-1] not in _RANKED


def _is_single(article: str, kind: Kind) -> bool:
    return not kind.plural and (article in _ARTICLES or article in _ANOTHER or article in _DEFINITE or article == "")


def _sex_of(words: list[str]) -> Sex | None:
    if _FEMALE.intersection(words):
        return "female"
    return "male" if _MALE.intersection(words) else None


def _bare(page: Page, sentence: Sentence, number: Number, end: int, *, is_part: bool = False, head: str = "") -> Party:
    return Party(
        number.start, end, sentence.index, head, number.core_start, number.low, number.high, approx=number.approx,
        vague=number.vague, kind=_BARE, is_definite=False, is_other=False, is_counted=True,
        is_part=is_part, text=page.text[number.start : end], phrase=page.text[number.start : end],
    )  # fmt: skip
