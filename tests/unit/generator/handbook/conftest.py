"""A company, some advice and two small chapters for the tests of the handbook."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.advice.model import (
    Advice,
    ChannelAdvice,
    EscalationStep,
    Finding,
    Flip,
    Mix,
    MixShare,
    Objective,
    Ownership,
    RaciRow,
    Ranking,
    Reason,
    ResponseTarget,
)
from generator.facts import derive_facts
from generator.facts.model import Facts
from generator.library import Library
from questionnaire.answers import Answer, Answers, Status
from questionnaire.loader import load_questionnaire
from questionnaire.sources import data_folder
from questionnaire.text import Text

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
PERSON = {
    "id": "ana",
    "name": "Ana Ruiz",
    "role": "dueña",
    "department": "management",
    "hours": 3.0,
}
SAID: dict[str, object] = {
    "company_name": "Taller Ruiz",
    "sector": "retail",
    "employees": 4,
    "jurisdictions": ("ES",),
    "goals": ("sales", "loyalty"),
    "purpose": "Que el barrio sepa qué hay hoy",
    "people": ({**PERSON, "phone": "600 000 000"},),
    "sponsor": "ana",
    "publisher": "ana",
    "replier": "ana",
    "inbound_volume": 20,
    "service_days": ("mon", "tue", "wed", "thu", "fri", "sat"),
    "posts_month": 12,
    "values": ({"id": "claro", "name": "Claro", "behaviour": "Decimos el precio"},),
}

BECAUSE = Text({"es": "trabajan 4 personas", "en": "4 people work here"})
CHANGE = Text({"es": "trabajaran entre 50 y 249 personas", "en": "50 to 249 people worked here"})


def make_ranking(winner: str, runner_up: str, excluded: str, gate: str) -> Ranking:
    """Return a ranking of three options, the last one excluded."""
    return Ranking(
        winner=winner,
        runner_up=runner_up,
        scores={winner: 12, runner_up: 7, excluded: 3},
        excluded={excluded: gate},
        confidence="high",
        reasons_for=(Reason("O13a", 12, ("employees",), BECAUSE),),
        reasons_against=(),
        flip=Flip("employees", 2, runner_up, ("employees",), CHANGE),
    )


def make_advice(person: str | None) -> Advice:
    """Return advice in which one person does everything."""
    who = person or "role:SL"
    return Advice(
        ownership=Ownership(
            topology=make_ranking("centralised", "hub", "decentralised", "GT1"),
            target_topology=None,
            lead=make_ranking("person", "marketing", "department", "GO2"),
            override=None,
            accountable=person,
            committee="light",
            register_blocking=False,
            inbound_owner=person,
            advocacy_allowed=False,
        ),
        raci=(RaciRow("publishing", who, (who,), vacant=() if person else ("SL",)),),
        mix=Mix(
            preset="seed_60_40",
            posts_a_month=13,
            classes=(MixShare("useful", 60, 8), MixShare("product", 40, 5)),
            pillars=(),
            intents=(MixShare("attract", 100, 13),),
            product_share=40,
        ),
        targets=(ResponseTarget("P1", 60, 240, person, None, keepable=True),),
        escalation=(EscalationStep("L3", person, None, person, 30),),
        objectives=(
            Objective(
                "sales", "sales", "store_visits", 10, None, date(2027, 6, 1), person, ("target",)
            ),
        ),
        channels=(
            ChannelAdvice("instagram", None, "keep", 70, ("sales",), ("evidence_data",)),
            ChannelAdvice("tiktok", None, "park", 40, (), ("no_owner", "hours_short")),
        ),
        findings=(
            Finding(
                id="r.example",
                level="warning",
                message=Text({"es": "Sobran {n} publicaciones", "en": "{n} posts too many"}),
                remedy=Text({"es": "Publica menos", "en": "Post less"}),
                why=Text({"es": "No hay horas", "en": "There are no hours"}),
                data={"n": 3},
                reads=("posts_month",),
                minutes=30,
            ),
        ),
    )


@pytest.fixture
def derive() -> Callable[..., Facts]:
    """Return a function that derives facts from what a company said, with changes to it."""

    def make(**changes: object) -> Facts:
        said = {**SAID, **changes}
        answers = {
            question: Answer(Status.ANSWERED, value)
            for question, value in said.items()
            if value is not None
        }
        questionnaire = load_questionnaire()
        version = questionnaire.version
        return derive_facts(
            questionnaire, Answers("social-handbook", version, ("es",), answers), TODAY
        )

    return make


@pytest.fixture
def facts(derive: Callable[..., Facts]) -> Facts:
    """Return the facts of a workshop of four people."""
    return derive()


@pytest.fixture
def advice() -> Advice:
    """Return advice in which Ana does everything."""
    return make_advice("ana")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return our own words and knowledge with the two chapters of the tests."""
    content = tmp_path / "content"
    content.mkdir()
    for name in ("languages", "knowledge", "partials", "checks"):
        (content / name).symlink_to(data_folder("generator", "content", name))
    (content / "chapters").symlink_to(HERE / "data" / "chapters")
    return Library(content)
