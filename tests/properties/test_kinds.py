"""Whatever is given to a kind, it is read or refused, and what was read can be read again."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.errors import Place
from questionnaire.kinds import KINDS, KindContext
from questionnaire.messages import message
from questionnaire.model import Choice, Question
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language, Text

BOTH = Text({"es": "a", "en": "b"})
CHOICES = (Choice("one", BOTH), Choice("two", Text({"es": "dos", "en": "two"}), exclusive=True))
NAME = Question("name", "text", "essential", BOTH, BOTH, Place())
CONTEXT = KindContext({"people": ({"id": "a", "name": "Ana"},)}, Place(question="q"))

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates(), st.times(),
    st.sampled_from(["one", "Ana", "8:00", "2026-01-01", "https://a.es", "#fff", "1.500,5"]),
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.text(max_size=4), st.just("name")), inner, max_size=3),
    ),
    max_leaves=8,
)


def ask(kind: str) -> Question:
    """Return a question that has all that any kind needs."""
    return Question(
        "q", kind, "essential", BOTH, BOTH, Place(), choices=CHOICES, fields=(NAME,),
        item_label="name", picks="people",
    )  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=60, deadline=None)
@given(raw=anything, language=st.sampled_from(LANGUAGES))
def test_a_kind_reads_or_refuses_anything(kind: str, raw: object, language: Language) -> None:
    """No input raises; a value comes without problems; every problem can be told."""
    parsed = KINDS[kind].parse(ask(kind), raw, language, CONTEXT)
    assert parsed.value is None or not parsed.problems
    assert isinstance(KINDS[kind].show(ask(kind), parsed.value, language, CONTEXT), str)
    for problem in parsed.problems:
        assert message(problem, language) not in ("", problem.code)


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=60, deadline=None)
@given(raw=anything)
def test_what_was_read_is_read_again_unchanged(kind: str, raw: object) -> None:
    """A typed value is its own input: saving and loading change nothing."""
    value = KINDS[kind].parse(ask(kind), raw, SPANISH, CONTEXT).value
    assert KINDS[kind].parse(ask(kind), value, SPANISH, CONTEXT).value == value


@given(
    st.one_of(
        st.integers(-(10**12), 10**12),
        st.decimals(-(10**6), 10**6, places=3).map(float),
    ),
    st.sampled_from(LANGUAGES),
)
def test_a_number_is_read_as_it_is_shown(number: float, language: Language) -> None:
    """The form field that shows a number takes it back."""
    shown = KINDS["number"].show(ask("number"), number, language, CONTEXT)
    assert KINDS["number"].parse(ask("number"), shown, language, CONTEXT).value == number


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
)
def test_dates_and_times_survive_their_written_form(day: date, hour: time) -> None:
    """The ISO form is read in every language."""
    for language in (SPANISH, ENGLISH):
        assert KINDS["date"].parse(ask("date"), day.isoformat(), language, CONTEXT).value == day
        shown = KINDS["time"].show(ask("time"), hour, language, CONTEXT)
        assert KINDS["time"].parse(ask("time"), shown, language, CONTEXT).value == hour
