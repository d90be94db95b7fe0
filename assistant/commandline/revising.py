"""The command `revise`: the smallest change for each finding, and the accepted ones made in a copy of the file."""

import re
from pathlib import Path

from assistant.checking.order import CheckOrder
from assistant.commandline.arguments import Arguments
from assistant.commandline.output import assistant_of
from assistant.drafting.revise.verb import Decisions, revise
from assistant.errors import InputError
from assistant.reporting.revision import render_revision
from assistant.settings import Settings
from assistant.whole import write_bytes
from assistant.wire import to_json

_ALL = "all"


def run_revise(arguments: Arguments, settings: Settings) -> int:
    """Propose, and make what was accepted."""
    path = Path(arguments.words[0])
    decisions = _read_decisions(arguments)
    place = arguments.output
    if decisions is not None and place is None:
        raise InputError("没有说明改好的文件写到哪里。", where="--accept", hint="请用 -o 指定，原稿不会被覆盖。")
    if place is not None and place.exists() and path.exists() and place.samefile(path):
        raise InputError("输出文件就是草稿本身，不会覆盖。", where=str(place), hint="请用 -o 另指一处。")
    if place is not None and place.suffix.lower() != path.suffix.lower():
        hint = f"请写成“{place.stem}{path.suffix}”；要换成 Word，再用 wenjin export。"
        raise InputError(f"只改字句，不改文件的类型：原稿是 {path.suffix}。", where=str(place), hint=hint)
    order = CheckOrder(programme=arguments.programme, form=arguments.form, today=arguments.today)
    revised = revise(assistant_of(settings).catalogue, path, order, decisions)
    result = revised.revision
    if place is not None and revised.data is not None:
        write_bytes(place, revised.data)
        result = result.model_copy(update={"output": str(place)})
    print(to_json(result) if arguments.json else render_revision(result))
    return 0


def _read_decisions(arguments: Arguments) -> Decisions | None:
    """Return what is accepted; None where nothing is.

    Raises:
        InputError: the numbers cannot be read.
    """
    said = arguments.accept
    if said is None:
        return None
    if said.lower() == _ALL:
        return Decisions(every=True)
    numbers = [one for one in re.split(r"[,，、\s]+", said) if one]
    if not numbers or not all(one.isdigit() for one in numbers):
        raise InputError("读不懂要接受哪几条。", where="--accept", hint="请写 ALL，或用逗号分开的序号，如 1,3。")
    return Decisions(accepted=tuple(map(int, numbers)))
