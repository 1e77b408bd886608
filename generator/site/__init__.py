"""Project on disk → built site, the only place that knows the site tool.

The project is copied to a staging folder by an allow-list, each language is built there one after
another, the result is finished and then swapped in as a whole.
"""

import gc
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.site.finishing import finish_site
from generator.site.staging import hash_staged, stage_project
from generator.site.swap import new_site, read_hash, recover_site
from questionnaire.text import Language

__all__ = ["Site", "build_site"]


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: open `path/index.html`. `rebuilt` is false when nothing had changed."""

    path: Path
    pages: int
    rebuilt: bool


def build_site(
    project_folder: Path,
    site_folder: Path,
    languages: Sequence[Language],
    today: date,
    pages: Sequence[str],
    *,
    cache: Path | None = None,
) -> Site:
    """Build the site of a project; the old site stays until the new one is complete.

    `pages` are the files under the project folder that may be published, such as
    `docs/es/index.md`: whatever else lies there stays out. `cache` is a folder
    of ours for converted pages, which makes the next build faster and not different. Raises BuildFailed with every
    warning of the site tool, and WorkspaceProblems if the site folder isn't ours.
    """
    recover_site(site_folder)
    with tempfile.TemporaryDirectory(prefix="site-") as temporary:
        staged = Path(temporary).resolve()
        stage_project(project_folder, staged, languages, pages)
        wanted = hash_staged(staged, languages, today)
        if read_hash(site_folder) == wanted:
            return Site(site_folder, len(pages), rebuilt=False)
        if "generator.site.building" in sys.modules:
            # What earlier builds of this process left; the first one has nothing to collect.
            gc.collect()
        # MkDocs takes a third of a second to import; an unchanged site does without.
        from generator.site.building import build_language

        with new_site(site_folder, wanted) as new:
            titles: dict[Language, str] = {}
            for language in languages:
                kept = cache / f"pages.{language}.json" if cache else None
                titles[language] = build_language(
                    staged, language, languages[0], new / language, today, cache=kept
                )
            finish_site(new, titles)
    return Site(site_folder, len(pages), rebuilt=True)
