"""Everything at a glance: the list of tasks, the answers of a section, all answers, the end."""

from starlette.responses import RedirectResponse, Response

from questionnaire.answers import Status
from questionnaire.errors import PlaybookError
from questionnaire.interview import SectionState, list_recommendable, recommend_rest
from questionnaire.model import Section
from questionnaire.web.consultant import Health
from questionnaire.web.news import list_news, tell_oddities
from questionnaire.web.summary import SHOWS, Summary, find_lines
from questionnaire.web.visit import NotFound, Visit, remember_language
from questionnaire.web.way import first_waiting


async def show_tasks(visit: Visit) -> Response:
    """Show the sections with their state, and where to go on."""
    if not visit.company.exists:
        return visit.go("start")
    interview = visit.interview
    states = interview.section_states(quick=visit.quick)
    return visit.render(
        "tasks.html",
        sections=[_describe(visit, state) for state in states],
        going_on=first_waiting(visit),
        health=examine(visit),
        built=visit.wizard.consultant.last_build(visit.company.folder),
        recommendable=len(list_recommendable(interview)),
        pending=sum(
            1 for one in interview.visible_questions() if interview.state(one.id) is Status.PENDING
        ),
        news=list_news(visit),
    )


def _describe(visit: Visit, state: SectionState) -> dict[str, object]:
    asked = visit.interview.visible_questions(state.section.id, quick=visit.quick)
    untouched = (one for one in asked if visit.interview.state(one.id) is None)
    target = next(untouched, None)
    address = visit.url("q", target.id) if target else visit.url("check", state.section.id)
    return {"state": state, "url": address, "minutes": state.section.minutes}


def examine(visit: Visit) -> Health | None:
    """Return how the strategy stands; nothing when it can't be told yet."""
    try:
        return visit.wizard.consultant.examine(visit.interview.answers, visit.language)
    except PlaybookError:
        return None


async def show_check(visit: Visit) -> Response:
    """Show the answers of a section, each with a link to change it."""
    section = _section(visit)
    interview = visit.interview
    asked = interview.visible_questions(section.id, quick=visit.quick)
    lines = Summary(interview, visit.words).lines(asked)
    return visit.render(
        "check.html",
        section=section,
        lines=lines,
        odd={line.question.id: tell_oddities(visit, line.question.id) for line in lines},
        following=_following(visit, section),
        previous=visit.url(),
        news=list_news(visit),
    )


def _section(visit: Visit) -> Section:
    wanted = visit.request.path_params["section"]
    for section in visit.interview.visible_sections():
        if section.id == wanted:
            return section
    raise NotFound


def _following(visit: Visit, section: Section) -> str:
    """Return where Continue leads from a section: its open question, or the next section's first."""
    interview, quick = visit.interview, visit.quick
    states = {one.section.id: one for one in interview.section_states(quick=quick)}
    after = list(states)[list(states).index(section.id) + 1 :] if section.id in states else []
    for one in after:
        asked = interview.visible_questions(one, quick=quick)
        target = next((each for each in asked if interview.state(each.id) is None), None)
        if target is not None:
            return visit.url("q", target.id)
    return visit.url("done") if after == [] else visit.url()


async def show_answers(visit: Visit) -> Response:
    """Show all answers: those that hold the words looked for, in the state asked for."""
    wanted = visit.request.query_params.get("find", "")[:100]
    show = visit.request.query_params.get("show", "")
    summary = Summary(visit.interview, visit.words)
    groups = []
    for section in visit.interview.visible_sections():
        lines = find_lines(
            summary.lines(visit.interview.visible_questions(section.id)), wanted, show
        )
        if lines:
            groups.append((section, lines))
    return visit.render(
        "answers.html",
        groups=groups,
        total=sum(len(lines) for _, lines in groups),
        wanted=wanted,
        show=show if show in SHOWS else "",
        shows=list(SHOWS),
        previous=visit.url(),
        news=list_news(visit),
    )


async def show_done(visit: Visit) -> Response:
    """Show what there is at the end of the questions, and what can be done now."""
    interview = visit.interview
    states = [interview.state(one.id) for one in interview.visible_questions()]
    return visit.render(
        "done.html",
        counts={
            state.value: sum(one is state for one in states)
            for state in (Status.ANSWERED, Status.RECOMMENDED, Status.PENDING)
        },
        open=sum(one in (None, Status.LATER) for one in states),
        recommendable=len(list_recommendable(interview)),
        first=interview.first_open(),
        health=examine(visit),
        previous=visit.url(),
        news=list_news(visit),
    )


async def take_rest(visit: Visit) -> Response:
    """Recommend every open question we can, and show them all with their reasons."""
    visit.company.take("", "", recommend_rest, visit.language)
    return visit.go("answers", show="recommended")


async def choose_depth(visit: Visit) -> Response:
    """Ask only the essential questions, or all."""
    visit.company.place.keep("quick", visit.sent_one("depth") == "quick")
    return visit.go()


async def choose_language(visit: Visit) -> Response:
    """Speak another language; back to the page one was on, which is always one of ours."""
    wanted = visit.sent_one("to")
    inside = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    response = RedirectResponse(wanted if inside else "/", 303)
    return remember_language(response, visit.sent_one("switch"))


async def stop(visit: Visit) -> Response:
    """End the server; everything is saved already."""
    response = visit.render("stopped.html", company=None)
    visit.wizard.stop()
    return response
