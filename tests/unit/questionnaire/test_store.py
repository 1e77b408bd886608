"""answers.yml: every problem at once, and a save that loses nothing people wrote."""

import stat
from datetime import date, time
from pathlib import Path

import pytest

from questionnaire import sources
from questionnaire.answers import Answers, Status
from questionnaire.errors import AnswerProblems, WorkspaceProblems
from questionnaire.interview import Interview
from questionnaire.messages import all_messages
from questionnaire.store import digest_file, empty_answers, load_answers, save_answers
from questionnaire.text import ENGLISH, SPANISH
from tests.unit.questionnaire.small import SMALL, done, fill

HEAD = 'format: 1\nquestionnaire: {id: small, version: "1.0"}\nlanguages: [es, en]\n'


def load(path: Path, text: str) -> Answers:
    """Load a text as answers.yml."""
    path = path / "answers.yml"
    path.write_text(text, encoding="utf-8")
    return load_answers(path, SMALL)


def problems(path: Path, text: str) -> list[tuple[str, int | None, str | None]]:
    """Return the code, line and question of every problem of a text."""
    with pytest.raises(AnswerProblems) as caught:
        load(path, text)
    assert all(one.code in all_messages() for one in caught.value.problems)
    return [(one.code, one.where.line, one.where.question) for one in caught.value.problems]


def test_values_are_typed_by_their_questions(tmp_path: Path) -> None:
    """What YAML would take for a number, a yes or a time is what the question says it is."""
    found = load(
        tmp_path,
        HEAD + "answers:\n  shop_name: 012\n  workers: 12\n  wants_web: no\n  opens: 15:00\n"
        "  starts: 2026-12-15\n  places: [web, street]\n  many: no\n",
    )  # fmt: skip
    values = {key: answer.value for key, answer in found.by_id.items()}
    assert values == {
        "shop_name": "012",
        "workers": 12,
        "wants_web": False,
        "opens": time(15, 0),
        "starts": date(2026, 12, 15),
        "places": ("street", "web"),
        "many": "no",
    }


def test_every_state_is_read(tmp_path: Path) -> None:
    """Recommended, pending, not applicable and later, with their details and notes."""
    found = load(
        tmp_path,
        HEAD + "answers:\n  people:\n    - {name: Ana, hours: 3}\nrecommend: [posts]\n"
        "pending: {colour: {owner: ana, due: 2026-12-15, reason: no logo}}\n"
        "not_applicable: {website: none}\nlater: [purpose]\nnotes: {posts: ask}\n",
    ).by_id  # fmt: skip
    assert found["posts"].status is Status.RECOMMENDED
    assert found["posts"].note == "ask"
    assert (found["colour"].owner, found["colour"].due) == ("ana", date(2026, 12, 15))
    assert found["website"].reason == "none"
    assert found["purpose"].status is Status.LATER


def test_all_problems_come_at_once_with_their_lines(tmp_path: Path) -> None:
    """Nobody mends one problem only to be told the next."""
    text = (
        "format: 1\nanswers:\n  shop_nmae: x\n  workers: many\n  people:\n    - name: Ana\n"
        "      hours: 3\n    - name: Ben\n      hours: lots\n  boss: Zoe\n  posts: 7\n"
        "recommend:\n  - posts\n  - shop_name\npending:\n  colour:\n    owner: zoe\n"
        "    due: 2026-02-31\n    when: soon\nlatter: [goals]\nx-mine: kept\n"
    )
    assert problems(tmp_path, text) == [
        ("answers.unknown_question_meant", 3, "shop_nmae"),
        ("answer.number", 4, "workers"),
        ("answer.number", 9, "people[2].hours"),
        ("answer.pick", 10, "boss"),
        ("answers.two_states", 13, "posts"),
        ("answers.no_recommendation", 14, "shop_name"),
        ("answers.owner", 17, "colour"),
        ("answer.no_such_date", 18, "colour"),
        ("answers.unknown_key", 19, None),
        ("answers.unknown_key_meant", 20, None),
    ]


def test_the_problem_carries_value_and_what_was_meant(tmp_path: Path) -> None:
    """The sentence can say what stood there and what to write instead."""
    with pytest.raises(AnswerProblems) as caught:
        load(tmp_path, "format: 1\nanswers:\n  shop_nmae: x\n")
    assert dict(caught.value.problems[0].data) == {"value": "shop_nmae", "meant": "shop_name"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "yaml.empty"),
        ("# only a comment\n", "yaml.empty"),
        ("- a\n", "yaml.not_mapping"),
        ("hello\n", "yaml.not_mapping"),
        ("format: 1\n---\nformat: 1\n", "yaml.second_document"),
        ("format: 1\nformat: 1\n", "yaml.duplicate_key"),
        ("format: 2\n", "answers.format_newer"),
        ("format: one\n", "answers.format"),
        ("answers: {}\n", "answers.format"),
        ("format: 1\nanswers: [a]\n", "answers.not_mapping"),
        ("format: 1\nrecommend: {a: b}\n", "answers.not_list"),
        ("format: 1\nquestionnaire: {id: other}\n", "answers.other_questionnaire"),
        ("format: 1\nlanguages: [es, xx]\n", "answers.languages"),
        ("format: 1\nnotes: {posts: [a]}\n", "answers.not_text"),
        ("format: 1\nanswers: {shop_name: [a]}\n", "answer.one_value"),
        ("format: 1\nlater: [posts]\nrecommend: [posts]\n", "answers.two_states"),
    ],
)
def test_a_file_that_cannot_be_answers_is_explained(tmp_path: Path, text: str, code: str) -> None:
    """Each has a sentence of its own."""
    assert [found[0] for found in problems(tmp_path, text)] == [code]


def test_no_file_is_a_matter_of_the_workspace(tmp_path: Path) -> None:
    """The command says how to begin instead of showing a read error."""
    with pytest.raises(WorkspaceProblems) as caught:
        load_answers(tmp_path / "answers.yml", SMALL)
    assert caught.value.problems[0].code == "workspace.no_answers"
    assert digest_file(tmp_path / "answers.yml") == b""


def test_answers_of_hidden_questions_are_kept(tmp_path: Path) -> None:
    """A condition that doesn't hold is no reason to forget."""
    found = load(tmp_path, HEAD + "answers:\n  workers: 1\n  places: [web]\n  wants_web: yes\n")
    save_answers(tmp_path / "answers.yml", found, SMALL, SPANISH)
    assert load_answers(tmp_path / "answers.yml", SMALL).by_id["wants_web"].value is True


def test_a_new_file_explains_itself(tmp_path: Path) -> None:
    """Each value stands under its question, what looks like something else is in quotes."""
    path = tmp_path / "answers.yml"
    there = fill(shop_name="@luna", workers="4", goals="service, sales", opens="15:00")
    there = fill(there, purpose="one\ntwo # three", posts="12", many="no")
    save_answers(path, there.answers, SMALL, SPANISH)
    text = path.read_text(encoding="utf-8")
    assert "  # ¿Cómo se llama la tienda?\n  shop_name: '@luna'\n" in text
    assert "  workers: 4\n" in text
    assert "  goals: [service, sales]\n" in text
    assert "  purpose: |-\n    one\n    two # three\n" in text
    assert '  many: "no"\n' in text
    assert '  opens: "15:00"\n' in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


BY_HAND = """\
# My shop, do not lose
format: 1
questionnaire: {id: small, version: "1.0"}   # never touch
x-mine: {phone: 0123}
answers:
  # checked with the notary
  shop_name: Luna
  # ¿Cuántas personas trabajan?
  workers: 4   # since May
  wants_web: yes
  people:
    # the owner
    - name: Ana   # call her first
      hours: 3
      x-locker: 7
    - {name: Ben, hours: 1.50}
  boss: ana
recommend:
  # my favourite
  - posts
# the end
"""


def test_what_people_wrote_survives_a_save(tmp_path: Path) -> None:
    """Comments, order, x- keys and spellings stay; only what changed changes."""
    before = load(tmp_path, BY_HAND)
    path = tmp_path / "answers.yml"
    after = fill(Interview(SMALL, before), workers="5", goals="sales")
    after = done(after.answer_item("people", 0, {"name": "Ana", "hours": "6"}, ENGLISH))
    after = done(after.recommend("colour"))
    save_answers(path, after.answers, SMALL, ENGLISH)
    text = path.read_text(encoding="utf-8")
    expected = BY_HAND.replace("workers: 4   #", "workers: 5   #")
    expected = expected.replace(
        "  wants_web", "  # What do you want, in order?\n  goals: [sales]\n  wants_web"
    )
    expected = expected.replace("hours: 3\n", "hours: 6\n").replace(
        "- posts\n", "- posts\n  - colour\n"
    )
    kept = [line for line in expected.splitlines() if "people:" not in line and "Ben" not in line]
    assert [line for line in kept if line not in text.splitlines()] == []
    assert load_answers(path, SMALL) == after.answers


def test_a_save_that_changes_nothing_changes_no_byte(tmp_path: Path) -> None:
    """The hand-written `yes` and `1.50` are left as they are."""
    before = load(tmp_path, BY_HAND)
    save_answers(tmp_path / "answers.yml", before, SMALL, ENGLISH)
    assert (tmp_path / "answers.yml").read_text(encoding="utf-8") == BY_HAND


def test_the_question_is_written_once(tmp_path: Path) -> None:
    """Saving again, also in the other language, doesn't pile up comments."""
    path = tmp_path / "answers.yml"
    save_answers(path, fill(workers="4").answers, SMALL, SPANISH)
    save_answers(path, fill(workers="5").answers, SMALL, ENGLISH)
    assert path.read_text(encoding="utf-8").count("#") == 1


def test_an_answer_that_changes_state_leaves_no_trace(tmp_path: Path) -> None:
    """The value and our comment go; the comment a person wrote above it stays in the file."""
    before = load(tmp_path, BY_HAND)
    after = done(Interview(SMALL, before).pend("shop_name"))
    after = done(after.pend("workers"))
    save_answers(tmp_path / "answers.yml", after.answers, SMALL, ENGLISH)
    text = (tmp_path / "answers.yml").read_text(encoding="utf-8")
    assert "Luna" not in text
    assert "¿Cuántas personas trabajan?" not in text
    assert "# checked with the notary" in text
    assert load_answers(tmp_path / "answers.yml", SMALL) == after.answers


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """The digest of what was loaded must still be that of the file."""
    path = tmp_path / "answers.yml"
    digest = save_answers(path, fill(workers="4").answers, SMALL, ENGLISH, b"")
    path.write_text(path.read_text(encoding="utf-8") + "# by hand\n", encoding="utf-8")
    with pytest.raises(WorkspaceProblems) as caught:
        save_answers(path, fill(workers="5").answers, SMALL, ENGLISH, digest)
    assert caught.value.problems[0].code == "answers.changed_on_disk"
    assert "# by hand" in path.read_text(encoding="utf-8")


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """An empty digest says that there was no file."""
    load(tmp_path, BY_HAND)
    with pytest.raises(WorkspaceProblems):
        save_answers(tmp_path / "answers.yml", empty_answers(SMALL), SMALL, ENGLISH, b"")


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_failed_save_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A full disk or a refused rename is told, and no temporary file stays behind."""
    path = tmp_path / "answers.yml"
    save_answers(path, fill(workers="4").answers, SMALL, ENGLISH)
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(call, refuse)
    with pytest.raises(WorkspaceProblems) as caught:
        save_answers(path, fill(workers="5").answers, SMALL, ENGLISH)
    assert caught.value.problems[0].code == "workspace.not_writable"
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yml"]


def test_flow_style_and_windows_line_ends(tmp_path: Path) -> None:
    """A file on one line is rewritten with its x- keys; Windows line ends stay."""
    flow = load(tmp_path, "{format: 1, x-mine: {a: b}, answers: {workers: 4}}\n")
    path = tmp_path / "answers.yml"
    save_answers(path, fill(Interview(SMALL, flow), posts="3").answers, SMALL, ENGLISH)
    assert sources.read_untrusted(path.read_bytes()).data["x-mine"] == {"a": "b"}
    path.write_bytes(BY_HAND.replace("\n", "\r\n").encode())
    changed = fill(Interview(SMALL, load_answers(path, SMALL)), workers="5")
    save_answers(path, changed.answers, SMALL, ENGLISH)
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"workers: 5" in content
