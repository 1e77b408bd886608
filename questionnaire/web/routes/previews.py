"""The handbook beside the question: one page of it as it would read, and the drafts behind it."""

import hashlib
from typing import Final

from starlette.responses import JSONResponse, Response

from questionnaire.errors import PlaybookError
from questionnaire.interview import Interview
from questionnaire.model import Question
from questionnaire.web.company import NEW
from questionnaire.web.consultant import Preview
from questionnaire.web.editing import keep_draft, read_draft
from questionnaire.web.pages import write_page
from questionnaire.web.routes.advice import foresee, try_answer, try_item
from questionnaire.web.visit import NotFound, Visit

POLICY: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The preview runs no script at all; its drawings carry styles of their own."""
_WEEK: Final = "private, max-age=604800, immutable"


async def show_preview(visit: Visit) -> Response:
    """Return the page for the frame beside a question, as a whole document."""
    question = visit.question()
    page = visit.request.query_params.get("page", "")[:80]
    found = _preview(visit, question, _with_draft(visit, question), page)
    styles = visit.wizard.consultant.preview_styles(visit.company.folder, visit.interview.answers)
    document = write_page(
        "preview.html",
        {
            "language": visit.shown_in,
            "t": visit.words.say,
            "preview": found,
            "styles": [
                visit.url("preview-style", name, v=_hash(style)) for name, style in styles.items()
            ],
        },
    )
    headers = {"Content-Security-Policy": POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(document, media_type="text/html", headers=headers)


def _with_draft(visit: Visit, question: Question) -> Interview | None:
    draft = read_draft(visit.company, question.id)
    return try_answer(visit, question, draft.form) if draft else None


async def show_style(visit: Visit) -> Response:
    """Return one style sheet of the site."""
    styles = visit.wizard.consultant.preview_styles(visit.company.folder, visit.interview.answers)
    style = styles.get(str(visit.request.path_params["name"]))
    if style is None:
        raise NotFound
    headers = {}
    if visit.request.query_params.get("v") == _hash(style):
        headers["Cache-Control"] = _WEEK
    return Response(style, media_type="text/css", headers=headers)


async def update_preview(visit: Visit) -> Response:
    """Return the page as it would read with what the form holds now."""
    question = visit.question()
    shown = _try(visit, question)
    found = _preview(visit, question, shown, visit.request.query_params.get("page", "")[:80])
    if found is None:
        return JSONResponse({"html": "", "valid": shown is not None})
    return JSONResponse(
        {
            "html": found.html,
            "title": found.title,
            "page": found.page,
            "anchor": found.anchor,
            "changed": found.changed,
            "valid": shown is not None,
        }
    )


async def list_effects(visit: Visit) -> Response:
    """Return what the form would change, as a part of a page."""
    question = visit.question()
    shown = _try(visit, question)
    return visit.render("effects_list.html", effects=foresee(visit, shown), valid=shown is not None)


async def keep(visit: Visit) -> Response:
    """Keep what is half-typed; it is no answer until it is saved."""
    question = visit.question()
    item = visit.request.path_params.get("item")
    keep_draft(visit, f"{question.id}/{item}" if item else question.id)
    return Response(status_code=204)


def _try(visit: Visit, question: Question) -> Interview | None:
    if question.kind == "group":
        return try_item(visit, question, str(visit.request.path_params.get("item") or NEW))
    return try_answer(visit, question, visit.sent)


def _preview(
    visit: Visit, question: Question, shown: Interview | None, page: str
) -> Preview | None:
    saved = visit.interview.answers
    try:
        return visit.wizard.consultant.preview(
            visit.company.folder,
            saved,
            saved if shown is None else shown.answers,
            question.id,
            visit.shown_in,
            page,
        )
    except PlaybookError:
        return None


def _hash(style: str) -> str:
    return hashlib.sha256(style.encode()).hexdigest()[:12]
