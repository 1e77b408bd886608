"""A small questionnaire with one question of every kind, and how a person answers each."""

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Final

from playwright.sync_api import Page

from questionnaire.errors import Place
from questionnaire.kinds import KINDS
from questionnaire.kinds.weekdays import DAYS
from questionnaire.model import Choice, Limits, Question, Questionnaire, Section
from questionnaire.money import Money
from questionnaire.text import Text

PLACE: Final = Place("questions.yml", 1)
FULL: Final = 5
"""Places of the ranking, so that dragging has somewhere to go."""


def both(words: str) -> Text:
    """Return the same words in both languages."""
    return Text({"es": words, "en": words})


OPTIONS: Final = tuple(
    Choice(code, both(code.capitalize())) for code in ("sales", "service", "hiring", "press")
)
_NAME: Final = Question("name", "text", "essential", both("Who?"), both("Name"), PLACE)
_PEOPLE: Final = {"picks": "people", "item_label": "name"}
_PARTS: Final[Mapping[str, Mapping[str, object]]] = {
    "text": {"translatable": True},
    "number": {"unit": both("hours")},
    "choice": {"choices": OPTIONS},
    "choices": {"choices": (*OPTIONS, Choice("none", both("None of these"), exclusive=True))},
    "ranking": {"choices": OPTIONS},
    "weekdays": {"choices": DAYS},
    "pick": _PEOPLE,
    "picks": _PEOPLE,
    "group": {"fields": (_NAME,), "item_label": "name", "item_name": both("thing")},
    "matrix": {"rows": OPTIONS, "columns": OPTIONS[:2], **_PEOPLE},
}


def ask_every_kind() -> Questionnaire:
    """Return a questionnaire that asks for people and then one question of each kind."""
    people = Question(
        "people", "group", "essential", both("Who?"), both("People"), PLACE,
        fields=(_NAME,), item_name=both("person"), item_label="name",
    )  # fmt: skip
    asked = tuple(
        Question(
            kind, kind, "essential", both(f"What {kind}?"), both(kind.capitalize()), PLACE,
            help=both("One line of help."), why_we_ask=both("To test it."), limits=Limits(),
            required=kind != "image", **_PARTS.get(kind, {}),  # type: ignore[arg-type]
        )
        for kind in KINDS
    )  # fmt: skip
    section = Section("all", both("All"), both("All."), 1, (people, *asked), PLACE)
    by_id = MappingProxyType({one.id: one for one in section.questions})
    return Questionnaire("every-kind", "1", (section,), by_id)


def _fill(words: str) -> Callable[[Page], None]:
    return lambda page: page.fill("#v", words)


def _check(*labels: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for label in labels:
            page.get_by_label(label, exact=True).check()

    return act


def _choose(**chosen: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for name, value in chosen.items():
            page.select_option(f"[name='v.{name.replace('__', '.')}']", value)

    return act


def _words(page: Page) -> None:
    for details in page.locator("details.wording:not([open]) summary").all():
        details.click()
    page.fill("#v-es", "Pan")
    page.fill("#v-en", "Bread")


def _money(page: Page) -> None:
    page.fill("#v-amount", "1,500")
    page.select_option("[name='v.currency']", "EUR")


def _rank(page: Page) -> None:
    """Put hiring before sales: by numbers without scripts, by buttons with them."""
    if page.locator(".ranking .toggle").count():
        page.click("[data-value=hiring] .toggle")
        page.click("[data-value=sales] .toggle")
    else:
        _choose(hiring="1", sales="2")(page)


ANSWERS: Final[Mapping[str, tuple[Callable[[Page], None], object]]] = {
    "text": (_words, Text({"es": "Pan", "en": "Bread"})),
    "long_text": (_fill("Bread\nand cake"), "Bread\nand cake"),
    "email": (_fill("a@b.example"), "a@b.example"),
    "url": (_fill("https://b.example"), "https://b.example"),
    "date": (_fill("2026-12-15"), date(2026, 12, 15)),
    "time": (_fill("09:30"), time(9, 30)),
    "integer": (_fill("1,200"), 1200),
    "number": (_fill("2.5"), 2.5),
    "money": (_money, Money(1500, "EUR")),
    "boolean": (_check("Yes"), True),
    "choice": (_check("Service"), "service"),
    "choices": (_check("Sales", "Hiring"), ("sales", "hiring")),
    "ranking": (_rank, ("hiring", "sales")),
    "weekdays": (_check("Monday", "Sunday"), ("mon", "sun")),
    "pick": (_check("Ana"), "ana"),
    "picks": (_check("Ana"), ("ana",)),
    "colour": (_fill("#0b6e4f"), "#0b6e4f"),
    "matrix": (_choose(service__sales="ana"), {"service": {"sales": "ana"}}),
}
"""How a person answers each kind that has its answer in one form, and the value it becomes."""
ELSEWHERE: Final = frozenset({"group", "image"})
"""Kinds with pages of their own: items one by one, and a file to upload."""
