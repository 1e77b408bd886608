"""All the advice in one go: each part from the facts, then the findings over the parts."""

from dataclasses import replace

from generator.advice.budget import plan_budget
from generator.advice.channels import advise_channels
from generator.advice.clocks import legal_clocks
from generator.advice.coverage import measure_coverage
from generator.advice.escalation import escalation_steps
from generator.advice.findings import findings
from generator.advice.functions import split_functions
from generator.advice.kpis import choose_kpis
from generator.advice.mix import plan_mix
from generator.advice.model import Advice
from generator.advice.objectives import list_objectives
from generator.advice.ownership import decide_ownership
from generator.advice.raci import assign_roles
from generator.advice.readiness import measure_readiness
from generator.advice.targets import response_targets
from generator.advice.tiers import rank_accounts
from generator.advice.training import plan_training
from generator.facts import Facts
from generator.library import Library


def advise(facts: Facts, library: Library) -> Advice:
    """Return everything that follows from the facts; it never fails, a gap is a finding."""
    ownership = decide_ownership(facts, library)
    parts = Advice(
        ownership=ownership,
        raci=assign_roles(facts, ownership, library),
        mix=plan_mix(facts, library),
        targets=response_targets(facts),
        escalation=escalation_steps(facts),
        objectives=list_objectives(facts, library),
        channels=advise_channels(facts, library),
        findings=(),
        coverage=measure_coverage(facts),
        functions=split_functions(facts, library),
        kpis=choose_kpis(facts, library),
        budget=plan_budget(facts, library),
        training=plan_training(facts, library),
        tiers=rank_accounts(facts, library),
        clocks=legal_clocks(facts, library),
    )
    found = findings(facts, parts, library)
    return replace(
        parts,
        findings=found,
        readiness=measure_readiness(facts, parts, found, library),
    )
