"""How one channel feeds another: one piece, where it goes next, who takes it there and when."""

from collections.abc import Iterator, Mapping

from generator.advice.model import ChannelAdvice
from generator.facts.model import Account
from generator.handbook.context import ViewContext
from generator.handbook.views.platform_name import name_channel, name_platform

View = dict[str, object]
ROWS = {"micro": 2, "small": 4, "full": 4}
"""How many second lives of a piece are printed in each size of book."""
ALIVE = ("keep", "start")


def list_reuse(context: ViewContext) -> list[View]:
    """Return the second lives of what the company makes, on channels that it keeps."""
    found = context.library.knowledge["channel_roles"]["reuse"]
    rows = found if isinstance(found, list) else ()
    usable = (one for row in rows for one in _place(context, row))
    return [_describe(context, row, account) for row, account in usable][: ROWS[context.facts.book]]


def _place(
    context: ViewContext, row: Mapping[str, object]
) -> Iterator[tuple[Mapping[str, object], Account]]:
    """Yield the row with the account it leads to, if the company makes and keeps both ends."""
    made = context.facts.value("formats", ())
    kept = [one for one in context.advice.channels if one.decision in ALIVE and one.account]
    feeds = [one for one in kept if _publishes(context, one)]
    if row["from"] == "question":
        fits = feeds if any(one.replies for one in context.facts.accounts) else []
    elif isinstance(made, tuple) and row["from"] in made:
        fits = [one for one in kept if one.platform == row["to"]]
        # A second life needs a first one elsewhere, unless the format lives on the same channel.
        fits = fits if any(one.platform != row["to"] for one in feeds) else []
    else:
        fits = []
    account = _find_account(context, fits[0]) if fits else None
    if account is not None:
        yield row, account


def _publishes(context: ViewContext, advice: ChannelAdvice) -> bool:
    return bool(context.entry("platforms", advice.platform, "platforms").get("publishes", True))


def _find_account(context: ViewContext, advice: ChannelAdvice) -> Account | None:
    return next((one for one in context.facts.accounts if one.id == advice.account), None)


def _describe(context: ViewContext, row: Mapping[str, object], account: Account) -> View:
    day = int(str(row["day"]))
    origin = str(row["from"])
    asked = origin == "question"
    return {
        "piece": context.label("channel_roles", "reuse_from", "question")
        if asked
        else context.choice(origin, "formats"),
        "to": _name(context, account),
        "how": context.text(row["how"]),
        "who": context.name(account.owner),
        "later": context.pack.plural("day", day) if day else "",
    }


def _name(context: ViewContext, account: Account) -> str:
    """Return the channel of an account as the rest of the page calls it."""
    found = next((one for one in context.advice.channels if one.account == account.id), None)
    return name_channel(context, found) if found else name_platform(context, account.platform)
