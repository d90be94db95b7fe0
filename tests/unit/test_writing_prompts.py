from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.prompts import load_prompt

HEAD = "---\nid: draft\nversion: 2\nvariables: [topic]\n---\n写一段话。\n---\n"


def write(root: Path, text: str) -> Path:
    (root / "draft.md").write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("name", ["answer", "repair"])
def test_a_shipped_prompt_loads_and_renders_its_declared_variables(name: str):
    prompt = load_prompt(name)
    values = {variable: f"值{number}" for number, variable in enumerate(sorted(prompt.variables))}
    text = prompt.render(**values)

    assert prompt.id == name
    assert all(value in text for value in values.values())


def test_instructions_and_text_are_kept_apart(tmp_path: Path):
    prompt = load_prompt("draft", write(tmp_path, HEAD + "题目：$topic，价格 $$5\n"))

    assert prompt.instructions == "写一段话。"
    assert prompt.render(topic="冰川") == "题目：冰川，价格 $5"
    assert prompt.version == 2


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        (HEAD + "题目：$topic 和 $year\n", "没有声明的变量“year”", 8),
        (HEAD + "题目。\n", "“topic”没有用到", 4),
        (HEAD + "题目：$topic\n$ 5\n", "不成变量的 $", 9),
        (HEAD.replace("draft", "other") + "$topic", "与文件名不符", 2),
        (HEAD.replace("2", "两") + "$topic", "“version”缺失或无效", 3),
        (HEAD.replace("topic]", "topic]\nauthor: x") + "$topic", "“author”缺失或无效", 5),
        (HEAD.replace("[topic]", "[topic") + "$topic", "不是合法的 YAML", 4),
        ("题目：$topic\n", "三行 ---", 1),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, text: str, said: str, line: int):
    with pytest.raises(CorpusError) as caught:
        load_prompt("draft", write(tmp_path, text))

    assert said in caught.value.message
    assert caught.value.where == f"{tmp_path / 'draft.md'}:{line}"


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(CorpusError) as caught:
        load_prompt("draft", tmp_path)

    assert caught.value.where == str(tmp_path / "draft.md")
