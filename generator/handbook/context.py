"""What every section of the view is made from, and how it turns codes and ids into words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar

from generator.advice.model import Advice
from generator.facts.model import Facts, Known
from generator.handbook.model import Edition
from generator.handbook.recording import RecordedFacts
from generator.library import LanguagePack, Library
from questionnaire.model import Question
from questionnaire.text import Language, Text

ROLE_MARK = "role:"
"""How the advice writes a role that nobody fills: `role:approver`."""

Made = dict[str, tuple[Any, tuple[str, ...]]]
"""Sections of one book that were filled already, each with the questions it read."""

Filled = TypeVar("Filled")

_LABEL_KEYS = ("label", "name", "title", "text", "short", "question")


@dataclass(frozen=True, slots=True)
class ViewContext:
    """One section's sight of the company: facts that record what is read, advice and words."""

    facts: RecordedFacts
    advice: Advice
    library: Library
    language: Language
    pack: LanguagePack
    edition: Edition
    made: Made = field(default_factory=dict)

    @property
    def public(self) -> bool:
        """Whether the book leaves the company."""
        return self.edition == "public"

    def text(self, value: object) -> str:
        """Return words in the language of the book, from a Text, a mapping or a plain string."""
        if type(value) is str:
            return value
        if isinstance(value, Text):
            return value.read_in(self.language)
        if isinstance(value, Mapping):
            known = self.language in value
            found = value[self.language] if known else next(iter(value.values()), "")
            return found if isinstance(found, str) else ""
        return "" if value is None else str(value)

    def label(self, file: str, *path: str) -> str:
        """Return the label of a code in a knowledge file; the code in plain words if it has none."""
        node: object = self.library.knowledge.get(file)
        for step in path:
            node = _step_into(node, step)
        return self._read_label(node) or path[-1].replace("_", " ")

    def find_label(self, file: str, code: str, *groups: str) -> str:
        """Return the label of a code in the first of several groups of a knowledge file."""
        knowledge: object = self.library.knowledge.get(file)
        for node in [_step_into(knowledge, group) for group in groups] + [knowledge]:
            found = self._read_label(_step_into(node, code))
            if found:
                return found
        return code.replace("_", " ")

    def entry(self, file: str, code: str, *groups: str) -> Mapping[str, object]:
        """Return the entry of a code in a knowledge file, or an empty one."""
        knowledge: object = self.library.knowledge.get(file)
        for node in [_step_into(knowledge, group) for group in groups] + [knowledge]:
            found = _step_into(node, code)
            if isinstance(found, Mapping):
                return found
        return {}

    def rows(self, file: str, key: str) -> list[Mapping[str, object]]:
        """Return the entries of one list of a knowledge file; none if it has no such list."""
        found = self.library.knowledge[file].get(key)
        return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []

    def figure(self, file: str, key: str) -> int:
        """Return one whole number of a knowledge file; raises KeyError if it isn't there."""
        return int(str(self.library.knowledge[file][key]))

    def entry_text(self, entry: Mapping[str, object], key: str) -> str:
        """Return one text of an entry in the language of the book, or nothing."""
        found = entry.get(key)
        return self.text(found) if isinstance(found, (Mapping, Text, str)) else ""

    def question(self, question: str, field: str | None = None) -> Question | None:
        """Return a question, or one field of a group."""
        found = self.facts.questionnaire.by_id.get(question)
        if found is None or field is None:
            return found
        return next((one for one in found.fields if one.id == field), None)

    def choice(self, code: object, question: str, field: str | None = None) -> str:
        """Return the words of a choice of a question; the code in plain words if it has none."""
        asked = self.question(question, field)
        for choice in asked.choices if asked is not None else ():
            if choice.value == code:
                return self.text(choice.text)
        return "" if code is None else str(code).replace("_", " ")

    def short(self, question: str) -> str:
        """Return the short label of a question."""
        asked = self.question(question)
        return self.text(asked.short) if asked is not None else question

    def known(self, question: str) -> bool:
        """Whether a question has a value."""
        return isinstance(self.facts.fact(question), Known)

    def name(self, person: str | None) -> str:
        """Return the name of a person id; a vacant role or nobody is an open decision."""
        found = self.facts.person(person)
        if found is not None:
            return self.show_person(found.name, self.text(found.role))
        if person and person.startswith(ROLE_MARK):
            return self.pack.word("roles", person.removeprefix(ROLE_MARK))
        return self.pack.word("open_decision", "words")

    def show_person(self, name: str, role: str) -> str:
        """Return a person as this edition may show them: by role where the name is personal."""
        return role if self.hides("people", "name") and role else name

    def hides(self, question: str, field: str | None = None) -> bool:
        """Whether this edition leaves out the answers of a question or field."""
        if not self.public:
            return False
        asked = self.question(question, field)
        return asked is not None and asked.sensitivity in HIDDEN_IN_PUBLIC

    def questions_in_words(self, questions: tuple[str, ...]) -> list[str]:
        """Return the short labels of questions, for "because you answered"."""
        return [self.short(question) for question in questions if self.question(question)]

    def _read_label(self, node: object) -> str:
        if isinstance(node, str):
            return node
        if not isinstance(node, Mapping):
            return ""
        if isinstance(node.get(self.language), str):
            return str(node[self.language])
        labels = (node[key] for key in _LABEL_KEYS if isinstance(node.get(key), (Mapping, str)))
        return self.text(next(labels, None))


HIDDEN_IN_PUBLIC = ("personal", "confidential")
"""Sensitivities that never leave the company."""


def make_context(
    facts: Facts, advice: Advice, library: Library, language: Language, edition: Edition
) -> ViewContext:
    """Return a context that has read nothing yet."""
    pack = library.languages[language]
    return ViewContext(RecordedFacts(facts), advice, library, language, pack, edition)


def fill_once(view: Callable[[ViewContext], Filled]) -> Callable[[ViewContext], Filled]:
    """Let a section that others look into be filled once a book; whoever asks has read the same.

    What it returns is shared, so nobody may change it.
    """

    @wraps(view)
    def fill(context: ViewContext) -> Filled:
        name = view.__module__
        if name not in context.made:
            inner = replace(context, facts=RecordedFacts(context.facts.plain))
            context.made[name] = view(inner), inner.facts.reads
        filled: Filled
        filled, reads = context.made[name]
        context.facts.note(reads)
        return filled

    return fill


def _step_into(node: object, step: str) -> object:
    """Return the child of a mapping, or the row of a list with this id or code."""
    if isinstance(node, Mapping):
        return node.get(step)
    if isinstance(node, list):
        rows = (row for row in node if isinstance(row, Mapping))
        return next((row for row in rows if step in (row.get("id"), row.get("code"))), None)
    return None
