"""Section `audience`: whom the company serves first, what it does for them, and who is missing."""

from collections.abc import Mapping, Sequence

from generator.handbook.context import ViewContext
from generator.handbook.views import personas
from generator.handbook.views.audience_research import list_facts, list_ways
from generator.handbook.views.journey import list_steps
from questionnaire.text import SPANISH

View = dict[str, object]
FULL_STOPS = ". "


def view(context: ViewContext) -> View:
    """Return the personas in order with their tiers, the journey, and the ways of finding out."""
    cards = list_cards(context)
    steps = list_steps(context)
    ways = list_ways(context)
    return {
        "cards": cards,
        "known": bool(cards),
        "first": str(cards[0]["name"]) if cards else "",
        "first_need": str(cards[0]["need"]) if cards else "",
        "first_ranked": bool(cards) and cards[0]["priority"] == "A",
        "after": context.pack.join_and([_quote(context, str(card["name"])) for card in cards[1:]]),
        "several": len(cards) > 1,
        "assumed": context.pack.join_and(
            [str(card["name"]) for card in cards if card["is_assumed"]]
        ),
        "tiers": _list_tiers(context, cards),
        "steps": steps,
        "uncovered": [step["name"] for step in steps if not step["covered"]],
        "ways": ways,
        "way": ways[0],
        "facts": list_facts(context),
        "elsewhere": trim(context.text(context.facts.value("audience_elsewhere"))),
        "unread_languages": _find_unread(context),
        "candidates_missing": _lacks_candidates(context),
    }


def list_cards(context: ViewContext) -> list[View]:
    """Return the personas as cards, the most important first, texts without a full stop."""
    found = personas.view(context)["rows"]
    rows: Sequence[View] = found if isinstance(found, list) else ()
    return [_describe(context, row) for row in rows]


def trim(text: object) -> str:
    """Return a text without the full stop at its end, to print it inside a sentence."""
    return str(text or "").rstrip(FULL_STOPS)


def _quote(context: ViewContext, words: str) -> str:
    return f"«{words}»" if context.language == SPANISH else f"“{words}”"


def _describe(context: ViewContext, row: Mapping[str, object]) -> View:
    asked = row.get("questions_list")
    return {
        "id": row.get("id", ""),
        "name": str(row.get("name") or context.pack.word("open_decision", "words")),
        "who": trim(row.get("who")),
        "need": trim(row.get("need")),
        "never": trim(row.get("never")),
        "language": row.get("language", ""),
        "questions": [str(one) for one in asked] if isinstance(asked, list) else [],
        "evidence": _say_evidence(context, row),
        "is_assumed": row.get("evidence_code") == "assumption",
        "priority": str(row.get("priority_code") or ""),
    }


def _say_evidence(context: ViewContext, row: Mapping[str, object]) -> str:
    """Return how a persona is known, in words for readers and not for whoever answered."""
    code = str(row.get("evidence_code") or "")
    return context.label("audience", "evidence", code) if code else ""


def _list_tiers(context: ViewContext, cards: Sequence[View]) -> list[View]:
    """Return the tiers somebody is in, with what each receives and its posts of the month."""
    posts = context.facts.value("posts_month")
    total = int(posts) if isinstance(posts, (int, float)) else 0
    rows = context.library.knowledge["audience"]["tiers"]
    tiers: list[View] = []
    for row in rows if isinstance(rows, list) else ():
        members = [str(card["name"]) for card in cards if card["priority"] == row["id"]]
        if members:
            least = -(-total * int(row["share"]) // 100)
            tiers.append(
                {
                    "code": row["id"],
                    "members": context.pack.join_and(members),
                    "act": context.text(row["act"]),
                    "posts": context.pack.plural("post", least) if least else "–",
                }
            )
    return tiers


def _find_unread(context: ViewContext) -> str:
    """Return the languages of customers that no persona reads in; nothing if all are covered."""
    spoken = context.facts.value("customer_languages", ())
    found = context.facts.value("personas", ())
    read = {one.get("language") for one in found} if isinstance(found, tuple) else set()
    languages = spoken if isinstance(spoken, tuple) else ()
    if not any(read):
        return ""
    missing = [code for code in languages if code not in read]
    return context.pack.join_and([context.choice(code, "customer_languages") for code in missing])


def _lacks_candidates(context: ViewContext) -> bool:
    """Whether hiring is a goal: the personas are asked as customers, so candidates need a look."""
    goals = context.facts.value("goals", ())
    return isinstance(goals, tuple) and "hiring" in goals
