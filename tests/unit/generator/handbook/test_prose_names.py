"""Names in prose: found without running it, and checked against the view."""

import pytest

from generator.handbook.prose_names import check_prose, find_macros, find_uses, undefined_names
from questionnaire.errors import Place

VIEW = {
    "a": {"purpose": {"text": "", "known": True}},
    "company": {"name": "X"},
    "today": "hoy",
    "channels": {"rows": [], "by": {}},
}


@pytest.mark.parametrize(
    "prose",
    [
        "{{ company.name }} {{ today }}",
        "{% for row in channels.rows %}{{ row.platform }}{{ loop.index }}{% endfor %}",
        "{{ box(a.purpose) }}",
        "{% set x = company.name %}{{ x }}",
        "## Título {#anchor}",
        "{## un comentario con {{ nada }} ##}",
        '{{ company["name"] }}',
        "{{ channels.by.whatever }}",
    ],
)
def test_known_names_are_silent(prose: str) -> None:
    """Sections, loop variables, partials, own variables and free keys."""
    assert undefined_names(prose, VIEW, {"box"}) == ()


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("{{ compny.name }}", "compny.name"),
        ("{{ company.nme }}", "company.nme"),
        ("{{ a.purpos.text }}", "a.purpos.text"),
        ("{{ a.purpose.txt }}", "a.purpose.txt"),
        ("{{ box(today) }}", "box"),
        ("{{ today.year }}", "today.year"),
        ("{% if chanels.rows %}{% endif %}", "chanels.rows"),
    ],
)
def test_unknown_names_are_found(prose: str, name: str) -> None:
    """Wherever in the template they are."""
    assert [".".join(use.path) for use in undefined_names(prose, VIEW)] == [name]


def test_a_problem_has_the_line_of_the_file() -> None:
    """The passage begins at line 10 of its file, the name is on its third line."""
    problems = check_prose("a\nb\n{{ companny.name }}", Place("es.md.j2", 10), VIEW, ())
    assert [(one.where.line, one.data["near"]) for one in problems] == [(12, "company")]


def test_a_broken_template_is_one_problem() -> None:
    """With the words of the engine."""
    problems = check_prose("\n{% if x %}", Place("es.md.j2", 1), VIEW, ())
    assert [one.code for one in problems] == ["prose.unreadable"]


def test_text_without_marks_is_not_parsed() -> None:
    """Plain prose uses no names."""
    assert find_uses("Nada que ver { aquí }") == ()


def test_macros_are_known_by_their_definition() -> None:
    """The partials say what they offer."""
    assert find_macros({"es.md.j2": "{% macro box(x) %}{{ x }}{% endmacro %}"}) == {"box"}
