"""What no single shape can see: ids, kinds and what they need, references, recommendations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from questionnaire.kinds import KINDS, KindContext
from questionnaire.kinds.weekdays import DAYS
from questionnaire.loader.faults import Faults, Step
from questionnaire.loader.scope import Scope, check_condition
from questionnaire.model import Question, RecommendRule, Section
from questionnaire.sources import Document
from questionnaire.text import NEUTRAL, closest

Path = tuple[Step, ...]

_NEEDS_CHOICES: Final = frozenset({"choice", "choices", "ranking"})
_NEEDS_GROUP: Final = frozenset({"pick", "picks"})
_TABLE: Final = "matrix"


def check_sections(
    read: Sequence[tuple[Section, Document]],
    unread: frozenset[str] | None,
    faults: Faults,
) -> tuple[Section, ...]:
    """Check all sections together, and return them with typed recommendations and pick labels."""
    ids = frozenset(question.id for section, _ in read for question in section.questions)
    scope = Scope(ids | (unread or frozenset()), unread=unread)
    seen: set[str] = set()
    checked: list[Section] = []
    for section, document in read:
        if section.id in seen:
            faults.add(document, ("id",), "questionnaire.duplicate_section", name=section.id)
        seen.add(section.id)
        checked.append(_SectionCheck(document, faults, scope).check(section))
    return tuple(checked)


class _SectionCheck:
    """Checks one section; questions join the scope one by one, so that nothing can look ahead."""

    def __init__(self, document: Document, faults: Faults, scope: Scope) -> None:
        self._document = document
        self._faults = faults
        self._scope = scope

    def check(self, section: Section) -> Section:
        if section.when is not None:
            check_condition(section.when, ("when",), self._document, self._scope, self._faults)
        questions: list[Question] = []
        for number, question in enumerate(section.questions):
            path: Path = ("questions", number)
            if question.id in self._scope.earlier:
                self._add((*path, "id"), "duplicate_id", name=question.id)
            complete = self._check_question(question, path)
            questions.append(complete)
            self._scope.earlier[question.id] = complete
        return replace(section, questions=tuple(questions))

    def _check_question(self, question: Question, path: Path) -> Question:
        self._check_conditions(question, path)
        if question.kind not in KINDS:
            self._add_with_hint((*path, "kind"), "unknown_kind", question.kind, tuple(KINDS))
            return question
        self._check_needs(question, path)
        self._check_limits(question, path)
        complete = replace(question, fields=self._check_fields(question, path))
        if question.kind == "weekdays":
            complete = replace(complete, choices=DAYS)
        if question.picks and question.kind in _NEEDS_GROUP | {_TABLE}:
            complete = replace(complete, item_label=self._label_of_group(question, path))
        return replace(complete, recommend=self._check_recommend(complete, path))

    def _check_fields(self, group: Question, path: Path) -> tuple[Question, ...]:
        if group.kind != "group":
            return ()
        self._scope.fields, self._scope.group = {}, group
        complete: list[Question] = []
        for number, one in enumerate(group.fields):
            inner: Path = (*path, "fields", number)
            if one.id in self._scope.fields or one.id == "id":
                self._add((*inner, "id"), "duplicate_id", name=one.id)
            if one.kind == "group":
                self._add((*inner, "kind"), "group_in_group")
                continue
            checked = self._check_question(one, inner)
            complete.append(checked)
            self._scope.fields[one.id] = checked
        self._scope.fields = self._scope.group = None
        return tuple(complete)

    def _check_needs(self, question: Question, path: Path) -> None:
        """Each kind needs some keys, and the others would be read by nobody."""
        kind = question.kind
        wanted = {
            "choices": (_needs_choices(question), bool(question.choices)),
            "picks": (_needs_group(question), question.picks is not None),
            "rows": (kind == _TABLE, bool(question.rows)),
            "columns": (kind == _TABLE, bool(question.columns)),
            "fields": (kind == "group", bool(question.fields)),
            "item_label": (kind == "group", question.item_label is not None),
            "item_name": (kind == "group", question.item_name is not None),
        }
        for key, (needed, there) in wanted.items():
            if needed and not there:
                self._add(path, "missing_key", key=key)
            elif there and not needed:
                self._add((*path, key), "useless_key", key=key, kind=kind)
        self._check_currency(question, path)
        field_ids = tuple(one.id for one in question.fields)
        if question.item_label is not None and field_ids and question.item_label not in field_ids:
            self._add_with_hint(
                (*path, "item_label"), "unknown_field", question.item_label, field_ids
            )
        self._check_choices(question, path)

    def _check_currency(self, question: Question, path: Path) -> None:
        """Report a currency taken from a later question, or by something that is no amount."""
        if question.currency is None:
            return
        if question.kind != "money":
            self._add((*path, "currency"), "useless_key", key="currency", kind=question.kind)
        elif question.currency not in self._scope.earlier and self._scope.unread is not None:
            known = tuple(self._scope.earlier)
            self._add_with_hint((*path, "currency"), "unknown_field", question.currency, known)

    def _check_choices(self, question: Question, path: Path) -> None:
        for key in ("choices", "rows", "columns"):
            seen: set[str] = set()
            for number, choice in enumerate(getattr(question, key)):
                if choice.value in seen:
                    self._add((*path, key, number), "duplicate_choice", name=choice.value)
                seen.add(choice.value)

    def _check_limits(self, question: Question, path: Path) -> None:
        limits = question.limits
        pairs = ((limits.min, limits.max), (limits.min_items, limits.max_items))
        if any(low is not None and high is not None and low > high for low, high in pairs):
            self._add((*path, "limits"), "limits_crossed")
        if limits.pattern is not None:
            try:
                re.compile(limits.pattern)
            except re.error as error:
                self._add((*path, "limits", "pattern"), "bad_pattern", reason=str(error))

    def _label_of_group(self, question: Question, path: Path) -> str | None:
        mine = self._scope.group
        inside = mine is not None and mine.id == question.picks
        group = mine if inside else self._scope.earlier.get(question.picks or "")
        if group is not None and group.kind == "group":
            return group.item_label
        if question.picks and self._scope.unread is not None:
            groups = [one.id for one in self._scope.earlier.values() if one.kind == "group"]
            if question.picks not in self._scope.unread:
                self._add_with_hint(
                    (*path, "picks"), "unknown_group", question.picks, tuple(groups)
                )
        return None

    def _check_recommend(self, question: Question, path: Path) -> tuple[RecommendRule, ...]:
        rules = question.recommend
        for number, rule in enumerate(rules):
            inner: Path = (*path, "recommend", number)
            if number < len(rules) - 1 and rule.when is None:
                self._add(inner, "unreachable_rule")
            if number == len(rules) - 1 and rule.when is not None:
                self._add(inner, "no_last_rule")
        return tuple(
            self._type_rule(question, rule, (*path, "recommend", number))
            for number, rule in enumerate(rules)
        )

    def _type_rule(self, question: Question, rule: RecommendRule, path: Path) -> RecommendRule:
        if question.picks:
            self._add((*path, "value"), "recommend_pick")
            return rule
        parsed = KINDS[question.kind].parse(question, rule.value, NEUTRAL, KindContext())
        for problem in parsed.problems:
            self._faults.add(self._document, (*path, "value"), problem.code, **problem.data)
        if parsed.value is None and not parsed.problems:
            self._add((*path, "value"), "missing_key", key="value")
        return replace(rule, value=parsed.value)

    def _check_conditions(self, question: Question, path: Path) -> None:
        places: Iterator[tuple[Path, object]] = iter(
            [
                (path, question),
                *(((*path, "choices", i), one) for i, one in enumerate(question.choices)),
                *(((*path, "recommend", i), one) for i, one in enumerate(question.recommend)),
            ]
        )
        for place, one in places:
            when = getattr(one, "when", None)
            if when is not None:
                check_condition(when, (*place, "when"), self._document, self._scope, self._faults)

    def _add(self, path: Path, code: str, **data: str) -> None:
        self._faults.add(self._document, path, f"questionnaire.{code}", **data)

    def _add_with_hint(self, path: Path, code: str, value: str, known: tuple[str, ...]) -> None:
        near = closest(value, known)
        hint = {"hint": near} if near else {}
        self._faults.add(
            self._document, path, f"questionnaire.{code}", value=value, allowed=known, **hint
        )


def _needs_choices(question: Question) -> bool:
    """Say whether there must be options: the cells of a table are codes or items of a list."""
    cells = question.kind == _TABLE and question.picks is None
    return cells or question.kind in _NEEDS_CHOICES


def _needs_group(question: Question) -> bool:
    cells = question.kind == _TABLE and question.picks is not None
    return cells or question.kind in _NEEDS_GROUP
