"""What is known of words: how rare each is among the directions, and which belong to other subjects."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.matching.likeness import gather_problems
from assistant.text import tokenise
from assistant.topic import tokenise_topic

_RUNS = 50_000
"""Runs of words whose weight is remembered."""
_EDGES = (2, 3)
"""Lengths of runs that may be torn: the end of one word with the beginning of the next (症病 of 脓毒症病人)."""


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """Search tokens of one direction."""

    own: frozenset[str]
    """Those of its own text."""
    searched: frozenset[str]
    """Those of its own text and of its expansions."""
    english: frozenset[str]
    """Those of its English phrases."""


class Vocabulary:
    """The words of all directions, beside those of the classification standards."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.directions = {
            direction.id: _words(programme, direction)
            for programme in catalogue.programmes
            for direction in programme.directions
        }
        self._frequency = Counter(token for words in self.directions.values() for token in words.searched)
        self._runs: dict[str, float] = {}
        self.written = gather_problems(catalogue)
        names = [category.name for category in (*catalogue.disciplines, *catalogue.industries)]
        self.subjects = frozenset(token for name in names for token in tokenise(name) if len(token) > 1)
        """Pairs and words of the names of all disciplines and industries, most of which no guide covers."""
        self._edges = frozenset(_edges((*names, *_terms(catalogue))))

    def knows(self, token: str) -> bool:
        """Say whether a direction holds the token."""
        return self._frequency[token] > 0

    def weigh(self, token: str) -> float:
        """Return the inverse document frequency: about 0 for a token of every direction, about 6 for an unknown one."""
        frequency = self._frequency[token]
        return math.log(1 + (len(self.directions) - frequency + 0.5) / (frequency + 0.5))

    def weigh_run(self, run: str) -> float:
        """Return the weight of a run of words: that of its pairs and words, single characters left out."""
        known = self._runs.get(run)
        if known is None:
            known = self.weigh_all(token for token in tokenise(run) if len(token) > 1)
            if len(self._runs) < _RUNS:
                self._runs[run] = known
        return known

    def is_torn(self, run: str) -> bool:
        """Say whether a short run of Chinese neither begins nor ends any known term."""
        return len(run) in _EDGES and not run.isascii() and run not in self._edges

    def weigh_all(self, tokens: Iterable[str]) -> float:
        """Return the sum of the tokens' weights."""
        return sum(map(self.weigh, tokens))


def vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    """Return the vocabulary of the catalogue; made once for a corpus."""
    return _make(_ByFingerprint(catalogue))


class _ByFingerprint:
    """A catalogue as a key: equal where no file of the corpus differs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return hash(self.catalogue.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByFingerprint) and other.catalogue.fingerprint == self.catalogue.fingerprint


@lru_cache(maxsize=2)
def _make(key: _ByFingerprint) -> Vocabulary:
    return Vocabulary(key.catalogue)


def _words(programme: Programme, direction: Direction) -> DirectionWords:
    written = programme.expansion_of(direction)
    own = _tokens((direction.title, direction.research_content, direction.assessment_indicators))
    return DirectionWords(
        own=own,
        searched=own | _tokens(written.phrases),
        english=_tokens(written.english),
    )


def _terms(catalogue: Catalogue) -> Iterator[str]:
    """Yield the Chinese words of the table of terms, and the search terms and titles of the directions."""
    for meanings in catalogue.terms.meanings.values():
        yield from meanings
    for programme in catalogue.programmes:
        for direction in programme.directions:
            yield from (direction.title, *programme.expansion_of(direction).terms)


def _edges(terms: Iterable[str]) -> Iterator[str]:
    """Yield the beginnings and the ends of the terms."""
    for term in terms:
        for length in _EDGES:
            yield term[:length]
            yield term[-length:]


def _tokens(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(tokenise_topic("。".join(texts)))
