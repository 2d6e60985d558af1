"""People: names of two or more words with a sign of personhood beside them, and what those words say of the person.

A sign is a title or role before the name, an age beside it, "alias", a verb of speech, a verb that only people are the
subject of, or a common given name. One word alone ("Jorge") is a person only after kin or a title ("his brother
Jorge") or before "alias". Whether a later bare surname is that person is for `cast` to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testigo.extract.mentions.around import tokens_after, tokens_before
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.given_names import is_given_name
from testigo.extract.mentions.groups import is_demonym_like, type_by_words
from testigo.extract.mentions.name_words import HEADS, PARTICLES
from testigo.extract.mentions.people_beside import age_beside, sex_words_beside, trade_beside
from testigo.extract.mentions.titles import KIN, ROLES, TITLES, sex_of_words
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import Sex
from testigo.reference.names import is_acronym

_SPEECH = frozenset(
    """
        said says told added announced claimed confirmed denied warned argued explained insisted stated declared
        tweeted wrote testified recalled alleged noted acknowledged admitted asked vowed
        """.split()
)
_PERSON_VERBS = frozenset(
    """
    died pleaded confessed fled surrendered married graduated worked lived resigned fatally allegedly shot stabbed
    drove walked ran renounced founded led ordered commanded joined lost suffered found identified pronounced
    arrested charged convicted sentenced acquitted indicted detained wounded injured killed murdered kidnapped
    abducted beheaded executed buried hospitalized born accused wanted jailed imprisoned released beaten tortured
    survived disappeared
    """.split()
)
_BE = frozenset("was were is who whose".split())
_ACTIVE = frozenset("killed wounded injured shot led ordered joined lost suffered accused arrested released".split())
_NOT_LOWER = frozenset("major general private".split())  # adjectives more often than ranks
_DONE_TO = frozenset("arrested shot stabbed murdered wounded injured kidnapped abducted convicted sentenced".split())
_DEEDS = frozenset("death killing murder shooting slaying arrest kidnapping abduction assassination funeral".split())
_OF_ONE = frozenset("the his her their a an its".split())
_WHERE = frozenset("in near at outside around via".split())
_NO_PERSON = frozenset(
    """
    street st avenue ave road rd boulevard blvd drive dr lane highway route bridge square park airport river lake
    valley mountain mountains island islands beach bay hill hills county city town village province district region
    state states republic university college school hospital church mosque cathedral temple center centre hotel mall
    building station base fort market act law agreement award cup games day bill league club inc llc corp company
    services department times news post herald jazeera nations united north south east west northern southern
    eastern western central saint new los las san santa santo el apartments heights court inn cafe restaurant bar
    jeep toyota honda ford chevrolet chevy dodge nissan bmw mercedes hyundai kia cadillac buick glock smith&wesson
    kalashnikov facebook twitter youtube google instagram whatsapp telegram supreme high medical general first
    second third world war civil black white house red green blue amber alert freeway interstate plaza terrace
    circle creek grove middle elementary academy gun violence homicide report christmas memorial bank zone line team
    party army front movement internet islam islamic muslim jewish catholic arab american african european asian
    latin hispanic english spanish french german russian chinese story stories news staff writer
    """.split()
) - {"smith", "dr", "general", "bill", "black", "white", "green", "ford", "grove", "red"}  # fmt: skip
# Places and things whose words are surnames as often, behind a common given name ("Karl Hills", "Rosa Banks").
_SURNAMES_TOO = frozenset(
    """
    hill hills park church street lane lake temple forest law day north west east castle cross court bell bay rivers
    river beach banks mall hall county city town english french german story news mason
    """.split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
# Roles that are adjectives or things of groups as often: "X, a rebel front", "X, a member of NATO".
_NOT_ALONE = frozenset(
    "member rebel militant guerrilla insurgent jihadist native youth child major private general head named".split()
)
_APPOSED = re.compile(
    r"(?:,? \d{1,3},|,) (?:an?|the|its|their|his|her|another|one of the) (?:[\w’'-]+ ){0,4}?(?P<role>[a-z-]+?)s?"
    r"(?=[,.;:)]| (?:of|who|in|at|from|for|was|is|and|to|with|whose|on|said)\b|$)"
)
# Said of people, but of towns and cars as well: enough for a name that is known for no place.
_WEAK_VERBS = frozenset(
    """
    taken struck rushed airlifted transported hit sitting standing walking playing driving riding visiting sleeping
    leaving attending working lying shouting wearing last survived hurt treated hospitalised hospitalized
    """.split()
)
_FOUND_HOW = frozenset("with lying dead shot suffering unconscious unresponsive bleeding slumped inside in on".split())
_OF_PERSON = (KIN - {"brothers", "sisters", "sons", "daughters", "children"}) | frozenset(
    "family body death relatives parents attorney lawyer funeral murder killer killing girlfriend boyfriend".split()
)
_LISTING = re.compile(r",? and |, |; |; and ")


@dataclass(frozen=True, slots=True)
class Seen:
    """One place where a person is named, with what stands beside the name; offsets into the text."""

    start: int
    end: int
    sentence: int
    name: str
    is_person: bool
    is_sure: bool = False
    age: str | None = None
    age_span: tuple[int, int] | None = None
    sex: Sex | None = None
    occupation: str | None = None
    occupation_span: tuple[int, int] | None = None
    role: str | None = None
    role_span: tuple[int, int] | None = None
    is_doubtful: bool = False


def find_people(page: Page, names: Sequence[Name]) -> tuple[Seen, ...]:
    """Look at every name that may be a person's; `is_person` says whether the words here show that it is.

    `is_sure`: the words beside it show it, not its given name alone.
    """
    lower = frozenset(t.text for s in page.sentences for t in s.tokens if not t.is_capital)
    ordinary = lower | ROLES | HEADS
    people = [n for n in names if " " in n.text or n.text.casefold() not in ordinary]
    spots = {n.text for n in people if page.text[max(0, n.start - 6) : n.start].casefold().endswith((" in ", " near "))}
    seen = [s for s in (_look(page.sentences[n.sentence], n) for n in people) if s]
    seen = [s if s.is_sure or s.name not in spots else replace(s, is_person=False, is_doubtful=True) for s in seen]
    return tuple(_with_listed(page, seen))


def _with_listed(page: Page, seen: Sequence[Seen]) -> Iterator[Seen]:
    """Take "Y" for a person in "X and Y" where X is one and Y has the form of a name; likewise in a row with commas.

    A row counts only if an "and" closes it and half of it are people by other signs.
    """
    row: list[Seen] = []
    for s in seen:
        joint = page.text[row[-1].end : s.start] if row and s.start - row[-1].end < 8 else ""
        if not _LISTING.fullmatch(joint):
            yield from _settled(page, row)
            row = []
        row.append(s)
    yield from _settled(page, row)


def _settled(page: Page, row: Sequence[Seen]) -> Iterator[Seen]:
    """Settle one row of names: all are people where enough of them are."""
    closed = len(row) > 1 and "and" in page.text[row[-2].end : row[-1].start]
    full = [s for s in row if " " in s.name]
    are_people = closed and 2 * sum(s.is_person for s in full) >= len(full)
    for s in row:
        yield replace(s, is_person=True) if are_people and " " in s.name and not s.is_doubtful else s


def _look(sentence: Sentence, name: Name) -> Seen | None:
    if not may_be_person(name.text):
        return None
    before = tokens_before(sentence, name.start, 12)
    after = tokens_after(sentence, name.end, 8)
    role_span = _role_before(sentence, before, name.start)
    age = age_beside(sentence, name)
    trade = trade_beside(sentence, name)
    role = sentence.text[role_span[0] - sentence.start : role_span[1] - sentence.start] if role_span else None
    beside = frozenset((role or "").casefold().replace(".", "").split()) | (trade[2] if trade else frozenset())
    is_sure = _is_shown(name, before, after, role, age is not None) or _is_apposed(sentence, name)
    is_doubtful = name.text.split()[-1].casefold() in _NO_PERSON  # "Karl Hills" needs more than his given name
    is_person = is_sure or (not is_doubtful and (_is_called_so(name, before) or _acts_like_one(name, before, after)))
    return Seen(
        name.start, name.end, name.sentence, name.text, is_person, is_sure,
        age[0] if age else None, age[1] if age else None, sex_of_words(beside | sex_words_beside(sentence, name)),
        trade[0] if trade and trade[3] else None, trade[1] if trade and trade[3] else None, role, role_span,
        is_doubtful,
    )  # fmt: skip


def _acts_like_one(name: Name, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Is something said of a name of two words or more that is mostly said of people ("X was sitting outside")?"""
    nearby = [t.lower for t in after[:2]]
    last = before[-1].lower if before else ""
    is_found = last in ("found", "shot") and bool(nearby) and nearby[0] in _FOUND_HOW
    is_acting = len(nearby) > 1 and nearby[0] in _BE and nearby[1] in _WEAK_VERBS
    words = name.text.split()
    return 1 < len(words) < 5 and last not in _WHERE and (is_found or is_acting) and words[0].casefold() != "the"


def may_be_person(text: str) -> bool:
    """Has this the form of a person's name: one to five capitalised words, none of them a street, firm or body?"""
    words = [w.strip(".,") for w in text.split()]
    while len(words) > 2 and words[-1].casefold() in _SUFFIXES:
        words.pop()
    folded = [w.casefold() for w in words]
    real = [w for w in folded if w not in PARTICLES]
    is_surname = len(words) > 1 and folded[-1] in _SURNAMES_TOO and is_given_name(words[0])
    if (
        not 1 <= len(real) <= 5
        or set(folded[:-1] if is_surname else folded) & _NO_PERSON
        or any(c.isdigit() for c in text)
        or "&" in text
        or " of " in text
    ):
        return False
    if any(is_acronym(w) and len(w) > 2 and w.isupper() for w in words) and not all(w.isupper() for w in words):
        return False
    if len(words) == 1 and is_acronym(words[0]):
        return False
    return type_by_words(folded) is None or is_given_name(words[0])


def _is_shown(name: Name, before: Sequence[Token], after: Sequence[Token], role: str | None, has_age: bool) -> bool:
    words = [w for w in name.text.split() if w.casefold() not in PARTICLES]
    last = before[-1].lower if before else ""
    role_words = frozenset((role or "").casefold().replace(".", "").split())
    is_alias = bool(
        re.match(r"alias|aka|a\.k\.a|nicknamed", " ".join(t.lower for t in after if t.text not in ',-–—(“"')[:12])
    )
    if len(words) == 1:
        if is_demonym_like(words[0].casefold()):
            return False
        return is_alias or bool(role_words & (KIN | TITLES)) or (has_age and is_given_name(words[0]))
    if is_demonym_like(words[0].casefold()) and not is_given_name(words[0]) and not has_age:
        return False
    nearby = [t.lower for t in after[:3]]
    speaks = bool(nearby and nearby[0] in _SPEECH) or (last in _SPEECH | {"says"} and last not in ("told", "asked"))
    acts = bool(nearby) and (
        (nearby[0] in _PERSON_VERBS - _ACTIVE)
        or (nearby[0] in _BE and nearby[1:] and bool(set(nearby[1:]) & _PERSON_VERBS))
    )
    lead = [t.lower for t in before[-7:]]
    is_identified = last == "as" and bool({"identified", "identifies", "identify", "named", "naming"} & set(lead))
    is_possessor = nearby[:2] in (["and", "his"], ["and", "her"]) or (
        nearby[:1] in (["'s"], ["’s"]) and bool(set(nearby[1:]) & _OF_PERSON)
    )
    relates = nearby[:2] == [",", "who"] or last in ("named", "identified") or is_identified or is_possessor
    suffers = last in _DONE_TO or (last == "of" and len(lead) > 1 and lead[-2] in _DEEDS)
    heads = last == "by" and any(w in ("led", "founded", "headed", "commanded") for w in lead[-4:-1])
    is_apposed = last == "," and len(lead) > 2 and lead[-2] in ROLES and lead[-3] in _OF_ONE
    has_initial = any(len(w.strip(".")) == 1 for w in words[1:-1]) or name.text.rstrip(".").endswith((" Jr", " Sr"))
    return any((is_alias, role, has_age, speaks, acts, relates, suffers, heads, is_apposed, has_initial))


def _is_apposed(sentence: Sentence, name: Name) -> bool:
    """Does a role stand in apposition behind a name of two words or more ("X, the 61-year-old mayor of Y")?"""
    match = _APPOSED.match(sentence.text, name.end - sentence.start)
    return bool(match) and " " in name.text and match is not None and match["role"] in ROLES - _NOT_ALONE


def _is_called_so(name: Name, before: Sequence[Token]) -> bool:
    """Has a name of two words or more a common given name, and no "in" or "near" before it?"""
    words = name.text.split()
    return len(words) > 1 and is_given_name(words[0].strip(".")) and not (before and before[-1].lower in _WHERE)


def _role_before(sentence: Sentence, before: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Give the span of the title or role right before a name: "Defence Minister", "police chief", "brother"."""
    at = len(before)
    while at and before[at - 1].text == "." and at > 1 and before[at - 2].lower in TITLES:
        at -= 1
    if not at or sentence.text[before[-1].end - sentence.start : start - sentence.start].strip(" "):
        return None
    head = before[at - 1]
    is_title = head.lower in TITLES and (head.is_capital or head.lower in ROLES - _NOT_LOWER)
    if not (is_title or _is_trade_like(head)):
        return None
    first = at - 1
    while first > 0 and _goes_with_role(sentence, before, first):
        first -= 1
    return before[first].start, before[-1].end if before[-1].text == "." else head.end


def _is_trade_like(token: Token) -> bool:
    return not token.is_capital and token.lower in ROLES - _NOT_LOWER


def _goes_with_role(sentence: Sentence, before: Sequence[Token], at: int) -> bool:
    here, nearer = before[at - 1], before[at]
    gap = sentence.text[here.end - sentence.start : nearer.start - sentence.start]
    if here.text == "." and not gap.strip():
        return at > 1 and before[at - 2].lower in TITLES
    if gap != " ":
        return False
    words = """
        defence defense interior foreign prime vice deputy former acting police provincial army health justice
        finance district state county city assistant senior chief ferry taxi bus truck opposition rebel military
        local regional spiritual political supreme top village town student union party tribal community youth radio
        television newspaper market farm aid human rights peace security investigative human-rights environmental
        prominent veteran young catholic protestant muslim retired pro-democracy separatist indigenous traditional
        """.split()
    return here.lower in TITLES or here.lower in words
