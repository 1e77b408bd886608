"""After the essential questions: what we can recommend for the rest, if the person wants it."""

from questionnaire.interview import list_recommendable, recommend_rest
from questionnaire.terminal.session import Session


def offer_rest(session: Session) -> None:
    """Offer once to recommend every open question that has a recommendation, and mark each."""
    if session.offered or not list_recommendable(session.interview):
        return
    session.offered = True
    count = len(list_recommendable(session.interview))
    if session.speech.ask_yes("offer_rest", count=count):
        session.take(recommend_rest(session.interview))
