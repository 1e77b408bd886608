"""Reads content/chapters: one folder a chapter, its head and its prose side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.library.model import LEAD, PARTS, ChapterHead, ClauseHead, Prose
from generator.library.names import DERIVED_NAMES, find_near
from generator.library.prose import read_prose
from questionnaire.conditions import Condition, ConditionError, parse_condition
from questionnaire.errors import ContentProblems, Place, Problem
from questionnaire.sources import Document, read_content
from questionnaire.text import LANGUAGES, Language, Text

HEAD_KEYS = (
    "id",
    "part",
    "slug",
    "title",
    "summary",
    "when",
    "audience",
    "owner",
    "review_months",
    "related",
    "clauses",
    "seeds",
    "topics",
)
CLAUSE_KEYS = ("when", "seeds", "topics", "reads")
REQUIRED_KEYS = ("id", "part", "slug", "title", "summary")
Steps = tuple[str | int, ...]


@dataclass(slots=True)
class _Reader:
    """One chapter.yml while it is read: its data, its lines, and the faults found so far."""

    document: Document
    file: str
    questions: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Steps) -> Place:
        """Return where a key was written, or the nearest key above it."""
        while path and path not in self.document.lines:
            path = path[:-1]
        return Place(self.file, self.document.lines.get(path, 1))

    def fault(self, code: str, path: Steps, **data: str) -> None:
        """Note one fault."""
        self.problems.append(Problem(code, self.place(path), data))

    def check_keys(self, data: Mapping[str, object], allowed: tuple[str, ...], path: Steps) -> None:
        """Note every key nobody knows, with the one that was probably meant."""
        for key in data:
            if key not in allowed:
                near = find_near(str(key), allowed)
                self.fault("chapter.unknown_key", (*path, key), key=str(key), near=near)

    def text(self, data: Mapping[str, object], key: str) -> Text:
        """Read a text that must exist in every language."""
        raw = data.get(key)
        if not isinstance(raw, Mapping):
            self.fault("chapter.not_a_text", (key,), key=key)
            return Text({})
        missing = [language for language in LANGUAGES if not raw.get(language)]
        for language in missing:
            self.fault("chapter.translation_missing", (key,), key=key, language=language)
        return Text({str(code): str(words) for code, words in raw.items()})

    def names(self, data: Mapping[str, object], key: str, path: Steps) -> tuple[str, ...]:
        """Read a list of ids."""
        raw = data.get(key, [])
        if isinstance(raw, str):
            return (raw,)
        if not isinstance(raw, list):
            self.fault("chapter.not_a_list", (*path, key), key=key)
            return ()
        return tuple(str(one) for one in raw)

    def condition(self, data: Mapping[str, object], path: Steps) -> Condition | None:
        """Read `when`, and note the names in it that nobody gives."""
        raw = data.get("when")
        if raw is None:
            return None
        try:
            condition = parse_condition(str(raw))
        except ConditionError:
            self.fault("chapter.condition_unreadable", (*path, "when"), condition=str(raw))
            return None
        known = self.questions | DERIVED_NAMES
        for name in sorted(condition.names() - known):
            near = find_near(name, known)
            self.fault("chapter.condition_unknown_name", (*path, "when"), name=name, near=near)
        return condition


def read_chapters(
    folder: Path, questions: frozenset[str]
) -> tuple[tuple[ChapterHead, ...], tuple[Problem, ...]]:
    """Read every chapter folder in order; raise all faults at once, return the warnings."""
    heads: list[ChapterHead] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/chapter.yml")):
        try:
            document = read_content(path)
        except ContentProblems as fault:
            problems += fault.problems
            continue
        head, faults = _read_chapter(path, document, questions)
        problems += faults
        heads += [head] if head is not None else []
    problems += _find_doubles(heads)
    if problems:
        raise ContentProblems(problems)
    return tuple(heads), tuple(_find_unwritten(heads))


def show_path(path: Path) -> str:
    """Return the path of a content file as messages print it: from the content folder on."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index("content") if "content" in parts else -3
    return "/".join(parts[start:])


def _read_chapter(
    path: Path, document: Document, questions: frozenset[str]
) -> tuple[ChapterHead | None, list[Problem]]:
    reader = _Reader(document, show_path(path), questions)
    data = document.data
    if not isinstance(data, Mapping):
        reader.fault("chapter.not_a_mapping", ())
        return None, reader.problems
    reader.check_keys(data, HEAD_KEYS, ())
    for key in REQUIRED_KEYS:
        if not data.get(key):
            reader.fault("chapter.key_missing", (), key=key)
    if data.get("part") and data["part"] not in PARTS:
        near = find_near(str(data["part"]), PARTS)
        reader.fault("chapter.unknown_part", ("part",), part=str(data["part"]), near=near)
    prose = _read_languages(path.parent, reader)
    return _make_head(reader, data, prose), reader.problems


def _make_head(
    reader: _Reader, data: Mapping[str, object], prose: Mapping[Language, Prose]
) -> ChapterHead:
    months = data.get("review_months", 12)
    if not isinstance(months, int) or isinstance(months, bool) or months < 1:
        reader.fault("chapter.not_months", ("review_months",), value=str(months))
        months = 12
    return ChapterHead(
        id=str(data.get("id", "")),
        part=str(data.get("part", "")),
        slug=str(data.get("slug", "")),
        title=reader.text(data, "title"),
        summary=reader.text(data, "summary"),
        where=reader.place(()),
        prose=prose,
        clauses=_read_clauses(reader, data, prose),
        when=reader.condition(data, ()),
        audience=reader.names(data, "audience", ()) or ("everyone",),
        owner=str(data.get("owner", "lead")),
        review_months=months,
        related=reader.names(data, "related", ()),
        seeds=reader.names(data, "seeds", ()),
        topics=reader.names(data, "topics", ()),
    )


def _read_languages(folder: Path, reader: _Reader) -> Mapping[Language, Prose]:
    """Read the prose of every language; an anchor must be in all of them or in none."""
    prose: dict[Language, Prose] = {}
    for language in LANGUAGES:
        path = folder / f"{language}.md.j2"
        prose[language], problems = read_prose(path, show_path(path))
        reader.problems += problems
    main = LANGUAGES[0]
    for other in LANGUAGES[1:]:
        reader.problems += _compare(prose[main], prose[other], other)
        reader.problems += _compare(prose[other], prose[main], main)
    return prose


def _compare(has: Prose, lacks: Prose, language: Language) -> list[Problem]:
    """Return the anchors of one language that the other doesn't have."""
    there = {passage.anchor for passage in lacks.clauses}
    return [
        Problem(
            "chapter.anchor_missing",
            passage.where,
            {"anchor": passage.anchor, "language": language},
        )
        for passage in has.clauses
        if passage.anchor and passage.anchor not in there
    ]


def _read_clauses(
    reader: _Reader, data: Mapping[str, object], prose: Mapping[Language, Prose]
) -> tuple[ClauseHead, ...]:
    written = [passage.anchor for passage in prose[LANGUAGES[0]].clauses if passage.anchor]
    raw = data.get("clauses", {})
    if not isinstance(raw, Mapping):
        reader.fault("chapter.not_a_mapping", ("clauses",))
        raw = {}
    heads: dict[str, ClauseHead] = {}
    for anchor, settings in raw.items():
        # `lead` names the prose before the first heading, unless a heading took that anchor.
        key = LEAD if anchor == "lead" and "lead" not in written else str(anchor)
        if key not in (LEAD, *written):
            near = find_near(key, tuple(written))
            reader.fault("chapter.clause_unwritten", ("clauses", anchor), clause=key, near=near)
        heads[key] = _read_clause(reader, key, settings, ("clauses", anchor))
    return tuple(heads.get(anchor, ClauseHead(anchor)) for anchor in (LEAD, *written))


def _read_clause(reader: _Reader, anchor: str, settings: object, path: Steps) -> ClauseHead:
    if settings is None:
        return ClauseHead(anchor)
    if not isinstance(settings, Mapping):
        reader.fault("chapter.not_a_mapping", path)
        return ClauseHead(anchor)
    reader.check_keys(settings, CLAUSE_KEYS, path)
    reads = reader.names(settings, "reads", path)
    for question in reads:
        if question not in reader.questions:
            near = find_near(question, reader.questions)
            reader.fault("chapter.unknown_question", (*path, "reads"), question=question, near=near)
    return ClauseHead(
        anchor=anchor,
        when=reader.condition(settings, path),
        seeds=reader.names(settings, "seeds", path),
        topics=reader.names(settings, "topics", path),
        reads=reads,
    )


def _find_doubles(heads: list[ChapterHead]) -> list[Problem]:
    """Return the chapters whose id or slug another one had before."""
    problems: list[Problem] = []
    ids: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for head in heads:
        for seen, value, code in (
            (ids, head.id, "chapter.id_twice"),
            (slugs, head.slug, "chapter.slug_twice"),
        ):
            if value in seen:
                data = {"value": value, "first": seen[value]}
                problems.append(Problem(code, head.where, data))
            seen.setdefault(value, head.where.file or "")
    return problems


def _find_unwritten(heads: list[ChapterHead]) -> list[Problem]:
    """Return a warning for each related chapter nobody has written yet."""
    known = {head.id for head in heads}
    return [
        Problem("chapter.related_unwritten", head.where, {"chapter": other}, "warning")
        for head in heads
        for other in head.related
        if other not in known
    ]
