"""Every page of both sample books, as people open them: from a folder, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
LOOKS = {"light": ("es", 1280), "dark": ("en", 360)}
"""Scheme → the language and the width in pixels it is looked at."""


@pytest.mark.parametrize("scheme", LOOKS)
@pytest.mark.parametrize("company", ["panaderia-nandu", "norte-energia"])
def test_no_page_shuts_anybody_out(browser, samples, company, scheme):
    """No WCAG A or AA violation, nothing sideways on a phone, no request to another host."""
    language, width = LOOKS[scheme]
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    faults, asked = {}, []
    for path in sorted((samples[company].site / language).glob("*.html")):
        if path.name == "404.html":
            continue
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.evaluate(OPEN_ALL)
        found = [one["id"] for one in Axe().run(page, options=RULES).response["violations"]]
        if page.evaluate(TOO_WIDE) > 0:
            found.append("sideways")
        if found:
            faults[path.name] = found
        page.close()
    context.close()
    assert faults == {}
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
