"""Escaping leaves what is harmless as people wrote it."""

import pytest
from markupsafe import Markup

from generator.project.escaping import (
    Markdown,
    PlainText,
    clean_line,
    escape_markdown,
    escape_title,
)


@pytest.mark.parametrize(
    "text",
    [
        "AT&T y Cía.",
        "snake_case_name",
        "C++",
        "el 100 % de los días (sí)",
        "https://example.org/a_b?c=d&e=f#g",
        "10:30-14:00",
        "¿Qué? ¡Ya!",
        "3.5 horas",
        "«comillas» – raya",
    ],
)
def test_ordinary_text_stays_readable(text: str) -> None:
    """A person who edits the page later finds the words as they are."""
    assert escape_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a*", r"\*a\*"),
        ("1. uno", r"1\. uno"),
        ("# título", r"\# título"),
        ("a | b", "a &#124; b"),
        ("<b>", "&lt;b&gt;"),
        ("&copy;", "&amp;copy;"),
        ("{{ x }}", r"\{\{ x \}\}"),
        ("a\nb", "a b"),
    ],
)
def test_marks_are_escaped(text: str, expected: str) -> None:
    """What Markdown would take for a mark is escaped where it stands."""
    assert escape_markdown(text) == expected


def test_invisible_characters_go() -> None:
    """Placeholders of the Markdown library and direction marks can't be forged."""
    assert clean_line("a\x02b\x03\u202ec\x00") == "abc"


def test_title_keeps_plain_ampersands() -> None:
    """A title is escaped only where the theme would read it as HTML."""
    assert escape_title('AT&T <b> "x" &lt;') == "AT&T &lt;b&gt; &quot;x&quot; &amp;lt;"


def test_trusted_markdown_escapes_what_joins_it() -> None:
    """Joining a text to trusted Markdown escapes the text and not the Markdown."""
    assert Markdown("**") + PlainText("*a*") == r"**\*a\*"
    assert Markdown.escape(Markup("**b**")) == "**b**"


def test_text_is_no_list() -> None:
    """Letters of a text would escape differently from the text, so it can't be walked."""
    with pytest.raises(TypeError):
        list(PlainText("abc"))
