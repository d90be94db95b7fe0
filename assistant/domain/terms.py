"""English terms of science with their Chinese meanings: the table that comparisons of the two languages rest on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.topic import stem

LONGEST = 4
"""Words of the longest English term."""
_OPENING = 4
"""Letters that any stem keeps."""


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

    def kin(self, word: str) -> tuple[str, ...]:
        """Return the meanings of the words that have the same stem (suppressing, suppression)."""
        root = stem(word)
        kin = (own for own in self._openings.get(root[:_OPENING], ()) if stem(own) == root)
        return tuple(dict.fromkeys(meaning for own in kin for meaning in self.meanings[own]))

    def names(self, chinese: str) -> Iterator[str]:
        """Yield the English terms of which the text holds a meaning of at least two characters, each maybe twice."""
        for start in range(len(chinese)):
            for end in range(start + 2, min(start + self._widest, len(chinese)) + 1):
                yield from self._names.get(chinese[start:end], ())

    def spans(self, chinese: str) -> Iterator[str]:
        """Yield the meanings that stand in the text, left to right, the longest first.

        A meaning of one character counts where it is the whole text: inside a longer word it is mere part of it.
        """
        if len(chinese) == 1 and chinese in self._names:
            yield chinese
        start = 0
        while start < len(chinese):
            ends = range(min(start + self._widest, len(chinese)), start + 1, -1)
            found = next((chinese[start:end] for end in ends if chinese[start:end] in self._names), "")
            if found:
                yield found
            start += len(found) or 1

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """English terms by their meanings, made at the first text that is looked up."""
        found: dict[str, list[str]] = {}
        for english, meanings in self.meanings.items():
            for meaning in meanings:
                found.setdefault(meaning, []).append(english)
        return {meaning: tuple(names) for meaning, names in found.items()}

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        """Single words of the table by their first letters: stems of all of them would take four times as long."""
        found: dict[str, list[str]] = {}
        for english in self.meanings:
            if english.isalpha():
                found.setdefault(english[:_OPENING], []).append(english)
        return found

    @cached_property
    def _widest(self) -> int:
        return max(map(len, self._names), default=0)
