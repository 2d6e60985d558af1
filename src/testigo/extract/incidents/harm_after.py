"""The words of harm that stand behind their people: "16 people | were killed", "two | dead", "a man | was shot"."""

from collections.abc import Sequence

from testigo.extract.incidents.harm_phrases import Said, harm_phrase, possessed_harm
from testigo.extract.incidents.harm_words import (
    ADJECTIVES,
    APPOSITIONS,
    AUXILIARY,
    DONE_TO,
    NEGATIONS,
    NO_OBJECT,
    OBJECTS,
    POST_MODIFIERS,
    REFLEXIVE,
    SAID_OF,
    SKIPPED,
    WOUNDS,
)
from testigo.extract.page import Token

_FURTHEST = 24  # tokens between the people and the word of harm
_WIDEST_APPOSITION = 30


def harm_after(tokens: Sequence[Token], begun: int, limit: int, is_one: bool) -> Said | None:
    """Look right of a list of people that ends before the token `begun`; `limit` is where the next list begins."""
    possessed = possessed_harm(tokens, begun) if is_one else None
    if possessed:
        return possessed
    at = begun
    has_auxiliary = False
    reach = begun + _FURTHEST
    while at < min(len(tokens), reach):
        word = tokens[at].lower
        if word in NEGATIONS:
            return None
        said = harm_phrase(tokens, at, has_auxiliary)
        if said:
            last = next(n for n in range(at, len(tokens)) if tokens[n].end >= said[2])
            return _firmest(tokens, last, said, limit)
        if word in ("shoots", "stabs", "kills") and at + 1 < len(tokens) and tokens[at + 1].lower in REFLEXIVE:
            said = ("killed" if word == "kills" else "shot"), tokens[at].start, tokens[at].end
            return _firmest(tokens, at, said, limit)
        if (
            at > begun
            and word in SAID_OF
            and tokens[at - 1].lower in _ARTICLES
            and tokens[at - 2].lower not in ("among", "of")
        ):
            return None  # "officers found the | injured child"
        if word in SAID_OF:
            return _firmest(tokens, at, _read_said(tokens, at, has_auxiliary, limit), limit)
        step = _skippable(tokens, at, limit, begun)
        if not step:
            return None
        has_auxiliary = has_auxiliary or word in AUXILIARY or word in ("left", "among")
        reach += step - 1
        at += step
    return None


def _skippable(tokens: Sequence[Token], at: int, limit: int, begun: int) -> int:
    """Give how many tokens may be passed over here, 0 where the search must end."""
    word = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word == "," and after in APPOSITIONS:
        closing = _closing(tokens, at, limit)
        if closing:
            return closing - at
    if at == begun and word in POST_MODIFIERS:
        verb = _verb_behind(tokens, at, limit)
        if verb:
            return verb - at
    if word in SKIPPED or word.endswith("ly") or word.isdigit() or word in (",", "(", ")", "-", "–"):
        return 1
    name = at + 1 + (after == "the")
    if word in ("of", "from") and name < len(tokens) and tokens[name].is_capital:
        return _capitals(tokens, name) + name - at
    return 0


def _closing(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Give the comma that closes an apposition, where the sentence goes on with a verb about its people."""
    for i in range(at + 1, min(limit, at + _WIDEST_APPOSITION, len(tokens) - 1)):
        word, after = tokens[i].lower, tokens[i + 1].lower
        if word in ("and", ";") or word in DONE_TO:
            return None
        if word == "," and (after in AUXILIARY or after in SAID_OF):
            return i
    return None


_ENDS_POST = frozenset("was were is are had has died dies".split())
_ACTS = frozenset(("shooting", "stabbing"))
_OPENS_CLAUSE = frozenset("and but that where when while after before as whose which".split())


def _verb_behind(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Give the auxiliary that ends what is told beside the people ("a man in his 20s | was")."""
    for i in range(at + 1, min(limit, at + 10)):
        word = tokens[i].lower
        if word in _ENDS_POST and tokens[at].lower != "who":
            return i
        if not word[0].isalnum() or word in _OPENS_CLAUSE or (word in {*SAID_OF, *DONE_TO} - _ACTS):
            return None
    return None


def _capitals(tokens: Sequence[Token], at: int) -> int:
    n = 0
    while at + n < len(tokens) and n < 10 and (tokens[at + n].is_capital or (n and tokens[at + n].text in (",", "."))):
        n += 1
    return n


def _read_said(tokens: Sequence[Token], at: int, has_auxiliary: bool, limit: int) -> Said | None:
    """Read the participle that the search met: passive, adjective or headline; an active verb is no harm to its doer."""
    word = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    is_passive = has_auxiliary and not _is_perfect(tokens, at)
    if word in ("fatally", "mortally"):
        is_done = at + 1 < len(tokens) and after in SAID_OF and not is_passive and _takes_object(tokens, at + 2, limit)
        return None if is_done else ("killed", tokens[at].start, tokens[min(at + 1, len(tokens) - 1)].end)
    if word in _WAYS:
        return _read_shot(tokens, at, is_passive, limit)
    is_verb = word not in ADJECTIVES or (word in DONE_TO and at + 1 == limit)  # "wounded | him"
    if not is_passive and is_verb and _takes_object(tokens, at + 1, limit):
        return None
    if word in ("died", "dies", "die", "dying") and after in ("of", "from") and not _is_of_wounds(tokens, at + 2):
        return None
    if after in ("and", "or") and at + 2 < len(tokens) and tokens[at + 2].lower in ("wounded", "injured", "maimed"):
        is_next = at + 3 < len(tokens) and _takes_object(tokens, at + 3, limit)
        if SAID_OF[word] == "killed" and word != "dead" and not is_next:
            return "casualties", tokens[at].start, tokens[at + 2].end
    if word == "fled" and after not in ("their", "the", "homes", "from", ".", ",", "to", "violence"):
        return None
    return SAID_OF[word], tokens[at].start, tokens[at].end


def _is_perfect(tokens: Sequence[Token], at: int) -> bool:
    """Does "has", "had" or "have" stand right before the participle: "had shot" does, "has been shot" is done to him?"""
    i = at - 1
    while i > 0 and (tokens[i].lower.endswith("ly") or tokens[i].lower in ("also", "just", "already", "later")):
        i -= 1
    return i >= 0 and tokens[i].lower in ("has", "have", "had", "having", "’ve", "'ve")


_WAYS = frozenset("shot stabbed hacked beaten bludgeoned".split())


def _read_shot(tokens: Sequence[Token], at: int, has_auxiliary: bool, limit: int) -> Said | None:
    words = [t.lower for t in tokens[at + 1 : at + 4]]
    for n, tail in ((2, ["and", "killed"]), (2, ["to", "death"]), (1, ["dead"]), (3, ["and", "fatally", "wounded"])):
        if words[: len(tail)] == tail:
            if not has_auxiliary and _takes_object(tokens, at + 1 + n, limit):
                return None
            return "killed", tokens[at].start, tokens[at + n].end
    if at > 0 and tokens[at - 1].lower == "fatally":
        return "killed", tokens[at - 1].start, tokens[at].end
    if not has_auxiliary and (_takes_object(tokens, at + 1, limit) or words[:1] in (["into"], ["toward"], ["towards"])):
        return None
    if words[:1] == ["at"] and (len(words) < 2 or words[1] in ("by", "while", "as", "when", "from", ".", ",", "and")):
        return None  # "was shot at by …" hit nobody
    return SAID_OF[tokens[at].lower], tokens[at].start, tokens[at].end


_ARTICLES = frozenset("the a an his her their two three".split())
_ENDS_IT = frozenset("died dies succumbed passed".split())
_NO_LONGER_BARE = frozenset(", and as when while who after before that said".split())
_ENDINGS = frozenset("died dead killed succumbed dies deceased".split())
_BEFORE_ENDING = SKIPPED | frozenset(
    ("she", "he", "they", "doctors", "him", "her", "soon", "after", "afterward", "minutes", "hours", ",")
)


def _firmest(tokens: Sequence[Token], at: int, said: Said | None, limit: int) -> Said | None:
    """Read on: who "was shot in the chest and later died" is killed."""
    if said is None or said[0] not in ("shot", "injured"):
        return said
    is_bare = tokens[at - 1].lower not in AUXILIARY  # "a man shot in the head | has died"
    for i in range(at + 1, min(len(tokens), at + 24)):
        if tokens[i].lower in (".", ";", "but") or (i >= limit and not is_bare):
            return said
        if is_bare and tokens[i].lower in _ENDS_IT and tokens[i - 1].lower not in ("who", "which"):
            return "killed", said[1], tokens[i].end
        is_bare = is_bare and tokens[i].lower not in _NO_LONGER_BARE
        if tokens[i].lower not in ("and", "where"):
            continue
        end = i + 1
        while end < min(limit, i + 8) and tokens[end].lower not in _ENDINGS and tokens[end].lower in _BEFORE_ENDING:
            end += 1
        if (
            end < min(limit, len(tokens))
            and tokens[end].lower in _ENDINGS
            and not _takes_object(tokens, end + 1, limit)
        ):
            return "killed", said[1], tokens[end].end
        return said
    return said


def _takes_object(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Does somebody or something stand right after the verb, which makes it an active one?"""
    if at >= len(tokens):
        return False
    if at == limit:
        return True
    word = tokens[at]
    if word.lower in NO_OBJECT:
        return word.lower == "at" and at + 1 < len(tokens) and tokens[at + 1].lower == "least"
    if word.lower in REFLEXIVE:
        return False
    return word.lower in OBJECTS or word.text.isdigit() or word.is_capital


def _is_of_wounds(tokens: Sequence[Token], at: int) -> bool:
    return bool({t.lower for t in tokens[at : at + 7]} & WOUNDS)
