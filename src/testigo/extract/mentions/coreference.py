"""Who is meant by "the group", "its", "he": only where one candidate of the right kind is left.

A candidate stands before the words, in the same sentence or, if that has none, in the one before. Of several, the
subject of that sentence (its first actor, before any place) is meant by what begins the next clause; else nobody.
Right behind a subheading "the group" is the document's main one: the only one so far, or the only one of the headline
if it is also named most.
"""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from testigo.extract.mentions.hits import ARMED
from testigo.extract.page import Page, Sentence, Token
from testigo.records.codes import ActorType, Sex

_GROUP_NOUNS = frozenset(
    """
        group organization organisation gang cartel militia movement faction outfit insurgency sect rebels militants
        insurgents guerrillas jihadists clan party front network
        """.split()
)
_ADJECTIVES = frozenset(
    """
    terrorist armed rebel militant insurgent extremist jihadist islamist guerrilla criminal main communist maoist
    marxist leftist separatist paramilitary narco-terrorist same banned outlawed shadowy sunni shia shiite islamic
    extremist radical political violent notorious powerful drug drug-trafficking trafficking organized crime
    """.split()
)
_HE: dict[str, Sex] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
_IT = frozenset("it its itself".split())
_GROUPS: frozenset[ActorType] = frozenset({"armed_group", "criminal_group", "organisation"})
_GOES_ON = frozenset('of that which who called known named - “ "'.split())
_ANY: frozenset[ActorType] = _GROUPS | {"state_force", "government", "outlet"}
_AFTER_OBJECT = frozenset(
    """
    a an the as in on at for with from to by and or was were before after because of into under
    """.split()
)
_PREPOSITIONS = frozenset("by to of with from against for in on about behind".split())
_OF_FIGHTERS = frozenset(
    "strength fighters ranks numbers membership leader leaders founder militants guerrillas camps commander commanders".split()
)
_NO_OUTLETS: frozenset[ActorType] = _GROUPS | {"state_force"}
_NEAR_START = 20  # characters: a pronoun further on in its sentence rarely means the subject of the one before
_NEAR_FIGHTERS = 60  # the same for "its fighters", which no outlet or ministry has
_FAR = 400  # characters: further back in a sentence without stops nobody looks
_CLAUSE = 40  # characters: about as far as a verb and its object reach
_LEAD = 25  # characters that may stand before a sentence's subject ("Since 2018, the …")
_MILD = frozenset("group organization organisation movement faction outfit network party main same".split())
_NEAR_CLAUSE = 40  # characters: "According to one account he" still begins its sentence
_KIN_BETWEEN = re.compile(
    r"(?:His|Her) (?:\w+ )?(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|uncle|aunt|nephew|niece|widow|partner) "
)
_UNNAMED = re.compile(
    r"(?<!, )\b(?<!was )(?<!is )[Aa]n? (?:[\w-]+ ){0,5}?(?:group|organi[sz]ation|gang|movement|militia)\b"
)
_OPENERS = frozenset("after before despite with without following since during under although while when in".split())
_START = attrgetter("start")
_EMPTY_IT = frozenset(
    "rained snowed was is will would remains became seems seemed appears appeared been become taken".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor's mention as far as coreference needs it."""

    start: int
    end: int
    sentence: int
    actor: int
    type: ActorType


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that stand for an actor named before: "description" or "pronoun"; `sex` as the pronoun tells it."""

    start: int
    end: int
    sentence: int
    actor: int
    form: str
    sex: Sex | None = None


def find_anaphors(
    page: Page, named: Sequence[Named], places: frozenset[tuple[int, int]], sexes: dict[int, Sex]
) -> tuple[Anaphor, ...]:
    """Resolve definite descriptions and pronouns, in text order; sexes: of the people of whom it is known."""
    resolver = _Resolver(page, named, places, dict(sexes))
    return tuple(resolver.run())


class _Resolver:
    def __init__(self, page: Page, named: Sequence[Named], places: frozenset[tuple[int, int]], sexes: dict[int, Sex]):
        self.page = page
        self.sexes = sexes
        self.mentions: dict[int, list[Named]] = {}
        for mention in sorted(named, key=_START):
            self.mentions.setdefault(mention.sentence, []).append(mention)
        self.places = sorted(places)
        self.starts = {m.start for m in named}
        self.told: Counter[int] = Counter()
        self.in_headline: set[int] = set()

    def run(self) -> Iterator[Anaphor]:
        for sentence in self.page.sentences:
            self._count(sentence.index - 1)
            for at, token in enumerate(sentence.tokens):
                anaphor = self._resolve(sentence, at, token)
                if anaphor:
                    kind: ActorType = "person" if anaphor.sex else "armed_group"
                    mention = Named(anaphor.start, anaphor.end, sentence.index, anaphor.actor, kind)
                    insort(self.mentions.setdefault(sentence.index, []), mention, key=_START)
                    yield anaphor

    def _count(self, index: int) -> None:
        """Count the armed groups of a sentence that has been read."""
        listed = [m.actor for m in self.mentions.get(index, ()) if m.type in ARMED and m.start in self.starts]
        self.told.update(listed)
        if listed and self.page.sentences[index].kind == "headline":
            self.in_headline.update(listed)

    def _main(self, index: int) -> int | None:
        """Give the document's main group so far, for words that open a section; two candidates left mean none."""
        if not index or self.page.sentences[index - 1].kind != "subheading" or not self.told:
            return None
        most = self.told.most_common(2)
        if len(most) == 1:
            return most[0][0]
        return most[0][0] if {most[0][0]} == self.in_headline and most[0][1] > most[1][1] else None

    def _resolve(self, sentence: Sentence, at: int, token: Token) -> Anaphor | None:
        sex = _HE.get(token.lower)
        end: int | None = token.end
        if sex:
            actor = self._person(sentence, token.start, sex)
        elif token.lower in _IT and not _is_empty_it(sentence, at):
            is_object = _is_object(sentence, at)
            actor = self._object(sentence, at) if is_object else self._pronoun(sentence, at)
        elif token.lower in ("the", "this", "these") and token.start not in self.starts:
            end, types = _description(sentence.tokens, at)
            actor = self._described(sentence, token.start, end, types) if end else None
        else:
            return None
        form = "pronoun" if sex or token.lower in _IT else "description"
        return None if actor is None or end is None else Anaphor(token.start, end, sentence.index, actor, form, sex)

    def _near(self, index: int, before: int) -> Sequence[Named]:
        """Give the mentions of this sentence that stand before an offset, not further off than a long sentence is."""
        listed = self.mentions.get(index, [])
        first = bisect_left(listed, before - _FAR, key=_START)
        return listed[first : bisect_left(listed, before, key=_START)]

    def _person(self, sentence: Sentence, before: int, sex: Sex) -> int | None:
        is_first = before <= sentence.start + _NEAR_CLAUSE
        for index in (sentence.index, sentence.index - 1):
            people: Sequence[Named] = [m for m in self._near(index, before) if m.type == "person"]
            if is_first and index < sentence.index:
                people = self._without_kin(people)
            actors = list(dict.fromkeys(m.actor for m in people if self.sexes.get(m.actor, sex) == sex))
            sure = [a for a in actors if self.sexes.get(a) == sex]
            if len(actors) == 1:
                self.sexes.setdefault(actors[0], sex)
                return actors[0]
            if actors:
                return sure[0] if len(sure) == 1 and len(actors) == 2 else None
        return None

    def _without_kin(self, people: Sequence[Named]) -> Sequence[Named]:
        """Leave out "his" of "His brother X died": what begins the next sentence means X."""
        if len(people) > 1 and people[0].start == self.page.sentences[people[0].sentence].start:
            first, second = people[:2]
            return people[1:] if _KIN_BETWEEN.fullmatch(self.page.text, first.start, second.start) else people
        return people

    def _pronoun(self, sentence: Sentence, at: int) -> int | None:
        """Resolve "it" and "its": the only body before it here, or the subject before, at a sentence's start."""
        before = sentence.tokens[at].start
        is_of_fighters = _is_of_fighters(sentence, at)
        types, limit = (_NO_OUTLETS, _NEAR_FIGHTERS) if is_of_fighters else (_ANY, _NEAR_START)
        here = [m for m in self._near(sentence.index, before) if m.type in types]
        if here:
            subject = self._subject(sentence.index)
            only = len({m.actor for m in here}) == 1
            leads = subject is not None and subject.actor == here[0].actor
            return here[0].actor if only and (leads or not self._has_place(here[0].end, before)) else None
        ahead = self._ahead(sentence, before, types)
        if ahead is not None:
            return ahead
        subject = self._subject(sentence.index - 1)
        is_first = before <= sentence.start + limit
        return subject.actor if is_first and subject is not None and subject.type in types else None

    def _ahead(self, sentence: Sentence, before: int, types: frozenset[ActorType]) -> int | None:
        """Resolve "After the arrest of its leader, the Front …": who comes right after the opening clause's comma."""
        if sentence.tokens[0].lower not in _OPENERS:
            return None
        listed = self.mentions.get(sentence.index, [])
        for mention in listed[bisect_left(listed, before, key=_START) :][:6]:
            lead = self.page.text[max(before, mention.start - 6) : mention.start].lower().removesuffix("the ").rstrip()
            if mention.type in types and lead.endswith(","):
                return mention.actor
        return None

    def _described(self, sentence: Sentence, before: int, end: int, types: frozenset[ActorType]) -> int | None:
        """Resolve "the group": the only such body before it here, else the subject or only one of the sentence before.

        One that is named again right after ("the group attacked the X") is not meant.
        """
        listed = self.mentions.get(sentence.index, [])
        after = listed[bisect_left(listed, end, key=_START) :][:3]
        named_after = {m.actor for m in after if m.start <= end + _CLAUSE}
        if self._has_unnamed_rival(sentence, before):
            return None
        for index in (sentence.index, sentence.index - 1):
            found = [m for m in self._near(index, before) if m.type in types and m.actor not in named_after]
            subject = self._subject(index)
            if len({m.actor for m in found}) == 1:
                return found[0].actor
            if found:
                leads = index != sentence.index and subject is not None and subject in found
                return subject.actor if leads and subject is not None else None
        return self._main(sentence.index) if before <= sentence.start + _NEAR_START else None

    def _has_unnamed_rival(self, sentence: Sentence, before: int) -> bool:
        """Does "a rights group" stand close before, without being said of a name ("X, a rights group")?"""
        begin = self.page.sentences[max(0, sentence.index - 1)].start
        return bool(_UNNAMED.search(self.page.text, max(begin, before - _FAR), before))

    def _object(self, sentence: Sentence, at: int) -> int | None:
        """Resolve "The government designated it …": the subject of the sentence before, never the doer itself."""
        token = sentence.tokens[at]
        doers = {m.actor for m in self._near(sentence.index, token.start)}
        verb = sentence.tokens[max(0, at - 4) : at]
        is_clause = len(doers) == 1 and any(
            t.end in {m.end for m in self._near(sentence.index, token.start)} for t in verb
        )
        subject = self._subject(sentence.index - 1) if is_clause else None
        is_other = subject is not None and subject.type in _GROUPS and subject.actor not in doers
        return subject.actor if subject is not None and is_other and verb[-1].lower not in _PREPOSITIONS else None

    def _subject(self, index: int) -> Named | None:
        """Give the first actor of a sentence, if only a few words and no place stand before it."""
        listed = self.mentions.get(index)
        if index < 0 or not listed:
            return None
        sentence, first = self.page.sentences[index], listed[0]
        is_late = first.start - sentence.start > _LEAD or self._has_place(sentence.start, first.start)
        lead = sentence.text[: min(first.start - sentence.start, _LEAD)].lower().split()
        return None if is_late or (lead and lead[-1] in _PREPOSITIONS) else first

    def _has_place(self, start: int, end: int) -> bool:
        at = bisect_left(self.places, (start, 0))
        return at < len(self.places) and self.places[at][0] < end


def _is_of_fighters(sentence: Sentence, at: int) -> bool:
    """Is this the "its" of "its fighters", "its top leader"?"""
    following = [t.lower for t in sentence.tokens[at + 1 : at + 3]]
    return sentence.tokens[at].lower == "its" and bool(_OF_FIGHTERS & set(following))


def _is_empty_it(sentence: Sentence, at: int) -> bool:
    following = [t.lower for t in sentence.tokens[at + 1 : at + 3]]
    verb = following[1:] if following[:1] in (["has"], ["had"]) else following[:1]
    return sentence.tokens[at].lower == "it" and bool(verb) and verb[0] in _EMPTY_IT


def _is_object(sentence: Sentence, at: int) -> bool:
    """Does "it" end a clause or stand before another object: what a verb does something to?"""
    if sentence.tokens[at].lower != "it" or not at:
        return False
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    ends = following is None or not following.text[0].isalpha() or following.lower in _AFTER_OBJECT
    return ends or sentence.tokens[at - 1].lower in _PREPOSITIONS


def _description(tokens: Sequence[Token], at: int) -> tuple[int | None, frozenset[ActorType]]:
    """Give the end of "the main communist terrorist group" that begins here, None if nothing such does, and who may be so called."""
    here = at + 1
    while here < len(tokens) and here - at < 5 and tokens[here].lower in _ADJECTIVES:
        here += 1
    if here >= len(tokens) or tokens[here].lower not in _GROUP_NOUNS or tokens[here].is_capital:
        return None, _GROUPS
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    opens_a_name = following is not None and (following.is_capital or following.lower in _GOES_ON)
    words = {t.lower for t in tokens[at + 1 : here + 1]}
    return None if opens_a_name else tokens[here].end, _GROUPS if words <= _MILD else ARMED
