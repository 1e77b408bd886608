"""One look at the answers: what is asked, what each question's value is now.

A condition may only look back, so one pass in the order of the questions settles everything:
whether a question is asked depends only on values already known when its turn comes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from questionnaire.answers import Answers, Status
from questionnaire.errors import Place
from questionnaire.kinds import KINDS, KindContext
from questionnaire.model import Choice, Question, Questionnaire, RecommendRule, Section
from questionnaire.text import NEUTRAL, Text

Read = Callable[[str], object]
Item = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class View:
    """The visible questions in their order, and the value of each that has one."""

    sections: tuple[tuple[Section, tuple[Question, ...]], ...]
    values: Mapping[str, object]
    """Answered or recommended, only of questions that are asked."""
    positions: Mapping[str, int]
    """The place of every question, asked or not."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every visible question, in the order in which it is asked."""
        return tuple(question for _, asked in self.sections for question in asked)


def look(questionnaire: Questionnaire, answers: Answers) -> View:
    """Return what is asked, given what was answered."""
    values: dict[str, object] = {}
    sections = []
    for section in questionnaire.sections:
        if section.when is not None and not section.when.holds(values.get):
            continue
        asked = []
        for question in section.questions:
            if question.when is None or question.when.holds(values.get):
                asked.append(question)
                value = current_value(question, answers, values.get)
                if value is not None:
                    values[question.id] = value
        if asked:
            sections.append((section, tuple(asked)))
    positions = {question_id: at for at, question_id in enumerate(questionnaire.by_id)}
    return View(tuple(sections), values, positions)


def current_value(question: Question, answers: Answers, read: Read) -> object:
    """Return what counts as the answer: what was said, or what we recommend if that was asked for.

    An option that an earlier answer has since taken away counts as not said, though it is kept.
    """
    answer = answers.by_id.get(question.id)
    if answer is None:
        return None
    if answer.status is Status.RECOMMENDED:
        found = find_recommendation(question, read)
        return None if found is None else found[0]
    if answer.status is not Status.ANSWERED:
        return None
    return _drop_withdrawn(question, answer.value, read)


def offered_choices(question: Question, read: Read) -> tuple[Choice, ...]:
    """Return the options that can be chosen now."""
    return tuple(one for one in question.choices if one.when is None or one.when.holds(read))


def find_recommendation(question: Question, read: Read) -> tuple[object, Text] | None:
    """Return what we recommend now and why: the first rule that holds."""
    for rule in question.recommend:
        if rule.when is None or rule.when.holds(read):
            value = _read_rule(question, rule)
            return None if value is None else (value, rule.because)
    return None


def find_runner_up(question: Question, read: Read) -> tuple[object, Text] | None:
    """Return what we would recommend if the first rule that holds weren't there."""
    first = find_recommendation(question, read)
    for rule in question.recommend:
        if first is not None and (rule.when is None or rule.when.holds(read)):
            value = _read_rule(question, rule)
            if value is not None and value != first[0]:
                return value, rule.because
    return None


def with_item(read: Read, item: Item) -> Read:
    """Return a reader that also knows the fields of one item as `item.<field>`."""

    def read_both(name: str) -> object:
        start, _, field = name.partition(".")
        return item.get(field) if start == "item" and field else read(name)

    return read_both


def _read_rule(question: Question, rule: RecommendRule) -> object:
    """Return the value of a rule as the question would hold it."""
    context = KindContext(where=Place(question=question.id))
    parsed = KINDS[question.kind].parse(question, rule.value, NEUTRAL, context)
    return None if parsed.problems else parsed.value


def _drop_withdrawn(question: Question, value: object, read: Read) -> object:
    if not any(one.when is not None for one in question.choices):
        return value
    codes = {one.value for one in offered_choices(question, read)}
    if isinstance(value, tuple):
        return tuple(code for code in value if code in codes) or None
    return value if value in codes else None
