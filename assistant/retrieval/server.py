"""Vectors on a Chroma server that several machines share: made by the first that needs them, used by all."""

import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.request import urlopen

import numpy as np

from assistant.domain.passage import Passage
from assistant.errors import VectorServerError
from assistant.retrieval.embedding import Vectors
from assistant.retrieval.neighbours import Scope, Scores
from assistant.retrieval.vector import (
    MissingCollectionError,
    connect_server,
    fill,
    find_collection,
    guarded,
    unanswered,
)

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as ChromaCollection

T = TypeVar("T")

_PREFIX = "wenjin-"
_BUILDING = f"{_PREFIX}building-"
_KEPT = 8
"""Collections that stay on the server, the latest ones; each is one state of the corpus with one embedding."""
_ABANDONED_SECONDS = 3600
_PROBE_SECONDS = 5.0
_QUERY_SECONDS = 10.0


class ServerVectors:
    """Cosine neighbours as the server finds them.

    A collection is filled under a name of its own and then renamed, so that nobody sees it half full; of several
    clients that fill at once, the first to rename wins and the others drop theirs. A server that was restarted is
    connected to again, one that lost its data is given it again.
    """

    def __init__(self, url: str, name: str, passages: Sequence[Passage], vectors: Callable[[], Vectors]) -> None:
        """Connect, and fill the collection where the server has none.

        Args:
            url: address of the server.
            name: what the vectors depend on, in letters and digits.
            passages: all of them, in the order of the vectors.
            vectors: gives the vectors, called only where the server lacks them.

        Raises:
            VectorServerError: the server does not answer.
        """
        self._url = url
        self._name = f"{_PREFIX}{name}"
        self._passages = passages
        self._vectors = vectors
        self._opening = Lock()
        self._client, self._collection = self._open()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def scores(self, vector: Vectors, scope: Scope, top: int) -> Scores:
        """Return the cosines; see `Neighbours`."""
        collection = self._collection
        try:
            return self._ask(collection, vector, scope, top)
        except VectorServerError:
            with self._opening:
                if self._collection is collection:  # no other thread has opened it anew meanwhile
                    self._client.close()
                    self._client, self._collection = self._open()
            return self._ask(self._collection, vector, scope, top)

    def _ask(self, collection: "ChromaCollection", vector: Vectors, scope: Scope, top: int) -> Scores:
        found = _bounded(
            lambda: collection.query(
                query_embeddings=[vector], n_results=top, where=_where(scope), include=["distances"]
            ),
            self._url,
        )
        scores = np.zeros(len(scope.mask), dtype=np.float32)
        places = np.array(found["ids"][0], dtype=np.int64) - scope.places.start
        scores[places] = np.maximum(1 - np.array((found["distances"] or [[]])[0], dtype=np.float32), 0)
        return scores

    def _open(self) -> tuple["Client", "ChromaCollection"]:
        greet_server(self._url)
        client = connect_server(self._url)
        try:
            return client, guarded(lambda: self._find(client), self._url)
        except MissingCollectionError:
            guarded(lambda: self._fill(client), self._url)
            return client, guarded(lambda: self._find(client), self._url)

    def _find(self, client: "Client") -> "ChromaCollection":
        return find_collection(client, self._name, len(self._passages))

    def _fill(self, client: "Client") -> None:
        """Fill a collection of this client's own, then give it the name that all look for."""
        own = f"{_BUILDING}{uuid.uuid4().hex}"
        fill(client, own, self._passages, self._vectors(), created=int(time.time()))
        if not _rename(client, own, self._name):
            try:
                self._find(client)
                client.delete_collection(own)  # another client was faster
            except MissingCollectionError:  # what bears the name is no whole index
                client.delete_collection(self._name)
                _rename(client, own, self._name)
        _drop_old(client, keep=self._name)


def probe_server(url: str) -> VectorServerError | None:
    """Ask the server for a sign of life; return what is wrong, None where it answers."""
    try:
        with urlopen(f"{url}/api/v2/heartbeat", timeout=_PROBE_SECONDS) as answer:  # noqa: S310 - http(s), validated in the settings
            answer.read()
    except (OSError, HTTPException) as error:
        return unanswered(url, error)
    return None


def greet_server(url: str) -> None:
    """Make sure that the server answers.

    Raises:
        VectorServerError: it does not.
    """
    if fault := probe_server(url):
        raise fault


def _bounded(call: Callable[[], T], url: str) -> T:
    """Return what the call gives, waiting no longer than a person would: Chroma's client waits for ever.

    Raises:
        VectorServerError: the server does not answer in time, or failed.
    """
    answers: SimpleQueue[T | VectorServerError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(guarded(call, url))
        except VectorServerError as error:
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=_QUERY_SECONDS)
    except Empty as error:
        raise unanswered(url, error) from error
    if isinstance(answer, VectorServerError):
        raise answer
    return answer


def _rename(client: "Client", own: str, name: str) -> bool:
    """Give the collection the name; False where another bears it. The server lets only one bear a name."""
    from chromadb.errors import ChromaError  # noqa: PLC0415 - loaded with the client

    try:
        client.get_collection(own, embedding_function=None).modify(name=name)
    except ChromaError:
        return False
    return True


def _drop_old(client: "Client", keep: str) -> None:
    """Remove what dead clients left half full, and all but the latest few indexes."""
    from chromadb.errors import NotFoundError  # noqa: PLC0415 - loaded with the client

    ours = [one for one in client.list_collections() if one.name.startswith(_PREFIX) and one.name != keep]
    ages = {one.name: time.time() - int((one.metadata or {}).get("created", 0)) for one in ours}
    building = [name for name in ages if name.startswith(_BUILDING)]
    finished = sorted((name for name in ages if name not in building), key=lambda name: ages[name])
    for name in (*(one for one in building if ages[one] > _ABANDONED_SECONDS), *finished[_KEPT - 1 :]):
        with suppress(NotFoundError):  # another client may be tidying up too
            client.delete_collection(name)


def _where(scope: Scope) -> dict[str, Any]:
    """Return Chroma's filter."""
    if scope.programmes is None:
        return {"kind": scope.kind}
    return {"$and": [{"kind": scope.kind}, {"programme": {"$in": sorted(scope.programmes)}}]}
