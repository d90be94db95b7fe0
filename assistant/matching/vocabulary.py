"""How rare a word is among the directions."""

import math
from collections import Counter
from functools import lru_cache

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.text import tokenise


class Vocabulary:
    """Inverse document frequency of search tokens over all directions."""

    def __init__(self, texts: list[str]) -> None:
        self._size = len(texts)
        self._frequency = Counter(token for text in texts for token in frozenset(tokenise(text)))

    def weigh(self, token: str) -> float:
        """Return the token's weight, about 0 for one that every direction holds; 0 for a lone character or digit."""
        if len(token) == 1:
            return 0.0
        frequency = self._frequency[token]
        return math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))


class _ByFingerprint:
    """A catalogue as a key: equal where no file of the corpus differs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return hash(self.catalogue.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByFingerprint) and other.catalogue.fingerprint == self.catalogue.fingerprint


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """Return the vocabulary of the catalogue's directions; counted once for a corpus."""
    return _count(_ByFingerprint(catalogue))


@lru_cache(maxsize=2)
def _count(key: _ByFingerprint) -> Vocabulary:
    return Vocabulary([_words(one) for programme in key.catalogue.programmes for one in programme.directions])


def _words(direction: Direction) -> str:
    return "。".join((direction.title, direction.research_content, direction.assessment_indicators))
