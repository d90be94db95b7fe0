"""Labels in every usual shape are found, prose is left alone, and each line of a field keeps its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.documents.fields import choose_form, read_draft, recognise
from assistant.documents.reading import read_bytes
from assistant.domain.draft import Document, Draft
from assistant.domain.form import FieldSpec, Form, FormName
from tests.unit.word_files import cell, control, make_docx, para, row, run, table

_EXTRAS = ("提交日期", "日期", "签字", "备注", "参考文献")
_PROBLEM = Form(
    name="problem",
    title="前沿科学问题、工程技术难题和产业技术问题撰写格式模板",
    doc="",
    clause="",
    headings=("问题难题撰写格式模板",),
    extras=_EXTRAS,
    fields=(
        FieldSpec(label="题目", aliases=("中文题目",), guidance="（以问句形式提出）"),
        FieldSpec(label="Title", aliases=("英文题目", "题目（英文）")),
        FieldSpec(label="作者信息", aliases=("作者",)),
        FieldSpec(label="关键词"),
        FieldSpec(label="Key Words", aliases=("Keywords", "英文关键词")),
        FieldSpec(label="问题正文", heading=True),
        FieldSpec(label="问题描述"),
        FieldSpec(label="问题背景", aliases=("背景",)),
        FieldSpec(label="重要意义", aliases=("意义",)),
    ),
)
_RECOMMENDATION = Form(
    name="recommendation",
    title="前沿科学问题、工程技术难题和产业技术问题推荐表",
    doc="",
    clause="",
    extras=_EXTRAS,
    fields=(
        FieldSpec(label="问题题目", aliases=("题目",)),
        FieldSpec(label="推荐单位"),
        FieldSpec(label="联系人"),
        FieldSpec(label="联系电话"),
        FieldSpec(label="理事长、企业科协主席签字", signed=True),
        FieldSpec(label="推荐理由", guidance="(该问题、难题的战略意义及重大突破点, 不超过100字)"),
        FieldSpec(label="1. 组织机构"),
        FieldSpec(label="申报单位意见", signed=True),
    ),
)


def _text(*lines: str) -> Document:
    return read_bytes("x.txt", "\n".join(lines).encode())


def _word(body: str) -> Document:
    return read_bytes("x.docx", make_docx(body))


def _fields(document: Document, form: Form = _PROBLEM) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in recognise(document, [form]).fields]


def _loose(document: Document, form: Form = _PROBLEM) -> list[str]:
    return [line.text for line in recognise(document, [form]).unassigned]


@pytest.mark.parametrize(
    "line",
    [
        "题目：如何？", "题目:如何？", "题目∶如何？", "题目 ： 如何？", "题  目：如何？", "题\u3000目：如何？",
        "\u3000\u3000题目：如何？",
        "【题目】如何？", "【题目】：如何？", "[题目] 如何？", "（题目）如何？", "〔题目〕如何？", "一、题目：如何？",
        "（一）题目：如何？",
        "(1) 题目：如何？", "1. 题目：如何？", "1、题目：如何？", "1．题目：如何？", "4.1 题目：如何？",
        "①题目：如何？", "第一部分 题目：如何？",
        "• 题目：如何？", "* 题目：如何？", "*题目：如何？", "★题目：如何？", "1题目：如何？", "1. 【题目】如何？",
        "题目\t如何？", "题  目  如何？",
        "题目 如何？", "题目（必填）：如何？", "题目（以问句形式提出）：如何？",
        "题目（注：以问句提出）：如何？",
        "题目＝如何？", "题目=：如何？",
        "题目*：如何？", "中文题目：如何？", "“题目”：如何？", "题目：\t如何？",
    ],
)  # fmt: skip
def test_a_label_before_its_text_is_found_in_any_shape(line: str):
    assert _fields(_text(line)) == [("题目", "如何？")]


@pytest.mark.parametrize(
    "label", ["Key Words", "Keywords", "KEY WORDS", "key words", "Ｋｅｙ　Ｗｏｒｄｓ", "8. Key words", "Key-Words"]
)
def test_latin_labels_are_found_in_any_case_and_width(label: str):
    assert _fields(_text(f"{label}: deep learning; steel")) == [("Key Words", "deep learning; steel")]


@pytest.mark.parametrize(
    "line",
    [
        "本问题的题目：如何？", "题目的选择很重要。", "题目如何？", "关键词检索是常用方法：先分词",
        "重要意义在于：推动学科发展",
        "Title page of the book", "（题目略）", "问题描述了一个现象：甲", "最新题目",
        "重要意义（2021年以来）日益凸显。",
        "题目题目：如何",
    ],
)  # fmt: skip
def test_a_label_inside_prose_is_no_label(line: str):
    assert _fields(_text(line)) == []
    assert _loose(_text(line)) == [line]


def test_text_below_a_label_runs_to_the_next_label():
    document = _text("问题描述", "第一段。", "", "\u3000\u3000第二段：甲。", "问题背景：", "第三段。")

    assert _fields(document) == [("问题描述", "第一段。\n第二段：甲。"), ("问题背景", "第三段。")]


def test_each_line_keeps_its_place():
    draft = recognise(_text("题  目：  如何？", "\u3000\u3000续行"), [_PROBLEM])

    first, second = draft.fields[0].lines
    assert (first.where.paragraph, first.where.start, first.where.end, first.where.field) == (1, 7, 10, "题目")
    assert (second.where.paragraph, second.where.start, second.where.end) == (2, 2, 4)
    assert draft.fields[0].printed_label == "题  目"
    assert (draft.fields[0].where.start, draft.fields[0].where.end) == (0, 4)


def test_blank_fields_are_kept_as_blank():
    assert _fields(_text("题目：", "Title:", "关键词：甲")) == [("题目", ""), ("Title", ""), ("关键词", "甲")]


@pytest.mark.parametrize(
    "line",
    ["题目：如何？  Title: How?", "题目：如何？\tTitle: How?", "题目：如何？\u3000\u3000Title：How?"],
)
def test_two_labels_in_one_line_give_two_fields(line: str):
    assert _fields(_text(line)) == [("题目", "如何？"), ("Title", "How?")]


def test_a_label_in_the_middle_of_a_text_without_a_gap_is_text():
    assert _fields(_text("题目：如何确定关键词：甲？")) == [("题目", "如何确定关键词：甲？")]


def test_soft_line_breaks_separate_labels():
    body = para("<w:r><w:t>题目：如何？</w:t><w:br/><w:t>Title: How?</w:t></w:r>")

    assert _fields(_word(body)) == [("题目", "如何？"), ("Title", "How?")]


def test_a_label_split_over_runs_is_found():
    assert _fields(_word(para(run("题", "<w:b/>"), run("  目"), run("："), run("如何？")))) == [("题目", "如何？")]


def test_an_automatic_number_is_no_part_of_the_text():
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    lists = {"numbering": f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{num}'}
    body = (
        para("问题描述", properties=listed)
        + para("正文。")
        + para("问题背景", properties=listed)
        + para("甲。", properties=listed)
    )
    draft = recognise(read_bytes("x.docx", make_docx(body, lists)), [_PROBLEM])

    assert [(one.label, one.text) for one in draft.fields] == [("问题描述", "正文。"), ("问题背景", "甲。")]
    assert draft.fields[1].lines[0].number == "三、"


@pytest.mark.parametrize(
    "rows",
    [
        [row("题目", "如何？"), row("Title", "How?")],
        [row("题目：", "如何？"), row("Title:", "How?")],
        [row("题目", "如何？", "Title", "How?")],
        [row("题目", "Title"), row("如何？", "How?")],
        [row("题目"), row("如何？"), row("Title"), row("How?")],
        [row("题目：如何？", "Title：How?")],
        [row("题目：如何？"), row("Title：How?")],
        [row("题目：如何？", cell("")), row("Title", "How?")],
        [row("1", "题目", "如何？"), row("2", "Title", "How?")],
        [row(cell(para("题"), para("目")), "如何？"), row("Title", "How?")],
        [row(cell("题目", "（以问句形式提出）"), "如何？"), row("Title", "How?")],
        [row("题目", ""), row("", "如何？"), row("Title", "How?")],
        [row("题目", ""), row(cell("如何？", properties='<w:gridSpan w:val="2"/>')), row("Title", "How?")],
        [row("题目", cell("如何？", properties='<w:gridSpan w:val="2"/>')), row("Title", "How?", "")],
        [row(cell("题目", "如何？")), row(cell("Title", "How?"))],
        [row(cell("题目：如何？", "Title：How?"))],
        [row(cell(table(row("题目", "如何？"), row("Title", "How?")), "<w:p/>"))],
        [row(cell("题目", properties="<w:vMerge w:val='restart'/>"), "如何？"),
         row(cell(properties="<w:vMerge/>"), ""), row("Title", "How?")],
    ],
)  # fmt: skip
def test_tables_of_any_shape_give_the_same_fields(rows: list[str]):
    assert _fields(_word(table(*rows))) == [("题目", "如何？"), ("Title", "How?")]


@pytest.mark.parametrize(
    "label",
    [
        "推荐理由\n（请写明问题（难题）的战略意义，不超过100字）",
        "推荐理由（该问题【难题】的意义（限100字））",
        "推荐理由 *（必填）（100字以内）",
        "推荐理由（不超过100字）",
    ],
)
def test_notes_behind_a_label_may_hold_brackets(label: str):
    one_line = label.replace("\n", "")

    assert _fields(_word(table(row(cell(*label.split("\n")), "甲。"))), _RECOMMENDATION) == [("推荐理由", "甲。")]
    assert _fields(_text(f"{one_line}：甲。"), _RECOMMENDATION) == [("推荐理由", "甲。")]
    assert _fields(_text(f"{one_line}甲。"), _RECOMMENDATION) == [("推荐理由", "甲。")]


@pytest.mark.parametrize("gap", ["", " ", "："])
def test_the_templates_own_hint_stays_with_the_text(gap: str):
    assert _fields(_text(f"题目{gap}（以问句形式提出）如何？")) == [("题目", "（以问句形式提出）如何？")]


def test_a_blank_template_holds_the_hint_and_nothing_else():
    hint = "（以问句形式提出）"

    assert _fields(_text(f"题目：{hint}", "Title:")) == [("题目", hint), ("Title", "")]
    assert _fields(_word(table(row(f"题目：{hint}"), row("Title", "")))) == [("题目", hint), ("Title", "")]
    assert _fields(_word(table(row("题目", hint)))) == [("题目", hint)]
    assert _fields(_word(table(row(cell("题目", hint), "")))) == [("题目", "")]


def test_a_merged_label_takes_the_rows_beside_it():
    label = cell("问题描述", properties="<w:vMerge w:val='restart'/>")
    body = table(row(label, "甲"), row(cell(properties="<w:vMerge/>"), "乙"), row("关键词", "丙"))

    assert _fields(_word(body)) == [("问题描述", "甲\n乙"), ("关键词", "丙")]


def test_a_group_heading_left_of_labels_belongs_to_no_field():
    group = cell("基本情况", properties="<w:vMerge w:val='restart'/>")
    body = table(row(group, "题目", "如何？"), row(cell(properties="<w:vMerge/>"), "关键词", "甲"))

    assert _fields(_word(body)) == [("题目", "如何？"), ("关键词", "甲")]
    assert _loose(_word(body)) == ["基本情况"]


def test_sections_inside_the_cell_of_a_heading_are_fields():
    body = table(row("问题正文", cell("问题描述：甲。", "问题背景", "乙。")), row("关键词", "丙"))

    assert _fields(_word(body)) == [("问题正文", ""), ("问题描述", "甲。"), ("问题背景", "乙。"), ("关键词", "丙")]


def test_a_list_in_a_section_is_its_text_row_by_row():
    body = para("1. 组织机构：名单如下") + table(
        row("序号", "姓名", "推荐单位"), row("1", "甲", "乙会"), row("2", "丙", "丁会")
    )
    draft = recognise(_word(body + para("以上。")), [_RECOMMENDATION])

    assert [(one.label, one.text) for one in draft.fields] == [
        ("1. 组织机构", "名单如下\n序号\t姓名\t推荐单位\n1\t甲\t乙会\n2\t丙\t丁会\n以上。"),
    ]  # fmt: skip
    assert (draft.fields[0].lines[2].where.table, draft.fields[0].lines[2].where.row) == (1, 2)


def test_text_after_a_table_form_belongs_to_no_field():
    body = table(row("题目", "如何？")) + para("注：本表一式两份。") + para("说明文字")

    assert _fields(_word(body)) == [("题目", "如何？")]
    assert _loose(_word(body)) == ["注：本表一式两份。", "说明文字"]


def test_a_label_row_at_the_end_of_a_table_takes_the_text_below_the_table():
    body = table(row("题目", "如何？"), row("问题描述")) + para("甲。")

    assert _fields(_word(body)) == [("题目", "如何？"), ("问题描述", "甲。")]


@pytest.mark.parametrize(
    "body",
    [
        table(row("关键词", "关键词：甲；乙")),
        table(row("题目", "关键词"), row("如何？", "关键词：甲；乙")),
        para("关键词") + para("关键词：甲；乙"),
    ],
)
def test_a_label_repeated_before_its_text_is_left_out(body: str):
    assert _fields(_word(body))[-1] == ("关键词", "甲；乙")
    assert len(_fields(_word(body))) == body.count("如何") + 1


def test_a_cell_beside_one_with_its_own_label_goes_on_with_it():
    body = table(row("题目", "如何？"), row("关键词：甲", "乙"))

    assert _fields(_word(body)) == [("题目", "如何？"), ("关键词", "甲\n乙")]


def test_an_empty_control_leaves_its_field_blank():
    body = para("题目：", control(run("单击此处输入文字"), placeholder=True)) + para("关键词：", control(run("甲")))

    assert _fields(_word(body)) == [("题目", ""), ("关键词", "甲")]


_CONTENTS = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'


@pytest.mark.parametrize(
    "line",
    [
        para("问题描述\t3", properties='<w:pStyle w:val="11"/>'),
        para("问题描述" + "." * 40 + "3"),
        para("一、问题描述……………… 12"),
    ],
)
def test_a_table_of_contents_names_no_field(line: str):
    body = para("目录") + line + para("重要意义") + para("末尾。")
    document = read_bytes("x.docx", make_docx(body, {"styles": _CONTENTS}))

    assert _fields(document) == [("重要意义", "末尾。")]
    assert _loose(document) == ["目录"]
    assert "问题描述" in document.blocks[1].text


@pytest.mark.parametrize("line", ["关键词：甲...3", "实施周期\t3", "问题描述：见表1……等。"])
def test_a_line_that_ends_in_a_number_is_no_table_of_contents(line: str):
    assert not read_bytes("x.txt", line.encode()).blocks[0].contents


_BOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
)


def test_boxes_of_every_make_are_read_as_they_look():
    wingdings = '<w:r><w:sym w:font="Wingdings 2" w:char="F0{}"/></w:r>'
    typed = run("o", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    body = para(
        run("类型：", "<w:b/>"), _BOX.format(1, "☒"), "甲 ", _BOX.format(0, "☐"), "乙 ",
        wingdings.format("52"), "丙 ", wingdings.format("A3"), "丁 ", typed, "戊",
    )  # fmt: skip

    assert _word(body).blocks[0].text == "类型：☒甲 ☐乙 ☑丙 □丁 □戊"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("题目：________________", ""),
        ("题目：＿＿＿＿＿＿", ""),
        ("题目：____如何调控？____", "如何调控？"),
        ("题目：\u3000\u3000如何调控？\u3000\u3000", "如何调控？"),
        ("题目：\xa0如何调控？\u200b", "如何调控？"),
        ("题目____如何_调控？", "如何_调控？"),
    ],
)
def test_blanks_to_fill_in_are_no_text(line: str, text: str):
    assert _fields(_text(line)) == [("题目", text)]


def test_text_boxes_headers_and_comments():
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    drawn = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    body = para("机密", drawn.format("密级")) + para("题目：", drawn.format("如何？"))
    body += '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    document = read_bytes("x.docx", make_docx(body, {"header1": para("关键词：页眉")}))

    assert _fields(document) == [("题目", "如何？")]
    assert _loose(document) == ["机密", "密级"]


def test_a_picture_in_a_field_is_remembered():
    picture = '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    body = table(row("推荐单位", "甲会"), row("理事长、企业科协主席签字", cell(para(picture))))
    draft = recognise(_word(body), [_RECOMMENDATION])

    assert [(one.label, one.text, [thing.what for thing in one.unread]) for one in draft.fields] == [
        ("推荐单位", "甲会", []), ("理事长、企业科协主席签字", "", ["图片"]),
    ]  # fmt: skip


def test_headings_of_the_form_and_attachment_marks_are_left_out():
    document = _text("附件1", "2023年前沿科学问题、工程技术难题和产业技术问题撰写格式模板", "内部资料", "题目：如何？")

    assert _fields(document) == [("题目", "如何？")]
    assert _loose(document) == ["内部资料"]


def test_a_title_broken_over_lines_is_left_out():
    assert _loose(_text("前沿科学问题、工程技术难题和", "产业技术问题撰写格式模板", "题目：如何？")) == []


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("提交日期：2023年4月18日", "提交日期", "2023年4月18日"),
        ("日  期：2023.4.18", "日期", "2023.4.18"),
        ("2023年4月18日", "日期", "2023年4月18日"),
        ("二〇二三年四月十八日", "日期", "二〇二三年四月十八日"),
        ("参考文献", "参考文献", ""),
    ],
)
def test_closing_lines_end_the_last_field(line: str, label: str, text: str):
    assert _fields(_text("重要意义：甲。", "乙。", line)) == [("重要意义", "甲。\n乙。"), (label, text)]


def test_a_date_in_prose_stays_in_its_field():
    text = "甲。\n我国于2023年4月18日发布规划。\n日期格式：年月日。"

    assert _fields(_text("重要意义", *text.split("\n"))) == [("重要意义", text)]


def test_a_signed_item_keeps_seal_and_date():
    lines = ("同意推荐。", "某公司（公章）", "日期：2020年11月12日")

    assert _fields(_text("申报单位意见：", *lines), _RECOMMENDATION) == [("申报单位意见", "\n".join(lines))]
    body = table(row("申报单位意见", cell(*lines)), row("推荐单位", "甲会"))
    assert _fields(_word(body), _RECOMMENDATION) == [("申报单位意见", "\n".join(lines)), ("推荐单位", "甲会")]


def test_a_dated_row_of_a_table_is_a_field_of_its_own():
    assert _fields(_word(table(row("题目", "如何？"), row("提交日期", "2023年4月18日")))) == [
        ("题目", "如何？"), ("提交日期", "2023年4月18日"),
    ]  # fmt: skip


def test_the_next_sibling_heading_ends_a_section():
    lines = ("三、问题背景", "甲。", "1. 乙", "（一）丙", "四、重要意义", "丁。", "五、致谢", "戊。")

    assert _fields(_text(*lines)) == [("问题背景", "甲。\n1. 乙\n（一）丙"), ("重要意义", "丁。")]
    assert _loose(_text(*lines)) == ["五、致谢", "戊。"]


def test_a_heading_of_the_same_level_ends_a_section():
    heading = '<w:outlineLvl w:val="0"/>'
    lower = '<w:outlineLvl w:val="1"/>'
    body = para("重要意义", properties=heading) + para("甲。") + para("细目", properties=lower) + para("乙。")
    body += para("致谢", properties=heading) + para("丙。")

    assert _fields(_word(body)) == [("重要意义", "甲。\n细目\n乙。")]


def test_an_alias_gives_way_to_the_label_itself():
    lines = ("问题描述：", "背景：甲。", "作者：乙。", "问题背景：丙。")

    assert _fields(_text(*lines)) == [("问题描述", "背景：甲。"), ("作者信息", "乙。"), ("问题背景", "丙。")]


def test_a_numbered_list_inside_an_item_is_its_text():
    lines = ("1. 组织机构", "1. 主任 张三", "2. 副主任 李四", "3. 委员 王五", "推荐单位：甲会")

    assert _fields(_text(*lines), _RECOMMENDATION) == [
        ("1. 组织机构", "1. 主任 张三\n2. 副主任 李四\n3. 委员 王五"), ("推荐单位", "甲会"),
    ]  # fmt: skip


def test_markdown_labels_are_found():
    rows = "| 项 | 内容 |\n|---|---|\n| Title | How? |\n| **关键词** | 甲 |"
    text = f"# 撰写\n**题目**：如何？\n\n{rows}\n\n## 一、问题描述\n\n乙。\n"

    fields = _fields(read_bytes("x.md", text.encode()))
    assert fields == [("题目", "如何？"), ("Title", "How?"), ("关键词", "甲"), ("问题描述", "乙。")]


def test_the_form_is_chosen_by_labels_and_heading():
    forms = [_PROBLEM, _RECOMMENDATION]

    def chosen(*lines: str) -> FormName | None:
        form = choose_form(_text(*lines), forms)
        return form.name if form else None

    assert chosen("题目：甲", "关键词：乙", "问题描述：丙") == "problem"
    assert chosen("题目：甲", "推荐单位：乙", "推荐理由：丙") == "recommendation"
    assert chosen("前沿科学问题、工程技术难题和产业技术问题推荐表", "题目：甲") == "recommendation"
    assert chosen("一封信", "题目：甲") is None
    assert recognise(_text("一封信"), [_RECOMMENDATION]).fields == ()


def test_a_file_is_read_as_the_best_form(tmp_path: Path):
    path = tmp_path / "草稿 一.txt"
    path.write_bytes("推荐单位：甲会\n推荐理由：乙".encode("gb18030"))
    draft: Draft = read_draft(path, [_PROBLEM, _RECOMMENDATION])

    assert (draft.form, draft.document.file) == ("recommendation", "草稿 一.txt")
    assert (found := draft.find_field("推荐单位")) is not None
    assert found.text == "甲会"


def test_a_row_whose_label_the_form_lacks_ends_the_field_above():
    rows = [("关键词", "甲；乙；丙；丁"), ("引言", "第一页。"), ("研究动态", "第二页。"), ("重要意义", "丙。")]
    body = table(*(row(cell(para(label)), cell(para(text))) for label, text in rows))
    assert _fields(_word(body)) == rows


def test_a_row_under_another_name_of_an_item_is_that_item_again():
    rows = [("重要意义", "甲。"), ("关键词", "甲；乙；丙；丁"), ("意义", "乙。")]
    body = table(*(row(cell(para(label)), cell(para(text))) for label, text in rows))
    assert _fields(_word(body)) == [("重要意义", "甲。"), ("关键词", "甲；乙；丙；丁"), ("重要意义", "乙。")]


@pytest.mark.parametrize("label", ["姓名", "手机", "工作单位", "1"])
def test_a_row_with_a_part_of_the_field_above_belongs_to_it(label: str):
    body = table(row(cell(para("作者信息")), cell(para("张三"))), row(cell(para(label)), cell(para("李四"))))
    fields = dict(_fields(_word(body)))
    assert list(fields) == ["作者信息"]
    assert "李四" in fields["作者信息"]


def test_rows_below_a_label_of_a_whole_row_are_its_parts():
    rows = [row(cell(para("推荐单位")), cell(para("甲会"))), row(cell(para("1. 组织机构"))),
            row(cell(para("职责分工")), cell(para("负责审定。")))]  # fmt: skip
    assert dict(_fields(_word(table(*rows)), _RECOMMENDATION))["1. 组织机构"] == "职责分工\t负责审定。"


@pytest.mark.parametrize("line", ["引言：甲乙丙。", "【引言】：甲乙丙。", "（一）引言：甲乙丙。", "**引言**：甲乙丙。"])
def test_a_label_that_the_form_lacks_ends_a_short_value(line: str):
    assert _fields(_text("题目：如何？", "关键词：甲；乙；丙；丁", line, "问题描述：丁。")) == [
        ("题目", "如何？"), ("关键词", "甲；乙；丙；丁"), ("引言", "甲乙丙。"), ("问题描述", "丁。"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["手机：13800138000", "主要单位：某所", "二、工作单位：某所", "E-mail：a@b.c"])
def test_a_part_of_a_contact_stays_in_its_field(line: str):
    assert len(_fields(_text("题目：如何？", "作者信息：张三", line, "问题描述：丁。"))) == 3


def test_a_label_inside_prose_stays_in_its_section():
    assert _fields(_text("问题描述：首先说明。", "研究动态：丙。", "重要意义：丁。")) == [
        ("问题描述", "首先说明。\n研究动态：丙。"), ("重要意义", "丁。"),
    ]  # fmt: skip


def test_english_below_the_chinese_is_the_field_for_english():
    lines = (
        "题目：水分如何影响冻胀？",
        "How does water affect frost heave?",
        "关键词：甲；乙",
        "frost heave; ground water",
    )
    assert _fields(_text(*lines)) == [
        ("题目", "水分如何影响冻胀？"), ("Title", "How does water affect frost heave?"), ("关键词", "甲；乙"),
        ("Key Words", "frost heave; ground water"),
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["SiC", "（二）水分如何迁移？", "DFT; CFD"])
def test_an_abbreviation_below_the_chinese_stays(line: str):
    assert [label for label, _ in _fields(_text("题目：如何？", line, "关键词：甲"))] == ["题目", "关键词"]


def test_english_with_a_label_of_its_own_is_not_looked_for_elsewhere():
    fields = dict(_fields(_text("题目：如何？", "How does it work?", "Title: Another title here")))
    assert fields["Title"] == "Another title here"


def test_what_is_told_in_parts_keeps_lines_that_look_like_labels():
    lines = ("1. 组织机构", "委员会共三人，名单如下：", "沈怀山：镜湖大学，教授", "陆景行：某院，研究员")
    text = dict(_fields(_text("推荐单位：甲会", *lines), _RECOMMENDATION))["1. 组织机构"]
    assert text == "\n".join(lines[1:])


def test_the_authors_own_words_in_brackets_behind_a_label_are_its_text():
    said = "（本题关系到整条江的安澜，突破点在于把泥沙的絮凝过程测准）"
    assert dict(_fields(_text("推荐单位：甲会", f"推荐理由：{said}"), _RECOMMENDATION))["推荐理由"] == said


def test_a_date_with_its_label_ends_the_item_above_it_in_a_table():
    rows = [row("推荐单位", "甲学会"), row("推荐理由", ""), row("", "填表日期：2022年4月12日")]
    found = _fields(_word(table(*rows)), replace(_RECOMMENDATION, extras=("填表日期",)))
    assert found[:2] == [("推荐单位", "甲学会"), ("推荐理由", "")]
    assert "2022" in found[-1][1]
