"""Files that are made when their owner asks for them: of a stored result, of a draft in hand.

Nothing is kept for them: the stored message, draft and handed-over file say again what goes into the file.
"""

from collections.abc import Callable

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from assistant.domain.owner import OwnerId
from assistant.errors import AssistantError
from wenjin_ui.views.forms import DRAFTS
from wenjin_ui.web.files import attachment
from wenjin_ui.work.links import RESULTS
from wenjin_ui.work.results import Made
from wenjin_ui.work.workroom import Workroom


def handing_routes(workroom: Workroom) -> APIRouter:
    """Return the routes; each looks up what it needs under the owner of the request's session alone."""
    router = APIRouter()

    @router.get(RESULTS + "{conversation}/{number}/{kind}")
    async def result(request: Request, conversation: str, number: int, kind: str) -> Response:
        owner = _owner(request)
        return await _hand(lambda: workroom.make_result(owner, conversation, number, kind))

    @router.get(RESULTS + "{conversation}/{number}/{report}/{kind}")
    async def copy(request: Request, conversation: str, number: int, report: int, kind: str) -> Response:
        owner = _owner(request)
        return await _hand(lambda: workroom.make_copy(owner, conversation, (number, report), kind))

    @router.post(RESULTS + "{conversation}/{number}/{report}/brief")
    async def brief(request: Request, conversation: str, number: int, report: int) -> Response:
        owner = _owner(request)
        try:
            told = await run_sync(lambda: workroom.brief(owner, conversation, number, report))
        except AssistantError as error:
            return PlainTextResponse(str(error), status_code=404)
        return HTMLResponse(str(told), headers={"Cache-Control": "no-store"})

    @router.get(DRAFTS + "{draft}/{kind}")
    async def draft(request: Request, draft: str, kind: str) -> Response:
        owner = _owner(request)
        return await _hand(lambda: workroom.make_draft(owner, draft, kind))

    return router


def _owner(request: Request) -> OwnerId:
    return request.state.visitor.owner


async def _hand(make: Callable[[], Made]) -> Response:
    try:
        made = await run_sync(make)
    except AssistantError as error:
        return PlainTextResponse(str(error), status_code=404)
    return attachment(made.name, made.data)
