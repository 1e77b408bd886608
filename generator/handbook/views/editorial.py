"""Section `editorial`: what is posted and how much of each, with ideas of this trade."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice

from generator.handbook.context import ViewContext
from generator.handbook.views import mix as mix_view
from generator.handbook.views.audience import trim

View = dict[str, object]
IDEAS = 2
"""Ideas printed for each theme."""
ESTABLISHED = "useful"
"""The class that lends its ideas to one that has none."""


def view(context: ViewContext) -> View:
    """Return the month by theme with ideas, its balance with the goals, and the trials."""
    mix = mix_view.view(context)
    rows = _list_rows(context, mix)
    share = context.advice.mix.product_share
    return {
        "rows": rows,
        "posts_known": context.advice.mix.posts_a_month > 0,
        "themes_known": bool(context.advice.mix.pillars),
        "themes": context.pack.plural("theme", len(rows)),
        "split": _say_split(context),
        "split_share": context.pack.join_and(
            [
                f"{context.pack.percent(one.share, 0)} "
                f"{context.label('editorial', 'phrases', one.id)}"
                for one in context.advice.mix.classes
            ]
        ),
        "product_state": _judge_product(context, share),
        "conversation_missing": _lacks_conversation(context),
        "balance": list_balance(context),
        "unserved": context.pack.join_and(
            [str(row["goal"]) for row in list_balance(context) if not row["served"]]
        ),
        "fit": _explain_fit(context),
        "suits": _suits(context),
        "experiments": context.pack.plural("post", count_experiments(context)),
    }


def count_experiments(context: ViewContext) -> int:
    """Return the posts of a month left for trials: a tenth, and one at least."""
    posts = context.advice.mix.posts_a_month
    percent = context.library.knowledge["editorial"]["experiment_percent"]
    return max(round(posts * int(str(percent)) / 100), 1)


def list_balance(context: ViewContext) -> list[View]:
    """Return for each goal the posts whose intent serves it (seeds S0.24–S0.26)."""
    goals = context.facts.value("goals", ())
    posts = {one.id: one.posts for one in context.advice.mix.intents}
    rows: list[View] = []
    for goal in goals if isinstance(goals, tuple) else ():
        wanted = context.entry("kpis", str(goal), "goals").get("intents")
        intents = [str(one) for one in wanted] if isinstance(wanted, list) else []
        if intents and posts:
            total = sum(posts.get(one, 0) for one in intents)
            rows.append(
                {
                    "goal": context.choice(goal, "goals"),
                    "intents": context.pack.join_or(
                        [context.label("editorial", "intents", one) for one in intents]
                    ),
                    "posts": context.pack.plural("post", total),
                    "served": total > 0,
                }
            )
    return rows


def _list_rows(context: ViewContext, mix: Mapping[str, object]) -> list[View]:
    """Return the themes with their ideas; the classes of the preset while no theme is chosen."""
    found = mix["pillars"] or mix["classes"]
    rows = [dict(row) for row in found] if isinstance(found, list) else []
    ideas = _Ideas(context)
    for row in rows:
        row["ideas"] = ideas.take(_class_of(context, row))
        row["need"] = trim(row.get("need") or row.get("meaning"))
        row["intent"] = _say_intent(context, row)
        row["expert"] = row.get("expert", "")
        row["name"] = str(row["name"]).partition(":")[0]
        row["first_idea"] = row["ideas"][0]
    return rows


def _class_of(context: ViewContext, row: Mapping[str, object]) -> str:
    code = row["code"]
    for item in _pillars(context):
        if item.get("id") == code:
            return str(item.get("class") or ESTABLISHED)
    return str(context.entry("editorial", "ideas_for").get(str(code), code))


def _say_intent(context: ViewContext, row: Mapping[str, object]) -> str:
    """Return what a theme is for, in words that suit every form of address."""
    item = next((one for one in _pillars(context) if one.get("id") == row["code"]), {})
    code = item.get("intent")
    return context.label("editorial", "intents", str(code)) if code else ""


class _Ideas:
    """Hands out ideas so that two themes of one class never get the same, while there are any."""

    def __init__(self, context: ViewContext) -> None:
        """Take the ideas of this trade."""
        self._context = context
        self._trade = context.entry("post_ideas", find_trade(context), "ideas")
        self._taken: dict[str, Iterator[str]] = {}

    def take(self, kind: str) -> list[str]:
        """Return the next ideas for a theme of this class."""
        ideas = self._taken.setdefault(kind, cycle(self._list(kind)))
        return list(islice(ideas, IDEAS))

    def _list(self, kind: str) -> Sequence[str]:
        found = self._trade.get(kind) or self._trade.get(ESTABLISHED)
        return [self._context.text(one) for one in found] if isinstance(found, list) else []


def find_trade(context: ViewContext) -> str:
    """Return the trade whose ideas and samples this company takes."""
    trades = context.entry("post_ideas", "trades")
    return str(trades.get(str(context.facts.value("sector")), "general"))


def _pillars(context: ViewContext) -> Sequence[Mapping[str, object]]:
    found = context.facts.value("pillars", ())
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, tuple) else ()


def _say_split(context: ViewContext) -> str:
    """Return "5 of use and 3 about the product": of the themes chosen, else of the preset."""
    kinds = {str(item.get("id")): item.get("class") for item in _pillars(context)}
    mix = context.advice.mix
    classed = bool(mix.pillars) and all(kinds.get(one.id) for one in mix.pillars)
    counted: dict[str, int] = {}
    for one in mix.pillars if classed else mix.classes:
        code = str(kinds[one.id]) if classed else one.id
        counted[code] = counted.get(code, 0) + one.posts
    ordered = sorted(counted.items(), key=lambda pair: -pair[1])
    return context.pack.join_and(
        [
            f"{posts} {context.label('editorial', 'phrases', code)}"
            for code, posts in ordered
            if posts
        ]
    )


def _judge_product(context: ViewContext, share: float) -> str:
    """Return whether product keeps to its ceiling, passes it, or fills the page (S0.2, S3.18)."""
    knowledge = context.library.knowledge["mix"]
    if share > float(str(knowledge["warn_product"])):
        return "shop_window"
    return "above" if share > float(str(knowledge["ceiling_product"])) else "within"


def _lacks_conversation(context: ViewContext) -> bool:
    kinds = [item.get("class") for item in _pillars(context)]
    return bool(kinds) and "conversation" not in kinds


def _suits(context: ViewContext) -> bool:
    wanted = context.entry("editorial", context.advice.mix.preset, "fits").get("business")
    context.facts.note(("business_model",))
    business = context.facts.plain.sizing.business
    return isinstance(wanted, list) and business in wanted


def _explain_fit(context: ViewContext) -> str:
    entry = context.entry("editorial", context.advice.mix.preset, "fits")
    return context.entry_text(entry, "because" if _suits(context) else "despite")
