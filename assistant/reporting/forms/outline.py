"""The outline of a proposal as a Word file."""

from collections.abc import Sequence
from datetime import date

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from assistant.domain.filled import mark
from assistant.domain.outline import Outline, OutlineField
from assistant.reporting.forms.characters import fit_xml
from assistant.reporting.forms.outline_text import (
    ASKED,
    CHECKLIST,
    HOWTO,
    ITEMS,
    WHOLE,
    find_whole,
    name_direction,
    number_items,
    say_wanted,
)
from assistant.reporting.forms.word import lay_out, save
from assistant.reporting.writing import HEAD_FONT, add_row, add_table, cm, write

_HEADS = ("", "事项", "指南原文", "适用范围")
_WIDTHS = cm(1.0, 3.2, 9.2, 2.2)
_FIELD_WIDTHS = cm(4.2, 11.4)
_FIELD_HEADS = ("栏目", "填写内容")


def render_outline(outline: Outline, made_on: date) -> bytes:
    """Return the .docx."""
    document = docx.Document()
    title = f"{outline.heading}提纲"
    lay_out(document, title, made_on)
    document.add_paragraph(title, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (name_direction(outline), HOWTO):
        document.add_paragraph(fit_xml(line)).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write_fields(document, [one for one in outline.fields if one.label not in ITEMS])
    for label, kind in ITEMS.items():
        document.add_heading(label, 1)
        _quote(document, WHOLE, find_whole(outline, kind))
        for number, item in number_items(outline, kind):
            document.add_heading(fit_xml(f"{number}. {item.heading}"), 2)
            _quote(document, ASKED, item.quote)
            document.add_paragraph(mark(say_wanted(kind)))
    _write_checklist(document, outline)
    return save(document)


def _quote(document: Document, sign: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.line_spacing = 1.2
    paragraph.paragraph_format.space_after = Pt(4)
    for run in (write(paragraph, sign, font=HEAD_FONT, ink="7F7F7F"), write(paragraph, fit_xml(text), ink="595959")):
        run.font.size = Pt(11)


def _write_fields(document: Document, fields: Sequence[OutlineField]) -> None:
    document.add_heading("基本信息与其他栏目", 1)
    table = add_table(document, _FIELD_HEADS, _FIELD_WIDTHS)
    for one in fields:
        label, text = add_row(table, _FIELD_WIDTHS)
        write(label.paragraphs[0], fit_xml(one.label), bold=True, font=HEAD_FONT)
        write(text.paragraphs[0], fit_xml(one.text or mark(one.label)))


def _write_checklist(document: Document, outline: Outline) -> None:
    document.add_heading(CHECKLIST, 1)
    table = add_table(document, _HEADS, _WIDTHS)
    for one in outline.demands:
        tick, about, quote, scope = add_row(table, _WIDTHS)
        for cell, text in ((tick, "☐"), (about, "、".join(one.about)), (quote, one.quote), (scope, one.scope)):
            write(cell.paragraphs[0], fit_xml(text))
