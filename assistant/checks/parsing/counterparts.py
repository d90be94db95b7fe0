"""Whether English keywords stand for the Chinese ones beside them, as far as the table of terms knows their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.parsing.concepts import Concept, list_stems, list_words, read_concepts
from assistant.domain.terms import Terms

_LIGHT = frozenset("性化学的度法力物器体量式型系统率")
"""Characters that end words of any subject: that two words share one of them says nothing."""
_SHARED = 0.3
"""Share of the characters of the shorter of two words from which they are the same thing said in other words."""
_SYMBOL = re.compile(r"[A-Za-z0-9]+")
_OCCURRING = 0.6
"""Share of the pairs of characters of a longer word from which a draft speaks of it (早期预警系统, 早期的预警)."""
_SHORT = 3
"""Characters of a word that has to occur whole."""


@dataclass(frozen=True)
class Pair:
    """A Chinese keyword and the English one beside it."""

    chinese: str
    english: str
    terms: Terms

    @cached_property
    def concepts(self) -> list[Concept]:
        """What the English keyword says."""
        return read_concepts(self.english, self.terms)

    @property
    def knows_english(self) -> bool:
        """Whether the table holds each term of the English keyword: a word of the same stem may mean another thing."""
        return bool(self.concepts) and all(concept.sure for concept in self.concepts)

    @cached_property
    def knows_chinese(self) -> bool:
        """Whether the table's words make up half of the Chinese keyword."""
        return 2 * covered(self.chinese, self.terms) >= len(self.chinese)

    @cached_property
    def agrees(self) -> bool:
        """Whether the two have a meaning, a word or a symbol in common."""
        return meets(self.concepts, self.chinese) or names(self.chinese, self.english, self.terms)


def find_foreign(pairs: Sequence[tuple[str, str]], text: str, terms: Terms) -> list[tuple[str, str]]:
    """Return the pairs whose English plainly stands for something that neither its pair nor the draft speaks of.

    Args:
        pairs: the keywords of both lists in their order; lists in different orders pass.
        text: the draft's Chinese text; what a free translation says (芯片, integrated circuit) occurs there.
        terms: the table.
    """
    read = [Pair(chinese, english, terms) for chinese, english in pairs]
    loose = [pair for pair in read if not pair.agrees]
    return [(pair.chinese, pair.english) for pair in loose if _is_foreign(pair, loose, text)]


def agree(chinese: str, english: str, terms: Terms) -> bool:
    """Say whether two keywords have a meaning, a word or a symbol in common."""
    return Pair(chinese, english, terms).agrees


def knows_half(chinese: Sequence[str], english: Sequence[str], terms: Terms) -> bool:
    """Say whether the table knows at least half of the terms of both lists."""
    known = [2 * covered(one, terms) >= len(one) for one in chinese]
    known += [any(concept.meanings for concept in read_concepts(one, terms)) for one in english]
    return 2 * sum(known) >= len(known)


def meets(concepts: Sequence[Concept], chinese: str) -> bool:
    """Say whether some meaning shares enough characters with a Chinese word."""
    held = set(chinese) - _LIGHT
    for meaning in (meaning for concept in concepts for meaning in concept.meanings):
        own = set(meaning) - _LIGHT
        if own & held and len(own & held) >= _SHARED * min(len(own), len(held)):
            return True
    return False


def names(chinese: str, english: str, terms: Terms) -> bool:
    """Say whether the Chinese, looked up, gives a word of the English, or both have a symbol in common."""
    wanted = {found for name in terms.names(chinese) for found in list_stems(name)}
    symbols = {symbol.lower() for symbol in _SYMBOL.findall(chinese)}
    held = {part for word in list_words(english) for part in word.split("-")}
    return bool(wanted & list_stems(english) or symbols & held)


def occurs(concept: Concept, text: str) -> bool:
    """Say whether a text speaks of a concept in one of its meanings."""
    return any(_occurs(meaning, text) for meaning in concept.meanings)


def covered(chinese: str, terms: Terms) -> int:
    """Return how many characters of a Chinese text belong to meanings of the table."""
    return sum(len(span) for span in terms.spans(chinese))


def _occurs(meaning: str, text: str) -> bool:
    if meaning in text or len(meaning) <= _SHORT:
        return meaning in text
    pairs = [meaning[place : place + 2] for place in range(len(meaning) - 1)]
    return sum(pair in text for pair in pairs) >= _OCCURRING * len(pairs)


def _is_foreign(pair: Pair, loose: Sequence[Pair], text: str) -> bool:
    """Judge a pair without anything in common.

    Single words have more meanings than any table (stubble rolling, 稻桩碾压), so with them the Chinese has to be known
    as well; a fixed phrase has but one. That the draft speaks of the English somewhere is no excuse where both keywords
    are known through and through.
    """
    fixed = any(" " in concept.words for concept in pair.concepts)
    if not pair.knows_english or not (fixed or pair.knows_chinese):
        return False
    if any(Pair(other.chinese, pair.english, pair.terms).agrees for other in loose if other is not pair):
        return False
    if len(pair.concepts) > 1 and covered(pair.chinese, pair.terms) == len(pair.chinese):
        return True
    spoken = sum(occurs(concept, text) for concept in pair.concepts)
    return 2 * spoken < len(pair.concepts)
