"""Presets: sound, only what differs, never an answer, and every fault told at once."""

from pathlib import Path

import pytest

from questionnaire.errors import ContentProblems
from questionnaire.interview import Interview
from questionnaire.loader import load_questionnaire
from questionnaire.messages import knows
from questionnaire.preset import (
    SIZES,
    UNSUGGESTED,
    Preset,
    find_presets,
    find_source,
    load_presets,
    open_suggestions,
    size_of,
    suggestions,
    take,
)
from questionnaire.store import empty_answers, load_answers, save_answers
from questionnaire.text import ENGLISH, LANGUAGES

QUESTIONNAIRE = load_questionnaire()
PRESETS = load_presets(QUESTIONNAIRE)
SOUND = """\
id: kiosk
name: {es: Quiosco, en: Kiosk}
sector: retail
sizes: [micro]
source: {es: nuestra, en: ours}
suggests:
  posts_month: {value: 3, because: {es: porque sí, en: because}}
"""


def _start(preset: Preset, size: str) -> Interview:
    interview = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    answers = {"sector": preset.sector, "employees": SIZES[size] + 2}  # type: ignore[index]
    for question, raw in answers.items():
        outcome = interview.answer(question, raw, ENGLISH)
        assert isinstance(outcome, Interview)
        interview = outcome
    return interview


def _load(folder: Path, text: str) -> list[str]:
    """Return the codes of what is wrong with one preset."""
    (folder / "one.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentProblems) as caught:
        load_presets(QUESTIONNAIRE, folder)
    assert all(problem.where.line for problem in caught.value.problems)
    assert all(knows(problem.code) for problem in caught.value.problems)
    return [problem.code for problem in caught.value.problems]


def test_there_is_a_preset_for_every_sector_but_other() -> None:
    """Fifteen sectors of the plan are there, on the codes of the questionnaire."""
    sectors = {choice.value for choice in QUESTIONNAIRE.by_id["sector"].choices}
    assert {preset.sector for preset in PRESETS} == sectors - {"other"}
    assert len(PRESETS) >= 15


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_preset_holds_only_what_differs(preset: Preset) -> None:
    """What we would recommend anyway, from sector and size alone, is no suggestion."""
    for size in preset.sizes:
        interview = _start(preset, size)
        for name, suggestion in suggestions(preset, QUESTIONNAIRE).items():
            advice = interview.recommendation(name)
            assert advice is None or advice[0] != suggestion.value, name


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_every_suggestion_has_its_reason_in_both_languages(preset: Preset) -> None:
    """A reason goes on after the value, so it starts with because."""
    assert preset.suggests
    for text in (preset.name, preset.source):
        assert all(text.by_language[language].strip() for language in LANGUAGES)
    for suggestion in preset.suggests:
        assert suggestion.because.by_language["es"].startswith("porque ")
        assert suggestion.because.by_language["en"].startswith("because ")
        assert QUESTIONNAIRE.by_id[suggestion.question].kind not in UNSUGGESTED


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_suggestion_can_be_taken_as_it_is(preset: Preset) -> None:
    """The interview accepts every suggested value, one after another."""
    interview = _start(preset, preset.sizes[0])
    for name, suggestion in suggestions(preset, QUESTIONNAIRE).items():
        outcome = interview.answer(name, suggestion.value, ENGLISH)
        assert isinstance(outcome, Interview), (name, outcome)
        interview = outcome


def test_presets_are_found_by_sector_and_size() -> None:
    """A small bookshop gets the specialist shop, a large chain the chain."""
    assert [one.id for one in find_presets(PRESETS, "retail", 5)] == ["specialist_shop"]
    assert [one.id for one in find_presets(PRESETS, "retail", 900)] == ["retail_chain"]
    assert len(find_presets(PRESETS, "retail", None)) == 2
    assert find_presets(PRESETS, "other", 5) == ()
    assert len(find_presets(PRESETS, None, None)) == len(PRESETS)


@pytest.mark.parametrize(
    ("employees", "size"),
    [(1, "micro"), (9, "micro"), (10, "small"), (49, "small"), (50, "full"), (None, None)],
)
def test_the_size_follows_the_staff(employees: object, size: str | None) -> None:
    """The bounds are those that choose the book."""
    assert size_of(employees) == size


def test_suggestions_come_in_the_order_of_the_questions() -> None:
    """Whoever goes through them meets them as the interview does."""
    order = list(QUESTIONNAIRE.by_id)
    for preset in PRESETS:
        names = list(suggestions(preset, QUESTIONNAIRE))
        assert names == sorted(names, key=order.index)


def test_a_sound_preset_is_read(tmp_path: Path) -> None:
    """The values come typed by their question."""
    (tmp_path / "one.yml").write_text(SOUND, encoding="utf-8")
    (preset,) = load_presets(QUESTIONNAIRE, tmp_path)
    assert preset.suggests[0].value == 3


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("posts_month:", "post_month:", "preset.unknown_question"),
        ("posts_month: {value: 3", "people: {value: []", "preset.own_answer"),
        ("value: 3", "value: many", "answer.number"),
        ("value: 3", "value: -1", "answer.out_of_range"),
        ("sector: retail", "sector: retial", "answer.choice"),
        ("sizes: [micro]", "sizes: [tiny]", "questionnaire.wrong_value"),
        ("{es: porque sí, en: because}", "{es: porque sí}", "questionnaire.missing_language"),
        ("source: {es: nuestra, en: ours}\n", "", "questionnaire.missing_key"),
        ("sizes:", "size:", "questionnaire.unknown_key"),
        ("value: 3", "value: null", "questionnaire.missing_key"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    """An author learns what is wrong and where."""
    assert code in _load(tmp_path, SOUND.replace(old, new))


def test_two_presets_cannot_share_an_id(tmp_path: Path) -> None:
    """An id names one preset."""
    (tmp_path / "zero.yml").write_text(SOUND, encoding="utf-8")
    assert _load(tmp_path, SOUND) == ["questionnaire.duplicate_id"]


def _begin(**answers: object) -> Interview:
    interview = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    for question, raw in answers.items():
        outcome = interview.answer(question, raw, ENGLISH)
        assert isinstance(outcome, Interview)
        interview = outcome
    return interview


def test_nothing_is_suggested_before_sector_and_size_are_known() -> None:
    """Half of what chooses a preset would suggest another company's answers."""
    assert open_suggestions(_begin(), PRESETS) == ()
    assert open_suggestions(_begin(sector="restaurant"), PRESETS) == ()
    offers = open_suggestions(_begin(sector="restaurant", employees=6), PRESETS)
    assert {one.preset.id for one in offers} == {"restaurant"}
    assert "goals" in {one.suggestion.question for one in offers}


def test_what_the_company_said_is_never_suggested_over() -> None:
    """A question left for later is still open; an answered one is not."""
    interview = _begin(sector="restaurant", employees=6, reply_hours=3)
    interview = interview.postpone("goals")
    names = {one.suggestion.question for one in open_suggestions(interview, PRESETS)}
    assert "reply_hours" not in names
    assert "goals" in names


def test_a_taken_suggestion_says_where_it_comes_from() -> None:
    """Until somebody answers something else, the answer carries its preset."""
    interview = _begin(sector="restaurant", employees=6)
    (offer,) = (
        one
        for one in open_suggestions(interview, PRESETS)
        if one.suggestion.question == "reply_hours"
    )
    taken = take(interview, offer)
    assert isinstance(taken, Interview)
    assert taken.value("reply_hours") == offer.suggestion.value
    assert find_source(taken, "reply_hours", PRESETS) == offer.preset
    same = taken.answer("reply_hours", "1", ENGLISH)
    assert isinstance(same, Interview)
    assert find_source(same, "reply_hours", PRESETS) == offer.preset
    other = taken.answer("reply_hours", "2", ENGLISH)
    assert isinstance(other, Interview)
    assert find_source(other, "reply_hours", PRESETS) is None


def test_the_mark_of_a_suggestion_survives_the_file(tmp_path: Path) -> None:
    """It's written beside the answers, read back, and gone once the answer is the company's own."""
    interview = _begin(sector="restaurant", employees=6)
    for offer in open_suggestions(interview, PRESETS):
        outcome = take(interview, offer)
        assert isinstance(outcome, Interview)
        interview = outcome
    path = tmp_path / "answers.yml"
    save_answers(path, interview.answers, QUESTIONNAIRE, ENGLISH)
    read = load_answers(path, QUESTIONNAIRE)
    assert read == interview.answers
    assert read.by_id["goals"].preset == "restaurant"
    changed = Interview(QUESTIONNAIRE, read).answer("goals", ["sales"], ENGLISH)
    assert isinstance(changed, Interview)
    save_answers(path, changed.answers, QUESTIONNAIRE, ENGLISH)
    assert "goals: restaurant" not in path.read_text(encoding="utf-8")
    assert load_answers(path, QUESTIONNAIRE) == changed.answers
