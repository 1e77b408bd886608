"""Lists of things that are alike: people, accounts. Added, changed and removed by number."""

import re
from collections.abc import Callable, Mapping

from questionnaire.answers import Status
from questionnaire.errors import Problem
from questionnaire.kinds import label_of
from questionnaire.model import Question
from questionnaire.terminal.options import (
    list_options,
    means_yes,
    prompt_key,
    read_options,
    write_options,
)
from questionnaire.terminal.session import KEYS, NEXT, STAY, Move, Session, Stop
from questionnaire.terminal.typed import read_raw, unquote
from questionnaire.text import Text

Press = Callable[[Session, Question, str], Move]

_REMOVE = re.compile(r"-\s*(\d{1,4})")
_TIERS = ("essential", "standard", "deep")
_PREVIOUS, _ONWARD, _AGAIN = -1, 1, 0


def ask_group(session: Session, group: Question, press: Press) -> Move:
    """Show the list and do one thing with it."""
    speech = session.speech
    items = session.interview.items(group.id)
    for number, item in enumerate(items, 1):
        speech.line(f"  {number}. {_describe(session, group, item)}")
    state = session.interview.state(group.id)
    if state not in (None, Status.ANSWERED):
        speech.tell("now", value=session.show_state(group))
    name = speech.read(group.item_name) or speech.read(group.short)
    raw = speech.ask("prompt_group" if items else "prompt_group_empty", item=name)
    key = raw.casefold()
    removal = _REMOVE.fullmatch(raw)
    if key in KEYS:
        return press(session, group, key)
    if removal:
        _remove(session, group, int(removal[1]))
    elif raw.isdecimal() and 1 <= int(raw) <= len(items):
        _edit_item(session, group, int(raw) - 1)
    elif raw == "+" or (raw and not items):
        add_item(session, group, first=raw if raw != "+" else None)
    elif not raw:
        return _leave(session, group)
    else:
        speech.tell("no_such_number")
    return STAY


def add_item(session: Session, group: Question, first: str | None = None) -> None:
    """Ask for the fields of a new item; it is saved as soon as it has what it needs."""
    _edit_item(session, group, None, first)


def _leave(session: Session, group: Question) -> Move:
    if session.interview.state(group.id) is not None:
        return NEXT
    if group.required:
        session.speech.complain(_required(group))
        return STAY
    session.take(session.interview.postpone(group.id))
    return NEXT


def _describe(session: Session, group: Question, item: Mapping[str, object]) -> str:
    parts = [label_of(group, item, session.speech.language)]
    parts.extend(
        session.show_value(field, item[field.id], item)
        for field in group.fields
        if field.tier == "essential" and field.id != group.item_label and field.id in item
    )
    return " · ".join(parts)


def _remove(session: Session, group: Question, number: int) -> None:
    items = session.interview.items(group.id)
    if not 1 <= number <= len(items):
        session.speech.tell("no_such_number")
        return
    label = label_of(group, items[number - 1], session.speech.language)
    if session.speech.ask_yes("remove", item=label):
        session.take(session.interview.remove_item(group.id, number - 1))


def _edit_item(
    session: Session, group: Question, index: int | None, first: str | None = None
) -> None:
    """Ask field by field; `<` goes one back, and before the first returns to the list."""
    item = {} if index is None else dict(session.interview.items(group.id)[index])
    at = 0
    while 0 <= at < len(fields := _fields(session, group, item)):
        before = dict(item)
        try:
            step = _ask_field(session, group, fields[at], item, first)
        finally:
            first = None
        if item != before:
            index, problems = _keep(session, group, index, item)
            if problems:
                session.speech.complain(problems)
                item, step = before, _AGAIN
                if any(problem.code == "answer.too_many" for problem in problems):
                    return
        at += step


def _fields(session: Session, group: Question, item: Mapping[str, object]) -> tuple[Question, ...]:
    return session.interview.visible_fields(group.id, item, quick=session.quick)


def _keep(
    session: Session, group: Question, index: int | None, item: Mapping[str, object]
) -> tuple[int | None, tuple[Problem, ...]]:
    """Save an item unless it is still incomplete."""
    outcome = session.interview.answer_item(group.id, index, item, session.speech.language)
    if isinstance(outcome, tuple):
        return index, tuple(one for one in outcome if one.code != "answer.required")
    session.take(outcome)
    return (len(outcome.items(group.id)) - 1 if index is None else index), ()


def _ask_field(
    session: Session,
    group: Question,
    field: Question,
    item: dict[str, object],
    typed: str | None,
) -> int:
    """Ask for one field, put it into the item, and say whether to go on, back or ask again."""
    speech = session.speech
    options = list_options(session, field, item)
    current = item.get(field.id)
    if typed is None:
        _head_field(session, group, field, current, item)
        write_options(session, field, options)
        typed = read_raw(session, field, prompt_key(field, options))
    if typed in KEYS and not means_yes(session, field, typed):
        return _press_in_field(session, group, field, item, typed)
    if typed == "+" and field.picks:
        add_item(session, session.interview.questionnaire.by_id[field.picks])
        return _AGAIN
    if not typed and (current is not None or not _is_needed(group, field)):
        return _ONWARD
    given = read_options(field, unquote(typed), options)
    if isinstance(current, Text) and isinstance(given, str):
        given = {**current.by_language, speech.language: given}
    value, problems = session.interview.read(field, given, speech.language, item)
    if problems or value is None:
        speech.complain(problems or _required(field))
        return _AGAIN
    item[field.id] = value
    return _ONWARD


def _head_field(
    session: Session,
    group: Question,
    field: Question,
    current: object,
    item: Mapping[str, object],
) -> None:
    speech = session.speech
    optional = "" if _is_needed(group, field) else " " + speech.say("optional")
    speech.line(speech.read(field.text) + optional)
    if field.help:
        speech.line(speech.read(field.help))
    if current is not None:
        speech.tell("now", value=session.show_value(field, current, item))


def _press_in_field(
    session: Session, group: Question, field: Question, item: dict[str, object], key: str
) -> int:
    speech = session.speech
    if key == "q":
        raise Stop
    if key == "<":
        return _PREVIOUS
    if key == "?":
        for name, text in (("why", field.why_we_ask), ("example", field.example)):
            if text is not None:
                speech.tell(name, text=speech.read(text))
        speech.tell("keys_field")
        return _AGAIN
    if key == "!":
        return _recommend_field(session, field, item)
    if key in {"-", "x", ">"} and not _is_needed(group, field):
        item.pop(field.id, None)
        return _ONWARD
    speech.tell("keys_field" if key in "srl" else "field_needed")
    return _AGAIN


def _recommend_field(session: Session, field: Question, item: dict[str, object]) -> int:
    found = session.interview.field_recommendation(field, item)
    if found is None:
        session.speech.tell("no_recommendation_field")
        return _AGAIN
    value, because = found
    shown = session.show_value(field, value, item)
    session.speech.tell("recommend", value=shown, because=session.speech.read(because))
    if not session.speech.ask_yes("accept"):
        return _AGAIN
    item[field.id] = value
    return _ONWARD


def _is_needed(group: Question, field: Question) -> bool:
    """Say whether an item can't be kept without this field: its tier is asked with its group."""
    return field.required and _TIERS.index(field.tier) <= _TIERS.index(group.tier)


def _required(question: Question) -> tuple[Problem, ...]:
    return (Problem("answer.required", question.where),)
