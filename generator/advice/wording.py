"""Fills the messages of checks with names and figures, as each language writes them.

A value is written `{facts.hours_needed}`; after a colon comes how to show it:
`:hours`, `:minutes`, `:percent`, `:person`, `:missing`, or the id of the question (or
`group.field`) whose choice it is, such as `{item.platform:accounts.platform}`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.advice.names import NAMES
from generator.advice.situation import Situation
from generator.advice.targets import service_day
from generator.advice.workload import Share
from questionnaire.kinds.money import show_money
from questionnaire.model import Choice
from questionnaire.money import Money
from questionnaire.text import Language, Text

FIELD = re.compile(r"\{([a-z][a-z0-9_.]*)(?::([a-z0-9_.]+))?\}")

MISSING_WORDS: Mapping[str, Text] = {
    "goal": Text({"es": "el objetivo", "en": "the goal"}),
    "kpi": Text({"es": "el indicador", "en": "the KPI"}),
    "baseline": Text({"es": "el punto de partida", "en": "the baseline"}),
    "target": Text({"es": "la meta", "en": "the target"}),
    "due": Text({"es": "la fecha", "en": "the date"}),
    "owner": Text({"es": "quien responde", "en": "the owner"}),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Reads the values of one check and shows them in a language."""

    situation: Situation
    read: Callable[[str], object]

    def fill(self, text: Text) -> Text:
        """Return the text with its values, in every language it has."""
        return Text(
            {code: self._fill(words, Language(code)) for code, words in text.by_language.items()}
        )

    def _fill(self, words: str, language: Language) -> str:
        return FIELD.sub(lambda found: self._show(found, language), words)

    def _show(self, found: "re.Match[str]", language: Language) -> str:
        name, form = found.group(1), found.group(2)
        if name.startswith("who."):
            return self._role(name.removeprefix("who."), language)
        return self.show(self.read(name), form, language)

    def show(self, value: object, form: str | None, language: Language) -> str:
        """Show one value in a form."""
        pack = self.situation.library.languages[language]
        if isinstance(value, tuple | list):
            return str(pack.join_and([self.show(one, form, language) for one in value]))
        if isinstance(value, Text):
            value = value.read_in(language)
        if isinstance(value, Share):
            return f"{value.person.name} ({self._number(value.hours, 'hours', language)})"
        if form is not None and isinstance(value, str):
            return self._choice(value, form, language)
        if isinstance(value, Money):
            return show_money(value, language)
        if isinstance(value, int | float):
            return self._number(value, form, language)
        return str(pack.long_date(value)) if isinstance(value, date) else str(value or "")

    def _number(self, value: float, form: str | None, language: Language) -> str:
        pack = self.situation.library.languages[language]
        if form == "percent":
            return str(pack.percent(round(value)))
        if form == "hours":
            return f"{pack.number(round(value, 1))} h"
        if form == "minutes":
            return self._minutes(round(value), language)
        return str(pack.number(round(value, 1)))

    def _minutes(self, minutes: int, language: Language) -> str:
        pack = self.situation.library.languages[language]
        day = service_day(self.situation.facts)
        return str(pack.duration(minutes, day if minutes > day else None))

    def _role(self, role: str, language: Language) -> str:
        if role == "lead":
            person = self.situation.facts.person(NAMES["advice.accountable"].value(self.situation))
        else:
            person = self.situation.holder(role)
        if person is not None:
            return person.name
        labels = self.situation.library.knowledge["escalation"]["role_labels"]
        return str(labels[role][language])

    def _choice(self, value: str, form: str, language: Language) -> str:
        if form == "person":
            person = self.situation.facts.person(value)
            return person.name if person else value
        if form == "missing":
            return MISSING_WORDS[value].read_in(language)
        if form in ("goals", "kpis"):
            rows = self.situation.library.knowledge["kpis"][form]
            row = next((row for row in rows if row["id"] == value), None)
            return str(row["name"][language]) if row else value
        choice = next((one for one in self._choices(form) if one.value == value), None)
        return choice.text.read_in(language) if choice else value

    def _choices(self, form: str) -> tuple[Choice, ...]:
        group, _, field = form.partition(".")
        question = self.situation.facts.questionnaire.by_id.get(group)
        if question is not None and field:
            question = next((one for one in question.fields if one.id == field), None)
        return question.choices if question is not None else ()
