"""Who may act in every hour of the week, with everybody there and with each one away."""

from dataclasses import replace
from datetime import time

import pytest

from generator.advice.coverage import measure_coverage, wait_for_duty
from generator.advice.model import Coverage
from generator.facts.model import Service
from tests.unit.generator.advice.sound_company import PENDING, PEOPLE, make_facts

FRIDAY, NINE, FIVE = 4 * 1440, 9 * 60, 17 * 60


def covers(coverage, weekday):
    """Return what happens in each hour of a day."""
    return [one.cover for one in coverage.hours if one.weekday == weekday]


def test_service_hours_are_kept_and_the_rest_is_unwatched():
    """Five days of eight hours out of 168; nights and the weekend wait."""
    coverage = measure_coverage(make_facts())
    assert len(coverage.hours) == 168
    assert covers(coverage, 1) == ["unwatched"] * 9 + ["kept"] * 8 + ["unwatched"] * 7
    assert set(covers(coverage, 6)) == {"unwatched"}
    assert coverage.share() == pytest.approx(40 / 168)


def test_the_longest_gap_is_the_weekend():
    """From Friday at five to Monday at nine, over the end of the week."""
    longest = measure_coverage(make_facts()).longest
    assert longest is not None
    assert (longest.weekday, longest.hour, longest.hours) == (5, 17, 64)


def test_somebody_on_call_keeps_the_whole_week():
    """Then there is no gap at all."""
    coverage = measure_coverage(make_facts(out_of_hours="on_call", on_call=("sara", "eva")))
    assert (coverage.share(), coverage.longest, coverage.gaps) == (1.0, None, ())


def test_nobody_is_a_single_point_where_everybody_has_a_substitute():
    """The company in order has one for each role."""
    assert measure_coverage(make_facts()).single_points == ()


def test_whoever_decides_alone_is_a_single_point():
    """Without a deputy the chain breaks when the decider is away, and only then."""
    coverage = measure_coverage(make_facts(crisis_deputy=PENDING))
    assert coverage.single_points == ("eva",)
    assert coverage.share("eva") == 0.0
    assert coverage.share("hugo") == coverage.share()
    gap = next(one for one in coverage.gaps if one.absent == "eva")
    assert (gap.cover, gap.hours) == ("undecided", 168)


def test_whoever_answers_alone_is_a_single_point():
    """With nobody to stand in, the service hours are lost and the rest stays as it was."""
    coverage = measure_coverage(make_facts(substitute=PENDING))
    assert coverage.single_points == ("sara",)
    assert {one.cover for one in coverage.gaps if one.absent == "sara"} == {"unanswered"}
    assert sum(one.hours for one in coverage.gaps if one.absent == "sara") == 40


def test_nobody_to_decide_is_a_gap_with_everybody_there():
    """An open decision isn't covered by an invention."""
    coverage = measure_coverage(
        make_facts(crisis_decider=PENDING, crisis_deputy=PENDING, sponsor=PENDING)
    )
    assert coverage.share() == 0
    assert coverage.longest is not None
    assert coverage.longest.cover == "undecided"


def test_unknown_hours_are_said_to_be_unknown():
    """Days without hours say nothing about when somebody is there."""
    coverage = measure_coverage(make_facts(service=Service((1, 2), None, None)))
    assert {one.cover for one in coverage.hours} == {"unknown"}


def test_an_hour_that_closes_half_way_is_not_kept():
    """Trouble at 14:45 waits until next morning when duty ends at 14:30."""
    facts = make_facts(service=Service((1, 2, 3, 4, 5), time(8, 30), time(14, 30)))
    hours = covers(measure_coverage(facts), 1)
    assert (hours[7], hours[8], hours[13], hours[14]) == ("unwatched", "kept", "kept", "unwatched")


def test_the_wait_runs_to_the_next_opening():
    """None on duty, up to Monday from Friday evening, and nothing with somebody on call."""
    facts = make_facts()
    assert wait_for_duty(facts, FRIDAY + NINE) == 0
    assert wait_for_duty(facts, FRIDAY + FIVE) == 64 * 60
    assert wait_for_duty(make_facts(out_of_hours="on_call", on_call=("eva",)), FRIDAY + FIVE) == 0


def roster(**days):
    """Return the people with the days on which some of them work."""
    return tuple(replace(one, works_days=days.get(one.id)) for one in PEOPLE)


def test_whoever_works_on_saturdays_only_stands_in_on_saturdays_only():
    """A substitute of one day leaves the other days to the one who answers."""
    service = Service((1, 2, 3, 4, 5, 6), time(9), time(17))
    coverage = measure_coverage(make_facts(service=service, people=roster(eva=(6,))))
    assert coverage.share() == pytest.approx(48 / 168)
    without = [one.without["sara"] for one in coverage.hours]
    assert without.count("unanswered") == 40
    assert without.count("kept") == 8
    assert [one.weekday for one in coverage.hours if one.without["sara"] == "kept"] == [6] * 8


def test_a_day_of_service_on_which_nobody_works_is_unanswered():
    """Opening hours say when somebody should be there, working days whether they are."""
    people = roster(sara=(1, 2, 3, 4), eva=(1, 2, 3, 4))
    coverage = measure_coverage(make_facts(people=people))
    assert set(covers(coverage, 5)) == {"unwatched", "unanswered"}
    assert covers(coverage, 4) == ["unwatched"] * 9 + ["kept"] * 8 + ["unwatched"] * 7


def test_a_rota_without_names_covers_nothing():
    """Being on call is somebody's, or it is nobody's."""
    assert measure_coverage(make_facts(out_of_hours="on_call")).share() == pytest.approx(40 / 168)
    alone = measure_coverage(make_facts(out_of_hours="on_call", on_call=("sara",)))
    assert alone.share() == 1.0
    assert alone.share("sara") == pytest.approx(40 / 168)
    assert alone.hours[0].without["sara"] == "unanswered"


def test_no_people_is_no_crash():
    """Even an empty company has a week."""
    coverage = measure_coverage(make_facts(people=PENDING))
    assert coverage.single_points == ()
    assert coverage.share() == 0


def test_a_coverage_nobody_measured_is_empty():
    """The default of an advice made by hand."""
    assert (Coverage().share(), Coverage().longest) == (0.0, None)
