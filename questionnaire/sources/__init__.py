"""Strict YAML that remembers where each value stands, and the folders where our content lives.

Two readers share one set of rules (no anchors, tags, second document, duplicate keys or
invisible characters). Ours types plain values as YAML 1.2 does; the one for other people's
files leaves every value as text, because only the question knows what `no`, `012` or `9:30` mean.
"""

from pathlib import Path
from typing import Final

import yaml

from questionnaire.errors import AnswerProblems, ContentProblems, Place, Problem
from questionnaire.sources.document import INVISIBLE, Document, Steps
from questionnaire.sources.kept_documents import find_document, keep_document
from questionnaire.sources.reader import Limits, Reader
from questionnaire.sources.scalars import keep_as_text, type_as_yaml_1_2
from questionnaire.sources.scanner import TextLoader

__all__ = [
    "INVISIBLE",
    "Document",
    "Steps",
    "data_folder",
    "dump_yaml",
    "read_content",
    "read_untrusted",
]

_PACKAGES: Final = ("questionnaire", "generator", "themes")
_ROOT: Final = Path(__file__).resolve().parents[2]
_OURS: Final = Limits(size=4 << 20, depth=40, nodes=400_000, scalar=200_000)
_UNTRUSTED: Final = Limits(size=1 << 20, depth=20, nodes=20_000, scalar=20_000)


def data_folder(*parts: str) -> Path:
    """Return a folder or file of our content, in a checkout and in an installed wheel alike.

    The three packages with data are neighbours in both, so the way from this file is the same.
    """
    if not parts or parts[0] not in _PACKAGES:
        raise ValueError(f"no content in {'/'.join(parts)!r}; expected one of {_PACKAGES}")
    return _ROOT.joinpath(*parts)


def read_content(path: Path) -> Document:
    """Read one YAML file of ours; keys are always text, values are typed as in YAML 1.2."""
    try:
        content = path.read_bytes()
    except OSError as error:
        code = "yaml.missing" if isinstance(error, FileNotFoundError) else "yaml.unreadable"
        raise ContentProblems([Problem(code, Place(str(path)))]) from None
    # A book that somebody made is read here too; what is in it isn't ours to keep.
    ours = any(path.is_relative_to(data_folder(name)) for name in _PACKAGES)
    kept = find_document(content, str(path)) if ours else None
    if kept is not None:
        return kept
    reader = Reader(str(path), _OURS, type_as_yaml_1_2)
    # The C parser is five times faster, but it has crashed on hostile input: only ours goes in.
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    document = reader.read(content, loader)
    if reader.problems:
        raise ContentProblems(reader.problems)
    if ours:
        keep_document(content, document)
    return document


def read_untrusted(content: bytes, file: str | None = None) -> Document:
    """Read a YAML file that anybody may have written; every value is a str, None or holds such."""
    reader = Reader(file, _UNTRUSTED, keep_as_text)
    document = reader.read(content, TextLoader)
    if not reader.problems and not isinstance(document.data, dict):
        reader.report("yaml.empty" if document.data is None else "yaml.not_mapping", 1, 1)
    if reader.problems:
        raise AnswerProblems(reader.problems)
    return document


def dump_yaml(data: object) -> str:
    """Return plain data as YAML for a file we generate; every text comes back as the same text."""
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100))
