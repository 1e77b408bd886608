"""One or several items of a group that was answered before."""

from collections.abc import Iterator, Mapping

from questionnaire.errors import Problem
from questionnaire.kinds.base import Item, KindContext, OneValue, Parsed, as_list, shorten
from questionnaire.kinds.choices import check_count
from questionnaire.model import Question
from questionnaire.text import Language, Text, closest, fold


class Pick(OneValue):
    """One item of a group; the value is its id."""

    def read(
        self, question: Question, text: str, language: Language, context: KindContext
    ) -> Parsed:
        """Read an id, or the label of an item."""
        del language
        items = _items(question, context)
        if any(item.get("id") == text for item in items):
            return Parsed(text)
        named = [item for item in items if fold(text) in map(fold, labels_of(question, item))]
        if len(named) == 1:
            return Parsed(named[0].get("id"))
        if named:
            same = tuple(str(item.get("id")) for item in named)
            return context.refuse("pick_ambiguous", value=shorten(text), allowed=same)
        return _refuse(question, text, items, context)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the label of the item."""
        for item in _items(question, context):
            if item.get("id") == value:
                return label_of(question, item, language)
        return "" if value is None else str(value)


class Picks:
    """Several items of a group; the value is a tuple of ids, each once, in the order given."""

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read a list, or a text with commas; every unknown item is reported."""
        if isinstance(raw, Mapping):
            return context.refuse("list")
        values: list[object] = []
        problems: list[Problem] = []
        for position, one in enumerate(as_list(raw)):
            parsed = Pick().parse(question, one, language, context.inside(position))
            problems.extend(parsed.problems)
            if parsed.value is not None:
                values.append(parsed.value)
        if problems:
            return Parsed(None, tuple(problems))
        if not values:
            return Parsed()
        return check_count(question, tuple(dict.fromkeys(values)), context)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the labels with commas between them."""
        ids = value if isinstance(value, tuple | list) else ()
        return ", ".join(Pick().show(question, one, language, context) for one in ids)


def label_of(question: Question, item: Item, language: Language) -> str:
    """Return the label of an item; `question` is its group, or a pick of that group."""
    value = item.get(question.item_label or "name")
    shown = value.read_in(language) if isinstance(value, Text) else value
    return str(item.get("id", "") if shown is None else shown)


def labels_of(question: Question, item: Item) -> Iterator[str]:
    """Yield the label of an item in every language it has one."""
    value = item.get(question.item_label or "name")
    if isinstance(value, Text):
        yield from value.by_language.values()
    elif value is not None:
        yield str(value)


def _items(question: Question, context: KindContext) -> tuple[Item, ...]:
    return context.items.get(question.picks or "", ())


def _refuse(question: Question, text: str, items: tuple[Item, ...], context: KindContext) -> Parsed:
    group = question.picks or ""
    if not items:
        return context.refuse("pick_empty", value=shorten(text), group=group)
    ids = {label: str(item.get("id")) for item in items for label in labels_of(question, item)}
    known = tuple(str(item.get("id")) for item in items)
    near = closest(text, (*ids, *known))
    hint = {"hint": ids.get(near, near)} if near else {}
    return context.refuse("pick", value=shorten(text), group=group, allowed=known, **hint)
