"""What a template needs to draw the fields of one question: labels, options, values, faults."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from questionnaire.interview import Interview
from questionnaire.kinds import label_of
from questionnaire.kinds.money import CURRENCIES
from questionnaire.model import Question
from questionnaire.web.forms import Form, Setting, first, is_translated
from questionnaire.web.week import Week, draw_week
from questionnaire.web.words import Words

_MANY_OPTIONS = 12
"""Options of a choice from which a list to open is easier than a page of radio buttons."""
_SELECTABLE = frozenset({"choice", "pick"})
_INPUT_TYPES: Mapping[str, str] = {"email": "email", "url": "url", "date": "date", "time": "time"}


@dataclass(frozen=True, slots=True)
class Option:
    """One option as it is offered."""

    value: str
    label: str
    id: str
    chosen: bool = False
    place: str = ""
    """Its place in a ranking, as a figure."""
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of a text; `mark` says that it is missing, or older than its twin."""

    language: str
    name: str
    field: str
    id: str
    value: str
    mark: str = ""
    stale: bool = False
    """Whether it is there, but older than its twin."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what is chosen among the options of the whole table."""

    field: str
    id: str
    label: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One question, or one field of an item, ready to be drawn."""

    question: Question
    template: str
    id: str
    """Id of the first control: labels and error links lead there."""
    name: str
    label: str
    help: str = ""
    example: str = ""
    unit: str = ""
    optional: bool = False
    private: bool = False
    input_type: str = "text"
    input_mode: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    wordings: tuple[Wording, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()
    adds: str = ""
    """Id of the list whose items are the options, so that one that is missing can be added."""
    faults: tuple[str, ...] = ()
    described_by: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    week: Week | None = None
    """The hours by day that this question is a part of, as they are saved."""

    @property
    def grouped(self) -> bool:
        """Whether it has several controls, which then stand under one legend."""
        return bool(self.options and self.template != "select") or bool(self.rows)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the fields of one page share."""

    interview: Interview
    words: Words
    setting: Setting
    form: Form
    item: Mapping[str, object] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    """Language → what is wrong with that wording, for the field that is drawn."""

    def draw(
        self, question: Question, faults: Sequence[str] = (), *, optional: bool | None = None
    ) -> Field:
        """Return one field."""
        words, name = self.words, self.setting.name
        options = self._options(question)
        wordings = self._wordings(question)
        template = _template(question, options)
        ident = _ident(name)
        described = [f"{ident}-help"] if question.help else []
        described += [f"{ident}-fault"] if faults else []
        return Field(
            question=question,
            template=template,
            id=_first_control(ident, template, question, options, wordings),
            name=name,
            label=words.read(question.text),
            help=words.read(question.help),
            example=words.read(question.example),
            unit=words.read(question.unit),
            optional=not question.required if optional is None else optional,
            private=question.sensitivity == "personal",
            input_type=_INPUT_TYPES.get(question.kind, "text"),
            input_mode={"integer": "numeric", "number": "decimal"}.get(question.kind, ""),
            value=first(self.form, name),
            options=options,
            wordings=wordings,
            rows=self._rows(question),
            columns=tuple(words.read(one.text) for one in question.columns),
            adds=question.picks or "",
            faults=tuple(faults),
            described_by=" ".join(described),
            extra=self._extra(question),
            week=draw_week(question, self.interview, self.item, words),
        )

    def _options(self, question: Question) -> tuple[Option, ...]:
        chosen = set(self.form.get(self.setting.name, ()))
        pairs = self._pairs(question)
        exclusive = {one.value for one in question.choices if one.exclusive}
        ranking = question.kind == "ranking"
        return tuple(
            Option(
                value=value,
                label=label,
                id=f"{_ident(self.setting.name)}-{at}",
                chosen=value in chosen,
                place=first(self.form, f"{self.setting.name}.{value}") if ranking else "",
                exclusive=value in exclusive,
            )
            for at, (value, label) in enumerate(pairs)
        )

    def _pairs(self, question: Question) -> list[tuple[str, str]]:
        words = self.words
        if question.kind == "boolean":
            return [("yes", words.say("yes")), ("no", words.say("no"))]
        if question.kind == "money":
            return [(code, f"{code} · {words.read(text)}") for code, text in CURRENCIES.items()]
        if question.picks:
            return [
                (str(one["id"]), label_of(question, one, words.language))
                for one in self.interview.items(question.picks)
            ]
        offered = self.interview.visible_choices(question, self.item)
        return [(one.value, words.read(one.text)) for one in offered]

    def _wordings(self, question: Question) -> tuple[Wording, ...]:
        if not is_translated(question, self.setting, self.form):
            return ()
        name = self.setting.name
        return tuple(
            Wording(
                language=code,
                name=self.words.name(code),
                field=f"{name}.{code}",
                id=_ident(f"{name}.{code}"),
                value=first(self.form, f"{name}.{code}"),
                mark=self.marks.get(code, ""),
                stale=bool(self.marks.get(code)) and bool(first(self.form, f"{name}.{code}")),
            )
            for code in self.setting.documents
        )

    def _rows(self, question: Question) -> tuple[Row, ...]:
        name, words = self.setting.name, self.words
        return tuple(
            Row(
                words.read(row.text),
                tuple(
                    Cell(
                        field=f"{name}.{row.value}.{column.value}",
                        id=_ident(f"{name}.{row.value}.{column.value}"),
                        label=f"{words.read(row.text)}: {words.read(column.text)}",
                        chosen=first(self.form, f"{name}.{row.value}.{column.value}"),
                    )
                    for column in question.columns
                ),
            )
            for row in question.rows
        )

    def _extra(self, question: Question) -> dict[str, object]:
        if question.kind != "money":
            return {}
        usual = self.interview.value(question.currency) if question.currency else None
        given = first(self.form, f"{self.setting.name}.currency")
        return {
            "amount": first(self.form, f"{self.setting.name}.amount"),
            "currency": given or str(usual or ""),
        }


def _ident(name: str) -> str:
    return name.replace(".", "-").replace("_", "-")


def _template(question: Question, options: Sequence[Option]) -> str:
    """Return the template of a question; the kind's own, but for long lists of one choice."""
    if question.kind in _SELECTABLE and len(options) >= _MANY_OPTIONS:
        return "select"
    return question.kind


def _first_control(
    ident: str,
    template: str,
    question: Question,
    options: Sequence[Option],
    wordings: Sequence[Wording],
) -> str:
    if template == "money":
        return f"{ident}-amount"
    if template == "matrix":
        return f"{ident}-{question.rows[0].value}-{question.columns[0].value}".replace("_", "-")
    if template != "select" and options:
        return options[0].id
    return wordings[0].id if wordings else ident
