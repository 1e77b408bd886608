"""Presets: what companies of a sector and size usually answer differently, each with its reason.

A preset suggests and never answers: whoever uses one sees every suggestion, where it comes from,
and takes it or leaves it. It holds only what differs from our general recommendations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from questionnaire.answers import Status
from questionnaire.errors import ContentProblems, Place, Problem
from questionnaire.interview import Interview, Outcome
from questionnaire.interview.groups import as_written
from questionnaire.kinds import KINDS, KindContext
from questionnaire.loader.faults import Faults, read_document
from questionnaire.model import Question, Questionnaire
from questionnaire.sources import Document, data_folder
from questionnaire.text import LANGUAGES, NEUTRAL, Text, closest

if TYPE_CHECKING:
    from pydantic import BaseModel

Size = Literal["micro", "small", "full"]

SIZES: Final[Mapping[Size, int]] = MappingProxyType({"micro": 1, "small": 10, "full": 50})
"""The smallest staff of each size, the same bounds that choose the book."""
UNSUGGESTED: Final = ("group", "pick", "picks", "matrix")
"""Kinds whose answers are a company's own: nobody can suggest its people or its accounts."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggested value, typed by its question, and why."""

    question: str
    value: object
    because: Text


@dataclass(frozen=True, slots=True)
class Preset:
    """What is usual in a sector, for some sizes of company; `source` says why we suggest it."""

    id: str
    name: Text
    sector: str
    sizes: tuple[Size, ...]
    source: Text
    suggests: tuple[Suggestion, ...]


def load_presets(questionnaire: Questionnaire, folder: Path | None = None) -> tuple[Preset, ...]:
    """Read every preset; raises ContentProblems with all that is wrong with all of them."""
    faults = Faults()
    presets: dict[str, Preset] = {}
    for path in sorted((folder or data_folder("questionnaire", "presets")).glob("*.yml")):
        document = read_document(path, faults)
        preset = _Reading(document, questionnaire, faults).read() if document else None
        if document is None or preset is None:
            continue
        if preset.id in presets:
            faults.add(document, ("id",), "questionnaire.duplicate_id", name=preset.id)
        presets[preset.id] = preset
    if faults.found:
        raise ContentProblems(faults.found)
    return tuple(presets.values())


def find_presets(
    presets: Sequence[Preset], sector: object, employees: object
) -> tuple[Preset, ...]:
    """Return the presets for a sector and a number of staff; an unknown one fits any."""
    size = size_of(employees)
    return tuple(
        preset
        for preset in presets
        if sector in (None, preset.sector) and (size is None or size in preset.sizes)
    )


def size_of(employees: object) -> Size | None:
    """Return the size of a company by its staff; None while the number is unknown."""
    if isinstance(employees, bool) or not isinstance(employees, int | float):
        return None
    fitting = [size for size, least in SIZES.items() if employees >= least]
    return fitting[-1] if fitting else None


def suggestions(preset: Preset, questionnaire: Questionnaire) -> Mapping[str, Suggestion]:
    """Return what a preset suggests by question, in the order in which they are asked."""
    by_question = {one.question: one for one in preset.suggests}
    return {name: by_question[name] for name in questionnaire.by_id if name in by_question}


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion that an interview can take now, and the preset that says so."""

    preset: Preset
    suggestion: Suggestion


BASIS: Final = ("sector", "employees")
"""The questions that choose a preset: before both are answered nothing is suggested."""


def open_suggestions(interview: Interview, presets: Sequence[Preset]) -> tuple[Offer, ...]:
    """Return what can be suggested now: of questions that are asked and that nobody answered.

    A question left for later is open too. An answer can bring up further questions, so whoever
    takes suggestions looks again until nothing is left.
    """
    sector, employees = (interview.value(name) for name in BASIS)
    if sector is None or employees is None:
        return ()
    fitting = {
        one.question: Offer(preset, one)
        for preset in reversed(find_presets(presets, sector, employees))
        for one in preset.suggests
    }
    return tuple(
        fitting[question.id]
        for question in interview.visible_questions()
        if question.id in fitting and _can_take(interview, fitting[question.id])
    )


def take(interview: Interview, offer: Offer) -> Outcome:
    """Answer a question with a suggestion, marked with its preset: the company didn't say it itself.

    The mark is written into the file under `suggested` and goes when the answer is changed.
    """
    question_id = offer.suggestion.question
    outcome = interview.answer(question_id, as_written(offer.suggestion.value), NEUTRAL)
    if not isinstance(outcome, Interview):
        return outcome
    answer = replace(outcome.answers.by_id[question_id], preset=offer.preset.id)
    return Interview(outcome.questionnaire, outcome.answers.with_answer(question_id, answer))


def find_source(interview: Interview, question_id: str, presets: Sequence[Preset]) -> Preset | None:
    """Return the preset from which an answer was taken; None for the company's own words."""
    answer = interview.answers.by_id.get(question_id)
    name = answer.preset if answer is not None else None
    return next((preset for preset in presets if preset.id == name), None)


def _can_take(interview: Interview, offer: Offer) -> bool:
    question = interview.questionnaire.by_id[offer.suggestion.question]
    if interview.state(question.id) not in (None, Status.LATER):
        return False
    value, problems = interview.read(question, as_written(offer.suggestion.value), NEUTRAL)
    return value is not None and not problems


class _Reading:
    """Reads one preset and reports what is wrong with it."""

    def __init__(self, document: Document, questionnaire: Questionnaire, faults: Faults) -> None:
        self._document = document
        self._questionnaire = questionnaire
        self._faults = faults

    def read(self) -> Preset | None:
        """Return the preset, or None when its shape is wrong."""
        # Imported here: pydantic takes longer to import than all the rest that a short command does.
        from pydantic import ValidationError

        shape = _shape()
        try:
            found: Any = shape.model_validate(self._document.data)
        except ValidationError as error:
            self._faults.add_shape(self._document, error, shape)
            return None
        self._check_sector(found.sector)
        read = [self._suggestion(name, one) for name, one in found.suggests.items()]
        return Preset(
            id=found.id,
            name=self._text(found.name, "name"),
            sector=found.sector,
            sizes=tuple(cast("list[Size]", found.sizes)),
            source=self._text(found.source, "source"),
            suggests=tuple(one for one in read if one is not None),
        )

    def _check_sector(self, sector: str) -> None:
        question = self._questionnaire.by_id.get("sector")
        if question is not None:
            self._parse(question, sector, ("sector",))

    def _suggestion(self, name: str, shape: Any) -> Suggestion | None:
        because = self._text(shape.because, "suggests", name, "because")
        question = self._questionnaire.by_id.get(name)
        path = ("suggests", name)
        if question is None:
            near = closest(name, self._questionnaire.by_id)
            hint = {"hint": near} if near else {}
            self._faults.add(self._document, path, "preset.unknown_question", value=name, **hint)
            return None
        if question.kind in UNSUGGESTED:
            self._faults.add(self._document, path, "preset.own_answer", value=name)
            return None
        value = self._parse(question, shape.value, (*path, "value"))
        return None if value is None else Suggestion(name, value, because)

    def _parse(self, question: Question, raw: object, path: tuple[str, ...]) -> object:
        where: Place = self._document.place(*path, question=question.id)
        parsed = KINDS[question.kind].parse(question, raw, NEUTRAL, KindContext(where=where))
        self._faults.found.extend(
            Problem(problem.code, where, problem.data) for problem in parsed.problems
        )
        if parsed.value is None and not parsed.problems:
            self._faults.add(self._document, path, "questionnaire.missing_key", key="value")
        return parsed.value

    def _text(self, texts: Mapping[str, str], *path: str) -> Text:
        for language in LANGUAGES:
            if not texts.get(language, "").strip():
                data = {"key": ".".join(path), "language": str(language)}
                self._faults.add(self._document, path, "questionnaire.missing_language", **data)
        return Text(texts)


def _shape() -> "type[BaseModel]":
    """Return the shape that the YAML of a preset must have."""
    # Imported here for the same reason as above.
    from pydantic import create_model

    from questionnaire.loader.shapes import Id, Shape, Texts

    suggested = create_model("Suggested", __base__=Shape, value=(Any, ...), because=(Texts, ...))
    return create_model(
        "PresetShape",
        __base__=Shape,
        id=(Id, ...),
        name=(Texts, ...),
        sector=(str, ...),
        sizes=(list[Size], ...),
        source=(Texts, ...),
        suggests=(dict[str, suggested], ...),  # type: ignore[valid-type]
    )
