"""Bad input is an answer: a clear error or a correct reading, and the run goes on."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import made
import pytest

from testigo.read import Failure, Known, Reading, read_bytes, read_sources, read_text
from testigo.records import ConfigError, EmptyError, InputError

RUBBISH = random.Random(7).randbytes(5000)
WORDS = made.ARTICLE


@pytest.mark.parametrize(
    ("name", "raw", "code", "way_out"),
    [
        ("a.txt", b"", "empty", "Give a file"),
        ("a.txt", b" \n\t ", "empty", "Give a file"),
        ("a.txt", RUBBISH, "not_text", "Read are"),
        ("a.md", RUBBISH, "not_text", "Read are"),
        ("a.html", RUBBISH, "not_text", "Read are"),
        ("photo", b"\x89PNG\r\n\x1a\n" + RUBBISH, "format_unread", "Read are"),
        ("a.pdf", RUBBISH, "damaged", "Fetch it again"),
        ("a.pdf", made.pdf_bytes([(700, "Some words of a page")])[:200], "damaged", "Fetch it again"),
        ("a.pdf", made.pdf_bytes([(700, "Some words of a page")], encrypt=True), "encrypted", "password"),
        ("a.pdf", made.pdf_bytes([]), "no_text_layer", "ocrmypdf"),
        ("a.docx", RUBBISH, "damaged", "save it anew"),
        ("a.docx", made.docx_bytes(("Normal", WORDS))[:9000], "damaged", "save it anew"),
        ("a.docx", made.zip_bytes(x=b"not a document"), "damaged", "save it anew"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + RUBBISH, "encrypted", "password"),
        ("a.docx", made.zip_bytes(x=bytes(40_000_000)), "zip_bomb", "not opened"),
        ("a.docx", made.docx_bytes(("Normal", "")), "empty", "ocrmypdf"),
        ("a.csv", b"id,body\n1,x\n", "no_text_column", "`text`"),
        ("a.csv", RUBBISH, "not_text", "Read are"),
        ("a.jsonl", RUBBISH, "not_text", "Read are"),
    ],
)
def test_what_cannot_be_read_says_why_and_the_way_out(
    tmp_path: Path, name: str, raw: bytes, code: str, way_out: str
) -> None:
    """The failure names the document, the stage and the way out; the good file after it is read."""
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "z.txt").write_text(WORDS)
    bad, good = read_sources([tmp_path])
    assert isinstance(bad, Failure) and isinstance(good, Reading)
    assert (bad.name, bad.stage, bad.code) == (name, "read", code)
    assert way_out in bad.message


def test_missing_and_empty_sources_are_answered(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(read_sources([tmp_path / "no.txt", tmp_path / "empty"]))
    assert [f.code for f in found if isinstance(f, Failure)] == ["not_found", "empty_folder"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    """The words are the same in every encoding; only a guess is reported."""
    words = "Señor Muñoz said the “river market” of São Tomé had burned, and that nobody knew who had done it."
    r = read_bytes(words.encode(encoding), "a.txt")
    assert r.document.text == words
    assert [p.code for p in r.problems] == (["encoding_guessed"] if encoding == "cp1252" else [])


def test_latin_1_with_bytes_that_windows_lacks() -> None:
    r = read_bytes("Señor Muñoz \x81 said".encode("latin-1"), "a.txt")
    assert "Señor Muñoz" in r.document.text and r.problems[0].code == "encoding_guessed"


def test_utf_8_with_a_scar_is_not_read_as_windows() -> None:
    r = read_bytes(("Señor Muñoz y la niña del señor Núñez. " * 3).encode() + b"\xff end", "a.txt")
    assert "Señor Muñoz" in r.document.text and [p.code for p in r.problems] == ["bad_characters"]


def test_utf_16_cut_off_in_a_letter() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read_bytes("Some words".encode("utf-16") + b"\x00", "a.txt")


def test_null_bytes_are_replaced_one_for_one_and_reported() -> None:
    r = read_bytes(WORDS.replace("market", "mar\x00ket", 2).encode(), "a.txt")
    assert r.document.text.count("\ufffd") == 2 and len(r.document.text) == len(WORDS.rstrip()) + 2
    assert [p.code for p in r.problems] == ["bad_characters"] and "2 null" in r.problems[0].message


@pytest.mark.parametrize(
    "words",
    [
        "قتل تسعة أشخاص على الأقل في هجوم على السوق يوم الثلاثاء، بحسب الشرطة.",
        "לפחות תשעה בני אדם נהרגו בהתקפה על השוק ביום שלישי, אמרה המשטרה.",
        "Nine people 👩‍👩‍👧‍👦 died 🇵🇪 on Tuesday, police said 😢.",
    ],
)
def test_right_to_left_and_emoji_are_kept(words: str) -> None:
    d = read_text(words).document
    assert d.text == words and d.segments[0].end == len(words)


def test_the_31st_of_february(tmp_path: Path) -> None:
    """Given for a whole run it is the run's fault; in a row it is a problem of that row."""
    with pytest.raises(ConfigError, match="no calendar"):
        read_text(WORDS, published="2021-02-31")
    with pytest.raises(ConfigError, match="no calendar"):
        read_sources([tmp_path], published="2021-02-31")


def test_empty_strings_are_refused() -> None:
    for text in ("", " \n"):
        with pytest.raises(EmptyError):
            read_text(text)


def test_lone_surrogates_are_replaced() -> None:
    assert read_text("Nine people died \ud83d on Tuesday").document.text == "Nine people died \ufffd on Tuesday"


def test_a_long_document_is_read_whole() -> None:
    """Nothing is cut off: the last word of a long text is in the layer and in a segment."""
    text = f"{made.MARKET}\n\n" * 5000 + "The last word is heron."
    d = read_text(text).document
    assert d.text == text and d.segments[-1].end == len(text)


def test_one_line_of_five_megabytes() -> None:
    line = (made.MARKET + " ") * 25_000
    d = read_text(line).document
    assert d.text == line.rstrip() and d.segments[-1].end == len(d.text)


def test_standard_input() -> None:
    """`-` reads the bytes given; without any it is empty."""
    (r,) = read_sources(["-"], stdin=io.BytesIO(WORDS.encode()))
    assert isinstance(r, Reading) and r.document.name == "-"
    (f,) = read_sources(["-"])
    assert isinstance(f, Failure) and f.code == "empty"


@pytest.mark.parametrize("read", [lambda p: read_sources([p]), lambda p: read_sources([str(p)])])
def test_folders_are_read_in_order_and_hidden_files_skipped(
    tmp_path: Path, read: Callable[[Path], list[Reading | Failure]]
) -> None:
    for name in ("b/two.txt", "a.txt", ".hidden.txt", ".git/x.txt", "b/.x.txt", "b/c/three.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name} {WORDS}")
    names = [r.document.name for r in read(tmp_path) if isinstance(r, Reading)]
    assert names == ["a.txt", "b/c/three.txt", "b/two.txt"]


def test_a_known_file_is_passed_by_and_its_neighbours_are_read(tmp_path: Path) -> None:
    """It is asked for by the id that its document has; rows of tables are read anyway."""
    for name, raw in (("a.txt", WORDS.encode()), ("b.pdf", b"%PDF-broken"), ("c.csv", b"text,id\nOne man died.,r1\n")):
        (tmp_path / name).write_bytes(raw)
    first = next(iter(read_sources([tmp_path])))
    assert isinstance(first, Reading)
    known, broken, row = read_sources([tmp_path], known={first.document.id}.__contains__)
    assert known == Known(name="a.txt", id=first.document.id)
    assert isinstance(broken, Failure) and isinstance(row, Reading)
