"""The places that a text names, and what they hang under."""

import hashlib
import time

import pytest

from testigo.extract.mentions.found import Places
from testigo.extract.mentions.names import find_names
from testigo.extract.mentions.places import find_places
from testigo.extract.page import Page
from testigo.records import Document, Segment
from testigo.reference import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _places(gazetteer: Gazetteer, text: str, dateline: int = 0) -> Places:
    segments = (Segment(start=0, end=dateline, kind="dateline"),) if dateline else ()
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = Page(Document(id=f"sha256:{digest}", name="x", text=text, segments=segments))
    return find_places(page, gazetteer, find_names(page))


def _told(gazetteer: Gazetteer, text: str) -> list[str]:
    """Each place as "Name (type, country) < its container's name", without the rest where there is none."""
    found = _places(gazetteer, text)
    names = {p.id: p.name for p in found.places}
    return [
        f"{p.name} ({p.type}, {p.country})" + (f" < {names[p.within[0]]}" if p.within else "") for p in found.places
    ]


CASES = [
    ("Two men were shot in Fort Worth, Texas, on Sunday.",
     ["Fort Worth (settlement, US) < Texas", "Texas (first_level, US)"]),
    ("A bomb went off in Kirkuk, Iraq, police said.", ["Kirkuk (settlement, IQ) < Iraq", "Iraq (country, IQ)"]),
    ("The shooting was in Jackson County, Fla. on Monday.",
     ["Jackson County (second_level, US) < Florida", "Florida (first_level, US)"]),
    ("Fighters entered Qaryat Balut, a village in Anbar province, at dawn.",
     ["Qaryat Balut (settlement, IQ) < Anbar", "Anbar (first_level, IQ)"]),
    ("Gunmen fired on a bus near the town of Rocamora Alta, deep in the Peruvian jungle.",
     ["Rocamora Alta (settlement, PE) < Peru", "Peru (country, PE)"]),
    ("Rebels took the Syrian city of Aleppo.", ["Syria (country, SY)", "Aleppo (settlement, SY) < Syria"]),
    ("Jackson said that Paris Hilton and Charlotte Smith wrote to the Bank of China.", []),
    ("The army shelled Qaryat Balut, in Iraq’s Anbar province.",
     ["Qaryat Balut (settlement, IQ) < Anbar", "Iraq (country, IQ)", "Anbar (first_level, IQ) < Iraq"]),
    ("Five people were shot in the 1300 block of Almond Street in Fort Worth, Texas.",
     ["Almond Street (street, US) < Fort Worth", "Fort Worth (settlement, US) < Texas", "Texas (first_level, US)"]),
    ("Scott County Sheriff Ana Ruiz told reporters in Missouri that nobody was hurt.",
     ["Scott County (second_level, US) < Missouri", "Missouri (first_level, US)"]),
    ("President George Washington spoke to the Georgia Bureau of Investigation at St. John's University.", []),
    ("Troops went to the borders with Colombia, Brazil and Guyana.",
     ["Colombia (country, CO)", "Brazil (country, BR)", "Guyana (country, GY)"]),
    ("They met in March, officials of Congress said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places_hang_under_what_the_words_say(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert _told(gazetteer, text) == expected


def test_an_acronym_spelled_out_in_brackets_is_one_region(gazetteer: Gazetteer) -> None:
    text = "Troops left the territory of Vabec (Valley of the Alba, Bero and Cintra rivers), an area of Colombia."
    place = _places(gazetteer, text).places[0]
    assert (place.type, place.name, place.country) == ("region", "Vabec", "CO")
    assert place.names == ("Valley of the Alba, Bero and Cintra rivers",)


def test_a_place_unknown_to_the_gazetteer_has_its_containers_precision_and_no_point(gazetteer: Gazetteer) -> None:
    place = _places(gazetteer, "They died in the village of Tolmo Seco, Colombia.").places[0]
    assert (place.lat, place.lon, place.gazetteer, place.precision) == (None, None, None, "country")


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    place = _places(gazetteer, "War broke out in Somalia.").places[0]
    assert (place.lat, place.precision, place.gazetteer) == (None, "country", "geonames:51537")


def test_mentions_point_at_the_words(gazetteer: Gazetteer) -> None:
    text = "BUFFALO, N.Y. (WIVB) – Buffalo Police say that four people were shot in Buffalo."
    found = _places(gazetteer, text, dateline=20)
    told = [(text[m.start : m.end], m.form, m.hint) for m in found.mentions]
    assert told == [
        ("BUFFALO", "dateline", ""), ("N.Y.", "dateline", ""), ("Buffalo", "agency", ""), ("Buffalo", "name", "in"),
    ]  # fmt: skip


def test_a_document_of_one_long_line_takes_time_in_step_with_its_length(gazetteer: Gazetteer) -> None:
    line = "Gunmen fired on Tolmo Seco, a village in Anbar province, and on Kirkuk, Iraq, "
    _places(gazetteer, line)
    spent = []
    for copies in (300, 1200):
        begun = time.process_time()
        _places(gazetteer, line * copies)
        spent.append(time.process_time() - begun)
    assert spent[1] < 10 * max(spent[0], 0.02), spent
