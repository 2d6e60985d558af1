"""Reading takes time in proportion to length, on ordinary and on odd input."""

import json
import time
from collections.abc import Callable
from io import BytesIO

import made
import pytest

from testigo.read import read_bytes, read_sources, read_text

PARAGRAPH = f"{made.MARKET}\n\n{made.BOATS}\n\n"
HTML = f"<p>{made.MARKET}</p><p>{made.BOATS}</p>"


def _pdf(n: int) -> bytes:
    page = [(780.0 - 14 * i, made.MARKET[:90]) for i in range(50)]
    return made.pdf_bytes(*[page] * n)


MAKERS: dict[str, tuple[Callable[[int], bytes], str, int]] = {
    "text": (lambda n: (PARAGRAPH * n).encode(), "a.txt", 2000),
    "one line": (lambda n: (made.MARKET * n).encode(), "a.txt", 5000),
    "blank lines": (lambda n: b"a\n" + b" \n" * n + b"b", "a.txt", 200_000),
    "no blanks": (lambda n: b"a" * n, "a.txt", 1_000_000),
    "brackets": (lambda n: b"([" * n, "a.md", 100_000),
    "stars": (lambda n: b"* _" * n + b"x", "a.md", 100_000),
    "dashes": (lambda n: b"A, - " * n, "a.txt", 100_000),
    "capitals": (lambda n: b"Aaa Bbb\n" * n, "a.txt", 50_000),
    "twice": (lambda n: b"ab " * n, "a.txt", 200_000),
    "nulls": (lambda n: (made.MARKET + "\x00").encode() * n, "a.txt", 4000),
    "windows": (lambda n: (PARAGRAPH + "ñ").encode("cp1252") * n, "a.txt", 2000),
    "right to left": (lambda n: ("قتل تسعة أشخاص في هجوم على السوق\n" * n).encode(), "a.txt", 10_000),
    "emoji": (lambda n: ("👩‍👩‍👧‍👦 🇵🇪 😢\n" * n).encode(), "a.txt", 20_000),
    "markdown": (lambda n: (f"# A\n\n{PARAGRAPH}" * n).encode(), "a.md", 1000),
    "html": (lambda n: made.page_html(HTML * n), "a.html", 200),
    "docx": (lambda n: made.docx_bytes(*[("Normal", made.MARKET)] * n), "a.docx", 300),
    "pdf": (_pdf, "a.pdf", 20),
}


def _seconds(read: Callable[[], object]) -> float:
    start = time.perf_counter()
    read()
    return time.perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize("which", MAKERS)
def test_time_grows_with_length_not_with_its_square(which: str) -> None:
    """Four times the length takes about four times as long; ten is allowed for a busy machine, sixteen is a square."""
    make, name, size = MAKERS[which]
    small, large = make(size), make(4 * size)
    read_bytes(small, name)  # loads what is loaded once
    once = min(_seconds(lambda: read_bytes(small, name)) for _ in range(3))
    four = min(_seconds(lambda: read_bytes(large, name)) for _ in range(2))
    assert four < 10 * once + 0.05, f"{once:.3f} s, then {four:.3f} s"


@pytest.mark.slow
def test_a_hundred_megabytes_are_read_whole() -> None:
    text = PARAGRAPH * (100_000_000 // len(PARAGRAPH)) + "The last word is heron."
    d = read_text(text).document
    assert d.text.endswith("heron.") and len(d.text) == len(text) and d.segments[-1].end == len(text)


@pytest.mark.slow
def test_a_table_takes_time_by_its_rows() -> None:
    row = json.dumps({"text": PARAGRAPH}).encode() + b"\n"

    def read(n: int) -> float:
        return _seconds(lambda: sum(1 for _ in read_sources(["-"], stdin=BytesIO(row * n))))

    read(10)
    assert read(1200) < 10 * read(300) + 0.05
