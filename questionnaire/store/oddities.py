"""Answers that are valid but odd: a second look costs a minute, a wrong handbook more.

Each oddity is a problem of level "warning": it never stops a build. Whatever contradicts the
strategy itself is a finding of the advice, not an oddity of the answers.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from questionnaire.answers import PEOPLE, Answer, Answers, Status
from questionnaire.errors import Datum, Place, Problem
from questionnaire.kinds import label_of
from questionnaire.model import Question, Questionnaire
from questionnaire.text import LANGUAGES, Text

Item = Mapping[str, object]

OUTSIDERS: Final = 2
"""People on the list who may work outside the company: an accountant, a colleague who covers."""
POSTS_AN_HOUR: Final = 8
"""Posts a month for each weekly hour: above it half an hour is left for each (starting value)."""
WEEK_HOURS: Final = 48
"""Weekly hours of one person for social media above which a slip of the finger is likelier."""
_FOREIGN: Final = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WAITING: Final = re.compile(r"(?i)\b(?:lorem ipsum|x{3,}|por definir|pendiente|tbd|tbc|asdf\w*)\b")


def find_warnings(
    answers: Answers, questionnaire: Questionnaire, today: date
) -> tuple[Problem, ...]:
    """Return every oddity of the answers, in the order in which the questions are asked."""
    look = _Look(answers, questionnaire, today)
    found = [problem for check in _CHECKS for problem in check(look)]
    order = {name: at for at, name in enumerate(questionnaire.by_id)}

    def position(problem: Problem) -> int:
        name = re.split(r"[.\[]", problem.where.question or "", maxsplit=1)[0]
        return order.get(name, len(order))

    return tuple(sorted(found, key=position))


@dataclass(frozen=True, slots=True)
class _Look:
    """The answers with the questions one asks of them."""

    answers: Answers
    questionnaire: Questionnaire
    today: date

    def value(self, question_id: str) -> object:
        answer = self.answers.by_id.get(question_id)
        return None if answer is None else answer.value

    def number(self, question_id: str) -> float | None:
        value = self.value(question_id)
        known = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if known and isinstance(value, int | float) else None

    def items(self, group_id: str) -> tuple[tuple[str, Item], ...]:
        """Return the items of a group, each with its path: `people[2]`."""
        found = self.answers.items_of(group_id)
        return tuple((f"{group_id}[{at}]", item) for at, item in enumerate(found, 1))

    def answered(self) -> Iterator[tuple[Question, Answer]]:
        for question in self.questionnaire.by_id.values():
            answer = self.answers.by_id.get(question.id)
            if answer is not None and answer.status is Status.ANSWERED:
                yield question, answer

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text a person wrote, with its path."""
        for question, answer in self.answered():
            yield from _words_of(question, answer.value, question.id)

    def odd(self, code: str, path: str, **data: Datum) -> Problem:
        """Return a warning about a path, at the line where its answer stands."""
        answer = self.answers.by_id.get(re.split(r"[.\[]", path, maxsplit=1)[0])
        written = answer.where if answer else Place()
        return Problem(
            f"warning.{code}", Place(written.file, written.line, None, path), data, "warning"
        )


def _words_of(question: Question, value: object, path: str) -> Iterator[tuple[str, str]]:
    if question.kind == "group" and isinstance(value, tuple):
        for at, item in enumerate(value, 1):
            for field in question.fields:
                yield from _words_of(field, item.get(field.id), f"{path}[{at}].{field.id}")
    elif isinstance(value, Text):
        yield from ((path, text) for text in value.by_language.values())
    elif question.kind in {"text", "long_text", "email", "url"} and isinstance(value, str):
        yield path, value


def _look_alike_letters(look: _Look) -> Iterator[Problem]:
    """Find Latin words with a letter of another alphabet: impostors use them, searches miss them."""
    for path, text in look.texts():
        for word in _WORD.findall(text):
            strange = [letter for letter in word if _alphabet(letter) in _FOREIGN]
            if strange and any(_alphabet(letter) == "LATIN" for letter in word):
                yield look.odd("look_alike", path, value=word, letter=strange[0])
                break


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _unfinished_texts(look: _Look) -> Iterator[Problem]:
    for path, text in look.texts():
        found = _WAITING.fullmatch(text.strip(" .…[]()¿?"))
        if found:
            yield look.odd("unfinished", path, value=text)


def _missing_languages(look: _Look) -> Iterator[Problem]:
    """Find texts given per language, but not in each language of the documents."""
    for question, answer in look.answered():
        for path, value in _values_of(question, answer.value):
            if isinstance(value, Text):
                lacking = [code for code in look.answers.languages if code not in value.by_language]
                if lacking:
                    yield look.odd("language_missing", path, missing=tuple(lacking))


def _values_of(question: Question, value: object) -> Iterator[tuple[str, object]]:
    if question.kind != "group" or not isinstance(value, tuple):
        yield question.id, value
        return
    for at, item in enumerate(value, 1):
        yield from ((f"{question.id}[{at}].{key}", part) for key, part in item.items())


def _twins(look: _Look) -> Iterator[Problem]:
    """Find two items of a list with the same label: usually one entry made twice."""
    for group_id in (PEOPLE, "personas", "pillars", "products", "agencies"):
        group = look.questionnaire.by_id.get(group_id)
        seen: dict[str, str] = {}
        for path, item in look.items(group_id) if group else ():
            label = label_of(group, item, LANGUAGES[0]) if group else ""
            if label in seen:
                yield look.odd("twins", path, value=label, other=seen[label])
            seen.setdefault(label, path)


def _more_people_than_staff(look: _Look) -> Iterator[Problem]:
    people, employees = len(look.items(PEOPLE)), look.number("employees")
    if employees is not None and people > employees + OUTSIDERS:
        yield look.odd("more_people_than_staff", PEOPLE, count=people, employees=int(employees))


def _hours_of_one_person(look: _Look) -> Iterator[Problem]:
    for path, item in look.items(PEOPLE):
        hours = item.get("hours")
        if isinstance(hours, int | float) and hours > WEEK_HOURS:
            yield look.odd("long_week", f"{path}.hours", value=hours, limit=WEEK_HOURS)


def _posts_against_hours(look: _Look) -> Iterator[Problem]:
    posts = look.number("posts_month")
    hours = [item.get("hours") for _, item in look.items(PEOPLE)]
    total = sum(one for one in hours if isinstance(one, int | float))
    if posts and hours and posts > POSTS_AN_HOUR * total:
        yield look.odd("posts_above_hours", "posts_month", value=int(posts), hours=total)


def _service_times(look: _Look) -> Iterator[Problem]:
    start, end = look.value("service_from"), look.value("service_to")
    if isinstance(start, time) and isinstance(end, time) and end <= start:
        clock = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        yield look.odd("service_backwards", "service_to", **clock)


def _work_times(look: _Look) -> Iterator[Problem]:
    """Find people who finish when they start: there would be no hour of work."""
    for path, item in look.items(PEOPLE):
        start, end = item.get("works_from"), item.get("works_to")
        if isinstance(start, time) and start == end:
            yield look.odd("no_work_hours", f"{path}.works_to", value=f"{start:%H:%M}")


def _decisions_overdue(look: _Look) -> Iterator[Problem]:
    for name, answer in look.answers.by_id.items():
        if answer.status is Status.PENDING and answer.due and answer.due < look.today:
            yield look.odd("due_past", name, value=answer.due.isoformat())


def _decisions_unowned(look: _Look) -> Iterator[Problem]:
    for name, answer in look.answers.by_id.items():
        if answer.status is Status.PENDING and answer.owner is None:
            yield look.odd("pending_unowned", name)


def _dates_gone(look: _Look) -> Iterator[Problem]:
    for group, field in (("campaigns", "ends"), ("events", "starts"), ("agencies", "ends")):
        for path, item in look.items(group):
            day = item.get(field)
            if isinstance(day, date) and day < look.today:
                yield look.odd("date_past", f"{path}.{field}", value=day.isoformat())


def _insecure_website(look: _Look) -> Iterator[Problem]:
    website = look.value("website")
    if isinstance(website, str) and website.lower().startswith("http://"):
        yield look.odd("website_insecure", "website", value=website)


def _website_without_role(look: _Look) -> Iterator[Problem]:
    website, role = look.value("website"), look.value("website_role")
    if isinstance(website, str) and role == "none":
        yield look.odd("website_denied", "website_role", value=website)


def _shares(look: _Look) -> Iterator[Problem]:
    """Find shares given as parts of one instead of parts of a hundred."""
    given = [item.get("share") for _, item in look.items("pillars")]
    shares = [share for share in given if isinstance(share, int | float)]
    if shares and 0 < sum(shares) <= 1:
        yield look.odd("share_fraction", "pillars", value=sum(shares))


_CHECKS: Final[tuple[Callable[[_Look], Iterator[Problem]], ...]] = (
    _look_alike_letters,
    _unfinished_texts,
    _missing_languages,
    _twins,
    _more_people_than_staff,
    _hours_of_one_person,
    _posts_against_hours,
    _service_times,
    _work_times,
    _decisions_overdue,
    _decisions_unowned,
    _dates_gone,
    _insecure_website,
    _website_without_role,
    _shares,
)
