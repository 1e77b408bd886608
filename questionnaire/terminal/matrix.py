"""Tables, row by row: who or what stands in each column of a row."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from questionnaire.answers import Status
from questionnaire.errors import Problem
from questionnaire.interview.groups import as_written
from questionnaire.kinds.matrix import show_row
from questionnaire.model import Choice, Question
from questionnaire.terminal.groups import add_item
from questionnaire.terminal.options import list_options, prompt_key, read_options, write_options
from questionnaire.terminal.session import KEYS, NEXT, STAY, Move, Session
from questionnaire.terminal.typed import read_raw, unquote

Press = Callable[[Session, Question, str], Move]
Rows = dict[str, dict[str, object]]

_EMPTY = re.compile(r"-\s*(\d{1,4})")


def ask_matrix(session: Session, question: Question, press: Press) -> Move:
    """Show the rows and do one thing with them."""
    rows = _rows(session, question)
    _write_rows(session, question, rows)
    raw = session.speech.ask("prompt_matrix")
    key, emptied = raw.casefold(), _EMPTY.fullmatch(raw)
    if key in KEYS:
        return press(session, question, key)
    if not raw:
        return _leave(session, question)
    row = _find_row(question, emptied[1] if emptied else raw)
    if row is None:
        session.speech.tell("no_such_number")
    elif emptied:
        _keep(session, question, {**rows, row.value: {}})
    else:
        _ask_row(session, question, row, rows)
    return STAY


def _rows(session: Session, question: Question) -> Rows:
    answer = session.interview.answers.by_id.get(question.id)
    value = answer.value if answer is not None else None
    written = as_written(value) if isinstance(value, Mapping) else {}
    return dict(written) if isinstance(written, dict) else {}


def _write_rows(session: Session, question: Question, rows: Rows) -> None:
    speech, context = session.speech, session.interview.context(question.id)
    for number, row in enumerate(question.rows, 1):
        shown = show_row(question, rows.get(row.value), speech.language, context)
        speech.line(f"  {number}. {speech.read(row.text)}{f': {shown}' if shown else ''}")
    if session.interview.state(question.id) not in (None, Status.ANSWERED):
        speech.tell("now", value=session.show_state(question))


def _find_row(question: Question, number: str) -> Choice | None:
    fits = number.isdecimal() and 1 <= int(number) <= len(question.rows)
    return question.rows[int(number) - 1] if fits else None


def _leave(session: Session, question: Question) -> Move:
    if session.interview.state(question.id) is None:
        if question.required:
            session.speech.complain((Problem("answer.required", question.where),))
            return STAY
        session.take(session.interview.postpone(question.id))
    return NEXT


def _ask_row(session: Session, question: Question, row: Choice, rows: Rows) -> None:
    """Ask each column of a row; Enter leaves a cell as it is."""
    cells = dict(rows.get(row.value, {}))
    for column in question.columns:
        given = _ask_cell(session, question, (row, column))
        if given:
            cells[column.value] = given
    if cells:
        _keep(session, question, {**rows, row.value: cells})


def _ask_cell(session: Session, question: Question, place: tuple[Choice, Choice]) -> object:
    speech = session.speech
    cell = replace(question, kind="pick" if question.picks else "choice")
    while True:
        speech.line(" · ".join(speech.read(one.text) for one in place))
        options = list_options(session, cell)
        write_options(session, cell, options)
        raw = read_raw(session, cell, prompt_key(cell, options))
        if raw != "+" or not question.picks:
            return read_options(cell, unquote(raw), options)
        add_item(session, session.interview.questionnaire.by_id[question.picks])


def _keep(session: Session, question: Question, rows: Rows) -> None:
    """Store the table; one without a filled row is the same as one nobody has touched."""
    left = {row: cells for row, cells in rows.items() if cells}
    interview = session.interview
    if left:
        session.take(interview.answer(question.id, left, session.speech.language))
    elif interview.state(question.id) is Status.ANSWERED:
        session.take(interview.forget(question.id))
