"""`forms.yaml`: forms and labels as data, each proved by its notice, wrong files refused with their line."""

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.library.forms import load_forms

_FORM = """
forms:
  - name: problem
    title: 撰写格式 模板
    doc: call
    clause: 附件1
    headings: [格式模板]
    fields:
      - {label: 题目, aliases: [标题], guidance: （以问句形式提出）}
      - {label: 意见, signed: true}
"""
_TWICE = """forms:
  - name: report
    title: 甲
    fields:
      - {label: 甲}
      - {label: 乙, aliases: [甲]}
"""
_NOTICE = "附件1\n撰写格式模板\n题目：（以问句\n形式提出）\n意见\n正文"


def _write(root: Path, folder: str, text: str) -> Path:
    (root / folder).mkdir(exist_ok=True)
    (root / folder / "forms.yaml").write_text(text, encoding="utf-8")
    return root / folder


def _corpus(root: Path) -> None:
    _write(root, "call", _FORM)
    (root / "call" / "notice.txt").write_text(_NOTICE, encoding="utf-8")


def test_a_form_is_loaded_with_its_fields(tmp_path: Path):
    _corpus(tmp_path)
    (form,) = load_forms(tmp_path / "call", tmp_path)

    assert (form.name, form.doc, form.clause, form.headings) == ("problem", "call", "附件1", ("格式模板",))
    assert [(one.label, one.aliases, one.guidance, one.signed) for one in form.fields] == [
        ("题目", ("标题",), "（以问句形式提出）", False),
        ("意见", (), "", True),
    ]


def test_a_folder_without_forms_has_none(tmp_path: Path):
    assert load_forms(tmp_path, tmp_path) == ()


def test_forms_of_another_folder_are_taken_over_and_may_be_replaced(tmp_path: Path):
    _corpus(tmp_path)
    report = "extends: call\nforms:\n  - {name: report, title: 报告, fields: [{label: 列表}]}\n"
    _write(tmp_path, "next", report)
    _write(tmp_path, "other", "extends: call\nforms:\n  - {name: problem, title: 新表, fields: [{label: 名称}]}\n")
    _write(tmp_path, "third", "extends: next\n")

    assert [form.title for form in load_forms(tmp_path / "next", tmp_path)] == ["撰写格式 模板", "报告"]
    assert [form.title for form in load_forms(tmp_path / "other", tmp_path)] == ["新表"]
    assert [form.title for form in load_forms(tmp_path / "third", tmp_path)] == ["撰写格式 模板", "报告"]


def test_extra_labels_may_come_from_another_folder(tmp_path: Path):
    _write(tmp_path, "house", "extras: [日期, 签字]\n")
    _write(tmp_path, "a", "extends_extras: house\nextras: [备注]\nforms:\n  - {name: report, title: 甲, fields: []}\n")

    (form,) = load_forms(tmp_path / "a", tmp_path)
    assert set(form.extras) == {"日期", "签字", "备注"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("extends: nowhere\n", "nowhere", 1),
        ("extends: a\n", "绕成了一圈", 1),
        ("extends: b\n", "绕成了一圈", 1),
        ("extends_extras: nowhere\nforms:\n  - {name: report, title: 甲, fields: []}\n", "nowhere", 1),
        ("form: []\n", "不认识键“form”", 1),
        ("forms:\n  - {name: letter, title: 甲, fields: []}\n", "letter", 2),
        (_TWICE, "叫法", 6),
        ("forms:\n  - {name: report, title: 乙, doc: call, clause: 附件1, fields: []}\n", "通知里找不到", 2),
        ("forms:\n  - {name: report, title: 模板, doc: call, clause: 附件1, fields: [{label: 丙}]}\n", "找不到“丙”", 2),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_line(tmp_path: Path, text: str, message: str, line: int):
    _corpus(tmp_path)
    _write(tmp_path, "b", "extends: a\n")
    folder = _write(tmp_path, "a", text)

    with pytest.raises(CorpusError) as caught:
        load_forms(folder, tmp_path)
    assert message in caught.value.message
    assert caught.value.where is not None
    assert caught.value.where.endswith(f"forms.yaml:{line}")
