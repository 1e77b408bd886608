"""Derived names about who is there: substitutes, days and hours of work, languages spoken."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.advice.coverage import list_watchers, serve_days, unmanned_hours
from generator.advice.derived import Name, is_same_person
from generator.advice.situation import Situation
from generator.advice.targets import find_own
from questionnaire.kinds.weekdays import CODES

DUTY = ("service_days", "people", "replier", "substitute")


def _has_own(situation: Situation, question: str) -> bool:
    """Say whether the person in a role named a substitute of their own."""
    person = situation.person(question)
    return person is not None and find_own(situation.facts, person.id) is not None


def _is_covered(situation: Situation, *roles: str) -> bool:
    """Say whether somebody is named for the days on which the people in these roles are away."""
    return situation.named("substitute") or all(_has_own(situation, one) for one in roles)


def _is_own_cover(situation: Situation) -> bool:
    """Say whether the substitute stands in for themselves, and nobody else was named for it."""
    return any(
        is_same_person(situation, "substitute", role) and not _has_own(situation, role)
        for role in ("publisher", "replier")
    )


def _has_lone_hands(situation: Situation) -> bool:
    alone = is_same_person(situation, "publisher", "replier")
    other = situation.named("substitute") and not is_same_person(
        situation, "substitute", "publisher", "replier"
    )
    return alone and not other and not _has_own(situation, "replier")


def _unmanned_days(situation: Situation) -> tuple[str, ...]:
    """Return the days of service on which none of those who answer works."""
    facts = situation.facts
    served = serve_days(facts) if list_watchers(facts) else facts.service.days
    return tuple(CODES[day - 1] for day in facts.service.days if day not in served)


def _unmanned_hours(situation: Situation) -> float:
    facts = situation.facts
    return round(unmanned_hours(facts), 1) if list_watchers(facts) else 0.0


def _languages_unspoken(situation: Situation) -> tuple[str, ...]:
    """Return the languages of customers that nobody who answers speaks; none while nobody said."""
    facts = situation.facts
    people = (facts.person(one) for one in list_watchers(facts))
    known = [person.languages for person in people if person is not None and person.languages]
    spoken = {code for codes in known for code in codes}
    wanted = situation.chosen("customer_languages") if known else ()
    return tuple(one for one in wanted if one not in spoken and one != "other")


CREW: Mapping[str, Name] = MappingProxyType(
    {
        "facts.unmanned_days": Name(_unmanned_days, DUTY),
        "facts.unmanned_hours": Name(_unmanned_hours, (*DUTY, "service_from", "service_to")),
        "facts.languages_unspoken": Name(
            _languages_unspoken, ("customer_languages", "people", "replier", "substitute")
        ),
        "facts.substitute_named": Name(
            lambda s: _is_covered(s, "publisher", "replier"), ("substitute", "people")
        ),
        "facts.replier_covered": Name(
            lambda s: _is_covered(s, "replier"), ("substitute", "people")
        ),
        "facts.substitute_same": Name(_is_own_cover, ("substitute", "publisher", "replier")),
        "facts.lone_hands": Name(_has_lone_hands, ("publisher", "replier", "substitute")),
    }
)
"""The names that `generator.advice.names` joins to its own."""
