"""Sentences and tokens: cut once, never finer than a word, never coarser than the format's own cuts."""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testigo.extract.page import LONGEST_SENTENCE, Page
from testigo.records import Document, Segment


def page_of(text: str, *segments: Segment) -> Page:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(Document(id=f"sha256:{digest}", name="x", text=text, segments=segments))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Two died. Police came.", ["Two died.", "Police came."]),
        ("Gen. Ruiz spoke. J. Pardo left.", ["Gen. Ruiz spoke.", "J. Pardo left."]),
        ("The U.S. Army said so.", ["The U.S. Army said so."]),
        ("“Stop!” he cried. “Run.” They ran.", ["“Stop!” he cried.", "“Run.”", "They ran."]),
        ("A title\n\nA body line\nthat is wrapped.", ["A title", "A body line\nthat is wrapped."]),
        ("It rose by 3.5 percent.", ["It rose by 3.5 percent."]),
        ("Was it so? Yes. No", ["Was it so?", "Yes.", "No"]),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, sentences: list[str]) -> None:
    assert [s.text for s in page_of(text).sentences] == sentences


def test_a_segment_ends_a_sentence_and_gives_its_kind() -> None:
    text = "At least 14 dead in an attack\nAt the scene leaflets appeared."
    cut = text.index("\n")
    page = page_of(text, Segment(start=0, end=cut, kind="related"), Segment(start=cut + 1, end=len(text), kind="body"))
    assert [(s.kind, s.text[:8]) for s in page.sentences] == [("related", "At least"), ("body", "At the s")]


def test_tokens_part_possessives_numbers_and_marks() -> None:
    tokens = [t.text for t in page_of("Tuesday’s attack: 30,000 didn’t flee Al-Bab.").sentences[0].tokens]
    assert tokens == ["Tuesday", "’s", "attack", ":", "30,000", "didn’t", "flee", "Al-Bab", "."]


@given(st.text(max_size=400))
def test_no_visible_character_is_lost(text: str) -> None:
    page = page_of(text)
    told = "".join("".join(s.text.split()) for s in page.sentences)
    assert told == "".join(text.split())
    for sentence in page.sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_what_runs_on_is_cut_at_a_blank() -> None:
    text = "gunmen killed people near the river " * 500
    page = page_of(text.strip())
    assert max(s.end - s.start for s in page.sentences) <= LONGEST_SENTENCE
    assert all(s.text.split()[0] in text.split() and s.text.split()[-1] in text.split() for s in page.sentences)


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_claims", shared / "bench/score_claims.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_evidence_stays_within_the_sentences_of_the_format(shared: Path) -> None:
    """Every cut that the format's scorer makes is one of ours."""
    scorer = _scorer(shared)
    for line in (shared / "bench/news/docs.jsonl").read_text("utf-8").splitlines()[:400]:
        row = json.loads(line)
        text = f"{row['title'] or ''}\n\n{row['text']}".strip()
        theirs = [(a, b) for a, b in scorer.sentences_of({"text": text}) if text[a:b].strip()]
        for sentence in page_of(text).sentences:
            assert any(a <= sentence.start and sentence.end <= b for a, b in theirs), sentence.text
