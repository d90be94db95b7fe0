"""How often each token stands in each text of a corpus, held as arrays so that a large corpus fits."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.text import tokenise

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


class TermCounts:
    """The counts of all texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._ids: dict[str, int] = {}
        columns, numbers, starts = array("i"), array("f"), array("q", [0])
        for text in texts:
            count = Counter(tokenise(text))
            columns.extend(self._ids.setdefault(token, len(self._ids)) for token in count)
            numbers.extend(count.values())
            starts.append(len(columns))
        self._columns = np.asarray(columns, np.int32)
        self._numbers = np.asarray(numbers, np.float32)
        self._starts = np.asarray(starts, np.int64)
        self._frequency = np.bincount(self._columns, minlength=len(self._ids))

    def list_tokens(self, *, above: int) -> list[str]:
        """Return the tokens that stand in more than so many texts, sorted."""
        return sorted(token for token, column in self._ids.items() if self._frequency[column] > above)

    def idf(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """Return the inverse document frequency of the tokens."""
        frequency = self._frequency[[self._ids[token] for token in tokens]]
        return (np.log((len(self._starts)) / (1 + frequency)) + 1).astype(np.float32)

    def weigh(self, tokens: Sequence[str]) -> "csr_matrix":
        """Return a row of length 1 for each text (0 where it holds none of the tokens): TF-IDF, the first damped."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - needed at build only, and slow to import

        new = np.full(len(self._ids), -1, np.int32)
        new[[self._ids[token] for token in tokens]] = np.arange(len(tokens), dtype=np.int32)
        columns = new[self._columns]
        kept = columns >= 0
        rows = np.repeat(np.arange(len(self._starts) - 1), np.diff(self._starts))[kept]
        weights = damp(self._numbers[kept]) * self.idf(tokens)[columns[kept]]
        lengths = np.sqrt(np.bincount(rows, weights.astype(np.float64) ** 2, minlength=len(self._starts) - 1))
        starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(self._starts) - 1))])
        unit = (weights / lengths[rows]).astype(np.float32)
        return csr_matrix((unit, columns[kept], starts), (len(self._starts) - 1, len(tokens)))


def damp(numbers: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what so many occurrences in one text count: the tenth tells less than the second."""
    return 1 + np.log(numbers)
