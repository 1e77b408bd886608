"""What a reader sees of a page, and what could run in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import html5lib

_HTML = "{http://www.w3.org/1999/xhtml}"
_UNSEEN = frozenset({"script", "style", "template", "svg"})
_SPACE = re.compile(r"\s+")


class _Reader(HTMLParser):
    """Collects the texts between tags, leaving out what isn't shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note that what follows isn't shown."""
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen and data.strip():
            self.texts.append(_SPACE.sub(" ", data).strip())


def read_texts(page: str) -> list[str]:
    """Return the shown texts of a page of ours, tag by tag (fast; the HTML is known to be sound)."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.texts


def read_article(page: str) -> list[str]:
    """Return the shown texts of the page's own part, without menus and footers."""
    start, end = page.find("<article"), page.rfind("</article>")
    assert 0 <= start < end
    return read_texts(page[start:end])


@dataclass(frozen=True, slots=True)
class Running:
    """What of a page could run or load, as a browser would understand it."""

    scripts: tuple[str, ...]
    handlers: tuple[str, ...]
    addresses: tuple[str, ...]


def parse(page: str) -> object:
    """Return a page as a browser parses it."""
    return html5lib.parse(page)


def see(tree: object) -> str:
    """Return the visible text of a parsed page on one line, its title first."""
    return tidy(" ".join(_visible_texts(tree)))


def tidy(text: str) -> str:
    """Return a text with all its space narrowed to single blanks."""
    return _SPACE.sub(" ", text.replace("\u00a0", " ")).strip()


def _visible_texts(node: object) -> Iterator[str]:
    tag = str(node.tag).removeprefix(_HTML)  # type: ignore[attr-defined]
    if tag not in _UNSEEN:
        yield node.text or ""  # type: ignore[attr-defined]
        for child in node:  # type: ignore[attr-defined]
            yield from _visible_texts(child)
            yield child.tail or ""


def find_running(tree: object) -> Running:
    """Return the scripts, the handlers and every address of a parsed page."""
    scripts, handlers, addresses = [], [], []
    for one in tree.iter():  # type: ignore[attr-defined]
        if not isinstance(one.tag, str):
            continue
        if one.tag.endswith("}script"):
            scripts.append(one.attrib.get("src") or one.text or "")
        for name, value in one.attrib.items():
            plain = str(name).rpartition("}")[2].lower()
            if plain.startswith("on") or plain == "srcdoc":
                handlers.append(f"{plain}={value}")
            if plain in {"href", "src", "action", "data", "formaction"}:
                addresses.append(value.strip().lower())
    return Running(tuple(scripts), tuple(handlers), tuple(addresses))
