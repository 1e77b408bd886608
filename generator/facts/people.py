"""People, accounts and agencies of the company as objects, from the groups of the same name."""

from collections.abc import Mapping
from datetime import date, time
from typing import Protocol

from generator.facts.model import Account, Agency, Person
from generator.facts.resolution import list_items
from questionnaire.kinds.weekdays import CODES
from questionnaire.text import Text

LIVE = frozenset({"active", "dormant", "unknown"})
"""States in which an account exists and can be found; planned and closing ones don't count."""


def list_people(value: object) -> tuple[Person, ...]:
    """Return the people in the order in which the company named them."""
    return tuple(_person(item) for item in list_items(value))


def list_accounts(value: object) -> tuple[Account, ...]:
    """Return the accounts in the order in which the company listed them; no status means active."""
    return tuple(_account(item) for item in list_items(value))


def list_agencies(value: object) -> tuple[Agency, ...]:
    """Return the agencies in the order in which the company listed them."""
    return tuple(_agency(item) for item in list_items(value))


COUNTERPART = "agency_counterpart"
"""The role of whoever directs the agencies: it stands in their list, not in a question of its own."""


class Said(Protocol):
    """Facts as far as roles need them, recorded or not."""

    def value(self, question: str, default: object = None) -> object:
        """Return the known value of a question, or the default."""
        ...


def find_holder(facts: Said, role: str) -> object:
    """Return what was answered for a role: an id, several ids, or None while nobody is named."""
    if role != COUNTERPART:
        return facts.value(role)
    named = (agency.counterpart for agency in list_agencies(facts.value("agencies")))
    return next((one for one in named if one is not None), None)


def select_live(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """Return the accounts that can be found today."""
    return tuple(account for account in accounts if account.status in LIVE)


def select_orphans(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """Return the live accounts that nobody answers for.

    When no account at all names its owner the question was skipped, which says nothing about
    any of them; then only those of unknown status count.
    """
    live = select_live(accounts)
    skipped = not any(account.owner for account in live)
    return tuple(
        account
        for account in live
        if account.status == "unknown" or (not skipped and not account.owner)
    )


def _person(item: Mapping[str, object]) -> Person:
    return Person(
        id=str(item.get("id", "")),
        name=_plain(item.get("name")),
        role=_words(item.get("role")) or "",
        department=_plain(item.get("department")) or "other",
        hours=_number(item.get("hours")),
        email=_plain(item.get("email")) or None,
        phone=_plain(item.get("phone")) or None,
        works_days=number_days(item.get("works_days")),
        works_from=_time(item.get("works_from")),
        works_to=_time(item.get("works_to")),
        substitute=_plain(item.get("substitute")) or None,
        languages=_codes(item.get("languages")),
    )


def _account(item: Mapping[str, object]) -> Account:
    return Account(
        id=str(item.get("id", "")),
        platform=_plain(item.get("platform")) or "other",
        handle=_plain(item.get("handle")),
        purpose=_words(item.get("purpose")),
        status=_plain(item.get("status")) or "active",
        owner=_plain(item.get("owner")) or None,
        backup=_plain(item.get("backup")) or None,
        replies=item.get("replies") is not False,
        evidence=_plain(item.get("evidence")) or None,
        company_email=_flag(item.get("company_email")),
        two_factor=_flag(item.get("two_factor")),
        goal=_plain(item.get("goal")) or None,
        agency=_plain(item.get("agency")) or None,
    )


def _agency(item: Mapping[str, object]) -> Agency:
    ends = item.get("ends")
    return Agency(
        id=str(item.get("id", "")),
        name=_words(item.get("name")) or "",
        tasks=_codes(item.get("tasks")),
        counterpart=_plain(item.get("counterpart")) or None,
        access=_plain(item.get("access")) or None,
        ends=ends if isinstance(ends, date) else None,
    )


def number_days(codes: object) -> tuple[int, ...] | None:
    """Return days of the week as ISO numbers, Monday being 1; None where there are none."""
    days = codes if isinstance(codes, tuple) else ()
    return tuple(number for number, day in enumerate(CODES, 1) if day in days) or None


def _plain(value: object) -> str:
    if isinstance(value, Text):
        return next(iter(value.by_language.values()), "")
    return value if isinstance(value, str) else ""


def _words(value: object) -> str | Text | None:
    return value if isinstance(value, str | Text) and value else None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _time(value: object) -> time | None:
    return value if isinstance(value, time) else None


def _codes(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
