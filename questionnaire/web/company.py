"""One workspace as the wizard works on it: read when it changed, saved question by question."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from questionnaire.answers import Answer, Answers, Status
from questionnaire.errors import PlaybookError, Problem, WorkspaceProblems
from questionnaire.interview import Interview, Outcome
from questionnaire.kinds import KINDS
from questionnaire.model import Questionnaire
from questionnaire.store import digest_file, empty_answers, load_answers, save_answers
from questionnaire.text import Language
from questionnaire.web.consultant import Consultant
from questionnaire.web.state import StateFile

ANSWERS = "answers.yml"
NAME = "company_name"
"""The question that says what a company is called."""
NEW = "+"
"""Instead of an item's id: one that isn't there yet."""
_NOBODY = "-"

Change = Callable[[Interview], Outcome]


class Changed(Exception):
    """Somebody else has answered the same question since this page was made."""


class Company:
    """The answers of one company in one folder; every change is saved before it is shown."""

    def __init__(
        self, folder: Path, questionnaire: Questionnaire, consultant: Consultant, today: date
    ) -> None:
        """Say where it is; nothing is read or written yet."""
        self.folder = folder
        self.name = folder.name
        self.questionnaire = questionnaire
        self.consultant = consultant
        self.today = today
        self.drafts = StateFile(folder, "drafts.json")
        self.place = StateFile(folder, "place.json")
        self.wordings = StateFile(folder, "wordings.json")
        self._held = ExitStack()
        self._open = False
        self._stamp: tuple[int, ...] | None = None
        self._digest = b""
        self._interview: Interview | None = None

    @property
    def answers_file(self) -> Path:
        """The file that holds what the company said."""
        return self.folder / ANSWERS

    @property
    def exists(self) -> bool:
        """Whether anything has been answered."""
        return self.answers_file.is_file()

    def title(self, language: Language) -> str:
        """Return what the company is called in its own words; its folder's name until it says."""
        question = self.questionnaire.by_id.get(NAME)
        if question is None or not self.exists:
            return self.name
        try:
            interview = self.interview()
        except PlaybookError:
            return self.name
        value = interview.value(NAME)
        context = interview.context(NAME)
        return KINDS[question.kind].show(question, value, language, context) or self.name

    def hold(self) -> None:
        """Become the only wizard of this workspace; raises WorkspaceProblems if there is another."""
        if not self._open:
            self.consultant.found(self.folder)
            self._held.enter_context(self.consultant.hold(self.folder))
            self._open = True

    def release(self) -> None:
        """Let another wizard have it."""
        self._held.close()
        self._open = False

    def interview(self) -> Interview:
        """Return the interview as the file is now; raises AnswerProblems when it can't be read."""
        stamp = self._look()
        if self._interview is None or stamp != self._stamp:
            digest = digest_file(self.answers_file)
            answers = (
                load_answers(self.answers_file, self.questionnaire)
                if digest
                else empty_answers(self.questionnaire)
            )
            self._interview = Interview(self.questionnaire, answers)
            self._stamp, self._digest = stamp, digest
        return self._interview

    def take(self, key: str, seen: str, change: Change, language: Language) -> tuple[Problem, ...]:
        """Make a change and save it; return why it can't be made.

        `key` names the answer that the page showed and `seen` how it was then: when it is another
        one by now, nothing is changed and Changed is raised, unless it is the wanted one already: a
        button that was pressed twice is no quarrel.
        """
        outcome = change(self.interview())
        if seen and seen != self.fingerprint(key):
            if isinstance(outcome, Interview) and self._is_done(key, outcome):
                return ()
            if not key.endswith(f"/{NEW}"):
                raise Changed(key)
        if isinstance(outcome, tuple):
            return outcome
        try:
            self._save(outcome, language)
        except WorkspaceProblems as refusal:
            if all(one.code != "answers.changed_on_disk" for one in refusal.problems):
                raise
            # Written between our look and our save: look again, then take the change once more.
            self._interview = None
            return self.take(key, seen, change, language)
        return ()

    def begin(self, languages: tuple[Language, ...]) -> None:
        """Name the languages of the handbook, the main one first."""
        interview = self.interview()
        answers = replace(interview.answers, languages=tuple(map(str, languages)))
        self._save(Interview(self.questionnaire, answers), languages[0])

    def fingerprint(self, key: str) -> str:
        """Return what tells one state of an answer from another.

        `people/ana` names one item, `people/+` the list as it is before there is another one.
        """
        return self._print(self.interview().answers, key.removesuffix(f"/{NEW}"))

    def _is_done(self, key: str, outcome: Interview) -> bool:
        """Say whether the answers are already what a change would make of them."""
        question_id, _, item_id = key.partition("/")
        if item_id != NEW:
            return self._print(outcome.answers, key) == self.fingerprint(key)
        wanted = _without_id(outcome.items(question_id)[-1])
        return any(_without_id(one) == wanted for one in self.interview().items(question_id))

    @staticmethod
    def _print(answers: Answers, key: str) -> str:
        question_id, _, item_id = key.partition("/")
        said: object = answers.by_id.get(question_id)
        if item_id:
            items = answers.items_of(question_id)
            said = next((dict(one) for one in items if one.get("id") == item_id), None)
        elif isinstance(said, Answer):
            said = (said.status, said.value, said.owner, said.due, said.reason)
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16] if said else _NOBODY

    def is_answered(self, key: str) -> bool:
        """Say whether the company has answered a question itself, or an item such as `people/ana`."""
        question_id, _, item_id = key.partition("/")
        answers = self.interview().answers
        if item_id:
            group = self.questionnaire.by_id[question_id].kind == "group"
            items = answers.items_of(question_id) if group else ()
            return any(one.get("id") == item_id for one in items)
        answer = answers.by_id.get(question_id)
        return answer is not None and answer.status is Status.ANSWERED

    def _look(self) -> tuple[int, ...] | None:
        try:
            found = self.answers_file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _save(self, outcome: Interview, language: Language) -> None:
        self._digest = save_answers(
            self.answers_file, outcome.answers, self.questionnaire, language, expected=self._digest
        )
        self._interview, self._stamp = outcome, self._look()


def document_languages(answers: Answers, first: Language) -> tuple[Language, ...]:
    """Return the languages of the handbook, the one of the interface first if it is among them."""
    found = [Language(one) for one in answers.languages]
    return tuple(sorted(found, key=lambda one: one != first))


def _without_id(item: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in item.items() if name != "id"}


def item_of(interview: Interview, group_id: str, item_id: str) -> tuple[int, Mapping[str, object]]:
    """Return the place and the content of an item; raises KeyError when it is gone."""
    for at, item in enumerate(interview.items(group_id)):
        if item.get("id") == item_id:
            return at, item
    raise KeyError(item_id)
