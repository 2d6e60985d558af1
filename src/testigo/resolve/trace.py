"""Why a value stands: for each field, the claims that it comes from, the ones left out, and the reason for each.

Fields are named as the case incident has them: `killed`, `killed.civilians`, `date`, `perpetrators.0` (the place in the
list that is shown). A claim that was weighed for a field appears there once.
"""

from dataclasses import dataclass, field

from testigo.records import CaseIncident
from testigo.resolve.telling import Telling


@dataclass(frozen=True, slots=True, order=True)
class ClaimUse:
    """One claim weighed for one field. decision: the id of a person's decision on the claim, if there is one."""

    document: str
    claim_id: str
    used: bool
    reason: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A case incident with its reasons."""

    incident: CaseIncident
    because: dict[str, tuple[ClaimUse, ...]]


@dataclass(slots=True)
class Trace:
    """Collects the reasons while one incident is resolved; what was used stays used."""

    _uses: dict[str, dict[tuple[str, str], ClaimUse]] = field(default_factory=dict)
    _accepted: set[tuple[str, str]] = field(default_factory=set)

    def use(self, name: str, telling: Telling, reason: str) -> None:
        """Note that this claim is behind the field; a later reason says more and replaces the earlier one."""
        self._note(name, telling, True, reason)

    def leave(self, name: str, telling: Telling, reason: str) -> None:
        """Note why this claim is not behind the field; the first reason stays, and a used claim stays used."""
        if telling.key not in self._uses.get(name, {}):
            self._note(name, telling, False, reason)

    def _note(self, name: str, telling: Telling, used: bool, reason: str) -> None:
        document, claim_id = telling.key
        self._uses.setdefault(name, {})[telling.key] = ClaimUse(document, claim_id, used, reason, telling.decision)
        if telling.accepted:
            self._accepted.add(telling.key)

    def is_reviewed(self) -> bool:
        """Tell whether a person accepted or corrected every claim behind every value shown."""
        used = {key for uses in self._uses.values() for key, use in uses.items() if use.used}
        return bool(used) and used <= self._accepted

    def because(self) -> dict[str, tuple[ClaimUse, ...]]:
        """Give the reasons by field, the used claims first, then by document and claim."""
        return {
            name: tuple(sorted(uses.values(), key=lambda u: (not u.used, u.document, claim_order(u.claim_id))))
            for name, uses in sorted(self._uses.items())
        }


def claim_order(claim_id: str) -> tuple[int, str]:
    """Sort c2 before c10."""
    return len(claim_id), claim_id
