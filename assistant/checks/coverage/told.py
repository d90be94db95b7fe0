"""What the sentences of a draft hold of the words that a direction asks for."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from assistant.checks.coverage.segments import Sentence
from assistant.checks.coverage.terms import LATIN, Weights, leave_out


@dataclass(frozen=True)
class Said:
    """One sentence of the draft."""

    label: str
    """Label of the section that it stands in."""
    sentence: Sentence

    @property
    def has_number(self) -> bool:
        """Say whether the sentence holds a number with a unit."""
        return any(clause.measures for clause in self.sentence.clauses)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of some words a draft holds, each from 0 to 1."""

    local: float
    """Most that one sentence holds of the words that only these demands have."""
    whole: float
    """What all sentences together hold of them."""
    plain: float
    """Most that one sentence holds, words that other demands have counted in full."""
    weight: float
    """What the words weigh that only these demands have."""
    best: Said | None
    """Sentence that holds most; None where none holds anything."""


class Vocabulary:
    """Words that are looked for in drafts: pairs of characters, single ones and Latin words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)

    @cached_property
    def singles(self) -> frozenset[str]:
        """Single Chinese characters."""
        return frozenset(word for word in self.words if len(word) == 1 and not word.isascii())

    @cached_property
    def latin(self) -> frozenset[str]:
        """Latin words in lower case."""
        return frozenset(word for word in self.words if word[0] < "\u3400")

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Pairs of Chinese characters."""
        return self.words - self.singles - self.latin

    @cached_property
    def _others(self) -> re.Pattern[str]:
        """Runs of Chinese characters that stand in none of the words; Latin ones and line breaks are none."""
        return re.compile(rf"[^\n!-\u33ff{''.join(sorted(set().union(*self.singles, *self.pairs)))}]+")

    def drop_others(self, text: str) -> str:
        """Return the text with a blank for each run of Chinese characters that no word has: most of it goes."""
        return self._others.sub(" ", text)

    def find(self, line: str) -> Iterator[str]:
        """Yield each of the words that the line holds once."""
        yield from self.pairs.intersection(map(add, line, line[1:]))
        yield from self.singles.intersection(line)
        if self.latin:
            yield from self.latin.intersection(word.lower() for word in LATIN.findall(line))


Places = Mapping[str, Sequence[int]]
"""Word to the sentences that hold it, in order."""


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences with the words of a vocabulary that each of them holds."""

    said: tuple[Said, ...]
    places: Places
    first: int
    last: int
    """One past the last of the sentences that count."""

    @classmethod
    def read(cls, said: Sequence[Said], vocabulary: Vocabulary) -> "Told":
        """Look for the words in the sentences."""
        return cls(tuple(said), _find_places(said, vocabulary), 0, len(said))

    def part(self, first: int, last: int) -> "Told":
        """Return the same for some of the sentences."""
        return Told(self.said, self.places, first, last)

    def names(self, words: Collection[str]) -> bool:
        """Say whether one sentence holds all of the words."""
        shared = set[int].intersection(*(set(self._list(word)) for word in words)) if words else set[int]()
        return bool(shared)

    def measure(self, words: Collection[str], weights: Weights) -> Share:
        """Return how much of the words the sentences hold."""
        total, whole, held = 0.0, 0.0, 0.0
        own: defaultdict[int, float] = defaultdict(float)
        full: defaultdict[int, float] = defaultdict(float)
        for word in words:
            weight, plain = weights.weigh(word), weights.rarity.weigh(word)
            total, whole = total + weight, whole + plain
            places = self._list(word)
            held += weight if places else 0.0
            for place in places:
                own[place] += weight
                full[place] += plain
        if not total:
            return Share(1.0, 1.0, 1.0, 0.0, None)
        best = max(own, key=lambda place: (own[place], -place), default=None)
        local = own[best] / total if best is not None else 0.0
        plainest = max(full.values(), default=0.0) / whole
        return Share(local, held / total, plainest, total, self.said[best] if best is not None else None)

    def _list(self, word: str) -> Sequence[int]:
        places = self.places.get(word, ())
        if not places or (self.first <= places[0] and places[-1] < self.last):
            return places
        return places[bisect_left(places, self.first) : bisect_left(places, self.last)]


def _find_places(said: Sequence[Said], vocabulary: Vocabulary) -> Places:
    text = vocabulary.drop_others(leave_out("\n".join(one.sentence.plain for one in said)))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(text.split("\n")):
        for word in vocabulary.find(line):
            places[word].append(index)
    return places
