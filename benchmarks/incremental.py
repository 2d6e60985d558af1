"""Measure what new reports cost a case that is large already, and hold the result against a full run.

    python benchmarks/incremental.py [--reports 50000] [--new 100] [--json]

Builds a case of made-up report records (nothing is read: reading costs the same whatever the case holds), brings it
together, then saves some more and brings these in. Towns, people, days and words are drawn from large made-up
vocabularies, one to four reports for each incident, tolls that grow, and new reports that mostly tell of what the case
knows. A second case with all the reports from the beginning is brought together in one go.

`cost_ratio` is the seconds for the new reports by those of the full run; `share` is what they are of all reports: in
proportion means that the two are alike. `nothing_new` is a run with nothing to do. `equal` tells whether the groups of
the two cases are the same.
"""

import argparse
import base64
import hashlib
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from common import show
from testigo.records import Report, load_report
from testigo.store import Original, Store
from testigo.store.dumping import CASE_FORMAT
from testigo.work.grouping import reconcile

SEED = 20210523
FIRST_DAY = date(2010, 1, 1)
DAYS = 4_000
TOWNS = 4_000
_SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi zo chan mor quil tar ven dul".split()
_OWN = {
    "reprint_of": None, "compared": 1, "state": "read", "title": None, "author": None, "url": None, "language": "en",
    "signature": None,
}  # fmt: skip


def word(dice: random.Random, syllables: int = 3) -> str:
    """Make a word up."""
    return "".join(dice.choice(_SYLLABLES) for _ in range(syllables))


def name(dice: random.Random) -> str:
    """Make a person's name up."""
    return f"{word(dice, 2).title()} {word(dice).title()} {word(dice).title()}"


class Making:
    """Reports of made-up incidents, the same for the same seed."""

    def __init__(self) -> None:
        self._dice = random.Random(SEED)
        self._towns = [
            (word(self._dice).title(), self._dice.uniform(-40, 40), self._dice.uniform(-80, 40)) for _ in range(TOWNS)
        ]
        self._known: list[dict[str, Any]] = []

    def reports(self, count: int) -> Iterator[Report]:
        """Make so many reports: one to four of each incident, in the order in which incidents are made."""
        made = 0
        while made < count:
            act = self._act()
            for _ in range(min(self._dice.choice((1, 1, 1, 2, 2, 3, 4)), count - made)):
                yield self._report(act)
                made += 1

    def more(self, count: int) -> Iterator[Report]:
        """Make some more, nine in ten of incidents that were told of before."""
        for _ in range(count):
            yield self._report(self._dice.choice(self._known) if self._dice.random() < 0.9 else self._act())

    def _act(self) -> dict[str, Any]:
        dice = self._dice
        town, lat, lon = dice.choice(self._towns)
        day = FIRST_DAY + timedelta(days=dice.randrange(DAYS))
        words = [word(dice, 4) for _ in range(60)]
        act = {
            "town": town,
            "at": (lat, lon),
            "day": day,
            "toll": dice.randrange(1, 30),
            "victim": name(dice),
            "words": words,
        }
        self._known.append(act)
        return act

    def _report(self, act: dict[str, Any]) -> Report:
        dice = self._dice
        toll, day = act["toll"] + dice.choice((0, 0, 0, 1, 2)), act["day"].isoformat()
        rest = " ".join(dice.sample(act["words"], 30) + [word(dice, 4) for _ in range(30)])
        text = f"Gunmen killed {toll} people in {act['town']} on {day}, among them {act['victim']}. {rest}."

        def span(words: str) -> dict[str, Any]:
            return {"start": text.index(words), "end": text.index(words) + len(words), "quote": words}

        def claim(number: int, predicate: str, value: dict[str, Any], words: str) -> dict[str, Any]:
            own = {"id": f"c{number}", "subject": "i1", "predicate": predicate, "value": value}
            return own | {"evidence": [span(words)]}

        people, victim = f"{toll} people", span(act["victim"])
        return load_report(
            {
                "format": "testigo-report/1",
                "reader": {"name": "made", "version": "1", "model": "none", "gazetteer": "none", "register": "none"},
                "document": {
                    "id": "sha256:" + hashlib.sha256(text.encode()).hexdigest(), "name": f"{dice.getrandbits(64):x}.txt",
                    "text": text, "outlet": f"Outlet {dice.randrange(50)}",
                    "published": (act["day"] + timedelta(days=dice.randrange(1, 4))).isoformat(),
                },
                "actors": [{"id": "a1", "type": "person", "name": act["victim"], "mentions": [[victim["start"], victim["end"]]]}],
                "places": [
                    {"id": "p1", "type": "settlement", "name": act["town"], "country": "PE", "lat": act["at"][0], "lon": act["at"][1]}
                ],
                "incidents": [{"id": "i1", "kind": "killing", "scope": "political", "main": True, "mentions": [[7, 13]]}],
                "claims": [
                    claim(1, "killed", {"low": toll, "high": toll, "group": "all"}, people),
                    claim(2, "date", {"start": day, "end": day, "precision": "day"}, day),
                    claim(3, "place", {"place": "p1"}, act["town"]),
                    claim(4, "victim", {"actor": "a1", "fate": "killed"}, act["victim"]),
                ],
            }
        )  # fmt: skip


def rows(reports: list[Report]) -> Iterator[str]:
    """Give a case of these reports as dumped lines: one transaction, where saving makes one for each."""
    plain: list[dict[str, Any]] = [{"format": CASE_FORMAT}]
    told = list({r.document.id: r for r in reports}.values())
    for no, report in enumerate(told, 1):
        document = msgspec.to_builtins(report.document)
        kept = {k: document[k] for k in ("id", "name", "outlet", "published")}
        plain.append({"table": "documents", "no": no, **_OWN, **kept})
        raw = report.document.text.encode()
        of = {"document": report.document.id}
        plain.append(
            {
                "table": "raw",
                **of,
                "sha256": of["document"][7:],
                "media_type": None,
                "size": len(raw),
                "body": base64.b64encode(raw).decode(),
            }
        )
        record = msgspec.json.decode(msgspec.json.encode(report))
        plain.append({"table": "reports", **of, "no": no, "reader": "made", "record": record})
    plain.append({"table": "head", "one": 1, "id": None, "length": 0})
    return (msgspec.json.encode(row).decode() for row in plain)


def timed(store: Store) -> float:
    began = time.perf_counter()
    reconcile(store)
    return time.perf_counter() - began


def groups(store: Store) -> set[frozenset[tuple[str, str]]]:
    partition = store.groups.partition()
    return {frozenset(g.members) for g in (*partition.incidents, *partition.actors)}


def measure(reports: int, new: int) -> dict[str, Any]:
    """Bring a large case together, add to it, and do the same in one go."""
    making = Making()
    first = list(making.reports(reports))
    more = list(making.more(new))
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder) / "grown.testigo", create=True) as grown:
            grown.load(rows(first), "made")
            full = timed(grown)
            nothing = timed(grown)
            for report in more:
                grown.documents.save(report, Original(report.document.text.encode()))
            added = timed(grown)
            stands = groups(grown)
        with Store.open(Path(folder) / "whole.testigo", create=True) as whole:
            whole.load(rows([*first, *more]), "made")
            again = timed(whole)
            equal = groups(whole) == stands
    return {
        "reports": reports, "new": new, "full_s": full, "again_s": again, "added_s": added, "nothing_new_s": nothing,
        "cost_ratio": added / full, "share": new / reports, "groups": len(stands), "equal": equal,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[2_000, 10_000], help="sizes of the case before")
    parser.add_argument("--new", type=int, default=100, help="reports that come")
    parser.add_argument("--json", action="store_true", help="print one JSON object in place of a table")
    options = parser.parse_args()
    show({f"{n:,} + {options.new}": measure(n, options.new) for n in options.reports}, options.json)


if __name__ == "__main__":
    main()
