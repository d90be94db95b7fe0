"""The template's own hints, where an author left them standing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.text import bare, bigrams, dice

_BRACKETED = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）|\([^()]*(?:\([^()]*\)[^()]*)*\)|【[^】]*】|\[[^\]]*\]")
_WIDER = 0xFEE0
"""From a sign of ASCII to its full-width form."""
_LEAST = 5
"""Characters of a hint without punctuation; shorter brackets (必填) are no guidance of these forms."""
_ALIKE = 0.6
"""Dice coefficient from which a bracket is the hint in other words; hints reworded by hand stay above it."""
_LARGE_PART = 0.6
"""Share of a hint from which a piece of it is the hint; a shorter piece may be the author's heading (推荐标准)."""
_MOSTLY = 0.8
"""Share of a bracket's pairs of characters that the hint has, from which a bracket with a cue is the hint shortened."""
_CUE = re.compile(
    r"请|包括|简要|不超过|为准|形式提出|可以是|以及可能|为问题|等信息|推荐专家姓名|企业科协名称|所有问题难题|^以|^含|^按"
)
"""Words by which a hint tells the author what to write; no heading has them."""


def _speaks_to_author(text: str) -> bool:
    return bool(_CUE.search(text)) and len(re.findall(r"[\u4e00-\u9fff]", text)) >= _LEAST - 1


def find_guidance(text: str, hints: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return (start, end) of each piece of the text that is one of the hints or a part of one."""
    wanted = tuple(hint for hint in hints if hint)
    if not wanted:
        return []
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
    if found in wanted and found != wanted:
        return _speaks_to_author(found) or len(found) >= _LARGE_PART * len(wanted)
    shortened = _speaks_to_author(found) and len(bigrams(found) & bigrams(wanted)) >= _MOSTLY * len(bigrams(found))
    return wanted in found or shortened or dice(found, wanted) >= _ALIKE


def _find_unbracketed(text: str, hints: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """A hint whose brackets were deleted; one that lists options may be an answer and is left alone."""
    for hint in hints:
        core = hint.strip("（）()[]【】 ")
        if len(core) > 2 * _LEAST and "/" not in core.replace("GB/T", "") and core[0] in text:
            yield from (found.span() for found in _spell(core).finditer(text))


@lru_cache(maxsize=256)
def _spell(core: str) -> re.Pattern[str]:
    """Return what finds the words, whatever marks and blanks part them and however wide their figures are."""
    signs = (f"[{sign}{chr(ord(sign) + _WIDER)}]" if sign.isascii() else sign for sign in core if sign.isalnum())
    return re.compile(r"[\W_]{0,3}".join(signs))
