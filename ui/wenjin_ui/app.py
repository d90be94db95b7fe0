"""The page as a web application on this machine: its parts put together, and the server."""

import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from types import FrameType
from typing import NoReturn

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from gradio.themes import Base

from assistant.domain.call import Conductor
from assistant.domain.owner import Visitor
from assistant.errors import ConfigurationError
from assistant.model_wiring import build_conductor
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import Store
from assistant.wiring import build_store
from assistant.wording import EMBEDDED_MODE
from wenjin_ui.asset import read_asset
from wenjin_ui.frame.blocks import build_blocks
from wenjin_ui.frame.events import REPLIES_AT_ONCE
from wenjin_ui.web.account import account_routes
from wenjin_ui.web.cookies import Signatures
from wenjin_ui.web.files import file_routes
from wenjin_ui.web.guard import Guard
from wenjin_ui.web.handing import handing_routes
from wenjin_ui.web.login import login_routes
from wenjin_ui.web.turning import turning_routes
from wenjin_ui.web.users import user_routes
from wenjin_ui.web.windows import Windows
from wenjin_ui.words import as_json
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.sweeping import start_sweeping
from wenjin_ui.work.turns import Turns
from wenjin_ui.work.warming import start_warming
from wenjin_ui.work.workroom import Workroom

LARGEST_UPLOAD = "20mb"
SYSTEM_FONTS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
MONOSPACED = ("ui-monospace", "Consolas", "monospace")
NO_DOCUMENTATION = {"docs_url": None, "redoc_url": None, "openapi_url": None}


def build_app(settings: Settings, keeper: Keeper, *, login: bool = False) -> FastAPI:
    """Return the application.

    Args:
        settings: host and port, and which model answers.
        keeper: the page's verbs over the store; its folder of uploads is this process's alone.
        login: True demands an account even where there is none yet.
    """
    uploads, store = keeper.page.uploads, keeper.store
    os.environ["GRADIO_TEMP_DIR"] = str(uploads)
    signatures = Signatures(store.key("session"))
    blocks = build_blocks(keeper, _mode(settings))
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(login_routes(store, signatures))
    app.include_router(account_routes(store))
    app.include_router(user_routes(store))
    app.include_router(turning_routes(keeper))
    app.include_router(handing_routes(Workroom(store, keeper.page)))
    app.include_router(file_routes(store, signatures, uploads))
    app.add_middleware(Windows)
    app.add_middleware(Guard, store=store, signatures=signatures, login=login)
    with as_file(files("wenjin_ui") / "assets" / "favicon.svg") as favicon:
        return gr.mount_gradio_app(
            app,
            blocks,
            path="/",
            server_name=settings.host,
            server_port=settings.port,
            app_kwargs=NO_DOCUMENTATION,
            auth_dependency=_owner,
            allowed_paths=[],
            max_file_size=LARGEST_UPLOAD,
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            footer_links=[],
            favicon_path=str(favicon),
            theme=Base(font=SYSTEM_FONTS, font_mono=MONOSPACED),
            # As `css` it would be rewritten with the container's class before each selector.
            head=f"<style>{read_asset('page.css')}</style>"
            f"<script>window.wjTable = {as_json()};\n{read_asset('words.js')}</script>",
        )


def build_keeper(assistant: Assistant, store: Store, uploads: Path, conductor: Conductor | None = None) -> Keeper:
    """Return the page's verbs over a store.

    Args:
        assistant: the verbs.
        store: keeps what is typed.
        uploads: a folder of this process alone, for files that wait for their question.
        conductor: who decides what a turn wants; None for the embedded router.
    """
    deciding = conductor or EmbeddedConductor.over(assistant.catalogue)
    page = Page(assistant=assistant, conductor=deciding, today=_today, uploads=uploads)
    return Keeper(store=store, page=page, turns=Turns(REPLIES_AT_ONCE), started=store.now())


def serve(settings: Settings, assistant: Assistant, *, login: bool = False) -> None:
    """Open the index and the store, serve the page until it is stopped, and print its address once it answers.

    Raises:
        ConfigurationError: the address is taken or not this machine's.
        RetrievalError: the index can be neither opened nor built.
        StoreError: what is kept for users can be neither read nor written.
        DatabaseServerError: the database server does not answer.
    """
    signal.signal(signal.SIGTERM, _leave)
    listener = _listen(settings.host, settings.port)
    with listener, tempfile.TemporaryDirectory(prefix="wenjin-uploads-", ignore_cleanup_errors=True) as folder:
        store = build_store(settings)
        _ = assistant.search  # opened once, before several sessions can ask for it together
        uploads = Path(folder).resolve()
        keeper = build_keeper(assistant, store, uploads, build_conductor(settings, assistant))
        app = build_app(settings, keeper, login=login)
        start_sweeping(store, uploads)
        address = f"http://{settings.host}:{listener.getsockname()[1]}"
        _Server(app, address, lambda: start_warming(keeper.page)).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Says its address once it listens, and calls what comes after that."""

    def __init__(self, app: FastAPI, address: str, then: Callable[[], None]) -> None:
        super().__init__(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3))
        self._address, self._then = address, then

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then say so."""
        await super().startup(sockets)
        sys.stdout.write(f"问津已启动：{self._address}（按 Ctrl+C 停止）\n")
        sys.stdout.flush()
        self._then()


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


def _owner(request: Request) -> str | None:
    """Return whose a request is, for the framework: it hands that to the handlers as the name of the user."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return visitor.owner if visitor else None


def _mode(settings: Settings) -> str:
    return settings.model if settings.uses_model and settings.model else EMBEDDED_MODE


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
