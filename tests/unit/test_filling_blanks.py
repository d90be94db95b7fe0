"""A blank form of the issuer's takes the texts at its labels and stays otherwise as it was."""

import re
from collections.abc import Mapping

import pytest

from assistant.documents.fields import recognise
from assistant.documents.filling.into import FilledIn, fill_blank
from assistant.documents.reading import read_bytes
from assistant.domain.form import Form
from assistant.errors import UnreadableFileError
from assistant.exporting.blanks import find_box, know_hints, strip_hints
from assistant.library.forms import load_forms
from assistant.library.locations import corpus_root
from tests.unit.blank_forms import make_line_form, make_mixed_form, make_table_form
from tests.unit.word_files import cell, make_docx, para, read_parts, row, run, table

FORMS = {
    form.name: form
    for name in ("cast-2022", "pioneer-2020")
    for form in load_forms(corpus_root() / name, corpus_root())
    if not form.whole
}
TEXTS = {
    "题目": ["如何揭示深部煤岩体在“高应力—渗流”耦合下的失稳机制？"],
    "Title": ["How do stress and seepage destabilise deep coal rock?"],
    "所属类型": ["前沿科学问题"],
    "所属学科": ["【待补充：所属学科】"],
    "作者信息": ["林晚舟，东湖理工大学，13800001234，lin@example.org"],
    "关键词": ["深部；煤岩；渗流；失稳"],
    "问题描述": ["深部开采面临 15 MPa 以上的地应力。", "（1）应力如何迁移；", "（2）渗流如何诱发失稳。"],
    "最新进展": ["2021年的试验表明 α₂ 相随温度升高而增多……" * 12, "【待补充：面临的关键难点】"],
}


def fill(blank: bytes, form: Form, texts: Mapping[str, list[str]]) -> FilledIn:
    return fill_blank("空白表.docx", blank, form, texts, know_hints(form))


def read(data: bytes, form: Form) -> dict[str, list[str]]:
    draft = recognise(read_bytes("x.docx", data), [form])
    return {one.label: [line.text for line in one.lines] for one in draft.fields}


def texts_for(form: Form) -> dict[str, list[str]]:
    """Some text for every item that is not signed by hand, lists and long ones among them."""
    several = ["第一段：“引号”、破折号——与 5 %。", "（1）α₂ 相的 x² 项；", "English text, e.g. a sentence."]
    specs = [spec for spec in form.fields if not (spec.heading or spec.signed)]
    return {
        spec.label: TEXTS.get(spec.label, several[: 1 + place % 3] if place % 4 else ["短的值"])
        for place, spec in enumerate(specs)
    }


BLANKS = {
    **{f"table-{hints}": (make_table_form, {"hints": hints}) for hints in ("beside", "inside", "label", "none")},
    **{f"lines-{style}": (make_line_form, {"style": style}) for style in ("colon", "heading", "control", "blank")},
}


@pytest.mark.parametrize("kind", sorted(BLANKS))
@pytest.mark.parametrize("name", ["problem", "recommendation", "report", "pioneer"])
def test_every_layout_gives_every_text_back_and_keeps_every_other_part(name: str, kind: str):
    form = FORMS[name]
    make, options = BLANKS[kind]
    blank = make(form, **options)
    texts = texts_for(form)

    done = fill(blank, form, texts)

    found = read(done.data, form)
    assert done.homeless == done.occupied == done.changed == ()
    open_ones = [label for label, lines in texts.items() if lines[0].startswith("【待补充")]
    assert {label: found.get(label) or texts[label] for label in open_ones} == {one: texts[one] for one in open_ones}
    assert {label: found.get(label) for label in texts if label not in open_ones} == {
        label: lines for label, lines in texts.items() if label not in open_ones
    }
    assert all(lines[0] in xml_of(done.data) for lines in texts.values())
    before, after = read_parts(blank), read_parts(done.data)
    assert {part for part in before if before[part] != after[part]} == {"word/document.xml"}
    assert before.keys() == after.keys()


def test_merged_cells_two_labels_in_a_row_and_a_label_above_its_cell_are_filled():
    form = FORMS["recommendation"]
    texts = {
        "问题题目": ["如何实现冻土区隧道的长期稳定？"],
        "推荐单位": ["东湖力学学会"],
        "推荐人": ["林望舒", "周行远"],
        "联合的国外组织和专家": ["无"],
        "推荐理由": ["关系到高寒区工程的长期安全。"],
    }

    done = fill(make_mixed_form(), form, texts)

    found = read(done.data, form)
    assert done.placed == tuple(texts)
    assert {label: found[label] for label in texts} == texts


def xml_of(data: bytes) -> str:
    content = read_parts(data)["word/document.xml"]
    return content if isinstance(content, str) else content.decode()


def test_hints_go_and_the_text_has_the_type_of_its_place_without_their_grey_italics():
    form = FORMS["problem"]
    done = fill(make_line_form(form, style="heading"), form, {"问题描述": ["深部开采面临高应力。", "第二段。"]})

    xml = xml_of(done.data)
    assert "为问题正文的摘要部分" not in xml
    found = re.findall(r"<w:p>(?:(?!</w:p>).)*(?:深部开采|第二段)(?:(?!</w:p>).)*</w:p>", xml)
    assert len(found) == 2
    for paragraph in found:
        assert 'w:firstLine="480"' in paragraph
        assert 'w:eastAsia="楷体"' in paragraph
        assert "808080" not in paragraph
        assert "<w:i/>" not in paragraph


def test_a_text_behind_a_bold_label_is_not_bold():
    form = FORMS["problem"]
    done = fill(make_line_form(form, style="colon"), form, {"Title": ["How?"]})

    found = re.search(r"<w:r>((?:(?!</w:r>).)*)How\?", xml_of(done.data))
    assert found is not None
    assert "<w:b/>" not in found[1]
    assert "黑体" not in found[1]


def test_a_blank_too_small_to_be_read_does_not_make_the_text_so():
    form = FORMS["problem"]
    tiny = para(properties='<w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>')
    blank = make_docx(table(row("题目", cell(tiny)), row("关键词", ""), row("所属领域", "")))

    xml = xml_of(fill(blank, form, {"题目": ["如何？"]}).data)

    assert re.search(r"<w:r>(?:<w:rPr/>)?<w:t[^>]*>如何？", xml)


def test_widths_headers_and_sections_stay_and_a_row_of_fixed_height_grows():
    form = FORMS["pioneer"]
    blank = make_table_form(form)

    before, after = xml_of(blank), xml_of(fill(blank, form, texts_for(form)).data)

    for kept in (
        r"<w:tcW[^>]*>",
        r"<w:gridCol[^>]*>",
        r"<w:sectPr>.*?</w:sectPr>",
        r"<w:gridSpan[^>]*>",
        r"<w:tblW[^>]*>",
    ):
        assert re.findall(kept, before) == re.findall(kept, after)
    assert 'w:hRule="atLeast"' in after


def test_a_control_no_longer_shows_its_prompt():
    form = FORMS["problem"]
    done = fill(make_line_form(form, style="control"), form, {"题目": ["如何？"], "问题描述": ["甲。", "乙。"]})

    xml = xml_of(done.data)
    prompts = sum(1 for spec in form.fields if not spec.heading) - 2
    assert xml.count("showingPlcHdr") == xml.count("单击或点击此处") == prompts
    assert 'w:multiLine="1"' in xml


def test_the_box_before_the_value_is_ticked_and_the_others_stay():
    form = FORMS["problem"]
    boxes = "□前沿科学问题　□工程技术难题　□产业技术问题"
    blank = make_docx(table(row("题目", ""), row("所属类型", boxes), row("所属领域", "")))

    done = fill(blank, form, {"题目": ["如何？"], "所属类型": ["工程技术难题"], "所属领域": ["信息科技"]})

    assert done.placed == ("题目", "所属类型", "所属领域")
    assert read(done.data, form)["所属类型"] == ["□前沿科学问题　☑工程技术难题　□产业技术问题"]


def test_words_that_are_no_hint_stay_and_the_item_is_named():
    form = FORMS["problem"]
    blank = make_docx(table(row("题目", "如何揭示已有的问题？"), row("关键词", ""), row("所属领域", "")))

    done = fill(blank, form, {"题目": ["别的题目？"], "关键词": ["甲；乙"]})

    assert done.occupied == ("题目",)
    assert read(done.data, form) == {"题目": ["如何揭示已有的问题？"], "关键词": ["甲；乙"], "所属领域": []}


def test_an_item_without_a_place_is_named():
    form = FORMS["problem"]
    blank = make_docx(table(row("题目", ""), row("关键词", ""), row("作者信息", "")))

    done = fill(blank, form, {"题目": ["如何？"], "重要意义": ["很大。"]})

    assert (done.placed, done.homeless) == (("题目",), ("重要意义",))


def test_two_labels_on_one_line_keep_their_distance():
    form = FORMS["pioneer"]
    line = para(run("联系人：________    联系电话：____________"))
    blank = make_docx(para("“科创中国”榜单推荐表（先导技术）") + para("技术名称：") + line + para("通信地址："))
    texts = {"技术名称": ["深井预警"], "联系人": ["林晚舟"], "联系电话": ["13800001234"], "通信地址": ["东湖路1号"]}

    assert read(fill(blank, form, texts).data, form) == texts


def test_a_section_that_ends_below_a_label_ends_below_its_text():
    form = FORMS["problem"]
    last = para(properties='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    blank = make_docx(para("题目：") + para("关键词：") + para("问题描述") + last + para("重要意义"))

    done = fill(blank, form, {"题目": ["如何？"], "问题描述": ["甲。", "乙。"]})

    xml = xml_of(done.data)
    assert xml.index("乙。") < xml.index("</w:p>", xml.index("<w:sectPr>"))
    assert xml.index("甲。") < xml.index("<w:sectPr>")
    assert read(done.data, form)["问题描述"] == ["甲。", "乙。"]


def test_a_form_of_another_kind_is_refused():
    with pytest.raises(UnreadableFileError, match="不是这张表的空白表"):
        fill(make_docx(para("会议通知") + para("时间：周三")), FORMS["problem"], {"题目": ["如何？"]})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（不超过100字）", ""),
        ("____年__月__日", ""),
        ("请填写中文全称", ""),
        ("XXX", ""),
        ("【待补充：题目】", ""),
        ("包括三种机理的比较", "包括三种机理的比较"),
        ("东湖力学学会（筹）", "东湖力学学会（筹）"),
    ],
)
def test_hints_are_told_from_an_authors_words(text: str, left: str):
    assert strip_hints(text, ()) == left


def test_a_box_is_found_by_what_stands_behind_it():
    assert find_box("□应用研究 □开发研究", "开发研究") == (6, 7, "☑")
    assert find_box("应用研究（ ） 开发研究（ ）", "应用研究") == (4, 7, "（√）")
    assert find_box("□应用研究 □开发研究", "【待补充：类型】") is None


def test_a_table_inside_a_cell_is_left_alone():
    form = FORMS["problem"]
    blank = make_docx(table(row("题目", cell(para("（以问句形式提出）"), table(row("甲", "乙")))), row("关键词", "")))

    done = fill(blank, form, {"题目": ["如何？"], "关键词": ["甲；乙"]})

    assert "关键词" in done.placed
    assert xml_of(done.data).count("<w:tbl>") == 2
