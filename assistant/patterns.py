"""Patterns that are compiled when they are first used: most starts of the program use few of all that it knows."""

import re
from functools import cached_property, lru_cache
from typing import cast


class _Lazy:
    """Behaves as the compiled pattern does; each method that was asked for once is kept beside it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> object:
        found = getattr(self._pattern, name)
        setattr(self, name, found)
        return found


def lazily(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use.

    It answers to the methods and attributes of a compiled one, and that is all: `re.sub` and its like do not take it,
    nor `isinstance`. A faulty pattern is found at its first use, so each must be used by a test.

    Args:
        text: the pattern.
        flags: as `re.compile` takes them.
    """
    return cast("re.Pattern[str]", _Lazy(text, flags))


@lru_cache(maxsize=4096)
def compiled(text: str) -> re.Pattern[str]:
    """Return a pattern that data give, compiled once: those of all rules are more than `re` itself remembers."""
    return re.compile(text)
