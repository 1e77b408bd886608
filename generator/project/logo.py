"""A logo that can be published: SVG of known harmless parts, or an image painted anew.

The file must lie in the workspace's `brand/` folder. Every refusal names what was refused.
"""

import io
import re
import warnings
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final, NoReturn
from xml.etree import ElementTree as ET

from questionnaire.errors import AnswerProblems, Datum, Place, Problem

QUESTION: Final = "logo"
MAX_BYTES: Final = 2 << 20
MAX_SIDE: Final = 8000
SHOWN_SIDE: Final = 512
"""Longest side of the published image: the theme shows it about an inch high."""

SVG_NAMESPACE: Final = "http://www.w3.org/2000/svg"
SVG_ELEMENTS: Final = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "defs",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "title",
        "desc",
        "symbol",
    ]
)
SVG_ATTRIBUTES: Final = frozenset(
    [
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "dx",
        "dy",
        "d",
        "points",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "fill-rule",
        "clip-rule",
        "fill-opacity",
        "stroke-opacity",
        "opacity",
        "transform",
        "id",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "clip-path",
        "clipPathUnits",
        "mask",
        "maskUnits",
        "font-family",
        "font-size",
        "font-weight",
        "text-anchor",
        "preserveAspectRatio",
        "version",
        "role",
        "aria-label",
        "aria-labelledby",
        "aria-hidden",
        "aria-hidden",
    ]
)
_UNSAFE_VALUE: Final = re.compile(
    r"url\((?!\s*#[\w-]+\s*\))|script:|data:|expression|@import", re.IGNORECASE
)
_DECLARATION: Final = re.compile(rb"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet", re.IGNORECASE)
_SAVED_AS: Final = {"PNG": "png", "JPEG": "jpg"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as it is published."""

    suffix: str
    content: bytes


def read_logo(brand_folder: Path, written: str) -> Logo:
    """Return a logo that is safe to publish; raises AnswerProblems saying what is wrong with it."""
    return check_logo(_read_file(brand_folder, written), written)


def check_logo(content: bytes, written: str) -> Logo:
    """Return a file as it is published; raises AnswerProblems saying what is wrong with it."""
    if len(content) > MAX_BYTES:
        _refuse("logo.too_large", written, limit=MAX_BYTES)
    if Path(written).suffix.lower() == ".svg":
        return _check_svg(content, written)
    return _repaint(content, written)


def draw_initial(name: str, colour: str, on_colour: str) -> Logo:
    """Return the first letter of a name in a circle, for a company without a logo."""
    letter = next((one for one in name if one.isalnum()), "·").upper()
    drawing = (
        f'<svg xmlns="{SVG_NAMESPACE}" viewBox="0 0 48 48"><circle cx="24" cy="24" r="23" '
        f'fill="{on_colour}"/><text x="24" y="33" text-anchor="middle" font-family="sans-serif" '
        f'font-size="26" font-weight="700" fill="{colour}">{escape(letter)}</text></svg>\n'
    )
    return Logo("svg", drawing.encode())


def _refuse(code: str, written: str, **data: Datum) -> NoReturn:
    problem = Problem(code, Place(question=QUESTION), {"value": written, **data})
    # What the parser said adds nothing to what the problem says.
    raise AnswerProblems([problem]) from None


def _read_file(brand_folder: Path, written: str) -> bytes:
    """Read a file of the brand folder; links may not lead out of it."""
    folder = brand_folder.resolve()
    try:
        found = (folder / written).resolve(strict=True)
        inside = found.is_relative_to(folder) and found.is_file()
    except (OSError, ValueError):
        _refuse("logo.missing", written)
    if not inside:
        _refuse("logo.outside", written)
    if found.stat().st_size > MAX_BYTES:
        _refuse("logo.too_large", written, limit=MAX_BYTES)
    return found.read_bytes()


def _check_svg(content: bytes, written: str) -> Logo:
    # Only a workspace with an SVG logo pays for the XML parser.
    from defusedxml import ElementTree as SafeET
    from defusedxml.common import DefusedXmlException

    if _DECLARATION.search(content):
        _refuse("logo.declaration", written)
    try:
        root = SafeET.fromstring(content, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError):
        _refuse("logo.not_svg", written)
    for element in root.iter():
        _check_element(element, written)
    ET.register_namespace("", SVG_NAMESPACE)
    try:
        return Logo("svg", ET.tostring(root, encoding="utf-8") + b"\n")
    except RecursionError:
        # A thousand groups inside one another are no drawing.
        _refuse("logo.not_svg", written)


def _check_element(element: ET.Element, written: str) -> None:
    namespace, _, name = element.tag.rpartition("}")
    if namespace != "{" + SVG_NAMESPACE or name not in SVG_ELEMENTS:
        _refuse("logo.element", written, element=name)
    for attribute, value in element.attrib.items():
        if attribute not in SVG_ATTRIBUTES:
            plain = attribute.rpartition("}")[2]
            _refuse("logo.attribute", written, element=name, attribute=plain)
        if _UNSAFE_VALUE.search(value):
            _refuse("logo.value", written, element=name, attribute=attribute)


def _repaint(content: bytes, written: str) -> Logo:
    """Decode and encode an image again: what isn't picture (GPS position, hidden files) is lost."""
    # Only a workspace with a photo logo pays for the image library.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        # The size stands in the head of the file: a bomb is refused before it is unpacked.
        if max(image.size) > MAX_SIDE:
            _refuse("logo.too_wide", written, limit=MAX_SIDE)
        kind, mode = ("PNG", "RGBA") if image.format == "PNG" else ("JPEG", "RGB")
        painted = ImageOps.exif_transpose(image).convert(mode)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _refuse("logo.too_wide", written, limit=MAX_SIDE)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        _refuse("logo.not_image", written)
    painted.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    # The bare picture: text chunks and profiles stay behind with the old object.
    bare = Image.frombytes(mode, painted.size, painted.tobytes())
    saved = io.BytesIO()
    bare.save(saved, kind, optimize=True)
    return Logo(_SAVED_AS[kind], saved.getvalue())
