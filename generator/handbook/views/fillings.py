"""Texts of the knowledge base with this company's names, hours and clocks in their {places}."""

from collections.abc import Mapping
from datetime import timedelta

from generator.facts.model import Known
from generator.facts.people import list_agencies
from generator.handbook.context import ViewContext
from generator.handbook.names import names
from generator.handbook.roles import ROLES
from generator.handbook.views.company import company_name
from generator.handbook.views.service import minutes_a_day
from generator.handbook.views.service import view as service_view
from generator.handbook.views.who import person_in
from questionnaire.conditions import parse_condition

Fillings = Mapping[str, str]

HANDOVER = 15
"""Minutes of service in which a complaint or a danger is passed on: a starting value of ours."""

LEVELS = {"sensitive": "L1", "issue": "L2", "crisis": "L3"}
"""Place in a text → level of trouble whose clock stands there; a micro book has no second one."""

PRIORITIES = ("P1", "P2", "P3", "P4", "P5")
NO_CLOCKS: Fillings = {
    **dict.fromkeys((*(f"first_{one}" for one in PRIORITIES), *LEVELS), "–"),
    **dict.fromkeys((f"solve_{one}" for one in PRIORITIES), "–"),
}
"""What stands in the places of clocks that the advice doesn't set."""

FEW = 2
"""How many backups a sentence names before it points at the table of accounts."""

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
    "agency_counterpart": ("lead",),
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
        **_figures(context),
        "company": company_name(context),
        "handover": context.pack.duration(HANDOVER),
    }


def list_reasons(context: ViewContext, file: str, fillings: Fillings) -> list[str]:
    """Return the reasons of a knowledge file whose condition holds, for "why it says this"."""
    found = context.library.knowledge.get(file, {}).get("because")
    read = names(context.facts.plain, context.advice, context.edition)
    rows = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
    kept = [
        one for one in rows if "when" not in one or parse_condition(str(one["when"])).holds(read)
    ]
    for row in kept:
        reads = row.get("reads")
        context.facts.note(str(one) for one in (reads if isinstance(reads, list) else ()))
    return [fill(context, row.get("text"), fillings) for row in kept]


def name_of(context: ViewContext, role: str) -> str:
    """Return who acts in a role; while nobody is named, a blank that says who is missing."""
    person = holder(context, role)
    if person is not None:
        return context.name(person)
    if role == "legal":
        reviewer = _answer(context, "legal_reviewer")
        return _lower_start(reviewer) or _blank(context, "legal")
    title = context.pack.word("roles", UNITS[role][1][0] if role in UNITS else role)
    return f"[{_blank(context, 'to_decide')}: {title}]"


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
    within = {
        name: pack.duration(steps[code if code in steps else "L3"].minutes)
        for name, code in LEVELS.items()
        if code in steps or "L3" in steps
    }
    return {**NO_CLOCKS, **first, **solve, **within, "next_reply": _next_reply(context, day)}


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
    hour = context.pack.word("times", "clock").format(
        hour=minutes // 60, minute=f"{minutes % 60:02d}"
    )
    return context.text(words.get("by_hour")).format(hour=hour)


def _places(context: ViewContext) -> dict[str, str]:
    service = service_view(context)
    contact = _answer(context, "contact_email") or _blank(context, "contact")
    website = _answer(context, "website")
    accounts = _official_accounts(context) or _blank(context, "accounts")
    official = _table(context, "triage", "official").get("site" if website else "list")
    return {
        "service": str(service["text"]) if service["known"] else _blank(context, "hours"),
        "contact": contact,
        "data_contact": _answer(context, "data_contact") or contact,
        "complaint_channel": _lower_start(_answer(context, "complaint_channel")) or contact,
        "website": website or _blank(context, "website"),
        "accounts": accounts,
        "official": context.text(official).format(website=website, accounts=accounts),
        "mailbox": _answer(context, "recovery_email") or _blank(context, "mailbox"),
        "vault": _lower_start(_answer(context, "password_manager")) or _blank(context, "vault"),
        "any_network": _blank(context, "any_network"),
        "agency": _agencies(context),
        "admins": _administrators(context),
        "emergency": emergency_number(context),
    }


def _figures(context: ViewContext) -> dict[str, str]:
    """Return the company's own numbers, counted in words."""
    pack, facts = context.pack, context.facts
    volume = facts.value("inbound_volume")
    keepers = {one for account in facts.accounts for one in (account.owner, account.backup) if one}
    return {
        "inbound": pack.number(volume) if isinstance(volume, (int, float)) else "",
        "replying": pack.plural("hour", round(facts.capacity.replying, 1)),
        "available": pack.plural("hour", round(facts.capacity.available, 1)),
        "accounts_text": pack.plural("account", len(facts.accounts)),
        "keepers_text": pack.plural("person", len(keepers)),
    }


def emergency_number(context: ViewContext) -> str:
    """Return the public emergency number of the company's countries."""
    table = _table(context, "emergency", "numbers")
    found = context.facts.value("jurisdictions", ())
    codes = [str(one) for one in found if str(one) in table] if isinstance(found, tuple) else []
    numbers = {code: context.text(table[code]) for code in codes}
    distinct = list(dict.fromkeys(numbers.values()))
    if len(distinct) > 1:
        named = [
            f"{number} ({context.choice(code, 'jurisdictions')})"
            for code, number in numbers.items()
        ]
        return context.pack.join_or(named)
    return distinct[0] if distinct else _blank_of(context, "emergency", "no_number")


def _official_accounts(context: ViewContext) -> str:
    accounts = [one for one in context.facts.accounts if one.status == "active"]
    return context.pack.join_and(list(dict.fromkeys(context.text(one.handle) for one in accounts)))


def _agencies(context: ViewContext) -> str:
    """Return the agencies by name; nothing while there is none."""
    found = list_agencies(context.facts.value("agencies"))
    return context.pack.join_and([context.text(one.name) for one in found])


def _administrators(context: ViewContext) -> str:
    """Return who else gets into the accounts: their backups, by name while they are few."""
    named = dict.fromkeys(account.backup for account in context.facts.accounts if account.backup)
    people = [one for one in named if context.facts.person(one)]
    if not people or len(people) > FEW:
        return _blank(context, "backups")
    return context.pack.join_or([context.name(one) for one in people])


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
