"""Objectives and what each still lacks."""

from datetime import date

import pytest

from generator.advice.objectives import find_goal, find_kpi, list_objectives
from generator.library import load_library
from tests.unit.generator.advice.sound_company import PENDING, make_facts

GOALS = ("sales", "leads", "awareness", "reputation", "service", "loyalty", "hiring", "insight")


def test_a_complete_objective_lacks_nothing():
    """Baseline, target, date, owner and a KPI of results: complete."""
    first = list_objectives(make_facts(), load_library())[0]
    assert first.complete
    assert (first.baseline, first.target, first.due) == (100.0, 120.0, date(2027, 11, 30))


def test_every_missing_part_is_named():
    """An unknown owner counts as none."""
    item = {"id": "x", "goal": "sales", "kpi": "bookings", "owner": "nobody"}
    found = list_objectives(make_facts(objectives=(item,)), load_library())[0]
    assert found.missing == ("baseline", "target", "due", "owner")


def test_zero_is_a_baseline():
    """Starting from nothing is a known starting point."""
    item = {"id": "x", "goal": "sales", "kpi": "bookings", "baseline": 0, "target": 5}
    found = list_objectives(make_facts(objectives=(item,)), load_library())[0]
    assert "baseline" not in found.missing


def test_followers_are_not_an_outcome():
    """A vanity KPI leaves the objective incomplete, whatever else it has."""
    item = {"id": "x", "goal": "awareness", "kpi": "followers", "baseline": 1, "target": 2,
            "due": date(2027, 6, 1), "owner": "eva"}  # fmt: skip
    found = list_objectives(make_facts(objectives=(item,)), load_library())[0]
    assert found.missing == ("outcome",)


def test_pending_objectives_are_none():
    """An open decision isn't an objective."""
    assert list_objectives(make_facts(objectives=PENDING), load_library()) == ()


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_has_a_horizon_and_kpis_that_exist(goal):
    """The goals of the questionnaire are all in the data, with indicators from the catalogue."""
    row = find_goal(load_library(), goal)
    assert row["horizon_months"]["min"] <= row["horizon_months"]["max"]
    assert all(find_kpi(load_library(), kpi) for kpi in row["kpis"])
