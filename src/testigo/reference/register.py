"""The register of actors: who a name may stand for. It helps to recognise words; it never adds a claim.

A name is strong or weak. A strong name is looked for in a text by itself. A weak one (an ordinary word, a short
acronym, a name of several actors) needs support from the text around it and is found only when asked for.
"""

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import msgspec

from testigo.records.codes import ActorType
from testigo.records.errors import ConfigError
from testigo.reference.name_search import NameSearch
from testigo.reference.names import fold_name

SHIPPED = Path(__file__).parent / "data" / "register.csv"
SHIPPED_VERSION = "1"
ACTOR_TYPES: tuple[ActorType, ...] = get_args(ActorType)
COLUMNS = ("id", "name", "names", "weak_names", "type", "countries", "ucdp_id", "us_id", "parents", "source")


class RegisterActor(msgspec.Struct, frozen=True):
    """One actor of the register.

    id: "pe-mpcp", or "user-slug" from a user's table without ids. names: other strong names; weak_names: names that
    do not suffice alone (the main name among them if it is such a one). type: RECORD.md's actor types.
    countries: ISO 3166 codes of where it is or acts, the first its home. ucdp_id, us_id: ids in the UCDP Actor Dataset
    and the US list; being in either says nothing about any act. parents: register ids of what it split from.
    source: where the row can be checked.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    type: str = "armed_group"
    countries: tuple[str, ...] = ()
    ucdp_id: str | None = None
    us_id: str | None = None
    parents: tuple[str, ...] = ()
    source: str = ""

    @property
    def strong_names(self) -> tuple[str, ...]:
        """The names that suffice alone, main name first."""
        return (*(() if self.name in self.weak_names else (self.name,)), *self.names)


class Register:
    """Actors by name and id, found in text. Open it with `Register.open` or `Register.none`.

    It is read into memory whole, survives a fork and can be sent to another process, which opens it again.
    """

    def __init__(self, actors: Sequence[RegisterActor], version: str, origin: tuple[tuple[Path, ...], bool]) -> None:
        self.version = version
        self._origin = origin
        self._actors = {actor.id: actor for actor in actors}
        self._search: dict[bool, NameSearch] = {}
        self._names: dict[str, list[str]] | None = None

    @classmethod
    def open(cls, extra: Sequence[Path] = (), base: bool = True) -> "Register":
        """Open the shipped register (unless `base` is false) and the user's tables beside it.

        extra: CSV tables with the columns of `COLUMNS`, of which only `name` is required. A row with a shipped id
        takes that actor's seat; a strong name of the user's is no other actor's strong name any more.
        Raises ConfigError on a broken table.
        """
        paths = tuple(Path(path) for path in extra)
        actors = {actor.id: actor for actor in read_register(SHIPPED)} if base else {}
        added = [actor for path in paths for actor in read_register(path, is_user=True)]
        claimed = {fold_name(name) for actor in added for name in actor.strong_names}
        for actor in list(actors.values()) if claimed else ():
            taken = tuple(name for name in actor.strong_names if fold_name(name) in claimed)
            if taken:
                names = tuple(name for name in actor.names if name not in taken)
                actors[actor.id] = msgspec.structs.replace(actor, names=names, weak_names=(*actor.weak_names, *taken))
        actors.update((actor.id, actor) for actor in added)
        version = SHIPPED_VERSION if base else "none"
        if paths:
            version += "+" + hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:8]
        return cls(list(actors.values()), version, (paths, base))

    @classmethod
    def none(cls) -> "Register":
        """Give a register that knows nobody."""
        return cls((), "none", ((), False))

    def __reduce__(self) -> tuple[object, tuple[tuple[Path, ...], bool]]:
        return Register.open, self._origin

    def __len__(self) -> int:
        return len(self._actors)

    @property
    def actors(self) -> tuple[RegisterActor, ...]:
        """Every actor, in the order of the tables."""
        return tuple(self._actors.values())

    def get(self, actor_id: str) -> RegisterActor | None:
        """Give the actor of this id, None if there is none."""
        return self._actors.get(actor_id)

    def lookup(self, name: str) -> tuple[RegisterActor, ...]:
        """Find every actor of this name, as folded by `fold_name`: those for whom it is strong first, then by id."""
        if self._names is None:
            self._names = {}
            for actor in self._actors.values():
                for key in sorted({fold_name(each) for each in (actor.name, *actor.names, *actor.weak_names)}):
                    self._names.setdefault(key, []).append(actor.id)
        key = fold_name(name)
        found = [self._actors[actor_id] for actor_id in self._names.get(key, ())] if key else []
        return tuple(sorted(found, key=lambda actor: (key not in map(fold_name, actor.strong_names), actor.id)))

    def find(self, text: str, weak: bool = False) -> list[tuple[int, int, tuple[RegisterActor, ...]]]:
        """Find actors' names in a text: start, end, and the actors that it may be, by id.

        Offsets are code points, half-open; spans are in order and do not overlap, the longest name wins. Accents,
        punctuation and case are forgiven, but a name needs a capital, and acronyms and names of up to five letters
        are taken as written only. A possessive or plural s stays outside the span.
        weak: look for weak names too; a span is then given every actor whom the name may mean.
        """
        if weak not in self._search:
            self._search[weak] = NameSearch(
                (name, actor.id)
                for actor in self._actors.values()
                for name in (*actor.strong_names, *(actor.weak_names if weak else ()))
            )
        hits = self._search[weak].find(text)
        return [(start, end, tuple(self._actors[each] for each in ids)) for start, end, ids in hits]


def read_register(path: Path, is_user: bool = False) -> list[RegisterActor]:
    """Read one table of actors; lists inside a field are joined by |."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            header = list(reader.fieldnames or ())
            unknown = [column for column in header if column not in COLUMNS]
            if "name" not in header or unknown:
                wrong = f"unknown column {unknown[0]!r}" if unknown else "no column 'name'"
                raise ConfigError(
                    f"register {path}: line 1: {wrong}. Columns: {', '.join(COLUMNS)}; only name is required"
                )
            return [_actor(f"{path}: line {reader.line_num}", line, is_user) for line in reader if any(line.values())]
    except OSError as error:
        raise ConfigError(f"register {path}: cannot be read ({error.strerror}). Check the path.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"register {path}: not a UTF-8 CSV table ({error}). Save it as CSV, UTF-8.") from error


def _actor(where: str, line: dict[str, str], is_user: bool) -> RegisterActor:
    if None in line:
        raise ConfigError(f"register {where}: more fields than the header has. Quote fields that hold commas.")
    cell = {key: (value or "").strip() for key, value in line.items()}
    name, kind = cell["name"], cell.get("type") or "armed_group"
    if not fold_name(name):
        raise ConfigError(f"register {where}: no name")
    if is_user and kind not in ACTOR_TYPES:
        raise ConfigError(f"register {where}: unknown type {kind!r}. One of: {', '.join(ACTOR_TYPES)}")
    return RegisterActor(
        id=cell.get("id") or "user-" + fold_name(name).replace(" ", "-"),
        name=name,
        names=_parts(cell.get("names", "")),
        weak_names=_parts(cell.get("weak_names", "")),
        type=kind,
        countries=_parts(cell.get("countries", "")),
        ucdp_id=cell.get("ucdp_id") or None,
        us_id=cell.get("us_id") or None,
        parents=_parts(cell.get("parents", "")),
        source=cell.get("source", ""),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, text.split("|")) if part) if text else ()
