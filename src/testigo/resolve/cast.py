"""The actors of a case: which report actors are one, and what they are called."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from testigo.records import Actor, ConfigError, Grouping, Report


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Give a name without accents, case, leading article and odd blanks, for comparison only."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = bare.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who across reports.

    told: every report actor by document and local id. founders: for each case actor, the report actor that names it.
    leaders: the report actors that hold an office or lead a body.
    """

    told: Mapping[tuple[str, str], Actor]
    case_ids: Mapping[tuple[str, str], str]
    founders: Mapping[str, Actor]
    leaders: frozenset[tuple[str, str]]

    def case_id(self, document: str, local_id: str) -> str:
        """Give the case actor of a report's actor."""
        return self.case_ids[document, local_id]

    def actor(self, case_id: str) -> Actor:
        """Give the founding report actor of a case actor."""
        return self.founders[case_id]


def cast_of(reports: Mapping[str, Report], groups: Sequence[Grouping], short: Mapping[str, str]) -> Cast:
    """Join the reports' actors as the groups say; an actor that no group names stands alone."""
    case_ids: dict[tuple[str, str], str] = {}
    founders: dict[str, Actor] = {}
    actors = {(d, a.id): a for d, r in reports.items() for a in r.actors}
    for group in groups:
        present = [m for m in group.members if m in actors]
        check_one_group(group, present, case_ids)
        case_ids |= dict.fromkeys(present, group.id)
        if present:
            founders[group.id] = actors[present[0]]
    for key, actor in actors.items():
        if key not in case_ids:
            case_ids[key] = f"{short[key[0]]}:{key[1]}"
            founders[case_ids[key]] = actor
    leaders = frozenset((d, leader) for d, r in reports.items() for leader in _leaders(r))
    return Cast(actors, case_ids, founders, leaders)


def _leaders(report: Report) -> Iterator[str]:
    """Name the actors that a report says hold an office or lead a body."""
    for claim in report.claims:
        if claim.predicate == "holds_office" and claim.stance != "denied":
            yield claim.subject
        elif claim.predicate == "led_by" and claim.stance != "denied" and claim.value.actor:
            yield claim.value.actor


def check_one_group(group: Grouping, members: Sequence[tuple[str, str]], taken: Mapping[tuple[str, str], str]) -> None:
    """Refuse a partition that puts one thing into two groups."""
    for member in members:
        if member in taken:
            document, local_id = member
            both = f"{taken[member]} and {group.id}"
            raise ConfigError(f"partition: {local_id} of {document} stands in {both}; a thing has one group.")
