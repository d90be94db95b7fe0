"""Which of many texts hold a token: sums over all of them at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""One figure for each text."""
Vector = dict[str, float]
"""Token to its weight in one text."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Token to the texts that hold it, each with the weight that the token has in it."""

    size: int
    """Number of texts."""
    tokens: Mapping[str, int]
    """Token to its place among the starts."""
    starts: NDArray[np.int64]
    """Where the entries of each token begin, and at the end the number of all."""
    places: NDArray[np.int64]
    """Text of each entry."""
    weights: Column
    """Weight of each entry."""

    @classmethod
    def gather(cls, texts: Iterable[Mapping[str, float] | Iterable[str]], size: int) -> "Postings":
        """Return the postings of texts given as tokens with weights, or as mere tokens of weight 1."""
        tokens: dict[str, int] = {}
        ids: list[int] = []
        weights: list[float] = []
        lengths: list[int] = []
        for text in texts:
            known = len(ids)
            if isinstance(text, Mapping):
                weights += text.values()
            ids += [tokens.setdefault(token, len(tokens)) for token in text]
            lengths.append(len(ids) - known)
            if not isinstance(text, Mapping):
                weights += [1.0] * lengths[-1]
        entries = np.asarray(ids, np.int64)
        order = np.argsort(entries, kind="stable")
        return cls(
            size=size,
            tokens=tokens,
            starts=np.concatenate([[0], np.cumsum(np.bincount(entries, minlength=len(tokens)))]).astype(np.int64),
            places=np.repeat(np.arange(len(lengths)), lengths)[order],
            weights=np.asarray(weights, np.float64)[order],
        )

    def count(self, token: str) -> int:
        """Return how many texts hold a token."""
        place = self.tokens.get(token)
        return 0 if place is None else int(self.starts[place + 1] - self.starts[place])

    def add_up(self, asked: Mapping[str, float]) -> Column:
        """Return for each text the sum of the asked tokens' weights times those that they have in it."""
        found = [(self.tokens[token], weight) for token, weight in asked.items() if token in self.tokens]
        if not found:
            return np.zeros(self.size)
        parts = [slice(self.starts[token], self.starts[token + 1]) for token, _ in found]
        values = np.concatenate([self.weights[part] * weight for part, (_, weight) in zip(parts, found, strict=True)])
        places = np.concatenate([self.places[part] for part in parts])
        return np.bincount(places, weights=values, minlength=self.size).astype(np.float64)


def scale_to_unit(vector: Vector) -> Vector:
    """Return the vector with length 1; empty for one without weight."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {token: weight / length for token, weight in vector.items()} if length else {}


def add_vectors(vectors: Iterable[Vector]) -> Vector:
    """Return the sum of the vectors; empty for none."""
    total: Vector = defaultdict(float)
    for vector in vectors:
        for token, weight in vector.items():
            total[token] += weight
    return total
