"""What an answer has brought up: contradictions and oddities, told on the very next page."""

from collections.abc import Iterable

from questionnaire.answers import Answers
from questionnaire.errors import PlaybookError
from questionnaire.interview import Interview, new_warnings, warnings_about
from questionnaire.messages import message
from questionnaire.web.consultant import ToldFinding
from questionnaire.web.visit import Visit
from questionnaire.web.wizard import News

_MOST = 3
"""Findings told at once; all of them stand on the health page."""


def keep_news(visit: Visit, question_id: str, before: Answers) -> None:
    """Compare what is found now with what was found before an answer, and keep the difference."""
    if visit.interview.answers is before:
        # Nothing was saved: what the same answer brought up a moment ago still has to be read.
        return
    visit.wizard.news[visit.company.name] = _compare(visit, question_id, before)


def list_news(visit: Visit) -> News | None:
    """Return what the answer just given has brought up, in the page that follows it."""
    kept = visit.wizard.news.get(visit.company.name)
    after = visit.request.query_params.get("after", "")
    return kept if kept is not None and kept.question == after and kept.any else None


def _compare(visit: Visit, question_id: str, before: Answers) -> News:
    interview = visit.interview
    label = visit.words.read(interview.questionnaire.by_id[question_id].short)
    earlier = Interview(interview.questionnaire, before)
    brought = new_warnings(earlier, interview, visit.wizard.today)
    odd = tuple(message(one, visit.language) for one in brought)
    try:
        old = visit.wizard.consultant.examine(before, visit.language).findings
        new = visit.wizard.consultant.examine(interview.answers, visit.language).findings
    except PlaybookError:
        return News(question_id, label, odd=odd)
    return News(
        question_id,
        label,
        found=tuple(_serious(_without(new, old), interview))[:_MOST],
        solved=tuple(one for one in _without(old, new) if one.level == "error")[:_MOST],
        odd=odd,
    )


def _without(some: Iterable[ToldFinding], others: Iterable[ToldFinding]) -> list[ToldFinding]:
    known = {(one.id, one.item) for one in others}
    return [one for one in some if (one.id, one.item) not in known]


def _serious(found: Iterable[ToldFinding], interview: Interview) -> Iterable[ToldFinding]:
    """Leave out notes, and what only shows because the question hasn't been reached yet."""
    for one in found:
        reached = all(
            interview.state(name) is not None
            for name in one.questions
            if interview.is_visible(name)
        )
        if one.level != "note" and reached:
            yield one


def tell_oddities(visit: Visit, question_id: str) -> list[str]:
    """Return what is valid but odd about one answer, in words."""
    odd = warnings_about(visit.interview, question_id, visit.wizard.today)
    return [message(one, visit.language) for one in odd]
