"""How near a question is to those that somebody wrote for a sentence (`asks.yaml`)."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.units import Unit
from assistant.domain.programme import Programme
from assistant.text import normalise

_NOISE = re.compile(r"请问|麻烦|想问|我想|我们|我|你们|您|一下|到底|究竟|这个|那个|这次|今年|[啊呀吧呢嘛哦的了]")
"""What a question may hold or lack without asking for another thing."""
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")

Vector = dict[str, float]


@dataclass(frozen=True)
class Asking:
    """The written questions of all sentences, weighed by how few of them hold a pair of characters."""

    vectors: dict[int, tuple[Vector, ...]]
    """Place of a sentence to its questions, each of length 1; sentences without any are left out."""
    words: dict[int, frozenset[str]]
    """Place of a sentence to the pairs of neighbouring characters of all its questions."""
    rarity: dict[str, float]
    unseen: float
    """Rarity of a pair that no written question holds."""

    def rate(self, vector: Vector, place: int) -> float:
        """Return the cosine of a question and the nearest one written for the sentence, 0 to 1."""
        return max((_dot(vector, one) for one in self.vectors.get(place, ())), default=0.0)

    def read(self, question: str) -> Vector:
        """Return a question as a vector of length 1; empty for one without letters."""
        return _unit({pair: self.rarity.get(pair, self.unseen) for pair in _pairs(question)})


def gather_asking(programmes: Iterable[Programme], units: Sequence[Unit], own: Mapping[str, Sequence[int]]) -> Asking:
    """Return the written questions by the places of the sentences that answer them.

    Args:
        programmes: whose questions are gathered.
        units: all sentences.
        own: programme id to the places of its sentences.
    """
    written: dict[int, list[str]] = defaultdict(list)
    for programme in programmes:
        for asked in programme.asked:
            for place in own.get(programme.id, ()):
                span = units[place].span
                if span.start < asked.span.end and asked.span.start < span.end:
                    written[place] += asked.asks
    counts = Counter(pair for asks in written.values() for ask in asks for pair in set(_pairs(ask)))
    total = 1 + sum(map(len, written.values()))
    rarity = {pair: math.log(1 + total / number) for pair, number in counts.items()}
    vectors = {
        place: tuple(_unit({pair: rarity[pair] for pair in _pairs(ask)}) for ask in asks)
        for place, asks in written.items()
    }
    words = {place: frozenset(pair for ask in asks for pair in _pairs(ask)) for place, asks in written.items()}
    return Asking(vectors, words, rarity, math.log(1 + total))


def _pairs(text: str) -> list[str]:
    """Return the Latin words and numbers whole, and the pairs of neighbouring characters of the rest, chatter left out.

    Pairs inside a Latin word would liken any two words of one alphabet.
    """
    found: list[str] = []
    for run in _RUN.findall(_NOISE.sub("", normalise(text))):
        whole = run[0].isascii() or len(run) == 1
        found += [run] if whole else [run[place : place + 2] for place in range(len(run) - 1)]
    return found


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {pair: weight / length for pair, weight in vector.items()} if length else {}


def _dot(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[pair] for pair, weight in one.items() if pair in other)
