"""Pages that were converted before: half of a build is Markdown, and most pages stay the same.

What is kept is data (JSON), never objects that could run. A page is taken from it only when its
text, its path, the list of files it may link to, the extensions and the versions are the same.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from generator.project.mkdocs_config import EXTENSIONS
from generator.site.staging import list_versions

_FORMAT: Final = 1
# MkDocs adds `fenced_code` by itself.
_KNOWN: Final = frozenset(
    ("fenced_code", *(one if isinstance(one, str) else next(iter(one)) for one in EXTENSIONS))
)

Entry = dict[str, Any]


class ConvertedPages:
    """The converted pages of one language, read from a file and saved after a good build."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._before = _read(path) if path else {}
        self._now: dict[str, Entry] = {}
        self._shared: tuple[Files, str] | None = None

    def save(self) -> None:
        """Keep the pages of this build, and only those; readers see the old file or the new one."""
        if self._path is None or self._now.keys() == self._before.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        written = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        content = {"format": _FORMAT, "pages": self._now}
        written.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        written.replace(self._path)

    @contextmanager
    def stand_in(self) -> Iterator[None]:
        """Stand in for the conversion of pages; builds of a process never overlap."""
        convert = Page.render

        def render(page: Page, config: Any, files: Files) -> None:
            if not _KNOWN.issuperset(config["markdown_extensions"]):
                # An extension of somebody else may read more than the page.
                convert(page, config, files)
                return
            key = self._key(page, config, files)
            entry = self._before.get(key)
            if entry is None:
                convert(page, config, files)
                entry = _take(page)
            else:
                _give(page, entry, files)
            self._now[key] = entry

        Page.render = render  # type: ignore[method-assign,assignment]
        try:
            yield
        finally:
            Page.render = convert  # type: ignore[method-assign]

    def _key(self, page: Page, config: Any, files: Files) -> str:
        if self._shared is None or self._shared[0] is not files:
            names = sorted(file.src_uri for file in files)
            options = sorted((name, repr(value)) for name, value in config["mdx_configs"].items())
            shared = repr((names, config["markdown_extensions"], options, list(list_versions())))
            self._shared = files, hashlib.sha256(shared.encode()).hexdigest()
        own = f"{self._shared[1]}\0{page.file.src_uri}\0{page.markdown}"
        return hashlib.sha256(own.encode()).hexdigest()


def _read(path: Path) -> dict[str, Entry]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return {}
    pages: dict[str, Entry] = found["pages"]
    return pages


def _take(page: Page) -> Entry:
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": [_take_heading(one) for one in page.toc],
        "title": page._title_from_render,  # noqa: SLF001 (set by the conversion, read by MkDocs)
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in links.items()},
    }


def _take_heading(heading: AnchorLink) -> Entry:
    return {
        "name": heading.title,
        "id": heading.id,
        "level": heading.level,
        "children": [_take_heading(one) for one in heading.children],
    }


def _give(page: Page, entry: Entry, files: Files) -> None:
    page.content = entry["content"]
    page.toc = get_toc(entry["toc"])
    page._title_from_render = entry["title"]  # noqa: SLF001
    page.present_anchor_ids = set(entry["anchors"])
    linked = {files.get_file_from_path(name): found for name, found in entry["links"].items()}
    page.links_to_anchors = {file: found for file, found in linked.items() if file is not None}
