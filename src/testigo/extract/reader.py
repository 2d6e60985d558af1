"""The Reader: what extraction needs beside a document, opened once and only read."""

from collections.abc import Sequence
from pathlib import Path

from testigo.extract.mentions.reader_network import Network
from testigo.records import ReaderBlock
from testigo.reference import Gazetteer, Register
from testigo.version import __version__


class Reader:
    """A gazetteer, an actor register and the trained network, with the block that names them in every report.

    network: None reads with rules alone; the block then says so.

    Opening is cheap to repeat in another process; nothing in it changes after.
    """

    def __init__(self, gazetteer: Gazetteer, register: Register, network: Network | None = None) -> None:
        self.gazetteer = gazetteer
        self.register = register
        self.network = network
        self.block = ReaderBlock(
            name="testigo", version=__version__, model=network.version if network else "none",
            gazetteer=gazetteer.version, register=register.version,
        )  # fmt: skip

    @classmethod
    def open(
        cls, gazetteer: Sequence[Path] = (), register: Sequence[Path] | None = (), trained: bool = True
    ) -> "Reader":
        """Open the shipped tables, joined by the user's own CSV files, which win.

        register: None reads without any register; trained: False with rules alone, as where no weights are.
        Raises ConfigError for a table that cannot be read.
        """
        names = Register.none() if register is None else Register.open(register)
        return cls(Gazetteer.open(gazetteer), names, Network.shipped() if trained else None)
