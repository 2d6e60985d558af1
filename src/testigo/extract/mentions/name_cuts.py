"""Where a run of capitals is cut because a title or a trade inside it opens a person's name."""

from collections.abc import Iterator, Sequence

from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.name_words import BODY_WORDS, FIRST_ONLY, HEADS
from testigo.extract.mentions.titles import BEFORE_TITLE, LEADS, ROLES, TITLES
from testigo.extract.page import Token

# Buttons and captions that run into a name where a page lost its line breaks: "Share Amina Odeh", "Luis Ferro Two".
_PAGE_WORDS = frozenset("share watch embed caption photo photos video view tweet".split())
_NEXT_LINE = frozenset("suspect victim victims one two three four five".split())


def cut_at_titles(tokens: Sequence[Token], first: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run where a title inside it opens a person's name: "Oakland Police Chief Ann Moss" is two names."""
    if end - first > 2:
        first += tokens[first].lower in _PAGE_WORDS
        end -= tokens[end - 1].lower in _NEXT_LINE and is_given_name(tokens[first].text)
    for i in range(first + 1, end - 1):
        if tokens[i - 1].text in BODY_WORDS and is_given_name(tokens[i].text) and tokens[end - 1].lower not in HEADS:
            yield from ((first, i), (i, end))
            return
    if _leads(tokens, first, end):
        yield first + 1, end
        return
    titles = [i for i in range(first, end) if _is_title(tokens, first, i)]
    last = titles[-1] if titles else -1
    after = last + 2 if last >= 0 and last + 1 < end and tokens[last + 1].text == "." else last + 1
    opens_a_name = (
        last >= 0 and after < end and tokens[after].lower not in HEADS | {"of"} and tokens[end - 1].lower not in HEADS
    )
    if not opens_a_name:
        yield first, end
        return
    before = last
    while before > first and (
        tokens[before - 1].lower in TITLES | (BEFORE_TITLE - {"police", "army"}) or tokens[before - 1].text == "."
    ):
        before -= 1
    if before > first:
        yield first, before
    yield after, end


def _is_title(tokens: Sequence[Token], first: int, at: int) -> bool:
    word = tokens[at].lower
    is_possessed = at + 1 < len(tokens) and tokens[at + 1].lower in ("’s", "'s", "’", "'")
    return word in TITLES and (at == first or word not in FIRST_ONLY) and not is_possessed


def _leads(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Does the run begin with a trade that only its place at the sentence's start capitalises ("Shopkeeper Ali Can")?

    A given name must follow, or at a sentence's start two names that end no organisation's.
    """
    word = tokens[first].lower
    if end - first < 2 or any(t.lower in HEADS for t in tokens[first + 1 : end]):
        return False
    if word in LEADS and is_given_name(tokens[first + 1].text):
        return True
    is_trade = (word in ROLES and word not in TITLES and word not in FIRST_ONLY) or word.startswith("ex-")
    return is_trade and first == 0 and end - first > 2
