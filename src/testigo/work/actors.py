"""Case actors: the reports' actors put together, as lists and pages show them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from testigo.records import Actor, Partition, Report


@dataclass(frozen=True, slots=True)
class CaseActor:
    """One actor of a case. names: every other name that a report uses. members: (document id, local id).

    name: the one that most reports give, then the first in the alphabet; type and ids likewise.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    ids: dict[str, str]
    members: tuple[tuple[str, str], ...]


def case_actors(reports: Iterable[Report], partition: Partition) -> list[CaseActor]:
    """Give the actors of a case by name, then id. An actor that the partition does not name stands alone."""
    group_of = {member: g.id for g in partition.actors for member in g.members}
    found: dict[str, list[tuple[tuple[str, str], Actor]]] = {}
    for report in reports:
        document = report.document.id
        for actor in report.actors:
            member = (document, actor.id)
            alone = f"{document.removeprefix('sha256:')[:8]}:{actor.id}"
            found.setdefault(group_of.get(member, alone), []).append((member, actor))
    return sorted((_joined(i, told) for i, told in found.items()), key=lambda a: (a.name.casefold(), a.id))


def _joined(group: str, told: list[tuple[tuple[str, str], Actor]]) -> CaseActor:
    actors = [actor for _, actor in told]
    name = _commonest([a.name for a in actors])
    names = {n for a in actors for n in (a.name, *a.names)} - {name}
    ids = {scheme: i for a in reversed(actors) for scheme, i in (a.ids or {}).items()}
    members = tuple(sorted(member for member, _ in told))
    return CaseActor(group, _commonest([a.type for a in actors]), name, tuple(sorted(names)), ids, members)


def _commonest(words: list[str]) -> str:
    return min(Counter(words).items(), key=lambda item: (-item[1], item[0]))[0]
