"""Several of several options, with or without an order."""

from collections.abc import Mapping

from questionnaire.errors import Problem
from questionnaire.kinds.base import KindContext, Parsed, as_list
from questionnaire.kinds.choice import Choice, find_option, show_option
from questionnaire.model import Question
from questionnaire.text import Language


class Choices:
    """Any number of options; kept in the order of the question."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read a list, or a text with commas; every wrong option is reported."""
        if isinstance(raw, Mapping):
            return context.refuse("list")
        values: list[str] = []
        problems: list[Problem] = []
        for position, one in enumerate(_split(question, raw)):
            inner = context.inside(position)
            parsed = Choice().parse(question, one, language, inner)
            problems.extend(parsed.problems)
            if isinstance(parsed.value, str):
                values.append(parsed.value)
        if problems:
            return Parsed(None, tuple(problems))
        return self.arrange(question, values, context) if values else Parsed()

    def arrange(self, question: Question, values: list[str], context: KindContext) -> Parsed:
        """Put the codes in order, once each, and hold them against the rules."""
        ordered = tuple(one.value for one in question.choices if one.value in values)
        exclusive = [one.value for one in question.choices if one.exclusive]
        alone = next((value for value in exclusive if value in ordered), None)
        if alone is not None and len(ordered) > 1:
            return context.refuse("exclusive", value=alone)
        return check_count(question, ordered, context)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the labels with commas between them."""
        del context
        codes = value if isinstance(value, tuple | list) else ()
        return ", ".join(show_option(question, code, language) for code in codes)


class Ranking(Choices):
    """Options in the order of their weight, the first the heaviest."""

    def arrange(self, question: Question, values: list[str], context: KindContext) -> Parsed:
        """Keep the order; an option can't stand twice."""
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            return context.refuse("twice", value=twice)
        return check_count(question, tuple(values), context)


def check_count(question: Question, values: tuple[object, ...], context: KindContext) -> Parsed:
    """Hold the number of values against the limits of the question."""
    limits = question.limits
    count = len(values)
    if limits.min_items is not None and count < limits.min_items:
        return context.refuse("too_few", count=count, limit=limits.min_items)
    if limits.max_items is not None and count > limits.max_items:
        return context.refuse("too_many", count=count, limit=limits.max_items)
    return Parsed(values)


def _split(question: Question, raw: object) -> list[object]:
    """Split a text at its commas, unless the whole is one label that holds a comma."""
    if isinstance(raw, str) and find_option(question, raw.strip()):
        return [raw.strip()]
    return [one for one in as_list(raw) if one not in (None, "")]
