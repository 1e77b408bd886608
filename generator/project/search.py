"""A search that finds *política* by *politica* and *policies* by *policy*.

The theme's search adds a wildcard to every word, and words with a wildcard skip the step that
would fold accents or cut endings. Our addition folds the index and the words of the query. It
rides on the language file that the theme loads beside its search worker, read from the
installed theme when the project is generated, so that the project needs nothing of ours.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from questionnaire.sources import data_folder
from questionnaire.text import ENGLISH, SPANISH, Language

_FOLDER: Final = "assets/javascripts/lunr/min"


def search_languages(language: Language) -> Sequence[Language]:
    """Return the languages of a site's search index.

    English loads no language file of its own, so it takes Spanish beside it for the folding.
    """
    return (ENGLISH, SPANISH) if language == ENGLISH else (language,)


@cache
def write_search_file() -> tuple[str, bytes]:
    """Return path and content of the Spanish search file with the folding added to it."""
    path = f"{_FOLDER}/lunr.es.min.js"
    original = theme_folder().joinpath(path).read_text(encoding="utf-8")
    addition = data_folder("themes", "base", "assets", "search-fold.js").read_text(encoding="utf-8")
    return path, f"{original.rstrip()}\n{addition}".encode()


def theme_folder() -> Path:
    """Return the folder of the installed site theme without importing it."""
    found = find_spec("material")
    folders = list(found.submodule_search_locations or ()) if found else []
    if not folders:
        raise ModuleNotFoundError("mkdocs-material", name="material")
    return Path(folders[0], "templates")
