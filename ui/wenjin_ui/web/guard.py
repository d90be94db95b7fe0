"""What every request passes: closed doors, no orders from other sites, a session of one's own, the headers."""

from datetime import UTC, datetime
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.domain.owner import Visitor
from assistant.errors import AssistantError
from assistant.store.store import Store
from wenjin_ui.web.cookies import RENEW_AFTER, Signatures

CLOSED = (
    *("/gradio_api/file", "/file", "/gradio_api/proxy", "/proxy", "/gradio_api/deep_link", "/gradio_api/stream"),
    *("/gradio_api/run-history", "/gradio_api/runs", "/gradio_api/vibe", "/gradio_api/process_recording"),
    *("/gradio_api/profiling", "/gradio_api/dev", "/monitoring", "/gradio_api/monitoring", "/gradio_api/token"),
)
"""Paths of the framework that hand out files, fetch addresses or tell of others; the page needs none of them, and a
closed door cannot hand one person's file to another."""
OPEN = (
    "/assets/",
    "/static/",
    "/svelte/",
    "/theme.css",
    "/gradio_api/theme.css",
    "/favicon.ico",
    "/robots.txt",
    "/health",
)
"""Paths that are the same for everybody: no session is looked up."""
LOGIN = "/login"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Gradio builds functions from strings and writes styles inline, hence 'unsafe-eval' and 'unsafe-inline'; everything
else is this server's own."""
_SAFE = {"GET", "HEAD", "OPTIONS"}
_EXPIRED = "会话已结束，请刷新页面。"


class Guard:
    """Lets requests in, each with its visitor as `request.state.visitor`; it passes streams through untouched.

    Args:
        app: what is guarded.
        store: knows the sessions.
        signatures: of the cookies.
        login: True demands an account even where there is none yet.
    """

    def __init__(self, app: ASGIApp, *, store: Store, signatures: Signatures, login: bool = False) -> None:
        self._app, self._store, self._signatures, self._login = app, store, signatures, login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        sender = _Sender(send)
        refusal = _refusal(request, scope["method"])
        if refusal is None and not scope["path"].startswith(OPEN):
            refusal = await run_sync(self._admit, request, scope["method"], sender)
        await (refusal or self._app)(scope, receive, sender.send)

    def _admit(self, request: HTTPConnection, method: str, sender: "_Sender") -> Response | None:
        """Find or begin the request's session; return what is answered instead where there is none."""
        try:
            visitor = self._visitor(request, method, sender)
            demanded = self._login or self._store.accounts.exist()
        except AssistantError as error:
            return PlainTextResponse(str(error), status_code=503)
        path = request.url.path
        if path == LOGIN:
            request.state.visitor = visitor
            return None
        if demanded and (visitor is None or visitor.account is None):
            return RedirectResponse(LOGIN, status_code=303) if path == "/" else _refused(401, "请先登录。")
        if visitor is None:
            return _refused(401, _EXPIRED)
        request.state.visitor = visitor
        return None

    def _visitor(self, request: HTTPConnection, method: str, sender: "_Sender") -> Visitor | None:
        held = self._signatures.token(request.cookies.get(self._signatures.cookie, ""))
        visitor = self._store.sessions.find(held[0]) if held else None
        visits = request.url.path == "/" and method == "GET"
        if held and visitor and visits and datetime.now(tz=UTC) - held[1] > RENEW_AFTER:
            renewed = self._store.sessions.renew(held[0])
            if renewed:
                sender.cookie = cookie_header(self._signatures, *renewed, secure=request.url.scheme == "https")
                return renewed[1]
        if visitor is None and visits and not (self._login or self._store.accounts.exist()):
            begun = self._store.sessions.begin()
            sender.cookie = cookie_header(self._signatures, *begun, secure=request.url.scheme == "https")
            return begun[1]
        return visitor


class _Sender:
    """Adds the headers to an answer, and the cookie where there is a new one."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.cookie: str | None = None

    async def send(self, message: Message) -> None:
        """Send one part of the answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                if name not in headers:
                    headers[name] = value
            if self.cookie:
                headers.append("Set-Cookie", self.cookie)
        await self._send(message)


def cookie_header(signatures: Signatures, token: str, visitor: Visitor, *, secure: bool) -> str:
    """Return the header that gives a browser its token; it ends with the session at the latest."""
    jar: SimpleCookie = SimpleCookie()
    jar[signatures.cookie] = signatures.sign(token)
    morsel = jar[signatures.cookie]
    morsel["path"], morsel["httponly"], morsel["samesite"] = "/", True, "Lax"
    morsel["max-age"] = str(max(0, int((visitor.until - datetime.now(tz=UTC)).total_seconds())))
    if secure:
        morsel["secure"] = True
    return morsel.OutputString()


def _refusal(request: HTTPConnection, method: str) -> Response | None:
    """Return what is answered to a request that nobody may make."""
    if request.url.path.startswith(CLOSED):
        return _refused(404, "这里不提供文件。")
    if method not in _SAFE and _is_from_elsewhere(request):
        return _refused(403, "不接受别的网站发来的请求。")
    return None


def _is_from_elsewhere(request: HTTPConnection) -> bool:
    """Say whether a browser tells that a page of another site makes this request; a program tells neither."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def _refused(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers={"Cache-Control": "no-store"})
