"""`playbook whatif`: what another answer would change, in words; writes nothing."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from generator.cli.options import read_today
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice

if TYPE_CHECKING:
    from generator.inquiry.changes import Tried
    from generator.inquiry.comparison import ClauseChange, Comparison, ToldFinding
    from generator.inquiry.differences import Difference

T = TypeVar("T")

_CHANGE = re.compile(r"(?P<question>[a-z][a-z0-9_]*)=(?P<value>.*)", re.DOTALL)


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(words: tuple[str, ...], text: bool, as_json: bool) -> int:
        # Imported here: --help needs no stage.
        from generator.inquiry.comparison import compare
        from generator.pipeline import think

        changes, workspace = read_words(words, voice)
        found = compare(think(workspace, read_today()), changes, voice.language)
        if as_json:
            click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        else:
            tell(found, voice, text=text)
        return 0

    return SpokenCommand(
        voice,
        "whatif",
        callback=act,
        params=[
            click.Argument(
                ["words"], nargs=-1, required=True, metavar=voice.say("cli.whatif.metavar")
            ),
            click.Option(["--text"], is_flag=True, help=voice.say("cli.whatif.text_help")),
            click.Option(["--json", "as_json"], is_flag=True, help=voice.say("cli.json_help")),
        ],
    )


def read_words(words: tuple[str, ...], voice: Voice) -> tuple[dict[str, str], Path]:
    """Return the changes and the folder; the folder may stand anywhere among the changes."""
    changes: dict[str, str] = {}
    folders: list[str] = []
    for word in words:
        found = _CHANGE.fullmatch(word)
        if found is None:
            folders.append(word)
        else:
            changes[found["question"]] = found["value"].strip()
    if not changes:
        raise click.UsageError(voice.say("cli.whatif.no_change"))
    if len(folders) > 1:
        raise click.UsageError(voice.say("cli.whatif.two_folders", value=folders[-1]))
    return changes, Path(folders[0] if folders else ".")


def tell(found: "Comparison", voice: Voice, *, text: bool) -> None:
    """Print what was tried and all that would change."""
    for one in found.tried:
        click.echo(_say_tried(one, voice))
    if found.empty:
        click.echo(voice.say("cli.whatif.nothing"))
        return
    _tell_list("gone", found.gone_findings, _say_finding(voice), voice)
    _tell_list("new", found.new_findings, _say_finding(voice), voice)
    _tell_list("changed", found.changed_findings, _say_finding(voice), voice)
    _tell_list("advice", found.advice, lambda one: _say_difference(one, voice), voice)
    for code, questions in (("opened", found.opened), ("closed", found.closed)):
        if questions:
            click.echo(f"\n{voice.say(f'cli.whatif.{code}', questions=questions)}")
    if found.clauses:
        click.echo(f"\n{voice.say('cli.whatif.clauses', count=len(found.clauses))}")
    for clause in found.clauses:
        _tell_clause(clause, voice, text=text)


def _say_tried(one: "Tried", voice: Voice) -> str:
    if not one.asked:
        return voice.say("cli.whatif.hidden", question=one.question)
    nothing = voice.say("cli.why.pending")
    if one.before == one.after:
        return voice.say("cli.whatif.same", question=one.question, after=one.after or nothing)
    return voice.say(
        "cli.whatif.head",
        question=one.question,
        before=one.before or nothing,
        after=one.after or nothing,
    )


def _tell_list(code: str, items: tuple[T, ...], say: Callable[[T], str], voice: Voice) -> None:
    if items:
        click.echo(f"\n{voice.say(f'cli.whatif.{code}')}")
    for one in items:
        click.echo(f"  - {say(one)}")


def _say_finding(voice: Voice) -> "Callable[[ToldFinding], str]":
    def say(one: "ToldFinding") -> str:
        level = voice.say(f"finding.one.{one.level}")
        shown = f"{one.message} [{level}, {one.id}]"
        return f"{one.before}\n    → {shown}" if one.before else shown

    return say


def _say_difference(one: "Difference", voice: Voice) -> str:
    nothing = voice.say("cli.whatif.nothing_there")
    return voice.say(
        "cli.whatif.line",
        label=voice.say(f"cli.whatif.{one.code}", name=one.name),
        before=one.before or nothing,
        after=one.after or nothing,
    )


def _tell_clause(clause: "ClauseChange", voice: Voice, *, text: bool) -> None:
    state = voice.say(f"cli.whatif.clause.{clause.state}")
    click.echo(f"  - {clause.title} ({state}) [{clause.id}]")
    if text:
        for line in clause.removed:
            click.echo(f"      - {line}")
        for line in clause.added:
            click.echo(f"      + {line}")
