"""One's own data and account: a plain page to take everything away, to delete it, to log out."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.domain.owner import Visitor
from assistant.store.store import Store
from wenjin_ui.asset import read_asset
from wenjin_ui.web.files import attachment
from wenjin_ui.words import COOKIE, language_of, put_words

PLACE = "/my-data"
ARCHIVE = "wenjin-data.zip"
_PAGE = read_asset("account.html")
_ACCOUNT = (
    '<p>[[account.named name={name}]]</p><form method="post" action="/logout"><button>[[account.leave]]</button></form>'
)
_BROWSER = "<p>[[account.browser]]</p>"


def account_routes(store: Store) -> APIRouter:
    """Return the routes of one's own data."""
    router = APIRouter()

    @router.get(PLACE)
    def show(request: Request) -> Response:
        visitor: Visitor = request.state.visitor
        counts = store.belongings.count(visitor.owner)
        language = language_of(request.cookies.get(COOKIE))
        who = put_words(_ACCOUNT if visitor.account else _BROWSER, language)
        named = who.format(name=visitor.account.name) if visitor.account else who
        page = put_words(_PAGE, language).format(language=language, who=named, **counts.model_dump())
        return HTMLResponse(str(page), headers={"Cache-Control": "no-store"})

    @router.get(f"{PLACE}/{ARCHIVE}")
    def export(request: Request) -> Response:
        return attachment(ARCHIVE, store.belongings.export(request.state.visitor.owner))

    @router.post(f"{PLACE}/delete")
    def delete(request: Request) -> Response:
        store.belongings.delete(request.state.visitor.owner)
        return RedirectResponse(PLACE, status_code=303)

    return router
