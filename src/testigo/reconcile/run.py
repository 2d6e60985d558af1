"""The whole run: reports in, their partition out, with every pair that was compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.reconcile.actors import reconcile_actors
from testigo.reconcile.blocking import keys
from testigo.reconcile.clustering import Group, Links, cluster
from testigo.reconcile.comparison import Comparison, scores
from testigo.reconcile.profiling import Member, Profile, profiles
from testigo.records import Grouping, Partition, Report
from testigo.records.ids import short_ids


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The partition, groups of one left out, and the pairs that were compared, without reasons, sorted by members."""

    partition: Partition
    pairs: tuple[Comparison, ...]


def reconcile(reports: Sequence[Report], links: Links | None = None, actor_links: Links | None = None) -> Reconciled:
    """Say which incidents, and which actors, of these reports are one. The order of the reports does not matter."""
    known = list(profiles(reports))
    pairs = compare_all(known)
    incidents = cluster(known, pairs, links)
    actors = reconcile_actors(reports, actor_links)
    short = short_ids(r.document.id for r in reports)
    partition = Partition(incidents=_groupings(incidents, short), actors=_groupings(actors, short))
    return Reconciled(partition, pairs)


def compare_all(known: Sequence[Profile]) -> tuple[Comparison, ...]:
    """Compare every pair that shares a key."""
    ordered = sorted(known, key=lambda p: p.member)
    pairs = candidate_pairs(ordered)
    members = [p.member for p in ordered]
    return tuple(
        Comparison(members[i], members[j], score) for (i, j), score in zip(pairs, scores(ordered, pairs), strict=True)
    )


def candidate_pairs(ordered: Sequence[Profile]) -> list[tuple[int, int]]:
    """Give every pair of places in the list whose profiles share a key, two incidents of one report never, sorted."""
    blocks: dict[str, list[int]] = {}
    for index, known in enumerate(ordered):
        for key in keys(known):
            blocks.setdefault(key, []).append(index)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        for at, i in enumerate(members):
            found.update((i, j) for j in members[at + 1 :] if ordered[i].document != ordered[j].document)
    return sorted(found)


def _groupings(groups: Iterable[Group], short: dict[str, str]) -> tuple[Grouping, ...]:
    made = (
        Grouping(id=_id(g.members[0], short), members=g.members, scores=g.scores) for g in groups if len(g.members) > 1
    )
    return tuple(sorted(made, key=lambda g: g.id))


def _id(founder: Member, short: dict[str, str]) -> str:
    return f"{short[founder[0]]}:{founder[1]}"
