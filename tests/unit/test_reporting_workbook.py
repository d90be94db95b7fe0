"""The .xlsx and the .csv, read by another library than the one that wrote them."""

import csv
import io

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.reporting.origin import is_untouched
from assistant.reporting.printable import printable
from assistant.reporting.separated import render_separated
from assistant.reporting.sheet import Cell, Sheet
from assistant.reporting.tables import tabulate
from assistant.reporting.workbook import render_workbook
from assistant.wording import NOT_ACCEPTANCE
from tests.unit.reporting import FINDING, REPORT, TODAY, UNREADABLE, shown

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://a","b")', "＝1+1", "{=1}", "=" * 3)


def _open(*sheets: Sheet) -> list[Worksheet]:
    data = render_workbook(sheets, title="检查结果", made_on=TODAY)
    return list(openpyxl.load_workbook(io.BytesIO(data)).worksheets)


def _values(page: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def _one(*cells: Cell) -> Sheet:
    names = tuple(f"列{number}" for number in range(len(cells)))
    return Sheet(title="表", header=names, rows=(cells,), widths=(10,) * len(cells))


def test_the_summary_has_a_row_a_file_with_verdict_counts_notice_and_form():
    summary, _, _ = _open(*tabulate(shown()))

    rows = _values(summary)
    assert rows[0][:6] == ["文件", "结论", "错误", "警告", "提示", "待人工确认"]
    assert rows[1][:8] == ["稿件/甲.docx", "有错误", 1, 1, 0, 2, 1, 1]
    assert rows[1][8] == "关于征集2023问题的通知 · 某函〔2023〕1号"
    assert rows[2][:3] == ["乙.docx", "通过", 0]
    assert rows[3][1] == "无法读取"
    assert rows[3][10] == "读不了。请另存为 .docx。"
    assert rows[5][0] == NOT_ACCEPTANCE


def test_a_row_is_as_high_as_its_longest_cell():
    sheet = Sheet(title="表", header=("甲", "乙"), rows=(("短", "字" * 60), ("短", None)), widths=(10, 41))
    (page,) = _open(sheet)

    assert page.row_dimensions[2].height == pytest.approx(3 * 15 + 2, abs=1)
    assert page.row_dimensions[3].height == pytest.approx(15 + 2, abs=1)


def test_findings_and_questions_have_a_row_each():
    _, findings, items = _open(*tabulate(shown()))

    rows = _values(findings)
    assert len(rows) == 3
    assert rows[1] == [
        "稿件/甲.docx", "错误", "推荐列表 · 第2段", "前沿科学问题列了6个。", "请减少到5个以内。", "共6个",
        "6", "3至5个", "〔征集 三〕", "每个推荐单位可推荐各3-5个", "按每类分别计。", "按条文核对", "cast.list.count",
    ]  # fmt: skip
    assert rows[2][8] == "〔通用检查〕"
    assert [row[1] for row in _values(items)[1:]] == ["几个？", "签字属实吗？"]


def test_each_sheet_has_a_frozen_header_a_filter_and_readable_widths():
    sheets = tabulate(shown())
    for page, sheet in zip(_open(*sheets), sheets, strict=True):
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")
        widths = [page.column_dimensions[get_column_letter(one)].width for one in range(1, len(sheet.header) + 1)]
        assert all(6 <= width <= 80 for width in widths)
        assert all(cell.alignment.wrap_text for row in page.iter_rows(max_row=2) for cell in row)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_a_workbook(text: str):
    (page,) = _open(_one(text, text))

    for cell in page[2]:
        assert cell.data_type == "s"
        assert cell.value == printable(text)
        assert cell.quotePrefix or not text.startswith(tuple("=+-@\t\r＝"))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_a_csv(text: str):
    report = REPORT.model_copy(update={"findings": (FINDING.model_copy(update={"message": text}),), "file": text})

    data = render_separated(shown(report))

    (_, row) = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert data.startswith(b"\xef\xbb\xbf")
    assert row[4].lstrip("'") == printable(text)
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row)


def test_a_csv_has_a_row_a_finding_and_one_for_a_file_without_any():
    rows = list(csv.DictReader(io.StringIO(render_separated(shown()).decode("utf-8-sig"), newline="")))

    assert [row["规则"] for row in rows] == ["cast.list.count", "house.text.typo", "", ""]
    assert [row["结论"] for row in rows] == ["有错误", "有错误", "通过", "无法读取"]
    assert rows[3]["问题"] == "读不了。请另存为 .docx。"


def test_control_characters_and_long_texts_do_not_break_a_cell():
    (page,) = _open(_one("甲\x00\x1b[31m\ud800乙", "字" * 40_000))

    assert page["A2"].value == "甲[31m乙"
    assert len(str(page["B2"].value)) == 32_000


def test_titles_of_sheets_are_made_fit_for_excel():
    sheet = _one("甲")
    titles = ("名单", "名单", "名/单:[甲]", "很" * 40, "很" * 40, "?")
    pages = _open(*(Sheet(title=title, header=sheet.header, rows=(), widths=sheet.widths) for title in titles))

    assert [page.title for page in pages] == ["名单", "名单 2", "名 单  甲", "很" * 31, "很" * 29 + " 2", "表"]


def test_a_workbook_is_ours_until_somebody_saves_it():
    data = render_workbook(tabulate(shown(UNREADABLE)), title="检查结果", made_on=TODAY)
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.properties.lastModifiedBy = "秘书"
    saved = io.BytesIO()
    book.save(saved)

    assert is_untouched(data)
    assert not is_untouched(saved.getvalue())
    assert not is_untouched(b"no archive")


def test_the_same_reports_give_the_same_bytes():
    one, other = (render_workbook(tabulate(shown()), title="检查结果", made_on=TODAY) for _ in range(2))

    assert one == other
