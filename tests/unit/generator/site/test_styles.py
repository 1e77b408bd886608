"""The theme's style sheets for a page that isn't of the site: complete, and fetching nothing."""

import re

from generator.site.styles import keep_home, read_theme_styles

_ADDRESS = re.compile(r"url\(\s*[\"']?(?!data:|#|[\"'])\S", re.IGNORECASE)


def test_the_themes_own_styles_fetch_nothing():
    """Both are there, without fonts, pictures or source maps from anywhere."""
    found = read_theme_styles()
    assert list(found) == ["main.css", "palette.css"]
    for style in found.values():
        assert _ADDRESS.search(style) is None
        assert "sourceMappingURL" not in style
        assert "@import" not in style
    assert ".md-typeset" in found["main.css"]
    assert "data-md-color-scheme" in found["palette.css"]


def test_only_addresses_are_taken_out():
    """What a style sheet holds itself stays as it is, to the letter."""
    held = "a{mask:url(\"data:image/svg+xml,<svg d='M(1)'/>\");fill:url(#x)}"
    assert keep_home(held) == held
    away = '@import "x.css";@import url(y.css);a{b:url(../f.woff2);c:url("//x/y.png")}'
    assert keep_home(away) == 'a{b:url("data:,");c:url("data:,")}'
