"""The built sites of the companies, from a port of their own: a page there can't act on the wizard."""

from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from questionnaire.web.wizard import Wizard

_HEADERS: Final = {
    # The site tool writes scripts and styles into its pages; nothing may come from elsewhere.
    "Content-Security-Policy": (
        "default-src 'self' data:; script-src 'self' 'unsafe-inline'; "
        "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-cache",
    "X-Robots-Tag": "noindex",
}


class Sites:
    """Serves `/<company>/…` from the `site/` folder of that company."""

    def __init__(self, wizard: Wizard) -> None:
        """Serve the companies of a wizard."""
        self._wizard = wizard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file of a site."""
        answer = await self._find(scope)
        for name, value in _HEADERS.items():
            answer.headers[name] = value
        await answer(scope, receive, send)

    async def _find(self, scope: Scope) -> Response:
        name, slash, rest = scope["path"].lstrip("/").partition("/")
        company = self._wizard.find(name)
        if company is None or scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse("Not found.", 404)
        if not slash:
            return RedirectResponse(f"/{quote(name)}/index.html", 303)
        site = company.folder / "site"
        if site.is_symlink():
            return PlainTextResponse("Not found.", 404)
        files = StaticFiles(directory=site, html=True, check_dir=False)
        inside = {**scope, "path": f"/{rest}", "root_path": ""}
        try:
            return await files.get_response(files.get_path(inside), inside)
        except HTTPException as refusal:
            return PlainTextResponse("Not found.", refusal.status_code)
