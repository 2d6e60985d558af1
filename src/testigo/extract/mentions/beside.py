"""What the words beside a name make of it: "rebel group X", "X fighters", "the newspaper X", "X, a criminal band"."""

from collections.abc import Sequence

from testigo.extract.mentions.around import tokens_after, tokens_before
from testigo.extract.mentions.found import Name
from testigo.extract.page import Sentence
from testigo.records.codes import ActorType

ARMED_ADJECTIVES = frozenset(
    """
    rebel guerrilla insurgent militant terrorist jihadist jihadi separatist paramilitary extremist islamist armed
    neo-paramilitary salafist militia vigilante
    """.split()
)
ARMED_PEOPLE = frozenset(
    """
    rebels guerrillas insurgents militants terrorists jihadists jihadis separatists paramilitaries extremists
    islamists fighters gunmen militiamen commandos militia insurgency rebellion militias
    """.split()
)
CRIMINAL_ADJECTIVES = frozenset(
    "gang cartel mafia drug crime criminal trafficking smuggling street prison narco".split()
)
CRIMINAL_PEOPLE = frozenset("gangsters mobsters hitmen sicarios gang gangs cartel cartels mafia kingpin capo".split())
KINDS = frozenset(
    """
    group groups organization organisation movement faction network outfit gang cartel militia front band splinter
    offshoot affiliate wing cell army party alliance coalition syndicate ring
    """.split()
)
_OUTLETS = frozenset("newspaper daily weekly magazine broadcaster tabloid website portal newswire channel".split())
_LEADS = frozenset(
    "members member leader leaders boss bosses commander commanders fighters militants chief cell faction wing".split()
)
_BARRIERS = frozenset(". ; : ? !".split())


def type_beside(sentence: Sentence, name: Name) -> ActorType | None:
    """Tell what the words right before or after a name make of it, None where they tell nothing."""
    before = [t.lower for t in tokens_before(sentence, name.start, 7)]
    after = [t.lower for t in tokens_after(sentence, name.end, 9)]
    while before and before[-1] in ("“", '"', "the", "‘", "called", "named"):
        before.pop()
    opens = name.is_sentence_start and " " not in name.text
    return _of_before(before) or _of_after(after, opens)


def _of_before(before: Sequence[str]) -> ActorType | None:
    if not before:
        return None
    if before[-1] in _OUTLETS or tuple(before[-2:]) in (("news", "agency"), ("news", "site")):
        return "outlet"
    if before[-1] == "itself" and len(before) > 1 and before[-2].startswith("call"):
        kinds = [i for i, w in enumerate(before) if w in KINDS]
        return _of_adjectives(before[: kinds[-1] + 1]) if kinds else None
    if before[-1] == "," and len(before) > 1 and before[-2] in KINDS:
        before = before[:-1]
    if before[-1] in KINDS:
        return _of_adjectives(before[-5:])
    if before[-1] == "of" and len(before) > 1 and before[-2] in _LEADS:
        return "armed_group" if before[-2] in ARMED_PEOPLE else None
    return None


def _of_after(after: Sequence[str], name_opens: bool) -> ActorType | None:
    """Read what follows; a single word that opens its sentence ("Splinter group claims …") is no name by "group" alone."""
    if not after:
        return None
    if after[0] in ARMED_PEOPLE:
        return "armed_group"
    if after[0] in CRIMINAL_PEOPLE:
        return "criminal_group"
    if after[0] in ARMED_ADJECTIVES | CRIMINAL_ADJECTIVES and len(after) > 1 and after[1] in KINDS | ARMED_PEOPLE:
        return _of_adjectives(after[:2])
    if after[0] == "group":
        return None if name_opens else "organisation"
    if after[0] == "," and len(after) > 2 and after[1] in ("a", "an", "the", "one"):
        end = next((i for i, w in enumerate(after) if i > 1 and w in KINDS), 0)
        clause = after[2 : end + 1]
        if end and not set(clause) & (_BARRIERS | {",", "of", "by", "in"}):
            kind = _of_adjectives(clause)
            says_it_all = end == 2 and after[2] == "group" and after[3:4] in (["that"], ["which"])
            return kind if kind != "organisation" or says_it_all else None
    return None


def _of_adjectives(words: Sequence[str]) -> ActorType:
    listed = set(words)
    if listed & (ARMED_ADJECTIVES | ARMED_PEOPLE):
        return "armed_group"
    return "criminal_group" if listed & (CRIMINAL_ADJECTIVES | CRIMINAL_PEOPLE) else "organisation"
