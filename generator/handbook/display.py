"""Turns the typed value of an answer into the words a page prints."""

from collections.abc import Callable, Mapping
from datetime import date, time

from generator.handbook.context import ViewContext
from questionnaire.kinds.money import show_money
from questionnaire.kinds.weekdays import show_days
from questionnaire.model import Question
from questionnaire.money import Money
from questionnaire.text import Text

Show = Callable[[ViewContext, Question, object], str]


def show_value(context: ViewContext, question: Question, value: object) -> str:
    """Return a value as words of the book's language; nothing for no value."""
    if value is None:
        return ""
    show = SHOWN.get(question.kind, _show_text)
    return show(context, question, value)


def list_values(context: ViewContext, question: Question, value: object) -> list[str]:
    """Return the parts of a value: choices, people, or the lines of a long text."""
    if value is None:
        return []
    if isinstance(value, (tuple, list)):
        return [_show_one(context, question, one) for one in value]
    text = show_value(context, question, value)
    if question.kind == "long_text":
        return [line.strip().removeprefix("- ") for line in text.splitlines() if line.strip()]
    return [text] if text else []


def show_item(
    context: ViewContext, group: Question, item: Mapping[str, object]
) -> dict[str, object]:
    """Return an item of a group as display texts, with `<field>_code` and `<field>_list` beside."""
    shown: dict[str, object] = {"id": str(item.get("id", ""))}
    for field in group.fields:
        value = None if context.hides(group.id, field.id) else item.get(field.id)
        shown[field.id] = show_value(context, field, value)
        shown[f"{field.id}_code"] = show_raw(value)
        shown[f"{field.id}_list"] = list_values(context, field, value)
        shown[f"{field.id}_known"] = bool(shown[field.id])
    return shown


def show_raw(value: object) -> object:
    """Return a value as plain data: codes, numbers and lists; nothing is an empty text."""
    if isinstance(value, time):
        return f"{value.hour:02d}:{value.minute:02d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (tuple, list)):
        return [show_raw(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): show_raw(one) for key, one in value.items()}
    return str(value) if isinstance(value, Money) else ""


def _show_text(context: ViewContext, question: Question, value: object) -> str:
    if isinstance(value, (str, Text, Mapping)):
        return context.text(value)
    return _show_unknown_kind(context, question, value)


def _show_unknown_kind(context: ViewContext, question: Question, value: object) -> str:
    """Show a kind this table doesn't know by its type."""
    if isinstance(value, bool):
        return _show_boolean(context, question, value)
    if isinstance(value, (int, float)):
        return context.pack.number(value)
    if isinstance(value, (tuple, list)):
        return context.pack.join_and([context.text(one) for one in value])
    return str(value)


def _show_number(context: ViewContext, _question: Question, value: object) -> str:
    return context.pack.number(value) if isinstance(value, (int, float)) else context.text(value)


def _show_boolean(context: ViewContext, _question: Question, value: object) -> str:
    return context.pack.word("ui", "yes" if value else "no")


def _show_date(context: ViewContext, _question: Question, value: object) -> str:
    return context.pack.long_date(value) if isinstance(value, date) else context.text(value)


def _show_time(context: ViewContext, _question: Question, value: object) -> str:
    return context.pack.hours(value) if isinstance(value, time) else context.text(value)


def _show_choice(context: ViewContext, question: Question, value: object) -> str:
    for choice in question.choices:
        if choice.value == value:
            return context.text(choice.text)
    return str(value).replace("_", " ")


def _show_pick(context: ViewContext, question: Question, value: object) -> str:
    if question.picks == "people":
        return context.name(str(value))
    group = context.question(question.picks or "")
    items = context.facts.value(question.picks or "", ())
    for item in items if isinstance(items, tuple) and group is not None else ():
        if isinstance(item, Mapping) and item.get("id") == value and group is not None:
            return context.text(item.get(group.item_label or "", value))
    return str(value)


def _show_several(context: ViewContext, question: Question, value: object) -> str:
    return context.pack.join_and(list_values(context, question, value))


def _show_days(context: ViewContext, _question: Question, value: object) -> str:
    return show_days(value, context.language) if isinstance(value, (tuple, list)) else ""


def _show_money(context: ViewContext, _question: Question, value: object) -> str:
    return show_money(value, context.language) if isinstance(value, Money) else ""


def _show_table(context: ViewContext, question: Question, value: object) -> str:
    """Return each row that says something: Crisis: Lucía; Ads: Marcos."""
    rows = value if isinstance(value, Mapping) else {}
    shown = []
    for row in question.rows:
        cells = rows.get(row.value)
        show = _show_pick if question.picks else _show_choice
        found = [show(context, question, one) for one in (cells or {}).values()]
        if found:
            shown.append(f"{context.text(row.text)}: {', '.join(found)}")
    return "; ".join(shown)


def _show_group(context: ViewContext, question: Question, value: object) -> str:
    items = value if isinstance(value, (tuple, list)) else ()
    label = question.item_label or (question.fields[0].id if question.fields else "id")
    if context.hides(question.id, label):
        return ""
    names = [context.text(one.get(label)) for one in items if isinstance(one, Mapping)]
    return context.pack.join_and(names)


def _show_one(context: ViewContext, question: Question, value: object) -> str:
    if question.kind == "picks":
        return _show_pick(context, question, value)
    if isinstance(value, Mapping):
        return context.text(value.get(question.item_label or "id"))
    return _show_choice(context, question, value)


SHOWN: Mapping[str, Show] = {
    "text": _show_text,
    "long_text": _show_text,
    "email": _show_text,
    "url": _show_text,
    "colour": _show_text,
    "image": _show_text,
    "date": _show_date,
    "time": _show_time,
    "integer": _show_number,
    "number": _show_number,
    "money": _show_money,
    "weekdays": _show_days,
    "matrix": _show_table,
    "boolean": _show_boolean,
    "choice": _show_choice,
    "choices": _show_several,
    "ranking": _show_several,
    "group": _show_group,
    "pick": _show_pick,
    "picks": _show_several,
}
"""How each kind of question is printed; another kind is printed by the type of its value."""
