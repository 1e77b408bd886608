"""Sections, tiers, files and what each question says it is for."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from questionnaire.lint.model import Finding, Rule, Survey, rule
from questionnaire.text import LANGUAGES

MOST_ESSENTIAL: Final = 18
"""Ten minutes, as the essential interview promises (issue 3)."""

_MOST_PER_MINUTE: Final = 5
_FEWEST_PER_MINUTE: Final = 0.5
_SEED: Final = re.compile(r"S\d+\.\d+")
_CHAPTER: Final = re.compile(r"p\.[a-z][a-z0-9_]*")


@rule("lint.essential_too_many")
def essential_too_many(survey: Survey) -> Iterator[Finding]:
    """Find the essential questions that no longer fit in ten minutes."""
    essential = [one for one in survey.questions() if one.question.tier == "essential"]
    for subject in essential[MOST_ESSENTIAL:]:
        yield subject.place("tier"), {"count": len(essential), "limit": MOST_ESSENTIAL}


@rule("lint.section_without_essential")
def section_without_essential(survey: Survey) -> Iterator[Finding]:
    """Find a first section without an essential question: the short interview would begin empty."""
    for section in survey.questionnaire.sections[:1]:
        if not any(question.tier == "essential" for question in section.questions):
            yield section.where, {"name": section.id}


@rule("lint.essential_optional")
def essential_optional(survey: Survey) -> Iterator[Finding]:
    """Find essential questions that may be left out: then they aren't essential."""
    for subject in survey.questions():
        if subject.question.tier == "essential" and not subject.question.required:
            yield subject.place("required"), {}


@rule("lint.minutes_unlikely", "warning")
def minutes_unlikely(survey: Survey) -> Iterator[Finding]:
    """Find sections whose minutes can't be true for so many questions."""
    for section in survey.questionnaire.sections:
        count = len(section.questions)
        if not _FEWEST_PER_MINUTE <= count / section.minutes <= _MOST_PER_MINUTE:
            place = survey.documents[section.where.file or ""].place("minutes")
            yield place, {"minutes": section.minutes, "count": count}


@rule("lint.file_name")
def file_name(survey: Survey) -> Iterator[Finding]:
    """Find files that don't carry their number and the id of their section."""
    for section in survey.questionnaire.sections:
        path = Path(section.where.file or "")
        if not re.fullmatch(rf"\d{{3}}-{re.escape(section.id).replace('_', '[_-]')}", path.stem):
            yield section.where, {"name": path.name, "wanted": f"NNN-{section.id}.yml"}


@rule("lint.head_languages")
def head_languages(survey: Survey) -> Iterator[Finding]:
    """Find a questionnaire that doesn't name the languages that all its texts have."""
    for file, document in survey.documents.items():
        if Path(file).name == "questionnaire.yml":
            missing = [one for one in LANGUAGES if one not in document.data.get("languages", ())]
            if missing:
                yield document.place("languages"), {"language": ", ".join(missing)}


@rule("lint.used_nowhere")
def used_nowhere(survey: Survey) -> Iterator[Finding]:
    """Find questions that name no chapter they are asked for."""
    for subject in survey.questions():
        if not subject.question.used_in:
            yield subject.place("used_in"), {}


@rule("lint.used_in_form")
def used_in_form(survey: Survey) -> Iterator[Finding]:
    """Find chapters named twice, or by something that can't be a chapter."""
    for subject in survey.questions():
        names = subject.question.used_in
        for number, name in enumerate(names):
            if name in names[:number] or not _CHAPTER.fullmatch(name):
                yield subject.place("used_in", number), {"name": name}


@rule("lint.seed_form")
def seed_form(survey: Survey) -> Iterator[Finding]:
    """Find seed items named twice, or by something that can't be one."""
    for subject in survey.subjects():
        names = subject.question.seeds
        for number, name in enumerate(names):
            if name in names[:number] or not _SEED.fullmatch(name):
                yield subject.place("seeds", number), {"name": name}


RULES: Final[tuple[Rule, ...]] = (
    essential_too_many, section_without_essential, essential_optional, minutes_unlikely, file_name,
    head_languages, used_nowhere, used_in_form, seed_form,
)  # fmt: skip
