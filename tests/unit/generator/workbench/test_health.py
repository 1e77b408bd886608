"""How a strategy stands, for the health page and beside each question."""

import pytest

from generator.handbook.views.findings import LEVELS
from questionnaire.loader import load_questionnaire
from questionnaire.text import ENGLISH, LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_whole_sentences(bench, bakery, energy, language):
    """Gravest first, with reason, remedy and the questions behind; no place left to fill."""
    for answers in (bakery, energy):
        found = bench.examine(answers, language)
        assert found.findings
        levels = [LEVELS.index(one.level) for one in found.findings]
        assert levels == sorted(levels)
        for one in found.findings:
            assert one.message
            assert one.why
            assert one.remedy
            assert one.questions
            assert "{" not in one.message + one.remedy
        keys = [(one.id, one.item) for one in found.findings]
        assert len(keys) == len(set(keys))


def test_questions_that_the_message_tells_come_first(bench, bakery, answer):
    """Too many posts for the hours there are: the posts are among what is offered to change."""
    found = bench.examine(answer(bakery, "posts_month", "60"), ENGLISH)
    crowded = next(one for one in found.findings if one.id == "r.plan_exceeds_hours")
    assert "posts_month" in crowded.questions
    assert not found.ready


def test_what_is_open_is_counted(bench, bakery, nothing):
    """Nobody has decided anything in an empty interview; a company is further."""
    by_id = load_questionnaire().by_id
    empty = bench.examine(nothing, ENGLISH)
    assert empty.open_required
    assert all(by_id[one].required for one in empty.open_required)
    assert empty.open_total >= len(empty.open_required)
    assert not empty.ready
    assert empty.readiness
    assert not any(part.points for part in empty.readiness)
    some = bench.examine(bakery, ENGLISH)
    for part, before in zip(some.readiness, empty.readiness, strict=True):
        assert 0 < part.points <= part.of
        assert bool(part.remedy) == (part.points < part.of)
        assert before.remedy
