"""Many companies in one folder: the list of them, a new one, a copy for a new client, the archive."""

from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from questionnaire.answers import Status
from questionnaire.errors import PlaybookError
from questionnaire.messages import message
from questionnaire.text import fold
from questionnaire.web.company import Company
from questionnaire.web.portfolio import (
    ARCHIVED,
    CompanyState,
    copy_decisions,
    copy_pictures,
    create_company,
    read_name,
)
from questionnaire.web.visit import NotFound, Visit


async def show_home(visit: Visit) -> Response:
    """Show the companies, or go to the only one."""
    if not visit.wizard.many:
        company = visit.wizard.list_companies()[0]
        return RedirectResponse(_address(company), 303)
    return _draw(visit)


def _address(company: Company) -> str:
    return f"/c/{quote(company.name)}/"


def _draw(visit: Visit, faults: tuple[str, ...] = (), status: int = 200) -> Response:
    wanted = fold(visit.request.query_params.get("find", ""))
    rows = [_describe(visit, one) for one in visit.wizard.list_companies()]
    found = [row for row in rows if wanted in fold(f"{row.name} {row.title}")]
    return visit.render(
        "home.html",
        status,
        rows=[row for row in found if not row.archived],
        archived=[row for row in found if row.archived],
        total=len(rows),
        wanted=visit.request.query_params.get("find", ""),
        faults=faults,
        new_name=visit.sent_one("name"),
    )


def _describe(visit: Visit, company: Company) -> CompanyState:
    archived = str(company.place.read().get(ARCHIVED, ""))
    built = visit.wizard.consultant.last_build(company.folder)
    try:
        interview = company.interview()
    except PlaybookError as error:
        told = message(error.problems[0], visit.language) if error.problems else ""
        return CompanyState(company.name, company.name, archived, built, unreadable=told)
    asked = interview.visible_questions()
    states = [interview.state(one.id) for one in asked]
    return CompanyState(
        name=company.name,
        title=company.title(visit.language),
        archived=archived,
        built=built,
        pending=sum(one is Status.PENDING for one in states),
        open=sum(one in (None, Status.LATER) for one in states),
        answered=sum(one in (Status.ANSWERED, Status.RECOMMENDED) for one in states),
    )


async def create(visit: Visit) -> Response:
    """Make a new company and begin with its first page."""
    if not visit.wizard.many:
        raise NotFound
    name, fault = read_name(visit.wizard, visit.sent_one("name"))
    if fault:
        return _draw(visit, (visit.words.say(fault),), 422)
    company = create_company(visit.wizard, name, visit.sent_one("name"), visit.language)
    return RedirectResponse(f"{_address(company)}start", 303)


async def ask_copy(visit: Visit) -> Response:
    """Ask for the name of the new client and what to copy."""
    return _draw_copy(visit)


def _draw_copy(visit: Visit, fault: str = "", status: int = 200) -> Response:
    return visit.render(
        "copy.html",
        status,
        faults=[("name", visit.words.say(fault))] if fault else [],
        new_name=visit.sent_one("name"),
        what=visit.sent_one("what") or "decisions",
        previous="/",
    )


async def copy(visit: Visit) -> Response:
    """Make a new client with the decisions, or with all answers, of this company."""
    if not visit.wizard.many:
        raise NotFound
    name, fault = read_name(visit.wizard, visit.sent_one("name"))
    if fault:
        return _draw_copy(visit, fault, 422)
    everything = visit.sent_one("what") == "everything"
    answers = visit.interview.answers
    kept = answers if everything else copy_decisions(visit.interview)
    company = create_company(visit.wizard, name, visit.sent_one("name"), visit.language, kept)
    if everything:
        copy_pictures(visit.company.folder, company.folder)
    return RedirectResponse(_address(company), 303)


async def archive(visit: Visit) -> Response:
    """Put a company aside, or bring it back; its folder stays where it is."""
    day = visit.wizard.today.isoformat()
    visit.company.place.keep(ARCHIVED, day if visit.sent_one("action") == "archive" else None)
    return RedirectResponse("/", 303)
