"""Characters and names folded for comparison."""

from functools import lru_cache

from assistant.text import bare

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def narrow(text: str) -> str:
    """Return the text with full-width forms of ASCII narrowed, each character in its place."""
    return text.translate(_NARROW)


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """Return the name as it is compared; the standards hold some 5000 names, which every draft asks for."""
    return bare(name)
