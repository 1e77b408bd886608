"""The command: finds the verb, speaks the person's language, turns errors into text and a code.

Exit codes: 0 all is well; 1 the answer is no; 2 wrong use or unreadable input; 3 our fault.
"""

import importlib
import os
import sys
from pathlib import Path

import click

from generator.cli.spoken import translate_help_option, write_options, write_usage
from generator.cli.voice import Voice, choose_language, spoken_languages
from questionnaire.errors import AnswerProblems, PlaybookError, WorkspaceProblems
from questionnaire.text import Language

VERBS = (
    "demo",
    "wizard",
    "check",
    "drill",
    "why",
    "whatif",
    "plan",
    "build",
    "serve",
    "sheet",
    "schema",
    "lint",
)
"""Each verb is a module of this package with `command(voice) -> click.Command`."""

NO, WRONG_USE, OUR_FAULT, INTERRUPTED = 1, 2, 3, 130


class Verbs(click.Group):
    """The verbs, each imported only when it is needed."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(
            name="playbook",
            help=voice.say("cli.help"),
            epilog=voice.say("cli.epilog"),
            options_metavar=voice.say("cli.options_metavar"),
            subcommand_metavar=voice.say("cli.command_metavar"),
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        self.voice = voice

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order in which people meet them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a verb's module and return its command."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"generator.cli.{cmd_name}")
        command: click.Command = module.command(self.voice)
        return command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line with its heading translated."""
        write_usage(self, ctx, formatter, self.voice)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the verbs with one line each."""
        write_options(self, ctx, formatter, self.voice)
        rows = [(name, self.voice.say(f"cli.{name}.short")) for name in VERBS]
        with formatter.section(self.voice.say("cli.commands")):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with a translated explanation."""
        return translate_help_option(super().get_help_option(ctx), self.voice)


def run() -> None:
    """Run the command line of this process and leave with an exit code that doesn't lie."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; nothing a user does wrong shows a traceback."""
    language, rest = _take_language(arguments)
    voice = Voice(language)
    try:
        group = Verbs(voice)
        _add_version(group, voice)
        outcome = group.main(args=rest, prog_name="playbook", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(voice.say("cli.interrupted"), err=True)
        return INTERRUPTED
    except click.ClickException as wrong:
        click.echo(voice.say("cli.wrong_use", detail=wrong.format_message()), err=True)
        return WRONG_USE
    except PlaybookError as error:
        return report_problems(error, voice)
    except Exception as fault:  # noqa: BLE001 - the one place where a bug becomes a sentence
        return _report_fault(fault, voice)
    return outcome if isinstance(outcome, int) else 0


def report_problems(error: PlaybookError, voice: Voice) -> int:
    """Print every problem of an error on standard error and return its exit code."""
    for problem in error.problems:
        click.echo(_visible(voice.tell(problem)), err=True)
    count = len(error.problems)
    if count > 1:
        click.echo(voice.say("cli.problem_count", count=count), err=True)
    return _code_of(error)


def _code_of(error: PlaybookError) -> int:
    unreadable = any(problem.code.startswith("yaml.") for problem in error.problems)
    if isinstance(error, WorkspaceProblems) or (isinstance(error, AnswerProblems) and unreadable):
        return WRONG_USE
    return NO


def _visible(text: str) -> str:
    """Keep a value from steering the terminal: control characters are shown, not sent."""
    return "".join(
        char if char == "\n" or char.isprintable() else f"\\x{ord(char):02x}" for char in text
    )


def _take_language(arguments: list[str]) -> tuple[Language, list[str]]:
    """Take `--language xx` from anywhere before the verb, so that even `--help` obeys it."""
    rest = list(arguments)
    if len(rest) >= 2 and rest[0] == "--language" and rest[1] in spoken_languages():  # noqa: PLR2004
        return Language(rest[1]), rest[2:]
    if rest and rest[0].startswith("--language=") and rest[0][11:] in spoken_languages():
        return Language(rest[0][11:]), rest[1:]
    return choose_language(), rest


def _add_version(group: click.Group, voice: Voice) -> None:
    def show(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            # Imported here: package metadata costs start-up time and only --version reads it.
            from importlib.metadata import version

            click.echo(f"playbook {version('social-playbook')}")
            ctx.exit()

    group.params.append(
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=show,
            help=voice.say("cli.version_help"),
        )
    )
    group.params.append(
        click.Option(
            ["--language"],
            type=click.Choice(spoken_languages()),
            expose_value=False,
            help=voice.say("cli.language_help"),
        )
    )


def _report_fault(fault: Exception, voice: Voice) -> int:
    # Imported here: only a bug needs it.
    import tempfile
    import traceback

    handle, name = tempfile.mkstemp(prefix="playbook-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        traceback.print_exception(fault, file=log)
    click.echo(voice.say("cli.our_fault", kind=type(fault).__name__, log=Path(name)), err=True)
    return OUR_FAULT
