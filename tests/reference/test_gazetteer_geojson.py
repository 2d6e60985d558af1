"""The user's places as GeoJSON join the gazetteer and win."""

import json
from pathlib import Path
from typing import Any

import pytest

from testigo.records.errors import ConfigError
from testigo.reference import Gazetteer


def _file(folder: Path, *features: Any, name: str = "mine.geojson") -> Path:
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def _feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


SQUARE = {"type": "Polygon", "coordinates": [[[-75, -13], [-74, -13], [-74, -12], [-75, -12], [-75, -13]]]}


def test_points_and_areas_join_and_win(shipped_gazetteer: Path, tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        _feature(_point(-74.25, -12.5), name="Llano Seco", names=["Seco Viejo"], country="PE", within="Valle Alto"),
        _feature(SQUARE, name="Valle Alto", type="region", country="PE", id="user:valle", colour="red"),
        _feature(None, name="Lima", within="Junín"),
    )
    gazetteer = Gazetteer.open([path])
    town = gazetteer.lookup("Seco Viejo")[0]
    valley = gazetteer.lookup("Valle Alto")[0]
    assert (town.id, town.lat, town.lon, town.within) == ("user:llano-seco", -12.5, -74.25, ("user:valle",))
    assert (valley.type, valley.lat, valley.lon) == ("region", -12.5, -74.5)
    assert valley.radius_km == pytest.approx(78, abs=2)
    assert gazetteer.lookup("Lima")[0].id == "user:lima"


def test_a_table_may_give_a_radius(shipped_gazetteer: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,type,lat,lon,radius_km\nSierra Parda,region,1,2,40\n", encoding="utf-8")
    assert Gazetteer.open([path]).lookup("Sierra Parda")[0].radius_km == 40


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ('{"type": "Point"}', "FeatureCollection"),
        ('{"features": [{"properties": {}}]}', "feature 1: expected properties with a 'name'"),
        ('{"features": [7]}', "feature 1: expected properties"),
        ('{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Blob"}}]}', "geometry must be one of"),
        ('{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": ["x"]}}]}', "coordinates must be"),
        ('{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [1]}}]}', "position is"),
        ('{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [1, 91]}}]}', "lat 91 is out of range"),
        ('{"features": [{"properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": []}}]}', "no coordinates"),
        ('{"features": [{"properties": {"name": "A", "type": "planet"}, "geometry": null}]}', "unknown type 'planet'"),
        ('{"features": [{"properties": {"name": "A", "within": {"a": 1}}, "geometry": null}]}', "'within' must be"),
    ],
)  # fmt: skip
def test_broken_geojson_is_refused_with_its_feature(
    shipped_gazetteer: Path, tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "broken.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        Gazetteer.open([path])
    assert message in str(error.value)
