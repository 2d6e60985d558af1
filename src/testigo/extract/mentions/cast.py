"""The cast of a document: hits brought together, one cluster for each actor, however many names.

Two hits are one actor when their names fold alike, when the words set the names equal, when the register knows both as
one, or when a short form (a surname, "the Column", the initials) fits exactly one. Two candidates left means none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from testigo.extract.mentions.bodies import body_key
from testigo.extract.mentions.groups import short_heads
from testigo.extract.mentions.hits import Hit
from testigo.records.codes import ActorType
from testigo.reference.names import fold_name, is_acronym, same_person_name, stands_for


@dataclass(eq=False)
class Cluster:
    """One actor in the making: its hits, and every folded name that stands for it."""

    hits: list[Hit] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)

    @property
    def type(self) -> ActorType:
        """What most of its words show it to be; the register's word first, then sure hits, then any."""
        for wanted in (lambda h: bool(h.entries), lambda h: h.is_sure, lambda h: True):
            types = [h.type for h in self.hits if wanted(h)]
            if types:
                best = max(types.count(t) for t in types)
                return next(t for t in types if types.count(t) == best)
        return "organisation"

    @property
    def is_person(self) -> bool:
        """Is it a person?"""
        return self.type == "person"

    def register_ids(self) -> frozenset[str]:
        """Give the ids in the register that all of its recognised hits allow; empty where none is recognised."""
        sets = [frozenset(e.id for e in h.entries) for h in self.hits if h.entries]
        return frozenset.intersection(*sets) if sets else frozenset()


class Cast:
    """Clusters, asked by folded name."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}

    def get(self, name: str) -> Cluster | None:
        """Give the cluster that this name stands for."""
        return self._by_key.get(_key(name))

    def of_hit(self, hit: Hit) -> Cluster | None:
        """Give the cluster that holds this very hit."""
        return next((c for c in self.clusters if any(h is hit for h in c.hits)), None)

    def add(self, hit: Hit) -> Cluster:
        """Put a hit with those of the same name, or begin a cluster with it."""
        key = body_key(hit.name) if hit.form == "body" else _key(hit.name)
        cluster = self._by_key.get(key)
        if cluster is None:
            cluster = Cluster()
            self.clusters.append(cluster)
            self._by_key[key] = cluster
            cluster.keys.add(key)
        cluster.hits.append(hit)
        return cluster

    def name(self, cluster: Cluster, name: str, is_alias: bool = True) -> Cluster:
        """Say that this name too stands for the cluster; a cluster that had the name becomes one with it."""
        key = _key(name)
        other = self._by_key.get(key)
        if is_alias:
            cluster.aliases.add(key)
        if other is not None and other is not cluster:
            return self.merge(cluster, other)
        self._by_key[key] = cluster
        cluster.keys.add(key)
        return cluster

    def merge(self, one: Cluster, other: Cluster) -> Cluster:
        """Make two clusters one; the register's word against it leaves them two."""
        mine, yours = one.register_ids(), other.register_ids()
        if one is other or (mine and yours and not mine & yours) or one.is_person != other.is_person:
            return one
        one.hits.extend(other.hits)
        one.aliases |= other.aliases
        for key in other.keys:
            self._by_key[key] = one
        one.keys |= other.keys
        self.clusters.remove(other)
        return one

    def merge_by_register(self) -> None:
        """Bring together what the register knows as one: two names that this report uses for one group."""
        seen: dict[str, Cluster] = {}
        for cluster in list(self.clusters):
            ids = cluster.register_ids()
            if len(ids) == 1:
                (one,) = ids
                seen[one] = self.merge(seen[one], cluster) if one in seen else cluster

    def merge_short_forms(self) -> None:
        """Bring initials to the one name that they abbreviate, bare bodies to the one that is told more fully."""
        for cluster in list(self.clusters):
            fuller = [c for c in self.clusters if c is not cluster and _is_short_of(cluster, c)]
            if len(fuller) == 1 and cluster in self.clusters:
                self.merge(fuller[0], cluster)

    def merge_people(self) -> None:
        """Bring shorter names of people to the one fuller name that they fit."""
        people = sorted((c for c in self.clusters if c.is_person), key=_longest)
        for cluster in people:
            fuller = [c for c in self.clusters if c.is_person and c is not cluster and _fits_person(cluster, c)]
            if len(fuller) == 1:
                self.merge(fuller[0], cluster)

    def people_called(self, name: str) -> list[Cluster]:
        """Give the people whom this surname, first name or shorter name may mean."""
        if " " not in name and len(name.strip(".")) < 2:
            return []
        return [
            c for c in self.clusters if c.is_person and any(_is_part(name, h.name) for h in c.hits if h.form == "name")
        ]

    def groups_called(self, head: str) -> list[Cluster]:
        """Give the groups that may be called "the" and this head word for short."""
        return [c for c in self.clusters if not c.is_person and any(head in short_heads(h.name) for h in c.hits)]


def _key(name: str) -> str:
    return fold_name(name)


def _longest(cluster: Cluster) -> int:
    return max(len(h.name.split()) for h in cluster.hits)


def _is_short_of(cluster: Cluster, other: Cluster) -> bool:
    names, others = _names(cluster), _names(other)
    if all(h.form == "body" for h in cluster.hits):
        return any(is_barer(n, o) for n in names for o in others)
    if all(is_acronym(n) for n in names):
        return any(stands_for(n, o) and not is_acronym(o) for n in names for o in others)
    return False


def is_barer(name: str, other: str) -> bool:
    """Is this a common noun ("police") that another name says more fully ("provincial police")?"""
    short, long = body_key(name).split(), body_key(other).split()
    return len(short) == 1 and len(long) > 1 and short[0] == long[0]


def _names(cluster: Cluster) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.name for h in cluster.hits))


def _is_part(name: str, full: str) -> bool:
    short, long = fold_name(name).split(), fold_name(full).split()
    if len(long) < 2 or short == long:
        return short == long
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or (len(long) == 3 and short[0] == long[1] and len(long[1]) > 2)
    return short == long[-len(short) :] or (short[0] == long[0] and same_person_name(name, full))


def _fits_person(cluster: Cluster, other: Cluster) -> bool:
    if _longest(cluster) >= _longest(other) or (
        cluster.aliases and other.aliases and not cluster.aliases & other.aliases
    ):
        return False
    return any(
        _is_part(h.name, o.name) for h in cluster.hits if h.form == "name" for o in other.hits if o.form == "name"
    )


def best_name(hits: Iterable[Hit]) -> str:
    """Choose the name of an actor: a full one before initials and aliases, the longest, the commonest."""
    listed = sorted(hits, key=lambda h: h.start)
    full = [h for h in listed if h.form == "name"] or [h for h in listed if h.form != "short"] or listed
    keys = [fold_name(h.name) for h in full]
    first = {fold_name(h.name): h.name for h in reversed(full)}
    best = max(
        dict.fromkeys(keys), key=lambda k: (not is_acronym(first[k]), len(k.split()), keys.count(k), -keys.index(k))
    )
    return min((h.name for h in full if fold_name(h.name) == best), key=lambda n: sum(c.isupper() for c in n))


def other_names(name: str, hits: Iterable[Hit]) -> Iterator[str]:
    """Give the other names in order of first use; spellings that fold alike are one."""
    seen = {fold_name(name)}
    for hit in sorted(hits, key=lambda h: h.start):
        if fold_name(hit.name) not in seen:
            seen.add(fold_name(hit.name))
            yield hit.name
