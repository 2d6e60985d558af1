"""A reader of one-line incidents, in two versions that see the same words otherwise; importable by worker processes.

    On 2021-05-23 gunmen killed 3 people in Vega, among them Ana Ruiz Soto, said Police.

The second version takes longer words for evidence, mentions the incident by other words, and numbers everything from
the end of the text, so that no local id stays.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from testigo.records import Document, Problem, Report, dump, load_report
from testigo.store import Original
from testigo.work.readers import Extractor

LINE = re.compile(
    r"On (?P<day>\d{4}-\d\d-\d\d) (?P<doer>gunmen) (?P<verb>killed) (?P<toll>(?P<n>\d+) people) in (?P<place>\w+)"
    r"(?:, among them (?P<victim>[\w ]+?))?(?:, said (?P<source>\w+))?\."
)


def line(day: str, n: int, place: str, victim: str = "", source: str = "") -> str:
    """Write one incident as the reader understands it."""
    return (
        f"On {day} gunmen killed {n} people in {place}"
        + (f", among them {victim}" if victim else "")
        + (f", said {source}" if source else "")
        + "."
    )


@dataclass
class _Making:
    """A record while it is made."""

    document: Document
    version: int
    claims: list[dict[str, Any]] = field(default_factory=list)
    actors: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    incidents: list[dict[str, Any]] = field(default_factory=list)

    def incident(self, match: re.Match[str]) -> None:
        own = f"i{len(self.incidents) + 1}"
        mention = match.span("verb") if self.version == 1 else (match.start("doer"), match.end("verb"))
        self.incidents.append(
            {"id": own, "kind": "killing", "scope": "political", "main": own == "i1", "mentions": [mention]}
        )
        toll = match.span("toll") if self.version == 1 else (match.start("verb"), match.end("toll"))
        n, day = int(match["n"]), match["day"]
        speaker = [[{"actor": self._actor(match, "source", "state_force"), "name": match["source"]}]]
        by = speaker if match["source"] else []
        self._claim(own, "killed", {"low": n, "high": n, "group": "all"}, toll, by)
        self._claim(own, "date", {"start": day, "end": day, "precision": "day"}, match.span("day"))
        self._claim(own, "place", {"place": self._place(match)}, match.span("place"))
        if match["victim"]:
            victim = {"actor": self._actor(match, "victim", "person"), "fate": "killed"}
            self._claim(own, "victim", victim, match.span("victim"))

    def _claim(self, subject: str, predicate: str, value: dict[str, Any], at: tuple[int, int], by: Any = ()) -> None:
        quote = self.document.text[at[0] : at[1]]
        told = {"id": f"c{len(self.claims) + 1}", "subject": subject, "predicate": predicate, "value": value}
        evidence = [{"start": at[0], "end": at[1], "quote": quote}]
        self.claims.append(told | {"evidence": evidence, "attributed_to": list(by)})

    def _actor(self, match: re.Match[str], group: str, kind: str) -> str | None:
        name = match[group]
        if name is None:
            return None
        known = self.actors.setdefault(
            name, {"id": f"a{len(self.actors) + 1}", "type": kind, "name": name, "mentions": []}
        )
        known["mentions"].append(match.span(group))
        return str(known["id"])

    def _place(self, match: re.Match[str]) -> str:
        name = match["place"]
        place = {"id": f"p{len(self.places) + 1}", "type": "settlement", "name": name, "country": "PE"}
        return str(self.places.setdefault(name, place)["id"])

    def report(self) -> Report:
        found = list(LINE.finditer(self.document.text))
        for match in found if self.version == 1 else reversed(found):
            self.incident(match)
        reader = {"name": "telling", "version": str(self.version), "model": "none", "gazetteer": "0", "register": "0"}
        return load_report(
            {
                "format": "testigo-report/1", "reader": reader, "document": dump(self.document),
                "actors": list(self.actors.values()), "places": list(self.places.values()),
                "incidents": self.incidents, "claims": self.claims, "problems": [],
            }
        )  # fmt: skip


@dataclass(frozen=True)
class Telling:
    """Options that open this reader."""

    version: int = 1

    def open(self) -> Extractor:
        return self.read

    def read(self, document: Document, problems: tuple[Problem, ...] = ()) -> Report:
        return _Making(document, self.version).report()


def reread(case: Any, version: int = 2) -> None:
    """Read all documents of a case anew, as a better reader would."""
    for report in list(case.reports()):
        newer = Telling(version).read(report.document)
        case.store.documents.save(newer, Original(case.raw(report.document.id)))
