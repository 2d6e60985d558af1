"""Names kept out of an export: those a user lists, and on demand all victims'.

A name is replaced wherever an exported text may hold it, quotes included. In running text its longer parts go too
("Almarén" of "Josefa Almarén"): withholding a word too many harms less than leaving one in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from testigo.records import CaseIncident, Report

WITHHELD = "[withheld]"
# Shorter parts of a name ("de", "Al") are words of their own too often.
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Withholding:
    """What not to tell. victims: the names of all victims. names: further names, as reports write them."""

    victims: bool = False
    names: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.victims or bool(self.names)


NOTHING = Withholding()


@dataclass(frozen=True, slots=True)
class Mask:
    """The names to replace. all_victims: every victim's name goes, also one that stands nowhere else."""

    names: frozenset[str] = frozenset()
    all_victims: bool = False
    _pattern: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        parts = {p for n in self.names for p in _parts(n)} | {n for n in self.names if n.strip()}
        longest_first = sorted(parts, key=lambda p: (-len(p), p))
        words = "|".join(re.escape(p) for p in longest_first)
        pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
        object.__setattr__(self, "_pattern", pattern)

    def __bool__(self) -> bool:
        return self.all_victims or bool(self.names)

    def is_name(self, name: str) -> bool:
        """Tell whether this is a withheld name, whole."""
        return name.casefold() in {n.casefold() for n in self.names}

    def name(self, name: str | None) -> str | None:
        """Give a name, or the mark in its place."""
        return WITHHELD if name is not None and self.is_name(name) else name

    def text(self, text: str | None) -> str | None:
        """Give a text with the mark in place of each withheld name and its longer parts."""
        if text is None or self._pattern is None:
            return text
        return self._pattern.sub(WITHHELD, text)


def _parts(name: str) -> Iterator[str]:
    for part in re.split(r"[\s\-]+", name):
        if len(part) >= _SHORTEST_PART and part[0].isupper():
            yield part


def mask_for(withhold: Withholding, reports: Sequence[Report], incidents: Sequence[CaseIncident]) -> Mask:
    """Gather the names to replace: those listed, and where asked for every name that a victim goes by.

    A group that is a victim ("the army") is withheld as a victim only, not wherever it is named.
    """
    names = set(withhold.names)
    if withhold.victims:
        groups = {a.name for r in reports for a in r.actors if a.type != "person"}
        groups |= {d.name for i in incidents for d in i.perpetrators if d.name}
        names |= {v.name for i in incidents for v in i.victims if v.name and v.name not in groups}
        names |= {name for report in reports for name in _victims_names(report)}
    return Mask(frozenset(names), withhold.victims)


def _victims_names(report: Report) -> Iterator[str]:
    named = {c.value.actor for c in report.claims if c.predicate == "victim" and c.value.actor}
    persons = [a for a in report.actors if a.id in named and a.type == "person"]
    for actor in persons:
        yield from (actor.name, *actor.names)
        yield from (report.document.text[start:end] for start, end in actor.mentions)
    victims = {a.id for a in persons}
    for claim in report.claims:
        if claim.predicate == "alias" and claim.subject in victims:
            yield claim.value.name
