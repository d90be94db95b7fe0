from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from assistant.errors import CorpusError
from assistant.library.located_yaml import load_yaml


class Length(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    kind: Literal["length"]
    maximum: int


class Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    kind: Literal["choice"]
    values: tuple[str, ...]


class File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    on: date | None = None
    rules: tuple[Annotated[Length | Choice, Field(discriminator="kind")], ...] = ()


def load(folder: Path, text: str) -> File:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return load_yaml(path, File).value


def fail(folder: Path, text: str) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        load(folder, text)
    return caught.value


def test_a_file_is_read_into_its_types(tmp_path: Path):
    file = load(tmp_path, "title: 名\non: 2022-01-30\nrules:\n  - {id: a, kind: choice, values: [yes, '1', 否]}\n")
    assert file.on == date(2022, 1, 30)
    assert file.rules[0] == Choice(id="a", kind="choice", values=("yes", "1", "否"))


def test_keys_stay_as_written(tmp_path: Path):
    path = tmp_path / "expansions.yaml"
    path.write_text("2.1: [a]\n2.10: [b]\n", encoding="utf-8")
    assert load_yaml(path, dict[str, tuple[str, ...]]).value == {"2.1": ("a",), "2.10": ("b",)}


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path):
    assert load(tmp_path, "\ufefftitle: 名\n").title == "名"


def test_every_part_knows_its_line(tmp_path: Path):
    path = tmp_path / "rules.yaml"
    path.write_text("title: 名\nrules:\n  - id: a\n    kind: length\n    maximum: 3\n", encoding="utf-8")
    located = load_yaml(path, File)
    assert located.where("rules", 0, "maximum").endswith("/rules.yaml:5")
    assert located.where("rules", 0, "absent").endswith("/rules.yaml:3")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: 名\ntitel: 名\n", 2, "不认识键“titel”。"),
        ("on: null\n", 1, "缺少键“title”。"),
        ("title: 名\nrules:\n  - id: a\n    kind: length\n", 3, "缺少键“maximum”。"),
        (
            "title: 名\nrules:\n  - id: a\n    kind: length\n    maximum: 多\n",
            5,
            "“maximum”的值“多”不对，这里应当是整数。",
        ),
        ("title: [名]\n", 1, "这里应当是文字。"),
        ("title: 名\non: 昨天\n", 2, "YYYY-MM-DD"),
        ("title: 名\nrules:\n  - id: a\n    kind: lenght\n", 3, "种类“lenght”不认识"),
        ("title: 名\nrules:\n  - id: a\n", 3, "缺少键'kind'。"),
        ("title: 名\ntitle: 名\n", 2, "键“title”重复了。"),
        (
            "title: 名\nrules:\n  - {id: a, kind: length, maximum: 1}\n  - {id: a, kind: length, maximum: 2}\n",
            4,
            "编号“a”重复了。",
        ),
        ("title: 名\n rules: [\n", 2, "不是正确的 YAML"),
        ("title: &a 名\nrules: *a\n", 1, "锚点"),
        ("title: 名\n? [a]\n: 1\n", 2, "键必须是一个词。"),
        ("- title\n", 1, "键和值"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str):
    error = fail(tmp_path, text)
    assert message in error.message
    assert error.where == f"{tmp_path.name}/rules.yaml:{line}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "空的"),
        (b"# \xe5\xad\x97\n", "空的"),
        ("标题: 名".encode("gb18030"), "UTF-8"),
        (b"a: \x00", "不允许的字符"),
    ],
)
def test_a_file_that_is_no_text_is_named(tmp_path: Path, content: bytes, message: str):
    path = tmp_path / "rules.yaml"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=message) as caught:
        load_yaml(path, File)
    assert caught.value.where == f"{tmp_path.name}/rules.yaml"


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(CorpusError, match="找不到这个文件") as caught:
        load_yaml(tmp_path / "rules.yaml", File)
    assert caught.value.where == f"{tmp_path.name}/rules.yaml"


def test_an_unknown_tag_builds_no_object(tmp_path: Path):
    assert "文字" in fail(tmp_path, "title: !!python/object/apply:os.getcwd []\n").message
