"""Tables of texts: one document a row, and a broken row fails alone."""

import io
import json
from hashlib import sha256
from pathlib import Path

import pytest

from testigo.read import Failure, Reading, count_sources, read_bytes, read_sources
from testigo.records import InputError

TEXT = "Gunmen stormed the market on Tuesday, killing at least 9 people, police said."


def answers(tmp_path: Path, name: str, content: str | bytes) -> list[Reading | Failure]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_sources([path]))


def test_a_row_is_named_by_its_id_else_by_file_and_number(tmp_path: Path) -> None:
    found = answers(tmp_path, "t.csv", f'id,text\nr-7,"{TEXT}"\n,"{TEXT} Again."\n')
    assert [r.document.name for r in found if isinstance(r, Reading)] == ["r-7", "t.csv#2"]


def test_a_rows_id_is_the_hash_of_its_canonical_fields(tmp_path: Path) -> None:
    """The same row in CSV and JSONL is one document; columns that are not of the format do not count."""
    fields = {"id": "7", "published": "2021-05-23", "text": TEXT, "title": "Gunmen kill 9"}
    (a,) = answers(tmp_path, "t.jsonl", json.dumps(fields | {"note": "mine", "outlet": None}) + "\n")
    (b,) = answers(tmp_path, "t.csv", f'title,id,published,text,note\nGunmen kill 9,7,2021-05-23,"{TEXT}",mine\n')
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert isinstance(a, Reading) and isinstance(b, Reading)
    assert a.raw == b.raw == canonical
    assert a.document.id == b.document.id == "sha256:" + sha256(canonical).hexdigest()
    assert a.document == b.document


def test_fields_reach_the_document(tmp_path: Path) -> None:
    row = {"text": TEXT, "title": "Gunmen kill 9", "published": "May 23, 2021", "outlet": "Puna Wire", "author": "Ana",
           "url": "https://puna.example/x", "language": "es"}  # fmt: skip
    (r,) = answers(tmp_path, "t.jsonl", json.dumps(row))
    assert isinstance(r, Reading)
    d = r.document
    assert d.text == f"Gunmen kill 9\n\n{TEXT}"
    assert (d.published, d.published_from, d.outlet, d.author) == ("2021-05-23", "given", "Puna Wire", "Ana")
    assert (d.url, d.language, r.problems) == ("https://puna.example/x", "es", ())


@pytest.mark.parametrize("day", ["2021-02-31", "31 February 2021", "03/04/2021", "some day"])
def test_a_day_that_cannot_be_read_leaves_the_row_undated_and_says_so(tmp_path: Path, day: str) -> None:
    (r,) = answers(tmp_path, "t.jsonl", json.dumps({"text": TEXT, "published": day}))
    assert isinstance(r, Reading)
    assert r.document.published is None
    assert [p.code for p in r.problems] == ["bad_date"] and day in r.problems[0].message


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("not json", "bad_row"),
        ("[1, 2]", "bad_row"),
        ('{"text": ["a", "b"]}', "bad_row"),
        ('{"title": "no text"}', "no_text"),
        ('{"text": "  "}', "no_text"),
    ],
)
def test_a_broken_row_fails_alone(tmp_path: Path, row: str, code: str) -> None:
    good = json.dumps({"text": TEXT})
    found = answers(tmp_path, "t.jsonl", f"{good}\n{row}\n{good}\n")
    assert [type(x) for x in found] == [Reading, Failure, Reading]
    assert isinstance(found[1], Failure) and (found[1].code, found[1].name) == (code, "t.jsonl#2")


def test_a_csv_row_with_too_many_cells_is_not_cut_off_in_silence(tmp_path: Path) -> None:
    found = answers(tmp_path, "t.csv", f"id,text\na,Killed, said police\nb,{TEXT.replace(',', '')}\n")
    assert [type(x) for x in found] == [Failure, Reading]
    assert isinstance(found[0], Failure) and "quotes" in found[0].message


def test_an_unclosed_quote_is_a_failure(tmp_path: Path) -> None:
    found = answers(tmp_path, "t.csv", f'id,text\na,"{TEXT}"\nb,"{TEXT}\n')
    assert [type(x) for x in found] == [Reading, Failure]


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    (f,) = answers(tmp_path, "t.csv", "id,body\n1,words\n")
    assert isinstance(f, Failure)
    assert f.code == "no_text_column" and "id, body" in f.message and "`text`" in f.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables(tmp_path: Path, encoding: str) -> None:
    (r,) = answers(tmp_path, "t.csv", f'id,text\n1,"{TEXT} Señor Muñoz agreed."\n'.encode(encoding))
    assert isinstance(r, Reading) and "Señor Muñoz" in r.document.text
    assert [p.code for p in r.problems] == (["encoding_guessed"] if encoding == "cp1252" else [])


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_delimiters(tmp_path: Path, mark: str) -> None:
    (r,) = answers(tmp_path, "t.csv", f"id{mark}title{mark}text\n1{mark}Market{mark}{TEXT}\n")
    assert isinstance(r, Reading) and r.document.title == "Market"


def test_rows_are_read_as_they_are_asked_for() -> None:
    """A table is streamed: the first row is there before the second is read."""

    class Lines(io.RawIOBase):
        served = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.served += 1
            line = json.dumps({"text": f"{TEXT} {self.served}"}).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    endless = Lines()
    rows = read_sources(["-"], stdin=endless)  # type: ignore[arg-type]
    assert [type(next(rows)) for _ in range(3)] == [Reading] * 3
    assert endless.served < 10


def test_counting_is_an_estimate_by_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "t.csv").write_text("id,text\n1,a\n2,b\n")
    (tmp_path / "t.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n{"text": "c"}\n')
    assert count_sources([tmp_path, "-"]) == 1 + 2 + 3 + 1


def test_a_table_given_as_one_document_is_refused() -> None:
    with pytest.raises(InputError, match="read_sources"):
        read_bytes(b"id,text\n1,a\n", "t.csv")
