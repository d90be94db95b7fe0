"""BM25 over the tokens of passages."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import Passage
from assistant.retrieval.passages import searched_text
from assistant.text import tokenise

_K1 = 1.5
_B = 0.75


class LexicalIndex:
    """BM25 scores of the passages of one kind, in their order."""

    def __init__(self, ranking: bm25s.BM25) -> None:
        self._ranking = ranking
        scores: dict[str, Any] = ranking.scores
        self._size = int(scores["num_docs"])
        self._starts: NDArray[np.int32] = scores["indptr"]
        self._vocabulary: dict[str, int] = ranking.vocab_dict

    @classmethod
    def build(cls, passages: Sequence[Passage]) -> "LexicalIndex":
        """Return the index of the passages: heading, text and what is searched beside it count alike."""
        ranking = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        ranking.index([tokenise(searched_text(passage)) for passage in passages], show_progress=False)
        return cls(ranking)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Return the index that `save` left in the folder."""
        return cls(bm25s.BM25.load(folder, load_corpus=False, show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the index into the folder, which is made."""
        self._ranking.save(folder, show_progress=False)

    def scores(self, query: str) -> NDArray[np.float32]:
        """Return the BM25 score of every passage; 0 where it shares no token with the query."""
        known = [token for token in dict.fromkeys(tokenise(query)) if token in self._vocabulary]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return self._ranking.get_scores(known)

    def weights(self, tokens: Iterable[str]) -> dict[str, float]:
        """Return the inverse document frequency of the tokens that the index knows."""
        columns = {token: self._vocabulary[token] for token in tokens if token in self._vocabulary}
        return {token: self._idf(self._frequency(column)) for token, column in columns.items()}

    def _frequency(self, column: int) -> int:
        return int(self._starts[column + 1]) - int(self._starts[column])

    def _idf(self, frequency: int) -> float:
        return math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))
