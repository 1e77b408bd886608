"""Markdown of a page → the HTML of its article, as the site tool converts it, without that tool.

The site tool adds three extensions of its own before those of the configuration.
"""

from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

from generator.project.mkdocs_config import EXTENSIONS

if TYPE_CHECKING:
    from markdown import Markdown

_ADDED: Final = ("toc", "tables", "fenced_code")
"""What MkDocs converts with besides the extensions of a configuration."""
_FENCE: Final = "---\n"
_TURN: Final = Lock()
"""A converter keeps what it is reading, so it reads one page at a time."""


def convert_page(markdown: str) -> str:
    """Return the HTML of a page; its front matter is no part of it."""
    headed = markdown.startswith(_FENCE)
    text = markdown.partition(f"\n{_FENCE}")[2] if headed else markdown
    with _TURN:
        return _open().reset().convert(text.strip("\n"))


@cache
def _open() -> "Markdown":
    # Imported here: it loads the highlighter of the extensions, and most commands convert nothing.
    from markdown import Markdown

    named = [one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS]
    settings = {
        key: one for each in EXTENSIONS if isinstance(each, dict) for key, one in each.items()
    }
    return Markdown(extensions=list(dict.fromkeys((*_ADDED, *named))), extension_configs=settings)
