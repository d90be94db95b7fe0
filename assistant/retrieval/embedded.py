"""The vector part of the search: a query's vector and its neighbours, opened at the first query that needs it."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

import numpy as np

from assistant.errors import RetrievalError
from assistant.retrieval.embedding import Embedder, Embedding, LatentEmbedder, Vectors
from assistant.retrieval.endpoint import DimensionError
from assistant.retrieval.neighbours import Neighbours, Scope, Scores
from assistant.retrieval.store import EMBEDDING


class Embedded:
    """Passages by the cosine of their vectors."""

    def __init__(
        self,
        place: Path,
        embedder: Embedder,
        open_neighbours: Callable[[Path], Neighbours],
        rebuild: Callable[[], Path],
    ) -> None:
        """Remember where the parts lie; nothing is opened yet.

        Args:
            place: folder of the index.
            embedder: the one that the index was built with.
            open_neighbours: opens the vectors of an index.
            rebuild: builds the index anew and returns its folder; called where the endpoint's vectors have changed.
        """
        self._place = place
        self._embedder = embedder
        self._open_neighbours = open_neighbours
        self._rebuild = rebuild
        self._opened: tuple[Embedding, Neighbours] | None = None
        self._last: tuple[str, Embedding, Vectors] | None = None
        self._opening = Lock()

    @property
    def computed_here(self) -> bool:
        """Say whether the vectors are the embedding's that the program computes itself."""
        return isinstance(self._embedder, LatentEmbedder)

    def scores(self, query: str, scope: Scope, top: int) -> Scores:
        """Return the cosine of the nearest passages, 0 for all others and for a query without any known word.

        Raises:
            RetrievalError: the vectors or the endpoint failed.
            VectorServerError: the Chroma server failed.
        """
        try:
            return self._scores(query, scope, top)
        except DimensionError:
            self._reopen()
            return self._scores(query, scope, top)

    def open(self) -> tuple[Embedding, Neighbours]:
        """Return embedding and vectors, opened now where they are not yet.

        Raises:
            RetrievalError: a file of the index cannot be read.
            VectorServerError: the Chroma server does not answer.
        """
        with self._opening:
            if self._opened is None:
                try:
                    embedding = self._embedder.load(self._place / EMBEDDING)
                except (OSError, ValueError) as error:
                    raise RetrievalError(
                        "向量索引无法读取。", where=str(self._place), hint="请删除该文件夹后重试，索引会重建。"
                    ) from error
                self._opened = (embedding, self._open_neighbours(self._place))
            return self._opened

    def close(self) -> None:
        """Release what is open; the next search opens it again."""
        with self._opening:
            if self._opened is not None:
                self._opened[1].close()
            self._opened = None

    def _scores(self, query: str, scope: Scope, top: int) -> Scores:
        embedding, neighbours = self.open()
        vector = self._embed(query, embedding)
        return neighbours.scores(vector, scope, top) if vector.any() else np.zeros_like(scope.mask)

    def _embed(self, query: str, embedding: Embedding) -> Vectors:
        """Return the query's vector; of the last query it is remembered, since each kind of passages is asked apart."""
        known = self._last
        if known is None or known[:2] != (query, embedding):
            self._last = known = (query, embedding, embedding.embed([query])[0])
        return known[2]

    def _reopen(self) -> None:
        self.close()
        with self._opening:
            self._place = self._rebuild()
