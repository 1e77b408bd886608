"""The whole flow in one function: answers in, handbook, project and site out.

Terminal, browser, batch and command line differ only in how they fill a `Request` and show a
`Result`. Today's date is part of the request, so the same input gives the same bytes.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator.advice import advise
from generator.advice.model import Advice
from generator.facts import derive_facts
from generator.facts.model import Facts, Pending
from generator.handbook import plan_handbook
from generator.handbook.model import Edition, Handbook
from generator.library import load_library
from generator.project import write_project
from generator.project.brand import Brand, read_colour
from generator.project.logo import read_logo
from generator.project.model import AS_MADE, Project, Standings
from generator.project.privacy import find_leaks
from generator.project.theme import load_theme
from generator.revision.dating import date_answers, record_built, record_date
from generator.revision.model import Plan
from generator.revision.plan import plan_revision
from generator.revision.survey import find_standings
from generator.revision.transaction import apply_plan, recover
from generator.revision.workspace import Workspace, open_workspace
from generator.site import Site, build_site
from questionnaire.answers import Answers
from questionnaire.errors import (
    AnswerProblems,
    BuildFailed,
    Datum,
    Place,
    Problem,
    WorkspaceProblems,
)
from questionnaire.loader import load_questionnaire
from questionnaire.store import load_answers
from questionnaire.text import Language, Text

Step = Literal["reading", "thinking", "writing", "merging", "site", "done"]
"""The steps of a build, in their order."""

PUBLISHED_KINDS = frozenset({".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf"})
"""What may be published from the folder of a language: pages, pictures and documents."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for: a workspace, an edition, a draft or the final, and today's date."""

    workspace: Path
    today: date
    edition: Edition = "internal"
    final: bool = False
    theme: str = "base"
    languages: tuple[Language, ...] = ()
    """Languages of the documents; empty means those that answers.yml names."""


@dataclass(frozen=True, slots=True)
class Strategy:
    """What is known about a company and what follows from it, before a word is written."""

    answers: Answers
    facts: Facts
    advice: Advice


@dataclass(frozen=True, slots=True)
class Result:
    """What was made: the strategy, the handbooks, the plan that was carried out, and the site."""

    strategy: Strategy
    handbooks: tuple[Handbook, ...]
    project: Project
    plan: Plan
    site: Site


@contextmanager
def rest_collector() -> Iterator[None]:
    """Let no garbage be collected meanwhile: there is hardly any, and looking for it takes long."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@rest_collector()
def think(workspace: Path, today: date) -> Strategy:
    """Read the answers of a workspace and advise on them; raises AnswerProblems."""
    return consider(load_answers(workspace / "answers.yml", load_questionnaire()), today)


def consider(answers: Answers, today: date) -> Strategy:
    """Advise on answers that are at hand: complete ones, or as far as somebody has come."""
    facts = derive_facts(load_questionnaire(), answers, today)
    return Strategy(answers, facts, advise(facts, load_library()))


@rest_collector()
def write(
    request: Request, strategy: Strategy, standings: Standings = AS_MADE
) -> tuple[tuple[Handbook, ...], Project]:
    """Plan and write the handbook of every language in memory; touches no disk."""
    library = load_library()
    languages = request.languages or tuple(map(Language, strategy.answers.languages))
    handbooks = tuple(
        plan_handbook(strategy.facts, strategy.advice, library, language, request.edition)
        for language in languages
    )
    brand = read_brand(strategy.facts, request.workspace / "brand")
    return handbooks, write_project(handbooks, load_theme(request.theme), brand, standings)


def read_brand(facts: Facts, folder: Path) -> Brand:
    """Return how the company looks; raises AnswerProblems for a logo or colour that can't be used."""
    name = str(facts.value("company_name", ""))
    colour = facts.value("brand_colour")
    logo = facts.value("logo")
    brand = Brand(name, logo=read_logo(folder, logo) if isinstance(logo, str) and logo else None)
    return replace(brand, colour=read_colour(colour)) if isinstance(colour, str) else brand


def foresee(request: Request) -> Plan:
    """Return what a build would change, without writing a page."""
    workspace = open_workspace(request.workspace)
    answers = _read_answers(workspace)
    dated = _date(request, workspace, answers)
    standings = find_standings(workspace.disk)
    _, project = write(dated, think(dated.workspace, dated.today), standings)
    return plan_revision(project, workspace)


@rest_collector()
def make(request: Request, tell: Callable[[Step], None] = lambda _: None) -> Result:
    """Make everything a request asks for and return what was made; each step is told as it begins."""
    tell("reading")
    workspace = open_workspace(request.workspace)
    answers = _read_answers(workspace)
    with workspace.lock():
        recover(workspace)
        dated = _date(request, workspace, answers)
        tell("thinking")
        strategy = think(dated.workspace, dated.today)
        if dated.final:
            refuse_open_decisions(strategy)
        tell("writing")
        handbooks, project = write(dated, strategy, find_standings(workspace.disk))
        tell("merging")
        plan = plan_revision(project, workspace)
        apply_plan(plan, workspace, request.today)
        record_date(workspace, answers, dated.today)
        tell("site")
        site = _build_site(dated, workspace, project, strategy.facts)
        record_built(workspace, answers)
    tell("done")
    return Result(strategy, handbooks, project, plan, site)


def _build_site(request: Request, workspace: Workspace, project: Project, facts: Facts) -> Site:
    languages = tuple(map(Language, project.languages))
    pages = list_publishable(workspace, languages)
    if request.edition == "public":
        refuse_personal_data(workspace, pages, facts)
    return build_site(
        workspace.handbook,
        workspace.site,
        languages,
        request.today,
        pages,
        cache=workspace.state / "cache",
    )


def _date(request: Request, workspace: Workspace, answers: bytes) -> Request:
    """Return the request as of the day on which these answers were first built."""
    return replace(request, today=date_answers(workspace, answers, request.today))


def _read_answers(workspace: Workspace) -> bytes:
    """Return the bytes of the answers; a folder without them is no workspace."""
    answers = workspace.disk.read("answers.yml")
    if answers is None:
        place = Place(str(workspace.answers))
        raise WorkspaceProblems([Problem("workspace.no_answers", place)])
    return answers


def _tell(name: str, text: Text) -> dict[str, Datum]:
    """Return a text as data of a problem, in every language."""
    return {f"{name}_{code}": words for code, words in text.by_language.items()}


def refuse_personal_data(workspace: Workspace, pages: Sequence[str], facts: Facts) -> None:
    """Raise BuildFailed when a page of the public edition holds somebody's phone or e-mail."""
    texts = {
        page: (workspace.handbook / page).read_text(encoding="utf-8", errors="replace")
        for page in pages
        if page.endswith(".md")
    }
    leaks = find_leaks(texts, facts)
    if leaks:
        raise BuildFailed(leaks)


def list_publishable(workspace: Workspace, languages: tuple[Language, ...]) -> tuple[str, ...]:
    """Return the pages and pictures of the handbook folder, a person's own among them.

    Nothing hidden, no editor's leftovers and no link to elsewhere is published.
    """
    folders = [workspace.handbook / "docs" / language for language in languages]
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return tuple(
        path.relative_to(workspace.handbook).as_posix()
        for path in found
        if path.suffix in PUBLISHED_KINDS and path.is_file() and _is_plain(path, workspace.handbook)
    )


def _is_plain(path: Path, top: Path) -> bool:
    """Tell whether neither a file nor a folder above it is hidden or a link to elsewhere."""
    steps = [path, *path.parents]
    return not any(
        step.name.startswith(".") or step.is_symlink() for step in steps[: steps.index(top)]
    )


def refuse_open_decisions(strategy: Strategy) -> None:
    """Raise AnswerProblems while a required decision is open or a finding is an error."""
    problems = [
        Problem(
            "final.open_decision", Place(question=question.id), _tell("question", question.short)
        )
        for question in strategy.facts.questionnaire.by_id.values()
        if question.required and isinstance(strategy.facts.by_id.get(question.id), Pending)
    ]
    problems += [
        Problem("final.finding", data={"rule": finding.id} | _tell("message", finding.message))
        for finding in strategy.advice.findings
        if finding.level == "error"
    ]
    if problems:
        raise AnswerProblems(problems)
