"""How much of a direction's own words a text holds."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.direction import Direction
from assistant.text import bigrams

Pairs = frozenset[str]
_pairs = lru_cache(maxsize=1024)(bigrams)
"""Pairs of characters of a title or a direction's text, which is asked for again and again."""


def share_of_words(words: str, text: str, among: Sequence[Direction]) -> float:
    """Return the share of the words' pairs of characters that stand in the text, from 0 to 1.

    Pairs that many directions have (技术, 研究, 合作) count little, those of few count much.

    Args:
        words: a title, or title and research content of a direction.
        text: what may be about the same.
        among: directions by which it is measured how common a pair is.
    """
    return share_of_pairs(words, bigrams(text), among)


def share_of_pairs(words: str, held: Pairs, among: Sequence[Direction]) -> float:
    """Return the same for a text whose pairs of characters are known."""
    weights = _weigh(tuple(one.title for one in among), tuple(one.research_content for one in among))
    total = _sum_up(words, weights)
    return weights.sum(_pairs(words) & held) / total if total else 0.0


class _Weights:
    """What pairs of characters tell among the directions of one guide."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = Counter(pair for text in texts for pair in bigrams(text))
        self._known = {pair: math.log((1 + len(texts)) / count) for pair, count in counts.items()}
        self._rare = max(self._known.values(), default=1.0)

    def sum(self, pairs: Pairs) -> float:
        """Return the logarithms of how few directions have each pair, added up; a pair of none counts as the rarest."""
        known, rare = self._known.get, self._rare
        return sum([known(pair, rare) for pair in pairs])


@lru_cache(maxsize=32)
def _weigh(titles: tuple[str, ...], contents: tuple[str, ...]) -> _Weights:
    return _Weights([f"{title}{content}" for title, content in zip(titles, contents, strict=True)])


@lru_cache(maxsize=1024)
def _sum_up(words: str, weights: _Weights) -> float:
    """Return what all pairs of the words weigh; the directions of a guide are gone through for every draft."""
    return weights.sum(_pairs(words))
