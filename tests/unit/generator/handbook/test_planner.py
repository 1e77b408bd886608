"""The planner: chapters, clauses and data of one book."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.advice.model import Advice
from generator.facts.model import Facts
from generator.handbook import plan_handbook
from generator.handbook.model import Handbook
from generator.handbook.views import VIEWS
from generator.library import Library
from questionnaire.errors import ContentProblems
from questionnaire.text import ENGLISH, SPANISH


@pytest.fixture
def handbook(facts: Facts, advice: Advice, library: Library) -> Handbook:
    """Return the planned book of the workshop in Spanish."""
    return plan_handbook(facts, advice, library, SPANISH, "internal")


def test_chapters_stand_in_their_parts_in_reading_order(handbook: Handbook) -> None:
    """A part without chapters is left out; the title is in the language of the book."""
    assert [(part.id, part.title) for part in handbook.parts] == [
        ("strategy", "Estrategia"),
        ("conversations", "Conversaciones"),
    ]


def test_clauses_whose_condition_fails_are_left_out(handbook: Handbook) -> None:
    """The light committee of a small company has no clause about the full one."""
    chapter = handbook.parts[0].chapters[0]
    assert [clause.id for clause in chapter.clauses] == ["p.purpose#shops"]
    assert chapter.lead.id == "p.purpose"


def test_a_chapter_appears_only_when_its_condition_holds(
    derive: Callable[..., Facts], advice: Advice, library: Library
) -> None:
    """Nobody writes: no chapter about replying."""
    quiet = plan_handbook(derive(inbound_volume=0), advice, library, SPANISH, "internal")
    assert [part.id for part in quiet.parts] == ["strategy"]


def test_a_page_is_kept_by_a_person_with_a_name(handbook: Handbook) -> None:
    """The owner's role becomes the name of who fills it."""
    assert handbook.parts[0].chapters[0].owner == "Ana Ruiz"


def test_a_clause_says_where_its_prose_was_written(handbook: Handbook) -> None:
    """File and first line, for messages about the template."""
    shops = handbook.parts[0].chapters[0].clauses[0]
    assert shops.source.endswith("chapters/010-purpose/es.md.j2:3")
    assert shops.template.startswith("## En la tienda {#shops}")


def test_the_book_says_when_it_is_due_again(handbook: Handbook) -> None:
    """Twelve months when the company chose none."""
    assert (handbook.date, handbook.next_review) == (date(2026, 11, 22), date(2027, 11, 22))


def test_both_languages_plan_the_same_clauses(
    handbook: Handbook, facts: Facts, advice: Advice, library: Library
) -> None:
    """Neither language lags behind the other."""
    english = plan_handbook(facts, advice, library, ENGLISH, "internal")
    shapes = [
        [
            (one.id, [clause.id for clause in one.clauses])
            for part in book.parts
            for one in part.chapters
        ]
        for book in (handbook, english)
    ]
    assert shapes[0] == shapes[1]
    assert english.title == "Taller Ruiz social media handbook"


def test_every_unknown_name_is_told_at_once(
    facts: Facts, advice: Advice, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, line and what was probably meant."""
    changed = {**VIEWS, "service": lambda _: {"txt": ""}}
    monkeypatch.setattr("generator.handbook.planner.VIEWS", changed)
    with pytest.raises(ContentProblems) as caught:
        plan_handbook(facts, advice, library, SPANISH, "internal")
    problem = caught.value.problems[0]
    assert problem.code == "prose.unknown_name"
    assert dict(problem.data) == {"name": "service.text", "near": "service.txt"}
    assert (problem.where.file or "").endswith("020-replies/es.md.j2")
    assert problem.where.line == 1


def test_the_view_holds_plain_data_only(handbook: Handbook) -> None:
    """An object with methods would be a way out of the template's sandbox."""

    def find_strange(value: object, path: str) -> list[str]:
        if isinstance(value, dict):
            return [one for key in value for one in find_strange(value[key], f"{path}.{key}")]
        if isinstance(value, list):
            return [one for item in value for one in find_strange(item, f"{path}[]")]
        return [] if type(value) in (str, int, float, bool) else [f"{path}: {type(value)}"]

    assert find_strange(dict(handbook.view), "view") == []
