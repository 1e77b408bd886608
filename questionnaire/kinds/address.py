"""E-mail and web addresses."""

import re
from typing import Final
from urllib.parse import urlsplit

from questionnaire.kinds.base import KindContext, OneValue, Parsed, shorten
from questionnaire.model import Question
from questionnaire.text import Language

_EMAIL: Final = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[^\W\d_]{2,63}"
)
_EMAIL_MAX: Final = 254
_URL_MAX: Final = 2_000
_HOST: Final = re.compile(r"(?:[\w](?:[\w-]{0,61}[\w])?\.)+[\w-]{2,63}")


class Email(OneValue):
    """One e-mail address."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read name@domain; the domain in lower case (lengths: RFC 5321, 4.5.3.1)."""
        del question, language
        local, _, domain = text.rpartition("@")
        wrong_dots = ".." in local or local.startswith(".") or local.endswith(".")
        if len(text) > _EMAIL_MAX or wrong_dots or not _EMAIL.fullmatch(text):
            return context.refuse("email", value=shorten(text))
        return Parsed(f"{local}@{domain.lower()}")


class Url(OneValue):
    """The address of a web page."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read http and https only, without a user's name, spaces or backslashes."""
        del question, language
        fault = _find_fault(text)
        if fault is None:
            return Parsed(text)
        if fault == "url_scheme" and _find_fault(f"https://{text}") is None:
            return context.refuse("url_scheme", value=shorten(text), hint=f"https://{text}")
        return context.refuse(fault, value="" if fault == "url_user" else shorten(text))


def _find_fault(text: str) -> str | None:
    if len(text) > _URL_MAX or "\\" in text or any(character.isspace() for character in text):
        return "url"
    if not text.lower().startswith(("http://", "https://")):
        return "url_scheme"
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises when it isn't a number a port can have
    except ValueError:
        return "url"
    if "@" in parts.netloc:
        return "url_user"
    return None if _HOST.fullmatch(parts.hostname or "") else "url"
