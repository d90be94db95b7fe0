"""Every kind of report opened by another program, and the words that it shows compared with ours."""

import csv
import io
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest

from assistant.documents.reading import read_document
from assistant.documents.remarks.write import write_remarks
from assistant.documents.word import read_word
from assistant.domain.draft import Location
from assistant.domain.remark import Remark
from assistant.reporting.page import render_page
from assistant.reporting.separated import render_separated
from assistant.reporting.summary import render_summary
from assistant.reporting.tables import tabulate
from assistant.reporting.workbook import render_workbook
from assistant.text import squash
from tests.unit.reporting import FINDING, REPORT, TODAY, shown
from tests.unit.word_comments import read_part
from tests.unit.word_files import control, para, replace_part, run

FORMULA = '=HYPERLINK("http://a.example","点我")'
HOSTILE = REPORT.model_copy(update={"findings": (*REPORT.findings, FINDING.model_copy(update={"evidence": FORMULA}))})
INSERTED = f'<w:ins w:id="1" w:author="甲" w:date="2023-01-01T00:00:00Z">{run("插入的字")}</w:ins>'
LINK = f'<w:hyperlink w:anchor="x">{run("链接的字")}</w:hyperlink>'
SHEET_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{}"
"""Commas, quotation marks, UTF-8, every cell as text; and which sheet."""

UTF8 = "--infilter=CSV:44,34,76,1"
"""What its dialogue tells from the byte order mark; without a dialogue it has to be said."""


def convert(path: Path, kind: str, *options: str) -> Path:
    """Return the file that LibreOffice makes of another, in a folder beside it."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    outcome = ["--convert-to", kind, "--outdir", str(path.parent / "made")]
    words = ["soffice", profile, "--headless", *options, *outcome, str(path)]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    (made,) = (path.parent / "made").iterdir()
    return made


@pytest.mark.libreoffice
def test_the_summary_is_laid_out_as_a_pdf_and_says_the_same(tmp_path: Path):
    path = tmp_path / "报告.docx"
    path.write_bytes(render_summary(shown(), title="申报材料检查报告", made_on=TODAY))

    said = squash(convert(path, "txt:Text (encoded):UTF8").read_text("utf-8-sig"))

    for block in read_word("报告.docx", path.read_bytes()).blocks:
        assert block.where.part != "body" or squash(block.text) in said


@pytest.mark.libreoffice
def test_the_summary_printed_as_a_pdf_says_the_same(tmp_path: Path):
    path = tmp_path / "报告.docx"
    path.write_bytes(render_summary(shown(), title="申报材料检查报告", made_on=TODAY))

    made = read_document(convert(path, "pdf"))

    said = squash("".join(block.text for block in made.blocks))
    for one in ("前沿科学问题列了6个。", "请减少到5个以内。", "☐签字属实吗？", "3个文件·检查报告"):
        assert one in said


@pytest.mark.libreoffice
@pytest.mark.calc
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_sheet_shows_the_cells_that_were_written_and_no_formula(tmp_path: Path, number: int):
    sheet = tabulate(shown(HOSTILE))[number - 1]
    path = tmp_path / "报告.xlsx"
    path.write_bytes(render_workbook(tabulate(shown(HOSTILE)), title="检查报告", made_on=TODAY))

    made = convert(path, SHEET_FILTER.format(number))

    rows = [row for row in csv.reader(io.StringIO(made.read_text("utf-8-sig"), newline="")) if any(row)]
    width = len(sheet.header)
    wanted = [sheet.header, *(["" if cell is None else str(cell) for cell in row] for row in sheet.rows)]
    assert [row[:width] for row in rows[: len(wanted)]] == [list(row) for row in wanted]
    assert [row[0] for row in rows[len(wanted) :]] == list(sheet.notes)


@pytest.mark.libreoffice
@pytest.mark.calc
def test_a_csv_opens_with_its_chinese_and_no_formula(tmp_path: Path):
    path = tmp_path / "报告.csv"
    path.write_bytes(render_separated(shown(HOSTILE)))

    said = convert(path, "html:HTML (StarCalc)", UTF8).read_text("utf-8")

    assert "前沿科学问题列了6个。" in said
    assert "=HYPERLINK(&quot;" in said
    assert "点我</a>" not in said


@pytest.mark.libreoffice
def test_the_page_opens_as_a_document_with_all_its_words(tmp_path: Path):
    path = tmp_path / "报告.html"
    path.write_bytes(render_page(shown(), title="申报材料检查报告", made_on=TODAY))

    said = squash(convert(path, "txt:Text (encoded):UTF8").read_text("utf-8-sig"))

    for one in ("前沿科学问题列了6个。", "每个推荐单位可推荐各3-5个", "签字属实吗？", "读不了。请另存为.docx。"):
        assert one in said


@pytest.mark.libreoffice
def test_an_annotated_draft_has_the_same_text_and_its_comments_on_their_words(tmp_path: Path):
    original, annotated = tmp_path / "稿.docx", tmp_path / "批注" / "稿.docx"
    annotated.parent.mkdir()
    document = docx.Document()
    document.add_paragraph("题目：").add_run("如何提高催化效率？").bold = True
    document.add_table(1, 2).cell(0, 1).text = "表格里的文字"
    document.save(str(original))
    body = read_part(original.read_bytes(), "word/document.xml").decode()
    held = control(para("控件里的一段")) + para(control(run("行内控件")), "与", INSERTED, LINK)
    data = replace_part(original.read_bytes(), "word/document.xml", body.replace("<w:sectPr", f"{held}<w:sectPr", 1))
    original.write_bytes(data)
    remarks = [
        Remark(where=Location(paragraph=1, start=3, end=7), text="【错误】第一条。\n建议：改。", rule="x"),
        Remark(
            where=Location(paragraph=3, table=1, row=1, column=2, start=0, end=2), text="【警告】第二条。", rule="y"
        ),
    ]
    annotated.write_bytes(write_remarks("稿.docx", data, remarks, made_on=date(2023, 3, 1)))

    plain = [convert(path, "txt:Text (encoded):UTF8").read_text("utf-8-sig") for path in (original, annotated)]
    (annotated.parent / "made" / "稿.txt").unlink()
    said = convert(annotated, "fodt").read_text("utf-8")

    assert plain[0] == plain[1]
    assert said.count("<dc:creator>问津</dc:creator>") == len(remarks)
    assert said.index("第一条") < said.index("第二条")
    assert said.count("<office:annotation-end") == len(remarks)
