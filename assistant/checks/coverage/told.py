"""What the sentences of a draft hold of the words that a direction asks for."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from assistant.checks.coverage.notation import plain
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
        """Runs of Chinese characters that stand in none of the words, most of a text; they are not looked through."""
        return re.compile(rf"[^\n!-\u33ff{''.join(sorted(set().union(*self.singles, *self.pairs)))}]+")

    def find(self, text: str) -> "Places":
        """Return in which lines of the text the words stand."""
        pairs, singles, latin = self.pairs, self.singles, self.latin
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self._others.sub(" ", text).split("\n")):
            for word in pairs.intersection(map(add, line, line[1:])):
                places[word].append(index)
            for word in singles.intersection(line):
                places[word].append(index)
            if latin:
                for word in latin.intersection(word.lower() for word in LATIN.findall(line)):
                    places[word].append(index)
        return places


_DENIES = re.compile(
    r"[不未](?:再|予|另)?(?:[作做]|开展|涉及|安排|纳入|列入|考虑|建立|研究)(?![^\n，,：:]*(?:情况下|条件下|时$))"
)
"""What a clause says that it leaves out; its words treat nothing."""
_CLAUSE = re.compile(r"[^\n，,：:]+")
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
        text = "\n".join([plain(one.sentence.text) for one in said])
        if _DENIES.search(text):
            text = _CLAUSE.sub(lambda clause: "" if _DENIES.search(clause[0]) else clause[0], text)
        return cls(tuple(said), vocabulary.find(leave_out(text)), 0, len(said))

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
            weight, rarity = weights.weigh(word), weights.rarity.weigh(word)
            total, whole = total + weight, whole + rarity
            places = self._list(word)
            held += weight if places else 0.0
            for place in places:
                own[place] += weight
                full[place] += rarity
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
