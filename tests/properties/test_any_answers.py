"""Any valid answers give a whole book: in both languages, in both editions, without a hole."""

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import Phase, example, given, settings

from generator.advice import advise
from generator.facts import derive_facts
from generator.handbook import plan_handbook
from generator.handbook.model import Edition
from generator.library import load_library
from generator.project import Brand, Project, load_theme, write_project
from questionnaire.answers import Answers
from questionnaire.store import empty_answers
from questionnaire.text import LANGUAGES
from tests.properties.companies import QUESTIONNAIRE, TODAY, companies

EDITIONS: tuple[Edition, ...] = ("internal", "public")
NIGHTLY = not settings().derandomize
EXAMPLES = settings().max_examples if NIGHTLY else 40
# A smaller example of a fault takes minutes to find, each try being four books: that is for nights.
PHASES = tuple(Phase) if NIGHTLY else (Phase.explicit, Phase.generate)

_UNRESOLVED = re.compile(
    r"(?<!\\)(?:\{[{%]|\]\(page:)|\bundefined\b|\bNaN\b|\bcli\.[a-z]|<generator "
)
_SPANISH_UNRESOLVED = re.compile(r"\b(?:None|True|False|nan|inf)\b")
_ANCHOR = re.compile(r"\{[^}]*#([\w.:-]+)[^}]*\}\s*$", re.MULTILINE)
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$")


def _write(answers: Answers, edition: Edition) -> Project:
    facts = derive_facts(QUESTIONNAIRE, answers, TODAY)
    library = load_library()
    advice = advise(facts, library)
    books = [plan_handbook(facts, advice, library, language, edition) for language in LANGUAGES]
    return write_project(books, load_theme(), Brand(str(facts.value("company_name", ""))))


def _lines(page: str) -> Iterator[str]:
    """Yield the lines of a page that aren't in a block of code."""
    inside = False
    for line in page.splitlines():
        if line.startswith(("```", "~~~")):
            inside = not inside
        elif not inside:
            yield line


def _crooked_rows(page: str) -> list[str]:
    """Return the rows of tables with more or fewer cells than their heads."""
    crooked, cells, before = [], 0, ""
    for line in _lines(page):
        if _RULE.match(line):
            cells = _count(before)
            crooked += [line] if _count(line) != cells else []
        elif not line.startswith("|"):
            cells = 0
        elif cells and _count(line) != cells:
            crooked.append(line)
        before = line
    return crooked


def _count(row: str) -> int:
    return len(_CELL.split(row.strip().strip("|")))


def _check_page(name: str, page: str) -> None:
    _, front, body = page.split("---\n", 2)
    found = _UNRESOLVED.search(body)
    assert found is None, (name, body[max(0, found.start() - 80) : found.end() + 40])
    spanish = _SPANISH_UNRESOLVED.search(body) if "/es/" in name else None
    assert spanish is None, (name, body[max(0, spanish.start() - 80) : spanish.end() + 40])
    titles = [line for line in _lines(body) if line.startswith("# ")]
    assert len(titles) == 1, (name, titles)
    assert body.lstrip().startswith("# "), name
    assert "title: " in front
    assert _crooked_rows(body) == [], name
    doubled = [one for one, count in Counter(_ANCHOR.findall(body)).items() if count > 1]
    assert doubled == [], name


def _check(answers: Answers) -> None:
    for edition in EDITIONS:
        project = _write(answers, edition)
        clauses: dict[str, dict[str, tuple[str, ...]]] = {one: {} for one in LANGUAGES}
        for page in project.pages:
            clauses[page.language][page.id] = page.clauses
            _check_page(page.path, project.files[page.path].decode())
        assert clauses["es"] == clauses["en"]
        assert clauses["es"]


@settings(max_examples=EXAMPLES, phases=PHASES)
@given(companies())
@example(empty_answers(QUESTIONNAIRE))
def test_any_answers_give_a_whole_book(answers: Answers) -> None:
    """Nothing raises, nothing is left unresolved, and both languages hold the same clauses."""
    _check(answers)
