"""The verb `playbook lint`: are questionnaire and content sound, and is every seed item met."""

import click

from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act() -> int:
        # Imported here: linting reads all content, and --help reads none.
        from generator.lint import inspect

        report = inspect()
        for problem in report.problems:
            click.echo(voice.tell(problem), err=True)
        click.echo(f"seed items: {report.seeds.met}/{report.seeds.total}")
        click.echo(f"topics: {report.topics.met}/{report.topics.total}")
        click.echo(voice.say("cli.lint.done", count=len(report.problems)))
        return 1 if report.problems else 0

    return SpokenCommand(voice, "lint", callback=act, params=[])
