"""What a lint rule is, and the questions it looks at with the lines where they were written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from questionnaire.conditions import Condition
from questionnaire.errors import Datum, Level, Place, Problem
from questionnaire.model import Question, Questionnaire, Section
from questionnaire.sources import Document
from questionnaire.text import LANGUAGES, Language, Text

Step = str | int
Documents = Mapping[str, Document]
"""The YAML files of a questionnaire by their path, as `Place.file` names them."""
Finding = tuple[Place, Mapping[str, Datum]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One named fault: how grave it is, and how to find every case of it."""

    id: str
    level: Level
    find: Callable[[Questionnaire, Documents], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Subject:
    """One question or field, with its section, its group and its way in the document."""

    question: Question
    section: Section
    document: Document
    path: tuple[Step, ...]
    group: Question | None = None

    @property
    def name(self) -> str:
        """The id, with the group's before it for a field."""
        return f"{self.group.id}.{self.question.id}" if self.group else self.question.id

    def place(self, *steps: Step) -> Place:
        """Return where a part of the question stands, or the question when it isn't written."""
        return self.document.place(*self.path, *steps, question=self.name)

    def texts(self) -> Iterator[tuple[tuple[Step, ...], Text]]:
        """Yield every text of the question with the way to it."""
        one = self.question
        named = (
            ("text", one.text), ("short", one.short), ("help", one.help),
            ("why_we_ask", one.why_we_ask), ("example", one.example), ("unit", one.unit),
            ("item_name", one.item_name),
        )  # fmt: skip
        yield from (((key,), text) for key, text in named if text is not None)
        for key in ("choices", "rows", "columns"):
            for number, choice in enumerate(getattr(one, key)):
                yield (key, number, "text"), choice.text
        for number, rule in enumerate(one.recommend):
            yield ("recommend", number, "because"), rule.because
        if one.limits.message is not None:
            yield ("limits", "message"), one.limits.message

    def words(self, *keys: str) -> Iterator[tuple[tuple[Step, ...], Language, str]]:
        """Yield the texts whose last or first key is one of these, in each language."""
        for steps, text in self.texts():
            if not keys or steps[0] in keys or steps[-1] in keys:
                for language in LANGUAGES:
                    yield (*steps, str(language)), language, text.by_language.get(language, "")


@dataclass(frozen=True, slots=True)
class Survey:
    """A questionnaire with its documents, as the finders see it."""

    questionnaire: Questionnaire
    documents: Documents

    def subjects(self) -> Iterator[Subject]:
        """Yield every question and, after its group, every field."""
        for section in self.questionnaire.sections:
            document = self.documents[section.where.file or ""]
            for number, question in enumerate(section.questions):
                path: tuple[Step, ...] = ("questions", number)
                yield Subject(question, section, document, path)
                for at, field in enumerate(question.fields):
                    yield Subject(field, section, document, (*path, "fields", at), question)

    def questions(self) -> Iterator[Subject]:
        """Yield the questions without the fields of groups."""
        return (subject for subject in self.subjects() if subject.group is None)

    def conditions(self) -> Iterator[tuple[Subject, tuple[Step, ...], Condition]]:
        """Yield every condition of a question, its options and its recommendations."""
        for subject in self.subjects():
            one = subject.question
            if one.when is not None:
                yield subject, ("when",), one.when
            for number, choice in enumerate(one.choices):
                if choice.when is not None:
                    yield subject, ("choices", number, "when"), choice.when
            for number, rule in enumerate(one.recommend):
                if rule.when is not None:
                    yield subject, ("recommend", number, "when"), rule.when


def rule(
    name: str, level: Level = "error"
) -> Callable[[Callable[[Survey], Iterator[Finding]]], Rule]:
    """Make a rule of a function that yields the place of each case and what to tell about it."""

    def make(find: Callable[[Survey], Iterator[Finding]]) -> Rule:
        def find_problems(questionnaire: Questionnaire, documents: Documents) -> Iterator[Problem]:
            for place, data in find(Survey(questionnaire, documents)):
                yield Problem(name, place, data, level)

        return Rule(name, level, find_problems)

    return make
