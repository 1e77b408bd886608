"""`playbook plan`: what a build would change, clause by clause; writes nothing."""

from pathlib import Path

import click

from generator.cli.options import edition_option, read_edition, read_today, workspace_argument
from generator.cli.report import report_changes
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, edition: str) -> int:
        # Imported here: --help needs no stage.
        from generator.pipeline import Request, foresee

        chosen = read_edition(edition)
        plan = foresee(Request(workspace, read_today(), chosen))
        for change in plan.files:
            if change.state == "unchanged":
                continue
            click.echo(f"{voice.say(f'plan.{change.state}')}: {change.path}")
            for clause in change.clauses:
                if clause.state != "unchanged":
                    name = voice.say(f"plan.{clause.state}")
                    click.echo(f"    {clause.page_id}#{clause.anchor}: {name}")
        click.echo("")
        report_changes(plan, voice)
        return 0

    return SpokenCommand(
        voice, "plan", callback=act, params=[workspace_argument(), edition_option(voice)]
    )
