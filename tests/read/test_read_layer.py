"""The text layer, and what is known of a text beside its words."""

from hashlib import sha256
from pathlib import Path

import made
import pytest

from testigo.read import find_reprints, likeness, read_sources, read_text, sign
from testigo.read.dates import read_day
from testigo.records import Document


@pytest.mark.parametrize(
    ("title", "text", "layer"),
    [
        ("Nine die", "Police said so.", "Nine die\n\nPolice said so."),
        ("Nine die", "Nine die\n\nPolice said so.", "Nine die\n\nPolice said so."),
        ("Nine die", "Nine dieTwo men were held.", "Nine dieTwo men were held."),
        ("Nine die", "\n\nPolice said so.", "Nine die\n\nPolice said so."),
        (None, "Police said so.  \r\n\r\nYes.\r\n \n", "Police said so.  \n\nYes."),
        (None, "\ufeffPolice said so.", "Police said so."),
        (" Nine\r\ndie ", "Police said so.", "Nine die\n\nPolice said so."),
    ],
)
def test_the_layer_is_title_blank_line_body(title: str | None, text: str, layer: str) -> None:
    assert read_text(text, title=title).document.text == layer


def test_a_string_is_called_by_its_hash() -> None:
    digits = sha256(made.ARTICLE.encode()).hexdigest()
    d = read_text(made.ARTICLE).document
    assert (d.id, d.name) == (f"sha256:{digits}", digits[:12])
    assert read_text(made.ARTICLE, name="mine").document.name == "mine"


@pytest.mark.parametrize(
    ("kwargs", "text", "day", "signal"),
    [
        ({"published": "2026-03-11", "url": "https://x.example/2020/01/02/a"}, "Words here.", "2026-03-11", "given"),
        ({"url": "https://x.example/news/20200102/a"}, "Words here.", "2020-01-02", "url"),
        ({"url": "https://archive.example/20200102030405/x/a"}, "Words here.", None, None),
        ({"url": "https://x.example/2020/01/02/a"}, "May 16, 2016\n\nWords here.", "2020-01-02", "url"),
        ({}, "A title of some words\n\nMay 16, 2016\n\nWords here.", "2016-05-16", "text"),
        ({}, "SANTO RIO, March 11, 2026 (Puna) — Words here.", "2026-03-11", "text"),
        ({}, "SANTO RIO, March 11 (Puna) — Words here.", None, None),
        ({}, "The war began on May 16, 2016, and went on.", None, None),
        ({}, "February 31, 2016\n\nWords here.", None, None),
    ],
)
def test_the_day_and_the_signal_that_gave_it(
    kwargs: dict[str, str], text: str, day: str | None, signal: str | None
) -> None:
    d = read_text(text, **kwargs).document  # type: ignore[arg-type]
    assert (d.published, d.published_from) == (day, signal)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-05-23", "2021-05-23"),
        ("2021-05-23T10:00:00Z", "2021-05-23"),
        ("20210523", "2021-05-23"),
        ("May 23, 2021", "2021-05-23"),
        ("23 May 2021", "2021-05-23"),
        ("Sun, 23 May 2021 10:00:00 GMT", "2021-05-23"),
        ("23/05/2021", "2021-05-23"),
        ("05/23/2021", "2021-05-23"),
        ("04/04/2021", "2021-04-04"),
    ],
)
def test_days_in_other_forms(words: str, day: str) -> None:
    assert read_day(words) == day


def test_a_dateline_that_contradicts_the_day_is_a_problem() -> None:
    """The year is not told, so the nearest counts: New Year's Eve lies near New Year's Day."""
    text = "SANTO RIO, {} (Puna Wire) — Gunmen stormed the market."
    assert not read_text(text.format("Dec. 31"), published="2026-01-01").problems
    (problem,) = read_text(text.format("March 11"), published="2026-06-01").problems
    assert problem.code == "date_contradiction"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (made.MARKET, "en"),
        ("Al menos nueve personas murieron en el ataque contra el mercado, dijo la policía el martes.", "es"),
        ("قتل تسعة أشخاص على الأقل في هجوم على السوق يوم الثلاثاء، بحسب الشرطة.", "ar"),
        ("9–12", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert read_text(text).document.language == language


def _document(text: str, published: str | None) -> Document:
    return read_text(text, published=published).document


def test_reprints_point_at_the_earliest() -> None:
    """A reprint with another title and footer is known; another report of the same incident is none."""
    first = _document(made.ARTICLE, "2026-03-11")
    reprint = _document(f"River market burns\n\n{made.MARKET}\n\n{made.BOATS}\n\n© 2026 The Daily River", "2026-03-12")
    other = _document("Nine people were shot dead at the market of Rio Alto by men in boats. " * 2, "2026-03-12")
    late = _document(f"{made.ARTICLE}\nAgain.", "2027-03-12")
    expected = {reprint.id: first.id}
    assert find_reprints([first, reprint, other, late]) == expected
    assert find_reprints([late, other, reprint, first]) == expected


FORM = (
    "Just one more thing. We have sent you a mail. Please open it and click on the link to activate your profile with "
    "the paper. If you do not find it within a few minutes of signing up, please look into your folder of spam.\n\n"
)
VIDEOS = "".join(f"{n}:0{n} Video shows the town of Rio Alto in its finest colours by night\n\n" for n in range(1, 9))


@pytest.mark.parametrize("printed", [FORM, VIDEOS])
def test_what_a_site_prints_on_every_page_makes_no_reprint(printed: str) -> None:
    """Neither where a page holds nothing else, nor where the reports beside it are short."""
    one = _document(f"Porter shot at market\n\n{printed}A porter was shot.", "2026-03-11")
    two = _document(f"Bridge to the coast closed\n\n{printed}The bridge was closed.", "2026-03-11")
    assert one.signature is None and find_reprints([one, two]) == {}
    full, again = (_document(f"{made.ARTICLE}\n{x}", "2026-03-11") for x in (printed, "In short: nine are dead."))
    assert len(find_reprints([full, again])) == 1


def test_what_people_say_to_one_another_is_prose() -> None:
    said = "“You killed your own brother,” she told the porter. " * 8
    assert _document(said, None).signature is not None


def test_the_reprint_among_the_examples_is_found_and_nothing_else() -> None:
    folder = Path(__file__).parents[2] / "examples"
    documents = [r.document for r in read_sources([folder / "invented", folder / "san-miguel-de-ene"])]  # type: ignore[union-attr]
    names = {d.id: d.name for d in documents}
    pairs = [{names[a], names[b]} for a, b in find_reprints(documents).items()]
    assert pairs == [{"market-1.txt", "market-1-reprint.txt"}]


def test_likeness_runs_from_none_to_all() -> None:
    a, b = sign(made.ARTICLE), sign("The bridge to the coast will be closed until May, the governor said on Friday.")
    assert likeness(a, a) == 1.0 and likeness(a, b) < 0.05
    assert sign("three words only") is None and likeness(a, None) == 0.0
    assert a is not None and len(a) == 256


def test_likeness_estimates_the_share_of_common_shingles() -> None:
    """Held against the share counted out, on texts that have half of their words in common."""
    words = [f"w{i}" for i in range(4000)]
    a, b = words[:3000], words[1000:]
    shingles = [{tuple(x[i : i + 5]) for i in range(len(x) - 4)} for x in (a, b)]
    counted = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    assert abs(likeness(sign(" ".join(a)), sign(" ".join(b))) - counted) < 0.15
