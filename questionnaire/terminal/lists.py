"""The list of sections, the review of answers, and what is left at the end."""

from collections.abc import Sequence

from questionnaire.answers import Status
from questionnaire.interview import Progress, SectionState
from questionnaire.model import Question
from questionnaire.terminal.session import STAY, Move, Session, Stop
from questionnaire.terminal.suggesting import say_source


def show_sections(session: Session) -> Move:
    """List the sections with their state and go to the one that is chosen."""
    speech = session.speech
    states = session.interview.section_states(quick=session.quick)
    speech.line()
    for state in states:
        speech.line(
            f"  {state.number}. {speech.read(state.section.title)} · {_say(session, state)}"
        )
    raw = speech.ask("choose_section")
    if not raw:
        return STAY
    if raw.isdecimal() and 1 <= int(raw) <= len(states):
        return Move("jump", _first_to_ask(session, states[int(raw) - 1]).id)
    speech.tell("no_such_number")
    return STAY


def _say(session: Session, state: SectionState) -> str:
    if state.progress is Progress.IN_PROGRESS:
        key = "progress_one_open" if state.open == 1 else "progress_open"
        return session.speech.say(key, count=state.open)
    return session.speech.say(f"progress_{state.progress.value}")


def _first_to_ask(session: Session, state: SectionState) -> Question:
    asked = session.interview.visible_questions(state.section.id, quick=session.quick)
    untouched = (one for one in asked if session.interview.state(one.id) is None)
    return next(untouched, asked[0])


def review(session: Session, question: Question | None) -> Move:
    """Show the answers of the section, or of all, and go to the one to change."""
    section = session.interview.section_of(question.id) if question is not None else None
    section_id = None if section is None else section.id
    while True:
        asked = session.interview.visible_questions(section_id, quick=session.quick)
        _write_review(session, asked)
        raw = session.speech.ask("choose_review" if section_id else "choose_review_all")
        if raw.casefold() == "q":
            raise Stop
        if raw.casefold() in {"t", "a"} and section_id:
            section_id = None
            continue
        if not raw:
            return STAY
        if raw.isdecimal() and 1 <= int(raw) <= len(asked):
            return Move("change", asked[int(raw) - 1].id)
        session.speech.tell("no_such_number")


def _write_review(session: Session, asked: Sequence[Question]) -> None:
    session.speech.line()
    for number, question in enumerate(asked, 1):
        label = session.speech.read(question.short)
        state = say_source(session, question, session.show_state(question))
        session.speech.line(f"  {number}. {label}: {state}")


def finish(session: Session) -> Move | None:
    """Say what there is and what is missing; None when the person is done."""
    speech, interview = session.speech, session.interview
    asked = interview.visible_questions(quick=session.quick)
    by_state: dict[Status | None, list[Question]] = {}
    for question in asked:
        by_state.setdefault(interview.state(question.id), []).append(question)
    later = [one for one in by_state.get(Status.LATER, []) if one.required]
    speech.line()
    speech.tell("end")
    speech.tell("end_answered", count=len(by_state.get(Status.ANSWERED, [])))
    for key, questions in (
        ("end_recommended", by_state.get(Status.RECOMMENDED, [])),
        ("end_pending", by_state.get(Status.PENDING, [])),
        ("end_later", later),
    ):
        if questions:
            speech.tell(key, count=len(questions))
            for question in questions:
                speech.line(f"  - {speech.read(question.short)}: {session.show_state(question)}")
    if session.quick:
        speech.tell("end_quick")
    return _ask_end(session, later)


def _ask_end(session: Session, later: Sequence[Question]) -> Move | None:
    raw = session.speech.ask("end_prompt_later" if later else "end_prompt").casefold()
    if raw == ">" and later:
        return Move("jump", later[0].id)
    if raw == "r":
        return review(session, None)
    if raw == "s":
        return show_sections(session)
    if raw in {"", "q"}:
        return None
    session.speech.tell("end_unknown")
    return STAY
