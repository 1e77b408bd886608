"""One request: whose company, in which language, and how an answer to it is made."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from questionnaire.errors import AnswerProblems, Place, PlaybookError, Problem
from questionnaire.interview import Interview
from questionnaire.kinds import KINDS, KindContext
from questionnaire.model import Question
from questionnaire.text import LANGUAGES, Language, Text
from questionnaire.web.company import Company, document_languages
from questionnaire.web.consultant import Palette
from questionnaire.web.forms import Filled, Setting
from questionnaire.web.pages import write_page
from questionnaire.web.wizard import Wizard
from questionnaire.web.words import Words, choose_language, prefer_language

LANGUAGE_COOKIE: Final = "playbook_language"
_BACK: Final = re.compile(r"[a-z]+(?:/[A-Za-z0-9_+-]+)*")
_LONG: Final = 365 * 24 * 3600

_LOG: Final = logging.getLogger(__name__)
_NO_QUESTION: Final = Question("date", "date", "standard", Text({}), Text({}), Place())

Handler = Callable[["Visit"], Awaitable[Response]]


class NotFound(Exception):
    """There is no such page."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request with all that the pages need to answer it."""

    request: Request
    wizard: Wizard
    words: Words
    chosen: Company | None
    sent: Filled = field(default_factory=dict)
    """What the form sent, all values of each name."""

    @property
    def company(self) -> Company:
        """The company that the address names."""
        if self.chosen is None:
            raise NotFound
        return self.chosen

    @property
    def interview(self) -> Interview:
        """The interview as the file is now."""
        return self.company.interview()

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.words.language

    @property
    def quick(self) -> bool:
        """Whether only the essential questions are asked."""
        return bool(self.company.place.read().get("quick", False))

    @property
    def back(self) -> str:
        """Where the person came from, as a path inside the company; empty if from nowhere."""
        return self._inside("back")

    @property
    def via(self) -> str:
        """Where the person came from to the list whose item this is, in the same way."""
        return self._inside("via")

    def _inside(self, name: str) -> str:
        given = self.request.query_params.get(name, "") or (self.sent.get(name) or [""])[0]
        return given if _BACK.fullmatch(given) else ""

    @property
    def documents(self) -> tuple[Language, ...]:
        """The languages of the handbook, in their order."""
        return tuple(Language(one) for one in self.interview.answers.languages)

    @property
    def shown_in(self) -> Language:
        """The language in which the handbook is previewed."""
        return document_languages(self.interview.answers, self.language)[0]

    def setting(self, name: str) -> Setting:
        """Return what the fields of a name depend on."""
        return Setting(name, self.language, self.documents or (self.language,))

    def question(self) -> Question:
        """Return the question that the address names."""
        found = self.interview.questionnaire.by_id.get(self.request.path_params["question"])
        if found is None:
            raise NotFound
        return found

    def sent_one(self, name: str) -> str:
        """Return the one value sent under a name."""
        return (self.sent.get(name) or [""])[0].strip()

    def moment(self, when: datetime) -> str:
        """Return a day and time of day as people of the language write it."""
        day = KINDS["date"].show(_NO_QUESTION, when.date(), self.language, KindContext())
        return f"{day}, {when.hour}:{when.minute:02d}"

    def palette(self, colour: str) -> Palette | None:
        """Return what goes with a colour; nothing for what is none."""
        try:
            return self.wizard.consultant.choose_palette(colour)
        except PlaybookError:
            return None

    def url(self, *parts: str, **query: str) -> str:
        """Return the address of a page of this company."""
        path = "/".join(quote_path(one) for one in ("c", self.company.name, *(parts or [""])))
        asked = {name: value for name, value in query.items() if value}
        return f"/{path}?{urlencode(asked)}" if asked else f"/{path}"

    def inside(self, path: str, **query: str) -> str:
        """Return the address of a page given as a path inside the company."""
        return self.url(*path.split("/"), **query)

    def go(self, *parts: str, **query: str) -> Response:
        """Send the browser to another page of this company."""
        return RedirectResponse(self.url(*parts, **query), 303)

    def render(self, template: str, status: int = 200, **data: object) -> Response:
        """Return a page."""
        shared: dict[str, object] = {
            "visit": self,
            "t": self.words.say,
            "n": self.words.count,
            "read": self.words.read,
            "language": self.language,
            "languages": [(one, self.words.say(f"own_{one}")) for one in LANGUAGES],
            "company": self.chosen,
            "many": self.wizard.many,
            "path": quote_path(self.request.scope["path"]),
            "query": self.request.url.query,
        }
        response = HTMLResponse(write_page(template, {**shared, **data}), status)
        response.headers["Content-Language"] = self.language
        return response


def quote_path(path: str) -> str:
    """Return a path, or a part of one, as an address writes it."""
    return quote(path, safe="/+")


async def open_visit(request: Request) -> Visit:
    """Return the visit of a request."""
    wizard: Wizard = request.app.state.wizard
    name = request.path_params.get("company")
    company = wizard.find(name) if name is not None else None
    sent: Filled = {}
    if request.method == "POST" and not request.url.path.endswith("/upload"):
        form = await request.form(max_files=0, max_fields=2_000)
        for key, value in form.multi_items():
            sent.setdefault(key, []).append(str(value))
    language = choose_language(
        # What a page sends is in the language of that page, whatever another tab speaks by now.
        (sent.get("spoken") or [""])[0],
        request.cookies.get(LANGUAGE_COOKIE),
        wizard.language,
        prefer_language(request.headers.get("accept-language", "")),
    )
    return Visit(request, wizard, Words(language), company, sent)


def answer_with(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that turns what a person can run into, into a page that says so."""

    async def respond(request: Request) -> Response:
        request.app.state.wizard.touch()
        visit = await open_visit(request)
        try:
            if "company" in request.path_params:
                visit.company.hold()
            return await handler(visit)
        except NotFound:
            return visit.render("message.html", 404, head="not_found", problems=[])
        except PlaybookError as error:
            return tell_problems(visit, error)
        except (HTTPException, ClientDisconnect):
            raise
        except Exception:  # noqa: BLE001 - the one place where a bug of the wizard becomes a page
            # A bug of ours: the terminal shows it, the person reads what it means for them.
            _LOG.exception("while answering %s", request.url.path)
            return visit.render("message.html", 500, head="fault", problems=[])

    return respond


def tell_problems(visit: Visit, error: PlaybookError) -> Response:
    """Return the page that tells what is wrong outside the questions, with all problems."""
    head = "unreadable" if isinstance(error, AnswerProblems) else "not_possible"
    told = [tell_problem(visit, one) for one in error.problems]
    return visit.render("message.html", 409, head=head, problems=told)


def tell_problem(visit: Visit, problem: Problem) -> Mapping[str, str]:
    """Return a problem in words, with its place."""
    where = problem.where
    line = visit.words.say("at_line", line=where.line) if where.line else ""
    parts = (where.file or "", line, where.question or "")
    sentence = visit.wizard.consultant.tell(problem, visit.language)
    return {"place": ", ".join(part for part in parts if part), "text": sentence}


def remember_language(response: Response, language: str) -> Response:
    """Keep the language of the interface in this browser."""
    if language in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE, language, max_age=_LONG, httponly=True, samesite="strict", path="/"
        )
    return response
