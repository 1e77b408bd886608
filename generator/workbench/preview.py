"""The page of the handbook that a question shapes, with what its answer changes marked."""

from collections.abc import Iterator, Mapping

from generator.handbook.model import Chapter
from generator.revision.model import FRONT
from generator.workbench.marking import mark_changes
from generator.workbench.thinking import Article, Thought
from questionnaire.text import Language
from questionnaire.web.consultant import Preview


def show_page(
    before: Thought, after: Thought, question: str, language: Language, page: str = ""
) -> Preview | None:
    """Return the page asked for, or the first that the question shapes; nothing if there is none."""
    shaped = _list_shaped(after, question, language)
    wanted = page or next(iter(shaped), "")
    now = after.read(wanted, language) if wanted else None
    if now is None:
        return None
    then = now if before is after else before.read(wanted, language)
    changed = [] if then is None else [*_list_changed(then.parts, now.parts)]
    html = (
        now.html if then is now else mark_changes(now.html, now.units, then.units if then else ())
    )
    return Preview(
        page=wanted,
        title=now.chapter.title,
        html=html,
        anchor=_choose_anchor(now, changed, question),
        changed=then is None or bool(changed),
        others=tuple((one, title) for one, title in shaped.items() if one != wanted),
    )


def _list_shaped(thought: Thought, question: str, language: Language) -> dict[str, str]:
    """Return the pages with a clause that reads the question: those it is meant for first."""
    book = thought.plan(language)
    reading = {
        chapter.id: chapter.title
        for part in book.parts
        for chapter in part.chapters
        if _find_reader(chapter, question) is not None
    }
    asked = thought.strategy.facts.questionnaire.by_id.get(question)
    meant = [one for one in asked.used_in if one in reading] if asked is not None else []
    return {one: reading[one] for one in dict.fromkeys((*meant, *reading))}


def _find_reader(chapter: Chapter, question: str) -> str | None:
    """Return the anchor of the first clause of a chapter that reads a question."""
    clauses = (chapter.lead, *chapter.clauses)
    return next((one.anchor for one in clauses if question in one.reads), None)


def _list_changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """Yield the anchors of the clauses that differ, those of the later page first."""
    for anchor in dict.fromkeys((*now, *before)):
        old, new = before.get(anchor, ""), now.get(anchor, "")
        if anchor != FRONT and old.strip() != new.strip():
            yield anchor


def _choose_anchor(now: Article, changed: list[str], question: str) -> str:
    there = (one for one in changed if one in now.parts)
    first = next(there, None)
    return first if first is not None else _find_reader(now.chapter, question) or ""
