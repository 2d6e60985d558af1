"""People's decisions about who belongs together, brought into a run: what they tie, and whom a change of them touches."""

from collections.abc import Mapping
from typing import Any

from testigo.resolve import active_decisions
from testigo.store import Kind, Store
from testigo.work.finding_words import Finder
from testigo.work.links import ON_GROUPS, Linked, Member, kind_of, linked, spans_of

_KEPT = "links"
_KINDS: tuple[Kind, ...] = ("incident", "actor")


class Linking:
    """The links of one run, and those of the run before."""

    def __init__(self, store: Store, finder: Finder) -> None:
        self._store, self._finder = store, finder
        self._decisions = store.decisions.all()
        self._linked = {kind: linked(self._decisions, kind, finder) for kind in _KINDS}

    def of(self, kind: Kind) -> Linked:
        """Give the links of incidents or of actors."""
        return self._linked[kind]

    def numbered(self, ties: Mapping[Member, set[Member]]) -> dict[int, set[int]]:
        """Give ties by the numbers under which the case keeps things."""
        numbers = self._store.things.numbers({m for a, others in ties.items() for m in (a, *others)})
        return {numbers[a]: {numbers[b] for b in others if b in numbers} for a, others in ties.items() if a in numbers}

    def make_stale(self) -> None:
        """Let all that a decision made, undone or led elsewhere since the last run links be grouped anew."""
        kept: dict[str, Any] = self._store.settings.get(_KEPT) or {}
        now = self._state()
        members = set()
        for kind in _KINDS:
            before = {tuple(link) for link in kept.get(kind, ())}
            members |= {m for link in before ^ set(now[kind]) for m in _ends(link)}
        heard = set(kept.get("heard", ())) ^ set(now["heard"])
        for decision in self._decisions:
            if decision.id in heard:
                met = [self._finder(kind_of(decision), s).member for s in spans_of(decision)]
                members |= {m for m in met if m}
        self._store.things.make_stale(self._store.things.numbers(members).values())

    def remember(self) -> None:
        """Keep the links that this run grouped by."""
        self._finder.remember()
        self._store.settings.put(_KEPT, self._state())

    def _state(self) -> dict[str, list[Any]]:
        state: dict[str, list[Any]] = {
            kind: sorted(
                (*a, *b, must)
                for must, pairs in ((1, self._linked[kind].links.must), (0, self._linked[kind].links.cannot))
                for a, b in pairs
            )
            for kind in _KINDS
        }
        state["heard"] = sorted(d.id for d in active_decisions(self._decisions) if d.verb in ON_GROUPS)
        return state


def _ends(link: tuple[Any, ...]) -> tuple[Member, Member]:
    return (link[0], link[1]), (link[2], link[3])
