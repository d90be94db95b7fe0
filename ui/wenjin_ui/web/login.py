"""Login and logout: a plain form that needs no script."""

from urllib.parse import parse_qs

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from assistant.errors import AssistantError
from assistant.store.store import Store
from wenjin_ui.asset import read_asset
from wenjin_ui.web.cookies import Signatures
from wenjin_ui.web.guard import LOGIN, cookie_header
from wenjin_ui.words import COOKIE, language_of, put_words

LARGEST_FORM = 4096
"""Bytes."""
_PAGE = read_asset("login.html")
_NOTE = Markup('<p role="alert">{}</p>')
_NONE_YET = "<p>[[login.none]] <code>wenjin user add</code></p>"


def login_routes(store: Store, signatures: Signatures) -> APIRouter:
    """Return the routes of login and logout."""
    router = APIRouter()

    @router.get(LOGIN)
    def show(request: Request) -> Response:
        return _page(200, "", store, request)

    @router.post(LOGIN)
    async def enter(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST_FORM:
                return PlainTextResponse("登录的内容太长。", status_code=413)
        return await run_sync(_enter, store, signatures, request, body)

    @router.post("/logout")
    def leave(request: Request) -> Response:
        token = _token(request, signatures)
        if token:
            store.sessions.leave(token)
        answer = RedirectResponse(LOGIN, status_code=303)
        answer.delete_cookie(signatures.cookie)
        return answer

    return router


def _enter(store: Store, signatures: Signatures, request: Request, body: bytes) -> Response:
    fields = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    address = request.client.host if request.client else ""
    try:
        token, visitor = store.sessions.enter(
            fields.get("name", ""), fields.get("password", ""), address=address, token=_token(request, signatures)
        )
    except AssistantError as error:
        return _page(403, f"{error.message}{error.hint or ''}", store, request)
    answer = RedirectResponse("/", status_code=303)
    secure = request.url.scheme == "https"
    answer.headers.append("Set-Cookie", cookie_header(signatures, token, visitor, secure=secure))
    return answer


def _token(request: Request, signatures: Signatures) -> str | None:
    held = signatures.token(request.cookies.get(signatures.cookie, ""))
    return held[0] if held else None


def _page(status: int, sentence: str, store: Store, request: Request) -> Response:
    language = language_of(request.cookies.get(COOKIE))
    note = _NOTE.format(sentence) if sentence else Markup("")
    help_text = Markup("") if store.accounts.exist() else put_words(_NONE_YET, language)
    page = put_words(_PAGE, language).format(language=language, note=note, help=help_text)
    return HTMLResponse(str(page), status_code=status, headers={"Cache-Control": "no-store"})
