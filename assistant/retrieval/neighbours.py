"""The seam of the vectors: a table beside the index, or a Chroma server that several machines share."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import PassageKind
from assistant.retrieval.embedding import Vectors

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scope:
    """The passages of one kind that a search looks at."""

    kind: PassageKind
    places: slice
    """Where the passages of the kind lie among all."""
    programmes: tuple[str, ...] | None
    """Ids of the programmes looked at; None where that is every passage of the kind."""
    mask: Scores
    """1 for each passage of the kind that is looked at, 0 for others."""


class Neighbours(Protocol):
    """Cosine neighbours among the passages."""

    def scores(self, vector: Vectors, scope: Scope, top: int) -> Scores:
        """Return the cosine of the `top` nearest passages of the scope, and 0 for all others; none is below 0.

        Args:
            vector: of length 1.
            scope: what is looked at.
            top: how many neighbours count.

        Raises:
            RetrievalError: the table cannot be used.
            VectorServerError: the server does not answer.
        """
        ...

    def close(self) -> None:
        """Release connections; nothing is asked afterwards."""
        ...


class VectorTable:
    """The vectors as one array on disk, compared with all of them: exact, and fast up to 100,000 of them."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def scores(self, vector: Vectors, scope: Scope, top: int) -> Scores:
        """Return the cosines; see `Neighbours`."""
        # Not `@`: BLAS would start its threads, which on a busy machine costs more than they save.
        cosines = np.maximum(np.einsum("ij,j->i", self._vectors[scope.places], vector), 0) * scope.mask
        if top < len(cosines):
            cosines[cosines < np.partition(cosines, -top)[-top]] = 0
        return cosines

    def close(self) -> None:
        """Nothing to release: the array is unmapped with the table."""
