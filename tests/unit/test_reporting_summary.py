"""The Word summary, read back by the library and by our own reader."""

import io

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from assistant.documents.word import read_word
from assistant.domain.finding import Report
from assistant.reporting.origin import is_untouched
from assistant.reporting.sheet import Sheet
from assistant.reporting.summary import render_summary
from assistant.wording import NOT_ACCEPTANCE
from tests.unit.reporting import CLEAN, FINDING, REPORT, TODAY, UNREADABLE, shown
from tests.unit.word_comments import W, parse


def summary(*reports: Report, further: tuple[Sheet, ...] = ()) -> bytes:
    return render_summary(shown(*reports), title="申报材料检查报告", made_on=TODAY, further=further)


def opened(*reports: Report) -> Document:
    return docx.Document(io.BytesIO(summary(*reports)))


def lines(data: bytes) -> list[str]:
    return [one.text for one in read_word("报告.docx", data).blocks if one.text.strip()]


def test_the_summary_says_verdict_findings_what_was_kept_and_what_a_person_confirms():
    said = lines(summary(REPORT))

    for one in (
        "申报材料检查报告",
        "检查日期：2023年3月1日",
        "甲.docx：有错误",
        "依据：关于征集2023问题的通知 · 某函〔2023〕1号",
        "规则版本：abc123",
        "前沿科学问题列了6个。",
        "推荐列表 · 第2段",
        "所见：共6个",
        "实测：6；要求：3至5个",
        "依据：〔征集 三〕「每个推荐单位可推荐各3-5个」",
        "〔本工具的解读〕按每类分别计。",
        "请减少到5个以内。",
        "〔通用检查〕",
        "cast.title.present。",
        "☐ 几个？",
        "☐ 签字属实吗？",
    ):
        assert one in said
    assert said.index("发现的问题") < said.index("已满足的要求") < said.index("待人工确认") < said.index(NOT_ACCEPTANCE)


def test_several_files_open_with_a_table_of_them():
    document = opened(REPORT, CLEAN, UNREADABLE)

    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["文件", "结论", "错误", "警告", "待确认", "已满足"]
    assert rows[1:] == [
        ["稿件/甲.docx", "有错误", "1", "1", "2", "1"],
        ["乙.docx", "通过", "0", "0", "0", "1"],
        ["丙.doc", "无法读取", "0", "0", "0", "0"],
    ]


def test_the_page_is_a4_with_the_file_in_its_head_and_numbers_at_its_foot():
    section = opened(REPORT).sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # pyright: ignore[reportOptionalMemberAccess] - is set
    assert section.header.paragraphs[0].text == "甲.docx · 检查报告"
    codes = [one.text for one in parse(summary(REPORT), "word/footer1.xml").iter(f"{W}instrText")]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_chinese_text_has_official_fonts_with_others_in_their_stead():
    document = opened(REPORT)

    fonts = {name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Normal", "Title")}
    assert fonts == {"Normal": "仿宋", "Title": "黑体"}
    assert document.part.package is not None
    table = next(one for one in document.part.package.iter_parts() if str(one.partname).endswith("fontTable.xml"))
    assert "STFangsong" in table.blob.decode()


def test_the_header_of_a_table_is_repeated_on_each_page():
    first, *others = parse(summary(REPORT), "word/document.xml").iter(f"{W}tr")

    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert len(others) == 2


@pytest.mark.parametrize("text", ["\x00\x0b甲\ud800", "</w:t>&<乙>", "长" * 50_000])
def test_no_text_of_a_draft_breaks_the_file(text: str):
    finding = FINDING.model_copy(update={"message": text, "evidence": text})

    said = "\n".join(lines(summary(REPORT.model_copy(update={"findings": (finding,), "file": text[:50]}))))

    assert text.strip("\x00\x0b\ud800") in said


def test_a_clean_file_says_that_nothing_was_found_and_nothing_is_open():
    said = lines(summary(CLEAN))

    assert "没有发现问题。" in said
    assert said[said.index("待人工确认") + 1] == "无。"


def test_further_tables_stand_behind_the_overview():
    sheet = Sheet(
        title="名单", header=("姓名", "人数"), rows=(("周一", 3), ("有错误", None)), widths=(9, 9), notes=("注。",)
    )

    document = docx.Document(io.BytesIO(summary(REPORT, CLEAN, further=(sheet,))))

    assert [[cell.text for cell in row.cells] for row in document.tables[1].rows] == [
        ["姓名", "人数"], ["周一", "3"], ["有错误", ""],
    ]  # fmt: skip


def test_a_summary_is_ours_until_somebody_saves_it():
    data = summary(CLEAN)
    document = docx.Document(io.BytesIO(data))
    document.core_properties.last_modified_by = "秘书"
    saved = io.BytesIO()
    document.save(saved)

    assert is_untouched(data)
    assert not is_untouched(saved.getvalue())
    assert b"thumbnail" not in data
