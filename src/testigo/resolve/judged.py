"""What people decided about claims: accept, reject, correct and add, and the undoing of these; other verbs pass by.

A decision points at words: document, span and predicate. It meets a claim of that predicate with exactly that span in
its evidence; where several share both, the one whose value is what the decision saw before; where none has it, the one
claim of that predicate whose words overlap most. So decisions outlast a reading: rejections and corrections of the
words stay whatever the new reading makes of them, an acceptance of a value that it no longer gives accepts nothing, a
corrected claim that it does not tell is brought back, and each of these is an `Outcome` to look at again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from testigo.records import Claim, Decision, Report, dump
from testigo.resolve.brought import brought, corrected
from testigo.resolve.wordings import Localised, in_words, same_in_words

ON_CLAIMS = ("accept", "reject", "correct", "add")

# holds: as it was decided. moved: the words moved a little. differs: the reading gives another value than was decided
# about. brought: the reading does not tell the claim, the decision does. lost: nothing is left to decide about.
Outcome = Literal["holds", "moved", "differs", "brought", "lost"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What people say of one claim; a correction counts as an acceptance of what it says."""

    accepted: bool
    rejected: bool
    decision: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with people's decisions in it. verdicts: by claim id. outcomes: by decision id."""

    report: Report
    verdicts: Mapping[str, Verdict]
    outcomes: Mapping[str, Outcome]


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
        if decision.verb in ON_CLAIMS and decision.target.document:
            found.setdefault(decision.target.document, []).append(decision)
    return found


def judge(report: Report, decisions: Iterable[Decision]) -> Judged:
    """Give the report with people's corrections and additions in it, and their verdict on each claim they decided about.

    Raises FormatError for a correction that is not a value of its predicate.
    """
    judging = _Judging(report)
    for decision in decisions:
        judging.hear(decision)
    return judging.judged()


class _Judging:
    """One report while its decisions are heard, the oldest first."""

    def __init__(self, report: Report) -> None:
        self._read = {c.id: c for c in report.claims}  # as the reader gave them: what decisions saw
        self._claims = dict(self._read)
        self._words = Localised(report)
        self._verdicts: dict[str, Verdict] = {}
        self._outcomes: dict[str, Outcome] = {}

    def hear(self, decision: Decision) -> None:
        met = [] if decision.verb == "add" else self._exactly(decision)
        moved = [] if met or decision.verb == "add" else self._overlapping(decision)
        outcome: Outcome = "moved" if moved else "holds"
        for claim in met or moved:
            if _before(decision) is not None and not self._saw(decision, claim):
                outcome = "differs"
            if decision.verb == "correct":
                self._claims[claim.id] = corrected(claim, decision, self._words)
            self._verdicts[claim.id] = Verdict(decision.verb != "reject", decision.verb == "reject", decision.id)
        if not (met or moved):
            outcome = self._bring(decision)
        self._outcomes[decision.id] = outcome

    def _bring(self, decision: Decision) -> Outcome:
        """Let a claim that only people tell stand; `lost` where nobody can say what it is about any more."""
        claim = brought(decision, self._words) if decision.verb in ("add", "correct") else None
        if claim is None:
            return "lost"
        twin = next((c for c in self._read.values() if _says_same(c, claim)), None)
        if twin is None:
            self._claims[claim.id] = claim
            told = self._words.report  # later decisions may point at it
            self._words.report = msgspec.structs.replace(told, claims=(*told.claims, claim))
        known = twin or claim
        self._verdicts[known.id] = Verdict(True, False, decision.id)
        return "brought" if decision.verb == "correct" else "holds"

    def judged(self) -> Judged:
        report = self._words.report
        claims = tuple(self._claims.values())
        if claims != report.claims:
            report = msgspec.structs.replace(report, claims=claims)
        return Judged(report, self._verdicts, self._outcomes)

    def _exactly(self, decision: Decision) -> list[Claim]:
        target = decision.target
        alike = [c for c in self._read.values() if c.predicate == target.predicate]
        at = [c for c in alike if any((s.start, s.end) == (target.start, target.end) for s in c.evidence)]
        if _before(decision) is not None and (len(at) > 1 or decision.verb == "accept"):
            at = [c for c in at if self._saw(decision, c)]
        return at

    def _overlapping(self, decision: Decision) -> list[Claim]:
        """Give the one claim whose words share most with the decision's; of several alike, the one that it saw."""
        target = decision.target
        shares = {
            c.id: max((_share(s.start, s.end, target.start or 0, target.end or 0) for s in c.evidence), default=0.0)
            for c in self._read.values()
            if c.predicate == target.predicate
        }
        if decision.verb == "accept":
            shares = {i: s for i, s in shares.items() if self._saw(decision, self._read[i])}
        most = max(shares.values(), default=0.0)
        best = [self._read[i] for i, share in shares.items() if share == most > 0]
        seen = [c for c in best if len(best) > 1 and self._saw(decision, c)] or best
        return seen if len(seen) == 1 else []

    def _saw(self, decision: Decision, claim: Claim) -> bool:
        """Tell whether a claim says what the decision saw: as read, or as people had corrected it by then."""
        before, report = _before(decision), self._words.report
        values = [dump(c.value) for c in (claim, self._claims[claim.id])]
        return any(v == before or same_in_words(in_words(v, report), before) for v in values)


def _before(decision: Decision) -> object:
    """Give the value that a decision saw, None where it does not say."""
    if not isinstance(decision.before, dict):
        return None
    value: object = decision.before.get("value", decision.before)
    return value


def _says_same(one: Claim, other: Claim) -> bool:
    fields = ("subject", "predicate", "value", "stance", "attributed_to")
    alike = all(getattr(one, f) == getattr(other, f) for f in fields)
    return alike and any(_share(s.start, s.end, t.start, t.end) for s in one.evidence for t in other.evidence)


def _share(start: int, end: int, other_start: int, other_end: int) -> float:
    """Give the share of two stretches that is common to both."""
    common = min(end, other_end) - max(start, other_start)
    return common / (max(end, other_end) - min(start, other_start)) if common > 0 else 0.0
