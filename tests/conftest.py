"""Shared by all tests: outside programs that a machine may lack, and one index for all who search."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli import main

PROGRAMS = {
    "chromium": "chromium",
    "libreoffice": "soffice",
    "calc": "libsclo.so",
    "postgres": "initdb",
    "unshare": "unshare",
}
"""Marker to the program that a test so marked needs; LibreOffice has its spreadsheet as a library beside it."""


def is_here(program: str) -> bool:
    """Say whether a program is installed; Debian keeps those of Postgres beside the path, a folder a version."""
    if program == "initdb" and any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        return True
    office = shutil.which("soffice")
    beside = Path(office).resolve().with_name(program).exists() if office else False
    return beside or shutil.which(program) is not None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is absent; fail it where every program must be there (`.ci/run`)."""
    absent = [name for name, program in PROGRAMS.items() if item.get_closest_marker(name) and not is_here(program)]
    if not absent:
        return
    reason = f"needs {' and '.join(absent)}, absent here"
    if os.environ.get("WENJIN_REQUIRE_PROGRAMS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count aloud what was not tested for want of a program."""
    skipped = terminalreporter.stats.get("skipped", [])
    for name, program in PROGRAMS.items():
        count = sum(
            f"needs {name}" in str(report.longrepr) or f"and {name}" in str(report.longrepr) for report in skipped
        )
        if count:
            terminalreporter.write_line(
                f"NOT TESTED: {count} tests need {name} ({program} is not installed)", yellow=True
            )


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder for the whole run, so that the index is built once."""
    return tmp_path_factory.mktemp("wenjin-data")


@pytest.fixture
def wenjin(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, index_dir: Path
) -> Callable[..., tuple[int, str, str]]:
    """Return a way to run a command in process: its exit status, what it printed, what it said on standard error."""
    monkeypatch.setenv("WENJIN_DATA_DIR", str(index_dir))

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(words)
        shown = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, shown.out, shown.err

    return run
