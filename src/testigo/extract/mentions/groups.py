"""Groups by their form: a name that says what it is ("Brown Hills Armed Front"), or that the words beside it tell of.

The last head word of a name tells its type; modifiers turn it ("Liberation" makes an army an armed group, "Nigerian"
a state's). A name without a head word needs words beside it: "rebel group X", "X rebels", "the X cartel", "the
newspaper X". A bare acronym needs an article or an apposition that explains it.
"""

import re
from collections.abc import Iterator, Sequence

from testigo.extract.mentions.around import tokens_after, tokens_before
from testigo.extract.mentions.beside import type_beside
from testigo.extract.mentions.found import Name
from testigo.extract.mentions.hits import Hit
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import ActorType
from testigo.reference.demonyms import nationality_words
from testigo.reference.names import is_acronym

_ARMED = frozenset(
    """
    front fronts brigade brigades column militia militias guerrilla guerrillas resistance jihad mujahideen mujahedin
    mujahidin mujahedeen rebels insurgents fighters warriors battalion battalions liberation partisans martyrs army
    insurgency vigilantes peshmerga paramilitaries legion tigers soldiers commandos faction self-defense
    self-defence sword hawks avengers
    """.split()
)
_CRIMINAL = frozenset(
    """
    cartel cartels gang gangs clan mafia mara triad yakuza syndicate crew bloods crips kings posse
    """.split()
)
_FORCES = frozenset(
    """
        police navy marines gendarmerie guard guards military sheriff troopers corps patrol constabulary carabinieri
        rangers regiment army force forces constables
        """.split()
)
_GOVERNMENT = frozenset(
    """
        ministry government congress senate parliament cabinet presidency embassy assembly treasury consulate
        kremlin administration junta
        """.split()
)
_COURT = frozenset("court tribunal courts".split())
_OUTLET = frozenset(
    """
        news times post herald tribune journal gazette telegraph guardian chronicle daily newspaper radio television
        tv press mirror observer-dispatch examiner inquirer dispatch bee sentinel
        """.split()
)
_ORGANISATION = frozenset(
    """
    party movement union association organization organisation committee commission foundation institute university
    church bank company observatory alliance coalition league federation society center centre council group bureau
    agency network society school college hospital authority cross crescent nations brotherhood congregation
    secretariat board watch international initiative campaign conference service department office division unit
    command trust fund project corporation club monitor
    """.split()
)
_ARMED_SIGNS = frozenset(
    """
        liberation armed militarized militarised revolutionary guerrilla rebel insurgent jihad islamic-state
        mujahideen martyrs resistance people’s people's lord’s lord's free defense
        """.split()
)
_STATE_SIGNS = frozenset(
    """
    national royal presidential republican federal armed special air security border coast home civil arab us u.s
    state
    """.split()
)
_NOUN_AFTER: dict[str, ActorType] = {
    **dict.fromkeys(("clan", "gang", "cartel", "mafia", "crime family"), "criminal_group"),
    **dict.fromkeys(("militia", "brigade", "battalion", "front", "column", "faction"), "armed_group"),
    **dict.fromkeys(("newspaper", "news agency"), "outlet"),
    "tribe": "civilian_group",
    "ministry": "government",
}
_NOT_ACTORS = frozenset(
    """
    report survey index street avenue road boulevard highway bridge square park airport river lake valley mountain mountains island
    islands beach bay hill hills county city town village province district region state states republic kingdom
    hotel mall building house tower camp prison stadium restaurant bar store apartments war act law agreement accord
    treaty plan operation award prize cup games day week month year eve university school college hospital church
    mosque cathedral temple station base fort plaza market drive lane court avenue place gulf sea ocean coast
    """.split()
) - {"court", "church", "university", "school", "hospital"}  # fmt: skip
_DEMONYMS = frozenset(word.casefold() for word in nationality_words()) | {"israeli", "somali", "kurdish"}
# Creeds and peoples stand with a capital before "rebels" and name no group.
CREEDS = frozenset(
    """
    marxist maoist leninist islamist sunni shia shiite shi'ite salafist leftist communist jihadist kurdish baathist
    muslim christian arab tuareg hutu tutsi fulani alawite druze houthi-led catholic protestant hindu sikh buddhist
    western
    """.split()
)
_PLURALS = frozenset("cartels gangs militias guerrillas rebels insurgents fighters soldiers courts".split())
_THINGS = frozenset("rifle rifles scan film series show test truck van".split())
# "in the ABC", "the ABC region": a stretch of land, or too little to tell.
_WHERE = frozenset("in into across throughout near around inside within through".split())
_LANDS = frozenset("region area valley zone corridor basin delta belt highlands plateau triangle border".split())
_NO_ACRONYM = frozenset(
    """
    US USA UK UAE DRC CAR USSR AM PM TV ID DNA AK SUV ATM GPS IED IEDS VIP HIV AIDS RPG PDF FAQ CEO MP MPS DC LA NY
    NYC SMS CCTV PTSD ER GMT EST EDT PST OK GDP AR II III IV DWI DUI EMT ICU SWAT GOP
    """.split()
)


def find_groups(page: Page, names: Sequence[Name], places: frozenset[tuple[int, int]]) -> tuple[Hit, ...]:
    """Find groups, bodies, courts and outlets among the names, by their own words and the words beside them."""
    found = []
    for name in names:
        sentence = page.sentences[name.sentence]
        hit = _by_noun_after(sentence, name, places) or (
            None
            if (name.start, name.end) in places
            else _by_own_words(sentence, name) or _by_words_beside(sentence, name)
        )
        if hit:
            found.append(hit)
    return tuple(found)


def _by_own_words(sentence: Sentence, name: Name) -> Hit | None:
    words = [w.strip(".,’'").casefold() for w in re.split(r"[\s-]+", name.text)]
    kind = type_by_words(words)
    is_any = words[-1] in _PLURALS and all(is_demonym_like(w) or w in CREEDS for w in words[:-1])
    if kind is None or is_any or (len(words) == 1 and words[0] != "congress"):
        return None
    beside = type_beside(sentence, name)
    if kind in ("organisation", "armed_group") and beside in ("armed_group", "criminal_group", "outlet"):
        kind = beside
    return Hit(name.start, name.end, name.sentence, name.text, kind)


def type_by_words(words: Sequence[str]) -> ActorType | None:
    """Tell what a name's own words make of it, None where they tell nothing; words in lower case."""
    core = words[: words.index("of")] if "of" in words[1:] else words
    if words[-1] in _NOT_ACTORS and "of" not in words:
        return None
    for word in (core[-1], words[-1], *core):
        if word in _COURT:
            return "court"
        if word in _GOVERNMENT or (word in ("department", "office") and "of" in words):
            return "government"
        if "police" in words or "sheriff" in words or (word == "patrol" and "border" in words):
            return "state_force"
        if word in _CRIMINAL:
            return "criminal_group"
        if word in _ARMED | _FORCES:
            return _armed_or_state(words, word)
        if word in _OUTLET and len(words) > 1 and word == words[-1]:
            return "outlet"
        if word in _ORGANISATION and word in (core[-1], words[-1]):
            return (
                "armed_group"
                if _ARMED_SIGNS & set(words) and word in ("party", "movement", "organization", "council", "command")
                else "organisation"
            )
    return None


def _armed_or_state(words: Sequence[str], head: str) -> ActorType:
    if set(words) & (_ARMED_SIGNS - {"armed", "free"}) or (head == "army" and "free" in words):
        return "armed_group"
    if head not in _FORCES:
        return "armed_group"
    state = (
        set(words) & _STATE_SIGNS or any(is_demonym_like(w) for w in words) or head not in ("army", "force", "forces")
    )
    return "state_force" if state else "armed_group"


def is_demonym_like(word: str) -> bool:
    """Is this word, in lower case, an adjective made from a country's name?"""
    return word in _DEMONYMS


def _by_words_beside(sentence: Sentence, name: Name) -> Hit | None:
    kind = type_beside(sentence, name)
    words = name.text.split()
    is_one_acronym = len(words) == 1 and is_acronym(name.text)
    if kind and not (is_demonym_like(words[0].casefold()) or words[0].casefold() in CREEDS):
        form = "acronym" if is_one_acronym else "name"
        return Hit(name.start, name.end, name.sentence, name.text, kind, form, is_sure=kind != "organisation")
    if is_one_acronym and name.text.upper() not in _NO_ACRONYM and _has_article(sentence, name):
        return Hit(name.start, name.end, name.sentence, name.text, "organisation", "acronym", is_sure=False)
    return None


def _has_article(sentence: Sentence, name: Name) -> bool:
    before, after = tokens_before(sentence, name.start, 2), tokens_after(sentence, name.end, 1)
    is_land = (len(before) > 1 and before[0].lower in _WHERE) or (after and after[0].lower in _LANDS)
    return bool(before) and before[-1].lower == "the" and not is_land and not (after and after[0].lower in _THINGS)


def _by_noun_after(sentence: Sentence, name: Name, places: frozenset[tuple[int, int]]) -> Hit | None:
    """Read "the Sarmiento clan": a name, and a lower-case noun that says what it is."""
    after = tokens_after(sentence, name.end, 2)
    noun = _noun_of(after)
    if noun is None or is_demonym_like(name.text.split()[0].casefold()):
        return None
    kind = _NOUN_AFTER[" ".join(t.lower for t in noun)]
    is_place = (name.start, name.end) in places
    if is_place and kind not in ("criminal_group",):
        return None
    end = noun[-1].end
    text = sentence.text[name.start - sentence.start : end - sentence.start]
    return Hit(name.start, end, name.sentence, text, kind)


def _noun_of(after: Sequence[Token]) -> Sequence[Token] | None:
    for size in (2, 1):
        if len(after) >= size and " ".join(t.lower for t in after[:size]) in _NOUN_AFTER:
            return after[:size]
    return None


def short_heads(name: str) -> Iterator[str]:
    """Give the words by which a text may call a group for short: "the Column" for the Nueva Ceiba Column."""
    words = name.split()
    if len(words) > 1:
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
        if head.casefold() in _NOUN_AFTER and head.islower():
            yield " ".join(words[:-1])
        elif head.casefold() in _ARMED | _CRIMINAL | _ORGANISATION | _GOVERNMENT | {
            "forces",
            "guard",
            "state",
            "taliban",
        }:
            yield head
