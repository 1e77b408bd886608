"""Section `governance`: the options for the lead, what the choice changes, and the committee."""

from generator.facts.model import Person
from generator.handbook.context import ViewContext, fill_once
from generator.handbook.views import drawings as drawings_view
from generator.handbook.views import ownership as ownership_view
from generator.handbook.views import raci as raci_view
from generator.handbook.views.who import describe_person, person_in
from generator.handbook.wording import capitalise

View = dict[str, object]
OWN_ROWS = ("publishing", "complaints", "crisis")
"""Activities that have a row of their own in the table of who decides."""
FILE = "governance"
CONSEQUENCES = ("budget", "approvals", "figures")
MICRO = ("no_departments", "agency", "alone", "everyone")
"""The options that the small book speaks of."""
LIGHT_ROLES = ("lead", "sponsor", "publisher", "replier")
"""Who meets where the company is too small for a committee."""


@fill_once
def view(context: ViewContext) -> View:
    """Return the options considered, the consequences of the choice, and who meets."""
    chosen = context.advice.ownership.chosen
    follows = context.entry(FILE, chosen, "consequences")
    return {
        "options": _list_options(context),
        "consequences": {key: context.entry_text(follows, key) for key in CONSEQUENCES},
        "committee": _describe_committee(context),
        "writers": _name_writers(context),
        "chart": _say_chart(context),
        **_share_out(context),
    }


def _list_options(context: ViewContext) -> list[View]:
    """Return every option with its fate and the reason, whoever leads first."""
    decision = ownership_view.view(context)["decision"]
    decided = decision if isinstance(decision, dict) else {}
    rows = [_judge(context, row) for row in decided["options"]]
    known = {row["code"] for row in rows}
    outside = [
        _rule_out(context, str(row["code"]), row["option"], _end(row["reason"]))
        for row in decided["rejected"]
        if row["code"] not in known
    ]
    return [*sorted(rows, key=lambda row: not row["leads"]), *outside, *_list_never(context)]


def _judge(context: ViewContext, row: View) -> View:
    """Return one option with what became of it and why."""
    code = str(row["code"])
    leads = code == context.advice.ownership.chosen
    own = "chosen_why" if context.advice.ownership.override else "winner_why"
    why = _end(row["reason"]) or context.label(FILE, "cards", code)
    return {
        "code": code,
        "option": capitalise(row["option"]),
        "verdict": context.label(FILE, "verdicts", _verdict(context, code)),
        "verdict_code": _verdict(context, code),
        "why": context.label(FILE, own) if leads else why,
        "leads": leads,
        "micro": False,
    }


def _rule_out(context: ViewContext, code: str, option: object, why: str) -> View:
    """Return an option that never leads."""
    return {
        "code": code,
        "option": capitalise(option),
        "verdict": context.label(FILE, "verdicts", "no"),
        "verdict_code": "no",
        "why": why,
        "leads": False,
        "micro": code in MICRO,
    }


def _verdict(context: ViewContext, code: str) -> str:
    ownership = context.advice.ownership
    if code == ownership.chosen:
        return "chosen" if ownership.override else "leads"
    if code == ownership.lead.winner:
        return "proposed"
    return "runner_up" if code == ownership.lead.runner_up else "no"


def _list_never(context: ViewContext) -> list[View]:
    """Return the options that no company should take, and the departments a small one hasn't."""
    found = context.library.knowledge[FILE].get("always")
    rows = [
        _rule_out(context, str(row["id"]), context.text(row["option"]), context.text(row["why"]))
        for row in (found if isinstance(found, list) else ())
    ]
    if context.facts.book != "micro" or context.facts.value("departments") != ("none",):
        return rows
    none = context.entry(FILE, "no_departments")
    option, why = (context.entry_text(none, key) for key in ("option", "why"))
    return [_rule_out(context, "no_departments", option, why), *rows]


def _name_writers(context: ViewContext) -> str:
    """Return whoever posts and whoever answers, joined; nothing while nobody is named."""
    held = dict.fromkeys(person_in(context, role) for role in ("publisher", "replier"))
    return context.pack.join_and([context.name(one) for one in held if one is not None])


def _share_out(context: ViewContext) -> View:
    """Return what the lead answers for, and who answers for the posts when it isn't the lead."""
    lead = person_in(context, "lead")
    found = raci_view.view(context)["rows"]
    rows = found if isinstance(found, list) else []
    held = [
        row["activity"]
        for row in rows
        if lead and row["accountable_id"] == lead and row["activity_code"] not in OWN_ROWS
    ]
    posts = next((row for row in rows if row["activity_code"] == "publishing"), None)
    owner = context.facts.person(str(posts["accountable_id"])) if posts else None
    apart = owner is not None and owner.id != lead
    return {
        "lead_answers": "; ".join(one[:1].lower() + one[1:] for one in held),
        "posts_owner": context.name(owner.id) if owner is not None and apart else "",
        "posts_apart": apart,
        "posts_same_area": _is_same_area(context, owner),
    }


def _is_same_area(context: ViewContext, owner: Person | None) -> bool:
    publisher = context.facts.person(person_in(context, "publisher"))
    if owner is None or publisher is None:
        return False
    return owner.department == publisher.department


def _say_chart(context: ViewContext) -> list[View]:
    """Return the organisation chart in words: each box with the one above it."""
    org = drawings_view.view(context)["org"]
    boxes = org["boxes"] if isinstance(org, dict) else []
    names = {box["id"]: box["name"] for box in boxes}
    return [
        {"name": box["name"], "text": box["text"], "above": names.get(box["under"], "")}
        for box in boxes
    ]


def _describe_committee(context: ViewContext) -> View:
    """Return who meets: a committee with seats, or the few people who carry the work."""
    full = context.advice.ownership.committee == "full" and context.facts.book != "micro"
    seats = _list_seats(context) if full else _list_few(context)
    voting = [seat for seat in seats if seat["permanent"]]
    named = [str(seat["name"]) for seat in voting if seat["known"]]
    return {
        "full": full,
        "seats": seats,
        "alone": len(named) == 1,
        "names": context.pack.join_and(named),
        "any_named": bool(named),
        "votes": len(voting),
        "quorum": len(voting) // 2 + 1,
        "vacant": [str(seat["area"]) for seat in seats if not seat["known"]],
        "any_vacant": any(not seat["known"] for seat in seats),
    }


def _list_few(context: ViewContext) -> list[View]:
    """Return the people behind the four roles of a small company, each once."""
    held = [person_in(context, role) for role in LIGHT_ROLES]
    people = [context.facts.person(one) for one in dict.fromkeys(held)]
    return [_seat(context, person, "permanent") for person in people if person is not None]


def _list_seats(context: ViewContext) -> list[View]:
    """Return one seat per area, the chair first, then the areas without a person."""
    rules = context.entry(FILE, "committee")
    chair = context.facts.person(person_in(context, "lead"))
    sponsor = context.facts.person(person_in(context, "sponsor"))
    apart = sponsor if sponsor is not None and sponsor != chair else None
    taken = {chair.department} if chair else set()
    seats = [_seat(context, chair, "chair")] if chair else []
    for kind in ("permanent", "on_call"):
        areas = rules.get(kind)
        for area in areas if isinstance(areas, list) else ():
            found = _head_of(context, area, apart)
            if area not in taken and (found is not None or _has_area(context, area)):
                seats.append(_seat(context, found, kind, area))
    return [*seats, _seat(context, apart, "sponsor")] if apart else seats


def _head_of(context: ViewContext, area: str, apart: Person | None) -> Person | None:
    """Return the first person listed in an area: the sponsor has a seat of their own."""
    people = (one for one in context.facts.people if one.department == area and one != apart)
    return next(people, None)


def _has_area(context: ViewContext, area: str) -> bool:
    areas = context.facts.value("departments", ())
    return isinstance(areas, tuple) and area in areas


def _seat(context: ViewContext, person: Person | None, kind: str, area: str = "") -> View:
    department = person.department if person else area
    shown = describe_person(context, person)["name"] if person else ""
    return {
        "name": shown or context.pack.word("open_decision", "words"),
        "known": person is not None,
        "area": context.choice(department, "people", "department"),
        "attends": context.label(FILE, "committee", "attends", kind),
        "permanent": kind in ("chair", "permanent"),
    }


def _end(reason: object) -> str:
    """Return a reason as a sentence; nothing stays nothing."""
    return f"{capitalise(reason)}." if reason else ""
