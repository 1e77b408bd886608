"""What only shows when chapters, questions and checks are seen together."""

from dataclasses import replace

from generator.library import load_library
from generator.lint.content import (
    find_dead_links,
    find_unknown_names,
    find_unused_questions,
    inspect_content,
)
from questionnaire.loader import load_questionnaire
from questionnaire.text import SPANISH


class Shelf:
    """A library with one chapter changed."""

    def __init__(self, library, template):
        chapter = library.chapters[0]
        prose = chapter.prose[SPANISH]
        broken = replace(prose, lead=replace(prose.lead, template=template))
        self.chapters = (replace(chapter, prose={**chapter.prose, SPANISH: broken}),)
        self.library = library

    def __getattr__(self, name):
        """Give everything else as the whole library has it."""
        return getattr(self.library, name)


def test_our_own_content_is_sound():
    """No unknown name, no dead link, no question that nobody reads."""
    assert inspect_content(load_questionnaire(), load_library()) == ()


def test_a_link_to_nowhere_is_found():
    """A link to a chapter that doesn't exist is told with its target."""
    shelf = Shelf(load_library(), "See [this](page:p.nowhere#there).")
    assert next(one.data["target"] for one in find_dead_links(shelf)) == "p.nowhere#there"


def test_an_unknown_name_is_found():
    """A name that no view has is told at its line."""
    shelf = Shelf(load_library(), "line\n{{ ownership.leader_of_the_pack }}")
    problem = next(iter(find_unknown_names(load_questionnaire(), shelf)))
    assert problem.code == "prose.unknown_name"


def test_a_question_nobody_reads_is_found():
    """A new question without a reader is told by its id."""
    questionnaire = load_questionnaire()
    orphan = replace(questionnaire.by_id["website"], id="favourite_biscuit")
    more = replace(questionnaire, by_id={**questionnaire.by_id, orphan.id: orphan})
    found = [one.data["question"] for one in find_unused_questions(more, load_library())]
    assert found == ["favourite_biscuit"]
