"""Reports as a .csv for spreadsheets: a row a finding, and one for each file that has none."""

import csv
import io
from collections.abc import Iterator, Sequence

from assistant.reporting.printable import defuse, fit_cell
from assistant.reporting.sheet import Cell
from assistant.reporting.shown import ShownReport
from assistant.reporting.tables import list_findings

_NO_FINDING = "没有发现问题"


def render_separated(reports: Sequence[ShownReport]) -> bytes:
    """Return the .csv in UTF-8 with a byte order mark, without which Excel reads it in the system's code page.

    Columns are those of the sheet 问题清单 with the file's verdict second. A cell that could be taken for a formula has
    an apostrophe in front.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    file, *others = list_findings(()).header
    writer.writerow([file, "结论", *others])
    writer.writerows([_cell(cell) for cell in row] for report in reports for row in _list_rows(report))
    return buffer.getvalue().encode("utf-8-sig")


def _list_rows(report: ShownReport) -> Iterator[tuple[Cell, ...]]:
    sheet = list_findings([report])
    for file, *cells in sheet.rows:
        yield file, report.verdict_name, *cells
    if not sheet.rows:
        blank = [None] * (len(sheet.header) - len(("文件", "级别", "位置", "问题")))
        yield report.file, report.verdict_name, None, None, report.error or _NO_FINDING, *blank


def _cell(cell: Cell) -> Cell:
    return defuse(fit_cell(cell)) if isinstance(cell, str) else cell
