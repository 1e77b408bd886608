"""`playbook demo`: the sample companies, each a workspace like any other, built to the end."""

import shutil
from pathlib import Path

import click

from generator.cli.options import read_today
from generator.cli.report import report_build
from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice
from questionnaire.sources import data_folder

DEFAULT_SAMPLES = ("panaderia-nandu", "norte-energia")
"""What `demo` builds when nothing is said: a small company and a larger one."""


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(folder: Path, everything: bool) -> int:
        # Imported here: the stages and the site tool are heavy, and --help needs neither.
        from generator.pipeline import Request, make

        codes = []
        for company in sample_companies() if everything else DEFAULT_SAMPLES:
            workspace = folder / company
            lay_out(company, workspace)
            click.echo(voice.say("cli.build.start", folder=workspace))
            codes.append(report_build(make(Request(workspace, read_today())), workspace, voice))
            click.echo("")
        return max(codes, default=0)

    folder = click.Argument(
        ["folder"],
        metavar="[DIR]",
        default="demo",
        type=click.Path(file_okay=False, path_type=Path),
    )
    everything = click.Option(
        ["--all", "everything"], is_flag=True, help=voice.say("cli.demo.all_help")
    )
    return SpokenCommand(voice, "demo", callback=act, params=[folder, everything])


def sample_companies() -> list[str]:
    """Return the names of all sample companies, the usual ones first."""
    found = data_folder("questionnaire", "examples").glob("*/answers.yml")
    others = {path.parent.name for path in found} - set(DEFAULT_SAMPLES)
    return [*DEFAULT_SAMPLES, *sorted(others)]


def lay_out(company: str, workspace: Path) -> None:
    """Copy a sample's answers and brand into a workspace; what is there already stays."""
    source = data_folder("questionnaire", "examples", company)
    for origin in sorted(path for path in source.rglob("*") if path.is_file()):
        target = workspace / origin.relative_to(source)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin, target)
