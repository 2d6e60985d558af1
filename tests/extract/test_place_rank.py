"""Candidates come with chances; the whole document shifts them; what stays close is refused."""

import csv
import hashlib
import time
from pathlib import Path

import pytest

from testigo.extract.mentions import place_named, place_rank
from testigo.extract.mentions.found import Places
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.place_given import resolve_given
from testigo.extract.mentions.place_rank import SURE, Candidate, sureness
from testigo.extract.mentions.places import find_places
from testigo.extract.page import Page
from testigo.records import Document
from testigo.reference import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _page(text: str) -> Page:
    return Page(Document(id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", name="x", text=text))


def _ranked(gazetteer: Gazetteer, text: str, word: str, outlet: str | None = None) -> tuple[Candidate, ...]:
    page = _page(text)
    start = text.index(word)
    return resolve_given(page, gazetteer, find_names(page), [(start, start + len(word))], outlet)[0]


def _places(gazetteer: Gazetteer, text: str) -> Places:
    page = _page(text)
    return find_places(page, gazetteer, find_names(page))


def test_candidates_come_with_chances_that_sum_to_one(gazetteer: Gazetteer) -> None:
    ranked = _ranked(gazetteer, "Police in Springfield held a man.", "Springfield")
    assert len(ranked) > 5
    assert sum(c.chance for c in ranked) == pytest.approx(1)
    assert [c.chance for c in ranked] == sorted((c.chance for c in ranked), reverse=True)


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("A blast hit Tripoli. Lebanon's army sent troops from Beirut.", "Tripoli", "LB"),
        ("A blast hit Tripoli. Libya's army sent troops from Benghazi.", "Tripoli", "LY"),
        ("Gunmen fled from Hyderabad to Karachi, officials in Pakistan said.", "Hyderabad", "PK"),
        ("A court in Cordoba, Argentina, heard four officers.", "Cordoba", "AR"),
        ("Soldiers were seen in Cartagena and Barranquilla.", "Cartagena", "CO"),
        ("The Spanish minister flew from Murcia to Cartagena.", "Cartagena", "ES"),
    ],
)
def test_the_rest_of_the_document_decides(gazetteer: Gazetteer, text: str, word: str, country: str) -> None:
    best = _ranked(gazetteer, text, word)[0]
    assert best.place.country == country
    assert best.chance > SURE


def test_what_the_words_hang_a_name_under_decides(gazetteer: Gazetteer) -> None:
    best = _ranked(gazetteer, "A man was shot in Paris, Texas, on Friday.", "Paris")[0]
    assert (best.place.name, best.place.country) == ("Paris", "US")


def test_one_name_has_one_sense_in_a_document(gazetteer: Gazetteer) -> None:
    text = "Paris is quiet again. A man had been shot in Paris, Texas, on Friday."
    assert _ranked(gazetteer, text, "Paris")[0].place.country == "US"


def test_an_outlets_address_is_a_sign(gazetteer: Gazetteer) -> None:
    text = "A man was held in Richmond on Friday."
    assert _ranked(gazetteer, text, "Richmond")[0].place.country == "US"
    assert _ranked(gazetteer, text, "Richmond", "richmondtimes.co.uk")[0].place.country == "GB"


def test_close_candidates_are_refused(gazetteer: Gazetteer) -> None:
    text = "A man was shot in Springfield on Friday."
    assert sureness(gazetteer, _ranked(gazetteer, text, "Springfield")) < SURE
    place = _places(gazetteer, text).places[0]
    assert (place.name, place.gazetteer, place.lat, place.country, place.precision) == (
        "Springfield",
        None,
        None,
        "US",
        "country",
    )


def test_places_keep_their_candidates_beside_them(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "A man was shot in Springfield on Friday.")
    told = found.candidates_of("p1")
    assert len(told) == 5
    assert all(c.name == "Springfield" for c in told[:2])
    assert [c.chance for c in told] == sorted((c.chance for c in told), reverse=True)


def test_an_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    assert _ranked(gazetteer, "Fighters entered Qaryat Balut at dawn.", "Qaryat Balut") == ()


def test_every_point_found_has_a_radius(gazetteer: Gazetteer) -> None:
    found = _places(gazetteer, "Shells fell on Kramatorsk, in Ukraine's Donetsk region, and near Lyman.")
    points = [p for p in found.places if p.lat is not None]
    assert points
    assert all(p.radius_km is not None for p in points)
    assert all(p.radius_km is None for p in found.places if p.lat is None)


@pytest.mark.parametrize(
    ("file", "features"),
    [(place_rank.WEIGHTS, place_rank.FEATURES), (place_named.WEIGHTS, place_named.NAMED)],
)
def test_the_shipped_weights_are_one_for_each_sign(file: Path, features: tuple[str, ...]) -> None:
    with file.open(encoding="utf-8", newline="") as table:
        assert [row["feature"] for row in csv.DictReader(table)] == list(features)


def test_the_same_document_gives_the_same_places(gazetteer: Gazetteer) -> None:
    text = "Gunmen in San Juan, Santa Rosa and Victoria shot at Springfield, Georgia and Lebanon."
    assert _places(gazetteer, text) == _places(Gazetteer.open(), text)


def test_time_grows_with_the_text_only(gazetteer: Gazetteer) -> None:
    def seconds(times: int) -> float:
        sentence = "Gunmen killed two men in Springfield and San José near Tripoli, officials in Richmond said "
        page = _page(sentence * times)
        names = find_names(page)
        begun = time.process_time()
        find_places(page, gazetteer, names)
        return time.process_time() - begun

    seconds(20)
    assert seconds(1600) < 12 * max(0.1, seconds(400))
