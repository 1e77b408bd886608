"""After the essential questions: what we can recommend for the rest, if the person wants it."""

from questionnaire.interview import Interview
from questionnaire.terminal.session import Session


def offer_rest(session: Session) -> None:
    """Offer once to recommend every open question that has a recommendation, and mark each."""
    if session.offered or not list_recommendable(session.interview):
        return
    session.offered = True
    count = len(list_recommendable(session.interview))
    if session.speech.ask_yes("offer_rest", count=count):
        session.take(recommend_rest(session.interview))


def list_recommendable(interview: Interview) -> tuple[str, ...]:
    """Return the questions nobody answered that we have a recommendation for."""
    return tuple(
        question.id
        for question in interview.visible_questions()
        if interview.state(question.id) is None and interview.recommendation(question.id)
    )


def recommend_rest(interview: Interview) -> Interview:
    """Mark all of them as recommended; one answer can bring up the next question."""
    while waiting := list_recommendable(interview):
        before = interview
        for question_id in waiting:
            outcome = interview.recommend(question_id)
            if isinstance(outcome, Interview):
                interview = outcome
        if interview is before:
            return interview
    return interview
