"""What follows from the answers: findings, the ownership decision, and what an answer would change."""

from starlette.responses import Response

from questionnaire.errors import PlaybookError
from questionnaire.interview import Interview, Outcome
from questionnaire.model import Question
from questionnaire.web import forms
from questionnaire.web.company import NEW, Changed
from questionnaire.web.consultant import Effect
from questionnaire.web.editing import VALUE, read_draft, tell_faults
from questionnaire.web.items import gather, open_item, put_item
from questionnaire.web.news import keep_news, list_news
from questionnaire.web.routes.overview import examine
from questionnaire.web.summary import Summary
from questionnaire.web.visit import NotFound, Visit

LEAD, REASON = "lead_choice", "lead_reason"
"""The two questions with which a company decides against the recommendation."""


async def show_health(visit: Visit) -> Response:
    """Show every finding with its numbers and remedy, and what keeps the final away."""
    health = examine(visit)
    by_id = visit.interview.questionnaire.by_id
    findings = [
        {
            "told": one,
            "questions": [
                (visit.url("q", name, back="health"), visit.words.read(by_id[name].short))
                for name in one.questions
                if name in by_id and visit.interview.is_visible(name)
            ],
        }
        for one in (health.findings if health else ())
    ]
    required = [
        (visit.url("q", name, back="health"), visit.words.read(by_id[name].short))
        for name in (health.open_required if health else ())
        if visit.interview.is_visible(name)
    ]
    return visit.render(
        "health.html",
        health=health,
        findings=findings,
        required=required,
        previous=visit.url(),
        news=list_news(visit),
    )


async def show_ownership(visit: Visit) -> Response:
    """Show who should lead, as a picture with reasons, and how to decide otherwise."""
    return _draw_ownership(visit)


async def decide_ownership(visit: Visit) -> Response:
    """Keep the company's own decision with its reason, or follow the recommendation again."""
    before = visit.interview.answers
    lead = visit.company.questionnaire.by_id.get(LEAD)
    if lead is None or not visit.interview.is_visible(LEAD):
        raise NotFound

    def change(interview: Interview) -> Outcome:
        if visit.sent_one("action") == "follow":
            return interview.recommend(LEAD)
        chosen = interview.answer(LEAD, visit.sent_one("lead") or None, visit.language)
        if not isinstance(chosen, Interview) or not chosen.is_visible(REASON):
            return chosen
        return chosen.answer(REASON, visit.sent_one("reason") or None, visit.language)

    try:
        problems = visit.company.take(LEAD, visit.sent_one("seen"), change, visit.language)
    except Changed:
        return _draw_ownership(visit, [visit.words.say("changed_meanwhile")], 409)
    if problems:
        told = [one.text for one in tell_faults(problems, visit.words, "")]
        return _draw_ownership(visit, told, 422)
    keep_news(visit, LEAD, before)
    return visit.go("ownership", after=LEAD)


def _draw_ownership(visit: Visit, faults: list[str] | None = None, status: int = 200) -> Response:
    interview = visit.interview
    lead = interview.questionnaire.by_id.get(LEAD)
    choices = interview.visible_choices(lead) if lead and interview.is_visible(LEAD) else ()
    return visit.render(
        "ownership.html",
        status,
        told=visit.wizard.consultant.decide_ownership(interview.answers, visit.language),
        choices=[(one.value, visit.words.read(one.text)) for one in choices],
        chosen=visit.sent_one("lead") or str(interview.value(LEAD) or ""),
        reason=visit.sent_one("reason"),
        faults=faults or [],
        seen=visit.company.fingerprint(LEAD),
        previous=visit.url(),
        news=list_news(visit),
    )


async def show_effects(visit: Visit) -> Response:
    """Show what the half-typed answer would change, before it is saved."""
    question = visit.question()
    draft = read_draft(visit.company, question.id)
    form = draft.form if draft else {}
    shown = try_answer(visit, question, form)
    value = shown.value(question.id) if shown is not None else None
    return visit.render(
        "effects.html",
        question=question,
        section=visit.interview.section_of(question.id),
        tried=Summary(visit.interview, visit.words).show(question, value)
        if value is not None
        else "",
        effects=foresee(visit, shown),
        previous=visit.url("q", question.id, back=visit.back),
        news=None,
    )


def try_answer(visit: Visit, question: Question, form: forms.Form) -> Interview | None:
    """Return the interview as it would be with what a form holds; None if that is no answer yet."""
    taken = forms.take(question, visit.setting(VALUE), form)
    if taken.raw is None or taken.fault:
        return None
    outcome = visit.interview.answer(question.id, taken.raw, visit.language)
    return outcome if isinstance(outcome, Interview) else None


def try_item(visit: Visit, group: Question, item_id: str) -> Interview | None:
    """Return the interview as it would be with the item of a form; None if that is none yet."""
    item = open_item(visit, group, item_id or NEW)
    values, faults = gather(visit, item)
    outcome = () if faults else put_item(visit.interview, item, values, visit)
    return outcome if isinstance(outcome, Interview) else None


def foresee(visit: Visit, shown: Interview | None) -> tuple[Effect, ...]:
    """Return what would change, nothing when it can't be told."""
    if shown is None:
        return ()
    try:
        return visit.wizard.consultant.foresee(
            visit.interview.answers, shown.answers, visit.shown_in
        )
    except PlaybookError:
        return ()
