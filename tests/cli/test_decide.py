"""Deciding on the command line: every verb, what it says, and how it is taken back."""

import json
import shutil

import pytest

from testigo import Case
from testigo.cli.decide import decide
from testigo.records.codes import Verb


@pytest.fixture
def copy(case, tmp_path):
    return shutil.copy(case, tmp_path / "c.testigo")


@pytest.fixture
def ids(copy):
    """The first incident of each of the two reports, and a claim of killed, as a person types them."""
    with Case(copy) as opened:
        one, two = (opened.document(n).id[7:15] for n in ("a.txt", "b.txt"))
        killed = next(c.id for c in opened.report("a.txt").claims if c.predicate == "killed")
    return f"{one}:i1", f"{two}:i1", f"{one}:{killed}"


def decisions(copy):
    with Case(copy) as opened:
        return opened.decisions()


def test_every_verb_of_the_record_is_a_command():
    assert {name.replace("-", "_") for name in decide.commands} == set(Verb.__args__)


@pytest.mark.parametrize("name", sorted(decide.commands))
def test_help_opens_with_an_example(run, name):
    shown = run("decide", "c.testigo", name, "--help").stdout
    assert f"testigo decide my.testigo {name} " in shown


def test_each_verb_is_appended_with_who_why_and_when_and_undone(run, copy, ids):
    one, two, claim = ids
    said = ["--by", "ana", "--reason", "seen myself", "--at", "2026-11-23T10:00:00Z"]
    wanted = [
        ["accept", claim], ["correct", claim, '{"low": 4, "high": 4, "group": "all"}'], ["reject", claim],
        ["add", one, "weapon", "farmers", '{"description": "rifles", "type": "firearm"}'],
        ["same", one, two], ["merge", two, one], ["split", one, two], ["not-same", one, two], ["unsure", one, two],
        ["set", "sources", "police", "the ministry"], ["set", "rule", "ranked"], ["assign", one, "ben"],
        ["note", "a.txt", "call the mayor"], ["withhold", "Rosa Quispe"],
    ]  # fmt: skip
    for args in wanted:
        if args[0] == "merge":
            assert run("decide", copy, "undo", "last", "--by", "ana").exit_code == 0
        result = run("decide", copy, *args, *said)
        assert (result.exit_code, result.stdout) == (0, ""), (args, result.stderr)
        assert "Take it back: testigo decide" in result.stderr
    told = [d for d in decisions(copy) if d.verb != "undo"]
    assert [d.verb.replace("_", "-") for d in told] == [w[0] for w in wanted]
    assert {(d.by, d.reason, d.at) for d in told} == {("ana", "seen myself", "2026-11-23T10:00:00Z")}
    shown = run("show", copy, "decision").stdout
    assert "undone: same" in shown and "seen myself" in shown
    rows = json.loads(run("show", copy, "decision", "--json").stdout)
    assert [r["undone"] for r in rows if r["verb"] == "same"] == [True]
    assert run("check", copy).exit_code == 0


def test_json_prints_the_decision_and_dry_run_changes_nothing(run, copy, ids):
    tried = run("decide", copy, "reject", ids[2], "--dry-run")
    assert "nothing was changed" in tried.stderr and decisions(copy) == []
    made = json.loads(run("decide", copy, "reject", ids[2], "--json", env={"TESTIGO_USER": "eva"}).stdout)
    assert (made["verb"], made["by"], made["target"]["predicate"]) == ("reject", "eva", "killed")
    assert made["before"]["value"]["low"] == 3


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["reject", "zzzz:c1"], 1, "no document"),
        (["correct", "{claim}", "14"], 1, "without what is right"),
        (["correct", "{claim}", "{{"], 2, "not JSON"),
        (["correct", "{claim}", '{{"low": "many"}}'], 1, "testigo: "),
        (["merge", "{one}", "{one}"], 1, "one already"),
        (["split", "{one}", "{one}"], 1, "cannot be split"),
        (["set", "rule", "average"], 1, "What can be set"),
        (["add", "{one}", "weapon", "no such words", "{{}}"], 1, "exact words"),
        (["undo", "zzzz"], 1, "no decision"),
        (["undo", "last"], 1, "no decision"),
    ],
)
def test_what_means_nothing_is_refused_with_the_way_out(run, copy, ids, args, code, words):
    one, _, claim = ids
    result = run("decide", copy, *(a.format(one=one, claim=claim) for a in args))
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert decisions(copy) == []


def test_a_split_shows_in_a_diff_and_the_pair_is_not_asked_again(run, copy, ids, tmp_path):
    one, two, _ = ids
    before = shutil.copy(copy, tmp_path / "before.testigo")
    assert run("decide", copy, "same", one, two).exit_code == 0
    shown = run("diff", before, copy).stdout
    assert "Brought together" in shown and "came" in shown
    assert run("diff", copy, "--until", "none").stdout == shown
    told = json.loads(run("diff", before, copy, "--json").stdout)
    assert [d["what"] for d in told] == ["joined"] and any(c["field"] == "killed" for c in told[0]["changes"])
    assert "Nothing differs" in run("diff", copy, copy).stdout
    asked = json.loads(run("show", copy, "pairs", "--json").stdout)
    assert not [p for p in asked if {p["a"]["name"], p["b"]["name"]} == {"a.txt", "b.txt"}]
    assert run("diff", copy).exit_code == 2


def test_a_case_dumped_and_loaded_is_the_case(run, copy, ids, tmp_path):
    run("decide", copy, "merge", ids[1], ids[0])
    lines = run("dump", copy).stdout
    again = tmp_path / "again.testigo"
    assert run("load", again, "-", input=lines).exit_code == 0
    assert run("reconcile", again).exit_code == 0
    assert run("show", again, "--json").stdout == run("show", copy, "--json").stdout
    assert run("load", again, "-", input=lines).exit_code == 1
