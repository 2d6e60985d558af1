"""What the program remembers about a case, as JSON under a name. What people set is a decision, not this."""

from typing import Any

from msgspec import json
from sqlalchemy import delete, insert, select

from testigo.store import schema
from testigo.store.database import Database

_s = schema.settings


class Settings:
    """Names and values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> Any:
        """Give a value; None where none was kept."""
        with self._database.reading() as conn:
            value = conn.execute(select(_s.c.value).where(_s.c.name == name)).scalar()
        return None if value is None else json.decode(value)

    def put(self, name: str, value: Any) -> None:
        """Keep a value; None forgets it."""
        with self._database.changing() as conn:
            conn.execute(delete(_s).where(_s.c.name == name))
            if value is not None:
                conn.execute(insert(_s).values(name=name, value=json.encode(value, order="sorted").decode()))
