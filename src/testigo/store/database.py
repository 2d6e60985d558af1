"""What one kind of database must do for a case; all the rest is the same SQL everywhere (documents.py and its sisters).

`file.py` does it for SQLite. A second one passes the contract suite in tests/store before it is called a store.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from testigo.store.rows import Hit


class SearchIndex(Protocol):
    """Full-text search; documents are known to it by their `no`."""

    def index(self, conn: Connection, no: int, words: str) -> None: ...
    def forget(self, conn: Connection, no: int) -> None: ...
    def match(self, conn: Connection, query: str, limit: int) -> list[Hit]: ...


class Database(Protocol):
    """Connections, the write lock, search, and erasing for good."""

    @property
    def where(self) -> str:
        """What messages call it."""

    @property
    def search(self) -> SearchIndex: ...

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a connection that sees one state of the case, whatever is written meanwhile."""

    def changing(self) -> AbstractContextManager[Connection]:
        """Give a connection whose changes happen all or not at all. Takes the write lock where it is not held.

        Raises BusyError.
        """

    def holding(self, command: str, timeout_s: float | None = None) -> AbstractContextManager[None]:
        """Hold the write lock over many changes; `command` is what others are told.

        timeout_s: how long to wait for another holder; None: as the case was opened. Raises BusyError.
        """

    def scrub(self) -> None:
        """Make erased words unreadable wherever the database keeps them. Raises BusyError while someone reads."""

    def copy_to(self, path: Path) -> None:
        """Write all that is kept, as it stands now, into a new case file."""

    def faults(self) -> list[str]:
        """Say what the database itself finds wrong with its file, its references and its search index."""

    def close(self) -> None: ...
