"""Pictures of the company, such as its logo: the name of a file in the folder `brand/`."""

import re
import unicodedata
from typing import Final

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import Language

_NAME: Final = re.compile(r"[^\s./\\][^/\\]{0,119}\.(?:svg|png|jpe?g)", re.IGNORECASE)


class Image(OneValue):
    """A file of `brand/` by its name; whether it can be published is seen when it is opened."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read the name of a picture; no folder, and an ending that says what it is."""
        del question, language
        name = unicodedata.normalize("NFC", text.removeprefix("brand/"))
        return (
            Parsed(name) if _NAME.fullmatch(name) else context.refuse("image", value=shorten(text))
        )
