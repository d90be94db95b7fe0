import os
import socket
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant
from tests.ui.visits import FAILED, Visit, open_browser, visit_page


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note a failure where the fixture of the browser can see it."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def settings(index_dir: Path) -> Settings:
    return Settings.model_validate({"data_dir": index_dir, "offline": True})


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    return build_assistant(settings)


@pytest.fixture(scope="session")
def server_temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the server puts handed-over files."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def address(assistant: Assistant, index_dir: Path, server_temp: Path) -> Iterator[str]:
    """Return the address of the real server, started as a user starts it."""
    _ = assistant.search  # the index is there before the server wants it
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = subprocess.Popen(
        [sys.executable, "-m", "assistant", "ui", "--port", str(port)],
        env={**os.environ, "WENJIN_DATA_DIR": str(index_dir), "WENJIN_OFFLINE": "true", "TMPDIR": str(server_temp)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert started.stdout is not None
    try:
        said = started.stdout.readline()
        assert f"http://127.0.0.1:{port}" in said
        yield f"http://127.0.0.1:{port}"
    finally:
        started.terminate()
        started.wait(timeout=20)
        started.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visit_page(browser, address, request.node) as visit:
        yield visit
