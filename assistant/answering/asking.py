"""How near a question is to those written for sentences (`asks.yaml`) and for silences (`silences.yaml`).

A sentence, or a topic of silence, stands at the centre of the questions written for it (Rocchio 1971). Whether a notice
is silent on what is asked is told besides by a naive Bayes over the words of both kinds of questions. Measured on a
fifth of the written questions withheld: centres find the sentence or topic first for 51 %, single nearest questions for
43 %; telling silences from answers, the area under the curve is .950 for both together, .925 for nearest questions.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.answering.units import Unit
from assistant.domain.programme import Programme, Silence
from assistant.postings import Column, Postings, Vector, add_vectors, scale_to_unit
from assistant.text import normalise

_NOISE = re.compile(r"请问|麻烦|想问|我想|我们|我|你们|您|一下|到底|究竟|这个|那个|这次|今年|[啊呀吧呢嘛哦的了]")
"""What a question may hold or lack without asking for another thing."""
_RUN = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_CROWD = 4.0
"""Power of the likenesses before they are added up: a few near questions count, many distant ones do not."""
_SMOOTH = 0.1
"""Added to the weight of each token in the naive Bayes."""

_Links = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Silent:
    """A topic on which a notice is known to be silent, as near as a question is to it."""

    nearest: float
    """Likeness of the nearest question written for it, 0 to 1; 0 where no topic is near."""
    centre: float
    """Likeness to the centre of all of them, 0 to 1."""
    odds: float
    """Log odds of the question's words among those of silences, any topic; above 0 they speak for silence."""
    topic: Silence | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A question set beside all that were written."""

    vector: Vector
    rows: Column
    """Cosine with each written question, 0 to 1, by row."""


@dataclass(frozen=True)
class Asking:
    """All written questions, their tokens weighed by how few of them hold one."""

    rows: dict[str, int]
    """Written question to its row; each stands once, for all that it was written for."""
    postings: Postings
    rarity: dict[str, float]
    unseen: float
    """Rarity of a token that no written question holds."""
    units: int
    """Number of sentences."""
    answering: tuple[_Links, _Links]
    """Row and place of each sentence that answers it."""
    centres: Postings
    """Centre of the questions of each sentence."""
    programmes: Mapping[str, Programme]
    """By id."""
    vectors: Sequence[Vector]
    """Of each written question, by row."""

    def read(self, question: str) -> Likeness:
        """Return how near a question is to each written one; a question without letters is near none."""
        vector = scale_to_unit({token: self.rarity.get(token, self.unseen) for token in _tokenise(question)})
        return Likeness(vector, self.postings.add_up(vector))

    def nearest(self, likeness: Likeness) -> Column:
        """Return for each sentence the likeness of the nearest question written for it, 0 where there is none."""
        rows, places = self.answering
        nearest = np.zeros(self.units)
        np.maximum.at(nearest, places, likeness.rows[rows])
        return nearest

    def crowd(self, likeness: Likeness) -> Column:
        """Return for each sentence how near all questions written for it are together, hardly ever above 1."""
        rows, places = self.answering
        together = np.bincount(places, weights=likeness.rows[rows] ** _CROWD, minlength=self.units).astype(np.float64)
        return together ** (1 / _CROWD)

    def central(self, likeness: Likeness) -> Column:
        """Return for each sentence the likeness to the centre of its questions, 0 to 1."""
        return self.centres.add_up(likeness.vector)

    def find_silence(self, likeness: Likeness, programme: str) -> Silent:
        """Return the topic nearest to the question on which the programme's notice is silent."""
        if programme not in self.programmes or not self.programmes[programme].silences:
            return NOT_SILENT
        if programme not in self._silences:
            self._silences[programme] = _gather_silences(self.programmes[programme], self.rows, self.vectors)
        return self._silences[programme].find(likeness)

    @cached_property
    def _silences(self) -> dict[str, "Silences"]:
        """Return those gathered so far: a question asks of few programmes, and a start should be fast."""
        return {}


@dataclass(frozen=True)
class Silences:
    """The topics on which one notice is silent."""

    topics: tuple[Silence, ...]
    centres: Postings
    rows: tuple[_Links, ...]
    """Rows of the questions of each topic."""
    odds: Mapping[str, float]
    """Token to its log odds among the questions of silences against those that are answered."""
    unseen: float = field(default=0.0)
    """The same of a token that neither holds."""

    def find(self, likeness: Likeness) -> Silent:
        """Return the nearest topic."""
        central = self.centres.add_up(likeness.vector)
        best = int(np.argmax(central))
        odds = sum(weight * self.odds.get(token, self.unseen) for token, weight in likeness.vector.items())
        if central[best] <= 0:
            return Silent(0.0, 0.0, odds, None)
        return Silent(float(likeness.rows[self.rows[best]].max()), float(central[best]), odds, self.topics[best])


NOT_SILENT = Silent(0.0, 0.0, 0.0, None)


def gather_asking(
    programmes: Sequence[Programme],
    units: Sequence[Unit],
    own: Mapping[str, Sequence[int]],
    read: Callable[[str], str] = str,
) -> Asking:
    """Return the written questions with what they were written for.

    Args:
        programmes: whose questions are gathered.
        read: puts a written question as one that is asked is put before it is compared.
        units: all sentences.
        own: programme id to the places of its sentences.
    """
    rows: dict[str, int] = {}
    answering: list[tuple[int, int]] = []
    for programme in programmes:
        spans = [(place, units[place].span.start, units[place].span.end) for place in own.get(programme.id, ())]
        for asked in programme.asked:
            first, last = asked.span.start, asked.span.end
            places = [place for place, start, end in spans if start < last and first < end]
            answering += [(rows.setdefault(ask, len(rows)), place) for ask in asked.asks for place in places]
    for programme in programmes:
        for silence in programme.silences:
            for ask in silence.asks:
                rows.setdefault(ask, len(rows))
    tokens = [dict.fromkeys(_tokenise(read(ask))) for ask in rows]
    rarity = _rate_rarity(tokens)
    vectors = [scale_to_unit({token: rarity[token] for token in own_tokens}) for own_tokens in tokens]
    links = np.asarray(answering, np.int32).reshape(-1, 2)
    return Asking(
        rows=rows,
        postings=Postings.gather(vectors, len(rows)),
        rarity=rarity,
        unseen=math.log(2 + len(rows)),
        units=len(units),
        answering=(links[:, 0], links[:, 1]),
        centres=Postings.gather(_gather_centres(answering, vectors, len(units)), len(units)),
        programmes={one.id: one for one in programmes},
        vectors=vectors,
    )


def _gather_silences(programme: Programme, rows: Mapping[str, int], vectors: Sequence[Vector]) -> Silences:
    links = [(rows[ask], number) for number, topic in enumerate(programme.silences) for ask in topic.asks]
    silent = add_vectors(vectors[row] for row, _ in links)
    answered = add_vectors(vectors[rows[ask]] for asked in programme.asked for ask in asked.asks if ask in rows)
    kinds = len(silent.keys() | answered.keys())
    totals = [sum(side.values()) + _SMOOTH * kinds for side in (silent, answered)]
    lead = math.log(totals[1] / totals[0])
    return Silences(
        topics=programme.silences,
        centres=Postings.gather(_gather_centres(links, vectors, len(programme.silences)), len(programme.silences)),
        rows=tuple(np.asarray([rows[ask] for ask in topic.asks], np.int32) for topic in programme.silences),
        odds={
            token: math.log((silent.get(token, 0.0) + _SMOOTH) / (answered.get(token, 0.0) + _SMOOTH)) + lead
            for token in silent.keys() | answered.keys()
        },
        unseen=lead,
    )


def _gather_centres(links: Iterable[tuple[int, int]], vectors: Sequence[Vector], size: int) -> list[Vector]:
    """Return for each of the things that questions were written for the sum of its questions, of length 1."""
    gathered: dict[int, list[int]] = defaultdict(list)
    for row, place in links:
        gathered[place].append(row)
    return [scale_to_unit(add_vectors(vectors[row] for row in gathered.get(place, ()))) for place in range(size)]


def _rate_rarity(written: Sequence[Iterable[str]]) -> dict[str, float]:
    counts = Counter(token for tokens in written for token in tokens)
    return {token: math.log(1 + (1 + len(written)) / number) for token, number in counts.items()}


def _tokenise(text: str) -> list[str]:
    """Return the Latin words and numbers whole, and the characters of the rest, alone and in pairs, chatter left out.

    Pairs inside a Latin word would liken any two words of one alphabet.
    """
    found: list[str] = []
    for run in _RUN.findall(_NOISE.sub("", normalise(text)).replace("*", "星号")):
        if run[0].isascii():
            found.append(run)
        else:
            found += [*run, *(run[place : place + 2] for place in range(len(run) - 1))]
    return found
