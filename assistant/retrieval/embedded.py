"""The vector part of the search: a query's vector and its neighbours, opened at the first query that needs it."""

from collections.abc import Callable, Collection
from pathlib import Path
from threading import Lock

from assistant.domain.passage import PassageKind
from assistant.errors import RetrievalError
from assistant.retrieval.embedding import DimensionError, Embedder, Embedding
from assistant.retrieval.store import EMBEDDING, VECTORS
from assistant.retrieval.vector import VectorStore


class Embedded:
    """Passages by the cosine of their vectors."""

    def __init__(self, place: Path, embedder: Embedder, count: int, rebuild: Callable[[], Path]) -> None:
        """Remember where the parts lie; nothing is opened yet.

        Args:
            place: folder of the index.
            embedder: the one that the index was built with.
            count: number of passages that the store must hold.
            rebuild: builds the index anew and returns its folder; called where the endpoint's vectors have changed.
        """
        self._place = place
        self._embedder = embedder
        self._count = count
        self._rebuild = rebuild
        self._opened: tuple[Embedding, VectorStore] | None = None
        self._opening = Lock()

    def nearest(
        self, query: str, *, kind: PassageKind, programmes: Collection[str] | None, top: int
    ) -> dict[str, float]:
        """Return cosine by passage id, above 0 only; empty for a query without any known word.

        Raises:
            RetrievalError: store or endpoint failed.
        """
        try:
            return self._nearest(query, kind, programmes, top)
        except DimensionError:
            self._reopen()
            return self._nearest(query, kind, programmes, top)

    def _nearest(self, query: str, kind: PassageKind, programmes: Collection[str] | None, top: int) -> dict[str, float]:
        embedding, store = self._open()
        vector = embedding.embed([query])[0]
        return store.nearest(vector, kind=kind, programmes=programmes, top=top) if vector.any() else {}

    def _open(self) -> tuple[Embedding, VectorStore]:
        with self._opening:
            if self._opened is None:
                try:
                    embedding = self._embedder.load(self._place / EMBEDDING)
                except (OSError, ValueError) as error:
                    raise RetrievalError(
                        "向量索引无法读取。", where=str(self._place), hint="请删除该文件夹后重试，索引会重建。"
                    ) from error
                self._opened = (embedding, VectorStore.open(self._place / VECTORS, self._count))
            return self._opened

    def _reopen(self) -> None:
        with self._opening:
            if self._opened is not None:
                self._opened[1].close()
            self._opened = None
            self._place = self._rebuild()
