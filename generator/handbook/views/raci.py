"""Section `raci`: who answers for each activity, by name."""

from generator.advice.model import RaciRow
from generator.handbook.context import ROLE_MARK, ViewContext, fill_once
from generator.handbook.roles import ROLES
from generator.handbook.views.agencies import name_doers
from generator.handbook.views.approvals import name_approver
from generator.handbook.views.who import person_in

READS = ("people", "sponsor", "publisher", "replier", "approver", "crisis_decider", "lead_choice")
APPROVAL = "approval"
AGENCY = f"{ROLE_MARK}AG"


@fill_once
def view(context: ViewContext) -> dict[str, object]:
    """Return one row per activity with names, and one line per person with letters."""
    context.facts.note(READS)
    rows = [_describe(context, row) for row in context.advice.raci]
    vacant = list(dict.fromkeys(role for row in context.advice.raci for role in row.vacant))
    return {
        "rows": rows,
        "people": _by_person(context),
        "vacant": [_role(context, role) for role in vacant],
        "any_vacant": bool(vacant),
        "one": _find_the_one(context, rows),
        "access_alone": any("single_admin" in row.problems for row in context.advice.raci),
        "letters": {
            word: context.pack.word("raci", word, "letter")
            for word in ("accountable", "responsible", "consulted", "informed")
        },
        "words": {
            word: context.pack.word("raci", word, "word")
            for word in ("accountable", "responsible", "consulted", "informed")
        },
    }


def _describe(context: ViewContext, row: RaciRow) -> dict[str, object]:
    context.facts.note(row.reads)
    return {
        "activity": context.find_label("raci", row.activity, "activities", "rows", "labels"),
        "activity_code": row.activity,
        "accountable": _name(context, row.accountable, row.vacant),
        "accountable_id": row.accountable,
        "responsible": _name_doers(context, row),
        "consulted": _names(context, row.consulted, row.vacant),
        "informed": _names(context, row.informed, row.vacant),
        "vacant": [_role(context, role) for role in row.vacant],
        "any_vacant": bool(row.vacant),
        "problems": [context.find_label("raci", one, "problems") for one in row.problems],
        "problem_codes": list(row.problems),
    }


def _find_the_one(context: ViewContext, rows: list[dict[str, object]]) -> str:
    """Return the person who answers for every row, if it is always the same one."""
    ids = {str(row["accountable_id"]) for row in rows}
    person = context.facts.person(next(iter(ids))) if len(ids) == 1 else None
    return context.name(person.id) if person is not None else ""


def _name_doers(context: ViewContext, row: RaciRow) -> str:
    """Return who does it; nobody who posts is among those who approve, if there are others."""
    if row.activity != APPROVAL:
        return _names(context, row.responsible, row.vacant, row.activity)
    publisher = person_in(context, "publisher")
    others = tuple(one for one in row.responsible if one != publisher)
    return _names(context, others, row.vacant) or name_approver(context)


def _names(
    context: ViewContext, ids: tuple[str, ...], vacant: tuple[str, ...], activity: str = ""
) -> str:
    named = (_name(context, one, vacant, activity) for one in ids)
    return context.pack.join_and(list(dict.fromkeys(named)))


def _name(context: ViewContext, who: str, vacant: tuple[str, ...], activity: str = "") -> str:
    """Return a name: of a person, of the agencies that do an activity, of a party or a vacant role."""
    if context.facts.person(who) is not None:
        return context.name(who)
    if who == AGENCY and activity:
        doers = name_doers(context, activity)
        if doers:
            return context.pack.join_and(doers)
    role = _role(context, who)
    empty = who.removeprefix(ROLE_MARK) in vacant
    return f"{role} ({context.pack.word('ui', 'vacant')})" if empty else role


def _role(context: ViewContext, code: str) -> str:
    plain = code.removeprefix(ROLE_MARK)
    if plain in ROLES:
        return context.pack.word("roles", plain)
    return context.find_label("raci", plain, "roles")


def _by_person(context: ViewContext) -> list[dict[str, object]]:
    """Return each person with the activities they answer for, do, advise on or hear of."""
    rows: list[dict[str, object]] = []
    for person in context.facts.people:
        found: dict[str, list[str]] = {
            key: [] for key in ("accountable", "responsible", "consulted")
        }
        for row in context.advice.raci:
            activity = context.find_label("raci", row.activity, "activities", "rows", "labels")
            for key, ids in (
                ("accountable", (row.accountable,)),
                ("responsible", row.responsible),
                ("consulted", row.consulted),
            ):
                if person.id in ids:
                    found[key].append(activity)
        if any(found.values()):
            name = context.show_person(person.name, context.text(person.role))
            rows.append({"id": person.id, "name": name, **found})
    return rows
