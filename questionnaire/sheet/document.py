"""What stands on the blank sheet, in one language, before it is Markdown or HTML."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.conditions import Condition
from questionnaire.model import Question, Questionnaire, Section
from questionnaire.sources import data_folder, read_content
from questionnaire.text import Language, Text

CARDS = 2
"""Blank cards printed for each list; whoever has more copies one."""
_LONG_LINES, _SHORT_LINES = 3, 1
_TICKED = {"choice", "choices", "ranking", "weekdays", "boolean", "group", "matrix"}
"""Kinds that need no line to write on."""


@dataclass(frozen=True, slots=True)
class Box:
    """One question as it is printed: what is asked, and how much room there is for the answer."""

    number: str
    text: str
    marks: tuple[str, ...]
    """Small print beside the question: essential, optional, personal data."""
    only_if: str
    help: str
    why: str
    example: str
    instruction: str
    options: tuple[str, ...]
    lines: int
    unit: str
    cards: tuple["Card", ...] = ()
    table: "Table | None" = None
    more: str = ""
    """What to do when the cards are not enough."""


@dataclass(frozen=True, slots=True)
class Card:
    """One blank entry of a list."""

    title: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Empty cells to fill in, between the names of rows and columns."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the sheet."""

    id: str
    title: str
    intro: str
    minutes: str
    only_if: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet in one language."""

    language: Language
    title: str
    notes: tuple[str, ...]
    version: str
    words: Mapping[str, str]
    parts: tuple[Part, ...]


def lay_out_sheet(
    questionnaire: Questionnaire, language: Language, *, quick: bool = False
) -> Sheet:
    """Return the sheet of a questionnaire; quick leaves only the essential questions."""
    writer = _Writer(questionnaire, language, quick)
    parts = tuple(part for section in questionnaire.sections if (part := writer.part(section)))
    boxes = sum(len(part.boxes) for part in parts)
    minutes = sum(section.minutes for section in questionnaire.sections)
    total = writer.say("total", questions=boxes, minutes=10 if quick else minutes)
    notes = [total, writer.say("intro"), writer.say("secrets")]
    return Sheet(
        language=language,
        title=writer.say("title"),
        notes=(*notes, writer.say("quick")) if quick else tuple(notes),
        version=writer.say("version", id=questionnaire.id, version=questionnaire.version),
        words={key: texts[language] for key, texts in _words().items()},
        parts=parts,
    )


@functools.cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]]
    found = read_content(data_folder("questionnaire", "sheet.yml")).data
    return found


class _Writer:
    """Puts questions into words of one language."""

    def __init__(self, questionnaire: Questionnaire, language: Language, quick: bool) -> None:
        self._questionnaire = questionnaire
        self._language = language
        self._quick = quick

    def say(self, key: str, **data: object) -> str:
        """Return a sentence of the sheet."""
        return _words()[key][self._language].format(**data)

    def part(self, section: Section) -> Part | None:
        """Return a section, or None when nothing of it is asked."""
        asked = [one for one in section.questions if self._is_asked(one)]
        if not asked:
            return None
        number = self._questionnaire.sections.index(section) + 1
        return Part(
            id=section.id,
            title=f"{number}. {self._read(section.title)}",
            intro=self._read(section.intro),
            minutes="" if self._quick else self.say("minutes", minutes=section.minutes),
            only_if=self._condition(section.when, None),
            boxes=tuple(self._box(one, f"{number}.{at}") for at, one in enumerate(asked, 1)),
        )

    def _is_asked(self, question: Question) -> bool:
        return not self._quick or question.tier == "essential"

    def _read(self, text: Text | None) -> str:
        return text.read_in(self._language) if text is not None else ""

    def _box(self, question: Question, number: str, group: Question | None = None) -> Box:
        return Box(
            number=number,
            text=self._read(question.text),
            marks=self._marks(question, group),
            only_if=self._condition(question.when, group),
            help=self._read(question.help),
            # A field's reason is its group's; on paper it would say the same thing many times.
            why="" if group else self._read(question.why_we_ask),
            example=self._read(question.example),
            instruction=self._instruction(question),
            options=tuple(
                self._read(choice.text) + self._offered(choice.when, group)
                for choice in question.choices
            ),
            lines=self._lines(question),
            unit=self._read(question.unit),
            cards=self._cards(question, number),
            table=self._table(question),
            more=self._more(question),
        )

    def _marks(self, question: Question, group: Question | None) -> tuple[str, ...]:
        found = []
        if group is None and question.tier == "essential" and not self._quick:
            found.append("essential")
        if not question.required:
            found.append("optional")
        if question.sensitivity in {"personal", "confidential"}:
            found.append(question.sensitivity)
        return tuple(self.say(mark) for mark in found)

    def _condition(self, condition: Condition | None, group: Question | None) -> str:
        if condition is None:
            return ""
        return self.say("only_if", condition=self._in_words(condition, group))

    def _offered(self, condition: Condition | None, group: Question | None) -> str:
        if condition is None:
            return ""
        return f" ({self.say('not_offered', condition=self._in_words(condition, group))})"

    def _in_words(self, condition: Condition, group: Question | None) -> str:
        fields = {f"item.{one.id}": one for one in group.fields} if group else {}
        known = {**self._questionnaire.by_id, **fields}

        def label(name: str) -> str:
            return f"«{self._read(known[name].short)}»" if name in known else name

        def choice(name: str, value: object) -> str:
            options = known[name].choices if name in known else ()
            found = next((one for one in options if one.value == value), None)
            return self._read(found.text) if found else str(value)

        return condition.in_words(self._language, label, choice)

    def _instruction(self, question: Question) -> str:
        keys = {
            "choice": "one_of", "choices": "some_of", "ranking": "in_order",
            "weekdays": "some_of", "matrix": "table",
        }  # fmt: skip
        if question.kind in keys:
            return self.say(keys[question.kind])
        if question.kind == "boolean":
            return self.say("yes_no")
        if question.picks:
            key = "one_person" if question.kind == "pick" else "some_people"
            group = self._questionnaire.by_id[question.picks]
            return self.say(key, group=self._read(group.short))
        return ""

    def _lines(self, question: Question) -> int:
        if question.kind in _TICKED:
            return 0
        return _LONG_LINES if question.kind == "long_text" else _SHORT_LINES

    def _table(self, question: Question) -> Table | None:
        if question.kind != "matrix":
            return None
        return Table(
            self._read(question.short),
            tuple(self._read(one.text) for one in question.columns),
            tuple(self._read(one.text) for one in question.rows),
        )

    def _more(self, question: Question) -> str:
        if question.kind != "group":
            return ""
        return self.say("more_items", name=self._read(question.item_name))

    def _cards(self, question: Question, number: str) -> tuple[Card, ...]:
        if question.kind != "group":
            return ()
        name = self._read(question.item_name)
        asked = [field for field in question.fields if self._is_asked(field)]
        boxes = tuple(
            self._box(field, f"{number}.{at}", question) for at, field in enumerate(asked, 1)
        )
        titles = [self.say("item", name=name, number=at) for at in range(1, CARDS + 1)]
        return tuple(Card(title[:1].upper() + title[1:], boxes) for title in titles)
