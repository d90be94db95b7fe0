"""Turns of a conversation about drafts: each call done, its result presented."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from assistant.checking.one import Checker
from assistant.checking.order import CheckOrder
from assistant.documents.collecting import Source
from assistant.domain.catalogue import Catalogue
from assistant.domain.coverage import Coverage
from assistant.domain.drafting_call import CoverageCall, ExportCall, FillCall, InterviewCall, OutlineCall
from assistant.domain.exported import Exported
from assistant.domain.filled import FilledDraft
from assistant.domain.interview import DraftStore, InterviewTurn
from assistant.domain.outline import Outline
from assistant.drafting.interview.shelf import MemoryShelf
from assistant.drafting.interview.turn import Interviewer
from assistant.drafting.interview.work import Work
from assistant.drafting.verb import FillOrder, fill_documents
from assistant.errors import InputError
from assistant.exporting.outlining import make_readable
from assistant.exporting.verb import Export, ExportOrder
from assistant.present import present_coverage, present_exported, present_filled
from assistant.reporting.forms.outline_text import render_outline_text
from assistant.reporting.interview import render_turn
from assistant.service import Assistant
from assistant.whole import write_free

DraftCall = FillCall | InterviewCall | CoverageCall | OutlineCall | ExportCall
DraftOutcome = FilledDraft | InterviewTurn | Coverage | Outline | Exported

_NAMES = {False: "官方格式", True: "匿名稿"}
_NO_NAME = re.compile(r"[\\/:*?\"<>|？：\s.\x00-\x1f]+")
_LONGEST_NAME = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a conversation about drafts works with."""

    store: DraftStore = field(default_factory=MemoryShelf)
    in_hand: str = ""
    """Id of the draft in hand; empty where there is none."""
    folder: Path | None = None
    """Where files are written; None where none is."""


def go_on(desk: Desk, outcome: object) -> Desk:
    """Return the desk after a turn: the draft that the turn left in hand stays there."""
    return replace(desk, in_hand=outcome.draft) if isinstance(outcome, InterviewTurn) and outcome.draft else desk


def perform_draft(call: DraftCall, assistant: Assistant, desk: Desk, today: date) -> DraftOutcome:
    """Return the result of a call.

    Raises:
        AssistantError: whatever the verb raises.
    """
    match call:
        case FillCall():
            return _fill(call, assistant, today)
        case InterviewCall():
            return _interview(call, assistant, desk, today)
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
        case InterviewTurn():
            return render_turn(outcome)
        case Coverage():
            return present_coverage(outcome)
        case Outline():
            return render_outline_text(make_readable(outcome), markdown=False)
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


def _interview(call: InterviewCall, assistant: Assistant, desk: Desk, today: date) -> InterviewTurn:
    interviewer = Interviewer(catalogue=assistant.catalogue, store=desk.store, today=today)
    turn = interviewer.take(call, desk.in_hand)
    if call.act not in ("check", "finish"):
        return turn
    work = interviewer.open_work(turn.draft)
    exported = assistant.export_filled(work.filled, ExportOrder(today=today))
    output = _write(exported, _name_file(work, anonymous=False), desk) if call.act == "finish" else None
    checker = Checker.build(
        assistant.catalogue, CheckOrder(programme=work.draft.programme, form=work.draft.form, today=today)
    )
    report = checker.check(Source(name=f"{_name_draft(work)}.docx", content=exported.data)).report
    return turn.model_copy(update={"report": report, "output": output})


def _export(call: ExportCall, assistant: Assistant, desk: Desk, today: date) -> Exported:
    order = ExportOrder(format=call.format, anonymous=call.anonymous, programme=call.programme, today=today)
    if call.files:
        path = Path(call.files[0])
        exported, stem = assistant.export(path, order), path.stem
    elif desk.in_hand:
        work = Interviewer(catalogue=assistant.catalogue, store=desk.store, today=today).open_work(desk.in_hand)
        exported, stem = assistant.export_filled(work.filled, order), _name_draft(work)
    else:
        raise InputError("没有可以导出的草稿。", hint="请交来草稿文件，或说“我想写一份前沿科学问题”开始写。")
    name = f"{stem}（{_NAMES[call.anonymous]}）.{call.format}"
    return exported.result.model_copy(update={"output": _write(exported, name, desk)})


def _write(exported: Export, name: str, desk: Desk) -> str | None:
    return str(write_free(desk.folder / name, exported.data)) if desk.folder is not None else None


def _name_file(work: Work, *, anonymous: bool) -> str:
    return f"{_name_draft(work)}（{_NAMES[anonymous]}）.docx"


def _name_draft(work: Work) -> str:
    """Return a name for a draft's file: its title, without what no name may hold."""
    labels = work.context.form.find_labels("title")
    title = next((text for label in labels if (text := work.texts.get(label, ""))), "")
    return _NO_NAME.sub("", title)[:_LONGEST_NAME] or "草稿"
