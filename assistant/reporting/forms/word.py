"""A form as a Word file in its official layout: A4, 仿宋 and 黑体, tables where the form is a table."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import cast

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row  # pyright: ignore[reportPrivateUsage] - the library has no public name for it
from docx.text.paragraph import Paragraph

from assistant.domain.exported import CITED_NOTE, FilledForm, Item, Layout
from assistant.reporting.forms.characters import fit_xml
from assistant.reporting.forms.numbers import Numbers
from assistant.reporting.forms.wording import APPENDIX, LOOSE_NOTE
from assistant.reporting.writing import (
    BODY_FONT,
    HEAD_FONT,
    Cell,
    cm,
    fill,
    get_row_properties,
    name_fonts,
    remove_preview,
    set_fonts,
    set_language,
    set_widths,
    write,
)

_BODY_SIZE, _CELL_SIZE, _TITLE_SIZE = 14.0, 12.0, 18.0
"""Points: 四号, 小四 and 小二 of Chinese word processors."""
_TITLE_LINE, _LONG_TITLE_SIZE = 24, 16.0
"""Characters of the title that one line holds; a longer one is set in 三号, so that no word is left over."""
_CITED_SIZE = 10.5
"""Points: 五号."""
_SHORT_ROW = 300
"""Characters up to which a row stays on one page."""
_LINE = Pt(26)
_INDENT = Pt(2 * _BODY_SIZE)
"""Two characters, as paragraphs of Chinese begin."""
_WIDTHS = cm(3.8, 11.8)
"""Of a label and of its text; together the width between the margins."""
_WHOLE = cm(15.6)
_GROUND = "F2F2F2"


def render_word(filled: FilledForm, layouts: Mapping[int, Layout], made_on: date) -> bytes:
    """Return the .docx.

    Args:
        filled: the form.
        layouts: of each item, by its place.
        made_on: the day that the file's properties bear; they name no person.
    """
    document = docx.Document()
    lay_out(document, filled.heading, made_on)
    writer = _FormWriter(document, layouts)
    _write_title(document, filled.heading)
    places = list(enumerate(filled.items))
    for in_table, run in groupby(places, key=lambda one: _is_row(one[0], filled.items)):
        (writer.write_rows if in_table else writer.write_paragraphs)(list(run))
    if filled.loose:
        _write_appendix(document, LOOSE_NOTE, filled.loose)
    if filled.cited:
        _write_appendix(document, CITED_NOTE, filled.cited, small=True)
    return save(document)


def lay_out(document: Document, title: str, made_on: date) -> None:
    """Set page, styles and properties of a new document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(3.0), Cm(2.6)
    bodies = (("Normal", _BODY_SIZE, BODY_FONT), ("No Spacing", _CELL_SIZE, BODY_FONT))
    heads = (("Title", _TITLE_SIZE), ("Heading 1", 16.0), ("Heading 2", _BODY_SIZE), ("Heading 3", _CELL_SIZE))
    for name, size, font in (*bodies, *((name, size, HEAD_FONT) for name, size in heads)):
        set_fonts(cast("ParagraphStyle", document.styles[name]), size, font=font)
    normal = cast("ParagraphStyle", document.styles["Normal"]).paragraph_format
    normal.line_spacing_rule, normal.line_spacing, normal.space_after = WD_LINE_SPACING.EXACTLY, _LINE, Pt(0)
    name_fonts(document)
    set_language(document)
    remove_preview(document)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = fit_xml(title), "", "", ""
    properties.created = properties.modified = datetime.combine(made_on, time(), tzinfo=UTC)


def save(document: Document) -> bytes:
    """Return the bytes of the document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _is_row(place: int, items: Sequence[Item]) -> bool:
    """Say whether an item stands in a table; one of the author's own stands where its neighbour before stands."""
    item = items[place]
    if not item.own:
        return item.spec.row
    before = next((one for one in reversed(items[:place]) if not one.own), None)
    return before is not None and before.spec.row and place + 1 < len(items)


def _write_title(document: Document, heading: str) -> None:
    paragraph = document.add_paragraph(style="Title")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(14)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    run = write(paragraph, fit_xml(heading))
    if len(heading) > _TITLE_LINE:
        run.font.size = Pt(_LONG_TITLE_SIZE)


def _write_appendix(document: Document, note: str, lines: Sequence[str], *, small: bool = False) -> None:
    document.add_page_break()
    write(document.add_paragraph(), APPENDIX, bold=True, font=HEAD_FONT)
    write(document.add_paragraph(), note)
    for line in lines:
        paragraph = document.add_paragraph()
        run = write(_set_single(paragraph) if small else _indent(paragraph), fit_xml(line))
        if small:
            run.font.size = Pt(_CITED_SIZE)


def _indent(paragraph: Paragraph) -> Paragraph:
    paragraph.paragraph_format.first_line_indent = _INDENT
    return paragraph


class _FormWriter:
    def __init__(self, document: Document, layouts: Mapping[int, Layout]) -> None:
        self._document = document
        self._layouts = layouts
        self._numbers = Numbers(document)

    def write_rows(self, run: Sequence[tuple[int, Item]]) -> None:
        """Write a table with a row for each item."""
        table = self._open_table(columns=2)
        for place, item in run:
            row = table.add_row()
            _keep_row(row, item)
            left, right = row.cells
            if not item.lines:
                _write_label(left.merge(right), item, WD_ALIGN_PARAGRAPH.CENTER)
            elif self._layouts[place] == "beside":
                _write_label(left, item, WD_ALIGN_PARAGRAPH.CENTER)
                self._write_cell(right, item)
            else:
                self._write_cell(left.merge(right), item, labelled=True)
        set_widths(table, _WIDTHS)

    def write_paragraphs(self, run: Sequence[tuple[int, Item]]) -> None:
        """Write each item as paragraphs, or in a box where its text would be read otherwise."""
        for place, item in run:
            layout = self._layouts[place]
            if item.lines and layout in ("boxed", "inside"):
                self._write_box(item, labelled=layout == "inside")
                continue
            if layout != "bare":
                self._write_head(item, layout)
            for line in item.lines[1:] if layout == "beside" else item.lines:
                paragraph = _indent(self._document.add_paragraph())
                write(paragraph, fit_xml(line.text))
                self._numbers.put(paragraph, line.number)

    def _write_head(self, item: Item, layout: Layout) -> None:
        head = self._document.add_paragraph()
        label = fit_xml(item.spec.label)
        write(head, f"{label}：" if item.lines else label, bold=True, font=HEAD_FONT)
        head.paragraph_format.space_before = Pt(6)
        head.paragraph_format.keep_with_next = layout != "beside"
        if layout == "beside" and item.lines:
            write(head, fit_xml(item.lines[0].text))

    def _write_box(self, item: Item, *, labelled: bool) -> None:
        table = self._open_table(columns=1)
        if not labelled:
            _write_label(table.add_row().cells[0], item, WD_ALIGN_PARAGRAPH.LEFT)
        self._write_cell(table.add_row().cells[0], item, labelled=labelled)
        set_widths(table, _WHOLE)

    def _open_table(self, columns: int) -> Table:
        table = self._document.add_table(rows=0, cols=columns, style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        return table

    def _write_cell(self, cell: Cell, item: Item, *, labelled: bool = False) -> None:
        paragraph = _set_single(cell.paragraphs[0])
        if labelled:
            write(paragraph, f"{fit_xml(item.spec.label)}：", bold=True, font=HEAD_FONT)
        for number, line in enumerate(item.lines):
            paragraph = paragraph if number == 0 else _set_single(cell.add_paragraph())
            write(paragraph, fit_xml(line.text)).font.size = Pt(_CELL_SIZE)
            self._numbers.put(paragraph, line.number)


def _write_label(cell: Cell, item: Item, alignment: WD_ALIGN_PARAGRAPH) -> None:
    paragraph = _set_single(cell.paragraphs[0])
    paragraph.alignment = alignment
    write(paragraph, fit_xml(item.spec.label), bold=True, font=HEAD_FONT).font.size = Pt(_CELL_SIZE)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    fill(cell, _GROUND)


def _keep_row(row: _Row, item: Item) -> None:
    """Keep a short row on one page, and a heading with the row below it."""
    if len(item.text) <= _SHORT_ROW:
        get_row_properties(row).append(OxmlElement("w:cantSplit"))
    if not item.lines:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _set_single(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph of a cell its narrower lines."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    return paragraph
