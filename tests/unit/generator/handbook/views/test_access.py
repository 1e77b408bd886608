"""The keys of each account and the gaps of the register."""

from collections.abc import Callable, Mapping

from generator.handbook.context import ViewContext
from generator.handbook.views.access import GAPS, view
from generator.library import load_library

Look = Callable[..., ViewContext]

ACCOUNTS = (
    {
        "id": "insta",
        "platform": "instagram",
        "handle": "@taller",
        "owner": "ana",
        "status": "active",
        "replies": True,
        "company_email": False,
        "two_factor": False,
        "admins": 1,
    },
    {"id": "vieja", "platform": "x", "handle": "@viejo", "status": "unknown"},
)

ANA = {"id": "ana", "name": "Ana Ruiz", "role": "dueña", "department": "management"}


def _gaps(context: ViewContext) -> dict[str, Mapping[str, object]]:
    gaps = view(context)["gaps"]
    assert isinstance(gaps, list)
    return {str(row["what"]).partition(":")[0]: row for row in gaps}


def test_each_gap_has_accounts_a_person_and_a_day(look: Look) -> None:
    """Days are counted from today."""
    lost = {"id": "x", "platform": "x", "handle": "@sin", "status": "active"}
    gaps = _gaps(look(accounts=(*ACCOUNTS, lost)))
    assert gaps["Sin responsable"]["accounts"] == "@sin"
    assert gaps["Sin responsable"]["due"] == "6 de diciembre de 2026"
    assert gaps["Sin segundo factor"]["who"] == "Ana Ruiz"


def test_a_gap_is_told_once(look: Look) -> None:
    """What nobody controls is recovered before its keys change; a backup becomes administrator."""
    gaps = _gaps(look(accounts=ACCOUNTS, people=(ANA, {**ANA, "id": "leo", "name": "Leo Gil"})))
    assert set(gaps) == {
        "No se sabe si está en uso", "Sin segundo factor", "Dada de alta con un correo personal",
        "Sin suplente",
    }  # fmt: skip


def test_one_person_alone_has_nobody_to_name(look: Look) -> None:
    """A company of one keeps recovery codes instead: that is a finding of its own."""
    assert not {"Sin suplente", "Con un solo administrador"} & set(
        _gaps(look(accounts=ACCOUNTS, people=(ANA,)))
    )


def test_an_account_without_owner_stops_everything_else(look: Look) -> None:
    """The page says so before anything else."""
    found = view(look(accounts=ACCOUNTS))
    stopping = found["stopping"]
    assert isinstance(stopping, list)
    assert {row["accounts"] for row in stopping} == {"@viejo"}


def test_administrators_are_counted_where_they_are_known(look: Look) -> None:
    """An account nobody counted is an open decision."""
    rows = view(look(accounts=ACCOUNTS))["rows"]
    assert isinstance(rows, list)
    assert [row["admins"] for row in rows] == ["1", "decisión pendiente"]


def test_the_days_are_those_of_the_checks() -> None:
    """The register and the findings may not give two dates for one thing."""
    library = load_library()
    checks = {str(one["id"]): one for one in library.checks}
    entries = library.knowledge["registry"]["gaps"]
    assert isinstance(entries, list)
    assert {str(one["id"]) for one in entries} == set(GAPS)
    for entry in entries:
        remedy = checks[entry["check"]]["remedy"]
        assert isinstance(remedy, Mapping)
        days = entry["days"]
        assert f"{days} días" in remedy["es"] or f"{days * 24} horas" in remedy["es"]
