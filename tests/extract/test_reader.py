"""The trained reader: word pieces, windows, decoding, and what it may add to the rules' incidents."""

import numpy as np
import pytest

from testigo.extract import Reader, extract
from testigo.extract.incidents.learned import join_learned, may_add
from testigo.extract.mentions.found import Actors
from testigo.extract.mentions.reader_decode import best_path
from testigo.extract.mentions.reader_network import STRIDE, WINDOW, Network, home, window_starts
from testigo.extract.mentions.reader_roles import Learned, RoleMention, ToldKind, is_one
from testigo.extract.mentions.word_pieces import WordPieces
from testigo.extract.page import Page
from testigo.read import read_text
from testigo.records import dump

CAPITALS = (
    "REBELS OF THE NORTHERN COLUMN BURNED A FUEL DEPOT NEAR THE CITY ON MONDAY. TWO GUARDS WERE HURT IN THE BLAZE."
)
_KINDS = (0.0, 0.0, 0.0, 0.9, 0.0, 0.0)


def page_of(text: str) -> Page:
    return Page(read_text(text).document)


def learned(text: str) -> Learned:
    """A doer and a target of one arson, as the network would give them."""
    doer, target, verb = (text.index(w) for w in ("REBELS", "FUEL DEPOT", "BURNED"))
    return Learned(
        ((RoleMention(doer, doer + 6, 0, "perp_ind", _KINDS, ()),),
         (RoleMention(target, target + 10, 0, "target", _KINDS, (("target_effect", "destroyed", 0.8),)),)),
        tuple(
            ToldKind(kind, 0.95 if kind == "arson" else 0.01, "accomplished", 0.9, verb, verb + 6)
            for kind in ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage")
        ),
    )  # fmt: skip


def test_word_pieces_give_the_characters_of_each_piece() -> None:
    """Letters are folded, marks dropped, the longest pieces taken first."""
    cut = WordPieces(["[UNK]", "gue", "##rri", "##lla", "##s", "cafe", "."]).cut("GUERRILLAS  café.")
    assert cut.ids == [1, 2, 3, 4, 5, 6]
    assert cut.offsets == [(0, 3), (3, 6), (6, 9), (9, 10), (12, 16), (16, 17)]


@pytest.mark.parametrize("tokens", [0, 1, WINDOW, WINDOW + 1, WINDOW + STRIDE, 5000])
def test_every_token_has_one_window(tokens: int) -> None:
    """Windows leave no token out and none twice, and each token lies inside its own."""
    starts = window_starts(tokens)
    homes = [(n, t) for n in range(len(starts)) for t in range(*home(starts, n, tokens))]
    assert [t for _, t in homes] == list(range(tokens))
    assert all(starts[n] <= t < starts[n] + WINDOW for n, t in homes)


def test_inside_never_follows_outside() -> None:
    """An inside without a begin before it is not taken, however high it scores."""
    scores = np.array([[0, -9, 5], [0, 3, 0], [0, 0, 4], [5, 0, 0]], dtype=np.float32)
    assert best_path(scores, 0.0) == [(1, 3)]
    assert best_path(scores[:0], 0.0) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("the rebels", "rebels", True), ("fpl", "frente popular lima", True), ("rebels", "soldiers", False)],
)
def test_words_for_one_thing(a: str, b: str, same: bool) -> None:
    """One wording within the other, or an acronym, is the same; other words are not."""
    assert is_one(a, b) is same


def test_in_capitals_the_reader_tells_incidents_of_its_own() -> None:
    """The incident, its doer and its target become claims with a chance, over the words themselves."""
    page = page_of(CAPITALS)
    joined = join_learned(page, (), (), Actors(), learned(CAPITALS))
    assert [(i.kind, i.main) for i in joined.incidents] == [("arson", True)]
    told = {d.predicate: (page.text[slice(*d.spans[0])], d.confidence) for d in joined.drafts}
    assert told == {"perpetrator": ("Rebels", 0.9), "target": ("fuel depot", 0.9)}


def test_in_cased_text_it_is_not_asked() -> None:
    """Where capitals tell names, the rules read alone."""
    assert may_add(page_of(CAPITALS))
    assert not may_add(page_of(CAPITALS.capitalize()))


def test_without_weights_the_block_says_so() -> None:
    """Rules alone read on, and the report names no model."""
    report = extract(read_text(CAPITALS).document, Reader.open(trained=False))
    assert report.reader.model == "none"
    assert all(c.confidence is None for c in report.claims)


def test_reading_twice_gives_the_same() -> None:
    """With weights, the same text read after another gives the same bytes."""
    network = Network.shipped()
    if network is None:
        pytest.skip("no weights in this checkout: training/reader/export.py writes them")
    reader = Reader.open()
    document = read_text(CAPITALS).document
    before = dump(extract(document, reader))
    extract(read_text("GUNMEN SHOT AT A BUS. " * 200).document, reader)
    assert dump(extract(document, reader)) == before
