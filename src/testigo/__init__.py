"""Testigo reads reports of political violence and keeps the record, every value with the words it was read from.

    import testigo as tg
    report = tg.extract("At least 16 people were killed in …", published="2021-05-25")
    with tg.Case("my.testigo") as case:
        case.add("reports/")

Nothing heavy is loaded until it is used. Nothing else than the names in `__all__` is promised.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from testigo.version import __version__

if TYPE_CHECKING:
    from testigo.extract import Reader
    from testigo.records import Actor, CaseIncident, Claim, Decision, Document, Incident, Place, Report, Span
    from testigo.work.case import Case
    from testigo.work.front import extract, read
    from testigo.work.readers import ReaderOptions

_HOMES = {
    "Case": "testigo.work.case",
    "Reader": "testigo.extract",
    "ReaderOptions": "testigo.work.readers",
    **dict.fromkeys(
        ("Actor", "CaseIncident", "Claim", "Decision", "Document", "Incident", "Place", "Report", "Span"),
        "testigo.records",
    ),
}
_ROOMS = ("read", "extract")  # a room and a function of one name: see _Face

__all__ = [
    "Actor", "Case", "CaseIncident", "Claim", "Decision", "Document", "Incident", "Place", "Reader", "ReaderOptions",
    "Report", "Span", "__version__", "extract", "read",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f"testigo.{name}")
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'testigo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


class _CallableRoom(ModuleType):
    """A room that is also the function of its name, which lives in `testigo.work.front`."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        front = import_module("testigo.work.front")
        return getattr(front, self.__name__.rpartition(".")[2])(*args, **kwargs)


class _Face(ModuleType):
    """This package's own module.

    `testigo.read` and `testigo.extract` are rooms, and Python puts a room here under its name when anything imports
    it; they are also the library's two verbs. So a room that is put here is made callable, and both uses hold.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _ROOMS and isinstance(value, ModuleType):
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
