"""What is posted: themes with ideas, and the balance with the goals."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.advice.model import Advice, MixShare
from generator.facts.model import Facts
from generator.handbook.context import make_context
from generator.handbook.views import editorial
from generator.library import Library
from questionnaire.text import LANGUAGES, SPANISH

Show = Callable[..., Any]
KINDS = ("useful", "product", "people", "conversation", "experiment")
THEMES = (
    {"id": "a", "name": "Cuidado", "class": "useful", "intent": "retain", "share": 50},
    {"id": "b", "name": "Elegir", "class": "useful", "intent": "attract", "share": 50},
)
SHARES = (MixShare("a", 50, 6), MixShare("b", 50, 6))


@pytest.fixture
def show(derive: Callable[..., Facts], advice: Advice, library: Library) -> Show:
    """Return a function that builds the section with parts of the mix and answers changed."""

    def build(mix: dict[str, Any] | None = None, **changes: object) -> Any:
        changed = replace(advice, mix=replace(advice.mix, **(mix or {})))
        return editorial.view(
            make_context(derive(**changes), changed, library, SPANISH, "internal")
        )

    return build


def test_the_split_is_said_in_whole_posts(show: Show) -> None:
    """Thirteen posts by 60/40 are eight and five."""
    assert show()["split"] == "8 de utilidad y 5 de producto"


def test_two_themes_of_one_class_get_different_ideas(show: Show) -> None:
    """Two each, none repeated."""
    rows = show({"pillars": SHARES}, pillars=THEMES)["rows"]
    ideas = [idea for row in rows for idea in row["ideas"]]
    assert len(set(ideas)) == 4


def test_without_themes_the_classes_have_ideas(show: Show) -> None:
    """The page is useful before the themes are chosen."""
    found = show()
    assert not found["themes_known"]
    assert all(len(row["ideas"]) == 2 for row in found["rows"])


@pytest.mark.parametrize(
    ("share", "state"), [(40, "within"), (41, "above"), (60, "above"), (61, "shop_window")]
)
def test_product_has_a_ceiling(show: Show, share: float, state: str) -> None:
    """Up to 40 % passes, up to 60 % needs a reason, more fills the page (S0.2, S3.18)."""
    assert show({"product_share": share})["product_state"] == state


def test_a_goal_that_no_post_serves_is_named(show: Show) -> None:
    """Selling needs posts that convert, and there are only posts that attract."""
    found = show(goals=("sales", "awareness"))
    assert [row["served"] for row in found["balance"]] == [False, True]
    assert found["unserved"]


def test_the_preset_says_whether_it_fits(show: Show) -> None:
    """60/40 comes from a firm that sold to firms (S0.15)."""
    assert show(business_model="b2b")["suits"]
    shop = show(business_model="product")
    assert not shop["suits"]
    assert shop["fit"]


def test_every_trade_and_trait_is_written(library: Library) -> None:
    """Each sector has ideas of every class, a passing and a failing post, in both languages."""
    data: Any = library.knowledge["post_ideas"]
    for trade in data["trades"].values():
        ideas = data["ideas"][trade]
        rows = [one for kind in KINDS for one in ideas[kind]]
        assert all(
            one[language]
            for one in (*rows, ideas["passes"], ideas["fails"])
            for language in LANGUAGES
        )
        assert len(ideas["useful"]) >= 4


def test_every_trait_and_sector_of_the_questionnaire_is_known(
    facts: Facts, library: Library
) -> None:
    """A choice that the content doesn't know would print an empty cell."""
    by_id = facts.questionnaire.by_id
    traits: Any = library.knowledge["voice_traits"]["traits"]
    trades: Any = library.knowledge["post_ideas"]["trades"]
    assert {one.value for one in by_id["voice_traits"].choices} == {one["id"] for one in traits}
    assert {one.value for one in by_id["sector"].choices} == set(trades)


def test_the_split_counts_the_themes_once_they_are_chosen(show: Show) -> None:
    """What the preset says gives way to what the company will post."""
    found = show({"pillars": SHARES}, pillars=THEMES)
    assert found["split"] == "12 de utilidad"
