"""One question on a page: shown, answered, put aside, recommended."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from starlette.responses import Response

from questionnaire.answers import Status
from questionnaire.interview import Interview, Outcome
from questionnaire.model import Question
from questionnaire.web.company import Change, Changed
from questionnaire.web.editing import (
    VALUE,
    draw_question,
    drop_drafts,
    fill_question,
    keep_draft,
    saved_value,
    switch_language,
    tell_faults,
)
from questionnaire.web.fields import Field
from questionnaire.web.forms import Form, keep_unshown, take
from questionnaire.web.news import keep_news, list_news
from questionnaire.web.routes.lists import show_list
from questionnaire.web.summary import Summary
from questionnaire.web.visit import NotFound, Visit
from questionnaire.web.way import go_on, step_back
from questionnaire.web.wordings import confirm_wording, note_wordings, spread
from questionnaire.web.words import Fault

_CONFIRMS: Final = "still_right"


async def show_question(visit: Visit) -> Response:
    """Show a question with its answer, or with what was half-typed."""
    question = visit.question()
    if not visit.interview.is_visible(question.id):
        raise NotFound
    visit.company.place.keep("last", question.id)
    if question.kind == "group":
        return show_list(visit, question)
    form, drafted = fill_question(visit, question)
    return draw(visit, question, form, drafted=drafted)


async def answer_question(visit: Visit) -> Response:
    """Do what the pressed button says."""
    question = visit.question()
    if not visit.interview.is_visible(question.id):
        raise NotFound
    if visit.sent_one("switch"):
        return switch_language(visit, question.id)
    action, _, detail = visit.sent_one("action").partition(":")
    return await _ACTIONS.get(action, _save)(visit, question, detail)


def draw(
    visit: Visit,
    question: Question,
    form: Form,
    faults: Sequence[Fault] = (),
    status: int = 200,
    *,
    drafted: bool = False,
) -> Response:
    """Return the page of a question."""
    interview = visit.interview
    field = draw_question(visit, question, form, faults)
    return visit.render(
        "question.html",
        status,
        question=question,
        section=interview.section_of(question.id),
        field=field,
        faults=[(_place(field), fault.text) for fault in faults],
        line=Summary(interview, visit.words).line(question),
        seen=visit.sent_one("seen") or visit.company.fingerprint(question.id),
        drafted=drafted,
        recommends=interview.recommendation(question.id) is not None,
        previous=step_back(visit, question),
        news=list_news(visit),
    )


def _place(field: Field) -> str:
    """Return the control in which a fault is mended; of a picture, the one that takes another."""
    return "file" if field.question.kind == "image" else field.id


async def _save(visit: Visit, question: Question, _detail: str) -> Response:
    if question.kind == "group":
        # The items of a list are saved one by one, on pages of their own.
        return show_list(visit, question)
    setting = visit.setting(VALUE)
    taken = take(question, setting, visit.sent)
    if taken.fault:
        return _refuse(visit, question, [Fault("", visit.words.say(taken.fault))])
    before = saved_value(visit.interview, question)
    answers = visit.interview.answers

    def change(interview: Interview) -> Outcome:
        if taken.raw is None and not question.required and before is not None:
            return interview.forget(question.id).postpone(question.id)
        raw = keep_unshown(question, setting, taken.raw, before)
        return interview.answer(question.id, raw, visit.language)

    try:
        problems = visit.company.take(question.id, visit.sent_one("seen"), change, visit.language)
    except Changed:
        return show_conflict(visit, question, change)
    if problems:
        return _refuse(visit, question, tell_faults(problems, visit.words, ""))
    drop_drafts(visit, question)
    _note_wordings(visit, question, before)
    keep_news(visit, question.id, answers)
    return go_on(visit, question, answers)


def _note_wordings(visit: Visit, question: Question, before: object) -> None:
    if not question.translatable:
        return
    languages = [str(one) for one in visit.documents]
    after = spread(saved_value(visit.interview, question), languages)
    if visit.sent_one(_CONFIRMS):
        confirm_wording(visit.company, question.id, after)
    else:
        note_wordings(visit.company, question.id, spread(before, languages), after)


def _refuse(visit: Visit, question: Question, faults: Sequence[Fault]) -> Response:
    return draw(visit, question, visit.sent, faults, 422)


def show_conflict(visit: Visit, question: Question, change: Change, page: str = "") -> Response:
    """Show both answers when somebody else has given another one meanwhile; nothing is lost.

    `page` is where this one was given, when it isn't the question's own page.
    """
    keep_draft(visit, f"{question.id}/{page}" if page else question.id)
    tried = change(visit.interview)
    return visit.render(
        "conflict.html",
        409,
        question=question,
        theirs=Summary(visit.interview, visit.words).line(question),
        mine=Summary(tried, visit.words).line(question) if isinstance(tried, Interview) else None,
        sent={name: sent for name, sent in visit.sent.items() if name not in {"seen", "action"}},
        seen=visit.company.fingerprint(question.id),
        target=visit.url("q", question.id, *filter(None, [page]), back=visit.back),
    )


async def _later(visit: Visit, question: Question, _detail: str) -> Response:
    keep_draft(visit, question.id)
    # Whatever it has become meanwhile stays: only a question without an answer is put off.
    visit.company.take(question.id, "", lambda one: one.postpone(question.id), visit.language)
    return go_on(visit, question)


async def _discard(visit: Visit, question: Question, _detail: str) -> Response:
    visit.company.drafts.keep(question.id, None)
    return visit.go("q", question.id, back=visit.back)


async def _keep(visit: Visit, question: Question, _detail: str) -> Response:
    """Leave the answer as it is and go on."""
    drop_drafts(visit, question)
    return go_on(visit, question)


async def _reopen(visit: Visit, question: Question, _detail: str) -> Response:
    """Take back a recommendation, an open decision or a "doesn't apply"."""
    if visit.interview.state(question.id) is not Status.ANSWERED:
        seen = visit.sent_one("seen")
        # Somebody has decided otherwise meanwhile: that stays, and the page shows it.
        with contextlib.suppress(Changed):
            visit.company.take(
                question.id, seen, lambda one: one.forget(question.id), visit.language
            )
    return visit.go("q", question.id, back=visit.back)


async def _add(visit: Visit, question: Question, group: str) -> Response:
    """Go and add somebody who is missing among the options; what is chosen waits as a draft."""
    keep_draft(visit, question.id)
    if group not in visit.interview.questionnaire.by_id:
        raise NotFound
    return visit.go("q", group, "item", "+", back=f"q/{question.id}")


def _leave_for(page: str) -> "Action":
    async def leave(visit: Visit, question: Question, _detail: str) -> Response:
        keep_draft(visit, question.id)
        return visit.go("q", question.id, page, back=visit.back)

    return leave


Action = Callable[[Visit, Question, str], Awaitable[Response]]

_ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "save": _save,
        "later": _later,
        "discard": _discard,
        "keep": _keep,
        "reopen": _reopen,
        "add": _add,
        "recommend": _leave_for("recommend"),
        "pending": _leave_for("pending"),
        "not-for-us": _leave_for("not-for-us"),
        "effects": _leave_for("effects"),
    }
)
"""What each button of a question page does, by its value."""
