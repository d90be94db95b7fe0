"""Which of many texts hold a token: sums over all of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""One figure for each text."""
_Rows = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Token to the texts that hold it, each with the weight that the token has in it."""

    size: int
    """Number of texts."""
    rows: Mapping[str, tuple[_Rows, Column]]

    @classmethod
    def gather(cls, texts: Iterable[Mapping[str, float] | Iterable[str]], size: int) -> "Postings":
        """Return the postings of texts given as tokens with weights, or as mere tokens of weight 1."""
        places: dict[str, list[int]] = defaultdict(list)
        weights: dict[str, list[float]] = defaultdict(list)
        for place, tokens in enumerate(texts):
            for token in tokens:
                places[token].append(place)
                weights[token].append(tokens[token] if isinstance(tokens, Mapping) else 1.0)
        return cls(
            size, {token: (np.asarray(own, np.int32), np.asarray(weights[token])) for token, own in places.items()}
        )

    def add_up(self, asked: Mapping[str, float]) -> Column:
        """Return for each text the sum of the asked tokens' weights times those that they have in it."""
        found = [(self.rows[token], weight) for token, weight in asked.items() if token in self.rows]
        if not found:
            return np.zeros(self.size)
        rows = np.concatenate([places for (places, _), _ in found])
        values = np.concatenate([held * weight for (_, held), weight in found])
        return np.bincount(rows, weights=values, minlength=self.size).astype(np.float64)
