"""What stands within a web page's article without being its text: teasers of other articles, and captions.

Theory: an extractor of articles throws them away, or keeps them as if they were paragraphs; the page tells them by
form. A caption is a `figcaption` or is called so. A teaser links to another article: it stands in a small box called
"related" or the like, calls itself "Read more", or is a paragraph that is a link and nothing else. They are put back
between the paragraphs where they stood, and only where the extractor found the article on both sides (a caption: in
the same `article`). Unsure means body, or left out as the extractor had it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from testigo.read.forms import LONGEST_CAPTION, LONGEST_TEASER, is_marked_teaser
from testigo.records.codes import SegmentKind

Block = tuple[str, SegmentKind | None]

_OUT = frozenset("script style noscript template nav footer form button select svg iframe head".split())
_BLOCKS = (
    "p", "div", "section", "article", "main", "aside", "header", "figure", "figcaption", "blockquote", "pre",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6",
)  # fmt: skip
_CALLED_TEASER = re.compile(
    r"(?<![a-z])(?:related|teasers?|promo|read-?(?:more|also|next)|also-?read|see-?also|recirc\w*|recommend(?:ed|ations?)"
    r"|you-?(?:may|might)(?:-?also)?-?like)(?![a-z])"
)
_CALLED_CAPTION = re.compile(r"(?<![a-z])captions?(?![a-z])")
_NO_ARTICLE = ("#", "mailto:", "tel:", "javascript:")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "”", '"')
_FEWEST = 4  # words of a headline; fewer is a button
_LARGEST_BOX = 80  # words: a box of teasers; a larger one may hold the article itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph-like piece of the page, in the page's order. article: the nearest `article` around it."""

    words: str
    kind: SegmentKind | None
    article: Any


def stretches_of(tree: Any) -> list[Stretch]:
    """List the page's pieces with the kinds that their form tells; menus, feet, scripts and lists aside are left out."""
    return [found for found in _stretches(tree) if found.words]


def put_back(blocks: list[Block], page: list[Stretch]) -> list[Block]:
    """Give the article's blocks with the page's teasers and captions among them, each at its place and told apart."""
    places = _places(blocks, page)
    held = sorted(place for place in places if place is not None)
    prose = sorted(p for p in held if page[p].kind is None)
    kept = set(held)
    missing = deque(i for i, s in enumerate(page) if s.kind and i not in kept and _belongs(i, page, prose))
    result: list[Block] = []
    for (words, kind), place in zip(blocks, places, strict=True):
        while missing and place is not None and missing[0] < place:
            side = page[missing.popleft()]
            result.append((side.words, side.kind))
        told = page[place].kind if place is not None and prose and prose[0] < place else None
        result.append((words, told or kind))
    return result + [(page[i].words, page[i].kind) for i in missing]


def _places(blocks: list[Block], page: list[Stretch]) -> list[int | None]:
    """Find each block on the page, each behind the one before; a block that stands nowhere has no place."""
    where: dict[str, list[int]] = {}
    for i, stretch in enumerate(page):
        where.setdefault(_folded(stretch.words), []).append(i)
    places: list[int | None] = []
    last = -1
    for words, _ in blocks:
        candidates = where.get(_folded(words), [])
        at = bisect_right(candidates, last)
        place = candidates[at] if at < len(candidates) else None
        if place is not None:
            last = place
        places.append(place)
    return places


def _belongs(i: int, page: list[Stretch], prose: list[int]) -> bool:
    """Tell whether a piece that the extractor left out stands within the article."""
    at = bisect_left(prose, i)
    before = page[prose[at - 1]] if at else None
    after = page[prose[at]] if at < len(prose) else None
    if page[i].kind == "related":
        return before is not None and after is not None
    if before is not None and after is not None:
        return page[i].article in (before.article, after.article)
    neighbour = before or after
    return neighbour is not None and page[i].article is not None and page[i].article is neighbour.article


def _stretches(tree: Any) -> Iterator[Stretch]:
    stack: list[tuple[Any, Any, SegmentKind | None]] = [(tree, None, None)]
    while stack:
        element, article, box = stack.pop()
        if _is_out(element):
            continue
        article = element if element.tag == "article" else article
        box = box or _box(element)
        if element.tag in _BLOCKS and next(element.iterdescendants(*_BLOCKS), None) is None:
            words = _words(element)
            yield Stretch(words, _kind(element, words, box), article)
        else:
            stack.extend((child, article, box) for child in reversed(element))


def _is_out(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _OUT:
        return True
    if element.get("role") == "navigation" or element.get("hidden") is not None:
        return True
    return element.tag == "aside" and next(element.iterdescendants("li"), None) is not None


def _box(element: Any) -> SegmentKind | None:
    """Tell whether an element is called a caption or a teaser and is small enough to be one.

    A box of teasers is made of links for the greater part; without that, the article itself may stand in it.
    """
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-")
    if element.tag == "figcaption" or _CALLED_CAPTION.search(called):
        return "caption" if len(_words(element)) <= LONGEST_CAPTION else None
    if not _CALLED_TEASER.search(called):
        return None
    words = len(_words(element).split())
    linked = len(" ".join(map(_words, _links(element))).split())
    return "related" if words <= _LARGEST_BOX and 2 * linked >= words > 0 else None


def _kind(element: Any, words: str, box: SegmentKind | None) -> SegmentKind | None:
    """Tell what a piece is: a caption in its box, or the headline of another article, which it links to."""
    if box == "caption":
        return "caption"
    if len(words) > LONGEST_TEASER or len(words.split()) < _FEWEST or element.tag in ("h1", "td", "th"):
        return None
    linked = [_words(link) for link in _links(element)]
    if not linked:
        return None
    lone = element.tag in ("p", "div") and linked == [words] and not words.endswith(_STOPS)
    return "related" if box or lone or is_marked_teaser(words) else None


def _links(element: Any) -> list[Any]:
    return [
        a for a in element.iterdescendants("a") if not (a.get("href") or "#").strip().lower().startswith(_NO_ARTICLE)
    ]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _folded(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()
