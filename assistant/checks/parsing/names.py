"""Characters and names folded for comparison."""

from functools import lru_cache

from assistant.text import bare

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


_PARAGRAPH = 400
"""Characters up to which a narrowed text is remembered: half a dozen rules narrow each paragraph of a draft."""


def narrow(text: str) -> str:
    """Return the text with full-width forms of ASCII narrowed, each character in its place."""
    return _narrow_short(text) if len(text) <= _PARAGRAPH else text.translate(_NARROW)


@lru_cache(maxsize=1024)
def _narrow_short(text: str) -> str:
    return text.translate(_NARROW)


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """Return the name as it is compared; the standards hold some 5000 names, which every draft asks for."""
    return bare(name)
