"""Whatever people answer, in whatever order: nothing is lost, nothing raises, nothing dead-ends."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaire.answers import Answer, Answers, Status
from questionnaire.interview import Interview
from questionnaire.kinds import KINDS, KindContext
from questionnaire.loader import load_questionnaire
from questionnaire.sources import INVISIBLE, read_untrusted
from questionnaire.store import digest_file, empty_answers, load_answers, save_answers
from questionnaire.store.recent import read_once
from questionnaire.terminal import run_wizard
from questionnaire.text import ENGLISH, NEUTRAL, SPANISH

SMALL = load_questionnaire(Path(__file__).parent.parent / "unit/questionnaire/data/small")
HERE = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

ODD = st.sampled_from(
    [
        "Panadería Ñandú 🥐", "a: b", "- lista", "# no comment", "@handle", "#tag", "'", '"', "no",
        "012", "9:30", "null", "~", "x: |", "{a}", "[b", "&c", "*d", "!e", "% f", "| g", "> h",
        'dice: «sí», y "no"', "日本", "\\n", "\u00a0", "? q", "a #b", "👩‍👩‍👧", "=1+1",
    ]
)  # fmt: skip
WORDS = st.one_of(
    ODD,
    st.text(
        alphabet=st.characters(
            blacklist_categories=("Cs", "Cc", "Zl", "Zp"), max_codepoint=0x1FFFF
        ),
        max_size=120,
    ).filter(lambda text: not INVISIBLE.search(text)),
)
LINES = st.lists(WORDS, max_size=5).map("\n".join)


def _read(question_id: str, raw: object) -> object:
    """Return what the question makes of a raw value, or None."""
    question = SMALL.by_id[question_id]
    items = {"people": ({"id": "ana", "name": "Ana"},)}
    return KINDS[question.kind].parse(question, raw, NEUTRAL, KindContext(items)).value


@st.composite
def answered(draw: st.DrawFn) -> Answers:  # noqa: C901 - one draw a state
    """Draw a set of valid answers in all the states there are."""
    raw: dict[str, object] = {
        "shop_name": draw(WORDS),
        "workers": draw(st.integers(1, 100)),
        "places": draw(st.sampled_from([["street"], ["web", "street"], ["nowhere"]])),
        "goals": draw(st.permutations(["sales", "service", "hiring"]))[:2],
        "wants_web": draw(st.booleans()),
        "purpose": draw(st.one_of(LINES, st.builds(lambda a, b: {"es": a, "en": b}, LINES, LINES))),
        "people": [
            {"id": "ana", "name": "Ana", "hours": draw(st.sampled_from([3, 2.5, 0]))},
            {"name": draw(WORDS.filter(str.strip)), "hours": 1},
        ],
        "boss": "ana",
        "helpers": ["ana"],
        "posts": 12,
        "many": "no",
        "opens": draw(st.times()).replace(second=0, microsecond=0, tzinfo=None),
        "starts": draw(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        "colour": "#0b6e4f",
    }
    by_id: dict[str, Answer] = {}
    for question_id in draw(st.permutations(list(raw))):
        if question_id not in ("people", "boss") and draw(st.booleans()):
            continue
        value = _read(question_id, raw[question_id])
        if value is not None:
            note = draw(st.none() | WORDS)
            by_id[question_id] = Answer(Status.ANSWERED, value, note=note)
    for question_id in ("posts", "colour"):
        if question_id not in by_id:
            by_id[question_id] = Answer(Status.RECOMMENDED)
    if "goals" not in by_id:
        owner = "ana" if "people" in by_id else None
        due = draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)))
        by_id["goals"] = Answer(Status.PENDING, None, owner, due, draw(st.none() | WORDS))
    if "website" not in by_id:
        by_id["website"] = Answer(Status.NOT_APPLICABLE, reason=draw(WORDS))
    if "many" not in by_id:
        by_id["many"] = Answer(Status.LATER)
    return Answers("small", "1.0", draw(st.sampled_from([("es", "en"), ("en",)])),
                   MappingProxyType(by_id))  # fmt: skip


@HERE
@given(first=answered(), second=answered())
def test_what_is_saved_is_what_is_loaded(first: Answers, second: Answers) -> None:
    """Any valid answers come back equal, in a new file and over a file that says other things."""
    with TemporaryDirectory() as folder:
        _save_twice(Path(folder) / "answers.yml", first, second)


def _save_twice(path: Path, first: Answers, second: Answers) -> None:
    digest = save_answers(path, first, SMALL, SPANISH, b"")
    assert load_answers(path, SMALL) == first
    text = path.read_text(encoding="utf-8")
    path.write_text("# mine\n" + text + "x-own: kept\n", encoding="utf-8")
    digest = save_answers(path, second, SMALL, ENGLISH, digest_file(path))
    assert load_answers(path, SMALL) == _with_old_notes(second, first)
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "x-own: kept" in text
    assert read_once(path.read_bytes(), path.name) == read_untrusted(path.read_bytes(), path.name)
    assert save_answers(path, load_answers(path, SMALL), SMALL, SPANISH, digest) == digest


def _with_old_notes(answers: Answers, before: Answers) -> Answers:
    """Give answers the notes that the file keeps for them."""
    for question_id, answer in before.by_id.items():
        mine = answers.by_id.get(question_id)
        if answer.note is not None and mine is not None and mine.note is None:
            answers = answers.with_answer(
                question_id,
                Answer(mine.status, mine.value, mine.owner, mine.due, mine.reason, answer.note),
            )
    return answers


RAW = st.one_of(
    st.sampled_from(["1", "2", "60", "street", "web,street", "sales", "yes", "no", "9:30", "ana",
                     "2026-12-15", "#fff", "boss", "web_team", "", "nowhere", "x", "service, sales"]),
    WORDS,
    st.just(["web"]), st.just({"es": "a"}), st.none(),
)  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "recommend", "pend", "none", "later", "add", "change", "remove",
                         "next", "back"]),
        st.sampled_from(list(SMALL.by_id)), RAW, st.integers(0, 2), st.booleans(),
    ),
    max_size=40,
)  # fmt: skip


def _act(  # noqa: C901, PLR0911 - one line an action
    interview: Interview, step: tuple[str, str, object, int, bool]
) -> object:
    """Do one random thing."""
    name, question_id, raw, number, spanish = step
    language = SPANISH if spanish else ENGLISH
    items = len(interview.items("people"))
    match name:
        case "answer":
            return interview.answer(question_id, raw, language)
        case "recommend":
            return interview.recommend(question_id)
        case "pend":
            return interview.pend(question_id, "ana" if spanish else None, None, None)
        case "none":
            return interview.mark_not_applicable(question_id, "no")
        case "later":
            return interview.postpone(question_id)
        case "add":
            return interview.answer_item("people", None, {"name": raw, "hours": 1}, language)
        case "change" if number < items:
            return interview.answer_item("people", number, {"name": raw, "hours": 2}, language)
        case "remove" if number < items:
            return interview.remove_item("people", number)
    return interview


@HERE
@given(STEPS)
def test_a_random_walk_loses_nothing_and_never_ends_dead(
    steps: list[tuple[str, str, object, int, bool]],
) -> None:
    """Each step touches its own question only; what is there can always be left at both ends."""
    interview = Interview(SMALL, empty_answers(SMALL))
    for step in steps:
        outcome = _act(interview, step)
        if isinstance(outcome, tuple):
            assert outcome  # a refusal says why
            continue
        assert isinstance(outcome, Interview)
        touched = {"people"} if step[0] in ("add", "change", "remove") else {step[1]}
        for question_id, answer in interview.answers.by_id.items():
            if question_id not in touched and outcome.is_visible(question_id):
                assert outcome.answers.by_id[question_id] == answer
        interview = outcome
        _walk_to_both_ends(interview, step[1])


def _walk_to_both_ends(interview: Interview, question_id: str) -> None:
    """From any question, asked or not, both ends are reached in as many steps as there are."""
    asked = len(interview.visible_questions())
    at = interview.next(question_id)
    for _ in range(asked):
        at = interview.next(at.id) if at else None
    assert at is None
    at = interview.previous(question_id)
    for _ in range(asked):
        at = interview.previous(at.id) if at else None
    assert at is None
    assert len(interview.section_states()) == len(interview.visible_sections())


@HERE
@given(STEPS)
def test_whatever_is_done_can_be_saved_and_loaded(
    steps: list[tuple[str, str, object, int, bool]],
) -> None:
    """No order of actions leads to a file that can't be read again."""
    interview = Interview(SMALL, empty_answers(SMALL))
    for step in steps:
        outcome = _act(interview, step)
        interview = outcome if isinstance(outcome, Interview) else interview
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yml"
        save_answers(path, interview.answers, SMALL, SPANISH)
        assert load_answers(path, SMALL) == interview.answers


KEYS = st.lists(
    st.one_of(
        st.sampled_from(
            ["<", "?", "!", "-", "x", "s", "r", "l", ">", "+", "", "1", "2", "3", "-1"]
        ),
        st.sampled_from(["a", "n", "9:30", "2027-01-01", "Ana", "5", "1,2", "\x1b[A", "\u2066"]),
        WORDS,
    ),
    max_size=60,
)


@HERE
@given(KEYS, st.booleans(), st.booleans())
def test_whatever_is_typed_the_wizard_ends_well(
    keys: list[str], quick: bool, spanish: bool
) -> None:
    """Any lines lead to the end of the input, exit code 0 and a file that can be read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yml"
        typed = iter(keys)

        def read(_prompt: str) -> str:
            found = next(typed, None)
            if found is None:
                raise EOFError
            return found

        said: list[str] = []
        language = SPANISH if spanish else ENGLISH
        today = date(2026, 11, 22)
        assert run_wizard(path, SMALL, language, quick, read, said.append, today) == 0
        assert not any("\x1b" in line or "\n" in line for line in said)
        if path.exists():
            load_answers(path, SMALL)
