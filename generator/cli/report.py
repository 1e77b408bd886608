"""What a verb prints when it is done: where to look, what is open, what was kept."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.voice import Voice

if TYPE_CHECKING:
    from generator.advice.model import Finding
    from generator.facts.model import Facts
    from generator.pipeline import Result
    from generator.revision.model import Plan

LEVELS = ("error", "warning", "note")


def report_build(result: "Result", workspace: Path, voice: Voice) -> int:
    """Print what a build made and return its exit code: 1 when a conflict waits for a person."""
    report_changes(result.plan, voice)
    decisions = count_open(result.strategy.facts)
    click.echo(voice.say("cli.build.pages", pages=result.site.pages))
    click.echo(voice.say("cli.build.open", count=decisions))
    tell_counts(result.strategy.advice.findings, voice)
    click.echo(voice.say("cli.build.done", page=(workspace / "site" / "index.html").resolve()))
    return 1 if result.plan.in_state("conflict") else 0


def report_changes(plan: "Plan", voice: Voice) -> None:
    """Print how many files are in each state."""
    told = plan.count_told()
    for state, count in told:
        click.echo(f"  {voice.say(f'plan.{state}')}: {count}")
    if not told:
        click.echo(f"  {voice.say('plan.nothing')}")


def count_open(facts: "Facts") -> int:
    """Return how many questions nobody decided yet."""
    return len(facts.list_open())


def tell_counts(findings: "tuple[Finding, ...]", voice: Voice) -> None:
    """Print how many findings of each level there are, if any."""
    counts = Counter(str(finding.level) for finding in findings)
    if findings:
        parts = [f"{voice.say(f'finding.{level}')}: {counts[level]}" for level in LEVELS]
        click.echo(f"{voice.say('cli.findings')} {' · '.join(parts)}")


def tell_finding(finding: "Finding", voice: Voice) -> None:
    """Print one finding: what, why it matters, what to do about it and how long that takes."""
    click.echo(f"\n[{voice.say(f'finding.one.{finding.level}')}] {finding.id}")
    click.echo(f"  {finding.message.read_in(voice.language)}")
    click.echo(f"  {voice.say('finding.why', why=finding.why.read_in(voice.language))}")
    remedy = finding.remedy.read_in(voice.language)
    click.echo(
        f"  → {voice.say('finding.remedy', remedy=remedy, time=voice.tell_time(finding.minutes))}"
    )
