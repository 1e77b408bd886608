"""What companies of the sector and size usually answer: shown with its reasons, taken or left."""

import re
from collections.abc import Sequence

from questionnaire.answers import Status
from questionnaire.interview import Interview
from questionnaire.model import Question
from questionnaire.preset import BASIS, Offer, find_source, open_suggestions, take
from questionnaire.terminal.session import Move, Session, Stop

_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,; ]\s*\d{1,3})*")
_ALL = frozenset({"t", "todas", "a", "all"})
_NONE = frozenset({"", "<", ">", "n", "no"})


def offer_suggestions(session: Session, question: Question, move: Move) -> None:
    """Offer, once sector and size are known, what nobody was shown yet; Enter takes nothing."""
    if question.id not in BASIS or move.kind != "next":
        return
    while offers := _list_unseen(session):
        session.seen.update(_name(offer) for offer in offers)
        _show(session, offers)
        chosen = _choose(session, offers)
        if not chosen:
            return
        _take(session, chosen)


def offer_one(session: Session, question: Question) -> bool:
    """Offer the suggestion for the question on the screen; say whether it was taken."""
    found = open_suggestions(session.interview, session.presets)
    offer = next((one for one in found if one.suggestion.question == question.id), None)
    if offer is None:
        session.speech.tell("no_recommendation")
        return False
    speech = session.speech
    speech.tell(
        "suggest_one",
        name=speech.read(offer.preset.name),
        value=session.show_value(question, offer.suggestion.value),
        because=speech.read(offer.suggestion.because),
    )
    return speech.ask_yes("accept") and session.take(take(session.interview, offer))


def say_source(session: Session, question: Question, value: str) -> str:
    """Return an answer with the preset it was taken from, when it was taken from one."""
    answer = session.interview.answers.by_id.get(question.id)
    if answer is None or answer.status is not Status.ANSWERED or answer.preset is None:
        return value
    source = find_source(session.interview, question.id, session.presets)
    name = answer.preset if source is None else session.speech.read(source.name)
    return session.speech.say("state_suggested", value=value, name=name)


def _list_unseen(session: Session) -> tuple[Offer, ...]:
    found = open_suggestions(session.interview, session.presets)
    return tuple(offer for offer in found if _name(offer) not in session.seen)


def _name(offer: Offer) -> tuple[str, str]:
    return offer.preset.id, offer.suggestion.question


def _show(session: Session, offers: Sequence[Offer]) -> None:
    speech, preset = session.speech, offers[0].preset
    speech.line()
    speech.tell("suggest", name=speech.read(preset.name), source=speech.read(preset.source))
    for number, offer in enumerate(offers, 1):
        question = session.interview.questionnaire.by_id[offer.suggestion.question]
        value = session.show_value(question, offer.suggestion.value)
        because = speech.read(offer.suggestion.because)
        speech.line(f"  {number}. {speech.read(question.short)}: {value}, {because}")


def _choose(session: Session, offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Ask which to take until the answer can be understood."""
    while True:
        raw = session.speech.ask("suggest_prompt").casefold()
        if raw == "q":
            raise Stop
        if raw in _NONE:
            return ()
        if raw in _ALL:
            return tuple(offers)
        numbers = [int(one) for one in re.findall(r"\d+", raw)] if _NUMBERS.fullmatch(raw) else []
        if numbers and all(1 <= number <= len(offers) for number in numbers):
            return tuple(offers[number - 1] for number in dict.fromkeys(numbers))
        session.speech.tell("suggest_unknown")


def _take(session: Session, chosen: Sequence[Offer]) -> None:
    """Take several and save once."""
    interview, taken = session.interview, 0
    for offer in chosen:
        outcome = take(interview, offer)
        if isinstance(outcome, Interview):
            interview, taken = outcome, taken + 1
    if session.take(interview):
        session.speech.tell("suggest_one_taken" if taken == 1 else "suggest_taken", count=taken)
