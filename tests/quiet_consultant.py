# ruff: noqa: D102, PLR0917 - the protocol says what each method does
"""A consultant who knows no handbook: for tests of the wizard's pages that need none."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

from questionnaire.answers import Answers
from questionnaire.errors import AnswerProblems, Problem, WorkspaceProblems
from questionnaire.messages import message
from questionnaire.text import Language
from questionnaire.web.consultant import (
    BuildStep,
    Built,
    Effect,
    Health,
    LastBuild,
    Order,
    Ownership,
    Palette,
    Preview,
    ToldFinding,
)

HELD: set[Path] = set()


class QuietConsultant:
    """Answers every question of the wizard from the answers alone."""

    def __init__(self) -> None:
        self.findings: tuple[ToldFinding, ...] = ()
        self.built: dict[Path, LastBuild] = {}

    def found(self, folder: Path) -> None:
        (folder / ".playbook").mkdir(parents=True, exist_ok=True)
        (folder / "brand").mkdir(exist_ok=True)

    def hold(self, folder: Path) -> AbstractContextManager[None]:
        return _hold(folder)

    def tell(self, problem: Problem, language: Language) -> str:
        return message(problem, language)

    def preview(
        self,
        folder: Path,
        saved: Answers,
        shown: Answers,
        question: str,
        language: Language,
        page: str = "",
    ) -> Preview | None:
        del folder, language, page
        answer = shown.by_id.get(question)
        mark = " data-changed" if saved.by_id.get(question) != answer else ""
        said = "" if answer is None else str(answer.value).replace("<", "&lt;")
        return Preview("p.home", "Home", f"<h1>Home</h1><p{mark}>{said}</p>", "", bool(mark))

    def preview_styles(self, folder: Path, answers: Answers) -> Mapping[str, str]:
        del folder, answers
        return {"main.css": "h1{color:#222}"}

    def foresee(self, saved: Answers, shown: Answers, language: Language) -> tuple[Effect, ...]:
        del language
        changed = [name for name in shown.by_id if shown.by_id[name] != saved.by_id.get(name)]
        return tuple(Effect("clause", name, "changed") for name in changed)

    def examine(self, answers: Answers, language: Language) -> Health:
        del answers, language
        return Health(self.findings, (), 0)

    def decide_ownership(self, answers: Answers, language: Language) -> Ownership:
        del answers, language
        return Ownership(
            decided=True, lead="Marketing", meaning="It leads.", person="Ana",
            recommended="Marketing", overridden=False, override_reason="", confidence="Clear.",
            reasons=("because you said so",), against=(), assumed=(), runner_up="Sales",
            runner_up_meaning="It would.", flip="More complaints.", topology="Hub",
            topology_meaning="One centre.", topology_reasons=(), committee="",
            drawing="<svg viewBox='0 0 9 9' role='img' aria-label='Ana leads'></svg>",
            options=(("Marketing", 9, True), ("Sales", 4, False)),
        )  # fmt: skip

    def choose_palette(self, colour: str) -> Palette:
        if len(colour) != len("#rrggbb"):
            raise AnswerProblems([Problem("answer.colour", data={"value": colour})])
        return Palette(colour, "#ffffff", "#0f5c4d", "#7fd3ba", 5.2)

    def keep_logo(self, folder: Path, name: str, content: bytes) -> str:
        if not content.startswith(b"<svg"):
            raise AnswerProblems([Problem("answer.image", data={"value": name})])
        (folder / "brand" / name).write_bytes(content)
        return name

    def find_logo(self, folder: Path, name: str) -> tuple[bytes, str] | None:
        there = [one for one in (folder / "brand").glob("*") if one.name == name]
        return (there[0].read_bytes(), "image/svg+xml") if there else None

    def build(self, folder: Path, order: Order, tell: Callable[[BuildStep], None]) -> Built:
        if order.final:
            raise AnswerProblems([Problem("answer.required")])
        tell("reading")
        site = folder / "site"
        site.mkdir(exist_ok=True)
        (site / "index.html").write_text("<h1>Built</h1>", encoding="utf-8")
        tell("site")
        self.built[folder] = LastBuild(datetime.now(UTC), site / "index.html", current=True)
        return Built(1, 2, (("new", 1),), ())

    def last_build(self, folder: Path) -> LastBuild | None:
        return self.built.get(folder)

    def zip_up(self, folder: Path, what: Literal["site", "handbook"]) -> bytes | None:
        source = folder / what
        if not source.is_dir():
            return None
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for path in sorted(source.rglob("*")):
                archive.write(path, path.relative_to(source))
        return packed.getvalue()


@contextmanager
def _hold(folder: Path) -> Iterator[None]:
    if folder in HELD:
        raise WorkspaceProblems([Problem("workspace.locked", data={"pid": "1"})])
    HELD.add(folder)
    try:
        yield
    finally:
        HELD.discard(folder)
