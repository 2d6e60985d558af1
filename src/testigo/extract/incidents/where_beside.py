"""What the words of one sentence say for a place being where its act was: signs, each with a plain name.

A sign is a word of grammar (the preposition before the place, what stands between place and act, what stands right
before and after the name), never a name of a place. The same signs hold for every word of an act and every place of its
sentence; `where_weights.csv` says how much each counts.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.page import Page, Sentence, Token

_SET_IN = frozenset("in at near outside inside on around across off throughout within".split())
_AWAY = frozenset("from to toward towards into through between along over against beyond via by".split())
_NEAR = 3  # tokens
_GAPS = ((0, "0"), (2, "1-2"), (5, "3-5"), (9, "6-9"), (15, "10-15"), (25, "16-25"))
_WORDS_BESIDE = 3  # tokens looked at before and after a name
_LAST_WORDS = re.compile(r"[\w’'-]+|[^\w\s]")

# What a place's name may stand before, and the sign that it gives.
_AFTER: dict[str, str] = {
    word: sign
    for sign, words in {
        "people": "man woman men women boy girl boys girls teen teens teenager teenagers child children couple family"
        " resident residents native mother father brother sister son daughter student students people civilians"
        " businessman lawyer journalist doctor driver",
        "police": "police sheriff sheriff's sheriff’s deputies deputy officers officer detectives firefighters fire pd"
        " prosecutors investigators authorities",
        "spot": "home house apartment apartments bar club nightclub hotel motel park store market mosque church cafe"
        " restaurant neighborhood neighbourhood street mall station parking school suburb suburbs residence area"
        " district outskirts square airport checkpoint camp prison bridge road highway",
        "act": "shooting shootings attack attacks bombing bombings massacre killing killings murder murders clashes"
        " explosion blast ambush siege riots stabbing homicide",
        "office": "government officials official army forces troops soldiers court courts mayor governor hospital"
        " president minister parliament embassy authorities judge jail newspaper university times news military",
        "class": "province governorate county district region state valley river town city village mountains",
    }.items()
    for word in words.split()
}
# What may stand before the preposition of a place.
_BEFORE: dict[str, str] = {
    word: sign
    for sign, words in {
        "care": "hospital hospitals clinic center centre medical care treatment morgue",
        "law": "court jail prison custody arrested trial charged judge custody hearing",
        "home": "resident residents native lives lived born raised grew citizen",
        "seat": "based headquarters headquartered embassy correspondent spokesman reporter journalist conference summit"
        " meeting talks ceremony speech interview speaking negotiations",
        "class": "town city village hamlet province district region suburb neighbourhood neighborhood state county"
        " municipality camp area outskirts streets centre center",
    }.items()
    for word in words.split()
}
# Who may sit in a place and tell or judge from there ("the army in X confirmed the attack").
_BODIES = frozenset(
    "army military government police ministry officials official authorities parliament command office court judge jury"
    " spokesman spokeswoman group monitor monitors observatory council prosecutors prosecutor diplomats diplomat minister"
    " president leaders leader headquarters embassy source sources".split()
)
_CLAUSE = re.compile(
    r"\b(?:who|which|where|when|while|after|before|as|but|because|although|since|if)\b|[;:—–]|--", re.I
)
_SPEECH = re.compile(r"\b(?:said|says|told|reported|announced|according|added|claimed|spokes\w+|statement)\b", re.I)
_MOVE = re.compile(r"\b(?:taken|airlifted|flown|transported|rushed|drove|driven|fled|travell?ed|went|arrested|caught|"
                   r"found|returned|moved|deported|extradited|hospitali[sz]ed|treated|died)\b", re.I)  # fmt: skip
_QUOTE = re.compile(r"[\"“”]")
_DISTANCE = re.compile(
    r"\b(?:\d+|few|several|\w+teen|ten|twenty|thirty|forty|fifty)[ -](?:\w+ )?(?:km|kms|kilomet\w+|miles?|metres?|meters?)\b"
    r"|\b(?:north|south|east|west)\w* of(?: the)?(?: \w+){0,3} $", re.I)  # fmt: skip
_JOINED = re.compile(r",? (?:and|or|as well as) (?:in |the )*$|, (?:in )?$")


@dataclass(frozen=True)
class Line:
    """One sentence's places in text order, with its tokens' starts, so that counting between two points is cheap."""

    sentence: Sentence
    mentions: tuple[PlaceMention, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, sentence: Sentence, places: Places) -> "Line":
        """Take the places that a sentence names; nationality words name none."""
        named = tuple(m for m in places.in_sentence(sentence.index) if m.form != "demonym")
        return cls(sentence, named, tuple(t.start for t in sentence.tokens))

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """Give the tokens that begin from start up to end."""
        return self.sentence.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def places_between(self, start: int, end: int) -> int:
        """Count the places that stand between two offsets."""
        begun = [m.start for m in self.mentions]
        return max(0, bisect_left(begun, end) - bisect_left(begun, start))


def signs_beside(page: Page, places: Places, line: Line, act: tuple[int, int], mention: PlaceMention) -> list[str]:
    """Name the signs for and against one place of a sentence being where the act at these offsets was."""
    is_after = mention.start >= act[0]
    side = "after" if is_after else "before"
    gap = (act[1], mention.start) if is_after else (mention.end, act[0])
    between = page.text[gap[0] : gap[1]] if gap[0] < gap[1] else ""
    count = len(line.tokens_between(*gap)) if between else 0
    hint = _preposition(page, line, mention)
    kind = places.by_id(mention.place).type
    signs = [
        f"{hint} {side}", f"{_bucket(count)} words {side}", f"type {kind}", f"form {mention.form}",
        f"{min(2, line.places_between(*gap))} places between {side}",
    ]  # fmt: skip
    signs += _between_signs(between, hint, side, count)
    signs += _beside_signs(page, line, mention, hint)
    signs += _order_signs(page, places, line, mention, is_after)
    return signs


def _bucket(count: int) -> str:
    return next((name for most, name in _GAPS if count <= most), "more")


def _preposition(page: Page, line: Line, mention: PlaceMention) -> str:
    """Say how the words before put it; a list takes over the preposition before its first place."""
    hint = mention.hint
    if not hint:
        begun = max(line.sentence.start, mention.start - 16)
        at = bisect_left([m.start for m in line.mentions], mention.start)
        if at and _JOINED.search(page.text, begun, mention.start):
            previous = line.mentions[at - 1]
            if mention.start - previous.end <= 16:
                hint = previous.hint
    if hint in _SET_IN or hint in _AWAY or hint in ("of", ""):
        return hint or "bare"
    return "other"


def _between_signs(between: str, hint: str, side: str, count: int) -> list[str]:
    signs = []
    if not _CLAUSE.search(between) and not _QUOTE.search(between):
        signs.append(f"same clause {side}")
    if _SPEECH.search(between):
        signs.append(f"speech between {side}")
    if _MOVE.search(between):
        signs.append(f"move between {side}")
    commas = between.count(",")
    signs.append(f"{min(3, commas)} commas between {side}")
    if hint == "bare" and count <= _NEAR:
        signs.append(f"bare and near {side}")
    return signs


def _beside_signs(page: Page, line: Line, mention: PlaceMention, hint: str) -> list[str]:
    sentence = line.sentence
    after = [t.lower for t in _next(line, mention)]
    before = [
        w.lower() for w in _LAST_WORDS.findall(page.text[max(sentence.start, mention.start - 60) : mention.start])
    ][-6:]
    signs = []
    if after and after[0] in ("'s", "’s"):
        signs.append("owns")
        after = after[1:]
    kinds = [_AFTER[w] for w in after[:2] if w in _AFTER]
    if kinds:
        signs.append(f"before a word of {kinds[0]}" + (" bare" if hint == "bare" else ""))
    signs += [f"behind a word of {_BEFORE[w]}" for w in before[-4:] if w in _BEFORE][-1:]
    if _DISTANCE.search(page.text, max(sentence.start, mention.start - 50), mention.start):
        signs.append("a distance before")
    if hint in before[-2:] and _word_before(before, hint) in _BODIES:
        signs.append("a body in it")
    if before[-2:] == [",", "of"]:
        signs.append("whose home it is")  # "Luis Ferro, of Dallas,"
    if before and before[-1] == "(":
        signs.append("in brackets")
    return signs


def _word_before(words: Sequence[str], hint: str) -> str:
    at = len(words) - 1 - words[::-1].index(hint)
    return words[at - 1] if at else ""


def _next(line: Line, mention: PlaceMention) -> tuple[Token, ...]:
    at = bisect_left(line.starts, mention.end)
    return line.sentence.tokens[at : at + _WORDS_BESIDE]


def _order_signs(page: Page, places: Places, line: Line, mention: PlaceMention, is_after: bool) -> list[str]:
    begun = [m.start for m in line.mentions]
    at = bisect_right(begun, mention.start) - 1
    signs = []
    if at and _holds(places, mention.place, line.mentions[at - 1].place):
        signs.append("holds the place before")
    elif at and page.text[line.mentions[at - 1].end : mention.start].strip() == ",":
        signs.append("behind a place's comma")
    if at + 1 < len(line.mentions):
        following = line.mentions[at + 1]
        if _holds(places, following.place, mention.place):
            signs.append("within the place after")
        if _holds(places, mention.place, following.place):
            signs.append("holds the place after")
    words_in = bisect_left(line.starts, mention.start)
    if words_in <= _NEAR:
        signs.append(f"opens the sentence {'bare' if not mention.hint else 'set'}")
    if at == len(line.mentions) - 1:
        signs.append("last place")
    if at == 0:
        signs.append("first place")
    return signs


def _holds(places: Places, outer: str, inner: str) -> bool:
    """Does one hold the other, by what the text or the gazetteer says, at most two steps up?"""
    if outer == inner:
        return False
    above = places.by_id(inner).within
    if outer in above:
        return True
    return any(outer in places.by_id(p).within for p in above) or _is_its_country(places, outer, inner)


def _is_its_country(places: Places, outer: str, inner: str) -> bool:
    whole, part = places.by_id(outer), places.by_id(inner)
    return whole.type == "country" and part.type != "country" and whole.country == part.country
