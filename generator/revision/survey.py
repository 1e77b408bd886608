"""Where every file of the new project is now: pages found by id, places that are taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.project.model import Page, Project, Standing
from generator.revision.disk import Disk
from generator.revision.manifest import hash_of, read_base, read_manifest
from generator.revision.model import Entry, Manifest
from generator.revision.page_parts import page_id_of, split_page
from generator.revision.workspace import HANDBOOK


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the new project, its former entry, and the person's file with where it is."""

    target: str
    new: bytes
    page_id: str
    language: str
    entry: Entry | None
    at: str | None
    user: bytes | None

    @property
    def renamed_by_you(self) -> bool:
        """Tell whether a person gave the file another name; then that name stays."""
        return self.at is not None and self.entry is not None and self.at != self.entry.path


@dataclass(frozen=True, slots=True)
class Gone:
    """A file that is no longer generated; kept when a person edited it."""

    entry: Entry
    at: str
    user: bytes

    @property
    def kept(self) -> bool:
        """Tell whether the file holds a person's work."""
        return hash_of(self.user) != self.entry.sha256


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of the project, those no longer in it, and targets whose place isn't free."""

    found: tuple[Found, ...]
    gone: tuple[Gone, ...]
    blocked: frozenset[str]


def survey_folder(project: Project, manifest: Manifest, disk: Disk) -> Survey:
    """Find every file of the project in the folder."""
    pages = {page.path: page for page in project.pages}
    matched = _match_entries(project, pages, manifest)
    locator = _Locator(disk, frozenset(manifest.entries), frozenset(project.files))
    found = []
    for target in sorted(project.files):
        entry, page = matched.get(target), pages.get(target)
        at, user = locator.find(target, entry)
        identity = (page.id, page.language) if page else ("", "")
        found.append(Found(target, project.files[target], *identity, entry, at, user))
    used = {entry.path for entry in matched.values()}
    rest = [manifest.entries[path] for path in sorted(manifest.entries) if path not in used]
    gone = tuple(_gone(rest, locator))
    return Survey(tuple(found), gone, _blocked(found, gone, disk))


def find_standings(disk: Disk) -> dict[tuple[str, str], Standing]:
    """Return the pages that a person deleted, renamed or edited, by language and page id."""
    manifest = read_manifest(disk) or Manifest()
    locator = _Locator(disk, frozenset(manifest.entries), frozenset())
    standings = {}
    for entry in manifest.entries.values():
        at, user = locator.find(entry.path, entry)
        if entry.page_id and (at != entry.path or user is None or hash_of(user) != entry.sha256):
            standings[entry.language, entry.page_id] = _stand(at, user, entry, disk)
    return standings


def _stand(at: str | None, user: bytes | None, entry: Entry, disk: Disk) -> Standing:
    if at is None or user is None:
        return Standing("")
    base = read_base(disk, entry.sha256) or b""
    gone = _anchors(base) - _anchors(user)
    return Standing(at.removeprefix(f"{_book(entry.path)}/"), gone)


def _anchors(page: bytes) -> frozenset[str]:
    """Anchors of a page; a heading without one gets one made of its title."""
    return frozenset(key.removeprefix("~") for key in split_page(page.decode(errors="replace")))


def read_handbook(disk: Disk, path: str) -> bytes | None:
    """Read a file of the handbook; None when there is none."""
    return disk.read(f"{HANDBOOK}/{path}")


def _match_entries(
    project: Project, pages: dict[str, Page], manifest: Manifest
) -> dict[str, Entry]:
    """Entry of each file: by page id and language first, by path where that finds none."""
    by_id = {(e.page_id, e.language): e for e in manifest.entries.values() if e.page_id}
    matched = {
        path: by_id[page.id, page.language]
        for path, page in pages.items()
        if (page.id, page.language) in by_id
    }
    used = {entry.path for entry in matched.values()}
    for path in project.files:
        entry = manifest.entries.get(path)
        page_id = pages[path].id if path in pages else ""
        if entry is None or path in matched or path in used:
            continue
        # Another id is another page, even at the same path.
        if "" in {page_id, entry.page_id} or page_id == entry.page_id:
            matched[path] = entry
    return matched


def _gone(entries: Iterable[Entry], locator: "_Locator") -> Iterator[Gone]:
    for entry in entries:
        at, user = locator.find(entry.path, entry)
        if at is not None and user is not None:
            yield Gone(entry, at, user)


def _blocked(found: Sequence[Found], gone: Sequence[Gone], disk: Disk) -> frozenset[str]:
    """Targets whose place holds a file that stays there. A blocked move may block another."""
    ours = {f.at for f in found} | {item.at for item in gone}
    blocked: set[str] = set()
    while True:
        staying = {item.at for item in gone if item.kept}
        staying |= {f.at for f in found if f.at and (f.renamed_by_you or f.target in blocked)}
        more = {
            f.target
            for f in found
            if f.target not in blocked and _wants(f) and _occupied(f, ours, staying, disk)
        }
        if not more:
            return frozenset(blocked)
        blocked |= more


def _wants(found: Found) -> bool:
    """Tell whether a file is to be put where it isn't yet."""
    if found.entry is None:
        return found.at is None
    return found.at is not None and found.at != found.target and not found.renamed_by_you


def _occupied(found: Found, ours: set[str | None], staying: set[str], disk: Disk) -> bool:
    if found.target in staying:
        return True
    return found.target not in ours and read_handbook(disk, found.target) is not None


class _Locator:
    """Finds the person's version of a file, also after the person renamed it."""

    def __init__(self, disk: Disk, managed: frozenset[str], wanted: frozenset[str]) -> None:
        self._disk = disk
        self._managed = managed
        self._known = managed | wanted
        self._strays: dict[tuple[str, str], tuple[str, bytes]] | None = None

    def find(self, target: str, entry: Entry | None) -> tuple[str | None, bytes | None]:
        """Path and bytes of the file now; twice None when there is none."""
        if entry is None and target in self._managed:
            return None, None  # what is there belongs to another file of ours
        path = target if entry is None else entry.path
        data = read_handbook(self._disk, path)
        if data is not None:
            return path, data
        if entry is None or not entry.page_id:
            return None, None
        return self._by_id().get((entry.page_id, _book(entry.path)), (None, None))

    def _by_id(self) -> dict[tuple[str, str], tuple[str, bytes]]:
        if self._strays is None:
            self._strays = {}
            for path in self._pages():
                data = read_handbook(self._disk, path) or b""
                page_id = page_id_of(data.decode(errors="replace"))
                if page_id:
                    self._strays.setdefault((page_id, _book(path)), (path, data))
        return self._strays

    def _pages(self) -> Iterator[str]:
        for full in self._disk.files(HANDBOOK):
            path = full.removeprefix(f"{HANDBOOK}/")
            if path.endswith(".md") and path not in self._known:
                yield path


def _book(path: str) -> str:
    """Folder of one language, such as `docs/es`: a page never moves out of it."""
    return "/".join(path.split("/")[:-1][:2])
