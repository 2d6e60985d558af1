"""A case with three short reports in it, and two ways to run the command line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from testigo.cli.main import cli

REPORTS = {
    "a.txt": "Gunmen killed 3 farmers on Sunday in Ayacucho, Peru, police said.\n\nTwo people were injured.",
    "b.txt": "At least 5 people were killed in a bombing in Lima, Peru, on Monday, the health ministry said.",
    "c.txt": "La policía dijo que cinco personas murieron el lunes en un atentado con bomba en la ciudad de Lima.",
}
Run = Callable[..., Result]
Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the reports."""
    made = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command in this process."""

    def runs(*args: object, **kwargs: object) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in args], **kwargs)  # type: ignore[arg-type]

    return runs


@pytest.fixture(scope="session")
def case(folder: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the reports into a case; tests that change it take a copy."""
    path = tmp_path_factory.mktemp("case") / "c.testigo"
    assert run("add", path, folder, "--date", "2021-05-25").exit_code == 0
    assert run("reconcile", path).exit_code == 0
    return path


@pytest.fixture(scope="session")
def shell() -> Shell:
    """Run a command in a process of its own, with no terminal."""

    def runs(
        *args: object, env: dict[str, str] | None = None, **kwargs: object
    ) -> "subprocess.CompletedProcess[bytes]":
        code = "from testigo.cli.main import main; main()"
        command = [sys.executable, "-c", code, *map(str, args)]
        return subprocess.run(command, capture_output=True, env=os.environ | (env or {}), check=False, **kwargs)  # type: ignore[call-overload,no-any-return]

    return runs
