"""A figure, and which figures count (RECORD.md section 4, "Which figures").

Only claims `stated` or `claimed` that no person rejected count. Counts of one place of several, sums told of something
wider and recalled "up to" figures never set an end.
A vague word counts only where a number stands nowhere in its group.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.records.values import RangeValue
from testigo.resolve.telling import Source, Telling, When
from testigo.resolve.trace import Trace

# The record reads each vague word as one lower end (RECORD.md, Ranges); these change together.
_VAGUE = re.compile(r"\b(several|tens|scores|dozens|hundreds|thousands|millions)\b", re.IGNORECASE)
_VAGUE_LOWS = frozenset({3, 20, 24, 40, 200, 2_000, 20_000, 200_000, 2_000_000})
_LAST_WORD = re.compile(r"\b(latest|final)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What one source says in one group: two ends, one of which may be open.

    tellings: the claims that say it. computed: added up or counted from parts. by_heads: only victims told one by one,
    minors or women stand behind it, so there may be more. latest: called the latest or final one.
    """

    low: int | None
    high: int | None
    source: Source
    when: When
    tellings: tuple[Telling, ...]
    approx: bool = False
    computed: bool = False
    by_heads: bool = False
    latest: bool = False

    @property
    def stated(self) -> int:
        """Give the end that the words name: the lower, or the upper of "up to 5"."""
        return self.low if self.low is not None else self.upper

    @property
    def upper(self) -> int:
        """Give the upper end, a missing one replaced by the lower."""
        end = self.high if self.high is not None else self.low
        assert end is not None, "a figure without ends is never made"
        return end

    @property
    def best(self) -> int | None:
        """Give the value to show: the lower end, or an approximate upper end alone ("nearly 50")."""
        if self.low is None:
            return self.high if self.approx else None
        return self.low

    @property
    def exact(self) -> bool:
        return self.low == self.high and not self.approx

    @property
    def ends(self) -> tuple[int | None, int | None]:
        return self.low, self.high


def figures_of(telling: Telling, value: RangeValue) -> list[Figure]:
    """Give what each source of a claim says; nothing where the words have no number."""
    if value.low is None and value.high is None:
        return []
    latest = value.supersedes is not None or bool(_LAST_WORD.search(telling.words))
    return [
        Figure(value.low, value.high, source, telling.when, (telling,), approx=value.approx, latest=latest)
        for source in telling.sources
    ]


def group_of(telling: Telling) -> str:
    """Name the group that a figure counts; words that name none count all."""
    return telling.value.group or "all"


def field_of(predicate: str, group: str) -> str:
    """Name a figure's field in the reasons: `killed`, `killed.civilians`."""
    return predicate if group == "all" else f"{predicate}.{group}"


def countable(predicate: str, tellings: Iterable[Telling], trace: Trace) -> list[Telling]:
    """Give the claims of a predicate whose figures count, and note why the others do not."""
    told = [t for t in tellings if t.claim.predicate == predicate]
    kept = []
    for telling in told:
        reason = _why_not(telling)
        if reason:
            trace.leave(field_of(predicate, group_of(telling)), telling, reason)
        else:
            kept.append(telling)
    return _without_vague(predicate, kept, trace)


def _why_not(telling: Telling) -> str | None:
    if telling.rejected:
        return "a person rejected it"
    if telling.denied:
        return "denied: it marks the value disputed"
    if telling.claim.stance not in ("stated", "claimed"):
        return f"{telling.claim.stance}: only figures stated or claimed count"
    value: RangeValue = telling.value
    if value.part:
        return "it counts one place only of several"
    if telling.wider:
        return "a sum told of something wider"
    if value.low is None and value.high is None:
        return "no number in its words"
    if value.low is None and not value.approx and not telling.main:
        return 'a recalled "up to" sets no end'
    return None


def _without_vague(predicate: str, tellings: Sequence[Telling], trace: Trace) -> list[Telling]:
    numbered = {group_of(t) for t in tellings if not is_vague(t) and (t.value.low or t.value.high)}
    kept = []
    for telling in tellings:
        if is_vague(telling) and group_of(telling) in numbered:
            trace.leave(field_of(predicate, group_of(telling)), telling, "a vague word, where a number is told")
        else:
            kept.append(telling)
    return kept


def is_vague(telling: Telling) -> bool:
    """Tell whether a figure is a vague word ("dozens", "several"), not a number."""
    value: RangeValue = telling.value
    if value.high is not None or value.low not in _VAGUE_LOWS:
        return False
    words = f"{value.text or ''} {telling.words}"
    return bool(_VAGUE.search(words)) and not re.search(rf"\b{value.low}\b", words.replace(",", ""))
