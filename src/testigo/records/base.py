"""What every record has in common: frozen, checked when made, and unknown keys kept.

A key that this version does not know goes into `more` on loading and comes back on dumping, so a record made by a
newer program loses nothing here. `more` never appears in JSON under that name.
"""

from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from testigo.records.errors import FormatError

MORE = "+more"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A noun: frozen, compared by value, every field written out."""

    more: dict[str, Any] = msgspec.field(default_factory=dict, name=MORE)

    def __post_init__(self) -> None:
        for name, allowed in _code_fields(type(self)):
            value = getattr(self, name)
            if value not in allowed:
                words = ", ".join(str(a) for a in allowed if a is not None)
                raise FormatError(f"{type(self).__name__}.{name}: {value!r} is not one of {words}", code="bad_value")


class Value(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The value of a claim: fields that say nothing are left out of JSON."""


@cache
def _code_fields(cls: type) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Name the fields typed as code lists, each with the words that it may hold."""
    found = []
    for name, hint in get_type_hints(cls).items():
        parts = [hint] if get_origin(hint) is Literal else [a for a in get_args(hint) if get_origin(a) is Literal]
        if not parts:
            continue
        words = tuple(w for p in parts for w in get_args(p))
        found.append((name, (*words, None) if type(None) in get_args(hint) else words))
    return tuple(found)


def need(condition: object, message: str) -> None:
    """Refuse a record that breaks its format."""
    if not condition:
        raise FormatError(message)
