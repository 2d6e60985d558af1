"""What every store promises, whatever database keeps it."""

from collections.abc import Callable

import pytest
from by_hand import READER, make_report, note, original, save
from msgspec.structs import replace

from testigo.records import BusyError, Problem, StoreError, dump, load_report
from testigo.store import Original, Store


def test_a_saved_report_comes_back_equal(store: Store, open_store: Callable[[], Store]) -> None:
    report = save(store, "Gunmen killed one.")
    again = open_store()
    assert again.documents.report(report.document.id) == report
    assert list(again.documents.reports()) == [report]
    assert again.documents.raw(report.document.id) == b"Gunmen killed one."
    assert again.documents.state(report.document.id) == "read"


def test_unknown_keys_of_a_report_are_kept(store: Store) -> None:
    data = dump(make_report("Gunmen killed one.")) | {"extension": {"by": "others"}}
    report = load_report(data)
    store.documents.save(report, original(report))
    assert dump(store.documents.report(report.document.id)) == data


def test_the_same_bytes_twice_are_one_document_with_names(store: Store) -> None:
    report = save(store, "Gunmen killed one.", "a.txt")
    save(store, "Gunmen killed one.", "b.txt")
    assert store.documents.add_name(report.document.id, "c.txt") is True
    assert store.documents.add_name(report.document.id, "c.txt") is False
    assert store.documents.add_name(report.document.id, "a.txt") is False
    (document,) = store.documents.all()
    assert (document.name, document.names) == ("a.txt", ("b.txt", "c.txt"))
    assert store.documents.report(document.id).document.names == ("b.txt", "c.txt")
    assert len(list(store.documents.every_report())) == 1
    assert len(store.search("gunmen")) == 1


def test_one_report_for_each_reader_the_newest_current(store: Store) -> None:
    old = make_report("Gunmen killed one.")
    new = replace(old, reader=replace(READER, version="0.2.0"), incidents=(), claims=(), actors=())
    for report in (old, new, new):
        store.documents.save(report, original(report))
    assert len(list(store.documents.every_report())) == 2
    assert store.documents.report(old.document.id).reader.version == "0.2.0"
    assert store.groups.candidates("incident") == []
    store.documents.save(old, original(old))
    assert [r.reader.version for r in store.documents.reports()] == ["0.1.0"]
    assert [m.local for m in store.groups.candidates("incident")] == ["i1"]


def test_reports_do_not_depend_on_the_order_of_arrival(store: Store) -> None:
    texts = ["One died.", "Two died.", "Three died."]
    for text in reversed(texts):
        save(store, text, text)
    ids = [r.document.id for r in store.documents.reports()]
    assert ids == sorted(ids)
    assert [d.id for d in store.documents.all()] == ids


def test_a_failure_is_kept_with_its_bytes_and_gives_way_to_a_reading(store: Store) -> None:
    report = make_report("Gunmen killed one.", problems=(Problem(stage="read", code="no_date", message="none"),))
    store.documents.fail("a.txt", Problem(stage="read", code="broken", message="cut off"), original(report))
    assert store.documents.state(report.document.id) == "failed"
    assert [p.code for p in store.documents.problems()] == ["broken"]
    with pytest.raises(StoreError, match="no report"):
        store.documents.report(report.document.id)
    store.documents.save(report, original(report))
    assert store.documents.state(report.document.id) == "read"
    assert [p.code for p in store.documents.problems()] == ["no_date"]


def test_a_later_failure_does_not_unread_a_document(store: Store) -> None:
    report = save(store, "Gunmen killed one.")
    store.documents.fail("a.txt", Problem(stage="read", code="broken", message="cut off"), original(report))
    assert store.documents.state(report.document.id) == "read"


def test_a_failure_without_bytes_is_listed_once(store: Store) -> None:
    for message in ("not there", "still not there"):
        store.documents.fail("x.txt", Problem(stage="read", code="missing", message=message))
    assert [(p.document, p.name, p.message) for p in store.documents.problems()] == [(None, "x.txt", "still not there")]
    save(store, "Gunmen killed one.", "x.txt")
    assert store.documents.problems() == []


def test_a_failure_with_no_bytes_at_all_makes_no_document(store: Store) -> None:
    store.documents.fail("x.txt", Problem(stage="read", code="empty", message="empty"), Original(b""))
    assert store.documents.all() == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gunmen", ["a.txt"]),
        ("GUNMEN market", ["a.txt"]),
        ("gunmen school", []),
        ('"stormed the market"', ["a.txt"]),
        ('"market the stormed"', []),
        ("stor*", ["a.txt"]),
        ("maranon", ["b.txt"]),
        ("the", ["a.txt", "b.txt"]),
        ("AND OR NOT NEAR(", []),
        ('"', []),
        ("text:market -", []),
        ("", []),
        ("\0", []),
    ],
)
def test_search(store: Store, query: str, found: list[str]) -> None:
    save(store, "Gunmen stormed the market.", "a.txt")
    save(store, "They fled from the Marañón.", "b.txt")
    assert sorted(h.name for h in store.search(query)) == found


def test_a_hit_marks_the_words(store: Store) -> None:
    save(store, "Gunmen stormed \x02 the market.", "a.txt")
    (hit,) = store.search("market gunmen")
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Gunmen", "market"]


def test_case_ids_are_minted_once_and_kept(store: Store) -> None:
    one, two = save(store, "One died.", "1"), save(store, "Two died.", "2")
    members = sorted([(one.document.id, "i1"), (two.document.id, "i1")])
    first = store.groups.replace("incident", [(m,) for m in members])
    assert [g.id for g in first] == [f"{d[7:15]}:i1" for d, _ in members]
    assert store.groups.replace("incident", [(m,) for m in members]) == first
    (joined,) = store.groups.replace("incident", [tuple(members)])
    assert joined.id == first[0].id
    store.groups.redirect(first[1].id, joined.id)
    assert store.groups.ids() == {first[0].id: joined.id, first[1].id: joined.id}
    assert [g.id for g in store.groups.replace("incident", [(m,) for m in members])] == [g.id for g in first]


def test_documents_with_the_same_first_digits_get_longer_case_ids(store: Store) -> None:
    report = make_report("One died.")
    for end in ("0", "1"):
        twin = replace(report, document=replace(report.document, id="sha256:abcdef12" + end * 56, name=end))
        store.documents.save(twin, Original(end.encode()))
    groups = store.groups.replace("incident", [((m.document, m.local),) for m in store.groups.candidates("incident")])
    assert [g.id for g in groups] == ["abcdef12:i1", "abcdef121:i1"]


def test_a_member_stands_in_one_group_only(store: Store) -> None:
    member = (save(store, "One died.").document.id, "i1")
    with pytest.raises(StoreError, match="two groups"):
        store.groups.replace("incident", [(member,), (member,)])


def test_the_partition_lists_founders_first(store: Store) -> None:
    ids = sorted(save(store, f"{n} died.", n).document.id for n in ("One", "Two", "Three"))
    store.groups.replace("incident", [((ids[2], "i1"), (ids[0], "i1")), ((ids[1], "i1"),)])
    partition = store.groups.partition()
    assert {g.members for g in partition.incidents} == {((ids[2], "i1"), (ids[0], "i1")), ((ids[1], "i1"),)}
    assert partition.actors == ()


def test_settings_are_kept(store: Store, open_store: Callable[[], Store]) -> None:
    store.settings.put("rule", {"a": [1]})
    assert open_store().settings.get("rule") == {"a": [1]}
    store.settings.put("rule", None)
    assert store.settings.get("rule") is None


def test_reprints_are_marked_until_told_otherwise(store: Store) -> None:
    one, two = (save(store, f"{n} died.", n).document.id for n in ("One", "Two"))
    assert store.documents.any_uncompared()
    store.documents.mark_reprints({one: two})
    assert not store.documents.any_uncompared()
    assert {d.id: d.reprint_of for d in store.documents.all()} == {one: two, two: None}
    assert store.purge_document(two).alike == (one,)
    assert store.documents.any_uncompared()
    store.documents.mark_reprints({})
    assert [d.reprint_of for d in store.documents.all()] == [None]


def test_reading_goes_on_while_another_writes(open_store: Callable[[], Store]) -> None:
    writer, reader = open_store(), open_store()
    save(writer, "One died.")
    with writer.writing("add"):
        assert len(reader.documents.all()) == 1
        save(writer, "Two died.", "b.txt")
        assert len(reader.documents.all()) == 2


def test_a_second_writer_waits_and_then_says_who_holds_it(open_store: Callable[[], Store]) -> None:
    writer, other = open_store(), open_store()
    with writer.writing("add"):
        with pytest.raises(BusyError, match=r"process \d+ \(add\) has been writing to it since 2"):
            other.decisions.append(note())
        writer.decisions.append(note())
    other.decisions.append(note())
    assert len(writer.decisions.all()) == 2
    assert other.decisions.faults() == []


def test_what_fails_half_way_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(type(store._database.search), "index", fall)
    with pytest.raises(RuntimeError):
        save(store, "One died.")
    assert store.documents.all() == []
    assert list(store.documents.reports()) == []
    assert store.faults() == []
