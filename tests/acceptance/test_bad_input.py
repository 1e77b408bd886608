"""Whatever lies in a workspace: a sentence and an exit code, never a traceback, never a loss."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli.demo import lay_out
from generator.cli.main import NO, WRONG_USE, main
from generator.pipeline import Request, make
from tests.built import BAKERY, TODAY, change_answers, read_tree
from tests.visible import find_running, parse, see, tidy

LANGUAGES = ("es", "en")
HEAD = b"format: 1\nlanguages: [es]\nanswers:\n"
NOBODY = 65534

Files = dict[str, tuple[bytes, int, str]]

BAD_ANSWERS: Files = {
    "empty": (b"", WRONG_USE, ""),
    "only a comment": (b"# nothing yet\n", WRONG_USE, ""),
    "a list": (b"- a\n- b\n", WRONG_USE, ""),
    "one word": (b"hello\n", WRONG_USE, ""),
    "NUL": (HEAD + b"  company_name: a\0b\n", WRONG_USE, "4"),
    "ten megabytes": (HEAD + b"  company_name: " + b"a" * 10_000_000, WRONG_USE, ""),
    "bomb": (
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (c + 1, c + 1, b",".join([b"*" + bytes([c])] * 9))
            for c in range(ord("a"), ord("j"))
        ),
        WRONG_USE,
        "1",
    ),
    "deep": (b"[" * 5_000, WRONG_USE, ""),
    "two documents": (HEAD + b"  employees: 4\n---\nformat: 1\n", WRONG_USE, "5"),
    "a tag": (HEAD + b'  company_name: !!python/object/apply:os.system ["id"]\n', WRONG_USE, "4"),
    "Latin-1": (HEAD + "  company_name: Ñandú\n".encode("latin-1"), WRONG_USE, "4"),
    "UTF-16": ("format: 1\n".encode("utf-16"), WRONG_USE, ""),
    "not YAML": (HEAD + b"  company_name: [\n", WRONG_USE, ""),
    "the same key twice": (HEAD + b"  employees: 4\n  employees: 5\n", WRONG_USE, "5"),
    "bidi": (HEAD + "  company_name: a\u202eb\n".encode(), WRONG_USE, "4"),
    "answers as a list": (b"format: 1\nanswers: [a]\n", NO, "2"),
    "wrong types": (HEAD + b"  employees: many\n  people: 3\n  goals: {a: b}\n", NO, "4"),
    "300 characters": (HEAD + b"  company_name: " + b"n" * 300 + b"\n", NO, "4"),
    "another format": (b"format: 99\nanswers: {}\n", NO, "1"),
    "unknown language": (b"format: 1\nlanguages: [xx]\nanswers: {}\n", NO, "2"),
    "a password": (
        HEAD + b"  password_manager: ghp_0123456789abcdefghijABCDEFGHIJ012345\n",
        NO,
        "4",
    ),
}
"""Content of answers.yml, the exit code, and the number of a line that must be named."""


def _assert_told(code: int, expected: int, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what was said: on standard error only, a sentence, nothing of Python in it."""
    told = capsys.readouterr()
    assert code == expected, told.err
    assert told.err.strip()
    for mark in ("Traceback", 'File "', "Error:", "Exception", "None", "{", "cli."):
        assert mark not in told.err
    assert all(char == "\n" or char.isprintable() for char in told.err)
    return told.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("case", BAD_ANSWERS)
def test_answers_that_can_not_be_used(language, verb, case, tmp_path, capsys):
    """Every spoilt file is told with its line, in both languages; nothing is made of it."""
    content, expected, line = BAD_ANSWERS[case]
    (tmp_path / "answers.yml").write_bytes(content)
    told = _assert_told(main(["--language", language, verb, str(tmp_path)]), expected, capsys)
    word = {"es": "línea", "en": "line"}[language]
    assert not line or f"{word} {line}" in told
    assert (tmp_path / "answers.yml").read_bytes() == content
    assert not (tmp_path / "handbook").exists()
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("case", ["empty", "Latin-1", "wrong types", "300 characters"])
def test_the_two_languages_say_it_differently(case, tmp_path, capsys):
    """A Spanish speaker isn't told in English."""
    (tmp_path / "answers.yml").write_bytes(BAD_ANSWERS[case][0])
    said = []
    for language in LANGUAGES:
        main(["--language", language, "check", str(tmp_path)])
        said.append(capsys.readouterr().err)
    assert said[0] != said[1]


def test_a_folder_in_the_place_of_the_answers(tmp_path, capsys):
    """A folder called answers.yml is told, not opened."""
    (tmp_path / "answers.yml").mkdir()
    for verb in ("check", "plan", "build"):
        _assert_told(main(["--language", "en", verb, str(tmp_path)]), WRONG_USE, capsys)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.yml"]


def test_a_file_in_the_place_of_the_workspace(tmp_path, capsys):
    """A path to a file is wrong use."""
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    _assert_told(main(["--language", "es", "build", str(path)]), WRONG_USE, capsys)
    assert path.read_text() == "mine"


# --- hostile and odd names -------------------------------------------------------------------

NAMES = {
    "template": "{{7*7}} Ltd",
    "statement": '{% include "/etc/passwd" %}',
    "script": "<script>alert(1)</script>",
    "closing script": "</script><img src=x onerror=alert(1)>",
    "link": "](javascript:alert(1))",
    "whole link": "[x](javascript:alert(1))",
    "pipe": "Pan | Sal | Aceite",
    "hash": "# Uno",
    "emoji": "🥖 Pan 👩‍👩‍👧 y más 🇪🇸",
    "symbols": "*** &&& ---",
    "quotes": "\"L'Ñandú\" & 'Hijos' <S.L.>",
    "long": "Compañía General de Panes, Hogazas y Bollería de la Ribera Alta del Ebro, S.L.",
}


@pytest.fixture(scope="module")
def plain_running(tmp_path_factory) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give what runs in the pages of a company with a plain name."""
    workspace = _build_named(tmp_path_factory.mktemp("plain"), "Pan")
    found = {}
    for path in sorted((workspace / "site" / "es").rglob("*.html")):
        running = find_running(parse(path.read_text(encoding="utf-8")))
        found[path.name] = running.scripts, running.addresses
    return found


def _build_named(folder: Path, name: str) -> Path:
    workspace = folder / "workspace"
    lay_out(BAKERY, workspace)
    written = name.replace("'", "''")
    change_answers(workspace, {"company_name": f"'{written}'", "languages": "[es]"})
    make(Request(workspace, TODAY))
    return workspace


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_is_shown_as_it_is(name, tmp_path, plain_running):
    """Real pages, parsed as a browser does: the name is there as text and nothing of it runs."""
    workspace = _build_named(tmp_path, name)
    seen = 0
    for path in sorted((workspace / "site" / "es").rglob("*.html")):
        tree = parse(path.read_text(encoding="utf-8"))
        assert tidy(name) in see(tree), path.name
        seen += see(tree).count(tidy(name))
        running = find_running(tree)
        assert running.handlers == ()
        assert not [one for one in running.addresses if one.startswith(("javascript", "data:"))]
        scripts, addresses = plain_running[path.name]
        assert len(running.scripts) == len(scripts)
        assert running.addresses == addresses
    assert seen > len(plain_running)
    chooser = parse((workspace / "site" / "index.html").read_text(encoding="utf-8"))
    assert tidy(name) in see(chooser)
    assert len(find_running(chooser).scripts) == 1


# --- the logo --------------------------------------------------------------------------------

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
LOGOS: dict[str, tuple[str, bytes]] = {
    "script": ("bad.svg", _SVG.format("<script>alert(1)</script>").encode()),
    "handler": ("bad.svg", _SVG.format('<rect onload="alert(1)"/>').encode()),
    "remote": ("bad.svg", _SVG.format('<image href="https://evil.test/x.png"/>').encode()),
    "entities": ("bad.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + _SVG.format("&a;").encode()),
    "not an image": ("bad.png", b"hello"),
    "outside": ("../../secret.svg", _SVG.format("<rect/>").encode()),
    "absolute": ("/etc/hostname", b""),
    "missing": ("nowhere.svg", b""),
    "a folder": (".", b""),
    "NUL in it": ("a%00b.svg", b""),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", LOGOS)
def test_a_logo_that_can_not_be_published(language, case, tmp_path, capsys):
    """A logo that could run, phone home or leave its folder is refused by its name."""
    name, content = LOGOS[case]
    workspace = tmp_path / "outer" / "workspace"
    lay_out(BAKERY, workspace)
    change_answers(workspace, {"logo": f"'{name}'"})
    if content:
        (workspace / "brand" / name).write_bytes(content)
    told = _assert_told(main(["--language", language, "build", str(workspace)]), NO, capsys)
    assert name in told
    assert not (workspace / "handbook").exists()
    assert not (workspace / "site").exists()


def test_a_logo_behind_a_link_is_refused(tmp_path, capsys):
    """A link in the brand folder doesn't lead out of it."""
    workspace = tmp_path / "workspace"
    lay_out(BAKERY, workspace)
    secret = tmp_path / "secret.svg"
    secret.write_text(_SVG.format("<rect/>"))
    (workspace / "brand" / "logo.svg").unlink()
    (workspace / "brand" / "logo.svg").symlink_to(secret)
    _assert_told(main(["--language", "en", "build", str(workspace)]), NO, capsys)


# --- the folder ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["handbook", "site"])
def test_a_folder_of_somebody_else_is_not_touched(language, folder, tmp_path, capsys):
    """A handbook or site folder with foreign files is refused, and every file stays."""
    lay_out(BAKERY, tmp_path)
    (tmp_path / folder / "docs").mkdir(parents=True)
    (tmp_path / folder / "thesis.docx").write_bytes(b"years of work")
    (tmp_path / folder / "docs" / "index.html").write_bytes(b"mine")
    told = _assert_told(main(["--language", language, "build", str(tmp_path)]), WRONG_USE, capsys)
    assert folder in told
    assert read_tree(tmp_path / folder) == {
        "docs/index.html": b"mine",
        "thesis.docx": b"years of work",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_locked_workspace_is_told_and_left_alone(language, tmp_path, capsys):
    """While another process holds the lock, a build waits for nobody and changes nothing."""
    lay_out(BAKERY, tmp_path)
    code = (
        "import sys; from pathlib import Path; "
        "from generator.revision.workspace import open_workspace\n"
        "with open_workspace(Path(sys.argv[1])).lock():\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        told = _assert_told(
            main(["--language", language, "build", str(tmp_path)]), WRONG_USE, capsys
        )
        assert str(other.pid) in told
        other.communicate()
    assert not (tmp_path / "handbook").exists()
    assert main(["--language", language, "build", str(tmp_path)]) == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that any user of this machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="workspace-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


def _run_as_stranger(action: Callable[[], int]) -> tuple[int, str]:
    """Do something in a process that isn't root, whom no permission would stop."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.dup2(write, 2)
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            if os.geteuid() == 0:
                os.setegid(NOBODY)
                os.seteuid(NOBODY)
            code = action()
            sys.stderr.flush()
        finally:
            os._exit(code)
    os.close(write)
    with open(read, encoding="utf-8") as told:  # noqa: PTH123 - a descriptor, not a path
        said = told.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


@pytest.mark.parametrize(("language", "word"), [("es", "permiso"), ("en", "allowed")])
def test_a_workspace_nobody_may_write_to(language, word, open_folder):
    """A read-only folder is told in words; checking the answers works there all the same."""
    workspace = open_folder / "workspace"
    lay_out(BAKERY, workspace)
    for path in (workspace, *workspace.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = read_tree(workspace)
    code, told = _run_as_stranger(lambda: main(["--language", language, "build", str(workspace)]))
    assert code == WRONG_USE, told
    assert "Traceback" not in told
    assert word in told.lower() or "permission" in told.lower()
    assert read_tree(workspace) == before
    assert _run_as_stranger(lambda: main(["check", str(workspace)]))[0] == NO


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_nobody_may_read(language, open_folder):
    """Answers of another user are told, not taken for missing."""
    workspace = open_folder / "workspace"
    lay_out(BAKERY, workspace)
    (workspace / "answers.yml").chmod(0)
    for verb in ("check", "build"):
        code, told = _run_as_stranger(
            lambda verb=verb: main(["--language", language, verb, str(workspace)])
        )
        assert code == WRONG_USE, told
        assert "answers.yml" in told
        assert "Traceback" not in told
