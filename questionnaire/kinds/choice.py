"""One of several options."""

from questionnaire.kinds.base import KindContext, OneValue, Parsed, list_choices, shorten
from questionnaire.model import Choice as Option
from questionnaire.model import Question
from questionnaire.text import Language, closest, fold


class Choice(OneValue):
    """Exactly one option; the value is its code."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read a code, or the label in either language without minding case or accents."""
        del language
        option = find_option(question, text)
        return Parsed(option.value) if option else refuse_option(question, text, context)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the label."""
        del context
        return show_option(question, value, language)


def find_option(question: Question, text: str) -> Option | None:
    """Return the option with this code, else the one with this label."""
    by_code = {option.value: option for option in question.choices}
    if text in by_code:
        return by_code[text]
    wanted = fold(text)
    for option in question.choices:
        labels = (option.value, *option.text.by_language.values())
        if any(fold(label) == wanted for label in labels):
            return option
    return None


def refuse_option(question: Question, text: str, context: KindContext) -> Parsed:
    """Say that there is no such option, which there are, and which was perhaps meant."""
    codes: dict[str, str] = {}
    for option in question.choices:
        codes[option.value] = option.value
        codes.update(dict.fromkeys(option.text.by_language.values(), option.value))
    near = closest(text, codes)
    hint = {"hint": codes[near]} if near else {}
    return context.refuse("choice", value=shorten(text), **list_choices(question.choices), **hint)


def show_option(question: Question, value: object, language: Language) -> str:
    """Return the label of a code; a code that is gone shows as itself."""
    for option in question.choices:
        if option.value == value:
            return option.text.read_in(language)
    return "" if value is None else str(value)
