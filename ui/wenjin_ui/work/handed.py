"""Files that were handed over and wait for their question: read, laid out anew, and called by their own names."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from assistant.conversation import Outcome
from assistant.domain.finding import Report, Reports
from assistant.domain.overview import FileLine, Overview
from assistant.domain.revision import Revision
from assistant.domain.stored_file import StoredFile
from assistant.errors import InputError
from wenjin_ui.views.messages import Box

Judged = TypeVar("Judged", Report, FileLine)


def own_file(folder: Path, path: Path) -> Path:
    """Return where a file lies that its owner handed over.

    Raises:
        InputError: it lies outside the owner's folder, or is gone.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError("这个文件不是您交来的。", hint="请重新选择文件。")
    if not path.is_file():
        raise _gone(path)
    return path


def _gone(path: Path) -> InputError:
    return InputError("交来的文件已经不在了。", where=path.name, hint="请重新选择文件。")


def read_handed(folder: Path, path: Path) -> tuple[str, bytes]:
    """Return name and bytes of a file that its owner handed over; raises what `own_file` does."""
    try:
        return path.name, own_file(folder, path).read_bytes()
    except OSError as error:
        raise _gone(path) from error


def box_again(said: str, handed: Sequence[StoredFile], lay_out: Callable[[StoredFile], Path]) -> Box:
    """Return what was typed and handed over for a message.

    Args:
        said: the message as it was stored, the names of its files at its end.
        handed: files of the conversation, the newest first.
        lay_out: copies a file to where handed-over ones wait, and returns its place.
    """
    by_name = {one.name: one for one in reversed(handed) if one.origin == "handed"}
    found: list[StoredFile] = []
    while name := next((one for one in by_name if said == one or said.endswith(f" {one}")), ""):
        found.insert(0, by_name[name])
        said = said.removesuffix(name).rstrip()
    return Box(text=said, files=[str(lay_out(one)) for one in found])


def lay_out(folder: Path, name: str, data: bytes) -> Path:
    """Write a file into a folder of its own whose name nobody can guess, and return its place."""
    own = folder / secrets.token_hex(16)
    own.mkdir(parents=True)
    (own / name).write_bytes(data)
    return own / name


def name_plainly(outcome: Outcome, folder: Path) -> Outcome:
    """Return a result whose files bear the names that they were handed over with, and no path of this machine."""

    def name(one: Judged) -> Judged:
        path = Path(one.file)
        if not path.is_relative_to(folder):
            return one
        return one.model_copy(update={"file": "/".join(path.relative_to(folder).parts[1:])})

    match outcome:
        case Reports():
            return outcome.model_copy(update={"reports": tuple(map(name, outcome.reports))})
        case Overview():
            return outcome.model_copy(update={"lines": tuple(map(name, outcome.lines))})
        case Revision():
            return outcome.model_copy(update={"report": name(outcome.report)})
        case _:
            return outcome
