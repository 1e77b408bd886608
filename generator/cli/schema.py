"""`playbook schema`: the JSON Schema of answers.yml, for editors."""

import json

import click

from generator.cli.spoken import SpokenCommand
from generator.cli.voice import Voice


def command(voice: Voice) -> click.Command:
    """Return the verb, speaking the voice's language."""

    def act() -> int:
        # Imported here: the questionnaire is read only when its schema is wanted.
        from questionnaire.loader import load_questionnaire
        from questionnaire.schema import build_schema

        schema = build_schema(load_questionnaire(), voice.language)
        click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
        return 0

    return SpokenCommand(voice, "schema", callback=act, params=[])
