"""`testigo decide`: what a person decides, one command for each verb."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from testigo.cli.options import Command, case_argument, dry_run_option, joined
from testigo.cli.terminal import print_json, say

saying_options = joined(
    click.option(
        "--by", envvar="TESTIGO_USER", metavar="NAME", help="Who decides; else TESTIGO_USER, else your login."
    ),
    click.option("--reason", metavar="WORDS", help="Why, for whoever reads the log."),
    click.option("--at", metavar="TIME", help="When, in UTC: 2026-11-23T10:00:00Z; else now."),
    click.option("--json", "as_json", is_flag=True, help="Print the decision as JSON."),
    dry_run_option,
)


@click.group(
    help="""\b
Examples:
  testigo decide my.testigo reject 6bab:c3 --reason "a film, not an attack"
  testigo decide my.testigo correct 6bab:c3 '{"low": 14, "high": 14, "group": "all"}'
  testigo decide my.testigo merge 91cd:i1 6bab:i1
  testigo decide my.testigo not-same 6bab:i1 91cd:i1
  testigo decide my.testigo undo last

Say what a machine cannot: which claims hold, who belongs together, whose figures count. A decision is added to the log
with who, when and why, is never changed, and is undone by another one. It points at words, not at a reading, so it
stays when a better reader comes. See the log: testigo show CASE decision"""
)
@case_argument
@click.pass_context
def decide(ctx: click.Context, case: Path) -> None:
    ctx.obj = case


def verb(name: str, example: str, words: str) -> Callable[[Command], click.Command]:
    """Make a command of one verb; its function gives the target and what is said of it."""

    def decorate(function: Command) -> click.Command:
        def runs(case: Path, /, **typed: Any) -> None:
            said = {k: typed.pop(k) for k in ("by", "reason", "at", "as_json", "dry_run")}
            _decide(case, name.replace("-", "_"), function(**typed), **said)

        runs.__name__ = name
        command: Command = click.pass_obj(runs)
        command.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
        help_text = f"\b\nExample:\n  testigo decide my.testigo {name} {example}\n\n{words}"
        made: click.Command = decide.command(
            name, help=help_text, short_help=words.split(". ", maxsplit=1)[0].split(";", maxsplit=1)[0]
        )(saying_options(command))
        return made

    return decorate


def _decide(path: Path, name: str, pointed: tuple[Any, Any], **typed: Any) -> None:
    import getpass  # noqa: PLC0415

    from testigo.records import dump  # noqa: PLC0415
    from testigo.work.case import Case  # noqa: PLC0415
    from testigo.work.tellings import decided_words, would_decide_words  # noqa: PLC0415

    target, after = pointed
    said: dict[str, Any] = {"after": after, "reason": typed["reason"]} | ({"at": typed["at"]} if typed["at"] else {})
    with Case(path) as case:
        decides = case.foresee if typed["dry_run"] else case.decide
        made = decides(name, target, by=typed["by"] or getpass.getuser(), **said)
        if typed["as_json"]:
            print_json(dump(made))
        elif typed["dry_run"]:
            say(would_decide_words(made))
        else:
            say(decided_words(made, case))


claim_argument = click.argument("claim", metavar="CLAIM")
pair_arguments = joined(click.argument("one", metavar="ID"), click.argument("other", metavar="ID"))


@verb("accept", "6bab:c3", "Say that a claim is read rightly.")
@claim_argument
def accept(claim: str) -> tuple[Any, Any]:
    return claim, None


@verb("reject", "6bab:c3 --reason 'another day'", "Say that a claim is read wrongly; it no longer counts.")
@claim_argument
def reject(claim: str) -> tuple[Any, Any]:
    return claim, None


@verb(
    "correct", '6bab:c3 \'{"low": 14, "high": 14, "group": "all"}\'',
    "Say what a claim should be. VALUE is JSON as the record has it (docs: The record); stance and speakers with "
    '{"value": …, "stance": "claimed"}. An actor or place goes by its name: {"actor": {"name": "…"}}.',
)  # fmt: skip
@claim_argument
@click.argument("value", metavar="VALUE")
def correct(claim: str, value: str) -> tuple[Any, Any]:
    return claim, _json(value)


@verb(
    "add", "6bab:i1 killed 'at least 16 people' '{\"low\": 16, \"high\": null}'",
    "Add a claim that the reader missed: about which incident or actor of a report, which predicate, the exact WORDS "
    "that say so (they must stand in the text), and its value as JSON.",
)  # fmt: skip
@click.argument("about", metavar="ID")
@click.argument("predicate", metavar="PREDICATE")
@click.argument("words", metavar="WORDS")
@click.argument("value", metavar="VALUE")
@click.option("--nth", type=click.IntRange(min=1), default=1, show_default=True, help="Which place, if they recur.")
@click.pass_context
def add(ctx: click.Context, about: str, predicate: str, words: str, value: str, nth: int) -> tuple[Any, Any]:
    from testigo.work.case import Case  # noqa: PLC0415

    with Case(ctx.obj) as case:
        target = case.words(about, words, nth) | {"predicate": predicate}
    said = _json(value)
    after = said if isinstance(said, dict) and "value" in said else {"value": said}
    return target, after | {"subject": about.rpartition(":")[2]}


@verb(
    "merge",
    "91cd:i1 6bab:i1",
    "Make two case incidents, or actors, one. INTO is the id that stays; the other leads to it.",
)
@click.argument("case_id", metavar="ID")
@click.argument("into", metavar="INTO")
def merge(case_id: str, into: str) -> tuple[Any, Any]:
    return case_id, {"case": into}


@verb(
    "split", "6bab:i1 91cd:i1 5c0e:i2",
    "Take reports out of a case incident, or names out of an actor. MEMBER is a report's own incident, as `testigo show "
    "CASE incident ID` lists it; those named stay together, unless --each.",
)  # fmt: skip
@click.argument("case_id", metavar="ID")
@click.argument("members", metavar="MEMBER…", nargs=-1, required=True)
@click.option("--each", is_flag=True, help="Each of them by itself.")
def split(case_id: str, members: tuple[str, ...], each: bool) -> tuple[Any, Any]:
    return case_id, {"apart": [[m] for m in members] if each else [list(members)]}


@verb("same", "6bab:i1 91cd:i1", "Say that two reports' incidents, or actors, are one.")
@pair_arguments
def same(one: str, other: str) -> tuple[Any, Any]:
    return (one, other), None


@verb(
    "not-same", "6bab:i1 91cd:i1", "Say that two reports' incidents, or actors, are not one; it is never asked again."
)
@pair_arguments
def not_same(one: str, other: str) -> tuple[Any, Any]:
    return (one, other), None


@verb("unsure", "6bab:i1 91cd:i1", "Say that it cannot be told; the machine's answer stands, and is not asked again.")
@pair_arguments
def unsure(one: str, other: str) -> tuple[Any, Any]:
    return (one, other), None


@verb(
    "set", "rule majority",
    "Set how figures of several sources become one. rule: min-max, majority or ranked. sources: the names that `ranked` "
    "trusts, the most trusted first.",
)  # fmt: skip
@click.argument("setting", type=click.Choice(["rule", "sources"]))
@click.argument("values", metavar="VALUE…", nargs=-1, required=True)
def set_(setting: str, values: tuple[str, ...]) -> tuple[Any, Any]:
    if setting == "sources":
        return setting, list(values)
    if len(values) > 1:
        raise click.UsageError("a rule is one word: min-max, majority or ranked.")
    return setting, values[0]


@verb("assign", "6bab:i1 ana", "Say who is to look at an incident, an actor or a document.")
@click.argument("about", metavar="ID")
@click.argument("whom", metavar="NAME")
def assign(about: str, whom: str) -> tuple[Any, Any]:
    return about, whom


@verb("note", "6bab:i1 'the mayor was asked twice'", "Write something beside an incident, an actor or a document.")
@click.argument("about", metavar="ID")
@click.argument("words", metavar="WORDS")
def note(about: str, words: str) -> tuple[Any, Any]:
    return about, words


@verb("withhold", "'Rosa Quispe'", "Keep a name out of every export from now on.")
@click.argument("name", metavar="NAME")
def withhold(name: str) -> tuple[Any, Any]:
    return {}, name


@verb("undo", "last", "Take a decision back, an undo too. ID is the beginning of its id, or `last`.")
@click.argument("decision", metavar="ID")
def undo(decision: str) -> tuple[Any, Any]:
    return decision, None


def _json(typed: str) -> Any:
    try:
        return json.loads(typed)
    except ValueError as error:
        raise click.UsageError(f'not JSON: {typed}. Write it like {{"low": 14, "high": 14}}.') from error
