"""Whatever is written and whatever was answered, a condition gives a yes or a no."""

from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.conditions import Condition, ConditionError, parse_condition
from questionnaire.text import Text

NAMES = ["sector", "goals", "agency", "employees", "item.x", "facts.book"]

literals = st.one_of(
    st.sampled_from(["true", "false", "''", "'a'", "'food'", "[]", "['a', 1, true]"]),
    st.integers(-99, 99).map(str),
    st.floats(0, 9, allow_nan=False).map(lambda number: f"{number:.2f}"),
)
names = st.sampled_from(NAMES)
operators = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
calls = st.one_of(
    names.map(lambda name: f"count({name})"),
    names.map(lambda name: f"answered({name})"),
    names.map(lambda name: f"any_in({name}, 'a', 1, false)"),
)
operands = st.one_of(names, literals, calls)
comparisons = st.builds("({} {} {})".format, operands, operators, operands)
expressions = st.recursive(
    st.one_of(operands, comparisons),
    lambda inner: st.one_of(
        inner.map(lambda one: f"(not ({one}))"),
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("({} {} {})".format, inner, operators, inner),
    ),
    max_leaves=8,
)
plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.dates(), st.times(), st.datetimes(),
    st.just(Text({"es": "a"})), st.just(date(2026, 1, 1)), st.just(time(8)),
    st.just(datetime(2026, 1, 1)),  # noqa: DTZ001 a moment without a zone is what people write
)  # fmt: skip
values = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=6,
)


def read(source: str) -> Condition | str:
    """Return the condition, or the code with which it is refused."""
    try:
        return parse_condition(source)
    except ConditionError as error:
        return error.problems[0].code


@settings(max_examples=400, deadline=None)
@given(expressions, st.dictionaries(names, values))
def test_evaluation_never_raises(source: str, answers: dict[str, object]) -> None:
    """Every condition of the grammar is true or false of every set of answers."""
    condition = read(source)
    if isinstance(condition, str):
        assert condition in {"condition.too_long", "condition.too_complex"}
        return
    assert condition.holds(answers.get) in (True, False)
    assert condition.names() <= set(NAMES)
    for language in ("es", "en"):
        said = condition.in_words(language, str, lambda _name, value: str(value))
        assert isinstance(said, str)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    """No text makes the parser fail in another way than with its own error."""
    condition = read(source)
    if isinstance(condition, str):
        assert condition.startswith("condition.")
    else:
        assert condition.holds({}.get) in (True, False)


@given(expressions, st.dictionaries(names, values))
def test_not_turns_the_truth_round(source: str, answers: dict[str, object]) -> None:
    """`not (x)` is true exactly where x isn't."""
    try:
        plainly, turned = parse_condition(source), parse_condition(f"not ({source})")
    except ConditionError:
        return
    assert plainly.holds(answers.get) is not turned.holds(answers.get)
