"""What reconciliation keeps of each incident and actor: its profile, its keys, its scored pairs, and what waits.

A thing is stale until it is grouped anew. Whoever changes what a thing was compared with, or grouped with, makes both
stale, so a run that is cut off is taken up where it stopped, and one that is not touches nothing else.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TypeVar

from sqlalchemy import Connection, Select, case, delete, func, insert, or_, select, update

from testigo.store import schema
from testigo.store.database import Database
from testigo.store.rows import Anchored, Kind, NewThing, Pair, Thing

_t, _k, _p, _m = schema.things, schema.keys, schema.pairs, schema.members
_r, _f, _a = schema.reports, schema.profiled, schema.anchored
Id = TypeVar("Id", int, str)
_CHUNK = 500  # of ids in one query; SQLite takes some tens of thousands, older ones 999


class Things:
    """The incidents and actors of the current reports, as reconciliation knows them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, version: str) -> list[str]:
        """List the documents whose current report has no profiles of this version, by id."""
        newest = select(_r.c.document, func.max(_r.c.no).label("no")).group_by(_r.c.document).subquery()
        known = _f.c.document.is_not(None) & (_f.c.report == newest.c.no) & (_f.c.version == version)
        joined = newest.outerjoin(_f, _f.c.document == newest.c.document)
        with self._database.reading() as conn:
            rows = conn.execute(
                select(newest.c.document).select_from(joined).where(or_(~known, _f.c.document.is_(None)))
            )
            return sorted(rows.scalars())

    def replace(self, version: str, told: Mapping[str, Sequence[NewThing]]) -> None:
        """Keep the things of documents' current reports in place of those before; whom they met becomes stale.

        told: by document id.
        """
        with self._database.changing() as conn:
            for chunk in chunks(sorted(told)):
                make_stale_around(conn, chunk)
                for table in (_t, _m, _a, _f):
                    conn.execute(delete(table).where(table.c.document.in_(chunk)))
                newest = select(_r.c.document, func.max(_r.c.no).label("no")).where(_r.c.document.in_(chunk))
                current = {r.document: r.no for r in conn.execute(newest.group_by(_r.c.document))}
                rows = [{"document": d, "report": no, "version": version} for d, no in sorted(current.items())]
                conn.execute(insert(_f), rows)
            _add(conn, told)

    def unpaired(self, most: int) -> list[Thing]:
        """Give things that were not yet held against the others, in their order."""
        with self._database.reading() as conn:
            return [_thing(r) for r in conn.execute(select(_t).where(_t.c.paired == 0).order_by(_t.c.no).limit(most))]

    def count(self, kind: Kind, *, unpaired: bool = False, stale: bool = False) -> int:
        """Tell how many things there are, or wait to be compared, or to be grouped."""
        query = select(func.count()).select_from(_t).where(_t.c.kind == kind)
        query = query.where(_t.c.paired == 0) if unpaired else query
        query = query.where(_t.c.stale == 1) if stale else query
        with self._database.reading() as conn:
            return int(conn.execute(query).scalar_one())

    def meeting(self, nos: Collection[int], limit: int, weak_limit: int) -> set[tuple[int, int]]:
        """Give the pairs of things that meet and of which one is among these, smaller number first.

        Two meet under one key that no more than `limit` things have, or two weak ones (`~`) of `weak_limit`; narrow ones
        (`=`) have no limit. `reconcile/blocking.py` says why.
        """
        theirs = _k.alias()
        found: set[tuple[int, int]] = set()
        with self._database.reading() as conn:
            for chunk in chunks(sorted(nos)):
                mine = _live(chunk, limit, weak_limit).subquery()
                query = select(mine.c.thing, theirs.c.thing).where(mine.c.key == theirs.c.key)
                query = query.where(mine.c.thing != theirs.c.thing).group_by(mine.c.thing, theirs.c.thing)
                votes = func.sum(case((func.substr(mine.c.key, 1, 1) == "~", 1), else_=2))
                for a, b in conn.execute(query.having(votes > 1)):
                    found.add((a, b) if a < b else (b, a))
        return found

    def of(self, nos: Iterable[int]) -> dict[int, Thing]:
        """Give these things by number."""
        with self._database.reading() as conn:
            return {
                r.no: _thing(r)
                for chunk in chunks(sorted(set(nos)))
                for r in conn.execute(select(_t).where(_t.c.no.in_(chunk)))
            }

    def numbers(self, members: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Give the numbers of things by (document, local id); what is not there is left out."""
        wanted = set(members)
        with self._database.reading() as conn:
            rows = (
                r
                for chunk in chunks(sorted({d for d, _ in wanted}))
                for r in conn.execute(select(_t.c.document, _t.c.local, _t.c.no).where(_t.c.document.in_(chunk)))
            )
            return {(r.document, r.local): r.no for r in rows if (r.document, r.local) in wanted}

    def keep_pairs(self, pairs: Iterable[tuple[int, int, float]], compared: Iterable[int]) -> None:
        """Keep scored pairs, and that these things were held against all others."""
        with self._database.changing() as conn:
            rows = [{"a": a, "b": b, "score": score} for a, b, score in pairs]
            if rows:
                conn.execute(insert(_p).prefix_with("OR REPLACE"), rows)
            for chunk in chunks(sorted(compared)):
                conn.execute(update(_t).where(_t.c.no.in_(chunk)).values(paired=1))

    def make_stale(self, nos: Iterable[int]) -> None:
        """Let these things be grouped anew."""
        with self._database.changing() as conn:
            _stale(conn, nos)

    def touched(self, kind: Kind, from_score: float, linked: Mapping[int, Collection[int]]) -> set[int]:
        """Give the stale things with all that hang together with them, now or as grouped before.

        from_score: incidents hang together by pairs at least this high, actors by any common key. linked: whom people's
        links tie each thing to.
        """
        with self._database.reading() as conn:
            reached = set(conn.execute(select(_t.c.no).where(_t.c.stale == 1, _t.c.kind == kind)).scalars())
            every = conn.execute(select(func.count()).select_from(_t).where(_t.c.kind == kind)).scalar_one()
            new = reached
            while new and len(reached) < every:
                near = _neighbours(conn, new, from_score) if kind == "incident" else _sharing(conn, new)
                met = {*near, *_grouped_with(conn, new), *(other for no in new for other in linked.get(no, ()))}
                new = met - reached
                reached |= new
        return reached

    def pairs_among(self, nos: Collection[int]) -> list[Pair]:
        """Give the scored pairs of which both are among these."""
        wanted = set(nos)
        with self._database.reading() as conn:
            return [
                Pair(r.a, r.b, r.score)
                for chunk in chunks(sorted(wanted))
                for r in conn.execute(select(_p).where(_p.c.a.in_(chunk)))
                if r.b in wanted
            ]

    def doubtful(self, least: float) -> Iterator[Pair]:
        """Give the pairs that may well stand wrongly: the likeliest first, then in their order.

        least: the least chance of it: of one score, for two that stand apart; of its rest, for two that are one.
        """
        one, other, mine, theirs = _t.alias(), _t.alias(), _m.alias(), _m.alias()
        together = mine.c.id == theirs.c.id
        doubt = case((together, 1 - _p.c.score), else_=_p.c.score)
        query = (
            select(_p.c.a, _p.c.b, _p.c.score, together.label("together"))
            .join(one, one.c.no == _p.c.a)
            .join(other, other.c.no == _p.c.b)
            .join(mine, (mine.c.document == one.c.document) & (mine.c.local == one.c.local))
            .join(theirs, (theirs.c.document == other.c.document) & (theirs.c.local == other.c.local))
            .where(doubt >= least)
            .order_by(doubt.desc(), _p.c.a, _p.c.b)
        )
        with self._database.reading() as conn:
            for r in conn.execution_options(yield_per=100).execute(query):
                yield Pair(r.a, r.b, r.score, bool(r.together))

    def anchored(self) -> list[Anchored]:
        """List where words of decisions lead, as far as it was looked up."""
        with self._database.reading() as conn:
            rows = conn.execute(select(_a))
            return [Anchored(r.document, r.kind, r.first, r.last, r.local, bool(r.exact)) for r in rows]

    def keep_anchored(self, found: Iterable[Anchored]) -> None:
        """Keep where words lead."""
        rows = [asdict(a) | {"exact": int(a.exact)} for a in found]
        if rows:
            with self._database.changing() as conn:
                conn.execute(insert(_a).prefix_with("OR REPLACE"), rows)

    def pair(self, a: int, b: int) -> Pair | None:
        """Give one scored pair, whichever of the two is named first."""
        first, second = min(a, b), max(a, b)
        with self._database.reading() as conn:
            row = conn.execute(select(_p).where(_p.c.a == first, _p.c.b == second)).first()
        return Pair(row.a, row.b, row.score) if row else None


def chunks(ids: Sequence[Id]) -> Iterator[Sequence[Id]]:
    """Cut a list into stretches that one query takes."""
    return (ids[i : i + _CHUNK] for i in range(0, len(ids), _CHUNK))


def make_stale_around(conn: Connection, documents: Sequence[str]) -> None:
    """Let whatever these documents' things met, or were grouped with, be grouped anew."""
    own = list(conn.execute(select(_t.c.no).where(_t.c.document.in_(documents))).scalars())
    _stale(conn, {*_neighbours(conn, own, 0.0), *_grouped_with(conn, own)})


def _add(conn: Connection, told: Mapping[str, Sequence[NewThing]]) -> None:
    """Write new things, numbered on from the last."""
    no = conn.execute(select(func.max(_t.c.no))).scalar() or 0
    things, keys = [], []
    for document in sorted(told):
        for new in told[document]:
            no += 1
            own = {f: getattr(new, f) for f in ("local", "kind", "first", "last", "record")}
            things.append({"no": no, "document": document, "paired": 0, "stale": 1, **own})
            keys += [{"key": key, "thing": no} for key in new.keys]
    for table, rows in ((_t, things), (_k, keys)):
        if rows:
            conn.execute(insert(table), rows)


def _stale(conn: Connection, nos: Iterable[int]) -> None:
    for chunk in chunks(sorted(set(nos))):
        conn.execute(update(_t).where(_t.c.no.in_(chunk)).values(stale=1))


def _live(nos: Sequence[int], limit: int, weak_limit: int) -> Select[tuple[str, int]]:
    """Pick the keys of these things that too many do not have; no more rows are looked at than a limit."""
    mine, other = _k.alias(), _k.alias()
    others = select(other.c.thing).where(other.c.key == mine.c.key).limit(1)
    sign = func.substr(mine.c.key, 1, 1)
    over = case(
        (sign == "=", None),
        (sign == "~", others.offset(weak_limit).scalar_subquery()),
        else_=others.offset(limit).scalar_subquery(),
    )
    return select(mine.c.key, mine.c.thing).where(mine.c.thing.in_(nos), over.is_(None))


def _neighbours(conn: Connection, nos: Collection[int], from_score: float) -> Iterator[int]:
    for chunk in chunks(sorted(nos)):
        for one, other in ((_p.c.a, _p.c.b), (_p.c.b, _p.c.a)):
            yield from conn.execute(select(other).where(one.in_(chunk), _p.c.score >= from_score)).scalars()


def _sharing(conn: Connection, nos: Collection[int]) -> Iterator[int]:
    mine, theirs = _k.alias(), _k.alias()
    query = select(theirs.c.thing).where(mine.c.key == theirs.c.key).distinct()
    for chunk in chunks(sorted(nos)):
        yield from conn.execute(query.where(mine.c.thing.in_(chunk))).scalars()


def _grouped_with(conn: Connection, nos: Collection[int]) -> Iterator[int]:
    mine, theirs, others = _m.alias(), _m.alias(), _t.alias()
    query = (
        select(others.c.no)
        .select_from(_t)
        .join(mine, (mine.c.document == _t.c.document) & (mine.c.local == _t.c.local))
        .join(theirs, theirs.c.id == mine.c.id)
        .join(others, (others.c.document == theirs.c.document) & (others.c.local == theirs.c.local))
    )
    for chunk in chunks(sorted(nos)):
        yield from conn.execute(query.where(_t.c.no.in_(chunk))).scalars()


def _thing(row: object) -> Thing:
    return Thing(*(getattr(row, f) for f in ("no", "document", "local", "kind", "first", "last", "record")))
