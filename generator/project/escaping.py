"""Escaping by type: a text from the answers prints as itself wherever prose puts it.

Trusted Markdown has its own type, and everything else is escaped on its way out. The rules
follow the extension list of `mkdocs_config.EXTENSIONS`: an extension added there may need a
rule here, and `tests/properties/test_escaping.py` renders with that very list to tell.
"""

import re
from typing import NoReturn, Self

from markupsafe import Markup

# Python-Markdown forges its own placeholders with STX and ETX; bidi marks reorder what is read.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
# Every kind of line end and blank but the no-break spaces, which a company may have typed on purpose.
_BLANK = re.compile("[ \t\n\x0b\x0c\r\x85\u2028\u2029]+")

_SPECIAL = re.compile(
    r"""
      (?P<backslash> [][\\`*{}]                     # links, spans, attribute lists, template braces
                   | (?<![^\W_])_ | _(?![^\W_])  # emphasis; inside a word it is harmless
                   | ^[\#!] | ^[-+](?=[-+ ]|$)      # heading, admonition, list, rule
                   | \#$ )                          # closing marks of a heading
    | (?P<entity>    [|<>]                          # cells, raw HTML
                   | ^[=:?~"^] | ~(?=~) | (?<=~)~   # heading underline, definition, fence, title
                   | &(?=\#?\w+;) )
    """,
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"^(\d+)\.(?= |$)")
_SHORT = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")


def clean_line(text: str) -> str:
    """Return a text on one line, without characters that nobody sees."""
    return _BLANK.sub(" ", _INVISIBLE.sub("", text)).strip()


def _replace(found: re.Match[str]) -> str:
    character = found.group()
    if found.lastgroup == "backslash":
        return "\\" + character
    return _SHORT.get(character) or f"&#{ord(character)};"


def escape_markdown(text: str) -> str:
    """Return Markdown that shows exactly this text, on one line, in any inline position."""
    return _LIST_NUMBER.sub(r"\1\.", _SPECIAL.sub(_replace, clean_line(text)))


def escape_title(text: str) -> str:
    """Return a text for places that the site's theme prints as HTML without escaping it.

    Only what would be read as markup changes, because some of those places are plain
    attributes: `AT&T` stays `AT&T`.
    """
    return _ENTITY_LIKE.sub("&amp;", clean_line(text)).translate(
        {ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
    )


class Markdown(Markup):
    """Markdown that we made and trust; whatever joins it is escaped as Markdown first."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """Return the thing as trusted Markdown, escaping it unless it already is."""
        if isinstance(s, Markup):
            return cls(s)
        return cls(escape_markdown(str(s)))


class PlainText(str):
    """A text of the view while prose is rendered: it escapes itself whatever it is joined with."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text as Markdown; the template engine asks for it by this name."""
        return escape_markdown(str.__str__(self))

    def __iter__(self) -> NoReturn:
        """Refuse to be read letter by letter: pieces of a text would escape differently."""
        raise TypeError("a text is not a list")
