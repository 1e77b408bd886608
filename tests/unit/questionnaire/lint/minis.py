"""Questionnaires of a few questions: sound ones, and each with one thing changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from questionnaire.sources import dump_yaml

Mini = Mapping[str, str]
"""The files of one questionnaire: their text by their name."""

EXAMPLES = {
    "text": ("Pan de masa madre", "Sourdough bread"),
    "long_text": ("Para que el barrio coma pan bueno.", "So that the street eats good bread."),
    "email": ("hola@lozano.example", "hello@harbour.example"),
    "url": ("https://lozano.example", "https://harbour.example"),
    "date": ("2027-01-11", "2027-01-11"),
    "time": ("8:00", "8:00"),
    "integer": ("12", "12"),
    "number": ("2,5", "2.5"),
    "boolean": ("Sí, los lunes", "Yes, on Mondays"),
    "colour": ("#1b4f72", "#1b4f72"),
    "choice": ("La primera", "The first"),
    "choices": ("Las dos", "Both"),
    "ranking": ("Primero ventas", "Sales first"),
    "pick": ("Inés Lozano", "Rose Adler"),
    "picks": ("Inés y Dani", "Rose and Sam"),
    "group": ("Inés, dueña", "Rose, owner"),
}
FIRST = ("red", "Rojo", "Red")
SECOND = ("blue", "Azul", "Blue")
THIRD = ("green", "Verde", "Green")


def both(es: str, en: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"es": es, "en": en}


def option(value: str, es: str, en: str, **more: Any) -> dict[str, Any]:
    """Return one option."""
    return {"value": value, "text": both(es, en), **more}


def options(count: int) -> list[dict[str, Any]]:
    """Return so many different options."""
    return [option(f"c{at}", f"Color {at}", f"Colour {at}") for at in range(count)]


def ask(name: str = "offer", kind: str = "text", **changes: Any) -> dict[str, Any]:
    """Return a question without a fault, or with what was changed; None takes a key out."""
    question: dict[str, Any] = {
        "id": name,
        "kind": kind,
        "tier": "standard",
        "text": both(f"¿Qué dices de {name}?", f"What do you say of {name}?"),
        "short": both(f"Dato {name}", f"Item {name}"),
        "help": both("Lo que ve quien entra en la tienda.", "What people see in the shop."),
        "why_we_ask": both("Decide el tamaño del manual.", "It sets the size of the handbook."),
        "example": both(*EXAMPLES.get(kind, EXAMPLES["text"])),
        "used_in": ["p.home"],
    }
    if kind in {"choice", "choices", "ranking"}:
        question["choices"] = [option(*FIRST), option(*SECOND), option(*THIRD)]
    if kind in {"integer", "number"}:
        question["limits"] = {"min": 1, "max": 100}
    if kind in {"pick", "picks"}:
        question["picks"] = "people"
    if kind == "group":
        question |= {
            "item_name": both("persona", "person"),
            "item_label": "name",
            "fields": [field("name"), field("role")],
        }
    return {key: value for key, value in (question | changes).items() if value is not None}


def field(name: str, kind: str = "text", **changes: Any) -> dict[str, Any]:
    """Return a field of a group."""
    return ask(name, kind, **({"used_in": None} | changes))


def section(*questions: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a section that opens with an essential question, for the short interview."""
    fresh: dict[str, Any] = {
        "id": "shop",
        "title": both("Tu tienda", "Your shop"),
        "intro": both("Lo básico.", "The basics."),
        "minutes": max(1, (len(questions) + 1) // 2),
        "questions": [ask("opening", tier="essential"), *questions],
    }
    return fresh | changes


def mini(*questions: dict[str, Any], **changes: Any) -> Mini:
    """Return a questionnaire of one section."""
    return parts(section(*questions, **changes))


def parts(*sections: dict[str, Any], languages: tuple[str, ...] = ("es", "en")) -> Mini:
    """Return a questionnaire of several sections."""
    head = {"format": 1, "id": "mini", "version": "1", "languages": list(languages)}
    files = {
        f"questions/{number:02}0-{one['id']}.yml": dump_yaml(one)
        for number, one in enumerate(sections, start=1)
    }
    return {"questionnaire.yml": dump_yaml(head), **files}


def edit(old: str, new: str, before: Mini | None = None) -> Mini:
    """Return a questionnaire with something else in the text of its files."""
    changed = {file: text.replace(old, new) for file, text in (before or mini(ask())).items()}
    assert changed != (before or mini(ask()))
    return changed


def write(files: Mini, folder: Path) -> Path:
    """Write a questionnaire into an empty folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return folder
