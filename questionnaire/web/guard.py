"""Keeps everybody but the person at this computer away from a server on loopback.

Any website that the person visits can send requests to loopback, so an address is no protection:
the Host must be ours (a foreign name that leads here is DNS rebinding), a change must come from
our own page, and every request needs the cookie that only the link of the start gives.
"""

import asyncio
import hmac
import secrets
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN: Final = "token"  # noqa: S105 - the name of a parameter
COOKIE: Final = "playbook_wizard"
BODY_LIMIT: Final = 1 << 20
HEADER_LIMIT: Final = 32 << 10
"""Bytes of all headers together: the server's own limit is only for those that come in pieces."""
UPLOAD_LIMIT: Final = (2 << 20) + (64 << 10)
"""A logo of 2 MiB and the form around it."""
SLOWEST_BODY: Final = 10.0
"""Seconds that a request's body may take to arrive, from this computer to itself."""
_READ_ON: Final = 32 << 20
"""Bytes of a picture too large that are read and dropped: a browser that is cut off in the middle of
sending shows an error of its own instead of our answer."""
_TOO_LARGE: Final = 413
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with it Chromium sends `Origin: null` on this server's own forms.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class Keys:
    """The secrets of one run: a link that opens the wizard once, and the cookie that it gives."""

    def __init__(self, renewed: Callable[[str], None] | None = None) -> None:
        """Make both; `renewed` hears of every new link."""
        self.cookie = secrets.token_urlsafe(32)
        self._renewed = renewed
        self._token = secrets.token_urlsafe(24)

    @property
    def token(self) -> str:
        """The token of the next link."""
        return self._token

    def use(self, token: str) -> bool:
        """Say whether a token opens; one that does is spent, and another takes its place."""
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            return False
        self._token = secrets.token_urlsafe(24)
        if self._renewed:
            self._renewed(self._token)
        return True

    def knows(self, cookie: str) -> bool:
        """Say whether a cookie is the one we gave."""
        return hmac.compare_digest(cookie.encode(), self.cookie.encode())


class Guard:
    """Stands before an application; what it lets through comes from the person's own page."""

    def __init__(
        self, app: ASGIApp, keys: Keys, closed_page: Callable[[Headers, str], str]
    ) -> None:
        """`closed_page` makes the page for somebody who gets no further, by the key of its words."""
        self._app = app
        self._keys = keys
        self._closed_page = closed_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refusal = self._refuse(scope, headers)
        answer = refusal or self._app
        bounded = _bounded(receive, _READ_ON if refusal else _limit(scope))
        if refusal is not None and refusal.status_code == _TOO_LARGE and _is_upload(scope):
            while (await bounded()).get("more_body"):
                pass
        await answer(scope, bounded, _with_headers(send))

    def _refuse(self, scope: Scope, headers: Headers) -> Response | None:
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADER_LIMIT:
            return PlainTextResponse("Headers too large.", 431)
        port = (scope.get("server") or ("", 0))[1]
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if hosts not in ([f"127.0.0.1:{port}"], [f"localhost:{port}"]):
            return PlainTextResponse("Misdirected request.", 421)
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("Method not allowed.", 405, {"Allow": "GET, HEAD, POST"})
        if scope["method"] == "POST":
            return self._refuse_post(scope, headers, hosts[0])
        return self._open_with_token(scope) or self._refuse_stranger(headers)

    def _refuse_post(self, scope: Scope, headers: Headers, host: str) -> Response | None:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        ours = origin == f"http://{host}" or (origin is None and site == "same-origin")
        if not ours or site not in {None, "same-origin"}:
            return PlainTextResponse("A change must come from the wizard's own page.", 403)
        stranger = self._refuse_stranger(headers)
        length = headers.get("content-length", "")
        if stranger is None and length.isdecimal() and int(length) > _limit(scope):
            page = self._closed_page(headers, "not_taken")
            return Response(page, _TOO_LARGE, media_type="text/html")
        return stranger

    def _refuse_stranger(self, headers: Headers) -> Response | None:
        if self._keys.knows(_read_cookie(headers)):
            return None
        return Response(self._closed_page(headers, "closed"), 403, media_type="text/html")

    def _open_with_token(self, scope: Scope) -> Response | None:
        given = parse_qs(scope["query_string"].decode("latin-1"))
        token = given.pop(TOKEN, [""])[0]
        if not token or not self._keys.use(token):
            return None
        rest = f"?{urlencode(given, doseq=True)}" if given else ""
        # The path goes back as it came: it begins with one slash, so it stays on this server.
        answer = RedirectResponse(f"/{scope['path'].lstrip('/')}{rest}", 303)
        answer.set_cookie(COOKIE, self._keys.cookie, httponly=True, samesite="strict", path="/")
        return answer


def _read_cookie(headers: Headers) -> str:
    for part in headers.get("cookie", "").split(";"):
        name, _, value = part.strip().partition("=")
        if name == COOKIE:
            return value
    return ""


def _limit(scope: Scope) -> int:
    return UPLOAD_LIMIT if _is_upload(scope) else BODY_LIMIT


def _is_upload(scope: Scope) -> bool:
    return bool(scope["path"].endswith("/upload"))


def _bounded(receive: Receive, limit: int) -> Receive:
    """Return a body that ends the request when it is too large or too slow."""
    taken = 0
    whole = False
    end = 0.0

    async def take() -> Message:
        nonlocal taken, whole, end
        if whole:
            # Only the news that the browser has gone is left; an answer may take as long as it takes.
            return await receive()
        now = asyncio.get_running_loop().time()
        end = end or now + SLOWEST_BODY
        try:
            message = await asyncio.wait_for(receive(), max(end - now, 0))
        except TimeoutError:
            return {"type": "http.disconnect"}
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        return {"type": "http.disconnect"} if taken > limit else message

    return take


def _with_headers(send: Send) -> Send:
    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_guarded
