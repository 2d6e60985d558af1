"""Who did it and to whom: everyone named by any source, with the firmest stance given and the number of sources.

A denial is kept beside the one it is about and marks the list `disputed`; a denial of what nobody says adds nobody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from testigo.records import CaseDoer, CaseVictim, ResolvedFigure
from testigo.records.codes import DOERS, Stance
from testigo.resolve.cast import Cast, fold
from testigo.resolve.ends import resolve_ends
from testigo.resolve.figures import figures_of
from testigo.resolve.telling import FIRMNESS, Telling
from testigo.resolve.trace import Trace
from testigo.resolve.whose import stand

_FATES = ("killed", "injured", "abducted", "missing", "escaped", "freed", "unharmed", "unknown", None)
Key = tuple[str, ...]


@dataclass(slots=True)
class Entry:
    """One person, group or kind of people, with the claims that say so and those that deny it."""

    key: Key
    said: list[Telling] = field(default_factory=list)
    denials: list[Telling] = field(default_factory=list)

    def stance(self) -> Stance:
        return min((t.claim.stance for t in self.said), key=FIRMNESS.index)

    def sources(self) -> int:
        return len({s.key for t in self.said for s in t.sources})

    def denied_by(self) -> tuple[str, ...] | None:
        return tuple(sorted({s.name for t in self.denials for s in t.sources})) or None

    def newest(self) -> list[Telling]:
        """Give the claims that say so, the one published last first; on one day, the report's own voice first."""
        by_claim = sorted(self.said, key=lambda t: t.key)
        return sorted(by_claim, key=lambda t: (t.when, t.own_voice), reverse=True)


def _entries(tellings: Sequence[Telling], key: Callable[[Telling], Key], name: str, trace: Trace) -> list[Entry]:
    """Sort claims by whom they name; rejected ones and denials of the unnamed are left out."""
    entries: dict[Key, Entry] = {}
    denials = []
    for telling in sorted(tellings, key=lambda t: t.key):
        if telling.rejected:
            trace.leave(name, telling, "a person rejected it")
        elif telling.denied:
            denials.append(telling)
        else:
            who = key(telling)
            entries.setdefault(who, Entry(who)).said.append(telling)
    for telling in denials:
        who = key(telling)
        met = [entries[who]] if who in entries else [e for k, e in entries.items() if k[1:] == who[1:]]
        for entry in met:
            entry.denials.append(telling)
        if not met:
            trace.leave(name, telling, "denied, and nobody says it")
    return list(entries.values())


def _who(telling: Telling, cast: Cast) -> tuple[str, str]:
    value = telling.value
    if value.actor:
        return "actor", cast.case_id(telling.key[0], value.actor)
    return "kind", fold(value.description)


def resolve_doers(tellings: Sequence[Telling], cast: Cast, trace: Trace) -> tuple[tuple[CaseDoer, ...], bool]:
    """Give perpetrators, sides and those who carried it out, and whether any of it is denied."""
    told = [t for t in tellings if t.claim.predicate in DOERS]
    entries = _entries(told, lambda t: (t.claim.predicate, *_who(t, cast)), "perpetrators", trace)
    ties = _ties(tellings, cast)
    shown = [(e, _doer(e, cast, ties)) for e in entries]
    shown.sort(key=lambda p: (DOERS.index(p[1].as_), FIRMNESS.index(p[1].stance), -p[1].sources, p[0].key))
    _explain("perpetrators", [e for e, _ in shown], trace)
    for index, (entry, _) in enumerate(shown):
        for telling in ties.get(entry.key[2], ()):
            trace.use(f"perpetrators.{index}", telling, f"{telling.named_sources}: what ties it to the act")
    return tuple(d for _, d in shown), any(e.denials for e in entries)


def _ties(tellings: Sequence[Telling], cast: Cast) -> dict[str, list[Telling]]:
    """Give, for each case actor, the claims that tell what ties it to the incident, the oldest first."""
    found: dict[str, list[Telling]] = {}
    for t in sorted(tellings, key=lambda t: (t.when, t.key)):
        if t.claim.predicate == "evidence_for" and t.value.actor and not (t.denied or t.rejected):
            found.setdefault(cast.case_id(t.key[0], t.value.actor), []).append(t)
    return found


def _doer(entry: Entry, cast: Cast, ties: dict[str, list[Telling]]) -> CaseDoer:
    as_, kind, who = entry.key
    newest = entry.newest()
    actor = who if kind == "actor" else None
    because = "; ".join(dict.fromkeys(t.value.description for t in ties.get(who, ()) if actor))
    return CaseDoer(
        actor=actor,
        name=cast.actor(who).name if actor else None,
        stance=entry.stance(),
        as_=as_,
        because=because or None,
        sources=entry.sources(),
        description=None if actor else newest[-1].value.description,
        count=_count(entry),
        denied_by=entry.denied_by(),
        side=next((t.value.side for t in newest if t.value.side is not None), None),
        age=next((t.value.age for t in newest if t.value.age), None),
        sex=next((t.value.sex for t in newest if t.value.sex), None),
    )


def resolve_victims(tellings: Sequence[Telling], cast: Cast, trace: Trace) -> tuple[tuple[CaseVictim, ...], bool]:
    """Give the victims, the named once with their newest fate, kinds of people by fate; and whether any is denied."""
    told = [t for t in tellings if t.claim.predicate == "victim"]

    def key(telling: Telling) -> Key:
        who = _who(telling, cast)
        return ("victim", *who) if who[0] == "actor" else ("victim", *who, telling.value.fate or "")

    entries = _entries(told, key, "victims", trace)
    shown = [(e, _victim(e, cast)) for e in entries]
    shown.sort(key=lambda p: (_FATES.index(p[1].fate), p[1].name is None, p[0].key))
    _explain("victims", [e for e, _ in shown], trace)
    return tuple(v for _, v in shown), any(e.denials for e in entries)


def _victim(entry: Entry, cast: Cast) -> CaseVictim:
    newest = entry.newest()
    named = entry.key[1] == "actor"
    fates = [t.value.fate for t in newest if t.value.fate]
    return CaseVictim(
        name=cast.actor(entry.key[2]).name if named else None,
        fate=next((f for f in fates if f != "unknown"), fates[0] if fates else None),
        age=next((t.value.age for t in newest if t.value.age), None),
        sex=next((t.value.sex for t in newest if t.value.sex), None),
        stance=entry.stance(),
        sources=entry.sources(),
        description=None if named else newest[-1].value.description,
        count=_count(entry),
        denied_by=entry.denied_by(),
    )


def _count(entry: Entry) -> ResolvedFigure | None:
    """Resolve how many they are, as any figure is."""
    figures = [f for t in entry.said if t.value.count for f in figures_of(t, t.value.count)]
    own = Trace()
    return resolve_ends(stand(figures, "count", own), "count", own, brief=True) if figures else None


def _explain(name: str, entries: Sequence[Entry], trace: Trace) -> None:
    for index, entry in enumerate(entries):
        for telling in entry.said:
            trace.use(f"{name}.{index}", telling, f"{telling.named_sources}: {telling.claim.stance}")
        for telling in entry.denials:
            trace.use(f"{name}.{index}", telling, f"{telling.named_sources} denies it")
