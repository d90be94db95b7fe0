"""All sentences of the catalogue, ready to be ranked: built once for a catalogue and then shared."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from assistant.answering.concepts.concept import Concept
from assistant.answering.sentences.asking import Asking
from assistant.answering.sentences.kept import name_copy, open_arrays
from assistant.answering.sentences.pairs import Language, Pairs, pairs_of
from assistant.answering.sentences.units import Unit, UnitKind, build_units
from assistant.answering.sentences.written import gather_written
from assistant.domain.catalogue import Catalogue
from assistant.domain.notice import Span
from assistant.domain.programme import Programme
from assistant.postings import Arrays, Column, Postings, pack_tokens, unpack_tokens
from assistant.text import normalise, squash

Mask = NDArray[np.bool_]
"""One yes or no for each sentence."""
_MOST_MARKS = 1024
"""Masks that are remembered; some are of words that a question brings."""
_MOST_WEIGHED = 16_384
"""Pairs whose weights are remembered."""


@dataclass(frozen=True, eq=False)
class Corpus:
    """The sentences with the statistics of their characters' pairs."""

    catalogue: Catalogue
    units: tuple[Unit, ...]
    copy: Path | None = None
    """Where the statistics are kept between runs; None where they are not."""

    @cached_property
    def programmes(self) -> dict[str, Programme]:
        """Return the programmes by id."""
        return {programme.id: programme for programme in self.catalogue.programmes}

    @cached_property
    def pieces(self) -> dict[tuple[str, str], tuple[Span, ...]]:
        """Return the characters of each clause and each section of a direction, by programme and path."""
        return {
            **{
                (one.id, clause.path): clause.pieces
                for one in self.catalogue.programmes
                for clause in one.notice.clauses
            },
            **{
                (one.id, f"{direction.number} {section.label}".strip()): section.pieces
                for one in self.catalogue.programmes
                for direction in one.directions
                for section in direction.sections
            },
        }

    @cached_property
    def own(self) -> dict[str, tuple[int, ...]]:
        """Return for each programme the places of its sentences."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, unit in enumerate(self.units):
            places[unit.programme].append(place)
        return {programme: tuple(found) for programme, found in places.items()}

    @cached_property
    def _counted(self) -> Arrays:
        """Return what is counted of the sentences and of the questions written for them."""
        return open_arrays(self.copy, self._count) if self.copy else self._count()

    def _count(self) -> Arrays:
        bodies = [self.pairs[place] for place in range(len(self.units))]
        above = [self.heading_pairs[place] - own for place, own in enumerate(bodies)]
        tokens = {pair: place for place, pair in enumerate(frozenset().union(*bodies, *above))}
        return {
            "pairs": pack_tokens(tokens),
            **Postings.gather(bodies, len(bodies), tokens).pack("body"),
            **Postings.gather(above, len(above), tokens).pack("above"),
            **gather_written(self.catalogue.programmes, self.units, self.own, self.catalogue.read_english),
        }

    @cached_property
    def asking(self) -> Asking:
        """Return the questions that were written for sentences."""
        return Asking.unpack(self._counted, self.catalogue.programmes)

    @cached_property
    def pairs(self) -> Pairs:
        """Return the pairs of each sentence's body."""
        return Pairs(lambda place: self.units[place].plain)

    @cached_property
    def heading_pairs(self) -> Pairs:
        """Return the pairs of the titles above each sentence."""
        return Pairs(lambda place: self.units[place].searched.partition("¦")[0])

    def count(self, pair: str) -> int:
        """Return in how many sentences a pair stands, headings included."""
        return self.body.count(pair) + self.above.count(pair)

    @cached_property
    def naming(self) -> dict[str, frozenset[str]]:
        """Return for each programme the pairs of its title and names, which tell nothing about what is asked."""
        return {
            one.id: frozenset(
                pairs_of("|".join(map(normalise, (one.info.title, one.info.short_title, *one.info.aliases))))
            )
            for one in self.catalogue.programmes
        }

    @cached_property
    def calling(self) -> dict[str, dict[str, float]]:
        """Return for each programme the pairs of its names by which few others are called, with their weight."""
        counts = Counter(pair for pairs in self.naming.values() for pair in pairs)
        return {one: {pair: 1 / counts[pair] for pair in pairs} for one, pairs in self.naming.items()}

    @cached_property
    def language(self) -> Language:
        """Return which programmes use a pair in their rules."""
        return Language(self.units, self.body, self.above)

    def is_repeated(self, programme: str, quote: str) -> bool:
        """Say whether a quote stands more than once in the document of the programme, white space ignored."""
        doc = self.programmes[programme].info.doc
        wanted = squash(quote)
        return (
            sum(text.count(wanted) for one, text in self.squashed.items() if self.programmes[one].info.doc == doc) > 1
        )

    @cached_property
    def squashed(self) -> dict[str, str]:
        """Return the notices without white space, by programme."""
        return {one.id: squash(one.notice.text) for one in self.catalogue.programmes}

    @cached_property
    def letters(self) -> dict[str, frozenset[str]]:
        """Return for each programme the characters that its notice uses, in lower case."""
        return {one: frozenset(text.lower()) for one, text in self.squashed.items()}

    @cached_property
    def _rules(self) -> str:
        return "\n".join(unit.plain for unit in self.units if unit.kind not in {"content", "indicator", "row"})

    def uses(self, phrase: str) -> bool:
        """Say whether a clause of some notice holds the phrase as it stands."""
        return phrase in self._rules

    @cached_property
    def weigh(self) -> Callable[[str], float]:
        """Return how much a pair tells: its inverse document frequency, a pair that stands nowhere counted as rare."""
        return lru_cache(maxsize=_MOST_WEIGHED)(self._weigh)

    def _weigh(self, pair: str) -> float:
        return math.log(1 + len(self.units) / (1 + self.count(pair)))

    def is_word(self, pair: str) -> bool:
        """Say whether the notices use two characters side by side more than once."""
        return self.count(pair) > 1

    @cached_property
    def lengths(self) -> Column:
        """Return how many different pairs each sentence's body holds."""
        return np.bincount(self.body.places, minlength=len(self.units)).astype(np.float64)

    @cached_property
    def body(self) -> Postings:
        """Return the pairs of the bodies, to be added up over all sentences."""
        return Postings.unpack(self._counted, "body", self._tokens)

    @cached_property
    def above(self) -> Postings:
        """Return the pairs that stand in the titles above a sentence and not in it."""
        return Postings.unpack(self._counted, "above", self._tokens)

    @cached_property
    def _tokens(self) -> dict[str, int]:
        return unpack_tokens(self._counted["pairs"])

    @cached_property
    def kinds(self) -> dict[str, Mask]:
        """Return for each kind which sentences are of it; nothing for a kind that no sentence is of."""
        kinds = np.asarray([unit.kind for unit in self.units])
        return {kind: kinds == kind for kind in get_args(UnitKind)}

    @cached_property
    def deadlines(self) -> Mask:
        """Return which sentences give the last day of submission."""
        days = {one.id: one.info.deadline for one in self.catalogue.programmes}
        printed = {one: f"{day.year}年{day.month}月{day.day}日" if day else "\0" for one, day in days.items()}
        return self.mark(lambda unit: printed[unit.programme] in unit.plain)

    def places_of(self, programme: str) -> NDArray[np.int32]:
        """Return the places of a programme's sentences, in the order of `own`."""
        return self._places.get(programme, np.zeros(0, np.int32))

    @cached_property
    def _places(self) -> dict[str, NDArray[np.int32]]:
        return {one: np.asarray(places, np.int32) for one, places in self.own.items()}

    def inside(self, programme: str, span: Span) -> NDArray[np.int32]:
        """Return the places of the programme's sentences that share a character with the span."""
        if programme not in self.own:
            return self.places_of(programme)
        starts, ends = self._extents[programme]
        return self.places_of(programme)[(starts < span.end) & (ends > span.start)]

    @cached_property
    def _extents(self) -> dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """Return first and last character of each programme's sentences."""
        spans = {one: [self.units[place].span for place in places] for one, places in self.own.items()}
        return {
            one: (np.asarray([span.start for span in own]), np.asarray([span.end for span in own]))
            for one, own in spans.items()
        }

    def in_direction(self, programme: str, number: str) -> Mask:
        """Return which sentences belong to a direction."""
        key = ("direction", programme, number)
        return self.remember(key, lambda unit: (unit.programme, unit.direction) == (programme, number))

    def mark(self, is_meant: Callable[[Unit], bool]) -> Mask:
        """Return for which sentences something is true."""
        return np.fromiter(map(is_meant, self.units), np.bool_, len(self.units))

    def remember(self, key: Hashable, is_meant: Callable[[Unit], bool]) -> Mask:
        """Return the same, found out once for each key."""
        found = self._marks.get(key)
        if found is None:
            while len(self._marks) >= _MOST_MARKS:
                self._marks.pop(next(iter(self._marks)), None)
            found = self._marks[key] = self.mark(is_meant)
        return found

    def matches(self, pattern: re.Pattern[str]) -> Mask:
        """Return which sentences hold a pattern."""
        return self.remember(pattern, lambda unit: pattern.search(unit.plain) is not None)

    def holders(self, concept: Concept) -> Mask:
        """Return which sentences are about the concept, by their own words."""
        return self.matches(concept.holds)

    def headed(self, concept: Concept) -> Mask:
        """Return which sentences stand below a title that is about the concept."""
        return self.remember(("above", concept.name), partial(self._is_headed, concept.holds, {}))

    def is_about(self, concept: Concept, place: int) -> bool:
        """Say whether a sentence or its titles are about the concept."""
        return bool(self.holders(concept)[place] or self.headed(concept)[place])

    @staticmethod
    def _is_headed(pattern: re.Pattern[str], memo: dict[str, bool], unit: Unit) -> bool:
        heading = unit.searched.partition("¦")[0]
        if heading not in memo:
            memo[heading] = pattern.search(heading) is not None
        return memo[heading]

    @cached_property
    def _marks(self) -> dict[Hashable, Mask]:
        return {}


def open_corpus(catalogue: Catalogue, folder: Path | None = None) -> Corpus:
    """Return the sentences of a catalogue, cut once for each state of the corpus.

    Args:
        catalogue: whose sentences.
        folder: the user's data folder, where their statistics are kept between runs; None to keep them nowhere.
    """
    return _open(_Key(catalogue, folder))


@dataclass(frozen=True, eq=False)
class _Key:
    """A catalogue told apart by its fingerprint alone."""

    catalogue: Catalogue
    folder: Path | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.catalogue.fingerprint == self.catalogue.fingerprint

    def __hash__(self) -> int:
        return hash(self.catalogue.fingerprint)


@lru_cache(maxsize=2)
def _open(key: _Key) -> Corpus:
    programmes = key.catalogue.programmes
    copy = key.folder / name_copy(key.catalogue) if key.folder else None
    return Corpus(key.catalogue, tuple(unit for one in programmes for unit in build_units(one)), copy)
