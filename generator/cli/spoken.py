"""Click's own words (usage, options, help) in the language of the person."""

import click

from generator.cli.voice import Voice


class SpokenCommand(click.Command):
    """A verb whose help page is wholly in one language."""

    def __init__(self, voice: Voice, name: str, **settings: object) -> None:
        super().__init__(
            name,
            help=voice.say(f"cli.{name}.help"),
            options_metavar=voice.say("cli.options_metavar"),
            **settings,  # type: ignore[arg-type]
        )
        self.short_help = voice.say(f"cli.{name}.short")
        self.voice = voice

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line with its heading translated."""
        write_usage(self, ctx, formatter, self.voice)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a translated heading."""
        write_options(self, ctx, formatter, self.voice)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with a translated explanation."""
        return translate_help_option(super().get_help_option(ctx), self.voice)


def write_usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, voice: Voice
) -> None:
    """Write `Usage: …` in the language of the voice."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{voice.say('cli.usage')}: ")


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, voice: Voice
) -> None:
    """Write the list of options in the language of the voice."""
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    records = [option.get_help_record(ctx) for option in options]
    rows = [record for record in records if record is not None]
    if rows:
        with formatter.section(voice.say("cli.options")):
            formatter.write_dl(rows)


def translate_help_option(option: click.Option | None, voice: Voice) -> click.Option | None:
    """Give the help option its explanation in the language of the voice."""
    if option is not None:
        option.help = voice.say("cli.help_help")
    return option
