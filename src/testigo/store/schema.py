"""The case file's tables as queries name them. The migrations make them; a test holds the two together.

documents   one row for each document; state: read, unread (a language not read), failed (kept, not readable);
            compared: 0 until it is known whether it reprints another
names       the other names under which the same bytes came
raw         the bytes as they came, zlib-compressed, with their SHA-256
reports     one record for each (document, reader block), zlib-compressed JSON; the highest `no` is current
incidents   what the current report tells of, so that lists and grouping need no record opened
actors      the same for its actors; register: the register's id
groups      case ids, each minted once from its founding member and kept; redirect: after a merge
members     which report incident or actor belongs to which case id
decisions   the chain; contents: what each one says, with its salt, both NULL once purged; head: where the chain ends
problems    what went wrong or was left undone; document is NULL where no bytes came
settings    what the program remembers about the case; value is JSON
"""

from sqlalchemy import REAL, Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()


def _table(name: str, *columns: Column[object]) -> Table:
    return Table(name, METADATA, *columns)


def _text(*names: str) -> tuple[Column[object], ...]:
    return tuple(Column(name, Text) for name in names)


migrations = _table("migrations", Column("number", Integer, primary_key=True), *_text("name", "program"))
documents = _table(
    "documents",
    Column("no", Integer, primary_key=True),
    *_text("id", "name", "title", "outlet", "author", "url", "published", "language", "signature", "state"),
    *_text("reprint_of"),
    Column("compared", Integer),
)
names = _table("names", *_text("document", "name"))
raw = _table("raw", *_text("document", "sha256", "media_type"), Column("size", Integer), Column("body", LargeBinary))
reports = _table(
    "reports", Column("no", Integer, primary_key=True), *_text("document", "reader"), Column("record", LargeBinary)
)
incidents = _table("incidents", *_text("document", "local", "kind", "scope"), Column("main", Integer))
actors = _table("actors", *_text("document", "local", "type", "name", "register"))
groups = _table("groups", *_text("id", "kind", "document", "local", "redirect"))
members = _table("members", *_text("document", "local", "kind", "id"), Column("score", REAL))
decisions = _table("decisions", Column("no", Integer, primary_key=True), *_text("id", "prev", "digest"))
contents = _table("contents", *_text("decision", "salt", "content"))
head = _table("head", Column("one", Integer, primary_key=True), *_text("id"), Column("length", Integer))
problems = _table(
    "problems", Column("no", Integer, primary_key=True), *_text("document", "name", "stage", "code", "message")
)
settings = _table("settings", *_text("name", "value"))
