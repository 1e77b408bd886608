"""The last steps of a site: a first page that chooses the language, and nothing left over."""

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

from generator.library.languages import load_language
from questionnaire.text import Language

_SOURCE_MAP: Final = re.compile(
    rb"\s*(?://[#@] sourceMappingURL=\S+|/\*[#@] sourceMappingURL=\S+ ?\*/)\s*$"
)
_COMMENT: Final = len("//# ")
_SEARCH_LANGUAGE: Final = re.compile(r"lunr\.([a-z]{2})\.min\.js")
_SPANISH: Final = "es"
"""The Spanish search file carries the folding of accents, for English too."""


def finish_site(site: Path, titles: Mapping[Language, str]) -> None:
    """Write the first page and remove what no reader of these languages needs.

    `titles` are HTML already, as `mkdocs.yml` has them; the first is that of the main language.
    """
    for language in titles:
        _remove_source_maps(site / language)
        _remove_search_languages(site / language, language)
    (site / "index.html").write_text(write_chooser(titles), encoding="utf-8", newline="\n")


def _remove_source_maps(folder: Path) -> None:
    """Remove source maps and the lines that ask for them: a megabyte that only developers read."""
    for path in folder.rglob("*.map"):
        path.unlink()
    for kind in ("*.js", "*.css"):
        for path in (folder / "assets").rglob(kind):
            content = path.read_bytes()
            shorter = cut_source_map(content)
            if shorter != content:
                path.write_bytes(shorter)


def cut_source_map(content: bytes) -> bytes:
    """Return a script or style sheet without the comment at its end that names its source map."""
    before, mark, _ = content.rpartition(b"sourceMappingURL=")
    if not mark:
        return content
    # From the comment on, blanks before it included: looking for blanks from the top takes long.
    start = len(before[:-_COMMENT].rstrip())
    return content[:start] + _SOURCE_MAP.sub(b"\n", content[start:])


def _remove_search_languages(folder: Path, language: Language) -> None:
    lunr = folder / "assets" / "javascripts" / "lunr"
    for path in lunr.glob("min/lunr.*.min.js"):
        found = _SEARCH_LANGUAGE.fullmatch(path.name)
        if found and found[1] not in {language, _SPANISH}:
            path.unlink()
    for path in lunr.glob("*.js"):
        path.unlink()


def write_chooser(titles: Mapping[Language, str]) -> str:
    """Return the first page: links that work without a script, and a script that saves the click."""
    main = next(iter(titles))
    links = "\n".join(
        f'<li><a href="{language}/index.html" hreflang="{language}" lang="{language}">'
        f"<strong>{escape(load_language(language).word('name'))}</strong> {title}</a></li>"
        for language, title in titles.items()
    )
    return _CHOOSER.format(
        main=main, title=titles[main], links=links, languages=json.dumps(list(titles))
    )


_CHOOSER: Final = """\
<!doctype html>
<html lang="{main}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<noscript><meta http-equiv="refresh" content="0; url={main}/index.html"></noscript>
<style>
:root {{ color-scheme: light dark; font-family: sans-serif; line-height: 1.5 }}
body {{ margin: 0 auto; max-width: 36rem; padding: 2rem 1rem }}
ul {{ list-style: none; padding: 0 }}
a {{ border: 2px solid; border-radius: .5rem; display: block; margin: 1rem 0; padding: 1rem }}
</style>
<script>
(function () {{
  var languages = {languages}, wanted = navigator.languages || [navigator.language || ""];
  try {{ wanted = [localStorage.getItem("language") || ""].concat(wanted); }} catch (error) {{}}
  var codes = wanted.map(function (one) {{ return one.slice(0, 2).toLowerCase(); }});
  var known = codes.filter(function (one) {{ return languages.indexOf(one) >= 0; }});
  location.replace((known[0] || languages[0]) + "/index.html");
}})();
</script>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>
{links}
</ul>
</main>
</body>
</html>
"""
