"""From the shapes of the YAML to the frozen objects that the rest of the program knows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from questionnaire.conditions import Condition, ConditionError, parse_condition
from questionnaire.errors import Place
from questionnaire.loader.faults import Faults, Step
from questionnaire.model import Choice, Limits, Question, RecommendRule, Section
from questionnaire.sources import Document
from questionnaire.text import LANGUAGES, Text

if TYPE_CHECKING:
    from questionnaire.loader.shapes import (
        ChoiceShape,
        FieldShape,
        LimitsShape,
        RecommendShape,
        SectionShape,
    )

Path = tuple[Step, ...]


class Builder:
    """Builds one section; what can't be built is reported and left out."""

    def __init__(self, document: Document, faults: Faults) -> None:
        """Build from a document, reporting to a collection of faults."""
        self._document = document
        self._faults = faults

    def build_section(self, shape: "SectionShape") -> Section:
        """Build the section with its questions."""
        questions = tuple(
            self._question(question, ("questions", number), None)
            for number, question in enumerate(shape.questions)
        )
        return Section(
            id=shape.id,
            title=self._text(shape.title, ("title",)),
            intro=self._text(shape.intro, ("intro",)),
            minutes=shape.minutes,
            questions=questions,
            where=self._document.place(question=None),
            when=self._condition(shape.when, ("when",)),
        )

    def _question(self, shape: "FieldShape", path: Path, group: "FieldShape | None") -> Question:
        text = self._text(shape.text, (*path, "text"))
        fields = tuple(
            self._question(field, (*path, "fields", number), shape)
            for number, field in enumerate(getattr(shape, "fields", ()))
        )
        return Question(
            id=shape.id,
            kind=shape.kind,
            tier=shape.tier or (group and group.tier) or "standard",
            text=text,
            short=self._optional(shape.short, (*path, "short")) or text,
            where=self._place(shape, path, group),
            help=self._optional(shape.help, (*path, "help")),
            why_we_ask=self._optional(shape.why_we_ask, (*path, "why_we_ask")),
            example=self._optional(shape.example, (*path, "example")),
            required=shape.required,
            when=self._condition(shape.when, (*path, "when")),
            choices=self._choices(shape.choices, (*path, "choices")),
            limits=self._limits(shape.limits, (*path, "limits")),
            unit=self._optional(shape.unit, (*path, "unit")),
            sensitivity=shape.sensitivity or (group and group.sensitivity) or "internal",
            recommend=tuple(
                self._rule(one, (*path, "recommend", number))
                for number, one in enumerate(shape.recommend)
            ),
            used_in=tuple(shape.used_in),
            seeds=tuple(shape.seeds),
            fields=fields,
            item_name=self._optional(getattr(shape, "item_name", None), (*path, "item_name")),
            item_label=getattr(shape, "item_label", None),
            picks=shape.picks,
            rows=self._choices(shape.rows, (*path, "rows")),
            columns=self._choices(shape.columns, (*path, "columns")),
            currency=shape.currency,
            translatable=shape.kind == "long_text"
            if shape.translatable is None
            else shape.translatable,
        )

    def _place(self, shape: "FieldShape", path: Path, group: "FieldShape | None") -> Place:
        name = f"{group.id}.{shape.id}" if group else shape.id
        return self._document.place(*path, question=name)

    def _choices(self, shapes: "Sequence[ChoiceShape]", path: Path) -> tuple[Choice, ...]:
        return tuple(self._choice(one, (*path, number)) for number, one in enumerate(shapes))

    def _choice(self, shape: "ChoiceShape", path: Path) -> Choice:
        return Choice(
            value=shape.value,
            text=self._text(shape.text, (*path, "text")),
            when=self._condition(shape.when, (*path, "when")),
            exclusive=shape.exclusive,
        )

    def _rule(self, shape: "RecommendShape", path: Path) -> RecommendRule:
        return RecommendRule(
            value=shape.value,
            because=self._text(shape.because, (*path, "because")),
            when=self._condition(shape.when, (*path, "when")),
        )

    def _limits(self, shape: "LimitsShape", path: Path) -> Limits:
        return Limits(
            min=shape.min,
            max=shape.max,
            max_length=shape.max_length,
            min_items=shape.min_items,
            max_items=shape.max_items,
            pattern=shape.pattern,
            message=self._optional(shape.message, (*path, "message")),
        )

    def _optional(self, texts: Mapping[str, str] | None, path: Path) -> Text | None:
        return None if texts is None else self._text(texts, path)

    def _text(self, texts: Mapping[str, str], path: Path) -> Text:
        for language in LANGUAGES:
            if not texts.get(language, "").strip():
                self._faults.add(
                    self._document,
                    path,
                    "questionnaire.missing_language",
                    key=".".join(map(str, path)),
                    language=language,
                )
        return Text(texts)

    def _condition(self, source: str | None, path: Path) -> Condition | None:
        if source is None:
            return None
        try:
            return parse_condition(source)
        except ConditionError as error:
            for problem in error.problems:
                self._faults.add(self._document, path, problem.code, **problem.data)
            return None
