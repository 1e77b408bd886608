"""The library: chapters with every fault at once, knowledge, and one object per process."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.library import Library, load_library
from questionnaire.errors import ContentProblems, Problem
from questionnaire.text import LANGUAGES, SPANISH

HEAD = """\
id: p.one
part: strategy
slug: one
title: {es: Uno, en: One}
summary: {es: El primero, en: The first}
"""
PROSE = "Primero.\n\n## Dos {#two}\nTexto.\n"
Write = Callable[..., Library]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes chapters and returns their library."""

    def make(*heads: str, es: str = PROSE, en: str = PROSE) -> Library:
        for number, head in enumerate(heads or (HEAD,)):
            folder = tmp_path / "content" / "chapters" / f"{number:03d}-chapter"
            folder.mkdir(parents=True)
            (folder / "chapter.yml").write_text(head, encoding="utf-8")
            (folder / "es.md.j2").write_text(es, encoding="utf-8")
            (folder / "en.md.j2").write_text(en, encoding="utf-8")
        return Library(tmp_path / "content", frozenset({"goals", "employees"}))

    return make


def find_faults(library: Library) -> tuple[Problem, ...]:
    """Return what reading the chapters complains of."""
    with pytest.raises(ContentProblems) as caught:
        _ = library.chapters
    return caught.value.problems


def test_a_chapter_has_its_head_and_its_prose(write: Write) -> None:
    """The lead comes first among the clauses, and every anchor has a head."""
    (head,) = write(HEAD + "clauses: {two: {when: 'employees > 3', seeds: [S0.1]}}\n").chapters
    assert (head.id, head.part, head.review_months) == ("p.one", "strategy", 12)
    assert [clause.anchor for clause in head.clauses] == ["", "two"]
    assert head.clauses[1].seeds == ("S0.1",)
    two = head.prose[SPANISH].passage("two")
    assert two is not None
    assert (two.title, two.where.line) == ("Dos", 3)
    assert two.template == "## Dos {#two}\nTexto."


def test_all_faults_come_at_once_with_their_lines(write: Write) -> None:
    """An author mends a chapter in one go."""
    head = HEAD.replace("strategy", "strateggy") + (
        "ownr: lead\nwhen: 'goal == 1'\nclauses:\n  twoo: {reads: [gols]}\n"
    )
    found = {problem.code: problem for problem in find_faults(write(head))}
    assert {code: problem.where.line for code, problem in found.items()} == {
        "chapter.unknown_key": 6,
        "chapter.unknown_part": 2,
        "chapter.condition_unknown_name": 7,
        "chapter.clause_unwritten": 9,
        "chapter.unknown_question": 9,
    }
    assert found["chapter.unknown_key"].data["near"] == "owner"
    assert found["chapter.unknown_question"].data["near"] == "goals"


def test_a_condition_must_be_readable(write: Write) -> None:
    """Whatever the parser says, the author sees the condition."""
    (fault,) = find_faults(write(HEAD + "when: 'employees >'\n"))
    assert (fault.code, fault.data["condition"]) == ("chapter.condition_unreadable", "employees >")


def test_languages_must_have_the_same_anchors(write: Write) -> None:
    """Both ways, at the line where the heading stands."""
    faults = find_faults(write(en=PROSE.replace("#two", "#second")))
    assert {(one.data["anchor"], one.data["language"], one.where.line) for one in faults} == {
        ("two", "en", 3),
        ("second", "es", 3),
    }


def test_headings_need_an_anchor_and_only_once(write: Write) -> None:
    """Links and merges depend on it."""
    prose = PROSE + "\n## Sin ancla\n\n## Otra vez {#two}\n"
    codes = [fault.code for fault in find_faults(write(es=prose, en=prose))]
    assert codes.count("chapter.heading_without_anchor") == 2
    assert codes.count("chapter.anchor_twice") == 2


def test_headings_inside_code_are_text(write: Write) -> None:
    """A post to paste may begin with two hashes."""
    prose = PROSE + "\n```\n## No es un título\n```\n"
    (head,) = write(es=prose, en=prose).chapters
    assert len(head.prose[SPANISH].clauses) == 1


def test_a_chapter_and_a_file_name_exist_once(write: Write) -> None:
    """Two pages can't have one address."""
    codes = {fault.code for fault in find_faults(write(HEAD, HEAD))}
    assert codes == {"chapter.id_twice", "chapter.slug_twice"}


def test_a_missing_translation_and_a_missing_key_are_faults(write: Write) -> None:
    """Spanish and English always stand side by side."""
    head = HEAD.replace(", en: One", "").replace("slug: one\n", "")
    codes = {fault.code for fault in find_faults(write(head))}
    assert codes == {"chapter.translation_missing", "chapter.key_missing"}


def test_a_related_chapter_may_still_be_unwritten(write: Write) -> None:
    """It is only a warning."""
    library = write(HEAD + "related: [p.other]\n")
    assert len(library.chapters) == 1
    assert [warning.data["chapter"] for warning in library.warnings] == ["p.other"]


def test_missing_prose_is_a_fault(write: Write, tmp_path: Path) -> None:
    """A chapter that exists in one language only is half a chapter."""
    library = write()
    (tmp_path / "content" / "chapters" / "000-chapter" / "en.md.j2").unlink()
    assert "chapter.prose_missing" in {fault.code for fault in find_faults(library)}


def test_knowledge_laws_and_checks_are_plain_data(tmp_path: Path) -> None:
    """Files by name, laws by jurisdiction, checks in one row."""
    for folder in ("knowledge/laws", "checks"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "knowledge" / "mix.yml").write_text("note: {es: a, en: b}\n", encoding="utf-8")
    (tmp_path / "knowledge" / "laws" / "es.yml").write_text("- {id: ES1}\n", encoding="utf-8")
    (tmp_path / "checks" / "a.yml").write_text("checks:\n  - {id: r.a}\n", encoding="utf-8")
    library = Library(tmp_path)
    assert library.knowledge["mix"] == {"note": {"es": "a", "en": "b"}}
    assert library.laws["ES"] == ({"id": "ES1"},)
    assert library.checks == ({"id": "r.a"},)


def test_a_knowledge_file_must_have_the_right_shape(tmp_path: Path) -> None:
    """A list where keys are expected, a word where rows are."""
    (tmp_path / "knowledge" / "laws").mkdir(parents=True)
    (tmp_path / "knowledge" / "mix.yml").write_text("- a\n", encoding="utf-8")
    (tmp_path / "knowledge" / "laws" / "es.yml").write_text("just words\n", encoding="utf-8")
    with pytest.raises(ContentProblems):
        _ = Library(tmp_path).knowledge
    with pytest.raises(ContentProblems):
        _ = Library(tmp_path).laws


def test_our_own_content_is_sound() -> None:
    """Every part of it can be read, and is read once."""
    library = load_library()
    assert load_library() is library
    assert set(library.languages) >= set(LANGUAGES)
    assert library.knowledge["ownership"]
    assert {"ES", "EU"} <= set(library.laws)
    assert isinstance(library.chapters, tuple)
