"""The interview that every front end drives: terminal, browser, tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Union

from questionnaire.answers import PEOPLE, Answer, Answers, Status
from questionnaire.errors import Datum, Place, Problem
from questionnaire.interview.groups import as_written, find_uses, forget_item, visible_fields
from questionnaire.interview.view import (
    Item,
    View,
    find_recommendation,
    look,
    offered_choices,
    with_item,
)
from questionnaire.kinds import KINDS, KindContext
from questionnaire.model import Choice, Question, Questionnaire, Section
from questionnaire.store import parse_words
from questionnaire.text import Language, Text

Outcome = Union["Interview", tuple[Problem, ...]]
"""The interview with the change made, or why it can't be made."""


class Progress(StrEnum):
    """How far a section is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SectionState:
    """A section as a task list shows it."""

    section: Section
    number: int
    """Its place among the sections that are asked, from 1."""
    progress: Progress
    open: int
    """How many required questions have no answer of any sort."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Questions and answers together; each action returns a new interview, none changes this one.

    Nothing is ever deleted because a question is no longer asked: its answer waits.
    """

    questionnaire: Questionnaire
    answers: Answers
    _view: View = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Settle once what is asked."""
        object.__setattr__(self, "_view", look(self.questionnaire, self.answers))

    def visible_sections(self) -> tuple[Section, ...]:
        """Return the sections that have something to ask."""
        return tuple(section for section, _ in self._view.sections)

    def visible_questions(
        self, section_id: str | None = None, *, quick: bool = False
    ) -> tuple[Question, ...]:
        """Return the questions asked, of one section or of all; quick means the essential ones."""
        return tuple(
            question
            for section, asked in self._view.sections
            for question in asked
            if section_id in (None, section.id) and (not quick or question.tier == "essential")
        )

    def section_of(self, question_id: str) -> Section | None:
        """Return the section a question stands in, also when it isn't asked now."""
        for section in self.questionnaire.sections:
            if any(question.id == question_id for question in section.questions):
                return section
        return None

    def visible_choices(self, question: Question, item: Item | None = None) -> tuple[Choice, ...]:
        """Return the options of a question, or of a field of an item, that can be chosen now."""
        return offered_choices(question, with_item(self._view.values.get, item or {}))

    def visible_fields(
        self, group_id: str, item: Item, *, quick: bool = False
    ) -> tuple[Question, ...]:
        """Return the fields to ask of an item, given what is already filled in."""
        group = self.questionnaire.by_id[group_id]
        fields = visible_fields(group, item, self._view.values.get)
        return tuple(one for one in fields if not quick or one.tier == "essential")

    def is_visible(self, question_id: str) -> bool:
        """Say whether a question is asked."""
        return any(question.id == question_id for question in self._view.questions)

    def state(self, question_id: str) -> Status | None:
        """Return what is known about a question; None while it is open."""
        answer = self.answers.by_id.get(question_id)
        if answer is None:
            return None
        counts = answer.status in (Status.ANSWERED, Status.RECOMMENDED)
        if counts and self.is_visible(question_id) and self.value(question_id) is None:
            return None
        return answer.status

    def value(self, question_id: str) -> object:
        """Return what counts as the answer: said or recommended; None when hidden or open."""
        return self._view.values.get(question_id)

    def items(self, group_id: str) -> tuple[Item, ...]:
        """Return the items of a group."""
        return self.answers.items_of(group_id)

    def next(self, question_id: str | None, *, quick: bool = False) -> Question | None:
        """Return the question after this one (None: the first), or None at the end."""
        after = -1 if question_id is None else self._position(question_id)
        asked = self.visible_questions(quick=quick)
        return next((one for one in asked if self._position(one.id) > after), None)

    def previous(self, question_id: str, *, quick: bool = False) -> Question | None:
        """Return the question before this one, or None at the start."""
        before = self._position(question_id)
        asked = reversed(self.visible_questions(quick=quick))
        return next((one for one in asked if self._position(one.id) < before), None)

    def first_open(self, *, quick: bool = False) -> Question | None:
        """Return the first question nobody has touched yet."""
        asked = self.visible_questions(quick=quick)
        return next((one for one in asked if self.state(one.id) is None), None)

    def section_states(self, *, quick: bool = False) -> tuple[SectionState, ...]:
        """Return every section with its state, as a list of tasks."""
        found: list[SectionState] = []
        for section in self.visible_sections():
            asked = self.visible_questions(section.id, quick=quick)
            if asked:
                progress, left = self._progress(asked)
                found.append(SectionState(section, len(found) + 1, progress, left))
        return tuple(found)

    def _progress(self, asked: Sequence[Question]) -> tuple[Progress, int]:
        touched = any(self.state(one.id) is not None for one in asked)
        left = sum(
            1 for one in asked if one.required and self.state(one.id) in (None, Status.LATER)
        )
        if not touched:
            return Progress.NOT_STARTED, left
        return (Progress.IN_PROGRESS if left else Progress.DONE), left

    def _position(self, question_id: str) -> int:
        return self._view.positions[question_id]

    def recommendation(self, question_id: str) -> tuple[object, Text] | None:
        """Return what we would answer and why, from the answers as they are now."""
        question = self.questionnaire.by_id[question_id]
        return find_recommendation(question, self._view.values.get)

    def field_recommendation(self, field: Question, item: Item) -> tuple[object, Text] | None:
        """Return what we would fill into a field of an item."""
        return find_recommendation(field, with_item(self._view.values.get, item))

    def answer(self, question_id: str, raw: object, language: Language) -> Outcome:
        """Take an answer as a person or a form gives it; nothing for an optional question skips it."""
        question = self.questionnaire.by_id[question_id]
        value, problems = self.read(question, raw, language)
        if problems:
            return problems
        if value is None:
            if question.required:
                return (Problem("answer.required", Place(question=question_id)),)
            return self.postpone(question_id)
        return self._store(question_id, Answer(Status.ANSWERED, value))

    def read(
        self, question: Question, raw: object, language: Language, item: Item | None = None
    ) -> tuple[object, tuple[Problem, ...]]:
        """Return the typed value of what was given, or why it isn't one; changes nothing."""
        parsed = KINDS[question.kind].parse(
            question, raw, language, self.context(question.id, item)
        )
        if not parsed.problems and question.choices and question.kind != "matrix":
            offered = {one.value for one in self.visible_choices(question, item)}
            chosen = parsed.value if isinstance(parsed.value, tuple) else (parsed.value,)
            for code in chosen:
                if code is not None and code not in offered:
                    where = Place(question=question.id)
                    return None, (Problem("answer.not_offered", where, {"value": str(code)}),)
        return parsed.value, tuple(parsed.problems)

    def context(self, question_id: str, item: Item | None = None) -> KindContext:
        """Return what a kind may look at to read or show an answer."""
        items = {
            group.id: self.items(group.id)
            for group in self.questionnaire.by_id.values()
            if group.kind == "group"
        }
        read = with_item(self._view.values.get, item or {})
        return KindContext(items, Place(question=question_id), read)

    def recommend(self, question_id: str) -> Outcome:
        """Let us decide, now and whenever the answers it rests on change."""
        if self.recommendation(question_id) is None:
            where = Place(question=question_id)
            return (Problem("answers.no_recommendation", where),)
        return self._store(question_id, Answer(Status.RECOMMENDED))

    def pend(
        self,
        question_id: str,
        owner: str | None = None,
        due: date | None = None,
        reason: str | None = None,
    ) -> Outcome:
        """Leave a decision open, with who takes it and by when."""
        people = tuple(str(item.get("id")) for item in self.items(PEOPLE))
        if owner is not None and PEOPLE in self.questionnaire.by_id and owner not in people:
            data: dict[str, Datum] = {"value": owner, "allowed": people}
            return (Problem("answers.owner", Place(question=question_id), data),)
        answer = Answer(Status.PENDING, owner=owner, due=due)
        return self._store_because(question_id, answer, reason)

    def mark_not_applicable(self, question_id: str, reason: str | None = None) -> Outcome:
        """Say that a question doesn't concern this company, and why."""
        return self._store_because(question_id, Answer(Status.NOT_APPLICABLE), reason)

    def postpone(self, question_id: str) -> "Interview":
        """Skip a question for now; one that has an answer keeps it."""
        if self.state(question_id) not in (None, Status.LATER):
            return self
        return self._with(question_id, Answer(Status.LATER))

    def forget(self, question_id: str) -> "Interview":
        """Open a question again, as if nobody had touched it."""
        return Interview(self.questionnaire, self.answers.without(question_id))

    def annotate(self, question_id: str, note: str) -> Outcome:
        """Put a note beside an answer, or beside a question that is left for later."""
        answer = self.answers.by_id.get(question_id, Answer(Status.LATER))
        words, problems = parse_words(note, Place(question=question_id))
        return problems or self._with(question_id, replace(answer, note=words or ""))

    def answer_item(
        self, group_id: str, index: int | None, values: Mapping[str, object], language: Language
    ) -> Outcome:
        """Add an item (index None) or change one; values are raw, by field, and replace it whole."""
        items: list[object] = [as_written(item) for item in self.items(group_id)]
        changed = {key: as_written(raw) for key, raw in values.items()}
        if index is None:
            items.append(changed)
            index = len(items) - 1
        else:
            items[index] = {"id": self.items(group_id)[index].get("id"), **changed}
        question = self.questionnaire.by_id[group_id]
        value, problems = self.read(question, items, language)
        where = f"{group_id}[{index + 1}]"
        mine = tuple(one for one in problems if (one.where.question or where).startswith(where))
        if problems or value is None:
            return mine or problems
        return self._store(group_id, Answer(Status.ANSWERED, value))

    def remove_item(self, group_id: str, index: int) -> Outcome:
        """Remove an item, unless an answer in force names it: then say which ones."""
        items = self.items(group_id)
        left = items[:index] + items[index + 1 :]
        return self._store(group_id, Answer(Status.ANSWERED, left))

    def _store_because(self, question_id: str, answer: Answer, reason: str | None) -> Outcome:
        words, problems = parse_words(reason, Place(question=question_id))
        return problems or self._store(question_id, replace(answer, reason=words))

    def _store(self, question_id: str, answer: Answer) -> Outcome:
        """Keep an answer; a group can't lose an item that another answer names."""
        if self.questionnaire.by_id[question_id].kind != "group":
            return self._with(question_id, answer)
        left = answer.value if isinstance(answer.value, tuple) else ()
        kept = {item.get("id") for item in left}
        answers = self.answers.with_answer(question_id, answer)
        for at, item in enumerate(self.items(question_id), 1):
            item_id = str(item.get("id"))
            if item_id in kept:
                continue
            uses = tuple(find_uses(self.questionnaire, answers, question_id, item_id))
            in_force = tuple(use for use in uses if self.is_visible(use.split("[")[0]))
            if in_force:
                where = Place(question=f"{question_id}[{at}]")
                data: dict[str, Datum] = {"value": item_id, "uses": in_force}
                return (Problem("answers.item_in_use", where, data),)
            answers = forget_item(self.questionnaire, answers, question_id, item_id)
        if answer.status is Status.ANSWERED and not left:
            return Interview(self.questionnaire, answers.without(question_id))
        return Interview(self.questionnaire, answers)

    def _with(self, question_id: str, answer: Answer) -> "Interview":
        return Interview(self.questionnaire, self.answers.with_answer(question_id, answer))
