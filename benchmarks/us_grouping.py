"""Which reports tell of one incident: what plain rules would say, and what the matcher would say of flawless values.

Each function gives groups as `testigo export --to incidents` would, members only, so that one scorer judges all.
"""

import collections
import datetime
import json
import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from testigo.reconcile import Profile, cluster, profiles
from testigo.reconcile.run import compare_all
from testigo.reconcile.spots import Spot
from testigo.reconcile.words import folded_words, rare_words
from testigo.records import Report
from testigo.reference.names import fold_name, person_words

Row = dict[str, Any]
WINDOW_DAYS = 14
ALIKE = 0.2  # cosine, as the set's own README has it


def apart(documents: Path) -> list[Row]:
    """Give every report an incident of its own."""
    return [_row([d["id"]]) for d in _lines(documents)]


def same_city_same_day(reports: Iterable[Report]) -> list[Row]:
    """Bring together the chief incidents that Testigo read with one town and one day; the rest stand alone."""
    found: dict[object, list[str]] = collections.defaultdict(list)
    for report in reports:
        for p in profiles([report]):
            if p.main:
                town = next((s.key for s in p.places if s.type == "settlement"), None)
                found[(town, p.days[0]) if town and p.days else p.member].append(report.document.name)
    return [_row(names) for names in found.values()]


def text_alike(documents: Path) -> list[Row]:
    """Join reports of alike words (TF-IDF over the set, cosine) published within a fortnight, and whom these join."""
    rows = list(_lines(documents))
    counts = [collections.Counter(_words(r)) for r in rows]
    shares = collections.Counter(w for c in counts for w in c)
    vectors = [
        _unit({w: (1 + math.log(n)) * (math.log(len(rows) / shares[w]) + 1) for w, n in c.items()}) for c in counts
    ]
    days = [datetime.date.fromisoformat(r["published"]).toordinal() if r.get("published") else None for r in rows]
    order = sorted(range(len(rows)), key=lambda i: days[i] or 0)
    parent = list(range(len(rows)))
    for at, i in enumerate(order):
        if days[i] is None:
            continue
        for j in order[at + 1 :]:
            if days[j] - days[i] > WINDOW_DAYS:
                break
            if _root(parent, i) != _root(parent, j) and _cosine(vectors[i], vectors[j]) >= ALIKE:
                parent[_root(parent, i)] = _root(parent, j)
    found = collections.defaultdict(list)
    for i, row in enumerate(rows):
        found[_root(parent, i)].append(row["id"])
    return [_row(names) for names in found.values()]


def with_gold(reports: Iterable[Report], gold: Path) -> list[Row]:
    """Match as Testigo does, but with the registry's day, town, tolls and names in place of what was read.

    What is still wrong then is the matcher's; what this wins over Testigo's own row is the reader's.
    """
    return _matched(reports, flawless(gold))


def flawless(gold: Path) -> Callable[[Report], Profile]:
    """Give what makes a report's chief incident with the registry's values."""
    told = {d: g for g in _lines(gold) for d in g["documents"]}
    return lambda report: _flawless(report, told[report.document.name])


def with_every_report_placed(reports: Iterable[Report]) -> list[Row]:
    """Match as Testigo does; a report in which no incident was found gives its words and day of publication alone."""
    return _matched(reports, _chief)


def _matched(reports: Iterable[Report], made: Callable[[Report], Profile]) -> list[Row]:
    names, known = {}, []
    for report in reports:
        names[report.document.id] = report.document.name
        known.append(made(report))
    return [_row([names[d] for d, _ in g.members]) for g in cluster(known, compare_all(known))]


def _chief(report: Report) -> Profile:
    for found in profiles([report]):
        if found.main:
            return found
    published = report.document.published
    return Profile(
        document=report.document.id, local="i0", main=True, kind="other_violence", scope="unclear",
        outlet=report.document.outlet,
        published=datetime.date.fromisoformat(published).toordinal() if published else None,
        words=rare_words(report, (), True, 64), signature=report.document.signature,
    )  # fmt: skip


def _flawless(report: Report, gold: Row) -> Profile:
    import msgspec  # noqa: PLC0415

    day = datetime.date.fromisoformat(gold["date"]).toordinal()
    lat, lon = gold["lat_lon"] or (None, None)
    city = fold_name(gold["city"].split("(")[0])
    spot = Spot(f"gold:{city}:{gold['state']}", city, "settlement", "US", lat, lon, None, (f"gold:{gold['state']}",))
    text = f" {fold_name(report.document.text)} "
    people = tuple(" ".join(person_words(n)) for n in gold["people"] if f" {fold_name(n)} " in text)
    tolls = {k: (gold[k], gold[k]) for k in ("killed", "injured")}
    return msgspec.structs.replace(
        _chief(report), days=((day, day),), places=(spot,), around=(), victims=people, doers=(), people=(), tolls=tolls
    )


def _words(row: Row) -> Iterable[str]:
    text = f"{row.get('title') or ''} {row['text']}"
    return folded_words(text, 0, len(text))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    return {w: x / norm for w, x in vector.items()}


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return sum(x * long[w] for w, x in short.items() if w in long)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _row(names: Iterable[str]) -> Row:
    return {"members": [{"document": n, "main": True} for n in names]}


def _lines(path: Path) -> Iterable[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
