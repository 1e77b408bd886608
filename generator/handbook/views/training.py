"""Section `training`: who is taught what, by whom, before which access, and the test with answers."""

from collections.abc import Mapping
from datetime import timedelta

from generator.advice.model import Trainee, TrainingModule
from generator.handbook.context import ViewContext
from generator.handbook.views.dates import add_months, effective_date
from generator.handbook.views.fillings import list_fillings
from generator.handbook.views.findings import fill
from generator.handbook.wording import capitalise

View = dict[str, object]
Row = Mapping[str, object]
FILE = "training"
FEW = 4
"""People of a module named one by one."""
WELCOME = 4
"""Modules without which nobody writes from an account."""
DAYS = 30
"""Days in which whoever has access already is taught."""


def view(context: ViewContext) -> View:
    """Return the modules, each person's plan with its dates, the rule for newcomers and the test."""
    advised = context.advice.training
    context.facts.note(advised.reads)
    start = effective_date(context)
    modules = [_describe_module(context, one, at) for at, one in enumerate(advised.modules, 1)]
    editors = [one for one in advised.people if one.tier == "editor"]
    quiz = [_describe_question(context, row) for row in context.rows(FILE, "quiz")]
    return {
        "known": bool(advised.people),
        "kind": advised.kind,
        "modules": modules,
        "welcome": WELCOME,
        "unstaffed": [row for row in modules if not row["people"]],
        "people": [_describe_person(context, one) for one in advised.people],
        "editors": _name_people(context, [one.person for one in editors]),
        "any_editor": bool(editors),
        "longest": context.pack.duration(max((one.minutes for one in editors), default=0)),
        "total": context.pack.plural("hour", round(advised.minutes / 60)),
        "due": context.pack.long_date(start + timedelta(days=DAYS)),
        "renewal": context.pack.month_year(add_months(start + timedelta(days=DAYS), 12)),
        "reviewer": context.name(advised.reviewer),
        "reviewer_known": advised.reviewer is not None,
        **{f"review_{key}": _review(context, key) for key in ("posts", "days", "in_a_row")},
        "quiz": quiz,
        "pass": str(context.library.knowledge[FILE]["pass"]),
        "safety": context.pack.join_and([str(row["number"]) for row in quiz if row["safety"]]),
        "because": _list_reasons(context, [one.person for one in editors]),
    }


def _describe_module(context: ViewContext, module: TrainingModule, number: int) -> View:
    entry = context.entry(FILE, module.id, "modules")
    blanks = {"company": str(context.facts.value("company_name") or "")}
    return {
        "number": number,
        "id": module.id,
        "name": fill(context, context.entry_text(entry, "name"), blanks),
        "page": str(entry["page"]),
        "proof": context.entry_text(entry, "proof"),
        "time": context.pack.duration(module.minutes),
        "who": _name_people(context, list(module.people)),
        "people": bool(module.people),
        "teacher": context.name(module.teacher),
    }


def _name_people(context: ViewContext, people: list[str]) -> str:
    """Return the people of a module, those who take it all as one, a long list with its number."""
    names = list(dict.fromkeys(context.name(one) for one in people))
    if len(names) > 1 and len(people) == len(context.advice.training.people):
        return context.label(FILE, "words", "everybody")
    if len(names) <= FEW:
        return context.pack.join_and(names) or context.pack.word("open_decision", "words")
    more = context.label(FILE, "words", "more").format(n=len(names) - FEW + 1)
    return context.pack.join_and([*names[: FEW - 1], more])


def _describe_person(context: ViewContext, trainee: Trainee) -> View:
    entry = context.entry(FILE, trainee.tier, "tiers")
    numbers = [
        at for at, one in enumerate(context.advice.training.modules, 1) if one.id in trainee.modules
    ]
    return {
        "name": context.name(trainee.person),
        "tier": context.entry_text(entry, "name"),
        "before": context.entry_text(entry, "before"),
        "modules": write_runs(numbers),
        "time": context.pack.duration(trainee.minutes),
    }


def write_runs(numbers: list[int]) -> str:
    """Return ascending numbers with those in a row as a span: `1–3, 5`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _review(context: ViewContext, key: str) -> str:
    figure = context.entry(FILE, "review")[key]
    return str(figure)


def _describe_question(context: ViewContext, row: Row) -> View:
    goals = context.facts.value("goals", ())
    first = str(goals[0]) if isinstance(goals, tuple) and goals else ""
    goal = context.find_label("kpis", first, "goals") if first else ""
    blanks = {
        **list_fillings(context),
        "goal": capitalise(goal or context.pack.word("open_decision", "words")),
    }
    return {
        "number": context.rows(FILE, "quiz").index(row) + 1,
        "ask": context.text(row["ask"]),
        "answer": fill(context, context.text(row["answer"]), blanks),
        "page": str(row["page"]),
        "safety": bool(row.get("safety")),
    }


def _list_reasons(context: ViewContext, editors: list[str]) -> list[str]:
    volume = context.facts.value("inbound_volume")
    blanks = {
        "editors": context.pack.plural("person", len(editors)),
        "messages": context.pack.plural("message", volume) if isinstance(volume, int) else "",
    }
    reasons = [context.label(FILE, "because", "kind", context.advice.training.kind or "open")]
    if editors and blanks["messages"]:
        reasons.append(context.label(FILE, "because", "weight"))
    return [fill(context, reason, blanks) for reason in reasons]
