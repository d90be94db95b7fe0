"""Who is let in, over HTTP, against the application with a store of its own."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient

from assistant.domain.owner import OwnerId
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import Store, open_store
from wenjin_ui.app import build_app, build_keeper
from wenjin_ui.web.cookies import Signatures
from wenjin_ui.web.files import download_address

PASSWORD = "正确 马 电池 订书钉 2026"


class Clock:
    def __init__(self) -> None:
        self.now = datetime.now(tz=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = open_store(tmp_path / "data", now=clock)
    yield store
    store.close()


class Browsers:
    """Clients over one application; each is a browser of its own."""

    def __init__(self, assistant: Assistant, store: Store, uploads: Path) -> None:
        keeper = build_keeper(assistant, store, uploads)
        self._app = build_app(Settings.model_validate({"offline": True}), keeper)
        self._store = store
        self.signatures = Signatures(store.key("session"))

    def new(self, address: str = "10.0.0.1") -> TestClient:
        return TestClient(
            self._app,
            base_url="http://wenjin.test",
            follow_redirects=False,
            client=(address, 1),
        )

    def owner(self, client: TestClient) -> OwnerId:
        held = self.signatures.token(client.cookies[self.signatures.cookie])
        assert held is not None
        visitor = self._store.sessions.find(held[0])
        assert visitor is not None
        return visitor.owner


@pytest.fixture
def browsers(assistant: Assistant, store: Store, tmp_path: Path) -> Browsers:
    return Browsers(assistant, store, tmp_path / "uploads")


def enter(client: TestClient, name: str, password: str) -> int:
    return client.post("/login", data={"name": name, "password": password}).status_code


def test_the_first_visit_begins_a_session_that_scripts_and_other_sites_do_not_get(browsers: Browsers):
    cookie = browsers.new().get("/").headers["set-cookie"]

    assert re.search(r"(?i)httponly", cookie)
    assert re.search(r"(?i)samesite=lax", cookie)
    assert re.search(r"(?i)path=/", cookie)
    assert int(re.findall(r"(?i)max-age=(\d+)", cookie)[0]) > 300 * 86400


def test_the_same_browser_stays_the_same_and_another_is_another(browsers: Browsers):
    anna, bert = browsers.new(), browsers.new()
    for client in (anna, bert):
        client.get("/")
    first = browsers.owner(anna)
    anna.get("/")

    assert browsers.owner(anna) == first
    assert browsers.owner(bert) != first


@pytest.mark.parametrize(
    "path", ["/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=a", "/download/a/b"]
)
def test_without_a_session_there_is_the_page_alone(browsers: Browsers, path: str):
    assert browsers.new().get(path).status_code == 401


def end_changed(value: str) -> str:
    return value[:-2] + ("A" if value[-2] != "A" else "B") + value[-1]


def start_changed(value: str) -> str:
    return ("A" if value[0] != "A" else "B") + value[1:]


def unsigned(value: str) -> str:
    return value.split(".", maxsplit=1)[0]


@pytest.mark.parametrize("change", [end_changed, start_changed, unsigned])
def test_a_changed_cookie_is_no_session(browsers: Browsers, change: Callable[[str], str]):
    anna = browsers.new()
    anna.get("/")
    name = browsers.signatures.cookie
    forged = browsers.new()
    forged.cookies.set(name, change(anna.cookies[name]))

    assert forged.get("/config").status_code == 401
    assert name in forged.get("/").cookies


def test_a_token_signed_with_another_key_is_no_session(browsers: Browsers):
    anna = browsers.new()
    anna.get("/")
    name = browsers.signatures.cookie
    token = anna.cookies[name].rsplit(".", 2)[0]
    forged = browsers.new()
    forged.cookies.set(name, TimestampSigner("f" * 64, salt="wenjin.session").sign(token).decode())

    assert forged.get("/config").status_code == 401


def test_a_session_ends_when_its_time_is_over(browsers: Browsers, clock: Clock):
    anna = browsers.new()
    anna.get("/")
    owner = browsers.owner(anna)
    clock.move(days=401)

    assert anna.get("/config").status_code == 401
    anna.get("/")
    assert browsers.owner(anna) != owner


def test_orders_from_another_site_are_refused(browsers: Browsers):
    anna = browsers.new()
    anna.get("/")
    elsewhere: list[dict[str, str]] = [
        {"Origin": "http://evil.test"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://wenjin.test"},
    ]
    for headers in elsewhere:
        for path in ("/logout", "/login", "/gradio_api/queue/join", "/gradio_api/upload"):
            assert anna.post(path, headers=headers).status_code == 403
    assert anna.post("/logout", headers={"Origin": "http://wenjin.test"}).status_code == 303


def test_every_answer_has_the_headers(browsers: Browsers):
    anna = browsers.new()
    answers = [
        anna.get(path) for path in ("/", "/login", "/file=/etc/hostname", "/download/a/b", "/config", "/theme.css")
    ]

    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src" in answer.headers["content-security-policy"]
        assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "door", ["file=/etc/hostname", "file/etc/hostname", "run-history/records", "runs", "deep_link", "stream/a", "token"]
)
def test_the_frameworks_doors_are_closed_to_everybody(browsers: Browsers, door: str):
    anna = browsers.new()
    anna.get("/")

    assert anna.get(f"/gradio_api/{door}").status_code == 404


def test_with_accounts_the_page_wants_a_login(browsers: Browsers, store: Store):
    stranger = browsers.new()
    stranger.get("/")
    store.accounts.add("王芳", PASSWORD, "scientist")

    assert stranger.get("/").headers["location"] == "/login"
    assert stranger.get("/config").status_code == 401
    assert enter(stranger, "王芳", "不是这个口令吧") == 403
    assert stranger.get("/").status_code == 303
    assert enter(stranger, "王芳", PASSWORD) == 303
    assert stranger.get("/").status_code == 200


def test_login_gives_a_new_token_and_logout_ends_it(browsers: Browsers, store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")
    anna, thief = browsers.new(), browsers.new()
    enter(anna, "王芳", PASSWORD)
    name = browsers.signatures.cookie
    thief.cookies.set(name, anna.cookies[name])
    assert thief.get("/config").status_code == 200

    anna.post("/logout")

    assert thief.get("/config").status_code == 401
    assert name not in anna.cookies


def test_a_session_that_was_fixed_before_login_is_worth_nothing_after_it(browsers: Browsers, store: Store):
    victim = browsers.new()
    victim.get("/")
    name = browsers.signatures.cookie
    fixed = victim.cookies[name]
    store.accounts.add("王芳", PASSWORD, "scientist")
    enter(victim, "王芳", PASSWORD)
    thief = browsers.new()
    thief.cookies.set(name, fixed)

    assert victim.get("/config").status_code == 200
    assert thief.get("/config").status_code == 401


def test_an_account_is_logged_out_when_it_rests(browsers: Browsers, store: Store, clock: Clock):
    store.accounts.add("王芳", PASSWORD, "scientist")
    anna = browsers.new()
    enter(anna, "王芳", PASSWORD)
    clock.move(hours=13)

    assert anna.get("/").headers["location"] == "/login"


def test_the_login_page_tells_no_name_and_runs_no_script(browsers: Browsers, store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")
    anna = browsers.new()
    wrong_name = anna.post("/login", data={"name": "<script>", "password": "x" * 12})
    wrong_word = anna.post("/login", data={"name": "王芳", "password": "x" * 12})

    assert wrong_name.text == wrong_word.text
    assert "<script" not in wrong_name.text


def test_failed_logins_are_throttled_for_the_address_and_not_for_others(browsers: Browsers, store: Store, clock: Clock):
    store.accounts.add("王芳", PASSWORD, "scientist")
    guesser, owner = browsers.new("10.0.0.9"), browsers.new("10.0.0.2")
    for _ in range(5):
        assert "口令不对" in guesser.post("/login", data={"name": "王芳", "password": "0123456789"}).text

    assert "次数太多" in guesser.post("/login", data={"name": "王芳", "password": PASSWORD}).text
    assert enter(owner, "王芳", PASSWORD) == 303
    clock.move(minutes=16)
    assert enter(guesser, "王芳", PASSWORD) == 303


def test_a_huge_login_is_not_read(browsers: Browsers):
    assert browsers.new().post("/login", content=b"name=" + b"a" * 10_000).status_code == 413


def test_a_file_comes_back_to_its_owner_alone(browsers: Browsers, store: Store):
    anna, bert = browsers.new(), browsers.new()
    for client in (anna, bert):
        client.get("/")
    owner = browsers.owner(anna)
    file = store.files.keep(owner, "草稿 一.docx", b"PK secret", origin="made")
    address = download_address(browsers.signatures, owner, file.id, file.name)

    assert anna.get(f"/fetch/{file.id}").headers["location"].startswith("/download/")
    assert bert.get(f"/fetch/{file.id}").status_code == 404
    fetched = anna.get(address)
    assert fetched.content == b"PK secret"
    assert "attachment" in fetched.headers["content-disposition"]
    assert "no-store" in fetched.headers["cache-control"]
    for stranger in (bert, browsers.new()):
        refused = stranger.get(address)
        assert refused.status_code in {401, 404}
        assert b"secret" not in refused.content


def test_a_download_address_that_is_changed_old_or_of_a_deleted_file_is_refused(
    browsers: Browsers, store: Store, monkeypatch: pytest.MonkeyPatch
):
    anna = browsers.new()
    anna.get("/")
    owner = browsers.owner(anna)
    file = store.files.keep(owner, "a.docx", b"secret", origin="made")
    address = download_address(browsers.signatures, owner, file.id, file.name)
    signed = address.split("/")[2]

    assert anna.get(address).status_code == 200
    assert anna.get(address.replace(signed, signed[:-2] + "zz")).status_code == 404
    assert anna.get(address.replace(signed, signed[1:])).status_code == 404
    later = int(time.time()) + 13 * 3600

    def get_timestamp(_: TimestampSigner) -> int:
        return later

    monkeypatch.setattr(TimestampSigner, "get_timestamp", get_timestamp)
    assert anna.get(address).status_code == 404
    monkeypatch.undo()
    store.files.delete(owner, file.id)
    assert anna.get(address).status_code == 404


def test_a_cookie_is_no_download_address(browsers: Browsers):
    anna = browsers.new()
    anna.get("/")

    assert anna.get(f"/download/{anna.cookies[browsers.signatures.cookie]}/x").status_code == 404


def test_handed_over_files_wait_apart_even_where_they_are_alike(browsers: Browsers):
    anna, bert = browsers.new(), browsers.new()
    paths: list[Path] = []
    for client in (anna, bert):
        client.get("/")
        sent = client.post("/gradio_api/upload", files={"files": ("草稿.md", b"same")})
        paths.append(Path(sent.json()[0]))

    assert paths[0] != paths[1]
    assert browsers.owner(anna) in paths[0].parts
    assert browsers.owner(anna) not in paths[1].parts
    paths[0].unlink()
    assert paths[1].read_bytes() == b"same"


@pytest.mark.parametrize("name", ["../../evil.md", "..\\evil.md", "/etc/evil.md", "a\0b.md", "长" * 300 + ".docx"])
def test_a_name_never_leads_out_of_the_folder(browsers: Browsers, tmp_path: Path, name: str):
    anna = browsers.new()
    anna.get("/")
    sent = anna.post("/gradio_api/upload", files={"files": (name, b"x")})

    path = Path(sent.json()[0])
    assert path.resolve().is_relative_to((tmp_path / "uploads" / browsers.owner(anna)).resolve())
    assert path.suffix in {".md", ".docx"}
    assert path.exists()


def test_too_large_and_too_many_files_are_refused(browsers: Browsers, tmp_path: Path):
    anna = browsers.new()
    anna.get("/")

    large = anna.post("/gradio_api/upload", files={"files": ("a.md", b"x" * (20 * 1024 * 1024 + 1))})
    many = anna.post("/gradio_api/upload", files=[("files", (f"{at}.md", b"x")) for at in range(301)])

    assert (large.status_code, many.status_code) == (413, 413)
    assert not list((tmp_path / "uploads").glob("*/*/*"))


def test_a_window_of_another_session_is_neither_heard_nor_told(browsers: Browsers):
    anna, bert = browsers.new(), browsers.new()
    for client in (anna, bert):
        client.get("/")
    assert anna.post("/gradio_api/reset", json={"event_id": "e", "session_hash": "w1"}).status_code != 403

    order = {"session_hash": "w1", "event_id": "e", "fn_index": 0, "data": []}
    for path in ("reset", "cancel", "queue/join"):
        assert bert.post(f"/gradio_api/{path}", json=order).status_code == 403
    assert bert.get("/gradio_api/queue/data?session_hash=w1").status_code == 403
    assert bert.get("/gradio_api/heartbeat/w1").status_code == 403
    assert anna.post("/gradio_api/cancel", json=order).status_code == 200
