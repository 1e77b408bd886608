"""Saving answers.yml so that an interruption at any moment leaves the old file or the new one."""

import contextlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from questionnaire.answers import Answers
from questionnaire.errors import Place, Problem, WorkspaceProblems
from questionnaire.model import Questionnaire
from questionnaire.money import Money
from questionnaire.sources import Document, read_untrusted
from questionnaire.store.carry import as_words, carry_over
from questionnaire.store.compose import compose_text, plan_document, strange_keys
from questionnaire.store.load import bring_up_to_date
from questionnaire.store.read import Reading
from questionnaire.store.recent import digest, keep, read_once
from questionnaire.store.reread import reread
from questionnaire.store.scalars import Plain
from questionnaire.text import LANGUAGES, Language
from questionnaire.upgrade import Step

_KEYS = (
    "answers", "pending", "not_applicable", "suggested", "notes", "languages", "questionnaire",
)  # fmt: skip


def digest_file(path: Path) -> bytes:
    """Return what identifies the content of a file; empty when there is no file."""
    content = _read_bytes(path)
    return b"" if content is None else digest(content)


def save_answers(
    path: Path,
    answers: Answers,
    questionnaire: Questionnaire,
    language: Language,
    expected: bytes | None = None,
    *,
    steps: Sequence[Step] | None = None,
) -> bytes:
    """Write answers.yml and return its digest.

    `expected` is the digest of the file as it was loaded (`digest_file`): when the file on disk
    is another one, nothing is written. Without it the file is replaced whatever it holds. What an
    older questionnaire asked for is carried over by `steps`, as when the file was loaded.
    """
    old = _read_bytes(path)
    if expected is not None and (b"" if old is None else digest(old)) != expected:
        raise WorkspaceProblems([Problem("answers.changed_on_disk", Place(str(path)))])
    new = _compose(path, old, answers, questionnaire, language, steps=steps)
    if new != old:
        _replace_file(path, new)
    return digest(new)


def _compose(
    path: Path,
    old: bytes | None,
    answers: Answers,
    questionnaire: Questionnaire,
    language: Language,
    *,
    steps: Sequence[Step] | None,
) -> bytes:
    wanted = plan_document(answers, questionnaire)
    if old is not None and old.strip():
        document, text = _carry(read_once(old, path.name), old, questionnaire, steps)
        unchanged = _find_unchanged(document, answers, wanted["answers"], questionnaire)
        new, sheet = compose_text(
            wanted,
            questionnaire,
            language,
            old=document,
            old_text=text,
            unchanged=unchanged,
        )
        said = reread(sheet, document) if sheet else None
        said = said or read_untrusted(new.encode("utf-8"), path.name)
        if _holds(said, wanted, unchanged):
            content = _encode(new, like=old)
            keep(content, said)
            return content
        kept = {key: as_words(part) for key, part in strange_keys(document.data).items()}
        wanted = {**wanted, **kept}
    new, _ = compose_text(wanted, questionnaire, language)
    read_once(_encode(new), path.name)  # what can't be read back is never written
    return _encode(new)


def _carry(
    document: Document, old: bytes, questionnaire: Questionnaire, steps: Sequence[Step] | None
) -> tuple[Document, str]:
    """Return a file as document and text, under the names of this version of the questionnaire."""
    text = old.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    upgraded = bring_up_to_date(document, questionnaire, steps)
    if not upgraded.report.moved:
        return document, text
    carried = carry_over(text, document, upgraded)
    if carried is None:
        return Document(upgraded.document.data, {}, {}, document.file), ""
    return read_untrusted(carried.encode("utf-8"), document.file), carried


def _find_unchanged(
    document: Document,
    answers: Answers,
    wanted: Plain,
    questionnaire: Questionnaire,
) -> frozenset[str]:
    """Return the answers whose value is what the file says already, in another spelling."""
    written = document.data.get("answers")
    before = written if isinstance(written, dict) else {}
    spelt = wanted if isinstance(wanted, dict) else {}
    respelt = [
        question_id
        for question_id, plain in spelt.items()
        if question_id in before
        and before[question_id] != plain
        # An amount without a currency would change with the company's currency.
        and not isinstance(answers.by_id[question_id].value, Money)
    ]
    values = Reading(document, questionnaire).values_of(respelt)
    return frozenset(
        question_id
        for question_id, known in values.items()
        if known == (value := answers.by_id[question_id].value) and type(known) is type(value)
    )


def _holds(said: Document, wanted: Mapping[str, Plain], unchanged: frozenset[str]) -> bool:
    """Say whether a file, read again, gives what it was made from."""
    data = _without_own_keys(said.data)
    data.setdefault("languages", list(LANGUAGES))
    for key in _KEYS:
        found, want = data.get(key) or {}, wanted[key]
        if not isinstance(want, dict):
            if found != want:
                return False
        elif any(found.get(name) != part for name, part in want.items() if name not in unchanged):
            return False
    return all(set(data.get(key) or ()) == set(wanted[key]) for key in ("recommend", "later"))


def _without_own_keys(data: Any) -> Any:
    """Leave out the `x-` keys that people keep inside their items."""
    if isinstance(data, dict):
        kept = {key: part for key, part in data.items() if not key.startswith("x-")}
        return {key: _without_own_keys(part) for key, part in kept.items()}
    return [_without_own_keys(part) for part in data] if isinstance(data, list) else data


def _encode(text: str, like: bytes = b"") -> bytes:
    return (text.replace("\n", "\r\n") if b"\r\n" in like else text).encode("utf-8")


def _read_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise WorkspaceProblems([Problem("workspace.unreadable", Place(str(path)))]) from None


def _replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, make it durable, then put it in its place in one step."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:  # mkstemp makes it readable by nobody else
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        data = {"reason": error.strerror or type(error).__name__}
        raise WorkspaceProblems(
            [Problem("workspace.not_writable", Place(str(path)), data)]
        ) from None


def _sync_folder(folder: Path) -> None:
    """Make the new name durable, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
