"""`playbook why`: the answers and rules behind one clause of the handbook."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import read_today, workspace_argument
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice

if TYPE_CHECKING:
    from generator.handbook.model import Handbook
    from generator.inquiry.explanation import AnswerBehind, DecisionBehind, Explanation


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(clause: str, workspace: Path, as_json: bool) -> int:
        # Imported here: --help needs no stage.
        from generator.inquiry.explanation import explain_clause, plan_book
        from generator.inquiry.influence import find_shaping
        from generator.pipeline import think

        strategy = think(workspace, read_today())
        book = plan_book(strategy, voice.language)
        found = explain_clause(strategy, book, clause, voice.language)
        if found is None:
            raise click.UsageError(_say_unknown(book, clause, voice))
        shaping = find_shaping(strategy, book, clause)
        if as_json:
            told = {**asdict(found), "shaping": sorted(shaping)}
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            tell(found, shaping, voice)
        return 0

    return SpokenCommand(
        voice,
        "why",
        callback=act,
        params=[
            click.Argument(["clause"], metavar="P.PAGE#CLAUSE"),
            workspace_argument(),
            click.Option(["--json", "as_json"], is_flag=True, help=voice.say("cli.json_help")),
        ],
    )


def _say_unknown(book: "Handbook", clause: str, voice: Voice) -> str:
    # Imported here for the same reason as above.
    from generator.inquiry.clauses import is_left_out, suggest_clause

    if is_left_out(clause):
        return voice.say("cli.why.left_out", value=clause)
    near = suggest_clause(book, clause)
    sentence = voice.say("cli.why.unknown", value=clause)
    return f"{sentence} {voice.say('cli.meant', near=near)}" if near else sentence


def tell(found: "Explanation", shaping: frozenset[str], voice: Voice) -> None:
    """Print the title, the answers with their state, and the recommendations with their rules."""
    click.echo(f"{found.title} [{found.clause}]\n")
    told = [one for one in found.answers if one.id in shaping]
    seen = tuple(one.short for one in found.answers if one.id not in shaping)
    code = "cli.why.from" if told else "cli.why.nothing"
    click.echo(voice.say(code))
    for answer in told:
        _tell_answer(answer, voice)
    if seen:
        click.echo(f"\n{voice.say('cli.why.seen', questions=seen)}")
    for decision in found.decisions:
        _tell_decision(decision, voice)
    if found.others:
        click.echo(f"\n{voice.say('cli.why.others', clauses=found.others)}")


def _tell_answer(answer: "AnswerBehind", voice: Voice) -> None:
    code = f"cli.why.{answer.state}"
    if answer.state == "pending" and answer.owner:
        code = "cli.why.pending_due" if answer.due else "cli.why.pending_owner"
    state = voice.say(code, person=answer.owner, due=answer.due, reason=answer.because)
    shown = " / ".join(answer.answer.splitlines())
    click.echo(f"  {answer.question} [{answer.id}]")
    click.echo(f"    {shown} ({state})" if shown else f"    ({state})")
    if answer.state in {"recommended", "suggested"} and answer.because:
        click.echo(f"    {answer.because}")


def _tell_decision(decision: "DecisionBehind", voice: Voice) -> None:
    name = voice.say(f"cli.why.name.{decision.kind}")
    click.echo("")
    if decision.points is None:
        click.echo(f"{name}: {decision.winner}")
    else:
        code = "cli.why.decided_over" if decision.runner_up else "cli.why.decided"
        click.echo(
            voice.say(
                code,
                name=name,
                winner=decision.winner,
                points=decision.points,
                runner_up=decision.runner_up,
                other=decision.runner_up_points,
            )
        )
    if decision.rules:
        click.echo(f"  {voice.say('cli.why.rules')}")
    for rule in decision.rules:
        assumed = f" ({voice.say('cli.why.assumed')})" if rule.assumed else ""
        click.echo(f"  {rule.points:+d}  {rule.text}{assumed} [{rule.rule}]")
    if decision.because:
        click.echo(f"  {decision.because}")
    for code, text in (("tie", decision.tie), ("flip", decision.flip)):
        if text:
            click.echo(f"  {voice.say(f'cli.why.{code}', text=text)}")
    if decision.chosen:
        click.echo(f"  {voice.say('cli.why.chosen', choice=decision.chosen)}")
