"""Languages, texts that exist in each of them, and how words are compared."""

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NewType

Language = NewType("Language", str)

SPANISH = Language("es")
ENGLISH = Language("en")
LANGUAGES: tuple[Language, ...] = (SPANISH, ENGLISH)
"""The languages every text of ours must have. A third one comes as an overlay and falls back."""

NEUTRAL = Language("")
"""What a file is written in: numbers have a decimal point there and nothing between thousands."""

_SIMILARITY: Final = 0.6


@dataclass(frozen=True, slots=True)
class Text:
    """The same message in several languages, keyed by language code."""

    by_language: Mapping[str, str]

    def read_in(self, language: Language) -> str:
        """Return the text in a language, or in the first language that has it."""
        found = self.by_language.get(language)
        return found if found is not None else next(iter(self.by_language.values()), "")


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return a text as it is compared: without case, accents or space around it."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def slugify(text: str, max_length: int) -> str:
    """Return an ASCII id of a text: lower-case words joined by hyphens; empty if none is left."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return "-".join(words)[:max_length].strip("-")


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if one is near enough."""
    by_folded = {fold(one): one for one in known}
    found = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=_SIMILARITY)
    return by_folded[found[0]] if found else None
