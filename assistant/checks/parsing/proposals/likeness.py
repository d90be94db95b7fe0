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
    wanted = _pairs(words)
    weights, rare = _weigh(tuple(one.title for one in among), tuple(one.research_content for one in among))
    total = sum(weights.get(pair, rare) for pair in wanted)
    return sum(weights.get(pair, rare) for pair in wanted & held) / total if total else 0.0


@lru_cache(maxsize=32)
def _weigh(titles: tuple[str, ...], contents: tuple[str, ...]) -> tuple[dict[str, float], float]:
    """Return the logarithm of how few directions have each pair, and that of a pair which none has."""
    texts = zip(titles, contents, strict=True)
    counts = Counter(pair for title, content in texts for pair in bigrams(f"{title}{content}"))
    weights = {pair: math.log((1 + len(titles)) / count) for pair, count in counts.items()}
    return weights, max(weights.values(), default=1.0)
