"""Strings and files, without a case: `testigo.read` and `testigo.extract` as a library user calls them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from testigo.read import Failure, Reading, read_sources, read_text
from testigo.records import Document, Report
from testigo.work.readers import ReaderOptions, extractor_of, reader_with

if TYPE_CHECKING:
    from testigo.extract import Reader


def read(
    sources: str | Path | Iterable[str | Path], *, published: str | None = None, outlet: str | None = None
) -> Iterator[Reading | Failure]:
    """Read files and folders into documents, one after another; what cannot be read is a `Failure` that says why.

    published, outlet: told of every document. Give the readings to `extract`.
    """
    several = [sources] if isinstance(sources, str | Path) else sources
    return read_sources(several, published=published, outlet=outlet)


def extract(
    what: str | Document | Reading,
    *,
    reader: "Reader | None" = None,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
) -> Report:
    """Give the report of a text, a document or a reading.

    reader: the default one is opened once in a process. published, title, outlet: of a text only; `published` is the
    day that "yesterday" is counted from. Raises EmptyError for a text with nothing in it.
    """
    if isinstance(what, str):
        what = read_text(what, published=published, title=title, outlet=outlet)
    document, problems = (what, ()) if isinstance(what, Document) else (what.document, what.problems)
    return extractor_of(reader or reader_with(ReaderOptions()))(document, problems)
