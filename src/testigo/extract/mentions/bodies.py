"""Bodies told by a common noun: "the army", "provincial police", "the health ministry", "a court in Santo Domingo".

The noun gives the type; words before it tell whose ("Peruvian government", "Oakland police"). "Police" counts only
where it is a body that acts or is spoken of, not where it only tells of what kind another thing is ("police launch");
before a role ("police chief Toldán") it names the body that the person speaks for.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.mentions.around import tokens_before
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.hits import Hit
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import ActorType
from testigo.reference.names import fold_name

_OFFICES = ("attorney general", "prosecutor", "district attorney", "coroner", "medical examiner")
_FORCES = """army, military, navy, air force, police, police department, police force, armed forces, security forces,
    government forces, national guard, coast guard, gendarmerie, sheriff's office, sheriff's department""".replace(
    "\n   ", ""
)
_GOVERNMENT = """government, ministry, parliament, congress, senate, state department, justice department,
    health department""".replace("\n   ", "")
_COURTS = "court, supreme court, high court, appeals court, district court, tribunal"
_NOUNS: dict[str, ActorType] = {
    **dict.fromkeys(_FORCES.split(", "), "state_force"),
    **dict.fromkeys(_GOVERNMENT.split(", "), "government"),
    **{f"{office}'s office": "government" for office in _OFFICES},
    **dict.fromkeys(_COURTS.split(", "), "court"),
}
_BY_LAST = {phrase.split()[-1] for phrase in _NOUNS}
_MODIFIERS = frozenset(
    """
    provincial state local federal national military riot border traffic city county regional municipal central
    interim transitional metropolitan rural judicial secret religious village town defence defense interior health
    foreign justice finance education information security home oil agriculture transport labour labor environment
    tourism culture criminal civil special constitutional anti-terrorism counter-terrorism antiterrorism civilian
    provisional coalition military superior circuit juvenile appeals international
    """.split()
)
_ROLE_AFTER = frozenset(
    """
    chief spokesman spokeswoman spokesperson commander commissioner director minister source sources
    """.split()
)
_VERBS = frozenset(
    """
    left fled fought met spoke sent set put broke drove brought hit lost won paid ran stood knew heard struck
    withdrew bore say says said suspect suspects believe believes think thinks allege alleges report reports
    reported investigate confirm confirms arrest accuse accuses blame blames claim claims found shot kill killed
    have has had are is was were do did does could can may might must should will would found told gave took made
    went came began saw knew know want wants hope hopes searched seek sought caught held released identified fired
    opened responded arrived used continue continues deny denies refuse refused also later then now still never not
    initially immediately quickly reportedly allegedly earlier last who which that whose and or but in on at by for
    from to with of near after before during over against as since until while when if because following into about
    calls called refers persists insists goes considers labels dubs brands terms keeps puts put estimates estimated
    counts rejects rejected warns warned vows vowed offers offered under through between late early yesterday
    today tonight announced launched seized detained clashed
    """.split()
)
_ARTICLES = frozenset("the a an".split())


def find_bodies(page: Page, names: Sequence[Name]) -> tuple[Hit, ...]:
    """Find forces, governments, ministries and courts told by common nouns; the article belongs to the mention."""
    by_end = {n.end: n for n in names}
    found: list[Hit] = []
    for sentence in page.sentences:
        if _BY_LAST & {t.lower for t in sentence.tokens}:
            found.extend(_in_sentence(sentence, by_end))
    return tuple(found)


def _in_sentence(sentence: Sentence, by_end: dict[int, Name]) -> Iterator[Hit]:
    tokens = sentence.tokens
    reached = 0
    for at, token in enumerate(tokens):
        if token.lower not in _BY_LAST or (token.is_capital and at and not token.text.isupper()):
            continue
        first, kind = _phrase(tokens, at)
        if kind is None or first < reached or not _is_a_body(sentence, first, at):
            continue
        hit = _hit(sentence, first, at, kind, by_end)
        if hit:
            reached = at + 1
            yield hit


def _phrase(tokens: Sequence[Token], at: int) -> tuple[int, ActorType | None]:
    """Give the first token and the type of the longest known phrase that ends here."""
    for size in (4, 3, 2, 1):
        first = at - size + 1
        if first >= 0:
            words = re.sub(r" [’']s\b", "'s", " ".join(t.lower for t in tokens[first : at + 1]))
            if words in _NOUNS:
                return first, _NOUNS[words]
    return at, None


def _is_a_body(sentence: Sentence, first: int, at: int) -> bool:
    tokens = sentence.tokens
    word = tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.text[0].isalpha():
        return following is None or following.text not in "-" or following.start > tokens[at].end
    if following.lower in _ROLE_AFTER or following.lower in ("’s", "'s"):
        return True
    if word in ("police", "military", "government", "army", "court", "congress", "navy", "security forces"):
        return (
            following.lower in _VERBS
            or (following.lower.endswith("ed") and not following.is_capital)
            or (word == "police" and following.lower.endswith("ly"))
        )
    return True


def _hit(sentence: Sentence, first: int, at: int, kind: ActorType, by_end: dict[int, Name]) -> Hit | None:
    tokens = sentence.tokens
    begin = first
    while begin > 0 and tokens[begin - 1].lower in _MODIFIERS and _touch(sentence, begin):
        begin -= 1
    owner = by_end.get(tokens[begin - 1].end) if begin > 0 and _touch(sentence, begin) else None
    start = (
        owner.start if owner and owner.start >= sentence.start and len(owner.text.split()) <= 3 else tokens[begin].start
    )
    last = _of_whom(sentence, at, by_end, kind)
    name = sentence.text[start - sentence.start : last - sentence.start]
    before = tokens_before(sentence, start, 1)
    has_article = bool(before) and before[0].lower in _ARTICLES
    noun = " ".join(t.lower for t in tokens[first : at + 1])
    is_bare = start == tokens[at].start and last == tokens[at].end
    if noun in ("court", "tribunal") and is_bare and not has_article:
        return None
    if noun == "ministry" and is_bare and not has_article:
        return None
    begin_at = before[0].start if has_article and not (owner and start == owner.start) else start
    if not owner:
        name = name[0].lower() + name[1:] if not name.isupper() and not name[:2].isupper() else name
    return Hit(begin_at, last, sentence.index, name, kind, "body")


def _of_whom(sentence: Sentence, at: int, by_end: dict[int, Name], kind: ActorType) -> int:
    """Give the end with "in X" after a court, "of X" after a ministry or government."""
    tokens = sentence.tokens
    joined = {"court": ("in", "of"), "government": ("of",)}.get(kind, ())
    if at + 2 < len(tokens) and tokens[at + 1].lower in joined:
        for name in by_end.values() if len(by_end) < 8 else _names_near(tokens, at, by_end):
            if name.start == tokens[at + 2].start:
                return name.end
    return tokens[at].end


def _names_near(tokens: Sequence[Token], at: int, by_end: dict[int, Name]) -> Iterator[Name]:
    for token in tokens[at + 2 : at + 8]:
        if token.end in by_end:
            yield by_end[token.end]


def _touch(sentence: Sentence, at: int) -> bool:
    before, here = sentence.tokens[at - 1], sentence.tokens[at]
    return sentence.text[before.end - sentence.start : here.start - sentence.start] == " "


_WHICH = (
    "airforce",
    "police",
    "sheriff",
    "army",
    "military",
    "navy",
    "government",
    "parliament",
    "congress",
    "court",
    "ministry",
    "guard",
    "forces",
)
_SAID_BESIDE = frozenset("department force forces the of in s office bureau".split())


def body_key(name: str) -> str:
    """Give what two mentions of one body share: its kind, then whose it is ("police oakland")."""
    words = fold_name(name).replace("air force", "airforce").split()
    kind = next((k for k in _WHICH for w in words if w.startswith(k[:6])), words[-1] if words else "")
    rest = sorted(w for w in words if not w.startswith(kind[:6]) and w not in _SAID_BESIDE)
    return " ".join((kind, *rest))
