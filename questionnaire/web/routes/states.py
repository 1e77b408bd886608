"""Instead of an answer: let us recommend one, leave it open with an owner, or say it doesn't apply."""

from collections.abc import Callable

from starlette.responses import Response

from questionnaire.answers import PEOPLE
from questionnaire.errors import Place, Problem
from questionnaire.interview import find_runner_up
from questionnaire.kinds import label_of
from questionnaire.messages import message
from questionnaire.model import Question
from questionnaire.store import parse_date
from questionnaire.web.company import Change, Changed
from questionnaire.web.editing import drop_drafts, read_draft, switch_language, tell_faults
from questionnaire.web.forms import first
from questionnaire.web.news import keep_news
from questionnaire.web.routes.lists import show_list
from questionnaire.web.routes.questions import show_conflict
from questionnaire.web.summary import Summary
from questionnaire.web.visit import NotFound, Visit
from questionnaire.web.way import go_on
from questionnaire.web.words import Fault

Refuse = Callable[[tuple[Problem, ...]], Response]


async def show_recommendation(visit: Visit) -> Response:
    """Show what we would answer, why, and what came second."""
    question = _question(visit)
    found = visit.interview.recommendation(question.id)
    if found is None:
        raise NotFound
    value, because = found
    summary = Summary(visit.interview, visit.words)
    second = find_runner_up(question, visit.interview.value)
    return _draw(
        visit,
        "recommend.html",
        question,
        value=summary.show(question, value),
        because=visit.words.read(because),
        second=summary.show(question, second[0]) if second else "",
        second_because=visit.words.read(second[1]) if second else "",
    )


async def take_recommendation(visit: Visit) -> Response:
    """Let us decide, now and whenever the answers it rests on change."""
    question = _question(visit)
    return _store(visit, question, "recommend", lambda one: one.recommend(question.id))


async def show_pending(visit: Visit) -> Response:
    """Ask who decides, by when, and what is missing for it."""
    question = _question(visit)
    draft = read_draft(visit.company, f"{question.id}/pending")
    if draft is not None:
        sent = {name: first(draft.form, name) for name in ("owner", "due", "reason")}
        return _draw_pending(visit, question, sent)
    answer = visit.interview.answers.by_id.get(question.id)
    sent = {
        "owner": answer.owner or "" if answer else "",
        "due": answer.due.isoformat() if answer and answer.due else "",
        "reason": answer.reason or "" if answer else "",
    }
    return _draw_pending(visit, question, sent)


async def take_pending(visit: Visit) -> Response:
    """Leave the decision open, with its owner and its day."""
    question = _question(visit)
    if visit.sent_one("switch"):
        return switch_language(visit, f"{question.id}/pending")
    sent = {name: visit.sent_one(name) for name in ("owner", "due", "reason")}
    place = Place(question=question.id)
    due, problems = parse_date(sent["due"] or None, place, visit.language)
    faults = [Fault("due", one.text) for one in tell_faults(problems, visit.words, "due")]
    if due is not None and due < visit.wizard.today:
        faults.append(Fault("due", visit.words.say("date_gone")))
    if faults:
        return _draw_pending(visit, question, sent, faults)
    return _store(
        visit,
        question,
        "pending",
        lambda one: one.pend(question.id, sent["owner"] or None, due, sent["reason"] or None),
        lambda problems: _draw_pending(
            visit, question, sent, [_place(one, visit) for one in problems]
        ),
    )


async def show_not_for_us(visit: Visit) -> Response:
    """Ask why the question doesn't concern this company."""
    question = _question(visit)
    draft = read_draft(visit.company, f"{question.id}/not-for-us")
    answer = visit.interview.answers.by_id.get(question.id)
    said = (answer.reason or "") if answer else ""
    reason = first(draft.form, "reason") if draft else said
    return _draw(visit, "not_for_us.html", question, reason=reason)


async def take_not_for_us(visit: Visit) -> Response:
    """Keep that it doesn't apply, with the reason."""
    question = _question(visit)
    if visit.sent_one("switch"):
        return switch_language(visit, f"{question.id}/not-for-us")
    reason = visit.sent_one("reason")
    if not reason:
        faults = [Fault("reason", visit.words.say("reason_missing"))]
        return _draw(visit, "not_for_us.html", question, reason="", faults=faults, status=422)
    return _store(
        visit,
        question,
        "not-for-us",
        lambda one: one.mark_not_applicable(question.id, reason),
        lambda problems: _draw(
            visit,
            "not_for_us.html",
            question,
            reason=reason,
            faults=tell_faults(problems, visit.words, "reason"),
            status=422,
        ),
    )


def _question(visit: Visit) -> Question:
    question = visit.question()
    holds = visit.request.method == "GET" and _holds_items(visit, question)
    if not visit.interview.is_visible(question.id) or holds:
        raise NotFound
    return question


def _holds_items(visit: Visit, question: Question) -> bool:
    return question.kind == "group" and bool(visit.interview.items(question.id))


def _place(problem: Problem, visit: Visit) -> Fault:
    """Return a problem of an open decision at the field that mends it."""
    field = "owner-none" if problem.code == "answers.owner" else "reason"
    return Fault(field, message(problem, visit.language), problem)


def _store(
    visit: Visit, question: Question, page: str, change: Change, refuse: Refuse | None = None
) -> Response:
    if _holds_items(visit, question):
        # A list that holds something is an answer: nothing said instead of one may empty it.
        return show_list(visit, question, [Fault("", visit.words.say("changed_meanwhile"))], 409)
    before = visit.interview.answers
    try:
        problems = visit.company.take(question.id, visit.sent_one("seen"), change, visit.language)
    except Changed:
        return show_conflict(visit, question, change, page)
    if problems:
        if refuse is None:
            raise NotFound
        return refuse(problems)
    drop_drafts(visit, question)
    keep_news(visit, question.id, before)
    return go_on(visit, question, before)


def _draw_pending(
    visit: Visit, question: Question, sent: dict[str, str], faults: list[Fault] | None = None
) -> Response:
    group = visit.interview.questionnaire.by_id.get(PEOPLE)
    people = [
        (str(one["id"]), label_of(group, one, visit.language))
        for one in visit.interview.items(PEOPLE)
        if group is not None
    ]
    told = faults or []
    return _draw(
        visit,
        "pending.html",
        question,
        sent=sent,
        people=people,
        faults=told,
        status=422 if told else 200,
    )


def _draw(
    visit: Visit, template: str, question: Question, *, status: int = 200, **data: object
) -> Response:
    return visit.render(
        template,
        status,
        question=question,
        section=visit.interview.section_of(question.id),
        seen=visit.sent_one("seen") or visit.company.fingerprint(question.id),
        previous=visit.url("q", question.id, back=visit.back),
        news=None,
        **{"faults": [], **data},
    )
