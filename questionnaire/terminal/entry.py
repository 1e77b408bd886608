"""The outermost edge of the wizard: the only lines that touch the real terminal."""

import shutil
import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from questionnaire.model import Questionnaire
from questionnaire.preset import Preset
from questionnaire.terminal.wizard import run_wizard
from questionnaire.text import Language


def run_in_terminal(
    path: Path,
    questionnaire: Questionnaire,
    language: Language,
    *,
    quick: bool,
    today: date,
    presets: Sequence[Preset] = (),
) -> int:
    """Run the wizard on this process's terminal or pipe and return its exit code."""
    # input() and not click.prompt: click tells the end of the input and Ctrl-C as one and the same.
    return run_wizard(path, questionnaire, language, quick, input, write_wrapped, today, presets)


def write_wrapped(text: str) -> None:
    """Print a line; on a terminal it is broken between words, not in the middle of one."""
    if not sys.stdout.isatty():
        click.echo(text)
        return
    width = max(shutil.get_terminal_size().columns - 1, 20)
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        pieces = textwrap.wrap(line, width, subsequent_indent=indent) or [""]
        for piece in pieces:
            click.echo(piece)
