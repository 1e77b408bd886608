"""Heads of chapters and checks: nothing on what is sound, each named fault on what isn't."""

from pathlib import Path

import pytest

from generator.library import load_library
from generator.library.languages import load_language
from generator.lint.heads import RULES, inspect_heads
from questionnaire.loader import load_questionnaire
from questionnaire.text import LANGUAGES
from tests.unit.questionnaire.lint.minis import ask, mini, write

CHAPTER = "id: p.home\npart: start\nslug: index\ntitle: {es: Casa, en: Home}\n"
CHAPTER += "summary: {es: Casa, en: Home}\nWHENclauses:\n  more: {CLAUSE}\n"
PROSE = "Texto.\n\n## Más {#more}\n\nTexto.\n"
CHECK = """\
- id: r.one
  level: error
  when: "WHEN"
  message: {es: "Falta.", en: "Missing."}
  remedy: {es: "Se pone en 7 días.", en: "It is added in 7 days."}
  why: {es: "Hace falta.", en: "It is needed."}
  seeds: [S0.1]
  minutes: 5
"""
SOUND = {"used": "p.home", "chapter": "", "clause": "", "check": CHECK}
RED = "colour == 'red'"
FAULTS = {
    "lint.unknown_chapter": {"used": "p.hime"},
    "lint.impossible_code": {"clause": "when: \"colour in ['red', 'pink']\""},
    "lint.never_shown": {"clause": "when: \"colour == 'red' and colour == 'blue'\""},
    "lint.always_shown": {"chapter": "when: \"colour in ['red', 'blue', 'green']\"\n"},
    "lint.clause_when_repeated": {"chapter": f'when: "{RED}"\n', "clause": f'when: "{RED}"'},
    "lint.check_twice": {"check": CHECK + CHECK},
    "lint.check_unsaid": {"check": CHECK.replace(', en: "Missing."', "")},
    "lint.remedy_without_date": {"check": CHECK.replace(" en 7 días", "")},
    "lint.check_unfinished": {"check": CHECK.replace("needed.", "needed")},
}


def inspect(folder: Path, *, used: str, chapter: str, clause: str, check: str):
    """Return the faults of a content folder with one chapter and one check."""
    asked = mini(ask("colour", "choice", used_in=[used]))
    questionnaire = load_questionnaire(write(asked, folder / "asked"))
    head = CHAPTER.replace("WHEN", chapter).replace("CLAUSE", clause)
    content = {
        "chapters/010-home/chapter.yml": head,
        "chapters/010-home/es.md.j2": PROSE,
        "chapters/010-home/en.md.j2": PROSE,
        "checks/all.yml": check.replace("WHEN", RED),
    }
    library = load_library(write(content, folder / "content"))
    return inspect_heads(
        questionnaire, type(library)(library.folder, frozenset(questionnaire.by_id))
    )


def test_sound_heads_have_no_fault(tmp_path):
    """A chapter and a check in order raise nothing."""
    assert inspect(tmp_path, **SOUND) == ()


def test_every_rule_has_a_fault():
    """A rule without a sample might never find anything."""
    assert set(FAULTS) == {rule.id for rule in RULES}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_named_with_its_place(code, tmp_path):
    """File, line and a sentence in both languages."""
    problems = inspect(tmp_path, **(SOUND | FAULTS[code]))
    assert {one.code for one in problems} == {code}
    for problem in problems:
        assert problem.where.file
        assert problem.where.line
        for language in LANGUAGES:
            assert code not in load_language(language).message(code, **problem.data)


def test_our_own_heads_have_no_fault():
    """What we ship keeps its own rules."""
    assert inspect_heads(load_questionnaire(), load_library()) == ()
