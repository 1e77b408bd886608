"""Random walks over the whole questionnaire: nothing raises, nothing dead-ends, all can be reached."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.advice import advise
from generator.facts import derive_facts
from generator.library import load_library
from questionnaire.answers import Answers, Status
from questionnaire.interview import Interview
from questionnaire.sources import data_folder
from questionnaire.store import empty_answers, find_warnings, load_answers, save_answers
from questionnaire.text import ENGLISH, SPANISH
from tests.properties.companies import QUESTIONNAIRE, TODAY, companies

NIGHTLY = not settings().derandomize
WALKS = settings(
    max_examples=settings().max_examples if NIGHTLY else 60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
SAMPLES = sorted(data_folder("questionnaire", "examples").glob("*/answers.yml"))
OPENERS = {
    "out_of_hours": "on_call", "agency": "yes", "paid": "yes", "influencers": "yes",
    "lead_choice": "person", "goals": ["sales"], "jurisdictions": ["ES"], "regulated": ["health"],
    "content_languages": ["es", "en"],
}  # fmt: skip
"""Answers that lead to questions which only some companies are asked."""

STEPS = st.lists(
    st.tuples(
        st.integers(0, len(QUESTIONNAIRE.by_id) - 1),
        st.sampled_from(["recommend", "pend", "none", "later", "forget", "odd", "again"]),
        st.booleans(),
    ),
    max_size=25,
)


def _asked(interview: Interview) -> list[str]:
    """Walk from the first question to the last and back, and return what was asked."""
    seen: list[str] = []
    at = interview.next(None)
    while at is not None:
        assert at.id not in seen
        seen.append(at.id)
        at = interview.next(at.id)
    back = [seen[-1]] if seen else []
    while back and (before := interview.previous(back[-1])) is not None:
        back.append(before.id)
    assert back == seen[::-1]
    assert seen == [one.id for one in interview.visible_questions()]
    return seen


def _said(answers: Answers) -> dict[str, tuple[object, ...]]:
    """Return what is said of each question; a reason that isn't given is the same as an empty one."""
    return {
        name: (one.status, one.value, one.owner, one.due, one.reason or "")
        for name, one in answers.by_id.items()
    }


def _step(  # noqa: PLR0911 - one line an action
    interview: Interview, question_id: str, action: str, spanish: bool
) -> object:
    language = SPANISH if spanish else ENGLISH
    match action:
        case "recommend":
            return interview.recommend(question_id)
        case "pend":
            return interview.pend(question_id, None, TODAY, "x")
        case "none":
            return interview.mark_not_applicable(question_id, "no")
        case "later":
            return interview.postpone(question_id)
        case "forget" if QUESTIONNAIRE.by_id[question_id].kind != "group":
            return interview.forget(question_id)
        case "odd":
            return interview.answer(question_id, "¿? 12 lun-vie; x: y", language)
    return interview


@WALKS
@given(companies(), STEPS)
def test_a_walk_over_everything_ends_well(
    answers: Answers, steps: list[tuple[int, str, bool]]
) -> None:
    """Whatever was said, both ends are reached, the advice stands, and the file comes back equal."""
    interview = Interview(QUESTIONNAIRE, answers)
    names = list(QUESTIONNAIRE.by_id)
    for number, action, spanish in steps:
        outcome = _step(interview, names[number], action, spanish)
        if isinstance(outcome, Interview):
            interview = outcome
        else:
            assert outcome
    for question_id in _asked(interview):
        assert interview.section_of(question_id) is not None
        interview.recommendation(question_id)
    assert interview.section_states()
    assert find_warnings(interview.answers, QUESTIONNAIRE, TODAY) is not None
    advise(derive_facts(QUESTIONNAIRE, interview.answers, TODAY), load_library())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yml"
        save_answers(path, interview.answers, QUESTIONNAIRE, SPANISH)
        assert _said(load_answers(path, QUESTIONNAIRE)) == _said(interview.answers)


def test_every_question_can_be_reached() -> None:
    """From the samples, an empty file and a few answers that open doors, each question is asked."""
    people = {"id": "ana", "name": "Ana", "role": "x", "department": "management", "hours": 2}
    opened = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    outcome = opened.answer("people", [people], ENGLISH)
    for question_id, raw in OPENERS.items():
        assert isinstance(outcome, Interview)
        outcome = outcome.answer(question_id, raw, ENGLISH)
    assert isinstance(outcome, Interview)
    walks = [opened, outcome]
    walks += [Interview(QUESTIONNAIRE, load_answers(path, QUESTIONNAIRE)) for path in SAMPLES]
    reached = {question_id for walk in walks for question_id in _asked(walk)}
    assert reached == set(QUESTIONNAIRE.by_id)


def test_a_fresh_interview_answers_every_essential_question() -> None:
    """The quick way has an end too, and none of its questions waits for a deeper one."""
    interview = Interview(QUESTIONNAIRE, empty_answers(QUESTIONNAIRE))
    asked = interview.visible_questions(quick=True)
    assert len(asked) == 18
    for question in asked:
        interview = interview.postpone(question.id)
    assert {interview.state(one.id) for one in asked} == {Status.LATER}
    assert interview.first_open(quick=True) is None
