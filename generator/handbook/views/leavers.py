"""Section `leavers`: who holds each task and who receives it, and the lists by the clock."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.advice.targets import find_own
from generator.handbook.context import ViewContext
from generator.handbook.roles import ROLES
from generator.handbook.views.access import view as access_view
from generator.handbook.views.fillings import Fillings, fill, holder, list_fillings, list_reasons
from generator.handbook.views.who import person_in
from generator.handbook.wording import capitalise

Row = dict[str, object]
FILE = "leavers"
ONE = ("connected_apps_owner", "translation_checker")
SEVERAL = ("experts", "on_call")
READS = ("people", "leavers_hours", "password_manager", *ONE, *SEVERAL)
OWN = "own"
"""In a list of covers: whoever the person named as their own substitute."""


@dataclass(frozen=True, slots=True)
class _Task:
    """One task of this handbook, its words, and who has it by turns."""

    code: str
    title: str
    holders: tuple[str, ...]


def view(context: ViewContext) -> Row:
    """Return who holds each task and who would take it over, and the lists by clock."""
    context.facts.note(READS)
    tasks = [one for one in _list_tasks(context) if one.holders]
    rows = [_describe_task(context, one) for one in tasks]
    crowded = _count_crowded(context, tasks)
    fillings = _list_fillings(context, crowded)
    lists = ("arrive", "change", "leave", "belongs")
    return {
        "hours": fillings["leavers"],
        "hr": fillings["hr"] if fillings["hr"] != fillings["lead"] else "",
        **{key: fillings[key] for key in ("lead", "it", "sponsor")},
        "tasks": rows,
        "missing": any(row["open"] for row in rows),
        "crowded": context.pack.join_and(
            [f"{context.name(one)} ({count})" for one, count in crowded.items()]
        ),
        "limit": context.pack.number(context.figure(FILE, "many")),
        **{
            key: [_describe_step(context, one, fillings) for one in context.rows(FILE, key)]
            for key in lists
        },
        "texts": [
            {"name": context.text(row["name"]), "text": fill(context, row["text"], fillings)}
            for row in context.rows(FILE, "texts")
        ],
        "because": _list_reasons(context, fillings),
    }


def _list_reasons(context: ViewContext, fillings: Fillings) -> list[str]:
    """Return the reasons; the one about a crowded person only where there is one."""
    reasons = list_reasons(context, FILE, fillings)
    crowded = context.entry(FILE, "crowded_reason")
    return [*reasons, fill(context, crowded, fillings)] if fillings["most"] else reasons


def _list_tasks(context: ViewContext) -> list[_Task]:
    tasks = [
        _Task(role, context.pack.word("roles", role), _named(person_in(context, role)))
        for role in ROLES
    ]
    for question in (*ONE, *SEVERAL):
        title = context.label(FILE, "extra_roles", question)
        tasks.append(_Task(question, title, _named(context.facts.value(question))))
    return tasks


def _named(found: object) -> tuple[str, ...]:
    if isinstance(found, tuple):
        return tuple(str(one) for one in found)
    return (found,) if isinstance(found, str) else ()


def _describe_task(context: ViewContext, task: _Task) -> Row:
    """Return one task with who has it and who has it next; several share it and cover each other."""
    heir = _find_heir(context, task)
    several = len(task.holders) > 1
    nobody = context.label(FILE, "nobody")
    return {
        "title": capitalise(task.title),
        "holders": context.pack.join_and([context.name(one) for one in task.holders]),
        "heir": context.label(FILE, "shared")
        if several
        else context.name(heir)
        if heir
        else nobody,
        "open": not several and not heir,
    }


def _count_crowded(context: ViewContext, tasks: list[_Task]) -> dict[str, int]:
    """Return the people with so many tasks that losing one of them is a risk."""
    held = Counter(person for task in tasks for person in task.holders)
    many = context.figure(FILE, "many")
    return {person: count for person, count in held.most_common() if count >= many}


def _find_heir(context: ViewContext, task: _Task) -> str:
    """Return who has a task next by this handbook; nobody where it names nobody else."""
    person = task.holders[0]
    turn = [
        find_own(context.facts.plain, person) if one == OWN else person_in(context, one)
        for one in list_covers(context, task.code)
    ]
    named = (one for one in turn if one not in task.holders and context.facts.person(one))
    return next((one for one in named if one), "")


def list_covers(context: ViewContext, code: str) -> list[str]:
    """Return whose turn it is after a task's holder: as the rota says, or as this page proposes."""
    found = context.entry("rota", "covers").get(code) or context.entry(FILE, "covers").get(code)
    return [str(one) for one in found] if isinstance(found, list) else [OWN]


def _list_fillings(context: ViewContext, crowded: Mapping[str, int]) -> Fillings:
    base = list_fillings(context)
    backup = holder(context, "substitute")
    most = next(iter(crowded), "")
    return {
        **base,
        "substitute": context.name(backup) if backup else base["lead"],
        "it": base["it"] if base["it"] != base["lead"] else base["sponsor"],
        "leavers": str(access_view(context)["leavers"]),
        "quiet": context.pack.plural("day", context.figure(FILE, "quiet_days")),
        "most": context.name(most) if most else "",
        "most_roles": context.pack.number(crowded[most]) if most else "",
        **{key: context.label(FILE, "who", key) for key in ("asker", "newcomer", "leaver")},
    }


def _describe_step(context: ViewContext, entry: Mapping[str, object], fillings: Fillings) -> Row:
    """Return one row of a list, with names and clocks in it."""
    words = {key: fill(context, entry[key], fillings) for key in TEXTS if key in entry}
    return {**words, "who": fillings[str(entry["who"])]} if "who" in entry else dict(words)


TEXTS = ("by", "what", "do", "whose")
"""Texts that a row of the knowledge file may have."""
