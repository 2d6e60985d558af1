"""The Reader: what extraction needs beside a document, opened once and only read."""

from collections.abc import Sequence
from pathlib import Path

from testigo.records import ReaderBlock
from testigo.reference import Gazetteer, Register
from testigo.version import __version__


class Reader:
    """A gazetteer and an actor register, with the block that names them in every report.

    Opening is cheap to repeat in another process; nothing in it changes after.
    """

    def __init__(self, gazetteer: Gazetteer, register: Register) -> None:
        self.gazetteer = gazetteer
        self.register = register
        self.block = ReaderBlock(
            name="testigo", version=__version__, model="none", gazetteer=gazetteer.version, register=register.version
        )

    @classmethod
    def open(cls, gazetteer: Sequence[Path] = (), register: Sequence[Path] | None = ()) -> "Reader":
        """Open the shipped tables, joined by the user's own CSV files, which win.

        register: None reads without any register. Raises ConfigError for a table that cannot be read.
        """
        names = Register.none() if register is None else Register.open(register)
        return cls(Gazetteer.open(gazetteer), names)
