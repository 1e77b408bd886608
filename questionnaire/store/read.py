"""answers.yml → Answers, with every problem found in one go and where it stands."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from questionnaire.answers import PEOPLE, Answer, Answers, Status
from questionnaire.errors import Datum, Problem
from questionnaire.kinds import KINDS, KindContext
from questionnaire.kinds.group import guess_items
from questionnaire.model import Question, Questionnaire
from questionnaire.sources import Document
from questionnaire.store.compose import FORMAT, ORDER
from questionnaire.store.loose import parse_date, show
from questionnaire.text import LANGUAGES, NEUTRAL, closest

Items = Mapping[str, tuple[Mapping[str, object], ...]]

_STATES: tuple[tuple[str, Status], ...] = (
    ("recommend", Status.RECOMMENDED),
    ("pending", Status.PENDING),
    ("not_applicable", Status.NOT_APPLICABLE),
    ("later", Status.LATER),
)
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class Reading:
    """One pass over answers.yml; `problems` says afterwards what was wrong."""

    def __init__(self, document: Document, questionnaire: Questionnaire) -> None:
        """Take a document whose values are all text."""
        self.problems: list[Problem] = []
        self._document = document
        self._data: dict[str, object] = document.data
        self._questionnaire = questionnaire
        self._by_id: dict[str, Answer] = {}
        self._state_of: dict[str, str] = {}
        self._items: Items = {}
        self._unread: Mapping[str, object] = {}
        """Answers that are read only when a condition asks for them."""

    def read(self) -> Answers:
        """Return what could be read, in the order of the file's own sections."""
        self._check_keys()
        self._check_format()
        version = self._read_questionnaire()
        written = self._known_mapping("answers")
        self._items = self._collect_items(written)
        for question_id in self._questionnaire.by_id:
            self._read_answer(question_id, written.get(question_id))
        for key, status in _STATES:
            self._read_state(key, status)
        self._read_suggested()
        self._read_notes()
        self.problems.sort(key=lambda problem: problem.where.line or 0)
        by_id = MappingProxyType(self._by_id)
        return Answers(self._questionnaire.id, version, self._read_languages(), by_id)

    def values_of(self, ids: Collection[str]) -> Mapping[str, object]:
        """Return what the file answers to a few questions, reading little else; no problems."""
        written = self._known_mapping("answers")
        questions = [self._questionnaire.by_id[one] for one in ids if one in written]
        lists = {part.picks for question in questions for part in (question, *question.fields)}
        self._items = self._collect_items({key: written[key] for key in written if key in lists})
        self._unread = written
        found = {one.id: self._parse(one, written[one.id], self._items) for one in questions}
        return {name: value for name, (value, problems) in found.items() if not problems}

    def _report(
        self, code: str, *path: str | int, question: str | None = None, **data: Datum
    ) -> None:
        self.problems.append(Problem(code, self._document.place(*path, question=question), data))

    def _report_unknown(self, code: str, word: str, known: Iterable[str], *path: str) -> None:
        meant = closest(word, known)
        if meant is None:
            self._report(code, *path, word, question=None, value=word)
        else:
            self._report(f"{code}_meant", *path, word, question=None, value=word, meant=meant)

    def _check_keys(self) -> None:
        for key in self._data:
            if key not in ORDER and not key.startswith("x-"):
                self._report_unknown("answers.unknown_key", key, ORDER)

    def _check_format(self) -> None:
        written = self._data.get("format")
        if not isinstance(written, str) or not re.fullmatch(r"[1-9][0-9]{0,3}", written):
            shown = written if isinstance(written, str) else ""
            self._report("answers.format", "format", value=shown, allowed=FORMAT)
        elif int(written) > FORMAT:
            self._report("answers.format_newer", "format", value=int(written), allowed=FORMAT)

    def _read_questionnaire(self) -> str:
        ours = self._questionnaire
        written = self._data.get("questionnaire")
        if written is None:
            return ours.version
        if not isinstance(written, dict):
            self._report("answers.not_mapping", "questionnaire", value="questionnaire")
            return ours.version
        found = written.get("id")
        if found not in (None, ours.id):
            self._report(
                "answers.other_questionnaire", "questionnaire", "id",
                value=str(found), allowed=ours.id,
            )  # fmt: skip
        version = written.get("version")
        return version if isinstance(version, str) else ours.version

    def _read_languages(self) -> tuple[str, ...]:
        written = self._data.get("languages")
        known = tuple(str(language) for language in LANGUAGES)
        if written is None:
            return known
        if not isinstance(written, list) or not written:
            self._report("answers.languages", "languages", value=show(written), allowed=known)
            return known
        for at, code in enumerate(written):
            if code not in known or code in written[:at]:
                self._report("answers.languages", "languages", at, value=show(code), allowed=known)
        return tuple(str(code) for code in written)

    def _known_mapping(self, key: str) -> dict[str, object]:
        """Return a mapping by question id, without the ids that no question has."""
        written = self._data.get(key)
        if written is None:
            return {}
        if not isinstance(written, dict):
            self._report("answers.not_mapping", key, value=key)
            return {}
        return {name: part for name, part in written.items() if self._knows(name, key, name)}

    def _known_list(self, key: str) -> list[str]:
        written = self._data.get(key)
        if written is None:
            return []
        if not isinstance(written, list) or not all(isinstance(part, str) for part in written):
            self._report("answers.not_list", key, value=key)
            return []
        return [name for at, name in enumerate(written) if self._knows(name, key, at)]

    def _knows(self, name: str, key: str, step: str | int) -> bool:
        if name in self._questionnaire.by_id:
            return True
        if name.startswith("x-"):
            return False
        meant = closest(name, self._questionnaire.by_id)
        code = "answers.unknown_question"
        if meant is None:
            self._report(code, key, step, question=name, value=name)
        else:
            self._report(f"{code}_meant", key, step, question=name, value=name, meant=meant)
        return False

    def _collect_items(self, written: Mapping[str, object]) -> Items:
        """Read every group once before the rest, for a pick may name a person written below it."""
        items: dict[str, tuple[Mapping[str, object], ...]] = {}
        for question in self._questionnaire.by_id.values():
            raw = written.get(question.id)
            if question.kind == "group" and isinstance(raw, list):
                items[question.id] = guess_items(question, raw)
        for question in self._questionnaire.by_id.values():
            if question.id in items:
                found = self._parse(question, written[question.id], items)[0]
                if isinstance(found, tuple):
                    items[question.id] = found
        return items

    def _parse(
        self, question: Question, raw: object, items: Items
    ) -> tuple[object, tuple[Problem, ...]]:
        where = self._document.place("answers", question.id, question=question.id)
        context = KindContext(items, where, self._value)
        parsed = KINDS[question.kind].parse(question, raw, NEUTRAL, context)
        return parsed.value, tuple(parsed.problems)

    def _value(self, question_id: str) -> object:
        answer = self._by_id.get(question_id)
        if answer is None and question_id in self._unread:
            question = self._questionnaire.by_id[question_id]
            return self._parse(question, self._unread[question_id], self._items)[0]
        return None if answer is None else answer.value

    def _read_answer(self, question_id: str, raw: object) -> None:
        if raw is None:
            return
        question = self._questionnaire.by_id[question_id]
        value, problems = self._parse(question, raw, self._items)
        self.problems.extend(self._locate(problem) for problem in problems)
        where = self._document.place("answers", question_id, question=question_id)
        if value is not None and not any(problem.level == "error" for problem in problems):
            self._set(question_id, "answers", Answer(Status.ANSWERED, value, where=where))
        else:
            self._state_of[question_id] = "answers"

    def _locate(self, problem: Problem) -> Problem:
        """Give a problem deep inside an answer (`people[2].hours`) the line where it stands."""
        named = problem.where.question or ""
        steps = [int(number) - 1 if number else word for word, number in _STEP.findall(named)]
        return replace(problem, where=self._document.place("answers", *steps, question=named))

    def _set(self, question_id: str, key: str, answer: Answer) -> None:
        first = self._state_of.setdefault(question_id, key)
        if first != key or question_id in self._by_id:
            data: dict[str, Datum] = {"first": first, "second": key}
            self.problems.append(Problem("answers.two_states", answer.where, data))
            return
        self._by_id[question_id] = answer

    def _read_state(self, key: str, status: Status) -> None:
        readers: dict[Status, Callable[[str, object], Answer]] = {
            Status.PENDING: self._read_pending,
            Status.NOT_APPLICABLE: self._read_not_applicable,
        }
        if status in readers:
            for question_id, raw in self._known_mapping(key).items():
                self._set(question_id, key, readers[status](question_id, raw))
            return
        for at, question_id in enumerate(self._known_list(key)):
            where = self._document.place(key, at, question=question_id)
            if (
                status is Status.RECOMMENDED
                and not self._questionnaire.by_id[question_id].recommend
            ):
                self._report("answers.no_recommendation", key, at, question=question_id)
            self._set(question_id, key, Answer(status, where=where))

    def _read_not_applicable(self, question_id: str, raw: object) -> Answer:
        where = self._document.place("not_applicable", question_id, question=question_id)
        if raw is not None and not isinstance(raw, str):
            self._report("answers.not_text", "not_applicable", question_id, question=question_id)
        return Answer(
            Status.NOT_APPLICABLE, reason=raw if isinstance(raw, str) else None, where=where
        )

    def _read_pending(self, question_id: str, raw: object) -> Answer:
        path = ("pending", question_id)
        where = self._document.place(*path, question=question_id)
        if raw is not None and not isinstance(raw, dict):
            self._report("answers.not_mapping", *path, question=question_id, value=question_id)
        parts: dict[str, object] = raw if isinstance(raw, dict) else {}
        for name in parts:
            if name not in {"owner", "due", "reason"}:
                self._report_unknown("answers.unknown_key", name, ("owner", "due", "reason"), *path)
        reason = parts.get("reason")
        return Answer(
            Status.PENDING,
            owner=self._read_owner(question_id, parts.get("owner")),
            due=self._read_due(question_id, parts.get("due")),
            reason=reason if isinstance(reason, str) else None,
            where=where,
        )

    def _read_owner(self, question_id: str, raw: object) -> str | None:
        if raw is None:
            return None
        allowed = tuple(str(item["id"]) for item in self._items.get(PEOPLE, ()))
        if PEOPLE in self._questionnaire.by_id and raw not in allowed:
            self._report(
                "answers.owner", "pending", question_id, "owner",
                question=question_id, value=show(raw), allowed=allowed,
            )  # fmt: skip
        return str(raw)

    def _read_due(self, question_id: str, raw: object) -> date | None:
        if raw is None:
            return None
        where = self._document.place("pending", question_id, "due", question=question_id)
        due, problems = parse_date(raw, where)
        self.problems.extend(replace(problem, where=where) for problem in problems)
        return due

    def _read_suggested(self) -> None:
        """Read which answers were taken from a preset; a mark without an answer says nothing."""
        for question_id, raw in self._known_mapping("suggested").items():
            answer = self._by_id.get(question_id)
            if not isinstance(raw, str):
                self._report("answers.not_text", "suggested", question_id, question=question_id)
            elif answer is not None and answer.status is Status.ANSWERED:
                self._by_id[question_id] = replace(answer, preset=raw)

    def _read_notes(self) -> None:
        for question_id, raw in self._known_mapping("notes").items():
            if not isinstance(raw, str):
                self._report("answers.not_text", "notes", question_id, question=question_id)
            elif question_id in self._by_id:
                self._by_id[question_id] = replace(self._by_id[question_id], note=raw)
