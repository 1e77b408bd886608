"""`playbook wizard`: the interview, question by question, saved after every answer."""

from pathlib import Path

import click

from generator.cli.options import read_today, workspace_argument
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(workspace: Path, terminal: bool, quick: bool) -> int:  # noqa: ARG001 - one front end so far
        # Imported here: --help needs neither the questionnaire nor the workspace.
        from generator.revision.workspace import create_workspace
        from questionnaire.loader import load_questionnaire
        from questionnaire.preset import load_presets
        from questionnaire.terminal import run_in_terminal

        questionnaire = load_questionnaire()
        place = create_workspace(workspace)
        with place.lock():
            return run_in_terminal(
                place.answers,
                questionnaire,
                voice.language,
                quick=quick,
                today=read_today(),
                presets=load_presets(questionnaire),
            )

    return SpokenCommand(
        voice,
        "wizard",
        callback=act,
        params=[
            workspace_argument(),
            click.Option(["--terminal"], is_flag=True, help=voice.say("cli.wizard.terminal_help")),
            click.Option(["--quick"], is_flag=True, help=voice.say("cli.wizard.quick_help")),
        ],
    )
