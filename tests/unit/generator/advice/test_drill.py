"""Incidents played through the escalation."""

from dataclasses import replace

import pytest

from generator.advice.drill import (
    Ground,
    find_worst,
    list_incidents,
    list_moments,
    play_drill,
)
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.sound_company import ACCOUNT, PENDING, make_advice, make_facts

FRIDAY_LATE = 4 * 1440 + 22 * 60 + 30
FRIDAY_NOON = 4 * 1440 + 12 * 60


def make_ground(**changes):
    """Return the sound company, with some answers changed, ready to play on."""
    facts, library = make_facts(**changes), load_library()
    return Ground(facts, make_advice(facts, library), library)


def find(ground, name):
    """Return one incident."""
    incidents = list_incidents(ground.advice, ground.library)
    return next(one for one in incidents if one.id == name)


def play(name, moment, absent=None, **changes):
    """Play one incident and return its links by task."""
    ground = make_ground(**changes)
    drill = play_drill(ground, find(ground, name), moment, absent)
    return drill, {link.task: link for link in drill.links}


def test_a_sound_company_holds_at_noon():
    """Everybody has a substitute, somebody is on duty."""
    drill, links = play("hacked", FRIDAY_NOON)
    assert drill.broken == ()
    assert (links["watch"].taken_by, links["decide"].taken_by) == ("sara", "eva")


def test_at_night_nobody_sees_it_until_monday():
    """The clock of 15 minutes can't be kept, and the question that would mend it is named."""
    drill, links = play("hacked", FRIDAY_LATE)
    assert (links["watch"].broken, links["watch"].question) == ("off_duty", "out_of_hours")
    assert drill.wait == (24 * 2 + 10) * 60 + 30
    assert links["decide"].by == drill.wait + 15


def test_the_substitute_is_tried_ten_minutes_later():
    """Whoever is away is tried first, and takes nothing."""
    _, links = play("viral", FRIDAY_NOON, absent="eva")
    first, second = links["decide"].attempts
    assert (first.person, first.there, second.person, second.minute) == ("eva", False, "sara", 10)
    assert links["decide"].broken is None


def test_without_a_deputy_the_chain_breaks():
    """The question to answer is the deputy's."""
    _, links = play("viral", FRIDAY_NOON, absent="eva", crisis_deputy=PENDING)
    assert (links["decide"].broken, links["decide"].question) == ("no_deputy", "crisis_deputy")


def test_an_account_without_a_second_person_is_locked():
    """The owner is away and there is no backup; with the backup it opens."""
    alone = replace(ACCOUNT, backup=None)
    _, links = play("hacked", FRIDAY_NOON, absent="hugo", accounts=(alone,))
    assert (links["act"].broken, links["act"].accounts) == ("no_access", ("vivero",))
    _, links = play("hacked", FRIDAY_NOON, absent="hugo")
    assert links["act"].broken is None


def test_somebody_on_call_sees_it_at_once():
    """And the drill says that it was on call."""
    drill, links = play("hacked", FRIDAY_LATE, out_of_hours="on_call", on_call=("eva",))
    assert (drill.wait, drill.on_call, links["watch"].broken) == (0, True, None)
    assert play("hacked", FRIDAY_NOON, out_of_hours="on_call", on_call=("eva",))[0].on_call is False


def test_nobody_named_breaks_every_link():
    """Nothing is invented where nothing was answered."""
    open_roles = ("replier", "substitute", "publisher", "sponsor", "crisis_decider",
                  "crisis_deputy", "spokesperson", "approver", "complaints_owner")  # fmt: skip
    drill, links = play("viral", FRIDAY_NOON, **dict.fromkeys(open_roles, PENDING))
    assert len(drill.broken) == 4
    assert links["decide"].broken == "no_decider"


def test_the_worst_is_the_night_of_the_one_who_decides_alone():
    """Most links broken, then the longest wait."""
    ground = make_ground(crisis_deputy=PENDING)
    incidents = list_incidents(ground.advice, ground.library)
    people = (None, *(one.id for one in ground.facts.people))
    worst = find_worst(ground, incidents, list_moments(None, None), people)
    assert worst.absent == "eva"
    assert (worst.moment, worst.wait) == (4 * 1440 + 17 * 60, 64 * 60)


def test_an_absence_is_only_chosen_when_it_matters():
    """With everybody replaceable the worst is a night with everybody there."""
    ground = make_ground()
    people = (None, *(one.id for one in ground.facts.people))
    worst = find_worst(ground, [find(ground, "viral")], list_moments(None, None), people)
    assert worst.absent is None


def test_moments_fit_what_was_asked():
    """A day has 24 hours, an hour seven days, both one minute of the week."""
    assert len(list_moments(None, None)) == 168
    assert list_moments(5, 22 * 60 + 30) == (FRIDAY_LATE,)
    assert len(list_moments(5, None)) == 24
    assert len(list_moments(None, 60)) == 7


@pytest.mark.parametrize(
    "row", load_library().knowledge["drills"]["incidents"], ids=lambda r: r["id"]
)
def test_every_incident_is_whole(row):
    """A level, a name, a first action and a line in both languages; people who exist as questions."""
    cases = {case["id"]: case for case in load_library().knowledge["emergency"]["cases"]}
    whole = {**cases.get(row.get("case"), {}), **row}
    assert whole["level"] in {"L0", "L1", "L2", "L3", "L4"}
    for key in ("name", "first", "line"):
        assert set(whole[key]) >= {"es", "en"}
    known = {*load_questionnaire().by_id, "it", "hr", "legal", "sales", "lead"}
    assert set(row["acts"]) <= known
