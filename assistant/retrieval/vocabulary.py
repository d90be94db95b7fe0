"""Tokens to columns, read from disk without being loaded.

A dictionary of a large corpus takes longer to load than a search takes. Here the tokens' hashes lie sorted in a file
that is mapped into memory; a query's few tokens are found in it by bisection.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.on_disk import map_array

Columns = NDArray[np.int32]
_KEYS = "keys.npy"
_COLUMNS = "columns.npy"


class Vocabulary:
    """The tokens that an index knows, each with its column."""

    def __init__(self, keys: NDArray[np.uint64], columns: Columns) -> None:
        self._keys = keys
        self._columns = columns

    @staticmethod
    def save(tokens: Mapping[str, int], folder: Path) -> None:
        """Write tokens and their columns into the folder, which is made.

        Raises:
            ValueError: two tokens have one hash; at a million tokens the odds are one in forty million.
        """
        keys = np.fromiter(map(_hash, tokens), np.uint64, len(tokens))
        order = np.argsort(keys)
        if len(tokens) > 1 and not np.diff(keys[order]).all():
            raise ValueError("two tokens have the same hash")
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / _KEYS, keys[order])
        np.save(folder / _COLUMNS, np.fromiter(tokens.values(), np.int32, len(tokens))[order])

    @classmethod
    def load(cls, folder: Path) -> "Vocabulary":
        """Return what `save` wrote."""
        return cls(map_array(folder / _KEYS), map_array(folder / _COLUMNS))

    def find(self, tokens: Iterable[str]) -> dict[str, int]:
        """Return the columns of those of the tokens that are known, in the order given."""
        asked: Sequence[str] = list(dict.fromkeys(tokens))
        if not asked or not len(self._keys):
            return {}
        keys = np.fromiter(map(_hash, asked), np.uint64, len(asked))
        places = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        columns = np.where(self._keys[places] == keys, self._columns[places], -1).tolist()
        return {token: column for token, column in zip(asked, columns, strict=True) if column >= 0}


def _hash(token: str) -> int:
    """Return 64 bits that are the same in every process, which `hash` is not."""
    return int.from_bytes(hashlib.blake2b(token.encode(), digest_size=8).digest(), "big")
