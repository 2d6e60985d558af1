"""How likely it is that two report incidents are one, and why, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass

from testigo.reconcile.profiling import Member, Profile


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field says. weight: in bits, above 0 for one incident, below 0 against; words: for people."""

    field: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pair that was compared. a is before b. score: the chance that the two are one incident, 0 to 1."""

    a: Member
    b: Member
    score: float
    reasons: tuple[Reason, ...] = ()


def compare(a: Profile, b: Profile) -> Comparison:
    """Compare two incidents with all reasons, heaviest first."""
    first, second = sorted((a, b), key=lambda p: p.member)
    reasons = _reasons(first, second)
    bits = sum(r.weight for r in reasons) - 6.0
    told = tuple(sorted(reasons, key=lambda r: (-abs(r.weight), r.field)))
    return Comparison(first.member, second.member, 1 / (1 + 2.0 ** max(-60.0, min(60.0, -bits))), told)


def scores(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Give the scores of many pairs of these profiles, without reasons."""
    return [compare(profiles[i], profiles[j]).score for i, j in pairs]


def _reasons(a: Profile, b: Profile) -> list[Reason]:
    found = []
    if a.days and b.days:
        apart = max(0, a.days[0][0] - b.days[0][1], b.days[0][0] - a.days[0][1])
        found.append(Reason("day", 3.0 if apart == 0 else 0.0 if apart == 1 else -4.0, f"{apart} days apart"))
    shared = {k for s in a.places for k in (s.key, *s.above)} & {k for s in b.places for k in (s.key, *s.above)}
    if a.places and b.places:
        found.append(Reason("place", 2.0 if shared else -3.0, "same place" if shared else "other places"))
    names = {*a.victims, *a.doers, *a.people} & {*b.victims, *b.doers, *b.people}
    if names:
        found.append(Reason("people", 6.0, "both name " + ", ".join(sorted(names))))
    mine, theirs = dict(a.words), dict(b.words)
    alike = sum(x * theirs[w] for w, x in mine.items() if w in theirs)
    found.append(Reason("text", 20 * alike - 2.0, f"text {alike:.2f} alike"))
    return found
