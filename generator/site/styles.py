"""The style sheets of the site tool's theme, for whoever shows a page without building the site."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from generator.project.search import theme_folder
from generator.site.finishing import cut_source_map

_FOLDER: Final = "assets/stylesheets"
_NAMES: Final = ("main", "palette")
_AWAY: Final = re.compile(r"url\(\s*[\"']?(?!data:|#|[\"'])[^)]*\)|@import[^;]*;", re.IGNORECASE)
"""Whatever a style sheet would fetch; what it holds itself, and its own fragments, stay."""
_NOTHING: Final = 'url("data:,")'


@cache
def read_theme_styles() -> Mapping[str, str]:
    """Return the theme's own style sheets by a name without its hash, in the order of the site."""
    found = {}
    for name in _NAMES:
        file = next(iter(sorted((theme_folder() / _FOLDER).glob(f"{name}.*.min.css"))))
        found[f"{name}.css"] = keep_home(cut_source_map(file.read_bytes()).decode())
    return found


def keep_home(style: str) -> str:
    """Return a style sheet that fetches nothing: no font, no picture, no other style sheet."""
    return _AWAY.sub(lambda found: "" if found[0].startswith("@") else _NOTHING, style)
