"""The MCP server against the official client, as a process of its own, beside the command line."""

import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import CallToolResult

from assistant.cli import main
from assistant.tools import Tools

TODAY = "2023-03-01"
DRAFT = "题目：如何抑制锂金属负极枝晶生长\n所属类型：前沿科学问题\n问题描述：界面的应力怎样演化，目前并不清楚。\n"
NOTES = "如何抑制锂金属负极枝晶的生长？\n近年来，原位电镜观察到枝晶的成核过程。\n一旦解决，电池寿命将成倍提高。\n"
CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "ask": ({"question": "2023年每个单位可以推荐几个？"}, ["ask", "2023年每个单位可以推荐几个？"]),
    "match": ({"text": "病毒变异怎样影响疫苗保护力", "top": 3}, ["match", "病毒变异怎样影响疫苗保护力", "--top", "3"]),
    "title": (
        {"title": "锂金属负极枝晶研究", "kind": "工程技术难题"},
        ["title", "锂金属负极枝晶研究", "--kind", "工程技术难题"],
    ),
    "problems": ({"query": "锂电池"}, ["problems", "锂电池"]),
    "read": ({"file": "稿/草稿.md"}, ["read", "稿/草稿.md"]),
    "check": ({"files": ["稿"]}, ["check", "稿"]),
    "coverage": (
        {"file": "稿/草稿.md", "direction": "sticoop-2022/1.1"},
        ["coverage", "稿/草稿.md", "--direction", "sticoop-2022/1.1"],
    ),
    "outline": ({"direction": "sticoop-2022/1.1"}, ["outline", "--direction", "sticoop-2022/1.1"]),
    "timeline": ({"programme": "cast-2023"}, ["corpus", "timeline", "cast-2023"]),
    "fill": ({"files": ["笔记.txt"], "form": "problem"}, ["fill", "笔记.txt", "--form", "problem"]),
}
"""Verb to its arguments as a tool, and as words of the command line."""
UNDATED = frozenset({"match", "problems", "read"})
"""Verbs whose result is the same on any day."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "稿").mkdir()
    (tmp_path / "稿" / "草稿.md").write_text(DRAFT, "utf-8")
    (tmp_path / "笔记.txt").write_text(NOTES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def converse(folder: Path, index_dir: Path, work: Callable[[Client], Awaitable[None]]) -> None:
    """Start the server over a folder, do the work with a client and end it."""
    environment = {**os.environ, "WENJIN_DATA_DIR": str(index_dir)}
    command = ["-m", "assistant", "mcp", "--folder", str(folder)]
    parameters = StdioServerParameters(command=sys.executable, args=command, env=environment)

    async def run() -> None:
        async with Client(stdio_client(parameters), read_timeout_seconds=120) as client:
            await work(client)

    anyio.run(run)


def printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main([*words, "--json", "--today", TODAY])
    return json.loads(capsys.readouterr().out)


def test_every_tool_gives_the_json_of_the_command_line(
    folder: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WENJIN_DATA_DIR", str(index_dir))
    given: dict[str, CallToolResult] = {}
    offered: list[str] = []

    async def work(client: Client) -> None:
        offered.extend(tool.name for tool in (await client.list_tools()).tools)
        for name, (arguments, _) in CASES.items():
            given[name] = await client.call_tool(name, arguments if name in UNDATED else {**arguments, "today": TODAY})

    converse(folder, index_dir, work)
    assert sorted(offered) == sorted([*CASES, "export"])
    for name, (_, words) in CASES.items():
        result, expected = given[name].structured_content, printed(words, capsys)
        assert not given[name].is_error
        assert result is not None
        assert json.loads(getattr(given[name].content[0], "text", "")) == result, name
        assert without_time(result) == without_time(expected), name


def without_time(result: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key != "elapsed_ms"}


def test_a_draft_is_written_as_a_new_file_and_never_over_another(folder: Path, index_dir: Path) -> None:
    async def work(client: Client) -> None:
        wanted = {"file": "稿/草稿.md", "form": "problem", "output": "官方.docx"}
        first = await client.call_tool("export", wanted)
        again = await client.call_tool("export", wanted)
        assert first.structured_content is not None
        assert first.structured_content["output"] == "官方.docx"
        assert again.is_error
        assert again.structured_content is not None
        assert again.structured_content["error"]["code"] == "bad-input"

    converse(folder, index_dir, work)
    assert (folder / "官方.docx").read_bytes().startswith(b"PK")


def test_files_outside_the_folders_are_neither_read_nor_written(
    folder: Path, index_dir: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("别处") / "秘密.txt"
    secret.write_text("题目：别人的题目", "utf-8")
    (folder / "链接.txt").symlink_to(secret)

    async def work(client: Client) -> None:
        for name in (str(secret), "../" + secret.parent.name + "/秘密.txt", "链接.txt"):
            for tool, arguments in (("read", {"file": name}), ("check", {"files": [name]})):
                refused = await client.call_tool(tool, arguments)
                assert refused.is_error
                assert "别人的题目" not in refused.model_dump_json()
        wanted = {"file": "稿/草稿.md", "form": "problem", "output": str(secret.with_name("新.docx"))}
        assert (await client.call_tool("export", wanted)).is_error

    converse(folder, index_dir, work)
    assert [one.name for one in secret.parent.iterdir()] == ["秘密.txt"]


def test_wrong_arguments_unknown_tools_and_empty_questions_are_said_in_chinese(folder: Path, index_dir: Path) -> None:
    calls = (("match", {"text": "枝晶", "top": 99}), ("ask", {"question": " "}), ("ask", {}), ("delete", {}))

    async def work(client: Client) -> None:
        for name, arguments in calls:
            result = await client.call_tool(name, arguments)
            assert result.is_error
            assert result.structured_content is not None
            error = result.structured_content["error"]
            assert error["code"] in {"bad-input", "unknown-name"}
            assert error["message"].endswith("。")

    converse(folder, index_dir, work)


def test_a_folder_that_does_not_exist_is_refused_before_the_server_starts(
    tmp_path: Path, index_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WENJIN_DATA_DIR", str(index_dir))
    with pytest.raises(SystemExit) as ended:
        main(["mcp", "--folder", str(tmp_path / "没有")])
    assert ended.value.code == 2
    assert "没有这个文件夹" in capsys.readouterr().err


def test_every_tool_is_a_verb_with_typed_arguments() -> None:
    for name in [*CASES, "export"]:
        assert getattr(Tools, name).__annotations__["return"]
