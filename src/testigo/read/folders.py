"""Files below the sources given, in an order that does not depend on the disk, each with its name."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from testigo.read.formats import HEAD, format_of, table_of
from testigo.read.parsed import Failure
from testigo.records import InputError

_CHUNK = 1 << 20


def files_of(source: Path) -> Iterator[tuple[Path, str] | Failure]:
    """Give each file of a source with its name: its own for a file, the path below the folder for a folder's.

    Sorted by name; hidden files and folders are skipped, links to folders are not followed.
    """
    if source.is_dir():
        found = sorted((path.relative_to(source).as_posix(), path) for path in _below(source))
        if not found:
            message = "no files in this folder (hidden ones are skipped). Give a folder with reports in it."
            yield Failure(name=str(source), stage="read", code="empty_folder", message=message)
        yield from ((path, name) for name, path in found)
    elif source.exists():
        yield source, source.name
    else:
        message = "there is no such file or folder. Check the path."
        yield Failure(name=str(source), stage="read", code="not_found", message=message)


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        yield from (Path(parent) / f for f in files if not f.startswith("."))


def count_sources(sources: Iterable[str | Path]) -> int:
    """Estimate how many documents will come, for progress: a file is one, a table one a line; `-` counts as one."""
    return sum(_count(Path(source)) if str(source) != "-" else 1 for source in sources)


def _count(source: Path) -> int:
    return sum(1 if isinstance(found, Failure) else _rows(*found) for found in files_of(source))


def _rows(path: Path, name: str) -> int:
    try:
        with path.open("rb", buffering=HEAD) as stream:
            kind = format_of(stream.read(HEAD), name)
            if table_of(kind) is None:
                return 1
            stream.seek(0)
            lines = sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b""))
    except (InputError, OSError):
        return 1
    return max(1, lines - 1 if kind == "csv" else lines)
