"""The two files of a project that are about the project: how to build it, and what isn't kept."""

from collections.abc import Sequence
from typing import Final

from generator.handbook.model import Handbook
from generator.project.escaping import escape_markdown
from generator.project.mkdocs_config import config_file
from questionnaire.sources import data_folder

IGNORED: Final = "site/\n"


def write_readme(handbooks: Sequence[Handbook]) -> str:
    """Return how to build the project, in each of its languages, one after another."""
    main = handbooks[0].language
    commands = "\n".join(
        f"mkdocs build --strict -f {config_file(handbook.language, main)}" for handbook in handbooks
    )
    folder = data_folder("generator", "content", "partials")
    parts = []
    for handbook in handbooks:
        text = (folder / f"readme.{handbook.language}.md").read_text(encoding="utf-8")
        title = f"# {escape_markdown(handbook.title)}"
        parts.append(f"{title}\n\n{text.strip()}\n".replace("%COMMANDS%", commands))
    return "\n".join(parts)
