"""answers.yml as text: what a person wrote stays, and only what changed is written anew."""

from collections.abc import Iterable, Mapping, Sequence

from questionnaire.answers import Answer, Answers, Status
from questionnaire.model import Questionnaire
from questionnaire.sources import Document
from questionnaire.store.entries import Entry, Sheet, find_entry, read_sheet, remove_entry
from questionnaire.store.scalars import Plain, Words, spell
from questionnaire.store.splice import render_entry
from questionnaire.text import LANGUAGES, Language

FORMAT = 1
ORDER = (
    "format",
    "questionnaire",
    "languages",
    "answers",
    "recommend",
    "pending",
    "not_applicable",
    "later",
    "suggested",
    "notes",
)
"""The keys of answers.yml in the order in which a new file has them."""


def plan_document(answers: Answers, questionnaire: Questionnaire) -> dict[str, Plain]:
    """Return all that answers.yml says about some answers, questions in the order of the interview."""
    order = {question_id: at for at, question_id in enumerate(questionnaire.by_id)}
    ids = sorted(answers.by_id, key=lambda found: order.get(found, len(order)))
    rows = [(question_id, answers.by_id[question_id]) for question_id in ids]
    return {
        "format": str(FORMAT),
        "questionnaire": {"id": answers.questionnaire, "version": Words(answers.version)},
        "languages": list(answers.languages),
        "answers": {key: spell(row.value) for key, row in rows if row.status is Status.ANSWERED},
        "recommend": [key for key, row in rows if row.status is Status.RECOMMENDED],
        "pending": {key: _spell_pending(row) for key, row in rows if row.status is Status.PENDING},
        "not_applicable": {
            key: Words(row.reason or "") for key, row in rows if row.status is Status.NOT_APPLICABLE
        },
        "later": [key for key, row in rows if row.status is Status.LATER],
        "suggested": {
            key: row.preset
            for key, row in rows
            if row.preset is not None and row.status is Status.ANSWERED
        },
        "notes": {key: Words(row.note) for key, row in rows if row.note is not None},
    }


def _spell_pending(row: Answer) -> Plain:
    parts: dict[str, object] = {"owner": row.owner, "due": row.due, "reason": row.reason}
    return {
        key: part if key == "owner" and isinstance(part, str) else spell(part)
        for key, part in parts.items()
        if part is not None
    }


def compose_text(
    wanted: Mapping[str, Plain],
    questionnaire: Questionnaire,
    language: Language,
    *,
    old: Document | None = None,
    old_text: str = "",
    unchanged: frozenset[str] = frozenset(),
) -> tuple[str, Sheet | None]:
    """Return the text of answers.yml, and its lines when it is the old one with changes.

    `unchanged` names the answers whose words are left alone.
    """
    sheet = read_sheet(old_text, old.data, old.lines) if old is not None else None
    if sheet is None or old is None:
        extra = strange_keys(old.data) if old is not None else {}
        return _compose_new({**wanted, **extra}, questionnaire, language), None
    comments = _QuestionComments(questionnaire, language)
    for key in ORDER:
        _put_key(sheet, key, wanted[key], old.data.get(key), comments=comments, unchanged=unchanged)
    return sheet.text(), sheet


def strange_keys(data: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return what people keep in the file for themselves."""
    return {key: value for key, value in data.items() if key.startswith("x-")}


def _compose_new(
    wanted: Mapping[str, Plain], questionnaire: Questionnaire, language: Language
) -> str:
    comments = _QuestionComments(questionnaire, language)
    sheet = Sheet([], [])
    for key, plain in wanted.items():
        if plain or key in {"answers", "languages"}:
            entry = _new_entry(key, plain, comments)
            entry.lead = [""] if key == "answers" or sheet.entries[3:] else []
            sheet.entries.append(entry)
    return sheet.text()


class _QuestionComments:
    """The comment that stands above an answer, and how to recognise one in either language."""

    def __init__(self, questionnaire: Questionnaire, language: Language) -> None:
        self._questions = questionnaire.by_id
        self._language = language
        self.order = list(questionnaire.by_id)

    def line(self, question_id: str, indent: int) -> str | None:
        """Return the comment line of a question."""
        question = self._questions.get(question_id)
        return None if question is None else self._comment(question_id, self._language, indent)

    def has_one(self, question_id: str, lead: Iterable[str]) -> bool:
        """Say whether the comment is there, in whichever language it was written."""
        ours = self._all(question_id)
        return any(line.strip() in ours for line in lead)

    def without(self, question_id: str, lead: Iterable[str]) -> list[str]:
        """Return the lines above an answer that people wrote."""
        ours = self._all(question_id)
        return [line for line in lead if line.strip() not in ours]

    def _all(self, question_id: str) -> frozenset[str]:
        question = self._questions.get(question_id)
        if question is None:
            return frozenset()
        return frozenset(f"# {' '.join(question.text.read_in(one).split())}" for one in LANGUAGES)

    def _comment(self, question_id: str, language: Language, indent: int) -> str:
        words = " ".join(self._questions[question_id].text.read_in(language).split())
        return f"{' ' * indent}# {words}"


def _put_key(
    sheet: Sheet,
    key: str,
    plain: Plain,
    before: Plain | None,
    *,
    comments: _QuestionComments,
    unchanged: frozenset[str],
) -> None:
    entry = sheet.find(key)
    if entry is None:
        assumed = key == "languages" and plain == list(LANGUAGES)
        if plain and not assumed:
            new = _new_entry(key, plain, comments)
            new.lead = [""] if key in ORDER[3:] else []
            _insert(sheet.entries, new, ORDER)
        return
    if isinstance(plain, dict) and entry.children is not None:
        kept = unchanged if key == "answers" else frozenset()
        _put_children(entry, plain, before if isinstance(before, dict) else {}, comments, kept)
        if not entry.children and key != "answers":
            remove_entry(sheet.entries, entry, sheet.tail)
    elif _same(_keep_order(key, plain, before), before):
        return
    elif not plain and key != "answers":
        remove_entry(sheet.entries, entry, sheet.tail)
    elif isinstance(plain, list):
        entry.body = render_entry(key, _keep_order(key, plain, before), 0, entry.body)
    else:
        fresh = _new_entry(key, plain, comments)
        entry.body, entry.children = fresh.body, fresh.children


def _put_children(
    entry: Entry,
    wanted: Mapping[str, Plain],
    before: Mapping[str, Plain],
    comments: _QuestionComments,
    unchanged: frozenset[str],
) -> None:
    children = entry.children or []
    indent = children[0].indent if children else 2
    for child in [child for child in children if child.key not in wanted]:
        if child.key in comments.order and entry.key != "notes":
            child.lead = comments.without(child.key, child.lead)
            remove_entry(children, child, entry.tail)
    for key, plain in wanted.items():
        child_now = find_entry(children, key)
        if child_now is None:
            _insert(children, _new_child(key, plain, indent, entry, comments), comments.order)
        elif key not in unchanged and not _same(plain, before.get(key)):
            child_now.body = render_entry(key, plain, indent, child_now.body)
            _head(child_now, entry, comments)


def _new_entry(key: str, plain: Plain, comments: _QuestionComments) -> Entry:
    nested = key in {"answers", "pending", "not_applicable", "suggested", "notes"}
    if not (nested and isinstance(plain, dict) and plain):
        return Entry(key, body=render_entry(key, plain, 0) if plain else [f"{key}: {{}}"])
    entry = Entry(key, body=[f"{key}:"], children=[])
    children = [_new_child(name, part, 2, entry, comments) for name, part in plain.items()]
    entry.children = children
    return entry


def _new_child(
    key: str, plain: Plain, indent: int, parent: Entry, comments: _QuestionComments
) -> Entry:
    child = Entry(key, indent, body=render_entry(key, plain, indent))
    _head(child, parent, comments)
    return child


def _head(child: Entry, parent: Entry, comments: _QuestionComments) -> None:
    """Put the question above an answer, once."""
    line = comments.line(child.key, child.indent)
    if parent.key == "answers" and line and not comments.has_one(child.key, child.lead):
        child.lead.append(line)


def _insert(entries: list[Entry], new: Entry, order: Sequence[str]) -> None:
    """Put an entry behind the last one that is asked before it."""
    rank = {key: at for at, key in enumerate(order)}
    mine = rank.get(new.key, len(rank))
    earlier = [at for at, entry in enumerate(entries) if rank.get(entry.key, len(rank)) < mine]
    entries.insert(earlier[-1] + 1 if earlier else 0, new)


def _keep_order(key: str, plain: Plain, before: Plain | None) -> Plain:
    """Return a list of questions in the order in which a person wrote it, new ones behind."""
    if key not in {"recommend", "later"} or not (
        isinstance(plain, list) and isinstance(before, list)
    ):
        return plain
    kept = [part for part in before if part in plain]
    return kept + [part for part in plain if part not in kept]


def _same(plain: Plain, before: Plain | None) -> bool:
    return plain == before or (not plain and not before)
