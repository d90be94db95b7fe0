"""The compliance summary as a .docx that a secretary can forward: what was found, kept, and is to be confirmed."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import cast

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.domain.remark import AUTHOR
from assistant.reporting.printable import printable
from assistant.reporting.sheet import Cell as Value
from assistant.reporting.sheet import Sheet
from assistant.reporting.shown import ShownFinding, ShownReport, counts, tally
from assistant.reporting.tones import SEVERITY_TONES, TONES, VERDICT_TONES
from assistant.reporting.writing import (
    HEAD_FONT,
    TABLE_STYLE,
    Cell,
    add_field,
    add_row,
    add_table,
    badge,
    cm,
    name_fonts,
    remove_preview,
    set_fonts,
    set_type,
    write,
)
from assistant.wording import HOUSE_MARK, NOT_ACCEPTANCE, READING_MARK

_WIDTH = 16.6
"""Centimetres between the margins."""
_OVERVIEW = ("文件", "结论", "错误", "警告", "待确认", "已满足")
_OVERVIEW_WIDTHS = cm(7.0, 2.6, 1.6, 1.6, 2.0, 1.8)
_FINDINGS = ("序号", "级别", "位置", "问题与依据", "建议")
_FINDING_WIDTHS = cm(1.2, 1.4, 2.4, 8.2, 3.4)


def render_summary(
    reports: Sequence[ShownReport], *, title: str, made_on: date, further: Iterable[Sheet] = ()
) -> bytes:
    """Return the .docx.

    Args:
        reports: one or many.
        title: of the document.
        made_on: the day of the check.
        further: tables put behind the overview.
    """
    document = docx.Document()
    _lay_out(document, reports, title, made_on)
    document.add_paragraph(title, style="Title")
    _line(document, f"检查日期：{made_on.year}年{made_on.month}月{made_on.day}日").alignment = WD_ALIGN_PARAGRAPH.CENTER
    if len(reports) > 1:
        _overview(document, reports)
    for sheet in further:
        _table(document, sheet)
    for report in reports:
        _report(document, report)
    _heading(document, "说明")
    _line(document, NOT_ACCEPTANCE)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _lay_out(document: Document, reports: Sequence[ShownReport], title: str, made_on: date) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21.0 - _WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(2.4)
    styles = {
        name: cast("ParagraphStyle", document.styles[name])
        for name in ("Normal", "Title", "Heading 1", "Heading 2", TABLE_STYLE)
    }
    set_fonts(styles["Normal"], 11)
    styles["Normal"].paragraph_format.space_after = Pt(3)
    set_fonts(styles[TABLE_STYLE], 10)
    styles[TABLE_STYLE].paragraph_format.space_before = styles[TABLE_STYLE].paragraph_format.space_after = Pt(1.5)
    set_fonts(styles["Title"], 20, font=HEAD_FONT)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_fonts(styles["Heading 1"], 14, font=HEAD_FONT)
    set_fonts(styles["Heading 2"], 12, font=HEAD_FONT)
    name_fonts(document)
    remove_preview(document)
    _head_and_foot(document, reports[0].name if len(reports) == 1 else f"{len(reports)}个文件")
    created = datetime.combine(made_on, time(), tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.comments = title, NOT_ACCEPTANCE
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = created


def _head_and_foot(document: Document, name: str) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(head, f"{name} · 检查报告").font.size = Pt(9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(foot, "第 ")
    add_field(foot, "PAGE", "1")
    write(foot, " 页，共 ")
    add_field(foot, "NUMPAGES", "1")
    write(foot, " 页")


def _overview(document: Document, reports: Sequence[ShownReport]) -> None:
    _heading(document, "总体情况")
    _line(document, f"{tally(reports)}。")
    table = add_table(document, _OVERVIEW, _OVERVIEW_WIDTHS)
    for one in reports:
        cells = add_row(table, _OVERVIEW_WIDTHS)
        write(cells[0].paragraphs[0], one.file)
        badge(cells[1], one.verdict_name, VERDICT_TONES[one.verdict])
        numbers = (one.count("error"), one.count("warning"), len(one.items), len(one.passed))
        for cell, number in zip(cells[2:], numbers, strict=True):
            _centre(cell, str(number))


def _table(document: Document, sheet: Sheet) -> None:
    _heading(document, printable(sheet.title))
    whole = sum(sheet.widths)
    widths = cm(*(_WIDTH * width / whole for width in sheet.widths))
    table = add_table(document, [printable(name) for name in sheet.header], widths)
    for row in sheet.rows:
        for cell, value in zip(add_row(table, widths), row, strict=True):
            _fill_cell(cell, value)
    for note in sheet.notes:
        _line(document, printable(note))


def _fill_cell(cell: Cell, value: Value) -> None:
    if isinstance(value, str) and value in TONES:
        badge(cell, value, TONES[value])
    elif isinstance(value, str):
        write(cell.paragraphs[0], printable(value))
    elif value is not None:
        _centre(cell, str(value))


def _report(document: Document, report: ShownReport) -> None:
    _heading(document, f"{report.name}：{report.verdict_name}")
    if report.error:
        _line(document, report.error)
        return
    _facts(document, report)
    if report.brief:
        _heading(document, "小结", level=2)
        for line in report.brief:
            _line(document, line)
    _findings(document, report.findings)
    _heading(document, "已满足的要求", level=2)
    _line(document, f"{'；'.join(report.passed)}。" if report.passed else "无。")
    _heading(document, "待人工确认", level=2)
    for item in report.items:
        _line(document, f"☐ {item.question}").paragraph_format.left_indent = Cm(0.6)
    if not report.items:
        _line(document, "无。")


def _facts(document: Document, report: ShownReport) -> None:
    facts = (
        ("文件", report.file if report.file != report.name else ""),
        ("依据", report.programme),
        ("表格", report.form),
        ("识别", report.because),
        ("结果", counts(report)),
        ("规则版本", report.rules_version),
    )
    for name, value in facts:
        if value:
            paragraph = _line(document, "")
            write(paragraph, f"{name}：", font=HEAD_FONT)
            write(paragraph, value)


def _findings(document: Document, findings: Sequence[ShownFinding]) -> None:
    _heading(document, "发现的问题", level=2)
    if not findings:
        _line(document, "没有发现问题。")
        return
    table = add_table(document, _FINDINGS, _FINDING_WIDTHS)
    for number, one in enumerate(findings, start=1):
        cells = add_row(table, _FINDING_WIDTHS)
        _centre(cells[0], str(number))
        badge(cells[1], one.name, SEVERITY_TONES[one.severity])
        write(cells[2].paragraphs[0], one.place)
        _describe(cells[3], one)
        write(cells[4].paragraphs[0], one.suggestion or "—")


def _describe(cell: Cell, one: ShownFinding) -> None:
    write(cell.paragraphs[0], one.message, bold=True)
    measured = "；".join(f"{name}：{value}" for name, value in (("实测", one.measured), ("要求", one.allowed)) if value)
    details = (
        f"所见：{one.evidence}" if one.evidence else "",
        measured,
        HOUSE_MARK if one.is_house else f"依据：{one.mark}「{one.quote}」",
        f"{READING_MARK}{one.reading}" if one.reading else "",
    )
    for detail in filter(None, details):
        write(set_type(cell.add_paragraph()), detail)


def _centre(cell: Cell, text: str) -> None:
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(cell.paragraphs[0], text)


def _heading(document: Document, text: str, level: int = 1) -> None:
    document.add_heading(text, level)


def _line(document: Document, text: str) -> Paragraph:
    return document.add_paragraph(text)
