"""The demo: offline, from the bundled examples, and nothing in it that the case does not hold."""

import json

import pytest

from testigo import Case
from testigo.records.words import resolved_figure_words

NO_NETWORK = """
import socket
def refuse(*_, **__): raise OSError("the demo asked for the network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
from testigo.cli.main import main
main()
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Run the demo, offline, and keep its case."""
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-c", NO_NETWORK, "demo", "--keep", str(folder)]
    return subprocess.run(command, capture_output=True, check=False), folder / "demo.testigo"


def test_it_prints_what_its_case_holds(demo):
    """Each San Miguel figure on the screen is the one that resolving the case gives."""
    result, path = demo
    shown = result.stdout.decode()
    assert result.returncode == 0, result.stderr
    with Case(path) as case:
        every = [i for i in case.incidents() if any(m.main for m in i.members)]
        opening = [i for i in every if i.place and i.place.name == "San Miguel de Ene"]
    assert opening
    for incident in opening:
        assert resolved_figure_words(incident.killed) in shown
        assert all(m.document in shown for m in incident.members)
        assert all((d.name or "").split()[0] in shown and d.stance in shown for d in incident.perpetrators)


def test_it_opens_on_sixteen_beside_fourteen_and_a_suspicion(demo):
    shown = demo[0].stdout.decode()
    opening = shown[: shown.index("Who they are")]
    assert "14" in opening and "16" in opening
    assert "suspected" in opening and "pamphlets" in opening.lower()


def test_it_counts_and_names_the_unread(demo):
    result, path = demo
    shown = result.stdout.decode()
    with Case(path) as case:
        unread = [d.name for d in case.documents() if d.state == "unread"]
        assert f"{len(case.incidents())} incidents of the {len(case.documents())} documents" in shown
    assert len(unread) == 2 and all(name in shown for name in unread)


def test_talk_goes_to_stderr_and_names_commands_that_work(demo, run):
    result, _ = demo
    said = result.stderr.decode()
    commands = [line.split()[1:] for line in said.splitlines() if line.strip().startswith("testigo show")]
    assert commands
    for args in commands:
        assert run(*args).exit_code == 0
    assert "Next:" not in result.stdout.decode()


def test_run_again_it_adds_nothing(demo, run):
    _, path = demo
    before = json.loads(run("show", path, "document", "--json").stdout)
    result = run("demo", "--keep", path.parent)
    assert result.exit_code == 0 and "0 new" in result.stderr
    assert json.loads(run("show", path, "document", "--json").stdout) == before
