"""What many reports yield: which report incidents are one, and what stands of them."""

import msgspec

from testigo.records.base import Record, Value, need
from testigo.records.codes import Fate, IncidentKind, Scope, Sex, Stage, Stance

INCIDENT_FORMAT = "testigo-incident/1"


class Grouping(Record, frozen=True, kw_only=True):
    """Report things that are one. members: (document id, local id), the founding member first."""

    id: str
    members: tuple[tuple[str, str], ...]
    scores: tuple[float | None, ...] = ()


class Partition(Record, frozen=True, kw_only=True):
    """Which report incidents are one, and which actors; what it does not name stands alone."""

    incidents: tuple[Grouping, ...] = ()
    actors: tuple[Grouping, ...] = ()


class ResolvedFigure(Value, frozen=True, kw_only=True):
    """What stands of a figure: the lowest and highest end that any source gives, and the best-supported value.

    open_low, open_high, computed: None where there is no figure at all; within `by_group` only where true.
    """

    low: int | None
    high: int | None
    best: int | None
    open_low: bool | None = None
    open_high: bool | None = None
    computed: bool | None = None
    by_group: dict[str, "ResolvedFigure"] | None = None


class ResolvedDate(Value, frozen=True, kw_only=True):
    start: str | None
    end: str | None
    precision: str
    text: str | None = None


class ResolvedPlace(Value, frozen=True, kw_only=True, omit_defaults=False):
    name: str
    container: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str


class CaseVictim(Value, frozen=True, kw_only=True):
    name: str | None
    fate: Fate | None
    age: str | None
    sex: Sex | None
    stance: Stance
    sources: int
    description: str | None = None
    count: ResolvedFigure | None = None
    denied_by: tuple[str, ...] | None = None


class CaseDoer(Value, frozen=True, kw_only=True, rename={"as_": "as"}):
    """Who stands behind it; `as_` is written `as`: perpetrator, participant or carried_out_by."""

    actor: str | None
    name: str | None
    stance: Stance
    as_: str
    because: str | None
    sources: int
    description: str | None = None
    count: ResolvedFigure | None = None
    denied_by: tuple[str, ...] | None = None
    side: int | None = None
    age: str | None = None
    sex: Sex | None = None


class Member(Value, frozen=True, kw_only=True, omit_defaults=False):
    """A report incident of a case incident. document: the name that the report came with, else its id."""

    document: str
    report_incident: str
    main: bool
    score: float | None = None
    reprint_of: str | None = None


class CaseIncident(Value, frozen=True, kw_only=True):
    """One incident as all its reports together tell it; written to JSON with its other figures under their names."""

    id: str
    kind: IncidentKind
    scope: Scope
    stage: Stage
    date: ResolvedDate
    place: ResolvedPlace | None
    killed: ResolvedFigure
    injured: ResolvedFigure
    victims: tuple[CaseVictim, ...]
    perpetrators: tuple[CaseDoer, ...]
    weapons: tuple[str, ...]
    members: tuple[Member, ...]
    disputed: tuple[str, ...]
    sources: int
    independent_sources: int
    reviewed: bool
    abducted: ResolvedFigure | None = None
    missing: ResolvedFigure | None = None
    arrested: ResolvedFigure | None = None
    displaced: ResolvedFigure | None = None
    casualties: ResolvedFigure | None = None
    format: str = msgspec.field(default_factory=lambda: INCIDENT_FORMAT)

    def __post_init__(self) -> None:
        super().__post_init__()
        need(self.format == INCIDENT_FORMAT, f"format {self.format!r} is not {INCIDENT_FORMAT!r}")

    def _repr_html_(self) -> str:
        from testigo.records.html import incident_html  # noqa: PLC0415 - it needs this class

        return incident_html(self)
