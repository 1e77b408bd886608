"""The emergency page: calls, cases, sensitive topics."""

from collections.abc import Callable

from generator.handbook.context import ViewContext
from generator.handbook.views.emergency import view

Look = Callable[..., ViewContext]


def test_each_person_is_called_once(look: Look) -> None:
    """One person with every task is one row."""
    calls = view(look(crisis_decider="ana", spokesperson="ana"))["calls"]
    assert isinstance(calls, list)
    assert [row["name"] for row in calls] == ["Ana Ruiz"]
    assert calls[0]["phone"] == "600 000 000"
    assert calls[0]["phone_link"] == "tel:600000000"


def test_the_public_edition_has_no_phone(look: Look) -> None:
    """Neither in the table nor in the first steps."""
    found = view(look(edition="public", crisis_decider="ana"))
    calls = found["calls"]
    assert isinstance(calls, list)
    assert (found["decider_phone"], calls[0]["phone"]) == ("", "")
    assert (found["decider_phone_link"], calls[0]["phone_link"]) == ("", "")


def test_a_deputy_is_somebody_else(look: Look) -> None:
    """The same person twice is no deputy."""
    assert view(look(crisis_decider="ana", crisis_deputy="ana"))["deputy_known"] is False


def test_every_case_has_steps_a_clock_and_words(look: Look) -> None:
    """Seven cases, none half written."""
    cases = view(look())["cases"]
    assert isinstance(cases, list)
    assert len(cases) == 7
    assert all(row["steps"] and row["within"] and row["line"] and row["brief"] for row in cases)


def test_only_the_topics_they_ticked(look: Look) -> None:
    """One row each; none for nothing."""
    topics = view(look(sensitive_topics=("allergens", "prices")))["topics"]
    assert isinstance(topics, list)
    assert [row["topic"] for row in topics] == ["Alérgenos o intoxicaciones", "Precios"]
    assert view(look(sensitive_topics=("none",)))["topics"] == []


def test_every_topic_of_the_questionnaire_has_a_first_action(look: Look) -> None:
    """A new choice needs a row in the knowledge file."""
    context = look()
    question = context.question("sensitive_topics")
    assert question is not None
    codes = tuple(one.value for one in question.choices if one.value != "none")
    topics = view(look(sensitive_topics=codes))["topics"]
    assert isinstance(topics, list)
    assert len(topics) == len(codes)
