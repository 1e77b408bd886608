"""A small company's handbook to update: three pages, a configuration and a picture."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.project.model import Page, Project
from generator.revision.model import Applied, FileChange, Plan
from generator.revision.plan import plan_revision
from generator.revision.transaction import apply_plan
from generator.revision.workspace import Workspace, create_workspace

TODAY = date(2026, 5, 4)

OWNERSHIP = """\
---
page_id: p.ownership
title: Who owns it
version: "1"
---

# Who owns it

**Lucía decides.** Marcos publishes.

## Who does what {#roles}

Lucía answers for the shop. She reads every report on Monday. Nobody else signs.

| What | Who |
|---|---|
| Posts | Marcos |
| Replies | Marcos |

## Rules {#rules}

1. Ask before you post a customer.
2. Never post an order.
3. Keep the passwords in the safe.

```text
first line
second line
```

## When it goes wrong {#wrong}

!!! warning "Call"
    Call Lucía first. Then stop the posts.

Write down the hour.
"""


def project(files: Mapping[str, str | bytes], ids: Mapping[str, str] | None = None) -> Project:
    """Build a project; pages get the id of their file name unless `ids` says another."""
    pages = tuple(
        Page((ids or {}).get(path, f"p.{Path(path).stem}"), path.split("/")[1], path, "", ())
        for path in files
        if path.endswith(".md")
    )
    content = {p: data.encode() if isinstance(data, str) else data for p, data in files.items()}
    return Project(content, pages, ("es", "en"))


def page(page_id: str, body: str) -> str:
    """Write a page with an id."""
    return f"---\npage_id: {page_id}\n---\n\n# Title\n\n{body}\n"


class Desk:
    """A workspace with a person who edits and a generator that updates."""

    ownership = OWNERSHIP
    today = TODAY
    page = staticmethod(page)

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def plan(self, files: Mapping[str, str | bytes], **named: object) -> Plan:
        """Plan an update to these files."""
        ids = named.pop("ids", None)
        return plan_revision(project(files, ids), self.workspace, **named)  # type: ignore[arg-type]

    def update(self, files: Mapping[str, str | bytes], **named: object) -> Plan:
        """Update to these files; give the plan."""
        plan = self.plan(files, **named)
        apply_plan(plan, self.workspace, TODAY)
        return plan

    def apply(self, plan: Plan) -> Applied:
        """Carry a plan out."""
        return apply_plan(plan, self.workspace, TODAY)

    def state(self, plan: Plan, path: str) -> str:
        """State a plan gives a file."""
        return self.change(plan, path).state

    def change(self, plan: Plan, path: str) -> FileChange:
        """Find what a plan says of a file."""
        return next(change for change in plan.files if change.path == path)

    def clauses(self, plan: Plan, path: str) -> dict[str, str]:
        """States of the clauses of a page, by anchor."""
        return {clause.anchor: clause.state for clause in self.change(plan, path).clauses}

    def path(self, path: str) -> Path:
        """Where a file of the handbook is."""
        return self.workspace.handbook / path

    def read(self, path: str) -> str:
        """Text of a file of the handbook, with its line ends."""
        return self.path(path).read_bytes().decode()

    def write(self, path: str, text: str | bytes) -> None:
        """Edit a file of the handbook as a person does."""
        self.path(path).parent.mkdir(parents=True, exist_ok=True)
        self.path(path).write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, path: str, old: str, new: str) -> str:
        """Replace words in a file as a person does; give the text."""
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))
        return self.read(path)

    def tree(self) -> dict[str, bytes]:
        """Every file of the workspace with its bytes."""
        root = self.workspace.root
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an empty workspace."""
    return Desk(create_workspace(tmp_path / "acme"))
