"""A wrong rules.yaml is refused with its line, and nothing of it is taken."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.locations import corpus_root
from assistant.library.rules import load_rules

RULE = """rules:
  - id: house.test.rule
    kind: present
    name: 填写题目
    forms: [problem]
    force: must
    basis: text
    fields: [题目]
    sources:
      - {doc: cast-2022, quote: 题目：（以问句形式提出）}
    message: 缺少{field}。
    examples:
      pass: [{题目: 如何？}]
      fail: [{题目: ''}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A corpus of one programme, whose rules.yaml a test writes itself."""
    for name in ("cast-2022", "house"):
        shutil.copytree(corpus_root() / name, tmp_path / name)
    write(tmp_path, RULE)
    return tmp_path


def write(root: Path, rules: str) -> None:
    (root / "cast-2022" / "rules.yaml").write_text(f"docs: [cast-2022]\n{rules}", "utf-8")


def test_a_right_rule_loads_with_its_clause(root: Path):
    (rule,) = load_rules(root / "cast-2022", root)
    assert rule.sources[0].clause.startswith("附件1")
    assert rule.severity == "error"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("    name: 填写题目", "    nmae: 填写题目", 3, "name"),
        ("    name: 填写题目", "    name: 填写题目\n    colour: red", 6, "colour"),
        ("kind: present", "kind: prezent", 3, "prezent"),
        ("fields: [题目]", "fields: [题木]", 3, "题木"),
        ("quote: 题目：（以问句形式提出）", "quote: 题目：以问句形式提出", 11, "找不到"),
        ("doc: cast-2022,", "doc: cast-1999,", 11, "cast-1999"),
        ("message: 缺少{field}。", "message: 缺少{filed}。", 12, "filed"),
        ("message: 缺少{field}。", "message: 缺少{field。", 12, "花括号"),
        ("      fail: [{题目: ''}]\n", "", 13, "fail"),
        ("      pass: [{题目: 如何？}]\n", "      pass: []\n", 14, "pass"),
        ("force: must", "force: shall", 7, "shall"),
    ],
)
def test_a_wrong_rule_is_refused_with_file_and_line(root: Path, old: str, new: str, line: int, words: str):
    assert old in RULE
    write(root, RULE.replace(old, new))
    with pytest.raises(CorpusError) as caught:
        load_rules(root / "cast-2022", root)
    assert caught.value.where == f"cast-2022/rules.yaml:{line}"
    assert words in str(caught.value)


def test_an_id_that_an_extended_set_uses_is_refused(root: Path):
    write(root, "extends: [house]\n" + RULE.replace("house.test.rule", "house.secrecy.mark"))
    with pytest.raises(CorpusError, match="已经用过") as caught:
        load_rules(root / "cast-2022", root)
    assert caught.value.where == "cast-2022/rules.yaml:4"


def test_a_set_that_extends_nothing_known_is_refused(root: Path):
    write(root, "extends: [nowhere]\n" + RULE)
    with pytest.raises(CorpusError, match="nowhere"):
        load_rules(root / "cast-2022", root)


def test_sets_that_extend_each_other_are_refused(root: Path):
    write(root, "extends: [house]\n" + RULE)
    house = root / "house" / "rules.yaml"
    house.write_text("extends: [cast-2022]\n" + house.read_text("utf-8"), "utf-8")
    with pytest.raises(CorpusError, match="绕成了一圈"):
        load_rules(root / "cast-2022", root)


def test_a_rule_that_rests_on_none_of_the_programmes_documents_is_refused(root: Path):
    shutil.copytree(corpus_root() / "cast-2023", root / "cast-2023")
    write(
        root,
        RULE.replace(
            "{doc: cast-2022, quote: 题目：（以问句形式提出）}", "{doc: cast-2023, quote: 正文长度2000字左右}"
        ),
    )
    with pytest.raises(CorpusError, match="没有引用"):
        load_rules(root / "cast-2022", root)


def test_a_programme_without_rules_has_none(root: Path):
    (root / "cast-2022" / "rules.yaml").unlink()
    assert load_rules(root / "cast-2022", root) == ()
