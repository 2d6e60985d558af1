"""Sources: files, folders, standard input and strings, to readings, one after another.

What cannot be read is answered by a `Failure`, and the run goes on. Order: sources as given, folders by name.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, overload

from testigo.read.dates import read_day
from testigo.read.folders import files_of
from testigo.read.formats import HEAD, format_of, parser_of, table_of
from testigo.read.layer import clean, clean_line, unholdable_problems
from testigo.read.parsed import About, Failure, Known, Parsed, Reading, failure_from, id_of
from testigo.read.reading import make_reading
from testigo.read.text import MEDIA_TYPE
from testigo.records import ConfigError, EmptyError, InputError

STDIN = "-"
NAME_DIGITS = 12
IsKnown = Callable[[str], bool]


def read_text(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    name: str | None = None,
    url: str | None = None,
) -> Reading:
    """Read a string. It is called by the first 12 digits of its hash unless a name is given.

    Raises EmptyError where there is nothing in it, ConfigError for a `published` that is no day.
    """
    raw = text.encode("utf-8", "replace")
    given = _given(About(title=clean_line(title), published=published, outlet=outlet, url=url))
    called = name or sha256(raw).hexdigest()[:NAME_DIGITS]
    if not text.strip():
        raise EmptyError("the text is empty. Give a text with words.", name=called, code="empty")
    parsed = Parsed(body=clean(text), media_type=MEDIA_TYPE, problems=unholdable_problems(text))
    return make_reading(raw, called, parsed, given)


def read_bytes(raw: bytes, name: str, *, published: str | None = None, outlet: str | None = None) -> Reading:
    """Read the bytes of one file that holds one document; the name's ending and the bytes tell its format.

    Raises InputError for what cannot be read, and for a table, which holds many: see `read_sources`.
    """
    return _one(raw, name, _given(About(published=published, outlet=outlet)))


@overload
def read_sources(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
    known: None = None,
) -> Iterator[Reading | Failure]: ...


@overload
def read_sources(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
    known: IsKnown,
) -> Iterator[Reading | Failure | Known]: ...


def read_sources(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
    known: IsKnown | None = None,
) -> Iterator[Reading | Failure] | Iterator[Reading | Failure | Known]:
    """Read files, folders and `-` (the bytes of `stdin`), tables row by row; what fails is answered by a `Failure`.

    published, outlet: told of every document that comes. known: asked of a file's id before it is parsed; a file that
    is known is answered by a `Known` (rows of tables are read anyway). Raises ConfigError, before anything is read,
    for a `published` that is no day.
    """
    given = _given(About(published=published, outlet=outlet))
    return _all(list(sources), given, stdin, known or _nothing_known)


def _nothing_known(_: str) -> bool:
    return False


def _all(
    sources: list[str | Path], given: About, stdin: BinaryIO | None, known: IsKnown
) -> Iterator[Reading | Failure | Known]:
    for source in sources:
        if str(source) == STDIN:
            yield from _guarded(STDIN, given, stdin or io.BytesIO(), known)
            continue
        for found in files_of(Path(source)):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _file(found[0], found[1], given, known)


def _file(path: Path, name: str, given: About, known: IsKnown) -> Iterator[Reading | Failure | Known]:
    try:
        stream = path.open("rb", buffering=HEAD)
    except OSError as error:
        yield _unopened(name, error)
        return
    with stream:
        yield from _guarded(name, given, stream, known)


def _guarded(name: str, given: About, stream: BinaryIO, known: IsKnown) -> Iterator[Reading | Failure | Known]:
    """Read one file, whatever is in it; an error of the file or of the disk is its answer."""
    raw: bytes | None = None
    try:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_raw_of(stream))
        head = buffered.peek(HEAD)[:HEAD]
        table = table_of(format_of(head, name)) if head.strip() else None
        if table:
            yield from table(buffered, head, name, given)
            return
        raw = buffered.read()
        document = id_of(raw)
        yield Known(name=name, id=document) if known(document) else _one(raw, name, given)
    except InputError as error:
        yield failure_from(error, raw)
    except OSError as error:
        yield _unopened(name, error)


def _raw_of(stream: BinaryIO) -> io.RawIOBase:
    return stream if isinstance(stream, io.RawIOBase) else io.BytesIO(stream.read())  # type: ignore[return-value]


def _unopened(name: str, error: OSError) -> Failure:
    message = f"cannot be opened ({error.strerror or error}). Check the path and your rights."
    return Failure(name=name, stage="read", code="unopened", message=message)


def _one(raw: bytes, name: str, given: About) -> Reading:
    if not raw.strip():
        raise EmptyError("the file is empty. Give a file with text in it.", name=name, code="empty")
    parser = parser_of(format_of(raw[:HEAD], name))
    if parser is None:
        message = "is a table of many documents. Give it to `read_sources`."
        raise InputError(message, name=name, code="table")
    return make_reading(raw, name, parser(raw, name), given)


def _given(about: About) -> About:
    """Check what the user told of the whole run."""
    if not about.published:
        return replace(about, published=None)
    try:
        return replace(about, published=read_day(about.published), published_from="given")
    except ValueError as error:
        raise ConfigError(f"the publication date {error}") from error
