"""Cutting Markdown into the pieces a merge may move."""

import pytest

from generator.revision.clause_merge import says_the_same
from generator.revision.tokens import tokenise


def kinds(text):
    """Kinds of the tokens of a text, blank lines left out."""
    return [token.kind for token in tokenise(text) if token.kind != "blank"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Una frase. ¿Otra? «Sí.» Fin.", ["text"] * 4),
        ("Version 1.2 of e.g. this.", ["text"]),
        ("1. Uno. Dos.\n2. Tres.", ["item", "text", "item"]),
        ("- one\n  goes on\n- two", ["item", "item"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["row"] * 3),
        ("```\na. B\n\n# c\n```\nEnd.", ["fence", "text"]),
        ("~~~~\n~~~\n~~~~\n", ["fence"]),
        ('!!! note "N"\n    One. Two.\n\n    - Three.\n\nFour.', ["admonition", "text"]),
        ("<!-- a\n\nb -->\nText.", ["html", "text"]),
        ("<svg>\n<path/>\n</svg>\n\nText.", ["html", "text"]),
        ("### Head\nText.", ["head", "text"]),
    ],
)
def test_kinds_of_tokens(text, expected):
    """Sentences, items, rows and blocks are told apart, in Spanish too."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A b. C d.", "A b.\nC\nd."),
        ("A.\r\n\r\nB.\r\n", "A.\n\n\nB.\n"),
        ("1. A\n2. B", "1. A\n1. B"),
        ("* A", "- A"),
        ("| a | b |\n|---|:--|", "|a   |b|\n| ------ |:----|"),
        ("!!! note\n    A b.\n    C.", "!!! note\n    A b. C.  "),
    ],
)
def test_form_is_no_difference(one, other):
    """Wrapping, line ends, list numbers and table padding change nothing that is said."""
    assert says_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A. B.", "A.\n\nB."),
        ("- A\n- B", "- A\n  - B"),
        ("1. A", "- A"),
        ("```\na  b\n```", "```\na b\n```"),
        ("|---|:--|", "|---|--:|"),
        ("!!! note\n    - A\n    - B", "!!! note\n    - A - B"),
    ],
)
def test_structure_is_a_difference(one, other):
    """Paragraphs, nesting, kinds of list, code and alignment do matter."""
    assert not says_the_same(one, other)
