"""Cities: whether a report whose registry names a city yields that city among its places."""

import hashlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from place_rows import km_between
from testigo.extract.mentions.found import Places
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.places import find_places
from testigo.extract.page import Page
from testigo.records import Document, Place
from testigo.reference import Gazetteer, fold_name

CITY_KM = 50.0


def measure_cities(prefix: Path, gazetteer: Gazetteer, misses: int) -> dict[str, Any]:
    """Measure a split of reports on incidents whose city is known."""
    gold = {name: g for g in _rows(Path(f"{prefix}.gold.jsonl")) for name in g["documents"]}
    counts = dict.fromkeys(("named", "city", "name", "state", "any"), 0)
    clock = 0.0
    rows = [row for row in _rows(Path(f"{prefix}.docs.jsonl")) if row["id"] in gold]
    for row in rows:
        city, point = gold[row["id"]], gold[row["id"]]["lat_lon"]
        page, found, spent = _read(row, gazetteer)
        clock += spent
        name = fold_name(city["city"].split("(")[0]) + " county" * ("(county)" in city["city"])
        if not point or f" {name} " not in f" {fold_name(page.text)} ":
            continue
        counts["named"] += 1
        here = [
            p for p in found.places if p.lat is not None and name in (fold_name(p.name), fold_name(_name(p, gazetteer)))
        ]
        is_city = any(km_between((p.lat, p.lon), tuple(point)) <= CITY_KM for p in here)
        counts["city"] += is_city
        counts["state"] += is_city or any(city["state"] in _above(p, gazetteer) for p in found.places)
        counts["name"] += is_city or name in {fold_name(n) for p in found.places for n in (p.name, *p.names)}
        counts["any"] += any(p.lat is not None for p in found.places)
        if not is_city and misses > 0:
            misses -= 1
            seen = [(p.name, _above(p, gazetteer)) for p in found.places]
            at = fold_name(page.text).find(name)
            words = repr(page.text[max(0, at - 60) : at + 80])
            print(row["id"], city["city"], city["state"], row.get("outlet"), seen, words, file=sys.stderr)
    named = max(1, counts["named"])
    return {
        "reports": len(rows), "gold": counts["named"], "city": counts["city"] / named,
        "name": counts["name"] / named, "state": counts["state"] / named,
        "any_place": counts["any"] / named, "ms_a_report": 1000 * clock / len(rows),
    }  # fmt: skip


def _read(row: dict[str, Any], gazetteer: Gazetteer) -> tuple[Page, Places, float]:
    full = f"{row['title']}\n\n{row['text']}" if row["title"] else row["text"]
    digest = hashlib.sha256(full.encode()).hexdigest()
    page = Page(Document(id=f"sha256:{digest}", name="x", text=full, title=row["title"], outlet=row.get("outlet")))
    names = find_names(page)
    begun = time.perf_counter()
    found = find_places(page, gazetteer, names, row.get("outlet"))
    return page, found, time.perf_counter() - begun


def _name(place: Place, gazetteer: Gazetteer) -> str:
    known = gazetteer.get(place.gazetteer) if place.gazetteer else None
    return known.name if known else place.name


def _above(place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Name what holds a place, itself first."""
    known = gazetteer.get(place.gazetteer) if place.gazetteer else None
    return tuple(p.name for p in (known, *gazetteer.chain(known))) if known else ()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
