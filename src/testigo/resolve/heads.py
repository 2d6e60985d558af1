"""Victims counted one by one, where nobody gives a figure (RECORD.md section 4, rule 3).

Each person or kind counts once: one, or the count that is told. A kind without a count ("wives") is at least two, and
only where no single victim is told whom it may hold. Single people told apart from a counted kind of kin or age ("two
children were killed", later their names) are of that kind, and not counted besides. Who is told hurt in one report and
dead elsewhere, by name or by the same age and sex, is dead, and not hurt besides; so is one person of whom the words say
no more than "shot", where any report tells of a death.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.resolve.cast import Cast, fold
from testigo.resolve.figures import Figure
from testigo.resolve.telling import Source, Telling

_MANY = re.compile(r"(?:[^s]s|men|women|children|people|police|clergy|wives|lives)$", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"”’']?\s|\n")
# Kinds that say no more than kin, age or sex: who they are is often told again, by name.
_WIDE = frozenset(
    "children kids minors teens teenagers youths boys girls sons daughters brothers sisters siblings twins students adults "
    "men women friends relatives year-olds parents couple people victims residents members".split()
)
_ADULT = 18
_MOST_PAIRS = 10_000  # beyond this a report is a list of names, and no kind tells them again


@dataclass(frozen=True, slots=True)
class _Known:
    """What a telling shows of one dead person: by name or not, in which report, of which sex."""

    named: bool
    told_in: tuple[str, bool]
    sex: str | None


@dataclass(frozen=True, slots=True)
class Dead:
    """Whom any report tells dead: case actors by id, names, the single ones by age, and how many tellings each report has."""

    actors: frozenset[str]
    names: frozenset[tuple[str, str]]
    by_age: dict[str | None, frozenset[_Known]]
    sexes: frozenset[str | None]
    told_in: Counter[tuple[str, bool]]
    counts: Counter[tuple[str, bool]]
    are_more_shot: bool

    def holds(self, telling: Telling, cast: Cast) -> bool:
        """Is the victim of this telling one of the dead, as another telling has it?"""
        value = telling.value
        if value.actor:
            case_id = cast.case_id(telling.key[0], value.actor)
            if case_id in self.actors or _first_and_last(cast.actor(case_id).name) in self.names:
                return True
        if value.count or _is_many(telling):
            return self._hold_several(telling)
        if value.age is not None and any(_is_same(telling, k) for k in self.by_age.get(value.age, ())):
            return True
        if _is_left_open(telling) and self.told_in and not self.are_more_shot:
            return True
        # an early report that tells of nobody dead, of somebody of whom only the sex is known
        is_early = not self.told_in[telling.told_in] and not value.actor and value.age is None
        return is_early and value.sex is not None and value.sex in self.sexes

    def _hold_several(self, telling: Telling) -> bool:
        """Are people told to be shot, and no more, those of whom the same report tells that as many died?"""
        wanted = telling.value.count.low if telling.value.count else 1
        return wanted is not None and 0 < wanted <= self.counts[telling.told_in] and _is_left_open(telling)


_SHOT = re.compile(r"\b(?:shot|gunshot|shooting|shoots?|stabb\w+|struck|hit|striking|hitting)\b", re.IGNORECASE)
_HURT = re.compile(
    r"(?<!gunshot )(?<!bullet )(?<!stab )\b(?:wound\w*|injur\w*|hurt\w*|hospital\w*|graze\w*|maim\w*|condition|life)\b",
    re.IGNORECASE,
)


def _is_left_open(telling: Telling) -> bool:
    """Do its words leave it open whether they lived: "shot", and no word of wounds?"""
    return bool(_SHOT.search(telling.words)) and not _HURT.search(telling.words)


def _is_same(hurt: Telling, dead: _Known) -> bool:
    """Are they one, being of one age: one of them named, or told in two reports with no other sex?"""
    named = bool(hurt.value.actor)
    if named != dead.named:
        return True
    return not named and dead.told_in != hurt.told_in and _agree(hurt.value.sex, dead.sex)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _first_and_last(name: str) -> tuple[str, str]:
    words = [w for w in fold(name).replace(".", "").split() if w not in ("jr", "sr", "ii", "iii", "iv")]
    return (words[0], words[-1]) if len(words) > 1 else ("", "")


def dead_of(tellings: Sequence[Telling], cast: Cast) -> Dead:
    """Collect the dead among all that is told of an incident."""
    dead = [t for t in tellings if is_told_with(t, "killed")]
    actors = frozenset(cast.case_id(t.key[0], t.value.actor) for t in dead if t.value.actor)
    names = frozenset(_first_and_last(cast.actor(a).name) for a in actors) - {("", "")}
    singles = [t for t in dead if not t.value.count]
    ages: dict[str | None, set[_Known]] = {}
    for t in singles:
        ages.setdefault(t.value.age, set()).add(_Known(bool(t.value.actor), t.told_in, t.value.sex))
    told = [t for t in tellings if t.claim.predicate == "killed" and (t.value.low or t.value.high)]
    return Dead(
        actors,
        names,
        {age: frozenset(known) for age, known in ages.items()},
        frozenset(t.value.sex for t in singles),
        Counter(t.told_in for t in (*dead, *told)),
        counts_of(tellings, "killed"),
        _are_more_shot(tellings),
    )


def _are_more_shot(tellings: Sequence[Telling]) -> bool:
    """Does a report tell of more people shot than any tells dead, so that somebody shot has lived?"""
    dead = max(counts_of(tellings, "killed").values(), default=0)
    return any(t.claim.predicate == "casualties" and (t.value.low or 0) > dead and not t.wider for t in tellings)


def counts_of(tellings: Sequence[Telling], fate: str) -> Counter[tuple[str, bool]]:
    """Count how many each report tells of with one fate: its highest figure, or the victims told one by one."""
    heads: Counter[tuple[str, bool]] = Counter()
    for t in tellings:
        if is_told_with(t, fate):
            heads[t.told_in] += (t.value.count.low or 1) if t.value.count else 1
    for t in tellings:
        if t.claim.predicate == fate and t.value.group != "perpetrators" and not t.rejected and not t.wider:
            heads[t.told_in] = max(heads[t.told_in], t.value.low or 0)
    return heads


def is_told_with(telling: Telling, fate: str) -> bool:
    """Is it a victim, asserted and unrejected, with this fate?"""
    return (
        telling.claim.predicate == "victim"
        and telling.value.fate == fate
        and telling.value.group != "perpetrators"
        and not telling.rejected
        and not telling.wider
        and telling.claim.stance in ("stated", "claimed")
    )


def count_heads(victims: Sequence[Telling], source: Source, cast: Cast) -> list[Figure]:
    """Count each person or kind once: one, or the count that is told; the higher where it is told twice."""
    heads: dict[str, Figure] = {}
    has_single = any(not _is_many(t) for t in victims)
    retold = _retold(victims)
    for telling in victims:
        if telling.key in retold:
            continue
        value = telling.value
        who = cast.case_id(telling.key[0], value.actor) if value.actor else fold(value.description)
        low: int | None = 1
        high: int | None = 1
        approx = False
        if value.count and (value.count.low, value.count.high) != (None, None):
            low, high, approx = value.count.low, value.count.high, value.count.approx
        elif _is_many(telling):
            if has_single:
                continue
            low, high = 2, None
        figure = Figure(low, high, source, telling.when, (telling,), approx=approx)
        if who not in heads or figure.upper > heads[who].upper:
            heads[who] = figure
    return [heads[who] for who in sorted(heads)]


def _retold(victims: Sequence[Telling]) -> set[tuple[str, str]]:
    """Name the single people told apart from a counted kind that may hold them, as many as it counts."""
    kinds = [t for t in victims if t.value.count and t.value.description and _is_wide(t)]
    singles = [t for t in victims if not t.value.count and not _is_many(t)]
    taken: set[tuple[str, str]] = set()
    for kind in kinds if len(kinds) * len(singles) < _MOST_PAIRS else ():
        apart = [s for s in singles if s.key not in taken and not _in_one_sentence(s, kind) and _may_be_of(s, kind)]
        taken.update(s.key for s in apart[: kind.value.count.high or len(apart)])
    return taken


def _is_wide(telling: Telling) -> bool:
    return (telling.value.description or "").casefold().split()[-1] in _WIDE


def _may_be_of(single: Telling, kind: Telling) -> bool:
    """May this person be one of that kind, by age and sex?"""
    years = single.value.age_low
    if kind.value.group == "minors" and years is not None and years >= _ADULT:
        return False
    return not (kind.value.sex and single.value.sex and kind.value.sex != single.value.sex)


def _in_one_sentence(a: Telling, b: Telling) -> bool:
    text = a.report.document.text
    pairs = [sorted(((x.start, x.end), (y.start, y.end))) for x in a.claim.evidence for y in b.claim.evidence]
    return any(
        q[0] <= p[1] or not _STOP.search(text, p[1], min(q[0] + 1, p[1] + 300)) for p, q in pairs if q[0] - p[1] < 300
    )


def _is_many(telling: Telling) -> bool:
    """Is it a kind of people told without a count?"""
    value = telling.value
    return not value.actor and not value.count and bool(_MANY.search(value.description or ""))
