"""Lists of things that are alike: the list itself, and a page to add, change or remove one."""

from collections.abc import Sequence

from starlette.responses import Response

from questionnaire.errors import Place, Problem
from questionnaire.interview import Interview
from questionnaire.model import Question
from questionnaire.web.company import NEW, Changed
from questionnaire.web.editing import keep_draft, switch_language, tell_faults
from questionnaire.web.items import (
    Item,
    draw_fields,
    fill_item,
    gather,
    list_fields,
    list_shown,
    open_item,
    put_item,
    read_values,
    tell_item_faults,
)
from questionnaire.web.news import keep_news, list_news
from questionnaire.web.summary import Summary
from questionnaire.web.visit import NotFound, Visit
from questionnaire.web.way import go_on, step_back
from questionnaire.web.wordings import note_wordings, spread
from questionnaire.web.words import Fault


def show_list(
    visit: Visit, group: Question, faults: Sequence[Fault] = (), status: int = 200
) -> Response:
    """Show the items with what can be done with each."""
    interview = visit.interview
    summary = Summary(interview, visit.words)
    rows = [
        {"id": str(one["id"]), "name": name, "about": about}
        for one in interview.items(group.id)
        for name, about in [summary.describe_item(group, one)]
    ]
    most = group.limits.max_items
    return visit.render(
        "list.html",
        status,
        question=group,
        section=interview.section_of(group.id),
        rows=rows,
        full=most is not None and len(rows) >= most,
        faults=[("add", fault.text) for fault in faults],
        line=summary.line(group),
        seen=visit.company.fingerprint(group.id),
        previous=step_back(visit, group),
        news=list_news(visit),
        draft_waits=f"{group.id}/{NEW}" in visit.company.drafts.read(),
    )


async def leave_list(visit: Visit) -> Response:
    """Go on from a list, or tell that it needs an item."""
    group = _group(visit)
    interview = visit.interview
    if interview.state(group.id) is None and not interview.items(group.id):
        if group.required:
            problem = Problem("answer.required", Place(question=group.id))
            return show_list(visit, group, tell_faults([problem], visit.words, ""), 422)
        visit.company.take(group.id, "", lambda one: one.postpone(group.id), visit.language)
    return go_on(visit, group)


async def show_item(visit: Visit) -> Response:
    """Show the fields of an item, or of a new one."""
    item = _item(visit)
    form, drafted = fill_item(visit, item)
    return _draw(visit, item, form, drafted=drafted)


async def answer_item(visit: Visit) -> Response:
    """Save an item, drop what was half-typed, or go and add somebody who is missing."""
    try:
        item = _item(visit)
    except NotFound:
        # Removed meanwhile by somebody else: what was typed here waits in a new one.
        group = _group(visit)
        keep_draft(visit, f"{group.id}/{NEW}")
        return visit.go("q", group.id, "item", NEW, back=visit.back)
    if visit.sent_one("switch"):
        return switch_language(visit, item.key)
    action, _, detail = visit.sent_one("action").partition(":")
    if action == "discard":
        visit.company.drafts.keep(item.key, None)
        return visit.go("q", item.group.id, "item", item.id, back=visit.back, via=visit.via)
    if action == "add" and detail in visit.interview.questionnaire.by_id:
        keep_draft(visit, item.key)
        return visit.go("q", detail, "item", NEW, back=f"q/{item.group.id}/item/{item.id}")
    return _save(visit, item)


def _save(visit: Visit, item: Item) -> Response:
    values, faults = gather(visit, item)
    if faults:
        return _draw(visit, item, visit.sent, faults, 422)
    answers = visit.interview.answers
    shown = list_shown(visit)
    try:
        problems = visit.company.take(
            item.key,
            visit.sent_one("seen"),
            lambda one: put_item(one, item, values, visit),
            visit.language,
        )
    except Changed:
        return _tell_changed(visit, item)
    if problems:
        return _draw(visit, item, visit.sent, tell_item_faults(visit, problems), 422)
    visit.company.drafts.keep(item.key, None)
    saved = _saved(visit, item)
    _note_wordings(visit, item, saved)
    keep_news(visit, item.group.id, answers)
    opened = [one for one in list_fields(visit, saved, saved.saved) if one.id not in shown]
    if shown and opened:
        ways = {"back": visit.back, "via": visit.via}
        return visit.go("q", item.group.id, "item", saved.id, **ways, more="1")
    if visit.back:
        return visit.go(*visit.back.split("/"), after=item.group.id)
    return visit.go("q", item.group.id, back=visit.via, after=item.group.id)


def _saved(visit: Visit, item: Item) -> Item:
    """Return the item as it is kept now: a new one is the last."""
    at = len(visit.interview.items(item.group.id)) - 1 if item.index is None else None
    if at is None:
        return open_item(visit, item.group, item.id)
    saved = visit.interview.items(item.group.id)[at]
    return Item(item.group, str(saved["id"]), at, saved)


def _note_wordings(visit: Visit, before: Item, after: Item) -> None:
    languages = [str(one) for one in visit.documents]
    for one in after.group.fields:
        if one.translatable and one.id in after.saved:
            note_wordings(
                visit.company,
                f"{after.key}.{one.id}",
                spread(before.saved.get(one.id), languages),
                spread(after.saved[one.id], languages),
            )


def _draw(
    visit: Visit,
    item: Item,
    form: object,
    faults: Sequence[Fault] = (),
    status: int = 200,
    *,
    drafted: bool = False,
) -> Response:
    fields = draw_fields(visit, item, form, faults)  # type: ignore[arg-type]
    name, _ = Summary(visit.interview, visit.words).describe_item(item.group, item.saved)
    places = {one.question.id: one.id for one in fields}
    back = visit.inside(visit.back) if visit.back else _list_url(visit, item)
    return visit.render(
        "item.html",
        status,
        question=item.group,
        section=visit.interview.section_of(item.group.id),
        item=item,
        name=name if item.index is not None else "",
        fields=fields,
        faults=[(places.get(one.field, ""), one.text) for one in faults],
        seen=visit.sent_one("seen") or visit.company.fingerprint(item.key),
        drafted=drafted,
        more=visit.request.query_params.get("more", ""),
        previous=back,
        news=None,
    )


def _list_url(visit: Visit, item: Item) -> str:
    return visit.url("q", item.group.id, back=visit.via)


def _tell_changed(visit: Visit, item: Item) -> Response:
    keep_draft(visit, item.key)
    summary = Summary(visit.interview, visit.words)
    theirs, mine = (
        [
            (visit.words.read(one.short), summary.show(one, values[one.id], values))
            for one in item.group.fields
            if one.id in values
        ]
        for values in (item.saved, read_values(visit, item, visit.sent))
    )
    return visit.render(
        "conflict_item.html",
        409,
        question=item.group,
        item=item,
        theirs=theirs,
        mine=mine,
        sent={name: sent for name, sent in visit.sent.items() if name not in {"seen", "action"}},
        seen=visit.company.fingerprint(item.key),
    )


async def ask_removal(visit: Visit) -> Response:
    """Ask whether an item may really go."""
    return _draw_removal(visit, _item(visit))


async def remove(visit: Visit) -> Response:
    """Remove an item, unless an answer names it: then say which one."""
    item = _item(visit)
    answers = visit.interview.answers

    def change(interview: Interview) -> object:
        for at, one in enumerate(interview.items(item.group.id)):
            if one.get("id") == item.id:
                return interview.remove_item(item.group.id, at)
        return interview

    problems = visit.company.take(item.group.id, "", change, visit.language)  # type: ignore[arg-type]
    if problems:
        return _draw_removal(visit, item, problems)
    visit.company.drafts.keep(item.key, None)
    keep_news(visit, item.group.id, answers)
    return visit.go("q", item.group.id, back=visit.via, after=item.group.id)


def _draw_removal(visit: Visit, item: Item, problems: Sequence[Problem] = ()) -> Response:
    name, about = Summary(visit.interview, visit.words).describe_item(item.group, item.saved)
    uses = [use for one in problems for use in _uses(visit, one)]
    return visit.render(
        "remove.html",
        409 if problems else 200,
        question=item.group,
        item=item,
        name=name,
        about=about,
        uses=uses,
        loose=[] if uses else [one.text for one in tell_faults(problems, visit.words, "")],
        previous=_list_url(visit, item),
    )


def _uses(visit: Visit, problem: Problem) -> list[tuple[str, str]]:
    """Return where an item is named: the address of the question and its label."""
    uses = problem.data.get("uses")
    found = {}
    for use in uses if isinstance(uses, tuple) else ():
        question = visit.interview.questionnaire.by_id.get(use.split("[")[0])
        if question is not None:
            found[visit.url("q", question.id)] = visit.words.read(question.short)
    return list(found.items())


def _group(visit: Visit) -> Question:
    question = visit.question()
    if question.kind != "group" or not visit.interview.is_visible(question.id):
        raise NotFound
    return question


def _item(visit: Visit) -> Item:
    return open_item(visit, _group(visit), str(visit.request.path_params["item"]))
