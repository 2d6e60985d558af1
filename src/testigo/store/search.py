"""Full-text search over the documents' text, by SQLite's FTS5. PostgreSQL's tsvector is to have a file like this one.

A query is words, all of which must be there; "words in quotes" stand together; a star ends a beginning (bomb*).
Nothing else has a meaning in it, so no query is an error.
"""

import re

from sqlalchemy import Connection, text

from testigo.records import BrokenError
from testigo.store.rows import Hit

_OPEN, _CLOSE = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_CREATE = "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"
_MATCH = text(
    """SELECT d.id, d.name, d.title, snippet(search, 0, :open, :close, '…', 24)
    FROM search JOIN documents AS d ON d.no = search.rowid
    WHERE search MATCH :query ORDER BY search.rank, d.id LIMIT :limit"""
)


class Fts5:
    """The search index of a case file."""

    def create(self, conn: Connection) -> None:
        """Make the index where there is none."""
        conn.exec_driver_sql(_CREATE)

    def index(self, conn: Connection, no: int, words: str) -> None:
        """Let this document be found by these words, and no longer by any before."""
        self.forget(conn, no)
        words = words.replace(_OPEN, " ").replace(_CLOSE, " ").replace("\0", " ")
        conn.execute(text("INSERT INTO search (rowid, text) VALUES (:no, :words)"), {"no": no, "words": words})

    def forget(self, conn: Connection, no: int) -> None:
        """Let this document be found no more. Its words may lie in the index until `rebuild`."""
        conn.execute(text("DELETE FROM search WHERE rowid = :no"), {"no": no})

    def rebuild(self, conn: Connection) -> None:
        """Write the index anew, so that no forgotten word is left in it.

        FTS5's own secure-delete is younger (3.42) than the SQLite that many systems have; a rebuild serves everywhere.
        """
        conn.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")

    def match(self, conn: Connection, query: str, limit: int) -> list[Hit]:
        """Find documents, best first, then by id."""
        wanted = fts5_query(query)
        if not wanted:
            return []
        values = {"query": wanted, "limit": limit, "open": _OPEN, "close": _CLOSE}
        return [_hit(*row) for row in conn.execute(_MATCH, values)]

    def check(self, conn: Connection) -> None:
        """Raise BrokenError where the index contradicts itself."""
        try:
            conn.exec_driver_sql("INSERT INTO search (search) VALUES ('integrity-check')")
        except Exception as error:
            raise BrokenError(f"the search index is damaged ({error})") from error


def fts5_query(query: str) -> str:
    """Write a user's query in FTS5's language, every term quoted."""
    terms = []
    for phrase, word in _TERM.findall(query.replace("\0", " ")):
        term = phrase or word
        if any(c.isalnum() for c in term):
            terms.append(f'"{term.rstrip("*")}"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms)


def _hit(document: str, name: str, title: str | None, marked: str) -> Hit:
    snippet, marks, start = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = len(snippet)
        elif piece == _CLOSE:
            marks.append((start, len(snippet)))
        else:
            snippet += piece
    return Hit(document, name, title, snippet, tuple(marks))
