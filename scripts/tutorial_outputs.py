"""Run the commands of docs/tutorial.md, and write what they print below them.

    python scripts/tutorial_outputs.py [--check]

A block begins with ```console; a line that begins with `$ ` is run by the shell, in an empty folder that holds the
project's `examples`, and what it prints to standard output follows. A line `…` stands for any lines. Standard error is
left out, for it tells rates and times; `(exit N)` ends a command that fails. --check fails where the page is old.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
WIDTH = "96"
MOST_LINES = 24  # of one output; the rest is cut in the middle, with a line that says so
ANY = "…"
_BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)


def commands_of(block: str) -> list[tuple[str, list[str]]]:
    """Give each command of a block with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def run(command: str, folder: Path) -> list[str]:
    """Run a command as a reader would, and give the lines that it prints."""
    path = f"{folder / '.bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    known = {"PATH": path, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": WIDTH, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, **known}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "Traceback" in done.stderr:
        sys.exit(f"$ {command}\n{done.stderr}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return [*lines, f"(exit {done.returncode})"] if done.returncode else lines


def prepare(folder: Path) -> None:
    """Put the examples and the program where the commands look for them."""
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / ".bin").mkdir()
    script = folder / ".bin" / "testigo"
    call = "from testigo.cli.main import main; main()"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{call}" "$@"\n', "utf-8")
    script.chmod(0o755)


def shortened(lines: list[str]) -> list[str]:
    """Leave out the middle of a long output."""
    if len(lines) <= MOST_LINES:
        return lines
    return [*lines[: MOST_LINES - 4], ANY, *lines[-3:]]


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Tell whether a page shows what was printed, `…` standing for any lines."""
    pattern = "".join(r"(?:.*\n)*" if line.strip() == ANY else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def all_run(page: str) -> list[tuple[str, list[str], list[str]]]:
    """Run every command of a page in turn; give it with what the page shows and what it printed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        prepare(folder)
        told = [pair for match in _BLOCK.finditer(page) for pair in commands_of(match[2])]
        return [(command, shown, run(command, folder)) for command, shown in told]


def filled(page: str) -> str:
    """Give the page with every output as printed now."""
    done = iter(all_run(page))

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for command, _ in commands_of(match[2]):
            lines += [f"$ {command}", *shortened(next(done)[2])]
        return match[1] + "\n".join(lines) + "\n" + match[3]

    return _BLOCK.sub(block, page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the page is old")
    page = PAGE.read_text("utf-8")
    if parser.parse_args().check:
        old = [command for command, shown, printed in all_run(page) if not agrees(shown, printed)]
        sys.exit("old outputs; run scripts/tutorial_outputs.py:\n" + "\n".join(old) if old else 0)
    PAGE.write_text(filled(page), "utf-8")


if __name__ == "__main__":
    main()
