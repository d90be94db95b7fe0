"""What the sentences of a draft hold of the words that a direction asks for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
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


Places = Mapping[str, set[int]]
"""Word to the sentences that hold it."""


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

    def _list(self, word: str) -> list[int]:
        places = self.places.get(word)
        return [place for place in places if self.first <= place < self.last] if places else []


def _find_places(said: Sequence[Said], vocabulary: Vocabulary) -> Places:
    text = leave_out("\n".join(one.sentence.plain for one in said))
    places: defaultdict[str, set[int]] = defaultdict(set)
    for index, line in enumerate(text.split("\n")):
        held = vocabulary.pairs.intersection(map(add, line, line[1:])), vocabulary.singles.intersection(line)
        latin = vocabulary.latin.intersection(word.lower() for word in LATIN.findall(line))
        for word in chain(*held, latin):
            places[word].add(index)
    return places
