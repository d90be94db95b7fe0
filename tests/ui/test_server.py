"""The real server asked over HTTP, without a browser."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import gradio.analytics
import httpx
import pytest

from assistant.errors import ConfigurationError
from assistant.service import Assistant
from assistant.settings import Settings
from wenjin_ui.app import serve
from wenjin_ui.frame.programs import VERBS


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as client:
        client.get("/")  # begins a session
        yield client


def test_the_page_forbids_everything_that_is_not_its_own(client: httpx.Client):
    policy = client.get("/").headers["content-security-policy"]

    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "http" not in policy
    assert "*" not in policy


def test_the_page_names_no_font_style_or_script_of_another_host(client: httpx.Client):
    html = client.get("/").text

    assert "googleapis" not in html
    assert "cdnjs" not in html
    assert "问津" in html
    theme = client.get("/theme.css").text
    assert theme
    assert not re.search(r"url\((?!\s*[\"']?data:)|@import", theme)


def test_a_handed_over_file_cannot_be_fetched_by_anyone(client: httpx.Client):
    sent = client.post("/gradio_api/upload", files={"files": ("草稿.md", "题目：秘密".encode())})
    path = sent.json()[0]

    assert Path(path).exists()
    for door in ("/gradio_api/file=", "/file=", "/gradio_api/file/"):
        answer = client.get(f"{door}{path}")
        assert answer.status_code == 404
        assert "秘密" not in answer.text


def test_a_file_over_the_limit_is_refused(client: httpx.Client):
    sent = client.post("/gradio_api/upload", files={"files": ("大.md", b"a" * (21 * 1024 * 1024))})

    assert sent.status_code == 413


def test_programs_are_offered_the_verbs_and_nothing_else(client: httpx.Client):
    offered = client.get("/gradio_api/info").json()

    assert set(offered["named_endpoints"]) == {f"/{verb}" for verb in VERBS}
    assert offered["unnamed_endpoints"] == {}
    assert client.get("/openapi.json").status_code == 404


def test_analytics_are_off():
    assert gradio.analytics.analytics_enabled() is False


def test_a_busy_port_is_one_sentence(settings: Settings, assistant: Assistant):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(ConfigurationError) as refused:
            serve(settings.model_copy(update={"port": port}), assistant)

    assert "端口已被占用" in refused.value.message
    assert refused.value.where == f"127.0.0.1:{port}"
    assert refused.value.exit_status == 2
