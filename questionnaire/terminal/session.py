"""One sitting at the terminal: the interview, the file it is saved to, and who is talking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from questionnaire.answers import PEOPLE, Status
from questionnaire.interview import Interview, Outcome, show_value
from questionnaire.kinds import label_of
from questionnaire.model import Question
from questionnaire.preset import Preset
from questionnaire.store import save_answers
from questionnaire.terminal.speech import Speech

KEYS = frozenset("<?!-xsrlq>")
"""Single characters that are commands wherever a question is asked."""


class Stop(Exception):
    """The person wants to leave; everything is saved."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where to go from a question."""

    kind: str
    question_id: str | None = None


NEXT = Move("next")
BACK = Move("back")
STAY = Move("stay")


@dataclass(slots=True)
class Session:
    """What changes while the wizard runs."""

    speech: Speech
    interview: Interview
    path: Path
    digest: bytes
    quick: bool
    today: date
    section_id: str | None = None
    offered: bool = False
    """Whether we already offered to recommend what the essential questions leave open."""
    presets: tuple[Preset, ...] = ()
    seen: set[tuple[str, str]] = field(default_factory=set)
    """The suggestions that were shown already, by preset and question."""

    def take(self, outcome: Outcome) -> bool:
        """Keep a change and save it at once, or say why it can't be made."""
        if isinstance(outcome, tuple):
            self.speech.complain(outcome)
            return False
        self.interview = outcome
        self.digest = save_answers(
            self.path,
            outcome.answers,
            outcome.questionnaire,
            self.speech.language,
            expected=self.digest,
        )
        return True

    def show_value(
        self, question: Question, value: object, item: Mapping[str, object] | None = None
    ) -> str:
        """Return a value as people read it, with its unit."""
        return show_value(self.interview, question, value, self.speech.language, item)

    def show_state(self, question: Question) -> str:
        """Return what is known about a question, in words."""
        speech, state = self.speech, self.interview.state(question.id)
        if state is None:
            return speech.say("state_open")
        value = self.show_value(question, self.interview.value(question.id))
        answer = self.interview.answers.by_id[question.id]
        if state is Status.ANSWERED:
            return value
        if state is Status.PENDING:
            return " · ".join([speech.say("state_pending"), *self._pending_details(question)])
        if state is Status.NOT_APPLICABLE and answer.reason:
            return speech.say("state_not_applicable_because", reason=answer.reason)
        return speech.say(f"state_{state.value}", value=value)

    def _pending_details(self, question: Question) -> list[str]:
        answer = self.interview.answers.by_id[question.id]
        people = {str(item["id"]): item for item in self.interview.items(PEOPLE)}
        parts: list[str] = []
        if answer.owner in people:
            group = self.interview.questionnaire.by_id[PEOPLE]
            parts.append(label_of(group, people[answer.owner], self.speech.language))
        elif answer.owner:
            parts.append(answer.owner)
        if answer.due:
            parts.append(answer.due.isoformat())
        if answer.reason:
            parts.append(answer.reason)
        return parts
