"""A drill in words, for the sample companies."""

import pytest

from generator.inquiry.drill import (
    NOBODY,
    Scene,
    find_incident,
    find_person,
    find_weekday,
    run_drill,
    suggest_incident,
)
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH

FRIDAY_LATE = Scene("hacked", 5, 22 * 60 + 30, "lucia")


def test_the_bakery_breaks_on_friday_night(bakery):
    """Nobody on duty until Saturday, nobody to decide without the owner, each with who owes it."""
    told = run_drill(bakery, FRIDAY_LATE, ENGLISH)
    links = {link.task: link for link in told.links}
    assert (told.start, told.absent, told.holds, told.chosen) == (
        "Friday 22:30", "Lucía Ferrer", False, False,
    )  # fmt: skip
    assert "Saturday 8:00" in links["watch"].why
    assert (links["decide"].broken, links["decide"].question) == ("no_deputy", "crisis_deputy")
    assert links["decide"].decides == "Lucía Ferrer"
    assert links["act"].attempts[1].at == "Saturday 8:10"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_is_left_unfilled(bakery, energy, language):
    """Every incident of both companies is told whole in both languages."""
    for strategy in (bakery, energy):
        for incident in suggest_incident(strategy, "")[1]:
            told = run_drill(strategy, Scene(incident=incident), language)
            shown = repr(told)
            assert told.name
            assert told.first
            assert told.words
            assert "{" not in shown


def test_without_a_scene_the_worst_is_chosen(bakery, energy):
    """The bakery hangs on its owner; the energy company can't get into two accounts."""
    worst = run_drill(bakery, Scene(), SPANISH)
    assert (worst.absent, worst.chosen, worst.holds) == ("Lucía Ferrer", True, False)
    worst = run_drill(energy, Scene(), SPANISH)
    assert worst.incident == "hacked"
    assert [link.broken for link in worst.links if link.broken] == ["no_access"]


def test_nobody_away_is_a_scene_too(energy):
    """Asking for nobody away isn't leaving it open."""
    told = run_drill(energy, Scene("viral", 2, 600, NOBODY), ENGLISH)
    assert (told.absent, told.chosen, told.holds) == ("", False, True)


def test_words_people_type_are_understood(bakery):
    """Ids, other words, names and first names, in either language and without accents."""
    assert find_incident(bakery, "cuenta robada") == "hacked"
    assert find_incident(bakery, "Alergia") == "harm"
    assert find_incident(bakery, "wrong_post") == "wrong-post"
    assert find_incident(bakery, "earthquake") is None
    assert suggest_incident(bakery, "hackd")[0] == "hacked"
    assert find_person(bakery, "lucía") == "lucia"
    assert find_person(bakery, "Noor Haddad") == "noor"
    assert find_person(bakery, "nobody") is None


@pytest.mark.parametrize(
    ("word", "day"),
    [("fri", 5), ("viernes", 5), ("sab", 6), ("Mar", 2), ("SUN", 7), ("x", None), ("t", None)],
)
def test_weekdays_of_both_languages(word, day):
    """Two letters are enough when they fit one day."""
    assert find_weekday(word) == day
