"""English terms of science with their Chinese meanings: the table that comparisons of the two languages rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

LONGEST = 4
"""Words of the longest English term."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Meanings by English terms; reading only, so threads may share it."""

    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Chinese words by English terms, these in lower case and in the singular; the main one first, one at least."""

    def main(self, english: str) -> str | None:
        """Return the main meaning; None where the table lacks the term."""
        found = self.meanings.get(english)
        return found[0] if found else None

    def every(self, english: str) -> tuple[str, ...]:
        """Return all meanings, the main one first; none where the table lacks the term."""
        return self.meanings.get(english, ())

    def names(self, chinese: str) -> Iterator[str]:
        """Yield the English terms of which the text holds a meaning of at least two characters, each maybe twice."""
        for start in range(len(chinese)):
            for end in range(start + 2, min(start + self._widest, len(chinese)) + 1):
                yield from self._names.get(chinese[start:end], ())

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """English terms by their meanings, made at the first text that is looked up."""
        found: dict[str, list[str]] = {}
        for english, meanings in self.meanings.items():
            for meaning in meanings:
                found.setdefault(meaning, []).append(english)
        return {meaning: tuple(names) for meaning, names in found.items()}

    @cached_property
    def _widest(self) -> int:
        return max(map(len, self._names), default=0)
