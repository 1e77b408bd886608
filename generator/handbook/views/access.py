"""Section `access`: the keys of each account, and the gaps of the register with who closes them."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views.accounts import view as accounts_view
from generator.handbook.views.fillings import list_fillings, list_reasons, name_of

Row = dict[str, object]
OPEN = ("active", "dormant", "unknown")
LEAVERS_HOURS = 24
"""Hours until a leaver has no access: a starting value of ours."""

READS = ("accounts", "accounts_owned_by", "opening_approver", "leavers_hours", "effective_date")


def view(context: ViewContext) -> Row:
    """Return one row per account with its keys, one per gap, and who holds the keys."""
    context.facts.note(READS)
    administrators = _administrators(context)
    rows = accounts_view(context)["rows"]
    keys = [
        {**row, "name": _name(row), "admins": _count(context, administrators.get(str(row["id"])))}
        for row in (rows if isinstance(rows, list) else ())
    ]
    gaps = [row for entry in _gap_entries(context) if (row := _gap(context, entry, administrators))]
    fillings = list_fillings(context)
    return {
        "rows": keys,
        "gaps": gaps,
        "stopping": [row for row in gaps if row["stops"]],
        "lead": name_of(context, "lead"),
        "approver": name_of(context, "opening_approver"),
        "publisher": name_of(context, "publisher"),
        "counterpart": name_of(context, "agency_counterpart"),
        "mailbox": fillings["mailbox"],
        "vault": fillings["vault"],
        "service": fillings["service"],
        "leavers": _leavers(context),
        "because": list_reasons(context, "registry", fillings),
    }


def _administrators(context: ViewContext) -> dict[str, int]:
    """Return how many people administer each account, where the company said so."""
    found = context.facts.value("accounts", ())
    items = [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []
    return {
        str(one.get("id")): number for one in items if isinstance(number := one.get("admins"), int)
    }


def _name(row: Row) -> str:
    """Return platform and account; the account alone where it already names the platform."""
    platform, handle = str(row["platform"]), str(row["handle"])
    return handle if handle.casefold().startswith(platform.casefold()) else f"{platform}: {handle}"


def _count(context: ViewContext, number: int | None) -> str:
    if number is None:
        return context.pack.word("open_decision", "words")
    return context.pack.number(number)


def _leavers(context: ViewContext) -> str:
    """Return how long a leaver keeps access; the starting value while nobody chose."""
    found = context.facts.value("leavers_hours")
    return context.pack.plural("hour", found if isinstance(found, int) else LEAVERS_HOURS)


def _gap_entries(context: ViewContext) -> list[Mapping[str, object]]:
    found = context.library.knowledge.get("registry", {}).get("gaps")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _gap(
    context: ViewContext, entry: Mapping[str, object], administrators: Mapping[str, int]
) -> Row | None:
    """Return one gap with the accounts that have it, its person and its day; nothing if none has."""
    if entry.get("id") in SECOND_PERSON and len(context.facts.people) == 1:
        return None
    has_it = GAPS[str(entry.get("id"))]
    found = [
        context.text(one.handle)
        for one in context.facts.accounts
        if one.status in OPEN and has_it(one, administrators.get(one.id))
    ]
    if not found:
        return None
    days = entry.get("days")
    due = context.facts.today + timedelta(days=days if isinstance(days, int) else 0)
    return {
        "what": context.text(entry.get("what")),
        "accounts": context.pack.join_and(found),
        "who": name_of(context, str(entry.get("who"))),
        "due": context.pack.long_date(due),
        "stops": entry.get("stops") is True,
    }


SECOND_PERSON = ("admins", "backup")
"""Gaps that only somebody else can fill: a company of one has nobody to name."""


def _is_ours(account: Account) -> bool:
    return account.status != "unknown"


def _lacks_backup(account: Account) -> bool:
    """Say whether a second person is missing; that person is made an administrator at once."""
    return account.status == "active" and bool(account.owner) and not account.backup


GAPS: Mapping[str, Callable[[Account, int | None], bool]] = {
    "owner": lambda account, _: not account.owner and _is_ours(account),
    "state": lambda account, _: account.status == "unknown",
    "two_factor": lambda account, _: account.two_factor is False and _is_ours(account),
    "mailbox": lambda account, _: account.company_email is False and _is_ours(account),
    "admins": lambda account, administrators: (
        administrators == 1 and _is_ours(account) and not _lacks_backup(account)
    ),
    "backup": lambda account, _: _lacks_backup(account),
}
"""What is missing in an account, by the id of the gap in knowledge/registry.yml; as the checks see it.

An account that nobody controls is recovered first: until then its keys can't be changed.
"""
