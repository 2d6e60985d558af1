"""A whole case written as lines, and made from them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import msgspec

from testigo.records import ConfigError
from testigo.store import Store
from testigo.work.case import Case


def dump_case(case: Case, out: TextIO | Path) -> int:
    """Write a case as lines of JSON, and tell how many."""
    if isinstance(out, Path):
        with out.open("w", encoding="utf-8", newline="\n") as stream:
            return dump_case(case, stream)
    count = 0
    for row in case.store.dump():
        out.write(msgspec.json.encode(row).decode() + "\n")
        count += 1
    return count


def load_case(path: Path, lines: Iterable[str] | Path) -> int:
    """Make a case file of dumped lines, and tell how many documents came. What fails leaves no file.

    Raises StoreError for a file that is there, FormatError for lines that are no dumped case.
    """
    if isinstance(lines, Path):
        try:
            with lines.open(encoding="utf-8") as stream:
                return _load(path, stream, lines.name)
        except OSError as error:
            raise ConfigError(f"{lines}: cannot be read ({error.strerror}).") from error
    return _load(path, lines, "standard input")


def _load(path: Path, lines: Iterable[str], name: str) -> int:
    fresh = not path.exists()
    try:
        with Store.open(path, create=True) as store:
            return store.load(lines, name)
    except BaseException:
        if fresh:
            for made in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                made.unlink(missing_ok=True)
        raise
