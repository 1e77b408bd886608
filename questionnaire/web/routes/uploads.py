"""The company's pictures: taken in, checked and cleaned, and shown."""

from starlette.datastructures import UploadFile
from starlette.responses import Response

from questionnaire.errors import PlaybookError
from questionnaire.web.editing import fill_question
from questionnaire.web.routes.questions import draw
from questionnaire.web.visit import NotFound, Visit, tell_problem
from questionnaire.web.way import go_on
from questionnaire.web.words import Fault


async def upload(visit: Visit) -> Response:
    """Take in a picture and answer its question with it."""
    question = visit.question()
    if question.kind != "image" or not visit.interview.is_visible(question.id):
        raise NotFound
    async with visit.request.form(max_files=1, max_fields=10) as form:
        sent = form.get("file")
        name = sent.filename or "" if isinstance(sent, UploadFile) else ""
        content = await sent.read() if isinstance(sent, UploadFile) else b""
    if not name or not content:
        return _refuse(visit, [visit.words.say("fault_no_file")])
    try:
        kept = visit.wizard.consultant.keep_logo(visit.company.folder, name, content)
    except PlaybookError as error:
        return _refuse(visit, [tell_problem(visit, one)["text"] for one in error.problems])
    visit.company.take(
        question.id, "", lambda one: one.answer(question.id, kept, visit.language), visit.language
    )
    return go_on(visit, question)


def _refuse(visit: Visit, told: list[str]) -> Response:
    question = visit.question()
    form, _ = fill_question(visit, question)
    return draw(visit, question, form, [Fault("", text) for text in told], 422)


async def show_picture(visit: Visit) -> Response:
    """Return a picture of the company as it will be published."""
    name = str(visit.request.path_params["name"])
    try:
        found = visit.wizard.consultant.find_logo(visit.company.folder, name)
    except PlaybookError:
        found = None
    if found is None:
        raise NotFound
    content, kind = found
    return Response(content, media_type=kind)


async def show_palette(visit: Visit) -> Response:
    """Return a sample of a colour with what can be read on it and beside it."""
    colour = visit.request.query_params.get("colour", "")
    palette = visit.palette(colour)
    if palette is None:
        return Response(status_code=204)
    return visit.render("palette.html", palette=palette)
