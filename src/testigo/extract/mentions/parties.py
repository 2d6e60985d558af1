"""People told by kind and number, not by name: "two police officers", "a 23-year-old man", "12 others", "the victim".

A party is a determiner or figure, some modifiers and a head from the table of kinds; or a bare figure where the words
after it leave room for nobody else ("killing one", "12 dead"). What no table knows is no party: unsure means silent.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testigo.extract.mentions.found import Number
from testigo.extract.mentions.kinds import KINDS, MODIFIERS, Kind
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import Sex

_ARTICLES = frozenset(("a", "an"))
_PRONOUNS: dict[str, Sex] = {"he": "male", "him": "male", "she": "female"}
_OTHERS = frozenset(("other", "others", "more"))
_ANOTHER = frozenset(("another",))
_DEFINITE = frozenset("the this that these those his her their its our my".split())
_SOME = frozenset("some many several all both other most few".split())
_ADJECTIVE = re.compile(r".{2,}(?:ed|ing|ian|ean|can|ish|ese|ani|aqi|eli|ist|ern|year-old|month-old|old)$")
# Words of harm are verbs before a figure, never a part of its phrase.
_VERBS = frozenset(
    "killing killed wounding wounded injuring injured kidnapping kidnapped abducting abducted arresting arrested leaving "
    "including shooting stabbing murdering murdered executing executed detained detaining according said died".split()
)
# A kind before one of these tells of a body or a thing ("terrorist group", "police station"), not of people.
_COMPOUNDS = frozenset(
    "group groups organization organisation organizations attack attacks leader leaders cell cells network networks "
    "station stations department departments force forces base bases camp camps convoy convoys vehicle vehicles car cars "
    "truck chief spokesman spokeswoman report reports headquarters post posts patrol activity movement commander "
    "checkpoint union association federation hideout strongholds stronghold law laws custody investigation".split()
)
_AGE = re.compile(r"(\d{1,3})-(?:year|yr)-?(?:old)?|(\d{1,3})-(?:month|week|day)-old")
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
_STATES = frozenset(("hostage", "captive"))
_TAKING = frozenset("taken held took taking holding take seized kept being".split())
_COUNTED_HARM = frozenset("death deaths".split())
_MALE = frozenset(("he", "his", "him", "himself", "mr", "male"))
_FEMALE = frozenset(("she", "her", "herself", "mrs", "ms", "miss", "female"))
# After a bare figure these words leave room for nobody else.
_AFTER_BARE = frozenset(
    ". , ; : ) and or in on at near of dead wounded injured killed hurt missing were was are is have had been after "
    "when from during by as including among with who fatally critically seriously others more outside inside "
    "since while before lives also people to late early this last overnight yesterday today shot stabbed slain kidnapped "
    "abducted arrested detained displaced remain remained remains hospitalized gunned still behind badly".split()
)
_AFTER_ANOTHER = frozenset("was is were who in had has died wounded injured hurt killed dead .".split())


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
        head = _head_from(sentence.tokens, at, 7)
        return (_made(page, sentence, _Phrase(number.start, head, at)), head + 1) if head is not None else (None, begin)
    if number.kind != "count":
        return None, begin
    head = _head_from(sentence.tokens, begin, 6)
    if head is not None and not _is_time_word(sentence.tokens, begin):
        return _made(page, sentence, _Phrase(number.start, head, begin, number=number)), head + 1
    tokens = sentence.tokens
    if begin < len(tokens) and tokens[begin].lower in _COUNTED_HARM:
        return _bare(page, sentence, number, tokens[begin].end, head="deaths"), begin + 1
    if begin + 1 < len(tokens) and tokens[begin].lower == "of":
        return _part_of(page, sentence, number, begin)
    if begin + 1 < len(tokens) and tokens[begin].lower in _ARE:
        head = _head_from(tokens, begin + 1, 4)
        if head is not None:
            return _made(page, sentence, _Phrase(number.start, head, begin + 1, number=number, is_part=True)), head + 1
    if number.low is not None and number.low >= 1900 and number.low <= 2100 and not number.approx:
        return None, begin
    if begin >= len(tokens) or tokens[begin].lower in _AFTER_BARE:
        return _bare(page, sentence, number, number.end), begin
    return None, begin


def _part_of(page: Page, sentence: Sentence, number: Number, begin: int) -> tuple[Party | None, int]:
    """Read "four of them minors", "two of the attackers", "nine of the dead were civilians"; `begin` is the "of"."""
    tokens = sentence.tokens
    whole = begin + 2 if begin + 2 < len(tokens) and tokens[begin + 1].lower in _DEFINITE else begin + 1
    if tokens[whole].lower not in _WHOLES and tokens[whole].lower not in KINDS:
        return None, begin
    at = whole + 1
    while at < len(tokens) and tokens[at].lower in _COPULAS:
        at += 1
    head = _head_from(tokens, at, 4) if at - whole < 6 else None
    if head is not None:
        party = _made(page, sentence, _Phrase(number.start, head, at, number=number, is_part=True))
        return replace(party, whole=_HARM_OF_WHOLE.get(tokens[whole].lower)), head + 1
    if tokens[whole].lower in _WHOLES:
        return _bare(page, sentence, number, tokens[whole].end, is_part=True), whole + 1
    party = _made(page, sentence, _Phrase(number.start, whole, whole, number=number))
    return party, whole + 1


def _is_time_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in ("hours", "days", "years", "months", "weeks", "minutes", "year")


def _told(page: Page, sentence: Sentence, at: int) -> tuple[Party | None, int]:
    """Read a phrase with an article or none: "a man", "the victims", "Gunmen"."""
    tokens = sentence.tokens
    word = tokens[at].lower
    if word in _PRONOUNS:
        return _pronoun(sentence, tokens[at]), at + 1
    if word in _ARTICLES or word in _ANOTHER or word in _DEFINITE or word in _SOME:
        head = _head_from(tokens, at + 1, 8)
        if head is not None and tokens[head].lower != "lives":
            return _made(page, sentence, _Phrase(tokens[at].start, head, at + 1, article=word)), head + 1
        if word in _ANOTHER and at + 1 < len(tokens) and tokens[at + 1].lower in _AFTER_ANOTHER:
            return _one_more(sentence, tokens[at]), at + 1
        return None, at + 1
    if word == "lives":
        return None, at + 1  # "their lives" are nobody else's; only a figure of lives counts people
    if word in KINDS or word in MODIFIERS or (_ADJECTIVE.match(word) and word not in _VERBS):
        head = _head_from(tokens, at, 4)
        if head is not None:
            return _made(page, sentence, _Phrase(tokens[at].start, head, at)), head + 1
    return None, at + 1


def _pronoun(sentence: Sentence, token: Token) -> Party:
    """Give "he" or "she" as a party of one; whom it means is settled later, among the victims told."""
    kind = Kind(False, generic=True, sex=_PRONOUNS[token.lower])
    return Party(
        token.start, token.end, sentence.index, token.lower, token.start, 1, 1, approx=False, vague=False, kind=kind,
        is_definite=True, is_other=False, is_counted=False, sex=kind.sex, text=token.text,
    )  # fmt: skip


def _one_more(sentence: Sentence, token: Token) -> Party:
    """Give a bare "another" as one more person."""
    return Party(
        token.start, token.end, sentence.index, "", token.start, 1, 1, approx=False, vague=False, kind=_BARE,
        is_definite=False, is_other=True, is_counted=True, text=token.text, phrase=token.text,
    )  # fmt: skip


def _head_from(tokens: Sequence[Token], at: int, reach: int) -> int | None:
    """Give the index of the phrase's head: the last kind in a row of modifiers and kinds."""
    head = None
    for i in range(at, min(len(tokens), at + reach)):
        word = tokens[i].lower
        if word in _STATES and (head is not None or i == 0 or tokens[i - 1].lower in _TAKING):
            break  # "took 30 villagers | hostage": how they are held, not who they are
        if word in KINDS:
            head = i
            continue
        if not (word in MODIFIERS or _ADJECTIVE.match(word) or _is_age_piece(tokens, i) or _is_named(tokens, i, at)):
            break
        if head is not None and word not in MODIFIERS:
            break
    if head is not None and head + 1 < len(tokens) and tokens[head + 1].lower in _COMPOUNDS:
        return None
    return head


def _is_named(tokens: Sequence[Token], i: int, begun: int) -> bool:
    """Is it a name that tells the people's side ("16 ISIL terrorists", "three Boko Haram fighters")?"""
    word = tokens[i]
    return word.is_capital and i > 0 and word.lower not in _AFTER_BARE and word.lower not in _VERBS and i - begun < 4


def _is_age_piece(tokens: Sequence[Token], i: int) -> bool:
    word = tokens[i].lower
    if word == "-":
        return i > 0 and tokens[i - 1].lower.isdigit()
    if word.isdigit():
        return i + 1 < len(tokens) and tokens[i + 1].lower in ("-", "year-old", "year")
    return word in ("year-old", "old", "year") or bool(_AGE.match(word)) or word == "-year-old"


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
    kind, number, article = KINDS[token.lower], phrase.number, phrase.article
    words = [t.lower for t in sentence.tokens[phrase.begin : phrase.head + 1]]
    said = page.text[phrase.start : token.end]
    age = _AGE.search(said.lower())
    low, high = (number.low, number.high) if number else (1, 1) if _is_single(article, kind) else (None, None)
    return Party(
        phrase.start, token.end, sentence.index, token.lower, token.start, low, high,
        approx=bool(number and number.approx), vague=bool(number and number.vague), kind=kind,
        is_definite=article in _DEFINITE, is_other=article == "another" or bool(_OTHERS.intersection(words)),
        is_counted=number is not None, is_all=article == "all", is_part=phrase.is_part,
        age=age.group(1) if age else None, sex=kind.sex or _sex_of(words),
        text=page.text[sentence.tokens[phrase.begin].start : token.end], phrase=said,
    )  # fmt: skip


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
