"""Groups by their form: a name that says what it is ("Brown Hills Armed Front"), or that the words beside it tell of.

The last head word of a name tells its type; modifiers turn it ("Liberation" makes an army an armed group, "Nigerian"
a state's). A name without a head word needs words beside it: "rebel group X", "X rebels", "the X cartel", "the
newspaper X". A bare acronym needs an article or an apposition that explains it.
"""

import re
from collections.abc import Iterator, Sequence

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
    command trust fund project corporation club
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
_ARMED_BESIDE = frozenset(
    """
    rebel rebels guerrilla guerrillas insurgent insurgents militant militants terrorist terrorists jihadist
    jihadists separatist separatists paramilitary paramilitaries extremist extremists islamist islamists fighter
    fighters gunmen militia militiamen insurgency commandos mutineers
    """.split()
)
_CRIMINAL_BESIDE = frozenset(
    """
    gang gangs gangsters cartel cartels mafia drug crime criminal trafficking smuggling mobsters hitmen sicarios
    narco
    """.split()
)
_KIND = frozenset(
    """
    group groups organization organisation movement faction party army outfit network gang cartel militia front band
    cell splinter offshoot affiliate wing
    """.split()
)
_OUTLET_BESIDE = frozenset(
    """
    newspaper daily weekly magazine broadcaster tabloid website portal newswire channel
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
    street avenue road boulevard highway bridge square park airport river lake valley mountain mountains island
    islands beach bay hill hills county city town village province district region state states republic kingdom
    hotel mall building house tower camp prison stadium restaurant bar store apartments war act law agreement accord
    treaty plan operation award prize cup games day week month year eve university school college hospital church
    mosque cathedral temple station base fort plaza market drive lane court avenue place gulf sea ocean coast
    """.split()
) - {"court", "church", "university", "school", "hospital"}  # fmt: skip
_DEMONYMS = frozenset(word.casefold() for word in nationality_words()) | {"israeli", "somali", "kurdish"}
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
    if kind is None or (len(words) == 1 and words[0] != "congress"):
        return None
    beside = _type_beside(sentence, name)
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


def _type_beside(sentence: Sentence, name: Name) -> ActorType | None:
    """Tell what "rebel group X", "X fighters" or "the newspaper X" make of X."""
    tokens = sentence.tokens
    before = [t.lower for t in tokens if t.end <= name.start][-4:]
    after = [t.lower for t in tokens if t.start >= name.end][:1]
    while before and before[-1] in ("“", '"', "the", "‘"):
        before.pop()
    if before and (
        before[-1] in _OUTLET_BESIDE or before[-2:] == ["news", "agency"] or before[-2:] == ["news", "site"]
    ):
        return "outlet"
    if before and before[-1] in _KIND:
        if set(before) & _ARMED_BESIDE or "armed" in before:
            return "armed_group"
        return "criminal_group" if set(before) & (_CRIMINAL_BESIDE | {"gang", "cartel"}) else "organisation"
    if before and before[-1] in _ARMED_BESIDE - {
        "terrorist",
        "militant",
        "rebel",
        "separatist",
        "jihadist",
        "insurgent",
        "fighter",
    }:
        return None
    if after and after[0] in _ARMED_BESIDE and after[0] not in ("terrorist", "militia"):
        return "armed_group"
    return None


def _by_words_beside(sentence: Sentence, name: Name) -> Hit | None:
    kind = _type_beside(sentence, name)
    words = name.text.split()
    if kind and not is_demonym_like(words[0].casefold()):
        return Hit(name.start, name.end, name.sentence, name.text, kind, "acronym" if is_acronym(name.text) else "name")
    if (
        len(words) == 1
        and is_acronym(name.text)
        and name.text.upper() not in _NO_ACRONYM
        and _has_article(sentence, name)
    ):
        return Hit(name.start, name.end, name.sentence, name.text, "organisation", "acronym", is_sure=False)
    return None


def _has_article(sentence: Sentence, name: Name) -> bool:
    before = [t for t in sentence.tokens if t.end <= name.start]
    after = next((t for t in sentence.tokens if t.start >= name.end), None)
    is_modifier = (
        after is not None
        and after.text[0].isalpha()
        and after.lower in ("rifle", "rifles", "scan", "film", "series", "show", "test", "truck", "van")
    )
    return bool(before) and before[-1].lower == "the" and not is_modifier


def _by_noun_after(sentence: Sentence, name: Name, places: frozenset[tuple[int, int]]) -> Hit | None:
    """Read "the Sarmiento clan": a name, and a lower-case noun that says what it is."""
    after = [t for t in sentence.tokens if t.start >= name.end][:2]
    noun = _noun_of(after)
    if noun is None or is_demonym_like(name.text.split()[0].casefold()):
        return None
    kind = _NOUN_AFTER[" ".join(t.lower for t in noun)]
    is_place = (name.start, name.end) in places
    if (is_place and kind not in ("criminal_group",)):
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
