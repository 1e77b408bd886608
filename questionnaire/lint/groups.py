"""Groups, the labels of their items, and the questions that pick from them."""

import re
from collections.abc import Iterator
from typing import Final

from questionnaire.lint.model import Finding, Rule, Subject, Survey, rule

_LABELS: Final = frozenset({"text", "choice", "email", "url"})
_TIERS: Final = ("essential", "standard", "deep")
_PERSONAL: Final = re.compile(
    r"(?:^|_)(?:phone|mobile|email|mail|telephone|birthday|birth_date|home_address|id_card|passport)"
    r"(?:_|$)"
)


def _labels(survey: Survey) -> Iterator[Subject]:
    for subject in survey.subjects():
        if subject.group is not None and subject.group.item_label == subject.question.id:
            yield subject


@rule("lint.label_optional")
def label_optional(survey: Survey) -> Iterator[Finding]:
    """Find groups whose items may stay without a name."""
    for subject in _labels(survey):
        if not subject.question.required:
            yield subject.place("required"), {}


@rule("lint.label_hidden")
def label_hidden(survey: Survey) -> Iterator[Finding]:
    """Find groups whose items are not always asked for their name, or later than for the rest."""
    for subject in _labels(survey):
        group = subject.group
        late = group is not None and _TIERS.index(subject.question.tier) > _TIERS.index(group.tier)
        if subject.question.when is not None or late:
            yield subject.place("when"), {}


@rule("lint.label_kind")
def label_kind(survey: Survey) -> Iterator[Finding]:
    """Find labels that can't name anything: a number, a yes, a long text."""
    for subject in _labels(survey):
        if subject.question.kind not in _LABELS:
            yield subject.place("kind"), {"kind": subject.question.kind}


@rule("lint.group_of_one_field", "warning")
def group_of_one_field(survey: Survey) -> Iterator[Finding]:
    """Find groups with a single field: a list in one text would do."""
    for subject in survey.questions():
        if len(subject.question.fields) == 1:
            yield subject.place("fields"), {}


@rule("lint.field_before_group")
def field_before_group(survey: Survey) -> Iterator[Finding]:
    """Find fields of a shallower tier than their group: they never come any earlier."""
    for subject in survey.subjects():
        group = subject.group
        if group and _TIERS.index(subject.question.tier) < _TIERS.index(group.tier):
            yield subject.place("tier"), {"tier": group.tier}


@rule("lint.pick_of_empty_group")
def pick_of_empty_group(survey: Survey) -> Iterator[Finding]:
    """Find picks that must be answered from a group that may be empty or not asked.

    An item that must pick another of its own group can never be the first one.
    """
    groups = {subject.name: subject.question for subject in survey.questions()}
    for subject in survey.subjects():
        group = groups.get(subject.question.picks or "")
        if group is None or not subject.question.required:
            continue
        outer = subject.group.when if subject.group else None
        known = {subject.question.when, outer, subject.section.when}
        own = subject.group is not None and subject.group.id == group.id
        if own or not group.required or (group.when is not None and group.when not in known):
            yield subject.place("picks"), {"name": group.id}


@rule("lint.pick_beyond_group")
def pick_beyond_group(survey: Survey) -> Iterator[Finding]:
    """Find picks that ask for more items than their group can hold."""
    groups = {subject.name: subject.question for subject in survey.questions()}
    for subject in survey.subjects():
        group = groups.get(subject.question.picks or "")
        most = group.limits.max_items if group else None
        wanted = subject.question.limits.min_items
        if most is not None and wanted is not None and wanted > most:
            yield subject.place("limits", "min_items"), {"value": wanted, "limit": most}


@rule("lint.personal_unmarked")
def personal_unmarked(survey: Survey) -> Iterator[Finding]:
    """Find phones and mailboxes that nothing keeps out of a public edition.

    A field of a group belongs to a person, so it must be personal; a question of the company
    may also say that its answer is meant to be printed (public) or is guarded (confidential).
    """
    for subject in survey.subjects():
        looks = subject.question.kind == "email" or _PERSONAL.search(subject.question.id)
        contact = subject.question.kind in {"email", "text", "long_text"}
        allowed = {"personal"} if subject.group else {"personal", "public", "confidential"}
        if looks and contact and subject.question.sensitivity not in allowed:
            yield subject.place("sensitivity"), {"value": subject.question.sensitivity}


RULES: Final[tuple[Rule, ...]] = (
    label_optional, label_hidden, label_kind, group_of_one_field, field_before_group,
    pick_of_empty_group, pick_beyond_group, personal_unmarked,
)  # fmt: skip
