"""The `mkdocs.yml` of each language, as data.

Only what MkDocs, its fork ProperDocs and Zensical all understand: no third-party plugin, no
hooks, no macros, no snippets. `validation` makes a strict build fail on a dead link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.handbook.model import Handbook
from generator.library.languages import load_language
from generator.project.escaping import escape_title
from generator.project.links import LinkTarget, list_targets
from generator.project.model import AS_MADE, Standings
from generator.project.navigation import build_navigation, list_pages
from generator.project.search import search_languages
from generator.project.theme import Theme
from questionnaire.sources import dump_yaml
from questionnaire.text import Language

EMERGENCY: Final = "p.emergency"

EXTENSIONS: Final[tuple[str | dict[str, dict[str, object]], ...]] = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    {"toc": {"permalink": False}},
    "pymdownx.details",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
)
"""The Markdown of every output. An extension added here may need a rule in `escaping`."""

_VALIDATION: Final = {
    # A person may keep a page out of the menu; a page in the menu must exist.
    "nav": {"omitted_files": "info", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
    },
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the configuration names besides the book: theme, logo, and where pages stand now."""

    theme: Theme
    logo: str
    standings: Standings = field(default_factory=lambda: AS_MADE)


def config_file(language: Language, main: Language) -> str:
    """Return the name of a language's configuration; the main language has the usual name."""
    return "mkdocs.yml" if language == main else f"mkdocs.{language}.yml"


def write_config(handbook: Handbook, languages: Sequence[Language], look: Look) -> str:
    """Return the configuration of one language as YAML."""
    return dump_yaml(build_config(handbook, languages, look))


def build_config(
    handbook: Handbook, languages: Sequence[Language], look: Look
) -> dict[str, object]:
    """Return the configuration of one language as data."""
    language = handbook.language
    targets = list_targets(handbook, look.standings)
    return {
        "site_name": escape_title(handbook.title),
        "site_author": escape_title(handbook.company),
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{language}",
        "use_directory_urls": False,
        "theme": _build_theme(handbook, look),
        "plugins": [{"search": {"lang": list(search_languages(language))}}, "offline"],
        "markdown_extensions": list(EXTENSIONS),
        "extra_css": list(look.theme.styles),
        "extra_javascript": list(look.theme.scripts),
        "extra": _build_extra(handbook, languages, targets),
        "validation": _VALIDATION,
        "nav": build_navigation(handbook, targets),
    }


def _build_theme(handbook: Handbook, look: Look) -> dict[str, object]:
    words = load_language(handbook.language).ui
    features = list(look.theme.features)
    if len(list_pages(handbook)) >= look.theme.tabs_from:
        features.append("navigation.tabs")
    return {
        "name": "material",
        "custom_dir": "overrides",
        "language": handbook.language,
        "font": False,
        "logo": look.logo,
        "favicon": look.logo,
        "features": features,
        "palette": [
            _build_scheme("light", "default", "weather-night", words.get("to_dark", "to_dark")),
            _build_scheme("dark", "slate", "weather-sunny", words.get("to_light", "to_light")),
        ],
    }


def _build_scheme(media: str, scheme: str, icon: str, switch: str) -> dict[str, object]:
    return {
        "media": f"(prefers-color-scheme: {media})",
        "scheme": scheme,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": f"material/{icon}", "name": switch},
    }


def _build_extra(
    handbook: Handbook, languages: Sequence[Language], targets: Mapping[str, LinkTarget]
) -> dict[str, object]:
    words = load_language(handbook.language).ui
    extra: dict[str, Any] = {
        "generator": False,
        "copy_text": {"label": words.get("copy", "copy"), "done": words.get("copied", "copied")},
        "polyfills": ["assets/vendor/iframe-worker-shim.js"],
    }
    if len(languages) > 1:
        extra["alternate"] = [
            {
                "name": load_language(language).word("name"),
                "link": f"../{language}/index.html",
                "lang": language,
            }
            for language in languages
        ]
    emergency = targets.get(EMERGENCY)
    if emergency is not None:
        extra["emergency"] = {
            "text": words.get("emergency_link", "emergency_link"),
            "page": f"{emergency.file.removesuffix('.md')}.html",
        }
    return extra
