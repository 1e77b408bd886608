"""Section `who`: each role of the handbook with the person who fills it."""

from generator.facts.model import NotAsked, Person
from generator.facts.people import COUNTERPART, find_holder
from generator.handbook.context import ViewContext
from generator.handbook.roles import LEAD, ROLES
from generator.handbook.wording import lower_job

DIGITS = "0123456789"


def view(context: ViewContext) -> dict[str, object]:
    """Return one entry per role; the name is a ready text also while nobody is named."""
    return {role: describe_role(context, role) for role in ROLES}


def person_in(context: ViewContext, role: str) -> str | None:
    """Return the id of the person in a role, if somebody is named."""
    context.facts.note(ROLES[role])
    if role == LEAD:
        return context.advice.ownership.accountable
    found = find_holder(context.facts, role)
    return found if isinstance(found, str) else None


def question_of(role: str) -> str:
    """Return the question that says who fills a role."""
    return ROLES[role][0] if role == COUNTERPART else role


def describe_role(context: ViewContext, role: str) -> dict[str, object]:
    """Return who fills one role, with what this edition may say of them."""
    person = context.facts.person(person_in(context, role))
    asked = not isinstance(context.facts.plain.by_id.get(question_of(role)), NotAsked)
    entry: dict[str, object] = {
        "code": role,
        "title": context.pack.word("roles", role),
        "asked": asked,
        "known": person is not None,
    }
    if person is None:
        words = ("open_decision", "words") if asked else ("ui", "not_applicable")
        keys = (
            "id", "role", "job", "phone", "phone_link", "email", "department", "department_code",
            "hours_text",
        )  # fmt: skip
        blank = {**dict.fromkeys(keys, ""), "hours": 0}
        return entry | blank | {"name": context.pack.word(*words)}
    return entry | describe_person(context, person)


def describe_person(context: ViewContext, person: Person) -> dict[str, object]:
    """Return what this edition may print of a person."""
    phone = "" if context.public or context.hides("people", "phone") else person.phone
    email = "" if context.public or context.hides("people", "email") else person.email
    return {
        "id": person.id,
        "name": context.show_person(person.name, context.text(person.role)),
        "role": context.text(person.role),
        "job": lower_job(context.text(person.role)),
        "department": context.choice(person.department, "people", "department"),
        "department_code": person.department,
        "hours": person.hours,
        "hours_text": context.pack.plural("hour", person.hours),
        "phone": phone or "",
        "phone_link": link_phone(phone or ""),
        "email": email or "",
    }


def link_phone(number: str) -> str:
    """Return the address that calls a number when it is tapped; nothing without a number."""
    digits = "".join(one for one in number if one in DIGITS)
    plus = "+" if number.strip().startswith("+") else ""
    return f"tel:{plus}{digits}" if digits else ""
