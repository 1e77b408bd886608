"""The way through the questions: what comes after an answer, and where Back leads."""

from starlette.responses import Response

from questionnaire.answers import Answers, Status
from questionnaire.interview import Interview
from questionnaire.model import Question
from questionnaire.web.visit import Visit


def go_on(visit: Visit, question: Question, before: Answers | None = None) -> Response:
    """Send the browser to what comes after a question; `before` is what was said before it.

    Somebody who came to change one answer goes back where they came from, after any question that
    the change has opened. Everybody else goes to the next question that nobody has answered; a
    section ends with a look at its answers, unless only the essential questions are asked.
    """
    interview = visit.interview
    if visit.back:
        if before is not None:
            _note_opened(visit, before)
        opened = first_opened(visit, question)
        if opened is not None:
            return visit.go("q", opened.id, back=visit.back, after=question.id)
        return visit.go(*visit.back.split("/"), after=question.id)
    section = interview.section_of(question.id)
    following = next_untouched(visit, question)
    if not visit.quick and section is not None:
        new = interview.section_of(following.id) if following else None
        if new is None or new.id != section.id:
            return visit.go("check", section.id, after=question.id)
    if following is None:
        return visit.go("done", after=question.id)
    return visit.go("q", following.id, after=question.id)


def next_untouched(visit: Visit, question: Question) -> Question | None:
    """Return the next question that nobody has answered: what is known isn't asked again."""
    interview = visit.interview
    following = interview.next(question.id, quick=visit.quick)
    while following is not None and interview.state(following.id) is not None:
        following = interview.next(following.id, quick=visit.quick)
    return following


def first_opened(visit: Visit, question: Question) -> Question | None:
    """Return the first question after this one in its section that a change has opened."""
    interview = visit.interview
    section = interview.section_of(question.id)
    if section is None or not visit.back.startswith("check/"):
        return None
    asked = interview.visible_questions(section.id, quick=visit.quick)
    later = asked[[one.id for one in asked].index(question.id) + 1 :] if question in asked else ()
    known = visit.wizard.opened.get(visit.company.name, frozenset())
    return next((one for one in later if one.id in known and interview.state(one.id) is None), None)


def _note_opened(visit: Visit, before: Answers) -> None:
    """Remember which questions a change has opened: several are asked one after the other."""
    old = Interview(visit.interview.questionnaire, before)
    asked = {one.id for one in visit.interview.visible_questions()}
    new = asked - {one.id for one in old.visible_questions()}
    known = visit.wizard.opened.get(visit.company.name, frozenset())
    visit.wizard.opened[visit.company.name] = known | new


def step_back(visit: Visit, question: Question) -> str:
    """Return where Back leads from a question: where one came from, else the question before."""
    if visit.back:
        return visit.inside(visit.back)
    before = visit.interview.previous(question.id, quick=visit.quick)
    return visit.url("q", before.id) if before is not None else visit.url()


def first_waiting(visit: Visit) -> Question | None:
    """Return where to go on: where somebody stopped, else the first question nobody answered."""
    interview = visit.interview
    last = visit.company.place.read().get("last")
    waiting = (None, Status.LATER)
    if isinstance(last, str) and interview.is_visible(last) and interview.state(last) in waiting:
        asked = interview.visible_questions(quick=visit.quick)
        if any(one.id == last for one in asked):
            return interview.questionnaire.by_id[last]
    return interview.first_open(quick=visit.quick)
