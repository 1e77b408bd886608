"""Three-way merge of a page, clause by clause: what a person wrote is never lost.

Clauses are matched by the anchor of their heading, so a moved clause is still the same clause.
A clause that can't be merged keeps the person's text; the others don't wait for it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.revision.clause_merge import Merged, merge_clause, says_the_same
from generator.revision.keyed import distinct, merge_order
from generator.revision.model import FRONT, LEAD, ClauseState
from generator.revision.page_parts import Parts, join_parts, split_page, with_lost_anchors
from generator.revision.tokens import split_lines

Renamed = Sequence[tuple[str, str]]
"""Answers that changed everywhere, such as the company's name: old value, new value."""

_FRONT_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class ClauseMerge:
    """What became of one clause, with the three texts it came from."""

    anchor: str
    state: ClauseState
    base: str = ""
    yours: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class PageMerge:
    """A merged page, the base its next merge starts from, and each clause that isn't as it was."""

    text: str
    base: str
    clauses: tuple[ClauseMerge, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One clause after the merge; None where the page, or the base, has it no more."""

    state: ClauseState
    text: str | None
    base: str | None


def merge_page(base: str, user: str, new: str, renamed: Renamed = ()) -> PageMerge:
    """Merge a page that a person and the generator changed."""
    mark = _BOM if user.startswith(_BOM) else ""
    user, line_end = user.removeprefix(_BOM), line_end_of(user)
    olds, news = split_page(_unix(base)), split_page(_unix(new))
    yours = with_lost_anchors(split_page(user), olds)
    order = merge_order(list(olds), list(yours), list(news))
    texts: list[str] = []
    bases: Parts = {}
    clauses: list[ClauseMerge] = []
    for key in order:
        sides = olds.get(key), yours.get(key), news.get(key)
        part = _merge_part(key, sides, renamed, line_end)
        if part.text is not None:
            texts.append(part.text)
        if part.base is not None:
            bases[key] = part.base
        if part.state != "unchanged":
            clauses.append(ClauseMerge(key, part.state, *(side or "" for side in sides)))
    text = _end_like(join_parts(texts, user, line_end), user, line_end)
    return PageMerge(mark + text, _base_text(bases, news), tuple(clauses))


def compare_pages(old: str, new: str, state: ClauseState = "updated") -> tuple[ClauseMerge, ...]:
    """Clauses in which two versions of a page differ in what they say."""
    before, after = split_page(_unix(old)), split_page(_unix(new))
    found = []
    for key in merge_order(list(before), list(before), list(after)):
        one, other = before.get(key), after.get(key)
        if one is None:
            found.append(ClauseMerge(key, "new" if state == "updated" else state, new=other or ""))
        elif other is None:
            gone: ClauseState = "removed" if state == "updated" else "deleted_by_you"
            found.append(ClauseMerge(key, gone, base=one))
        elif not says_the_same(one, other):
            found.append(ClauseMerge(key, state, base=one, new=other))
    return tuple(found)


def line_end_of(text: str) -> str:
    """Line end that most lines of a text have."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def _merge_part(
    key: str, sides: tuple[str | None, str | None, str | None], renamed: Renamed, line_end: str
) -> _Part:
    base, user, new = sides
    fitted = None if new is None else new.replace("\n", line_end)
    if user is None or (not user and base and key in {FRONT, LEAD}):
        return _without_user(base, new, fitted)
    if new is None or fitted is None:
        return _without_new(base, user)
    if says_the_same(user, new):
        return _Part("unchanged", user, new)
    if base is not None and says_the_same(base, new):
        return _Part("yours", user, new)
    merged = None if base is None else _merge_both(key, (base, user, fitted), renamed, line_end)
    return merged or _Part("conflict", user, base)


def _without_user(base: str | None, new: str | None, fitted: str | None) -> _Part:
    if base is None:
        return _Part("new", fitted, new)
    return _Part("unchanged" if new is None else "deleted_by_you", None, new)


def _without_new(base: str | None, user: str) -> _Part:
    if base is None:
        return _Part("yours", user, None)
    if says_the_same(base, user):
        return _Part("removed", None, None)
    return _Part("detached", user, None)


def _merge_both(
    key: str, sides: tuple[str, str, str], renamed: Renamed, line_end: str
) -> _Part | None:
    base, user, new = sides
    next_base = _unix(new)
    if _unix(user) == base:
        return _Part("updated", new, next_base)
    old_user = user
    base, user = _with_new_values(base, user, new, renamed)
    merge = _merge_front if key == FRONT else merge_clause
    merged = merge(base, user, new, line_end)
    if merged is None:
        return None
    if says_the_same(base, user):
        state: ClauseState = "updated"
    else:
        state = "merged"
    if merged.review or user != old_user:
        state = "merged_review"
    return _Part(state, merged.text, next_base)


def _with_new_values(base: str, user: str, new: str, renamed: Renamed) -> tuple[str, str]:
    """Bring changed answers into both older texts, so that only true edits are left to merge."""
    for old, value in renamed:
        pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)") if old else None
        if pattern and pattern.search(base) and value in new and not pattern.search(new):
            safe = value.replace("\\", r"\\")
            base, user = pattern.sub(safe, base), pattern.sub(safe, user)
    return base, user


def _merge_front(base: str, user: str, new: str, line_end: str) -> Merged | None:
    olds, yours, news = (_front_entries(text) for text in (base, user, new))
    lines: list[str] = []
    for key in merge_order(list(olds), list(yours), list(news)):
        old, your, gen = (_value(side, key) for side in (olds, yours, news))
        if gen in (old, your):
            lines.append(yours.get(key, ""))
        elif your == old:
            lines.append(news.get(key, ""))
        else:
            return None
    whole = [line if not line or line.endswith("\n") else line + line_end for line in lines]
    return Merged("".join(whole))


def _value(entries: Mapping[str, str], key: str) -> str | None:
    text = entries.get(key)
    return None if text is None else "\n".join(line.rstrip() for line in split_lines(text)).strip()


def _front_entries(text: str) -> dict[str, str]:
    """Entries of front matter by key; the two fences are entries of their own."""
    keys: list[str] = []
    entries: list[str] = []
    for number, line in enumerate(split_lines(text)):
        found = _FRONT_KEY.match(line)
        closes = number > 0 and line.rstrip() in {"---", "..."}
        if found or closes or not entries:
            keys.append(found.group(1) if found else "end" if closes else "start")
            entries.append(line)
        else:
            entries[-1] += line
    return dict(zip(distinct(keys), entries, strict=True))


def _base_text(bases: Parts, news: Parts) -> str:
    """Put the base of the next merge together in the generator's order."""
    if bases == news:
        return "".join(news.values())
    order = [key for key in news if key in bases] + [key for key in bases if key not in news]
    return join_parts([bases[key] for key in order], "".join(news.values()), "\n")


def _end_like(text: str, user: str, line_end: str) -> str:
    """End a page in one line end, unless the person's page ended in another way."""
    wanted = user[len(user.rstrip()) :] if user.strip() else line_end
    return text.rstrip() + (wanted or line_end) if text.strip() else text


def _unix(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n")
