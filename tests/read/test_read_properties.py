"""What holds for every text, however odd."""

import made
from hypothesis import given, settings
from hypothesis import strategies as st

from testigo.read import Reading, read_bytes, read_text
from testigo.records import InputError

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "", made.MARKET, made.BOATS, "Advertisement", "Related stories", "By Ana Ruiz", "May 16, 2016",
             "Three drivers freed after a night in the hands of the hill front", "A long road", "File photo", "\t",
             "He fled. (Photo: Ana Ruiz)", "RIO ALTO (Puna Wire) — (AP Photo/Ana Ruiz)", "He said so. Photo: Ana Ruiz"]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
)  # fmt: skip
TEXTS = st.one_of(LINES.map("\n".join), st.text(max_size=300))


def _read(text: str, title: str | None = None) -> Reading | None:
    try:
        return read_text(text, title=title)
    except InputError:
        assert not text.removeprefix("\ufeff").strip()
        return None


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, title=st.one_of(st.none(), st.text(max_size=40)))
def test_segments_are_sorted_disjoint_and_cover_every_word(text: str, title: str | None) -> None:
    reading = _read(text, title)
    if reading is None:
        return
    d = reading.document
    covered = [False] * len(d.text)
    end = 0
    for s in d.segments:
        assert end <= s.start < s.end <= len(d.text)
        covered[s.start : s.end] = [True] * (s.end - s.start)
        end = s.end
    assert all(covered[i] or c.isspace() for i, c in enumerate(d.text))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_the_layer_loses_no_character_of_a_plain_text(text: str) -> None:
    reading = _read(text)
    if reading is None:
        return
    kept = text.removeprefix("\ufeff").replace("\x00", "\ufffd")
    assert "".join(reading.document.text.split()) == "".join(kept.split())


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert _read(text) == _read(text)


@settings(max_examples=300, deadline=None)
@given(raw=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.pdf", "a.docx", "a.html", "a", "a.xyz"]))
def test_any_bytes_give_a_reading_or_an_input_error(raw: bytes, name: str) -> None:
    try:
        assert read_bytes(raw, name).document.text
    except InputError as error:
        assert error.name == name and error.code and error.message.endswith((".", ")"))
