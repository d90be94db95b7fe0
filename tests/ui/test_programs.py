"""The verbs over HTTP, asked by the framework's own client, beside the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client

from wenjin_ui.frame.programs import VERBS

TODAY = "2023-03-01"
DRAFT = "题目：如何抑制锂金属负极枝晶生长\n所属类型：前沿科学问题\n问题描述：界面的应力怎样演化，目前并不清楚。\n"
NOTES = "如何抑制锂金属负极枝晶的生长？\n近年来，原位电镜观察到枝晶的成核过程。\n一旦解决，电池寿命将成倍提高。\n"
Wenjin = Callable[..., tuple[int, str, str]]


class Program:
    """A program with a session of its own; another one has another session."""

    def __init__(self, address: str) -> None:
        self._http = httpx.Client(base_url=address, timeout=60)
        self._http.get("/")
        cookies = {"cookies": dict(self._http.cookies)}
        self.client = Client(address, httpx_kwargs=cookies, verbose=False, analytics_enabled=False)

    def call(self, verb: str, given: dict[str, Any]) -> dict[str, Any]:
        return self.client.predict(**given, api_name=f"/{verb}")

    def hand_over(self, name: str, text: str) -> str:
        return self._http.post("/gradio_api/upload", files={"files": (name, text.encode())}).json()[0]


@pytest.fixture(scope="module")
def program(address: str) -> Program:
    return Program(address)


def test_every_verb_gives_the_json_of_the_command_line(
    program: Program, wenjin: Wenjin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "草稿.md").write_text(DRAFT, "utf-8")
    (tmp_path / "笔记.txt").write_text(NOTES, "utf-8")
    monkeypatch.chdir(tmp_path)
    draft, notes = program.hand_over("草稿.md", DRAFT), program.hand_over("笔记.txt", NOTES)
    question, problem, direction = "2023年每个单位可以推荐几个？", "病毒变异怎样影响疫苗保护力", "sticoop-2022/1.1"
    day = {"today": TODAY}
    cases: dict[str, tuple[dict[str, Any], list[str]]] = {
        "ask": ({"question": question, **day}, [question]),
        "match": ({"text": problem, "top": 3}, [problem, "--top", "3"]),
        "title": (
            {"title": "锂金属负极枝晶研究", "kind": "工程技术难题", **day},
            ["锂金属负极枝晶研究", "--kind", "工程技术难题"],
        ),
        "problems": ({"query": "锂电池"}, ["锂电池"]),
        "read": ({"file": draft}, ["草稿.md"]),
        "check": ({"files": [draft], **day}, ["草稿.md"]),
        "coverage": ({"file": draft, "direction": direction, **day}, ["草稿.md", "--direction", direction]),
        "outline": ({"direction": direction, **day}, ["--direction", direction]),
        "timeline": ({"programme": "cast-2023", **day}, ["cast-2023"]),
        "fill": ({"files": [notes], "form": "problem", **day}, ["笔记.txt", "--form", "problem"]),
    }

    assert sorted(cases) == sorted(VERBS)
    for verb, (given, words) in cases.items():
        command = ["corpus", verb] if verb == "timeline" else [verb]
        printed = json.loads(wenjin(*command, *words, "--json", "--today", TODAY)[1])
        assert without_time(program.call(verb, given)) == without_time(printed), verb


def without_time(result: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key != "elapsed_ms"}


def test_only_the_verbs_are_offered_each_with_its_parameters(program: Program):
    offered = program.client.view_api(return_format="dict", print_info=False)

    assert isinstance(offered, dict)
    assert sorted(offered["named_endpoints"]) == sorted(f"/{verb}" for verb in VERBS)
    assert not offered["unnamed_endpoints"]
    parameters = offered["named_endpoints"]["/check"]["parameters"]
    assert [one["parameter_name"] for one in parameters] == [
        *("files", "programme", "form", "direction", "view", "package", "today")
    ]


def test_the_files_of_another_session_are_refused(program: Program, address: str):
    secret = program.hand_over("秘密.md", DRAFT)

    refused = Program(address).call("check", {"files": [secret]})

    assert refused["error"]["code"] == "bad-input"
    assert refused["error"]["message"] == "这个文件不是您交来的。"
    assert "秘密" not in json.dumps(refused, ensure_ascii=False)


@pytest.mark.parametrize(
    ("verb", "given"), [("match", {"text": "锂电池", "top": 0}), ("ask", {"question": "截止", "today": "明天"})]
)
def test_wrong_arguments_are_named(program: Program, verb: str, given: dict[str, Any]):
    error = program.call(verb, given)["error"]

    assert error["code"] == "bad-input"
    assert error["where"].startswith(f"{verb}：")
