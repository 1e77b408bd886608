"""Hours of service cut to each person's own days and hours."""

from dataclasses import replace
from datetime import time

import pytest

from generator.advice.coverage import list_watchers, measure_coverage, serve_days, unmanned_hours
from generator.advice.duty import (
    DAY,
    HOUR,
    is_in_service,
    list_windows,
    merge_windows,
    service_windows,
    wait_for_window,
)
from generator.facts.model import Service
from tests.unit.generator.advice.sound_company import PEOPLE, make_facts

NINE, FIVE = 9 * HOUR, 17 * HOUR


def crew(**changes):
    """Return the people, some of them changed."""
    return tuple(replace(one, **changes.get(one.id, {})) for one in PEOPLE)


def test_service_without_hours_has_no_windows():
    """Open, or closing before it opens: there is nothing to cut."""
    assert service_windows(Service((1,), None, time(17))) == ()
    assert service_windows(Service((1,), time(17), time(9))) == ()
    assert service_windows(Service((2,), time(9), time(17))) == ((DAY + NINE, DAY + FIVE),)


def test_whoever_gave_no_hours_is_there_all_of_them():
    """Days alone cut days, hours alone cut hours, one hour alone cuts one side."""
    facts = make_facts(people=crew(eva={"works_days": (2,)}, sara={"works_from": time(12)}))
    assert list_windows(facts, "hugo") == service_windows(facts.service)
    assert list_windows(facts, "eva") == ((DAY + NINE, DAY + FIVE),)
    assert list_windows(facts, "sara")[0] == (12 * HOUR, FIVE)
    assert list_windows(facts, "nobody") == ()


def test_a_night_shift_has_a_part_at_each_end_of_the_day():
    """From ten in the evening to eleven in the morning: two hours of service, not eight."""
    night = {"works_from": time(22), "works_to": time(11)}
    facts = make_facts(people=crew(sara=night))
    assert list_windows(facts, "sara")[0] == (NINE, 11 * HOUR)
    late = make_facts(people=crew(sara=night), service=Service((1,), time(9), time(23)))
    assert list_windows(late, "sara") == ((NINE, 11 * HOUR), (22 * HOUR, 23 * HOUR))


def test_hours_outside_service_are_no_duty():
    """A baker who is gone when the shop opens answers nobody."""
    facts = make_facts(people=crew(sara={"works_from": time(4), "works_to": time(9)}))
    assert list_windows(facts, "sara") == ()


@pytest.mark.parametrize(
    ("windows", "merged"),
    [
        ((), ()),
        (((5, 9), (0, 5)), ((0, 9),)),
        (((0, 9), (2, 3), (10, 12)), ((0, 9), (10, 12))),
    ],
)
def test_stretches_that_touch_are_one(windows, merged):
    """Two shifts without a gap are one stretch of duty."""
    assert merge_windows(windows) == merged


def test_the_wait_goes_round_the_week():
    """From Sunday to Monday; without anybody a whole week."""
    assert wait_for_window(((0, 60),), 6 * DAY) == DAY
    assert wait_for_window(((0, 60),), 30) == 0
    assert wait_for_window((), 0) == 7 * DAY
    assert is_in_service(Service((1,), time(0), time(1)), 7 * DAY + 30)


def test_own_hours_open_holes_that_a_shift_closes():
    """Until three there is somebody; two more hours are nobody's until a second shift."""
    early = {"works_to": time(15)}
    alone = make_facts(people=crew(sara=early, eva=early))
    assert unmanned_hours(alone) == 10
    assert {hour.cover for hour in measure_coverage(alone).hours if hour.hour == 16} == {
        "unanswered", "unwatched",
    }  # fmt: skip
    both = make_facts(people=crew(sara=early, eva={"works_from": time(12)}))
    assert unmanned_hours(both) == 0
    assert serve_days(both) == (1, 2, 3, 4, 5)
    week = measure_coverage(both).hours
    assert week[10].without["sara"] == "unanswered"
    assert week[16].without["sara"] == "kept"


def test_a_named_substitute_is_on_duty_before_the_general_one():
    """And stands in alone where the company named nobody else; never for themselves."""
    named = make_facts(people=crew(sara={"substitute": "hugo"}))
    assert list_watchers(named) == ("sara", "hugo", "eva")
    itself = make_facts(people=crew(sara={"substitute": "sara"}))
    assert list_watchers(itself) == ("sara", "eva")
