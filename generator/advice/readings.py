"""What the derived names of checks are read from: one reader a name, over a situation."""

from collections.abc import Callable
from datetime import date

from generator.advice.channels import ranked_goals
from generator.advice.duty import works_on
from generator.advice.objectives import find_goal, find_kpi
from generator.advice.situation import Situation
from generator.advice.targets import find_own, service_day


def vacant(situation: Situation) -> tuple[str, ...]:
    """Return the role codes that no row of the matrix can fill."""
    roles = [role for row in situation.parts.raci for role in row.vacant]
    return tuple(dict.fromkeys(roles))


def silent_departments(situation: Situation) -> tuple[str, ...]:
    """Return the departments that exist and have nobody in the list of people."""
    present = {person.department for person in situation.facts.people}
    wanted = (unit for unit in situation.chosen("departments") if unit != "none")
    return tuple(unit for unit in wanted if unit not in present)


def goals_stop_short(situation: Situation) -> bool:
    """Say whether no goal reaches a result of the business or the mission."""
    rows = [find_goal(situation.library, goal) for goal in ranked_goals(situation.facts)]
    found = [row for row in rows if row is not None]
    return bool(found) and not any(row["reaches_result"] for row in found)


def result_objectives(situation: Situation) -> int:
    """Return how many objectives measure a result."""
    rows = (find_kpi(situation.library, one.kpi) for one in situation.parts.objectives)
    return sum(1 for row in rows if row is not None and row["result"])


def vanity_objectives(situation: Situation) -> int:
    """Return how many objectives measure vanity."""
    rows = (find_kpi(situation.library, one.kpi) for one in situation.parts.objectives)
    return sum(1 for row in rows if row is not None and row["class"] == "vanity")


def pillar_total(situation: Situation) -> float | None:
    """Return the sum of the shares of the pillars; nothing while one of them is open."""
    shares = [item.get("share") for item in situation.items("pillars")]
    numbers = [share for share in shares if isinstance(share, int | float)]
    return float(sum(numbers)) if numbers and len(numbers) == len(shares) else None


def promise(situation: Situation) -> float | None:
    """Return the minutes promised for a question."""
    found = next((one for one in situation.parts.targets if one.priority == "P3"), None)
    return None if found is None else float(found.acknowledge)


def promise_kept(situation: Situation) -> bool | None:
    """Say whether the roster keeps what is promised for a question."""
    found = next((one for one in situation.parts.targets if one.priority == "P3"), None)
    return None if found is None else found.keepable


def hours_of(question: str) -> Callable[[Situation], object]:
    """Return the reader of the hours of whoever a question names."""

    def read(situation: Situation) -> object:
        person = situation.person(question)
        return None if person is None else person.hours

    return read


def department_of(question: str) -> Callable[[Situation], object]:
    """Return the reader of the department of whoever a question names."""

    def read(situation: Situation) -> object:
        person = situation.person(question)
        return None if person is None else person.department

    return read


def left(situation: Situation) -> float:
    """Return the hours a week left for answers after publishing."""
    capacity = situation.facts.capacity
    return max(0.0, capacity.available - capacity.publishing)


def ready_blocked(situation: Situation) -> tuple[str, ...]:
    """Return the wanted or planned platforms that can't start yet."""
    planned = {one.id for one in situation.facts.accounts if one.status == "planned"}
    return tuple(
        one.platform
        for one in situation.parts.channels
        if one.decision == "park" and (one.account is None or one.account in planned)
    )


def languages_unserved(situation: Situation) -> tuple[str, ...]:
    """Return the languages of customers in which nothing is posted."""
    posted = situation.chosen("content_languages")
    wanted = situation.chosen("customer_languages")
    return tuple(one for one in wanted if one not in posted and one != "other")


def goals_unmeasured(situation: Situation) -> tuple[str, ...]:
    """Return the goals without an objective."""
    measured = {one.goal for one in situation.parts.objectives}
    return tuple(goal for goal in ranked_goals(situation.facts) if goal not in measured)


def days_without_substitute(situation: Situation) -> tuple[int, ...]:
    """Return the days of service on which the one who answers works and the substitute doesn't.

    None where the one who answers has named a substitute of their own: that list tells its days.
    """
    replier, substitute = situation.person("replier"), situation.person("substitute")
    if replier is None or substitute is None or find_own(situation.facts, replier.id):
        return ()
    return _days_off(situation, substitute.id, while_at_work=replier.id)


def days_without_approver(situation: Situation) -> tuple[int, ...]:
    """Return the days of service on which the approver doesn't work."""
    approver = situation.person("approver")
    return () if approver is None else _days_off(situation, approver.id)


def approver_gap(situation: Situation) -> int:
    """Return the service minutes of the longest run of service days without the approver."""
    off = days_without_approver(situation)
    days = situation.facts.service.days
    # The week is a circle: a run may go over from its last day of service to the first.
    longest = run = 0
    for day in (*days, *days):
        run = run + 1 if day in off else 0
        longest = max(longest, run)
    return min(longest, len(days)) * service_day(situation.facts)


def campaigns_ahead(situation: Situation) -> int:
    """Return how many campaigns aren't over."""
    ends = (one.get("ends") for one in situation.items("campaigns"))
    return sum(1 for end in ends if not isinstance(end, date) or end >= situation.facts.today)


def _days_off(
    situation: Situation, person: str, while_at_work: str | None = None
) -> tuple[int, ...]:
    facts = situation.facts
    return tuple(
        day
        for day in facts.service.days
        if not works_on(facts, person, day)
        and (while_at_work is None or works_on(facts, while_at_work, day))
    )


def feeds(situation: Situation) -> int:
    """Return how many active accounts are for posting and not only for answering."""
    cards = situation.library.knowledge["platforms"]["platforms"]
    quiet = {str(card["id"]) for card in cards if card.get("publishes") is False}
    active = (one for one in situation.facts.accounts if one.status == "active")
    return sum(1 for one in active if one.platform not in quiet)
