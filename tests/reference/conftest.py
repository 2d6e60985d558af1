"""The gazetteer is built once if the checkout has none (an installed package carries it)."""

import subprocess
import sys
from pathlib import Path

import pytest

from testigo.reference import Gazetteer, Register
from testigo.reference.gazetteer import SHIPPED

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shipped_gazetteer() -> Path:
    """The path of the shipped gazetteer, built where it is missing."""
    if not SHIPPED.exists():
        subprocess.run([sys.executable, str(ROOT / "build_gazetteer.py")], check=True)
    return SHIPPED


@pytest.fixture(scope="session")
def gazetteer(shipped_gazetteer: Path) -> Gazetteer:
    """The shipped gazetteer without any table of a user's."""
    return Gazetteer.open()


@pytest.fixture(scope="session")
def register() -> Register:
    """The shipped register without any table of a user's."""
    return Register.open()
