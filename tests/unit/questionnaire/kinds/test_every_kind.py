"""Every kind goes all the way: asked in the terminal, in the schema, on the sheet, saved and read."""

from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from jsonschema import Draft202012Validator

from questionnaire.answers import Status
from questionnaire.errors import Place
from questionnaire.kinds import KINDS
from questionnaire.kinds.weekdays import DAYS
from questionnaire.model import Choice, Limits, Question, Questionnaire, Section
from questionnaire.money import Money
from questionnaire.schema import build_schema
from questionnaire.sheet import lay_out_sheet, write_markdown, write_page
from questionnaire.sources import read_content
from questionnaire.store import load_answers
from questionnaire.terminal import run_wizard
from questionnaire.text import ENGLISH, LANGUAGES, Text

PLACE = Place("questions.yml", 1)


def both(words: str) -> Text:
    """Return the same words in both languages."""
    return Text({"es": words, "en": words})


OPTIONS = tuple(Choice(code, both(code.capitalize())) for code in ("sales", "service", "hiring"))
NAME = Question("name", "text", "essential", both("Who?"), both("Name"), PLACE)
PARTS = {
    "choice": {"choices": OPTIONS},
    "choices": {"choices": OPTIONS},
    "ranking": {"choices": OPTIONS},
    "weekdays": {"choices": DAYS},
    "pick": {"picks": "people", "item_label": "name"},
    "picks": {"picks": "people", "item_label": "name"},
    "group": {"fields": (NAME,), "item_label": "name", "item_name": both("thing")},
    "matrix": {
        "rows": OPTIONS, "columns": OPTIONS[:2], "picks": "people", "item_label": "name",
    },
}  # fmt: skip
TYPED = {
    "text": (["Bread"], "Bread"),
    "long_text": (["Bread\\", "and cake"], "Bread\nand cake"),
    "email": (["a@b.example"], "a@b.example"),
    "url": (["https://b.example"], "https://b.example"),
    "date": (["2026-12-15"], date(2026, 12, 15)),
    "time": (["9:30"], None),
    "integer": (["12"], 12),
    "number": (["2.5"], 2.5),
    "money": (["€1,500"], Money(1500, "EUR")),
    "boolean": (["1"], True),
    "choice": (["2"], "service"),
    "choices": (["1,3"], ("sales", "hiring")),
    "ranking": (["3,1"], ("hiring", "sales")),
    "weekdays": (["mon-wed, sun"], ("mon", "tue", "wed", "sun")),
    "pick": (["1"], "ana"),
    "picks": (["1"], ("ana",)),
    "colour": (["#0b6"], "#00bb66"),
    "image": (["logo.svg"], "logo.svg"),
    "matrix": (["2", "1", "", ""], {"service": {"sales": "ana"}}),
    "group": (["+", "Bea", ""], ({"id": "bea", "name": "Bea"},)),
}
"""What a person types for each kind, and the value it becomes (None: only that there is one)."""


def build(kind: str) -> Questionnaire:
    """Return a questionnaire that asks for people and then one question of a kind."""
    people = Question(
        "people", "group", "essential", both("Who?"), both("People"), PLACE,
        fields=(NAME,), item_name=both("person"), item_label="name",
    )  # fmt: skip
    question = Question(
        "asked", kind, "essential", both("What?"), both("Asked"), PLACE,
        why_we_ask=both("To test it."), limits=Limits(), **PARTS.get(kind, {}),
    )  # fmt: skip
    section = Section("all", both("All"), both("All."), 1, (people, question), PLACE)
    by_id = MappingProxyType({"people": people, "asked": question})
    return Questionnaire("every-kind", "1", (section,), by_id)


def test_every_kind_is_typed_here() -> None:
    """A new kind of question must be able to do what the others can."""
    assert set(TYPED) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_goes_all_the_way(kind: str, tmp_path: Path) -> None:
    """Typed in the terminal it is saved, read back equal, passes the schema, and has its room."""
    questionnaire = build(kind)
    typed, value = TYPED[kind]
    path = tmp_path / "answers.yml"
    lines = iter(["+", "Ana", "", *typed, "q"])
    said: list[str] = []

    def read(_prompt: str) -> str:
        found = next(lines, None)
        if found is None:
            raise EOFError
        return found

    today = date(2026, 11, 22)
    assert run_wizard(path, questionnaire, ENGLISH, False, read, said.append, today) == 0
    answer = load_answers(path, questionnaire).by_id["asked"]
    assert answer.status is Status.ANSWERED
    assert answer.value == value or value is None
    for language in LANGUAGES:
        validator = Draft202012Validator(build_schema(questionnaire, language))
        assert [one.message for one in validator.iter_errors(read_content(path).data)] == []
        sheet = lay_out_sheet(questionnaire, language)
        box = sheet.parts[0].boxes[1]
        assert box.lines or box.options or box.cards or box.table or box.instruction
        assert "What?" in write_markdown(sheet)
        assert "What?" in write_page(sheet)
