"""Whether one person has the hours the plan asks of them, who can help, and what would fit."""

from dataclasses import dataclass
from math import floor

from generator.facts.model import Person
from generator.handbook.context import ViewContext

View = dict[str, object]


@dataclass(frozen=True, slots=True)
class Load:
    """Hours a week asked of one person; `fixed` is the part that fewer posts wouldn't lower."""

    person: str
    asked: float
    fixed: float


def describe_load(context: ViewContext, load: Load, piece: float, weeks: float) -> View:
    """Return the load in words, the colleagues who can take part of it, and the posts that fit."""
    person = context.facts.person(load.person)
    has = person.hours if person is not None else 0.0
    helpers = _list_helpers(context, person)
    together = has + sum(one.hours for one in helpers)
    names = [context.show_person(one.name, context.text(one.role)) for one in helpers]
    left = together - load.fixed
    fitting = max(floor(left / piece * weeks), 0) if piece else 0
    return {
        "who": context.name(load.person),
        "asked": context.pack.plural("hour", round(load.asked, 1)),
        "has": context.pack.plural("hour", round(has, 1)),
        "fits": load.asked <= has,
        "gap": context.pack.plural("hour", round(max(load.asked - has, 0), 1)),
        "helpers": context.pack.join_and(names),
        "helper_names": names,
        "with_helpers": context.pack.plural("hour", round(together, 1)),
        "helped": load.asked <= together,
        "lacking": context.pack.plural("hour", round(max(load.asked - together, 0), 1)),
        "fitting": context.pack.plural("post", fitting) if fitting else "",
        "posts_matter": load.fixed < load.asked,
    }


def _list_helpers(context: ViewContext, person: Person | None) -> list[Person]:
    """Return the substitute, then colleagues of the same area, who have hours for it."""
    if person is None:
        return []
    substitute = context.facts.person(context.facts.value("substitute"))
    near = [one for one in context.facts.people if one.department == person.department]
    found = [one for one in (substitute, *near) if one is not None and one.id != person.id]
    unique = {one.id: one for one in found if one.hours}
    return list(unique.values())
