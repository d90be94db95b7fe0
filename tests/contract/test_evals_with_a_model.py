"""The evals' runner with a model: the same questions, asked of a scripted server, with its name in the answers."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.loopback import Reply, serve

CASE = {
    "id": "m-1",
    "type": "fact-number",
    "answer": "三类各3-5个",
    "question": "2023年每个单位可以推荐几个问题？",
    "evidence": [{"doc": "cast-2023", "quote": "每个推荐单位可推荐前沿科学问题、工程技术难题和产业技术问题各3-5个"}],
    "must_include": [["3-5个"]],
    "must_not_include": [],
}


def repeat_points(body: dict[str, Any]) -> Reply:
    """Word every point as it stands, quoting the passage that it rests on: what a careful model would do."""
    lines = [json.loads(line) for line in str(body["messages"][1]["content"]).splitlines() if line.startswith("{")]
    points = [one for one in lines if "rests_on" in one]
    sentences = [
        {
            "text": f"{one['call']}规定，{one['text']}。",
            "evidence": [{"id": id_, "quote": one["text"]} for id_ in re.findall(r"C\d+", one["rests_on"])[:1]],
        }
        for one in points
    ]
    return Reply(content=json.dumps({"sentences": sentences}, ensure_ascii=False))


def test_the_runner_measures_the_configured_model_on_the_same_questions(
    wenjin: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps(CASE, ensure_ascii=False) + "\n", "utf-8")
    with serve() as endpoint:
        endpoint.answer = repeat_points
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-eval-11")
        monkeypatch.setenv("WENJIN_MODEL", "scripted-1")
        _, out, _ = wenjin("ask", str(CASE["question"]), "--json", "--today", "2023-03-01")
        asked = len(endpoint.requests)
        status, figures, _ = wenjin("eval", "questions", "--cases", str(cases), "--today", "2023-03-01")
    answer = json.loads(out)

    assert status == 0
    assert answer["writer"] == "scripted-1"
    assert (answer["made"]["prompt"], answer["made"]["model"]) == ("answer@3", "scripted-1")
    assert len(endpoint.requests) > asked
    assert "questions" in figures
