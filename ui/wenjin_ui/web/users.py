"""The accounts, for an administrator: a plain page that needs no script; nobody else finds it."""

from typing import Annotated, Literal

from anyio.to_thread import run_sync
from fastapi import APIRouter, Form, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from assistant.domain.owner import ROLES, Account, Role, Visitor
from assistant.errors import AssistantError, InputError
from assistant.store.store import Store
from wenjin_ui.asset import read_asset
from wenjin_ui.words import COOKIE, language_of, put_words, text_in

PLACE = "/users"
_PAGE = read_asset("users.html")
_ROW = (
    '<tr><th scope="row">{name}</th><td>{role}</td><td>{day}</td><td><form method="post">'
    '<input type="hidden" name="act" value="password"><input type="hidden" name="name" value="{name}">'
    '<input name="password" type="password" required minlength="10" maxlength="256" autocomplete="new-password"'
    ' aria-label="[[users.password]]: {name}"><button>[[users.change]]</button></form></td><td><form method="post">'
    '<input type="hidden" name="act" value="remove"><input type="hidden" name="name" value="{name}">'
    '<label><input type="checkbox" required> [[users.remove]]</label> <button>[[chats.remove]]</button></form></td>'
    "</tr>"
)
_NOTE = Markup('<p role="alert">{}</p>')


def user_routes(store: Store) -> APIRouter:
    """Return the routes; to anybody but an administrator there is nothing here."""
    router = APIRouter()

    @router.get(PLACE)
    def show(request: Request) -> Response:
        return _page(request, store) if _is_admin(request) else _nothing()

    @router.post(PLACE)
    async def act(
        request: Request,
        act: Annotated[Literal["add", "password", "remove"], Form()],
        name: Annotated[str, Form()],
        password: Annotated[str, Form()] = "",
        role: Annotated[Role, Form()] = "scientist",
    ) -> Response:
        if not _is_admin(request):
            return _nothing()
        try:
            await run_sync(_do, store, request.state.visitor.account, act, (name, password, role))
        except AssistantError as error:
            return await run_sync(_page, request, store, f"{error.message}{error.hint or ''}")
        return RedirectResponse(PLACE, status_code=303)

    return router


def _do(store: Store, admin: Account, act: str, given: tuple[str, str, Role]) -> None:
    name, password, role = given
    match act:
        case "add":
            store.accounts.add(name, password, role)
        case "password":
            store.accounts.set_password(name, password)
        case _ if name == admin.name:
            raise InputError("不能删除自己正在用的账户。", hint="请由另一位管理员来删。")
        case _:
            store.accounts.remove(name)


def _is_admin(request: Request) -> bool:
    visitor: Visitor = request.state.visitor
    return visitor.account is not None and visitor.account.role == "admin"


def _nothing() -> Response:
    return PlainTextResponse("这里没有页面。", status_code=404)


def _page(request: Request, store: Store, sentence: str = "") -> Response:
    language = language_of(request.cookies.get(COOKIE))
    row = put_words(_ROW, language)
    page = put_words(_PAGE, language).format(
        language=language,
        note=_NOTE.format(sentence) if sentence else "",
        rows=Markup("").join(
            row.format(name=one.name, role=text_in(language, f"role.{one.role}"), day=f"{one.created:%Y-%m-%d}")
            for one in store.accounts.list()
        ),
        roles=Markup("").join(
            Markup('<option value="{}">{}</option>').format(one, text_in(language, f"role.{one}")) for one in ROLES
        ),
    )
    return HTMLResponse(str(page), status_code=400 if sentence else 200, headers={"Cache-Control": "no-store"})
