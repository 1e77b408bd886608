"""The arguments that several verbs share."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import click

from generator.cli.voice import Voice


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


def read_today() -> date:
    """Return today's date, or the one SOURCE_DATE_EPOCH fixes for repeatable builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now(tz=UTC).astimezone().date()
