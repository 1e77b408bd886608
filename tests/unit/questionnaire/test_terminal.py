"""The terminal wizard, driven line by line as a person or a pipe would."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from questionnaire.answers import Answers, Status
from questionnaire.errors import AnswerProblems
from questionnaire.interview import Interview
from questionnaire.store import load_answers, save_answers
from questionnaire.terminal import run_wizard
from questionnaire.terminal.asking import press
from questionnaire.terminal.session import KEYS, Session
from questionnaire.terminal.speech import Speech, clean, sentences
from questionnaire.text import ENGLISH, LANGUAGES, SPANISH, Language, Text
from tests.unit.questionnaire.small import SMALL, done, fill, start

TODAY = date(2026, 11, 22)
TEAM = [{"name": "Ana", "hours": "3"}, {"name": "Ben", "hours": "2"}]


class Sitting:
    """One run of the wizard with everything that was typed and said."""

    def __init__(self, folder: Path, language: Language = ENGLISH, *, quick: bool = False) -> None:
        """Sit down in a folder."""
        self.path = folder / "answers.yml"
        self.language = language
        self.quick = quick
        self.said: list[str] = []

    def type(self, *keys: str | type[BaseException]) -> int:
        """Run with these lines as input; an exception is raised where it stands."""
        waiting: Iterator[str | type[BaseException]] = iter(keys)

        def read(prompt: str) -> str:
            self.said.append(prompt)
            key = next(waiting, EOFError)
            if isinstance(key, str):
                return key
            raise key

        return run_wizard(
            self.path, SMALL, self.language, self.quick, read, self.said.append, TODAY
        )

    @property
    def answers(self) -> Answers:
        """Return what is in the file."""
        return load_answers(self.path, SMALL)

    def value(self, question_id: str) -> object:
        """Return the value of an answer in the file."""
        return self.answers.by_id[question_id].value

    def status(self, question_id: str) -> Status:
        """Return the state of an answer in the file."""
        return self.answers.by_id[question_id].status

    @property
    def text(self) -> str:
        """Return all that was said."""
        return "\n".join(self.said)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """Return a sitting in English with no answers yet."""
    return Sitting(tmp_path)


def begin(sitting: Sitting, interview: Interview) -> None:
    """Put some answers into the file before the wizard starts."""
    save_answers(sitting.path, interview.answers, SMALL, ENGLISH)


def test_a_whole_interview(sitting: Sitting) -> None:
    """Numbers, several numbers, an order, texts of two lines, people and picks; then the end."""
    code = sitting.type(
        "Luna", "4", "1,2", "2,1", "1", "one\\", "two", "",
        "+", "Ana", "3.5", "", "", "1", "", "", "!", "", "9:30", "", "!", "", "",
    )  # fmt: skip
    assert code == 0
    assert sitting.value("places") == ("street", "web")
    assert sitting.value("goals") == ("service", "sales")
    assert sitting.value("wants_web") is True
    assert sitting.value("purpose") == "one\ntwo"
    assert sitting.value("boss") == "ana"
    assert sitting.status("posts") is Status.RECOMMENDED
    assert "playbook build" in sitting.text
    assert "Recommended by us: 2" in sitting.text


def test_it_speaks_spanish_and_switches(tmp_path: Path) -> None:
    """`l` changes the language at once and the question is asked again."""
    sitting = Sitting(tmp_path, SPANISH)
    sitting.type("l", "Luna")
    assert "¿Cómo se llama la tienda?" in sitting.said
    assert "What is the shop called?" in sitting.said
    assert sitting.answers.languages == ("es", "en")


def test_each_answer_is_saved_at_once(sitting: Sitting) -> None:
    """What was answered before the line breaks is in the file, and the next run goes on there."""
    assert sitting.type("Luna", "4") == 0
    assert sitting.value("workers") == 4
    assert "The input has ended" in sitting.text
    sitting.said.clear()
    sitting.type("q")
    assert "Where do you sell?" in sitting.said
    assert "What is the shop called?" not in sitting.said


def test_ctrl_c_is_130_and_keeps_the_answers(sitting: Sitting) -> None:
    """An interruption says where things are saved."""
    assert sitting.type("Luna", KeyboardInterrupt) == 130
    assert sitting.value("shop_name") == "Luna"
    assert str(sitting.path) in sitting.said[-1]


def test_back_shows_what_was_said_and_enter_keeps_it(sitting: Sitting) -> None:
    """Going back loses nothing, and the first question is an edge and no trap."""
    sitting.type("<", "Luna", "<", "", "4", "q")
    assert "This is the first question." in sitting.said
    assert any(line.startswith("Now: Luna") for line in sitting.said)
    assert (sitting.value("shop_name"), sitting.value("workers")) == ("Luna", 4)


def test_help_says_why_and_gives_an_example(sitting: Sitting) -> None:
    """`?` explains and asks again."""
    sitting.type("?", "q")
    assert "Why we ask: It is on every page." in sitting.said
    assert "For example: Moon Shoes" in sitting.said


def test_a_recommendation_is_shown_before_it_is_taken(sitting: Sitting) -> None:
    """Value and reason come first; no means the question stays."""
    begin(sitting, fill(shop_name="a", workers="4", places="web", goals="sales", purpose="p",
                        website="https://a.es", people=TEAM, boss="ana", helpers="ben",
                        accounts=[{"handle": "@a", "status": "active"}]))  # fmt: skip
    sitting.type("!", "n", "12", "q")
    assert "We recommend 8. Two a week fit." in sitting.said
    assert sitting.value("posts") == 12


def test_not_known_yet_asks_who_and_when(sitting: Sitting) -> None:
    """An open decision gets an owner from the list and a day that is still to come."""
    begin(sitting, fill(people=TEAM))
    sitting.type("-", "9", "2", "soon", "2020-01-01", "2026-12-15", "ask Ben", "q")
    found = sitting.answers.by_id["shop_name"]
    assert (found.owner, found.due, found.reason) == ("ben", date(2026, 12, 15), "ask Ben")
    assert "That day has gone. Give one that is to come." in sitting.said


def test_not_applicable_and_later(sitting: Sitting) -> None:
    """`x` asks why, `>` only skips."""
    sitting.type("x", "no shop", ">", "q")
    assert sitting.answers.by_id["shop_name"].reason == "no shop"
    assert sitting.status("workers") is Status.LATER


def test_a_letter_in_quotes_is_an_answer(sitting: Sitting) -> None:
    """A shop may be called X."""
    sitting.type('"X"', "q")
    assert sitting.value("shop_name") == "X"


def test_in_spanish_s_is_yes_where_yes_is_asked(tmp_path: Path) -> None:
    """A yes-or-no question takes `s` as everybody means it."""
    sitting = Sitting(tmp_path, SPANISH)
    begin(sitting, fill(shop_name="a", workers="4", places="street", goals="sales"))
    sitting.type("s", "q")
    assert sitting.value("wants_web") is True


def test_a_wrong_answer_is_explained_and_asked_again(sitting: Sitting) -> None:
    """The sentence comes from the same messages as in a file; options are named by number."""
    sitting.type("Luna", "many", "4", "7", "1", "q")
    assert sum("That won't do" in line for line in sitting.said) == 1
    assert '"7" isn\'t in the list. Type the number of an option.' in sitting.said
    assert sitting.value("places") == ("street",)


def test_nothing_invisible_is_printed(sitting: Sitting) -> None:
    """A pasted escape sequence never reaches the screen, nor the file."""
    sitting.type("\x1b[31mred\x07", "Luna", "q")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", sitting.text.replace("\n", ""))
    assert clean("a\x1b[2J\x1b]0;title\x07b\n c\u202e") == "ab c"


def test_sections_are_listed_and_reached_by_number(sitting: Sitting) -> None:
    """The list says how far each section is."""
    sitting.type("Luna", "s", "3", "8", "q")
    assert "  1. Your shop · in progress, 4 to go" in sitting.said
    assert "  2. Who runs it · not started" in sitting.said
    assert sitting.value("posts") == 8
    assert "Section 3 of 3 · The pace · 1 min" in sitting.said


def test_review_changes_one_answer_and_goes_on(sitting: Sitting) -> None:
    """After the change the wizard is back at the first question nobody has seen."""
    sitting.type("Luna", "4", "r", "1", "Sol", "1", "q")
    assert sitting.value("shop_name") == "Sol"
    assert sitting.value("places") == ("street",)
    assert "  2. Staff: 4" in sitting.said


def test_review_of_everything(sitting: Sitting) -> None:
    """`a` widens the list to all sections."""
    sitting.type("r", "a", "99", "", "q")
    assert "  8. Decides: not answered" in sitting.said
    assert "That number isn't in the list." in sitting.said


def at_people(sitting: Sitting, *keys: str) -> None:
    """Type at the list of people, with three of them on it already."""
    team = [*TEAM, {"name": "Cy", "hours": "1"}]
    begin(sitting, fill(people=team))
    sitting.type("s", "2", "<", "q")
    sitting.said.clear()
    sitting.type("s", "2", "<", *keys, "q")


def test_people_are_changed_and_removed_by_number(sitting: Sitting) -> None:
    """Fields are asked one by one with what is there; `<` goes to the field before."""
    at_people(sitting, "2", "", "<", "Benno", "7", "ben@x.es", "-3", "")
    people = [dict(item) for item in sitting.answers.items_of("people")]
    assert people == [
        {"id": "ana", "name": "Ana", "hours": 3},
        {"id": "ben", "name": "Benno", "hours": 7, "email": "ben@x.es"},
    ]


def test_a_person_in_use_stays(sitting: Sitting) -> None:
    """The refusal says where the person is named."""
    begin(sitting, fill(people=TEAM, boss="ben"))
    sitting.type("s", "2", "<", "<", "-2", "", "q")
    assert len(sitting.answers.items_of("people")) == 2
    assert any("boss" in line for line in sitting.said)


def test_a_person_is_added_where_one_is_chosen(sitting: Sitting) -> None:
    """`+` under a pick leads to a new person and back to the pick."""
    begin(sitting, fill(people=TEAM))
    sitting.type("s", "2", "Zoe", "+", "Zoe", "1", "", "3", "q")
    assert sitting.value("boss") == "zoe"
    assert any("or + to add that person" in line for line in sitting.said)


def test_a_half_filled_person_is_kept_as_soon_as_it_can_be(sitting: Sitting) -> None:
    """Leaving in the middle of an item keeps what was complete enough, and nothing broken."""
    begin(sitting, fill(people=TEAM))
    sitting.type("s", "2", "+", "Zoe", "q")
    assert len(sitting.answers.items_of("people")) == 2
    sitting.type("s", "2", "+", "Zoe", "5", "q")
    assert len(sitting.answers.items_of("people")) == 3


def test_a_field_can_be_recommended(sitting: Sitting) -> None:
    """Inside an item `!` fills in our value, and opens what depends on it."""
    begin(sitting, fill(people=TEAM, boss="ana", workers="1"))
    sitting.type("s", "2", "+", "@luna", "!", "", "1", "", "q")
    assert dict(sitting.answers.items_of("accounts")[0]) == {
        "id": "luna", "handle": "@luna", "status": "active", "owner": "ana",
    }  # fmt: skip


def test_a_text_in_two_languages_changes_in_one(sitting: Sitting) -> None:
    """Writing in English leaves the Spanish text as it was."""
    begin(sitting, fill(shop_name={"es": "Luna", "en": "Moon"}))
    sitting.type("<", "r", "1", "New Moon", "q")
    value = sitting.value("shop_name")
    assert isinstance(value, Text)
    assert dict(value.by_language) == {"es": "Luna", "en": "New Moon"}


def test_quick_asks_the_essential_and_says_what_is_left(tmp_path: Path) -> None:
    """Seven questions, two fields a person, and a way on."""
    sitting = Sitting(tmp_path, quick=True)
    assert sitting.type("Luna", "4", "2", "1", "+", "Ana", "3", "", "1", "!", "", "") == 0
    assert "What is the shop for?" not in sitting.said
    assert any("--quick" in line for line in sitting.said)


def test_everything_touched_leads_to_the_end_and_back(sitting: Sitting) -> None:
    """A finished file opens at the summary; what was left for later can be taken up."""
    interview = fill(shop_name="a", workers="1", places="web", goals="sales", people=TEAM)
    for question in interview.visible_questions():
        if interview.state(question.id) is None:
            interview = interview.postpone(question.id)
    begin(sitting, done(interview.pend("colour", "ana")))
    assert sitting.type("z", ">", "for shoes", "s", "", "q") == 0
    assert sitting.value("purpose") == "for shoes"
    assert "  - Colour: open decision · Ana" in sitting.said


def test_a_file_changed_meanwhile_stops_the_wizard(sitting: Sitting) -> None:
    """Nothing of what somebody else wrote is overwritten; the exit code says it went wrong."""
    begin(sitting, start())
    lines = iter(["Luna", "4"])

    def read(_prompt: str) -> str:
        sitting.path.write_text(sitting.path.read_text(encoding="utf-8") + "# hand\n", "utf-8")
        return next(lines)

    said = sitting.said.append
    assert run_wizard(sitting.path, SMALL, ENGLISH, False, read, said, TODAY) == 1
    assert "Luna" not in sitting.path.read_text(encoding="utf-8")


def test_unreadable_answers_are_told_before_anything_is_asked(sitting: Sitting) -> None:
    """The caller words the problems; the wizard doesn't start on top of them."""
    sitting.path.write_text("format: 1\nanswers: {workers: lots}\n", "utf-8")
    with pytest.raises(AnswerProblems):
        sitting.type("q")
    assert sitting.said == []


def test_every_key_does_something(sitting: Sitting) -> None:
    """No key of the list is a dead end."""
    waiting = iter(["", "", "", "", "", ""])
    speech = Speech(ENGLISH, lambda _prompt: next(waiting), lambda _line: None)
    for key in KEYS - {"q"}:
        session = Session(
            speech, start(), sitting.path.with_suffix(f".{ord(key)}"), b"", False, TODAY
        )
        waiting = iter([""] * 6)
        assert press(session, SMALL.by_id["shop_name"], key).kind in {"next", "back", "stay"}


def test_every_sentence_exists_in_both_languages_with_the_same_gaps() -> None:
    """A sentence that forgets a value in one language would say less there."""
    for key, texts in sentences().items():
        assert set(texts) == set(LANGUAGES), key
        gaps = [
            {name for _, name, _, _ in Formatter().parse(text)} - {None} for text in texts.values()
        ]
        assert gaps[0] == gaps[1], key


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from questionnaire.loader import load_questionnaire
from questionnaire.terminal import run_in_terminal
from questionnaire.text import ENGLISH
small = load_questionnaire(Path(sys.argv[1]))
sys.exit(run_in_terminal(Path(sys.argv[2]), small, ENGLISH, quick=False, today=date(2026, 11, 22)))
"""


def test_a_real_pipe_and_a_real_kill(tmp_path: Path) -> None:
    """Through a pipe it ends well at the end of the input; kill -9 loses no answer given."""
    data = Path(__file__).parent / "data" / "small"
    command = [sys.executable, "-c", PROGRAM, str(data), str(tmp_path / "answers.yml")]
    piped = subprocess.run(command, input="Luna\n", capture_output=True, text=True, check=False)
    assert (piped.returncode, piped.stderr) == (0, "")
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write("4\n")
    running.stdin.flush()
    while "Where do you sell?" not in running.stdout.readline():
        pass
    running.send_signal(signal.SIGKILL)
    running.communicate()
    assert load_answers(tmp_path / "answers.yml", SMALL).by_id["workers"].value == 4
