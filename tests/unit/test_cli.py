"""The command line as its users and the tools that rely on it see it; in process, over the shipped corpus."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.text import squash
from tests.unit.unit_files import TOPICS, make_unit

Run = Callable[..., tuple[int, str, str]]


def test_ask_prints_one_json_value_with_the_fields_of_the_contract(wenjin: Run):
    status, out, _ = wenjin("ask", "2023年的征集什么时候截止？", "--json", "--today", "2023-03-01")

    answer = json.loads(out)
    assert status == 0
    assert {
        "question",
        "covered",
        "answer",
        "citations",
        "derived",
        "nearest",
        "writer",
        "warnings",
        "elapsed_ms",
    } <= set(answer)
    assert answer["citations"][0]["doc"] == "cast-2023"


def test_every_quote_stands_in_its_notice_at_its_span(wenjin: Run):
    _, out, _ = wenjin("ask", "2022年专家推荐委员会要多少位专家？", "--json")
    _, clauses, _ = wenjin("corpus", "clauses", "cast-2022", "--json")

    paths = {json.loads(line)["clause"] for line in clauses.splitlines()}
    root = Path(__file__).parents[2] / "corpus"
    for citation in json.loads(out)["citations"]:
        text = (root / citation["programme"] / "notice.txt").read_bytes().decode("utf-8")
        start, end = citation["span"]

        assert squash(citation["quote"]) in squash(text[start:end])
        assert citation["programme"] != "cast-2022" or citation["clause"] in paths


def test_directions_prints_one_whole_object_a_line(wenjin: Run):
    _, out, _ = wenjin("corpus", "directions", "--json")

    rows = [json.loads(line) for line in out.splitlines()]
    assert len(rows) == 261
    assert sum(row["doc"] == "sticoop-2022" for row in rows) == 39
    assert all(row["title"] and row["research_content"] for row in rows)


def test_verify_finds_every_character_accounted_for(wenjin: Run):
    status, out, _ = wenjin("corpus", "verify", "--json")

    assert status == 0
    assert all(account["violations"] == [] for account in json.loads(out))


def test_a_batch_goes_on_after_a_bad_line_and_keeps_order_and_ids(wenjin: Run, tmp_path: Path):
    rows = [
        '{"id": "a", "query": "锂电池热失控"}',
        "不是JSON",
        '{"id": "c"}',
        '{"id": "d", "query": "虫媒病毒如何传播"}',
    ]
    batch = tmp_path / "批.jsonl"
    batch.write_text("\n".join(rows), "utf-8")

    status, out, _ = wenjin("match", "--batch", str(batch), "--json")

    results = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [result["id"] for result in results] == ["a", None, "c", "d"]
    assert ["error" in result for result in results] == [False, True, True, False]
    assert "批.jsonl:2" in results[1]["error"]["where"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", "  "), "空"),
        (("ask", "问", "--programme", "cast-2031"), "cast-2031"),
        (("check", "没有这个文件.docx"), "没有这个文件.docx"),
        (("match",), "没有给出内容"),
        (("schema", "fly"), "fly"),
        (("ask", "问", "--today", "昨天"), "昨天"),
        (("ask", "--batch", "没有.jsonl"), "没有.jsonl"),
        (("fly",), "fly"),
    ],
)
def test_bad_input_gives_one_chinese_sentence_and_status_2(wenjin: Run, words: tuple[str, ...], said: str):
    status, _, err = wenjin(*words)

    assert status == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_an_unknown_environment_variable_is_refused_by_name(wenjin: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WENJIN_MODLE", "x")

    status, _, err = wenjin("corpus", "list")

    assert status == 2
    assert "WENJIN_MODLE" in err


def test_every_verb_with_a_schema_prints_what_fits_it(wenjin: Run):
    for verb in ("ask", "match", "title", "problems", "check", "read"):
        status, out, _ = wenjin("schema", verb)

        assert status == 0
        assert json.loads(out)["type"] == "object"


def test_check_exits_with_1_where_an_error_was_found(wenjin: Run, tmp_path: Path):
    draft = tmp_path / "草稿.md"
    draft.write_text(
        "题目：界面反应机制研究\nTitle:\n所属类型：前沿科学问题\n所属领域：\n关键词：一；二\n问题描述："
        + "界面反应。" * 20,
        "utf-8",
    )

    status, out, _ = wenjin("check", str(draft), "--programme", "cast-2023", "--json", "--today", "2023-03-01")

    report = json.loads(out)["reports"][0]
    found = {finding["rule"]: finding for finding in report["findings"]}
    assert status == 1
    assert report["verdict"] == "fail"
    assert found["cast.title.question-form"]["source"]["quote"]
    assert found["cast.keywords.zh-count"]["measured"] == 2


def test_check_decodes_gb18030_text(wenjin: Run, tmp_path: Path):
    draft = tmp_path / "草稿.txt"
    draft.write_bytes(
        "题目：如何调控钠离子电池的界面反应？\n所属类型：前沿科学问题\n关键词：钠离子电池；界面；电解液；循环\n问题描述：正文。".encode(
            "gb18030"
        )
    )

    _, out, _ = wenjin("read", str(draft), "--json")

    assert "如何调控钠离子电池的界面反应？" in [field["text"] for field in json.loads(out)["fields"]]


def test_doctor_names_what_is_in_use_and_no_secret(wenjin: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")

    status, out, err = wenjin("doctor")

    assert status == 0
    assert "内置引擎" in out
    assert "sk-very-secret" not in out + err


def test_list_names_the_sixteen_programmes(wenjin: Run):
    status, out, _ = wenjin("corpus", "list")

    assert status == 0
    assert len(out.splitlines()) == 16


def test_check_judges_a_package_as_the_contract_says(wenjin: Run, tmp_path: Path):
    make_unit(tmp_path / "unit", "form missing")
    status, out, _ = wenjin("check", "--package", str(tmp_path / "unit"), "--json", "--today", "2023-03-01")
    result = json.loads(out)

    assert status == 1
    assert set(result["package"]) >= {"verdict", "files", "missing", "findings"}
    assert result["package"]["verdict"] == "fail"
    assert {one["role"] for one in result["package"]["files"]} == {"problem", "recommendation", "report", "plan"}
    assert len(result["reports"]) == len(result["package"]["files"]) == 21
    assert result["package"]["missing"] == [f"推荐表（{TOPICS[5].title}）"]
    assert [one["rule"] for one in result["package"]["findings"]] == ["cast.batch.files"]


def test_check_without_package_runs_no_rule_on_several_drafts(wenjin: Run, tmp_path: Path):
    for name in ("甲.md", "乙.md"):
        (tmp_path / name).write_text("题目：如何抑制锂枝晶的生长？\n问题描述：" + "界面在变化。" * 60, "utf-8")
    _, out, _ = wenjin("check", str(tmp_path), "--json", "--today", "2023-03-01")
    result = json.loads(out)

    assert result["package"] is None
    assert not [one for report in result["reports"] for one in report["findings"] if ".batch." in one["rule"]]
    assert [Path(report["file"]).name for report in result["reports"]] == ["乙.md", "甲.md"]
    assert result["reports"][0]["entry"]["title"] == "如何抑制锂枝晶的生长？"


def test_a_chat_puts_drafts_together(wenjin: Run, tmp_path: Path):
    for name in ("甲.md", "乙.md"):
        (tmp_path / name).write_text(
            "题目：锂枝晶的研究\n所属类型：前沿科学问题\n问题描述：" + "界面在变化。" * 60, "utf-8"
        )
    row = {"id": "1", "messages": [{"role": "user", "content": "汇总这些稿件"}], "files": [str(tmp_path)]}
    (tmp_path / "chat.jsonl").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    _, out, _ = wenjin("chat", "--batch", str(tmp_path / "chat.jsonl"), "--today", "2023-03-01")
    exchange = json.loads(out)

    assert exchange["verb"] == "check"
    assert exchange["arguments"]["overview"] is True
    assert [one["entry"]["kind"] for one in exchange["result"]["roster"]] == ["前沿科学问题"] * 2
    assert "老师，您好！" in exchange["result"]["letters"][0]["text"]


def test_check_shows_waived_findings_apart_and_compares_with_an_earlier_version(wenjin: Run, tmp_path: Path):
    text = "题目：{}\n所属类型：前沿科学问题\n关键词：枝晶；负极\n问题描述：" + "界面在变化。" * 60
    (tmp_path / "旧.md").write_text(text.format("锂枝晶的研究"), "utf-8")
    (tmp_path / "新.md").write_text(text.format("如何抑制锂枝晶的生长？"), "utf-8")
    entry = {
        "rule": "cast.keywords.zh-count",
        "file": "新.md",
        "reason": "另行补充",
        "by": "许望舒",
        "until": "2023-04-20",
    }
    (tmp_path / "豁免.json").write_text(json.dumps({"waivers": [entry]}, ensure_ascii=False), "utf-8")
    words = (str(tmp_path / "新.md"), "--against", str(tmp_path / "旧.md"), "--waivers", str(tmp_path / "豁免.json"))
    _, out, _ = wenjin("check", *words, "--json", "--today", "2023-03-01")
    _, shown, _ = wenjin("check", *words, "--today", "2023-03-01")
    result = json.loads(out)

    assert [one["finding"]["rule"] for one in result["reports"][0]["waived"]] == ["cast.keywords.zh-count"]
    assert [one["rule"] for one in result["comparisons"][0]["mended"]] == ["cast.title.question-form"]
    assert "与旧稿对比" in shown
    assert "豁免理由：另行补充" in shown


def test_a_wrong_file_of_waivers_is_told_in_one_sentence(wenjin: Run, tmp_path: Path):
    (tmp_path / "稿.md").write_text("题目：如何？\n问题描述：" + "界面在变化。" * 60, "utf-8")
    (tmp_path / "豁免.yaml").write_text("waivers:\n  - rule: a\n    file: 稿.md\n", "utf-8")
    status, _, err = wenjin("check", str(tmp_path / "稿.md"), "--waivers", str(tmp_path / "豁免.yaml"))

    assert status == 2
    assert "豁免.yaml:2" in err
    assert "豁免文件有误" in err
    assert len(err.strip().splitlines()) == 1
