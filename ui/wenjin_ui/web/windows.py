"""A window of the page belongs to the session that opened it: nobody else hears what is sent to it, nor orders for it.

The framework names a window by a number that the browser makes up, and sends what is asked under that number to whoever
names it. Here the first request that names it decides whose it is.
"""

import json
from collections import OrderedDict
from typing import cast

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.domain.owner import OwnerId, Visitor

API = "/gradio_api/"
MOST_WINDOWS = 20_000
"""Windows that are remembered; the one that was used longest ago is forgotten first."""
LARGEST_ORDER = 4 * 1024 * 1024
"""Bytes of one request that is no file."""
_UPLOADS = ("/gradio_api/upload",)


class Windows:
    """Refuses requests that name a window of another session; stands behind the guard."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._owners: OrderedDict[str, OwnerId] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or not scope["path"].startswith(API) or scope["path"].startswith(_UPLOADS):
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        body = await _read(receive) if scope["method"] == "POST" else b""
        visitor: Visitor | None = getattr(request.state, "visitor", None)
        if body is None:
            await PlainTextResponse("请求太大。", status_code=413)(scope, receive, send)
        elif visitor is not None and not self._may(visitor.owner, _windows(request, body)):
            await PlainTextResponse("这个窗口不是您打开的。", status_code=403)(scope, receive, send)
        else:
            await self._app(scope, _again(body, receive) if scope["method"] == "POST" else receive, send)

    def _may(self, owner: OwnerId, windows: list[str]) -> bool:
        for window in windows:
            if self._owners.setdefault(window, owner) != owner:
                return False
            self._owners.move_to_end(window)
        while len(self._owners) > MOST_WINDOWS:
            self._owners.popitem(last=False)
        return True


def _windows(request: HTTPConnection, body: bytes) -> list[str]:
    """Return the windows that a request names: in its query, its path or its body."""
    named: list[object] = list(request.query_params.getlist("session_hash"))
    first, _, rest = request.url.path.removeprefix(API).partition("/")
    if first == "heartbeat":
        named.append(rest)
    try:
        plain: object = json.loads(body) if body else None
    except ValueError:
        plain = None
    if isinstance(plain, dict):
        named.append(cast("dict[str, object]", plain).get("session_hash"))
    return [one for one in named if isinstance(one, str) and one]


async def _read(receive: Receive) -> bytes | None:
    """Return a request's body; None where it is too large."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message["type"] == "http.request" and message.get("more_body", False)
        if len(body) > LARGEST_ORDER:
            return None
    return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a way to receive a body that was read already, and then whatever comes."""
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again
