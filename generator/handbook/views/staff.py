"""Section `staff`: the tables of the policy for employees, for this sector and these answers."""

from collections.abc import Iterator, Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views import laws as laws_view
from generator.handbook.views.answers import describe_answer
from generator.handbook.views.approvals import name_approver
from generator.handbook.views.who import describe_person, person_in

View = dict[str, object]
FILE = "staff_policy"


def view(context: ViewContext) -> View:
    """Return examples, levels, photographs, AI uses and the few laws behind the policy."""
    tiers = [_describe_tier(context, row) for row in context.rows(FILE, "tiers")]
    laws = _list_laws(context)
    decider = _find_decider(context)
    asked = context.question("confidential_items")
    listed = describe_answer(context, asked)["list"] if asked is not None else []
    return {
        "examples": _find_examples(context),
        "tiers": [row for row in tiers if row["open"]],
        "photos": [_describe_photo(context, row) for row in _list_photos(context)],
        "ai": [_describe_ai(context, row) for row in context.rows(FILE, "ai")],
        "confidential": listed,
        "confidential_any": bool(listed),
        "laws": laws,
        "laws_any": bool(laws),
        "alone": context.facts.value("employees") == 1,
        "decider": decider,
        "decider_known": bool(decider["id"]),
    }


def _find_examples(context: ViewContext) -> View:
    """Return the examples of the company's sector; of no sector in particular while it is open."""
    sector = context.facts.value("sector", "other")
    found = context.entry("staff_examples", str(sector), "sectors")
    kinds = ("allowed", "ask", "never", "photo")
    return {kind: context.entry_text(found, kind) for kind in kinds}


def _describe_tier(context: ViewContext, row: Mapping[str, object]) -> View:
    """Return one level of taking part, with names where the company has given them."""
    chosen = context.facts.value("staff_participation", "private_only")
    opened = row["chosen_by"]
    return {
        "code": row["id"],
        "name": context.text(row["name"]),
        "who": _name_holders(context, str(row["id"])) or context.text(row["who"]),
        "may": context.text(row["may"]),
        "training": context.text(row["training"]),
        "open": isinstance(opened, list) and chosen in opened,
    }


def _name_holders(context: ViewContext, tier: str) -> str:
    """Return the names of those who hold a level by name; nothing for open levels."""
    held: list[str | None] = []
    if tier == "T2":
        found = context.facts.value("experts", ())
        held = [str(one) for one in found] if isinstance(found, tuple) else []
    elif tier == "T3":
        held = [person_in(context, role) for role in ("publisher", "replier", "substitute")]
    elif tier == "T4":
        held = [person_in(context, "spokesperson")]
    named = [context.name(one) for one in dict.fromkeys(held) if context.facts.person(one)]
    return context.pack.join_and(named)


def _list_photos(context: ViewContext) -> Iterator[Mapping[str, object]]:
    """Yield the cases of the people the company photographs, few of them in the small book."""
    found = context.facts.value("photo_people", ("staff", "customers"))
    people = found if isinstance(found, tuple) else ()
    for row in context.rows(FILE, "photos"):
        needs, books = row.get("needs"), row.get("books", ["small", "full"])
        wanted = not isinstance(needs, list) or any(one in people for one in needs)
        in_book = isinstance(books, list) and context.facts.book in books
        if in_book and wanted and row.get("unless") not in people:
            yield row


def _describe_photo(context: ViewContext, row: Mapping[str, object]) -> View:
    known = person_in(context, "approver") is not None
    name = name_approver(context) if row.get("approver") and known else ""
    return {
        "code": row["id"],
        "case": context.text(row["case"]),
        "rule": context.text(row["rule"]),
        "approver": name,
    }


def _describe_ai(context: ViewContext, row: Mapping[str, object]) -> View:
    """Return whether a task is open to AI here; while nobody has decided, only what always is."""
    used = context.facts.value("ai_use", "none")
    opened = row.get("open_to")
    verdict = str(row["verdict"])
    if isinstance(opened, list) and used not in opened:
        verdict = "closed"
    return {
        "task": context.text(row["task"]),
        "verdict": context.label(FILE, "verdicts", verdict),
        "verdict_code": verdict,
    }


def _find_decider(context: ViewContext) -> View:
    """Return who decides on consequences: human resources, or whoever has the last word."""
    people = context.facts.people
    found = next((one for one in people if one.department == "hr"), None)
    found = found or context.facts.person(person_in(context, "sponsor"))
    if found is None:
        return {"id": "", "name": context.pack.word("open_decision", "words")}
    shown = describe_person(context, found)
    return {"id": found.id, "name": shown["name"]}


def _list_laws(context: ViewContext) -> list[View]:
    """Return the laws this policy rests on, country by country; few of them in the small book."""
    rows = laws_view.view(context)["rows"]
    by_id = {row["id"]: row for row in rows} if isinstance(rows, list) else {}
    found: list[View] = []
    codes = laws_view.jurisdiction_codes(context)
    for code in codes:
        wanted = context.entry(FILE, "laws").get(code)
        here = [by_id[one] for one in wanted if one in by_id] if isinstance(wanted, list) else []
        found += here[: _count_laws(context, code, alone=len(codes) == 1)]
    return found


def _count_laws(context: ViewContext, code: str, *, alone: bool) -> int | None:
    """Return how many laws of a jurisdiction the book prints; all of them but in the small one."""
    if context.facts.book != "micro":
        return None
    union = code == laws_view.EU and not alone
    limit = context.entry(FILE, "laws_in_micro").get("union" if union else "national")
    return limit if isinstance(limit, int) else None
