"""Victims counted one by one, where nobody gives a figure (RECORD.md section 4, rule 3).

Each person or kind counts once: one, or the count that is told. A kind without a count ("wives") is at least two, and
only where no single victim is told whom it may hold. Single people told apart from a counted kind of kin or age ("two
children were killed", later their names) are of that kind, and not counted besides. Who is told hurt in one report and
dead elsewhere, by name or by the same age and sex, is dead, and not hurt besides.
"""

import re
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


@dataclass(frozen=True, slots=True)
class Dead:
    """Whom any report tells dead: case actors by id, names, all tellings, and the reports that tell of any."""

    actors: frozenset[str]
    names: frozenset[tuple[str, str]]
    tellings: tuple[Telling, ...]
    told_in: frozenset[tuple[str, bool]]

    def holds(self, telling: Telling, cast: Cast) -> bool:
        """Is the victim of this telling one of the dead, as another telling has it?"""
        who = telling.value.actor
        if who:
            case_id = cast.case_id(telling.key[0], who)
            if case_id in self.actors or _first_and_last(cast.actor(case_id).name) in self.names:
                return True
        if telling.value.count:
            return False
        return any(_is_same(telling, dead, telling.told_in in self.told_in) for dead in self.tellings)


def _is_same(hurt: Telling, dead: Telling, tells_of_dead: bool) -> bool:
    """Are they one by age, or by sex where the hurt one's report, an early one, tells of nobody dead?"""
    if dead.value.count or (hurt.value.actor and dead.value.actor):
        return False
    is_one_named = bool(hurt.value.actor or dead.value.actor)
    if hurt.value.age is not None and hurt.value.age == dead.value.age:
        return is_one_named or (dead.told_in != hurt.told_in and _agree(hurt.value.sex, dead.value.sex))
    if tells_of_dead or hurt.value.actor or (hurt.value.age and dead.value.age):
        return False
    return hurt.value.sex is not None and hurt.value.sex == dead.value.sex


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _first_and_last(name: str) -> tuple[str, str]:
    words = [w for w in fold(name).replace(".", "").split() if w not in ("jr", "sr", "ii", "iii", "iv")]
    return (words[0], words[-1]) if len(words) > 1 else ("", "")


def dead_of(tellings: Sequence[Telling], cast: Cast) -> Dead:
    """Collect the dead among all that is told of an incident."""
    dead = tuple(t for t in tellings if is_told_with(t, "killed"))
    actors = frozenset(cast.case_id(t.key[0], t.value.actor) for t in dead if t.value.actor)
    names = frozenset(_first_and_last(cast.actor(a).name) for a in actors) - {("", "")}
    told = [t for t in tellings if t.claim.predicate == "killed" and (t.value.low or t.value.high)]
    return Dead(actors, names, dead, frozenset(t.told_in for t in (*dead, *told)))


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
    for kind in kinds:
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
