"""How documents are read into reports: which reader, opened where, once for each process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from testigo.records import ConfigError, Document, Problem, Report

if TYPE_CHECKING:
    from testigo.extract import Reader

Extractor = Callable[[Document, tuple[Problem, ...]], Report]


class Opens(Protocol):
    """Something light that can be sent to another process and opens a reader there."""

    def open(self) -> Extractor: ...


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """What the reader is given besides its own data.

    gazetteer: CSV or GeoJSON files of places. register: CSV files of actors, besides the shipped ones; None for no
    register at all.
    """

    gazetteer: tuple[str, ...] = ()
    register: tuple[str, ...] | None = ()

    def open(self) -> Extractor:
        """Open the reader, which takes a moment and memory; the same options open one only once in a process."""
        return extractor_of(reader_with(self))


@cache
def reader_with(options: ReaderOptions) -> "Reader":
    """Give the reader of these options, opened once in a process."""
    from testigo.extract import Reader  # noqa: PLC0415 - the rooms are loaded when they are needed

    register = None if options.register is None else [Path(p) for p in options.register]
    return Reader.open(gazetteer=[Path(p) for p in options.gazetteer], register=register)


def extractor_of(reader: "Reader") -> Extractor:
    """Give an open reader as a function."""
    from testigo.extract import extract  # noqa: PLC0415

    return lambda document, problems: extract(document, reader, problems)


def opens(reader: "Reader | Opens | None", jobs: int) -> Opens:
    """Give what opens the reader that a user named: options, an open reader, or nothing for the default.

    Raises ConfigError for an open reader and more than one process: it cannot be sent to another.
    """
    if reader is None or isinstance(reader, ReaderOptions):
        return reader or ReaderOptions()
    from testigo.extract import Reader  # noqa: PLC0415

    if not isinstance(reader, Reader):
        return reader
    if jobs > 1:
        raise ConfigError("an open Reader serves one process. Give ReaderOptions, or jobs=1.")
    return _Opened(extractor_of(reader))


@dataclass(frozen=True, slots=True)
class _Opened:
    extractor: Extractor

    def open(self) -> Extractor:
        return self.extractor
