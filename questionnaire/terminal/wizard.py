"""The wizard from the first line to the last."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from questionnaire.answers import Answers
from questionnaire.errors import PlaybookError
from questionnaire.interview import Interview, new_warnings
from questionnaire.messages import message
from questionnaire.model import Question, Questionnaire
from questionnaire.preset import Preset
from questionnaire.store import digest_file, empty_answers, load_answers
from questionnaire.terminal.asking import ask_question
from questionnaire.terminal.lists import finish
from questionnaire.terminal.rest import offer_rest
from questionnaire.terminal.session import Move, Session, Stop
from questionnaire.terminal.speech import ReadLine, Speech, WriteLine
from questionnaire.terminal.suggesting import offer_suggestions
from questionnaire.text import Language

_FINE, _PROBLEM, _INTERRUPTED = 0, 1, 130
_QUICK_MINUTES = 10
_DECISIONS = frozenset({"warning.pending_unowned", "warning.due_past"})
"""Said of open decisions, whose owner and date were asked for a line above."""


def run_wizard(  # noqa: PLR0917 - who asks, what, how and when, all of it injected by tests
    path: Path,
    questionnaire: Questionnaire,
    language: Language,
    quick: bool,
    read_line: ReadLine,
    write_line: WriteLine,
    today: date,
    presets: Sequence[Preset] = (),
) -> int:
    """Ask what is still open, save after every answer, and return the exit code.

    `read_line` takes the prompt and raises EOFError at the end of the input. Answers that can't
    be read raise AnswerProblems: they are the caller's to tell, before anything is asked.
    `presets` are offered once sector and size are known; nothing of them is taken unasked.
    """
    digest = digest_file(path)
    answers = load_answers(path, questionnaire) if digest else _start(questionnaire, language)
    speech = Speech(language, read_line, write_line)
    session = Session(speech, Interview(questionnaire, answers), path, digest, quick, today)
    session.presets = tuple(presets)
    try:
        _welcome(session)
        _walk(session)
    except Stop:
        speech.tell("saved", path=path)
    except EOFError:
        speech.line()
        speech.tell("end_of_input", path=path)
    except KeyboardInterrupt:
        speech.line()
        speech.tell("saved", path=path)
        return _INTERRUPTED
    except PlaybookError as error:
        speech.complain(error.problems)
        return _PROBLEM
    return _FINE


def _start(questionnaire: Questionnaire, language: Language) -> Answers:
    """Begin with the language of the person as the main one of the handbook."""
    empty = empty_answers(questionnaire)
    others = tuple(one for one in empty.languages if one != language)
    return Answers(empty.questionnaire, empty.version, (language, *others))


def _welcome(session: Session) -> None:
    speech, interview = session.speech, session.interview
    said = sum(1 for one in interview.visible_questions() if interview.state(one.id) is not None)
    if said:
        speech.tell("welcome_back", count=said, path=session.path)
    else:
        minutes = sum(section.minutes for section in interview.questionnaire.sections)
        speech.tell(
            "welcome",
            minutes=_QUICK_MINUTES if session.quick else minutes,
            path=session.path,
        )
    speech.tell("keys")


def _walk(session: Session) -> None:
    """Go from question to question until nothing is open and the person is done."""
    question = session.interview.first_open(quick=session.quick)
    changing = False
    while True:
        if question is None:
            if session.quick:
                offer_rest(session)
            move = finish(session)
            if move is None:
                session.speech.tell("done", path=session.path, folder=session.path.parent)
                return
        else:
            said = session.interview
            move = ask_question(session, question)
            _look_twice(session, said)
            offer_suggestions(session, question, move)
        before = question
        question = _follow(session, question, move, changing)
        changing = move.kind == "change" or (changing and question is before)


def _look_twice(session: Session, before: Interview) -> None:
    """Say what is odd since the last answer; it stays as it is unless the person changes it."""
    if session.interview is not before:
        for problem in new_warnings(before, session.interview, session.today):
            if problem.code not in _DECISIONS:
                session.speech.tell("warning", problem=message(problem, session.speech.language))


def _follow(
    session: Session, question: Question | None, move: Move, changing: bool
) -> Question | None:
    """Return the question to ask after a move; None is the end of the list."""
    interview, quick = session.interview, session.quick
    if move.kind in {"jump", "change"} and move.question_id:
        return interview.questionnaire.by_id[move.question_id]
    if question is None or move.kind == "stay":
        return question
    if move.kind == "back":
        return interview.previous(question.id, quick=quick) or _say_first(session, question)
    if changing:
        return interview.first_open(quick=quick)
    return interview.next(question.id, quick=quick) or interview.first_open(quick=quick)


def _say_first(session: Session, question: Question) -> Question:
    session.speech.tell("first_question")
    return question
