"""Reads content/: chapter heads with their prose, knowledge, laws, checks and languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator.library.languages import LanguagePack, read_languages
from generator.library.model import ChapterHead
from questionnaire.errors import Problem
from questionnaire.sources import data_folder
from questionnaire.sources.kept_results import find_result
from questionnaire.text import Language

__all__ = ["ChapterHead", "LanguagePack", "Library", "load_library"]


@dataclass(frozen=True)
class Library:
    """Everything in one content folder; each part is read when it is first asked for.

    Without `questions` the ids of our own questionnaire are used. Faults of a part are raised
    together, as ContentProblems, by the first use of the part. Readers are imported where they
    are used: a command that only needs words must not pay for chapters.
    """

    folder: Path
    questions: frozenset[str] | None = None

    @cached_property
    def chapters(self) -> tuple[ChapterHead, ...]:
        """The chapters in folder order."""
        return self._chapters[0]

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """What the chapters promise and isn't written yet."""
        return self._chapters[1]

    @cached_property
    def knowledge(self) -> Mapping[str, Mapping[str, object]]:
        """The knowledge files by name."""
        from generator.library.knowledge import read_knowledge

        return read_knowledge(self.folder / "knowledge")

    def knowledge_in(self, language: Language) -> Mapping[str, object]:
        """Return the knowledge with each text in one language; it is shared, so nobody changes it."""
        from generator.library.knowledge import translate

        if language not in self._translated:
            self._translated[language] = {
                name: translate(data, language) for name, data in self.knowledge.items()
            }
        return self._translated[language]

    @cached_property
    def _translated(self) -> dict[Language, Mapping[str, object]]:
        return {}

    @cached_property
    def laws(self) -> Mapping[str, tuple[Mapping[str, object], ...]]:
        """The law rows by jurisdiction code, such as ES or EU."""
        from generator.library.knowledge import read_laws

        return read_laws(self.folder / "knowledge" / "laws")

    @cached_property
    def checks(self) -> tuple[Mapping[str, object], ...]:
        """The checks of the strategy, as data."""
        from generator.library.knowledge import read_checks

        return read_checks(self.folder / "checks")

    @cached_property
    def languages(self) -> Mapping[Language, LanguagePack]:
        """The languages by code."""
        return read_languages(self.folder / "languages")

    @cached_property
    def partials(self) -> Mapping[str, str]:
        """The partials of the prose by file name."""
        from generator.library.knowledge import read_partials

        return read_partials(self.folder / "partials")

    def message(self, code: str, language: Language, **data: object) -> str:
        """Return one of our own messages in a language, its values filled in."""
        return self.languages[language].message(code, **data)

    @cached_property
    def _chapters(self) -> tuple[tuple[ChapterHead, ...], tuple[Problem, ...]]:
        from generator.library.chapters import read_chapters

        folder, questions = self.folder / "chapters", self._question_ids()
        ours = data_folder("generator", "content")
        if self.folder != ours:
            return read_chapters(folder, questions)
        return find_result(
            (ours, "chapters"),
            (Path(__file__).parent, *map(_questionnaire, ("", "sources", "conditions"))),
            (*sorted(folder.glob("*/chapter.yml")), *sorted(folder.glob("*/*.md.j2"))),
            lambda: read_chapters(folder, questions),
            sorted(questions),
        )

    def _question_ids(self) -> frozenset[str]:
        if self.questions is not None:
            return self.questions
        # The questionnaire brings pydantic; only the chapters need it.
        from questionnaire.loader import load_questionnaire

        return frozenset(load_questionnaire().by_id)


def _questionnaire(package: str) -> Path:
    return data_folder("questionnaire", package)


@cache
def load_library(folder: Path | None = None) -> Library:
    """Return the library of a content folder, ours by default; one object per process."""
    return Library(folder or data_folder("generator", "content"))
