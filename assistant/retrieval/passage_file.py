"""Passages on disk, read one by one: a search shows a dozen of them, however many there are."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import overload

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from assistant.domain.passage import Passage
from assistant.retrieval.on_disk import DiskFile, map_array

_TEXT = "passages.jsonl"
_STARTS = "passages.npy"
_RECENT = 1024
"""Passages that stay read, since questions about the same calls find the same ones."""


class PassageFile(Sequence[Passage]):
    """The passages that `save` wrote, or some of them in a row."""

    def __init__(self, text: DiskFile, starts: NDArray[np.int64]) -> None:
        self._text = text
        self._starts = starts
        self._recent = lru_cache(_RECENT)(self._read)

    @staticmethod
    def save(passages: Sequence[Passage], folder: Path) -> None:
        """Write the passages into the folder, one line of JSON each, and where each begins."""
        lines = [_codec().dump_json(passage) + b"\n" for passage in passages]
        (folder / _TEXT).write_bytes(b"".join(lines))
        np.save(folder / _STARTS, np.fromiter(accumulate(map(len, lines), initial=0), np.int64))

    @classmethod
    def load(cls, folder: Path) -> "PassageFile":
        """Return what `save` wrote; nothing is read before it is asked for."""
        return cls(DiskFile(folder / _TEXT), map_array(folder / _STARTS))

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> Passage: ...
    @overload
    def __getitem__(self, place: slice) -> "PassageFile": ...
    def __getitem__(self, place: int | slice) -> "Passage | PassageFile":
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self))
            return PassageFile(self._text, self._starts[first : last + 1])
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._recent(place)

    def _read(self, place: int) -> Passage:
        return _codec().validate_json(self._text.read(int(self._starts[place]), int(self._starts[place + 1])))

    def __iter__(self) -> Iterator[Passage]:
        return (self[place] for place in range(len(self)))


@cache
def _codec() -> TypeAdapter[Passage]:
    return TypeAdapter(Passage)
