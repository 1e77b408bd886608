"""Section `security`: the access rules with their state, who holds which permission, and the moves."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from generator.advice.coverage import list_watchers
from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views.access import view as access_view
from generator.handbook.views.agencies import find_agencies
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons
from generator.handbook.views.who import person_in

Row = dict[str, object]
Entry = Mapping[str, object]
FILE = "security"
OPEN = ("active", "dormant", "unknown")
READS = (
    "accounts", "recovery_email", "two_admins", "password_manager", "connected_apps_owner",
    "training", "leavers_hours", "tools", "agencies",
    "publisher", "replier", "substitute", "report_reader", "verified_accounts",
)  # fmt: skip
AGENCY_ROLES = {"publishing": "editor", "content": "drafts", "replies": "inbox", "ads": "ads"}
"""What an agency does → the partner permission that is enough for it."""


def view(context: ViewContext) -> Row:
    """Return the checklist, the matrix of permissions, the moves, and the signs of a trap."""
    context.facts.note(READS)
    fillings = _list_fillings(context)
    rows = [_judge(context, one, fillings) for one in _entries(context, "rules")]
    return {
        "rules": rows,
        "open": sum(not row["done"] for row in rows),
        "matrix": _list_permissions(context),
        "moves": [_describe_move(context, one, fillings) for one in _entries(context, "moves")],
        "devices": [fill(context, one, fillings) for one in _entries(context, "devices")],
        "phishing": [fill(context, one, fillings) for one in _entries(context, "phishing")],
        "changes": context.label(FILE, "changes"),
        "lost": fill(context, _value(context, "lost"), fillings),
        "apps": _list_apps(context),
        "apps_owner": fillings["connected_apps_owner"],
        "agency_role": _describe_agency(context),
        "lead": fillings["lead"],
        "it": fillings["it"],
        "counterpart": fillings["agency_counterpart"],
        "leavers": fillings["leavers"],
        "because": list_reasons(context, FILE, fillings),
    }


def _list_fillings(context: ViewContext) -> Fillings:
    found = list_fillings(context)
    apps = context.facts.person(context.facts.value("connected_apps_owner"))
    training = context.facts.value("training")
    return {
        **found,
        "leavers": str(access_view(context)["leavers"]),
        "connected_apps_owner": context.name(apps.id) if apps else found["it"],
        "training": _lower(context.choice(training, "training")) if training else "",
    }


def _judge(context: ViewContext, entry: Entry, fillings: Fillings) -> Row:
    """Return one rule with how it stands today, who sees to it and by when."""
    key = str(entry["id"])
    state, failing = STATES[key](context)
    words = {**fillings, "accounts": context.pack.plural("account", failing)}
    days = entry.get("days")
    due = context.facts.today + timedelta(days=days if isinstance(days, int) else 0)
    return {
        "rule": fill(context, entry["rule"], words),
        "state": fill(context, entry[state], words),
        "done": state == "ok",
        "who": fillings[str(entry["who"])],
        "due": "–" if state == "ok" else context.pack.long_date(due),
    }


def _open_accounts(context: ViewContext) -> list[Account]:
    return [one for one in context.facts.accounts if one.status in OPEN]


def _judge_accounts(
    context: ViewContext, read: Callable[[Account], bool | None]
) -> tuple[str, int]:
    """Return how the accounts stand: one that fails counts more than one nobody knows of."""
    accounts = _open_accounts(context)
    failing = sum(read(one) is False for one in accounts)
    if failing:
        return "gap", failing
    known = bool(accounts) and all(read(one) for one in accounts)
    return ("ok" if known else "open"), 0


def _judge_mailbox(context: ViewContext) -> tuple[str, int]:
    return _judge_accounts(context, lambda one: one.company_email)


def _judge_two_factor(context: ViewContext) -> tuple[str, int]:
    return _judge_accounts(context, lambda one: one.two_factor)


def _judge_admins(context: ViewContext) -> tuple[str, int]:
    counts = _administrators(context)
    found = _judge_accounts(context, lambda one: counts[one.id] > 1 if one.id in counts else None)
    if found[0] == "open" and context.facts.value("two_admins") is True:
        return "ok", 0
    return found


def _judge_vault(context: ViewContext) -> tuple[str, int]:
    return ("ok" if context.known("password_manager") else "gap"), 0


def _judge_apps(context: ViewContext) -> tuple[str, int]:
    return ("ok" if context.known("connected_apps_owner") else "gap"), 0


def _judge_training(context: ViewContext) -> tuple[str, int]:
    chosen = context.facts.value("training")
    if not chosen:
        return "open", 0
    return ("gap" if chosen == "none" else "ok"), 0


STATES: Mapping[str, Callable[[ViewContext], tuple[str, int]]] = {
    "mailbox": _judge_mailbox,
    "admins": _judge_admins,
    "two_factor": _judge_two_factor,
    "vault": _judge_vault,
    "copy": lambda _: ("open", 0),
    "apps": _judge_apps,
    "training": _judge_training,
}
"""Rule of knowledge/security.yml → its state (ok, gap or open) and how many accounts fail it."""


def _administrators(context: ViewContext) -> dict[str, int]:
    found = context.facts.value("accounts", ())
    items = [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else []
    return {
        str(one.get("id")): number for one in items if isinstance(number := one.get("admins"), int)
    }


def _list_permissions(context: ViewContext) -> list[Row]:
    """Return who may do what in which accounts; accounts with the same people share a row."""
    found = access_view(context)["rows"]
    named = {str(row["id"]): str(row["name"]) for row in (found if isinstance(found, list) else ())}
    rows: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for account in _open_accounts(context):
        if account.status != "unknown":
            rows.setdefault(_permissions(context, account), []).append(named[account.id])
    return [
        {
            "accounts": context.pack.join_and(handles),
            **{
                key: context.pack.join_and([context.name(one) for one in people]) or "–"
                for key, people in zip(("admins", "posts", "replies"), cells, strict=True)
            },
            "admins_short": len(cells[0]) < 2,  # noqa: PLR2004 - two administrators is the rule
        }
        for cells, handles in rows.items()
    ]


def _permissions(context: ViewContext, account: Account) -> tuple[tuple[str, ...], ...]:
    """Return who administers, posts and replies in an account: nobody more than the task needs."""
    admins = _keep(context, account.owner, account.backup)
    posts = _keep(context, person_in(context, "publisher"))
    replies = _keep(context, *list_watchers(context.facts.plain))
    return (
        admins,
        tuple(one for one in posts if one not in admins),
        tuple(one for one in replies if one not in admins) if account.replies else (),
    )


def _keep(context: ViewContext, *people: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in people if one and context.facts.person(one)))


def _describe_move(context: ViewContext, entry: Entry, fillings: Fillings) -> Row:
    texts = {
        key: fill(context, entry[key], fillings) for key in ("when", "clock", "trigger", "what")
    }
    return {**texts, "who": fillings[str(entry["who"])]}


def _list_apps(context: ViewContext) -> list[str]:
    """Return the tools that need permission in the accounts, as the company named them."""
    tools = context.facts.value("tools", ())
    wanted = _value(context, "tool_apps")
    allowed = wanted if isinstance(wanted, list) else []
    chosen = [one for one in tools if one in allowed] if isinstance(tools, tuple) else []
    return [_lower(context.choice(one, "tools")) for one in chosen]


def _describe_agency(context: ViewContext) -> list[str]:
    """Return the partner permissions that the agency's tasks need."""
    chosen = [task for one in find_agencies(context) for task in one.tasks]
    keys = dict.fromkeys(AGENCY_ROLES[one] for one in chosen if one in AGENCY_ROLES)
    return [context.label(FILE, "agency_roles", key) for key in keys]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _value(context: ViewContext, key: str) -> object:
    return context.library.knowledge[FILE].get(key)


def _entries(context: ViewContext, key: str) -> list[Entry]:
    found = _value(context, key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
