"""The pairs that a machine is least sure of, with its reasons, for a person to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import msgspec

from testigo.reconcile import Profile, Reason, compare
from testigo.records import CaseIncident, Partition
from testigo.resolve import resolve
from testigo.store import Pair, Store, Thing
from testigo.work.finding_words import Finder
from testigo.work.grouping import DOUBTFUL
from testigo.work.linking import Linking


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair: a report's incident as this report alone tells it. name: the document's."""

    document: str
    local: str
    name: str
    outlet: str | None
    published: str | None
    alone: CaseIncident


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two report incidents that may well stand wrongly.

    score: the machine's chance that they are one. together: how they stand now. doubt: the chance that this is wrong.
    reasons: field by field, the weightiest first.
    """

    a: Side
    b: Side
    score: float
    together: bool
    reasons: tuple[Reason, ...]

    @property
    def doubt(self) -> float:
        """Tell how likely it is that the pair stands wrongly."""
        return 1 - self.score if self.together else self.score


def doubtful_pairs(store: Store, limit: int | None = 20, least: float = DOUBTFUL) -> list[DoubtfulPair]:
    """List pairs that people did not decide about, the most doubtful first. least: the least doubt."""
    return list(islice(_doubtful(store, least), limit))


def _doubtful(store: Store, least: float) -> Iterator[DoubtfulPair]:
    settled = Linking(store, Finder(store)).of("incident")
    for pair in store.things.doubtful(least):
        held = store.things.of((pair.a, pair.b))
        one, other = sorted(held.values(), key=lambda t: t.member)
        if not settled.settles(one.member, other.member):
            yield _shown(store, pair, one, other)


def _shown(store: Store, pair: Pair, one: Thing, other: Thing) -> DoubtfulPair:
    first, second = (msgspec.json.decode(t.record, type=Profile) for t in (one, other))
    told = compare(first, second)
    return DoubtfulPair(_side(store, one), _side(store, other), pair.score, pair.together, told.reasons)


def _side(store: Store, thing: Thing) -> Side:
    report = store.documents.report(thing.document)
    document = report.document
    alone = next(i for i in resolve([report], Partition()) if i.members[0].report_incident == thing.local)
    return Side(thing.document, thing.local, document.name, document.outlet, document.published, alone)
