"""Section `readiness`: how much of what it takes is there, part by part, and what raises it."""

from collections.abc import Mapping

from generator.advice.model import ReadinessPart, ReadinessPiece
from generator.handbook.context import ViewContext

View = dict[str, object]
FILE = "readiness"
FIRST = 3
"""Steps that a page names before all the others."""


def view(context: ViewContext) -> View:
    """Return the score with its sentence, the parts, and the steps that raise it most."""
    readiness = context.advice.readiness
    for piece in readiness.pieces:
        context.facts.note(piece.reads)
    steps = [_describe_step(context, piece) for piece in readiness.missing]
    return {
        "score": context.pack.number(readiness.score),
        "band": context.text(context.entry(FILE, readiness.band, "bands").get("text")),
        "label": context.label(FILE, "label"),
        "parts": [_describe_part(context, part, steps) for part in readiness.parts],
        "steps": steps,
        "first": steps[:FIRST],
        "complete": not steps,
    }


def _describe_part(context: ViewContext, part: ReadinessPart, steps: list[View]) -> View:
    missing = [step for step in steps if step["part"] == part.id]
    return {
        "name": context.label(FILE, "parts", part.id),
        "won": context.pack.number(part.won),
        "possible": context.pack.number(part.possible),
        "missing": missing,
    }


def _describe_step(context: ViewContext, piece: ReadinessPiece) -> View:
    row = context.entry(FILE, piece.id, "pieces")
    return {
        "part": piece.part,
        "who": name_holder(context, piece),
        "does": context.text(_raise_of(row)),
        "gain": context.pack.number(context.advice.readiness.gain(piece)),
    }


def name_holder(context: ViewContext, piece: ReadinessPiece) -> str:
    """Return who brings a piece: by name, or by the role while nobody fills it."""
    if piece.who is not None:
        return context.name(piece.who)
    return context.label("escalation", "role_labels", piece.role)


def _raise_of(row: Mapping[str, object]) -> object:
    return row.get("raise")
