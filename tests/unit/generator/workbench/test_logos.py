"""An upload becomes a logo that can be published, under a name that is safe and free."""

import io

import pytest
from PIL import Image

from generator.project.logo import MAX_BYTES
from questionnaire.errors import AnswerProblems, WorkspaceProblems
from questionnaire.text import LANGUAGES

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="%s"/></svg>'

MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}


def draw(kind="PNG", colour="red"):
    """Return a small picture."""
    saved = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(saved, kind)
    return saved.getvalue()


@pytest.fixture
def folder(bench, tmp_path):
    """Return a new workspace."""
    bench.found(tmp_path / "acme")
    return tmp_path / "acme"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("Mi Logo ñ.PNG", draw(), "mi-logo-n.png"),
        ("C:\\fotos\\logo.jpeg", draw("JPEG"), "logo.jpg"),
        ("../../etc/passwd.svg", SVG % b"red", "passwd.svg"),
        ("con.png", draw(), "logo.png"),
        ("....svg", SVG % b"red", "logo.svg"),
        ("x" * 300 + ".png", draw(), "x" * 40 + ".png"),
        ("wrong.png", draw("JPEG"), "wrong.jpg"),
    ],
)
def test_a_logo_is_kept_under_a_safe_name(bench, folder, name, content, expected):
    """It lies in `brand/`, and comes back as it would be published."""
    assert bench.keep_logo(folder, name, content) == expected
    assert [path.name for path in (folder / "brand").iterdir()] == [expected]
    found = bench.find_logo(folder, expected)
    assert found is not None
    assert found[1] == MEDIA[expected.rpartition(".")[2]]


def test_nothing_is_written_over(bench, folder):
    """Another picture of the same name gets a number; the same picture is there already."""
    assert bench.keep_logo(folder, "logo.png", draw(colour="red")) == "logo.png"
    assert bench.keep_logo(folder, "logo.png", draw(colour="blue")) == "logo-2.png"
    assert bench.keep_logo(folder, "logo.png", draw(colour="red")) == "logo.png"
    assert bench.keep_logo(folder, "logo.png", draw(colour="blue")) == "logo-2.png"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("logo.gif", b"GIF89a", "logo.kind"),
        ("logo", draw(), "logo.kind"),
        ("logo.html", b"<p>", "logo.kind"),
        ("logo.png", b"nothing", "logo.not_image"),
        ("logo.svg", b"nothing", "logo.not_svg"),
        ("logo.svg", b"<svg" + b" " * MAX_BYTES + b"/>", "logo.too_large"),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', "logo.declaration"),
        ("logo.svg", SVG % b"url(https://evil.test/x)", "logo.value"),
    ],
)
def test_what_is_no_logo_is_refused(bench, folder, name, content, code):
    """With a sentence in both languages, and nothing is written."""
    with pytest.raises(AnswerProblems) as caught:
        bench.keep_logo(folder, name, content)
    problem = caught.value.problems[0]
    assert problem.code == code
    assert all(code not in bench.tell(problem, language) for language in LANGUAGES)
    assert list((folder / "brand").iterdir()) == []


@pytest.mark.parametrize("name", ["no.png", "../answers.yml", "", "."])
def test_a_logo_that_is_not_there_is_none(bench, folder, name):
    """Neither a missing file nor one outside of the folder."""
    (folder / "answers.yml").write_text("format: 1\n", encoding="utf-8")
    assert bench.find_logo(folder, name) is None


def test_a_linked_folder_is_not_written_through(bench, folder, tmp_path):
    """Somebody's link that leads elsewhere is refused."""
    (folder / "brand").rmdir()
    (folder / "brand").symlink_to(tmp_path)
    with pytest.raises(WorkspaceProblems):
        bench.keep_logo(folder, "logo.png", draw())
