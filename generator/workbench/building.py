"""A build ordered from the wizard, what it made in words, and the site that is there."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.inquiry.clauses import find_clause, name_clause
from generator.library import load_library
from generator.pipeline import Request, Result, Step, make
from generator.revision.dating import BUILT, is_built
from generator.revision.disk import problem_of
from generator.revision.workspace import open_workspace
from generator.site.swap import MARKER, read_hash
from questionnaire.text import Language
from questionnaire.web.consultant import Built, LastBuild, Order


def build(folder: Path, order: Order, today: date, tell: Callable[[Step], None]) -> Built:
    """Build what was ordered; raises PlaybookError with all that stands against it."""
    request = Request(folder, today, order.edition, order.final, languages=order.languages)
    try:
        result = make(request, tell)
    except OSError as error:
        raise problem_of(error, error.filename or str(folder)) from error
    return describe_result(result, order.told_in or result.handbooks[0].language)


def describe_result(result: Result, language: Language) -> Built:
    """Return what a build made, in words of a language."""
    library = load_library()
    changes = tuple(
        (library.message(f"plan.{state}", language), count)
        for state, count in result.plan.count_told()
    )
    return Built(
        pages=result.site.pages,
        open_total=len(result.strategy.facts.list_open()),
        changes=changes,
        conflicts=tuple(dict.fromkeys(_name_conflicts(result))),
    )


def _name_conflicts(result: Result) -> Iterator[str]:
    """Yield each clause in conflict as its book calls it; a whole file by its path."""
    books = {str(book.language): book for book in result.handbooks}
    for one in result.plan.conflicts:
        book = books.get(one.language)
        clause = f"{one.page_id}#{one.anchor}" if one.anchor else one.page_id
        found = find_clause(book, clause) if book is not None and one.page_id else None
        yield name_clause(*found, one.new) if found else one.path


def find_last_build(folder: Path) -> LastBuild | None:
    """Return the site of a workspace, if there is a complete one of ours."""
    if not folder.is_dir():
        return None
    workspace = open_workspace(folder)
    index = workspace.site / "index.html"
    if read_hash(workspace.site) is None or not index.is_file():
        return None
    built = workspace.root / BUILT
    moment = (built if built.is_file() else workspace.site / MARKER).stat().st_mtime
    answers = workspace.disk.read("answers.yml")
    current = answers is not None and is_built(workspace, answers)
    return LastBuild(datetime.fromtimestamp(moment, tz=UTC).astimezone(), index, current)
