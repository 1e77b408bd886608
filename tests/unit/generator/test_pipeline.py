"""The flow: what each stage hands on, what is refused, and what a look ahead leaves alone."""

from datetime import date
from pathlib import Path

import pytest

from generator.cli.demo import lay_out
from generator.pipeline import (
    Request,
    foresee,
    list_publishable,
    make,
    read_brand,
    refuse_open_decisions,
    think,
    write,
)
from generator.project.brand import DEFAULT_COLOUR
from generator.revision.workspace import open_workspace
from questionnaire.errors import AnswerProblems, BuildFailed, WorkspaceProblems
from questionnaire.text import ENGLISH, SPANISH
from tests.built import BAKERY, TODAY, change_answers, read_tree

SMALLEST = "format: 1\nlanguages: [en]\nanswers: {company_name: Acme}\n"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """Give the bakery's workspace, never built, in one language."""
    lay_out(BAKERY, tmp_path)
    change_answers(tmp_path, {"languages": "[es]"})
    return tmp_path


@pytest.fixture
def smallest(tmp_path: Path) -> Path:
    """Give a workspace that knows no more than a name."""
    (tmp_path / "answers.yml").write_text(SMALLEST, encoding="utf-8")
    return tmp_path


def test_thinking_and_writing_touch_no_disk(bakery):
    """Everything up to the project happens in memory."""
    before = read_tree(bakery)
    _, project = write(Request(bakery, TODAY), think(bakery, TODAY))
    assert project.languages == ("es",)
    assert read_tree(bakery) == before


def test_languages_of_the_request_come_before_those_of_the_answers(bakery):
    """Who asks for English gets it, whatever answers.yml names."""
    request = Request(bakery, TODAY, languages=(ENGLISH, SPANISH))
    handbooks, project = write(request, think(bakery, TODAY))
    assert [book.language for book in handbooks] == ["en", "es"]
    assert project.languages == ("en", "es")


def test_a_look_ahead_writes_nothing(bakery):
    """`foresee` tells what a build would do, and leaves the folder as it is."""
    before = read_tree(bakery)
    plan = foresee(Request(bakery, TODAY))
    assert {change.state for change in plan.files} == {"new"}
    assert read_tree(bakery) == before


def test_a_look_ahead_is_what_happens(bakery):
    """What was foreseen is what the build then does, before the first build and after it."""
    request = Request(bakery, TODAY)
    foreseen = foresee(request)
    assert make(request).plan.files == foreseen.files
    change_answers(bakery, {"inbound_volume": "55"})
    later = Request(bakery, TODAY.replace(day=25))
    foreseen = foresee(later)
    assert {change.state for change in foreseen.files} == {"updated", "unchanged"}
    assert make(later).plan.files == foreseen.files


def test_a_name_alone_makes_a_book(smallest):
    """With one answer there is a whole book, and all the rest of it is open decisions."""
    result = make(Request(smallest, TODAY))
    assert result.site.rebuilt
    assert (smallest / "site" / "en" / "index.html").is_file()
    assert not (smallest / "site" / "es").exists()


def test_dates_stay_until_the_answers_change(bakery):
    """The book is of the day on which these answers were first built."""
    make(Request(bakery, TODAY))
    again = make(Request(bakery, date(2027, 3, 1)))
    assert again.strategy.facts.today == TODAY
    assert not again.plan.operations
    change_answers(bakery, {"employees": "5"})
    assert make(Request(bakery, date(2027, 3, 1))).strategy.facts.today == date(2027, 3, 1)


def test_a_brand_without_answers_is_ours(smallest):
    """No colour and no logo: the default colour, and the initial stands in later."""
    brand = read_brand(think(smallest, TODAY).facts, smallest / "brand")
    assert (brand.name, brand.colour, brand.logo) == ("Acme", DEFAULT_COLOUR, None)


def test_a_brand_of_the_answers(bakery):
    """Colour and logo are those of the company."""
    brand = read_brand(think(bakery, TODAY).facts, bakery / "brand")
    assert brand.colour == "#8a4b1f"
    assert brand.logo is not None
    assert brand.logo.suffix == "svg"


def test_the_final_version_refuses_open_decisions(bakery):
    """Every open required decision and every serious finding is named at once; nothing is built."""
    with pytest.raises(AnswerProblems) as caught:
        make(Request(bakery, TODAY, final=True))
    codes = [problem.code for problem in caught.value.problems]
    assert set(codes) <= {"final.open_decision", "final.finding"}
    open_ones = [problem.where.question for problem in caught.value.problems]
    assert "crisis_deputy" in open_ones
    assert "compensation_limit" not in open_ones  # optional: nobody has to decide it
    assert not (bakery / "handbook").exists()


def test_what_is_open_is_counted_by_the_same_rule(bakery):
    """The refusal names exactly the required questions that are pending."""
    strategy = think(bakery, TODAY)
    with pytest.raises(AnswerProblems) as caught:
        refuse_open_decisions(strategy)
    named = {problem.where.question for problem in caught.value.problems} - {None}
    assert named == {"out_of_hours", "crisis_deputy", "disconnection", "connected_apps_owner"}


def test_no_workspace_is_made_of_a_folder_without_answers(tmp_path):
    """A folder without answers.yml is refused before anything is created in it."""
    for act in (make, foresee):
        with pytest.raises(WorkspaceProblems) as caught:
            act(Request(tmp_path, TODAY))
        assert caught.value.problems[0].code == "workspace.no_answers"
    assert list(tmp_path.iterdir()) == []


def test_what_is_published_of_a_persons_folder(bakery):
    """Pages, pictures and documents, a person's own among them; nothing hidden, no link, no notes."""
    make(Request(bakery, TODAY))
    docs = bakery / "handbook" / "docs" / "es"
    for name in ("own.md", "img/oven.png", ".draft.md", ".obsidian/note.md", "a.txt", "own.md~"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("# x\n", encoding="utf-8")
    (docs / "linked.md").symlink_to(bakery / "answers.yml")
    elsewhere = bakery / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "private.md").write_text("# x\n", encoding="utf-8")
    (docs / "folder").symlink_to(elsewhere)
    found = set(list_publishable(open_workspace(bakery), (SPANISH,)))
    assert {"docs/es/own.md", "docs/es/img/oven.png"} <= found
    assert not {name for name in found if "draft" in name or "note" in name or "~" in name}
    assert not {name for name in found if "linked" in name or "private" in name}
    assert make(Request(bakery, TODAY)).site.rebuilt


def test_a_dead_link_of_a_person_keeps_the_old_site(bakery):
    """A link that a person broke fails the build, by its name; the site of before stays."""
    make(Request(bakery, TODAY))
    before = read_tree(bakery / "site")
    (bakery / "handbook/docs/es/own.md").write_text("# Own\n\n[x](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(BuildFailed) as caught:
        make(Request(bakery, TODAY))
    assert "nowhere.md" in str(caught.value.problems[0].data["message"])
    assert read_tree(bakery / "site") == before
