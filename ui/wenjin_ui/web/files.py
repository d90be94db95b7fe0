"""Files in and out: handed over into a folder of their owner, fetched by signed addresses, and all of one's data."""

import secrets
import shutil
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from urllib.parse import quote

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse

from assistant.domain.owner import OwnerId
from assistant.errors import AssistantError
from assistant.store.files import LARGEST_BYTES, MOST_BYTES, plain_name
from assistant.store.store import Store
from wenjin_ui.web.cookies import Signatures

MOST_AT_ONCE = 300
"""Files of one request."""
MOST_FIELDS = 10
DOWNLOADS = "/download/"
FETCH = "/fetch/"
"""What stands in a message, which is kept longer than any download address counts."""
UPLOAD = "/gradio_api/upload"
"""The framework's own address, answered before the framework: its folder of uploads is one for all users, with names
that follow from the content."""
_TOO_LARGE = f"一次最多交 {MOST_AT_ONCE} 个文件，每个不超过 20 MiB。"
_TOO_MANY = "还没有处理的文件太多，请先发送或稍后再交。"
_GONE = "下载地址无效或已过期，请回到页面重新下载。"


def file_routes(store: Store, signatures: Signatures, uploads: Path) -> APIRouter:
    """Return the routes of files.

    Args:
        store: keeps them.
        signatures: of download addresses.
        uploads: folder of files that wait for their question, a folder an owner inside.
    """
    router = APIRouter()
    _add_uploads(router, uploads)
    _add_downloads(router, store, signatures)
    return router


def _add_uploads(router: APIRouter, uploads: Path) -> None:
    @router.post(UPLOAD)
    async def upload(request: Request) -> Response:
        folder = uploads / request.state.visitor.owner
        try:
            form = await _form(request)
        except MultiPartException:
            return PlainTextResponse(_TOO_LARGE, status_code=413)
        handed = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
        try:
            if any((one.size or 0) > LARGEST_BYTES for one in handed):
                return PlainTextResponse(_TOO_LARGE, status_code=413)
            if await run_sync(_held, folder) > MOST_BYTES:
                return PlainTextResponse(_TOO_MANY, status_code=413)
            return JSONResponse(await run_sync(_put, folder, handed))
        finally:
            await form.close()

    @router.get("/gradio_api/upload_progress")
    def progress() -> Response:
        return StreamingResponse(iter(['data: {"msg": "done"}\n\n']), media_type="text/event-stream")


def _add_downloads(router: APIRouter, store: Store, signatures: Signatures) -> None:
    @router.get(FETCH + "{file}")
    def fetch(request: Request, file: str) -> Response:
        owner: OwnerId = request.state.visitor.owner
        try:
            found = store.files.get(owner, file)
        except AssistantError:
            return PlainTextResponse(_GONE, status_code=404)
        return RedirectResponse(download_address(signatures, owner, file, found.name), status_code=303)

    @router.get(DOWNLOADS + "{ticket}/{name}")
    def download(request: Request, ticket: str, name: str) -> Response:  # noqa: ARG001 - the name is for the reader
        read = signatures.read_ticket(ticket)
        if read is None or read.owner != request.state.visitor.owner:
            return PlainTextResponse(_GONE, status_code=404)
        try:
            file, data = store.files.get(read.owner, read.file), store.files.read(read.owner, read.file)
        except AssistantError:
            return PlainTextResponse(_GONE, status_code=404)
        return attachment(file.name, data)


def download_address(signatures: Signatures, owner: OwnerId, file: str, name: str) -> str:
    """Return the address of an owner's file; it counts for twelve hours, in the owner's own session alone."""
    return f"{DOWNLOADS}{signatures.ticket(owner, file)}/{quote(name, safe='')}"


def attachment(name: str, data: bytes) -> Response:
    """Return a file that the browser saves and never shows, whatever is in it."""
    return Response(
        data,
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )


async def _form(request: Request) -> FormData:
    """Return the files of a request, and read no more bytes than may be handed over at once."""

    async def bounded() -> AsyncGenerator[bytes]:
        read = 0
        async for piece in request.stream():
            read += len(piece)
            if read > MOST_BYTES:
                raise MultiPartException(_TOO_LARGE)
            yield piece

    return await MultiPartParser(request.headers, bounded(), max_files=MOST_AT_ONCE, max_fields=MOST_FIELDS).parse()


def _put(folder: Path, handed: Sequence[UploadFile]) -> list[str]:
    """Write files into an owner's folder, each in a folder of its own whose name nobody can guess; return the paths."""
    return [str(_write(folder / secrets.token_hex(16), one)) for one in handed]


def _write(folder: Path, file: UploadFile) -> Path:
    folder.mkdir(parents=True)
    path = folder / plain_name(file.filename or "")
    file.file.seek(0)
    with path.open("xb") as target:
        shutil.copyfileobj(file.file, target)
    return path


def _held(folder: Path) -> int:
    """Return the bytes that wait in a folder."""
    return sum(one.stat().st_size for one in folder.glob("*/*") if one.is_file())
