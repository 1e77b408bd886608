"""Roles filled with the people of the company: a person, an outside party, or nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.advice.knowledge import RoleData
from generator.advice.model import Ownership
from generator.facts import Facts

LEAD = "SL"


@dataclass(frozen=True, slots=True)
class Filled:
    """Who fills a role: ids of people or `role:<code>`; `vacant` names the code nobody fills."""

    names: tuple[str, ...] = ()
    vacant: str | None = None


@dataclass(slots=True)
class Casting:
    """Finds who fills each role, and keeps the questions it had to read for it."""

    facts: Facts
    ownership: Ownership
    roles: Mapping[str, RoleData]
    reads: list[str] = field(default_factory=list)

    def fill(self, code: str, *, needed: bool) -> Filled:
        """Return who fills a role; `needed` means that somebody has to be named for it.

        A role that is only asked or told is left out where the company has no such unit.
        """
        role = self.roles[code]
        if role.get("party"):
            return Filled((f"role:{code}",)) if self._takes_part(code) else Filled()
        named = self._find_people(code, role)
        if named:
            return Filled(named)
        if "external" in role and self.ask(role["external"]) is not None:
            return Filled((f"role:{code}",))
        if "unit" in role and self._has(role["unit"]):
            return Filled((f"role:{code}",), code if needed else None)
        if "fallback" in role and (needed or "unit" not in role):
            return self.fill(role["fallback"], needed=needed)
        return Filled((f"role:{code}",), code) if needed else Filled()

    def find_named(self, question: str) -> str | None:
        """Return the person whom a question names, if it does."""
        person = self.facts.person(self.ask(question))
        return person.id if person else None

    def _find_people(self, code: str, role: RoleData) -> tuple[str, ...]:
        if code == LEAD:
            self.reads += ["lead_choice", "people"]
            return (self.ownership.accountable,) if self.ownership.accountable else ()
        for question in role.get("questions", ()):
            found = self._find_picked(self.ask(question))
            if found:
                return found
        return self._find_in(role.get("departments", ()))

    def _find_picked(self, value: object) -> tuple[str, ...]:
        picked = value if isinstance(value, tuple) else (value,)
        people = [self.facts.person(one) for one in picked]
        return tuple(person.id for person in people if person)

    def _find_in(self, departments: Sequence[str]) -> tuple[str, ...]:
        if departments:
            self.reads.append("people")
        for department in departments:
            for person in self.facts.people:
                if person.department == department:
                    return (person.id,)
        return ()

    def _has(self, unit: str) -> bool:
        self.reads.append("departments")
        return self.facts.sizing.has.get(unit, False)

    def _takes_part(self, code: str) -> bool:
        if code == "CT":
            return self.ownership.committee == "full" and self.facts.book != "micro"
        if code == "AG":
            return self.ask("agency") is True
        if code == "WR":
            return self.ask("worker_reps") is True
        # With a single team that publishes, its people are in the rows already.
        return code != "DE" or self.facts.sizing.units > 0

    def ask(self, question: str) -> object:
        """Return the answer to a question, and remember that it was read."""
        self.reads.append(question)
        return self.facts.value(question)
