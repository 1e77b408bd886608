"""An item of a list while it is edited: which fields are asked, what they hold, how it is saved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.errors import Problem
from questionnaire.interview import Interview, Outcome
from questionnaire.messages import message
from questionnaire.model import Question
from questionnaire.web.company import NEW, item_of
from questionnaire.web.editing import Draft, read_draft, translate
from questionnaire.web.fields import Drawing, Field
from questionnaire.web.forms import Filled, Form, Setting, fill, keep_unshown, take
from questionnaire.web.visit import NotFound, Visit
from questionnaire.web.wordings import mark_wordings
from questionnaire.web.words import Fault

_FIELD = re.compile(r"\]\.(?P<field>[a-z][a-z0-9_]*)")
_TIERS = ("essential", "standard", "deep")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list as a page works on it."""

    group: Question
    id: str
    index: int | None
    saved: Mapping[str, object]

    @property
    def key(self) -> str:
        """Return what drafts and fingerprints know it by."""
        return f"{self.group.id}/{self.id}"


def open_item(visit: Visit, group: Question, item_id: str) -> Item:
    """Return the item that an address names; raises NotFound when it is gone."""
    if item_id == NEW:
        return Item(group, NEW, None, {})
    try:
        index, saved = item_of(visit.interview, group.id, item_id)
    except KeyError:
        raise NotFound from None
    return Item(group, item_id, index, saved)


def name_of(field: Question) -> str:
    """Return the name of a field in the form of an item."""
    return f"f.{field.id}"


def fill_item(visit: Visit, item: Item) -> tuple[Form, bool]:
    """Return the fields of an item as they stand, and whether they are a draft."""
    draft = read_draft(visit.company, item.key)
    saved: Filled = {}
    for one in item.group.fields:
        saved |= fill(one, visit.setting(name_of(one)), item.saved.get(one.id))
    if draft is None:
        return saved, False
    typed = _translate_all(visit, item, draft)
    # A field that was shown and sent nothing was emptied: an option unticked.
    shown = list_fields(visit, item, read_values(visit, item, typed))
    names = {name_of(one) for one in shown}
    kept = {name: sent for name, sent in saved.items() if name not in names}
    form = {**kept, **typed}
    # One that says what is saved by now arrived after its own save.
    return form, read_values(visit, item, form) != read_values(visit, item, saved)


def _translate_all(visit: Visit, item: Item, draft: Draft) -> Form:
    form: Form = draft.form
    for one in item.group.fields:
        kept = Draft(dict(form), draft.language)  # type: ignore[arg-type]
        form = translate(visit.interview, one, (kept, visit.setting(name_of(one))), item.saved)
    return form


def read_values(visit: Visit, item: Item, form: Form) -> dict[str, object]:
    """Return what can be read of a form, typed: what later fields' conditions look at."""
    values: dict[str, object] = {}
    for one in item.group.fields:
        taken = take(one, visit.setting(name_of(one)), form)
        if taken.raw is not None:
            value, problems = visit.interview.read(one, taken.raw, visit.language, values)
            if not problems and value is not None:
                values[one.id] = value
    return values


def list_fields(visit: Visit, item: Item, values: Mapping[str, object]) -> tuple[Question, ...]:
    """Return the fields to ask: in the quick interview those needed, and those already filled."""
    asked = visit.interview.visible_fields(item.group.id, values)
    if not visit.quick:
        return asked
    return tuple(one for one in asked if one.tier == "essential" or one.id in item.saved)


def is_needed(group: Question, field: Question) -> bool:
    """Say whether an item can't be kept without this field."""
    asked_with_group = _TIERS.index(field.tier) <= _TIERS.index(group.tier)
    return field.required and asked_with_group and not field.recommend


def draw_fields(
    visit: Visit, item: Item, form: Form, faults: Sequence[Fault] = ()
) -> tuple[Field, ...]:
    """Return the fields of an item."""
    values = read_values(visit, item, form)
    drawn = []
    for one in list_fields(visit, item, values):
        said = item.saved.get(one.id)
        drawing = Drawing(
            visit.interview,
            visit.words,
            visit.setting(name_of(one)),
            form,
            values,
            mark_wordings(visit, one, f"{item.key}.{one.id}", said),
        )
        told = [fault.text for fault in faults if fault.field == one.id]
        drawn.append(drawing.draw(one, told, optional=not is_needed(item.group, one)))
    return tuple(drawn)


def list_shown(visit: Visit) -> frozenset[str]:
    """Return the fields that the page had; none when it doesn't say."""
    return frozenset(visit.sent_one("shown").split())


def gather(visit: Visit, item: Item) -> tuple[dict[str, object], tuple[Fault, ...]]:
    """Return the raw values of the fields that were shown, with the others as they are saved."""
    values = dict(item.saved)
    faults = []
    form: Form = visit.sent
    shown = list_shown(visit)
    for one in list_fields(visit, item, read_values(visit, item, form)):
        if shown and one.id not in shown:
            continue
        setting: Setting = visit.setting(name_of(one))
        taken = take(one, setting, form)
        if taken.fault:
            faults.append(Fault(one.id, visit.words.say(taken.fault)))
        values[one.id] = keep_unshown(one, setting, taken.raw, item.saved.get(one.id))
    values.pop("id", None)
    return values, tuple(faults)


def put_item(
    interview: Interview, item: Item, values: Mapping[str, object], visit: Visit
) -> Outcome:
    """Return the interview with the item added or changed; it is found by its id, wherever it is."""
    index = None
    if item.index is not None:
        index = item_of(interview, item.group.id, item.id)[0]
    return interview.answer_item(item.group.id, index, values, visit.language)


def tell_item_faults(visit: Visit, problems: Sequence[Problem]) -> tuple[Fault, ...]:
    """Return problems as sentences, each about the field it names."""
    told = []
    for one in problems:
        found = _FIELD.search(one.where.question or "")
        told.append(Fault(found["field"] if found else "", message(one, visit.language), one))
    return tuple(told)
