"""Each format yields title, words, kinds and what it says of itself."""

import io
import tempfile
from pathlib import Path

import docx
import made
import pytest
from docx.oxml import parse_xml

from testigo.read import Failure, Reading, read_bytes, read_sources
from testigo.records import Document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind, document.text[s.start : s.end]) for s in document.segments]


META = (
    '<meta property="og:site_name" content="Puna Wire"><meta name="author" content="Ana Ruiz">'
    '<meta property="article:published_time" content="2026-03-11T08:00:00Z">'
    '<link rel="canonical" href="https://puna.example/market">'
)


def test_plain_text() -> None:
    r = read_bytes(made.ARTICLE.encode(), "a.txt")
    d = r.document
    assert r.media_type == "text/plain" and r.problems == ()
    assert d.title == "Gunmen kill nine at river market" and d.text == made.ARTICLE.rstrip()
    assert kinds(d) == [
        ("headline", d.title),
        ("dateline", "RIO ALTO, Peru, March 11 (Puna Wire) —"),
        ("body", d.text[d.text.index("Gunmen stormed") :]),
    ]
    assert (d.outlet, d.published, d.language) == ("Puna Wire", None, "en")


def test_html_with_scripts() -> None:
    """Title, outlet, author, day and address come from the page's own data; scripts and navigation are no text."""
    d = read_bytes(made.page_html(head=META), "a.html").document
    assert (d.title, d.outlet, d.author) == ("Gunmen kill nine at river market", "Puna Wire", "Ana Ruiz")
    assert (d.published, d.published_from, d.url) == ("2026-03-11", "meta", "https://puna.example/market")
    assert d.text == made.ARTICLE.rstrip()
    assert "scripted" not in d.text and "Front page" not in d.text


def test_html_tells_headings_and_quotations() -> None:
    body = f"<p>{made.MARKET}</p><h2>Boats by night</h2><p>{made.BOATS}</p><blockquote>{made.DENIED}</blockquote>"
    d = read_bytes(made.page_html(f"<h1>Gunmen kill nine at river market</h1>{body}"), "a.html").document
    assert ("subheading", "Boats by night") in kinds(d) and ("quote_block", made.DENIED) in kinds(d)


def test_html_takes_its_day_from_the_address_where_nothing_else_tells_it() -> None:
    head = '<link rel="canonical" href="https://puna.example/2026/03/11/market">'
    d = read_bytes(made.page_html(head=head), "a.html").document
    assert (d.published, d.published_from) == ("2026-03-11", "url")


def test_a_page_without_an_article_says_so() -> None:
    (f,) = _written_and_read(b"<html><body><script>x()</script></body></html>", "a.html")
    assert isinstance(f, Failure) and f.code == "no_article" and ".txt" in f.message


def test_markdown() -> None:
    source = (
        "---\ntitle: Gunmen kill nine\ndate: 2026-03-11\noutlet: Puna Wire\n---\n\n# Gunmen kill nine\n\n"
        "Gunmen **stormed** the [river market](https://x.example)\non Tuesday.\n\n## Boats\n\n> We came by *night*.\n"
    )
    d = read_bytes(source.encode(), "a.md").document
    assert d.text == "Gunmen kill nine\n\nGunmen stormed the river market on Tuesday.\n\nBoats\n\nWe came by night."
    assert [kind for kind, _ in kinds(d)] == ["headline", "body", "subheading", "quote_block"]
    assert (d.published, d.published_from, d.outlet) == ("2026-03-11", "meta", "Puna Wire")


def test_docx() -> None:
    raw = made.docx_bytes(
        ("Title", "Gunmen kill nine at river market"),
        ("Normal", made.MARKET),
        ("Heading 1", "Boats by night"),
        ("Normal", made.BOATS),
        ("Caption", "The market after the fire"),
        ("Quote", made.DENIED),
    )
    d = read_bytes(raw, "a.docx").document
    assert d.title == "Gunmen kill nine at river market" and d.author is None
    assert [kind for kind, _ in kinds(d)] == [
        "headline", "dateline", "body", "subheading", "body", "caption", "quote_block",
    ]  # fmt: skip


@pytest.mark.parametrize("foot", ["Page {} of 2", "{}", "- {} -", "{} / 2", "p. {}"])
def test_a_page_number_is_no_text_even_in_a_short_pdf(foot: str) -> None:
    """A sentence goes on over the page; a number that is not the page's own stays."""
    first = [(780, "Nine porters were killed by gunmen at the market, and all of the"), (60, foot.format(1))]
    second = [(780, "stalls were burned. The dead were"), (766, "1904"), (60, foot.format(2))]
    text = read_bytes(made.pdf_bytes(first, second), "a.pdf").document.text
    assert (
        text
        == "Nine porters were killed by gunmen at the market, and all of the stalls were burned. The dead were 1904"
    )


def test_pdf_paragraphs_are_made_whole() -> None:
    """Lines of one paragraph are joined, a hyphen at a line's end goes, a wider gap parts paragraphs."""
    raw = made.pdf_bytes(
        [
            (780, "Gunmen kill nine at river market"),
            (750, "Gunmen stormed the river market on Tuesday, killing at least 9 people and woun-"),
            (736, "ding about 20, the provincial police said in a statement on the radio. Two of"),
            (722, "the attackers were also killed."),
            (690, "They came in four boats, about 30 of them, with rifles and grenades, and they"),
            (676, "burned the grain store to the ground, the police chief said."),
        ]
    )
    d = read_bytes(raw, "a.pdf").document
    assert d.title == "Gunmen kill nine at river market"
    first, second = d.text.split("\n\n")[1:]
    assert "wounding about 20" in first and first.endswith("were also killed.")
    assert second.startswith("They came") and "they burned the grain" in second


def test_pdf_page_furniture_does_not_cut_sentences() -> None:
    """What stands at the edge of most pages is left out, so a sentence goes on over the page."""
    pages = [
        [
            (800, "The Daily River"),
            (760, f"Part {w} began at the market and told of boats and of men who"),
            (746, f"came down the river in the {w} night and went"),
            (40, f"page {i}"),
        ]
        for i, w in enumerate(("first", "second", "third", "fourth"), 1)
    ]
    text = read_bytes(made.pdf_bytes(*pages), "a.pdf").document.text
    assert "Daily River" not in text and "page 2" not in text
    assert "first night and went Part second began" in text


def test_the_first_bytes_win_over_a_missing_name() -> None:
    for raw, media in ((made.pdf_bytes([(700, made.DENIED[:60])]), "application/pdf"),
                       (made.page_html(), "text/html"),
                       (made.ARTICLE.encode(), "text/plain")):  # fmt: skip
        assert read_bytes(raw, "-").media_type == media


@pytest.mark.parametrize("name", ["a.eml", "a.odt", "a.zip", "a.xlsx", "a.doc"])
def test_a_format_that_is_not_read_says_which_are(name: str) -> None:
    (f,) = _written_and_read(b"whatever", name)
    assert isinstance(f, Failure) and f.code == "format_unread"
    assert "Read are: plain text" in f.message


def _written_and_read(raw: bytes, name: str) -> list[Reading | Failure]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        return list(read_sources([path]))


def test_docx_insertions_and_cells_are_read_and_deletions_are_not() -> None:
    """What somebody added with tracked changes is in the text before anyone accepts it; what was struck is not."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    paragraph = document.add_paragraph("At least ")
    for change, words in (("ins", "<w:t>nine</w:t>"), ("del", "<w:delText>eight</w:delText>")):
        paragraph._p.append(parse_xml(f"<w:{change} {space}><w:r>{words}</w:r></w:{change}>"))
    document.add_table(1, 1).cell(0, 0).text = "Rio Alto"
    stream = io.BytesIO()
    document.save(stream)
    assert read_bytes(stream.getvalue(), "a.docx").document.text == "At least nine\n\nRio Alto"
