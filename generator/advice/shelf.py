"""What this layer needs of the library: rows of knowledge, laws and checks, as plain data."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from generator.library.languages import LanguagePack
from questionnaire.text import Language, Text

Row = Mapping[str, Any]


class Shelf(Protocol):
    """The part of the library that advice reads."""

    @property
    def knowledge(self) -> Mapping[str, Any]:
        """Files of `content/knowledge` by name."""
        ...

    @property
    def laws(self) -> Mapping[str, Any]:
        """Rows of law by jurisdiction code."""
        ...

    @property
    def checks(self) -> Sequence[Any]:
        """Rows of every file of `content/checks`."""
        ...

    @property
    def languages(self) -> Mapping[Language, LanguagePack]:
        """How each language writes numbers, dates and lists."""
        ...


def read_text(value: object) -> Text:
    """Return a text of the content as a Text, whether it is one already, a mapping or a string."""
    if isinstance(value, Text):
        return value
    if isinstance(value, Mapping):
        return Text({str(language): str(words) for language, words in value.items()})
    return Text({"es": str(value), "en": str(value)})
