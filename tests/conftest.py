"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of shared reports and benchmarks: TESTIGO_SHARED, else `shared` beside the project."""
    default = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("TESTIGO_SHARED", default))
    if not folder.is_dir():
        pytest.skip(f"no shared reports and benchmarks at {folder}; set TESTIGO_SHARED to their folder")
    return folder
