"""How near a question is to those written for sentences (`asks.yaml`) and for silences (`silences.yaml`)."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.postings import Column, Postings
from assistant.answering.units import Unit
from assistant.domain.programme import Programme, Silence
from assistant.text import normalise

_NOISE = re.compile(r"请问|麻烦|想问|我想|我们|我|你们|您|一下|到底|究竟|这个|那个|这次|今年|[啊呀吧呢嘛哦的了]")
"""What a question may hold or lack without asking for another thing."""
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_CROWD = 4.0
"""Power of the likenesses before they are added up: a few near questions count, many distant ones do not."""

Vector = dict[str, float]
_Links = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Silent:
    """A topic on which a notice is known to be silent, as near as a question is to it."""

    nearest: float
    """Likeness of the nearest question written for it, 0 to 1; 0 where no topic is near."""
    crowd: float
    """How near all of them are together, hardly ever above 1."""
    programme: str
    topic: Silence | None


NOT_SILENT = Silent(0.0, 0.0, "", None)


@dataclass(frozen=True)
class Asking:
    """All written questions, their pairs of characters weighed by how few of them hold one."""

    rows: dict[str, int]
    """Written question to its row; each stands once, for all that it was written for."""
    postings: Postings
    rarity: dict[str, float]
    unseen: float
    """Rarity of a pair that no written question holds."""
    units: int
    """Number of sentences."""
    answering: tuple[_Links, _Links]
    """Row and place of each sentence that answers it."""
    silent: tuple[_Links, _Links]
    """Row and position in `silences` of each topic that it was written for."""
    silences: tuple[tuple[str, Silence], ...]
    """Programme id and what its notice does not say."""

    def read(self, question: str) -> Vector:
        """Return a question as a vector of length 1; empty for one without letters."""
        return _unit({pair: self.rarity.get(pair, self.unseen) for pair in _pairs(question)})

    def liken(self, question: Vector) -> Column:
        """Return the cosine of a question with each written one, 0 to 1, by row."""
        return self.postings.add_up(question)

    def nearest(self, likeness: Column) -> Column:
        """Return for each sentence the likeness of the nearest question written for it, 0 where there is none."""
        rows, places = self.answering
        nearest = np.zeros(self.units)
        np.maximum.at(nearest, places, likeness[rows])
        return nearest

    def crowd(self, likeness: Column) -> Column:
        """Return for each sentence how near all questions written for it are together, hardly ever above 1."""
        rows, places = self.answering
        together = np.bincount(places, weights=likeness[rows] ** _CROWD, minlength=self.units).astype(np.float64)
        return together ** (1 / _CROWD)

    def find_silence(self, likeness: Column, programmes: Collection[str]) -> Silent:
        """Return the topic on which one of the notices is silent whose questions are nearest together."""
        rows, numbers = self.silent
        together = np.bincount(numbers, weights=likeness[rows] ** _CROWD, minlength=len(self.silences))
        meant = np.asarray([programme in programmes for programme, _ in self.silences], np.bool_)
        if not (together * meant).any():
            return NOT_SILENT
        best = int(np.argmax(together * meant))
        nearest = float(likeness[rows[numbers == best]].max())
        return Silent(nearest, float(together[best]) ** (1 / _CROWD), *self.silences[best])


def gather_asking(programmes: Sequence[Programme], units: Sequence[Unit], own: Mapping[str, Sequence[int]]) -> Asking:
    """Return the written questions with what they were written for.

    Args:
        programmes: whose questions are gathered.
        units: all sentences.
        own: programme id to the places of its sentences.
    """
    rows: dict[str, int] = {}
    answering: list[tuple[int, int]] = []
    silent: list[tuple[int, int]] = []
    silences = tuple((one.id, silence) for one in programmes for silence in one.silences)
    for programme in programmes:
        spans = [(place, units[place].span) for place in own.get(programme.id, ())]
        for asked in programme.asked:
            places = [place for place, span in spans if span.start < asked.span.end and asked.span.start < span.end]
            answering += [(rows.setdefault(ask, len(rows)), place) for ask in asked.asks for place in places]
    for number, (_, silence) in enumerate(silences):
        silent += [(rows.setdefault(ask, len(rows)), number) for ask in silence.asks]
    pairs = [Counter(_pairs(ask)) for ask in rows]
    rarity = _rate_rarity(pairs)
    vectors = [_unit({pair: rarity[pair] for pair in own_pairs}) for own_pairs in pairs]
    return Asking(
        rows=rows,
        postings=Postings.gather(vectors, len(rows)),
        rarity=rarity,
        unseen=math.log(2 + len(rows)),
        units=len(units),
        answering=_link(answering),
        silent=_link(silent),
        silences=silences,
    )


def _rate_rarity(written: Iterable[Iterable[str]]) -> dict[str, float]:
    texts = [set(pairs) for pairs in written]
    counts = Counter(pair for pairs in texts for pair in pairs)
    return {pair: math.log(1 + (1 + len(texts)) / number) for pair, number in counts.items()}


def _link(pairs: Sequence[tuple[int, int]]) -> tuple[_Links, _Links]:
    both = np.asarray(pairs, np.int32).reshape(-1, 2)
    return both[:, 0], both[:, 1]


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
