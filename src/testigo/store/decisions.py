"""Decisions, appended in a chain of salted digests, their contents in rows of their own.

    digest = SHA-256(salt, content)     id = SHA-256(prev, digest)

The chain holds without the contents, so a content can be erased; the salt goes with it, so that nobody can try words
against what is left. A changed, dropped or reordered row breaks it; `head` tells if rows were cut off at the end.
"""

import hashlib
import secrets
from collections.abc import Iterator
from typing import Any

from msgspec import json
from sqlalchemy import Connection, delete, insert, select, update

from testigo.records import Decision, FormatError, StoreError, dump, load
from testigo.store import schema
from testigo.store.database import Database
from testigo.store.rows import Link
from testigo.store.saving import canonical

_d, _c, _h = schema.decisions, schema.contents, schema.head
_UNKNOWN = "0" * 64  # a decision is checked before its place in the chain is known


class Decisions:
    """The log of what people decided."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, decision: dict[str, Any], salt: str | None = None) -> Decision:
        """Add a decision to the end of the chain, and give it with its `id` and `prev`.

        decision: the record's fields without these two. salt: 32 hexadecimal digits; drawn anew where not given.
        Raises FormatError for a decision that is none, StoreError for an undo of what is not there.
        """
        checked = load(decision | {"id": _UNKNOWN, "prev": None}, Decision)
        content = canonical({k: v for k, v in dump(checked).items() if k not in ("id", "prev")})
        salt = salt or secrets.token_hex(16)
        with self._database.changing() as conn:
            undone = checked.target.decision
            if undone is not None and not conn.execute(select(_d).where(_d.c.id == undone)).first():
                raise StoreError(f"{self._database.where}: no decision {undone}")
            head = conn.execute(select(_h.c.id, _h.c.length)).one()
            digest = digest_of(salt, content)
            link = id_of(head.id, digest)
            conn.execute(insert(_d).values(no=head.length + 1, id=link, prev=head.id, digest=digest))
            conn.execute(insert(_c).values(decision=link, salt=salt, content=content))
            conn.execute(update(_h).values(id=link, length=head.length + 1))
        return _decision(link, head.id, content)

    def forget_after(self, decision: str | None) -> None:
        """Cut the chain off behind this decision, None for all of it: for a copy that shows what stood then."""
        with self._database.changing() as conn:
            length = 0 if decision is None else conn.execute(select(_d.c.no).where(_d.c.id == decision)).scalar_one()
            gone = list(conn.execute(select(_d.c.id).where(_d.c.no > length)).scalars())
            for link in gone:
                conn.execute(delete(_c).where(_c.c.decision == link))
            conn.execute(delete(_d).where(_d.c.no > length))
            conn.execute(update(_h).values(id=decision, length=length))

    def chain(self) -> list[Link]:
        """List all links, oldest first, those whose content was purged too."""
        with self._database.reading() as conn:
            return [
                Link(r.id, r.prev, r.digest, None if r.content is None else _decision(r.id, r.prev, r.content))
                for r in conn.execute(_joined())
            ]

    def all(self) -> list[Decision]:
        """List the decisions that can be read, oldest first."""
        return [link.decision for link in self.chain() if link.decision is not None]

    def faults(self) -> list[str]:
        """Say where the chain does not hold; empty when it does."""
        with self._database.reading() as conn:
            return list(_chain_faults(conn))


def digest_of(salt: str, content: str) -> str:
    """Give a content's digest."""
    return hashlib.sha256(f"{salt}\n{content}".encode()).hexdigest()


def id_of(prev: str | None, digest: str) -> str:
    """Give a link's id."""
    return hashlib.sha256(f"{prev or ''}\n{digest}".encode()).hexdigest()


def _joined() -> Any:
    query = select(_d, _c.c.decision, _c.c.salt, _c.c.content)
    return query.outerjoin(_c, _c.c.decision == _d.c.id).order_by(_d.c.no)


def _decision(link: str, prev: str | None, content: str) -> Decision:
    return load(json.decode(content) | {"id": link, "prev": prev}, Decision, name=f"decision {link[:8]}")


def _chain_faults(conn: Connection) -> Iterator[str]:
    prev, length = None, 0
    for r in conn.execute(_joined()):
        length += 1
        which = f"decision {r.id[:8]} (number {length})"
        if r.prev != prev:
            yield f"{which}: does not follow the one before it; a decision was taken out, put in or moved"
        if r.id != id_of(r.prev, r.digest):
            yield f"{which}: its id is not that of its place in the chain"
        if r.decision is None:
            yield f"{which}: its content is gone, and not by a purge"
        elif r.content is not None:
            yield from _content_faults(which, r)
        prev = r.id
    head = conn.execute(select(_h.c.id, _h.c.length)).one_or_none()
    if head is None or (head.id, head.length) != (prev, length):
        said = head.length if head else "no"
        yield f"the chain ends after {length} decisions, its head says {said}: decisions were cut off at its end"


def _content_faults(which: str, row: Any) -> Iterator[str]:
    if row.salt is None or digest_of(row.salt, row.content) != row.digest:
        yield f"{which}: its content is not what was decided"
        return
    try:
        _decision(row.id, row.prev, row.content)
    except FormatError as error:
        yield f"{which}: {error.message}"
