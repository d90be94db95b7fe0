"""The template's own hints, where an author left them standing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.text import bare, dice

_BRACKETED = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)|【[^】]*】|\[[^\]]*\]")
_LEAST = 5
"""Characters of a hint without punctuation; shorter brackets (必填) are no guidance of these forms."""
_ALIKE = 0.6
"""Dice coefficient from which a bracket is the hint in other words; hints reworded by hand stay above it."""


def find_guidance(text: str, hints: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return (start, end) of each piece of the text that is one of the hints or a part of one."""
    wanted = tuple(hint for hint in hints if hint)
    spans = [found.span() for found in _BRACKETED.finditer(text) if _is_hint(found.group(), wanted)]
    return spans or list(_find_unbracketed(text, wanted))


def remove_guidance(text: str, hints: tuple[str, ...]) -> str:
    """Return the text without the hints."""
    for start, end in reversed(find_guidance(text, hints)):
        text = text[:start] + text[end:]
    return text


@lru_cache(maxsize=4096)
def _is_hint(bracket: str, hints: tuple[str, ...]) -> bool:
    found = bare(bracket)
    if len(found) < _LEAST:
        return False
    return any(_matches(found, hint) for hint in hints)


def _matches(found: str, hint: str) -> bool:
    options = {bare(option) for option in hint.split("/")} if "/" in hint else set[str]()
    wanted = bare(hint)
    if found in options:
        return False
    part = found in wanted and (found == wanted or len(re.findall(r"[\u4e00-\u9fff]", found)) >= _LEAST - 1)
    return part or wanted in found or dice(found, wanted) >= _ALIKE


def _find_unbracketed(text: str, hints: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """A hint whose brackets were deleted; one that lists options may be an answer and is left alone."""
    for hint in hints:
        core = hint.strip("（）()[]【】 ")
        start = text.find(core) if len(core) > 2 * _LEAST and "/" not in core.replace("GB/T", "") else -1
        if start >= 0:
            yield start, start + len(core)
