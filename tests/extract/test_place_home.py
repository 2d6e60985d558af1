"""Streets and quarters under the town of the report, and nothing under a town that no words tie it to."""

import pytest

from testigo.extract.mentions.found import PlaceMention, Places
from testigo.extract.mentions.place_home import distance_km, hang_in_towns
from testigo.records import Place
from testigo.reference import Gazetteer

TOWN = Place(id="p1", type="settlement", name="Alta", country="US", lat=40.0, lon=-100.0, precision="settlement")
OTHER = Place(id="p2", type="settlement", name="Baja", country="US", lat=45.0, lon=-90.0, precision="settlement")
STREET = Place(id="p3", type="street", name="Oak Street", precision="unknown")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def mention(place: str, sentence: int, start: int, form: str = "name", hint: str = "in") -> PlaceMention:
    return PlaceMention(start, start + 4, sentence, place, form, hint)


CASES = [
    ("the town of its own sentence", [mention("p3", 0, 10), mention("p1", 0, 30), mention("p2", 1, 60)], ("p1",)),
    ("the town whose police tell of it", [mention("p3", 0, 10), mention("p1", 1, 40, "agency"), mention("p2", 2, 60)],
     ("p1",)),
    ("the dateline's town", [mention("p1", 0, 0, "dateline"), mention("p3", 1, 20), mention("p2", 2, 60)], ("p1",)),
    ("two towns and no tie", [mention("p3", 0, 10), mention("p1", 1, 40), mention("p2", 2, 60)], ()),
    ("where somebody is from is no tie", [mention("p3", 0, 10), mention("p1", 0, 30, hint="from"), mention("p2", 2, 60)],
     ()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "mentions", "within"), CASES, ids=[c[0] for c in CASES])
def test_a_street_hangs_under_the_town_that_words_tie_it_to(
    gazetteer: Gazetteer, why: str, mentions: list[PlaceMention], within: tuple[str, ...]
) -> None:
    hung = hang_in_towns(Places((TOWN, OTHER, STREET), tuple(mentions)), gazetteer)
    assert hung.by_id("p3").within == within


def test_a_report_that_names_one_town_only_has_its_streets_there(gazetteer: Gazetteer) -> None:
    hung = hang_in_towns(Places((TOWN, STREET), (mention("p1", 0, 0), mention("p3", 1, 30))), gazetteer)
    assert hung.by_id("p3").within == ("p1",)
    assert hung.by_id("p3").precision == "settlement"


def test_distance_is_in_kilometres_and_endless_without_a_point() -> None:
    assert 110 < distance_km((0.0, 0.0), (0.0, 1.0)) < 112
    assert distance_km((40.0, -100.0), (40.0, -100.0)) == 0
    assert distance_km((None, None), (40.0, -100.0)) == float("inf")
