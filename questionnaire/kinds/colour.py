"""Colours."""

import re
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import Language

_HEX: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHORT: Final = 4


class Colour(OneValue):
    """A colour as hexadecimal digits."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read `#rgb` or `#rrggbb`, keep the long form in lower case."""
        del question, language
        if not _HEX.fullmatch(text):
            return context.refuse("colour", value=shorten(text))
        digits = text.lower()
        if len(digits) == _SHORT:
            digits = "#" + "".join(digit * 2 for digit in digits[1:])
        return Parsed(digits)
