"""The commands `export` and `outline`: a draft in, the official form out; a direction in, an outline out."""

import sys
from collections.abc import Callable
from pathlib import Path

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of, write_bytes
from assistant.domain.exported import EXPORT_FORMATS, ExportFormat
from assistant.errors import InputError
from assistant.exporting.outlining import make_readable
from assistant.exporting.verb import ExportOrder
from assistant.present.made import present_exported
from assistant.reporting.forms.outline_text import render_outline_text
from assistant.settings import Settings
from assistant.wire import to_json

_NAME, _ANONYMOUS = "官方格式", "匿名稿"


def export(arguments: Arguments, settings: Settings) -> int:
    """Write a draft as the official form; a text without a place is printed, its account goes aside."""
    path = Path(arguments.words[0])
    kind = _choose_format(arguments)
    order = ExportOrder(
        format=kind,
        anonymous=arguments.anonymous,
        citations=arguments.citations,
        programme=arguments.programme,
        form=arguments.form,
        view=arguments.view,
        today=arguments.today,
    )
    place = _choose_place(arguments, path, kind)
    exported = assistant_of(settings).export(path, order)
    result = exported.result
    if place is not None:
        write_bytes(place, exported.data)
        result = result.model_copy(update={"output": str(place)})
    elif not arguments.json:
        sys.stdout.write(exported.data.decode())
    account = to_json(result) if arguments.json else present_exported(result)
    print(account, file=sys.stdout if arguments.json or place is not None else sys.stderr)
    return 0


def outline(arguments: Arguments, settings: Settings) -> int:
    """Print the outline of a proposal, or write it as the file asked for."""
    found = assistant_of(settings).outline(arguments.direction or "", today=arguments.today)
    place, shown = arguments.output, make_readable(found)
    if place is None:
        print(to_json(found) if arguments.json else render_outline_text(shown, markdown=False))
        return 0
    kind = _choose_format(arguments)
    if kind == "docx":
        from assistant.reporting.forms.outline import render_outline

        data = render_outline(shown, arguments.today)
    else:
        data = f"{render_outline_text(shown, markdown=kind == 'md')}\n".encode()
    write_bytes(place, data)
    print(to_json(found.model_copy(update={"output": str(place)})) if arguments.json else f"已写入 {place}")
    return 0


def _choose_format(arguments: Arguments) -> ExportFormat:
    named = arguments.output.suffix.lower().removeprefix(".") if arguments.output else ""
    match arguments.format or named or "docx":
        case "docx" | "md" | "txt" as known:
            return known
        case wanted:
            hint = f"可用的有：{'、'.join(EXPORT_FORMATS)}。"
            raise InputError(f"不能导出为“.{wanted}”。", where=str(arguments.output), hint=hint)


def _choose_place(arguments: Arguments, path: Path, kind: ExportFormat) -> Path | None:
    """Return where the file goes; None for a text that is printed.

    Raises:
        InputError: it would go over the draft, or over another file that nobody named.
    """
    place = arguments.output
    if place is None and kind != "docx":
        return None
    if place is None:
        place = Path(f"{path.stem}（{_ANONYMOUS if arguments.anonymous else _NAME}）.docx")
        if place.exists():
            raise InputError("这里已有同名文件，不会覆盖。", where=str(place), hint="请改名移走，或用 -o 指定。")
    if place.exists() and path.exists() and place.samefile(path):
        raise InputError("输出文件就是草稿本身，不会覆盖。", where=str(place), hint="请用 -o 另指一处。")
    return place


COMMANDS: dict[str, Callable[[Arguments, Settings], int]] = {"export": export, "outline": outline}
