"""Branches that nobody can take: conditions that never or always hold, rules that others cover."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from questionnaire.conditions import Condition
from questionnaire.lint.model import Finding, Rule, Subject, Survey, rule
from questionnaire.lint.reach import Reach, present, search
from questionnaire.model import Question, Section

_TIERS: Final = ("essential", "standard", "deep")


def _reach(survey: Survey, subject: Subject | None = None) -> Reach:
    return search(survey.questionnaire, subject.group if subject else None)


def _around(subject: Subject, steps: tuple[str | int, ...]) -> tuple[Condition, ...]:
    """Return what holds already wherever this condition is looked at."""
    group_when = subject.group.when if subject.group else None
    own = subject.question.when if steps != ("when",) else None
    return present(subject.section.when, group_when, own)


@rule("lint.never_true")
def never_true(survey: Survey) -> Iterator[Finding]:
    """Find conditions that no set of answers fulfils; options have a rule of their own."""
    for section in survey.questionnaire.sections:
        if section.when is not None and not _reach(survey).can([section.when]):
            place = survey.documents[section.where.file or ""].place("when")
            yield place, {"when": section.when.source}
    for subject, steps, when in survey.conditions():
        around = _around(subject, steps)
        if steps[0] != "choices" and not _reach(survey, subject).can([*around, when]):
            yield subject.place(*steps), {"when": when.source}


@rule("lint.choice_never_offered")
def choice_never_offered(survey: Survey) -> Iterator[Finding]:
    """Find options whose condition no set of answers fulfils."""
    for subject, steps, when in survey.conditions():
        around = _around(subject, steps)
        if steps[0] == "choices" and not _reach(survey, subject).can([*around, when]):
            value = subject.question.choices[int(steps[1])].value
            yield subject.place(*steps), {"value": value, "when": when.source}


@rule("lint.always_true")
def always_true(survey: Survey) -> Iterator[Finding]:
    """Find conditions that hold whatever is answered, so that they say nothing."""
    for subject, steps, when in survey.conditions():
        around = _around(subject, steps)
        reach = _reach(survey, subject)
        if when in around or not reach.can([*around, when]):
            continue
        if not reach.can(around, [when], answered=True):
            yield subject.place(*steps), {"when": when.source}


@rule("lint.rule_covered")
def rule_covered(survey: Survey) -> Iterator[Finding]:
    """Find recommendations that never come up, because earlier ones take every case of theirs."""
    for subject in survey.subjects():
        earlier: list[Condition] = []
        reach = _reach(survey, subject)
        for number, one in enumerate(subject.question.recommend):
            if one.when is None:
                continue
            steps = ("recommend", number, "when")
            must = [*_around(subject, steps), one.when]
            if earlier and reach.can(must) and not reach.can(must, earlier):
                yield subject.place(*steps), {"when": one.when.source}
            earlier.append(one.when)


@rule("lint.recommends_hidden_choice")
def recommends_hidden_choice(survey: Survey) -> Iterator[Finding]:
    """Find recommendations of an option that isn't offered when they come up."""
    for subject in survey.subjects():
        offers = {choice.value: choice.when for choice in subject.question.choices}
        for number, one in enumerate(subject.question.recommend):
            steps = ("recommend", number, "value")
            must = [*_around(subject, steps), *present(one.when)]
            for value in one.value if isinstance(one.value, tuple) else (one.value,):
                offered = offers.get(str(value))
                if offered and not _reach(survey, subject).can([*must, offered]):
                    yield subject.place(*steps), {"value": str(value)}


@rule("lint.recommends_the_same", "warning")
def recommends_the_same(survey: Survey) -> Iterator[Finding]:
    """Find neighbouring recommendations with the same value and the same reason."""
    for subject in survey.subjects():
        rules = subject.question.recommend
        for number, (one, after) in enumerate(pairwise(rules), start=1):
            if one.value == after.value and one.because == after.because:
                yield subject.place("recommend", number), {"value": str(one.value)}


@rule("lint.when_repeated", "warning")
def when_repeated(survey: Survey) -> Iterator[Finding]:
    """Find questions whose condition is the one of their section or group."""
    for subject in survey.subjects():
        when = subject.question.when
        around = [*present(subject.section.when, subject.group.when if subject.group else None)]
        if when is not None and when in around:
            yield subject.place("when"), {"when": when.source}


@rule("lint.reads_deeper")
def reads_deeper(survey: Survey) -> Iterator[Finding]:
    """Find questions that wait for one of a deeper tier: in the short interview they never come."""
    tiers = {subject.name: subject.question.tier for subject in survey.questions()}
    for subject in survey.questions():
        for name, steps in _needs(subject.question, subject.section):
            if _TIERS.index(tiers.get(name, "essential")) > _TIERS.index(subject.question.tier):
                yield subject.place(*steps), {"name": name}


def _needs(question: Question, section: Section) -> Iterator[tuple[str, tuple[str, ...]]]:
    for condition, steps in ((question.when, ("when",)), (section.when, ())):
        for name in sorted(condition.names()) if condition else ():
            yield name, steps
    if question.picks is not None:
        yield question.picks, ("picks",)


@rule("lint.part_repeated")
def part_repeated(survey: Survey) -> Iterator[Finding]:
    """Find conditions that join the very same part twice."""
    for subject, steps, when in survey.conditions():
        for joint in (" and ", " or "):
            parts = [part.strip() for part in when.source.split(joint)]
            if "(" not in when.source and len(parts) != len(set(parts)):
                yield subject.place(*steps), {"when": when.source}


RULES: Final[tuple[Rule, ...]] = (
    never_true, always_true, choice_never_offered, rule_covered, recommends_hidden_choice,
    recommends_the_same, when_repeated, reads_deeper, part_repeated,
)  # fmt: skip
