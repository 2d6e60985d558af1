"""The chain of decisions: appended, verified, never silently changed."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from by_hand import note, save
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from testigo.records import FormatError, StoreError
from testigo.store import Store

TAMPERINGS = [
    ("UPDATE contents SET content = replace(content, 'ana', 'eve') WHERE decision = :second", "not what was decided"),
    ("UPDATE contents SET salt = 'ff' WHERE decision = :second", "not what was decided"),
    ("UPDATE decisions SET digest = 'ff' WHERE id = :second", "its id is not that of its place"),
    ("DELETE FROM contents WHERE decision = :second", "gone, and not by a purge"),
    ("DELETE FROM decisions WHERE id = :second", "does not follow the one before it"),
    ("DELETE FROM decisions WHERE id = :last", "cut off at its end"),
    ("UPDATE decisions SET no = 10 - no", "does not follow the one before it"),
    ("DELETE FROM head", "cut off at its end"),
]


def test_a_decision_is_signed_and_follows_the_one_before(store: Store, open_store: Callable[[], Store]) -> None:
    first = store.decisions.append(note("ana", "seen"))
    second = store.decisions.append(note("ben"))
    assert (first.prev, second.prev, first.by, first.reason) == (None, first.id, "ana", "seen")
    assert open_store().decisions.all() == [first, second]
    assert store.decisions.faults() == []


def test_the_same_decision_has_another_digest_each_time(store: Store) -> None:
    """Salted, so that nobody can try names against the chain."""
    store.decisions.append(note())
    store.decisions.append(note())
    assert len({link.digest for link in store.decisions.chain()}) == 2


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (note(by=" "), "without who"),
        (note() | {"verb": "guess"}, "guess"),
        (note() | {"verb": "accept"}, "lacks document"),
        (note() | {"format": "testigo-decision/2"}, "newer"),
    ],
)
def test_what_is_no_decision_is_not_appended(store: Store, decision: dict[str, object], words: str) -> None:
    with pytest.raises(FormatError, match=words):
        store.decisions.append(decision)
    assert store.decisions.chain() == []


def test_only_what_was_decided_can_be_undone(store: Store) -> None:
    with pytest.raises(StoreError, match="no decision"):
        store.decisions.append(note(decision="0" * 64) | {"verb": "undo"})


@pytest.mark.parametrize(("statement", "words"), TAMPERINGS)
def test_tampering_is_found(store: Store, statement: str, words: str) -> None:
    made = [store.decisions.append(note("ana", str(n))) for n in range(3)]
    with store._database.changing() as conn:
        conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        if statement.startswith("DELETE FROM decisions"):
            conn.execute(text(f"DELETE FROM contents WHERE decision = :{statement[-6:].strip(' :=')}"), _ids(made))
        conn.execute(text(statement), {k: v for k, v in _ids(made).items() if f":{k}" in statement})
    assert any(words in fault for fault in store.faults()), store.faults()


def _ids(made: list[object]) -> dict[str, str]:
    return {"second": made[1].id, "last": made[2].id}  # type: ignore[attr-defined]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.text(max_size=20)), max_size=8))
def test_any_decisions_make_a_chain_that_holds_purged_or_not(steps: list[tuple[bool, int, str]]) -> None:
    """Append or purge at random: the chain verifies, and only what was purged is gone."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "c", create=True) as store:
        kept: dict[str, str] = {}
        for purges, which, words in steps:
            if purges and kept:
                gone = sorted(kept)[which % len(kept)]
                store.purge_decision(gone)
                del kept[gone]
            else:
                kept[store.decisions.append(note(reason=words)).id] = words
        assert store.faults() == []
        assert {d.id: d.reason for d in store.decisions.all()} == kept


def test_decisions_survive_documents(store: Store) -> None:
    report = save(store, "One died.")
    about = note(document=report.document.id, predicate="killed", start=0, end=3) | {"verb": "accept"}
    decision = store.decisions.append(about)
    save(store, "One died.")
    assert store.decisions.all() == [decision]
