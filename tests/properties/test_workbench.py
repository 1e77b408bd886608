"""Whatever a company has said so far, the wizard gets an answer to everything it asks."""

from pathlib import Path
from types import MappingProxyType

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from generator.workbench import open_workbench
from questionnaire.answers import Answers
from questionnaire.store import empty_answers
from questionnaire.text import LANGUAGES
from tests.properties.companies import QUESTIONNAIRE, TODAY, companies

BENCH = open_workbench(TODAY)
NIGHTLY = not settings().derandomize
EXAMPLES = settings().max_examples if NIGHTLY else 20
PHASES = tuple(Phase) if NIGHTLY else (Phase.explicit, Phase.generate)
EMPTY = empty_answers(QUESTIONNAIRE)


@st.composite
def halves(draw: st.DrawFn) -> tuple[Answers, Answers, str]:
    """Draw a company as far as somebody has come, with one answer more, and that answer's question."""
    whole = draw(companies())
    ids = list(whole.by_id)
    if not ids:
        return whole, whole, "company_name"
    far = draw(st.integers(1, len(ids)))
    said = {one: whole.by_id[one] for one in ids[:far]}
    last = draw(st.sampled_from(ids[:far]))
    shown = Answers(whole.questionnaire, whole.version, whole.languages, MappingProxyType(said))
    return shown.without(last), shown, last


def _check(saved: Answers, shown: Answers, question: str) -> None:
    for language in LANGUAGES:
        found = BENCH.preview(Path(), saved, shown, question, language)
        if found is not None:
            assert found.html.count("<h1") == 1
            assert found.anchor == "" or f'id="{found.anchor}"' in found.html
            assert found.page not in dict(found.others)
        health = BENCH.examine(shown, language)
        assert health.open_total >= len(health.open_required)
        assert BENCH.decide_ownership(shown, language).options
    assert "brand.css" in BENCH.preview_styles(Path(), shown)
    for effect in BENCH.foresee(saved, shown, LANGUAGES[0]):
        assert effect.title


@settings(max_examples=EXAMPLES, phases=PHASES)
@given(halves())
@example((EMPTY, EMPTY, "company_name"))
def test_half_a_company_is_no_trouble(half: tuple[Answers, Answers, str]) -> None:
    """Previews, findings, ownership, styles and effects: none raises, none has a hole."""
    _check(*half)
