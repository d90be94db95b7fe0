"""Which programme each passage belongs to, as numbers that a search can filter by at once."""

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_NAMES = "programmes.json"
_CODES = "programmes.npy"


class Programmes:
    """The programmes of a row of passages."""

    def __init__(self, names: Sequence[str], codes: NDArray[np.int32]) -> None:
        self._names = tuple(names)
        self._codes = codes
        self._all = frozenset(self._names[code] for code in _distinct(codes).tolist())

    @staticmethod
    def save(programmes: Iterable[str], folder: Path) -> None:
        """Write the programme of each passage into the folder."""
        names: dict[str, int] = {}
        codes = np.fromiter((names.setdefault(one, len(names)) for one in programmes), np.int32)
        (folder / _NAMES).write_text(json.dumps(list(names), ensure_ascii=False), "utf-8")
        np.save(folder / _CODES, codes)

    @classmethod
    def load(cls, folder: Path) -> "Programmes":
        """Return what `save` wrote."""
        return cls(json.loads((folder / _NAMES).read_text("utf-8")), np.load(folder / _CODES))

    def __len__(self) -> int:
        return len(self._codes)

    def part(self, places: slice) -> "Programmes":
        """Return those of some passages in a row."""
        return Programmes(self._names, self._codes[places])

    def narrows(self, wanted: Collection[str] | None) -> bool:
        """Say whether any passage belongs to a programme that is not wanted; None wants all."""
        return wanted is not None and not self._all.issubset(wanted)

    def mask(self, wanted: Collection[str] | None) -> NDArray[np.float32]:
        """Return 1 for the passages of those programmes, 0 for others; 1 for all where `wanted` is None."""
        if not self.narrows(wanted):
            return np.ones(len(self._codes), dtype=np.float32)
        chosen = frozenset(wanted or ())
        return np.fromiter((name in chosen for name in self._names), np.float32, len(self._names))[self._codes]

    def count(self, places: NDArray[np.bool_]) -> int:
        """Return how many programmes the marked passages belong to."""
        return int(_distinct(self._codes[places]).size)


def _distinct(codes: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return each code once; `np.unique` would import masked arrays first, a thirtieth of a second at every start."""
    return np.flatnonzero(np.bincount(codes))
