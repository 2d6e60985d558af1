"""Who is meant by "the group", "its", "he": only where one candidate of the right kind is left.

A candidate stands before the words, in the same sentence or, if that has none, in the one before. Of several, the
subject of that sentence (its first actor, before any place) is meant by what begins the next clause; else nobody.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

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
_NEAR_START = 20  # characters: a pronoun further on in its sentence rarely means the subject of the one before
_EMPTY_IT = frozenset("was is will would remains became seems seemed appears appeared has had took takes".split())


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
    def __init__(
        self, page: Page, named: Sequence[Named], places: frozenset[tuple[int, int]], sexes: dict[int, Sex]
    ) -> None:
        self.page = page
        self.sexes = sexes
        self.mentions: dict[int, list[Named]] = {}
        for mention in sorted(named, key=lambda m: m.start):
            self.mentions.setdefault(mention.sentence, []).append(mention)
        self.places = sorted(places)
        self.taken = {t for m in named for t in (m.start, m.end)}

    def run(self) -> list[Anaphor]:
        found: list[Anaphor] = []
        for sentence in self.page.sentences:
            for at, token in enumerate(sentence.tokens):
                anaphor = self._resolve(sentence, at, token)
                if anaphor:
                    found.append(anaphor)
                    listed = self.mentions.setdefault(sentence.index, [])
                    kind: ActorType = "person" if anaphor.sex else "armed_group"
                    listed.append(Named(anaphor.start, anaphor.end, sentence.index, anaphor.actor, kind))
                    listed.sort(key=lambda m: m.start)
        return found

    def _resolve(self, sentence: Sentence, at: int, token: Token) -> Anaphor | None:
        if token.lower in _HE:
            sex = _HE[token.lower]
            actor = self._person(sentence, token.start, sex)
            return self._make(sentence, token.start, token.end, actor, "pronoun", sex)
        if token.lower in _IT and not self._is_empty_it(sentence, at):
            actor = (
                self._object(sentence, at)
                if self._is_object(sentence, at)
                else self._body(sentence, token.start, _ANY, is_pronoun=True)
            )
            return self._make(sentence, token.start, token.end, actor, "pronoun", None)
        if token.lower in ("the", "this"):
            end = _description_end(sentence.tokens, at)
            if end is not None and token.start not in self.taken:
                actor = self._body(sentence, token.start, _GROUPS, is_pronoun=False)
                return self._make(sentence, token.start, end, actor, "description", None)
        return None

    def _make(
        self, sentence: Sentence, start: int, end: int, actor: int | None, form: str, sex: Sex | None
    ) -> Anaphor | None:
        return None if actor is None else Anaphor(start, end, sentence.index, actor, form, sex)

    def _is_empty_it(self, sentence: Sentence, at: int) -> bool:
        following = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
        return sentence.tokens[at].lower == "it" and following in _EMPTY_IT

    def _person(self, sentence: Sentence, before: int, sex: Sex) -> int | None:
        for index in (sentence.index, sentence.index - 1):
            people = [m for m in self.mentions.get(index, ()) if m.start < before and m.type == "person"]
            people = [m for m in people if self.sexes.get(m.actor, sex) == sex]
            actors = list(dict.fromkeys(m.actor for m in people))
            if len(actors) == 1:
                self.sexes.setdefault(actors[0], sex)
                return actors[0]
            if actors:
                sure = [a for a in actors if self.sexes.get(a) == sex]
                return sure[0] if len(sure) == 1 and len(actors) == 2 else None
        return None

    def _body(self, sentence: Sentence, before: int, types: frozenset[ActorType], is_pronoun: bool) -> int | None:
        for index in (sentence.index, sentence.index - 1):
            bodies = [m for m in self.mentions.get(index, ()) if m.start < before and m.type in types]
            actors = list(dict.fromkeys(m.actor for m in bodies))
            if not actors:
                continue
            subject = self._subject(index)
            if index != sentence.index:
                if is_pronoun and before > sentence.start + _NEAR_START:
                    return None
                return (
                    subject.actor
                    if subject is not None and subject.type in types
                    else self._only(actors, bodies, before, is_pronoun)
                )
            is_subject = subject is not None and subject.actor == actors[0]
            return (
                actors[0]
                if len(actors) == 1 and (is_subject or not is_pronoun)
                else self._only(actors, bodies, before, is_pronoun)
            )
        return None

    def _only(self, actors: Sequence[int], bodies: Sequence[Named], before: int, is_pronoun: bool) -> int | None:
        return actors[0] if len(actors) == 1 and not (is_pronoun and self._has_place(bodies[0].end, before)) else None

    def _is_object(self, sentence: Sentence, at: int) -> bool:
        """Does "it" end a clause or stand before another object: what a verb does something to?"""
        following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        is_bare_it = sentence.tokens[at].lower == "it" and at > 0
        return is_bare_it and (
            following is None
            or not following.text[0].isalpha()
            or following.lower in _AFTER_OBJECT
            or sentence.tokens[at - 1].lower in _PREPOSITIONS
        )

    def _object(self, sentence: Sentence, at: int) -> int | None:
        """Resolve "The government designated it …": the subject of the sentence before, never the doer itself."""
        doers = [m for m in self.mentions.get(sentence.index, ()) if m.start < sentence.tokens[at].start]
        gap = [t for t in sentence.tokens[:at] if doers and t.start >= doers[-1].end]
        subject = self._subject(sentence.index - 1) if len(doers) == 1 and len(gap) <= 3 and sentence.index else None
        if (
            sentence.tokens[at - 1].lower in _PREPOSITIONS
            or subject is None
            or subject.type not in _GROUPS
            or subject.actor == doers[0].actor
        ):
            return None
        return subject.actor

    def _subject(self, index: int) -> Named | None:
        """Give the first actor of a sentence, if only a few words and no preposition's place stand before it."""
        sentence = self.page.sentences[index] if index >= 0 else None
        listed = self.mentions.get(index, ())
        if (
            not sentence
            or not listed
            or listed[0].start - sentence.start > 25
            or self._has_place(sentence.start, listed[0].start)
        ):
            return None
        lead = sentence.lower[: listed[0].start - sentence.start].split()
        return None if lead and lead[-1] in ("of", "by", "in", "against", "from", "for", "with") else listed[0]

    def _has_place(self, start: int, end: int) -> bool:
        at = bisect_left(self.places, (start, 0))
        return at < len(self.places) and self.places[at][0] < end


def _description_end(tokens: Sequence[Token], at: int) -> int | None:
    """Give the end of "the main communist terrorist group" that begins here, None if nothing such does."""
    here = at + 1
    while (
        here < len(tokens)
        and here - at < 5
        and tokens[here].lower in _ADJECTIVES
        and tokens[here].lower not in _GROUP_NOUNS
    ):
        here += 1
    if here >= len(tokens) or tokens[here].lower not in _GROUP_NOUNS or tokens[here].is_capital:
        return None
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    opens_a_name = following is not None and (following.is_capital or following.lower in _GOES_ON)
    return None if opens_a_name else tokens[here].end
