"""How ready a company is, as `playbook check` tells it: to people and to programs."""

from typing import TYPE_CHECKING

import click

from generator.cli.voice import Voice

if TYPE_CHECKING:
    from generator.pipeline import Strategy

View = dict[str, object]


def tell_readiness(strategy: "Strategy", voice: Voice) -> None:
    """Print the score, its parts, and the steps that raise it most."""
    shown = read_readiness(strategy, voice)
    click.echo(voice.say("cli.check.readiness", score=shown["score"], band=shown["band"]))
    click.echo(f"  {' · '.join(_say_part(part) for part in _rows(shown['parts']))}")
    for step in _rows(shown["first"]):
        click.echo(f"  +{step['gain']}  {step['who']} {step['does']}")
    click.echo(f"  ({shown['label']})")


def describe_readiness(strategy: "Strategy", voice: Voice) -> View:
    """Return the same as plain data: every part, and every step with what it gives."""
    shown = read_readiness(strategy, voice)
    readiness = strategy.advice.readiness
    return {
        "score": readiness.score,
        "band": readiness.band,
        "parts": [
            {"id": one.id, "won": one.won, "possible": one.possible} for one in readiness.parts
        ],
        "missing": [
            {
                "id": piece.id,
                "gain": readiness.gain(piece),
                "who": step["who"],
                "does": step["does"],
            }
            for piece, step in zip(readiness.missing, _rows(shown["steps"]), strict=True)
        ],
    }


def read_readiness(strategy: "Strategy", voice: Voice) -> View:
    """Return the readiness in words, as the handbook has it."""
    # Imported here: --help needs no stage.
    from generator.handbook.context import make_context
    from generator.handbook.views.readiness import view
    from generator.library import load_library

    library = load_library()
    context = make_context(strategy.facts, strategy.advice, library, voice.language, "internal")
    return view(context)


def _say_part(part: View) -> str:
    return f"{part['name']} {part['won']}/{part['possible']}"


def _rows(value: object) -> list[View]:
    return value if isinstance(value, list) else []
