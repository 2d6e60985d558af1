"""The whole run: reports in, their partition out, with every pair that was compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from testigo.reconcile.actors import reconcile_actors
from testigo.reconcile.blocking import pairs_of
from testigo.reconcile.clustering import FLOOR, Group, Links, cluster
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
    """Compare every pair that shares a key; pairs that scored too little to matter are left out."""
    ordered = sorted(known, key=lambda p: p.member)
    pairs = pairs_of(ordered)
    members = [p.member for p in ordered]
    told = zip(pairs, scores(ordered, pairs), strict=True)
    return tuple(Comparison(members[i], members[j], score) for (i, j), score in told if score >= FLOOR)


def _groupings(groups: Iterable[Group], short: dict[str, str]) -> tuple[Grouping, ...]:
    made = (
        Grouping(id=_id(g.members[0], short), members=g.members, scores=g.scores) for g in groups if len(g.members) > 1
    )
    return tuple(sorted(made, key=lambda g: g.id))


def _id(founder: Member, short: dict[str, str]) -> str:
    return f"{short[founder[0]]}:{founder[1]}"
