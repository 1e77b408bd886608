"""A person's browser on a running wizard: what it asked of others and what it complained about."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from questionnaire.web.serving import LOOPBACK, find_link
from questionnaire.web.visit import LANGUAGE_COOKIE

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
PATIENCE = 10_000.0
"""Milliseconds for what should come at once, on a machine that does something else too."""

_FORM = """form => [...new FormData(form)]
    .filter(([name, one]) => name !== 'seen' && typeof one === 'string' && one !== '')
    .map(pair => pair.join('=')).sort()"""
_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_FORCED = """() => [...document.querySelectorAll('*')].forEach(one => {
    if (one.style) one.style.webkitTextFillColor = getComputedStyle(one).color;
})"""
# Axe reads this property before the colour, and Chromium doesn't tell its forced value.
_SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(one => one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true}))
    .filter(one => !one.closest('p, li, dd') || one.matches('button, input, select'))
    .filter(one => !one.closest('.skip'))
    .map(one => {
        const label = one.matches('[type=radio], [type=checkbox]') && one.labels[0];
        const boxes = [one, label].filter(Boolean).map(each => each.getBoundingClientRect());
        const [wide, high] = ['width', 'height'].map(side => Math.max(...boxes.map(b => b[side])));
        return wide < 24 || high < 24 ? `${Math.round(wide)}x${Math.round(high)} ${one.outerHTML}` : '';
    }).filter(Boolean)"""


@dataclass
class Surfer:
    """One window, with everything in it that should not be."""

    page: Page
    folder: Path
    """Of the company, or of all companies."""
    scripted: bool = True
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen from the first page on."""
        context = self.page.context
        context.on("request", self._note_request)
        context.on("console", lambda said: self._note(said.type, said.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _note_request(self, request: Request) -> None:
        inside = request.url.startswith((f"http://{LOOPBACK}:", "data:", "blob:"))
        if not inside:
            self.strangers.append(request.url)

    def _note(self, kind: str, text: str) -> None:
        # A refusal that a page shows in words is no complaint of the browser's about the page.
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(text)

    @property
    def base(self) -> str:
        """The address of the wizard that runs now, without the slash at the end."""
        link = find_link(self.folder)
        assert link is not None
        return link.url.split("/?")[0]

    def enter(self) -> Page:
        """Open the wizard with its link."""
        link = find_link(self.folder)
        assert link is not None
        self.page.goto(link.url)
        return self.page

    def visit(self, path: str) -> Page:
        """Open a page by its path."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def open(self, path: str) -> Page:
        """Open a page of the only company."""
        return self.visit(f"c/{self.folder.name}/{path}")

    def open_tab(self) -> "Surfer":
        """Open another tab of the same browser."""
        return Surfer(self.page.context.new_page(), self.folder, scripted=self.scripted)

    def speak(self, language: str) -> None:
        """Press the button of a language."""
        with self.page.expect_navigation():
            self.page.click(f".speak button[value={language}]")

    def remember(self, language: str) -> None:
        """Have the browser remember a language, as its button does."""
        self.page.context.add_cookies(
            [{"name": LANGUAGE_COOKIE, "value": language, "url": self.base}]
        )

    def read_drafts(self) -> str:
        """Return the file that keeps what was typed and not saved."""
        path = self.folder / ".playbook" / "drafts.json"
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def press(self, action: str) -> None:
        """Press a button of the form by the action it stands for, and wait for the next page."""
        with self.page.expect_navigation():
            self.page.click(f"#answer button[value='{action}']")

    def read_form(self) -> list[str]:
        """Return what the form of the page would send."""
        found: list[str] = self.page.eval_on_selector("#answer", _FORM)
        return found

    def find_sideways(self) -> int:
        """Return how many pixels of the page lie beside the window."""
        found: int = self.page.evaluate(_WIDE)
        return found

    def find_small_targets(self) -> list[str]:
        """Return the controls that a finger would miss: under 24 pixels and not within a sentence."""
        found: list[str] = self.page.evaluate(_SMALL)
        return found

    def find_barriers(self) -> list[str]:
        """Return what axe finds against WCAG 2.2 A and AA: in light, in dark, in forced colours.

        What depends on colours is looked at three times, the rest once. Axe can't enter the frame
        of the preview, which runs no scripts: that document is looked at as a page of its own.
        """
        self.page.evaluate(Axe().axe_script)
        found = self._run_axe("light", {"type": "tag", "values": list(WCAG)})
        for look in ("dark", "forced"):
            self.page.emulate_media(
                color_scheme="dark", forced_colors="active" if look == "forced" else "none"
            )
            found += self._run_axe(look, {"type": "rule", "values": list(COLOUR_RULES)})
        self.page.emulate_media(color_scheme="light", forced_colors="none")
        return found

    def _run_axe(self, look: str, rules: dict[str, object]) -> list[str]:
        options = {"runOnly": rules, "resultTypes": ["violations"], "iframes": False}
        if look == "forced":
            self.page.evaluate(_FORCED)
        found = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{look} {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]


@contextmanager
def surf(
    browser: Browser, folder: Path, *, scripts: bool = True, width: int = 1280
) -> Iterator[Surfer]:
    """Open a browser of its own on a wizard; nothing strange may have happened when it closes."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        java_script_enabled=scripts,
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    try:
        surfer = Surfer(context.new_page(), folder, scripted=scripts)
        surfer.enter()
        yield surfer
        assert (surfer.strangers, surfer.complaints) == ([], [])
    finally:
        context.close()
