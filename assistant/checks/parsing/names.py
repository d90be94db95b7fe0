"""Characters and names folded for comparison."""

import re
from functools import lru_cache

from assistant.text import bare

_NARROW = {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)} | {"\u3000": " "}
_WIDE = re.compile(r"[\uff01-\uff5e\u3000]")
"""A tenth of a text at most, so that finding them is much faster than looking up every character."""

_CHINESE = dict(zip(",;:!?", "，；：！？", strict=True))
_MARK = re.compile(r"(?<=[\u4e00-\u9fff”）》])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff“（《])")
_PARAGRAPH = 400
"""Characters up to which a narrowed text is remembered: half a dozen rules narrow each paragraph of a draft."""


def narrow(text: str) -> str:
    """Return the text with full-width forms of ASCII narrowed, each character in its place."""
    return _narrow_short(text) if len(text) <= _PARAGRAPH else _narrow(text)


def widen_marks(text: str) -> str:
    """Return the text with ASCII marks beside Chinese as Chinese writes them, each character in its place."""
    return _MARK.sub(lambda found: _CHINESE[found[0]], text)


def _narrow(text: str) -> str:
    return _WIDE.sub(lambda found: _NARROW[found[0]], text)


_narrow_short = lru_cache(maxsize=1024)(_narrow)


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """Return the name as it is compared; the standards hold some 5000 names, which every draft asks for."""
    return bare(name)
