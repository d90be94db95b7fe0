"""The page as a web application on this machine: headers, closed doors, and the server."""

import os
import signal
import socket
import sys
import tempfile
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from types import FrameType
from typing import NoReturn

import gradio as gr
import uvicorn
from fastapi import FastAPI
from gradio.themes import Base
from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import ConfigurationError
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_desk
from assistant.wording import EMBEDDED_MODE
from wenjin_ui.blocks import asset, build_blocks
from wenjin_ui.handlers import Page

EXPORTS = "exports"
"""Folder of the forms that the page writes, inside the data folder; only where page and user share a machine."""
LARGEST_UPLOAD = "20mb"
SYSTEM_FONTS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
MONOSPACED = ("ui-monospace", "Consolas", "monospace")
CLOSED = ("/gradio_api/file", "/file", "/gradio_api/proxy", "/proxy", "/gradio_api/deep_link", "/gradio_api/stream")
"""Paths of the framework that hand out files or fetch addresses; the page needs none of them, and a closed door cannot
hand one person's file to another."""
NO_DOCUMENTATION = {"docs_url": None, "redoc_url": None, "openapi_url": None}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Gradio builds functions from strings and writes styles inline, hence 'unsafe-eval' and 'unsafe-inline'; everything
else is this server's own."""


def build_app(settings: Settings, assistant: Assistant, uploads: Path) -> FastAPI:
    """Return the application.

    Args:
        settings: host and port, and which model answers.
        assistant: the verbs.
        uploads: a folder of this process alone, for handed-over files.
    """
    os.environ["GRADIO_TEMP_DIR"] = str(uploads)
    page = Page(
        assistant=assistant,
        conductor=EmbeddedConductor.over(assistant.catalogue),
        today=_today,
        uploads=uploads,
        desk=build_desk(settings, settings.data_dir / EXPORTS if settings.is_local else None, listed=settings.is_local),
    )
    blocks = build_blocks(page, _mode(settings))
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard)
    with as_file(files("wenjin_ui") / "assets" / "favicon.svg") as favicon:
        return gr.mount_gradio_app(
            app,
            blocks,
            path="/",
            server_name=settings.host,
            server_port=settings.port,
            app_kwargs=NO_DOCUMENTATION,
            allowed_paths=[],
            max_file_size=LARGEST_UPLOAD,
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            footer_links=[],
            favicon_path=str(favicon),
            theme=Base(font=SYSTEM_FONTS, font_mono=MONOSPACED),
            # As `css` it would be rewritten with the container's class before each selector.
            head=f"<style>{asset('page.css')}</style>",
        )


def serve(settings: Settings, assistant: Assistant) -> None:
    """Open the index, serve the page until it is stopped, and print its address once it answers.

    Raises:
        ConfigurationError: the address is taken or not this machine's.
        RetrievalError: the index can be neither opened nor built.
    """
    signal.signal(signal.SIGTERM, _leave)
    listener = _listen(settings.host, settings.port)
    with listener, tempfile.TemporaryDirectory(prefix="wenjin-uploads-", ignore_cleanup_errors=True) as folder:
        _ = assistant.search  # opened once, before several sessions can ask for it together
        app = build_app(settings, assistant, Path(folder).resolve())
        address = f"http://{settings.host}:{listener.getsockname()[1]}"
        _Server(app, address).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Says its address once it listens."""

    def __init__(self, app: FastAPI, address: str) -> None:
        super().__init__(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3))
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then say so."""
        await super().startup(sockets)
        sys.stdout.write(f"问津已启动：{self._address}（按 Ctrl+C 停止）\n")
        sys.stdout.flush()


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    """End by way of an exception, so that the folder of handed-over files goes with the process."""
    raise SystemExit(0)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":
            # On Windows this option would let two servers share the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise ConfigurationError(
            "这个地址打不开：端口已被占用，或不是本机的地址。",
            where=f"{host}:{port}",
            hint="请用 wenjin ui --port 换一个端口。",
        ) from error
    return listener


class Guard:
    """Closes the framework's file doors and adds the headers; it passes streams through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await PlainTextResponse("这里不提供文件。", status_code=404, headers=HEADERS)(scope, receive, send)
        else:

            async def with_headers(message: Message) -> None:
                if message["type"] == "http.response.start":
                    MutableHeaders(scope=message).update(HEADERS)
                await send(message)

            await self._app(scope, receive, with_headers)


def _mode(settings: Settings) -> str:
    return settings.model if settings.uses_model and settings.model else EMBEDDED_MODE


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
