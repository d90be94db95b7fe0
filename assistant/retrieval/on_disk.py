"""Files of an index that are read piece by piece.

What a search reads in long runs (postings, vectors) is mapped. What it reads here and there (the rows of its words, the
passages that it shows) is read by position: of a mapped file the system brings in the pages around each one touched,
and soon holds all of it.
"""

import os
import weakref
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray


def map_array(path: Path) -> NDArray[Any]:
    """Return an array mapped from disk; a plain one, since numpy's own class for it is slow."""
    return np.asarray(np.load(path, mmap_mode="r"))


class DiskFile:
    """A file that stays open, so that it can be read on when another process has removed it; threads may share it."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._reading = Lock()
        weakref.finalize(self, os.close, self._handle)

    def read(self, start: int, stop: int) -> bytes:
        """Return the bytes from `start` up to `stop`.

        Raises:
            OSError: the file ends before.
        """
        with self._reading:
            os.lseek(self._handle, start, os.SEEK_SET)
            found = os.read(self._handle, stop - start)
        if len(found) != stop - start:
            raise OSError("the file is shorter than it was")
        return found


class DiskArray:
    """An array on disk, read by rows."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            np.lib.format.read_magic(file)
            self.shape, _, self._kind = np.lib.format.read_array_header_1_0(file)
            self._begins = file.tell()
        self._size = self._kind.itemsize * int(np.prod(self.shape[1:]))
        self._file = DiskFile(path)

    def __len__(self) -> int:
        return self.shape[0]

    def rows(self, start: int, stop: int) -> NDArray[Any]:
        """Return the rows from `start` up to `stop`."""
        if start == stop:
            return np.empty((0, *self.shape[1:]), self._kind)
        raw = self._file.read(self._begins + start * self._size, self._begins + stop * self._size)
        return np.frombuffer(raw, self._kind).reshape(stop - start, *self.shape[1:])

    def pick(self, places: Sequence[int]) -> NDArray[Any]:
        """Return some rows, in the order given."""
        picked = [self.rows(place, place + 1) for place in places]
        return np.concatenate(picked) if picked else self.rows(0, 0)
