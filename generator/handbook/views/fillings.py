"""Texts of the knowledge base with this company's names, hours and clocks in their {places}."""

from collections.abc import Mapping
from datetime import timedelta

from generator.facts.model import Known
from generator.handbook.context import ViewContext
from generator.handbook.roles import ROLES
from generator.handbook.views.company import company_name
from generator.handbook.views.service import minutes_a_day
from generator.handbook.views.service import view as service_view
from generator.handbook.views.who import person_in

Fillings = Mapping[str, str]

HANDOVER = 15
"""Minutes of service in which a complaint or a danger is passed on: a starting value of ours."""

UNITS = {
    "legal": ("legal", ()),
    "hr": ("hr", ("staff_contact", "sponsor")),
    "it": ("it", ("lead",)),
    "sales": ("sales", ("replier",)),
    "expert": ("", ("complaints_owner", "replier")),
}
"""Who acts for a department: somebody of it, or else the first named of these roles."""

FALLBACKS = {
    "reviews_owner": ("complaints_owner", "replier"),
    "spokesperson": ("crisis_decider", "sponsor"),
    "approver": ("sponsor",),
    "crisis_decider": ("sponsor",),
    "opening_approver": ("sponsor",),
    "complaints_owner": ("replier",),
}
"""Who does the work of a role that nobody was named for, in a text that can't wait."""


def fill(context: ViewContext, words: object, fillings: Fillings) -> str:
    """Return a text of the knowledge base in the company's form of address, its places filled."""
    return _choose_form(context, words).format_map(fillings)


def list_fillings(context: ViewContext) -> Fillings:
    """Return what stands in the {places} of the knowledge texts."""
    return {
        **{role: name_of(context, role) for role in (*ROLES, *UNITS)},
        **_clocks(context),
        **_places(context),
        "company": company_name(context),
        "handover": context.pack.duration(HANDOVER),
    }


def name_of(context: ViewContext, role: str) -> str:
    """Return who acts in a role, or what that person is called while nobody is named."""
    person = holder(context, role)
    if person is not None:
        return context.name(person)
    labels = context.library.knowledge.get("escalation", {}).get("role_labels")
    label = labels.get(role) if isinstance(labels, Mapping) else None
    return context.text(label) if label else _blank(context, role)


def holder(context: ViewContext, role: str) -> str | None:
    """Return the id of the person who acts in a role or for a department."""
    if role == "expert":
        named = context.facts.value("experts", ())
        if isinstance(named, tuple) and named:
            return str(named[0])
    unit, others = UNITS.get(role, ("", (role, *FALLBACKS.get(role, ()))))
    people = (one.id for one in context.facts.people if unit and one.department == unit)
    found = next(people, None)
    return found or next(
        (person for one in others if (person := person_in(context, one)) is not None), None
    )


def _choose_form(context: ViewContext, words: object) -> str:
    form = context.facts.value("address_form")
    if context.language == "es" and isinstance(words, Mapping) and form in words:
        return str(words[str(form)])
    return context.text(words)


def _clocks(context: ViewContext) -> dict[str, str]:
    """Return the promises and the clocks of trouble, in words."""
    day = minutes_a_day(context)
    pack = context.pack
    targets = {one.priority: one for one in context.advice.targets}
    steps = {one.level: one for one in context.advice.escalation}
    first = {f"first_{key}": pack.duration(one.acknowledge, day) for key, one in targets.items()}
    solve = {f"solve_{key}": pack.duration(one.solve or 0, day) for key, one in targets.items()}
    levels = {"sensitive": "L1", "issue": "L2", "crisis": "L3"}
    within = {
        name: pack.duration(steps[code if code in steps else "L3"].minutes)
        for name, code in levels.items()
        if steps
    }
    return {**first, **solve, **within, "next_reply": _next_reply(context, day)}


def _next_reply(context: ViewContext, day: int) -> str:
    """Say when somebody who writes out of hours can expect an answer."""
    service = context.facts.service
    promise = next((one for one in context.advice.targets if one.priority == "P3"), None)
    words = _table(context, "triage", "next_reply")
    if service.opens is None or service.closes is None or promise is None or not day:
        return context.text(words.get("open"))
    if promise.acknowledge > day:
        time = context.pack.duration(promise.acknowledge, day)
        return context.text(words.get("within")).format(time=time)
    opens = timedelta(hours=service.opens.hour, minutes=service.opens.minute)
    minutes = int(opens.total_seconds()) // 60 + promise.acknowledge
    hour = context.pack.word("times", "clock").format(hour=minutes // 60, minute=f"{minutes % 60:02d}")
    return context.text(words.get("by_hour")).format(hour=hour)


def _places(context: ViewContext) -> dict[str, str]:
    service = service_view(context)
    contact = _answer(context, "contact_email") or _blank(context, "contact")
    accounts = [one for one in context.facts.accounts if one.status == "active"]
    handles = [context.text(one.handle) for one in accounts]
    website = _answer(context, "website")
    return {
        "service": str(service["text"]) if service["known"] else _blank(context, "hours"),
        "contact": contact,
        "data_contact": _answer(context, "data_contact") or contact,
        "complaint_channel": _answer(context, "complaint_channel") or contact,
        "website": website or _blank(context, "website"),
        "accounts": context.pack.join_and(handles) or _blank(context, "accounts"),
        "mailbox": _answer(context, "recovery_email") or _blank(context, "mailbox"),
        "vault": _lower_start(_answer(context, "password_manager")) or _blank(context, "vault"),
        "agency": _answer(context, "agency_name"),
        "admins": _administrators(context),
        "emergency": emergency_number(context),
    }


def emergency_number(context: ViewContext) -> str:
    """Return the public emergency number of the company's countries."""
    table = _table(context, "emergency", "numbers")
    found = context.facts.value("jurisdictions", ())
    codes = [str(one) for one in found if str(one) in table] if isinstance(found, tuple) else []
    numbers = {code: context.text(table[code]) for code in codes}
    distinct = list(dict.fromkeys(numbers.values()))
    if len(distinct) > 1:
        named = [f"{number} ({context.choice(code, 'jurisdictions')})" for code, number in numbers.items()]
        return context.pack.join_or(named)
    return distinct[0] if distinct else _blank_of(context, "emergency", "no_number")


def _administrators(context: ViewContext) -> str:
    """Return who can get into the accounts besides whoever publishes: owners and backups."""
    named = [one for account in context.facts.accounts for one in (account.owner, account.backup)]
    people = [one for one in dict.fromkeys(named) if one and context.facts.person(one)]
    return context.pack.join_or([context.name(one) for one in people]) or name_of(context, "lead")


def _lower_start(text: str) -> str:
    """Return words that go on inside a sentence; a name that is one word stays as it is."""
    first, space, _ = text.partition(" ")
    article = space and first.lower() in {"el", "la", "los", "las", "the", "a", "an", "un", "una"}
    return text[:1].lower() + text[1:] if article else text


def _answer(context: ViewContext, question: str) -> str:
    """Return a short answer in words; nothing while it is open or hidden in this edition."""
    if context.hides(question) or not isinstance(context.facts.fact(question), Known):
        return ""
    return context.text(context.facts.value(question)).strip().rstrip(".")


def _blank(context: ViewContext, key: str) -> str:
    return context.text(_table(context, "triage", "blanks").get(key))


def _blank_of(context: ViewContext, file: str, key: str) -> str:
    return context.text(context.library.knowledge.get(file, {}).get(key))


def _table(context: ViewContext, file: str, key: str) -> Mapping[str, object]:
    found = context.library.knowledge.get(file, {}).get(key)
    return found if isinstance(found, Mapping) else {}
