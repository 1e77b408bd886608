"""What is refused before any page is asked: still a page, in the person's language."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from questionnaire.web.visit import LANGUAGE_COOKIE, Visit, quote_path
from questionnaire.web.wizard import Wizard
from questionnaire.web.words import Words, choose_language

_NOT_FOUND, _NOT_ALLOWED, _TOO_LARGE = 404, 405, 413
_HEADS = {_NOT_FOUND: "not_found", _NOT_ALLOWED: "not_found"}


async def refuse(request: Request, error: Exception) -> Response:
    """Return the page for an address that isn't there, or a form that can't be read."""
    # Whatever else comes here is a form that ended too early, by its size or by its slowness.
    status = error.status_code if isinstance(error, HTTPException) else _TOO_LARGE
    if status == _NOT_ALLOWED and request.method != "POST":
        # The address of a form, opened again: what it belongs to is one step up.
        return RedirectResponse(
            quote_path(str(request.scope["path"]).rpartition("/")[0]) or "/", 303
        )
    wizard: Wizard = request.app.state.wizard
    wish = request.cookies.get(LANGUAGE_COOKIE)
    visit = Visit(request, wizard, Words(choose_language(wish, wizard.language)), None)
    return visit.render("message.html", status, head=_HEADS.get(status, "not_taken"), problems=[])
