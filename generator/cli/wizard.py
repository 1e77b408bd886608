"""`playbook wizard`: the interview, in the browser or in the terminal, saved after every answer."""

import os
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import read_today, workspace_argument
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice
from questionnaire.errors import WorkspaceProblems

if TYPE_CHECKING:
    from questionnaire.web.serving import Link
    from questionnaire.web.wizard import Wizard


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(  # noqa: PLR0917 - click hands over the options by name
        workspace: Path, terminal: bool, quick: bool, many: bool, port: int, browser: bool
    ) -> int:
        if terminal:
            return ask_in_terminal(workspace, voice, quick=quick)
        return ask_in_browser(workspace, voice, quick=quick, many=many, port=port, browser=browser)

    flags = {"terminal": "--terminal", "quick": "--quick", "many": "--many"}
    return SpokenCommand(
        voice,
        "wizard",
        callback=act,
        params=[
            workspace_argument(),
            *(
                click.Option([flag], is_flag=True, help=voice.say(f"cli.wizard.{name}_help"))
                for name, flag in flags.items()
            ),
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65535),
                default=0,
                help=voice.say("cli.wizard.port_help"),
            ),
            click.Option(
                ["--browser/--no-browser"], default=True, help=voice.say("cli.wizard.browser_help")
            ),
        ],
    )


def ask_in_terminal(workspace: Path, voice: Voice, *, quick: bool) -> int:
    """Ask line by line on this terminal, or of a pipe."""
    # Imported here: --help needs neither the questionnaire nor the workspace.
    from generator.revision.workspace import create_workspace
    from questionnaire.loader import load_questionnaire
    from questionnaire.preset import load_presets
    from questionnaire.terminal import run_in_terminal

    questionnaire = load_questionnaire()
    place = create_workspace(workspace)
    with place.hold_interview():
        return run_in_terminal(
            place.answers,
            questionnaire,
            voice.language,
            quick=quick,
            today=read_today(),
            presets=load_presets(questionnaire),
        )


def ask_in_browser(
    workspace: Path, voice: Voice, *, quick: bool, many: bool, port: int, browser: bool
) -> int:
    """Serve the wizard to this computer's browser until the person ends it."""
    # Imported here for the same reason, and a terminal needs no web server.
    from questionnaire.web.serving import serve

    wizard = _open_wizard(workspace, voice, many=many)
    running = _take_over(wizard, quick=quick)
    if running is not None:
        # Another process has it open: its own link is of more use than a refusal.
        click.echo(voice.say("cli.wizard.again"))
        _show(running.url, voice, browser=browser)
        return 1
    try:
        serve(wizard, port, lambda url: _show(url, voice, browser=browser))
    except KeyboardInterrupt:
        click.echo("")
    click.echo(voice.say("cli.wizard.closed", folder=wizard.folder))
    return 0


def _take_over(wizard: "Wizard", *, quick: bool) -> "Link | None":
    """Become the only wizard of a folder; return the link of the one that is, if it listens."""
    # Imported here for the same reason as above.
    from questionnaire.web.serving import find_running

    if wizard.many:
        return find_running(wizard.folder)
    company = wizard.list_companies()[0]
    try:
        company.hold()
    except WorkspaceProblems:
        running = find_running(wizard.folder)
        if running is None:
            raise
        return running
    if quick:
        company.place.keep("quick", value=True)
    return None


def _open_wizard(workspace: Path, voice: Voice, *, many: bool) -> "Wizard":
    from generator.revision.workspace import create_workspace
    from generator.workbench import open_workbench
    from questionnaire.loader import load_questionnaire
    from questionnaire.preset import load_presets
    from questionnaire.web.wizard import Wizard, holds_many

    several = many or holds_many(workspace)
    if several:
        workspace.mkdir(parents=True, exist_ok=True)
    folder = workspace.resolve() if several else create_workspace(workspace).root
    questionnaire = load_questionnaire()
    return Wizard(
        folder=folder,
        many=several,
        questionnaire=questionnaire,
        consultant=open_workbench(),
        language=voice.language,
        today=read_today(),
        presets=load_presets(questionnaire),
        open_folder=lambda path: click.launch(str(path)) == 0,
    )


def _show(url: str, voice: Voice, *, browser: bool) -> None:
    """Open the link where there is a screen, and print it for where there is none."""
    opened = browser and _has_screen() and webbrowser.open(url)
    click.echo(voice.say("cli.wizard.opened" if opened else "cli.wizard.open", url=url))
    click.echo(voice.say("cli.wizard.end"))


def _has_screen() -> bool:
    """Say whether a window can open: in a bare terminal a text browser would take it over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
