"""Templates → pages: one environment for the whole run, everything escaped."""

import functools
from collections.abc import Iterable, Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from questionnaire.sources import data_folder
from questionnaire.web.words import Fault


@functools.cache
def environment() -> Environment:
    """Return the environment of the wizard's templates."""
    found = Environment(
        loader=FileSystemLoader(data_folder("questionnaire", "web", "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # Only what the consultant has made is trusted: pages of the handbook and drawings, which
    # escape every answer themselves.
    found.filters["trusted"] = Markup
    found.filters["places"] = _place_faults
    found.filters["loose"] = _list_loose
    found.filters["sentence"] = _as_sentence
    return found


def _as_sentence(text: str, end: str = ".") -> str:
    """Return words that stand alone: with a capital, and with a stop unless they end with one."""
    words = text.strip()
    closed = not words or words[-1] in ".!?…:"
    return words[:1].upper() + words[1:] + ("" if closed else end)


def _place_faults(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """Return faults as an error summary lists them: where to go, and what to read."""
    return [(fault.field, fault.text) for fault in faults]


def _list_loose(texts: Iterable[str], target: str = "") -> list[tuple[str, str]]:
    return [(target, text) for text in texts]


def write_page(template: str, data: Mapping[str, object]) -> str:
    """Return a page; whatever the data hold is text, never markup."""
    return environment().get_template(template).render(data)
