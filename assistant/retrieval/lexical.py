"""BM25 over the tokens of passages: weighed by bm25s when built, mapped from disk and added up when searched."""

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import Passage
from assistant.retrieval.on_disk import DiskArray, map_array
from assistant.retrieval.passages import shown_text
from assistant.retrieval.reading import Tokeniser
from assistant.retrieval.vocabulary import Vocabulary
from assistant.text import tokenise

_K1 = 1.5
_B = 0.75
_ARRAYS = ("weights", "places", "starts", "shown_starts")
_SHOWN = "shown.npy"


class LexicalIndex:
    """BM25 scores of the passages of one kind, in their order; reading only, so threads may share it."""

    def __init__(self, vocabulary: Vocabulary, arrays: dict[str, NDArray[Any]], shown: DiskArray) -> None:
        self._vocabulary = vocabulary
        self._weights: NDArray[np.float32] = arrays["weights"]
        self._places: NDArray[np.int32] = arrays["places"]
        self._starts: NDArray[np.int64] = arrays["starts"]
        self._shown = shown
        self._shown_starts: NDArray[np.int64] = arrays["shown_starts"]
        self._size = len(self._shown_starts) - 1

    @classmethod
    def build(cls, passages: Sequence[Passage], folder: Path, tokenise: Tokeniser = tokenise) -> None:
        """Write the index of the passages: heading, text and what is searched beside it count alike.

        Args:
            passages: all of one kind.
            folder: where the index goes; made where it is not there.
            tokenise: makes their tokens; queries have to be read by the same.
        """
        import bm25s  # noqa: PLC0415 - brings scipy, needed at build only

        vocabulary: dict[str, int] = {}
        shown = [_number(tokenise(shown_text(passage)), vocabulary) for passage in passages]
        beside = [_number(tokenise(passage.searched), vocabulary) for passage in passages]
        ranking = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        ids = [own + more for own, more in zip(shown, beside, strict=True)]
        ranking.index((ids, vocabulary), show_progress=False, create_empty_token=False)
        sets = [np.unique(np.array(own, np.int32)) for own in shown]
        arrays = {
            "weights": np.asarray(ranking.scores["data"], np.float32),
            "places": np.asarray(ranking.scores["indices"], np.int32),
            "starts": np.asarray(ranking.scores["indptr"], np.int64),
            "shown_starts": np.cumsum([0, *map(len, sets)], dtype=np.int64),
        }
        Vocabulary.save(vocabulary, folder)
        np.save(folder / _SHOWN, np.concatenate([np.empty(0, np.int32), *sets]))
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", arrays[name])

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Return the index that `build` left in the folder."""
        arrays = {name: map_array(folder / f"{name}.npy") for name in _ARRAYS}
        return cls(Vocabulary.load(folder), arrays, DiskArray(folder / _SHOWN))

    def find(self, tokens: Iterable[str]) -> dict[str, int]:
        """Return the columns of those of the tokens that some passage holds."""
        return self._vocabulary.find(tokens)

    def scores(self, columns: Mapping[int, float]) -> NDArray[np.float32]:
        """Return the BM25 score of every passage; 0 where it holds none of the columns.

        Args:
            columns: those of a query's tokens, each with its weight in the query.
        """
        scores = np.zeros(self._size, dtype=np.float32)
        for column, weight in columns.items():
            own = slice(self._starts[column], self._starts[column + 1])
            weights = self._weights[own] if weight == 1 else self._weights[own] * np.float32(weight)
            np.add.at(scores, self._places[own], weights)  # twice as fast as `scores[places] += weights`
        return scores

    def shown(self, place: int, columns: dict[str, int]) -> frozenset[str]:
        """Return those of the tokens that the passage holds in its heading and text, not only beside them."""
        held: NDArray[np.int32] = self._shown.rows(int(self._shown_starts[place]), int(self._shown_starts[place + 1]))
        if not len(held) or not columns:
            return frozenset()
        asked = np.fromiter(columns.values(), np.int32, len(columns))
        found = held[np.minimum(np.searchsorted(held, asked), len(held) - 1)] == asked
        return frozenset(token for token, holds in zip(columns, found.tolist(), strict=True) if holds)

    def idf(self, column: int) -> float:
        """Return the inverse document frequency of a column."""
        frequency = int(self._starts[column + 1] - self._starts[column])
        return math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))


def _number(tokens: Iterable[str], vocabulary: dict[str, int]) -> list[int]:
    """Return the columns of the tokens, new ones added to the vocabulary."""
    return [vocabulary.setdefault(token, len(vocabulary)) for token in tokens]
