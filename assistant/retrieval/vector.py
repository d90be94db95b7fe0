"""Vectors of passages in an embedded Chroma store."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from assistant.domain.passage import Passage
from assistant.errors import RetrievalError
from assistant.retrieval.embedding import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as ChromaCollection

T = TypeVar("T")

_COLLECTION = "passages"
_BATCH = 1000
# One thread and a wide search: the same store gives the same neighbours, and at this size all of the near ones.
_HNSW: dict[str, Any] = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "num_threads": 1}


class VectorStore:
    """Cosine neighbours among the passages; reading only, once built."""

    def __init__(self, client: "Client", collection: "ChromaCollection") -> None:
        self._client = client
        self._collection = collection

    @classmethod
    def build(cls, folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Write the store into the folder and close it.

        Raises:
            RetrievalError: Chroma cannot write there.
        """
        client = _connect(folder)
        try:
            collection = client.create_collection(
                _COLLECTION, embedding_function=None, configuration=cast("Any", {"hnsw": _HNSW}), metadata=None
            )
            for start in range(0, len(passages), _BATCH):
                batch = passages[start : start + _BATCH]
                collection.add(
                    ids=[passage.id for passage in batch],
                    embeddings=np.asarray(vectors[start : start + _BATCH]),
                    metadatas=[_metadata(passage) for passage in batch],
                )
        finally:
            client.close()

    @classmethod
    def open(cls, folder: Path, expected: int) -> "VectorStore":
        """Return the store of the folder.

        Args:
            folder: what `build` wrote.
            expected: number of passages that it must hold.

        Raises:
            RetrievalError: it cannot be read, holds another number, or measures other than by cosine.
        """
        client = _connect(folder)
        collection = _guarded(lambda: client.get_collection(_COLLECTION, embedding_function=None))
        space = (collection.configuration.get("hnsw") or {}).get("space")
        count = _guarded(collection.count)
        if count != expected or space != "cosine":
            client.close()
            raise RetrievalError("向量索引与语料不符。", where=str(folder), hint="请删除该文件夹后重试，索引会重建。")
        return cls(client, collection)

    def nearest(self, vector: Vectors, *, kind: str, programmes: Collection[str] | None, top: int) -> dict[str, float]:
        """Return cosine similarity by passage id, at most `top`, none at or below 0.

        Raises:
            RetrievalError: Chroma failed.
        """
        found = _guarded(
            lambda: self._collection.query(
                query_embeddings=[vector],
                n_results=top,
                where=_where(kind, programmes),
                include=["distances"],
            )
        )
        distances = (found["distances"] or [[]])[0]
        near = {name: 1.0 - float(distance) for name, distance in zip(found["ids"][0], distances, strict=True)}
        return {name: similarity for name, similarity in near.items() if similarity > 0}

    def close(self) -> None:
        """Release the files; a closed store answers nothing more."""
        self._client.close()


def _connect(folder: Path) -> "Client":
    """Return a client on the folder, without telemetry."""
    import chromadb  # noqa: PLC0415 - over half a second, and a lexical search needs none of it
    from chromadb.config import Settings  # noqa: PLC0415 - the same

    settings = Settings(anonymized_telemetry=False)
    client = _guarded(lambda: chromadb.PersistentClient(path=str(folder), settings=settings))
    return cast("Client", client)  # the declared interface lacks `close`


def _guarded(call: Callable[[], T]) -> T:
    """Return what the call gives, Chroma's errors as ours."""
    from chromadb.errors import ChromaError  # noqa: PLC0415 - loaded with the client anyway

    try:
        return call()
    except ChromaError as error:
        raise RetrievalError(
            "向量索引无法读写。", where=type(error).__name__, hint="请删除索引文件夹后重试，索引会重建。"
        ) from error


def _metadata(passage: Passage) -> dict[str, str]:
    """Return what a search may be narrowed by."""
    return {"kind": passage.kind, "doc": passage.doc, "programme": passage.programme, "clause": passage.clause}


def _where(kind: str, programmes: Collection[str] | None) -> dict[str, Any]:
    """Return Chroma's filter."""
    if programmes is None:
        return {"kind": kind}
    return {"$and": [{"kind": kind}, {"programme": {"$in": sorted(programmes)}}]}
