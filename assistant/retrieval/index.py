"""The index over the corpus, and the one search that chat, match and evaluation share."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Hit, Passage, PassageKind
from assistant.errors import RetrievalError
from assistant.retrieval.embedded import Embedded
from assistant.retrieval.embedding import Embedder, EndpointError, LatentEmbedder
from assistant.retrieval.fuse import WEIGHTS, Scores, Weights, fuse
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.lookup import Lookup
from assistant.retrieval.passages import build_passages, by_kind
from assistant.retrieval.store import LEXICAL, Progress, discard, ensure_store
from assistant.text import shared_runs, tokenise

MOST_TERMS = 8
VECTOR_POOL = 300
"""Neighbours asked of the vector store; more than any search returns."""


@dataclass
class Shelf:
    """All passages of one kind with what scores them."""

    passages: tuple[Passage, ...]
    lexical: LexicalIndex
    lookup: Lookup

    @cached_property
    def place(self) -> dict[str, int]:
        """Passage id to its place."""
        return {passage.id: place for place, passage in enumerate(self.passages)}

    def allowed(self, programmes: Collection[str] | None) -> Scores:
        """Return 1 for the passages of those programmes, 0 for others."""
        if programmes is None:
            return np.ones(len(self.passages), dtype=np.float32)
        wanted = frozenset(programmes)
        return np.fromiter((passage.programme in wanted for passage in self.passages), dtype=np.float32)


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
        parts = {kind: self._parts(query, kind, programmes) for kind in wanted}
        best = max((float(part["lexical"].max(initial=0.0)) for part in parts.values()), default=0.0)
        hits = [hit for kind in wanted for hit in self._hits(query, kind, parts[kind], best, top)]
        return tuple(sorted(hits, key=lambda hit: -hit.score)[:top])

    def _parts(self, query: str, kind: PassageKind, programmes: Collection[str] | None) -> dict[str, Scores]:
        """Return each part's score of each passage of the kind, 0 outside the programmes."""
        shelf = self._shelves[kind]
        allowed = shelf.allowed(programmes)
        weighs = bool(self._weights[kind].vector)
        return {
            "lookup": shelf.lookup.scores(query) * allowed,
            "lexical": shelf.lexical.scores(query) * allowed,
            "vector": self._vector_scores(query, kind, programmes) if weighs else np.zeros_like(allowed),
        }

    def _hits(self, query: str, kind: PassageKind, parts: dict[str, Scores], best: float, top: int) -> list[Hit]:
        """Return the best of one kind; `best` is the highest lexical score over all kinds of this search."""
        fused = fuse(self._weights[kind], parts, best)
        places = [int(place) for place in np.argsort(-fused, kind="stable")[:top] if fused[place] > 0]
        return [self._hit(query, self._shelves[kind], place, float(fused[place]), parts) for place in places]

    def _vector_scores(self, query: str, kind: PassageKind, programmes: Collection[str] | None) -> Scores:
        """Return the cosine of each passage of the kind; zeros, with a warning, where the vector store fails."""
        shelf = self._shelves[kind]
        scores = np.zeros(len(shelf.passages), dtype=np.float32)
        try:
            near = self._embedded.nearest(query, kind=kind, programmes=programmes, top=min(VECTOR_POOL, len(scores)))
        except RetrievalError as error:
            self._warn(f"向量检索不可用，仅用关键词检索：{error.message}")
            return scores
        for name, similarity in near.items():
            scores[shelf.place[name]] = similarity
        return scores

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)

    @staticmethod
    def _hit(query: str, shelf: Shelf, place: int, score: float, parts: dict[str, Scores]) -> Hit:
        passage = shelf.passages[place]
        tokens = frozenset(tokenise(f"{passage.heading}。{passage.text}"))
        return Hit(
            passage=passage,
            score=score,
            parts={name: float(values[place]) for name, values in parts.items()},
            terms=_ranked_terms(query, tokens, shelf.lexical),
        )


def _ranked_terms(query: str, tokens: Collection[str], lexical: LexicalIndex) -> tuple[str, ...]:
    """Return the words of the query that the passage holds, the weightiest first."""
    weighed: list[tuple[float, str]] = []
    for run in shared_runs(query, tokens):
        weights = lexical.weights(tokenise(run))
        weighed.append((sum(weights.values()), run))
    return tuple(run for _, run in sorted(weighed, key=lambda pair: -pair[0])[:MOST_TERMS])


def open_index(catalogue: Catalogue, folder: Path, embedder: Embedder, progress: Progress | None = None) -> Index:
    """Return the index of the catalogue, built first where the folder holds none for this very state.

    Args:
        catalogue: the corpus.
        folder: the user's data folder; the index lies in a folder of its own inside it.
        embedder: makes the vectors.
        progress: called with (done, total) while building; not called where nothing is built.

    Raises:
        RetrievalError: the folder cannot be written. An endpoint that fails while building is replaced by the embedding
            computed here, with a warning.
    """
    passages = build_passages(catalogue)
    warnings: list[str] = []
    try:
        store = ensure_store(passages, catalogue.fingerprint, folder, embedder, progress)
    except EndpointError as error:
        warnings.append(f"{error.message}本次改用内置向量。")
        embedder = LatentEmbedder()
        store = ensure_store(passages, catalogue.fingerprint, folder, embedder, progress)
    numbers = {
        programme.id: programme.info.document_no for programme in catalogue.programmes if programme.info.document_no
    }
    years = {programme.id: programme.info.year for programme in catalogue.programmes}
    shelves: dict[PassageKind, Shelf] = {}
    for kind, shelved in by_kind(passages).items():
        shelves[kind] = Shelf(shelved, LexicalIndex.load(store / LEXICAL / kind), Lookup(shelved, numbers, years))

    def rebuild() -> Path:
        discard(store)
        return ensure_store(passages, catalogue.fingerprint, folder, embedder, None)

    return Index(shelves, Embedded(store, embedder, len(passages), rebuild), warnings=warnings)
