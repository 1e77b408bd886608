"""What a drawing program leaves in an SVG and a logo doesn't need, taken out without changing the picture.

Styles become the attributes they stand for; notes of the program, scripts and handlers go. What
can't be taken out without changing the picture stays, and `logo.check_logo` refuses it by name.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from generator.project.logo import SVG_ATTRIBUTES, SVG_NAMESPACE

_OURS: Final = "{" + SVG_NAMESPACE + "}"
_NOTES: Final = frozenset(("metadata", "script", "style"))
"""Elements that paint nothing; a style sheet is read before it goes."""
_IDLE: Final = frozenset(("class", "style", "lang", "tabindex", "enable-background", "overflow"))
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
"""The line old programs write; one that defines entities has a bracket and is left to be refused."""
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS: Final = re.compile(r"\.([\w-]+)")

Styles = Mapping[str, Mapping[str, str]]


def clean_svg(content: bytes) -> bytes:
    """Return a drawing without what isn't picture; one that can't be read comes back as it is."""
    # Only an upload pays for the XML parser.
    from defusedxml import ElementTree as SafeET
    from defusedxml.common import DefusedXmlException

    plain = _DOCTYPE.sub(b"", content)
    try:
        root = SafeET.fromstring(plain, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError):
        return content
    styles = _read_styles(root)
    if styles is None:
        return plain
    for element in list(root.iter()):
        _clean(element, styles)
    ET.register_namespace("", SVG_NAMESPACE)
    try:
        cleaned: bytes = ET.tostring(root, encoding="utf-8")
    except RecursionError:
        return content
    return cleaned


def _read_styles(root: ET.Element) -> Styles | None:
    """Return the declarations of each class; nothing if a rule is more than that."""
    found: dict[str, dict[str, str]] = {}
    for element in root.iter(f"{_OURS}style"):
        text = _COMMENT.sub("", "".join(element.itertext())).strip()
        if _RULE.sub("", text).strip():
            return None
        for selectors, declarations in _RULE.findall(text):
            for selector in selectors.split(","):
                name = _CLASS.fullmatch(selector.strip())
                if name is None:
                    return None
                found.setdefault(name[1], {}).update(_read_declarations(declarations))
    return found


def _read_declarations(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _clean(element: ET.Element, styles: Styles) -> None:
    for child in list(element):
        name = _plain_name(child)
        if name is None or name in _NOTES:
            element.remove(child)
    said: dict[str, str] = {}
    for one in element.get("class", "").split():
        said.update(styles.get(one, {}))
    said.update(_read_declarations(element.get("style", "")))
    # A property that is no attribute of ours stays where it can be seen and refused.
    for name, value in said.items():
        if not name.startswith("-") and (name in SVG_ATTRIBUTES or _changes_look(name, value)):
            element.set(name, value)
    for attribute in list(element.attrib):
        if _is_idle(attribute):
            del element.attrib[attribute]


def _plain_name(element: ET.Element) -> str | None:
    """Return the name of an element of SVG; nothing for the notes of a drawing program."""
    tag = element.tag
    return tag.removeprefix(_OURS) if isinstance(tag, str) and tag.startswith(_OURS) else None


def _is_idle(attribute: str) -> bool:
    handler = attribute.startswith(("on", "data-")) and attribute not in SVG_ATTRIBUTES
    return attribute.startswith("{") or attribute in _IDLE or handler


def _changes_look(name: str, value: str) -> bool:
    """Tell whether a style that we don't take could change the picture."""
    return name in {"filter", "mix-blend-mode", "stroke-dashoffset", "clip", "display"} and (
        value not in {"none", "normal", "0", "inline"}
    )
