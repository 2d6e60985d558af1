"""What the trained reader adds to the incidents that the rules tell.

Each kind of incident that it holds for told is looked for among the rules' incidents; what plays a part in it becomes
claims of that incident, with the chance that the reader gives, in place of the rules' claims over the same words.

It is asked in texts in capitals only: there the rules cut phrases badly, and it may tell incidents of its own and name
their actors. In cased text the rules alone do better so far (30 labelled reports, F1 over all claims 0.298 against 0.295
with its doers, targets and weapons of the main incident, roles 0.236 against 0.229; benchmarks/claims.py, 2026-12).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from testigo.extract.draft import Draft
from testigo.extract.incidents.learned_values import FAMILIES, KIND_OF, stance_of_org, value_of
from testigo.extract.mentions.found import ActorMention, Actors
from testigo.extract.mentions.reader_roles import Learned, RoleMention, ToldKind, fold, is_one
from testigo.extract.page import Page
from testigo.records import Actor, Incident
from testigo.records.codes import DOERS, ActorType
from testigo.records.values import DoerValue, StageValue, VictimValue

Entity = tuple[RoleMention, ...]
_MOST_SPANS = 3
_NAMED: dict[str, ActorType] = {"perp_org": "armed_group", "victim": "person"}
_PREDICATE = {
    "perp_ind": "perpetrator", "perp_org": "perpetrator", "target": "target", "victim": "victim",
    "victim_desc": "victim", "weapon": "weapon",
}  # fmt: skip


# From which chance on what is believed: an incident of its own; a part in an incident; a part in the one that it fits best.
# Swept on MUC-4's dev part, 2026-12: 0.35 to 0.65, 0.4 to 0.6 change little.
_TOLD, _BELONGS, _LEAST = 0.5, 0.5, 0.1


def may_add(page: Page) -> bool:
    """May the trained reader add anything to a report? Where not, it need not be run."""
    return page.is_in_capitals


@dataclass(frozen=True)
class Joined:
    """The incidents, drafts and actors of a report after the trained reader's share."""

    incidents: tuple[Incident, ...]
    drafts: tuple[Draft, ...]
    actors: Actors


def join_learned(
    page: Page, incidents: Sequence[Incident], drafts: Sequence[Draft], actors: Actors, learned: Learned
) -> Joined:
    """Join what the rules tell with what the trained reader finds."""
    work = _Work(page, list(incidents), list(drafts), _Cast(actors))
    told = [row for row in learned.told if row.chance > _TOLD]
    for row, incident in [(row, work.incident_of(row)) for row in told]:
        for entity in _parts(learned, row, told):
            work.add(incident, entity, row)
    return Joined(tuple(work.incidents), tuple(work.drafts), work.cast.actors())


def _parts(learned: Learned, row: ToldKind, told: Sequence[ToldKind]) -> Iterator[Entity]:
    """Give the entities that play a part in one kind's incident; each told thing has its likeliest home at least."""
    order = [t.kind for t in learned.told]
    at = {t.kind: order.index(t.kind) for t in told}
    for entity in learned.entities:
        chance = _chance(entity, at[row.kind])
        best = max(at, key=lambda kind: _chance(entity, at[kind]))
        if chance > _BELONGS or (best == row.kind and chance > _LEAST):
            yield entity


def _chance(entity: Entity, kind: int) -> float:
    return max(m.kinds[kind] for m in entity)


class _Cast:
    """The report's actors, to which the trained reader's names are added."""

    def __init__(self, actors: Actors) -> None:
        self._before = actors
        self._new: list[tuple[Actor, list[ActorMention]]] = []

    def actor_of(self, page: Page, entity: Entity) -> str:
        """Give the actor whom an entity names: one of the rules' over the same words, else a new one."""
        for m in entity:
            for known in self._before.in_sentence(m.sentence):
                if known.form in ("name", "short", "acronym", "alias") and known.start < m.end and m.start < known.end:
                    return known.actor
        words = [page.text[m.start : m.end] for m in entity]
        for actor, _ in self._new:
            if any(is_one(fold(w), fold(actor.name)) for w in words):
                return actor.id
        names = sorted({" ".join(w.split()) for w in words}, key=lambda w: (-len(w), w))
        ident = f"a{len(self._before.actors) + len(self._new) + 1}"
        spans = sorted({(m.start, m.end) for m in entity})
        actor = Actor(
            id=ident, type=_NAMED[entity[0].role], name=names[0], names=tuple(names[1:]), mentions=tuple(spans)
        )
        self._new.append((actor, [ActorMention(m.start, m.end, m.sentence, ident) for m in entity]))
        return ident

    def actors(self) -> Actors:
        """Give all actors."""
        if not self._new:
            return self._before
        mentions = [*self._before.mentions, *(m for _, ms in self._new for m in ms)]
        return replace(
            self._before,
            actors=(*self._before.actors, *(a for a, _ in self._new)),
            mentions=tuple(sorted(set(mentions), key=lambda m: (m.start, m.end, m.actor))),
        )


@dataclass
class _Work:
    """A report's incidents and drafts while the trained reader's share is joined to them."""

    page: Page
    incidents: list[Incident]
    drafts: list[Draft]
    cast: _Cast

    def incident_of(self, row: ToldKind) -> Incident:
        """Find the rules' incident of a kind told, or make one."""
        fitting = [i for i in self.incidents if i.kind in FAMILIES[row.kind]]
        fitting.sort(key=lambda i: not i.main)
        if fitting:
            old = fitting[0]
            new = msgspec.structs.replace(old, more=old.more | {"confidence": round(row.chance, 2)})
            self.incidents[self.incidents.index(old)] = new
            return new
        return self._made(row)

    def _made(self, row: ToldKind) -> Incident:
        ident = f"i{len(self.incidents) + 1}"
        main = not any(i.main for i in self.incidents)
        made = Incident(
            id=ident, kind=KIND_OF[row.kind], scope="political", main=main, mentions=((row.start, row.end),),
            more={"confidence": round(row.chance, 2)},
        )  # fmt: skip
        self.incidents.append(made)
        if row.stage in ("attempted", "threatened") and row.stage_chance > 0.5:
            stage = StageValue(stage=row.stage)  # type: ignore[arg-type]
            span = ((row.start, row.end),)
            self.drafts.append(Draft(ident, "stage", stage, span, "stated", confidence=round(row.stage_chance, 2)))
        return made

    def add(self, incident: Incident, entity: Entity, row: ToldKind) -> None:
        """Add one entity's claim, or give its chance to the rules' claim over the same words."""
        role = entity[0].role
        chance = round(min(0.99, max(max(m.kinds) for m in entity)), 2)
        mine = {(m.start, m.end) for m in entity}
        kept = []
        for n, draft in enumerate(self.drafts):
            if draft.subject != incident.id or not _is_same_part(draft, role) or not _meet(draft.spans, mine):
                continue
            kept.append(n)
        self.drafts = [d for n, d in enumerate(self.drafts) if n not in kept]
        actor = self.cast.actor_of(self.page, entity) if role in _NAMED else None
        spans = _spans(entity, self.page.text)
        value = value_of(self.page.text, entity, actor)
        stance = stance_of_org(entity)
        self.drafts.append(Draft(incident.id, _PREDICATE[role], value, spans, stance, confidence=chance))


def _is_same_part(draft: Draft, role: str) -> bool:
    if role.startswith("perp"):
        return draft.predicate in DOERS and isinstance(draft.value, DoerValue)
    if role.startswith("victim"):
        named = isinstance(draft.value, VictimValue) and draft.value.actor is not None
        return draft.predicate == "victim" and named == (role == "victim")
    return draft.predicate == role


def _meet(spans: Sequence[tuple[int, int]], mine: set[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in mine)


def _spans(entity: Entity, text: str) -> tuple[tuple[int, int], ...]:
    """Choose the words to show: each wording once, the longest first, in text order."""
    by_words: dict[str, tuple[int, int]] = {}
    for m in entity:
        by_words.setdefault(fold(text[m.start : m.end]), (m.start, m.end))
    longest = sorted(by_words.values(), key=lambda s: (s[0] - s[1], s))[:_MOST_SPANS]
    return tuple(sorted(longest))
