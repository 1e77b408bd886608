"""Yes or no."""

from collections.abc import Mapping
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import Language, fold

_WORDS: Final[Mapping[str, bool]] = {
    "si": True, "s": True, "yes": True, "y": True, "true": True, "verdadero": True,
    "no": False, "n": False, "false": False, "falso": False,
}  # fmt: skip
_SHOWN: Final[Mapping[str, tuple[str, str]]] = {"es": ("No", "Sí"), "en": ("No", "Yes")}


class Boolean(OneValue):
    """A yes or a no, in either language whatever the language of the session."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read the usual words and their initials."""
        del question, language
        found = _WORDS.get(fold(text))
        return context.refuse("boolean", value=shorten(text)) if found is None else Parsed(found)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return yes or no in the language."""
        del question, context
        return "" if value is None else _SHOWN.get(language, _SHOWN["en"])[bool(value)]
