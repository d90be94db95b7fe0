"""`export` as its users see it: the official form, what waits, what was hidden, where the file goes."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

from assistant.checks.anonymising import find_employer, hide, list_names
from assistant.documents.fields import recognise
from assistant.documents.reading import read_bytes, read_document
from assistant.domain.exported import FilledForm, Item, TextLine
from assistant.exporting.rendering import render
from tests.unit.checking import forms
from tests.unit.word_files import read_parts

Run = Callable[..., tuple[int, str, str]]

FORM = next(one for one in forms() if one.name == "problem")
DRAFT = """题目：如何揭示深部煤岩体在高应力与渗流耦合下的失稳机制？
Title: How to reveal the instability mechanism of deep coal rock?
类型：前沿科学问题
作者：林晚舟，东湖理工大学，13800001234，lin@example.org
关键词：深部；煤岩；渗流；失稳
Keywords: deep; coal; seepage; instability
问题描述：
深部开采面临高应力。林 晚 舟团队认为“双碳”目标下精度应优于 5 %——详见 010-62000000。
问题背景
（简要介绍本问题在现阶段学术研究和科技发展中的产生背景）
东湖理工大学观测到 15000000 吨/年的产能，证件号 110101199003070011。
"""
PIONEER = """“科创中国”榜单推荐表（先导技术）
技术名称：深井煤岩失稳预警技术
联系人：林晚舟
联系电话：13800001234
技术团队简介：负责人林晚舟。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_the_account_names_what_waits_and_what_was_taken_out(wenjin: Run, draft: Path):
    out = draft.with_name("导出.docx")
    status, said, _ = wenjin("export", str(draft), "-o", str(out), "--json")

    exported = json.loads(said)
    texts = {one["label"]: one["text"] for one in exported["fields"]}
    assert status == 0
    assert exported["output"] == str(out)
    assert exported["wanted"] == ["所属领域", "所属学科", "最新进展", "重要意义"]
    assert exported["guidance"] == ["问题背景"]
    assert exported["changed"] == []
    assert texts["所属类型"] == "前沿科学问题"
    assert texts["最新进展"] == "【待补充：最新进展】"
    assert texts["问题描述"] == DRAFT.splitlines()[7]


def test_the_word_file_is_a4_in_the_official_fonts_and_names_no_person(wenjin: Run, draft: Path):
    out = draft.with_name("导出.docx")
    wenjin("export", str(draft), "-o", str(out))

    parts = {name: _read(content) for name, content in read_parts(out.read_bytes()).items() if name.endswith(".xml")}
    assert 'w:w="11906" w:h="16838"' in parts["word/document.xml"]
    assert 'w:eastAsia="仿宋"' in parts["word/styles.xml"]
    assert 'w:eastAsia="黑体"/><w:b/></w:rPr><w:t>题目：</w:t>' in parts["word/document.xml"]
    assert docx.Document(str(out)).core_properties.author == ""
    assert "python-docx" not in parts["docProps/core.xml"]


def _read(content: str | bytes) -> str:
    return content.decode() if isinstance(content, bytes) else content


def test_table_forms_are_tables_with_a_row_for_each_item(wenjin: Run, tmp_path: Path):
    source, out = tmp_path / "表.txt", tmp_path / "表.docx"
    source.write_text(PIONEER, encoding="utf-8")
    wenjin("export", str(source), "-o", str(out))

    rows = [[cell.text for cell in row.cells] for row in docx.Document(str(out)).tables[0].rows]
    assert rows[0] == ["技术基本情况", "技术基本情况"]
    assert ["技术名称", "深井煤岩失稳预警技术"] in rows
    assert ["推荐单位意见", "【待补充：推荐单位意见】"] in rows
    assert len(rows) == 18


@pytest.mark.parametrize("kind", ["docx", "md", "txt"])
def test_an_anonymous_form_holds_nothing_of_the_author(wenjin: Run, draft: Path, kind: str):
    out = draft.with_name(f"匿名.{kind}")
    _, said, _ = wenjin("export", str(draft), "--anonymous", "-o", str(out), "--json")
    _, read, _ = wenjin("read", str(out), "--json")

    gone = {(one["label"], one["what"]) for one in json.loads(said)["removed"]}
    assert not any(word in read for word in ("晚舟", "晚 舟", "13800001234", "62000000", "@", "东湖", "19900307"))
    assert "15000000 吨" in read
    assert gone == {
        ("作者信息", "整栏"), ("问题描述", "姓名"), ("问题描述", "电话"), ("问题背景", "单位"), ("问题背景", "证件号"),
    }  # fmt: skip


def test_an_author_is_hidden_in_prose_however_spoken_of(wenjin: Run, draft: Path):
    prose = DRAFT.replace("林晚舟，东湖理工大学，", "林晚舟，东湖理工大学资源学院教授，").replace("lin@", "linwanzhou@")
    draft.write_text(
        f"{prose}林教授课题组与晚舟老师的学生、东湖理工大学资源学院合作（Lin W Z, 2021），微信lwz_2021，可联系晚舟。\n"
        "林区的晚舟航运与此无关，Linear W 模型也无关。\n",
        encoding="utf-8",
    )
    _, hidden, _ = wenjin("export", str(draft), "--format", "txt", "--anonymous")
    last = "".join(hidden[hidden.index("问题背景") :].split())

    assert not any(word in last for word in ("林教授", "晚舟老师", "东湖", "资源学院", "LinW", "lwz", "联系晚舟"))
    assert "林区的晚舟航运与此无关，LinearW模型也无关。" in last


def test_lines_of_no_item_go_behind_the_form_and_out_of_an_anonymous_one(wenjin: Run, draft: Path):
    draft.write_text("林晚舟的第三稿\n" + DRAFT, encoding="utf-8")
    _, whole, _ = wenjin("export", str(draft), "--format", "md")
    _, hidden, said = wenjin("export", str(draft), "--format", "md", "--anonymous")

    assert whole.index("重要意义") < whole.index("## 附录") < whole.index("林晚舟的第三稿")
    assert "第三稿" not in hidden
    assert "未归入栏目的文字" in said


def test_the_draft_itself_is_never_written_over(wenjin: Run, draft: Path):
    status, _, said = wenjin("export", str(draft), "-o", str(draft))

    assert status == 2
    assert "不会覆盖" in said
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_file_that_nobody_named_is_not_written_over(wenjin: Run, draft: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(draft.parent)
    first, _, _ = wenjin("export", str(draft))
    second, _, said = wenjin("export", str(draft))

    assert (first, second) == (0, 2)
    assert Path("稿（官方格式）.docx").exists()
    assert "同名" in said


def test_a_text_without_labels_is_refused(wenjin: Run, draft: Path):
    draft.write_text("今天的会议记录。\n下周再议。\n", encoding="utf-8")
    status, _, said = wenjin("export", str(draft), "--format", "txt")

    assert status == 2
    assert "认不出" in said


def test_an_ending_that_is_no_format_is_refused(wenjin: Run, draft: Path):
    status, _, said = wenjin("export", str(draft), "-o", str(draft.with_suffix(".xlsx")))

    assert status == 2
    assert "xlsx" in said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("林晚舟，东湖理工大学，13800001234", ("林晚舟",)),
        ("姓名：欧阳若川；单位：东湖理工大学；邮箱：o@example.org", ("欧阳若川",)),
        ("沈若川教授、Jane Doe", ("沈若川", "Jane Doe")),
        ("待补充", ()),
    ],
)
def test_names_are_read_from_a_contact(text: str, names: tuple[str, ...]):
    assert list_names(text) == names


def test_amounts_and_years_are_no_personal_data():
    text = "1990—2021年共13800吨，误差0.05-0.10，成本 15000000 元，GB/T 4754-2017。"

    assert hide(text, ()) == (text, [])


def test_the_employer_is_read_from_a_contact():
    assert find_employer("林晚舟，东湖理工大学，13800001234") == "东湖理工大学"
    assert find_employer("林晚舟") is None


def test_a_line_in_the_shape_of_a_label_is_pointed_out():
    spec = FORM.fields
    lines = {"问题描述": ("压力不明。", "关键词：甲；乙"), "关键词": ("丙；丁",)}
    items = tuple(
        Item(spec=one, lines=tuple(TextLine(text=line) for line in lines.get(one.label, ("值。",))))
        for one in spec
        if not one.heading
    )
    _, changed = render(FilledForm(form=FORM, heading=FORM.title, items=items), "docx", date(2023, 3, 1))

    assert set(changed) == {"问题描述", "关键词"}


def test_automatic_numbers_stay_automatic_in_word_and_become_text_elsewhere():
    numbered = (
        TextLine(text="甲。", number="（一）"),
        TextLine(text="乙。", number="（二）"),
        TextLine(text="丙。", number="•"),
    )
    items = tuple(
        Item(spec=one, lines=numbered if one.label == "问题描述" else (TextLine(text="值。"),))
        for one in FORM.fields
        if not one.heading
    )
    filled = FilledForm(form=FORM, heading=FORM.title, items=items)
    word, text = (
        recognise(read_bytes(f"x.{kind}", render(filled, kind, date(2023, 3, 1))[0]), [FORM]).find_field("问题描述")
        for kind in ("docx", "txt")
    )

    assert word is not None
    assert text is not None
    assert [(line.number, line.text) for line in word.lines] == [("（一）", "甲。"), ("（二）", "乙。"), ("•", "丙。")]
    assert text.text == "（一）甲。\n（二）乙。\n• 丙。"


def test_an_item_that_only_waits_is_blank_to_the_checker(wenjin: Run, draft: Path):
    out = draft.with_name("导出.docx")
    wenjin("export", str(draft), "-o", str(out))
    _, before, _ = wenjin("check", str(draft), "--json")
    status, after, _ = wenjin("check", str(out), "--json")

    def absent(report: str) -> set[str]:
        findings = json.loads(report)["reports"][0]["findings"]
        return {one["rule"] for one in findings if one["severity"] == "error"}

    assert status == 1
    assert {"cast.field.present", "cast.body.sections"} <= absent(before)
    assert absent(before) <= absent(after)


def test_a_form_that_no_call_prescribes_gains_no_items(wenjin: Run, draft: Path):
    draft.write_text(
        "项目申报书\n项目名称：甲乙研究\n申报单位：东湖理工大学\n实施周期：\n研究内容：\n研究甲。\n", encoding="utf-8"
    )
    _, said, _ = wenjin("export", str(draft), "-o", str(draft.with_suffix(".md")), "--json")

    exported = json.loads(said)
    assert [one["label"] for one in exported["fields"]] == ["项目名称", "申报单位", "实施周期", "研究内容"]
    assert exported["wanted"] == ["实施周期"]


@pytest.mark.parametrize("kind", ["docx", "md", "txt"])
def test_the_appendix_cites_the_clauses_and_is_no_part_of_the_draft_when_it_is_read_again(
    wenjin: Run, draft: Path, kind: str
):
    plain, cited, again = (draft.with_name(f"{name}.{kind}") for name in ("一", "二", "三"))
    wenjin("export", str(draft), "-o", str(plain))
    status, said, _ = wenjin("export", str(draft), "--citations", "-o", str(cited), "--json")
    wenjin("export", str(cited), "-o", str(again))

    account = json.loads(said)
    shown = _show(cited)
    assert status == 0
    assert account["changed"] == []
    assert account["cited"] == len(re.findall(r"依据\d+ ", shown)) > 10
    assert "〔2023 四、4〕“正文长度2000字左右”——正文2000字左右" in shown
    first, second, last = ([block.text for block in read_document(path).blocks] for path in (plain, cited, again))
    assert first == last
    assert [text for text in second if text.strip() not in ("", "附录")] == [text for text in first if text.strip()]


def _show(path: Path) -> str:
    """Return all that stands in a file, whoever wrote it."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text("utf-8")


def test_a_draft_from_notes_names_the_place_of_each_sentence_in_the_notes(wenjin: Run, tmp_path: Path):
    notes, out = tmp_path / "笔记.md", tmp_path / "稿.docx"
    notes.write_text("# 枝晶从哪里开始长？\n## 意义\n如果能分清两种机制，循环寿命有望翻倍。\n", "utf-8")
    wenjin("fill", str(notes), "--programme", "cast-2023", "--form", "problem", "--citations", "-o", str(out))

    lines = re.findall(r"^来源.*$", _show(out), re.MULTILINE)
    assert len(lines) == 2
    assert "“如果能分清两种机制，循环寿命有望翻倍。”——写入“重要意义”，见笔记.md 第3段" in lines[1]


def test_a_text_is_given_field_by_field_with_both_counts(wenjin: Run, draft: Path):
    out = draft.with_name("导出.txt")
    _, shown, _ = wenjin("export", str(draft), "-o", str(out))
    account = json.loads(wenjin("export", str(draft), "-o", str(out), "--json")[1])

    counts = {one["label"]: (one["count"], one["characters"]) for one in account["fields"]}
    assert "  Title　49字（连同空格58个字符）" in shown
    assert counts["Title"] == (49, 58)
    assert counts["最新进展"] == (0, 0)
