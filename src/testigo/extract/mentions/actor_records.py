"""Clusters made into records: actors with their ids and names, mentions, aliases, and what is said beside names."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from testigo.extract.mentions.aliases import Equation
from testigo.extract.mentions.cast import Cast, Cluster, best_name, other_names
from testigo.extract.mentions.coreference import Anaphor, Named, find_anaphors
from testigo.extract.mentions.found import ActorMention, Actors, Alias, Person
from testigo.extract.mentions.hits import Hit
from testigo.extract.mentions.people import Seen
from testigo.extract.page import Page
from testigo.records import Actor
from testigo.records.codes import Sex
from testigo.reference.names import fold_name

Span = tuple[int, int]


def actors_of(
    page: Page, cast: Cast, equations: Sequence[Equation], seen: Sequence[Seen], places: frozenset[Span]
) -> Actors:
    """Make the records of all clusters, in order of first mention, and resolve what stands for them."""
    clusters = sorted((c for c in cast.clusters if c.hits), key=_first)
    number = {id(c): i for i, c in enumerate(clusters)}
    named = [Named(h.start, h.end, h.sentence, number[id(c)], c.type) for c in clusters for h in c.hits]
    owner = {(m.start, m.end): m.actor for m in named}
    sexes = _sexes(seen, owner)
    anaphors = find_anaphors(page, named, places, sexes)
    described: dict[int, list[Span]] = defaultdict(list)
    for a in anaphors:
        if a.form == "description":
            described[a.actor].append((a.start, a.end))
    return Actors(
        actors=tuple(_actor(i, c, described[i]) for i, c in enumerate(clusters)),
        mentions=tuple(sorted(_mentions(clusters, anaphors), key=lambda m: (m.start, m.end))),
        aliases=tuple(_aliases(cast, equations, number, owner)),
        persons=tuple(sorted(_persons(seen, owner, anaphors, sexes), key=lambda p: p.start)),
    )


def _first(cluster: Cluster) -> Span:
    return min((h.start, h.end) for h in cluster.hits)


def _sexes(seen: Sequence[Seen], owner: Mapping[Span, int]) -> dict[int, Sex]:
    sexes: dict[int, Sex] = {}
    for s in seen:
        if s.sex and (s.start, s.end) in owner:
            sexes.setdefault(owner[s.start, s.end], s.sex)
    return sexes


def _mentions(clusters: Sequence[Cluster], anaphors: Sequence[Anaphor]) -> Iterator[ActorMention]:
    for i, cluster in enumerate(clusters):
        for h in cluster.hits:
            yield ActorMention(h.start, h.end, h.sentence, _id(i), _form(h))
    for a in anaphors:
        yield ActorMention(a.start, a.end, a.sentence, _id(a.actor), a.form)


def _id(index: int) -> str:
    return f"a{index + 1}"


def _form(hit: Hit) -> str:
    return "name" if hit.form == "body" else hit.form


def _actor(index: int, cluster: Cluster, described: Sequence[Span]) -> Actor:
    name = best_name(cluster.hits)
    spans = {(h.start, h.end) for h in cluster.hits} | set(described)
    names = tuple(other_names(name, cluster.hits))
    mentions = tuple(sorted(spans))
    return Actor(
        id=_id(index), type=cluster.type, name=name, names=names, ids=_register_ids(cluster), mentions=mentions
    )


def _register_ids(cluster: Cluster) -> dict[str, str] | None:
    """Give the ids of the one actor that the register can mean here, None for none or several."""
    found = cluster.register_ids()
    if len(found) != 1:
        return None
    entry = next(e for h in cluster.hits for e in h.entries if e.id in found)
    ids = {"testigo": entry.id, "ucdp": entry.ucdp_id, "us": entry.us_id}
    return {key: value for key, value in ids.items() if value}


def _aliases(
    cast: Cast, equations: Sequence[Equation], number: Mapping[int, int], owner: Mapping[Span, int]
) -> Iterator[Alias]:
    spans = sorted(owner)
    for e in equations:
        cluster = cast.of_hit(e.hit)
        if cluster is None or id(cluster) not in number:
            continue
        actor = _id(number[id(cluster)])
        if e.caller is None:
            name = _other_name(e, best_name(cluster.hits))
            if name:
                yield Alias(actor, name, e.hit.start, e.end, e.hit.sentence)
            continue
        at = bisect_left(spans, (e.caller[1], 0)) - 1
        if at >= 0 and spans[at][0] >= e.caller[0]:
            begin = min(e.hit.start, e.caller[0])
            yield Alias(actor, e.name, begin, e.end, e.hit.sentence, _id(owner[spans[at]]))


def _other_name(equation: Equation, chosen: str) -> str | None:
    """Give that of two names set equal which the actor is not known by here: "the ABC (Full Name)" gives ABC."""
    names = (equation.name, equation.hit.name)
    return next((name for name in names if fold_name(name) != fold_name(chosen)), None)


def _persons(
    seen: Sequence[Seen], owner: Mapping[Span, int], anaphors: Sequence[Anaphor], sexes: Mapping[int, Sex]
) -> Iterator[Person]:
    """Give what is said beside each name; a pronoun tells the sex of whom no other words tell it."""
    for s in seen:
        actor = owner.get((s.start, s.end))
        if actor is not None and (s.age or s.sex or s.occupation or s.role):
            yield Person(
                _id(actor), s.start, s.end, s.sentence, s.age, s.age_span, s.sex,
                s.occupation, s.occupation_span, s.role, s.role_span,
            )  # fmt: skip
    told = set(sexes)
    for a in anaphors:
        if a.sex and a.actor not in told:
            told.add(a.actor)
            yield Person(_id(a.actor), a.start, a.end, a.sentence, sex=a.sex)
