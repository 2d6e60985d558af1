"""Every command: its exit code, what it prints where, and what its JSON holds."""

import json
import shutil
from pathlib import Path

import pytest

from testigo import Case, __version__
from testigo.cli.main import COMMANDS, cli
from testigo.records import load_report


@pytest.mark.parametrize("name", COMMANDS)
def test_help_opens_with_examples_that_name_the_command(run, name):
    shown = run(name, "--help").stdout
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert lines[1] == "Examples:"
    assert lines[2].startswith(f"testigo {name}")


def test_the_list_of_commands_is_the_commands(run):
    """Names in `COMMANDS` lead to commands of that name."""
    for name in COMMANDS:
        assert cli.get_command(None, name).name == name  # type: ignore[arg-type]
    assert all(name in run("--help").stdout for name in COMMANDS)


def test_version(run):
    assert run("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize(
    "args", [["nonesuch"], ["read"], ["show"], ["export", "c", "--to", "spoons"], ["add", "c", "x", "--jobs", "0"]]
)
def test_wrong_usage_exits_with_2_and_says_so_on_stderr(run, args):
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage" in result.stderr


def test_read_prints_a_page_with_the_words(run, folder):
    result = run("read", folder / "a.txt", "--date", "2021-05-25", "--outlet", "Radio Uno")
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("Radio Uno", "Sunday 23 May 2021", "killed", "3", "“killed 3 farmers”", "according to police"):
        assert words in result.stdout


def test_read_json_gives_one_loadable_record_a_line(run, folder):
    lines = run("read", "--json", folder).stdout.splitlines()
    assert [load_report(line).document.name for line in lines] == ["a.txt", "b.txt", "c.txt"]


def test_read_takes_standard_input(run):
    result = run("read", "-", "--json", input="A bomb killed 4 people in Lima, Peru.")
    report = load_report(result.stdout)
    assert report.document.name == "-"
    assert [c.value.low for c in report.claims if c.predicate == "killed"] == [4]


def test_read_goes_on_after_a_document_that_fails(run, folder):
    result = run("read", folder / "nonesuch.txt", folder / "b.txt", "--json")
    assert result.exit_code == 3
    assert load_report(result.stdout).document.name == "b.txt"
    assert "nonesuch.txt: there is no such file" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["read", "{folder}/a.txt", "--gazetteer", "nonesuch.csv"],
        ["read", "{folder}/a.txt", "--register", "nonesuch.csv"],
        ["read", "{folder}/a.txt", "--date", "2021-02-31"],
        ["show", "nonesuch.testigo"],
        ["show", "{case}", "incident", "zzzz"],
        ["show", "{case}", "actor", "Nobody"],
        ["why", "{case}", "zzzz:c1"],
        ["show", "{folder}/a.txt"],
    ],
)
def test_what_cannot_be_done_is_one_line_on_stderr_and_exit_1(shell, folder, case, args):
    result = shell(*(a.format(folder=folder, case=case) for a in args))
    said = result.stderr.decode()
    assert (result.returncode, result.stdout) == (1, b""), said
    assert said.startswith("testigo: ") and len(said.splitlines()) == 1


def test_register_none_stands_alone(run, folder):
    assert run("read", folder / "a.txt", "--register", "none", "--register", "x.csv").exit_code == 2
    result = run("read", folder / "a.txt", "--register", "none", "--json")
    assert load_report(result.stdout).reader.register == "none"


def test_add_counts_on_stderr_and_passes_by_what_is_known(run, folder, tmp_path):
    case = tmp_path / "c.testigo"
    first, second = run("add", case, folder), run("add", case, folder)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "3 documents: 2 new, 1 kept but not read" in first.stderr
    assert "3 documents: 0 new, 3 known before" in second.stderr


def test_add_with_a_failure_exits_with_3_and_problems_lists_it(run, folder, tmp_path):
    case = tmp_path / "c.testigo"
    (tmp_path / "empty.txt").write_text("")
    result = run("add", case, folder / "a.txt", tmp_path / "empty.txt")
    assert result.exit_code == 3
    assert "1 failed" in result.stderr
    listed = json.loads(run("problems", case, "--json").stdout)
    assert sorted((p["name"], p["code"]) for p in listed) == [("a.txt", "no_date"), ("empty.txt", "empty")]


def test_dry_runs_change_nothing(run, folder, case, tmp_path):
    new = tmp_path / "new.testigo"
    assert "3 new" in run("add", new, folder, "--dry-run").stderr
    assert not new.exists()
    copy = shutil.copy(case, tmp_path / "copy.testigo")
    with Case(copy) as opened:
        before = (opened.documents(), opened.store.groups.ids())
    assert "0 new, 3 known" in run("add", copy, folder, "--dry-run").stderr
    assert "Nothing is new: " in run("reconcile", copy, "--dry-run").stderr
    assert run("purge", copy, "a.txt", "--dry-run").exit_code == 0
    with Case(copy) as opened:
        assert (opened.documents(), opened.store.groups.ids()) == before


def test_dry_reconcile_foretells_what_reconcile_does(run, folder, tmp_path):
    path = tmp_path / "c.testigo"
    run("add", path, folder)
    foretold = run("reconcile", path, "--dry-run").stderr
    assert foretold.replace("would be", "are") == run("reconcile", path).stderr


@pytest.mark.parametrize("what", ["incident", "actor", "document"])
def test_show_json_lists_what_the_library_lists(run, case, what):
    listed = json.loads(run("show", case, what, "--json").stdout)
    lines = [json.loads(line) for line in run("show", case, what, "--ndjson").stdout.splitlines()]
    with Case(case) as opened:
        ids = {"incident": opened.incidents, "actor": opened.actors, "document": opened.documents}[what]()
    assert [x["id"] for x in listed] == [x.id for x in ids] == [x["id"] for x in lines]
    assert run("show", case, what).exit_code == 0


def test_show_one_of_each(run, case):
    with Case(case) as opened:
        incident = next(i for i in opened.incidents() if i.killed.best == 3)
    shown = run("show", case, "incident", incident.id[:6]).stdout
    assert "“killed 3 farmers”" in shown and "a.txt" in shown
    assert "police" in run("show", case, "actor").stdout
    assert "language_unread" in run("show", case, "document", "c.txt").stdout


def test_what_was_added_after_reconciling_is_shown_too(run, case, tmp_path):
    """Its id is the one that `show` lists, minted or not."""
    copy = shutil.copy(case, tmp_path / "copy.testigo")
    (tmp_path / "new.txt").write_text("A bomb killed 7 people in Cusco, Peru, on 3 May 2021.")
    run("add", copy, tmp_path / "new.txt")
    for incident in json.loads(run("show", copy, "--json").stdout):
        shown = json.loads(run("show", copy, "incident", incident["id"], "--json").stdout)
        assert shown == incident
    assert "7" in run("show", copy).stdout


def test_why_marks_the_words_and_says_who(run, case):
    with Case(case) as opened:
        report = opened.report("b.txt")
        claim = next(c for c in report.claims if c.predicate == "killed")
    digits = report.document.id.removeprefix("sha256:")
    of_claim = run("why", case, f"{digits[:8]}:{claim.id}").stdout
    of_value = run("why", case, f"{digits[:8]}:{claim.subject}", "killed").stdout
    for shown in (of_claim, of_value):
        assert f"[{claim.quote}]" in shown
        assert "according to health ministry" in shown
    assert "gives low, high, best" in of_value.replace("\n ", "")


def test_why_of_a_field_that_nobody_tells_names_those_that_can_be_asked(run, case):
    with Case(case) as opened:
        incident = opened.incidents()[0].id
    result = run("why", case, incident, "displaced")
    assert result.exit_code == 1
    assert "What can be asked for: " in result.stderr and "killed" in result.stderr


def test_search_finds_and_marks(run, case):
    assert "[farmers]" in run("search", case, "farmers").stdout
    assert [h["name"] for h in json.loads(run("search", case, "farmers", "--json").stdout)] == ["a.txt"]


def test_check_exits_with_1_when_something_is_broken(run, case, tmp_path):
    assert run("check", case).exit_code == 0
    copy = Path(shutil.copy(case, tmp_path / "copy.testigo"))
    import sqlite3  # noqa: PLC0415

    with sqlite3.connect(copy) as database:
        database.execute("UPDATE raw SET body = x'00'")
    result = run("check", copy, "--json")
    assert result.exit_code == 1
    assert {f["kind"] for f in json.loads(result.stdout)} == {"bytes"}


def test_export_to_stdout_and_files(run, case, tmp_path):
    lines = run("export", case, "--to", "incidents").stdout.splitlines()
    assert {json.loads(line)["format"] for line in lines} == {"testigo-incident/1"}
    out = tmp_path / "reports.ndjson"
    result = run("export", case, "--to", "reports", "--out", out)
    assert (result.stdout, len(out.read_text().splitlines())) == ("", 3)
    assert str(out) in result.stderr
    assert run("export", case, "--to", "tables").exit_code == 2
    assert run("export", case, "--to", "tables", "--out", tmp_path / "t", "--withhold-victims").exit_code == 0
    assert (tmp_path / "t" / "incidents.csv").is_file()


def test_purge_asks_for_yes_where_nobody_can_be_asked(run, case, tmp_path):
    copy = shutil.copy(case, tmp_path / "copy.testigo")
    assert run("purge", copy, "a.txt").exit_code == 2
    with Case(copy) as opened:
        assert len(opened.documents()) == 3
    assert run("purge", copy, "a.txt", "--yes").exit_code == 0
    with Case(copy) as opened:
        assert [d.name for d in opened.documents()] != ["a.txt"] and len(opened.documents()) == 2
    assert run("purge", copy).exit_code == 2
