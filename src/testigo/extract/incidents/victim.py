"""One victim in the making, and its claim: which words show it, and what it says."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from testigo.extract.draft import Draft
from testigo.extract.incidents.harm import Who
from testigo.extract.mentions.found import Person
from testigo.extract.mentions.kinds import Kind
from testigo.extract.mentions.parties import Party
from testigo.extract.mentions.people_beside import years_of
from testigo.records.codes import Fate, Sex
from testigo.records.values import RangeValue, VictimValue

_MOST_SPANS = 3
_NEXT_TO = 30  # characters between a name and its age


@dataclass
class Victim:
    """One victim in the making. is_left_open: told only to be shot, no word of how it ended."""

    fate: Fate
    actor: str | None = None
    party: Party | None = None
    kind: Kind | None = None
    sex: Sex | None = None
    age: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    told_in: set[int] = field(default_factory=set)
    is_left_open: bool = True


def with_age(who: Who, told: Sequence[Person]) -> tuple[int, int]:
    """Give where the person is named, with the age that stands right beside the name."""
    beside = next((p.age_span for p in told if who.start <= p.start < who.end and p.age_span), None)
    if not beside or max(beside[0] - who.end, who.start - beside[1]) > _NEXT_TO:
        return who.start, who.end
    return min(who.start, beside[0]), max(who.end, beside[1])


def _spans(victim: Victim, aged: Sequence[Person]) -> tuple[tuple[int, int], ...]:
    """Choose the words to show: in text order, at most three, one of them with the age."""
    spans = sorted(set(victim.spans))
    spans = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    shows = [s for s in spans if any(p.age_span and s[0] <= p.age_span[0] < s[1] for p in aged)]
    if not shows and victim.age and aged:
        who = Who(aged[0].start, aged[0].end)
        shows = [with_age(who, aged)]
    rest = [s for s in spans if s not in shows[:1]]
    return tuple(sorted((*shows[:1], *rest[: _MOST_SPANS - len(shows[:1])])))


def draft_of(incident: str, victim: Victim, persons: dict[str, list[Person]]) -> Draft:
    told = persons.get(victim.actor or "", [])
    spans = _spans(victim, [p for p in told if p.age_span])
    if victim.actor:
        occupation = next((p.occupation for p in told if p.occupation), None)
        age = victim.age
        value = VictimValue(
            actor=victim.actor, fate=victim.fate, age=age, age_low=years_of(age), age_high=years_of(age), sex=victim.sex,
            occupation=occupation, type=victim.kind.type if victim.kind else None,
            group=victim.kind.group if victim.kind else None,
        )  # fmt: skip
        return Draft(incident, "victim", value, spans)
    party = victim.party
    assert party
    count = None
    if party.is_counted and (party.low is not None or party.high is not None):
        count = RangeValue(
            low=party.low, high=party.high, approx=party.approx, text=party.phrase if party.vague else None
        )
    value = VictimValue(
        description=party.text, count=count, group=party.kind.group, type=party.kind.type, fate=victim.fate,
        age=victim.age, age_low=years_of(victim.age), age_high=years_of(victim.age), sex=victim.sex,
    )  # fmt: skip
    return Draft(incident, "victim", value, spans)
