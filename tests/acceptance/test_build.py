"""Answers in, book and site out: both samples, built for real and read as a reader would."""

import html
import re
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from shutil import copytree

import pytest

from generator.library.languages import load_language
from generator.pipeline import Request, make
from questionnaire.loader import load_questionnaire
from questionnaire.messages import all_messages
from questionnaire.store import load_answers
from tests.built import (
    BAKERY,
    ENERGY,
    TODAY,
    Built,
    change_answers,
    copy_workspace,
    lay_out_changed,
    read_states,
    read_tree,
)
from tests.visible import read_article, read_texts

COMPANIES = (BAKERY, ENERGY)
LANGUAGES = ("es", "en")
LATER = TODAY.replace(month=12)
OURS = ("generator", "questionnaire", "themes")

SENTENCE = 6
"""Words from which a text counts as a sentence; labels and headings are shorter."""

MOST_SHARED = 0.5
"""Part of the bakery's sentences that may stand word for word in the other company's book.

What the two share is the craft and the law: how to answer a threat, what never to publish. It was
0.39 when nineteen chapters were there.
"""

_LEFT = re.compile(r"\{\{|\{%|\bpage:p\.|\bcli\.[a-z]|\bundefined\b|\bNaN\b")
_NONE = re.compile(r"\bNone\b")
_ENGLISH_NONE = re.compile(r"[a-z,(=:] ?None\b")
"""In English it is a word as well, and the label of some choices."""
_CODE = re.compile(r"\b[a-z]+\.[a-z_]+\b")
_BARE_SITE = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {names!r}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Absent())
for name in {names!r}:
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    sys.exit(name + " can be imported")
from mkdocs.__main__ import cli
cli()
"""


@pytest.fixture(scope="module", params=COMPANIES)
def built(request: pytest.FixtureRequest, samples: Mapping[str, Built]) -> Built:
    """Give one sample company after the other."""
    return samples[request.param]


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Give both samples built in the edition that may be published."""
    folder = tmp_path_factory.mktemp("public")
    for company in COMPANIES:
        lay_out_changed(company, folder / company, {})
        make(Request(folder / company, TODAY, "public"))
    return {company: folder / company for company in COMPANIES}


def test_a_first_page_and_the_same_pages_in_every_language(built: Built) -> None:
    """The site opens at its root, and no page is missing in a language."""
    assert (built.site / "index.html").is_file()
    assert list(built.pages("es")) == list(built.pages("en"))
    written = {Path(page.path).stem for page in built.result.project.pages}
    assert written <= {Path(name).stem for name in built.pages("es")}
    assert {"index", "emergency"} <= written


def test_nothing_is_said_while_building(built: Built) -> None:
    """A build of ours warns of nothing."""
    assert built.noise == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_holds_anything_unresolved(built: Built, language: str) -> None:
    """No template mark, no code in the place of a sentence, no Python value is shown."""
    codes = {*all_messages(), *load_language(language).messages}
    none = _ENGLISH_NONE if language == "en" else _NONE
    faults = []
    for name, page in built.pages(language).items():
        for text in read_texts(page):
            found = [one[0] for one in (_LEFT.search(text), none.search(text)) if one]
            found += [code for code in _CODE.findall(text) if code in codes]
            faults += [(name, what, text[:80]) for what in found]
        faults += [(name, "page:", "") for _ in re.findall(r'(?:href|src)="page:', page)]
    assert faults == []


def test_a_second_build_changes_nothing(built: Built, tmp_path: Path) -> None:
    """The same answers on another day: every file unchanged, the site not built again."""
    copy = copy_workspace(built.workspace, tmp_path / "copy")
    again = make(Request(copy, LATER))
    assert read_states(again) == {"unchanged"}
    assert again.plan.operations == ()
    assert not again.site.rebuilt
    assert read_tree(copy / "handbook") == read_tree(built.handbook)
    assert read_tree(copy / "site") == read_tree(built.site)


def test_an_update_equals_a_fresh_build(samples: Mapping[str, Built], tmp_path: Path) -> None:
    """One changed answer leads to the same bytes, whatever was built there before."""
    changes = {"inbound_volume": "55", "company_name": "Panadería Ñandú e Hijas"}
    updated = copy_workspace(samples[BAKERY].workspace, tmp_path / "updated")
    change_answers(updated, changes)
    result = make(Request(updated, LATER))
    assert "updated" in read_states(result)
    assert read_states(result) <= {"updated", "unchanged"}
    fresh = lay_out_changed(BAKERY, tmp_path / "fresh", changes)
    make(Request(fresh, LATER))
    for folder in ("handbook", "site"):
        assert read_tree(updated / folder) == read_tree(fresh / folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_is_a_project_of_its_own(built: Built, language: str, tmp_path: Path) -> None:
    """The bare site tool, with none of our packages in reach, builds the very same pages."""
    handbook = Path(copytree(built.handbook, tmp_path / "handbook"))
    config = "mkdocs.yml" if language == "es" else f"mkdocs.{language}.yml"
    code = _BARE_SITE.format(names=OURS)
    midnight = datetime.combine(TODAY, time(), tzinfo=UTC)
    done = subprocess.run(
        [sys.executable, "-S", "-c", code, "build", "--strict", "-q", "-f", config,
         "-d", str(tmp_path / "site")],
        cwd=handbook,
        env={
            "PATH": "", "PYTHONPATH": sysconfig.get_paths()["purelib"],
            "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = {
        path.relative_to(tmp_path / "site").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((tmp_path / "site").rglob("*.html"))
    }
    assert pages == built.pages(language)


@pytest.mark.parametrize("company", COMPANIES)
def test_the_public_edition_holds_no_personal_data(
    company: str, public: Mapping[str, Path]
) -> None:
    """No phone, however it is written, and no e-mail address of a person, in any file."""
    workspace = public[company]
    answers = load_answers(workspace / "answers.yml", load_questionnaire())
    people = answers.items_of("people")
    phones = [re.sub(r"\D", "", str(one["phone"]))[-9:] for one in people if one.get("phone")]
    emails = [str(one["email"]) for one in people if one.get("email")]
    assert phones
    assert emails
    secrets = [re.compile(r"[\W_]{0,4}".join(phone)) for phone in phones]
    secrets += [re.compile(re.escape(one), re.IGNORECASE) for one in emails]
    for folder in ("site", "handbook"):
        for name, content in read_tree(workspace / folder).items():
            text = html.unescape(content.decode(errors="replace"))
            assert [one.pattern for one in secrets if one.search(text)] == [], (folder, name)


def test_the_internal_edition_has_the_phones(built: Built) -> None:
    """The check above looks for something that is there in the other edition."""
    answers = built.result.strategy.answers
    deciding = answers.by_id["crisis_decider"].value
    phone = next(one["phone"] for one in answers.items_of("people") if one["id"] == deciding)
    assert str(phone) in built.pages("es")["emergency.html"].replace("\u00a0", " ")


def test_our_name_is_nowhere(built: Built) -> None:
    """The book is the company's: our product's name is in no file of it, nor in a file's name."""
    ours = re.compile(rb"social[ _-]?playbook|playbook", re.IGNORECASE)
    for folder in (built.handbook, built.site):
        for name, content in read_tree(folder).items():
            if name == ".playbook-site":
                continue  # how we know that the folder is ours; hidden, and read by nobody
            assert not ours.search(content), name
            assert not ours.search(name.encode()), name


def test_every_clause_is_in_every_language(built: Built) -> None:
    """A clause that is cited in one language can be found in the other."""
    clauses: dict[str, dict[str, tuple[str, ...]]] = {"es": {}, "en": {}}
    for page in built.result.project.pages:
        clauses[page.language][page.id] = page.clauses
    assert clauses["es"] == clauses["en"]
    for name, page in built.pages("es").items():
        other = built.pages("en")[name]
        assert re.findall(r'<h2 id="([^"]+)"', page) == re.findall(r'<h2 id="([^"]+)"', other)


def test_two_companies_get_two_books(samples: Mapping[str, Built]) -> None:
    """The two Spanish books share the craft, not the company: figures, names and decisions differ."""
    bakery, energy = (_read_sentences(samples[company]) for company in COMPANIES)
    shared = len(bakery & energy) / min(len(bakery), len(energy))
    assert shared < MOST_SHARED, f"{shared:.0%} of the sentences are the same"


def _read_sentences(built: Built) -> set[str]:
    sentences = set()
    for page in built.pages("es").values():
        for text in read_article(page):
            found = (one.strip(" .") for one in text.split(". "))
            sentences |= {one for one in found if len(one.split()) >= SENTENCE}
    return sentences


@pytest.mark.parametrize(("company", "other"), [COMPANIES, COMPANIES[::-1]])
def test_no_name_of_one_company_is_in_the_other(
    company: str, other: str, samples: Mapping[str, Built]
) -> None:
    """People, accounts, agency and company of one sample never appear in the other's files."""
    answers = samples[company].result.strategy.answers
    names = {str(one["name"]) for one in answers.items_of("people")}
    names |= {str(one["handle"]) for one in answers.items_of("accounts")}
    names |= {str(one["name"]) for one in answers.items_of("agencies")}
    for question in ("company_name", "contact_email", "website", "brand_colour"):
        if question in answers.by_id and answers.by_id[question].value:
            names.add(str(answers.by_id[question].value))
    for name, content in read_tree(samples[other].workspace).items():
        text = html.unescape(content.decode(errors="replace"))
        assert [one for one in names if one in text] == [], name
