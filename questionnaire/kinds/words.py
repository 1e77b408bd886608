"""Free text, on one line or on several."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from questionnaire.errors import Problem
from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.kinds.secrets import looks_secret
from questionnaire.model import Question
from questionnaire.text import LANGUAGES, Language, Text, closest

_LANGUAGE_CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


class Words(OneValue):
    """Text on one line; a mapping gives it per language."""

    max_length = 300
    many_lines = False

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read a text, or one for each language."""
        if isinstance(raw, Text):
            raw = raw.by_language
        if not isinstance(raw, Mapping):
            return super().parse(question, raw, language, context)
        texts: dict[str, str] = {}
        problems = []
        for code, text in raw.items():
            inner = context.inside(str(code))
            if not _LANGUAGE_CODE.fullmatch(str(code)):
                problems.append(_unknown_language(inner, str(code)))
                continue
            parsed = super().parse(question, text, language, inner)
            problems.extend(parsed.problems)
            if isinstance(parsed.value, str):
                texts[str(code)] = parsed.value
        if problems:
            return Parsed(None, tuple(problems))
        return Parsed(Text(texts)) if texts else Parsed()

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Tidy a text and hold it against its limits."""
        del language
        if looks_secret(text):
            return context.refuse("secret")
        tidy = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        if "\n" in tidy and not self.many_lines:
            return context.refuse("one_line")
        lines = (" ".join(line.split()) for line in tidy.split("\n"))
        value = "\n".join(lines).strip()
        limit = question.limits.max_length or self.max_length
        if len(value) > limit:
            return context.refuse("too_long", length=len(value), limit=limit)
        return _check_pattern(question, value, context)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the text in the language, or in the one there is."""
        shown = value.read_in(language) if isinstance(value, Text) else value
        return super().show(question, shown, language, context)


class LongWords(Words):
    """Text on as many lines as are needed."""

    max_length = 5_000
    many_lines = True


def _check_pattern(question: Question, value: str, context: KindContext) -> Parsed:
    limits = question.limits
    if limits.pattern is None or re.fullmatch(limits.pattern, value):
        return Parsed(value)
    if limits.message is None:
        return context.refuse("format", value=shorten(value))
    said = {f"message_{code}": text for code, text in limits.message.by_language.items()}
    return context.refuse("pattern", value=shorten(value), **said)


def _unknown_language(context: KindContext, code: str) -> Problem:
    hint = closest(code, LANGUAGES)
    return context.problem("language", value=shorten(code), **({"hint": hint} if hint else {}))
