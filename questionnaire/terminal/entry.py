"""The outermost edge of the wizard: the only lines that touch the real terminal."""

from datetime import date
from pathlib import Path

import click

from questionnaire.model import Questionnaire
from questionnaire.terminal.wizard import run_wizard
from questionnaire.text import Language


def run_in_terminal(
    path: Path, questionnaire: Questionnaire, language: Language, *, quick: bool, today: date
) -> int:
    """Run the wizard on this process's terminal or pipe and return its exit code."""
    # input() and not click.prompt: click tells the end of the input and Ctrl-C as one and the same.
    return run_wizard(path, questionnaire, language, quick, input, click.echo, today)
