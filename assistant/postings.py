"""Which of many texts hold a token: sums over all of them at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
"""One figure for each text."""
Vector = dict[str, float]
"""Token to its weight in one text."""
Arrays = Mapping[str, NDArray[Any]]
"""Arrays by name, as they are kept on disk."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Token to the texts that hold it, each with the weight that the token has in it."""

    size: int
    """Number of texts."""
    tokens: Mapping[str, int]
    """Token to its place among the starts; several postings may share them."""
    starts: NDArray[np.int32]
    """Where the entries of each token begin, and at the end the number of all."""
    places: NDArray[np.int32]
    """Text of each entry."""
    weights: Column
    """Weight of each entry."""

    @classmethod
    def gather(
        cls, texts: Iterable[Mapping[str, float] | Iterable[str]], size: int, known: Mapping[str, int] | None = None
    ) -> "Postings":
        """Return the postings of texts given as tokens with weights, or as mere tokens of weight 1.

        Args:
            texts: in the order of their places.
            size: number of texts.
            known: the texts' tokens with their places, where other postings share them.
        """
        tokens = dict(known or {})
        ids: list[int] = []
        weights: list[float] = []
        lengths: list[int] = []
        for text in texts:
            before = len(ids)
            if isinstance(text, Mapping):
                weights += text.values()
            ids += [tokens.setdefault(token, len(tokens)) for token in text]
            lengths.append(len(ids) - before)
            if not isinstance(text, Mapping):
                weights += [1.0] * lengths[-1]
        places = np.repeat(np.arange(len(lengths)), lengths)
        return cls.sort(tokens, size, np.asarray(ids, np.int64), places, np.asarray(weights, np.float64))

    @classmethod
    def sort(
        cls, tokens: Mapping[str, int], size: int, ids: NDArray[Any], places: NDArray[Any], weights: Column
    ) -> "Postings":
        """Return the postings of entries in the order of the texts: the token of each, its text, its weight there."""
        order = np.argsort(ids, kind="stable")
        return cls(
            size=size,
            tokens=tokens,
            starts=np.concatenate([[0], np.cumsum(np.bincount(ids, minlength=len(tokens)))]).astype(np.int32),
            places=places[order].astype(np.int32),
            weights=weights[order],
        )

    @classmethod
    def unpack(cls, arrays: Arrays, name: str, tokens: Mapping[str, int]) -> "Postings":
        """Return what `pack` gave under that name; the tokens are kept apart."""
        size, starts, places, weights = (arrays[f"{name}.{part}"] for part in _PARTS)
        return cls(int(size), tokens, starts, places, weights)

    def pack(self, name: str) -> Arrays:
        """Return everything but the tokens as arrays of that name."""
        parts = (np.asarray(self.size), self.starts, self.places, self.weights)
        return {f"{name}.{part}": array for part, array in zip(_PARTS, parts, strict=True)}

    def count(self, token: str) -> int:
        """Return how many texts hold a token."""
        place = self.tokens.get(token)
        return 0 if place is None else int(self.starts[place + 1] - self.starts[place])

    def find(self, token: str) -> NDArray[np.int32]:
        """Return the texts that hold a token."""
        place = self.tokens.get(token)
        return self.places[:0] if place is None else self.places[self.starts[place] : self.starts[place + 1]]

    def holds(self, token: str, place: int) -> bool:
        """Say whether the text at that place holds a token."""
        found = self.find(token)
        at = int(np.searchsorted(found, place))
        return at < len(found) and int(found[at]) == place

    def add_up(self, asked: Mapping[str, float]) -> Column:
        """Return for each text the sum of the asked tokens' weights times those that they have in it."""
        found = [(self.tokens[token], weight) for token, weight in asked.items() if token in self.tokens]
        if not found:
            return np.zeros(self.size)
        parts = [slice(self.starts[token], self.starts[token + 1]) for token, _ in found]
        values = np.concatenate([self.weights[part] * weight for part, (_, weight) in zip(parts, found, strict=True)])
        places = np.concatenate([self.places[part] for part in parts])
        return np.bincount(places, weights=values, minlength=self.size).astype(np.float64)


_PARTS = ("size", "starts", "places", "weights")


def pack_tokens(tokens: Iterable[str]) -> NDArray[np.uint8]:
    """Return tokens as an array; none of them holds a line break."""
    return np.frombuffer("\n".join(tokens).encode(), np.uint8)


def unpack_tokens(packed: NDArray[np.uint8]) -> dict[str, int]:
    """Return the packed tokens with their places."""
    tokens = packed.tobytes().decode().split("\n") if len(packed) else []
    return {token: place for place, token in enumerate(tokens)}


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
