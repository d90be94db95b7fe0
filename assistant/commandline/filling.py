"""The command `fill`: notes in; the draft to a file of any kind, or into the blank form of the issuer's."""

import sys
from collections.abc import Callable
from pathlib import Path

from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of, write_bytes, write_whole
from assistant.domain.filled import FilledDraft
from assistant.errors import InputError
from assistant.present.made import present_changed, present_draft, present_filled
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wire import to_json

_FILLED = "已填写"


def fill(arguments: Arguments, settings: Settings) -> int:
    """Draft a form from notes; the draft goes to the file asked for, the account of it to standard output."""
    paths = [Path(word) for word in arguments.words]
    place = _choose_place(arguments, paths)
    assistant = assistant_of(settings)
    filled = assistant.fill(
        paths, programme=arguments.programme, form=arguments.form, kind=arguments.kind, today=arguments.today
    )
    if arguments.into is not None and place is not None:
        filled = _write_into(arguments.into, place, filled, assistant)
    elif place is not None:
        _write_draft(arguments, place, filled, assistant)
    filled = filled.model_copy(update={"output": str(place) if place else None})
    print(to_json(filled) if arguments.json else present_filled(filled))
    return 0


def _choose_place(arguments: Arguments, notes: list[Path]) -> Path | None:
    """Return where the draft goes; None where it is only shown.

    Raises:
        InputError: it would go over the notes or the blank form, or over another file that nobody named.
    """
    place, blank = arguments.output, arguments.into
    if place is None and blank is not None:
        place = Path(f"{blank.stem}（{_FILLED}）.docx")
        if place.exists():
            raise InputError("这里已有同名文件，不会覆盖。", where=str(place), hint="请改名移走，或用 -o 指定。")
    if place is None or not place.exists():
        return place
    if blank is not None and blank.exists() and place.samefile(blank):
        raise InputError("输出文件就是空白表本身，不会覆盖。", where=str(place), hint="请用 -o 另指一处。")
    if any(one.exists() and place.samefile(one) for one in notes):
        raise InputError("输出文件就是笔记本身，不会覆盖。", where=str(place), hint="请用 -o 另指一处。")
    return place


def _write_into(blank: Path, place: Path, filled: FilledDraft, assistant: Assistant) -> FilledDraft:
    """Write the draft into the blank form, and return it with the account of that.

    Raises:
        InputError: there is no such file, or the output is of another kind.
    """
    if place.suffix.lower() != ".docx":
        raise InputError("写进空白表的结果是 .docx 文件。", where=str(place), hint="请把 -o 的扩展名改为 .docx。")
    try:
        data = blank.read_bytes()
    except OSError as error:
        raise InputError("打不开空白表。", where=str(blank), hint="请检查路径和文件名。") from error
    done = assistant.fill_into(filled, blank=blank.name, data=data)
    write_bytes(place, done.data)
    return filled.model_copy(update={"into": done.result})


def _write_draft(arguments: Arguments, place: Path, filled: FilledDraft, assistant: Assistant) -> None:
    """Write the draft as the name of the output asks: the official form in Word, or text."""
    if place.suffix.lower() != ".docx":
        write_whole(place, present_draft(filled, markdown=place.suffix.lower() == ".md") + "\n")
        return
    from assistant.exporting.verb import ExportOrder

    exported = assistant.export_filled(filled, ExportOrder(today=arguments.today, citations=arguments.citations))
    write_bytes(place, exported.data)
    if exported.result.changed:
        print(present_changed(exported.result), file=sys.stderr)


COMMANDS: dict[str, Callable[[Arguments, Settings], int]] = {"fill": fill}
