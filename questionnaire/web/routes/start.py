"""The first pages: what one gets, three answers that decide the rest, and what is usual in a sector."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.responses import HTMLResponse, Response

from questionnaire.interview import Interview, Outcome
from questionnaire.messages import message
from questionnaire.preset import Offer, open_suggestions, take
from questionnaire.sheet import lay_out_sheet, write_page
from questionnaire.text import LANGUAGES, Language
from questionnaire.web import forms
from questionnaire.web.company import Change
from questionnaire.web.editing import read_draft, switch_language
from questionnaire.web.fields import Drawing, Field
from questionnaire.web.forms import Form
from questionnaire.web.summary import Summary
from questionnaire.web.visit import Visit
from questionnaire.web.words import Fault

_PRINTED: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""The blank sheet carries its own style and nothing else."""
FIRST = ("sector", "employees")
"""The questions that decide which suggestions fit; they come before all others."""


_DRAFT = "setup"
"""What was chosen here and not sent yet, while the language of the interface changes."""


async def show_start(visit: Visit) -> Response:
    """Say what one gets, how long it takes and where it is kept."""
    minutes = sum(one.minutes for one in visit.company.questionnaire.sections)
    return visit.render("start.html", minutes=minutes)


async def show_sheet(visit: Visit) -> Response:
    """Return all questions on one page, to read or to print before starting."""
    quick = visit.request.query_params.get("quick", "") == "1"
    sheet = lay_out_sheet(visit.company.questionnaire, visit.language, quick=quick)
    return HTMLResponse(write_page(sheet), headers={"Content-Security-Policy": _PRINTED})


async def show_setup(visit: Visit) -> Response:
    """Ask for languages, sector and size."""
    form: dict[str, list[str]] = {"languages": list(visit.interview.answers.languages)}
    if not visit.company.exists:
        # The language of the person comes first: it is the main one of the handbook.
        others = [one for one in LANGUAGES if one != visit.language]
        form["main"] = [visit.language]
        form["languages"] = [visit.language, *others]
    else:
        form["main"] = [visit.interview.answers.languages[0]]
    for name in FIRST:
        question = visit.company.questionnaire.by_id.get(name)
        if question is not None:
            value = visit.interview.value(name)
            form |= forms.fill(question, visit.setting(f"f.{name}"), value)
    draft = read_draft(visit.company, _DRAFT)
    return _draw_setup(visit, draft.form if draft else form, ())


async def take_setup(visit: Visit) -> Response:
    """Keep them, then offer what is usual in that sector."""
    if visit.sent_one("switch"):
        return switch_language(visit, _DRAFT)
    wanted = _read_setup(visit)
    if wanted.faults:
        return _draw_setup(visit, visit.sent, wanted.faults, 422)
    known = visit.company.exists and visit.interview.value(FIRST[0]) is not None
    visit.company.drafts.keep(_DRAFT, None)
    visit.company.begin(wanted.languages)
    for name, raw in wanted.raw.items():
        visit.company.take(name, "", _answer(name, raw, visit.language), visit.language)
    visit.company.place.keep("quick", visit.sent_one("depth") != "all")
    if open_suggestions(visit.interview, visit.wizard.presets):
        return visit.go("suggestions")
    return visit.go() if known else _begin(visit)


def _answer(name: str, raw: object, language: Language) -> Change:
    return lambda interview: interview.answer(name, raw, language)


@dataclass(frozen=True, slots=True)
class _Setup:
    languages: tuple[Language, ...]
    raw: dict[str, object]
    faults: tuple[Fault, ...]


def _read_setup(visit: Visit) -> _Setup:
    main = visit.sent_one("main")
    chosen = [one for one in LANGUAGES if one in visit.sent.get("languages", ()) or one == main]
    languages = tuple(sorted(chosen, key=lambda one: one != main))
    faults = [] if languages else [Fault("languages", visit.words.say("fault_languages"))]
    raw: dict[str, object] = {}
    for name in FIRST:
        question = visit.company.questionnaire.by_id.get(name)
        if question is None:
            continue
        taken = forms.take(question, visit.setting(f"f.{name}"), visit.sent)
        outcome = visit.interview.answer(name, taken.raw, visit.language)
        if isinstance(outcome, tuple):
            faults += [Fault(name, message(one, visit.language), one) for one in outcome]
        raw[name] = taken.raw
    return _Setup(languages, raw, tuple(faults))


def _draw_setup(visit: Visit, form: Form, faults: Sequence[Fault], status: int = 200) -> Response:
    fields: list[Field] = []
    for name in FIRST:
        question = visit.company.questionnaire.by_id.get(name)
        if question is not None:
            drawing = Drawing(visit.interview, visit.words, visit.setting(f"f.{name}"), form)
            told = [fault.text for fault in faults if fault.field == name]
            fields.append(drawing.draw(question, told))
    places = {one.question.id: one.id for one in fields} | {"languages": "language-0"}
    return visit.render(
        "setup.html",
        status,
        fields=fields,
        main=forms.first(form, "main") or visit.language,
        chosen=list(form.get("languages", ())),
        faults=[(places.get(one.field, ""), one.text) for one in faults],
        quick=forms.first(form, "depth") != "all" if "depth" in form else _asks_few(visit),
        previous=visit.url() if visit.company.exists else visit.url("start"),
    )


def _asks_few(visit: Visit) -> bool:
    """Say whether the short interview is offered first: to everybody who hasn't chosen yet."""
    return bool(visit.company.place.read().get("quick", True))


async def show_suggestions(visit: Visit) -> Response:
    """Show what is usual in the sector, each with its reason; nothing is taken by itself."""
    offers = open_suggestions(visit.interview, visit.wizard.presets)
    if not offers:
        return _begin(visit)
    summary = Summary(visit.interview, visit.words)
    by_id = visit.interview.questionnaire.by_id
    rows = [
        {
            "id": one.suggestion.question,
            "label": visit.words.read(by_id[one.suggestion.question].short),
            "value": summary.show(by_id[one.suggestion.question], one.suggestion.value),
            "because": visit.words.read(one.suggestion.because),
        }
        for one in offers
    ]
    preset = offers[0].preset
    return visit.render(
        "suggestions.html",
        rows=rows,
        name=visit.words.read(preset.name),
        source=visit.words.read(preset.source),
        previous=visit.url("setup"),
    )


async def take_suggestions(visit: Visit) -> Response:
    """Keep those that were chosen, marked with where they come from."""
    wanted = set(visit.sent.get("take", ()))
    if visit.sent_one("action") == "all":
        offers = open_suggestions(visit.interview, visit.wizard.presets)
        wanted = {one.suggestion.question for one in offers}
    for offer in open_suggestions(visit.interview, visit.wizard.presets):
        if visit.sent_one("action") != "none" and offer.suggestion.question in wanted:
            visit.company.take("", "", _take(offer), visit.language)
    return _begin(visit)


def _take(offer: Offer) -> Change:
    def change(interview: Interview) -> Outcome:
        return take(interview, offer)

    return change


def _begin(visit: Visit) -> Response:
    first = visit.interview.first_open(quick=visit.quick)
    return visit.go("q", first.id) if first else visit.go()
