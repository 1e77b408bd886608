"""What the wizard says: every sentence it uses is there, in every language, and none is left over."""

import re
import string
from collections.abc import Iterator
from typing import get_args

import pytest

from questionnaire.answers import Status
from questionnaire.interview import Progress
from questionnaire.sources import data_folder
from questionnaire.text import LANGUAGES
from questionnaire.web.consultant import BuildStep
from questionnaire.web.pages import environment
from questionnaire.web.routes.publish import RECIPES
from questionnaire.web.summary import SHOWS
from questionnaire.web.words import Words, choose_language, prefer_language, sentences

WEB = data_folder("questionnaire", "web")
LEVELS = ("error", "warning", "note")
EFFECTS = ("clause", "advice", "finding_new", "finding_gone", "opened", "closed")
COMPOSED = {
    "state_": [one.value for one in Status] + ["open"],
    "level_": LEVELS,
    "level_many_": LEVELS,
    "effect_": EFFECTS,
    "progress_": [one.value for one in Progress if one is not Progress.IN_PROGRESS],
    "show_": SHOWS,
    "recipe_": RECIPES,
    "recipe_name_": RECIPES,
    "step_": [*get_args(BuildStep), "waiting"],
    "own_": LANGUAGES,
    "language_": LANGUAGES,
}
"""Keys put together in a template or a module, with what follows."""
HEADS = ("not_found", "not_taken", "unreadable", "not_possible", "fault", "closed")
_ONE = re.compile(r"""\b(?:t|say)\(\s*(?:f?)['"]([a-z0-9_]+)['"]\s*[,)]""")
_MANY = re.compile(r"""\b(?:n|count)\(\s*['"]([a-z0-9_]+)['"]""")
_NAMED = re.compile(r"""['"]([a-z0-9_]+)['"]""")


def list_sources() -> Iterator[str]:
    """Yield the text of every template and module."""
    for path in sorted(WEB.rglob("*")):
        if path.suffix in {".html", ".py"}:
            yield path.read_text(encoding="utf-8")


def list_used() -> set[str]:
    """Return every key that is used for certain."""
    used = {f"{start}{end}" for start, ends in COMPOSED.items() for end in ends}
    used |= {f"{head}_{part}" for head in HEADS for part in ("title", "text")}
    for text in list_sources():
        used |= set(_ONE.findall(text))
        used |= {f"{key}_{number}" for key in _MANY.findall(text) for number in ("one", "many")}
    return used


def test_every_sentence_used_is_there():
    """A key that is missing would be a fault in front of a person."""
    assert list_used() - {"key"} <= set(sentences())


def test_no_sentence_is_left_over():
    """A sentence that nothing says is one that nobody reads before it is wrong."""
    named = {name for text in list_sources() for name in _NAMED.findall(text)}
    assert set(sentences()) - list_used() - named == set()


@pytest.mark.parametrize("key", sorted(sentences()))
def test_every_sentence_is_in_every_language(key):
    """With the same data filled in, and something to read."""
    said = sentences()[key]
    assert set(said) == set(LANGUAGES)
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(words) if name}
        for words in said.values()
    ]
    optional = {"count"} if key.endswith("_one") else set()
    assert fields[0] - optional == fields[1] - optional
    assert all(words.strip() for words in said.values())


def test_every_template_compiles():
    """Also those that no test of a page has drawn."""
    names = [name for name in environment().list_templates() if name.endswith(".html")]
    assert len(names) > 40
    for name in names:
        environment().get_template(name)


def test_a_language_is_chosen():
    """The first wish that we speak, whatever else a browser says."""
    assert choose_language("pt", None, "en") == "en"
    assert choose_language("", "xx") == LANGUAGES[0]
    assert prefer_language("pt-BR,en-GB;q=0.9,es;q=0.8") == "en"
    assert prefer_language("") is None
    assert Words(choose_language("es")).name("es") == "En español"
    assert Words(choose_language("es")).name("pt") == "pt"
