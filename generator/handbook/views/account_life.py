"""Section `account_life`: how an account is asked for, verified, handed over and found again."""

from collections.abc import Mapping
from datetime import timedelta

from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views.access import view as access_view
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons, name_of

Row = dict[str, object]
FILE = "account_life"
READS = (
    "accounts", "orphan_accounts", "verified_accounts", "opening_approver", "recovery_email",
    "password_manager", "contact_email", "leavers_hours",
)  # fmt: skip
WANTED = ("some", "none")
"""Answers about the badge after which somebody has to ask for it."""
UNKNOWN = "unknown"


def view(context: ViewContext) -> Row:
    """Return the days of a request, the texts, the badge by network, the heirs and what waits."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    lost = [one for one in context.facts.accounts if _is_lost(one)]
    names = _list_names(context)
    holders = _list_holders(context, names)
    return {
        "opening": [
            _describe_step(context, one, fillings) for one in context.rows(FILE, "opening")
        ],
        "refusals": [
            {"name": context.text(one["name"]), "text": fill(context, one["text"], fillings)}
            for one in context.rows(FILE, "refusals")
        ],
        "setup": [_describe_step(context, one, fillings) for one in context.rows(FILE, "setup")],
        "badge": context.label(FILE, "badge_states", str(context.facts.value("verified_accounts"))),
        "badge_wanted": context.facts.value("verified_accounts") in WANTED,
        "badges": _list_badges(context),
        "payer": name_of(context, "sponsor"),
        "holders": holders,
        "heirs_missing": any(row["open"] for row in holders),
        "waiting": _list_waiting(context, names),
        "claim": [_describe_step(context, one, fillings) for one in context.rows(FILE, "claim")],
        "lost": len(lost),
        "lost_names": context.pack.join_and([names[one.id] for one in lost]),
        "frozen": bool(lost),
        "recover_by": _date(context, context.figure(FILE, "recover_days")),
        "search_by": _date(context, context.figure(FILE, "search_days")),
        "trial": fillings["trial"],
        "handover": context.pack.plural("working_day", context.figure(FILE, "handover_days")),
        "because": list_reasons(context, FILE, fillings),
    }


def _list_fillings(context: ViewContext) -> Fillings:
    return {
        **list_fillings(context),
        "trial": context.pack.plural("week", context.figure(FILE, "trial_weeks")),
        "recover": str(context.figure(FILE, "recover_days")),
        "asker": context.label(FILE, "asker"),
    }


def _describe_step(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    return {
        "by": fill(context, entry["by"], fillings) if "by" in entry else "",
        "what": fill(context, entry["what"], fillings),
        "who": fillings[str(entry.get("who", "lead"))],
    }


def _is_lost(account: Account) -> bool:
    """Whether nobody knows who runs it: the same two gaps that stop an opening in the register."""
    return account.status == UNKNOWN or (account.status != "planned" and not account.owner)


def _list_badges(context: ViewContext) -> list[Row]:
    """Return the networks of the accounts in use, with how each says that one is real."""
    networks: dict[str, list[str]] = {}
    for account in context.facts.accounts:
        if account.status == "active":
            networks.setdefault(account.platform, []).append(context.text(account.handle))
    return [
        {
            "network": context.choice(platform, "accounts", "platform"),
            "accounts": context.pack.join_and(handles),
            "how": context.label(FILE, "badges", platform),
        }
        for platform, handles in networks.items()
    ]


def _list_names(context: ViewContext) -> Mapping[str, str]:
    """Return each account with its network, because two networks may share a name."""
    rows = access_view(context)["rows"]
    return {str(row["id"]): str(row["name"]) for row in (rows if isinstance(rows, list) else ())}


def _list_holders(context: ViewContext, names: Mapping[str, str]) -> list[Row]:
    """Return who runs which accounts and, for each person, who would receive them."""
    held: dict[str, list[Account]] = {}
    for account in context.facts.accounts:
        if account.status in ("active", "dormant") and context.facts.person(account.owner):
            held.setdefault(str(account.owner), []).append(account)
    return [_describe_holder(context, person, found, names) for person, found in held.items()]


def _describe_holder(
    context: ViewContext, person: str, found: list[Account], names: Mapping[str, str]
) -> Row:
    heirs = [_find_heir(context, one, person) for one in found]
    bare = [names[one.id] for one, heir in zip(found, heirs, strict=True) if heir is None]
    named = [context.name(one) for one in dict.fromkeys(heirs) if one is not None]
    words = context.label(FILE, "nobody").format(accounts=context.pack.join_and(bare))
    shown = [context.pack.join_and(named), words if bare else ""]
    return {
        "name": context.name(person),
        "accounts": context.pack.join_and([names[one.id] for one in found]),
        "heirs": "; ".join(one for one in shown if one),
        "open": bool(bare),
    }


def _find_heir(context: ViewContext, account: Account, person: str) -> str | None:
    """Return the backup of an account, if it is somebody else of the list."""
    found = context.facts.person(account.backup)
    return found.id if found is not None and found.id != person else None


def _list_waiting(context: ViewContext, names: Mapping[str, str]) -> list[Row]:
    """Return every account that isn't simply in use, with what is due, whose and by when."""
    return [
        _describe_waiting(context, one, names[one.id])
        for one in context.facts.accounts
        if _is_lost(one) or one.status != "active"
    ]


def _describe_waiting(context: ViewContext, account: Account, name: str) -> Row:
    key = "lost" if _is_lost(account) else account.status
    entry = context.entry(FILE, key, "states")
    owner = context.facts.person(account.owner)
    who = str(entry["who"])
    if who == "owner":
        acts = context.name(owner.id) if owner else name_of(context, "lead")
    else:
        acts = name_of(context, who)
    return {
        "name": name,
        "state": context.entry_text(entry, "state"),
        "what": context.entry_text(entry, "what"),
        "who": acts,
        "due": _date(context, int(str(entry["days"]))),
    }


def _date(context: ViewContext, days: int) -> str:
    return context.pack.long_date(context.facts.today + timedelta(days=days))
