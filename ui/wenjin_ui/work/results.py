"""Results as files: reports and annotated copies of a check, drafts in hand as forms. Values in, name and bytes out."""

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import JsonValue, ValidationError

from assistant.checking.order import AUTO
from assistant.documents.collecting import Source
from assistant.domain.finding import Report, Reports
from assistant.domain.outline import Outline
from assistant.domain.overview import Overview
from assistant.drafting.interview.work import Work
from assistant.errors import InputError
from assistant.exporting.verb import ExportOrder
from assistant.service import Assistant

TITLE = "申报材料检查报告"
REPORTS = {"report.docx": "files.docx", "report.xlsx": "files.xlsx", "report.html": "files.html"}
"""Files of a whole check, with the keys of the words of their links."""
COPIES = {"annotated": "files.annotated", "anonymous": "files.anonymous"}
"""Files of one draft of a check; the address names the draft by its number."""
BLIND = "anonymous.docx"
DRAFTS = {"official.docx": "官方格式", BLIND: "匿名稿", "cited.docx": "附依据"}
"""Files of a draft in hand, with what their names say."""
_NO_SUCH = "没有这种文件。"
_NO_RESULT = "这条答复没有可以下载的结果。"


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made for somebody."""

    name: str
    data: bytes


def read_reports(result: JsonValue) -> Reports:
    """Return the reports of a stored message.

    Raises:
        InputError: the message holds none.
    """
    try:
        return Reports.model_validate(result)
    except ValidationError as error:
        raise InputError(_NO_RESULT, hint="请重新检查一次。") from error


def make_result(result: JsonValue, kind: str, assistant: Assistant, today: date) -> Made:
    """Return the file of a kind for a stored result.

    Raises:
        InputError: the result has no such file.
    """
    if kind == "outline.docx":
        return _make_outline(result, today)
    if kind == "overview.xlsx":
        return _make_overview(result, assistant, today)
    if kind not in REPORTS:
        raise InputError(_NO_SUCH, where=kind)
    return _make_report(read_reports(result), kind, assistant, today)


def make_copy(report: Report, kind: str, source: Source, assistant: Assistant, today: date) -> Made:
    """Return a draft that was checked, with comments in its margin or without its author.

    Args:
        report: what the check said of it.
        kind: of `COPIES`.
        source: the draft, its bytes at hand.
        assistant: the verbs.
        today: the day that Word shows.

    Raises:
        AssistantError: the copy cannot be made.
    """
    name, data = plain_file_name(report.file), source.content
    if not isinstance(data, bytes):
        raise InputError(_NO_SUCH, where=name)
    stem = Path(name).stem
    if kind == "annotated":
        named = report.model_copy(update={"file": name})
        return Made(f"{stem}（批注）.docx", assistant.annotate(named, data, made_on=today))
    if kind != "anonymous":
        raise InputError(_NO_SUCH, where=kind)
    with tempfile.TemporaryDirectory(prefix="wenjin-copy-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        order = ExportOrder(anonymous=True, form=report.form or AUTO, programme=report.programme or AUTO, today=today)
        return Made(f"{stem}（匿名稿）.docx", assistant.export(path, order).data)


def make_draft(work: Work, kind: str, assistant: Assistant, today: date) -> Made:
    """Return a draft in hand as a form.

    Raises:
        InputError: there is no such file.
    """
    if kind not in DRAFTS:
        raise InputError(_NO_SUCH, where=kind)
    order = ExportOrder(anonymous=kind == BLIND, citations=kind == "cited.docx", today=today)
    exported = assistant.export_filled(work.filled, order)
    return Made(f"{work.context.form.title[:30]}（{DRAFTS[kind]}）.docx", exported.data)


def plain_file_name(path: str) -> str:
    """Return the last part of a path of any system."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _make_report(reports: Reports, kind: str, assistant: Assistant, today: date) -> Made:
    from assistant.checking.briefing import brief_report  # noqa: PLC0415 - as below
    from assistant.reporting.page import render_page  # noqa: PLC0415 - the writers of files come when one is wanted
    from assistant.reporting.shown import show_report  # noqa: PLC0415 - as above
    from assistant.reporting.summary import render_summary  # noqa: PLC0415 - as above
    from assistant.reporting.tables import tabulate  # noqa: PLC0415 - as above
    from assistant.reporting.workbook import render_workbook  # noqa: PLC0415 - as above

    named = [one.model_copy(update={"file": plain_file_name(one.file)}) for one in reports.reports]
    told = {one.file: one for one in reports.briefs}
    briefs = [told.get(one.file) or brief_report(one, None, None, ()) for one in reports.reports]
    shown = [show_report(one, assistant.catalogue, brief) for one, brief in zip(named, briefs, strict=True)]
    stem = f"{Path(named[0].file).stem}（检查报告）" if len(named) == 1 else "检查报告"
    match kind:
        case "report.docx":
            return Made(f"{stem}.docx", render_summary(shown, title=TITLE, made_on=today))
        case "report.xlsx":
            return Made(f"{stem}.xlsx", render_workbook(tabulate(shown), title=TITLE, made_on=today))
        case _:
            return Made(f"{stem}.html", render_page(shown, title=TITLE, made_on=today))


def _make_outline(result: JsonValue, today: date) -> Made:
    from assistant.reporting.forms.outline import render_outline  # noqa: PLC0415 - as above

    try:
        outline = Outline.model_validate(result)
    except ValidationError as error:
        raise InputError(_NO_RESULT) from error
    return Made(f"{outline.number} 申报书提纲.docx", render_outline(outline, today))


def _make_overview(result: JsonValue, assistant: Assistant, today: date) -> Made:
    from assistant.reporting.overview_sheets import tabulate_overview  # noqa: PLC0415 - as above
    from assistant.reporting.workbook import render_workbook  # noqa: PLC0415 - as above

    try:
        overview = Overview.model_validate(result)
    except ValidationError as error:
        raise InputError(_NO_RESULT) from error
    sheets = tabulate_overview(overview, assistant.catalogue)
    return Made("汇总.xlsx", render_workbook(sheets, title="申报材料汇总", made_on=today))
