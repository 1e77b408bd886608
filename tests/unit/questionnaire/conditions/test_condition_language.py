"""Conditions: what can be written, what it means, what a checker learns, how it is said."""

from datetime import date, time

import pytest

from questionnaire.conditions import Comparison, ConditionError, parse_condition

ANSWERS = {
    "goals": ("sales", "loyalty"),
    "sector": "food_shop",
    "agency": False,
    "paid": True,
    "employees": 4,
    "people": ({"id": "lucia"}, {"id": "marcos"}),
    "starts": date(2026, 1, 1),
    "opens": time(8, 0),
    "facts.book": "micro",
    "item.platform": "x",
}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("'sales' in goals", True),
        ("'leads' not in goals", True),
        ("'food' in sector", False),
        ("sector == 'food_shop' and not agency", True),
        ("agency or paid", True),
        ("employees >= 4 and employees < 10", True),
        ("employees == 4.0", True),
        ("paid == 1", False),
        ("paid > 0", False),
        ("count(people) == 2", True),
        ("count(employees) == 0", True),
        ("answered(sector) and not answered(website)", True),
        ("any_in(goals, 'leads', 'loyalty')", True),
        ("any_in(sector, 'food_shop')", False),
        ("facts.book in ['micro', 'small']", True),
        ("item.platform == 'x'", True),
        ("employees > 'a'", False),
        ("starts < starts", False),
        ("starts <= starts and opens >= opens", True),
        ("starts < opens", False),
        ("true and not false", True),
        ("-1 < employees", True),
        ("(employees > 3) == true", True),
    ],
)
def test_a_condition_means_what_it_says(source: str, expected: bool) -> None:
    """Every form of the language has the truth that its words promise."""
    assert parse_condition(source).holds(ANSWERS.get) is expected


@pytest.mark.parametrize(
    "source", ["x == 'a'", "x != 'a'", "'a' in x", "'a' not in x", "x < 1", "x >= 1", "x == x"]
)
def test_a_comparison_with_an_unanswered_question_is_false(source: str) -> None:
    """No answer is neither equal to nor different from anything."""
    assert parse_condition(source).holds({}.get) is False


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "empty"),
        ("x ==", "syntax"),
        ("x == 'a\\n'", "syntax"),
        ("a\nor b", "syntax"),
        ("a < b < c", "chained"),
        ("a is b", "not_allowed"),
        ("a + b", "not_allowed"),
        ("(lambda: 1)()", "unknown_function"),
        ("__import__('os')", "unknown_function"),
        ("a.b()", "unknown_function"),
        ("count(a, b)", "arguments"),
        ("count(1)", "arguments"),
        ("any_in(a)", "arguments"),
        ("a._b", "name"),
        ("x == none", "name"),
        ("ñ == 1", "name"),
        ("x in [y]", "not_allowed"),
        ("f'{x}'", "not_allowed"),
        ("1j", "not_allowed"),
        ("None", "not_allowed"),
        ("'a'.x", "not_allowed"),
        ("x == '" + "a" * 500 + "'", "too_long"),
        (" or ".join("abcdefghij" * 6), "too_complex"),
        ("(" * 240 + "x" + ")" * 240, "syntax"),
    ],
)
def test_what_is_not_in_the_language_is_refused_with_its_code(source: str, code: str) -> None:
    """Nothing outside the list gets in, and the author is told which rule it broke."""
    with pytest.raises(ConditionError) as caught:
        parse_condition(source)
    assert [problem.code for problem in caught.value.problems] == [f"condition.{code}"]


def test_names_are_whole_and_each_once() -> None:
    """A checker sees every question, field and fact that a condition reads."""
    condition = parse_condition("goals == goals and count(people) > 1 and not facts.book")
    assert condition.names() == {"goals", "people", "facts.book"}


def test_comparisons_are_told_from_the_side_of_the_name() -> None:
    """`4 < employees` and `employees > 4` are the same thing to a checker."""
    condition = parse_condition(
        "4 < employees or 'a' in goals or any_in(goals, 'b', 'c') or x == y"
    )
    assert condition.comparisons() == (
        Comparison("employees", (4,), ">"),
        Comparison("goals", ("a",), "has"),
        Comparison("goals", ("b", "c"), "any_in"),
    )


def test_conditions_written_the_same_are_equal() -> None:
    """Equality is by source, so that a questionnaire can be compared and hashed."""
    assert parse_condition(" a == 1 ") == parse_condition("a == 1")
    assert hash(parse_condition("a")) == hash(parse_condition("a"))


@pytest.mark.parametrize(
    ("source", "spanish", "english"),
    [
        ("agency", "«agency» es sí", "“agency” is yes"),
        ("not agency", "«agency» es no", "“agency” is no"),
        ("agency == true", "«agency» es sí", "“agency” is yes"),
        ("'a' in goals", "«goals» incluye «A»", "“goals” includes “A”"),
        ("n >= 3", "«n» es 3 como mínimo", "“n” is at least 3"),
        ("3 > n", "«n» es menos de 3", "“n” is less than 3"),
        ("s in ['a', 'b', 'c']", "«s» es «A», «B» o «C»", "“s” is “A”, “B” or “C”"),
        ("s not in []", "«s» no es ", "“s” is not "),
        ("any_in(g, 'a', 'b')", "«g» incluye «A» o «B»", "“g” includes “A” or “B”"),
        ("count(p) > 1", "el número de «p» es más de 1", "the number of “p” is more than 1"),
        ("answered(p)", "«p» tiene respuesta", "“p” has an answer"),
        ("a and (b or not c)", "«a» es sí y («b» es sí o «c» es no)",
         "“a” is yes and (“b” is yes or “c” is no)"),
        ("not (a == 1)", "no se cumple que «a» es 1", "it is not the case that “a” is 1"),
        ("a == b", "«a» es «b»", "“a” is “b”"),
    ],
)  # fmt: skip
def test_a_condition_can_be_said_in_both_languages(source: str, spanish: str, english: str) -> None:
    """Help pages show people the condition, not the code."""
    condition = parse_condition(source)

    def choice(_name: str, value: object) -> str:
        return str(value).upper()

    assert condition.in_words("es", str, choice) == spanish
    assert condition.in_words("en", str, choice) == english


def test_names_with_braces_are_said_as_they_are() -> None:
    """A label is data: it is never read as a template."""
    said = parse_condition("a").in_words("en", lambda _name: "{value}", lambda _n, v: str(v))
    assert said == "“{value}” is yes"
