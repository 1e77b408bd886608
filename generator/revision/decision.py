"""What becomes of one file, from the three texts alone: last generated, the person's, new."""

from dataclasses import dataclass

from generator.revision.manifest import hash_of
from generator.revision.markdown_merge import (
    ClauseMerge,
    PageMerge,
    Renamed,
    compare_pages,
    merge_page,
)
from generator.revision.model import FileState
from generator.revision.page_parts import has_markers

_MOST_BYTES = 5 * 1024 * 1024
"""A larger page isn't merged: the person's stays."""


@dataclass(frozen=True, slots=True)
class Decision:
    """State of a file, its bytes afterwards, and the base its next merge starts from.

    `result` is None where no file is wanted, `base` None where the former base stays in force.
    """

    state: FileState
    result: bytes | None
    base: bytes | None = None
    clauses: tuple[ClauseMerge, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """The three versions of a file. `digest` is the hash of the base, whose bytes may be lost."""

    path: str
    digest: str | None
    base: bytes | None
    user: bytes | None
    new: bytes

    @property
    def known(self) -> bytes | None:
        """The base; an unedited file is its own base, even when ours is lost."""
        if self.base is None and self.user is not None and hash_of(self.user) == self.digest:
            return self.user
        return self.base

    @property
    def markdown(self) -> bool:
        """Tell whether the file is prose that may be merged."""
        return self.path.endswith(".md")


def decide(sides: Sides, renamed: Renamed = ()) -> Decision:
    """Decide about a file that the generator makes."""
    user, new, base = sides.user, sides.new, sides.known
    if user is None:
        state: FileState = "new" if sides.digest is None else "deleted_by_you"
        return Decision(state, new if state == "new" else None, new)
    if user == new:
        return Decision("unchanged", user, new)
    if sides.digest is None:
        return Decision("blocked", user, reason="file.blocked")
    if base == user:
        return Decision("updated", new, new, _compared(sides, base, new))
    if base == new:
        return Decision("yours", user, new, _compared(sides, base, user, yours=True))
    return _decide_both(sides, base, user, renamed)


def _decide_both(sides: Sides, base: bytes | None, user: bytes, renamed: Renamed) -> Decision:
    reason = _why_not(sides, user)
    if base is None or reason:
        return Decision("conflict", user, reason=reason if base else "base.damaged")
    text = user.decode()
    merged = merge_page(base.decode(), text, sides.new.decode(), renamed)
    result = merged.text.encode()
    state = _page_state(merged, unchanged=result == user)
    return Decision(state, result, merged.base.encode(), merged.clauses)


def _why_not(sides: Sides, user: bytes) -> str:
    """Code of the reason why a file can't be merged; empty when it can."""
    if not sides.markdown:
        return "file.both_changed"
    if max(len(user), len(sides.new)) > _MOST_BYTES:
        return "page.too_large"
    try:
        return "page.markers" if has_markers(user.decode()) else ""
    except UnicodeDecodeError:
        return "page.not_utf8"


def _page_state(merged: PageMerge, *, unchanged: bool) -> FileState:
    states = {clause.state for clause in merged.clauses}
    if "conflict" in states:
        return "conflict"
    if unchanged:
        return "yours"
    return "merged_review" if "merged_review" in states else "merged"


def _compared(
    sides: Sides, old: bytes, new: bytes, *, yours: bool = False
) -> tuple[ClauseMerge, ...]:
    if not sides.markdown:
        return ()
    texts = old.decode(errors="replace"), new.decode(errors="replace")
    return compare_pages(*texts, state="yours" if yours else "updated")
