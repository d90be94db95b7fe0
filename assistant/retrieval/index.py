"""The index over the corpus, and the one search that chat, match and evaluation share."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Hit, Passage, PassageKind
from assistant.errors import RetrievalError, VectorServerError
from assistant.retrieval.embedded import Embedded
from assistant.retrieval.embedding import Embedder, LatentEmbedder
from assistant.retrieval.endpoint import DimensionError, EndpointError
from assistant.retrieval.fuse import WEIGHTS, Scores, Weights, fuse
from assistant.retrieval.neighbours import Neighbours, Scope
from assistant.retrieval.passage_file import PassageFile
from assistant.retrieval.passages import build_passages
from assistant.retrieval.shelf import Shelf, load_shelves
from assistant.retrieval.store import (
    TABLE,
    VECTORS,
    IndexKey,
    Progress,
    discard,
    ensure_store,
    read_kinds,
    shared_name,
)
from assistant.retrieval.table import open_table, read_table
from assistant.text import shared_runs, tokenise

MOST_TERMS = 8
VECTOR_POOL = 300
"""Neighbours asked of the vector store; more than any search returns."""


@dataclass(frozen=True, slots=True)
class _Query:
    """A query, its tokens looked up once."""

    text: str
    columns: dict[PassageKind, dict[str, int]]
    """For each kind looked at, those of the query's tokens that it knows, with their columns."""
    weights: dict[PassageKind, dict[int, float]]
    """The same columns with the weights of their tokens in the query."""


class Index:
    """The search over all passages; safe to share between threads, since searching changes nothing."""

    def __init__(
        self,
        shelves: dict[PassageKind, Shelf],
        embedded: Embedded,
        weights: dict[PassageKind, Weights] | None = None,
        warnings: Sequence[str] = (),
    ) -> None:
        self._shelves = shelves
        self._embedded = embedded
        self._weights = WEIGHTS if weights is None else weights
        self.warnings = list(warnings)
        """Chinese sentences on parts that failed, each once; the search goes on without them."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, kind by kind."""
        return tuple(passage for shelf in self._shelves.values() for passage in shelf.passages)

    def with_weights(self, weights: dict[PassageKind, Weights]) -> "Index":
        """Return the same index with other weights, as the evaluation of the parts needs it."""
        return Index(self._shelves, self._embedded, weights, self.warnings)

    def close(self) -> None:
        """Release connections to a server; the next search makes them again."""
        self._embedded.close()

    def search(
        self,
        query: str,
        *,
        kinds: Collection[PassageKind],
        programmes: Collection[str] | None = None,
        top: int = 10,
    ) -> tuple[Hit, ...]:
        """Return the best passages first, at most `top`, none with score 0.

        Args:
            query: words in any language; an empty query finds nothing.
            kinds: kinds of passages looked at; each kind's scores are relative to its own best.
            programmes: ids of programmes looked at; None for all.
            top: largest number of hits.
        """
        if not query.strip() or top < 1 or (programmes is not None and not programmes):
            return ()
        wanted: list[PassageKind] = [kind for kind in self._shelves if kind in kinds]
        asked = self._read(query, wanted)
        parts = {kind: self._parts(asked, kind, programmes) for kind in wanted}
        best = max((float(part["lexical"].max(initial=0.0)) for part in parts.values()), default=0.0)
        fused = {kind: fuse(self._weights[kind], parts[kind], best) for kind in wanted}
        ranked: list[tuple[float, PassageKind, int]] = [
            (float(fused[kind][place]), kind, place) for kind in wanted for place in _best(fused[kind], top)
        ]
        terms = {kind: _Terms(asked, self._shelves[kind]) for kind in wanted}
        return tuple(
            self._hit(kind, place, score, parts[kind], terms[kind])
            for score, kind, place in sorted(ranked, key=lambda one: -one[0])[:top]
        )

    def _read(self, query: str, kinds: Collection[PassageKind]) -> _Query:
        asked = _Query(query, {}, {})
        for kind in kinds:
            tokens = self._shelves[kind].reader.read(query)
            columns = self._shelves[kind].lexical.find(tokens)
            asked.columns[kind] = columns
            asked.weights[kind] = {column: tokens[token] for token, column in columns.items()}
        return asked

    def _parts(self, query: _Query, kind: PassageKind, programmes: Collection[str] | None) -> dict[str, Scores]:
        """Return each part's score of each passage of the kind, 0 outside the programmes."""
        shelf = self._shelves[kind]
        scope = shelf.scope(programmes)
        weighs = bool(self._weights[kind].vector)
        return {
            "lookup": shelf.lookup.scores(query.text) * scope.mask,
            "lexical": shelf.lexical.scores(query.weights[kind]) * scope.mask,
            "vector": self._vector_scores(query.text, scope) if weighs else np.zeros_like(scope.mask),
        }

    def _hit(self, kind: PassageKind, place: int, score: float, parts: dict[str, Scores], terms: "_Terms") -> Hit:
        return Hit(
            passage=self._shelves[kind].passages[place],
            score=score,
            parts={name: float(values[place]) for name, values in parts.items()},
            likeness=float(parts["vector"][place]) if self._embedded.computed_here else None,
            find_terms=partial(terms.of, place),
        )

    def _vector_scores(self, query: str, scope: Scope) -> Scores:
        """Return the cosine of each passage of the kind; zeros, with a warning, where the vectors fail."""
        try:
            return self._embedded.scores(query, scope, min(VECTOR_POOL, len(scope.mask)))
        except (RetrievalError, VectorServerError) as error:
            self._warn(f"向量检索不可用，仅用关键词检索：{error.message}")
            return np.zeros_like(scope.mask)

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


class _Terms:
    """The words of a query that passages of one kind hold."""

    def __init__(self, query: _Query, shelf: Shelf) -> None:
        self._query = query
        self._shelf = shelf
        self._columns = query.columns[shelf.kind]
        self._weights: dict[str, float] = {}

    def of(self, place: int) -> tuple[str, ...]:
        """Return the words that the passage shows, the weightiest first."""
        runs = shared_runs(self._query.text, self._shelf.lexical.shown(place, self._columns))
        return tuple(sorted(runs, key=self._weigh, reverse=True)[:MOST_TERMS])

    def _weigh(self, run: str) -> float:
        if run not in self._weights:
            columns = self._shelf.lexical.find(tokenise(run)).values()
            self._weights[run] = sum(map(self._shelf.lexical.idf, columns))
        return self._weights[run]


def _best(scores: Scores, top: int) -> list[int]:
    """Return the places of the highest scores above 0, the highest first and the earlier of two equal ones first."""
    if top < len(scores):
        least = max(float(np.partition(scores, -top)[-top]), 0.0)
        places = np.flatnonzero((scores >= least) & (scores > 0))
    else:
        places = np.flatnonzero(scores > 0)
    return places[np.argsort(-scores[places], kind="stable")][:top].tolist()


def open_index(
    catalogue: Catalogue,
    folder: Path,
    embedder: Embedder,
    progress: Progress | None = None,
    *,
    server: str | None = None,
) -> Index:
    """Return the index of the catalogue, built first where the folder holds none for this very state.

    Args:
        catalogue: the corpus.
        folder: the user's data folder; the index lies in a folder of its own inside it.
        embedder: makes the vectors.
        progress: called with (done, total) while building; not called where nothing is built.
        server: address of the Chroma server that holds the vectors; None to keep them in the folder.

    Raises:
        RetrievalError: the folder cannot be written. An endpoint that fails while building is replaced by the embedding
            computed here, with a warning.
        VectorServerError: the Chroma server does not answer.
    """
    warnings: list[str] = []
    if server is not None:
        from assistant.retrieval.server import greet_server  # noqa: PLC0415 - for those who have a server only

        greet_server(server)  # one that is down is said before anything is built
    try:
        return _open(_Source(catalogue, folder, embedder, server), progress, warnings)
    except (EndpointError, DimensionError) as error:
        warnings.append(f"{error.message}本次改用内置向量。")
        return _open(_Source(catalogue, folder, LatentEmbedder(), server), progress, warnings)


@dataclass(frozen=True, slots=True)
class _Source:
    """What an index is made from, and where."""

    catalogue: Catalogue
    folder: Path
    embedder: Embedder
    server: str | None

    def ensure(self, progress: Progress | None = None) -> Path:
        """Return the folder of the index, built now where it is not there."""
        key = IndexKey.of(self.catalogue, self.embedder.id, shared=self.server is not None)
        return ensure_store(key, self.folder, self.embedder, lambda: build_passages(self.catalogue), progress)

    def rebuild(self, progress: Progress | None = None) -> Path:
        """Build the index although there is one, and return its folder."""
        discard(self.ensure())
        return self.ensure(progress)

    def open_neighbours(self, place: Path) -> Neighbours:
        """Return the vectors of the index in the folder."""
        count = sum(read_kinds(place).values())
        if self.server is None:
            return open_table(place / TABLE, place / VECTORS, count)
        from assistant.retrieval.server import ServerVectors  # noqa: PLC0415 - for those who have a server only

        return ServerVectors(
            self.server, shared_name(place), PassageFile.load(place), lambda: read_table(place / TABLE, count)
        )


def _open(source: _Source, progress: Progress | None, warnings: list[str]) -> Index:
    """Return the index; one whose files are damaged is built anew."""
    place = source.ensure(progress)
    try:
        shelves = load_shelves(place, read_kinds(place), source.catalogue)
    except (OSError, ValueError, KeyError):
        place = source.rebuild(progress)
        shelves = load_shelves(place, read_kinds(place), source.catalogue)
    embedded = Embedded(place, source.embedder, source.open_neighbours, source.rebuild)
    if source.server is not None:
        embedded.open()  # filled now, not at the first question
    return Index(shelves, embedded, warnings=warnings)
