"""Answers in words: what a list of answers shows for each question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from questionnaire.answers import PEOPLE, Status
from questionnaire.interview import Interview, show_value
from questionnaire.kinds import KINDS, label_of
from questionnaire.model import Question
from questionnaire.text import fold
from questionnaire.web.words import Words

SHOWS: Mapping[str, frozenset[Status | None]] = {
    "open": frozenset({None, Status.LATER}),
    "recommended": frozenset({Status.RECOMMENDED}),
    "pending": frozenset({Status.PENDING}),
}
"""What each filter of the list of answers lets through."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer in words."""

    question: Question
    label: str
    text: str
    value: str
    state: str
    """answered, recommended, pending, not_applicable, later or open."""
    detail: str = ""
    """Why recommended, who decides by when, or why it doesn't apply."""
    suggested: bool = False
    """Whether the answer was taken from a preset as it was."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Puts the answers of an interview into words."""

    interview: Interview
    words: Words

    def lines(self, asked: Iterable[Question]) -> tuple[Line, ...]:
        """Return a line for each question."""
        return tuple(self.line(one) for one in asked)

    def line(self, question: Question) -> Line:
        """Return one question with its answer."""
        state = self.interview.state(question.id)
        said = self.interview.answers.by_id.get(question.id)
        shown = self.interview.value(question.id)
        return Line(
            question=question,
            label=self.words.read(question.short),
            text=self.words.read(question.text),
            value=self.show(question, shown) if shown is not None else "",
            state="open" if state is None else state.value,
            detail=self._detail(question, state),
            suggested=state is Status.ANSWERED and said is not None and said.preset is not None,
        )

    def show(
        self, question: Question, value: object, item: Mapping[str, object] | None = None
    ) -> str:
        """Return a value as people read it, with its unit."""
        return show_value(self.interview, question, value, self.words.language, item)

    def describe_item(self, group: Question, item: Mapping[str, object]) -> tuple[str, str]:
        """Return the name of an item, and what is essential about it."""
        essential = [
            self.show(one, item[one.id], item)
            for one in group.fields
            if one.tier == "essential" and one.id != group.item_label and one.id in item
        ]
        return label_of(group, item, self.words.language), " · ".join(filter(None, essential))

    def person(self, owner: str | None) -> str:
        """Return the name of a person of the list; the id itself if nobody has it."""
        group = self.interview.questionnaire.by_id.get(PEOPLE)
        for one in self.interview.items(PEOPLE):
            if group is not None and one.get("id") == owner:
                return label_of(group, one, self.words.language)
        return owner or ""

    def _detail(self, question: Question, state: Status | None) -> str:
        answer = self.interview.answers.by_id.get(question.id)
        if answer is None or state is None:
            return ""
        tell: dict[Status, Callable[[], str]] = {
            Status.RECOMMENDED: lambda: self._because(question),
            Status.PENDING: lambda: self._debt(question),
            Status.NOT_APPLICABLE: lambda: answer.reason or "",
        }
        return tell.get(state, str)()

    def _because(self, question: Question) -> str:
        found = self.interview.recommendation(question.id)
        return self.words.read(found[1]) if found else ""

    def _debt(self, question: Question) -> str:
        answer = self.interview.answers.by_id[question.id]
        owner = self.person(answer.owner) or self.words.say("nobody_yet")
        date = KINDS["date"].show(
            question, answer.due, self.words.language, self.interview.context(question.id)
        )
        due = self.words.say("by_day", day=date) if answer.due else self.words.say("no_day")
        parts = (self.words.say("decides", person=owner), due, answer.reason or "")
        return " · ".join(filter(None, parts))


def find_lines(lines: Iterable[Line], wanted: str, show: str) -> tuple[Line, ...]:
    """Return the lines that hold every word somebody looks for, and are in the state asked for."""
    words = fold(wanted).split()
    return tuple(
        line
        for line in lines
        if _shows(line, show)
        and all(word in fold(f"{line.label} {line.text} {line.value}") for word in words)
    )


def _shows(line: Line, show: str) -> bool:
    states = SHOWS.get(show)
    return states is None or line.state in {one.value if one else "open" for one in states}
