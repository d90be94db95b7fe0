"""Notes become a drafted form: the author's sentences in their fields, nothing added, nothing lost."""

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import docx
import pytest

from assistant.domain.filled import FilledDraft
from assistant.text import count_characters
from tests.unit.blank_forms import make_line_form, make_table_form
from tests.unit.checking import forms
from tests.unit.word_files import make_docx, para

NOTES = """# 锂金属电池的枝晶从哪里开始长？
作者：林望舒，云溪理工大学，13800138000，linws@example.edu.cn
关键词：锂枝晶；固态电解质；界面；成核

## 由来
锂金属负极的比容量是石墨的十倍，但上世纪七十年代就因为枝晶短路停下来了。
## 进展
- 2021年有课题组用冷冻电镜看到了晶界处的锂。
## 意义
如果能分清两种机制，固态电池的循环寿命有望翻倍。
"""

DRAFTS = (
    ("如何控制盾构下穿时的地表沉降？", "工程技术难题"),
    ("枝晶从哪里开始长？", "前沿科学问题"),
    ("如何实现冻土区隧道的长期稳定？", "工程技术难题"),
)

Run = Callable[..., tuple[int, str, str]]


def fill(wenjin: Run, path: Path, *words: str) -> FilledDraft:
    status, out, _ = wenjin("fill", str(path), "--programme", "cast-2023", "--form", "problem", "--json", *words)
    assert status == 0
    return FilledDraft.model_validate_json(out)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, "utf-8")
    return path


def text_of(filled: FilledDraft, label: str) -> str:
    field = filled.find_field(label)
    assert field is not None
    return field.own_text


def test_the_authors_headings_decide_the_section(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes)

    assert text_of(filled, "问题背景").startswith("锂金属负极的比容量")
    assert text_of(filled, "最新进展") == "2021年有课题组用冷冻电镜看到了晶界处的锂。"
    assert text_of(filled, "重要意义").startswith("如果能分清两种机制")


def test_lines_that_are_plainly_a_field_fill_it_without_their_label(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes)

    assert text_of(filled, "题目") == "锂金属电池的枝晶从哪里开始长？"
    assert text_of(filled, "关键词") == "锂枝晶；固态电解质；界面；成核"
    assert text_of(filled, "作者信息").startswith("林望舒")


def test_what_the_template_wants_and_the_notes_lack_is_marked_and_asked_for(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes)
    description = filled.find_field("问题描述")

    assert description is not None
    assert description.text.startswith("【待补充：问题描述")
    assert description.count == 0
    assert any("问题描述" in question for question in filled.questions)


def test_each_sentence_keeps_its_place_in_the_notes_and_its_reason(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes)
    lines = NOTES.splitlines()

    for field in filled.fields:
        for one in field.origin:
            assert one.where.paragraph is not None
            assert one.note in lines[one.where.paragraph - 1]
            assert one.reason.endswith("。")


def test_what_the_author_has_to_choose_is_proposed_and_not_filled_in(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes)

    assert {"所属类型", "所属领域", "所属学科"} <= {one.label for one in filled.proposals}
    assert text_of(filled, "所属学科") == ""
    assert all(choice.reason for one in filled.proposals for choice in one.choices)


def test_a_type_that_the_author_names_is_filled_in(wenjin: Run, notes: Path):
    filled = fill(wenjin, notes, "--kind", "前沿科学问题")

    assert text_of(filled, "所属类型") == "前沿科学问题"
    assert "所属类型" not in {one.label for one in filled.proposals}


def test_an_earlier_draft_keeps_its_fields_whatever_they_say(wenjin: Run, tmp_path: Path):
    path = tmp_path / "draft.txt"
    path.write_text(
        "前沿科学问题撰写格式模板\n题目：枝晶从哪里开始长？\n所属类型：前沿科学问题\n"
        "问题描述：如果能分清两种机制，寿命有望翻倍。\n【待补充：观点】\n问题背景：我们认为关键在于界面。\n",
        "utf-8",
    )
    filled = fill(wenjin, path)

    assert text_of(filled, "问题描述") == "如果能分清两种机制，寿命有望翻倍。"
    assert text_of(filled, "问题背景") == "我们认为关键在于界面。"


def test_a_draft_that_was_written_out_is_read_back_the_same(wenjin: Run, notes: Path, tmp_path: Path):
    first = fill(wenjin, notes, "-o", str(tmp_path / "draft.md"))
    again = fill(wenjin, tmp_path / "draft.md")

    assert first.output == str(tmp_path / "draft.md")
    assert [(one.label, one.text) for one in again.fields] == [(one.label, one.text) for one in first.fields]


def test_errands_are_left_aside_and_shown(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.txt"
    path.write_text("我们想问：枝晶为什么总在晶界先长？\n记得周五前把图发给小王。\n", "utf-8")
    filled = fill(wenjin, path)

    assert [one.text for one in filled.unplaced] == ["记得周五前把图发给小王。"]


def test_the_text_shown_names_the_fields_the_reasons_and_the_questions(wenjin: Run, notes: Path):
    status, out, _ = wenjin("fill", str(notes), "--form", "problem")

    assert status == 0
    assert "【问题背景】" in out
    assert "笔记里写在“由来”之下。" in out
    assert "还需要您回答：" in out


def test_a_field_named_on_a_line_of_its_own_takes_the_next_line(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("## 关键词\n锂枝晶；界面；成核；电解质\n\n我们认为关键在于界面。\n", "utf-8")
    filled = fill(wenjin, path)

    assert text_of(filled, "关键词") == "锂枝晶；界面；成核；电解质"
    assert text_of(filled, "问题描述") == "我们认为关键在于界面。"


def test_a_heading_that_names_no_section_is_kept_in_sight(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("# 随手记\n\n## 第三次讨论\n我们认为关键在于界面。\n", "utf-8")

    assert [one.text for one in fill(wenjin, path).unplaced] == ["随手记", "第三次讨论"]


def test_a_reason_that_is_too_long_comes_back_with_cuts_of_whole_sentences(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.txt"
    sentences = [
        f"弄清这一机理，第{number}类电池的循环寿命有望翻倍，将带动整个学科的发展，每年节约成本上亿元。"
        for number in "一二三"
    ]
    path.write_text("推荐单位：某某学会\n\n" + "".join(sentences), "utf-8")
    status, out, _ = wenjin("fill", str(path), "--form", "recommendation", "--json")
    filled = FilledDraft.model_validate_json(out)
    (proposal,) = [one for one in filled.proposals if one.label == "推荐理由"]

    assert status == 0
    assert text_of(filled, "推荐理由") == "".join(sentences)
    assert all(count_characters(choice.value) <= 100 for choice in proposal.choices)
    assert {choice.value for choice in proposal.choices} <= {
        "".join(kept) for size in (1, 2) for kept in combinations(sentences, size)
    }


def test_a_report_lists_the_titles_of_the_drafts_in_a_folder_by_type(wenjin: Run, tmp_path: Path):
    for number, (title, kind) in enumerate(DRAFTS):
        (tmp_path / f"{number}.txt").write_text(
            f"题目：{title}\n所属类型：{kind}\n问题描述：甲。\n问题背景：乙。\n最新进展：丙。\n重要意义：丁。\n",
            "utf-8",
        )
    status, out, _ = wenjin("fill", str(tmp_path), "--form", "report", "--json")
    filled = FilledDraft.model_validate_json(out)
    field = filled.find_field("问题难题列表")

    assert status == 0
    assert field is not None
    assert field.own_text.splitlines() == [
        "前沿科学问题", f"1. {DRAFTS[1][0]}", "工程技术难题", f"1. {DRAFTS[0][0]}", f"2. {DRAFTS[2][0]}",
    ]  # fmt: skip
    assert [one.file for one in field.origin] == ["1.txt", "0.txt", "2.txt"]


def test_the_pioneer_form_takes_what_the_headings_name_and_tells_level_from_benefit(wenjin: Run, tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text(
        "技术名称：深海光纤水听阵列\n2021年在南海完成了3000米级阵列的海试，灵敏度已达到国外同类水平。\n"
        "推广以后，监测的成本有望降低四成，每年节约上亿元。\n## 团队简介\n团队由22人组成。\n",
        "utf-8",
    )
    status, out, _ = wenjin("fill", str(path), "--form", "pioneer", "--json")
    filled = FilledDraft.model_validate_json(out)

    assert status == 0
    assert text_of(filled, "技术水平介绍").startswith("2021年")
    assert text_of(filled, "技术效益介绍").startswith("推广以后")
    assert text_of(filled, "技术团队简介") == "团队由22人组成。"
    assert text_of(filled, "技术就绪水平量值") == ""


def test_a_missing_file_is_one_chinese_sentence(wenjin: Run, tmp_path: Path):
    status, _, err = wenjin("fill", str(tmp_path / "absent.md"), "--form", "problem")

    assert status == 2
    assert "absent.md" in err


def test_the_schema_of_fill_is_printed(wenjin: Run):
    status, out, _ = wenjin("schema", "fill", "--json")

    assert status == 0
    assert {"programme", "form", "fields", "unplaced", "questions", "output"} <= set(json.loads(out)["properties"])


def test_the_blank_form_of_the_issuer_takes_the_draft_and_the_account_says_where(
    wenjin: Run, notes: Path, tmp_path: Path
):
    form = next(one for one in forms() if one.name == "problem")
    blank, out = tmp_path / "空白表.docx", tmp_path / "交表.docx"
    blank.write_bytes(make_table_form(form))

    filled = fill(wenjin, notes, "--kind", "前沿科学问题", "--into", str(blank), "-o", str(out))

    again = fill(wenjin, out)
    assert filled.into is not None
    assert filled.into.placed == tuple(one.label for one in filled.fields)
    assert (filled.into.homeless, filled.into.occupied, filled.into.changed) == ((), (), ())
    assert [(one.label, one.text) for one in again.fields] == [(one.label, one.text) for one in filled.fields]
    assert wenjin("check", str(out), "--programme", "cast-2023")[0] in (0, 1)


def test_without_a_name_the_filled_form_goes_beside_and_never_over_anything(
    wenjin: Run, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    blank = tmp_path / "空白表.docx"
    blank.write_bytes(make_line_form(next(one for one in forms() if one.name == "problem")))
    words = ("fill", str(notes), "--programme", "cast-2023", "--form", "problem", "--into", str(blank))

    assert wenjin(*words)[0] == 0
    written = (tmp_path / "空白表（已填写）.docx").read_bytes()
    for more in ((), ("-o", str(blank)), ("-o", str(notes)), ("-o", str(tmp_path / "稿.md"))):
        status, _, said = wenjin(*words, *more)
        assert status == 2
        assert "已有同名文件" in said or "不会覆盖" in said or "扩展名" in said
    assert (tmp_path / "空白表（已填写）.docx").read_bytes() == written


def test_a_file_that_is_no_blank_form_of_the_kind_leaves_nothing_behind(wenjin: Run, notes: Path, tmp_path: Path):
    wrong, out = tmp_path / "别的.docx", tmp_path / "交表.docx"
    wrong.write_bytes(make_docx(para("会议通知") + para("时间：周三")))
    text = tmp_path / "表.txt"
    text.write_text("题目：", "utf-8")

    for blank in (wrong, text, tmp_path / "没有.docx"):
        words = ("--programme", "cast-2023", "--form", "problem", "--into", str(blank), "-o", str(out))
        status, _, said = wenjin("fill", str(notes), *words)
        assert (status, len(said.strip().splitlines())) == (2, 1)
    assert not out.exists()


def test_what_the_author_mended_in_word_is_kept_and_the_rest_stands_where_it_stood(
    wenjin: Run, notes: Path, tmp_path: Path
):
    first_file, second_file = tmp_path / "一稿.docx", tmp_path / "二稿.docx"
    first = fill(wenjin, notes, "-o", str(first_file))
    document = docx.Document(str(first_file))
    waiting = next(one for one in document.paragraphs if one.text.startswith("所属领域：【待补充"))
    waiting.text = "所属领域：先进材料"
    changed = next(one for one in document.paragraphs if "循环寿命有望翻倍" in one.text)
    changed.text = changed.text.replace("翻倍", "提高一倍")
    document.add_paragraph("低温下的循环也会更稳定。", style="List Number")
    document.save(str(second_file))

    second = fill(wenjin, second_file)

    assert text_of(second, "所属领域") == "先进材料"
    mended = text_of(first, "重要意义").replace("翻倍", "提高一倍")
    assert text_of(second, "重要意义") == f"{mended}\n1. 低温下的循环也会更稳定。"
    others = [one.label for one in first.fields if one.label not in {"所属领域", "重要意义"}]
    assert [text_of(second, label) for label in others] == [text_of(first, label) for label in others]
    assert {one.reason for one in second.fields[-1].origin} == {"原稿写在“重要意义”栏。"}


def test_what_fitted_nowhere_stays_aside_and_the_note_above_it_is_not_taken_for_the_authors(
    wenjin: Run, notes: Path, tmp_path: Path
):
    notes.write_text(f"{NOTES}\n## 会后事项\n下周三前把测试数据发给张老师。\n", "utf-8")
    out = tmp_path / "一稿.docx"
    first = fill(wenjin, notes, "-o", str(out))
    second = fill(wenjin, out, "-o", str(out.with_name("二稿.docx")))
    third = fill(wenjin, out.with_name("二稿.docx"))

    assert [one.text for one in first.unplaced][-1] == "下周三前把测试数据发给张老师。"
    for one in (second, third):
        assert [loose.text for loose in one.unplaced] == [loose.text for loose in first.unplaced]


def test_labels_behind_breaks_of_line_in_one_word_paragraph_are_labels(wenjin: Run, tmp_path: Path):
    document = docx.Document()
    run = document.add_paragraph().add_run("背景：2010年起梯田大片撂荒。")
    run.add_break()
    run.add_text("问题：撂荒以后土壤有机碳怎样")
    run.add_break()
    run.add_text("变化？")
    document.save(str(tmp_path / "一段.docx"))
    filled = fill(wenjin, tmp_path / "一段.docx")

    assert text_of(filled, "问题背景") == "2010年起梯田大片撂荒。"
    assert "".join(text_of(filled, "问题描述").split()) == "撂荒以后土壤有机碳怎样变化？"


def test_a_heading_inside_a_table_ends_with_the_table(wenjin: Run, tmp_path: Path):
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "意义", "若能解决，每年可少停机300小时。"
    document.add_paragraph("2021年日本企业推出了金属密封。")
    document.save(str(tmp_path / "表.docx"))
    filled = fill(wenjin, tmp_path / "表.docx")

    assert text_of(filled, "重要意义") == "若能解决，每年可少停机300小时。"


def test_keywords_are_no_reason_to_recommend(wenjin: Run, tmp_path: Path):
    path = tmp_path / "推荐.md"
    path.write_text("关键词：低温阀门；填料\n该问题若能解决，可减少停机，行业急需。\n", "utf-8")
    status, out, _ = wenjin("fill", str(path), "--programme", "cast-2023", "--form", "recommendation", "--json")
    filled = FilledDraft.model_validate_json(out)

    assert status == 0
    assert "关键词" not in text_of(filled, "推荐理由")
    assert any("低温阀门" in one.text for one in filled.unplaced)


def test_a_title_that_is_called_so_comes_before_a_first_line(wenjin: Run, notes: Path, tmp_path: Path):
    path = tmp_path / "回答.md"
    path.write_text("题目：锂枝晶如何从晶界萌生？\n问题背景：早在1899年就有人见过。\n", "utf-8")
    status, out, _ = wenjin("fill", str(notes), str(path), "--programme", "cast-2023", "--form", "problem", "--json")
    filled = FilledDraft.model_validate_json(out)

    assert status == 0
    assert text_of(filled, "题目") == "锂枝晶如何从晶界萌生？"
    assert any("枝晶从哪里开始长" in one.text for one in filled.unplaced)
    assert not any("没有年代" in one for one in filled.questions)


def test_a_text_that_the_check_would_call_too_short_is_asked_to_be_longer(wenjin: Run, tmp_path: Path):
    path = tmp_path / "短.md"
    lines = (
        "背景：2010年起梯田撂荒。",
        "问题：撂荒后土壤怎样变化？",
        "进展：国外2015年有序列。",
        "意义：影响粮食安全。",
    )
    path.write_text("\n\n".join(lines), "utf-8")
    filled = fill(wenjin, path)

    assert any("至少要1600字" in one for one in filled.questions)
