"""A person edits the handbook, then an answer changes: both are kept, or a conflict is told."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli.main import NO, main
from generator.pipeline import Request, make
from tests.built import BAKERY, TODAY, Built, change_answers, copy_workspace, lay_out_changed
from tests.built import read_tree as read

OWN_SECTION = "\n## Lo nuestro {#lo-nuestro}\n\nEl pan de muerto se anuncia el 25 de octubre.\n"
OWN_SENTENCE = "Esto lo escribió Amparo a mano."
CHANGE = {"inbound_volume": "55"}


@pytest.fixture
def workspace(
    samples: Mapping[str, Built], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give a copy of the built bakery, on the day after."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return copy_workspace(samples[BAKERY].workspace, tmp_path / "bakery")


def _fresh(tmp_path: Path) -> dict[str, bytes]:
    """Return the handbook that the changed answers give where nobody edited."""
    fresh = lay_out_changed(BAKERY, tmp_path / "fresh", CHANGE)
    make(Request(fresh, TODAY.replace(day=23)))
    return read(fresh / "handbook")


def _changed_pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Pages whose body, not only a date, an answer changes; Spanish ones."""
    return [
        name
        for name, content in before.items()
        if name.startswith("docs/es/") and name.endswith(".md") and after.get(name) != content
    ]


def _add_after_title(path: Path, sentence: str) -> None:
    text = path.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("# "))
    path.write_text(text.replace(f"{title}\n", f"{title}\n\n{sentence}\n", 1), encoding="utf-8")


def test_edits_survive_an_update(workspace: Path, tmp_path: Path, capsys) -> None:
    """A sentence, a section and a deletion of a person stay; everything else is as if fresh."""
    before, fresh = read(workspace / "handbook"), _fresh(tmp_path)
    docs = workspace / "handbook" / "docs" / "es"
    touched = _changed_pages(before, fresh)
    assert touched
    sentence_in = workspace / "handbook" / touched[0]
    _add_after_title(sentence_in, OWN_SENTENCE)
    home = docs / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + OWN_SECTION, encoding="utf-8")
    own_page = docs / "recetas.md"
    own_page.write_text("# Recetas\n\nDe la abuela.\n", encoding="utf-8")
    change_answers(workspace, CHANGE)

    assert main(["--language", "es", "build", str(workspace)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "Traceback" not in said.out

    after = read(workspace / "handbook")
    assert OWN_SENTENCE in after[touched[0]].decode()
    assert OWN_SECTION.strip() in after["docs/es/index.md"].decode()
    assert after["docs/es/recetas.md"] == own_page.read_bytes()
    mine = {touched[0], "docs/es/index.md", "docs/es/recetas.md"}
    assert {k: v for k, v in after.items() if k not in mine} == {
        k: v for k, v in fresh.items() if k not in mine
    }
    merged = after[touched[0]].decode().replace(f"\n{OWN_SENTENCE}\n", "", 1)
    assert merged == fresh[touched[0]].decode()
    site = workspace / "site" / "es"
    assert OWN_SENTENCE in (site / f"{Path(touched[0]).stem}.html").read_text(encoding="utf-8")
    assert "lo-nuestro" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "recetas.html").is_file()


def test_a_deleted_page_stays_deleted(workspace: Path, capsys) -> None:
    """Who deletes a page doesn't get it back, and the rest is still built."""
    page = workspace / "handbook" / "docs" / "en" / "triage.md"
    page.unlink()
    change_answers(workspace, CHANGE)
    code = main(["--language", "en", "build", str(workspace)])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert not page.exists()
    assert not (workspace / "site" / "en" / "triage.html").exists()
    assert (workspace / "site" / "es" / "triage.html").exists()


def test_a_deleted_section_leaves_no_dead_link(workspace: Path, capsys) -> None:
    """Who takes a section out that other pages lead to still gets a site, without those links."""
    docs = workspace / "handbook" / "docs" / "es"
    others = {path: path.read_text(encoding="utf-8") for path in docs.glob("*.md")}
    links = [
        found for text in others.values() for found in re.findall(r"\]\((\w+\.md)#([\w-]+)\)", text)
    ]
    assert links
    page, anchor = links[0]
    parts = re.split(r"^(?=## )", others[docs / page], flags=re.MULTILINE)
    kept = [part for part in parts if f"{{#{anchor}}}" not in part.partition("\n")[0]]
    assert len(kept) == len(parts) - 1
    (docs / page).write_text("".join(kept), encoding="utf-8")
    change_answers(workspace, CHANGE)
    code = main(["--language", "es", "build", str(workspace)])
    assert (code, capsys.readouterr().err) == (0, "")
    assert f"{{#{anchor}}}" not in (docs / page).read_text(encoding="utf-8")


def test_a_renamed_page_keeps_its_links(workspace: Path, capsys) -> None:
    """A page under another name is the same page: the menu and every link follow it."""
    docs = workspace / "handbook" / "docs" / "es"
    (docs / "triage.md").rename(docs / "quejas-y-preguntas.md")
    change_answers(workspace, CHANGE)
    code = main(["--language", "es", "build", str(workspace)])
    assert (code, capsys.readouterr().err) == (0, "")
    assert not (docs / "triage.md").exists()
    home = (workspace / "site" / "es" / "index.html").read_text(encoding="utf-8")
    assert 'href="quejas-y-preguntas.html' in home
    assert "triage.html" not in home
    again = read(workspace / "handbook")
    assert main(["--language", "es", "build", str(workspace)]) == 0
    assert read(workspace / "handbook") == again


def test_edits_without_new_answers_are_published(workspace: Path, capsys) -> None:
    """Building again after an edit touches no page, says whose it is, and publishes it."""
    page = workspace / "handbook" / "docs" / "es" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + OWN_SECTION, encoding="utf-8")
    before = read(workspace / "handbook")
    assert main(["--language", "es", "plan", str(workspace)]) == 0
    assert "docs/es/index.md" in capsys.readouterr().out
    assert main(["--language", "es", "build", str(workspace)]) == 0
    assert read(workspace / "handbook") == before
    assert "lo-nuestro" in (workspace / "site/es/index.html").read_text(encoding="utf-8")


def test_a_conflict_keeps_the_persons_text_and_ends_with_one(
    workspace: Path, tmp_path: Path, capsys
) -> None:
    """Both changed the same sentence: the person's stays, the exit code and the report say so."""
    before, fresh = read(workspace / "handbook"), _fresh(tmp_path)
    name, old = _find_changed_line(before, fresh)
    page = workspace / "handbook" / name
    mine = "Recibimos muchísimos mensajes y los contamos nosotras."
    page.write_text(page.read_text(encoding="utf-8").replace(old, mine, 1), encoding="utf-8")
    edited = page.read_bytes()
    change_answers(workspace, CHANGE)

    assert main(["--language", "es", "build", str(workspace)]) == NO
    said = capsys.readouterr()
    assert "conflicto" in said.out.lower()
    assert "Traceback" not in said.out + said.err
    assert mine in page.read_text(encoding="utf-8")
    assert len(edited.splitlines()) == len(page.read_bytes().splitlines())
    shown = (workspace / "site" / "es" / f"{page.stem}.html").read_text(encoding="utf-8")
    assert mine in shown


def _find_changed_line(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[str, str]:
    """Return a Spanish page and a whole line of its text that the new answers change."""
    for name in _changed_pages(before, after):
        new = after[name].decode().splitlines()
        for line in before[name].decode().splitlines():
            plain = line[:1].isalpha() and len(line.split()) > 4
            if plain and line not in new:
                return name, line
    raise AssertionError("no line depends on the answer")
