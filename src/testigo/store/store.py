"""The store: one case, whatever database keeps it."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from testigo.store.database import Database
from testigo.store.decisions import Decisions
from testigo.store.documents import Documents
from testigo.store.dumping import dump_case, load_case
from testigo.store.file import CaseFile
from testigo.store.groups import Groups
from testigo.store.purge import purge_decision, purge_document
from testigo.store.rows import Hit, Purged
from testigo.store.settings import Settings
from testigo.store.things import Things


class Store:
    """A case as it is kept: documents with their reports, decisions, case ids, search. Reading never waits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.documents = Documents(database)
        self.decisions = Decisions(database)
        self.groups = Groups(database)
        self.settings = Settings(database)
        self.things = Things(database)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, busy_timeout_s: float = 5.0) -> "Store":
        """Open the case file at this path; with `create`, make it where there is none.

        busy_timeout_s: how long a change waits for another process that writes, before BusyError says which.
        Raises StoreError for no case file, or one of a newer testigo.
        """
        return cls(CaseFile(Path(path), create=create, busy_timeout_s=busy_timeout_s))

    @property
    def where(self) -> str:
        """What messages call it."""
        return self._database.where

    def writing(self, command: str, timeout_s: float | None = None) -> AbstractContextManager[None]:
        """Be the only writer over many changes; see `Database.holding`."""
        return self._database.holding(command, timeout_s)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Find documents by their words, best first; the query's language stands in `search.py`."""
        with self._database.reading() as conn:
            return self._database.search.match(conn, query, limit)

    def purge_document(self, document: str) -> Purged:
        """Erase a document everywhere; see `purge.py`."""
        return purge_document(self._database, document)

    def purge_decision(self, decision: str) -> Purged:
        """Erase what a decision says; the chain still verifies."""
        return purge_decision(self._database, decision)

    def copy_to(self, path: Path) -> None:
        """Write all that is kept, as it stands now, into a new case file; what is done there does not show here."""
        self._database.copy_to(path)

    def dump(self) -> Iterator[dict[str, Any]]:
        """Give the whole case as plain rows; see `dumping.py`."""
        return dump_case(self._database)

    def load(self, lines: Iterable[str], name: str) -> int:
        """Fill an empty case with dumped lines, and tell how many documents came; `name` is what messages call them."""
        return load_case(self._database, lines, name)

    def faults(self) -> list[str]:
        """Say what does not hold: the database itself, and the chain."""
        return [*self._database.faults(), *self.decisions.faults()]

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
