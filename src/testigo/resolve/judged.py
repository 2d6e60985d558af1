"""What people decided about claims: accept, reject, correct, and the undoing of these; other verbs pass by.

A decision points at words: document, span and predicate. It meets a claim of that predicate with exactly that span in
its evidence; where several share both, the one whose value is what the decision saw before. An acceptance of a value
that a new reading no longer gives accepts nothing; rejections and corrections of the words stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from testigo.records import Claim, Decision, FormatError, Report, dump, load
from testigo.records.values import VALUE_TYPES

_CLAIM_KEYS = ("value", "stance", "attributed_to")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What people say of one claim; a correction counts as an acceptance of what it says."""

    accepted: bool
    rejected: bool
    decision: str


def active_decisions(decisions: Sequence[Decision]) -> list[Decision]:
    """Give the decisions that no later one undoes, in their order; undoing an undo restores."""
    undone: set[str | None] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.verb == "undo":
            undone.add(decision.target.decision)
        else:
            kept.append(decision)
    return kept[::-1]


def by_document(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """Give the standing decisions on claims, by document."""
    found: dict[str, list[Decision]] = {}
    for decision in active_decisions(decisions):
        if decision.verb in ("accept", "reject", "correct") and decision.target.document:
            found.setdefault(decision.target.document, []).append(decision)
    return found


def judge(report: Report, decisions: Iterable[Decision]) -> tuple[Report, Mapping[str, Verdict]]:
    """Give the report with people's corrections in it, and their verdict on each claim that they decided about.

    Raises FormatError for a correction that is not a value of its predicate.
    """
    claims = {c.id: c for c in report.claims}
    verdicts: dict[str, Verdict] = {}
    read = dict(claims)
    for decision in decisions:
        for claim_id in _meant(read, decision):
            if decision.verb == "correct":
                claims[claim_id] = corrected(read[claim_id], decision)
            rejected = decision.verb == "reject"
            verdicts[claim_id] = Verdict(not rejected, rejected, decision.id)
    if any(claims[c] is not read[c] for c in claims):
        report = msgspec.structs.replace(report, claims=tuple(claims.values()))
    return report, verdicts


def _meant(claims: Mapping[str, Claim], decision: Decision) -> list[str]:
    target = decision.target
    at = [
        c
        for c in claims.values()
        if c.predicate == target.predicate and any((s.start, s.end) == (target.start, target.end) for s in c.evidence)
    ]
    if isinstance(decision.before, dict) and (len(at) > 1 or decision.verb == "accept"):
        before = decision.before.get("value", decision.before)
        at = [c for c in at if dump(c.value) == before]
    return [c.id for c in at]


def corrected(claim: Claim, decision: Decision) -> Claim:
    """Give the claim as a person corrected it: `after` is a value, or an object with value, stance, attributed_to."""
    after: Any = decision.after
    name = f"decision {decision.id}"
    if not isinstance(after, dict):
        raise FormatError(f"a correction of {claim.predicate} without what is right in `after`", name=name)
    if not any(k in after for k in _CLAIM_KEYS):
        after = {"value": after}
    value = load(after["value"], VALUE_TYPES[claim.predicate], name) if "value" in after else claim.value
    changed = {k: after[k] for k in ("stance", "attributed_to") if k in after}
    return load(dump(msgspec.structs.replace(claim, value=value)) | changed, Claim, name)
