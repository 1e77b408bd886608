"""Why a clause says what it says: the answers behind it, and the rules of its recommendations."""

from dataclasses import dataclass

from generator.advice.model import Ranking, Reason
from generator.facts.model import Known, NotAsked, Pending
from generator.handbook.context import ViewContext, make_context
from generator.handbook.display import show_value
from generator.handbook.model import Clause, Handbook
from generator.handbook.planner import plan_handbook
from generator.handbook.prose_names import find_uses
from generator.inquiry.clauses import find_clause, list_siblings, name_clause
from generator.library import load_library
from generator.pipeline import Strategy
from questionnaire.text import Language

CHANNEL_CLAUSES = frozenset({"channels", "accounts"})


@dataclass(frozen=True, slots=True)
class AnswerBehind:
    """One question that shaped a clause, its answer in words, and how it came about."""

    id: str
    question: str
    short: str
    answer: str
    state: str
    """answered, recommended, suggested, pending, not_asked or not_applicable."""
    owner: str = ""
    due: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class RuleBehind:
    """One rule that spoke for or against an option: its id, its points, what it saw."""

    rule: str
    points: int
    text: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class DecisionBehind:
    """One recommendation of a clause with its rules."""

    kind: str
    """lead, topology, mix or channels."""
    winner: str
    points: int | None
    runner_up: str = ""
    runner_up_points: int | None = None
    rules: tuple[RuleBehind, ...] = ()
    because: str = ""
    chosen: str = ""
    """What the company chose against it."""
    tie: str = ""
    flip: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is behind one clause."""

    clause: str
    title: str
    answers: tuple[AnswerBehind, ...]
    decisions: tuple[DecisionBehind, ...]
    others: tuple[str, ...]


def plan_book(strategy: Strategy, language: Language) -> Handbook:
    """Return the internal book of a strategy in a language."""
    return plan_handbook(strategy.facts, strategy.advice, load_library(), language, "internal")


def explain_clause(
    strategy: Strategy, book: Handbook, clause_id: str, language: Language
) -> Explanation | None:
    """Return what is behind a clause; nothing for a clause that isn't in this book."""
    found = find_clause(book, clause_id)
    if found is None:
        return None
    chapter, clause = found
    context = make_context(strategy.facts, strategy.advice, load_library(), language, "internal")
    return Explanation(
        clause=clause.id,
        title=name_clause(chapter, clause),
        answers=tuple(_explain_answer(context, one) for one in clause.reads),
        decisions=tuple(_list_decisions(context, book, clause)),
        others=tuple(list_siblings(chapter, clause)),
    )


def _explain_answer(context: ViewContext, question_id: str) -> AnswerBehind:
    question = context.question(question_id)
    fact = context.facts.fact(question_id)
    asked = context.text(question.text) if question else question_id
    short = context.short(question_id)
    if isinstance(fact, Known):
        shown = show_value(context, question, fact.value) if question else str(fact.value)
        unit = context.text(question.unit) if question else ""
        state = "recommended" if fact.recommended else "answered"
        state = "suggested" if fact.preset else state
        because = context.text(fact.because) if fact.because else ""
        return AnswerBehind(
            question_id, asked, short, f"{shown} {unit}".strip(), state, because=because
        )
    if isinstance(fact, NotAsked):
        state = "not_applicable" if fact.reason else "not_asked"
        return AnswerBehind(question_id, asked, short, "", state, because=fact.reason or "")
    return AnswerBehind(question_id, asked, short, "", "pending", *_read_debt(context, fact))


def _read_debt(context: ViewContext, fact: Pending) -> tuple[str, str]:
    person = context.facts.person(fact.owner)
    due = context.pack.long_date(fact.due) if fact.due else ""
    return (person.name if person else ""), due


def _list_decisions(context: ViewContext, book: Handbook, clause: Clause) -> list[DecisionBehind]:
    """Return the recommendations that a clause prints, told by the names its prose uses."""
    paths = [use.path for use in find_uses(clause.template)]
    sections = {path[0] for path in paths}
    found: list[DecisionBehind] = []
    if "ownership" in sections:
        steps = {path[1] for path in paths if path[0] == "ownership" and len(path) > 1}
        spread = {one for one in steps if "topology" in one or one == "committee"}
        if steps - spread:
            found.append(_explain_lead(context, book))
        if spread:
            found.append(_explain_ranking(context, book, "topology"))
    if "mix" in sections:
        found.append(_explain_mix(context))
    if sections & CHANNEL_CLAUSES:
        found += _explain_channels(context)
    return found


def _explain_lead(context: ViewContext, book: Handbook) -> DecisionBehind:
    return _explain_ranking(context, book, "decision", kind="lead")


def _explain_ranking(
    context: ViewContext, book: Handbook, key: str, kind: str = ""
) -> DecisionBehind:
    ownership = context.advice.ownership
    ranking: Ranking = ownership.lead if kind == "lead" else ownership.topology
    section = book.view["ownership"]
    shown = section[key] if isinstance(section, dict) else {}
    overridden = kind == "lead" and ownership.override is not None
    return DecisionBehind(
        kind=kind or key,
        winner=str(shown["winner"]),
        points=ranking.scores.get(ranking.winner),
        runner_up=str(shown["runner_up"]),
        runner_up_points=ranking.scores.get(ranking.runner_up or ""),
        rules=(
            *(_explain_rule(context, one) for one in ranking.reasons_for),
            *(_explain_rule(context, one) for one in ranking.reasons_against),
        ),
        chosen=str(section["lead"]) if overridden and isinstance(section, dict) else "",
        tie=str(shown["tie"]),
        flip=str(shown["flip"]),
    )


def _explain_rule(context: ViewContext, reason: Reason) -> RuleBehind:
    return RuleBehind(reason.rule, reason.points, context.text(reason.text), reason.assumed)


def _explain_mix(context: ViewContext) -> DecisionBehind:
    mix = context.advice.mix
    recommended = mix.recommended or mix.preset
    return DecisionBehind(
        kind="mix",
        winner=context.choice(recommended, "mix_preset"),
        points=None,
        because=context.text(mix.because),
        chosen=context.choice(mix.preset, "mix_preset") if mix.preset != recommended else "",
    )


def _explain_channels(context: ViewContext) -> list[DecisionBehind]:
    handles = {one.id: one.handle for one in context.facts.accounts}
    found = []
    for one in context.advice.channels:
        platform = context.choice(one.platform, "accounts", "platform")
        handle = handles.get(one.account or "", "")
        decision = context.pack.word("channel_decisions", one.decision)
        reasons = [
            context.find_label("channels", code, "reasons", "labels") for code in one.reasons
        ]
        name = f"{platform} {handle}".strip()
        found.append(
            DecisionBehind(
                kind="channels",
                winner=f"{name}: {decision}",
                points=one.score,
                because=context.pack.join_and(reasons),
            )
        )
    return found
