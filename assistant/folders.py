"""The folders that a face which takes file names from others may read and write; relative names begin in the first."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ConfigurationError, InputError


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders with all below them; a link that leads out of them counts as outside."""

    roots: tuple[Path, ...]
    """Resolved."""

    @classmethod
    def over(cls, folders: Sequence[Path]) -> "Folders":
        """Return the folders, and go into the first one: there relative names begin, as on the command line.

        Raises:
            ConfigurationError: one of them is no folder.
        """
        for folder in folders:
            if not folder.is_dir():
                raise ConfigurationError("没有这个文件夹。", where=str(folder), hint="请检查 --folder 的路径。")
        roots = tuple(folder.resolve() for folder in folders)
        os.chdir(roots[0])
        return cls(roots)

    def find(self, name: str) -> Path:
        """Return a file or folder to read.

        Raises:
            InputError: it is outside, or there is none.
        """
        path = self._inside(name)
        if not path.exists():
            raise InputError("没有这个文件。", where=name, hint=f"相对的文件名从 {self.roots[0]} 起算。")
        return path

    def place(self, name: str) -> Path:
        """Return where a new file goes.

        Raises:
            InputError: it is outside, or there is a file already.
        """
        path = self._inside(name)
        if path.exists():
            raise InputError("这里已有同名文件，不会覆盖。", where=name, hint="请换一个文件名。")
        return path

    def _inside(self, name: str) -> Path:
        path = Path(name)
        if not any(path.resolve().is_relative_to(root) for root in self.roots):
            allowed = "、".join(map(str, self.roots))
            raise InputError("这个文件不在允许的文件夹里。", where=name, hint=f"可以用的文件夹：{allowed}。")
        return path
