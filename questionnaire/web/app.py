"""The application: which address is answered by what."""

from collections.abc import Callable, Sequence

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from questionnaire.sources import data_folder
from questionnaire.web.guard import Guard, Keys
from questionnaire.web.pages import write_page
from questionnaire.web.refusals import refuse
from questionnaire.web.routes import (
    advice,
    homes,
    lists,
    overview,
    previews,
    publish,
    questions,
    start,
    states,
    uploads,
)
from questionnaire.web.sites import Sites
from questionnaire.web.visit import Handler, answer_with
from questionnaire.web.wizard import Wizard
from questionnaire.web.words import Words, choose_language, prefer_language


def create_app(wizard: Wizard, keys: Keys) -> ASGIApp:
    """Return the wizard as an application that only the person at this computer can use."""
    app = Starlette(
        routes=[
            Route("/", answer_with(homes.show_home)),
            _post("/new", homes.create),
            _post("/language", overview.choose_language),
            _post("/stop", overview.stop),
            Mount("/c/{company}", routes=_company_routes()),
            Mount("/static", StaticFiles(directory=data_folder("questionnaire", "web", "static"))),
        ],
        exception_handlers={HTTPException: refuse, ClientDisconnect: refuse},
        middleware=[Middleware(GZipMiddleware, minimum_size=500)],
    )
    app.state.wizard = wizard
    return Guard(_ByPort(app, Sites(wizard), wizard), keys, _closed_page(wizard))


def _company_routes() -> Sequence[BaseRoute]:
    question, item = "/q/{question}", "/q/{question}/item/{item}"
    return [
        _get("/", overview.show_tasks),
        _get("/start", start.show_start),
        _get("/sheet", start.show_sheet),
        _both("/setup", start.show_setup, start.take_setup),
        _both("/suggestions", start.show_suggestions, start.take_suggestions),
        _get("/check/{section}", overview.show_check),
        _get("/answers", overview.show_answers),
        _get("/done", overview.show_done),
        _post("/recommend-rest", overview.take_rest),
        _post("/depth", overview.choose_depth),
        _get("/health", advice.show_health),
        _both("/ownership", advice.show_ownership, advice.decide_ownership),
        _both("/publish", publish.show_publish, publish.build),
        _get("/publish/progress", publish.show_progress),
        _get("/download/{what}", publish.download),
        _post("/open-folder", publish.open_folder),
        _both("/copy", homes.ask_copy, homes.copy),
        _post("/archive", homes.archive),
        _both("/preview/{question}", previews.show_preview, previews.update_preview),
        _post("/preview/{question}/{item}", previews.update_preview),
        _post("/effects/{question}", previews.list_effects),
        _post("/effects/{question}/{item}", previews.list_effects),
        _post("/draft/{question}", previews.keep),
        _post("/draft/{question}/{item}", previews.keep),
        _get("/preview-style/{name}", previews.show_style),
        _get("/picture/{name}", uploads.show_picture),
        _get("/palette", uploads.show_palette),
        _both(f"{question}/recommend", states.show_recommendation, states.take_recommendation),
        _both(f"{question}/pending", states.show_pending, states.take_pending),
        _both(f"{question}/not-for-us", states.show_not_for_us, states.take_not_for_us),
        _get(f"{question}/effects", advice.show_effects),
        _post(f"{question}/upload", uploads.upload),
        _post(f"{question}/go-on", lists.leave_list),
        _both(f"{item}/remove", lists.ask_removal, lists.remove),
        _both(item, lists.show_item, lists.answer_item),
        _both(question, questions.show_question, questions.answer_question),
    ]


def _get(path: str, handler: Handler) -> Route:
    return Route(path, answer_with(handler))


def _post(path: str, handler: Handler) -> Route:
    return Route(path, answer_with(handler), methods=["POST"])


def _both(path: str, show: Handler, take: Handler) -> Route:
    """Return one address that shows a page and takes its form."""
    shown, taken = answer_with(show), answer_with(take)

    async def respond(request: Request) -> Response:
        return await (taken if request.method == "POST" else shown)(request)

    return Route(path, respond, methods=["GET", "POST"])


class _ByPort:
    """Tells the wizard from the built sites, which are served from a port of their own."""

    def __init__(self, app: ASGIApp, sites: ASGIApp, wizard: Wizard) -> None:
        self._app, self._sites, self._wizard = app, sites, wizard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        port = (scope.get("server") or ("", 0))[1]
        chosen = self._sites if port == self._wizard.site_port else self._app
        await chosen(scope, receive, send)


def _closed_page(wizard: Wizard) -> Callable[[Headers, str], str]:
    def write(headers: Headers, head: str) -> str:
        wish = prefer_language(headers.get("accept-language", ""))
        words = Words(choose_language(wish, wizard.language))
        return write_page("closed.html", {"head": head, "t": words.say, "language": words.language})

    return write
