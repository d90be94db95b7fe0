"""After installation everything works with the network cut: the verbs run in a namespace without any interface."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.unshare

DRAFT = """题目：钠离子电池界面反应机制研究
Title: A study of interfacial reactions in sodium-ion batteries
所属类型：前沿科学问题
所属领域：资源能源
关键词：钠离子电池；界面；电解液；循环
问题描述：钠离子电池的界面反应决定其循环寿命，其机制尚不清楚。
"""


def wenjin(data: Path, *words: str) -> dict[str, object]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("WENJIN_", "OPENAI_"))}
    unshare = shutil.which("unshare")
    assert unshare
    command = [unshare, "--map-root-user", "--net", sys.executable, "-m", "assistant", *words, "--json"]
    done = subprocess.run(
        command, env=kept | {"WENJIN_DATA_DIR": str(data)}, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index is built without a network."""
    folder = tmp_path_factory.mktemp("data")
    wenjin(folder, "corpus", "build")
    return folder


def test_questions_are_answered(data: Path):
    assert wenjin(data, "ask", "2023年每个推荐单位可以推荐几个问题？")["covered"] is True


def test_problems_are_matched(data: Path):
    assert wenjin(data, "match", "蚊子怎样把病毒传给人")["matches"]


def test_drafts_are_judged(data: Path, tmp_path: Path):
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, "utf-8")

    reports = wenjin(data, "check", str(draft), "--programme", "cast-2023")["reports"]

    assert isinstance(reports, list)
    assert reports[0]["verdict"] == "fail"


def test_titles_are_rephrased(data: Path):
    assert wenjin(data, "title", "钠离子电池界面反应机制研究")["candidates"]
