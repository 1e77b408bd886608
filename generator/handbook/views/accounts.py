"""Section `accounts`: the register of accounts, by name."""

from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views.agencies import find_agencies


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per account and what is missing in the register."""
    rows = [_describe(context, account) for account in context.facts.accounts]
    return {
        "rows": rows,
        "active": [row for row in rows if row["status_code"] == "active"],
        "without_owner": [row for row in rows if not row["owner_known"]],
        "without_backup": [row for row in rows if not row["backup_known"]],
        "replying": [row for row in rows if row["replies"] and row["status_code"] == "active"],
        "total": len(rows),
        "total_text": context.pack.plural("account", len(rows)),
        "complete": bool(rows) and all(row["owner_known"] and row["backup_known"] for row in rows),
        "platforms": context.pack.join_and(
            list(
                dict.fromkeys(
                    str(row["platform"]) for row in rows if row["status_code"] == "active"
                )
            )
        ),
    }


def _describe(context: ViewContext, account: Account) -> dict[str, object]:
    owner = context.facts.person(account.owner)
    backup = context.facts.person(account.backup)
    return {
        "id": account.id,
        "platform": context.choice(account.platform, "accounts", "platform"),
        "platform_code": account.platform,
        "handle": context.text(account.handle),
        "purpose": context.text(account.purpose),
        "status": context.choice(account.status, "accounts", "status"),
        "status_code": account.status,
        "owner": context.name(account.owner),
        "owner_known": owner is not None,
        "backup": context.name(account.backup),
        "backup_known": backup is not None,
        "replies": account.replies,
        "replies_text": _yes(context, account.replies),
        "agency": _agency(context, account.agency),
        "evidence": context.choice(account.evidence, "accounts", "evidence"),
        "evidence_code": account.evidence or "",
        "goal": context.choice(account.goal, "goals"),
        "goal_code": account.goal or "",
        "company_email": _yes(context, account.company_email),
        "company_email_code": _code(account.company_email),
        "two_factor": _yes(context, account.two_factor),
        "two_factor_code": _code(account.two_factor),
    }


def _agency(context: ViewContext, agency_id: str | None) -> str:
    """Return the agency that works on an account; nothing where the team runs it alone."""
    found = (one for one in find_agencies(context) if one.id == agency_id)
    return next((context.text(one.name) for one in found), "")


def _yes(context: ViewContext, value: bool | None) -> str:
    """Return yes, no, or the words for an open decision."""
    if value is None:
        return context.pack.word("open_decision", "words")
    return context.pack.word("ui", "yes" if value else "no")


def _code(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[value]
