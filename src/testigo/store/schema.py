"""The case file's tables as queries name them. The migrations make them; a test holds the two together.

documents   one row for each document; state: read, unread (a language not read), failed (kept, not readable);
            compared: 0 until it is known whether it reprints another
names       the other names under which the same bytes came
raw         the bytes as they came, zlib-compressed, with their SHA-256
reports     one record for each (document, reader block), zlib-compressed JSON; the highest `no` is current
incidents   what the current report tells of, so that lists and grouping need no record opened
actors      the same for its actors; register: the register's id; called: its other names and its ids, as JSON
groups      case ids, each minted once from its founding member and kept; no: in the order of minting; first, last: the
            founder's words, by which another reading finds it again; redirect: to the id that it was merged into
members     which report incident or actor belongs to which case id
things      what reconciliation knows of each incident and actor of the current reports: words that name it, its profile
            (JSON); paired: 0 until it is held against the others; stale: 1 until it is grouped anew
keys        the keys under which a thing may meet others
pairs       every pair that was compared, a before b, with its score
profiled    which report (`no`) of a document its things are of, and by which version of the profile
anchored    where words of decisions lead in the current reports: which thing, and whether exactly; local NULL: nowhere
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


def _integers(*names: str) -> tuple[Column[object], ...]:
    return tuple(Column(name, Integer) for name in names)


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
actors = _table("actors", *_text("document", "local", "type", "name", "register", "called"))
groups = _table("groups", *_text("id", "kind", "document", "local", "redirect"), *_integers("no", "first", "last"))
members = _table("members", *_text("document", "local", "kind", "id"), Column("score", REAL))
things = _table(
    "things", Column("no", Integer, primary_key=True), *_text("document", "local", "kind"),
    *_integers("first", "last"), Column("record", LargeBinary), *_integers("paired", "stale"),
)  # fmt: skip
keys = _table("keys", *_text("key"), *_integers("thing"))
pairs = _table("pairs", *_integers("a", "b"), Column("score", REAL))
profiled = _table("profiled", *_text("document"), *_integers("report"), *_text("version"))
anchored = _table(
    "anchored", *_text("document", "kind"), *_integers("first", "last"), *_text("local"), *_integers("exact")
)
decisions = _table("decisions", Column("no", Integer, primary_key=True), *_text("id", "prev", "digest"))
contents = _table("contents", *_text("decision", "salt", "content"))
head = _table("head", Column("one", Integer, primary_key=True), *_text("id"), Column("length", Integer))
problems = _table(
    "problems", Column("no", Integer, primary_key=True), *_text("document", "name", "stage", "code", "message")
)
settings = _table("settings", *_text("name", "value"))
