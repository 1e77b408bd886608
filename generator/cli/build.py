"""`playbook build`: handbook and site from the answers."""

from pathlib import Path

import click

from generator.cli.options import edition_option, read_edition, read_today, workspace_argument
from generator.cli.report import report_build
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, edition: str, final: bool) -> int:
        # Imported here: the stages and the site tool are heavy, and --help needs neither.
        from generator.pipeline import Request, make

        request = Request(workspace, read_today(), read_edition(edition), final=final)
        click.echo(voice.say("cli.build.start", folder=workspace))
        return report_build(make(request), workspace, voice)

    final_option = click.Option(["--final"], is_flag=True, help=voice.say("cli.build.final_help"))
    return SpokenCommand(
        voice,
        "build",
        callback=act,
        params=[workspace_argument(), edition_option(voice), final_option],
    )
