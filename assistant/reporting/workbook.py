"""Sheets as an .xlsx: frozen header, filter, wrapped cells, and no cell that can become a formula."""

import io
import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assistant.domain.remark import AUTHOR
from assistant.reporting.printable import fit_cell, starts_formula
from assistant.reporting.sheet import Cell, Sheet
from assistant.reporting.tones import TONES, Tone
from assistant.wording import NOT_ACCEPTANCE

_LINE = 15.0
"""Points of one line of text at 11 points."""
_HIGHEST = 409.0
"""Points; no row of Excel is higher."""
_PADDING = 1
"""Digits of a column's width that its text does not fill."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_TEXT = {
    "text_wrap": True,
    "valign": "top",
    "font_name": "宋体",
    "font_size": 11,
    "border": 1,
    "border_color": "#D9D9D9",
}
_HEAD = _TEXT | {"bold": True, "bg_color": "#F2F2F2", "valign": "vcenter", "font_name": "黑体"}
_NOTE = {"font_name": "宋体", "font_size": 10, "font_color": "#595959"}
_Formats = dict[tuple[Tone | None, bool], Format]


def render_workbook(sheets: Sequence[Sheet], *, title: str, made_on: date) -> bytes:
    """Return an .xlsx with one sheet each.

    Args:
        sheets: at least one; in the order of the tabs.
        title: of the file, as its properties show it.
        made_on: the day that its properties show.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        created = datetime.combine(made_on, time(), tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": title, "author": AUTHOR, "comments": NOT_ACCEPTANCE, "created": created})
        formats: _Formats = {
            (tone, quoted): book.add_format(_format_of(tone, quoted=quoted))
            for tone in (None, *set(TONES.values()))
            for quoted in (False, True)
        }
        head, note = book.add_format(_HEAD), book.add_format(_NOTE)
        for name, sheet in zip(_name_tabs(sheets), sheets, strict=True):
            _write_sheet(book.add_worksheet(name), sheet, formats, head, note)
    return buffer.getvalue()


def _format_of(tone: Tone | None, *, quoted: bool) -> dict[str, Any]:
    """Return a cell's format; `quoted` keeps a text that looks like a formula a text even when it is edited."""
    colours = {"bg_color": f"#{tone.fill}", "font_color": f"#{tone.ink}", "bold": True} if tone else {}
    return _TEXT | colours | ({"quote_prefix": True} if quoted else {})


def _write_sheet(page: Worksheet, sheet: Sheet, formats: _Formats, head: Format, note: Format) -> None:
    for column, (name, width) in enumerate(zip(sheet.header, sheet.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, fit_cell(name), head)
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(row, sheet.widths))
        for column, (_, cell) in enumerate(zip(sheet.header, row, strict=True)):
            _write_cell(page, (number, column), cell, formats)
    for number, sentence in enumerate(sheet.notes, start=len(sheet.rows) + 2):
        page.write_string(number, 0, fit_cell(sentence), note)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.header) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&C第 &P 页，共 &N 页")


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Return the height of a row in points: Excel finds it itself, but LibreOffice and WPS show one line only."""
    texts = ((fit_cell(cell), width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str))
    lines = max((sum(_count_lines(line, width) for line in text.split("\n")) for text, width in texts), default=1)
    return min(_LINE * lines + 2, _HIGHEST)


def _count_lines(text: str, width: int) -> int:
    digits = sum(1 if one.isascii() else 2 for one in text)
    return max(1, math.ceil(digits / max(1, width - _PADDING)))


def _write_cell(page: Worksheet, place: tuple[int, int], cell: Cell, formats: _Formats) -> None:
    if cell is None or cell == "":
        page.write_blank(*place, None, formats[None, False])
    elif isinstance(cell, str):
        text = fit_cell(cell)
        page.write_string(*place, text, formats[TONES.get(text), starts_formula(text)])
    else:
        page.write_number(*place, cell, formats[None, False])


def _name_tabs(sheets: Sequence[Sheet]) -> list[str]:
    """Return names that Excel takes: at most 31 characters, some signs forbidden, none twice whatever the case."""
    names: list[str] = []
    for sheet in sheets:
        plain = _FORBIDDEN.sub(" ", fit_cell(sheet.title)).strip() or "表"
        name, number = plain[:_LONGEST_TITLE], 2
        while name.lower() in {taken.lower() for taken in names}:
            mark = f" {number}"
            name, number = plain[: _LONGEST_TITLE - len(mark)] + mark, number + 1
        names.append(name)
    return names
