"""Turns of a conversation about drafts: each call done, its result presented."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage
from assistant.domain.drafting_call import CoverageCall, ExportCall, FillCall, OutlineCall
from assistant.domain.exported import Exported
from assistant.domain.filled import FilledDraft
from assistant.domain.outline import Outline
from assistant.drafting.verb import FillOrder, fill_documents
from assistant.errors import InputError
from assistant.exporting.verb import ExportOrder
from assistant.present import present_coverage, present_exported, present_filled
from assistant.reporting.forms.outline_text import render_outline_text
from assistant.service import Assistant
from assistant.whole import write_free

DraftCall = FillCall | CoverageCall | OutlineCall | ExportCall
DraftOutcome = FilledDraft | Coverage | Outline | Exported

_NAMES = {False: "官方格式", True: "匿名稿"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a conversation about drafts works with."""

    folder: Path | None = None
    """Where files are written; None where none is."""


def perform_draft(call: DraftCall, assistant: Assistant, desk: Desk, today: date) -> DraftOutcome:
    """Return the result of a call.

    Raises:
        AssistantError: whatever the verb raises.
    """
    match call:
        case FillCall():
            return _fill(call, assistant, today)
        case CoverageCall():
            return assistant.coverage(Path(call.files[0]), direction=call.direction, today=today)
        case OutlineCall():
            return assistant.outline(call.direction, today=today)
        case ExportCall():
            return _export(call, assistant, desk, today)


def present_draft_outcome(outcome: DraftOutcome, _catalogue: Catalogue) -> str:
    """Return a result as Chinese text."""
    match outcome:
        case FilledDraft():
            return present_filled(outcome)
        case Coverage():
            return present_coverage(outcome)
        case Outline():
            return render_outline_text(outcome, markdown=False)
        case Exported():
            return present_exported(outcome)


def _fill(call: FillCall, assistant: Assistant, today: date) -> FilledDraft:
    if call.files:
        paths = [Path(file) for file in call.files]
        return assistant.fill(paths, programme=call.programme, form=call.form, kind=call.kind, today=today)
    from assistant.documents.reading import read_bytes  # noqa: PLC0415 - the reader of files comes when it is needed

    document = read_bytes("笔记.txt", call.notes.encode())
    order = FillOrder(programme=call.programme, form=call.form, kind=call.kind, today=today)
    return fill_documents(assistant.catalogue, [document], order)


def _export(call: ExportCall, assistant: Assistant, desk: Desk, today: date) -> Exported:
    if not call.files:
        raise InputError("没有可以导出的草稿。", hint="请交来草稿文件，或说“一步步问我”开始写。")
    path = Path(call.files[0])
    order = ExportOrder(format=call.format, anonymous=call.anonymous, programme=call.programme, today=today)
    exported = assistant.export(path, order)
    if desk.folder is None:
        return exported.result
    name = f"{path.stem}（{_NAMES[call.anonymous]}）.{call.format}"
    place = write_free(desk.folder / name, exported.data)
    return exported.result.model_copy(update={"output": str(place)})
