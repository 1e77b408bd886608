"""A list of items that all have the same fields: people, accounts, objectives."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from questionnaire.errors import Problem
from questionnaire.kinds.base import Item, KindContext, Parsed, shorten
from questionnaire.kinds.choices import check_count
from questionnaire.kinds.pick import label_of, labels_of
from questionnaire.model import Question
from questionnaire.text import Language, closest, slugify

if TYPE_CHECKING:
    from questionnaire.kinds.base import Kind

_ID_LENGTH: Final = 48
_TIERS: Final = ("essential", "standard", "deep")


@dataclass(frozen=True, slots=True)
class Group:
    """Items; the value is a tuple of mappings, each with an `id` that never changes."""

    kinds: Mapping[str, "Kind"] = field(repr=False)

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read every item; all problems of all items are reported."""
        if raw is None or raw == "":
            return Parsed()
        if not isinstance(raw, list | tuple):
            return context.refuse("items")
        items: dict[int, dict[str, object]] = {}
        problems: list[Problem] = []
        if any(one.picks == question.id for one in question.fields):
            mine = guess_items(question, raw)
            context = replace(context, items={**context.items, question.id: mine})
        for position, one in enumerate(raw):
            inner = context.inside(position)
            if not isinstance(one, Mapping):
                problems.append(inner.problem("item", value=shorten(one)))
                continue
            item, found = self._read_item(question, one, language, inner)
            items[position] = item
            problems.extend(found)
        problems.extend(_assign_ids(question, items, context))
        if problems:
            return Parsed(None, tuple(problems))
        return check_count(question, tuple(items.values()), context) if items else Parsed()

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return the labels of the items with commas between them."""
        del context
        items = value if isinstance(value, tuple | list) else ()
        return ", ".join(label_of(question, item, language) for item in items)

    def _read_item(
        self, question: Question, raw: Item, language: Language, context: KindContext
    ) -> tuple[dict[str, object], list[Problem]]:
        problems = list(_unknown_fields(question, raw, context))
        given = raw.get("id")
        item: dict[str, object] = {"id": str(given) if given not in (None, "") else None}

        def read(name: str) -> object:
            start, _, field_id = name.partition(".")
            return item.get(field_id) if start == "item" else context.read(name)

        for one in question.fields:
            inner = replace(context.inside(one.id), read=read)
            parsed = self.kinds[one.kind].parse(one, raw.get(one.id), language, inner)
            problems.extend(parsed.problems)
            if parsed.value is not None:
                item[one.id] = parsed.value
            elif not parsed.problems and _is_needed(question, one, read):
                problems.append(inner.problem("required", field=one.id))
        return item, problems


def guess_items(question: Question, raw: Sequence[object]) -> tuple[Item, ...]:
    """Name the items of a group before they are read, so that picks of them aren't blamed."""
    taken = {str(one["id"]) for one in raw if isinstance(one, Mapping) and one.get("id")}
    found: list[Item] = []
    for one in raw:
        if isinstance(one, Mapping):
            fresh = str(one.get("id") or "")
            if not fresh:
                label = str(one.get(question.item_label or "") or "")
                fresh = _free_id(slugify(label, _ID_LENGTH), taken)
                taken.add(fresh)
            found.append({**one, "id": fresh})
    return tuple(found)


def _is_needed(group: Question, one: Question, read: Callable[[str], object]) -> bool:
    """Say whether a field must be filled: asked whenever its group is, and not recommended by us."""
    asked = _TIERS.index(one.tier) <= _TIERS.index(group.tier)
    visible = one.when is None or one.when.holds(read)
    return asked and visible and one.required and not one.recommend


def _unknown_fields(question: Question, raw: Item, context: KindContext) -> Iterable[Problem]:
    known = [one.id for one in question.fields]
    for name in raw:
        if name not in (*known, "id") and not str(name).startswith("x-"):
            near = closest(str(name), known)
            hint = {"hint": near} if near else {}
            yield context.inside(str(name)).problem(
                "field", value=shorten(name), allowed=tuple(known), **hint
            )


def _assign_ids(
    question: Question, items: Mapping[int, dict[str, object]], context: KindContext
) -> Iterable[Problem]:
    """Give every item without one an id made of its label; those given stay as they are."""
    taken: set[str] = set()
    for position, item in items.items():
        given = item.get("id")
        if isinstance(given, str):
            if given in taken:
                yield context.inside(position).problem("same_id", value=shorten(given))
            elif slugify(given, _ID_LENGTH) != given:
                yield context.inside(position).problem(
                    "item_id", value=shorten(given), hint=slugify(given, _ID_LENGTH) or "a1"
                )
            taken.add(given)
    for item in items.values():
        if item["id"] is None:
            label = next(labels_of(question, item), "")
            fresh = _free_id(slugify(label, _ID_LENGTH) or question.id.replace("_", "-"), taken)
            taken.add(fresh)
            item["id"] = fresh


def _free_id(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted[: _ID_LENGTH - 4]}-{number}" in taken:
        number += 1
    return f"{wanted[: _ID_LENGTH - 4]}-{number}"
