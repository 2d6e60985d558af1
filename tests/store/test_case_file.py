"""The SQLite case file: what it refuses, migrates, locks and erases."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from by_hand import make_report, note, original, save
from sqlalchemy import inspect

from testigo.records import BusyError, Problem, StoreError, dump_json
from testigo.store import Store, schema
from testigo.store.file import CaseFile
from testigo.store.migrations import MIGRATIONS, NEWEST

SECRET = "Quillabamba"


def test_the_migrations_make_the_tables_that_queries_name(store: Store) -> None:
    database = store._database
    assert isinstance(database, CaseFile)
    inspector = inspect(database._engine)
    for table in schema.METADATA.sorted_tables:
        made = {c["name"]: str(c["type"]) for c in inspector.get_columns(table.name)}
        assert made == {c.name: str(c.type) for c in table.columns}, table.name


def test_migrations_are_numbered_in_order_and_recorded(store: Store) -> None:
    assert [number for number, _, _ in MIGRATIONS] == list(range(1, NEWEST + 1))
    with store._database.reading() as conn:
        assert conn.exec_driver_sql("SELECT max(number) FROM migrations").scalar() == NEWEST
        tables = conn.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all()
        assert all(strict for name, strict in tables if not name.startswith("sqlite_"))
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_newer_case_file_is_refused_naming_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "case"
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as conn:
        conn.execute("INSERT INTO migrations VALUES (7, 'later', '3.2.1')")
    with pytest.raises(StoreError, match=rf"format 7, written by testigo 3.2.1; .* formats up to {NEWEST}"):
        Store.open(path)


def test_what_is_no_case_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as conn:
        conn.execute("CREATE TABLE t (a)")
    conn.close()
    words = tmp_path / "words.txt"
    words.write_text("One died. " * 20)
    for path in (other, words):
        before = path.read_bytes()
        with pytest.raises(StoreError, match="not a case file"):
            Store.open(path, create=True)
        assert path.read_bytes() == before


def test_opening_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "case", "no case file"),
        (tmp_path / "x" / "case", "no folder"),
        (tmp_path, "a folder"),
    ):
        with pytest.raises(StoreError, match=words):
            Store.open(path)
    assert list(tmp_path.iterdir()) == []


def test_a_creation_cut_off_before_its_first_table_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "case"
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()
    with pytest.raises(StoreError, match="no case file"):
        Store.open(path)
    with Store.open(path, create=True) as store:
        assert store.faults() == []


HOLDER = """
import sys, time
from testigo.store import Store
with Store.open(sys.argv[1], create=True) as store, store.writing("add"):
    print("holding", flush=True)
    time.sleep(60)
"""


def _hold(path: Path) -> "subprocess.Popen[str]":
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "holding\n"
    return holder


def test_two_processes_the_second_waits_then_says_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "case"
    holder = _hold(path)
    try:
        with Store.open(path, busy_timeout_s=0.5) as store:
            began = time.monotonic()
            with pytest.raises(BusyError, match=rf"process {holder.pid} \(add\) has been writing to it since"):
                save(store, "One died.")
            assert time.monotonic() - began >= 0.5
            assert store.documents.all() == []
    finally:
        holder.kill()
        holder.communicate()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "case"
    holder = _hold(path)
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with Store.open(path, busy_timeout_s=0.5) as store:
        save(store, "One died.")
        assert store.faults() == []
    assert not path.with_name("case.lock").exists()


def test_the_second_goes_on_when_the_first_is_done(open_store: Callable[[], Store], tmp_path: Path) -> None:
    holder = _hold(tmp_path / "case.testigo")
    with Store.open(tmp_path / "case.testigo", busy_timeout_s=20) as store:
        subprocess.Popen(["sh", "-c", f"sleep 0.5; kill -9 {holder.pid}"]).wait()
        save(store, "One died.")
        assert len(store.documents.all()) == 1
    holder.communicate()


def _bytes_of(path: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(path.parent.glob(path.name + "*")))


def test_a_purged_document_is_in_no_byte_of_the_file(open_store: Callable[[], Store], tmp_path: Path) -> None:
    store, path = open_store(), tmp_path / "case.testigo"
    report = make_report(f"One died in {SECRET}.", f"{SECRET}.txt")
    kept = [save(store, f"{n} died elsewhere.", f"{n}.txt") for n in range(30)]
    store.documents.save(report, original(report))
    store.documents.add_name(report.document.id, f"{SECRET}-2.txt")
    store.documents.fail(f"{SECRET}-2.txt", Problem(stage="read", code="missing", message=f"{SECRET} is missing"))
    target = {"document": report.document.id, "predicate": "killed", "start": 0, "end": 3}
    decision = store.decisions.append(note(reason=f"my aunt in {SECRET} says so", **target) | {"verb": "accept"})
    other = store.decisions.append(note(reason="kept"))
    store.groups.replace("incident", [((report.document.id, "i1"), (kept[0].document.id, "i1"))])
    (group,) = store.groups.partition().incidents
    packed = [zlib.compress(dump_json(report).encode(), 6), zlib.compress(original(report).raw, 6)]
    before = _bytes_of(path)
    assert SECRET.encode() in before and SECRET.lower().encode() in before and all(p in before for p in packed)

    purged = store.purge_document(report.document.id)

    after = _bytes_of(path)
    assert SECRET.encode() not in after and SECRET.lower().encode() not in after
    assert report.document.id.encode() not in after
    assert not any(p in after for p in packed)
    assert (purged.documents, purged.decisions) == ((report.document.id,), (decision.id,))
    assert store.search(SECRET) == [] and len(store.search("elsewhere")) == 30
    assert [link.decision for link in store.decisions.chain()] == [None, other]
    assert store.faults() == []
    (heir,) = store.groups.replace("incident", [((kept[0].document.id, "i1"),)])
    assert heir.id == group.id


def test_a_purged_decision_is_in_no_byte_of_the_file(open_store: Callable[[], Store], tmp_path: Path) -> None:
    store, path = open_store(), tmp_path / "case.testigo"
    decision = store.decisions.append(note(reason=f"told by {SECRET}"), salt="ab" * 16)
    store.decisions.append(note())
    assert SECRET.encode() in _bytes_of(path)
    store.purge_decision(decision.id)
    assert SECRET.encode() not in _bytes_of(path) and b"ab" * 16 not in _bytes_of(path)
    assert store.faults() == []
    with pytest.raises(StoreError, match="no decision"):
        store.purge_decision("0" * 64)


def test_a_purge_beside_a_reader_says_that_words_are_left(open_store: Callable[[], Store]) -> None:
    store, reader = open_store(), open_store()
    ids = [save(store, f"{n} died in {SECRET}.", str(n)).document.id for n in range(3)]
    with reader._database.reading() as conn:
        conn.exec_driver_sql("SELECT * FROM documents").fetchone()
        with pytest.raises(BusyError, match="another process"):
            store.purge_document(ids[0])
    store.purge_document(ids[1])
    assert store.search(SECRET)[0].name == "2"


def test_damage_is_found_and_said(open_store: Callable[[], Store], tmp_path: Path) -> None:
    store = open_store()
    report = save(store, "One died.")
    with store._database.changing() as conn:
        conn.exec_driver_sql("UPDATE reports SET record = x'00'")
    with pytest.raises(StoreError, match="damaged"):
        store.documents.report(report.document.id)
