"""The files that a command is given, each by its name: files, folders with all below them, the members of a .zip."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.archives import ARCHIVE_LIMITS, is_junk, list_members
from assistant.documents.refusal import refuse
from assistant.errors import UnreadableFileError

MOST_FILES = 20_000
"""Files of one folder up to which it is taken for a folder of drafts, and not for a whole disk."""
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read. It can be handed to another process."""

    name: str
    """As shown: the path as it was given, of a file in a folder or an archive with the path below it."""
    content: Path | bytes | UnreadableFileError
    """Where it is; the bytes of a member of an archive; or why it could not be taken out."""


def collect(paths: Iterable[Path]) -> list[Source]:
    """Return the files that are meant by the paths.

    A file is returned as it is, whatever its kind and whether or not it exists: `read_source` says what is wrong.
    Of a folder all files below it are returned, of a .zip all members, each sorted by name, without what systems and
    editors leave behind (~$ lock files, __MACOSX, hidden files). Links to folders are not followed. A .zip that cannot
    be opened, or a folder with too many files, is one file with the reason.
    """
    return [source for path in paths for source in _expand(path)]


def _expand(path: Path) -> Iterator[Source]:
    if not path.is_dir():
        yield from _open(path)
        return
    try:
        found = _walk(path)
    except UnreadableFileError as error:
        yield Source(str(path), error)
        return
    for one in found:
        yield from _open(one)


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_junk(name))
        found += (Path(root, name) for name in sorted(files) if not is_junk(name))
        if len(found) > MOST_FILES:
            raise refuse(folder.name, f"里的文件超过 {MOST_FILES} 个", "请确认选对了文件夹，或分几次检查。")
    return sorted(found, key=lambda path: path.parts)


def _open(path: Path) -> Iterator[Source]:
    if path.suffix.lower() != ".zip" or not path.is_file():
        yield Source(str(path), path)
        return
    try:
        members = list_members(path.name, _load(path))
    except UnreadableFileError as error:
        yield Source(str(path), error)
        return
    for name, content in members:
        yield Source(f"{path}/{name}", content)


def _load(path: Path) -> bytes:
    limit = ARCHIVE_LIMITS.archive_bytes
    try:
        if path.stat().st_size > limit:
            raise refuse(path.name, f"超过 {limit // _MEBIBYTE} MB 的上限", "请分成几个压缩包再试。")
        return path.read_bytes()
    except OSError as error:
        raise refuse(path.name, "打不开", "请检查文件权限，并关闭正在使用它的程序。") from error
