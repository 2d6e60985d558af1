"""From what a format yields to a document: the layer, its segments, and what is known beside the words."""

from dataclasses import replace

from testigo.read.language import find_language
from testigo.read.layer import clean_line, text_layer
from testigo.read.metadata import dateline_contradicts, day_in_top, day_in_url, filled, outlet_in, title_in
from testigo.read.parsed import About, Mark, Parsed, Reading, id_of
from testigo.read.prose import own_prose
from testigo.read.segments import find_segments
from testigo.read.signature import sign
from testigo.records import Document, EmptyError, Problem, Segment


def make_reading(raw: bytes, name: str, parsed: Parsed, given: About) -> Reading:
    """Make the document of what a format yielded. Raises EmptyError where there is no word in it."""
    if not parsed.body.strip():
        raise EmptyError("there is no text in it. Give a document with words.", name=name, code="empty")
    about = _known(parsed, given)
    text, offset = text_layer(about.title, parsed.body)
    marks: list[Mark] = [(s + offset, e + offset, kind) for s, e, kind in parsed.marks if s + offset >= 0]
    segments = find_segments(text, about.title, marks)
    dateline = _dateline(text, segments)
    document = Document(
        id=id_of(raw),
        name=name,
        text=text,
        title=about.title,
        outlet=about.outlet or outlet_in(dateline),
        author=about.author,
        url=about.url,
        published=about.published,
        published_from=about.published_from if about.published else None,
        language=about.language or find_language(text),
        signature=sign(own_prose(text, segments)),
        segments=segments,
    )
    problems = parsed.problems + _doubts(document, dateline)
    return Reading(document=document, raw=raw, media_type=parsed.media_type, problems=problems)


def _known(parsed: Parsed, given: About) -> About:
    """Join what was given, what the file says, and, last, what the words tell: given, meta, url, text."""
    about = filled(given, parsed.about)
    about = replace(about, title=clean_line(about.title) or title_in(parsed.body))
    about = replace(about, outlet=clean_line(about.outlet), author=clean_line(about.author))
    if about.published:
        return about
    if about.url and (day := day_in_url(about.url)):
        return replace(about, published=day, published_from="url")
    if day := day_in_top(parsed.body):
        return replace(about, published=day, published_from="text")
    return about


def _dateline(text: str, segments: tuple[Segment, ...]) -> str:
    return next((text[s.start : s.end] for s in segments if s.kind == "dateline"), "")


def _doubts(document: Document, dateline: str) -> tuple[Problem, ...]:
    if not document.published or not dateline_contradicts(dateline, document.published):
        return ()
    message = (
        f"published {document.published} ({document.published_from}), but the dateline says {dateline!r}; "
        "days in the text are counted from the dateline. Check the date."
    )
    return (Problem(stage="read", code="date_contradiction", message=message),)
