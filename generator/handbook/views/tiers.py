"""Section `tiers`: how much care each account is given, and what each level is owed."""

from generator.advice.model import AccountTier
from generator.handbook.context import ViewContext
from generator.handbook.views.alignment import name_account

View = dict[str, object]
FILE = "tiers"
DUTIES = ("posts", "replies", "keys", "look")


def view(context: ViewContext) -> View:
    """Return the levels that some account has, each with its accounts, and the accounts one by one."""
    context.facts.note(("accounts", "goals"))
    ranked = context.advice.tiers
    rows = [_describe(context, one) for one in ranked]
    present = sorted({one.tier for one in ranked})
    return {"rows": rows, "levels": [_describe_level(context, code, rows) for code in present]}


def _describe(context: ViewContext, ranked: AccountTier) -> View:
    found = (one for one in context.facts.accounts if one.id == ranked.account)
    account = next(found, None)
    return {
        "id": ranked.account,
        "account": name_account(context, account.platform, context.text(account.handle))
        if account
        else ranked.account,
        "tier": ranked.tier,
        "why": context.pack.join_and([context.label(FILE, "rules", one) for one in ranked.rules]),
    }


def _describe_level(context: ViewContext, code: str, rows: list[View]) -> View:
    entry = context.entry(FILE, code, "tiers")
    return {
        "tier": code,
        "name": context.entry_text(entry, "name"),
        "accounts": context.pack.join_and(
            [str(row["account"]) for row in rows if row["tier"] == code]
        ),
        **{duty: context.entry_text(entry, duty) for duty in DUTIES},
    }
