"""A claim in its setting: who stands behind it, when it was published, what a person decided about it."""

from dataclasses import dataclass
from typing import Any

from testigo.records import Claim, Report

# How firmly, the firmest first; a denial is kept beside and never ranks.
FIRMNESS = ("stated", "claimed", "suspected", "possible", "planned")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Who stands behind a claim: a case actor, a report of no named speaker, or the older report that a teaser is from.

    key: what makes two sources one. name: how a reader knows it.
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class When:
    """When something was published; an unknown day is older than any known one, a teaser is older than its carrier."""

    published: str
    own: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One claim about one case incident. eq: by identity, for a claim's value may hold a dict.

    member: which report incident it is about. wider: told of more than this incident (a sum over several).
    """

    claim: Claim
    report: Report
    member: tuple[str, str]
    main: bool
    wider: bool
    sources: tuple[Source, ...]
    when: When
    own_voice: bool
    accepted: bool = False
    rejected: bool = False
    decision: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.report.document.id, self.claim.id

    @property
    def told_in(self) -> tuple[str, bool]:
        """Name the report that tells it: the document, or the older report whose teaser stands in it."""
        return self.report.document.id, self.when.own

    @property
    def value(self) -> Any:
        return self.claim.value

    @property
    def denied(self) -> bool:
        return self.claim.stance == "denied"

    @property
    def words(self) -> str:
        """Give the words that it was read from."""
        return " ".join(span.quote for span in self.claim.evidence)

    @property
    def named_sources(self) -> str:
        return " and ".join(s.name for s in self.sources)


def firmest(tellings: list[Telling]) -> list[Telling]:
    """Give the tellings of the firmest stance among those not denied: flat or claimed words before hedged ones."""
    asserted = [t for t in tellings if not t.denied]
    firm = [t for t in asserted if t.claim.stance in ("stated", "claimed")]
    return firm or asserted
