"""Every problem has its sentence, in both languages, and data never become template."""

import ast
import re
from pathlib import Path

import pytest

from questionnaire.errors import Place, Problem
from questionnaire.messages import all_messages, knows, message
from questionnaire.sources import data_folder
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH

CODE = re.compile(
    r"(?:answer|answers|condition|lint|preset|questionnaire|upgrade|warning|workspace|yaml)\.[a-z_]+"
)
PREFIXED = {
    "refuse": "answer",
    "problem": "answer",
    "ConditionError": "condition",
    "odd": "warning",
}
PREFIXED_BY_FILE = {"_add": "questionnaire", "_add_with_hint": "questionnaire"}
FILE_NAMES = {"questionnaire.yml", "lint.yml", "upgrades.yml", "answers.yml", "answers.html"}


def codes_of(path: Path) -> set[str]:
    """Return the problem codes that a file uses, read from its syntax tree."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if CODE.fullmatch(node.value) and node.value not in FILE_NAMES:
                found.add(node.value)
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            prefix = (PREFIXED | PREFIXED_BY_FILE).get(name)
            strings = [one.value for one in node.args if isinstance(one, ast.Constant)]
            words = [one for one in strings if isinstance(one, str)]
            if prefix and words and "." not in words[0]:
                found.add(f"{prefix}.{words[0]}")
    return found


def all_codes() -> set[str]:
    """Return every code used in questionnaire/, and those put together from parts."""
    used = {code for path in data_folder("questionnaire").rglob("*.py") for code in codes_of(path)}
    put_together = {f"answer.{code}" for code in ("url", "url_scheme", "url_user")} | {
        f"questionnaire.{code}" for code in ("unknown_key", "missing_key", "wrong_value")
    }
    return used | put_together


def test_enough_codes_are_found() -> None:
    """The search itself works: it sees codes of every layer."""
    assert {
        "answer.one_line", "answer.choice", "condition.chained", "condition.looks_ahead",
        "questionnaire.unknown_kind", "yaml.anchor",
    } <= all_codes()  # fmt: skip


@pytest.mark.parametrize("code", sorted(all_codes()))
def test_every_code_has_a_sentence_in_both_languages(code: str) -> None:
    """A person is never shown a bare code."""
    assert knows(code)
    assert all(all_messages()[code].get(language, "").strip() for language in LANGUAGES)


@pytest.mark.parametrize("code", sorted(all_messages()))
def test_both_languages_say_the_same_data(code: str) -> None:
    """A datum that one language tells is told by the other."""
    sentences = all_messages()[code]
    names = [set(re.findall(r"\{([a-z_]+)\}", sentences[language])) for language in LANGUAGES]
    assert names[0] == names[1]
    assert set(sentences) == set(LANGUAGES)


def test_data_are_never_read_as_a_template() -> None:
    """Braces, brackets and format fields in an answer stay what they are."""
    hostile = "{hint} {0.__class__} [[x]] %s"
    problem = Problem("answer.boolean", data={"value": hostile, "hint": "no"})
    assert hostile in message(problem, ENGLISH)


def test_a_part_without_its_data_is_left_out() -> None:
    """No suggestion, no half sentence about one."""
    allowed = {"allowed_es": ("a (A)", "b (B)"), "allowed_en": ("a (Ay)", "b (Bee)")}
    plain = message(Problem("answer.choice", data={"value": "x", **allowed}), ENGLISH)
    meant = message(Problem("answer.choice", data={"value": "x", "hint": "a", **allowed}), SPANISH)
    assert plain == "“x” is not one of the options. You can choose: a (Ay), b (Bee)."
    assert meant == (
        "«x» no es una de las opciones (¿querías decir «a»?). Puedes elegir: a (A), b (B)."
    )


def test_the_place_can_be_told_and_an_unknown_code_is_itself() -> None:
    """File and question are data too; a code from elsewhere is not hidden."""
    problem = Problem("workspace.unreadable", Place("answers.yml"))
    assert message(problem, ENGLISH).startswith("answers.yml")
    assert message(Problem("other.code"), ENGLISH) == "other.code"


def test_numbers_are_told_in_the_language() -> None:
    """A Spanish sentence has a decimal comma."""
    problem = Problem("answer.integer", data={"value": 2.5})
    assert message(problem, SPANISH).startswith("2,5 ")
    assert message(problem, ENGLISH).startswith("2.5 ")
