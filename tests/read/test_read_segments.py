"""Segments: what is the report's own prose and what is not, told by form."""

import json
from pathlib import Path

import pytest

from testigo.read import read_sources, read_text
from testigo.read.forms import is_byline, is_caption, is_furniture, is_marked_teaser, is_stamp, says_twice
from testigo.records import Document

LONG = "The governor said on Friday that the road to the coast would stay closed until the bridge was repaired."
ALSO = "Buses were sent round by the northern pass, which adds four hours to the way, the ministry of transport said."


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind, document.text[s.start : s.end]) for s in document.segments]


def test_a_teaser_between_two_paragraphs_is_told_from_the_text() -> None:
    """A headline-like line set apart from what goes before and running into what follows is another article's."""
    teaser = "Three drivers freed after a night in the hands of the hill front near the pass"
    d = read_text(f"{LONG}\n\n{teaser}\n{ALSO}\n\n{LONG}", title="Road closed").document
    assert kinds(d) == [
        ("headline", "Road closed"),
        ("body", LONG),
        ("related", teaser),
        ("body", f"{ALSO}\n\n{LONG}"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Three drivers freed after a night in the hands of the hill front near the pass.",
        "Three drivers were freed after a night in the hands of the hill front, near the pass,",
        "He said that the drivers had been freed by the front near the pass and added:",
    ],
)
def test_a_line_with_a_stop_is_body(line: str) -> None:
    """A teaser has no stop at its end."""
    d = read_text(f"{LONG}\n\n{line}\n{ALSO}").document
    assert {kind for kind, _ in kinds(d)} == {"body"}


def test_a_sentence_that_lacks_its_stop_is_body() -> None:
    """With blank lines on both sides, a long line without a stop is a careless sentence, not a teaser."""
    careless = "The army has put a price on the head of the front's leader, whom it blames for the attack on the bus"
    assert {k for k, _ in kinds(read_text(f"{LONG}\n\n{careless}\n\n{ALSO}").document)} == {"body"}


def test_a_short_line_that_names_is_a_subheading() -> None:
    d = read_text(f"{LONG}\n\nA long road to the coast\n{ALSO}").document
    assert ("subheading", "A long road to the coast") in kinds(d)


def test_hard_wrapped_lines_are_not_taken_for_teasers() -> None:
    """Where lines break because the page was full, a line is no paragraph."""
    wrapped = (
        "The governor said on Friday that the road to the\ncoast would stay closed until the bridge was\n"
        "repaired and that nobody knew when this would be\n\nTwo Lorry Drivers Of The Northern Hills Company Had\n"
        "their loads burned by men whom they did not know\nand who told them in the dark to go back on foot.\n"
    )
    assert {k for k, _ in kinds(read_text(wrapped).document)} == {"body"}


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("SANTO RIO, Peru, March 11 (Puna Wire) — Gunmen", "SANTO RIO, Peru, March 11 (Puna Wire) —"),
        ("BATTLE HILL, Mich. (WXYZ) -- Police", "BATTLE HILL, Mich. (WXYZ) --"),
        ("Cotonou, Feb 1 (AFP) - Police", "Cotonou, Feb 1 (AFP) -"),
        ("DUSTBURG — Police", "DUSTBURG —"),
        ("SANTO RIO (PERU), 11 MAR 90 (PUNA WIRE) -- Gunmen", "SANTO RIO (PERU), 11 MAR 90 (PUNA WIRE) --"),
        ("UPDATE — Police", None),
        ("The mayor — a farmer — said", None),
        ("NATO (the alliance) said", None),
        ("Well-known men of the town said", None),
    ],
)
def test_datelines(opening: str, dateline: str | None) -> None:
    d = read_text(f"{opening} that a man had been found on the road to the coast, and that he was alive.").document
    assert [words for kind, words in kinds(d) if kind == "dateline"] == ([dateline] if dateline else [])


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Story continues below", "© 2016 The Daily River", "Sign up for our newsletter", "Share this:",
     "Follow us on Twitter @river", "Copyright 2017 River Media. All rights reserved.", "Post a comment",
     "facebook twitter email"],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["Police share this view.", "Follow the money, he said, and you find the front.", "The advertisement was removed.",
     "She asked readers to sign up, and hundreds did.", "Comments by the minister angered the town.", "x"],
)  # fmt: skip
def test_sentences_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["The river market after the fire (Photo: Ana Ruiz)", "Soldiers on the quay. REUTERS/Ana Ruiz", "File photo",
     "Comrade Heron.Comrade Heron, in a photo distributed by the army.", "(AP Photo/Ana Ruiz)",
     "In this March 3, 2020 photo, soldiers stand on the quay.", "Two soldiers, pictured left, on the quay",
     "Porters sweep the quay. The market burned on Tuesday. (Photo: Ana Ruiz)", "Image 3 of 12 Porters on the quay"],
)  # fmt: skip
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["The police showed a photo of the man to the witnesses.", "He was killed, the army said (AP).",
     "In this town of photographers nobody had seen him.", "Photos by the police show three dead men on the quay.",
     "He told the agency by phone. Pictures by the police show three bodies.", "=" * 60],
)  # fmt: skip
def test_sentences_are_no_captions(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize("credit", ["(Photo: Ana Ruiz)", "(AP Photo/Ana Ruiz)", "Photo: Ana Ruiz/Puna Wire"])
@pytest.mark.parametrize(
    "paragraph",
    [
        "Gunmen killed nine porters at the market, the police said.",
        "According to the mayor, nine porters were killed at the market.",
        "Gunmen came by night. They killed nine porters at the market. Then they burned the grain store.",
        "RIO ALTO, Peru, March 11 (Puna Wire) — Gunmen killed nine porters at the market.",
    ],
)
def test_a_paragraph_with_a_credit_run_into_its_end_is_body(paragraph: str, credit: str) -> None:
    """Only the credit is taken off it."""
    for text in (f"{LONG}\n\n{paragraph} {credit}\n\n{ALSO}", f"{paragraph} {credit}\n\n{LONG}"):
        found = kinds(read_text(text, title="Nine die").document)
        assert ("furniture", credit) in found and "caption" not in dict(found)
        assert paragraph.rsplit(" — ", maxsplit=1)[-1] in " ".join(words for kind, words in found if kind == "body")


def test_small_forms() -> None:
    assert says_twice("The market of Rio Alto. The market of Rio Alto after the fire")
    assert not says_twice("The market of Rio Alto burned; the market of Rio Bajo did not")
    assert is_marked_teaser("Read more: Three drivers freed") and not is_marked_teaser("Read more and you will see.")
    assert is_byline("By Ana Ruiz and Juan Soto") and not is_byline("By Monday the town was empty of people")
    assert is_stamp("May 16, 2016") and is_stamp("Updated: 01/26/2015 10:24 PM")
    assert not is_stamp("May 16, 2016 was the day on which the town burned.")


def test_a_list_of_other_articles_ends_with_the_next_sentence() -> None:
    d = read_text(f"{LONG}\n\nRelated stories\n\nThree drivers freed\n\nBridge to open in May\n\n{ALSO}").document
    assert [kind for kind, _ in kinds(d)] == ["body", "related", "related", "related", "body"]


def test_the_first_report_falls_into_its_parts(shared: Path) -> None:
    """Line 7 is a teaser, line 16 a subheading, line 23 a caption; every other paragraph is body."""
    path = shared / "reports" / "vraem" / "report.txt"
    (reading,) = read_sources([path])
    lines = path.read_text("utf-8").split("\n")
    told = [(kind, words) for kind, words in kinds(reading.document) if kind != "body"]  # type: ignore[union-attr]
    assert told == [("headline", lines[0]), ("related", lines[6]), ("subheading", lines[15]), ("caption", lines[22])]


@pytest.mark.parametrize("which", ["one", "two"])
def test_the_worked_examples_are_read_as_written(shared: Path, which: str) -> None:
    """Text, title, outlet, id and segments of the worked example come out as its record has them."""
    wanted = json.loads((shared / "reports" / "worked" / f"{which}.json").read_text("utf-8"))["document"]
    (reading,) = read_sources([shared / "reports" / "worked" / f"{which}.txt"], published=wanted["published"])
    d = reading.document  # type: ignore[union-attr]
    assert [{"start": s.start, "end": s.end, "kind": s.kind} for s in d.segments] == wanted["segments"]
    for field in ("id", "name", "title", "outlet", "published", "published_from", "language", "text"):
        assert getattr(d, field) == wanted[field], field


@pytest.mark.parametrize(
    ("title", "text", "headline"),
    [
        ("Road to the coast closed", "Road to the coast closedThe governor said so.", "Road to the coast closed"),
        ("Road to the coast closed", "Road to the coast closed. The governor said so.", "Road to the coast closed."),
        ("Road to the coast closed", "Road to the coast closed The governor said so.", "Road to the coast closed"),
        ("Road closed", "Road closed to all but the army, said the governor.", None),
        ("Road closed", "Road closed, said the governor.", None),
    ],
)
def test_a_headline_that_runs_into_its_paragraph(title: str, text: str, headline: str | None) -> None:
    """It is cut off only where a sentence begins after it; the text itself stays as it came."""
    d = read_text(text, title=title).document
    assert d.text == text
    assert [words for kind, words in kinds(d) if kind == "headline"] == ([headline] if headline else [])
    assert kinds(d)[-1] == ("body", text[len(headline or "") :].lstrip())


def test_a_report_that_is_only_a_caption_has_it_as_body() -> None:
    d = read_text("The market of Rio Alto after the fire (Photo: Ana Ruiz)", title="Market burns").document
    assert [kind for kind, _ in kinds(d)] == ["headline", "body"]
