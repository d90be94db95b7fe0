"""All sentences of the catalogue, ready to be ranked: built once for a catalogue and then shared."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.answering.concepts import Concept
from assistant.answering.units import Unit, build_units
from assistant.domain.catalogue import Catalogue
from assistant.domain.programme import Programme


@dataclass(frozen=True, eq=False)
class Corpus:
    """The sentences with the statistics of their characters' pairs."""

    catalogue: Catalogue
    units: tuple[Unit, ...]

    @cached_property
    def programmes(self) -> dict[str, Programme]:
        """Return the programmes by id."""
        return {programme.id: programme for programme in self.catalogue.programmes}

    @cached_property
    def own(self) -> dict[str, tuple[int, ...]]:
        """Return for each programme the places of its sentences."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            places[unit.programme].append(place)
        return {programme: tuple(found) for programme, found in places.items()}

    @cached_property
    def pairs(self) -> tuple[frozenset[str], ...]:
        """Return the pairs of each sentence's body."""
        return tuple(frozenset(pairs_of(unit.plain)) for unit in self.units)

    @cached_property
    def heading_pairs(self) -> tuple[frozenset[str], ...]:
        """Return the pairs of the titles above each sentence."""
        memo: dict[str, frozenset[str]] = {}
        return tuple(_remember(memo, unit.searched.partition("¦")[0]) for unit in self.units)

    @cached_property
    def frequency(self) -> Counter[str]:
        """Return in how many sentences each pair stands, headings included."""
        counts: Counter[str] = Counter()
        for own, above in zip(self.pairs, self.heading_pairs, strict=True):
            counts.update(own | above)
        return counts

    @cached_property
    def vocabulary(self) -> dict[str, frozenset[str]]:
        """Return for each programme the pairs that stand anywhere in it, list of past problems and directions apart."""
        words: dict[str, set[str]] = defaultdict(set)
        for place, unit in enumerate(self.units):
            if unit.kind not in {"row", "content", "indicator"}:
                words[unit.programme] |= self.pairs[place] | self.heading_pairs[place]
        return {programme: frozenset(found) for programme, found in words.items()}

    def weigh(self, pair: str) -> float:
        """Return how much a pair tells: its inverse document frequency, a pair that stands nowhere counted as rare."""
        return math.log(1 + len(self.units) / (1 + self.frequency[pair]))

    def is_word(self, pair: str) -> bool:
        """Say whether the notices use two characters side by side more than once."""
        return self.frequency[pair] > 1

    def holders(self, concept: Concept) -> frozenset[int]:
        """Return the places of the sentences that are about the concept, by their own words."""
        return self._holders[concept.name, "own"] if (concept.name, "own") in self._holders else self._find(concept)[0]

    def headed(self, concept: Concept) -> frozenset[int]:
        """Return the places of the sentences below a title that is about the concept."""
        return (
            self._holders[concept.name, "above"] if (concept.name, "above") in self._holders else self._find(concept)[1]
        )

    @cached_property
    def _holders(self) -> dict[tuple[str, str], frozenset[int]]:
        return {}

    def _find(self, concept: Concept) -> tuple[frozenset[int], frozenset[int]]:
        own = frozenset(place for place, unit in enumerate(self.units) if concept.holds.search(unit.plain))
        heads = {
            head: bool(concept.holds.search(head)) for head in {unit.searched.partition("¦")[0] for unit in self.units}
        }
        above = frozenset(place for place, unit in enumerate(self.units) if heads[unit.searched.partition("¦")[0]])
        self._holders[concept.name, "own"], self._holders[concept.name, "above"] = own, above
        return own, above


def pairs_of(text: str) -> Iterable[str]:
    """Yield the pairs of neighbouring letters and digits."""
    return (
        text[place : place + 2] for place in range(len(text) - 1) if text[place].isalnum() and text[place + 1].isalnum()
    )


def open_corpus(catalogue: Catalogue) -> Corpus:
    """Return the sentences of a catalogue, cut once for each state of the corpus."""
    return _open(_Key(catalogue))


@dataclass(frozen=True, eq=False)
class _Key:
    """A catalogue told apart by its fingerprint alone."""

    catalogue: Catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.catalogue.fingerprint == self.catalogue.fingerprint

    def __hash__(self) -> int:
        return hash(self.catalogue.fingerprint)


@lru_cache(maxsize=2)
def _open(key: _Key) -> Corpus:
    return Corpus(
        key.catalogue, tuple(unit for programme in key.catalogue.programmes for unit in build_units(programme))
    )


def _remember(memo: dict[str, frozenset[str]], heading: str) -> frozenset[str]:
    found = memo.get(heading)
    if found is None:
        found = memo[heading] = frozenset(pairs_of(heading))
    return found
