"""Items of groups: which fields are asked, where an item is chosen, what is left without it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from questionnaire.answers import PEOPLE, Answer, Answers, Status
from questionnaire.interview.view import Item, Read, with_item
from questionnaire.model import Question, Questionnaire
from questionnaire.text import Text


def visible_fields(group: Question, item: Item, read: Read) -> tuple[Question, ...]:
    """Return the fields to ask of an item, given those already filled."""
    read_both = with_item(read, item)
    return tuple(one for one in group.fields if one.when is None or one.when.holds(read_both))


def as_written(value: object) -> object:
    """Return a typed value in the shape in which a kind reads it again."""
    if isinstance(value, Text):
        return dict(value.by_language)
    if isinstance(value, Mapping):
        return {key: as_written(part) for key, part in value.items() if part is not None}
    if isinstance(value, tuple):
        return [as_written(part) for part in value]
    return value


def find_uses(
    questionnaire: Questionnaire, answers: Answers, group_id: str, item_id: str
) -> Iterator[str]:
    """Yield where an item is chosen: `sponsor`, `accounts[2].owner`; pending owners too."""
    for question_id, answer in answers.by_id.items():
        question = questionnaire.by_id.get(question_id)
        if question is None:
            continue
        if answer.status is Status.PENDING and group_id == PEOPLE and answer.owner == item_id:
            yield question_id
        if answer.status is Status.ANSWERED:
            yield from _uses_in(question, answer.value, group_id, item_id)


def _uses_in(question: Question, value: object, group_id: str, item_id: str) -> Iterator[str]:
    if question.picks == group_id:
        if isinstance(value, Mapping):
            yield from (
                f"{question.id}[{row}]" for row, cells in value.items() if item_id in cells.values()
            )
        elif value == item_id or (isinstance(value, tuple) and item_id in value):
            yield question.id
    elif question.kind == "group" and isinstance(value, tuple):
        for at, item in enumerate(value, 1):
            for one in question.fields:
                for found in _uses_in(one, item.get(one.id), group_id, item_id):
                    yield f"{question.id}[{at}].{found}"


def forget_item(
    questionnaire: Questionnaire, answers: Answers, group_id: str, item_id: str
) -> Answers:
    """Take a removed item out of the picks that aren't asked any more: they would name nobody."""
    kept: dict[str, Answer] = {}
    for question_id, answer in answers.by_id.items():
        question = questionnaire.by_id.get(question_id)
        if question is None:
            kept[question_id] = answer
        elif answer.status is Status.PENDING and group_id == PEOPLE and answer.owner == item_id:
            kept[question_id] = replace(answer, owner=None)
        elif answer.status is Status.ANSWERED:
            value = _without(question, answer.value, group_id, item_id)
            if value is not None:
                kept[question_id] = replace(answer, value=value)
        else:
            kept[question_id] = answer
    return replace(answers, by_id=MappingProxyType(kept))


def _without(question: Question, value: object, group_id: str, item_id: str) -> object:
    if question.picks == group_id:
        if isinstance(value, tuple):
            return tuple(one for one in value if one != item_id) or None
        if isinstance(value, Mapping):
            return _without_cells(value, item_id) or None
        return None if value == item_id else value
    if question.kind == "group" and isinstance(value, tuple):
        return tuple(_clean_item(question, item, group_id, item_id) for item in value)
    return value


def _without_cells(rows: Mapping[str, Item], item_id: str) -> dict[str, Item]:
    left = {
        row: {column: one for column, one in cells.items() if one != item_id}
        for row, cells in rows.items()
    }
    return {row: cells for row, cells in left.items() if cells}


def _clean_item(question: Question, item: Item, group_id: str, item_id: str) -> Item:
    fields = {one.id: one for one in question.fields}
    cleaned = {
        key: _without(fields[key], part, group_id, item_id) if key in fields else part
        for key, part in item.items()
    }
    return {key: part for key, part in cleaned.items() if part is not None}
