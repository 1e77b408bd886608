"""What drawing programs leave behind is taken out; what is picture stays or is refused by name."""

import pytest

from generator.project.logo import check_logo
from generator.project.svg_cleaning import clean_svg
from questionnaire.errors import AnswerProblems

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9"{0}>{1}</svg>'
)


def publish(inner: str, more: str = "") -> str:
    """Return a drawing cleaned and published."""
    return check_logo(clean_svg(HEAD.format(more, inner).encode()), "logo.svg").content.decode()


def refused(inner: str) -> str:
    """Return the code with which a drawing is refused after cleaning."""
    with pytest.raises(AnswerProblems) as caught:
        publish(inner)
    return caught.value.problems[0].code


def test_notes_and_scripts_go():
    """Layers, guides, scripts, handlers and comments leave no trace."""
    found = publish(
        "<!-- secret --><metadata><x/></metadata><script>alert(1)</script>"
        '<inkscape:grid/><g inkscape:label="Layer" onclick="alert(1)" data-name="a">'
        '<path d="M0 0h9" xml:space="preserve"/></g>',
        ' onload="alert(1)" xml:space="preserve" style="enable-background:new 0 0 9 9"',
    )
    for trace in ("secret", "metadata", "script", "alert", "inkscape", "data-name", "xml:space"):
        assert trace not in found
    assert 'd="M0 0h9"' in found


def test_styles_become_attributes():
    """Classes and inline styles paint the same as attributes; the inline style wins."""
    found = publish(
        "<style>/* x */ .a,.b{fill:#111;stroke:none} .b{fill:#222}</style>"
        '<path class="b" d="M0 0"/><path class="a" style="fill:#333;-inkscape-x:1" d="M1 1"/>'
    )
    assert '<path d="M0 0" fill="#222" stroke="none" />' in found
    assert 'fill="#333"' in found
    assert "style" not in found
    assert "class" not in found


def test_an_old_document_type_goes():
    """The line that old programs write names a definition and defines nothing."""
    text = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'
    assert b"DOCTYPE" not in clean_svg(text + HEAD.format("", "").encode())


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<style>path{fill:red}</style><path/>", "logo.element"),
        ("<style>@import url(x.css);</style>", "logo.element"),
        ('<image href="https://evil.test/t.png"/>', "logo.element"),
        ("<foreignObject><p/></foreignObject>", "logo.element"),
        ('<path style="fill:url(https://evil.test/x)"/>', "logo.value"),
        ('<path style="filter:url(#blur)"/>', "logo.attribute"),
        ('<use xlink:href="https://evil.test/x.svg#a"/>', "logo.element"),
        ("<g>" * 3000 + "</g>" * 3000, "logo.not_svg"),
    ],
)
def test_what_would_change_the_picture_is_refused(inner, code):
    """It isn't dropped in silence: the person learns what can't be published."""
    assert refused(inner) == code


def test_what_is_no_drawing_comes_back_as_it_is():
    """Saying what is wrong is left to the check."""
    assert clean_svg(b"<svg") == b"<svg"
    hostile = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>'
    assert clean_svg(hostile) == hostile
