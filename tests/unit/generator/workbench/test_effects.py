"""What would change before it is saved, in words that hold no markup."""

import re

import pytest

from questionnaire.text import ENGLISH, LANGUAGES, SPANISH

_MARKUP = re.compile(r"\*\*|\{#|\]\(|\\[.#_*]|^\|", re.MULTILINE)


def test_the_same_answers_change_nothing(bench, bakery, nothing):
    """Neither for a company nor for an empty interview."""
    assert bench.foresee(bakery, bakery, SPANISH) == ()
    assert bench.foresee(nothing, nothing, ENGLISH) == ()


def test_each_kind_of_effect_is_told(bench, bakery, answer):
    """A finding that comes, one that goes back, advice before and after, clauses with their state."""
    crowded = answer(bakery, "posts_month", "40")
    found = bench.foresee(bakery, crowded, ENGLISH)
    kinds = {one.kind for one in found}
    assert {"finding_new", "advice", "clause"} <= kinds
    assert "finding_gone" in {one.kind for one in bench.foresee(crowded, bakery, ENGLISH)}
    assert all(one.state for one in found if one.kind in {"clause", "finding_new"})
    assert all(one.before != one.after for one in found if one.kind == "advice")


def test_decisions_open_and_close(bench, bakery, answer):
    """An agency brings decisions of its own; a named deputy settles one."""
    opened = bench.foresee(bakery, answer(bakery, "agency", "yes"), ENGLISH)
    assert any(one.kind == "opened" for one in opened)
    deputy = bench.foresee(bakery, answer(bakery, "crisis_deputy", "marcos"), ENGLISH)
    assert [one.title for one in deputy if one.kind == "closed"] == ["Crisis deputy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_clauses_are_told_without_markup(bench, energy, answer, language):
    """Lines that change are shown as people read them."""
    found = bench.foresee(energy, answer(energy, "posts_month", "9"), language)
    texts = [text for one in found if one.kind == "clause" for text in (one.before, one.after)]
    assert any(texts)
    assert [text for text in texts if _MARKUP.search(text)] == []
