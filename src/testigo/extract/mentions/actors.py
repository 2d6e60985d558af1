"""All actors of a document, once each, with every place where they are named, described or meant by a pronoun.

The finders of groups, bodies and people each give hits; the register adds those that it knows; `cast` brings them
together; words of equation add names; what is left of the names joins as short forms; last come "the group" and "he".
"""

from collections.abc import Iterable, Sequence

from testigo.extract.mentions.aliases import Equation, find_equations
from testigo.extract.mentions.bodies import find_bodies
from testigo.extract.mentions.cast import Cast, Cluster, best_name, other_names
from testigo.extract.mentions.coreference import Anaphor, Named, find_anaphors
from testigo.extract.mentions.found import ActorMention, Actors, Alias, Name, Person
from testigo.extract.mentions.groups import find_groups, type_by_words
from testigo.extract.mentions.hits import ARMED, Hit, free_of
from testigo.extract.mentions.known import find_known
from testigo.extract.mentions.people import Seen, find_people
from testigo.extract.page import Page
from testigo.records import Actor
from testigo.records.codes import Sex
from testigo.reference.names import fold_name, is_acronym
from testigo.reference.register import Register

Spans = frozenset[tuple[int, int]]


def find_actors(page: Page, register: Register, names: Sequence[Name], place_names: Spans = frozenset()) -> Actors:
    """Find every actor of the document, ids a1, a2 … in order of first mention.

    names: what `find_names` gave. place_names: spans known to be places, which are then no people.
    """
    names = without_places(names, place_names)
    seen = [s for s in find_people(page, names) if s.is_sure or (s.start, s.end) not in place_names]
    cast = Cast()
    hits = _first_hits(page, register, names, place_names, seen)
    for hit in hits:
        cast.add(hit)
    equations = find_equations(page, hits)
    only_some = [e for e in equations if e.caller]
    _apply_equations(cast, [e for e in equations if not e.caller])
    _drop_names_of_some(cast, only_some)
    _add_others_called_so(cast, only_some, names)
    cast.merge_by_register()
    cast.merge_short_forms()
    cast.merge_people()
    _join_later_names(page, cast, names, place_names, [(e.name_start, e.name_end) for e in only_some])
    return _build(page, cast, equations, seen, place_names)


def without_places(names: Sequence[Name], places: Spans) -> tuple[Name, ...]:
    """Cut a place or nationality off the front of a name ("Nigerian Aminu Sani"): two words or more are left."""
    by_start = dict(sorted(places))
    cut = []
    for name in names:
        end = by_start.get(name.start)
        rest = name.text[end - name.start :] if end and end < name.end else ""
        if len(rest.split()) > 1 and rest[0] == " " and rest.split()[0][0].isupper() and not _is_org_like(rest):
            start = name.end - len(rest.lstrip())
            cut.append(Name(start, name.end, name.sentence, rest.lstrip()))
        else:
            cut.append(name)
    return tuple(cut)


def _is_org_like(words: str) -> bool:
    return type_by_words(words.casefold().split()) is not None


def _first_hits(
    page: Page, register: Register, names: Sequence[Name], places: Spans, seen: Sequence[Seen]
) -> list[Hit]:
    """Give the hits that their own words or neighbours show, never overlapping; the register's go first."""
    groups = find_groups(page, names, places)
    known = find_known(page, register, names, groups, places)
    hits = list(known)
    hits += free_of(groups, [(h.start, h.end) for h in hits])
    people = [Hit(s.start, s.end, s.sentence, s.name, "person") for s in seen if s.is_person]
    hits += free_of(people, [(h.start, h.end) for h in hits])
    hits += find_bodies(page, names, frozenset((h.start, h.end) for h in hits))
    return sorted(hits, key=lambda h: h.start)


def _apply_equations(cast: Cast, equations: Iterable[Equation]) -> None:
    for e in equations:
        cluster = cast.get(e.hit.name) if e.hit.form != "body" else cast.of_hit(e.hit)
        if cluster is None:
            continue
        cluster = cast.name(cluster, e.name)
        if not any(h.start < e.name_end and e.name_start < h.end for h in cluster.hits):
            form = "acronym" if is_acronym(e.name) else "alias"
            cluster.hits.append(
                Hit(e.name_start, e.name_end, e.hit.sentence, e.name, cluster.type, form, is_sure=False)
            )


def _drop_names_of_some(cast: Cast, equations: Iterable[Equation]) -> None:
    """Take out the mentions that only tell what somebody calls another actor: there the name means that other one."""
    for e in equations:
        for cluster in list(cast.clusters):
            cluster.hits = [h for h in cluster.hits if h.end <= e.name_start or h.start >= e.name_end]
            if not cluster.hits:
                cast.clusters.remove(cluster)


def _add_others_called_so(cast: Cast, equations: Iterable[Equation], names: Sequence[Name]) -> None:
    """Take a name that some give to a group for the name of another such group where it stands elsewhere."""
    for e in equations:
        group = cast.get(e.hit.name)
        if group is None or group.type not in ARMED or cast.get(e.name):
            continue
        for name in names:
            is_elsewhere = name.end <= e.name_start or name.start >= e.name_end
            if is_elsewhere and fold_name(name.text) == fold_name(e.name):
                cast.add(Hit(name.start, name.end, name.sentence, name.text, group.type, is_sure=False))


def _join_later_names(
    page: Page, cast: Cast, names: Sequence[Name], places: Spans, barred: Sequence[tuple[int, int]]
) -> None:
    """Bring the names that are no hits yet to the one actor whose name or short form they are."""
    taken = [(h.start, h.end) for c in cast.clusters for h in c.hits] + list(barred)
    loose = [Hit(n.start, n.end, n.sentence, n.text, "person") for n in names if (n.start, n.end) not in places]
    joined: list[tuple[Cluster, Hit]] = []
    for hit in free_of(loose, taken):
        cluster = _by_name(cast, hit)
        if cluster:
            same = fold_name(hit.name) in {fold_name(h.name) for h in cluster.hits if h.form == "name"}
            form = "name" if same else "acronym" if is_acronym(hit.name) else "short"
            if fold_name(hit.name) in cluster.aliases:
                form = "acronym" if is_acronym(hit.name) else "alias"
            start = hit.start
            if (
                not cluster.is_person
                and form == "short"
                and " " not in hit.name
                and page.text[max(0, start - 4) : start].lower() == "the "
            ):
                start -= 4
            joined.append((cluster, Hit(start, hit.end, hit.sentence, hit.name, cluster.type, form, is_sure=False)))
    for cluster, hit in joined:
        cluster.hits.append(hit)


def _by_name(cast: Cast, hit: Hit) -> Cluster | None:
    exact = cast.get(hit.name)
    if exact and exact in cast.clusters:
        return exact
    groups = cast.groups_called(hit.name)
    if groups:
        return groups[0] if len(groups) == 1 else None
    people = cast.people_called(hit.name)
    return people[0] if len(people) == 1 else None


def _build(page: Page, cast: Cast, equations: Sequence[Equation], seen: Sequence[Seen], places: Spans) -> Actors:
    for cluster in cast.clusters:
        cluster.hits.sort(key=lambda h: (h.start, h.end))
    clusters = sorted((c for c in cast.clusters if c.hits), key=lambda c: (c.hits[0].start, c.hits[0].end))
    number = {id(c): i for i, c in enumerate(clusters)}
    named = [Named(h.start, h.end, h.sentence, number[id(c)], c.type) for c in clusters for h in c.hits]
    owner = {(m.start, m.end): m.actor for m in named}
    sexes: dict[int, Sex] = {}
    for s in seen:
        if s.sex and (s.start, s.end) in owner:
            sexes.setdefault(owner[s.start, s.end], s.sex)
    anaphors = find_anaphors(page, named, places, sexes)
    mentions = [
        ActorMention(h.start, h.end, h.sentence, f"a{number[id(c)] + 1}", _form(h)) for c in clusters for h in c.hits
    ]
    mentions += [ActorMention(a.start, a.end, a.sentence, f"a{a.actor + 1}", a.form) for a in anaphors]
    return Actors(
        actors=tuple(_actor(i, c, anaphors) for i, c in enumerate(clusters)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.end))),
        aliases=tuple(_aliases(cast, equations, owner)),
        persons=tuple(_persons(seen, owner, anaphors, sexes)),
    )


def _form(hit: Hit) -> str:
    return "name" if hit.form == "body" else hit.form


def _actor(index: int, cluster: Cluster, anaphors: Sequence[Anaphor]) -> Actor:
    name = best_name(cluster.hits)
    described = [(a.start, a.end) for a in anaphors if a.actor == index and a.form == "description"]
    entry_ids = cluster.register_ids()
    entries = {e.id: e for h in cluster.hits for e in h.entries}
    ids = None
    if len(entry_ids) == 1:
        entry = entries[next(iter(entry_ids))]
        ids = {"testigo": entry.id}
        ids |= {"ucdp": str(entry.ucdp_id)} if entry.ucdp_id else {}
        ids |= {"us": str(entry.us_id)} if entry.us_id else {}
    spans = sorted({(h.start, h.end) for h in cluster.hits} | set(described))
    return Actor(
        id=f"a{index + 1}",
        type=cluster.type,
        name=name,
        names=tuple(other_names(name, cluster.hits)),
        ids=ids,
        mentions=tuple(spans),
    )


def _aliases(cast: Cast, equations: Sequence[Equation], owner: dict[tuple[int, int], int]) -> Iterable[Alias]:
    for e in equations:
        actor = owner.get((e.hit.start, e.hit.end))
        if actor is None:
            continue
        caller = None
        if e.caller:
            inside = [a for (start, end), a in sorted(owner.items()) if e.caller[0] <= start and end <= e.caller[1]]
            caller = f"a{inside[-1] + 1}" if inside else None
            if caller is None:
                continue
        yield Alias(f"a{actor + 1}", e.name, e.hit.start, e.end, e.hit.sentence, caller)


def _persons(
    seen: Sequence[Seen], owner: dict[tuple[int, int], int], anaphors: Sequence[Anaphor], sexes: dict[int, Sex]
) -> Iterable[Person]:
    """Give what is said beside each name; a pronoun tells the sex of whom no other words tell it."""
    found = []
    for s in seen:
        actor = owner.get((s.start, s.end))
        if actor is not None and (s.age or s.sex or s.occupation or s.role):
            found.append(
                Person(
                    f"a{actor + 1}",
                    s.start,
                    s.end,
                    s.sentence,
                    s.age,
                    s.age_span,
                    s.sex,
                    s.occupation,
                    s.occupation_span,
                    s.role,
                    s.role_span,
                )
            )
    told = set(sexes)
    for a in anaphors:
        if a.sex and a.actor not in told:
            told.add(a.actor)
            found.append(Person(f"a{a.actor + 1}", a.start, a.end, a.sentence, sex=a.sex))
    return sorted(found, key=lambda p: p.start)
