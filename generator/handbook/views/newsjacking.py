"""Section `newsjacking`: when a story is joined, who says yes in minutes, and one example each way."""

from collections.abc import Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.audience import view as audience_view
from generator.handbook.views.editorial import find_trade
from generator.handbook.views.fillings import Fillings, fill, list_fillings, list_reasons, name_of
from generator.handbook.views.who import person_in

View = dict[str, object]
FILE = "newsjacking"
APPROVERS = (
    "approver", "sponsor", "lead", "spokesperson", "crisis_decider", "crisis_deputy",
    "complaints_owner",
)  # fmt: skip
"""In this order are two people sought who did not write the post."""

READS = ("posts_month", "approval_hours", "sensitive_topics", "sector", "service_days")
PAIR = 2
SHORTEST_DAY = 60
"""Minutes of service that must be left before the latest moment for it to be worth naming."""


def view(context: ViewContext) -> View:
    """Return the questions, the clock with its people, and the examples of the company's trade."""
    context.facts.note(READS)
    pair = list_approvers(context)
    fillings = _list_fillings(context, pair)
    trade = find_trade(context)
    return {
        "questions": [fill(context, one, fillings) for one in context.rows(FILE, "questions")],
        "steps": [_describe_step(context, one, fillings) for one in context.rows(FILE, "steps")],
        "pair": fillings["pair"],
        "pair_known": len(pair) == PAIR,
        "writer": fillings["publisher"],
        "replier": fillings["replier"],
        "stand_in": _name_stand_in(context),
        "lead": fillings["lead"],
        "reviewer": fillings["legal"],
        "topics": _list_topics(context),
        "most": context.pack.number(
            min(count_slots(context), context.figure(FILE, "most_a_month"))
        ),
        "slots_known": count_slots(context) > 0,
        "latest": _latest(context),
        "stay": fillings["stay"],
        "approve": fillings["approve"],
        "exit": str(context.figure(FILE, "exit_minutes")),
        "yes": _describe_example(context, trade, "yes"),
        "no": _describe_example(context, trade, "no"),
        "source": context.label(FILE, "source"),
        "regulated": context.facts.plain.sizing.regulation > 0,
        "because": list_reasons(context, FILE, fillings),
    }


def count_slots(context: ViewContext) -> int:
    """Return the posts of a month left without a theme for what comes up; one at least."""
    posts = context.advice.mix.posts_a_month
    return max(round(posts * context.figure(FILE, "slots_percent") / 100), 1) if posts else 0


def list_approvers(context: ViewContext) -> list[str]:
    """Return the ids of the two who say yes; whoever wrote it is never one of them."""
    writer = person_in(context, "publisher")
    held = dict.fromkeys(person_in(context, role) for role in APPROVERS)
    return [one for one in held if one is not None and one != writer][:PAIR]


def _list_fillings(context: ViewContext, pair: list[str]) -> Fillings:
    pack = context.pack
    hours = context.facts.value("approval_hours")
    first = audience_view(context)
    named = first["first"] if first["known"] else ""
    public = context.label(FILE, "public", "named" if named else "open").format(name=named)
    words = pack.join_and([context.name(one) for one in pair])
    return {
        **list_fillings(context),
        "public": public,
        "pair": words if len(pair) == PAIR else name_of(context, "approver"),
        "stay": pack.plural("hour", context.figure(FILE, "stay_hours")),
        "life": pack.plural("hour", context.figure(FILE, "life_hours")),
        "approve": str(context.figure(FILE, "approve_minutes")),
        "posts": pack.plural("post", context.advice.mix.posts_a_month),
        "slots": pack.number(count_slots(context)),
        "approval": pack.plural("hour", hours) if isinstance(hours, (int, float)) else "",
    }


def _describe_step(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> View:
    return {
        "what": fill(context, entry["what"], fillings),
        "who": fillings[str(entry["who"])],
        "by": fill(context, entry["by"], fillings),
    }


def _describe_example(context: ViewContext, trade: str, verdict: str) -> View:
    found = context.entry(FILE, trade, "examples").get(verdict)
    entry = found if isinstance(found, Mapping) else {}
    return {key: context.entry_text(entry, key) for key in ("story", "post", "why")}


def _list_topics(context: ViewContext) -> str:
    """Return the company's own sensitive topics as part of a sentence."""
    found = context.facts.value("sensitive_topics", ())
    codes = [one for one in found if one != "none"] if isinstance(found, tuple) else []
    names = [context.choice(one, "sensitive_topics") for one in codes]
    return context.pack.join_and([one[:1].lower() + one[1:] for one in names])


def _name_stand_in(context: ViewContext) -> str:
    """Return who answers if whoever answers is away; nothing while nobody else is named."""
    target = next((one for one in context.advice.targets if one.priority == "P3"), None)
    person = context.facts.person(target.substitute if target else None)
    return context.name(person.id) if person else ""


def _latest(context: ViewContext) -> str:
    """Return the hour after which there is no time left to answer; nothing in a short day."""
    service = context.facts.service
    if service.opens is None or service.closes is None:
        return ""
    opens = service.opens.hour * 60 + service.opens.minute
    closes = service.closes.hour * 60 + service.closes.minute
    latest = closes - context.figure(FILE, "stay_hours") * 60
    if latest - opens < SHORTEST_DAY:
        return ""
    hour, minute = divmod(latest, 60)
    return context.pack.word("times", "clock").format(hour=hour, minute=f"{minute:02d}")
