"""Whatever a company answers, pages show it as the text it is, and nothing else changes."""

import re
import unicodedata

import html5lib
import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.project.escaping import clean_line, escape_title
from generator.project.mkdocs_config import EXTENSIONS
from generator.project.templates import prepare_prose
from questionnaire.text import ENGLISH
from tests.properties.hostile import PAYLOADS

_TEMPLATE = """\
# H {{ c }}

Para {{ c }} mid.

{{ c }}

{{ c }} first.

First line
{{ c }}

- {{ c }}

Between the lists.

1. {{ c }}

> {{ c }}

| Key | Value |
|-----|-------|
| {{ c }} | {{ c }} |

[{{ c }}](https://ok.example/) **{{ c }}**

!!! note "{{ c }}"
    {{ c }}

{{ "pre " ~ c }}

{{ [c, c] | join(", ") }}

## S {{ c }} {#fixed}

END
"""
_HTML = "{http://www.w3.org/1999/xhtml}"
_SHAPE = [
    "h1",
    "p",
    "p",
    "p",
    "p",
    "ul",
    "li",
    "p",
    "ol",
    "li",
    "blockquote",
    "p",
    "table",
    "thead",
    "tr",
    "th",
    "th",
    "tbody",
    "tr",
    "td",
    "td",
    "p",
    "a",
    "strong",
    "div",
    "p",
    "p",
    "p",
    "p",
    "h2",
    "p",
]


def _render(value: str) -> str:
    prose = prepare_prose({"c": value}, ENGLISH, {})
    page = prose.render(_TEMPLATE, "page:1")
    prose.refuse()
    names = [one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS]
    options = {
        key: value for one in EXTENSIONS if isinstance(one, dict) for key, value in one.items()
    }
    return markdown.Markdown(extensions=names, extension_configs=options).convert(page)


def _see(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


def _check(value: str) -> None:
    expected = _see(clean_line(value))
    if not expected:
        return
    body = html5lib.parse(_render(value)).find(f"{_HTML}body")
    assert body is not None
    elements = [one for one in body.iter() if one is not body]
    assert [str(one.tag).removeprefix(_HTML) for one in elements] == _SHAPE
    assert {key for one in elements for key in one.attrib} <= {"id", "class", "href"}
    texts = [_see("".join(one.itertext())) for one in elements]
    shown = dict(enumerate(texts))
    assert shown[0] == _see(f"H {expected}")
    paragraphs = [text for one, text in zip(elements, texts, strict=True) if one.tag == f"{_HTML}p"]
    assert paragraphs[:4] == [
        _see(f"Para {expected} mid."),
        expected,
        f"{expected} first.",
        _see(f"First line {expected}"),
    ]
    cells = [
        text
        for one, text in zip(elements, texts, strict=True)
        if one.tag[len(_HTML) :] in {"li", "td"}
    ]
    assert cells == [expected] * 4
    assert paragraphs[5] == expected
    assert paragraphs[6] == f"{expected} {expected}"
    assert paragraphs[7:11] == [
        expected,
        expected,
        _see(f"pre {expected}"),
        f"{expected}, {expected}",
    ]
    assert paragraphs[-1] == "END"
    headings = [one for one in elements if one.tag == f"{_HTML}h2"]
    assert headings[0].attrib["id"] == "fixed"
    assert _see("".join(headings[0].itertext())) == _see(f"S {expected}")
    links = [one.attrib["href"] for one in elements if "href" in one.attrib]
    assert links == ["https://ok.example/"]


@pytest.mark.parametrize("value", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_hostile_answer_prints_as_itself(value: str) -> None:
    """Every payload of the corpus is visible as text in every position of a page."""
    _check(value)


_MARKS = "\\`*_{}[]()#+-.!|<>&~^=$:;\"'/?%@,0123 \n\tabcXYZwÄé"
_PIECES = st.one_of(
    st.sampled_from(sorted(PAYLOADS.values())),
    st.text(alphabet=_MARKS, max_size=8),
    st.text(max_size=4),
)


@settings(
    max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
@given(st.lists(_PIECES, max_size=4).map("".join))
def test_any_text_prints_as_itself(value: str) -> None:
    """Random mixtures of marks, payloads and letters are visible as the text they are."""
    _check(unicodedata.normalize("NFC", value))


@pytest.mark.parametrize("value", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_title_is_text_where_the_theme_prints_html(value: str) -> None:
    """A title that the theme prints without escaping shows as text, with no element of its own."""
    body = html5lib.parse(f"<p>{escape_title(value)}</p>").find(f"{_HTML}body")
    assert body is not None
    assert [one.tag for one in body] == [f"{_HTML}p"]
    assert len(body[0]) == 0
    assert _see(body[0].text or "") == _see(clean_line(value))
