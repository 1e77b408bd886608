"""A table: for some of its rows, one code or one item of a list in each column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from questionnaire.errors import Problem
from questionnaire.kinds.base import KindContext, Parsed, list_choices, shorten
from questionnaire.kinds.choice import Choice
from questionnaire.kinds.pick import Pick
from questionnaire.model import Choice as Option
from questionnaire.model import Question
from questionnaire.text import Language, closest, fold

_PART: Final = ";"


class Matrix:
    """Rows and columns of codes; the value is a mapping of row to a mapping of column to cell.

    A row that isn't there has nothing to say. Rows stand in the order of the question.
    """

    def parse(
        self, question: Question, raw: object, language: Language, context: KindContext
    ) -> Parsed:
        """Read a mapping of rows, or `row: cell; row: cell`; every wrong cell is reported."""
        if isinstance(raw, str):
            raw = _read_text(raw)
        if not isinstance(raw, Mapping):
            return Parsed() if raw is None else context.refuse("rows")
        read: dict[str, dict[str, object]] = {}
        problems: list[Problem] = []
        for name, given in _own(raw):
            inner = context.inside(str(name))
            row = find_code(question.rows, str(name))
            if row is None:
                problems.append(_unknown(str(name), question.rows, inner))
                continue
            cells, found = _read_row(question, given, language, inner)
            problems.extend(found)
            if cells:
                read[row] = cells
        if problems:
            return Parsed(None, tuple(problems))
        ordered = {one.value: read[one.value] for one in question.rows if one.value in read}
        return Parsed(ordered or None)

    def show(
        self, question: Question, value: object, language: Language, context: KindContext
    ) -> str:
        """Return row by row: Crisis: Lucía Ferrer; Anuncios: Marcos Gil."""
        if not isinstance(value, Mapping):
            return ""
        shown = []
        for row in question.rows:
            words = show_row(question, value.get(row.value), language, context)
            if words:
                shown.append(f"{row.text.read_in(language)}: {words}")
        return "; ".join(shown)


def show_row(question: Question, cells: object, language: Language, context: KindContext) -> str:
    """Return the cells of one row; the name of a column only where there are several."""
    if not isinstance(cells, Mapping):
        return ""
    shown = []
    for column in question.columns:
        if column.value in cells:
            words = _cell_kind(question).show(question, cells[column.value], language, context)
            alone = len(question.columns) == 1
            shown.append(words if alone else f"{column.text.read_in(language)} {words}")
    return ", ".join(shown)


def find_code(options: Iterable[Option], text: str) -> str | None:
    """Return the code of a row or column, given as a code or as a label in either language."""
    wanted = fold(text)
    for option in options:
        names = (option.value, *option.text.by_language.values())
        if any(fold(name) == wanted for name in names):
            return option.value
    return None


def _read_row(
    question: Question, given: object, language: Language, context: KindContext
) -> tuple[dict[str, object], list[Problem]]:
    """Read the cells of one row; a table of one column may leave its name out."""
    if not isinstance(given, Mapping):
        given = _name_columns(question, given)
    cells: dict[str, object] = {}
    problems: list[Problem] = []
    for name, raw in _own(given):
        inner = context.inside(str(name))
        column = find_code(question.columns, str(name))
        if column is None:
            problems.append(_unknown(str(name), question.columns, inner))
            continue
        parsed = _cell_kind(question).parse(replace(question, id=column), raw, language, inner)
        problems.extend(parsed.problems)
        if parsed.value is not None:
            cells[column] = parsed.value
    ordered = {one.value: cells[one.value] for one in question.columns if one.value in cells}
    return ordered, problems


def _own(given: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield what is the program's, not what people keep for themselves."""
    return ((name, part) for name, part in given.items() if not str(name).startswith("x-"))


def _name_columns(question: Question, given: object) -> Mapping[str, object]:
    """Return cells given in the order of the columns by the columns' codes."""
    codes = [column.value for column in question.columns]
    if len(codes) == 1:
        return {codes[0]: given}
    parts = given if isinstance(given, list | tuple) else str(given or "").split(",")
    return dict(zip(codes, parts, strict=False))


def _cell_kind(question: Question) -> Choice | Pick:
    return Pick() if question.picks else Choice()


def _read_text(text: str) -> object:
    """Return `row: cell; row: cell`, as a person types it, as a mapping."""
    lines = [part for part in text.replace("\n", _PART).split(_PART) if part.strip()]
    if not all(":" in line for line in lines):
        return text.strip() or None
    pairs = (line.partition(":") for line in lines)
    return {name.strip(): cell.strip() for name, _, cell in pairs}


def _unknown(name: str, options: tuple[Option, ...], context: KindContext) -> Problem:
    known = {label: one.value for one in options for label in one.text.by_language.values()}
    known |= {one.value: one.value for one in options}
    near = closest(name, known)
    hint = {"hint": known[near]} if near else {}
    return context.problem("choice", value=shorten(name), **list_choices(options), **hint)
