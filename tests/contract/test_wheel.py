"""The wheel, built and installed as a user would, in an environment that holds the dependencies and nothing of ours."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wenjin(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of a fresh environment whose path holds a space and Chinese."""
    home = tmp_path_factory.mktemp("clean") / "问津 环境"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = next(path for path in (home / "bin/python", home / "Scripts/python.exe") if path.exists())
    install = ["-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    # A path line adds the dependencies; the editable install of this checkout is not followed from there.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python.with_name("wenjin")


def test_the_wheel_adds_only_names_that_collide_with_nothing(wheel: Path):
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {name for name in names if not name.endswith(".dist-info")} == {"assistant", "wenjin_ui", "wenjin_evals"}


def test_prompts_and_corpus_lie_inside_the_assistant(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()

    assert "assistant/prompts/answer.md" in names
    assert "assistant/reporting/page.css" in names
    assert sum(name.startswith("assistant/corpus/") and name.endswith("notice.txt") for name in names) == 16


def test_an_installed_wheel_answers_away_from_the_checkout(wenjin: Path, tmp_path: Path):
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("WENJIN_", "OPENAI_", "PYTHON"))
    }
    environment["WENJIN_DATA_DIR"] = str(tmp_path / "数据 夹")
    command = [str(wenjin), "ask", "2023年的征集什么时候截止？", "--json"]

    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )

    answer = json.loads(done.stdout)
    assert answer["covered"]
    assert "2023年4月20日" in answer["answer"]
    listed = subprocess.run(
        [str(wenjin), "user", "list"], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert "没有账户" in listed.stdout  # the wheel carries the tables' migrations
