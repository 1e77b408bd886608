"""`playbook check`: every problem of the answers, every finding, and how far from final."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import read_today, workspace_argument
from generator.cli.readiness import describe_readiness, tell_readiness
from generator.cli.report import LEVELS, count_open, tell_counts, tell_finding
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice
from questionnaire.errors import Problem

if TYPE_CHECKING:
    from generator.pipeline import Strategy


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, as_json: bool) -> int:
        # Imported here: --help needs no stage.
        from generator.pipeline import think

        strategy = think(workspace, read_today())
        if as_json:
            click.echo(json.dumps(describe(strategy, voice), ensure_ascii=False, indent=2))
        else:
            tell_moves(workspace, voice)
            tell(strategy, voice)
        return 1 if any(finding.level == "error" for finding in strategy.advice.findings) else 0

    json_option = click.Option(["--json", "as_json"], is_flag=True, help=voice.say("cli.json_help"))
    return SpokenCommand(voice, "check", callback=act, params=[workspace_argument(), json_option])


def tell_moves(workspace: Path, voice: Voice) -> None:
    """Print what was brought up to date in answers to an older questionnaire, if anything was."""
    # Imported here for the same reason as above.
    from questionnaire.store import read_upgrade

    moved = read_upgrade(workspace / "answers.yml").moved
    for problem in moved:
        click.echo(voice.tell(problem))
    if moved:
        click.echo("")


def tell(strategy: "Strategy", voice: Voice) -> None:
    """Print the findings, most serious first, then what is still open."""
    findings = strategy.advice.findings
    for level in LEVELS:
        for finding in findings:
            if finding.level == level:
                tell_finding(finding, voice)
    odd = list_oddities(strategy)
    if odd:
        click.echo(f"\n{voice.say('cli.check.odd')}")
    for problem in odd:
        click.echo(f"  {voice.tell(problem)}")
    click.echo("")
    if not findings:
        click.echo(voice.say("cli.check.sound"))
    tell_counts(findings, voice)
    tell_readiness(strategy, voice)
    click.echo(voice.say("cli.build.open", count=count_open(strategy.facts)))


def list_oddities(strategy: "Strategy") -> tuple[Problem, ...]:
    """Return the answers that are valid but odd."""
    # Imported here for the same reason as above.
    from questionnaire.store import find_warnings

    facts = strategy.facts
    return find_warnings(strategy.answers, facts.questionnaire, facts.today)


def describe(strategy: "Strategy", voice: Voice) -> dict[str, object]:
    """Return the same as plain data for programs."""
    return {
        "open_decisions": sorted(strategy.facts.list_open()),
        "readiness": describe_readiness(strategy, voice),
        "warnings": [
            {
                "code": problem.code,
                "question": problem.where.question,
                "line": problem.where.line,
                "message": voice.tell(problem),
            }
            for problem in list_oddities(strategy)
        ],
        "findings": [
            {
                "id": finding.id,
                "level": finding.level,
                "message": finding.message.read_in(voice.language),
                "why": finding.why.read_in(voice.language),
                "remedy": finding.remedy.read_in(voice.language),
                "minutes": finding.minutes,
                "seeds": list(finding.seeds),
                "reads": list(finding.reads),
            }
            for finding in strategy.advice.findings
        ],
    }
