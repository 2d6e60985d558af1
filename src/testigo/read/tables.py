"""Tables of texts: CSV, TSV and JSONL with a field `text`, one document a row, streamed.

A row that is broken is a failure of that row; the rest goes on. A row's bytes are the canonical JSON of its fields, so
the same row in a CSV and in a JSONL file is one document.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import msgspec

from testigo.read.dates import read_day
from testigo.read.layer import clean, unholdable_problems
from testigo.read.parsed import About, Failure, Parsed, Reading, failure_from
from testigo.read.reading import make_reading
from testigo.read.rows import decoded_lines
from testigo.records import EmptyError, InputError, Problem

FIELDS = ("text", "id", "title", "published", "outlet", "url", "author", "language")
CSV, JSONL = "text/csv", "application/x-ndjson"
_LARGEST_CELL = 2**31 - 1
_DELIMITERS = ",;\t|"


def read_csv(stream: BinaryIO, head: bytes, name: str, given: About) -> Iterator[Reading | Failure]:
    """Read a table with a line of headings; the delimiter is the one that the headings are parted by."""
    csv.field_size_limit(_LARGEST_CELL)
    guessed: list[bool] = []
    lines = _watched(decoded_lines(stream, head, name), guessed)
    heading = next((line for line in lines if line.strip()), "")
    rows = csv.reader(lines, delimiter=_delimiter(heading), strict=True)
    names = [n.strip().lower() for n in next(csv.reader([heading], delimiter=_delimiter(heading)), [])]
    if "text" not in names:
        raise _no_text_column(names, name)
    for number, cells in enumerate(_cells(rows), 1):
        row = f"{name}#{number}"
        if isinstance(cells, csv.Error):
            message = f"the row cannot be read ({cells}). Check its quotation marks."
            yield Failure(name=row, stage="read", code="bad_row", message=message)
        elif len(cells) != len(names):
            yield _wrong_width(row, len(cells), len(names))
        else:
            yield _answer(dict(zip(names, cells, strict=True)), row, CSV, given, _guessed(guessed))
        guessed.clear()


def read_jsonl(stream: BinaryIO, head: bytes, name: str, given: About) -> Iterator[Reading | Failure]:
    """Read a table of one JSON object a line; blank lines are no rows."""
    number = 0
    for line, guessed in decoded_lines(stream, head, name):
        if not line.strip():
            continue
        number += 1
        row = f"{name}#{number}"
        try:
            fields = msgspec.json.decode(line)
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            yield Failure(name=row, stage="read", code="bad_row", message=f"the line is not JSON ({error}). Repair it.")
            continue
        if isinstance(fields, dict):
            yield _answer(fields, row, JSONL, given, _guessed([guessed]))
        else:
            message = "the line holds no JSON object. Write one object with a field `text` a line."
            yield Failure(name=row, stage="read", code="bad_row", message=message)


def looks_like_jsonl(head: bytes) -> bool:
    """Tell whether these first bytes begin a table of JSON objects with a field `text`."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


def looks_like_csv(head: bytes) -> bool:
    """Tell whether these first bytes begin with headings, `text` and at least one more that we know among them."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("latin-1")
    names = [n.strip(' "\r').lower() for n in first.split(_delimiter(first))]
    return len(first) < 1000 and "text" in names and len(set(names) & set(FIELDS)) > 1


def canonical(fields: dict[str, str]) -> bytes:
    """Give a row's bytes: its fields as JSON, keys sorted, UTF-8, no blanks."""
    return msgspec.json.encode(fields, order="sorted")


def _watched(lines: Iterator[tuple[str, bool]], guessed: list[bool]) -> Iterator[str]:
    for line, guess in lines:
        guessed.append(guess)
        yield line


def _guessed(guessed: list[bool]) -> tuple[Problem, ...]:
    if not any(guessed):
        return ()
    message = "not valid UTF-8; read as Windows-1252. If letters look wrong, save the table as UTF-8 and add it again."
    return (Problem(stage="read", code="encoding_guessed", message=message),)


def _cells(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """Give each row that is not blank, or the error that stands in its place; csv goes on with the next line."""
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            continue
        if cells:
            yield cells


def _delimiter(heading: str) -> str:
    return max(_DELIMITERS, key=heading.count)


def _no_text_column(names: list[str], name: str) -> InputError:
    said = ", ".join(n[:40] for n in names if n)[:200] or "none"
    message = f"the table has no column `text` (its columns: {said}). Name the column that holds the reports `text`."
    return InputError(message, name=name, code="no_text_column")


def _wrong_width(row: str, found: int, wanted: int) -> Failure:
    message = f"the row has {found} cells, the headings are {wanted}. Put cells with commas or line breaks in quotes."
    return Failure(name=row, stage="read", code="bad_row", message=message)


def _answer(
    cells: dict[str, Any], row: str, media: str, given: About, doubts: tuple[Problem, ...]
) -> Reading | Failure:
    fields, wrong = _known_fields(cells)
    name = clean(fields.get("id", "")).strip() or row
    try:
        if wrong:
            raise InputError(f"{wrong} is not a text. Write it as a string.", name=name, code="bad_row")
        if not fields.get("text"):
            raise EmptyError("the row has no `text`. Fill it in or leave the row out.", name=name, code="no_text")
        about, problems = _about(fields, given)
        parsed = Parsed(
            body=clean(fields["text"]),
            media_type=media,
            about=about,
            problems=doubts + problems + unholdable_problems(fields["text"]),
        )
        return make_reading(canonical(fields), name, parsed, given)
    except InputError as error:
        return failure_from(error)


def _known_fields(cells: dict[str, Any]) -> tuple[dict[str, str], str | None]:
    """Keep the fields of section 2 that say something; name the first that is neither text nor number."""
    fields: dict[str, str] = {}
    for key in FIELDS:
        value = cells.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            return fields, f"`{key}`"
        if value and value.strip():
            fields[key] = value
    return fields, None


def _about(fields: dict[str, str], given: About) -> tuple[About, tuple[Problem, ...]]:
    """Tell what the row says of its text. A day that cannot be read is left out, with a problem."""
    about = About(
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        author=fields.get("author"),
        language=fields.get("language"),
    )
    if "published" not in fields or given.published:
        return about, ()
    try:
        return replace(about, published=read_day(fields["published"]), published_from="given"), ()
    except ValueError as error:
        message = f"read without a date: {error}"
        return about, (Problem(stage="read", code="bad_date", message=message),)
