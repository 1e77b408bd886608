"""Numbered options: how they are listed and how `2` or `1,3` becomes an answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.kinds import label_of
from questionnaire.model import Question
from questionnaire.terminal.session import Session
from questionnaire.text import SPANISH

SEVERAL = frozenset({"choices", "ranking", "weekdays", "picks"})
_PROMPTS = frozenset({"long_text", "date", "time", "money"})
"""Kinds with a sentence of their own that asks for the answer."""
_NUMBERS = re.compile(r"\d+(?:\s*[,; ]\s*\d+)*")


@dataclass(frozen=True, slots=True)
class Option:
    """What is written into the answer, and what the person reads."""

    value: str
    label: str


def list_options(
    session: Session, question: Question, item: Mapping[str, object] | None = None
) -> tuple[Option, ...]:
    """Return the options of a question in the order in which they are numbered."""
    language = session.speech.language
    if question.kind == "boolean":
        yes, no = session.speech.say("yes"), session.speech.say("no")
        return (Option("yes", yes), Option("no", no))
    if question.picks:
        return tuple(
            Option(str(one["id"]), label_of(question, one, language))
            for one in session.interview.items(question.picks)
            if not _is_itself(session, question, item, one)
        )
    choices = session.interview.visible_choices(question, item)
    return tuple(Option(one.value, one.text.read_in(language)) for one in choices)


def _is_itself(
    session: Session,
    question: Question,
    item: Mapping[str, object] | None,
    one: Mapping[str, object],
) -> bool:
    """Say whether an option is the very item that picks: nobody stands in for themselves."""
    group = session.interview.questionnaire.by_id[question.picks or ""]
    if item is None or question not in group.fields:
        return False
    # Until it is saved for the first time an item has no id, only its label.
    key = "id" if "id" in item else group.item_label or "name"
    return item.get(key) == one.get(key)


def write_options(session: Session, question: Question, options: Sequence[Option]) -> None:
    """Write one option a line, with its number."""
    for number, option in enumerate(options, 1):
        session.speech.line(f"  {number}. {option.label}")
    if question.picks:
        session.speech.tell("option_add")


def read_options(question: Question, raw: str, options: Sequence[Option]) -> object:
    """Turn numbers into the codes they stand for; anything else is left for the kind to read."""
    if not options or not _NUMBERS.fullmatch(raw):
        return raw
    numbers = [int(part) for part in re.findall(r"\d{1,4}", raw)]
    if not all(1 <= number <= len(options) for number in numbers):
        return raw
    values = [options[number - 1].value for number in numbers]
    if question.kind in SEVERAL:
        return values
    return values[0] if len(values) == 1 else raw


def prompt_key(question: Question, options: Sequence[Option]) -> str:
    """Return which sentence asks for the answer."""
    if question.kind == "ranking":
        return "prompt_ranking"
    if question.kind == "weekdays":
        return "prompt_weekdays"
    if question.kind in SEVERAL:
        return "prompt_several"
    if options:
        return "prompt_number"
    return f"prompt_{question.kind}" if question.kind in _PROMPTS else "prompt"


def means_yes(session: Session, question: Question, raw: str) -> bool:
    """Say whether `s` is an answer here: in Spanish it's how everybody writes yes."""
    return question.kind == "boolean" and raw == "s" and session.speech.language == SPANISH
