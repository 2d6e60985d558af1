"""Bring reports together: profile what is new, hold it against the rest, and group anew what that touches.

Everything that is worked out of one report, or of one pair, is kept in the case, so a run costs what is new in it: new
documents, new readings, new decisions. Groups hang together by pairs that could join them and by people's links; only
heaps with something stale in them are grouped anew, and grouping a heap needs nothing outside it, so the result is that
of a full run. A run that is stopped is taken up where it stopped.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from testigo.reconcile import (
    FLOOR,
    PROFILE_VERSION,
    ActorProfile,
    Comparison,
    Profile,
    actor_keys,
    actor_profiles,
    cluster,
    cluster_actors,
    keys,
    profile,
    scores,
)
from testigo.reconcile.blocking import LIMIT, WEAK_LIMIT
from testigo.reconcile.clustering import JOINED_FROM
from testigo.records import Grouping, Report, anchor_of, thing_at
from testigo.store import Founder, NewThing, Pair, Store, Thing
from testigo.work.finding_words import Finder
from testigo.work.heaps import heaps_of
from testigo.work.linking import Linking

VERSION = f"{PROFILE_VERSION}.3"  # of a stored profile: the room's own, and of what this file adds
DOUBTFUL = 0.1  # a pair with at least this chance to stand wrongly wants a look
_READ_AT_ONCE = 100  # reports in memory, and lost by a stop
_AT_ONCE = 500  # things compared, or grouped, in one go: what memory holds, and what a stop loses

Shows = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a run did, and what stands after it.

    incidents, actors: of the case. minted: new ids. told: incidents as reports tell them. read: documents looked at
    anew. regrouped: report incidents that were grouped anew. doubtful: pairs among these that want a look.
    """

    incidents: int
    actors: int
    minted: int
    told: int = 0
    read: int = 0
    regrouped: int = 0
    doubtful: int = 0


def reconcile(store: Store, shows: Shows | None = None) -> Reconciled:
    """Group the incidents and actors of all current reports as reports and decisions say; again, it changes nothing."""
    with store.writing("testigo reconcile"):
        return _Run(store, shows or (lambda *_: None)).run()


class _Run:
    """One run; the store's write lock is held."""

    def __init__(self, store: Store, shows: Shows) -> None:
        self._store, self._shows = store, shows

    def run(self) -> Reconciled:
        before = self._store.groups.minted()
        read = self._profile_new()
        self._compare_new()
        linking = Linking(self._store, Finder(self._store))
        linking.make_stale()
        regrouped, doubtful = self._group_incidents(linking)
        self._group_actors(linking)
        linking.remember()
        groups = self._store.groups
        return Reconciled(
            incidents=groups.count("incident"),
            actors=groups.count("actor"),
            minted=groups.minted() - before,
            told=self._store.things.count("incident"),
            read=read,
            regrouped=regrouped,
            doubtful=doubtful,
        )

    def _profile_new(self) -> int:
        waiting = self._store.things.waiting(VERSION)
        for done in range(0, len(waiting), _READ_AT_ONCE):
            self._shows("reports", done, len(waiting))
            some = waiting[done : done + _READ_AT_ONCE]
            reports = self._store.documents.some_reports(some)
            founders = self._store.groups.founders(some)
            for report in reports:
                self._refound(report, founders.get(report.document.id, ()))
            self._store.things.replace(VERSION, {r.document.id: new_things(r) for r in reports})
        return len(waiting)

    def _refound(self, report: Report, founders: Sequence[Founder]) -> None:
        """Let the ids that this document's incidents and actors founded go on with whatever stands on the same words."""
        document = report.document.id
        known = {i.id for i in report.incidents} | {a.id for a in report.actors}
        led: dict[str, str | None] = {}
        for founder in founders:
            if founder.span is None:
                led[founder.id] = founder.local if founder.local in known else None
                continue
            found = thing_at(report, "actor" if founder.local.startswith("a") else "incident", *founder.span)
            led[founder.id] = found.id if found else None
        if led:
            self._store.groups.refound(document, led)

    def _compare_new(self) -> None:
        things, total = self._store.things, self._store.things.count("incident", unpaired=True)
        done = 0
        while waiting := things.unpaired(_AT_ONCE):
            self._shows("pairs", done, total)
            new = {t.no for t in waiting}
            met = sorted(things.meeting([t.no for t in waiting if t.kind == "incident"], LIMIT, WEAK_LIMIT))
            kept = _scored(met, things.of(n for pair in met for n in pair))
            things.keep_pairs(kept, new)
            done += len(waiting)

    def _group_incidents(self, linking: Linking) -> tuple[int, int]:
        """Group what is touched; tell how many incidents that was, and how many of their pairs are doubtful."""
        things, linked = self._store.things, linking.of("incident")
        ties = linking.numbered(linked.ties())
        touched = things.touched("incident", JOINED_FROM, ties)
        edges = [(p.a, p.b) for p in things.pairs_among(touched) if p.score >= JOINED_FROM]
        edges += [(a, b) for a, others in ties.items() for b in others if a in touched and b in touched]
        found: list[Grouping] = []
        doubtful = 0
        for heap in _gathered(heaps_of(touched, edges)):
            self._shows("incidents", len(found), len(touched))
            held = things.of(heap)
            among = things.pairs_among(heap)
            groups = cluster([_decoded(t) for t in held.values()], _comparisons(among, held), linked.links)
            found += [Grouping(id="", members=g.members, scores=g.scores) for g in groups]
            doubtful += _doubtful(among, held, found[-len(groups) :])
        members = {t.member for t in things.of(touched).values()}
        self._store.groups.regroup("incident", members, found, linked.yields)
        return len(touched), doubtful

    def _group_actors(self, linking: Linking) -> None:
        things, linked = self._store.things, linking.of("actor")
        ties = linking.numbered(linked.ties())
        held = things.of(things.touched("actor", JOINED_FROM, ties))
        known = [msgspec.json.decode(t.record, type=ActorProfile) for t in held.values()]
        found = [Grouping(id="", members=g.members) for g in cluster_actors(known, linked.links)]
        self._store.groups.regroup("actor", {p.member for p in known}, found, linked.yields)


def new_things(report: Report) -> list[NewThing]:
    """Give all that reconciliation keeps of a report."""
    found = []
    for incident in report.incidents:
        first, last = anchor_of(report, incident.id)
        known = profile(report, incident.id)
        record = msgspec.json.encode(known)
        found.append(NewThing(incident.id, "incident", first, last, record, keys(known)))
    for actor in actor_profiles((report,)):
        first, last = anchor_of(report, actor.local)
        found.append(NewThing(actor.local, "actor", first, last, msgspec.json.encode(actor), actor_keys(actor)))
    return found


def _decoded(thing: Thing) -> Profile:
    return msgspec.json.decode(thing.record, type=Profile)


def _scored(pairs: list[tuple[int, int]], held: dict[int, Thing]) -> Iterable[tuple[int, int, float]]:
    """Score the pairs that are of two documents; those that count as nothing are left out."""
    apart = [(a, b) for a, b in pairs if held[a].document != held[b].document]
    numbers = sorted({n for pair in apart for n in pair})
    at = {no: place for place, no in enumerate(numbers)}
    profiles = [_decoded(held[no]) for no in numbers]
    found = scores(profiles, [(at[a], at[b]) for a, b in apart])
    return [(a, b, score) for (a, b), score in zip(apart, found, strict=True) if score >= FLOOR]


def _gathered(heaps: Iterable[list[int]]) -> Iterable[list[int]]:
    """Put small heaps together: heaps do not touch one another, so grouping several at once changes nothing."""
    some: list[int] = []
    for heap in heaps:
        if some and len(some) + len(heap) > _AT_ONCE:
            yield some
            some = []
        some = [*some, *heap]
    if some:
        yield some


def _comparisons(pairs: Iterable[Pair], held: dict[int, Thing]) -> list[Comparison]:
    told = []
    for pair in pairs:
        a, b = sorted((held[pair.a].member, held[pair.b].member))
        told.append(Comparison(a, b, pair.score))
    return told


def _doubtful(pairs: Iterable[Pair], held: dict[int, Thing], groups: Iterable[Grouping]) -> int:
    group_of = {m: n for n, g in enumerate(groups) for m in g.members}
    count = 0
    for pair in pairs:
        together = group_of[held[pair.a].member] == group_of[held[pair.b].member]
        count += (1 - pair.score if together else pair.score) >= DOUBTFUL
    return count
