"""What we can recommend of what nobody has answered."""

from questionnaire.interview.session import Interview


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
