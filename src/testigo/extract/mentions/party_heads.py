"""The head of a phrase for people: the last word for a kind in a row of modifiers, or an age that stands for one."""

import re
from collections.abc import Sequence

from testigo.extract.mentions.kinds import KINDS, MODIFIERS, Kind, kind_of_word
from testigo.extract.mentions.number_words import SMALL
from testigo.extract.page import Token

ADJECTIVE = re.compile(r".{2,}(?:ed|ing|ian|ean|can|ish|ese|ani|aqi|eli|ist|ern|year-old|month-old|old)$")
# Words of harm are verbs before a figure, never a part of its phrase.
VERBS = frozenset(
    "killing killed wounding wounded injuring injured kidnapping kidnapped abducting abducted arresting arrested leaving "
    "including shooting stabbing murdering murdered executing executed detained detaining "
    "beheaded beheading assassinated assassinating hacked lynched massacred ambushed gunned stabbed freed seized "
    "according said died during regarding concerning "
    "following involving considering pending".split()
)
# A kind before one of these tells of a body or a thing ("terrorist group", "police station"), not of people.
_COMPOUNDS = frozenset(
    "group groups organization organisation organizations attack attacks leader leaders cell cells network networks "
    "station stations department departments force forces base bases camp camps convoy convoys vehicle vehicles car cars "
    "truck chief spokesman spokeswoman report reports headquarters post posts patrol activity movement commander "
    "checkpoint union association federation hideout strongholds stronghold law laws custody investigation "
    "pursuit chase operation operations brutality response presence dog dogs k-9 k9 radio records statement".split()
)
_AGE = re.compile(r"(\d{1,3})[- ](?:year|yr)s?[- ]?(?:old)?|(\d{1,3})[- ](?:month|week|day)s?[- ]old")
_AGE_IN_WORDS = re.compile(r"\b([a-z]+(?:-[a-z]+)?)[- ]years?[- ]old")
_OLD = re.compile(r".*(?:year|yr|month|week|day)-olds?$")
_TIMES = frozenset("year years yr yrs month months week weeks day days".split())
_AFTER_AGED = frozenset(
    "died dies fatally accidentally suffered suffers suffering sustained struck hit grazed remains later told said says "
    "allegedly shoots hospitalized critical succumbed lost lay found taken rushed airlifted transported wounded whose he she that".split()
)
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_MINOR, _ADULT = Kind(False, group="minors", type="civilian"), Kind(False, type="civilian")
PREPOSITIONS = frozenset(
    "during regarding concerning following involving considering pending including according".split()
)
_MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_DEADLY_ACTS = frozenset("homicide murder slaying killing assassination".split())
_ACTS = frozenset("shooting stabbing".split())
_BEFORE_NATIONAL = frozenset("a an another one".split()) | frozenset(SMALL)
_STATES = frozenset(("hostage", "captive"))
_TAKING = frozenset("taken held took taking holding take seized kept being".split())
# After a bare figure these words leave room for nobody else.
AFTER_BARE = frozenset(
    ". , ; : ) and or in on at near of dead wounded injured killed hurt missing were was are is have had been after "
    "when from during by as including among with who fatally critically seriously others more outside inside "
    "since while before lives also people to late early this last overnight yesterday today shot stabbed slain kidnapped "
    "abducted arrested detained displaced remain remained remains hospitalized gunned still behind badly now confirmed "
    "reported feared presumed found died dies".split()
)
AFTER_ONE = frozenset("was is were who in had has died wounded injured hurt killed dead .".split())


def head_from(tokens: Sequence[Token], at: int, reach: int) -> int | None:
    """Give the index of the phrase's head: the last kind in a row of modifiers and kinds."""
    head = None
    for i in range(at, min(len(tokens), at + reach)):
        word = tokens[i].lower
        if i > at and word in VERBS:
            break  # "a Land Cruiser | killed magistrate X"
        if word in _STATES and (head is not None or i == 0 or tokens[i - 1].lower in _TAKING):
            break  # "took 30 villagers | hostage": how they are held, not who they are
        if word in KINDS or _is_national(tokens, i, at):
            head = i
            continue
        if not (
            word in MODIFIERS
            or word in ORDINALS
            or (ADJECTIVE.match(word) and word not in PREPOSITIONS)
            or _is_age_piece(tokens, i)
            or _is_named(tokens, i, at)
        ):
            break
        if head is not None and word not in MODIFIERS:
            break
    if head is not None and head + 1 < len(tokens) and tokens[head + 1].lower in _COMPOUNDS:
        return None
    return head


def head_behind_place(tokens: Sequence[Token], at: int) -> int | None:
    """Read a headline's "the killing of | Arden boy": one person's kind right behind where he is from."""
    if at < 2 or not tokens[at].is_capital or tokens[at - 1].lower != "of" or tokens[at - 2].is_capital:
        return None  # "University of | Texas student"
    head = None if tokens[at].lower in KINDS else head_from(tokens, at + 1, 2)
    kind = kind_of_word(tokens[head].text) if head is not None else None
    return head if head is not None and kind and not kind.plural and not tokens[head].is_capital else None


def _is_national(tokens: Sequence[Token], i: int, begun: int) -> bool:
    """Is it "Afghans", or "Afghan" behind an article or a figure ("an Afghan", "five Chinese")?"""
    kind = kind_of_word(tokens[i].text)
    if kind is None:
        return False
    before = tokens[i - 1].lower if i else ""
    return kind.plural or i > begun or before in _BEFORE_NATIONAL or before.isdigit()


def _is_named(tokens: Sequence[Token], i: int, begun: int) -> bool:
    """Is it a name that tells the people's side ("16 ISIL terrorists", "three Boko Haram fighters")?"""
    word = tokens[i]
    return word.is_capital and i > 0 and word.lower not in AFTER_BARE and word.lower not in VERBS and i - begun < 4


def _is_age_piece(tokens: Sequence[Token], i: int) -> bool:
    word = tokens[i].lower
    if word == "-":
        return i > 0 and tokens[i - 1].lower.isdigit()
    if word.isdigit():
        return i + 1 < len(tokens) and tokens[i + 1].lower in ("-", "year-old", "year")
    return word in ("year-old", "old", "year") or bool(_AGE.match(word)) or word == "-year-old"


def aged_head(tokens: Sequence[Token], at: int) -> int | None:
    """Give the last token of an age that stands for somebody ("a 3-year-old died", "two 18-year-olds")."""
    for i in range(at, min(len(tokens), at + 7)):
        word = tokens[i].lower
        is_old = bool(_OLD.match(word)) or (word == "old" and i > at and tokens[i - 1].lower in _TIMES)
        if is_old:
            after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
            ends = after in AFTER_BARE or after in _AFTER_AGED or not after[0].isalpha()
            return i if ends else None
        if not (word.isdigit() or word == "-" or word in SMALL or word in MODIFIERS or word in _TIMES):
            return None
    return None


def told_as_both(tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    """Read "both died", "both victims were": two people, the last token, their head."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower != "both" or after not in AFTER_ONE | {"later", "have", "victims"}:
        return None
    return 2, at + (after == "victims"), "victims"


def told_as_multiple(tokens: Sequence[Token], at: int) -> tuple[int, int, str] | None:
    """Read "a triple homicide", "the quadruple Calbay slaying": how many, the last token, the word of harm.

    "deaths" where it says that they died, else "shot".
    """
    many = _MULTIPLE.get(tokens[at].lower.partition("-")[0])
    if many is None:
        return None
    for i in range(at, min(len(tokens), at + 4)):
        word = tokens[i].lower.rpartition("-")[2] if i == at else tokens[i].lower
        if word in _DEADLY_ACTS or word in _ACTS:
            near = {t.lower for t in tokens[max(0, at - 1) : i]}
            return many, i, "deaths" if word in _DEADLY_ACTS or near & {"fatal", "deadly"} else "shot"
        if i > at and not (tokens[i].is_capital or word in ("fatal", "deadly")):
            return None
    return None


def aged_kind(age: str | None, said: str) -> Kind:
    """Give what an age alone says of somebody: a minor under 18."""
    is_minor = (age is not None and age.isdigit() and int(age) < 18) or ("year" not in said and "yr" not in said)
    return _MINOR if is_minor else _ADULT


def age_in(said: str) -> str | None:
    """Give the age in years that a phrase tells ("the 17-year-old boy", "a six-year-old"), as said, in digits."""
    found = _AGE.search(said)
    if found:
        return found.group(1)
    word = _AGE_IN_WORDS.search(said)
    parts = word.group(1).split("-") if word else []
    years = [SMALL.get(p) for p in parts[-2:]]
    return str(sum(y or 0 for y in years)) if years and all(years) else None


def age_behind(tokens: Sequence[Token], head: int) -> str | None:
    """Give the age set off behind one person ("a boy, 8, dies")."""
    row = tokens[head + 1 : head + 4]
    if len(row) < 2 or row[0].text not in ",(" or not row[1].text.isdigit() or len(row[1].text) > 2:
        return None
    return row[1].text if len(row) < 3 or row[2].text in (",", ".", ")", ";") or row[2].lower in AFTER_BARE else None
