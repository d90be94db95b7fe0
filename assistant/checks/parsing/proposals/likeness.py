"""How much of a direction's own words a text holds."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.direction import Direction
from assistant.text import bigrams


def share_of_words(words: str, text: str, among: Sequence[Direction]) -> float:
    """Return the share of the words' pairs of characters that stand in the text, from 0 to 1.

    Pairs that many directions have (技术, 研究, 合作) count little, those of few count much.

    Args:
        words: a title, or title and research content of a direction.
        text: what may be about the same.
        among: directions by which it is measured how common a pair is.
    """
    wanted = bigrams(words)
    weights = _weigh(tuple(among))
    rare = max(weights.values(), default=1.0)
    total = sum(weights.get(pair, rare) for pair in wanted)
    held = sum(weights.get(pair, rare) for pair in wanted & bigrams(text))
    return held / total if total else 0.0


@lru_cache(maxsize=32)
def _weigh(among: tuple[Direction, ...]) -> dict[str, float]:
    """Return the logarithm of how few directions have each pair."""
    counts = Counter(pair for one in among for pair in bigrams(f"{one.title}{one.research_content}"))
    return {pair: math.log((1 + len(among)) / count) for pair, count in counts.items()}
