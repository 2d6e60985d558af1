"""Web pages: teasers and captions inside the article are kept at their place and told from the text."""

from pathlib import Path

import made
import pytest

from testigo.read import Reading, read_bytes, read_sources
from testigo.records import Document

EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = "<h1>Gunmen kill nine at river market</h1>"
TEASER = "Three drivers freed after a night with the front"
LINK = f'<a href="/2026/03/01/drivers">{TEASER}</a>'
CAPTION = "Porters sweep the quay. Photograph: Ana Ruiz"
FIGURE = f'<figure><img src="a.jpg" alt="Porters"><figcaption>{CAPTION}</figcaption></figure>'
FIRST, SECOND, THIRD = (f"<p>{words}</p>" for words in (made.MARKET, made.BOATS, made.DENIED))


def told(article: str) -> list[tuple[str, str]]:
    """Give the segments of a page, without the headline and dateline that all pages here have."""
    d = read_bytes(made.page_html(HEAD + article), "a.html").document
    return [piece for piece in kinds(d) if piece[0] not in ("headline", "dateline")]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(s.kind, document.text[s.start : s.end]) for s in document.segments]


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (f'<p class="related">{LINK}</p>', TEASER),
        (f'<p class="related">Read more: {LINK}</p>', f"Read more: {TEASER}"),
        (f"<p>Read more: {LINK}</p>", f"Read more: {TEASER}"),
        (f"<p>{LINK}</p>", TEASER),
        (f"<p><strong>{LINK}</strong></p>", TEASER),
        (f'<div class="story__read-more"><h4>{LINK}</h4></div>', TEASER),
        (f'<div id="promo-2"><span>Related</span><ul><li>{LINK}</li></ul></div>', TEASER),
        (f'<aside class="inline related">{LINK}</aside>', TEASER),
        (f'<p class="related"><b>{LINK}', TEASER),
    ],
)
def test_a_teaser_in_the_middle_is_kept_and_told(side: str, words: str) -> None:
    """It is told by the name of its box, by its own words, or by being a link and nothing else."""
    found = told(FIRST + SECOND + side + THIRD)
    assert [kind for kind, _ in found] == ["body", "related", "body"]
    assert found[1][1] == words and found[2][1] == made.DENIED


@pytest.mark.parametrize(
    "side",
    [
        f"<nav>{LINK}</nav>",
        f"<aside><h2>Most read</h2><ul><li>{LINK}</li></ul></aside>",
        f"<footer><p>{LINK}</p></footer>",
        f'<div role="navigation"><p>{LINK}</p></div>',
        f"<script>document.write('{LINK}')</script>",
        '<p><a href="#">Back to the top of this page</a></p>',
        '<p class="related"><a href="/share">Share</a></p>',
    ],
)
def test_menus_lists_aside_and_scripts_stay_out(side: str) -> None:
    assert {kind for kind, _ in told(FIRST + SECOND + side + THIRD)} == {"body"}
    assert TEASER not in str(told(FIRST + SECOND + side + THIRD))


def test_what_links_behind_the_article_is_no_part_of_it() -> None:
    more = f'<div class="related"><p>{LINK}</p></div>'
    assert {kind for kind, _ in told(FIRST + SECOND + THIRD + more)} == {"body"}


@pytest.mark.parametrize(
    "paragraph",
    [
        f'<p class="related">{made.DENIED} It was <a href="/x">the second such message</a> in a month.</p>',
        f'<p><a href="/x">{made.DENIED}</a></p>',
    ],
)
def test_a_sentence_with_a_link_is_body(paragraph: str) -> None:
    """A class alone makes no teaser of prose, and a link that ends in a stop is a sentence."""
    assert {kind for kind, _ in told(FIRST + paragraph + SECOND)} == {"body"}


@pytest.mark.parametrize(
    "figure",
    [
        FIGURE,
        f"<figure><img src='a.jpg'><figcaption><p>{CAPTION}</p></figcaption></figure>",
        f'<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">{CAPTION}</p></div>',
        f'<div class="photo"><img src="a.jpg"><div class="media__caption">{CAPTION}</div></div>',
    ],
)
def test_a_caption_is_kept_and_told(figure: str) -> None:
    found = told(FIRST + figure + SECOND + THIRD)
    assert [kind for kind, _ in found] == ["body", "caption", "body"] and found[1][1] == CAPTION


def test_a_caption_above_the_first_or_below_the_last_paragraph_belongs_to_its_article() -> None:
    assert [kind for kind, _ in told(FIGURE + FIRST + SECOND + THIRD)] == ["caption", "body"]
    assert [kind for kind, _ in told(FIRST + SECOND + THIRD + FIGURE)] == ["body", "caption"]
    card = f"<article>{FIGURE}<p>{LINK}</p></article>"
    assert [kind for kind, _ in told(FIRST + SECOND + THIRD + card)] == ["body"]


def test_headings_and_quotations_stay_what_they_are_beside_a_teaser() -> None:
    page = f"{FIRST}<h3>Boats by night</h3>{SECOND}<p>{LINK}</p><blockquote><p>{made.DENIED}</p></blockquote>"
    assert [k for k, _ in told(page)] == ["body", "subheading", "body", "related", "quote_block"]


def test_broken_markup_loses_no_paragraph() -> None:
    broken = f"<p>{made.MARKET}<div class=related><p>{LINK}</b></div><figure><figcaption>{CAPTION}<p>{made.BOATS}<p>"
    words = " ".join(words for _, words in told(broken + made.DENIED))
    assert "Gunmen stormed" in words and made.DENIED in words


def test_the_examples_are_told_apart() -> None:
    """The two pages that show a teaser and a caption; a menu, a list of what is most read and scripts are no text."""
    one, two = read_sources([EXAMPLES / "invented/market-2.html", EXAMPLES / "san-miguel-de-ene/2-sixteen-dead.html"])
    assert isinstance(one, Reading) and isinstance(two, Reading)
    assert [kind for kind, _ in kinds(one.document)] == [
        "headline", "dateline", "body", "related", "body", "caption", "body",
    ]  # fmt: skip
    assert [kind for kind, _ in kinds(two.document)] == ["headline", "body", "related", "body", "caption", "body"]
    assert "llamas" not in one.document.text and "Who are the MPCP?" not in two.document.text
