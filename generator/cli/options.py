"""The arguments that several verbs share."""

from pathlib import Path
from typing import Literal

import click

from generator.cli.voice import Voice
from generator.revision.today import read_today

__all__ = ["edition_option", "read_edition", "read_today", "workspace_argument"]


def workspace_argument() -> click.Argument:
    """Return the folder of one company, the current one when it isn't given."""
    return click.Argument(
        ["workspace"],
        metavar="[DIR]",
        default=".",
        type=click.Path(file_okay=False, path_type=Path),
    )


def edition_option(voice: Voice) -> click.Option:
    """Return the choice between the internal edition and the public one."""
    return click.Option(
        ["--edition"],
        type=click.Choice(["internal", "public"]),
        default="internal",
        show_default=True,
        help=voice.say("cli.edition_help"),
    )


def read_edition(chosen: str) -> Literal["internal", "public"]:
    """Return the edition that was chosen, typed."""
    return "public" if chosen == "public" else "internal"
