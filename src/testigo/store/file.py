"""A case in one SQLite file: WAL, so that reading goes on beside writing; full sync, so that a commit is a commit."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, select
from sqlalchemy.exc import DatabaseError

from testigo.records import BrokenError, BusyError, StoreError
from testigo.store import schema
from testigo.store.lock import WriteLock
from testigo.store.migrations import MIGRATIONS, NEWEST
from testigo.store.search import Fts5
from testigo.version import __version__

APPLICATION_ID = 0x54474F31  # "TGO1": tells a case file from any other SQLite file
_MIGRATIONS_TABLE = (
    "CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, program TEXT NOT NULL) STRICT"
)
_NO_CASE = "{path}: no case file. `testigo add {path} SOURCE…` makes one."
_NOT_OURS = "{path}: not a case file. Name another file, or a new one."
_WORDS = {"strict": "STRICT", "bytes": "BLOB"}


class CaseFile:
    """The database of a case, in a file. busy_timeout_s: how long to wait for another writer."""

    def __init__(self, path: Path, *, create: bool, busy_timeout_s: float = 5.0) -> None:
        """Open a case file, bringing an older one up to date.

        Raises StoreError for a file that is not there (unless `create`), no case file, or one of a newer testigo.
        """
        self._path, self._timeout_s = path, busy_timeout_s
        self._lock = WriteLock(path)
        self.search = Fts5()
        _check_path(path, create)
        self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": busy_timeout_s})
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        try:
            self._bring_up_to_date(create)
        except BaseException:
            self.close()
            raise

    @property
    def where(self) -> str:
        """The file's path."""
        return str(self._path)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._errors(), self._engine.connect() as conn:
            yield conn

    @contextlib.contextmanager
    def changing(self) -> Iterator[Connection]:
        with self.holding("write"), self._errors(), self._engine.connect() as conn:
            conn.execution_options(testigo_writes=True)
            with conn.begin():
                yield conn

    @contextlib.contextmanager
    def holding(self, command: str, timeout_s: float | None = None) -> Iterator[None]:
        with self._lock.held(command, self._timeout_s if timeout_s is None else timeout_s):
            yield

    def scrub(self) -> None:
        """Rewrite index and file, and empty the write-ahead log: what was erased is then in no byte of them."""
        with self.holding("purge"), self._errors():
            with self.changing() as conn:
                self.search.rebuild(conn)
            with self._raw() as raw:
                raw.execute("VACUUM")
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            message = "erased, but the words stay in its log while another process reads. Close that and purge again."
            raise BusyError(f"{self.where}: {message}")

    def copy_to(self, path: Path) -> None:
        with self._errors(), self._raw() as raw:
            raw.execute("VACUUM INTO ?", (str(path),))

    def faults(self) -> list[str]:
        with self.reading() as conn:
            found = [row[0] for row in conn.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
            loose = conn.exec_driver_sql("PRAGMA foreign_key_check")
            found += [f"{table}: row {row} points at no {parent}" for table, row, parent, _ in loose]
        with self.changing() as conn:
            try:
                self.search.check(conn)
            except BrokenError as error:
                found.append(str(error))
        return found

    def close(self) -> None:
        self._engine.dispose()

    @contextlib.contextmanager
    def _raw(self) -> Iterator[Any]:
        """Give SQLite's own connection, outside any transaction: VACUUM asks for it."""
        conn = self._engine.raw_connection()
        try:
            cursor = conn.cursor()
            yield cursor
            cursor.close()
        finally:
            conn.close()

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        """Put SQLite's errors in words that a user can act on."""
        try:
            yield
        except DatabaseError as error:
            raise self._explained(error.orig or error) from error
        except sqlite3.DatabaseError as error:
            raise self._explained(error) from error

    def _explained(self, error: BaseException) -> Exception:
        words = str(error)
        if "locked" in words or "busy" in words:
            return BusyError(f"{self.where}: another process holds it ({words}). Try again later.")
        if "not a database" in words:
            return StoreError(_NOT_OURS.format(path=self.where))
        if isinstance(error, sqlite3.OperationalError):
            return StoreError(f"{self.where}: {words}")
        return BrokenError(f"{self.where}: {words}. Run `testigo check`, or go back to a copy.")

    def _bring_up_to_date(self, create: bool) -> None:
        with self.reading() as conn:
            number = self._number(conn)
        if number == 0 and not create:
            raise StoreError(_NO_CASE.format(path=self._path))
        if number < NEWEST:
            with self.holding("open"), self._errors():
                with self._raw() as raw:
                    raw.execute("PRAGMA journal_mode = WAL").fetchall()
                with self.changing() as conn:
                    self._migrate(conn, self._number(conn))

    def _number(self, conn: Connection) -> int:
        """Tell how far the file's format has come; 0 for a new file."""
        tables = {row[0] for row in conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return 0
        if conn.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID or "migrations" not in tables:
            raise StoreError(_NOT_OURS.format(path=self.where))
        applied = conn.execute(select(schema.migrations).order_by(schema.migrations.c.number.desc()).limit(1)).one()
        if applied.number > NEWEST:
            raise StoreError(
                f"{self.where}: format {applied.number}, written by testigo {applied.program}; this is testigo "
                f"{__version__}, which reads formats up to {NEWEST}. Update testigo."
            )
        return int(applied.number)

    def _migrate(self, conn: Connection, number: int) -> None:
        if number == 0:
            conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            conn.exec_driver_sql(_MIGRATIONS_TABLE)
        for step, name, statements in MIGRATIONS[number:]:
            for statement in statements:
                conn.exec_driver_sql(statement.format(**_WORDS))
            conn.execute(schema.migrations.insert().values(number=step, name=name, program=__version__))
        self.search.create(conn)


def _check_path(path: Path, create: bool) -> None:
    """Refuse what cannot be a case file before SQLite touches it."""
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}. Make it first.")
    if path.is_dir():
        raise StoreError(f"{path}: a folder, not a case file. Name a file in it.")
    if not path.exists():
        if create:
            return
        raise StoreError(_NO_CASE.format(path=path))
    with path.open("rb") as file:
        start = file.read(72)
    known = start[:16] == b"SQLite format 3\0" and int.from_bytes(start[68:72], "big") in (APPLICATION_ID, 0)
    if start and not known:
        raise StoreError(_NOT_OURS.format(path=path))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, also around a CREATE TABLE
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(conn: Connection) -> None:
    writes = conn.get_execution_options().get("testigo_writes")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
