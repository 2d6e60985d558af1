"""Signs of the part that a named person plays: small words around the name, each with where it stands.

No sign is a name. A capital gives no sign unless it is a title or a role ("Officer"), so that places, days and people
of the reports that the weights were learned from cannot be among them. Signs and what they look at:

    b1= b2= b3=   the words before the name (before the whole row, where it stands in a list of people)
    p1=           the word right before the name inside such a row
    n1=           the word or mark right behind the name
    a1= a2= a3=   the words behind it, once ages, homes and appositions between commas are passed
    ap=           words of such an apposition ("a 24-year-old teacher")
    s=            any word of the sentence
    he=           the two words behind "he" or "she" where that is this person
    h=            any word of the headline
    the rest      age told, title before the name, how often and where named, who shares the surname
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from testigo.extract.mentions.found import ActorMention, Actors
from testigo.extract.mentions.titles import ROLES, TITLES
from testigo.extract.page import Page, Sentence, Token
from testigo.reference.names import person_words

Span = tuple[int, int]
Signs = dict[str, Span | None]

_NAMED = ("name", "short", "alias")
_SPOKEN = frozenset(("he", "she"))
_MARKS = frozenset(',:;(.“"?')
_ROW = frozenset(", and & ; ( ) of year-old years old - the both".split())
_WIDEST_APPOSITION = 16  # tokens
_FAR = 40  # tokens of a sentence on each side; a longer one is a table or a list
_MOST_MENTIONS = 60  # of one person; what a longer document says later changes nothing


def signs_of(page: Page, actors: Actors) -> dict[str, Signs]:
    """Give the signs of every named person of the document."""
    persons = {a.id: a for a in actors.actors if a.type == "person"}
    by_sentence: dict[int, list[ActorMention]] = {}
    for mention in actors.mentions:
        if mention.actor in persons:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    found: dict[str, Signs] = {actor: {} for actor in persons}
    count = dict.fromkeys(persons, 0)
    first: dict[str, int] = {}
    for index, mentions in sorted(by_sentence.items()):
        for mention, signs in _in_sentence(page.sentences[index], mentions):
            first.setdefault(mention.actor, index)
            if mention.form in _NAMED:
                count[mention.actor] += 1
            if count[mention.actor] <= _MOST_MENTIONS:
                for sign, span in signs:
                    found[mention.actor].setdefault(sign, span)
    for person in actors.persons:
        if person.actor in found:
            _beside(found[person.actor], person.age, person.role, person.occupation)
    _standing(page, found, {a: p.name for a, p in persons.items()}, count, first)
    return found


def _beside(signs: Signs, age: str | None, role: str | None, trade: str | None) -> None:
    if age:
        signs.setdefault("age told", None)
    for word in (role or "").casefold().replace(".", "").split():
        signs.setdefault(f"title={word}", None)
    if trade:
        signs.setdefault("trade told", None)


def _standing(
    page: Page, found: dict[str, Signs], names: Mapping[str, str], count: Mapping[str, int], first: Mapping[str, int]
) -> None:
    """Add what the whole document shows: how often and how early each is named, and who shares a surname."""
    surnames: dict[str, list[str]] = {}
    for actor, name in names.items():
        surnames.setdefault((person_words(name) or ("",))[-1], []).append(actor)
    headline = [t.lower for s in page.sentences[:2] if s.kind == "headline" for t in s.tokens if t.text[0].isalpha()]
    order = sorted(first, key=lambda a: (first[a], a))
    earliest: dict[str, str] = {}
    for actor in order:
        earliest.setdefault((person_words(names[actor]) or ("",))[-1], actor)
    for rank, actor in enumerate(order):
        signs = found[actor]
        signs[f"named {_bucket(count[actor])}"] = None
        signs[f"comes {_bucket(rank + 1)}"] = None
        signs[f"people {_bucket(len(order))}"] = None
        signs[f"sentence {_bucket(first[actor])}"] = None
        signs.update(dict.fromkeys((f"h={w}" for w in headline), None))
        surname = (person_words(names[actor]) or ("",))[-1]
        if len(surnames[surname]) > 1:
            signs["surname shared"] = None
            signs["surname's first" if earliest[surname] == actor else "surname's later"] = None


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4-6" if n < 7 else "7+"


def _in_sentence(
    sentence: Sentence, mentions: Sequence[ActorMention]
) -> Iterator[tuple[ActorMention, Iterator[tuple[str, Span | None]]]]:
    tokens = sentence.tokens
    starts = [t.start for t in tokens]
    ends = {m.end: m for m in mentions if m.form in _NAMED}
    begins = {bisect_left(starts, m.start): bisect_left(starts, m.end) for m in mentions if m.form in _NAMED}
    row_first: dict[int, int] = {}
    before = -1
    for mention in mentions:
        first, after = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        if mention.form in _NAMED:
            joined = 0 <= before < first and first - before <= 10 and _is_row(tokens[before:first])
            row_first[first] = row_first.get(_row_of(begins, before), first) if joined and ends else first
            before = after
            yield mention, _around(sentence, first, after, row_first[first], begins)
        elif tokens[first].lower in _SPOKEN:
            yield mention, _behind_pronoun(sentence, after)


def _row_of(begins: Mapping[int, int], after: int) -> int:
    return next((b for b, a in begins.items() if a == after), -1)


def _is_row(gap: Sequence[Token]) -> bool:
    return bool(gap) and all(t.lower in _ROW or t.is_capital or t.text[0].isdigit() for t in gap)


def _word(tokens: Sequence[Token], at: int) -> str | None:
    """Give the sign that a token makes: itself in lower case, "#" for a figure, "Name" for a capital."""
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.text[0].isdigit():
        return "#"
    if token.text in _MARKS:
        return token.text
    if not token.text[0].isalpha() and token.lower not in ("’s", "'s"):
        return None
    if token.lower in ("’s", "'s"):
        return "'s"
    if token.is_capital and at and token.lower not in TITLES and token.lower not in ROLES:
        return "Name"
    return token.lower


def _around(
    sentence: Sentence, first: int, after: int, row: int, begins: Mapping[int, int]
) -> Iterator[tuple[str, Span | None]]:
    tokens = sentence.tokens
    for n in (1, 2, 3):
        yield from _sign(tokens, f"b{n}", row - n)
    if row != first:
        yield from _sign(tokens, "p1", first - 1)
    yield from _sign(tokens, "n1", after)
    at, apposed = _passed(tokens, after, begins)
    for i in apposed:
        if not tokens[i].is_capital and tokens[i].text[0].isalpha():
            yield from _sign(tokens, "ap", i)
    for n in (1, 2, 3):
        yield from _sign(tokens, f"a{n}", at + n - 1)
    for i in (*range(max(0, first - _FAR), first), *range(after, min(len(tokens), after + _FAR))):
        if tokens[i].text[0].isalpha() and not tokens[i].is_capital:
            yield f"s={tokens[i].lower}", (tokens[i].start, tokens[i].end)
    if sentence.kind != "body":
        yield f"in {sentence.kind}", None


def _sign(tokens: Sequence[Token], prefix: str, at: int) -> Iterator[tuple[str, Span | None]]:
    word = _word(tokens, at)
    if word is None:
        yield f"{prefix}=" + ("mark" if 0 <= at < len(tokens) else "edge"), None
    else:
        yield f"{prefix}={word}", (tokens[at].start, tokens[at].end)


def _passed(tokens: Sequence[Token], at: int, begins: Mapping[int, int]) -> tuple[int, list[int]]:
    """Pass over appositions and the rest of a row of names; give where the clause goes on, and what was passed."""
    passed: list[int] = []
    begun = at
    while at < len(tokens) and at - begun < 2 * _WIDEST_APPOSITION:
        word = tokens[at].text
        if word in ",(" and at + 1 < len(tokens):
            step = at + 1
            if tokens[step].lower == "and":
                step += 1
            if step in begins:
                at = begins[step]
                continue
            close = _closing(tokens, at)
            if close is None:
                return at, passed
            passed += range(at + 1, close)
            at = close + 1 if tokens[close].text == ")" or not _goes_on(tokens, close, begins) else close
        elif word.lower() in ("and", "&") and at + 1 in begins:
            at = begins[at + 1]
        else:
            break
    return at, passed


def _goes_on(tokens: Sequence[Token], close: int, begins: Mapping[int, int]) -> bool:
    """Does another comma phrase or name follow this comma ("X, 24, of Maro, was …")?"""
    after = close + 1
    if after < len(tokens) and tokens[after].lower == "and":
        after += 1
    return after in begins or (after < len(tokens) and tokens[after].lower in ("of", "a", "an", "the", "who"))


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    wanted = ")" if tokens[at].text == "(" else ","
    for i in range(at + 1, min(len(tokens), at + _WIDEST_APPOSITION)):
        if tokens[i].text == wanted:
            return i
        if tokens[i].text in ";:":
            return None
    return None


def _behind_pronoun(sentence: Sentence, after: int) -> Iterator[tuple[str, Span | None]]:
    for n in (0, 1):
        word = _word(sentence.tokens, after + n)
        if word and word[0].isalpha():
            token = sentence.tokens[after + n]
            yield f"he={word}", (token.start, token.end)
