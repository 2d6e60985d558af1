"""Where the sources of one incident disagree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from testigo.records import Claim, Report
from testigo.records.codes import FIGURES
from testigo.records.value_words import value_words
from testigo.records.values import RangeValue
from testigo.resolve import ClaimUse, Resolution

RETIRED = "retired"  # how the reason of a figure that a newer one replaced begins
_ELSE = ("other sources, or newer ones", "more or newer sources", "left out: ", "denied: ")
_FIELDS = ("date", "place", "kind", "scope", "stage", *FIGURES)


@dataclass(frozen=True, slots=True)
class Account:
    """One account of a field. use: the claim that gives it; words: its value. key: the same for accounts that agree."""

    use: ClaimUse
    words: str
    key: str


def accounts(resolution: Resolution, reports: Mapping[str, Report]) -> dict[str, list[Account]]:
    """Give, for each field on which sources disagree, one claim for each account of it, those that stand first."""
    found = {}
    for field, uses in resolution.because.items():
        if field.partition(".")[0] not in _FIELDS:
            continue
        told = {a.key: a for a in reversed(list(_told(uses, reports)))}
        standing = [a for a in told.values() if a.use.used]
        others = [a for a in told.values() if not a.use.used]
        is_figure = field.partition(".")[0] in FIGURES
        if others or (is_figure and len(standing) > 1):
            found[field] = [*standing[::-1], *others[::-1]]
    return found


def _told(uses: Sequence[ClaimUse], reports: Mapping[str, Report]) -> Iterator[Account]:
    for use in uses:
        if use.used or use.reason.startswith(_ELSE):
            report = reports[use.document]
            claim = _claim(report, use.claim_id)
            words = value_words(claim, report)
            ends = f"{claim.value.low} {claim.value.high}" if isinstance(claim.value, RangeValue) else words
            yield Account(use, words, ends)


def _claim(report: Report, claim_id: str) -> Claim:
    return next(c for c in report.claims if c.id == claim_id)
