"""The gazetteer: the shipped table of places, joined by the user's, asked by name or id."""

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from testigo.records.errors import ConfigError
from testigo.reference.names import fold_name
from testigo.reference.places import GazetteerPlace
from testigo.reference.user_places import UserRow, read_user_places

SHIPPED = Path(__file__).parent / "data" / "gazetteer.sqlite"
_COLUMNS = "id, slug, name, names, type, country, parent, lat, lon, population, derived, radius_km"
_CACHE_LIMIT = 50_000  # names held in memory; beyond it the cache starts anew, which changes no answer


class Gazetteer:
    """Places by name and id. Open it with `Gazetteer.open`.

    Safe to use after a fork (each process opens the file itself) and to send to another process (it is opened there
    again from the same paths). Not to be shared between threads.
    """

    def __init__(self, paths: tuple[Path, ...], rows: list[UserRow], version: str) -> None:
        self.version = version
        self._paths = paths
        self._connection: sqlite3.Connection | None = None
        self._pid = 0
        self._names: dict[str, tuple[GazetteerPlace, ...]] = {}
        self._ids: dict[str, GazetteerPlace | None] = {}
        self._codes: dict[str, str] = {}
        self._user: dict[str, GazetteerPlace] = {}
        self._user_names: dict[str, list[str]] = {}
        self._join(rows)

    @classmethod
    def open(cls, extra: Sequence[Path] = ()) -> "Gazetteer":
        """Open the shipped gazetteer, read-only, and the user's tables beside it.

        extra: CSV tables (columns in `user_places`). A user's place comes before the shipped ones of its name, and
        one with a shipped id takes that place's seat. Raises ConfigError on a broken table or a missing gazetteer.
        """
        paths = tuple(Path(path) for path in extra)
        rows = [row for path in paths for row in read_user_places(path)]
        version = _shipped_version()
        if paths:
            digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()
            version = f"{version}+{digest[:8]}"
        return cls(paths, rows, version)

    def __reduce__(self) -> tuple[object, tuple[tuple[Path, ...]]]:
        return Gazetteer.open, (self._paths,)

    def lookup(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Find every place of this name or alternate name, as folded by `fold_name`.

        The user's first, in the order of their tables; then by population, most first, a division right after the
        settlement inside it that bears its name; then by id. Many alternate names are rare: compare `.name`
        where a short or common word is asked for.
        """
        key = fold_name(name)
        if key not in self._names:
            if len(self._names) >= _CACHE_LIMIT:
                self._names.clear()
                self._ids.clear()
            self._names[key] = self._find(key) if key else ()
        return self._names[key]

    def get(self, place_id: str) -> GazetteerPlace | None:
        """Give the place of this id, None if there is none."""
        if place_id not in self._ids:
            self._ids[place_id] = self._user.get(place_id) or self._shipped(place_id)
        return self._ids[place_id]

    def country(self, code: str) -> GazetteerPlace | None:
        """Give the country of an ISO 3166 alpha-2 code."""
        if not self._codes:
            rows = self._ask("SELECT country, id FROM places WHERE type = ?", "country")
            self._codes = {str(country): f"geonames:{number}" for country, number in rows}
        place_id = self._codes.get(code.upper())
        return self.get(place_id) if place_id else None

    def chain(self, place: GazetteerPlace) -> tuple[GazetteerPlace, ...]:
        """List what contains a place, from the direct parent up to the country. The first parent is followed."""
        found: list[GazetteerPlace] = []
        seen = {place.id}
        at: GazetteerPlace | None = place
        while at and at.within and at.within[0] not in seen:
            at = self.get(at.within[0])
            if at:
                seen.add(at.id)
                found.append(at)
        country = self.country(place.country) if place.country else None
        if country and country.id not in seen:
            found.append(country)
        return tuple(found)

    def is_within(self, inner: GazetteerPlace, outer: GazetteerPlace) -> bool:
        """Does one place lie in another (not: is it the same)? A region of several countries is in none of them."""
        return inner.id != outer.id and any(place.id == outer.id for place in self.chain(inner))

    def close(self) -> None:
        """Let the file go; asking again opens it again."""
        if self._connection and self._pid == os.getpid():
            self._connection.close()
        self._connection = None

    def _join(self, rows: list[UserRow]) -> None:
        for row in rows:
            if row.place.id in self._user:
                raise ConfigError(f"gazetteer {row.where}: id {row.place.id!r} stands in two tables")
            self._user[row.place.id] = row.place
            for key in sorted({fold_name(name) for name in (row.place.name, *row.place.names)} - {""}):
                self._user_names.setdefault(key, []).append(row.place.id)
        parents = {row.place.id: tuple(self._parent(row, name) for name in row.within) for row in rows}
        for place_id, within in parents.items():
            self._user[place_id] = self._settle(self._user[place_id], within)
        self._names.clear()
        self._ids.clear()

    def _parent(self, row: UserRow, name: str) -> str:
        """Resolve a container's name: in the user's tables, then in the gazetteer, in the row's country if told."""
        country = row.place.country
        same_country = [p for p in self.lookup(name) if p.id != row.place.id and country in (None, p.country)]
        choices = [p for p in same_country if p.id in self._user] or [p for p in same_country if p.type != "settlement"]
        choices = choices or same_country
        if not choices:
            raise ConfigError(
                f"gazetteer {row.where}: {row.place.name!r} lies within {name!r}, which is in neither your tables nor "
                f"the gazetteer{f' for {country}' if country else ''}. Add a row for it, or leave 'within' empty."
            )
        return choices[0].id

    def _settle(self, place: GazetteerPlace, within: tuple[str, ...]) -> GazetteerPlace:
        country = place.country
        parent = self.get(within[0]) if within else None
        if country is None and parent:
            country = parent.country
        if not within and country and place.type != "country":
            holder = self.country(country)
            within = (holder.id,) if holder else ()
        return msgspec.structs.replace(place, within=within, country=country)

    def _find(self, key: str) -> tuple[GazetteerPlace, ...]:
        own = [self._user[place_id] for place_id in self._user_names.get(key, ())]
        rows = self._ask(
            f"SELECT {_COLUMNS} FROM places WHERE id IN (SELECT place FROM names WHERE folded = ?) "
            "ORDER BY rank DESC, id",
            key,
        )
        shipped = [place for place in map(_place, rows) if place.id not in self._user]
        return (*own, *shipped)

    def _shipped(self, place_id: str) -> GazetteerPlace | None:
        kind, _, number = place_id.partition(":")
        if kind == "geonames" and number.isdecimal():
            rows = self._ask(f"SELECT {_COLUMNS} FROM places WHERE id = ?", int(number))
        else:
            rows = self._ask(f"SELECT {_COLUMNS} FROM places WHERE slug = ?", place_id)
        return _place(rows[0]) if rows else None

    def _ask(self, question: str, value: str | int) -> list[tuple[Any, ...]]:
        if self._connection is None or self._pid != os.getpid():
            self._connection, self._pid = _connect(), os.getpid()
        return self._connection.execute(question, (value,)).fetchall()


def _connect() -> sqlite3.Connection:
    if not SHIPPED.exists():
        raise ConfigError(
            f"the gazetteer {SHIPPED} has not been built. Install the package (`pip install -e .`) "
            "or run `python build_gazetteer.py` in its source folder."
        )
    return sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _shipped_version() -> str:
    connection = _connect()
    try:
        return str(connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()[0])
    except (sqlite3.DatabaseError, TypeError) as error:
        raise ConfigError(f"the gazetteer {SHIPPED} is damaged ({error}). Delete it and install again.") from error
    finally:
        connection.close()


def _place(row: tuple[Any, ...]) -> GazetteerPlace:
    number, slug, name, names, kind, country, parent, lat, lon, population, derived, radius = row
    return GazetteerPlace(
        id=str(slug) if slug else f"geonames:{number}",
        name=str(name),
        names=tuple(str(names).split("|")) if names else (),
        type=str(kind),
        country=country,
        within=(f"geonames:{parent}",) if parent else (),
        lat=lat,
        lon=lon,
        population=population,
        derived=bool(derived),
        radius_km=radius,
    )
