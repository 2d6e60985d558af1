"""Where there is no terminal, no colour, no UTF-8, nobody who reads on."""

import os
import signal
import subprocess
import sys
import time

import pytest


def test_a_c_locale_prints_utf8(shell, folder):
    env = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    result = shell("read", folder / "c.txt", "--json", env=env)
    assert result.returncode == 0, result.stderr
    assert "policía" in result.stdout.decode("utf-8")


def test_no_escape_codes_without_a_terminal_and_none_from_a_document(shell, tmp_path):
    (tmp_path / "x.txt").write_text("Gunmen killed \x1b[31m3 farmers\x1b[0m in Lima, Peru, on 3 May 2021.")
    result = shell("read", tmp_path / "x.txt")
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout + result.stderr


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_lines_keep_to_the_width(shell, folder, columns):
    result = shell("read", folder, env={"COLUMNS": str(columns)})
    assert result.returncode == 0
    longest = max(len(line) for line in result.stdout.decode().splitlines())
    assert longest <= max(columns, 30)


def test_a_reader_who_has_seen_enough_is_no_error(folder, shell):
    code = "from testigo.cli.main import main; main()"
    command = [sys.executable, "-c", code, "read", "--json", *[str(folder / "a.txt")] * 20]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_ctrl_c_ends_in_one_line(folder, tmp_path):
    code = "from testigo.cli.main import main; main()"
    texts = tmp_path / "many"
    texts.mkdir()
    for n in range(400):
        (texts / f"{n}.txt").write_text(f"Gunmen killed {n} farmers on Sunday in Ayacucho, Peru. " * 40)
    command = [sys.executable, "-c", code, "add", str(tmp_path / "c.testigo"), str(texts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as process:
        while not (tmp_path / "c.testigo").exists():
            time.sleep(0.1)
        time.sleep(1.0)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said.decode().splitlines() == ["stopped. What was read is kept; the same command goes on from there."]
