"""What each predicate says: one small struct for each shape of value.

`VALUE_TYPES` is the table that readers, loaders and the JSON Schema share. A reference (`actor`, `place`, `incident`,
`by` …) is a local id of the same report. Days are ISO dates; a day without a year is `--MM-DD`; see the format's
Dates and Ranges for how words become ends.
"""

import re

from testigo.records.base import Value, need
from testigo.records.codes import (
    DatePrecision,
    DoerRole,
    Effect,
    Fate,
    Group,
    IncidentKind,
    MethodType,
    Scope,
    Sex,
    Stage,
    WeaponType,
)

_DAY = re.compile(r"(\d{4}|-)(-\d{2}){0,2}(T[\d:]+Z?)?$|--\d{2}(-\d{2})?$")


def _check_day(day: str | None) -> None:
    need(day is None or _DAY.match(day), f"{day!r} is not a date such as 2021-05-23 or --05-23")


class DateValue(Value, frozen=True, kw_only=True):
    """A day or a stretch of days; both bounds None where the words cannot be resolved."""

    start: str | None
    end: str | None
    precision: DatePrecision
    text: str | None = None
    relative_to: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _check_day(self.start)
        _check_day(self.end)
        ordered = not (self.start and self.end) or self.start[:10] <= self.end[:10]
        need(ordered, f"a date that ends ({self.end}) before it starts ({self.start})")


class RangeValue(Value, frozen=True, kw_only=True):
    """A figure: two ends, None where open; `approx` where the words hedge it."""

    low: int | None
    high: int | None
    approx: bool = False
    group: Group | None = None
    text: str | None = None
    supersedes: str | None = None
    part: str | None = None
    date: DateValue | None = None
    start: str | None = None
    end: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        for end in (self.low, self.high):
            need(end is None or end >= 0, f"a figure below zero: {end}")
        ordered = self.low is None or self.high is None or self.low <= self.high
        need(ordered, f"a range whose low end {self.low} is above its high end {self.high}")
        need(self.low is not None or self.high is not None or self.text, "a figure with neither end nor words")


class KindValue(Value, frozen=True, kw_only=True):
    kind: IncidentKind


class ScopeValue(Value, frozen=True, kw_only=True):
    scope: Scope


class StageValue(Value, frozen=True, kw_only=True):
    stage: Stage


class PlaceValue(Value, frozen=True, kw_only=True):
    """Where: a place of the report, or words that name none; `site` is the kind of spot ("bar")."""

    place: str | None = None
    description: str | None = None
    site: str | None = None
    start: str | None = None
    end: str | None = None
    date: DateValue | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.place or self.description or self.site, "a place value that names nothing")


class DoerValue(Value, frozen=True, kw_only=True):
    """Who did it: an actor of the report, or a description with a count; of a person, what is said beside the name."""

    actor: str | None = None
    description: str | None = None
    count: RangeValue | None = None
    role: DoerRole | None = None
    side: int | None = None
    age: str | None = None
    age_low: int | None = None
    age_high: int | None = None
    sex: Sex | None = None
    occupation: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.actor or self.description, "a doer without actor or description")


class VictimValue(Value, frozen=True, kw_only=True):
    """Whom: one person, or one kind of people with their count. Ages in years."""

    actor: str | None = None
    description: str | None = None
    count: RangeValue | None = None
    group: Group | None = None
    nationality: str | None = None
    type: str | None = None
    fate: Fate | None = None
    age: str | None = None
    age_low: int | None = None
    age_high: int | None = None
    sex: Sex | None = None
    occupation: str | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.actor or self.description, "a victim without actor or description")


class TargetValue(Value, frozen=True, kw_only=True):
    """What: things attacked."""

    description: str
    type: str | None = None
    count: RangeValue | None = None
    effect: Effect | None = None
    nationality: str | None = None


class WeaponValue(Value, frozen=True, kw_only=True):
    description: str
    type: WeaponType | None = None


class MethodValue(Value, frozen=True, kw_only=True):
    description: str
    type: MethodType | None = None


class LeftBehindValue(Value, frozen=True, kw_only=True):
    description: str
    signed_by: str | None = None


class MessageValue(Value, frozen=True, kw_only=True):
    text: str
    by: str | None = None


class EvidenceForValue(Value, frozen=True, kw_only=True):
    description: str
    actor: str | None = None


class LinkValue(Value, frozen=True, kw_only=True):
    """Another incident: of this report, or told only in words."""

    incident: str | None
    text: str | None = None


class AliasValue(Value, frozen=True, kw_only=True):
    """Another name; `used_by` where only some call it so."""

    name: str
    used_by: str | None = None


class RelationValue(Value, frozen=True, kw_only=True):
    """A tie to an actor of the report, or to a description; time bounds where said."""

    actor: str | None = None
    description: str | None = None
    role: str | None = None
    start: str | None = None
    end: str | None = None
    date: DateValue | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.actor or self.description, "a relation without actor or description")


class FactValue(Value, frozen=True, kw_only=True):
    """A standing fact in words: ideology, office, charge, sentence, death."""

    description: str | None = None
    by: str | None = None
    date: DateValue | None = None
    start: str | None = None
    end: str | None = None


class PeriodValue(Value, frozen=True, kw_only=True):
    start: str | None
    end: str | None
    precision: DatePrecision | None = None
    text: str | None = None


class Reward(Value, frozen=True, kw_only=True):
    amount: int | None = None
    currency: str | None = None


class WantedValue(Value, frozen=True, kw_only=True):
    actor: str | None = None
    description: str | None = None
    reward: Reward | None = None
    date: DateValue | None = None


class WithinValue(Value, frozen=True, kw_only=True):
    place: str


ClaimValue = (
    DateValue | RangeValue | KindValue | ScopeValue | StageValue | PlaceValue | DoerValue | VictimValue | TargetValue
    | WeaponValue | MethodValue | LeftBehindValue | MessageValue | EvidenceForValue | LinkValue | AliasValue
    | RelationValue | FactValue | PeriodValue | WantedValue | WithinValue
)  # fmt: skip

VALUE_TYPES: dict[str, type[Value]] = {
    "kind": KindValue, "scope": ScopeValue, "date": DateValue, "place": PlaceValue, "perpetrator": DoerValue,
    "participant": DoerValue, "carried_out_by": DoerValue, "victim": VictimValue, "target": TargetValue,
    "killed": RangeValue, "injured": RangeValue, "abducted": RangeValue, "missing": RangeValue,
    "arrested": RangeValue, "displaced": RangeValue, "casualties": RangeValue, "weapon": WeaponValue,
    "method": MethodValue, "stage": StageValue, "left_behind": LeftBehindValue, "message": MessageValue,
    "motive": FactValue, "evidence_for": EvidenceForValue, "part_of": LinkValue, "compared_with": LinkValue,
    "alias": AliasValue, "ideology": FactValue, "origin": FactValue, "occupation": FactValue,
    "holds_office": FactValue, "founded_by": RelationValue, "led_by": RelationValue, "member_of": RelationValue,
    "unit_of": RelationValue, "affiliated_with": RelationValue, "relative_of": RelationValue,
    "split_from": RelationValue, "successor_of": RelationValue, "collaborates_with": RelationValue,
    "opposes": RelationValue, "negotiates_with": RelationValue, "recognises": RelationValue,
    "rejects": RelationValue, "supplied_by": RelationValue, "active_in": PlaceValue, "controls": PlaceValue,
    "active_during": PeriodValue, "strength": RangeValue, "attributed_deaths": RangeValue,
    "financed_by": RelationValue, "designated_as": FactValue, "wanted_by": WantedValue,
    "extradition_sought_by": WantedValue, "charged_with": FactValue, "convicted": FactValue, "sentenced": FactValue,
    "acquitted": FactValue, "captured": FactValue, "released": FactValue, "died": FactValue,
    "was_injured": FactValue, "renounced": FactValue, "status": FactValue, "within": WithinValue,
}  # fmt: skip
