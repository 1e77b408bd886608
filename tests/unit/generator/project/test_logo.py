"""Only harmless logos are published, and a refusal says what was wrong."""

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.project.logo import draw_initial, read_logo
from questionnaire.errors import AnswerProblems

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{0}>{1}</svg>'

_HOSTILE = {
    "script": (_SVG.format("", "<script>alert(1)</script>"), "logo.element"),
    "handler": (_SVG.format(' onload="alert(1)"', ""), "logo.attribute"),
    "use": (_SVG.format("", '<use xlink:href="https://evil.test/x.svg#a"/>'), "logo.element"),
    "image": (_SVG.format("", '<image href="https://evil.test/t.png"/>'), "logo.element"),
    "foreign": (_SVG.format("", "<foreignObject><p/></foreignObject>"), "logo.element"),
    "style": (
        _SVG.format("", "<style>@import url(https://evil.test/x.css)</style>"),
        "logo.element",
    ),
    "animate": (_SVG.format("", '<animate attributeName="href"/>'), "logo.element"),
    "link": (_SVG.format("", '<a href="javascript:alert(1)"><text>x</text></a>'), "logo.element"),
    "remote fill": (_SVG.format("", '<path fill="url(https://evil.test/x)"/>'), "logo.value"),
    "foreign space": ('<svg xmlns="http://evil.test/"/>', "logo.element"),
    "document type": (
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>',
        "logo.declaration",
    ),
    "style sheet": ('<?xml-stylesheet href="x.css"?><svg/>', "logo.declaration"),
    "broken": ("<svg", "logo.not_svg"),
}


def _refused(folder: Path, name: str) -> str:
    with pytest.raises(AnswerProblems) as caught:
        read_logo(folder, name)
    return caught.value.problems[0].code


@pytest.mark.parametrize(("svg", "code"), _HOSTILE.values(), ids=_HOSTILE.keys())
def test_hostile_svg_is_refused(tmp_path: Path, svg: str, code: str) -> None:
    """Scripts, handlers, links and foreign parts are refused by name."""
    (tmp_path / "logo.svg").write_text(svg)
    assert _refused(tmp_path, "logo.svg") == code


def test_refusal_names_the_element(tmp_path: Path) -> None:
    """The person who must mend the file learns which element to take out."""
    (tmp_path / "logo.svg").write_text(_HOSTILE["script"][0])
    with pytest.raises(AnswerProblems) as caught:
        read_logo(tmp_path, "logo.svg")
    assert caught.value.problems[0].data["element"] == "script"


def test_good_svg_is_kept(tmp_path: Path) -> None:
    """Paths, gradients and texts pass; comments stay behind."""
    inner = (
        '<!-- made by me --><defs><linearGradient id="g"/></defs><path d="M0 0h1" fill="url(#g)"/>'
    )
    (tmp_path / "logo.svg").write_text(_SVG.format(' viewBox="0 0 1 1"', inner))
    logo = read_logo(tmp_path, "logo.svg")
    assert logo.suffix == "svg"
    assert b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">' in logo.content
    assert b"made by me" not in logo.content


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", "png"), ("JPEG", "jpg")])
def test_image_is_painted_anew(tmp_path: Path, kind: str, suffix: str) -> None:
    """An image loses its metadata and whatever hides behind its end, and is made small."""
    saved = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (1200, 600), "red").save(saved, kind, exif=exif)
    (tmp_path / "logo.png").write_bytes(saved.getvalue() + b"<script>secret</script>")
    logo = read_logo(tmp_path, "logo.png")
    painted = Image.open(io.BytesIO(logo.content))
    assert (logo.suffix, painted.size) == (suffix, (512, 256))
    assert b"secret" not in logo.content


def test_huge_image_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A few bytes that unpack to gigabytes are refused by the size in their head."""
    saved = io.BytesIO()
    Image.new("1", (9000, 10)).save(saved, "PNG")
    (tmp_path / "wide.png").write_bytes(saved.getvalue())
    assert _refused(tmp_path, "wide.png") == "logo.too_wide"


def test_what_is_no_image_is_refused(tmp_path: Path) -> None:
    """A text file with the name of an image isn't one."""
    (tmp_path / "logo.png").write_text("hello")
    assert _refused(tmp_path, "logo.png") == "logo.not_image"


def test_file_must_lie_in_the_brand_folder(tmp_path: Path) -> None:
    """Neither dots nor absolute paths nor links lead out of the folder."""
    brand = tmp_path / "brand"
    brand.mkdir()
    secret = tmp_path / "secret.svg"
    secret.write_text(_SVG.format("", ""))
    (brand / "link.svg").symlink_to(secret)
    codes = [
        _refused(brand, name)
        for name in ("../secret.svg", str(secret), "link.svg", "gone.svg", ".")
    ]
    assert codes == ["logo.outside", "logo.outside", "logo.outside", "logo.missing", "logo.outside"]


def test_too_many_bytes_are_refused(tmp_path: Path) -> None:
    """A file that is no logo by its size isn't read."""
    (tmp_path / "logo.svg").write_bytes(b" " * (2 << 20) + b"  ")
    assert _refused(tmp_path, "logo.svg") == "logo.too_large"


@pytest.mark.parametrize(("name", "letter"), [("ñandú", "Ñ"), ("<b>", "B"), ("…", "·")])
def test_initial_stands_in_for_a_logo(name: str, letter: str) -> None:
    """A company without a logo gets its first letter."""
    assert f">{letter}</text>" in draw_initial(name, "#000000", "#ffffff").content.decode()
