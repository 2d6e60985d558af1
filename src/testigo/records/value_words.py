"""A claim's value in words: what stands behind its predicate, without who says so."""

import re
from collections.abc import Callable
from typing import Any

from testigo.records.codes import DOERS, FIGURES
from testigo.records.report import Claim, Report
from testigo.records.values import (
    AliasValue,
    DateValue,
    DoerValue,
    EvidenceForValue,
    FactValue,
    KindValue,
    LeftBehindValue,
    LinkValue,
    MessageValue,
    MethodValue,
    PeriodValue,
    PlaceValue,
    RangeValue,
    RelationValue,
    ScopeValue,
    StageValue,
    TargetValue,
    VictimValue,
    WantedValue,
    WeaponValue,
    WithinValue,
)
from testigo.records.words import date_words, figure_words, period_words, place_words, plain, value_period

Words = Callable[[Any, Report], str]
ORDER = (
    "stage", "kind", "scope", "date", "place", *FIGURES, "victim", *DOERS, "evidence_for", "target", "weapon", "method",
    "left_behind", "message", "motive", "part_of", "compared_with",
)  # fmt: skip
_MORE_THAN = re.compile(r"\b(?:more than|over|above)\s+(?=[\d\w])", re.IGNORECASE)


def value_words(claim: Claim, report: Report) -> str:
    """Give a claim's value as one would say it."""
    words = _WORDS[type(claim.value)](claim.value, report)
    if isinstance(claim.value, RangeValue) and claim.value.low and _MORE_THAN.search(claim.quote):
        return words.replace(f"at least {claim.value.low:,}", f"more than {claim.value.low - 1:,}")
    return words


def actor_words(report: Report, actor_id: str) -> str:
    """Give an actor's name, with its shortest other name where that is an acronym."""
    actor = report.actor(actor_id)
    short = next((n for n in actor.names if n.isupper() and " " not in n), None)
    return f"{actor.name} ({short})" if short and short not in actor.name else actor.name


def _who(value: Any, report: Report) -> str:
    """Name an actor of the report, or whatever a `by` says in its place."""
    known = {a.id for a in report.actors}
    return actor_words(report, value) if value in known else str(value)


def _joined(*words: str | None) -> str:
    return ", ".join(w for w in words if w)


def _counted(value: Any, report: Report) -> str:
    if value.actor:
        return actor_words(report, value.actor)
    count = figure_words(value.count) if value.count else ""
    return value.description if not count or count in value.description else f"{value.description} ({count})"


def _doer(value: DoerValue, report: Report) -> str:
    role = {"ordered": "ordered it", "aided": "aided it"}.get(value.role or "", "")
    side = f"side {value.side}" if value.side is not None else ""
    return _joined(_counted(value, report), _aged(value.age), value.sex, value.occupation, role, side)


def _aged(age: str | None) -> str:
    return f"aged {age}" if age and age.isdigit() else age or ""


def _victim(value: VictimValue, report: Report) -> str:
    said = value.occupation if value.actor else ""
    return _joined(
        _counted(value, report), _aged(value.age), value.sex, said, value.nationality, plain(value.fate or "")
    )


def _target(value: TargetValue, _: Report) -> str:
    count = figure_words(value.count) if value.count and value.count.low != 1 else ""
    effect = value.effect if value.effect != "none" else "not harmed"
    return _joined(value.description, count, effect)


def _typed(value: WeaponValue | MethodValue, _: Report) -> str:
    return value.description if not value.type else f"{value.description} ({plain(value.type)})"


def _place(value: PlaceValue, report: Report) -> str:
    where = place_words(report, value.place) if value.place else value.description
    words = f"{value.site} in {where}" if value.site and where else value.site or where or ""
    return _joined(words, value_period(value))


def _evidence(value: EvidenceForValue, report: Report) -> str:
    return f"{value.description}: {actor_words(report, value.actor)}" if value.actor else value.description


def _left(value: LeftBehindValue, report: Report) -> str:
    return _joined(value.description, f"signed by {_who(value.signed_by, report)}" if value.signed_by else "")


def _message(value: MessageValue, report: Report) -> str:
    return _joined(f"“{value.text}”", f"by {_who(value.by, report)}" if value.by else "")


def _link(value: LinkValue, report: Report) -> str:
    if not value.incident:
        return value.text or "another incident"
    kind = plain(report.incident(value.incident).kind)
    return f"the {kind} told here as {value.incident}"


def _alias(value: AliasValue, report: Report) -> str:
    return f"“{value.name}”" + (f", so called by {_who(value.used_by, report)}" if value.used_by else "")


def _relation(value: RelationValue, report: Report) -> str:
    who = actor_words(report, value.actor) if value.actor else value.description
    role = f"({value.role})" if value.role else ""
    return _joined(" ".join(w for w in (who, role) if w), value_period(value))


def _fact(value: FactValue, report: Report) -> str:
    by = f"by {_who(value.by, report)}" if value.by else ""
    return _joined(value.description, by, value_period(value)) or "yes"


def _wanted(value: WantedValue, report: Report) -> str:
    reward = value.reward
    amount = f"{reward.amount:,} {reward.currency or ''}".strip() if reward and reward.amount is not None else ""
    offered = f"reward {amount}".strip() if reward else ""
    who = actor_words(report, value.actor) if value.actor else value.description
    return _joined(who, offered, value_period(value)) or "yes"


_WORDS: dict[type, Words] = {
    DateValue: lambda v, _: date_words(v),
    RangeValue: lambda v, r: figure_words(v) + (f" in {place_words(r, v.part)}" if v.part else ""),
    KindValue: lambda v, _: plain(v.kind),
    ScopeValue: lambda v, _: plain(v.scope),
    StageValue: lambda v, _: plain(v.stage),
    PlaceValue: _place,
    DoerValue: _doer,
    VictimValue: _victim,
    TargetValue: _target,
    WeaponValue: _typed,
    MethodValue: _typed,
    LeftBehindValue: _left,
    MessageValue: _message,
    EvidenceForValue: _evidence,
    LinkValue: _link,
    AliasValue: _alias,
    RelationValue: _relation,
    FactValue: _fact,
    PeriodValue: lambda v, _: period_words(v.start, v.end) or v.text or "",
    WantedValue: _wanted,
    WithinValue: lambda v, r: place_words(r, v.place),
}
