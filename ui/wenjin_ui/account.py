"""One's own data and account: a plain page to take everything away, to delete it, to log out."""

from importlib.resources import files

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from assistant.domain.owner import Visitor
from assistant.store.store import Store
from wenjin_ui.files import attachment

PLACE = "/my-data"
ARCHIVE = "wenjin-data.zip"
_PAGE = Markup((files("wenjin_ui") / "assets" / "account.html").read_text("utf-8"))  # noqa: S704 - our own file
_ACCOUNT = Markup('<p>您以“{name}”登录。</p><form method="post" action="/logout"><button>退出登录</button></form>')
_BROWSER = Markup("<p>您没有登录：这些数据只属于这个浏览器；清除浏览器的数据以后，就再也打不开了。</p>")


def account_routes(store: Store) -> APIRouter:
    """Return the routes of one's own data."""
    router = APIRouter()

    @router.get(PLACE)
    def show(request: Request) -> Response:
        visitor: Visitor = request.state.visitor
        counts = store.belongings.count(visitor.owner)
        who = _ACCOUNT.format(name=visitor.account.name) if visitor.account else _BROWSER
        page = _PAGE.format(who=who, **counts.model_dump())
        return HTMLResponse(str(page), headers={"Cache-Control": "no-store"})

    @router.get(f"{PLACE}/{ARCHIVE}")
    def export(request: Request) -> Response:
        return attachment(ARCHIVE, store.belongings.export(request.state.visitor.owner))

    @router.post(f"{PLACE}/delete")
    def delete(request: Request) -> Response:
        store.belongings.delete(request.state.visitor.owner)
        return RedirectResponse(PLACE, status_code=303)

    return router
