"""Section `team`: the people of the company and the roles each of them holds."""

from generator.facts.model import NotAsked, Person
from generator.handbook.context import ViewContext
from generator.handbook.roles import ROLES
from generator.handbook.views.who import describe_person, person_in, question_of


def view(context: ViewContext) -> dict[str, object]:
    """Return one row per person with their roles and accounts, and the roles nobody holds."""
    held = {role: person_in(context, role) for role in ROLES}
    rows = [_describe(context, person, held) for person in context.facts.people]
    # A question that was answered "nobody", or never asked, leaves no vacancy to fill.
    vacant = [role for role, person in held.items() if person is None and _is_open(context, role)]
    return {
        "rows": rows,
        "with_roles": [row for row in rows if row["any_role"]],
        "total": len(rows),
        "total_text": context.pack.plural("person", len(rows)),
        "one_person": len([row for row in rows if row["hours"]]) == 1,
        "vacant": [context.pack.word("roles", role) for role in vacant],
        "any_vacant": bool(vacant),
        "names": context.pack.join_and([str(row["name"]) for row in rows]),
    }


def _is_open(context: ViewContext, role: str) -> bool:
    if role == "lead":
        return True
    asked = context.question(question_of(role))
    return asked is not None and asked.required and not _not_asked(context, role)


def _not_asked(context: ViewContext, role: str) -> bool:
    return isinstance(context.facts.plain.by_id.get(question_of(role)), NotAsked)


def _describe(
    context: ViewContext, person: Person, held: dict[str, str | None]
) -> dict[str, object]:
    roles = [role for role, holder in held.items() if holder == person.id]
    owned = [one for one in context.facts.accounts if person.id == one.owner]
    backed = [one for one in context.facts.accounts if person.id == one.backup]
    titles = [context.pack.word("roles", role) for role in roles]
    return {
        **describe_person(context, person),
        "substitute": context.name(person.substitute) if person.substitute else "",
        "roles": titles,
        "role_codes": roles,
        "roles_text": context.pack.join_and(titles),
        "any_role": bool(roles or owned),
        "accounts": [context.text(one.handle) for one in owned],
        "backup_accounts": [context.text(one.handle) for one in backed],
    }
