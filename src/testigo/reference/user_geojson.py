"""The user's own places as GeoJSON: each feature becomes the same fields as a row of a CSV table.

A point is the place's own. Of a line or an area, the point is the middle of its outermost corners and the radius
reaches all of them, so that a valley or a district drawn by hand comes with its precision.
"""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from testigo.records.errors import ConfigError

ENDINGS = (".geojson", ".json")
_KM_A_DEGREE = 111.32
_SHAPES = frozenset(("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"))


def read_features(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Give, for each feature, where it stands and its fields as text, by the names of a table's columns.

    Properties of other names are left out: tools that draw maps add their own. Raises ConfigError for what is no
    GeoJSON, with the feature's number.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ConfigError(f"gazetteer {path}: not JSON in UTF-8 ({error}). Save it as GeoJSON.") from error
    if isinstance(data, dict) and data.get("type") == "Feature":
        data = {"type": "FeatureCollection", "features": [data]}
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        raise ConfigError(f"gazetteer {path}: expected a GeoJSON FeatureCollection with 'features'")
    for number, feature in enumerate(data["features"], 1):
        where = f"{path}: feature {number}"
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict) or not properties.get("name"):
            raise ConfigError(f"gazetteer {where}: expected properties with a 'name'")
        cells = {key: _text(where, key, properties[key]) for key in columns if properties.get(key) is not None}
        yield where, cells | _place(where, feature.get("geometry"), cells)


def _text(where: str, key: str, value: object) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "|".join(value)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    raise ConfigError(f"gazetteer {where}: property {key!r} must be text, a number or a list of names")


def _place(where: str, geometry: object, cells: dict[str, str]) -> dict[str, str]:
    """Give the fields of point and radius; none for a feature without a geometry."""
    if geometry is None:
        return {}
    if not isinstance(geometry, dict) or geometry.get("type") not in _SHAPES:
        raise ConfigError(f"gazetteer {where}: geometry must be one of {', '.join(sorted(_SHAPES))}")
    corners = list(_corners(where, geometry.get("coordinates")))
    if not corners:
        raise ConfigError(f"gazetteer {where}: geometry has no coordinates")
    lon = (min(c[0] for c in corners) + max(c[0] for c in corners)) / 2
    lat = (min(c[1] for c in corners) + max(c[1] for c in corners)) / 2
    told = {"lon": f"{lon:.6g}", "lat": f"{lat:.6g}"}
    if geometry["type"] != "Point" and "radius_km" not in cells:
        shrink = math.cos(math.radians(lat))
        radius_km = max(math.hypot((c[0] - lon) * shrink, c[1] - lat) for c in corners) * _KM_A_DEGREE
        told["radius_km"] = f"{radius_km:.1f}"
    return told


def _corners(where: str, coordinates: Any) -> Iterator[tuple[float, float]]:
    """Walk nested lists of positions, which hold longitude first."""
    waiting = [coordinates]
    while waiting:
        at = waiting.pop()
        if not isinstance(at, list):
            raise ConfigError(f"gazetteer {where}: coordinates must be numbers in lists")
        if at and isinstance(at[0], (int, float)):
            if len(at) < 2 or not isinstance(at[1], (int, float)):
                raise ConfigError(f"gazetteer {where}: a position is [longitude, latitude]")
            yield float(at[0]), float(at[1])
        else:
            waiting.extend(at)
