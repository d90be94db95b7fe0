"""Ways of shortening a field that is too long: whole sentences left out, or clauses where no sentence fits."""

import re
from collections.abc import Sequence
from itertools import combinations

from assistant.domain.filled import Choice
from assistant.text import count_characters

_OFFERED = 3
_MOST_TRIED = 12
"""Sentences among which every choice is tried; of more, the first ones."""
_CLAUSE = re.compile(r"[^，,；;]+[，,；;]?")
_OPEN_END = re.compile(r"[，,；;：:、]$")


def list_cuts(sentences: Sequence[str], most: int) -> tuple[Choice, ...]:
    """Return what may be kept so that at most `most` characters are left, the longest first; none where all fits.

    No word is changed. Where not even one sentence fits, clauses are left out, and a comma that then stands at the end
    becomes a full stop.

    Args:
        sentences: the field's sentences, in order.
        most: characters allowed.
    """
    if sum(map(count_characters, sentences)) <= most:
        return ()
    return _list(sentences, most, "句") or _list(_CLAUSE.findall("".join(sentences)), most, "个分句")


def _list(parts: Sequence[str], most: int, unit: str) -> tuple[Choice, ...]:
    tried = range(min(len(parts), _MOST_TRIED))
    fitting = [
        (kept, sum(count_characters(parts[place]) for place in kept))
        for size in range(len(tried), 0, -1)
        for kept in combinations(tried, size)
    ]
    ranked = sorted(((count, kept) for kept, count in fitting if count <= most), key=lambda one: (-one[0], one[1]))
    return tuple(_show(parts, kept, unit) for _, kept in ranked[:_OFFERED])


def _show(parts: Sequence[str], kept: Sequence[int], unit: str) -> Choice:
    left_out = "、".join(str(place + 1) for place in range(len(parts)) if place not in kept)
    value = _OPEN_END.sub("。", "".join(parts[place] for place in kept))
    return Choice(value=value, reason=f"删去第{left_out}{unit}，余{count_characters(value)}字。")
