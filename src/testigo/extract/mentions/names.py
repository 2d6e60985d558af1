"""Runs of capitalised words: what may be a name, before anyone asks whose.

A run holds capitalised words, initials and inner particles ("de la", "bin"); "of" and "and" join only what begins like
an organisation or a stretch of land ("Army of the North", "Gulf of Aden"). It ends at a comma, a possessive and a
sentence's end. Titles before a person ("Defence Minister") stand outside the run. A sentence's first word is dropped
where it is an ordinary one: it stands in the stop list, or the document writes it without a capital elsewhere.
In headlines that capitalise every word, and in texts in capitals only, a capital shows nothing: there only names that
the rest of the document writes as names are found.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.name_cuts import cut_at_titles
from testigo.extract.mentions.name_words import (
    CREEDS,
    HEADLINE_WORDS,
    HEADS,
    ORDINARY,
    PARTICLES,
    POSSESSED,
    STARTERS,
)
from testigo.extract.mentions.titles import TITLES
from testigo.extract.page import Page, Sentence, Token

_AL = re.compile(r"(?:al|el|ad|ar|as|at|az|an|ash|ud|ul|e|i|d|l)[-’'][A-ZÁÉÍÓÚÑ]", re.UNICODE)
_GLUE = re.compile(r"(?<=[a-záéíóúñ]{4})(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2})")
_QUOTED_NAME = re.compile(r"[“\"‘](?:[A-ZÁÉÍÓÚÑ][\w-]+ ?){2,4}[”\"’]")
_MADE_OF = re.compile(r"-(?:led|backed|based|held|controlled|affiliated|linked|occupied|born|run|allied|owned)$", re.I)
_QUOTES = "“\"‘'"
_NICKNAME = re.compile(r" [“\"‘']{1,2}[\w.-]+(?: [\w.-]+)?,?[”\"’']{1,2} (?=[A-ZÁÉÍÓÚÑ]\w)")
_SUFFIX = frozenset("jr sr ii iii iv".split())
_LONGEST_RUN = 40  # tokens; what is longer is a list or a headline
_LONGEST = 12  # words; a longer run is a headline, not a name


def find_names(page: Page) -> tuple[Name, ...]:
    """Find runs of capitalised words that may name something, in text order, never overlapping."""
    shouted = is_shouted(page)
    lower = frozenset(t.text for s in page.sentences for t in s.tokens if not t.is_capital)
    plain = [s for s in page.sentences if not (shouted or is_headline_case(s))]
    names = [name for s in plain for name in _names_of(s, lower)]
    known = frozenset(n.text.casefold() for n in names if " " in n.text or not n.is_sentence_start)
    done = {s.index for s in plain}
    for sentence in page.sentences:
        if sentence.index not in done:
            names.extend(_known_names(sentence, known))
    return tuple(sorted(names, key=lambda n: n.start))


def is_shouted(page: Page) -> bool:
    """Is the document written in capitals throughout, as teletype reports are?"""
    letters = [c for c in page.text[:20000] if c.isalpha()]
    return len(letters) > 40 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def is_headline_case(sentence: Sentence) -> bool:
    """Does this sentence capitalise nearly every word, so that its capitals show nothing?"""
    words = [t for t in sentence.tokens if t.text[0].isalpha() and (len(t.text) > 3 or t.text.isupper())]
    capitals = sum(t.is_capital for t in words)
    ends_like_text = sentence.text[-1] in '.”"' and capitals < len(words)
    return len(words) >= 4 and not ends_like_text and capitals >= 0.75 * len(words)


def is_name_word(token: Token) -> bool:
    """May this token be part of a name: a capital, or an article written with a hyphen before one ("al-Nusra")?"""
    return (token.is_capital and token.text[0].isalpha()) or bool(_AL.match(token.text))


def _names_of(sentence: Sentence, lower: frozenset[str]) -> Iterator[Name]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not is_name_word(tokens[at]):
            at += 1
            continue
        end = _run_end(sentence, at)
        small = [i for i in range(at + 1, end) if tokens[i].text in HEADLINE_WORDS]
        if all(i + 1 < len(tokens) and tokens[i + 1].text == "." for i in small):
            for first, last in cut_at_titles(tokens, at, end):
                for name in _trimmed(sentence, first, last, lower):
                    yield from _unglued(name)
        at = end


def _unglued(name: Name) -> Iterator[Name]:
    """Cut where a lost line break has glued two names ("Moretown TimesAnn Moss")."""
    for match in _GLUE.finditer(name.text):
        glued = re.split(r"[\s.-]", name.text[: match.end()])[-1].casefold() in HEADS
        if glued or is_given_name(re.split(r"[\s.,]", name.text[match.end() :])[0]):
            at = name.start + match.end()
            yield Name(name.start, at, name.sentence, name.text[: match.end()], name.is_sentence_start)
            yield Name(at, name.end, name.sentence, name.text[match.end() :], is_sentence_start=True)
            return
    yield name


def _run_end(sentence: Sentence, first: int) -> int:
    """Give the index after the last token of the run that begins here."""
    tokens = sentence.tokens
    end = first + 1
    while end < len(tokens) and end - first < _LONGEST_RUN:
        following = _join(sentence, first, end)
        if not following:
            break
        end = following
    return end


def _join(sentence: Sentence, first: int, at: int) -> int:
    """Give the index after the word that goes on with the run, 0 where the run ends."""
    tokens = sentence.tokens
    here, before = tokens[at], tokens[at - 1]
    gap = sentence.text[before.end - sentence.start : here.start - sentence.start]
    if here.text == "." and not gap and _is_shortened(before) and at + 1 < len(tokens):
        return at + 1 if is_name_word(tokens[at + 1]) else 0
    if here.text in "’'" and not gap and before.lower in POSSESSED and _is_next_capital(tokens, at + 1):
        return at + 1
    if here.lower in ("’s", "'s") and _is_next_capital(tokens, at + 1):
        return at + 1 if before.lower in POSSESSED or tokens[at + 1].text in ("Office", "Department") else 0
    nickname = _NICKNAME.match(sentence.text, before.end - sentence.start)
    if nickname and before.is_capital and here.text in _QUOTES:
        return next(i for i in range(at, len(tokens)) if tokens[i].start >= sentence.start + nickname.end())
    if here.text == "&" and _is_next_capital(tokens, at + 1):
        return at + 1
    if here.text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in _SUFFIX and at - first > 1:
        return at + 2
    if gap.strip() or "\n" in gap or (not gap and before.text not in "."):
        return 0
    if is_name_word(here):
        # "Ann Moss MARO" is a byline before a dateline, "Colombian FARC" two names.
        is_shout = here.text.isupper() and len(here.text) > 3 and before.text.isalpha() and not before.text.isupper()
        return 0 if is_shout else at + 1
    return _join_small(tokens, first, at)


def _join_small(tokens: Sequence[Token], first: int, at: int) -> int:
    """Join particles that a capital follows, and "of", "for", "and" inside names of organisations."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].lower in PARTICLES:
        end += 1
    if end > at and _is_next_capital(tokens, end):
        return end
    word = tokens[at].lower
    heads = [t.lower in HEADS for t in tokens[first:at]]
    after = at + 1
    if after < len(tokens) and tokens[after].lower in ("the", "la", "los"):
        after += 1
    if word == "of" and heads[-1] and _is_next_capital(tokens, after):
        return after
    if word == "for" and any(heads) and _is_next_capital(tokens, after):
        return after
    if word == "and" and _is_listed_in_a_name(tokens, first, at, after):
        return after
    return 0


def _is_listed_in_a_name(tokens: Sequence[Token], first: int, at: int, after: int) -> bool:
    """Does "and" join two things that one name lists ("Islamic State of Iraq and the Levant")?"""
    if not _is_next_capital(tokens, after):
        return False
    inside = [t.lower for t in tokens[first:at]]
    if "of" in inside and inside[0] in HEADS | {"ministry"} and inside.index("of") >= len(inside) - 3:
        nothing_follows = after + 1 >= len(tokens) or not tokens[after + 1].is_capital
        return nothing_follows or tokens[after + 1].lower in HEADS
    ahead = tokens[after : after + 3]
    return (
        len(inside) == 1
        and after == at + 1
        and any(t.is_capital and t.lower in HEADS for t in ahead[1:])
        and ahead[0].is_capital
    )


def _is_next_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and is_name_word(tokens[at])


def _is_shortened(token: Token) -> bool:
    return (
        (len(token.text) == 1 and token.is_capital)
        or token.lower in _SUFFIX
        or token.lower in TITLES
        or token.lower in ("st", "ste", "u.s")
    )


def _trimmed(sentence: Sentence, first: int, end: int, lower: frozenset[str]) -> Iterator[Name]:
    tokens = sentence.tokens
    opens = first
    while first < end and _is_ordinary_here(sentence, first, lower, opens):
        first += 1
    while (
        end > first
        and (not is_name_word(tokens[end - 1]) or tokens[end - 1].lower in ORDINARY)
        and tokens[end - 1].text not in "’'"
    ):
        end -= 1
    if first >= end or end - first > _LONGEST:
        return
    start, stop = tokens[first].start, tokens[end - 1].end
    if (
        end < len(tokens)
        and tokens[end].text == "."
        and tokens[end - 1].lower in ("jr", "sr")
        and tokens[end].start == stop
    ):
        stop += 1
    text = sentence.text[start - sentence.start : stop - sentence.start]
    yield Name(start, stop, sentence.index, text, is_sentence_start=_begins_clause(sentence, first))


def _is_ordinary_here(sentence: Sentence, at: int, lower: frozenset[str], opens: int) -> bool:
    token = sentence.tokens[at]
    if token.lower in ORDINARY or not token.text[0].isalpha():
        return True
    if token.lower in ("the", "a", "an") or token.lower.endswith("-old") or _MADE_OF.search(token.text):
        return True
    if token.lower in CREEDS and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].lower not in HEADS:
        return True
    begins = _begins_clause(sentence, opens) and not _is_quoted_name(sentence, at)
    return (
        begins
        and at < opens + 2
        and (token.lower in STARTERS or (token.lower in lower and at == opens))
        and not token.text.isupper()
    )


def _is_quoted_name(sentence: Sentence, at: int) -> bool:
    """Do quotation marks hold nothing but two to four capitals ("Second Company")?"""
    return bool(at and _QUOTED_NAME.match(sentence.text, sentence.tokens[at - 1].start - sentence.start))


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Would the word be capitalised anyway: first of a sentence or quotation, after a colon or a dash?"""
    tokens = sentence.tokens
    if at == 0:
        return True
    before = tokens[at - 1].text
    if "\n" in sentence.text[tokens[at - 1].end - sentence.start : tokens[at].start - sentence.start]:
        return True
    return (
        before in '“"‘:—–•*(['
        or (before == "-" and at < 15)
        or (at < 5 and not any(t.text[0].isalnum() for t in tokens[:at]))
    )


def _known_names(sentence: Sentence, names: frozenset[str]) -> Iterator[Name]:
    """Find, in a sentence whose capitals show nothing, names that the rest of the document writes as names."""
    tokens = sentence.tokens
    longest = max((len(n.split()) for n in names), default=0)
    at = 0
    while at < len(tokens):
        for end in range(min(len(tokens), at + longest + 2), at, -1):
            text = sentence.text[tokens[at].start - sentence.start : tokens[end - 1].end - sentence.start]
            if text.casefold() in names and text[0].isupper():
                yield Name(tokens[at].start, tokens[end - 1].end, sentence.index, text, is_sentence_start=at == 0)
                at = end
                break
        else:
            at += 1
