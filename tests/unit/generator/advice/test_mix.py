"""How a month of posts is split."""

import pytest

from generator.advice.knowledge import MixData
from generator.advice.mix import allocate, plan_mix
from generator.advice.model import MixShare
from generator.library import load_library
from questionnaire.loader import load_questionnaire
from tests.unit.generator.advice.companies import bakery, derive, service_company
from tests.unit.generator.advice.shapes import list_faults

LIBRARY = load_library()
DATA = LIBRARY.knowledge["mix"]


def test_knowledge_has_the_promised_shape():
    """Every preset of the questionnaire is described, adds up to 100 and uses known classes."""
    assert list(list_faults(MixData, DATA)) == []
    offered = {choice.value for choice in load_questionnaire().by_id["mix_preset"].choices}
    assert set(DATA["presets"]) == offered
    for preset in DATA["presets"].values():
        assert sum(preset["shares"].values()) == pytest.approx(100)
        assert set(preset["shares"]) <= set(DATA["classes"])


@pytest.mark.parametrize(
    ("total", "shares", "parts"),
    [
        (13, (60, 40), (8, 5)),
        (8, (70, 20, 10), (6, 1, 1)),
        (3, (90, 5, 5), (1, 1, 1)),
        (2, (50, 30, 20), (1, 1, 0)),
        (0, (60, 40), (0, 0)),
        (5, (0, 0), (0, 0)),
        (10, (1, 1, 1), (4, 3, 3)),
        (4, (100, 0), (4, 0)),
    ],
)
def test_largest_remainders(total, shares, parts):
    """The example of the field (13 posts, 60/40) and the corners come out as worked by hand."""
    assert allocate(total, shares) == parts


def test_the_company_s_preset_is_used():
    """A chosen preset decides; the recommended one is kept beside it."""
    mix = plan_mix(bakery(mix_preset="seed_60_40", posts_month=13), LIBRARY)
    assert mix.preset == "seed_60_40"
    assert mix.recommended == "general_70_20_10"
    assert mix.classes == (MixShare("useful", 60, 8), MixShare("product", 40, 5))
    assert mix.product_share == 40


def test_an_open_preset_follows_the_questionnaire():
    """Without a choice the recommendation of the question holds, with its reason."""
    mix = plan_mix(service_company(), LIBRARY)
    assert mix.preset == mix.recommended == "service_first"
    assert mix.because.by_language["es"].startswith("porque")
    assert "sector" in mix.reads


def test_pillars_get_posts_by_share():
    """Pillars divide the month, and their classes say how much of it sells."""
    pillars = (
        {"id": "pan", "name": "Pan", "class": "product", "intent": "convert", "share": 30},
        {"id": "obrador", "name": "Obrador", "class": "people", "intent": "retain", "share": 50},
        {"id": "saber", "name": "Saber", "class": "useful", "intent": "retain"},
    )
    mix = plan_mix(bakery(pillars=pillars, posts_month=10), LIBRARY)
    assert mix.pillars == (
        MixShare("pan", 30, 3),
        MixShare("obrador", 50, 5),
        MixShare("saber", 20, 2),
    )
    assert mix.intents == (MixShare("convert", 30, 3), MixShare("retain", 70, 7))
    assert mix.product_share == 30


def test_pillars_without_shares_are_equal():
    """Nobody said how much: each pillar gets the same."""
    pillars = tuple({"id": name, "name": name} for name in "abc")
    mix = plan_mix(bakery(pillars=pillars, posts_month=9), LIBRARY)
    assert [share.posts for share in mix.pillars] == [3, 3, 3]
    assert mix.intents == ()


def test_an_open_number_of_posts_gives_shares_only():
    """While nobody has said how many posts, no number is invented."""
    mix = plan_mix(derive(), LIBRARY)
    assert mix.posts_a_month == 0
    assert all(share.posts == 0 and share.share > 0 for share in mix.classes)
