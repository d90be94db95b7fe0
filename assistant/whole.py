"""Files written whole or not at all: the bytes go to a neighbour first, which then takes the name."""

import os
from contextlib import suppress
from pathlib import Path

from assistant.errors import InputError


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or none.

    Raises:
        InputError: the place cannot be written.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise InputError("写不了输出文件。", where=str(path), hint="请检查文件夹是否存在、可写。") from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, for the user alone where there is none.

    Raises:
        InputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError("建不了文件夹。", where=str(folder), hint="请检查上级文件夹是否存在、可写。") from error


def write_free(path: Path, data: bytes) -> Path:
    """Write a file under its name, or under that name with a number where there is such a file; return the place.

    The folder is made where there is none.

    Raises:
        InputError: the place cannot be written.
    """
    make_folder(path.parent)
    number = 1
    place = path
    while place.exists():
        number += 1
        place = path.with_name(f"{path.stem}（{number}）{path.suffix}")
    write_bytes(place, data)
    return place
