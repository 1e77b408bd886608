"""A page of the project becomes the very HTML that the site tool makes of it."""

import markdown

from generator.project.article import convert_page
from generator.project.mkdocs_config import EXTENSIONS
from tests.built import ENERGY


def _convert_alone(text):
    """Convert with a converter that has read nothing before."""
    named = [one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS]
    settings = {}
    for one in EXTENSIONS:
        settings |= one if isinstance(one, dict) else {}
    names = list(dict.fromkeys(("toc", "tables", "fenced_code", *named)))
    return markdown.markdown(text, extensions=names, extension_configs=settings)


def test_front_matter_is_left_out():
    """The head of a page is no text; a page without one is taken whole."""
    assert convert_page('---\ntitle: "x"\n---\n\n# Hi {#top}\n') == '<h1 id="top">Hi</h1>'
    assert convert_page("a\n\n---\n\nb") == "<p>a</p>\n<hr />\n<p>b</p>"


def test_a_converter_that_is_used_again_remembers_nothing(samples):
    """Notes, abbreviations and anchors of one page don't reach the next."""
    pages = [
        content.decode()
        for name, content in samples[ENERGY].result.project.files.items()
        if name.startswith("docs/es/") and name.endswith(".md")
    ]
    for page in pages[::3]:
        body = page.partition("\n---\n")[2].strip("\n")
        assert convert_page(page) == _convert_alone(body)
