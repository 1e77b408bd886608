"""Every problem that the generator can report has its sentence in both languages."""

import ast
from pathlib import Path

import pytest

import generator
from generator.library.languages import load_language
from questionnaire.messages import knows
from questionnaire.text import LANGUAGES

ROOT = Path(generator.__file__).parent


def list_codes():
    """Return every literal code that some module of the generator puts into a Problem."""
    codes = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    codes.add(first.value)
    return sorted(codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language):
    """A person never reads a bare code."""
    known = load_language(language).messages
    assert [code for code in list_codes() if code not in known and not knows(code)] == []
