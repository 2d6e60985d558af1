"""Profiles: what one report tells of one incident, in the form in which incidents are compared.

A profile is small and holds no words of the report but names and the rarest words, so that a case of 150,000 incidents
is compared without opening a report. Of a report's chief incident it knows whatever the report tells (a court report
names the victim in one place and the town in another); of any other, what its own claims and sentences say.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from testigo.reconcile.days import days_of, ordinal
from testigo.reconcile.spots import Spot, spots_of
from testigo.reconcile.words import phrases, rare_words
from testigo.records import Actor, Claim, Report
from testigo.records.codes import DOERS, FIGURES
from testigo.reference.names import fold_name, person_words

PROFILE_VERSION = 3  # a stored profile of another version is made anew
Member = tuple[str, str]
_WORDS_KEPT = 64
_PHRASES_KEPT = 32
_SMALL = ("street", "site")
_STREET_WORDS = frozenset(
    "street st avenue ave av road rd drive dr boulevard blvd lane ln court ct place pl highway hwy way parkway pkwy "
    "circle terrace calle avenida carrera rue north south east west n s e w nw ne sw se northwest northeast southwest "
    "southeast block".split()
)


class Profile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The comparison facts of one report incident. Days are proleptic ordinals (`date.toordinal`).

    days: the stretches that the report gives, narrowest first. places: told of the incident; around: keys of every
    other place that the report names. tolls: predicate to (low, high) of `all`. victims, doers, people: folded names
    ("ana ruiz"), of the incident's own and of others named in its report; speakers: of those whose word is cited.
    streets: names of streets and spots without a point. actors: register ids, else folded names, of
    groups and forces. words: the rarest words with their weights, heaviest first;
    phrases: the rarest pairs of neighbouring words. spans: where the report tells it.
    """

    document: str
    local: str
    main: bool
    kind: str
    scope: str
    outlet: str | None = None
    published: int | None = None
    days: tuple[tuple[int, int], ...] = ()
    places: tuple[Spot, ...] = ()
    around: tuple[str, ...] = ()
    tolls: dict[str, tuple[int | None, int | None]] = {}
    victims: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    weapons: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    phrases: tuple[tuple[str, float], ...] = ()
    signature: str | None = None
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def member(self) -> Member:
        """The name under which a partition knows it: document id and local id."""
        return self.document, self.local


def profile(report: Report, incident_id: str) -> Profile:
    """Give the comparison facts of one incident of a report."""
    incident = report.incident(incident_id)
    claims = [c for c in report.claims if c.subject == incident_id and c.stance != "denied"]
    document = report.document
    spans = sorted({*incident.mentions, *((s.start, s.end) for c in claims for s in c.evidence)})
    published = ordinal(document.published)
    places = spots_of(report, claims)
    victims, doers = _named(report, claims, ("victim",)), _named(report, claims, DOERS)
    own = {*victims, *doers}
    named = _people(report.actors) if incident.main else []
    speaking = _speakers(report) if incident.main else set()
    return Profile(
        document=document.id,
        local=incident_id,
        main=incident.main,
        kind=incident.kind,
        scope=incident.scope,
        outlet=document.outlet,
        published=published,
        days=days_of((c.value for c in claims if c.predicate == "date"), published),
        places=places,
        around=_around(report, places) if incident.main else (),
        tolls=_tolls(claims),
        victims=victims,
        doers=doers,
        people=tuple(n for n in named if n not in own and n not in speaking),
        speakers=tuple(n for n in named if n not in own and n in speaking),
        streets=_streets(report, claims if not incident.main else None),
        actors=_groups(report, claims),
        ages=tuple(
            sorted({c.value.age_low for c in claims if c.predicate == "victim" and c.value.age_low is not None})
        ),
        weapons=_kinds(claims),
        sites=_sites(claims),
        words=rare_words(report, spans, incident.main, _WORDS_KEPT),
        phrases=phrases(report, spans, incident.main, _PHRASES_KEPT),
        signature=document.signature if incident.main else None,
        spans=tuple(spans),
    )


def profiles(reports: Iterable[Report]) -> Iterator[Profile]:
    """Give the profile of every incident of these reports."""
    return (profile(report, incident.id) for report in reports for incident in report.incidents)


def _named(report: Report, claims: Sequence[Claim], predicates: Sequence[str]) -> tuple[str, ...]:
    """Name the persons whom these claims are about."""
    ids = {c.value.actor for c in claims if c.predicate in predicates and c.value.actor}
    return tuple(_people(a for a in report.actors if a.id in ids))


def _people(actors: Iterable[Actor]) -> list[str]:
    """Give the full names of persons, folded; a single word names nobody well enough."""
    names = {" ".join(person_words(a.name)) for a in actors if a.type == "person"}
    return sorted(n for n in names if " " in n)


def _speakers(report: Report) -> set[str]:
    """Name those whose word is cited, or who hold an office: they stand in many reports of one town."""
    cited = {s.actor for c in report.claims for chain in c.attributed_to for s in chain if s.actor}
    cited |= {c.subject for c in report.claims if c.predicate == "holds_office"}
    return set(_people(a for a in report.actors if a.id in cited))


def _streets(report: Report, claims: Sequence[Claim] | None) -> tuple[str, ...]:
    """Name streets and spots that no gazetteer has: those of the whole report, or those that these claims name."""
    told = None if claims is None else {c.value.place for c in claims if c.predicate == "place"}
    small = (p for p in report.places if p.type in _SMALL and (told is None or p.id in told))
    return tuple(sorted({_bare_street(p.name) for p in small} - {""}))


def _bare_street(name: str) -> str:
    """Fold a street's name and leave out what writers shorten or forget: "N. 5th Ave." is "5th"."""
    words = fold_name(name).split()
    bare = [w for w in words if w not in _STREET_WORDS]
    return " ".join(bare)


def _groups(report: Report, claims: Sequence[Claim]) -> tuple[str, ...]:
    ids = {c.value.actor for c in claims if c.predicate in (*DOERS, "victim") and c.value.actor}
    named = (a for a in report.actors if a.id in ids and a.type != "person")
    return tuple(sorted({(a.ids or {}).get("testigo") or fold_name(a.name) for a in named}))


def _around(report: Report, own: Sequence[Spot]) -> tuple[str, ...]:
    told = {s.key for s in own}
    every = {p.gazetteer for p in report.places if p.gazetteer and p.type != "country"}
    return tuple(sorted(every - told))


def _tolls(claims: Sequence[Claim]) -> dict[str, tuple[int | None, int | None]]:
    """Give each figure's widest range of all people; retired figures and parts are left out where others stand."""
    found: dict[str, tuple[int | None, int | None]] = {}
    retired = {c.value.supersedes for c in claims if c.predicate in FIGURES}
    for claim in claims:
        value = claim.value
        if claim.predicate not in FIGURES or value.group not in (None, "all") or value.part or claim.id in retired:
            continue
        low, high = value.low, value.high
        if claim.predicate in found:
            old_low, old_high = found[claim.predicate]
            lows = [x for x in (low, old_low) if x is not None]
            highs = [x for x in (high, old_high) if x is not None]
            low, high = min(lows, default=None), max(highs, default=None)
        found[claim.predicate] = (low, high)
    for predicate in ("killed", "injured"):
        fallen = [c for c in claims if c.predicate == "victim" and c.value.fate == predicate]
        if fallen and predicate not in found:
            found[predicate] = _counted(fallen)
    return found


def _counted(fallen: Sequence[Claim]) -> tuple[int | None, int | None]:
    """Count victims where no figure is told: the named one by one, else as many as any words tell."""
    named = {c.value.actor for c in fallen if c.value.actor}
    told = [c.value.count.low or 1 if c.value.count else 1 for c in fallen if not c.value.actor]
    least = max(len(named), *told, 1)
    return least, least


def _kinds(claims: Sequence[Claim]) -> tuple[str, ...]:
    told = {c.value.type for c in claims if c.predicate in ("weapon", "method") and c.value.type}
    return tuple(sorted(told - {"other"}))


def _sites(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted({fold_name(c.value.site) for c in claims if c.predicate == "place" and c.value.site}))
