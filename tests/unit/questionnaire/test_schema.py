"""The JSON Schema: sound, in both languages, yes to every sample and no to what is wrong."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from questionnaire.errors import AnswerProblems
from questionnaire.kinds import KINDS
from questionnaire.loader import load_questionnaire
from questionnaire.schema import build_schema
from questionnaire.schema.shapes import _SHAPES
from questionnaire.sources import data_folder, read_content, read_untrusted
from questionnaire.store import load_answers, read_answers, save_answers
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language

QUESTIONNAIRE = load_questionnaire()
VALIDATOR = Draft202012Validator(build_schema(QUESTIONNAIRE, ENGLISH))
SAMPLES = sorted(data_folder("questionnaire", "examples").glob("*/answers.yml"))
ANA = "{id: ana, name: Ana, role: Owner, department: management, hours: 2}"
LONG = "x" * 500


def _faults(path: Path) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(read_content(path).data)]


def _write(folder: Path, text: str) -> Path:
    path = folder / "answers.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_itself_is_sound(language: Language) -> None:
    """It keeps to draft 2020-12 and speaks of every question."""
    schema: Any = build_schema(QUESTIONNAIRE, language)
    Draft202012Validator.check_schema(schema)
    answers = schema["properties"]["answers"]["properties"]
    assert list(answers) == list(QUESTIONNAIRE.by_id)
    for name, question in QUESTIONNAIRE.by_id.items():
        assert answers[name]["title"] == question.short.read_in(language)
        assert question.text.read_in(language) in answers[name]["description"]


def test_every_kind_has_a_shape() -> None:
    """A new kind of question can't be forgotten."""
    assert set(_SHAPES) == set(KINDS)


def test_the_languages_differ_only_in_their_words() -> None:
    """The rules are the same whatever language the help is in."""

    def rules(part: Any) -> Any:
        if isinstance(part, dict):
            return {
                key: rules(value)
                for key, value in part.items()
                if not (key in {"title", "description"} and isinstance(value, str))
            }
        return [rules(one) for one in part] if isinstance(part, list) else part

    spanish, english = (build_schema(QUESTIONNAIRE, one) for one in (SPANISH, ENGLISH))
    assert spanish != english
    assert rules(spanish) == rules(english)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_sample_passes(path: Path) -> None:
    """What the program reads without a problem, an editor shows without one."""
    assert _faults(path) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_what_the_program_writes_passes(path: Path, tmp_path: Path) -> None:
    """A file saved anew by us is never underlined by an editor."""
    saved = tmp_path / "answers.yml"
    save_answers(saved, load_answers(path, QUESTIONNAIRE), QUESTIONNAIRE, ENGLISH)
    assert _faults(saved) == []


WRONG = [
    "answers: {employees: 4}",
    "format: 2\nanswers: {}",
    "format: 1\nanswer: {}",
    "format: 1\nlanguages: [fr]",
    "format: 1\nlanguages: []",
    "format: 1\nlanguages: [es, es]",
    "format: 1\nquestionnaire: {id: another}",
    "format: 1\nanswers: {compani_name: Acme}",
    "format: 1\nanswers: []",
    "format: 1\nanswers: {company_name: [a, b]}",
    f"format: 1\nanswers: {{company_name: {LONG}}}",
    "format: 1\nanswers: {company_name: {spanish: Acme}}",
    "format: 1\nanswers: {sector: bakery}",
    "format: 1\nanswers: {sector: [retail]}",
    "format: 1\nanswers: {employees: many}",
    "format: 1\nanswers: {employees: 0}",
    "format: 1\nanswers: {employees: 2.5}",
    "format: 1\nanswers: {jurisdictions: [XX]}",
    "format: 1\nanswers: {goals: [sales, sales]}",
    "format: 1\nanswers: {goals: [sales, leads, service, hiring]}",
    "format: 1\nanswers: {maturity: [none, crisis_plan]}",
    "format: 1\nanswers: {contact_email: nobody}",
    "format: 1\nanswers: {website: panaderia.example}",
    "format: 1\nanswers: {website: 'https://ana:1@panaderia.example'}",
    "format: 1\nanswers: {agency: perhaps}",
    "format: 1\nanswers: {service_from: early}",
    "format: 1\nanswers: {effective_date: 12/12/2026}",
    "format: 1\nanswers: {brand_colour: red}",
    "format: 1\nanswers: {people: {name: Ana}}",
    "format: 1\nanswers: {people: [Ana]}",
    "format: 1\nanswers: {people: [{name: Ana}]}",
    f"format: 1\nanswers: {{people: [{ANA.replace('hours: 2', 'hours: 90')}]}}",
    f"format: 1\nanswers: {{people: [{ANA.replace('id: ana', 'id: Ana Ruiz')}]}}",
    f"format: 1\nanswers: {{people: [{ANA.replace('role:', 'rol:')}]}}",
    "format: 1\nanswers: {posts_month: -1}",
    "format: 1\nrecommend: [company_name]",
    "format: 1\nrecommend: [posts_months]",
    "format: 1\npending: {offer: {dueño: ana}}",
    "format: 1\npending: {offer: {due: tomorrow}}",
    "format: 1\npending: [offer]",
    "format: 1\nnot_applicable: {offerr: no}",
    "format: 1\nnot_applicable: {offer: [no]}",
    "format: 1\nlater: offer",
    "format: 1\nnotes: {offer: [one, two]}",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_the_program_refuses_the_schema_refuses(text: str, tmp_path: Path) -> None:
    """Every wrong file is wrong for both, so the editor's word can be trusted."""
    path = _write(tmp_path, text)
    assert _faults(path)
    with pytest.raises(AnswerProblems):
        read_answers(read_untrusted(text.encode(), "answers.yml"), QUESTIONNAIRE)


@pytest.mark.parametrize(
    "text",
    [
        "format: 1",
        "format: 1\nx-note: {any: thing}\nanswers: {x-mine: 3}",
        "format: 1\nanswers: {company_name: 1984}",
        "format: 1\nanswers: {company_name: {es: Pan, en: Bread}}",
        "format: 1\nanswers: {service_from: 8, service_to: '17:30'}",
        "format: 1\nanswers: {agency: sí, influencers: false}",
        "format: 1\nanswers: {maturity: [none]}",
        "format: 1\nanswers: {es_customer_law: no}",
        f"format: 1\nanswers: {{people: [{ANA}], sponsor: Ana}}",
        "format: 1\npending:\n  offer:\n",
    ],
)
def test_ordinary_ways_of_writing_pass(text: str, tmp_path: Path) -> None:
    """What people really type, and the program reads, is not underlined."""
    path = _write(tmp_path, text)
    read_answers(read_untrusted(text.encode(), "answers.yml"), QUESTIONNAIRE)
    assert _faults(path) == []
