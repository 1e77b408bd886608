"""Drawings say the same to the eye and to the ear, and never break a page."""

from xml.etree import ElementTree as ET

import pytest
from defusedxml.ElementTree import fromstring

from generator.drawings import DRAWINGS, draw
from generator.drawings.svg import WIDTH, measure, wrap
from questionnaire.text import SPANISH
from tests.properties.hostile import PAYLOADS
from tests.sample import DRAWINGS as SAMPLE

_SVG = "{http://www.w3.org/2000/svg}"


def _draw(name: str, data: object) -> ET.Element:
    html = draw({"drawings": {name: data}}, SPANISH)[name].replace(" data-search-exclude", "")
    found: ET.Element = fromstring(html)
    return found


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawing_has_name_and_words(name: str) -> None:
    """Every drawing is an image with a title and a description that says all it shows."""
    svg = _draw(name, SAMPLE[name]).find(f"{_SVG}svg")
    assert svg is not None
    assert svg.get("role") == "img"
    titles = [svg.find(f"{_SVG}title"), svg.find(f"{_SVG}desc")]
    assert svg.get("aria-labelledby") == " ".join(
        str(one.get("id")) for one in titles if one is not None
    )
    assert titles[1] is not None
    described = titles[1].text or ""
    for span in svg.iter(f"{_SVG}tspan"):
        assert (span.text or "") in described


@pytest.mark.parametrize("name", DRAWINGS)
def test_everything_stays_inside(name: str) -> None:
    """No text begins or ends outside the drawing, and boxes end before its edge."""
    svg = _draw(name, SAMPLE[name]).find(f"{_SVG}svg")
    assert svg is not None
    height = float(str(svg.get("height")))
    for span in svg.iter(f"{_SVG}tspan"):
        assert float(str(span.get("x"))) + measure(span.text or "") <= WIDTH
        assert float(str(span.get("y"))) <= height
    for box in svg.iter(f"{_SVG}rect"):
        assert float(str(box.get("x"))) + float(str(box.get("width"))) <= WIDTH
        assert float(str(box.get("y"))) + float(str(box.get("height"))) <= height


@pytest.mark.parametrize("text", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_hostile_text_is_only_text(text: str) -> None:
    """A drawing with a hostile name has the elements of a drawing with a kind one."""
    data = {"title": text, "boxes": [{"id": "a", "name": text, "text": text}]}
    figure = _draw("org", data)
    assert {one.tag.removeprefix(_SVG) for one in figure.iter()} <= {
        "figure", "svg", "title", "desc", "rect", "text", "tspan",
    }  # fmt: skip
    html = draw({"drawings": {"org": data}}, SPANISH)["org"]
    assert "{{" not in html
    assert "\n" not in html


def test_without_data_there_is_no_drawing() -> None:
    """A page that places a drawing nobody has data for shows nothing there."""
    assert draw({}, SPANISH) == dict.fromkeys(DRAWINGS, "")


def test_circle_of_superiors_is_drawn_once() -> None:
    """Two people who answer to each other appear once each."""
    boxes = [{"id": "a", "name": "A", "under": "b"}, {"id": "b", "name": "B", "under": "a"}]
    figure = _draw("org", {"title": "t", "boxes": boxes})
    assert [one.text for one in figure.iter(f"{_SVG}tspan")] == ["A", "B"]


def test_words_wrap_and_long_ones_are_cut() -> None:
    """Every line fits, and no letter is lost."""
    text = "una palabra " + "larguísima" * 8
    lines = wrap(text, 120)
    assert all(measure(line) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
