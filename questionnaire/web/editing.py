"""The fields of a question page or an item page: from the answers or a draft to what is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from questionnaire.answers import Status
from questionnaire.errors import Problem
from questionnaire.interview import Interview
from questionnaire.kinds.number import read_number
from questionnaire.messages import message
from questionnaire.model import Question
from questionnaire.text import Language
from questionnaire.web.company import Company
from questionnaire.web.fields import Drawing, Field
from questionnaire.web.forms import Filled, Form, Setting, Taken, fill, take
from questionnaire.web.visit import Visit, quote_path, remember_language
from questionnaire.web.wordings import mark_wordings
from questionnaire.web.words import Fault, Words

VALUE = "v"
"""The name of the field of a question that stands alone on its page."""
RESERVED = frozenset({"action", "seen", "shown", "back", "switch", "spoken"})
"""Names of a form that are not part of the answer."""
_NUMBERS = frozenset({"integer", "number"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody had typed and not saved, and in which language of the interface."""

    form: Filled
    language: Language


def read_draft(company: Company, key: str) -> Draft | None:
    """Return what was left half-typed, if anything was."""
    kept = company.drafts.read().get(key)
    if not isinstance(kept, dict) or not isinstance(kept.get("form"), dict):
        return None
    form = {str(name): [str(one) for one in sent] for name, sent in kept["form"].items()}
    return Draft(form, Language(str(kept.get("language", ""))))


def keep_draft(visit: Visit, key: str) -> None:
    """Keep what a form holds now, so that nothing typed is lost on the way elsewhere.

    An empty form is worth keeping where there is an answer: somebody has just deleted it.
    """
    form = {name: sent for name, sent in visit.sent.items() if name not in RESERVED}
    typed = any(map(any, form.values())) or visit.company.is_answered(key)
    visit.company.drafts.keep(key, {"form": form, "language": visit.language} if typed else None)


def drop_drafts(visit: Visit, question: Question) -> None:
    """Forget all that is half-typed about a question: its answer, and what stands instead of one."""
    for page in ("", "/pending", "/not-for-us"):
        visit.company.drafts.keep(f"{question.id}{page}", None)


def saved_value(interview: Interview, question: Question) -> object:
    """Return what the company said itself; a recommendation is never filled in beforehand."""
    answer = interview.answers.by_id.get(question.id)
    return answer.value if answer is not None and answer.status is Status.ANSWERED else None


def fill_question(visit: Visit, question: Question) -> tuple[Form, bool]:
    """Return the fields of a question as they stand, and whether they are a draft."""
    setting = visit.setting(VALUE)
    saved = fill(question, setting, saved_value(visit.interview, question))
    draft = read_draft(visit.company, question.id)
    if draft is None:
        return saved, False
    form = translate(visit.interview, question, (draft, setting))
    return form, _said(form) != _said(saved)


def _said(form: Form) -> Form:
    """Return the fields of a form in which something stands."""
    return {name: list(sent) for name, sent in form.items() if any(sent)}


def translate(
    interview: Interview,
    question: Question,
    draft: tuple[Draft, Setting],
    item: Mapping[str, object] | None = None,
) -> Form:
    """Return a draft as the language of the interface writes it: 1.500,5 becomes 1,500.5."""
    kept, setting = draft
    if kept.language == setting.language:
        return kept.form
    before = Setting(setting.name, kept.language, setting.documents)
    taken = take(question, before, kept.form)
    value, problems = read_field(interview, question, taken, (kept.language, item or {}))
    if problems and question.kind in _NUMBERS:
        # Too large or too small, and yet a number: it must not be read as another one.
        value, problems = read_number(str(taken.raw), kept.language), ()
    if problems or value is None:
        return kept.form
    return {**kept.form, **fill(question, setting, value)}


def read_field(
    interview: Interview,
    question: Question,
    taken: Taken,
    how: tuple[Language, Mapping[str, object]],
) -> tuple[object, tuple[Problem, ...]]:
    """Return the typed value of what was sent; a field of a list is read like a question."""
    language, item = how
    if taken.raw is None or taken.fault:
        return None, ()
    return interview.read(question, taken.raw, language, item)


def draw_question(
    visit: Visit, question: Question, form: Form, faults: Sequence[Fault] = ()
) -> Field:
    """Return the field of a question that stands alone on its page."""
    value = saved_value(visit.interview, question)
    drawing = Drawing(
        visit.interview,
        visit.words,
        visit.setting(VALUE),
        form,
        marks=mark_wordings(visit, question, question.id, value),
    )
    return drawing.draw(question, [fault.text for fault in faults])


def tell_faults(problems: Sequence[Problem], words: Words, field: str) -> tuple[Fault, ...]:
    """Return problems as sentences about one field."""
    return tuple(Fault(field, message(one, words.language), one) for one in problems)


def switch_language(visit: Visit, key: str) -> Response:
    """Show the same page in another language; what was typed comes along as a draft."""
    keep_draft(visit, key)
    query = visit.request.url.query
    page = quote_path(visit.request.scope["path"])
    response = Response(status_code=303, headers={"Location": f"{page}?{query}" if query else page})
    return remember_language(response, visit.sent_one("switch"))
