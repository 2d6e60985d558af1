"""The cast of a document: hits brought together, one cluster for each actor, however many names.

Two hits are one actor when their names fold alike, when the words set the names equal, when the register knows both as
one, or when a short form (a surname, "the Column", the initials) fits exactly one. Two candidates left means none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from testigo.extract.mentions.bodies import body_key
from testigo.extract.mentions.given_names import FEMALE_NAMES, MALE_NAMES
from testigo.extract.mentions.groups import short_heads
from testigo.extract.mentions.hits import Hit
from testigo.records.codes import ActorType
from testigo.reference.names import acronym_of, fold_name, is_acronym, same_person_name

_MOST_KIN = 200  # people of one surname; in a longer list of them no short form is told from another


@dataclass(eq=False)
class Cluster:
    """One actor in the making: its hits, and every folded name that stands for it."""

    hits: list[Hit] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    _type: tuple[int, ActorType] | None = None

    @property
    def type(self) -> ActorType:
        """What most of its words show it to be; the register's word first, then sure hits, then any."""
        if self._type is None or self._type[0] != len(self.hits):
            self._type = len(self.hits), self._type_of_most()
        return self._type[1]

    def _type_of_most(self) -> ActorType:
        known = [h.type for h in self.hits if h.entries]
        sure = [h.type for h in self.hits if h.is_sure]
        listed = known or sure or [h.type for h in self.hits]
        return Counter(listed).most_common(1)[0][0] if listed else "organisation"

    @property
    def is_person(self) -> bool:
        """Is it a person?"""
        return self.type == "person"

    @property
    def names(self) -> tuple[str, ...]:
        """Its names as the text writes them, each once."""
        return tuple(dict.fromkeys(h.name for h in self.hits))

    @property
    def full_names(self) -> tuple[str, ...]:
        """Those of its names that are neither initials, aliases nor short forms."""
        return tuple(dict.fromkeys(h.name for h in self.hits if h.form == "name"))

    def register_ids(self) -> frozenset[str]:
        """Give the ids in the register that all of its recognised hits allow; empty where none is recognised."""
        sets = {frozenset(e.id for e in h.entries) for h in self.hits if h.entries}
        return frozenset.intersection(*sets) if sets else frozenset()


class Cast:
    """Clusters, asked by folded name."""

    def __init__(self) -> None:
        self._clusters: dict[int, Cluster] = {}
        self._by_key: dict[str, Cluster] = {}
        self._of_hit: dict[int, Cluster] = {}
        self._called: dict[str, list[Cluster]] | None = None

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Every cluster, in the order in which they began."""
        return tuple(self._clusters.values())

    def get(self, name: str) -> Cluster | None:
        """Give the cluster that this name stands for."""
        return self._by_key.get(fold_name(name))

    def of_hit(self, hit: Hit) -> Cluster | None:
        """Give the cluster that holds this very hit."""
        return self._of_hit.get(id(hit))

    def add(self, hit: Hit) -> Cluster:
        """Put a hit with those of the same name, or begin a cluster with it."""
        key = body_key(hit.name) if hit.form == "body" else fold_name(hit.name)
        cluster = self._by_key.get(key)
        if cluster is None:
            cluster = Cluster()
            self._clusters[id(cluster)] = cluster
            self._by_key[key] = cluster
            cluster.keys.add(key)
        self.put(cluster, hit)
        return cluster

    def put(self, cluster: Cluster, hit: Hit) -> None:
        """Give a cluster one more hit."""
        cluster.hits.append(hit)
        self._of_hit[id(hit)] = cluster

    def drop_hits(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take out the hits that touch these few spans, and clusters that have none left."""
        barred = list(spans)
        for cluster in self.clusters if barred else ():
            cluster.hits = [h for h in cluster.hits if all(h.end <= a or h.start >= b for a, b in barred)]
            if not cluster.hits:
                self._forget(cluster)

    def _forget(self, cluster: Cluster) -> None:
        del self._clusters[id(cluster)]
        for key in cluster.keys:
            self._by_key.pop(key, None)

    def name(self, cluster: Cluster, name: str) -> Cluster:
        """Say that this name too stands for the cluster; a cluster that had the name becomes one with it."""
        key = fold_name(name)
        other = self._by_key.get(key)
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
        for hit in other.hits:
            self.put(one, hit)
        one.aliases |= other.aliases
        one.keys |= other.keys
        self._by_key.update(dict.fromkeys(sorted(other.keys), one))
        del self._clusters[id(other)]
        return one

    def merge_by_register(self) -> None:
        """Bring together what the register knows as one: two names that this report uses for one group."""
        seen: dict[str, Cluster] = {}
        for cluster in self.clusters:
            ids = cluster.register_ids()
            if len(ids) == 1:
                (one,) = ids
                seen[one] = self.merge(seen[one], cluster) if one in seen else cluster

    def merge_initials(self) -> None:
        """Bring initials to the one name that they abbreviate."""
        by_initials = _index(self.clusters, _initials)
        for cluster in self.clusters:
            if all(is_acronym(n) for n in cluster.names):
                found = {id(c): c for n in cluster.names for c in by_initials.get(fold_name(n), ()) if c is not cluster}
                self._merge_into_only(list(found.values()), cluster)

    def merge_bare_bodies(self) -> None:
        """Bring "police" to the one body that is told more fully.

        Of several, to the one named last in the same sentence or the one before; else nobody is meant.
        """
        fuller = _index(self.clusters, _kind_of_full_body)
        for cluster in self.clusters:
            if not all(h.form == "body" and " " not in body_key(h.name) for h in cluster.hits):
                continue
            candidates = [c for c in fuller.get(body_key(cluster.hits[0].name), ()) if id(c) in self._clusters]
            if len(candidates) == 1:
                self.merge(candidates[0], cluster)
            elif candidates:
                self._share_out(cluster, candidates)

    def _share_out(self, cluster: Cluster, candidates: list[Cluster]) -> None:
        named = sorted((h.start, h.sentence, i) for i, c in enumerate(candidates) for h in c.hits)
        at, last = 0, (-1, -9, -1)
        self._forget(cluster)
        for hit in sorted(cluster.hits, key=lambda h: h.start):
            while at < len(named) and named[at][0] < hit.start:
                last, at = named[at], at + 1
            if hit.sentence - last[1] <= 1:
                self.put(candidates[last[2]], hit)

    def merge_people(self) -> None:
        """Bring shorter names of people to the one fuller name that they fit."""
        by_word = _index((c for c in self.clusters if c.is_person), _words_of_person)
        for cluster in sorted((c for c in self.clusters if c.is_person), key=_longest):
            found = {id(c): c for n in cluster.names for c in by_word.get(fold_name(n).split(" ")[-1], ())}
            if len(found) <= _MOST_KIN:
                self._merge_into_only([c for c in found.values() if _fits_person(cluster, c)], cluster)

    def _merge_into_only(self, candidates: list[Cluster], cluster: Cluster) -> None:
        alive = [c for c in candidates if id(c) in self._clusters and c is not cluster]
        if len(alive) == 1 and id(cluster) in self._clusters:
            self.merge(alive[0], cluster)

    def called(self, name: str) -> list[Cluster]:
        """Give those whom this surname, first name, or head word ("Column") may mean for short."""
        if self._called is None:
            self._called = _index(self.clusters, _short_names)
        words = fold_name(name).split()
        found = self._called.get(" ".join(words), [])
        if not found and len(words) > 1:
            longer = self._called.get(words[-1], [])
            found = [c for c in longer if c.is_person and any(_is_part(name, n) for n in c.names)]
        return found


def _index(clusters: Iterable[Cluster], keys: Callable[[Cluster], Iterable[str]]) -> dict[str, list[Cluster]]:
    """List the clusters under each of their keys."""
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in sorted(set(keys(cluster))):
            index[key].append(cluster)
    return dict(index)


def _initials(cluster: Cluster) -> Iterator[str]:
    for name in cluster.names:
        if not is_acronym(name) and not cluster.is_person and " " in name:
            yield fold_name(acronym_of(name))
            yield "".join(word[0] for word in fold_name(name.replace("-", " ")).split())


def _kind_of_full_body(cluster: Cluster) -> Iterator[str]:
    if not cluster.is_person and cluster.type in ("state_force", "government", "court"):
        for key in (body_key(n) for n in cluster.names):
            if " " in key:
                yield key.split()[0]


def _words_of_person(cluster: Cluster) -> Iterator[str]:
    for name in cluster.full_names:
        yield from (w for w in fold_name(name).split() if len(w) > 1)


def _short_names(cluster: Cluster) -> Iterator[str]:
    if cluster.is_person:
        for name in cluster.full_names:
            yield from (w for w in fold_name(name).split() if len(w) > 1 and _is_part(w, name))
    else:
        for name in cluster.names:
            yield from map(fold_name, short_heads(name))


def _longest(cluster: Cluster) -> int:
    return max(len(h.name.split()) for h in cluster.hits)


def _is_part(name: str, full: str) -> bool:
    short, long = fold_name(name).split(), fold_name(full).split()
    if len(long) < 2 or short == long:
        return short == long
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or (len(long) == 3 and short[0] == long[1] and len(long[1]) > 2)
    return short == long[-len(short) :] or (short[0] == long[0] and same_person_name(name, full))


def _is_short_for(name: str, full: str) -> bool:
    """Is this one's first name cut short in the other ("Tim Weiss", "Timothy J. Weiss"), and no other sex's name?"""
    short, long = fold_name(name).split(), fold_name(full).split()
    if len(short) < 2 or len(long) < 2 or short[-1] != long[-1] or len(short[0]) < 3 or short[0] == long[0]:
        return False
    sexes = {s for w in (short[0], long[0]) for s, names in (("f", FEMALE_NAMES), ("m", MALE_NAMES)) if w in names}
    return long[0].startswith(short[0]) and len(sexes) < 2


def _fits_person(cluster: Cluster, other: Cluster) -> bool:
    if any(_is_short_for(name, full) for name in cluster.full_names for full in other.full_names):
        return True
    if _longest(cluster) >= _longest(other) or (
        cluster.aliases and other.aliases and not cluster.aliases & other.aliases
    ):
        return False
    return any(_is_part(name, full) for name in cluster.full_names for full in other.full_names)


def best_name(hits: Iterable[Hit]) -> str:
    """Choose the name of an actor: a full one before initials and aliases, the longest, the commonest."""
    listed = sorted(hits, key=lambda h: h.start)
    full = [h for h in listed if h.form == "name"] or [h for h in listed if h.form != "short"] or listed
    keys = [fold_name(h.name) for h in full]
    count = Counter(keys)
    order = {key: i for i, key in enumerate(dict.fromkeys(keys))}
    first = {fold_name(h.name): h.name for h in reversed(full)}
    best = max(count, key=lambda k: (not is_acronym(first[k]), len(k.split()), count[k], -order[k]))
    return min((h.name for h in full if fold_name(h.name) == best), key=lambda n: sum(c.isupper() for c in n))


def other_names(name: str, hits: Iterable[Hit]) -> Iterator[str]:
    """Give the other names in order of first use; spellings that fold alike are one."""
    seen = {fold_name(name)}
    for hit in sorted(hits, key=lambda h: h.start):
        if fold_name(hit.name) not in seen:
            seen.add(fold_name(hit.name))
            yield hit.name
