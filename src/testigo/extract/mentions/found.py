"""What the first step finds: mentions, each with its offsets and the sentence that it stands in.

These are working notes between the steps, not records: small, frozen, made in text order. Offsets are code points into
the document's text, half-open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from testigo.records import Actor, Place
from testigo.records.codes import DatePrecision, Sex

M = TypeVar("M", "PlaceMention", "ActorMention")


def _by_sentence(mentions: Iterable[M]) -> Mapping[int, tuple[M, ...]]:
    found: dict[int, list[M]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return {index: tuple(those) for index, those in found.items()}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in digits or words, with its hedge.

    start, end: hedge and figure ("at least 16", "between 250 and 300", "about 20", "dozens"); core_start, core_end:
    the figure alone ("16"). low, high: the ends as the format reads the words; approx: hedged. vague: a word without a
    number ("several", "dozens"). kind: "count" where it may count people or things; "age", "money", "percent", "time",
    "date", "ordinal", "measure", "calibre", "address", "other" where its own neighbours show that it does not.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    sentence: int
    low: int | None
    high: int | None
    approx: bool = False
    vague: bool = False
    kind: str = "count"


TimeKind = Literal["date", "hour", "duration", "set", "vague"]
Bounds = tuple[str | None, str | None, DatePrecision]


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time, resolved as far as the document's own date allows.

    day_start, day_end: ISO days, `--MM-DD`, or None where unresolved; precision and text as in the record. start, end:
    with the preposition ("on Tuesday", "in 1992", "since 2008", "last January"); core_start: without it.
    is_since: "since 2008". is_duration: "for two hours", never the date of an act (any kind but "date").

    kind: "date"; "hour" ("9:30 p.m.", "at dawn", where no day stands beside it); "duration" ("a two-hour siege", "the past
    two years"); "set" ("daily", "every Friday"); "vague" ("now", "recently", "the future").
    amount: a length in ISO 8601 ("PT2H", "P3D"; "PXW" for "weeks"): of a duration, between the returns of a set, or the
    distance of a date from another ("two days ago", "three weeks after the attack"). anchor: what a distance counts from:
    "ago", "hence" (the document's day), "before", "after", "same" (another date or event: "the next day", "that night");
    anchor_end: where the event's words behind it may begin ("after" + "the attack"), None where it points back.
    clock: "21:30". part: "morning", "noon", "afternoon", "evening", "night", "midnight", "dawn", "dusk"; of a season its name;
    of a vague one "now", "past", "future".
    direction: "since", "until", "before", "after" where the preposition opened a bound; named: the bounds and the
    precision of the date itself, before that. is_stamp: a line that says when the report was put out or changed.
    """

    start: int
    end: int
    core_start: int
    sentence: int
    day_start: str | None
    day_end: str | None
    precision: DatePrecision
    text: str
    is_since: bool = False
    is_duration: bool = False
    kind: TimeKind = "date"
    amount: str | None = None
    anchor: str = ""
    anchor_end: int | None = None
    clock: str | None = None
    part: str | None = None
    direction: str = ""
    named: Bounds | None = None
    is_stamp: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words that may name something ("Las Ceibas de Maro", "Brown Hills Armed Front").

    is_sentence_start: its first word would be capitalised anyway.
    """

    start: int
    end: int
    sentence: int
    text: str
    is_sentence_start: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named; `form` is "name", "demonym" ("Peruvian"), "dateline", or "description" ("the town").

    hint: how the words before it put it: "in", "near", "at", "of", "from", "to", "" (none).
    """

    start: int
    end: int
    sentence: int
    place: str
    form: str = "name"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Containment:
    """Words that say that one place lies in another ("Las Ceibas, in the province of Sierra Parda")."""

    inner: str
    outer: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place of the gazetteer that a name may mean: its id, name and country, and its chance among all of them."""

    id: str
    name: str
    country: str | None
    chance: float


@dataclass(frozen=True)
class Places:
    """All places of a document: the records-to-be, their mentions in text order, and containments said in words."""

    places: tuple[Place, ...] = ()
    mentions: tuple[PlaceMention, ...] = ()
    containments: tuple[Containment, ...] = ()
    weighed: tuple[tuple[str, tuple[PlaceCandidate, ...]], ...] = ()

    def candidates_of(self, place_id: str) -> tuple[PlaceCandidate, ...]:
        """Give what a place's name may mean, the likeliest first, at most five; the one taken need not be the first."""
        return dict(self.weighed).get(place_id, ())

    def by_id(self, place_id: str) -> Place:
        """Give the place with this local id."""
        return self._by_id[place_id]

    def in_sentence(self, index: int) -> tuple[PlaceMention, ...]:
        """Give the mentions of one sentence."""
        return self._in_sentence.get(index, ())

    @cached_property
    def _by_id(self) -> Mapping[str, Place]:
        return {p.id: p for p in self.places}

    @cached_property
    def _in_sentence(self) -> Mapping[int, tuple[PlaceMention, ...]]:
        return _by_sentence(self.mentions)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor mentioned; `form` is "name", "short" ("the Column"), "acronym", "description" ("the group"), "alias",
    or "pronoun" (kept out of the record's mentions, used to find who did what)."""

    start: int
    end: int
    sentence: int
    actor: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Alias:
    """Words that set two names of one actor equal: where they stand, and who calls it so where only some do."""

    actor: str
    name: str
    start: int
    end: int
    sentence: int
    used_by: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """What the words beside a person's name say of them.

    age_start, age_end: where the age stands. occupation: the trade in apposition ("a nurse"), role: a title before the
    name ("Defence Minister", "police chief"), each with its offsets.
    """

    actor: str
    start: int
    end: int
    sentence: int
    age: str | None = None
    age_span: tuple[int, int] | None = None
    sex: Sex | None = None
    occupation: str | None = None
    occupation_span: tuple[int, int] | None = None
    role: str | None = None
    role_span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Actors:
    """All actors of a document: the records-to-be, mentions in text order, aliases, and what is said beside names."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    aliases: tuple[Alias, ...] = ()
    persons: tuple[Person, ...] = ()

    def by_id(self, actor_id: str) -> Actor:
        """Give the actor with this local id."""
        return self._by_id[actor_id]

    def in_sentence(self, index: int) -> tuple[ActorMention, ...]:
        """Give the mentions of one sentence."""
        return self._in_sentence.get(index, ())

    @cached_property
    def _by_id(self) -> Mapping[str, Actor]:
        return {a.id: a for a in self.actors}

    @cached_property
    def _in_sentence(self) -> Mapping[int, tuple[ActorMention, ...]]:
        return _by_sentence(self.mentions)


@dataclass(frozen=True)
class Mentions:
    """All that the first step found in a document."""

    numbers: tuple[Number, ...] = ()
    times: tuple[Time, ...] = ()
    places: Places = field(default_factory=Places)
    actors: Actors = field(default_factory=Actors)
