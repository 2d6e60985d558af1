"""One scale of precision, in the codes of other projects, and a radius with each point."""

from pathlib import Path
from typing import get_args

import pytest

from testigo.records.codes import PlacePrecision
from testigo.reference import PRECISION_CODES, Gazetteer, GazetteerPlace, precision_codes, radius_km_of

DOCS = Path(__file__).parents[2] / "docs" / "gazetteer.md"


def test_every_precision_has_its_codes() -> None:
    assert set(PRECISION_CODES) == set(get_args(PlacePrecision))
    assert {c.ucdp for c in PRECISION_CODES.values()} <= {*range(1, 8), None}
    assert {c.acled for c in PRECISION_CODES.values()} <= {1, 2, 3, None}


@pytest.mark.parametrize(
    ("precision", "country", "is_near", "ucdp", "acled"),
    [
        ("settlement", "PE", False, 1, 1),
        ("street", "PE", False, 1, 1),
        ("settlement", "PE", True, 2, 2),
        ("second_level", "PE", False, 3, 2),
        ("second_level", "PE", True, 3, 2),
        ("first_level", "PE", False, 4, 3),
        ("region", "PE", False, 5, 3),
        ("water", "PE", False, 5, 3),
        ("water", None, False, 7, 3),
        ("country", "PE", False, 6, None),
        ("unknown", None, False, None, None),
    ],
)
def test_codes_of_ucdp_and_acled(
    precision: PlacePrecision, country: str | None, is_near: bool, ucdp: int | None, acled: int | None
) -> None:
    assert precision_codes(precision, country, is_near) == (ucdp, acled)


def test_the_docs_have_the_same_table() -> None:
    page = DOCS.read_text("utf-8")
    for precision, codes in PRECISION_CODES.items():
        row = f"| `{precision}` | {codes.ucdp or '–'} | {codes.acled or '–'} |"
        assert row in page, row


def test_every_shipped_point_has_a_radius(gazetteer: Gazetteer) -> None:
    for name in ("Lima", "Ayacucho", "Texas", "Tarrant County", "Kirkuk"):
        for place in gazetteer.lookup(name):
            assert (radius_km_of(place) is not None) == (place.lat is not None), place


def test_a_larger_town_reaches_farther() -> None:
    village, city = (
        GazetteerPlace(id="user:a", name="A", type="settlement", lat=1.0, lon=1.0, population=n)
        for n in (800, 9_000_000)
    )
    assert radius_km_of(village) == 1.0
    assert (radius_km_of(city) or 0) > 20
