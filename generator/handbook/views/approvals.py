"""Section `approvals`: what needs a second pair of eyes, whose, within what time."""

from collections.abc import Iterator, Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.answers import describe_answer
from generator.handbook.views.who import person_in
from generator.handbook.wording import lower_article

View = dict[str, object]
FILE = "approvals"
ALONE_MINUTES = 120
"""How long a post rests where nobody else can read it: a starting value of ours."""
SECOND_ROLES = ("sponsor", "lead", "crisis_decider", "complaints_owner", "substitute", "replier")
"""In this order is somebody else sought to approve what the approver wrote."""


def view(context: ViewContext) -> View:
    """Return the rows by risk, and who approves the approver's own posts."""
    approver = person_in(context, "approver")
    publisher = person_in(context, "publisher")
    second = _find_second(context, approver)
    rows = [_describe(context, row) for row in _list_rows(context)]
    same = approver is not None and approver == publisher
    on_duty = _find_on_duty(context)
    return {
        "rows": rows,
        "same": same,
        "alone": _is_alone(context),
        "on_duty": context.pack.join_or([context.name(one) for one in on_duty]),
        "report_to": _name_reader(context, on_duty),
        "second": context.name(second) if second else "",
        "second_known": second is not None,
        "name": name_approver(context),
        "within": _working_time(context),
        "silence_counts": any(row["silence_code"] == "yes" for row in rows),
    }


def _is_alone(context: ViewContext) -> bool:
    """Whether whoever posts is the only person there is to approve."""
    approver = person_in(context, "approver")
    same = approver is not None and approver == person_in(context, "publisher")
    return same and _find_second(context, approver) is None


def _find_second(context: ViewContext, approver: str | None) -> str | None:
    """Return somebody other than the approver to approve the approver's own posts."""
    if approver is None:
        return None
    held = (person_in(context, role) for role in SECOND_ROLES)
    return next((one for one in held if one is not None and one != approver), None)


def _list_rows(context: ViewContext) -> Iterator[Mapping[str, object]]:
    rows = context.library.knowledge[FILE].get("rows")
    for row in rows if isinstance(rows, list) else ():
        if context.facts.book in row["books"]:
            yield row


def _describe(context: ViewContext, row: Mapping[str, object]) -> View:
    kind = str(row["approver"])
    approver, within = _approve(context, kind)
    silence = _judge_silence(context, str(row["silence"]))
    return {
        "code": row["id"],
        "what": _what(context, row),
        "approver": approver,
        "within": within,
        "silence": _say_silence(context, silence),
        "silence_code": silence,
    }


def _what(context: ViewContext, row: Mapping[str, object]) -> str:
    """Return what the row is about, with the company's own sensitive topics where it has any."""
    what = context.text(row["what"])
    asked = context.question("sensitive_topics")
    codes = context.facts.value("sensitive_topics", ())
    if row["id"] not in ("sensitive", "delicate") or asked is None or codes in ((), ("none",)):
        return what
    listed = describe_answer(context, asked)["list"]
    topics = [str(one) for one in listed] if isinstance(listed, list) else []
    shown = context.pack.join_and([one[:1].lower() + one[1:] for one in topics])
    return _word(context, "topics").format(what=what, topics=shown) if shown else what


def _approve(context: ViewContext, kind: str) -> tuple[str, str]:
    """Return who approves a kind of post and within what time."""
    if kind in ("nobody", "permission"):
        publisher = person_in(context, "publisher")
        pattern = _word(context, kind if publisher else f"{kind}_open")
        when = _word(context, "at_once" if kind == "nobody" else "before")
        return pattern.format(name=context.name(publisher)), when
    if kind == "crisis":
        return context.name(person_in(context, "crisis_decider")), _crisis_time(context)
    if _is_alone(context):
        wait = context.pack.duration(ALONE_MINUTES)
        return _word(context, "alone").format(name=name_approver(context)), wait
    name = name_approver(context)
    reviewer = lower_article(context.text(context.facts.value("legal_reviewer")))
    if kind == "sensitive" and reviewer and _is_regulated(context):
        name = _word(context, "reviewed").format(name=name, reviewer=reviewer)
    return name, _working_time(context)


def _find_on_duty(context: ViewContext) -> list[str]:
    """Return who may post in an emergency: whoever answers or covers, bar the one out of reach."""
    held = dict.fromkeys(person_in(context, role) for role in ("replier", "substitute"))
    named = [one for one in held if one is not None]
    away = _find_approver(context)
    return [one for one in named if one != away] or named


def _name_reader(context: ViewContext, on_duty: list[str]) -> str:
    """Return who is told of an emergency post: the lead, or the approver of a lead who posted."""
    lead = person_in(context, "lead")
    reader = _find_approver(context) if [lead] == on_duty else lead
    return context.name(reader) if reader is not None else ""


def name_approver(context: ViewContext) -> str:
    """Return the name of whoever approves."""
    return context.name(_find_approver(context))


def _find_approver(context: ViewContext) -> str | None:
    """Return who approves; nobody approves their own post, so not whoever posts."""
    approver = person_in(context, "approver")
    if approver is not None and approver == person_in(context, "publisher"):
        return _find_second(context, approver) or approver
    return approver


def _working_time(context: ViewContext) -> str:
    """Return the time to approve in words, or the words for an open decision."""
    hours = context.facts.value("approval_hours")
    if not isinstance(hours, (int, float)):
        return context.pack.word("open_decision", "words")
    if hours == 0:
        return _word(context, "at_once")
    return _word(context, "working").format(hours=context.pack.duration(round(hours * 60)))


def _crisis_time(context: ViewContext) -> str:
    step = next((one for one in context.advice.escalation if one.level == "L3"), None)
    return context.pack.duration(step.minutes) if step else _word(context, "at_once")


def _judge_silence(context: ViewContext, code: str) -> str:
    """Return what it means that nobody answers in time; where a law watches, never a yes."""
    if code == "claims":
        ready = person_in(context, "approver") and context.known("approval_hours")
        code = "yes" if ready and not _is_watched(context) else "no"
    if code == "deputy" and person_in(context, "crisis_deputy") is None:
        return "deputy_open"
    return code


def _say_silence(context: ViewContext, code: str) -> str:
    deputy = person_in(context, "crisis_deputy") if code == "deputy" else None
    return context.label(FILE, "silence", code).format(name=context.name(deputy))


def _is_watched(context: ViewContext) -> bool:
    """Whether a price or a promise is delicate here, by law or by the company's own list."""
    topics = context.facts.value("sensitive_topics", ())
    return _is_regulated(context) or (isinstance(topics, tuple) and "prices" in topics)


def _is_regulated(context: ViewContext) -> bool:
    context.facts.note(("regulated", "sector"))
    return context.facts.plain.sizing.regulation > 0


def _word(context: ViewContext, key: str) -> str:
    return context.label(FILE, "words", key)
