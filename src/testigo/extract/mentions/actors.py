"""All actors of a document, once each, with every place where they are named, described or meant by a pronoun.

The finders of groups, bodies and people each give hits; the register adds those that it knows; `cast` brings them
together; words of equation add names; what is left of the names joins as short forms; last come "the group" and "he".
"""

from collections.abc import Iterable, Sequence

from testigo.extract.mentions.actor_records import actors_of
from testigo.extract.mentions.aliases import Equation, find_equations
from testigo.extract.mentions.bodies import find_bodies
from testigo.extract.mentions.cast import Cast, Cluster
from testigo.extract.mentions.found import Actors, Name
from testigo.extract.mentions.groups import find_groups, type_by_words
from testigo.extract.mentions.hits import ARMED, Hit, free_of
from testigo.extract.mentions.known import find_known
from testigo.extract.mentions.people import Seen, find_people
from testigo.extract.page import Page
from testigo.reference.names import fold_name, is_acronym
from testigo.reference.register import Register

Spans = frozenset[tuple[int, int]]


def find_actors(page: Page, register: Register, names: Sequence[Name], place_names: Spans = frozenset()) -> Actors:
    """Find every actor of the document, ids a1, a2 … in order of first mention.

    names: what `find_names` gave. place_names: spans known to be places; a person is read there only where the words
    beside it show one.
    """
    names = without_places(names, place_names)
    seen = [s for s in find_people(page, names) if s.is_sure or (s.start, s.end) not in place_names]
    hits = _first_hits(page, register, names, place_names, seen)
    equations = find_equations(page, hits)
    hits = _without_parts(hits, equations)
    only_some = [e for e in equations if e.caller]
    cast = Cast()
    for hit in hits:
        cast.add(hit)
    _apply_equations(cast, [e for e in equations if not e.caller], hits)
    # What somebody calls another actor means that other one there, whoever else bears the name.
    cast.drop_hits((e.name_start, e.name_end) for e in only_some)
    _add_others_called_so(cast, only_some, names)
    cast.merge_by_register()
    cast.merge_initials()
    cast.merge_bare_bodies()
    cast.merge_people()
    _join_later_names(page, cast, [n for n in names if (n.start, n.end) not in place_names], only_some)
    return actors_of(page, cast, equations, seen, place_names)


def without_places(names: Sequence[Name], places: Spans) -> tuple[Name, ...]:
    """Cut a place or nationality off the front of a name ("Nigerian Aminu Sani"): two words or more are left."""
    by_start = dict(sorted(places))
    cut = []
    for name in names:
        end = by_start.get(name.start)
        rest = name.text[end - name.start :] if end and end < name.end else ""
        is_two_words = len(rest.split()) > 1 and rest[0] == " " and rest.split()[0][0].isupper()
        if is_two_words and type_by_words(rest.casefold().split()) is None:
            cut.append(Name(name.end - len(rest.lstrip()), name.end, name.sentence, rest.lstrip()))
        else:
            cut.append(name)
    return tuple(cut)


def _first_hits(
    page: Page, register: Register, names: Sequence[Name], places: Spans, seen: Sequence[Seen]
) -> tuple[Hit, ...]:
    """Give the hits that their own words or neighbours show, never overlapping; the register's go first."""
    groups = find_groups(page, names, places)
    hits = list(find_known(page, register, names, groups, places))
    hits += free_of(groups, [(h.start, h.end) for h in hits])
    people = [Hit(s.start, s.end, s.sentence, s.name, "person") for s in seen if s.is_person]
    hits += free_of(people, [(h.start, h.end) for h in hits])
    hits += free_of(find_bodies(page, names), [(h.start, h.end) for h in hits])
    return tuple(sorted(hits, key=lambda h: h.start))


def _without_parts(hits: Sequence[Hit], equations: Sequence[Equation]) -> tuple[Hit, ...]:
    """Leave out people who are only a part of a name set equal ("alias Commander Tin" names no Tin besides)."""
    wholes = sorted((e.name_start, e.name_end) for e in equations)
    at, kept = 0, []
    for hit in hits:
        while at < len(wholes) and wholes[at][1] <= hit.start:
            at += 1
        whole = wholes[at] if at < len(wholes) else (hit.end, hit.end)
        if not (hit.type == "person" and whole[0] <= hit.start and hit.end <= whole[1] and whole[0] < hit.start):
            kept.append(hit)
    return tuple(kept)


def _apply_equations(cast: Cast, equations: Sequence[Equation], hits: Sequence[Hit]) -> None:
    """Give each cluster the names that words set equal to it, and the places where those stand."""
    named: list[tuple[Cluster, Hit]] = []
    for e in equations:
        cluster = cast.of_hit(e.hit)
        if cluster is not None:
            cluster = cast.name(cluster, e.name)
            form = "acronym" if is_acronym(e.name) else "alias"
            named.append((cluster, Hit(e.name_start, e.name_end, e.hit.sentence, e.name, cluster.type, form)))
    free = {h.start for h in free_of([h for _, h in named], [(h.start, h.end) for h in hits])}
    for cluster, hit in named:
        owner = cast.get(hit.name) or cluster
        if hit.start in free:
            free.remove(hit.start)
            cast.put(owner, hit)


def _add_others_called_so(cast: Cast, equations: Iterable[Equation], names: Sequence[Name]) -> None:
    """Take a name that some give to a group for the name of another such group where it stands elsewhere."""
    wanted = {}
    for e in equations:
        group = cast.of_hit(e.hit)
        if group is not None and group.type in ARMED and not cast.get(e.name):
            wanted[fold_name(e.name)] = (e, group.type)
    for name in names if wanted else ():
        called = wanted.get(fold_name(name.text))
        if called and (name.end <= called[0].name_start or name.start >= called[0].name_end):
            cast.add(Hit(name.start, name.end, name.sentence, name.text, called[1], is_sure=False))


def _join_later_names(page: Page, cast: Cast, names: Sequence[Name], barred: Sequence[Equation]) -> None:
    """Bring the names that are no hits yet to the one actor whose name or short form they are."""
    taken = [(h.start, h.end) for c in cast.clusters for h in c.hits] + [(e.name_start, e.name_end) for e in barred]
    loose = [Hit(n.start, n.end, n.sentence, n.text, "person") for n in names]
    joined = [(_meant_by(cast, hit), hit) for hit in free_of(loose, taken)]
    full = {id(c): set(map(fold_name, c.full_names)) for c, _ in joined if c}
    for cluster, hit in joined:
        if cluster:
            form = _form_of(hit.name, full[id(cluster)], cluster.aliases)
            has_article = page.text[max(0, hit.start - 4) : hit.start].lower() == "the "
            is_head = form == "short" and not cluster.is_person and " " not in hit.name
            start = hit.start - 4 if has_article and is_head else hit.start
            kind = cluster.type
            cast.put(cluster, Hit(start, hit.end, hit.sentence, hit.name, kind, form, is_sure=False))


def _form_of(name: str, full: set[str], aliases: set[str]) -> str:
    if fold_name(name) in full and fold_name(name) not in aliases:
        return "name"
    if is_acronym(name):
        return "acronym"
    return "alias" if fold_name(name) in aliases else "short"


def _meant_by(cast: Cast, hit: Hit) -> Cluster | None:
    exact = cast.get(hit.name)
    called = cast.called(hit.name) if exact is None else []
    return exact or (called[0] if len(called) == 1 else None)
