"""`playbook sheet`: the questionnaire to read or print before anybody answers it."""

import click

from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act(form: str, quick: bool) -> int:
        # Imported here: the questionnaire is read only when it is printed.
        from questionnaire.loader import load_questionnaire
        from questionnaire.sheet import lay_out_sheet, write_markdown, write_page

        sheet = lay_out_sheet(load_questionnaire(), voice.language, quick=quick)
        click.echo(write_page(sheet) if form == "html" else write_markdown(sheet), nl=False)
        return 0

    options: list[click.Parameter] = [
        click.Option(
            ["--format", "form"],
            type=click.Choice(["md", "html"]),
            default="md",
            show_default=True,
            help=voice.say("cli.sheet.format_help"),
        ),
        click.Option(["--quick"], is_flag=True, help=voice.say("cli.wizard.quick_help")),
    ]
    return SpokenCommand(voice, "sheet", callback=act, params=options)
