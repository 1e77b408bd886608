"""Prose can print, loop and choose; it can't compute, call or undo the escaping."""

from datetime import date
from pathlib import Path

import pytest

from generator.project.templates import prepare_prose, take_plain_data, write_link
from questionnaire.errors import ContentProblems
from questionnaire.text import LANGUAGES, SPANISH, Language

_VIEW = {
    "x": "*a* <b>",
    "number": 3,
    "yes": True,
    "nothing": None,
    "rows": [{"name": "a|b"}, {"name": "c"}],
    "a": {"people": {"items": [{"name": "Ana"}], "known": True}},
}


def _render(template: str) -> str:
    prose = prepare_prose(_VIEW, SPANISH, {"org": "<figure></figure>"})
    page = prose.render(template, "chapters/x/es.md.j2:7")
    prose.refuse()
    return page


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ x }}", r"\*a\* &lt;b&gt;"),
        ('{{ "**" ~ x }}', r"**\*a\* &lt;b&gt;"),
        ('{{ [x, x] | join("; ") }}', r"\*a\* &lt;b&gt;; \*a\* &lt;b&gt;"),
        ("{% set y %}**{{ x }}**{% endset %}{{ y }}", r"**\*a\* &lt;b&gt;**"),
        ("{{ number }} {{ nothing }}", "3 –"),
        ("{% for row in rows %}\n{{ row.name }}\n{% endfor %}", "a&#124;b\nc\n"),
        ("{{ rows | length }}{{ (rows | first).name }}", "2a&#124;b"),
        ("{% for one in a.people.items %}{{ one.name }}{% endfor %}", "Ana"),
        ("## T {#who}\n{## a note ##}{{ number }}", "## T {#who}\n3"),
        ("{{ drawing.org }}", "<figure></figure>"),
        ("no template at all {#x}", "no template at all {#x}"),
    ],
)
def test_prose_prints(template: str, expected: str) -> None:
    """Values, loops, filters and drawings print as they should, escaped exactly once."""
    assert _render(template) == expected


@pytest.mark.parametrize(
    "template",
    [
        "{{ missing }}",
        "{{ a.missing }}",
        "{{ x.upper() }}",
        "{{ x[0] }}",
        "{{ x + x }}",
        '{{ "%s" % x }}',
        "{{ number * 2 }}",
        "{{ x | safe }}",
        "{{ x | e }}",
        "{{ x | tojson }}",
        "{{ x | first }}",
        "{{ x.__class__ }}",
        "{{ rows.append(1) }}",
        "{{ a.__class__.__mro__ }}",
        "{{ range(9) }}",
        "{{ lipsum() }}",
        "{{ yes }}",
        "{{ rows }}",
        '{% include "es.md.j2" %}{{ missing }}',
        "{% if %}",
        "{{ 7*7 }",
    ],
)
def test_prose_may_not(template: str) -> None:
    """Anything else is the author's fault, with the file and the line."""
    with pytest.raises(ContentProblems) as caught:
        _render(f"first\nsecond {template}")
    place = caught.value.problems[0].where
    assert (place.file, place.line) == ("chapters/x/es.md.j2", 8)


def test_all_faults_come_at_once() -> None:
    """Two clauses with a fault each are two problems."""
    prose = prepare_prose({}, SPANISH, {})
    prose.render("{{ one }}", "a:1")
    prose.render("{{ two }}", "b:5")
    with pytest.raises(ContentProblems) as caught:
        prose.refuse()
    assert [(one.where.file, one.where.line) for one in caught.value.problems] == [
        ("a", 1),
        ("b", 5),
    ]


@pytest.mark.parametrize("strange", [date(2026, 1, 1), Path("x"), {"deep": [object()]}, {1, 2}])
def test_view_is_plain_data(strange: object) -> None:
    """An object with methods never reaches prose: that would be our bug."""
    with pytest.raises(TypeError):
        take_plain_data({"a": strange})


@pytest.mark.parametrize("language", LANGUAGES)
def test_partials_exist_in_every_language(language: Language) -> None:
    """Every box prints in every language; an open decision vanishes once it is known."""
    pending = {"owner": "Ana", "due": None, "suggestion": "x*", "stake": "y", "named": True}
    row = dict.fromkeys(
        [
            "title",
            "text",
            "cited",
            "source",
            "checked",
            "certainty",
            "level",
            "message",
            "remedy",
            "why",
            "page",
        ],
        "v",
    )
    view = {
        "q": {"known": False, "asked": True, "question": "Z", "short": "Z", "pending": pending},
        "k": {"known": True, "asked": True},
        "r": row,
    }
    prose = prepare_prose(view, language, {})
    boxes = prose.render(
        "{{ open_decision(q) }}{{ because(['a']) }}{{ legal_note([r]) }}{{ starting_value() }}"
        "{{ finding(r) }}{{ links([r, r]) }}{{ link('t', 'https://a.example') }}",
        "x:1",
    )
    known = prose.render("{{ open_decision(k) }}", "x:2")
    prose.refuse()
    assert r"x\*" in boxes
    assert "[t](https://a.example)" in boxes
    assert known.strip() == ""


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.test",
        "https://u:p@a.example",
        "x",
        "https://[",
    ],
)
def test_unsafe_address_is_no_link(address: str) -> None:
    """A text whose address may not be opened stays a text."""
    assert write_link("a]b", address) == "a\\]b"


def test_address_is_quoted() -> None:
    """Brackets and blanks of an address can't end the link early."""
    assert write_link("a", "https://a.example/b(c) d") == "[a](https://a.example/b%28c%29%20d)"
