"""From the YAML of questionnaire/ to a Questionnaire, or to everything that is wrong with it."""

import functools
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from questionnaire.errors import ContentProblems
from questionnaire.loader.building import Builder
from questionnaire.loader.checks import check_sections
from questionnaire.loader.faults import Faults, read_document
from questionnaire.model import Questionnaire, Section
from questionnaire.sources import Document, data_folder
from questionnaire.sources.kept_results import find_result

if TYPE_CHECKING:
    from questionnaire.loader.shapes import Head

__all__ = ["load_questionnaire"]

Built = tuple[str, str, tuple[Section, ...]]
"""Id, version and sections: all that a questionnaire is made of."""


def load_questionnaire(folder: Path | None = None) -> Questionnaire:
    """Read a questionnaire, ours unless another folder is named; once per process and folder."""
    return _load((folder or data_folder("questionnaire")).resolve())


@functools.cache
def _load(folder: Path) -> Questionnaire:
    files = sorted((folder / "questions").glob("*.yml"))
    head = folder / "questionnaire.yml"
    if folder != data_folder("questionnaire"):
        return _assemble(*_build(head, files))
    # Checking the shapes takes longer than all else that a command does with a questionnaire.
    kept = folder, "questionnaire"
    code = (folder, *(folder / name for name in ("sources", "conditions", "kinds", "loader")))
    return _assemble(*find_result(kept, code, (head, *files), lambda: _build(head, files)))


def _build(head_file: Path, files: Sequence[Path]) -> Built:
    faults = Faults()
    head = _read_head(head_file, faults)
    read: list[tuple[Section, Document]] = []
    unread: frozenset[str] | None = frozenset()
    for path in files:
        document = read_document(path, faults)
        section = _read_section(document, faults) if document else None
        if document and section:
            read.append((section, document))
        elif unread is not None:
            unread = unread | _ids_in(document.data) if document else None
    sections = check_sections(read, unread, faults)
    if head is None or faults.found:
        raise ContentProblems(faults.found)
    return head.id, head.version, tuple(sections)


def _assemble(name: str, version: str, sections: tuple[Section, ...]) -> Questionnaire:
    by_id = {question.id: question for section in sections for question in section.questions}
    return Questionnaire(name, version, sections, MappingProxyType(by_id))


def _ids_in(data: Any) -> frozenset[str]:
    """Return the ids of the questions of a section with faults, so that others may name them."""
    questions = data.get("questions") if isinstance(data, dict) else None
    listed = questions if isinstance(questions, list) else []
    return frozenset(str(one.get("id")) for one in listed if isinstance(one, dict))


def _read_head(path: Path, faults: Faults) -> "Head | None":
    # Here and not at the top: see questionnaire.loader.shapes.
    from pydantic import ValidationError

    from questionnaire.loader.shapes import Head

    document = read_document(path, faults)
    if document is None:
        return None
    try:
        return Head.model_validate(document.data)
    except ValidationError as error:
        faults.add_shape(document, error, Head)
        return None


def _read_section(document: Document, faults: Faults) -> Section | None:
    # Here and not at the top: see questionnaire.loader.shapes.
    from pydantic import ValidationError

    from questionnaire.loader.shapes import SectionShape

    try:
        shape = SectionShape.model_validate(document.data)
    except ValidationError as error:
        faults.add_shape(document, error, SectionShape)
        return None
    return Builder(document, faults).build_section(shape)
