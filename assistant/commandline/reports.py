"""What becomes of the judgements of `check`: printed or written in the format asked for."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.commandline.arguments import REPORT_FORMATS, Arguments
from assistant.commandline.output import write_bytes
from assistant.domain.finding import Reports
from assistant.errors import InputError
from assistant.reporting.sheet import Sheet
from assistant.reporting.shown import ShownReport, show_report
from assistant.service import Assistant
from assistant.wire import to_json

TITLE = "申报材料检查报告"
_NAME = "检查报告"
_SUFFIXES = {".htm": "html", **{f".{name}": name for name in REPORT_FORMATS}}
"""Format that the name of the output asks for where `--format` does not."""
_FILES_ONLY = frozenset({"docx", "xlsx"})
"""Formats that no terminal shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Everything that a format may show."""

    arguments: Arguments
    reports: Reports
    shown: tuple[ShownReport, ...]
    further: tuple[Sheet, ...]


def deliver(arguments: Arguments, reports: Reports, assistant: Assistant, further: Sequence[Sheet] = ()) -> None:
    """Print the reports, or write them to a file.

    Args:
        arguments: of `check`.
        reports: what it found.
        assistant: knows the notices that findings cite.
        further: tables put in front of those of the reports, in formats that hold tables.

    Raises:
        InputError: the place cannot be written, is one of the files checked, or holds a file of someone else's.
    """
    briefs = {one.file: one for one in reports.briefs}
    shown = (
        *_show_whole(reports, assistant),
        *(show_report(report, assistant.catalogue, briefs.get(report.file)) for report in reports.reports),
    )
    delivery = Delivery(arguments=arguments, reports=reports, shown=shown, further=tuple(further))
    name = choose_format(arguments)
    data = FORMATS[name](delivery)
    if arguments.output is None and name not in _FILES_ONLY:
        _print(data)
        return
    path = arguments.output or _default_place(shown, name)
    refuse_input(path, arguments, reports)
    if arguments.output is None:
        refuse_foreign(path)
    write_bytes(path, data)
    print(f"已写入 {path}", file=sys.stderr)


def _show_whole(reports: Reports, assistant: Assistant) -> tuple[ShownReport, ...]:
    if reports.package is None:
        return ()
    from assistant.reporting.package import show_package

    return (show_package(reports.package, assistant.catalogue),)


def choose_format(arguments: Arguments) -> str:
    """Return the format asked for, by its name or by that of the output."""
    if arguments.json:
        return "json"
    named = _SUFFIXES.get(arguments.output.suffix.lower()) if arguments.output else None
    return arguments.format or named or "text"


def _default_place(shown: Sequence[ShownReport], name: str) -> Path:
    stem = f"{Path(shown[0].name).stem}（{_NAME}）" if len(shown) == 1 else _NAME
    return Path(f"{stem}.{name}")


def refuse_input(path: Path, arguments: Arguments, reports: Reports) -> None:
    """Refuse to write over a file that was checked, or an archive of such.

    Raises:
        InputError: `path` is one.
    """
    inputs = {*arguments.words, *(one.file for one in reports.reports)}
    if path.exists() and any(Path(one).exists() and path.samefile(one) for one in inputs):
        raise InputError("输出文件就是被检查的文件，不会覆盖。", where=str(path), hint="请用 -o 另指一处。")


def refuse_foreign(path: Path) -> None:
    """Refuse to write over a file that is not ours as we left it.

    Raises:
        InputError: there is one.
    """
    from assistant.documents.remarks.write import is_untouched_copy
    from assistant.reporting.origin import is_untouched

    if not path.exists():
        return
    data = path.read_bytes()
    if not is_untouched(data) and not is_untouched_copy(data):
        raise InputError(
            "这里已有同名文件，而且不是本工具原样写出的，不会覆盖。", where=str(path), hint="请改名移走，或用 -o 指定。"
        )


def _print(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _text(delivery: Delivery) -> bytes:
    from assistant.present.reports import render_brief
    from assistant.reporting.plain import render_plain, render_table

    told = [render_brief(one) for one in delivery.reports.briefs]
    return "\n\n".join([*map(render_table, delivery.further), render_plain(delivery.shown), *told]).encode() + b"\n"


def _json(delivery: Delivery) -> bytes:
    return f"{to_json(delivery.reports)}\n".encode()


def _json_lines(delivery: Delivery) -> bytes:
    package = delivery.reports.package
    lines = [to_json(report) for report in delivery.reports.reports]
    lines += [to_json({"package": package.model_dump(mode="json")})] if package else []
    return "".join(f"{line}\n" for line in lines).encode()


def _page(delivery: Delivery) -> bytes:
    from assistant.reporting.page import render_page

    return render_page(delivery.shown, title=TITLE, made_on=delivery.arguments.today, further=delivery.further)


def _summary(delivery: Delivery) -> bytes:
    from assistant.reporting.summary import render_summary

    return render_summary(delivery.shown, title=TITLE, made_on=delivery.arguments.today, further=delivery.further)


def _separated(delivery: Delivery) -> bytes:
    from assistant.reporting.separated import render_separated

    return render_separated(delivery.shown)


def _workbook(delivery: Delivery) -> bytes:
    from assistant.reporting.tables import tabulate
    from assistant.reporting.workbook import render_workbook

    sheets = (*delivery.further, *tabulate(delivery.shown))
    return render_workbook(sheets, title=TITLE, made_on=delivery.arguments.today)


FORMATS: dict[str, Callable[[Delivery], bytes]] = {
    "text": _text,
    "json": _json,
    "jsonl": _json_lines,
    "csv": _separated,
    "html": _page,
    "docx": _summary,
    "xlsx": _workbook,
}
