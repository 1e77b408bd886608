"""Which figures a company follows."""

from generator.advice.kpis import choose_kpis, find_measure
from generator.library import load_library
from tests.unit.generator.advice.companies import bakery, derive, service_company

LIBRARY = load_library()
DATA = LIBRARY.knowledge["metrics"]


def ids(facts):
    """Return the ids of the figures in their order."""
    return [one.id for one in choose_kpis(facts, LIBRARY).measures]


def test_every_figure_of_the_data_exists():
    """The lists of goals and of quality name figures of one of the two catalogues."""
    named = {code for codes in DATA["goals"].values() for code in codes} | set(DATA["quality"])
    assert all(find_measure(LIBRARY, code) for code in named | set(DATA["micro_quality"]))
    goals = {row["id"] for row in LIBRARY.knowledge["kpis"]["goals"]}
    assert set(DATA["goals"]) == goals


def test_a_shop_follows_five_at_most():
    """One figure a goal first, then a cause of each kind."""
    chosen = choose_kpis(bakery(), LIBRARY)
    assert [one.id for one in chosen.main] == ["attributed_sales", "repeat_rate"]
    assert 3 <= len(chosen.measures) <= 5
    assert "response_time" in ids(bakery())


def test_the_company_s_own_figure_comes_before_ours():
    """An objective with its own KPI stands for its goal; the link to it is kept."""
    own = {"id": "x", "goal": "sales", "kpi": "bookings", "baseline": 10, "target": 20}
    first = choose_kpis(bakery(objectives=(own,)), LIBRARY).measures[0]
    assert (first.id, first.objective, first.target) == ("bookings", "x", "objective")


def test_followers_never_stand_for_a_goal():
    """An objective that counts an audience is left out and a result is proposed instead."""
    own = {"id": "x", "goal": "sales", "kpi": "followers", "baseline": 10, "target": 20}
    chosen = choose_kpis(bakery(objectives=(own,)), LIBRARY)
    assert chosen.measures[0].id == "attributed_sales"
    assert chosen.vanity == "followers"
    assert "followers" not in ids(bakery(objectives=(own,)))


def test_main_figures_keep_the_order_of_the_goals():
    """The first goal first, whatever the class of its figure."""
    mains = [one.goal for one in choose_kpis(service_company(), LIBRARY).main]
    assert mains == ["service", "reputation", "leads"]


def test_nothing_is_counted_where_there_is_nothing():
    """No messages, no response time; no goals, no list at all."""
    assert "response_time" not in ids(bakery(inbound_volume=None))
    assert "mix_kept" not in ids(service_company(posts_month=None))
    assert ids(derive()) == []


def test_the_list_is_as_long_as_the_book_takes():
    """A large company follows nine figures, no more."""
    found = ids(service_company())
    assert len(found) == DATA["limits"]["full"] == len(set(found))
