"""The user's own places: CSV tables and GeoJSON that join the shipped gazetteer and win over it."""

import csv
import re
from pathlib import Path

import msgspec

from testigo.records.errors import ConfigError
from testigo.reference.names import fold_name
from testigo.reference.places import PLACE_TYPES, GazetteerPlace
from testigo.reference.user_geojson import ENDINGS, read_features

COLUMNS = ("name", "names", "type", "country", "within", "lat", "lon", "population", "radius_km", "id")


class UserRow(msgspec.Struct, frozen=True):
    """A place as the user wrote it, and the names of what it lies in, still to be looked up. `where`: file and line."""

    place: GazetteerPlace
    within: tuple[str, ...]
    where: str


def read_user_places(path: Path) -> list[UserRow]:
    """Read one table of places, CSV, or GeoJSON by its ending (.geojson, .json).

    Columns: name; and any of names (several joined by |), type (default settlement), country (ISO 3166 alpha-2),
    within (name of a place in this table or the gazetteer, several joined by |), lat, lon, population, radius_km, id.
    A feature has them as properties, and its point from its geometry.
    Without an id a place is "user:" and its folded name, with a number where that is taken.
    """
    try:
        if path.suffix.lower() in ENDINGS:
            named: dict[str, int] = {}
            return [_row(where, cells, named) for where, cells in read_features(path, COLUMNS)]
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _check_header(path, reader.fieldnames)
            taken: dict[str, int] = {}
            return [_row(f"{path}: line {reader.line_num}", line, taken) for line in reader if any(line.values())]
    except OSError as error:
        raise ConfigError(f"gazetteer {path}: cannot be read ({error.strerror}). Check the path.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"gazetteer {path}: not a UTF-8 CSV table ({error}). Save it as CSV, UTF-8.") from error


def _check_header(path: Path, header: object) -> None:
    columns = list(header) if isinstance(header, (list, tuple)) else []
    if "name" not in columns:
        raise ConfigError(f"gazetteer {path}: line 1: expected a column 'name', got {', '.join(columns) or 'nothing'}")
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise ConfigError(f"gazetteer {path}: line 1: unknown column {unknown[0]!r}. Known: {', '.join(COLUMNS)}")


def _row(where: str, line: dict[str, str], taken: dict[str, int]) -> UserRow:
    if None in line:
        raise ConfigError(f"gazetteer {where}: more fields than the header has. Quote fields that hold commas.")
    cell = {key: (value or "").strip() for key, value in line.items()}
    name, kind, country = cell["name"], cell.get("type") or "settlement", cell.get("country", "").upper() or None
    if not fold_name(name):
        raise ConfigError(f"gazetteer {where}: no name")
    if kind not in PLACE_TYPES:
        raise ConfigError(f"gazetteer {where}: unknown type {kind!r}. One of: {', '.join(PLACE_TYPES)}")
    if country and not re.fullmatch(r"[A-Z]{2}", country):
        raise ConfigError(f"gazetteer {where}: country {country!r} is no two-letter ISO 3166 code")
    lat, lon = _number(where, cell, "lat", 90.0), _number(where, cell, "lon", 180.0)
    if (lat is None) != (lon is None):
        raise ConfigError(f"gazetteer {where}: lat and lon go together, one is empty")
    radius_km = _number(where, cell, "radius_km", 5000.0)
    if radius_km is not None and (radius_km <= 0 or lat is None):
        raise ConfigError(f"gazetteer {where}: radius_km goes with a point and is more than 0")
    place = GazetteerPlace(
        id=_id(where, cell, taken), name=name, names=_parts(cell.get("names", "")), type=kind, country=country,
        lat=lat, lon=lon, population=int(_number(where, cell, "population", 1e11) or 0), radius_km=radius_km,
    )  # fmt: skip
    return UserRow(place, _parts(cell.get("within", "")), where)


def _id(where: str, cell: dict[str, str], taken: dict[str, int]) -> str:
    given = cell.get("id", "")
    if given and not re.fullmatch(r"(geonames:\d+|user:\S+)", given):
        raise ConfigError(f"gazetteer {where}: id {given!r} must be geonames:NUMBER or user:NAME")
    if given and given in taken:
        raise ConfigError(f"gazetteer {where}: id {given!r} stands twice")
    slug = given or "user:" + fold_name(cell["name"]).replace(" ", "-")
    taken[slug] = taken.get(slug, 0) + 1
    return slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def _number(where: str, cell: dict[str, str], column: str, limit: float) -> float | None:
    text = cell.get(column, "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise ConfigError(f"gazetteer {where}: {column} {text!r} is no number. Write 12.5, not 12,5.") from None
    if not abs(value) <= limit or (column == "population" and value < 0):
        raise ConfigError(f"gazetteer {where}: {column} {text} is out of range")
    return value


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())
