#!/usr/bin/env python3
"""Measure how well places are found and resolved.

    python benchmarks/places.py ../shared/bench/places            toponym sets (LGL, TR-News, GeoWebNews)
    python benchmarks/places.py ../shared/bench/us_incidents/dev  reports whose registry names a city (PREFIX.docs.jsonl, PREFIX.gold.jsonl)

Toponyms, over articles: `found`, the share of gold toponyms with a mention that overlaps; `near`, the share resolved
within 161 km (a country counts where it is the right one); `precision`, the share of mentions with a place that overlap
a gold toponym, and `near_precision`, those that are resolved within 161 km besides. GeoWebNews' adjectives and
organisations, and toponyms without a point, are left out of the gold and of the mentions.
Cities: over reports whose text names the city, `city`, the share where a place found has the city's name and lies
within 50 km of the registry's point, `name`, the share where one has the name, with a point or not, and `state`, where
a found place lies in its state or city.
The null output, no place at all, scores 0 on each and is printed beside; ms_a_report is the finder alone, warm.
"""

import argparse
import hashlib
import json
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from testigo.extract.mentions.found import Places
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.places import find_places
from testigo.extract.page import Page
from testigo.records import Document, Place
from testigo.reference import Gazetteer, fold_name

NEAR_KM, CITY_KM = 161.0, 50.0


def main() -> None:
    """Measure, print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of toponym sets, or the prefix of a us_incidents split")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses of each set to stderr")
    options = parser.parse_args()
    gazetteer = Gazetteer.open()
    if options.data.is_dir():
        sets = sorted(options.data.glob("*.jsonl"))
        figures = {path.stem: measure_toponyms(path, gazetteer, options.misses) for path in sets}
    else:
        figures = {options.data.name: measure_cities(options.data, gazetteer, options.misses)}
    null = {
        name: {key: 0.0 for key in row if key not in ("reports", "gold", "ms_a_report")}
        for name, row in figures.items()
    }
    if options.json:
        print(json.dumps({"figures": figures, "null": null}, indent=1))
        return
    for name, row in figures.items():
        print(
            name,
            *(f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in row.items()),
        )
        print(" " * len(name), "null output:", *(f"{key} {value:.3f}" for key, value in null[name].items()))


def measure_toponyms(path: Path, gazetteer: Gazetteer, misses: int) -> dict[str, Any]:
    """Measure one set of articles with toponyms and their points."""
    counts = dict.fromkeys(("gold", "found", "near", "told", "right", "right_near"), 0)
    clock, rows = 0.0, list(_rows(path))
    for row in rows:
        gold = list(_gold(row))
        page, found, spent = _read(row["text"], None, row.get("domain"), gazetteer)
        clock += spent
        for start, end, phrase, lat, lon in gold:
            counts["gold"] += 1
            hits = [m for m in found.mentions if m.start < end and start < m.end]
            near = [m for m in hits if _is_near(found.by_id(m.place), lat, lon, gazetteer)]
            counts["found"] += bool(hits)
            counts["near"] += bool(near)
            if not near and misses > 0:
                misses -= 1
                told = [
                    (found.by_id(m.place).name, found.by_id(m.place).gazetteer, found.by_id(m.place).country)
                    for m in hits
                ]
                print(
                    path.stem,
                    row["id"],
                    phrase,
                    (lat, lon),
                    told,
                    repr(page.text[max(0, start - 40) : end + 30]),
                    file=sys.stderr,
                )
        other = [(int(t["start"]), int(t["end"])) for t in row["toponyms"]]
        for mention in found.mentions:
            is_gold = any(g[0] < mention.end and mention.start < g[1] for g in gold)
            is_other = any(start < mention.end and mention.start < end for start, end in other) and not is_gold
            if is_other or mention.form in ("demonym", "description", "agency"):
                continue
            counts["told"] += 1
            hit = [g for g in gold if g[0] < mention.end and mention.start < g[1]]
            counts["right"] += bool(hit)
            counts["right_near"] += any(_is_near(found.by_id(mention.place), g[3], g[4], gazetteer) for g in hit)
    return {
        "reports": len(rows), "gold": counts["gold"],
        "found": counts["found"] / counts["gold"], "near": counts["near"] / counts["gold"],
        "precision": counts["right"] / max(1, counts["told"]), "near_precision": counts["right_near"] / max(1, counts["told"]),
        "ms_a_report": 1000 * clock / len(rows),
    }  # fmt: skip


def measure_cities(prefix: Path, gazetteer: Gazetteer, misses: int) -> dict[str, Any]:
    """Measure a split of reports on incidents whose city is known."""
    gold = {name: g for g in _rows(Path(f"{prefix}.gold.jsonl")) for name in g["documents"]}
    counts = dict.fromkeys(("named", "city", "name", "state", "any"), 0)
    clock = 0.0
    rows = [row for row in _rows(Path(f"{prefix}.docs.jsonl")) if row["id"] in gold]
    for row in rows:
        city, point = gold[row["id"]], gold[row["id"]]["lat_lon"]
        page, found, spent = _read(row["text"], row["title"], row.get("outlet"), gazetteer)
        clock += spent
        name = fold_name(city["city"].split("(")[0]) + " county" * ("(county)" in city["city"])
        if not point or f" {name} " not in f" {fold_name(page.text)} ":
            continue
        counts["named"] += 1
        here = [
            p for p in found.places if p.lat is not None and name in (fold_name(p.name), fold_name(_name(p, gazetteer)))
        ]
        is_city = any(_km(p.lat, p.lon, *point) <= CITY_KM for p in here)
        counts["city"] += is_city
        counts["state"] += is_city or any(
            fold_name(_name(p, gazetteer)) == fold_name(city["state"]) for p in found.places
        )
        told = {fold_name(n) for p in found.places for n in (p.name, *p.names)}
        counts["name"] += is_city or name in told
        counts["any"] += any(p.lat is not None for p in found.places)
        if not is_city and misses > 0:
            misses -= 1
            seen = [(p.name, _state(p, gazetteer)) for p in found.places]
            at = fold_name(page.text).find(name)
            words = repr(page.text[max(0, at - 60) : at + 80])
            print(row["id"], city["city"], city["state"], row.get("outlet"), seen, words, file=sys.stderr)
    named = max(1, counts["named"])
    return {
        "reports": len(rows), "gold": counts["named"], "city": counts["city"] / named,
        "name": counts["name"] / named, "state": counts["state"] / named,
        "any_place": counts["any"] / named, "ms_a_report": 1000 * clock / len(rows),
    }  # fmt: skip


def _read(text: str, title: str | None, outlet: str | None, gazetteer: Gazetteer) -> tuple[Page, Places, float]:
    full = f"{title}\n\n{text}" if title else text
    digest = hashlib.sha256(full.encode()).hexdigest()
    page = Page(Document(id=f"sha256:{digest}", name="x", text=full, title=title, outlet=outlet))
    names = find_names(page)
    begun = time.perf_counter()
    found = find_places(page, gazetteer, names, outlet)
    return page, found, time.perf_counter() - begun


def _gold(row: dict[str, Any]) -> Iterator[tuple[int, int, str, float, float]]:
    """Give start, end, phrase, latitude, longitude of an article's toponyms that have a point."""
    for tag in row["toponyms"]:
        point = tag.get("gaztag") or {"lat": tag.get("latitude"), "lon": tag.get("longitude")}
        if tag.get("type") not in (None, "Literal", "Mixed", "Coercion", "Literal_Modifier"):
            continue
        if tag.get("modifierType") == "Adjective" or not point.get("lat"):
            continue
        start, end = int(tag["start"]), int(tag["end"])
        yield start, end, row["text"][start:end], float(point["lat"]), float(point["lon"])


def _is_near(place: Place, lat: float, lon: float, gazetteer: Gazetteer) -> bool:
    known = gazetteer.get(place.gazetteer) if place.gazetteer else None
    if not known or known.lat is None or known.lon is None:
        return False
    # A country's or a division's point may lie anywhere in it: the radius that holds its settlements is allowed.
    return _km(known.lat, known.lon, lat, lon) <= max(NEAR_KM, known.radius_km or 0.0)


def _name(place: Place, gazetteer: Gazetteer) -> str:
    known = gazetteer.get(place.gazetteer) if place.gazetteer else None
    return known.name if known else place.name


def _state(place: Place, gazetteer: Gazetteer) -> str | None:
    known = gazetteer.get(place.gazetteer) if place.gazetteer else None
    return "/".join(p.name for p in gazetteer.chain(known)) if known else None


def _km(lat: float | None, lon: float | None, other_lat: float, other_lon: float) -> float:
    if lat is None or lon is None:
        return math.inf
    p, q = math.radians(lat), math.radians(other_lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


if __name__ == "__main__":
    main()
