"""Vectors of passages in Chroma, in a folder or on a server."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit

import numpy as np

from assistant.domain.passage import Passage
from assistant.errors import RetrievalError, VectorServerError
from assistant.retrieval.embedding import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as ChromaCollection

T = TypeVar("T")

_BATCH = 1000
# One thread and a wide search: the same store gives the same neighbours, and at this size all of the near ones.
_HNSW: dict[str, Any] = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "num_threads": 1}


class MissingCollectionError(RetrievalError):
    """The store has no such collection."""


def connect_folder(folder: Path) -> "Client":
    """Return a client on the folder, without telemetry.

    Raises:
        RetrievalError: Chroma cannot use it.
    """
    import chromadb  # noqa: PLC0415 - over half a second, and a search needs none of it

    try:
        client = guarded(lambda: chromadb.PersistentClient(path=str(folder), settings=_silent()))
    except AttributeError as error:  # Chroma 1.5 stumbles when it closes what it could not open
        raise _damaged(error) from error
    return cast("Client", client)  # the declared interface lacks `close`


def connect_server(url: str) -> "Client":
    """Return a client of the server, without telemetry.

    Raises:
        VectorServerError: it does not answer.
    """
    import chromadb  # noqa: PLC0415 - over half a second, and a search needs none of it

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    host, port = parts.hostname or "", parts.port or (443 if secure else 80)
    address = f"[{host}]" if ":" in host else host  # an IPv6 address is written in brackets
    client = guarded(lambda: chromadb.HttpClient(host=address, port=port, ssl=secure, settings=_silent()), url)
    return cast("Client", client)


def fill(client: "Client", name: str, passages: Sequence[Passage], vectors: Vectors, *, created: int = 0) -> None:
    """Make a collection of the vectors, each under its place among the passages.

    Args:
        client: of the folder or the server.
        name: of the collection, which must not exist.
        passages: in the order of the vectors.
        vectors: one row a passage.
        created: seconds since 1970, kept with the collection.
    """
    collection = client.create_collection(
        name,
        embedding_function=None,
        configuration=cast("Any", {"hnsw": _HNSW}),
        metadata={"passages": len(passages), "created": created},
    )
    for start in range(0, len(passages), _BATCH):
        batch = passages[start : start + _BATCH]
        collection.add(
            ids=[str(start + place) for place in range(len(batch))],
            embeddings=np.asarray(vectors[start : start + _BATCH]),
            metadatas=[_metadata(passage) for passage in batch],
        )


def find_collection(client: "Client", name: str, expected: int) -> "ChromaCollection":
    """Return the collection.

    Raises:
        MissingCollectionError: there is none, or it holds another number of vectors or measures other than by cosine.
    """
    from chromadb.errors import NotFoundError  # noqa: PLC0415 - loaded with the client anyway

    try:
        collection = client.get_collection(name, embedding_function=None)
    except NotFoundError as error:
        raise MissingCollectionError("向量库里没有这份索引。", where=name) from error
    space = (collection.configuration.get("hnsw") or {}).get("space")
    if collection.count() != expected or space != "cosine":
        raise MissingCollectionError("向量索引与语料不符。", where=name, hint="请删除索引文件夹后重试，索引会重建。")
    return collection


def read_vectors(collection: "ChromaCollection", count: int) -> Vectors:
    """Return all vectors of a collection, in the order of their places."""
    rows = [row for start in range(0, count, _BATCH) for row in _read_batch(collection, start, count)]
    return np.asarray(rows, dtype=np.float32)


def _read_batch(collection: "ChromaCollection", start: int, count: int) -> Iterator[Any]:
    ids = [str(place) for place in range(start, min(start + _BATCH, count))]
    found = collection.get(ids=ids, include=["embeddings"])
    rows = dict(zip(found["ids"], found["embeddings"] if found["embeddings"] is not None else (), strict=True))
    return (rows[one] for one in ids)


def guarded(call: Callable[[], T], url: str = "") -> T:
    """Return what the call gives, the errors of Chroma and of the way to its server as ours.

    Args:
        call: uses Chroma.
        url: address of the server; empty for a folder.

    Raises:
        VectorServerError: the server does not answer, or not as Chroma does.
        RetrievalError: Chroma failed.
    """
    import httpx  # noqa: PLC0415 - Chroma's own, loaded with it
    from chromadb.errors import ChromaError  # noqa: PLC0415 - the same

    try:
        return call()
    except (ChromaError, httpx.HTTPError, ValueError) as error:  # the client says with a ValueError that no one answers
        if url:
            raise unanswered(url, error) from error
        raise _damaged(error) from error


def _damaged(cause: Exception) -> RetrievalError:
    return RetrievalError("向量索引无法读写。", where=type(cause).__name__, hint="请删除索引文件夹后重试，索引会重建。")


def unanswered(url: str, cause: Exception) -> VectorServerError:
    """Return what is said of a server that failed."""
    return VectorServerError(
        f"Chroma 服务没有应答（{type(cause).__name__}）。",
        where=url,
        hint="请启动该服务或改正 WENJIN_CHROMA_URL；去掉这个变量就改用本机的向量库。",
    )


def _silent() -> Any:  # noqa: ANN401 - Chroma's own settings, which must not be imported before they are needed
    from chromadb.config import Settings  # noqa: PLC0415 - over half a second

    # No idle connections: Chroma's client leaves them open when it is closed, and they break when a server restarts.
    return Settings(anonymized_telemetry=False, chroma_http_max_keepalive_connections=0)


def _metadata(passage: Passage) -> dict[str, str]:
    """Return what a search may be narrowed by, and what tells a person which passage it is."""
    return {
        "id": passage.id,
        "kind": passage.kind,
        "doc": passage.doc,
        "programme": passage.programme,
        "clause": passage.clause,
    }
