"""Texts that are meant to be pasted can be copied with one press, without the name of their case."""

import pytest

RECORD = """
window.copied = [];
Object.defineProperty(navigator, "clipboard", {
  value: { writeText: function (text) { window.copied.push(text); return Promise.resolve(); } },
});
"""
WORDS = {"es": ("Copiar el texto", "Copiado"), "en": ("Copy the text", "Copied")}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("company", ["panaderia-nandu", "norte-energia"])
def test_a_text_is_copied_and_says_so(browser, samples, company, language):
    """The button copies the text beside it, says that it did, and never copies its own words."""
    before, after = WORDS[language]
    page = browser.new_page()
    page.add_init_script(RECORD)
    page.goto((samples[company].site / language / "triage.html").as_uri())
    for box in page.locator("details.quote").all():
        box.evaluate("one => { one.open = true; }")
    buttons = page.locator("button.copy-text")
    assert buttons.count() >= 2
    for number in range(buttons.count()):
        button = buttons.nth(number)
        assert button.inner_text() == before
        button.click()
        page.wait_for_function("count => window.copied.length === count", arg=number + 1)
        assert button.inner_text() == after
    copied = page.evaluate("window.copied")
    assert not any(text.startswith(("Por este orden", "In this order")) for text in copied)
    assert all(len(text) > 20 and before not in text and after not in text for text in copied)
    page.close()
