"""Ways of shortening a field that is too long: whole sentences left out, never a word changed."""

from collections.abc import Sequence
from itertools import combinations

from assistant.domain.filled import Choice
from assistant.text import count_characters

_OFFERED = 3
_MOST_TRIED = 12
"""Sentences among which every choice is tried; of more, the first ones."""


def list_cuts(sentences: Sequence[str], most: int) -> tuple[Choice, ...]:
    """Return what may be kept so that at most `most` characters are left, the longest first; none where all fits.

    Args:
        sentences: the field's sentences, in order.
        most: characters allowed.
    """
    if sum(map(count_characters, sentences)) <= most:
        return ()
    tried = range(min(len(sentences), _MOST_TRIED))
    fitting = [
        (kept, sum(count_characters(sentences[place]) for place in kept))
        for size in range(len(tried), 0, -1)
        for kept in combinations(tried, size)
    ]
    ranked = sorted(((count, kept) for kept, count in fitting if count <= most), key=lambda one: (-one[0], one[1]))
    return tuple(_show(sentences, kept, count) for count, kept in ranked[:_OFFERED])


def _show(sentences: Sequence[str], kept: Sequence[int], count: int) -> Choice:
    left_out = "、".join(str(place + 1) for place in range(len(sentences)) if place not in kept)
    return Choice(value="".join(sentences[place] for place in kept), reason=f"删去第{left_out}句，余{count}字。")
