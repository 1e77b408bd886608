"""One question on the screen, and what each key does while it is there."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from questionnaire.answers import PEOPLE, Answer
from questionnaire.errors import Place
from questionnaire.model import Question
from questionnaire.store import parse_date
from questionnaire.terminal.groups import add_item, ask_group
from questionnaire.terminal.lists import review, show_sections
from questionnaire.terminal.matrix import ask_matrix
from questionnaire.terminal.options import (
    list_options,
    means_yes,
    prompt_key,
    read_options,
    write_options,
)
from questionnaire.terminal.session import BACK, KEYS, NEXT, STAY, Move, Session, Stop
from questionnaire.terminal.suggesting import offer_one, say_source
from questionnaire.terminal.typed import read_raw, unquote
from questionnaire.text import ENGLISH, SPANISH, Text


def ask_question(session: Session, question: Question) -> Move:
    """Ask one question until something happens, and say where to go."""
    _head_section(session, question)
    session.speech.line()
    _head_question(session, question)
    if question.kind in _PLACES:
        return _PLACES[question.kind](session, question, press)
    options = list_options(session, question)
    write_options(session, question, options)
    current = session.interview.state(question.id)
    if current is not None:
        session.speech.tell(
            "now", value=say_source(session, question, session.show_state(question))
        )
    raw = read_raw(session, question, prompt_key(question, options))
    if raw in KEYS and not means_yes(session, question, raw):
        return press(session, question, raw)
    if raw == "+" and question.picks:
        add_item(session, session.interview.questionnaire.by_id[question.picks])
        return STAY
    if not raw and current is not None:
        return NEXT
    given = with_other_languages(
        session.interview.answers.by_id.get(question.id), read_options(question, unquote(raw), options),
        session.speech.language,
    )  # fmt: skip
    outcome = session.interview.answer(question.id, given, session.speech.language)
    return NEXT if session.take(outcome) else STAY


def with_other_languages(answer: Answer | None, given: object, language: str) -> object:
    """Change only this language of a text that was written in several."""
    before = answer.value if answer is not None else None
    if isinstance(before, Text) and isinstance(given, str) and given:
        return {**before.by_language, language: given}
    return given


def press(session: Session, question: Question, key: str) -> Move:
    """Do what a key stands for."""
    return _ACTIONS[key](session, question)


def _head_section(session: Session, question: Question) -> None:
    """Announce a section when it begins; how many questions it has may change, so that's not said."""
    section = session.interview.section_of(question.id)
    if section is None or section.id == session.section_id:
        return
    session.section_id = section.id
    states = session.interview.section_states(quick=session.quick)
    number = next((one.number for one in states if one.section.id == section.id), len(states))
    speech = session.speech
    speech.line()
    speech.tell(
        "section",
        number=number,
        total=len(states),
        title=speech.read(section.title),
        minutes=section.minutes,
    )
    speech.line(speech.read(section.intro))


def _head_question(session: Session, question: Question) -> None:
    speech = session.speech
    optional = "" if question.required else " " + speech.say("optional")
    speech.line(speech.read(question.text) + optional)
    if question.help:
        speech.line(speech.read(question.help))


def _explain(session: Session, question: Question) -> Move:
    speech = session.speech
    for key, text in (("why", question.why_we_ask), ("example", question.example)):
        if text is not None:
            speech.tell(key, text=speech.read(text))
    speech.tell("keys")
    speech.tell("keys_more")
    return STAY


def _recommend(session: Session, question: Question) -> Move:
    found = session.interview.recommendation(question.id)
    if found is None:
        return NEXT if offer_one(session, question) else STAY
    value, because = found
    session.speech.tell(
        "recommend",
        value=session.show_value(question, value),
        because=session.speech.read(because),
    )
    if not session.speech.ask_yes("accept"):
        return STAY
    return NEXT if session.take(session.interview.recommend(question.id)) else STAY


def _pend(session: Session, question: Question) -> Move:
    speech = session.speech
    owner = _ask_owner(session)
    due = None
    while True:
        raw = speech.ask("pending_due")
        if not raw:
            break
        due, problems = parse_date(raw, Place(question=question.id), speech.language)
        if problems:
            speech.complain(problems)
        elif due is not None and due < session.today:
            speech.tell("date_past")
        else:
            break
    reason = speech.ask("pending_reason") or None
    done = session.take(session.interview.pend(question.id, owner, due, reason))
    if not done:
        return STAY
    speech.tell("pending_kept")
    return NEXT


def _ask_owner(session: Session) -> str | None:
    """Ask who decides; Enter leaves it open."""
    if PEOPLE not in session.interview.questionnaire.by_id:
        return session.speech.ask("pending_owner_free") or None
    while True:
        people = session.interview.items(PEOPLE)
        for number, person in enumerate(people, 1):
            session.speech.line(f"  {number}. {person.get('name', person['id'])}")
        raw = session.speech.ask("pending_owner")
        if not raw:
            return None
        if raw == "+":
            add_item(session, session.interview.questionnaire.by_id[PEOPLE])
            continue
        if raw.isdecimal() and 1 <= int(raw) <= len(people):
            return str(people[int(raw) - 1]["id"])
        session.speech.tell("no_such_number")


def _not_applicable(session: Session, question: Question) -> Move:
    reason = session.speech.ask("not_applicable_reason") or None
    outcome = session.interview.mark_not_applicable(question.id, reason)
    return NEXT if session.take(outcome) else STAY


def _skip(session: Session, question: Question) -> Move:
    session.take(session.interview.postpone(question.id))
    return NEXT


def _switch_language(session: Session, _question: Question) -> Move:
    spanish = session.speech.language == SPANISH
    session.speech.language = ENGLISH if spanish else SPANISH
    session.section_id = None
    return STAY


def _quit(_session: Session, _question: Question) -> Move:
    raise Stop


def _back(_session: Session, _question: Question) -> Move:
    return BACK


_PLACES = MappingProxyType({"group": ask_group, "matrix": ask_matrix})
"""Kinds whose parts are asked one by one."""
_ACTIONS: Mapping[str, Callable[[Session, Question], Move]] = MappingProxyType(
    {
        "<": _back,
        "?": _explain,
        "!": _recommend,
        "-": _pend,
        "x": _not_applicable,
        ">": _skip,
        "s": lambda session, _question: show_sections(session),
        "r": review,
        "l": _switch_language,
        "q": _quit,
    }
)
